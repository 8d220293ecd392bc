// What stands in one place of two copies of a sentence, which two newsrooms edited:
// "a hospital in Corva, where three people were treated", and "in Arlen".  Words
// are compared as they stand, so that what is left out or added further on in
// the sentence is no matter.

#include <algorithm>
#include <vector>

#include "claims/lexicon/lexicon.h"
#include "rules/link/copied_difference.h"
#include "rules/link/copied_fillers.h"
#include "rules/link/countries.h"
#include "rules/link/slot_alignment.h"
#include "rules/link/story_context.h"
#include "rules/link/story_units.h"
#include "rules/link/time_atoms.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

using Filler = CopiedFiller;

// Content words that sentences have in common, to be looked at.
constexpr int kLeastCommon = 2;
// Of equal words before and behind a place, in tenths of idf: on each side, and
// on both together.
constexpr int kLeastOfSide = 60;
constexpr int kLeastOfBoth = 200;
constexpr uint32_t kLeastUnits = 2;
// Of kUnitsOfLead before a day alone.
constexpr int kWeightOfLead = 120;
// Of equal words right beside a place, on one side, in sentences that have most else in
// common; and how much that is.
constexpr int kLeastTouching = 30;
constexpr int kCommonOfNearCopies = 6;
constexpr int kCommonOfBeginning = 3;
constexpr int kCommonOfEnd = 4;
constexpr int kOverlapOfNearCopies = 60;
// Units that are compared on each side.
constexpr uint32_t kReach = 16;
// Units at the beginning of two sentences behind copies, and content words that
// these have in common.
constexpr uint32_t kUnitsOfBeginning = 3;
constexpr int kCommonBefore = 5;

// Equal words on both sides of a place in two sentences.
struct Frame {
  uint32_t before = 0;  // units
  uint32_t behind = 0;
  int weight_before = 0;
  int weight_behind = 0;
  bool begin = false;  // both sentences begin with them
  bool end = false;    // both end with them

  // What leads to a day is the same on both sides and says much: "passed its last
  // inspection on".
  bool LeadsToIt() const {
    return before >= kUnitsOfLead && weight_before >= kWeightOfLead;
  }
  // A word that says something stands right before or behind it in both.
  bool TouchesIt() const {
    return (before >= kLeastUnits && weight_before >= kLeastTouching) ||
           (behind > 0 && weight_behind >= kLeastTouching);
  }
  bool IsOfCopies() const {
    if (weight_before + weight_behind < kLeastOfBoth) return false;
    const auto enough = [](uint32_t units, int weight) {
      return units >= kLeastUnits && weight >= kLeastOfSide;
    };
    return (enough(before, weight_before) || (begin && before > 0)) &&
           (enough(behind, weight_behind) || (end && behind > 0));
  }
};

class PairReader {
 public:
  PairReader(StoryContext* story, const StoryPair& pair,
             std::vector<Detail>* out)
      : story_(*story),
        pair_(pair),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)),
        of_left_(CopiedFillersOf(story, pair.left)),
        of_right_(CopiedFillersOf(story, pair.right)),
        left_units_(StoryUnitsOf(story, pair.left)),
        right_units_(StoryUnitsOf(story, pair.right)),
        difference_(*story, pair),
        out_(*out),
        told_(*out) {}

  void Compare() {
    for (uint32_t s = 0; s < left_.text.sentences.size(); ++s) {
      if (!UsableSentence(left_, s)) continue;
      for (const uint32_t t : story_.Sharing(s)) {
        const uint64_t a = of_left_.masks[s], b = of_right_.masks[t];
        if (((a & b) == 0 && ((a | b) & CopiedFillers::kNegates) == 0) ||
            story_.Common(s, t) < kLeastCommon || !UsableSentence(right_, t) ||
            SameWords(left_.text, left_.text.sentences[s].tokens, right_.text,
                      right_.text.sentences[t].tokens)) {
          continue;
        }
        CompareSentences({pair_.left, s}, {pair_.right, t});
      }
    }
  }

 private:
  using Units = std::vector<SentenceUnit>;

  // What both texts have in one frame is told alike, whatever else they have in it.
  bool IsSettled(uint32_t s, const Filler& x, uint32_t t, const Filler& y) {
    for (const uint32_t other : story_.Sharing(s)) {
      for (const Filler& b : of_right_.Of(other)) {
        if (SaysTheSame(s, x, other, b)) return true;
      }
    }
    for (uint32_t other = 0; other < left_.text.sentences.size(); ++other) {
      if (story_.Common(other, t) < kLeastCommon) continue;
      for (const Filler& a : of_left_.Of(other)) {
        if (SaysTheSame(other, a, t, y)) return true;
      }
    }
    return false;
  }
  bool SaysTheSame(uint32_t s, const Filler& x, uint32_t t, const Filler& y) {
    if (!x.MayShareFrame(y)) return false;
    const Units& left = UnitsOf(&story_, {pair_.left, s}, &left_units_);
    const Units& right = UnitsOf(&story_, {pair_.right, t}, &right_units_);
    return Same(left[x.begin], right[y.begin]) &&
           ReadFrame(left, x.begin, x.end, right, y.begin, y.end).IsOfCopies();
  }

  void CompareSentences(SentenceRef a, SentenceRef b) {
    const Units& left = UnitsOf(&story_, a, &left_units_);
    const Units& right = UnitsOf(&story_, b, &right_units_);
    for (const Filler& x : of_left_.Of(a.sentence)) {
      if (x.kind == Filler::kNegation) {
        for (uint32_t u = 1; u < right.size(); ++u) {
          if (x.begin > 0 && Same(left[x.begin - 1], right[u - 1]) &&
              ReadFrame(left, x.begin, x.end, right, u, u).IsOfCopies()) {
            AddNegation(a, left, {x.begin, x.end}, b, right, {u - 1, u + 1});
          }
        }
        continue;
      }
      if ((x.bit & of_right_.masks[b.sentence]) == 0) continue;  // nothing like it
      for (const Filler& y : of_right_.Of(b.sentence)) {
        if (!x.MayShareFrame(y) ||
            (x.kind == Filler::kContrast ? x.sense == y.sense
                                         : ReadsAlike(left, x, right, y))) {
          continue;
        }
        const Frame frame =
            ReadFrame(left, x.begin, x.end, right, y.begin, y.end);
        if (!frame.IsOfCopies() && !(frame.LeadsToIt() && StandsAlone(frame, x, y)) &&
            !BeginsBehindCopies(frame, a, x, b, y) &&
            !(frame.TouchesIt() && AreNearCopies(frame, x.kind, a, b))) {
          continue;
        }
        CompareFillers(a, left, x, b, right, y);
      }
    }
    if ((of_right_.masks[b.sentence] & CopiedFillers::kNegates) == 0) return;
    for (const Filler& y : of_right_.Of(b.sentence)) {
      if (y.kind != Filler::kNegation) continue;
      for (uint32_t u = 1; u < left.size(); ++u) {
        if (y.begin > 0 && Same(left[u - 1], right[y.begin - 1]) &&
            ReadFrame(left, u, u, right, y.begin, y.end).IsOfCopies()) {
          AddNegation(a, left, {u - 1, u + 1}, b, right, {y.begin, y.end});
        }
      }
    }
  }

  // Sentences of which most is told in the same words, in whatever order: a place, a
  // nation or an opposite in which they differ need not stand between equal words.
  bool AreNearCopies(const Frame& frame, Filler::Kind kind, SentenceRef a,
                     SentenceRef b) const {
    if (kind != Filler::kPlace && kind != Filler::kNation &&
        kind != Filler::kContrast) {
      return false;
    }
    // All that leads to it is the same, or both end with where something was said.
    const bool begins = kind == Filler::kPlace && frame.begin;
    const bool ends = kind == Filler::kPlace && frame.end && frame.behind == 0 &&
                      HasQuotation(left_, a.sentence) && HasQuotation(right_, b.sentence);
    return story_.OfOneState(pair_) &&
           story_.Common(a.sentence, b.sentence) >=
               (begins ? kCommonOfBeginning : ends ? kCommonOfEnd : kCommonOfNearCopies) &&
           Overlap(story_.corpus().Words(a.document, a.sentence),
                   story_.corpus().Words(b.document, b.sentence)) >=
               kOverlapOfNearCopies;
  }

  static bool HasQuotation(const DocumentAnalysis& doc, uint32_t sentence) {
    const TokenRange tokens = doc.text.sentences[sentence].tokens;
    return std::any_of(
        doc.quotes.begin(), doc.quotes.end(),
        [&](const Quote& quote) { return quote.tokens.Overlaps(tokens); });
  }

  // "It can deliver up to 150 watts", behind the same sentence on the motor.
  bool BeginsBehindCopies(const Frame& frame, SentenceRef a, const Filler& x,
                          SentenceRef b, const Filler& y) const {
    if (x.kind != Filler::kAmount || !frame.begin ||
        frame.before < kUnitsOfBeginning || a.sentence == 0 || b.sentence == 0 ||
        story_.Common(a.sentence - 1, b.sentence - 1) < kCommonBefore) {
      return false;
    }
    const QuantityValue& left = left_.quantities[x.index].value;
    const QuantityValue& right = right_.quantities[y.index].value;
    return left.unit == right.unit && left.counted == right.counted &&
           (!left.unit.empty() || !left.counted.empty());
  }

  bool Same(const SentenceUnit& x, const SentenceUnit& y) const {
    if (x.kind != y.kind) return false;
    if (x.kind == SentenceUnit::kWord) {
      return left_.text.tokens[x.tokens.begin].word ==
             right_.text.tokens[y.tokens.begin].word;
    }
    return UnitSupport(story_.sources(), pair_.left, x, pair_.right, y) == 100;
  }

  // Word for word the same, so that nothing differs.
  bool ReadsAlike(const Units& a, const Filler& x, const Units& b, const Filler& y) const {
    return SameWords(left_.text, {a[x.begin].tokens.begin, a[x.end - 1].tokens.end},
                     right_.text, {b[y.begin].tokens.begin, b[y.end - 1].tokens.end});
  }

  Frame ReadFrame(const Units& a, uint32_t a_begin, uint32_t a_end,
                  const Units& b, uint32_t b_begin, uint32_t b_end) const {
    Frame frame;
    const auto weight = [this](const SentenceUnit& unit) {
      return UnitWeight(story_.sources(), pair_.left, unit);
    };
    while (frame.before < kReach && frame.before < a_begin &&
           frame.before < b_begin &&
           Same(a[a_begin - frame.before - 1], b[b_begin - frame.before - 1])) {
      frame.weight_before += weight(a[a_begin - ++frame.before]);
    }
    frame.begin = frame.before == a_begin && frame.before == b_begin;
    while (frame.behind < kReach && a_end + frame.behind < a.size() &&
           b_end + frame.behind < b.size() &&
           Same(a[a_end + frame.behind], b[b_end + frame.behind])) {
      frame.weight_behind += weight(a[a_end + frame.behind++]);
    }
    frame.end = a_end + frame.behind == a.size() &&
                b_end + frame.behind == b.size();
    return frame;
  }

  void CompareFillers(SentenceRef a, const Units& left, const Filler& x,
                      SentenceRef b, const Units& right, const Filler& y) {
    const SentenceUnit& unit = left[x.begin];
    const SentenceUnit& other = right[y.begin];
    if (InQuotation(left_, unit.tokens.begin) &&
        InQuotation(right_, other.tokens.begin)) {
      return;  // of wordings
    }
    switch (x.kind) {
      case Filler::kAmount:
        if (difference_.AmountsDiffer(a, x.index, b, y.index) &&
            !IsSettled(a.sentence, x, b.sentence, y)) {
          Add(DetailKind::kFigure, Departure::kValue, a,
              left_.quantities[x.index].span, b, right_.quantities[y.index].span);
        }
        break;
      case Filler::kTime:
        if (!(difference_.LengthsDiffer(x.index, y.index) ||
              difference_.DatesDiffer(x.index, y.index)) ||
            IsSettled(a.sentence, x, b.sentence, y)) {
          break;
        }
        if (difference_.LengthsDiffer(x.index, y.index)) {
          Add(DetailKind::kFigure, Departure::kValue, a,
              left_.times[x.index].span, b, right_.times[y.index].span);
        } else {
          Add(DetailKind::kWhen, Departure::kValue, a, left_.times[x.index].span,
              b, right_.times[y.index].span);
        }
        break;
      case Filler::kPlace:
        if (difference_.PlacesDiffer(x.index, y.index)) {
          Add(DetailKind::kWhere, Departure::kValue, a,
              left_.names[x.index].span, b, right_.names[y.index].span);
        }
        break;
      case Filler::kNation:
        if (NationOf(left_, x.index) != NationOf(right_, y.index)) {
          Add(DetailKind::kWords, Departure::kContrast, a,
              left_.text.SpanOf(unit.tokens), b, right_.text.SpanOf(other.tokens));
        }
        break;
      case Filler::kContrast: {
        const LexEntry* const kin = KinAt(left_, x.index);
        const LexEntry* const other_kin = KinAt(right_, y.index);
        const DraftWords& words = story_.words(pair_.left);
        const DraftWords& others = story_.words(pair_.right);
        const WordClass* const contrast =
            FindContrast(words, words.words[x.index], others, others.words[y.index]);
        // Prices rise and fall all day.
        if ((contrast != nullptr && contrast->entry->id != "direction") ||
            (kin != nullptr && other_kin != nullptr &&
             kin->value_text != other_kin->value_text)) {
          const bool phrases =
              words.words[x.index].stem == others.words[y.index].stem;
          Add(DetailKind::kWords, Departure::kContrast, a,
              left_.text.SpanOf(phrases ? ContrastPhrase(left_, unit.tokens)
                                        : unit.tokens),
              b,
              right_.text.SpanOf(phrases ? ContrastPhrase(right_, other.tokens)
                                         : other.tokens));
        }
        break;
      }
      case Filler::kNegation:
        break;
    }
  }

  static bool InQuotation(const DocumentAnalysis& doc, uint32_t token) {
    return std::any_of(
        doc.quotes.begin(), doc.quotes.end(),
        [&](const Quote& quote) { return quote.tokens.Contains(token); });
  }

  // What may end in two copies, without a word behind that is the same.
  bool StandsAlone(const Frame& frame, const Filler& x, const Filler& y) const {
    return x.kind == Filler::kAmount
               ? frame.end && left_.quantities[x.index].value.hedge == HedgeKind::kNone
           : x.kind == Filler::kTime   ? TellsDay(left_, x.index) && TellsDay(right_, y.index)
                                       : x.kind == Filler::kContrast;
  }

  // By its month: years alone stand behind all sources of a paper.
  static bool TellsDay(const DocumentAnalysis& doc, uint32_t time) {
    const auto atoms = ReadTimeAtoms(doc, doc.times[time]);
    return std::any_of(atoms.begin(), atoms.end(), [](const TimeAtom& atom) {
      return atom.kind == TimeAtom::kMonthDay || atom.kind == TimeAtom::kMonth;
    });
  }

  void AddNegation(SentenceRef a, const Units& left, TokenRange of_left,
                   SentenceRef b, const Units& right, TokenRange of_right) {
    const TokenRange x = {left[of_left.begin].tokens.begin,
                          left[of_left.end - 1].tokens.end};
    const TokenRange y = {right[of_right.begin].tokens.begin,
                          right[of_right.end - 1].tokens.end};
    if (InQuotation(left_, x.begin) || InQuotation(right_, y.begin)) return;
    if (!story_.OfOneState(pair_)) return;
    Add(DetailKind::kWords, Departure::kNegation, a, left_.text.SpanOf(x), b,
        right_.text.SpanOf(y));
  }

  void Add(DetailKind kind, Departure departure, SentenceRef a, Span span,
           SentenceRef b, Span other) {
    if (told_.Tells(pair_.left, span, pair_.right, other)) return;
    constexpr int kCopies = 90;
    out_.push_back(StoryDetail(kind, departure, a, span, b, other, kCopies));
  }

  StoryContext& story_;
  const StoryPair pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const CopiedFillers& of_left_;
  const CopiedFillers& of_right_;
  StoryUnits& left_units_;
  StoryUnits& right_units_;
  const CopiedDifference difference_;
  std::vector<Detail>& out_;
  ToldPlaces told_;
};

}  // namespace

void CompareCopied(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  PairReader(story, pair, out).Compare();
}

}  // namespace claimcheck
