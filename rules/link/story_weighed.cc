// Values that two texts give to one thing, by all that speaks for and against it
// (value_pairs.h): for what no other finder knows by what it is of.

#include <vector>

#include "rules/link/same_value.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"
#include "rules/link/value_pairs.h"

namespace claimcheck {
namespace {

// What is said of the likeness of the two places, in hundredths.
constexpr int kLikeness = 75;

}  // namespace

void CompareWeighed(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  ToldPlaces told(*out);
  for (const ValuePair& values : ReadValuePairs(story, pair, PairsAsked::kWeighty)) {
    const KeyedValue& a = *values.left;
    const KeyedValue& b = *values.right;
    if (told.Tells(a.at.document, a.span, b.at.document, b.span)) continue;
    const DetailKind kind =
        a.kind > ValueKind::kSpan ? DetailKind::kWhen
        : IsAge(*story, a)        ? DetailKind::kAge
                                  : DetailKind::kFigure;
    out->push_back(StoryDetail(
        kind, Departure::kValue, a.at, a.span, b.at, b.span, kLikeness));
  }
}

}  // namespace claimcheck
