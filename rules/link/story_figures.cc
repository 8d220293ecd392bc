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
#include "rules/link/digit_slips.h"
#include "rules/link/figure_scope.h"
#include "rules/link/id_filter.h"
#include "rules/link/slot_difference.h"
#include "rules/link/story_context.h"
#include "rules/link/story_units.h"
#include "rules/link/told_places.h"
#include "rules/link/within_twice.h"

namespace claimcheck {
namespace {

// How much of what stands around a figure has to stand around the other, of both
// sides, in hundredths.
constexpr int kSwappedContext = 35;  // where two digits changed places
constexpr int kSwappedOfMany = 15;   // of three and more
constexpr int kNearContext = 70;

struct Figure {
  SentenceRef at;
  uint32_t unit = 0;  // of its sentence
  uint32_t mention = 0;
  bool span = false;  // of time: index into times, else into quantities
  uint32_t kind = 0;  // another: surely of another kind
  Decimal number;
};

int SwappedContext(const Decimal& number) {
  return number < Decimal{100, 0} ? kSwappedContext : kSwappedOfMany;
}

bool Near(const Decimal& a, const Decimal& b) {
  return a == b || WithinTwice(a, b);
}

// The figures of a document, with the sentences that they stand in.
struct Figures {
  std::vector<Figure> figures;
  struct OfKind {
    uint32_t kind = 0;
    uint32_t figure = 0;  // index
  };
  std::vector<OfKind> by_kind;  // then in order
  IdFilter kinds;
  std::vector<UnitSentence> sentences;  // one a sentence, read if it has figures
};

class FigureReader {
 public:
  FigureReader(StoryContext* story, const StoryPair& pair,
               std::vector<Detail>* out)
      : story_(*story),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)),
        left_figures_(Read(story, pair.left)),
        right_figures_(Read(story, pair.right)),
        out_(*out),
        told_(*out) {}

  // Most figures of a story are the same in both texts: what stands around them
  // is compared only for those that differ, and where neither text has both.
  void Compare() {
    const std::vector<Figure>& left = left_figures_.figures;
    const std::vector<Figure>& right = right_figures_.figures;
    contexts_.assign(left.size() * right.size(), kNotRead);
    told_left_.assign(left.size(), kNotRead);
    told_right_.assign(right.size(), kNotRead);
    most_left_.assign(left.size(), kNotRead);
    most_right_.assign(right.size(), kNotRead);
    for (uint32_t i = 0; i < left.size(); ++i) {
      ForKind(right_figures_, left[i].kind, [&](uint32_t j) {
        // What is told of one kind with one number is told by both.
        if (left[i].number == right[j].number || !OneKind(left[i], right[j])) {
          return true;
        }
        if (LeftTold(i)) return false;
        if (RightTold(j) || !Differ(left[i], right[j], 100)) return true;
        const bool swapped =
            !left[i].span && DigitsExchanged(left[i].number, right[j].number);
        const int least =
            swapped ? SwappedContext(left[i].number) : kNearContext;
        // Most figures have little in common: how little need not be known.
        if (ReadContext(left[i], right[j], least) < least) return true;
        const int context = Context(i, j);
        if (Differ(left[i], right[j], context) && Nearest(i, j) &&
            !OtherTimes(left[i], right[j])) {
          Add(left[i], right[j], context);
        }
        return true;
      });
    }
  }

 private:
  static constexpr int8_t kNotRead = -1;

  // No other figure of its kind has more in common with either.  The most that a
  // figure has in common with any is read once.
  bool Nearest(uint32_t i, uint32_t j) {
    const std::vector<Figure>& left = left_figures_.figures;
    const std::vector<Figure>& right = right_figures_.figures;
    const int context = Context(i, j);
    int8_t& of_left = most_left_[i];
    if (of_left == kNotRead) {
      ForKind(right_figures_, left[i].kind, [&](uint32_t k) {
        if (OneKind(left[i], right[k])) {
          of_left = std::max(of_left, Context(i, k));
        }
        return true;
      });
    }
    if (of_left > context) return false;
    int8_t& of_right = most_right_[j];
    if (of_right == kNotRead) {
      ForKind(left_figures_, right[j].kind, [&](uint32_t k) {
        if (OneKind(left[k], right[j])) {
          of_right = std::max(of_right, Context(k, j));
        }
        return true;
      });
    }
    return of_right <= context;
  }

  // Calls `visit` with the figures of a kind, in order, until it returns false.
  template <typename Visit>
  static void ForKind(const Figures& of, uint32_t kind, Visit visit) {
    if (!of.kinds.MayHold(kind)) return;
    auto at = std::lower_bound(of.by_kind.begin(), of.by_kind.end(), kind,
                               [](const Figures::OfKind& k, uint32_t wanted) {
                                 return k.kind < wanted;
                               });
    for (; at != of.by_kind.end() && at->kind == kind; ++at) {
      if (!visit(at->figure)) return;
    }
  }

  void Add(const Figure& a, const Figure& b, int context) {
    const Span span_a = SpanOf(left_, a), span_b = SpanOf(right_, b);
    // By another finder already, as an age or a number of people.
    if (told_.Tells(a.at.document, span_a, b.at.document, span_b)) return;
    out_.push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, a.at,
                               span_a, b.at, span_b, context));
  }

  static Span SpanOf(const DocumentAnalysis& doc, const Figure& figure) {
    return figure.span ? doc.times[figure.mention].span
                       : doc.quantities[figure.mention].span;
  }

  static const Figures& Read(StoryContext* story, uint32_t d) {
    return story->Once<Figures>(d, [&] {
      const DocumentAnalysis& doc = story->document(d);
      Figures read;
      read.sentences.resize(doc.text.sentences.size());
      std::vector<bool> holds_figure(doc.text.sentences.size());
      const auto mark = [&](TokenRange tokens) {
        holds_figure[doc.text.sentence_of[tokens.begin]] = true;
        holds_figure[doc.text.sentence_of[tokens.end - 1]] = true;
      };
      for (const QuantityMention& q : doc.quantities) mark(q.tokens);
      for (const TimeMention& time : doc.times) {
        if (time.value.amount) mark(time.tokens);
      }
      for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
        if (doc.text.sentences[s].zone == Sentence::kFurniture) continue;
        if (!holds_figure[s]) continue;
        UnitSentence& sentence = read.sentences[s];
        sentence.at = {d, s};
        sentence.units = UnitsOf(story, sentence.at);
        for (uint32_t u = 0; u < sentence.units.size(); ++u) {
          const SentenceUnit& unit = sentence.units[u];
          if (unit.kind == SentenceUnit::kWord ||
              unit.kind == SentenceUnit::kScore) {
            continue;
          }
          Figure figure;
          figure.at = sentence.at;
          figure.unit = u;
          figure.mention = unit.mention;
          figure.span = unit.kind == SentenceUnit::kTime;
          if (!Usable(doc, figure)) continue;
          if (figure.span) {
            const TimeValue& value = doc.times[figure.mention].value;
            figure.kind = static_cast<uint32_t>(value.unit);
            figure.number = *value.amount;
          } else {
            const QuantityValue& value = doc.quantities[figure.mention].value;
            figure.kind = KindOf(value);
            figure.number = value.written;
          }
          read.figures.push_back(figure);
        }
      }
      for (uint32_t i = 0; i < read.figures.size(); ++i) {
        read.by_kind.push_back({read.figures[i].kind, i});
        read.kinds.Add(read.figures[i].kind);
      }
      std::sort(read.by_kind.begin(), read.by_kind.end(),
                [](const Figures::OfKind& a, const Figures::OfKind& b) {
                  return a.kind != b.kind ? a.kind < b.kind
                                          : a.figure < b.figure;
                });
      return read;
    });
  }

  // The same for all that OneKind takes for one kind.
  static uint32_t KindOf(const QuantityValue& value) {
    uint32_t kind = static_cast<uint32_t>(value.change);
    for (const absl::string_view part :
         {value.unit, value.per, value.dimension,
          value.unit.empty() ? value.counted : absl::string_view()}) {
      kind = kind * 31 + WordHash(part);
    }
    return kind;
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

  // Of words out of the lexicon: nearly all that are the same lie in one place.
  static bool SameWord(absl::string_view a, absl::string_view b) {
    return (a.data() == b.data() && a.size() == b.size()) || a == b;
  }

  bool OneKind(const Figure& a, const Figure& b) const {
    if (a.span != b.span || a.kind != b.kind) return false;
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
    return x.change == y.change && SameWord(x.dimension, y.dimension) &&
           SameWord(x.unit, y.unit) && SameWord(x.per, y.per) && counted;
  }

  // The lesser of the two sides' shares.
  int8_t Context(uint32_t i, uint32_t j) {
    int8_t& kept = contexts_[i * right_figures_.figures.size() + j];
    if (kept == kNotRead) {
      kept = static_cast<int8_t>(ReadContext(left_figures_.figures[i],
                                             right_figures_.figures[j],
                                             /*least=*/0));
    }
    return kept;
  }

  // 0, or anything less than `least`, where it is less.
  int ReadContext(const Figure& a, const Figure& b, int least) const {
    const UnitSentence& left = left_figures_.sentences[a.at.sentence];
    const UnitSentence& right = right_figures_.sentences[b.at.sentence];
    const int there =
        SharedContext(story_.sources(), left, a.unit, right, b.unit,
                      Synonyms::kListed, least);
    if (there < std::max(kSwappedOfMany, least)) return there;
    return std::min(there,
                    SharedContext(story_.sources(), right, b.unit, left, a.unit,
                                  Synonyms::kListed, least));
  }

  bool Differ(const Figure& a, const Figure& b, int context) const {
    if (a.span) {
      const Decimal x = *left_.times[a.mention].value.amount;
      const Decimal y = *right_.times[b.mention].value.amount;
      return x != y && Near(x, y) && context >= kNearContext;
    }
    const QuantityValue& x = left_.quantities[a.mention].value;
    const QuantityValue& y = right_.quantities[b.mention].value;
    const bool near = context >= kNearContext && !Changes(x.dimension) &&
                      Near(x.written, y.written);
    if (!near && !DigitsExchanged(x.written, y.written)) return false;
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation = RelateQuantities(x, y, tolerance, /*usual=*/false);
    return relation && *relation == RangeRelation::kDisjoint;
  }

  // People, houses, cases grow in number while the news comes in, and shares of
  // a count or a poll are told anew every hour.
  static bool Changes(absl::string_view dimension) {
    return dimension == "count" || dimension == "percent";
  }

  // A figure stands in the other text too.  Looked for once each.
  bool LeftTold(uint32_t i) {
    int8_t& told = told_left_[i];
    if (told == kNotRead) told = Told(right_, left_figures_.figures[i], left_);
    return told != 0;
  }
  bool RightTold(uint32_t j) {
    int8_t& told = told_right_[j];
    if (told == kNotRead) told = Told(left_, right_figures_.figures[j], right_);
    return told != 0;
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
                         return q.value.written == value.written &&
                                q.value.unit == value.unit;
                       }) ||
           HoldsBare(other, value);
  }

  // Each sentence has its own time: another quarter, another year.
  bool OtherTimes(const Figure& a, const Figure& b) const {
    if (story_.NamesDiffer(
            story_.NamesAround(a.at, left_figures_.sentences[a.at.sentence]
                                         .units[a.unit].tokens),
            story_.NamesAround(b.at, right_figures_.sentences[b.at.sentence]
                                         .units[b.unit].tokens))) {
      return true;
    }
    const SlotDifference difference(story_, a.at, b.at);
    return story_.PastYear(a.at) != story_.PastYear(b.at) ||
           difference.OfPollOrQuarters() || difference.OtherTimes();
  }

  StoryContext& story_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const Figures& left_figures_;
  const Figures& right_figures_;
  std::vector<Detail>& out_;
  ToldPlaces told_;
  std::vector<int8_t> contexts_;  // left, right
  std::vector<int8_t> told_left_, told_right_;
  std::vector<int8_t> most_left_, most_right_;
};

}  // namespace

void CompareFigures(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  FigureReader(story, pair, out).Compare();
}

}  // namespace claimcheck
