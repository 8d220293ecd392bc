#ifndef CLAIMCHECK_RULES_LINK_TOLD_ORIGINS_H_
#define CLAIMCHECK_RULES_LINK_TOLD_ORIGINS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/text/span.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// What is so once and for all.
enum class OriginKind : uint8_t { kBorn, kGrewUp, kBased, kSeat, kBornYear, kFounded, kContract,
  kLeads, kServes, kHolds,  // since when: a firm, with one, an office
};

// "The shop", of which a story has one.
inline constexpr uint32_t kTheFirm = kNone - 1;

inline bool IsPlace(OriginKind kind) { return kind <= OriginKind::kSeat; }

struct Origin {
  SentenceRef at;
  OriginKind fact = OriginKind::kBorn;
  std::vector<uint32_t> of;  // corpus-wide
  uint32_t place = kNone;    // index into names; kNone: only the country is told
  // The country, of a seat in a parliament the state, as the lexicon has it; empty:
  // not known.
  absl::string_view nation;
  int32_t year = 0;
  bool rounded = false;  // told by how many years it has been
  Span span;
  std::vector<uint32_t> what;  // stems of what somebody leads, serves or holds
};

// The year of a time, of "until 2021" the end.
std::optional<int32_t> YearOfOrigin(const TimeMention& time);

// What a text tells of such facts, in its order.
std::vector<Origin> ReadOrigins(const StoryContext& story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TOLD_ORIGINS_H_
