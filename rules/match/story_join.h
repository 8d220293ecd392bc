#ifndef CLAIMCHECK_RULES_MATCH_STORY_JOIN_H_
#define CLAIMCHECK_RULES_MATCH_STORY_JOIN_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "rules/match/candidates.h"
#include "rules/match/match_record.h"

namespace claimcheck {

// Pairs the claims that meet others of their story only (IsOfStory): two documents of a
// story have few claims of a group each, so all are compared, without an index.
// `required`: the weight that each record wants to share; `stories`: the pairs of
// documents.  Adds pairs of records (PairOfRows) to `found` and counts what it does in
// `stats`; returns the records that were compared.
std::vector<uint32_t> JoinStories(
    absl::Span<const MatchRecord> records, absl::Span<const uint8_t> required,
    const std::vector<std::pair<uint32_t, uint32_t>>& stories,
    MatchStats* stats, std::vector<uint64_t>* found);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_STORY_JOIN_H_
