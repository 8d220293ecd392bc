// Ages of persons, magnitudes, figures that are a power of ten apart, and where
// something lies from a place.

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "claims/value/quantity.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

constexpr int kSure = 90;

// --- Ages

struct Age {
  uint32_t entity = kNone;  // corpus-wide
  uint32_t sentence = 0;
  int years = 0;
  Span span;
};

// A number of two digits, 10 to 99, else 0: younger persons are told of in
// months as well, older ones are rare.
int AgeAt(const DocumentAnalysis& doc, uint32_t t, uint32_t end) {
  if (t >= end || doc.text.tokens[t].kind != TokenKind::kNumber) return 0;
  const absl::string_view digits = doc.text.Folded(t);
  if (digits.size() != 2 || digits[0] == '0') return 0;
  // "18.5", "18-19", "18:00", "18 %".
  if (t + 1 < end && doc.text.Adjacent(t + 1) &&
      !doc.text.IsChar(t + 1, ',') && !doc.text.IsChar(t + 1, ')') &&
      !doc.text.IsChar(t + 1, '.') && !doc.text.IsChar(t + 1, ';')) {
    return 0;
  }
  if (t + 2 < end && doc.text.IsChar(t + 1, '.') && doc.text.Adjacent(t + 2)) {
    return 0;
  }
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

// "Mrs", "Ms": of a woman.
bool OfWoman(const DocumentAnalysis& doc, const NameMention& name) {
  if (name.tokens.begin == 0) return false;
  const LexHit* title = doc.lex.Find(name.tokens.begin - 1, Lex::kTitle);
  return title != nullptr && title->entry->HasTag("female");
}

// A name of one word that stands for one full name of the text and for no other:
// "Holm" behind "Lars Holm", when there is no second Holm and no Mrs Holm.
bool StandsForFullName(const DocumentAnalysis& doc, const NameMention& name) {
  const uint32_t word = doc.text.tokens[name.tokens.begin].word;
  if (OfWoman(doc, name) &&
      doc.entities[name.entity].gender != Entity::kFemale) {
    return false;
  }
  bool full = false;
  for (const NameMention& other : doc.names) {
    if (other.form != NameMention::kName || other.tokens.size() < 2 ||
        doc.text.tokens[other.tokens.end - 1].word != word) {
      continue;
    }
    if (other.entity != name.entity) return false;
    full = true;
  }
  return full;
}

std::vector<Age> ReadAges(const Corpus& corpus, uint32_t d) {
  const DocumentAnalysis& doc = corpus.document(d);
  std::vector<Age> ages;
  for (const NameMention& name : doc.names) {
    if (name.form != NameMention::kName || name.entity == kNone ||
        name.possessive ||
        (name.tokens.size() < 2 && !StandsForFullName(doc, name)) ||
        doc.entities[name.entity].type == NameType::kPlace ||
        doc.entities[name.entity].type == NameType::kOrganisation) {
      continue;
    }
    const TokenRange sentence = doc.text.sentences[name.sentence].tokens;
    Age age;
    age.entity = corpus.GlobalEntity(d, name.entity);
    age.sentence = name.sentence;
    // "Anna Lind, 34, said", "Anna Lind (34)".
    const uint32_t t = name.tokens.end;
    if (t + 1 < sentence.end &&
        (doc.text.IsChar(t, ',') || doc.text.IsChar(t, '('))) {
      age.years = AgeAt(doc, t + 1, sentence.end);
      const bool ends = t + 2 >= sentence.end ||
                        doc.text.IsChar(t + 2, ',') ||
                        doc.text.IsChar(t + 2, ')') ||
                        doc.text.IsChar(t + 2, '.') ||
                        doc.text.IsChar(t + 2, ';') ||
                        (doc.text.IsChar(t, ',') && t + 3 < sentence.end &&
                         doc.text.Folded(t + 2) == "and");
      if (!ends) age.years = 0;
      age.span = doc.text.SpanOf({name.tokens.begin, std::min(t + 2, sentence.end)});
    }
    // "34-year-old Anna Lind", "the 34-year-old baker Anna Lind".
    if (age.years == 0) {
      const uint32_t from = name.tokens.begin > sentence.begin + 8
                                ? name.tokens.begin - 8
                                : sentence.begin;
      for (uint32_t k = name.tokens.begin; k > from; --k) {
        const absl::string_view word = doc.text.Folded(k - 1);
        if (doc.text.tokens[k - 1].kind == TokenKind::kPunctuation &&
            !doc.text.IsChar(k - 1, '-')) {
          break;
        }
        if (word != "old" || k < from + 5 ||
            doc.text.Folded(k - 3) != "year") {
          continue;
        }
        const uint32_t number = k - 5;
        if (doc.text.tokens[number].kind == TokenKind::kNumber &&
            doc.text.Folded(number).size() == 2) {
          const absl::string_view digits = doc.text.Folded(number);
          age.years = (digits[0] - '0') * 10 + (digits[1] - '0');
          age.span = doc.text.SpanOf({number, name.tokens.end});
        }
        break;
      }
    }
    if (age.years >= 10 && age.entity != kNone) ages.push_back(age);
  }
  return ages;
}

// --- Bearings

struct Bearing {
  uint32_t sentence = 0;
  uint32_t quantity = 0;
  absl::string_view compass;
  uint32_t place = kNone;  // token of its name
  uint32_t entity = kNone;
  Span span;
};

absl::string_view CompassAt(const DocumentAnalysis& doc, uint32_t t) {
  for (const LexHit& hit : doc.lex.At(t)) {
    if (hit.cls == Lex::kContrast && hit.entry->id == "compass") {
      return hit.entry->value_text;
    }
  }
  return {};
}

// "55 km (34 miles) south of the town of Arlen".
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
    bearing.compass = CompassAt(doc, t);
    if (bearing.compass.empty()) continue;
    // "north-north-west" is one bearing.
    uint32_t of = t + 1;
    while (of < end && (doc.text.IsChar(of, '-') || !CompassAt(doc, of).empty())) {
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

bool Measured(absl::string_view dimension) {
  return dimension == "length" || dimension == "mass" || dimension == "area" ||
         dimension == "volume" || dimension == "speed";
}

std::vector<uint32_t> PlacesIn(const Corpus& corpus, SentenceRef at) {
  std::vector<uint32_t> places;
  for (const NameMention& name : corpus.document(at.document).names) {
    if (name.sentence != at.sentence || name.form != NameMention::kName) continue;
    const uint32_t entity = corpus.GlobalEntity(at.document, name.entity);
    if (entity != kNone) places.push_back(entity);
  }
  std::sort(places.begin(), places.end());
  return places;
}

bool Meet(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  for (const uint32_t x : a) {
    if (std::binary_search(b.begin(), b.end(), x)) return true;
  }
  return false;
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
         Measured(mention.value.dimension)) &&
        doc.text.sentences[mention.sentence].zone != Sentence::kFurniture) {
      found.quantities.push_back(q);
    }
  }
  return found;
}

}  // namespace

void CompareAges(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out) {
  const Corpus& corpus = story->corpus();
  const auto read = [&](uint32_t d) -> const std::vector<Age>& {
    return story->Once<std::vector<Age>>(d,
                                         [&] { return ReadAges(corpus, d); });
  };
  const std::vector<Age>& left = read(pair.left);
  const std::vector<Age>& right = read(pair.right);
  const auto told = [](const std::vector<Age>& ages, const Age& age) {
    return std::any_of(ages.begin(), ages.end(), [&](const Age& other) {
      return other.entity == age.entity && other.years == age.years;
    });
  };
  for (const Age& a : left) {
    for (const Age& b : right) {
      if (!story->OnePerson(a.entity, b.entity) || a.years == b.years) continue;
      if (pair.left == pair.right ? a.sentence >= b.sentence
                                  : told(right, a) || told(left, b)) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kAge, Departure::kValue,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, kSure));
    }
  }
}

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
