// Values that two texts give to one thing, by all that speaks for and against it
// (value_pairs.h): for what no other finder knows by what it is of.

#include <vector>

#include "rules/link/same_value.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"
#include "rules/link/value_pairs.h"

namespace claimcheck {
namespace {

// Thousandths of the logarithm of the odds: three to two, and of months, of which a story
// has many, nearly three to one.
constexpr int64_t kLeastWeight = 400;
constexpr int64_t kLeastOfMonth = 1000;
// What is said of the likeness of the two places, in hundredths.
constexpr int kLikeness = 75;

}  // namespace

void CompareWeighed(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  ToldPlaces told(*out);
  for (const ValuePair& values : ReadValuePairs(story, pair)) {
    const KeyedValue& a = *values.left;
    const KeyedValue& b = *values.right;
    const int64_t least = a.kind == ValueKind::kMonth ? kLeastOfMonth : kLeastWeight;
    if (Weigh(values) < least ||
        told.Tells(a.at.document, a.span, b.at.document, b.span)) {
      continue;
    }
    const DetailKind kind =
        a.kind > ValueKind::kSpan ? DetailKind::kWhen
        : IsAge(*story, a)        ? DetailKind::kAge
                                  : DetailKind::kFigure;
    out->push_back(StoryDetail(
        kind, Departure::kValue, a.at, a.span, b.at, b.span, kLikeness));
  }
}

}  // namespace claimcheck
