// A figure of a measure that a story has but one of: "340 hectares", "430 hectares".  In
// whatever words the two are told, they are of one thing where one is the other with its
// digits exchanged, or where a third text has one of them.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/quantity.h"
#include "rules/link/digit_slips.h"
#include "rules/link/event_days.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Stories have many lengths, sums and spans.
bool IsRareMeasure(absl::string_view dimension) {
  return dimension == "area" || dimension == "volume" || dimension == "mass" ||
         dimension == "angle" || dimension == "speed" ||
         dimension == "temperature" || dimension == "pressure" ||
         dimension == "power";
}

// Further apart are two things.
const Decimal kMostTimes{2, 0};

struct Lone {
  uint32_t quantity = 0;
};

struct LoneOnes {
  std::vector<Lone> all;
};

bool Agree(const QuantityValue& a, const QuantityValue& b) {
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  const auto relation = RelateQuantities(a, b, tolerance, /*usual=*/true);
  return !relation || *relation != RangeRelation::kDisjoint;
}

// Of each measure the figure that all others of the text agree with.
LoneOnes ReadLone(const DocumentAnalysis& doc) {
  LoneOnes found;
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityMention& mention = doc.quantities[q];
    if (!IsRareMeasure(mention.value.dimension) ||
        !UsableSentence(doc, mention.sentence) || mention.value.written_high ||
        mention.value.hedge == HedgeKind::kVague) {
      continue;
    }
    bool lone = true, first = true;
    for (uint32_t k = 0; k < doc.quantities.size() && lone; ++k) {
      const QuantityMention& other = doc.quantities[k];
      if (k == q || other.value.dimension != mention.value.dimension) continue;
      lone = Agree(mention.value, other.value);
      first &= k > q;
    }
    if (lone && first) found.all.push_back({q});
  }
  return found;
}

bool Near(const QuantityValue& a, const QuantityValue& b) {
  const auto most_of_a = Multiply(a.written, kMostTimes);
  const auto most_of_b = Multiply(b.written, kMostTimes);
  return most_of_a.ok() && most_of_b.ok() && a.unit == b.unit &&
         !(*most_of_a < b.written) && !(*most_of_b < a.written);
}

}  // namespace

void CompareLone(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<Lone>& {
    return story->Once<LoneOnes>(d, [&] { return ReadLone(story->document(d)); })
        .all;
  };
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  // A third text of the story has nothing else either.
  const auto corroborated = [&](const QuantityValue& value) {
    return std::any_of(
        story->documents().begin(), story->documents().end(), [&](uint32_t d) {
          if (d == pair.left || d == pair.right) return false;
          const DocumentAnalysis& doc = story->document(d);
          const std::vector<Lone>& others = read(d);
          return std::any_of(others.begin(), others.end(), [&](const Lone& lone) {
            const QuantityValue& other = doc.quantities[lone.quantity].value;
            return other.dimension == value.dimension && other.unit == value.unit &&
                   other.written == value.written;
          });
        });
  };
  ToldPlaces told(*out);
  for (const Lone& one : read(pair.left)) {
    const QuantityMention& a = left.quantities[one.quantity];
    for (const Lone& other : read(pair.right)) {
      const QuantityMention& b = right.quantities[other.quantity];
      const SentenceRef at_a = {pair.left, a.sentence};
      const SentenceRef at_b = {pair.right, b.sentence};
      if (a.value.dimension != b.value.dimension || Agree(a.value, b.value) ||
          !Near(a.value, b.value) || story->PastYear(at_a) != 0 ||
          story->PastYear(at_b) != 0 ||
          story->Common(a.sentence, b.sentence) == 0 ||
          told.Tells(pair.left, a.span, pair.right, b.span)) {
        continue;
      }
      if (!DigitsExchanged(a.value.written, b.value.written) &&
          !corroborated(a.value) && !corroborated(b.value)) {
        continue;
      }
      constexpr int kSure = 80;
      out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, at_a,
                                 a.span, at_b, b.span, kSure));
    }
  }
}

}  // namespace claimcheck
