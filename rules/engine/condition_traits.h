#ifndef CLAIMCHECK_RULES_ENGINE_CONDITION_TRAITS_H_
#define CLAIMCHECK_RULES_ENGINE_CONDITION_TRAITS_H_

#include <cstdint>

#include "absl/types/span.h"
#include "claimcheck/v1/rule.pb.h"

namespace claimcheck {

// How dear a condition is.  Children of all and any are tried cheapest first.
enum class ConditionCost : uint8_t {
  kField,    // looks at one field of a record
  kRange,    // relates two ranges or sets
  kWords,    // walks over the words of a claim
  kText,     // runs patterns over a sentence
  kPassage,  // gathers its own material around the claim
};

// Which claims a condition looks at.
enum class ConditionScope : uint8_t {
  kTree,     // all, any, not
  kOneSide,  // the claims its `side` names
  kBothSides,
  kPassage,  // LEFT and what stands around it; in passage rules only
  kDetail,   // a detail of a draft; in detail rules only
  kSentence, // a sentence as such; in sentence rules only
};

// What is known of a kind of condition without evaluating it.
struct ConditionTraits {
  v1::Condition::KindCase kind;
  const char* name;  // as the field is called in rule.proto
  ConditionScope scope;
  ConditionCost cost;
  // It compares values, so its outcome belongs into a finding's reason.
  bool decides;
  // Bits (1 << v1::Claim::Kind) of the claims that can hold what it looks at;
  // 0: every claim can.
  uint32_t claim_kinds;
  const char* looks_at;  // for messages: "quantities"
};

// One entry for each member of Condition.kind, in the order of the fields.
absl::Span<const ConditionTraits> AllConditionTraits();

// The entry of `kind`, or null for KIND_NOT_SET.
const ConditionTraits* FindConditionTraits(v1::Condition::KindCase kind);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_CONDITION_TRAITS_H_
