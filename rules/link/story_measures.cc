// Magnitudes, figures that are a power of ten apart, and where something lies from a
// place.

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "claims/value/quantity.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {
namespace {

constexpr int kSure = 90;

// --- Bearings

struct Bearing {
  uint32_t sentence = 0;
  uint32_t quantity = 0;
  absl::string_view compass;
  uint32_t place = kNone;  // token of its name
  uint32_t entity = kNone;
  bool of_capital = false;
  Span span;
};

// The longest: "north-east" begins with another one.
const LexHit* CompassAt(const DocumentAnalysis& doc, uint32_t t) {
  const LexHit* longest = nullptr;
  for (const LexHit& hit : doc.lex.At(t)) {
    if (hit.cls == Lex::kContrast &&
        (hit.entry->id == "compass" || hit.entry->id == "river") &&
        (longest == nullptr || hit.tokens > longest->tokens)) {
      longest = &hit;
    }
  }
  return longest;
}

// "55 km (34 miles) south of the town of Arlen", "8 km upstream of Arlen".
std::vector<Bearing> ReadBearings(const Corpus& corpus, uint32_t d) {
  const DocumentAnalysis& doc = corpus.document(d);
  std::vector<Bearing> bearings;
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityMention& mention = doc.quantities[q];
    if (mention.value.dimension != "length") continue;
    const uint32_t end = doc.text.sentences[mention.sentence].tokens.end;
    uint32_t t = mention.tokens.end;
    if (t < end && doc.text.IsChar(t, '(')) {
      while (t < end && !doc.text.IsChar(t, ')')) ++t;
      ++t;
    }
    while (t < end && (doc.text.Folded(t) == "to" || doc.text.Folded(t) == "the" ||
                       doc.text.Folded(t) == "away")) {
      ++t;
    }
    if (t >= end) continue;
    Bearing bearing;
    bearing.sentence = mention.sentence;
    bearing.quantity = q;
    const LexHit* const compass = CompassAt(doc, t);
    if (compass == nullptr) continue;
    bearing.compass = compass->entry->value_text;
    // "north-north-west" is one bearing.
    uint32_t of = t + compass->tokens;
    while (of < end &&
           (doc.text.IsChar(of, '-') || CompassAt(doc, of) != nullptr)) {
      bearing.compass = {};
      ++of;
    }
    if (of >= end || (doc.text.Folded(of) != "of" && doc.text.Folded(of) != "from")) {
      continue;
    }
    for (const NameMention& name : doc.names) {
      if (name.sentence != mention.sentence || name.tokens.begin <= of ||
          name.tokens.begin > of + 6 || name.form != NameMention::kName) {
        continue;
      }
      bearing.place = name.tokens.end - 1;
      bearing.entity = corpus.GlobalEntity(d, name.entity);
      bearing.span = doc.text.SpanOf({mention.tokens.begin, name.tokens.end});
      break;
    }
    for (uint32_t t = of + 1; t < end && t <= of + 3; ++t) {
      if (doc.text.Folded(t) != "capital") continue;
      bearing.of_capital = true;
      if (bearing.place == kNone) {
        bearing.place = t;
        bearing.span = doc.text.SpanOf({mention.tokens.begin, t + 1});
      }
    }
    if (bearing.place != kNone && !bearing.compass.empty()) {
      bearings.push_back(bearing);
    }
  }
  return bearings;
}

// --- Measures

// Figures are near when they may be two tellings of one: 8.6 and 8.7.
bool NearMagnitudes(const QuantityValue& a, const QuantityValue& b) {
  const auto difference = Subtract(a.written, b.written);
  if (!difference.ok()) return false;
  const Decimal half{5, -1};
  return !(half < *difference) && !(*difference < Negate(half));
}

// The digits are the same and the places before the point are not: 3,800 and
// 38,000.
bool ZeroLost(const QuantityValue& a, const QuantityValue& b) {
  return a.unit == b.unit && !a.unit.empty() && !a.written_high &&
         !b.written_high && a.written.significand == b.written.significand &&
         std::abs(a.written.significand) >= 10 &&
         std::abs(a.written.exponent - b.written.exponent) == 1;
}

std::vector<uint32_t> PlacesIn(const Corpus& corpus, SentenceRef at) {
  std::vector<uint32_t> places;
  for (const NameMention& name :
       MentionsIn(corpus.document(at.document).names, at.sentence)) {
    if (name.form != NameMention::kName) continue;
    const uint32_t entity = corpus.GlobalEntity(at.document, name.entity);
    if (entity != kNone) places.push_back(entity);
  }
  std::sort(places.begin(), places.end());
  return places;
}

bool HasEqual(const DocumentAnalysis& doc, const QuantityValue& value) {
  for (const QuantityMention& q : doc.quantities) {
    if (q.value.unit == value.unit && q.value.written == value.written) {
      return true;
    }
  }
  return false;
}

// A text that has both figures has lost the zero of one, which stands where it is
// told first; two texts that both have both tell of two things.
bool OneSlipped(bool right_has_left, bool left_has_right, bool left_leads,
                bool right_leads) {
  if (right_has_left && left_has_right) return false;
  if (right_has_left) return right_leads;
  return !left_has_right || left_leads;
}

// The quantities of a document that are compared here.
struct MeasuredOnes {
  std::vector<uint32_t> quantities;
};

MeasuredOnes ReadMeasured(const DocumentAnalysis& doc) {
  MeasuredOnes found;
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityMention& mention = doc.quantities[q];
    if ((mention.value.dimension == "magnitude" ||
         IsMeasured(mention.value.dimension)) &&
        doc.text.sentences[mention.sentence].zone != Sentence::kFurniture) {
      found.quantities.push_back(q);
    }
  }
  return found;
}

}  // namespace

void CompareBearings(StoryContext* story, const StoryPair& pair,
                     std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const Corpus& corpus = story->corpus();
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  const auto read = [&](uint32_t d) -> const std::vector<Bearing>& {
    return story->Once<std::vector<Bearing>>(
        d, [&] { return ReadBearings(corpus, d); });
  };
  for (const Bearing& a : read(pair.left)) {
    for (const Bearing& b : read(pair.right)) {
      const bool one_place =
          (a.entity != kNone && a.entity == b.entity) ||
          (a.of_capital && b.of_capital) ||
          doc_left.text.Folded(a.place) == doc_right.text.Folded(b.place);
      if (!one_place || a.compass == b.compass ||
          story->PastYear({pair.left, a.sentence}) !=
              story->PastYear({pair.right, b.sentence})) {
        continue;
      }
      ToleranceSpec tolerance;
      tolerance.rounding = true;
      const auto relation =
          RelateQuantities(doc_left.quantities[a.quantity].value,
                           doc_right.quantities[b.quantity].value, tolerance,
                           /*usual=*/true);
      if (!relation || *relation == RangeRelation::kDisjoint) continue;
      out->push_back(StoryDetail(DetailKind::kBearing, Departure::kContrast,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, kSure));
    }
  }
}

void CompareMeasures(StoryContext* story, const StoryPair& pair,
                     std::vector<Detail>* out) {
  const bool one = pair.left == pair.right;
  const Corpus& corpus = story->corpus();
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  const auto read = [&](uint32_t d) -> const std::vector<uint32_t>& {
    return story
        ->Once<MeasuredOnes>(d,
                             [&] { return ReadMeasured(story->document(d)); })
        .quantities;
  };
  for (const uint32_t left : read(pair.left)) {
    const QuantityMention& a = doc_left.quantities[left];
    for (const uint32_t right : read(pair.right)) {
      const QuantityMention& b = doc_right.quantities[right];
      if (a.value.dimension != b.value.dimension ||
          (one && a.sentence >= b.sentence)) {
        continue;
      }
      const SentenceRef at_a = {pair.left, a.sentence};
      const SentenceRef at_b = {pair.right, b.sentence};
      if (a.value.dimension == "magnitude") {
        // A text that names both knows of two.
        if (one || !NearMagnitudes(a.value, b.value) ||
            a.value.written == b.value.written ||
            HasEqual(doc_right, a.value) || HasEqual(doc_left, b.value)) {
          continue;
        }
        const int32_t year = story->PastYear(at_a);
        if (year != story->PastYear(at_b)) continue;
        ToleranceSpec tolerance;
        tolerance.rounding = true;
        const auto relation =
            RelateQuantities(a.value, b.value, tolerance, /*usual=*/true);
        if (!relation || *relation != RangeRelation::kDisjoint) continue;
        const bool main = year == 0 && story->InLead(at_a) && story->InLead(at_b);
        if (!main && !Meet(PlacesIn(corpus, at_a), PlacesIn(corpus, at_b))) {
          continue;
        }
        out->push_back(StoryDetail(DetailKind::kMeasure, Departure::kValue,
                                   at_a, a.span, at_b, b.span, 80));
      } else if (ZeroLost(a.value, b.value)) {
        // Inside one text it is the headline that drops a zero.
        const auto zone = doc_left.text.sentences[a.sentence].zone;
        if (one ? zone != Sentence::kHeadline && a.sentence != 0
                : !OneSlipped(HasEqual(doc_right, a.value),
                              HasEqual(doc_left, b.value),
                              story->InLead(at_a), story->InLead(at_b))) {
          continue;
        }
        out->push_back(StoryDetail(DetailKind::kMeasure, Departure::kValue,
                                   at_a, a.span, at_b, b.span, 80));
      }
    }
  }
}

}  // namespace claimcheck
