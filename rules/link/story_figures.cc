// One figure of one thing in two texts, when what stands around it agrees: "won
// 53.4 percent of the vote", "took 54.3 percent of the vote".

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/attachment.h"
#include "rules/link/event_days.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// How much of what stands around a figure has to stand around the other, of both
// sides, in hundredths.
constexpr int kSwappedContext = 35;  // where two digits changed places
constexpr int kNearContext = 70;

struct Figure {
  SentenceRef at;
  uint32_t unit = 0;  // of its sentence
  uint32_t mention = 0;
  bool span = false;  // of time: index into times, else into quantities
};

struct FigurePair {
  uint32_t left = 0;
  uint32_t right = 0;
  int context = 0;
};

std::string SortedDigits(Decimal value) {
  std::string digits = std::to_string(value.significand);
  std::sort(digits.begin(), digits.end());
  return digits;
}

// 53.4 and 54.3: a slip of the hand rather than another figure.
bool DigitsSwapped(const Decimal& a, const Decimal& b) {
  return a.significand >= 10 && a.exponent == b.exponent &&
         SortedDigits(a) == SortedDigits(b);
}

bool Near(const Decimal& a, const Decimal& b) {
  const auto twice_a = Multiply(a, Decimal{2, 0});
  const auto twice_b = Multiply(b, Decimal{2, 0});
  return twice_a.ok() && twice_b.ok() && !(*twice_a < b) && !(*twice_b < a);
}

class FigureReader {
 public:
  FigureReader(StoryContext* story, const StoryPair& pair)
      : story_(*story),
        pair_(pair),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)) {}

  void Compare(std::vector<Detail>* out) {
    const std::vector<Figure> left = Read(pair_.left, &left_sentences_);
    const std::vector<Figure> right = Read(pair_.right, &right_sentences_);
    std::vector<FigurePair> pairs;
    std::vector<int> best_left(left.size(), 0), best_right(right.size(), 0);
    for (uint32_t i = 0; i < left.size(); ++i) {
      for (uint32_t j = 0; j < right.size(); ++j) {
        if (!OneKind(left[i], right[j])) continue;
        const int context = Context(left[i], right[j]);
        best_left[i] = std::max(best_left[i], context);
        best_right[j] = std::max(best_right[j], context);
        pairs.push_back({i, j, context});
      }
    }
    for (const FigurePair& p : pairs) {
      const Figure& a = left[p.left];
      const Figure& b = right[p.right];
      if (p.context < kSwappedContext || p.context < best_left[p.left] ||
          p.context < best_right[p.right] || !Differ(a, b, p.context) ||
          OtherTimes(a, b) || Told(right_, a, left_) ||
          Told(left_, b, right_)) {
        continue;
      }
      const Span span_a = SpanOf(left_, a), span_b = SpanOf(right_, b);
      const bool told =
          std::any_of(out->begin(), out->end(), [&](const Detail& d) {
            return TellsIt(d, a, span_a, b, span_b);
          });
      if (told) continue;
      out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, a.at,
                                 span_a, b.at, span_b, p.context));
    }
  }

 private:
  static Span SpanOf(const DocumentAnalysis& doc, const Figure& figure) {
    return figure.span ? doc.times[figure.mention].span
                       : doc.quantities[figure.mention].span;
  }

  std::vector<Figure> Read(uint32_t d,
                           std::vector<UnitSentence>* sentences) const {
    const DocumentAnalysis& doc = story_.document(d);
    std::vector<Figure> figures;
    sentences->resize(doc.text.sentences.size());
    for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
      if (doc.text.sentences[s].zone == Sentence::kFurniture) continue;
      UnitSentence& sentence = (*sentences)[s];
      sentence.at = {d, s};
      sentence.units = ReadUnits(story_.sources(), sentence.at);
      for (uint32_t u = 0; u < sentence.units.size(); ++u) {
        const SentenceUnit& unit = sentence.units[u];
        if (unit.kind == SentenceUnit::kWord) continue;
        Figure figure;
        figure.at = sentence.at;
        figure.unit = u;
        figure.mention = unit.mention;
        figure.span = unit.kind == SentenceUnit::kTime;
        if (Usable(doc, figure)) figures.push_back(figure);
      }
    }
    return figures;
  }

  static bool Usable(const DocumentAnalysis& doc, const Figure& figure) {
    if (figure.span) {
      const TimeValue& time = doc.times[figure.mention].value;
      return time.amount.has_value() && time.mod.empty() &&
             !time.range.first && time.kind == TimeKind::kDuration;
    }
    const QuantityValue& value = doc.quantities[figure.mention].value;
    return value.hedge != HedgeKind::kVague && !value.ordinal &&
           !value.written_high && value.change != ChangeKind::kFrom &&
           (!value.unit.empty() || !value.counted.empty());
  }

  bool OneKind(const Figure& a, const Figure& b) const {
    if (a.span != b.span) return false;
    if (a.span) {
      return left_.times[a.mention].value.unit ==
             right_.times[b.mention].value.unit;
    }
    const QuantityValue& x = left_.quantities[a.mention].value;
    const QuantityValue& y = right_.quantities[b.mention].value;
    // "53 percent of the vote", "53 percent".
    const bool counted =
        x.counted == y.counted ||
        (!x.unit.empty() && (x.counted.empty() || y.counted.empty()));
    return x.dimension == y.dimension && x.unit == y.unit &&
           x.per == y.per && counted && x.change == y.change;
  }

  // The lesser of the two sides' shares.
  int Context(const Figure& a, const Figure& b) const {
    const UnitSentence& left = left_sentences_[a.at.sentence];
    const UnitSentence& right = right_sentences_[b.at.sentence];
    const int there =
        SharedContext(story_.sources(), left, a.unit, right, b.unit,
                      Synonyms::kListed);
    if (there < kSwappedContext) return there;
    return std::min(there,
                    SharedContext(story_.sources(), right, b.unit, left, a.unit,
                                  Synonyms::kListed));
  }

  bool Differ(const Figure& a, const Figure& b, int context) const {
    if (a.span) {
      const Decimal x = *left_.times[a.mention].value.amount;
      const Decimal y = *right_.times[b.mention].value.amount;
      return x != y && Near(x, y) && context >= kNearContext;
    }
    const QuantityValue& x = left_.quantities[a.mention].value;
    const QuantityValue& y = right_.quantities[b.mention].value;
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation = RelateQuantities(x, y, tolerance, /*usual=*/false);
    if (!relation || *relation != RangeRelation::kDisjoint) return false;
    if (DigitsSwapped(x.written, y.written)) return true;
    return context >= kNearContext && Near(x.written, y.written) &&
           !Changes(x.dimension);
  }

  // People, houses, cases grow in number while the news comes in, and shares of
  // a count or a poll are told anew every hour.
  static bool Changes(absl::string_view dimension) {
    return dimension == "count" || dimension == "percent";
  }

  // Told by another finder already, as an age or a number of people.
  static bool TellsIt(const Detail& detail, const Figure& a, Span span_a,
                      const Figure& b, Span span_b) {
    return detail.document == a.at.document &&
           detail.source == b.at.document && detail.span.Overlaps(span_a) &&
           detail.counterpart.Overlaps(span_b);
  }

  // The other text has the figure too.
  static bool Told(const DocumentAnalysis& other, const Figure& figure,
                   const DocumentAnalysis& doc) {
    if (figure.span) {
      const TimeValue& value = doc.times[figure.mention].value;
      return std::any_of(other.times.begin(), other.times.end(),
                         [&](const TimeMention& time) {
                           return time.value.amount &&
                                  time.value.unit == value.unit &&
                                  *time.value.amount == *value.amount;
                         });
    }
    const QuantityValue& value = doc.quantities[figure.mention].value;
    return std::any_of(other.quantities.begin(), other.quantities.end(),
                       [&](const QuantityMention& q) {
                         return q.value.unit == value.unit &&
                                q.value.written == value.written;
                       });
  }

  // Each sentence has its own time: another quarter, another year.
  bool OtherTimes(const Figure& a, const Figure& b) const {
    if (story_.NamesDiffer(
            story_.NamesAround(a.at, left_sentences_[a.at.sentence]
                                         .units[a.unit].tokens),
            story_.NamesAround(b.at, right_sentences_[b.at.sentence]
                                         .units[b.unit].tokens))) {
      return true;
    }
    if (story_.PastYear(a.at) != story_.PastYear(b.at) ||
        OfPoll(left_, a.at.sentence) || OfPoll(right_, b.at.sentence) ||
        OtherQuarters(left_, a.at.sentence, right_, b.at.sentence)) {
      return true;
    }
    bool apart = false;
    for (const TimeMention& x : left_.times) {
      if (x.sentence != a.at.sentence) continue;
      for (const TimeMention& y : right_.times) {
        if (y.sentence != b.at.sentence) continue;
        const auto relation = RelateTimes(x.value, y.value);
        if (relation && *relation != RangeRelation::kDisjoint) return false;
        apart |= relation.has_value();
      }
    }
    return apart;
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  std::vector<UnitSentence> left_sentences_, right_sentences_;
};

}  // namespace

void CompareFigures(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  FigureReader(story, pair).Compare(out);
}

}  // namespace claimcheck
