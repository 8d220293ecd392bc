#ifndef CLAIMCHECK_RULES_ENGINE_COMPILED_RULE_H_
#define CLAIMCHECK_RULES_ENGINE_COMPILED_RULE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claimcheck/v1/rule.pb.h"
#include "claims/value/quantity.h"
#include "rules/engine/condition_traits.h"
#include "rules/engine/message_format.h"
#include "rules/engine/pattern_set.h"

namespace claimcheck {

// A condition of a checked rule, ready to be evaluated.
struct ConditionNode {
  const v1::Condition* condition = nullptr;
  const ConditionTraits* traits = nullptr;
  std::string path;  // "pair.when.all.of[1].values"
  // The dearest kind of condition at or below this one.
  ConditionCost cost = ConditionCost::kField;
  std::vector<ConditionNode> children;  // of all, any, not; as written
  std::vector<uint32_t> by_cost;        // indices into children, cheapest first
  // The values that the condition lists (relations, statuses, kinds, ...), one
  // bit each.
  uint32_t accepted = 0;
  int pattern = -1;  // of text: its number in the set's patterns
  ToleranceSpec tolerance;
};

// A Selector as masks.  An empty mask or list accepts everything.
struct CompiledSelector {
  uint32_t kinds = 0;   // bits of v1::Claim::Kind
  uint32_t not_in = 0;  // bits of v1::Zone::Kind
  v1::Document::Role role = v1::Document::ROLE_UNSPECIFIED;
  std::vector<std::string> dimensions;
  bool attributed_only = false;
  std::vector<std::string> not_counted;  // ascending
};

// A checked rule, ready to run.
struct CompiledRule {
  const v1::Rule* rule = nullptr;
  std::string file;        // that it came from; may be empty
  CompiledSelector left;   // the claim, of rules with one
  CompiledSelector right;  // the evidence of a support rule
  ConditionNode when;      // `supports` of a support rule
  uint32_t details = 0;    // bits of v1::Detail::Kind, of a detail rule
  v1::Link::Kind link = v1::Link::KIND_UNSPECIFIED;
  uint32_t least_score = 0;
  ParsedMessage message;

  const std::string& id() const { return rule->id(); }
};

// Compiles a rule that has no mistakes; its patterns go into `patterns`.
CompiledRule CompileRule(const v1::Rule& rule, PatternSet* patterns);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_COMPILED_RULE_H_
