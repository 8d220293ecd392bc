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

// Of each measure of which a text has but one figure, its first mention.
struct LoneOnes {
  std::vector<uint32_t> quantities;
};

bool Agree(const QuantityValue& a, const QuantityValue& b) {
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  const auto relation = RelateQuantities(a, b, tolerance, /*usual=*/true);
  return !relation || *relation != RangeRelation::kDisjoint;
}

LoneOnes ReadLone(const DocumentAnalysis& doc) {
  struct Measure {
    uint32_t first = 0;
    bool lone = true;
  };
  std::vector<Measure> measures;
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityMention& mention = doc.quantities[q];
    if (!IsRareMeasure(mention.value.dimension)) continue;
    const auto known = std::find_if(
        measures.begin(), measures.end(), [&](const Measure& measure) {
          return doc.quantities[measure.first].value.dimension ==
                 mention.value.dimension;
        });
    if (known == measures.end()) {
      measures.push_back({q});
    } else {
      known->lone &= Agree(doc.quantities[known->first].value, mention.value);
    }
  }
  LoneOnes found;
  for (const Measure& measure : measures) {
    const QuantityMention& mention = doc.quantities[measure.first];
    if (measure.lone && UsableSentence(doc, mention.sentence) &&
        !mention.value.written_high &&
        mention.value.hedge != HedgeKind::kVague) {
      found.quantities.push_back(measure.first);
    }
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
  const auto read = [story](uint32_t d) -> const std::vector<uint32_t>& {
    return story->Once<LoneOnes>(d, [&] { return ReadLone(story->document(d)); })
        .quantities;
  };
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  // A third text of the story has nothing else either.
  const auto corroborated = [&](const QuantityValue& value) {
    return std::any_of(
        story->documents().begin(), story->documents().end(), [&](uint32_t d) {
          if (d == pair.left || d == pair.right) return false;
          const DocumentAnalysis& doc = story->document(d);
          const std::vector<uint32_t>& others = read(d);
          return std::any_of(others.begin(), others.end(), [&](uint32_t q) {
            const QuantityValue& other = doc.quantities[q].value;
            return other.dimension == value.dimension && other.unit == value.unit &&
                   other.written == value.written;
          });
        });
  };
  ToldPlaces told(*out);
  for (const uint32_t one : read(pair.left)) {
    const QuantityMention& a = left.quantities[one];
    for (const uint32_t other : read(pair.right)) {
      const QuantityMention& b = right.quantities[other];
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
