// What two texts say in nearly the same words but for a figure.

#include <vector>

#include "absl/types/span.h"
#include "rules/link/figure_scope.h"
#include "rules/link/slot_alignment.h"
#include "rules/link/slot_difference.h"
#include "rules/link/slot_fillers.h"
#include "rules/link/stated_elsewhere.h"
#include "rules/link/story_context.h"
#include "rules/link/story_units.h"

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

// Whether `fit` says so of two fillers of one kind.
template <typename Fit>
bool AnyOfOneKind(absl::Span<const SlotFillers::Filler> a,
                  absl::Span<const SlotFillers::Filler> b, Fit fit) {
  for (const SlotFillers::Filler& x : a) {
    for (const SlotFillers::Filler& y : b) {
      if (x.kind == y.kind && fit(x, y)) return true;
    }
  }
  return false;
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
bool MayFillSlot(StoryContext* story, const SlotFillers& of_a, SentenceRef a,
                 const SlotFillers& of_b, SentenceRef b, StatedElsewhere* stated) {
  using Filler = SlotFillers::Filler;
  const DocumentAnalysis& left = story->document(a.document);
  const DocumentAnalysis& right = story->document(b.document);
  const auto here = [](const SlotFillers& of, const std::vector<Filler>& fillers,
                       uint32_t SlotFillers::Sentence::*first, uint32_t s) {
    const uint32_t begin = of.sentences[s].*first;
    return absl::MakeConstSpan(fillers).subspan(
        begin, of.sentences[s + 1].*first - begin);
  };
  const auto slot = [&](const Filler& x, const Filler& y,
                        SentenceUnit::Kind kind, uint32_t size) {
    return MayShareSlot(story, a, b, kind, x.index, y.index, size);
  };
  const auto amounts = &SlotFillers::Sentence::amounts;
  const auto spans = &SlotFillers::Sentence::spans;
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
          OfOtherScopes(left_, qa, right_, qb) || difference_.AnyOnes(qa.value) || difference_.Grew(qa.value, qb.value) ||
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
  const SlotFillers& of_left = SlotFillersOf(story, pair.left);
  const SlotFillers& of_right = SlotFillersOf(story, pair.right);
  StatedElsewhere stated(left, of_left, right, of_right);
  const auto compare = [&](SentenceRef a, SentenceRef b) {
    if (Overlap(story->corpus().Words(a.document, a.sentence),
                story->corpus().Words(b.document, b.sentence)) <
            kLeastOverlap ||
        SameWords(left.text, story->sources().Tokens(a), right.text,
                  story->sources().Tokens(b)) ||
        !MayFillSlot(story, of_left, a, of_right, b, &stated) ||
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
