// Remarks of one speaker in two wordings, and one remark in the mouths of two.

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "rules/link/remark.h"
#include "rules/link/remark_likeness.h"
#include "rules/link/remark_pairs.h"
#include "rules/link/remark_things.h"
#include "rules/link/remark_wording.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Thousandths of the logarithm of the odds that two are one remark.
constexpr int64_t kLeastWeight = 0;
constexpr int kSure = 80;
// Remarks of so many words, of which all but one stand in the other in order.
constexpr size_t kLeastVerbatim = 5;
// Too short to be one remark with another thing in it.
constexpr size_t kShortRemark = 9;
// Content words of what two people are said to have said.
constexpr size_t kLeastOfSpeakers = 2;
constexpr int kLeastWeightOfSpeakers = 100;  // tenths of idf
constexpr uint32_t kLooseOfSpeakers = 8;  // tokens, in texts less alike
constexpr size_t kLeastWhole = 7;  // words of what both have whole
constexpr uint32_t kMostToName = 60;  // bytes
constexpr size_t kLeastPart = 8;      // words of a remark that another goes on from

// One remark is the beginning or the end of the other, word for word.
bool BeginsOrEnds(const Remark& part, const Remark& whole) {
  if (part.said.size() < kLeastPart || part.said.size() >= whole.said.size()) {
    return false;
  }
  const auto same = [](const SaidWord& x, const SaidWord& y) {
    return x.word.key == y.word.key;
  };
  return std::equal(part.said.begin(), part.said.end(), whole.said.begin(),
                    same) ||
         std::equal(part.said.begin(), part.said.end(),
                    whole.said.end() - static_cast<long>(part.said.size()), same);
}

// Remarks that are one in other words.  Each is in one pair: the likeliest; of a
// quotation of several sentences either some of them are, or the whole.
class OneRemark {
 public:
  OneRemark(StoryContext* story, const StoryPair& pair)
      : story_(*story),
        pair_(pair),
        left_(RemarksOf(story, pair.left)),
        right_(RemarksOf(story, pair.right)),
        left_taken_(left_.size()),
        right_taken_(right_.size()) {}

  void Report(std::vector<Detail>* out) {
    std::vector<std::pair<int64_t, RemarkPair>> pairs;
    for (const RemarkPair& pair : ReadRemarkPairs(&story_, pair_)) {
      const int64_t weight = Weigh(pair);
      if (weight >= kLeastWeight) pairs.emplace_back(weight, pair);
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
      return a.first > b.first;
    });
    for (auto& [weight, pair] : pairs) {
      if (left_taken_[pair.left] || right_taken_[pair.right]) continue;
      const Remark& a = left_[pair.left];
      const Remark& b = right_[pair.right];
      // "The rescue took four hours", "the meeting took four hours".
      if (std::max(a.said.size(), b.said.size()) <= kShortRemark &&
          SwapThings(&story_, pair_, a, b)) {
        continue;
      }
      Take(pair.left, left_, &left_taken_);
      Take(pair.right, right_, &right_taken_);
      Detail detail = StoryDetail(
          DetailKind::kSaid, Departure::kNone, {pair_.left, a.sentence},
          story_.document(pair_.left).text.SpanOf(a.tokens),
          {pair_.right, b.sentence},
          story_.document(pair_.right).text.SpanOf(b.tokens), kSure);
      detail.covered = pair[RemarkFeature::k_share];
      out->push_back(detail);
    }
  }

 private:
  static void Take(uint32_t i, const std::vector<Remark>& remarks,
                   std::vector<bool>* taken) {
    for (uint32_t k = i - remarks[i].parts; k <= i; ++k) (*taken)[k] = true;
    for (uint32_t k = i + 1; k < remarks.size(); ++k) {
      if (remarks[k].parts >= k - i) (*taken)[k] = true;
    }
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const std::vector<Remark>& left_;
  const std::vector<Remark>& right_;
  std::vector<bool> left_taken_, right_taken_;
};

// One remark in the mouths of two people.
class TwoSpeakers {
 public:
  TwoSpeakers(StoryContext* story, const StoryPair& pair, bool one_state)
      : story_(*story),
        pair_(pair),
        one_state_(one_state),
        left_(RemarksOf(story, pair.left)),
        right_(RemarksOf(story, pair.right)) {}

  // The same words in the mouths of two people.  Of the sentences of a remark the
  // one beside which the name stands.
  void Report(std::vector<Detail>* out) {
    ToldPlaces told(*out);
    for (const bool beside : {true, false}) {
      for (const Remark& a : left_) {
        for (const Remark& b : right_) {
          if (a.name.size() == 0 || b.name.size() == 0 ||
              !AreOtherSpeakers(story_, a, b) || OneName(a, b) ||
              !(SaysMuch(a) || IsWhole(a, b)) ||
              (pair_.loose &&
               std::min(a.tokens.size(), b.tokens.size()) < kLooseOfSpeakers) ||
              (beside && !(IsBeside(pair_.left, a) && IsBeside(pair_.right, b))) ||
              !SaysTheSame(a, b)) {
            continue;
          }
          const Span mine = WithName(pair_.left, a);
          const Span theirs = WithName(pair_.right, b);
          if (told.Tells(pair_.left, QuoteAt(pair_.left, mine), pair_.right,
                         QuoteAt(pair_.right, theirs))) {
            continue;
          }
          Detail detail =
              StoryDetail(DetailKind::kSaid, Departure::kName,
                          {pair_.left, a.sentence}, mine,
                          {pair_.right, b.sentence}, theirs, 100);
          detail.covered = 0;
          detail.whole = a.name;
          detail.counterpart_whole = b.name;
          out->push_back(detail);
        }
      }
    }
  }

 private:
  // "Simms" and "Hal Simms", though they were not taken for one.
  bool OneName(const Remark& a, const Remark& b) const {
    const absl::string_view x = story_.corpus().EntityName(a.speaker);
    const absl::string_view y = story_.corpus().EntityName(b.speaker);
    return absl::EndsWith(x, y) || absl::EndsWith(y, x);
  }

  // More than what any two officials say: "we have seen the reports".
  bool SaysMuch(const Remark& remark) const {
    const DraftWords& words = story_.words(pair_.left);
    int weight = 0;
    for (const uint32_t t : remark.content) weight += words.words[t].idf;
    return remark.content.size() >= kLeastOfSpeakers &&
           weight >= kLeastWeightOfSpeakers;
  }

  // Word for word, and not two or three words: "this was an attack on all of us".
  bool IsWhole(const Remark& a, const Remark& b) const {
    return !pair_.loose && IsVerbatim(a, b);
  }
  static bool IsVerbatim(const Remark& a, const Remark& b) {
    return !a.content.empty() && a.said.size() >= kLeastWhole &&
           a.said.size() == b.said.size() &&
           CompareVerbatim(a, b, kLeastVerbatim) == Verbatim::kYes;
  }

  bool IsBeside(uint32_t d, const Remark& remark) const {
    const Span words = story_.document(d).text.SpanOf(remark.tokens);
    return words.Hull(remark.name).size() <= words.size() + kMostToName;
  }
  // The words and whose they are, where the two stand close together.
  Span WithName(uint32_t d, const Remark& remark) const {
    const Span words = story_.document(d).text.SpanOf(remark.tokens);
    return IsBeside(d, remark) ? words.Hull(remark.name) : words;
  }
  // All of the quotation in which a place begins.
  Span QuoteAt(uint32_t d, Span place) const {
    for (const Quote& quote : story_.document(d).quotes) {
      if (quote.span.Overlaps(place)) return quote.span;
    }
    return place;
  }

  // Two people's words are one remark: all of them but one, or most; of other days all.
  bool SaysTheSame(const Remark& a, const Remark& b) {
    if (!one_state_) return IsVerbatim(a, b);
    if (BeginsOrEnds(a, b) || BeginsOrEnds(b, a)) return true;
    const Verbatim verbatim = CompareVerbatim(a, b, kLeastVerbatim);
    if (verbatim == Verbatim::kYes) return true;
    if (verbatim == Verbatim::kButForAWord) {
      return a.said.size() > kShortRemark || !SwapThings(&story_, pair_, a, b);
    }
    const WordingLikeness wording = CompareWordings(
        story_.words(pair_.left), a, story_.words(pair_.right), b);
    return !pair_.loose && IsOneWording(wording) &&
           !OfOtherThings(&story_, pair_, a, b, wording) &&
           !OfOtherPlacesInRow(story_, pair_, a, b);
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const bool one_state_;
  const std::vector<Remark>& left_;
  const std::vector<Remark>& right_;
};

}  // namespace

void CompareRemarks(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  // A campaign repeats itself for months, though not in the mouth of another.
  const bool one_state = story->OfOneState(pair);
  if (one_state) OneRemark(story, pair).Report(out);
  TwoSpeakers(story, pair, one_state).Report(out);
}

}  // namespace claimcheck
