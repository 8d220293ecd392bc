// What two texts say in nearly the same words but for a figure.

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/slot_alignment.h"
#include "rules/link/slot_difference.h"
#include "rules/link/story_context.h"
#include "rules/link/story_units.h"
#include "rules/link/within_twice.h"

namespace claimcheck {
namespace {

// In hundredths of the lighter sentence.
constexpr int kLeastOverlap = 45;
constexpr int kLeastCommon = 4;
constexpr int kLeastCovered = 50;
// Where the words right before a figure agree, less of the sentence has to.
constexpr int kFewCovered = 35;
constexpr int kMuchBefore = 120;  // tenths of idf
constexpr uint32_t kValueSlot = 3;

// What of a text could fill a slot, by sentences.
struct Fillers {
  struct Filler {
    uint32_t sentence = 0;
    uint32_t index = 0;  // of the amount, the span of time
    uint32_t kind = 0;   // another: no two tellings of one thing
  };
  // Where those of a sentence begin, and what they are as bits of their kinds.
  struct Sentence {
    uint32_t amounts = 0, spans = 0;
    uint64_t kinds = 0;
  };
  // In the order of the text.  The kind of an amount is its unit and what is
  // counted.
  std::vector<Filler> amounts, spans;
  std::vector<Sentence> sentences;  // one more than there are
  std::vector<Filler> amounts_by_kind;
};

// Whether `fit` says so of two fillers of one kind.
template <typename Fit>
bool AnyOfOneKind(absl::Span<const Fillers::Filler> a,
                  absl::Span<const Fillers::Filler> b, Fit fit) {
  for (const Fillers::Filler& x : a) {
    for (const Fillers::Filler& y : b) {
      if (x.kind == y.kind && fit(x, y)) return true;
    }
  }
  return false;
}

uint32_t KindOf(const QuantityValue& value) {
  return WordHash(value.counted) * 31 + WordHash(value.unit);
}

// `amounts`: those of the document by kind.
bool StatesAmount(const DocumentAnalysis& doc,
                  const std::vector<Fillers::Filler>& amounts,
                  const QuantityValue& value) {
  const uint32_t kind = KindOf(value);
  auto at = std::lower_bound(
      amounts.begin(), amounts.end(), kind,
      [](const Fillers::Filler& a, uint32_t k) { return a.kind < k; });
  for (; at != amounts.end() && at->kind == kind; ++at) {
    const QuantityValue& here = doc.quantities[at->index].value;
    if (here.counted != value.counted || here.unit != value.unit) continue;
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation =
        RelateQuantities(here, value, tolerance, /*usual=*/true);
    if (relation && *relation != RangeRelation::kDisjoint) return true;
  }
  return false;
}

bool StatesSpan(const DocumentAnalysis& doc,
                const std::vector<Fillers::Filler>& spans,
                const TimeValue& value) {
  for (const Fillers::Filler& span : spans) {
    const TimeValue& here = doc.times[span.index].value;
    if (here.unit == value.unit && *here.amount == *value.amount) return true;
  }
  return false;
}

// Which amounts and spans of two texts the other one states as well.  Each is
// looked for once, however many of the other text it is held against.
class StatedElsewhere {
 public:
  StatedElsewhere(const DocumentAnalysis& left, const Fillers& of_left,
                  const DocumentAnalysis& right, const Fillers& of_right)
      : left_(left),
        right_(right),
        left_fillers_(of_left),
        right_fillers_(of_right),
        left_amounts_(left.quantities.size()),
        right_amounts_(right.quantities.size()),
        left_spans_(left.times.size()),
        right_spans_(right.times.size()) {}

  // Whether the other text states either of two amounts.
  bool Amounts(uint32_t of_left, uint32_t of_right) {
    return Once(&left_amounts_[of_left],
                [&] {
                  return StatesAmount(right_, right_fillers_.amounts_by_kind,
                                      left_.quantities[of_left].value);
                }) ||
           Once(&right_amounts_[of_right], [&] {
             return StatesAmount(left_, left_fillers_.amounts_by_kind,
                                 right_.quantities[of_right].value);
           });
  }
  bool Spans(uint32_t of_left, uint32_t of_right) {
    return Once(&left_spans_[of_left],
                [&] {
                  return StatesSpan(right_, right_fillers_.spans,
                                    left_.times[of_left].value);
                }) ||
           Once(&right_spans_[of_right], [&] {
             return StatesSpan(left_, left_fillers_.spans,
                               right_.times[of_right].value);
           });
  }

 private:
  enum class Answer : uint8_t { kNotAsked, kNo, kYes };
  template <typename Ask>
  static bool Once(Answer* answer, Ask ask) {
    if (*answer == Answer::kNotAsked) {
      *answer = ask() ? Answer::kYes : Answer::kNo;
    }
    return *answer == Answer::kYes;
  }

  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const Fillers& left_fillers_;
  const Fillers& right_fillers_;
  std::vector<Answer> left_amounts_, right_amounts_, left_spans_, right_spans_;
};

// Two tellings of one amount, of which neither text has the other's too.  By their
// indices.
bool AmountsDiffer(const DocumentAnalysis& left, uint32_t of_left,
                   const DocumentAnalysis& right, uint32_t of_right,
                   StatedElsewhere* stated) {
  const QuantityMention& a = left.quantities[of_left];
  const QuantityMention& b = right.quantities[of_right];
  if (!WithinTwice(a.value.written, b.value.written) ||
      a.value.counted != b.value.counted || a.value.unit != b.value.unit ||
      a.value.ordinal != b.value.ordinal ||
      (a.value.counted.empty() && a.value.unit.empty()) ||
      words::kStillCounted.Contains(a.value.counted)) {
    return false;
  }
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  const auto relation =
      RelateQuantities(a.value, b.value, tolerance, /*usual=*/false);
  return relation && *relation == RangeRelation::kDisjoint &&
         !stated->Amounts(of_left, of_right);
}

// The same of spans of time: "sentenced to six years", "to eight years".
bool SpansDiffer(const DocumentAnalysis& left, uint32_t of_left,
                 const DocumentAnalysis& right, uint32_t of_right,
                 StatedElsewhere* stated) {
  const TimeMention& a = left.times[of_left];
  const TimeMention& b = right.times[of_right];
  return a.value.amount && b.value.amount && a.value.mod.empty() &&
         b.value.mod.empty() && !a.value.range.first && !b.value.range.first &&
         !stated->Spans(of_left, of_right);
}

Fillers ReadFillers(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  Fillers read;
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityValue& value = doc.quantities[q].value;
    if (!value.counted.empty() || !value.unit.empty()) {
      read.amounts.push_back({doc.quantities[q].sentence, q, KindOf(value)});
    }
  }
  for (uint32_t t = 0; t < doc.times.size(); ++t) {
    if (doc.times[t].value.amount) {
      read.spans.push_back({doc.times[t].sentence, t});
    }
  }
  read.amounts_by_kind = read.amounts;
  std::sort(read.amounts_by_kind.begin(), read.amounts_by_kind.end(),
            [](const Fillers::Filler& a, const Fillers::Filler& b) {
              return a.kind != b.kind ? a.kind < b.kind : a.index < b.index;
            });
  read.sentences.resize(doc.text.sentences.size() + 1);
  const auto begin = [&](std::vector<Fillers::Filler>* fillers,
                         uint32_t Fillers::Sentence::*first) {
    std::stable_sort(fillers->begin(), fillers->end(),
                     [](const Fillers::Filler& a, const Fillers::Filler& b) {
                       return a.sentence < b.sentence;
                     });
    for (const Fillers::Filler& filler : *fillers) {
      ++(read.sentences[filler.sentence + 1].*first);
      read.sentences[filler.sentence].kinds |=
          uint64_t{1} << (filler.kind * 0x9E3779B9u >> 26);
    }
    for (size_t s = 1; s < read.sentences.size(); ++s) {
      read.sentences[s].*first += read.sentences[s - 1].*first;
    }
  };
  begin(&read.amounts, &Fillers::Sentence::amounts);
  begin(&read.spans, &Fillers::Sentence::spans);
  return read;
}

const Fillers& FillersOf(StoryContext* story, uint32_t d) {
  return story->Once<Fillers>(d, [&] { return ReadFillers(*story, d); });
}

// Which unit holds an amount or a span of time; kNone: none.
uint32_t UnitOf(const std::vector<SentenceUnit>& units, SentenceUnit::Kind kind,
                uint32_t index) {
  for (uint32_t u = 0; u < units.size(); ++u) {
    if (units[u].kind == kind && units[u].mention == index) return u;
  }
  return kNone;
}

// Whether two units can fill a slot of at most `size` units: both sides begin
// with it, or units that support each other stand right before it.
bool MayShareSlot(StoryContext* story, SentenceRef a, SentenceRef b,
                  SentenceUnit::Kind kind, uint32_t of_a, uint32_t of_b,
                  uint32_t size) {
  const std::vector<SentenceUnit>& left = UnitsOf(story, a);
  const std::vector<SentenceUnit>& right = UnitsOf(story, b);
  const uint32_t i = UnitOf(left, kind, of_a), j = UnitOf(right, kind, of_b);
  if (i == kNone || j == kNone) return false;  // cut, or in another unit
  const auto begins = [&](uint32_t more_a, uint32_t more_b) {
    if (more_a > i || more_b > j) return false;
    if (i == more_a || j == more_b) return i == more_a && j == more_b;
    return UnitSupport(story->sources(), a.document, left[i - more_a - 1],
                       b.document, right[j - more_b - 1]) > 0;
  };
  if (begins(0, 0)) return true;
  return size > 2 && (begins(1, 0) || begins(0, 1));
}

// Whether one slot of two sentences could be filled otherwise; aligning them costs
// more than asking this first.
bool MayFillSlot(StoryContext* story, const Fillers& of_a, SentenceRef a,
                 const Fillers& of_b, SentenceRef b, StatedElsewhere* stated) {
  using Filler = Fillers::Filler;
  const DocumentAnalysis& left = story->document(a.document);
  const DocumentAnalysis& right = story->document(b.document);
  const auto here = [](const Fillers& of, const std::vector<Filler>& fillers,
                       uint32_t Fillers::Sentence::*first, uint32_t s) {
    const uint32_t begin = of.sentences[s].*first;
    return absl::MakeConstSpan(fillers).subspan(
        begin, of.sentences[s + 1].*first - begin);
  };
  const auto slot = [&](const Filler& x, const Filler& y,
                        SentenceUnit::Kind kind, uint32_t size) {
    return MayShareSlot(story, a, b, kind, x.index, y.index, size);
  };
  const auto amounts = &Fillers::Sentence::amounts;
  const auto spans = &Fillers::Sentence::spans;
  return AnyOfOneKind(
             here(of_a, of_a.amounts, amounts, a.sentence),
             here(of_b, of_b.amounts, amounts, b.sentence),
             [&](const Filler& x, const Filler& y) {
               return AmountsDiffer(left, x.index, right, y.index, stated) &&
                      slot(x, y, SentenceUnit::kAmount, kValueSlot);
             }) ||
         AnyOfOneKind(
             here(of_a, of_a.spans, spans, a.sentence),
             here(of_b, of_b.spans, spans, b.sentence),
             [&](const Filler& x, const Filler& y) {
               return SpansDiffer(left, x.index, right, y.index, stated) &&
                      slot(x, y, SentenceUnit::kTime, kValueSlot);
             });
}

class SlotReader {
 public:
  SlotReader(StoryContext* story, const SentenceAlignment& alignment,
             StatedElsewhere* stated, std::vector<Detail>* out)
      : story_(*story),
        alignment_(alignment),
        difference_(*story, alignment.draft, alignment.source),
        stated_(*stated),
        left_(story->document(alignment.draft.document)),
        right_(story->document(alignment.source.document)),
        out_(*out) {}

  void Read() {
    for (const Slot& slot : alignment_.slots) {
      if (slot.size() <= kValueSlot && slot.anchored &&
          alignment_.covered >= kLeastCovered) {
        ReadValue(slot);
      }
    }
    // Values behind words that agree, whatever comes then.
    for (uint32_t i = 1; i < alignment_.draft_units.size(); ++i) {
      const uint32_t before = alignment_.partner[i - 1];
      if (alignment_.partner[i] != kNone || before == kNone ||
          before + 1 >= alignment_.source_units.size()) {
        continue;
      }
      Slot slot;
      slot.draft_begin = i;
      slot.draft_end = i + 1;
      slot.source_begin = before + 1;
      slot.source_end = before + 2;
      if (Follows(slot)) ReadValue(slot);
    }
  }

 private:
  static uint32_t OnlyValue(const std::vector<SentenceUnit>& units,
                            uint32_t begin, uint32_t end) {
    uint32_t found = kNone;
    for (uint32_t u = begin; u < end; ++u) {
      if (units[u].kind == SentenceUnit::kWord ||
          units[u].kind == SentenceUnit::kScore) {
        continue;
      }
      if (found != kNone) return kNone;
      found = u;
    }
    return found;
  }

  // What stands right before it is the same on both sides and says much:
  // "killed 100 people in 13 countries".
  bool Follows(const Slot& slot) const {
    int weight = 0;
    for (uint32_t back = 1;
         back <= 5 && back <= slot.draft_begin && back <= slot.source_begin;
         ++back) {
      const uint32_t i = slot.draft_begin - back;
      if (alignment_.partner[i] != slot.source_begin - back) break;
      weight += UnitWeight(story_.sources(), alignment_.draft.document,
                           alignment_.draft_units[i]);
    }
    return weight >= kMuchBefore;
  }

  void ReadValue(const Slot& slot) {
    const uint32_t i = OnlyValue(alignment_.draft_units, slot.draft_begin,
                                 slot.draft_end);
    const uint32_t j = OnlyValue(alignment_.source_units, slot.source_begin,
                                 slot.source_end);
    if (i == kNone || j == kNone) return;
    const SentenceUnit& a = alignment_.draft_units[i];
    const SentenceUnit& b = alignment_.source_units[j];
    if (!ValuesDiffer(left_, a, right_, b)) return;
    if (a.kind == SentenceUnit::kAmount) {
      const QuantityMention& qa = left_.quantities[a.mention];
      const QuantityMention& qb = right_.quantities[b.mention];
      if (!AmountsDiffer(left_, a.mention, right_, b.mention, &stated_) ||
          difference_.AnyOnes(qa.value) || difference_.Grew(qa.value, qb.value) ||
          difference_.OtherState() || difference_.OfPollOrQuarters() ||
          difference_.OtherTimes()) {
        return;
      }
      Add(DetailKind::kFigure, Departure::kValue, qa.span, qb.span);
      return;
    }
    // "Sentenced to six years", "sentenced to eight years".
    const TimeMention& ta = left_.times[a.mention];
    const TimeMention& tb = right_.times[b.mention];
    if (!SpansDiffer(left_, a.mention, right_, b.mention, &stated_) ||
        difference_.OtherState() || OfOthers(ta.tokens, tb.tokens)) {
      return;
    }
    Add(DetailKind::kFigure, Departure::kValue, ta.span, tb.span);
  }

  // "Sand's film took three years", "Dahl's film took three weeks".
  bool OfOthers(TokenRange a, TokenRange b) const {
    return story_.NamesDiffer(story_.NamesAround(alignment_.draft, a),
                              story_.NamesAround(alignment_.source, b));
  }

  void Add(DetailKind kind, Departure departure, Span a, Span b) {
    Detail detail = StoryDetail(kind, departure, alignment_.draft, a,
                                     alignment_.source, b, alignment_.covered);
    detail.clean = true;
    out_.push_back(detail);
  }

  StoryContext& story_;
  const SentenceAlignment& alignment_;
  const SlotDifference difference_;
  StatedElsewhere& stated_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  std::vector<Detail>& out_;
};

}  // namespace

void CompareSlots(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  const Fillers& of_left = FillersOf(story, pair.left);
  const Fillers& of_right = FillersOf(story, pair.right);
  StatedElsewhere stated(left, of_left, right, of_right);
  const auto compare = [&](SentenceRef a, SentenceRef b) {
    if (!MayFillSlot(story, of_left, a, of_right, b, &stated) ||
        SameWords(left.text, story->sources().Tokens(a), right.text,
                  story->sources().Tokens(b)) ||
        Overlap(story->corpus().Words(a.document, a.sentence),
                story->corpus().Words(b.document, b.sentence)) <
            kLeastOverlap ||
        story->PastYear(a) != story->PastYear(b)) {
      return;
    }
    const SentenceAlignment alignment = AlignUnits(
        story->sources(), a, UnitsOf(story, a), b, UnitsOf(story, b));
    if (alignment.covered < kFewCovered) return;
    SlotReader(story, alignment, &stated, out).Read();
  };
  static_assert(kLeastCommon >= 2, "sentences of fewer common words are no case");
  for (uint32_t s = 0; s < left.text.sentences.size(); ++s) {
    const uint64_t kinds = of_left.sentences[s].kinds;
    if (kinds == 0 || !UsableSentence(left, s)) continue;
    for (const uint32_t t : story->Sharing(s)) {
      if (story->Common(s, t) >= kLeastCommon &&
          (kinds & of_right.sentences[t].kinds) != 0 &&
          UsableSentence(right, t)) {
        compare({pair.left, s}, {pair.right, t});
      }
    }
  }
}

}  // namespace claimcheck
