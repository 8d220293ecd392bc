// Remarks of one speaker in two wordings, and one remark in the mouths of two.

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "rules/link/name_link.h"
#include "rules/link/remark.h"
#include "rules/link/remark_likeness.h"
#include "rules/link/remark_things.h"
#include "rules/link/remark_wording.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Of two translations of one remark, where it is not told who one of the speakers is:
// of the words of both.
constexpr int kRemarkOfAnybody = 60;
constexpr int kCommonOfAnybody = 4;  // content words
// What a remark of two words and another that says both have in common.
constexpr int kShortRemark = 80;
// Remarks of so many words, of which all but one stand in the other in order.
constexpr size_t kLeastVerbatim = 5;
constexpr size_t kLeastOfAnybody = 7;  // where a speaker is not known
// Long enough to be known by its small words.
constexpr size_t kLongRemark = 12;
// Too short to be one remark with another thing in it.
constexpr size_t kShortVerbatim = 9;
// Content words of what two people are said to have said.
constexpr size_t kLeastOfSpeakers = 2;
constexpr int kLeastWeightOfSpeakers = 100;  // tenths of idf
constexpr uint32_t kLooseOfSpeakers = 10;  // tokens, in texts less alike
constexpr uint32_t kMostToName = 60;  // bytes
constexpr size_t kLeastPart = 8;      // words of a remark that another goes on from

// By the words in their order: of one speaker, where one is not known, and of two.
constexpr LeastWording kWordingOfOne = {57, 50, 4, 2, 100, 60};
constexpr LeastWording kWordingOfAnybody = {70, 58, 6, 1, 90, 100};
constexpr LeastWording kWordingOfTwo = {82, 78, 8, 4, 180, 100};
// The same words in another order: of the content words of the longer one, and how
// many; of one speaker fewer, where it is all of them but one.
constexpr int kReordered = 75;
constexpr int kDistinctReordered = 5;
constexpr int kDistinctOfFew = 3;
constexpr int kThingsReordered = 2;
// Of the words of anybody, whatever their order.
constexpr int kLeastByWording = 40;
// What is said with the same words in the other text is none of its other remarks.
constexpr int kVerbatimShare = 1000;

// With so many content words in common, one less of one speaker, a pair of
// quotations that differ in a word is told by the rules of quotations.
constexpr int kWordsOfPairs = 3;

// Of two people.
bool OtherSpeakers(const StoryContext& story, const Remark& a,
                   const Remark& b) {
  if (a.speaker == kNone || b.speaker == kNone ||
      story.OnePerson(a.speaker, b.speaker) ||
      FullerName(story.corpus(), a.speaker, b.speaker)) {
    return false;
  }
  // Whose given name is told in two ways.
  const auto surname = [&](uint32_t entity) {
    const absl::string_view name = story.corpus().EntityName(entity);
    const size_t blank = name.rfind(' ');
    return blank == absl::string_view::npos ? absl::string_view()
                                            : name.substr(blank + 1);
  };
  return surname(a.speaker).empty() ||
         surname(a.speaker) != surname(b.speaker);
}

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

// The remarks of two texts, each paired with the nearest of the other text by what
// they share.
class RemarkPairs {
 public:
  RemarkPairs(StoryContext* story, const StoryPair& pair,
              const std::vector<Remark>& left, const std::vector<Remark>& right)
      : story_(*story), pair_(pair), left_(left), right_(right),
        of_left_(left.size()), of_right_(right.size()) {}

  void Find() {
    Pair([](const Remark& a, const Remark& b) {
      return !a.OfSentences() && !b.OfSentences();
    });
    // What is one remark sentence by sentence is no other as a whole.
    const std::vector<Nearest> left = of_left_, right = of_right_;
    Pair([&](const Remark& a, const Remark& b) {
      return (a.OfSentences() || b.OfSentences()) &&
             a.extent != Remark::Extent::kSentence &&
             b.extent != Remark::Extent::kSentence && Unpaired(a, left_, left) &&
             Unpaired(b, right_, right);
    });
  }

  // The same words in the mouths of two people.  Of the sentences of a remark the
  // one beside which the name stands.
  void FindSpeakers(std::vector<Detail>* out) {
    ToldPlaces told(*out);
    for (const bool beside : {true, false}) {
      for (const Remark& a : left_) {
        for (const Remark& b : right_) {
          if (a.name.size() == 0 || b.name.size() == 0 ||
              !OtherSpeakers(story_, a, b) || OneName(a, b) || !SaysMuch(a) ||
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

  void Report(std::vector<Detail>* out) const {
    for (uint32_t i = 0; i < left_.size(); ++i) {
      const Nearest& nearest = of_left_[i];
      const uint32_t j = nearest.other;
      if (j == kNone || !nearest.translated || of_right_[j].other != i) continue;
      Detail detail = StoryDetail(
          DetailKind::kSaid, Departure::kNone, {pair_.left, left_[i].sentence},
          story_.document(pair_.left).text.SpanOf(left_[i].tokens),
          {pair_.right, right_[j].sentence},
          story_.document(pair_.right).text.SpanOf(right_[j].tokens),
          std::min(100, nearest.share));
      detail.covered = std::min(100, nearest.share);
      out->push_back(detail);
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

  struct Nearest {
    uint32_t other = kNone;
    int share = 0;
    bool translated = false;
  };

  // A remark, or none of the sentences of one, was found in the other text.
  static bool Unpaired(const Remark& remark, const std::vector<Remark>& all,
                       const std::vector<Nearest>& nearest) {
    const auto i = static_cast<size_t>(&remark - all.data());
    const size_t first = i - remark.parts;
    const size_t end = remark.parts == 0 ? i + 1 : i;
    return std::none_of(nearest.begin() + first, nearest.begin() + end,
                        [](const Nearest& at) {
                          return at.translated || at.share > kMostTranslated;
                        });
  }

  template <typename Wanted>
  void Pair(Wanted wanted) {
    for (uint32_t i = 0; i < left_.size(); ++i) {
      for (uint32_t j = 0; j < right_.size(); ++j) {
        if (!wanted(left_[i], right_[j]) ||
            OtherSpeakers(story_, left_[i], right_[j])) {
          continue;
        }
        const std::optional<RemarkLikeness> like = Like(left_[i], right_[j]);
        if (!like ||
            (like->translated &&
             OfOtherPlacesInRow(story_, pair_, left_[i], right_[j]))) {
          continue;
        }
        const auto keep = [&like](uint32_t other, Nearest* nearest) {
          if (like->share <= nearest->share) return;
          *nearest = {other, like->share, like->translated};
        };
        keep(j, &of_left_[i]);
        keep(i, &of_right_[j]);
      }
    }
  }

  // Nothing where neither text has to be asked further.
  std::optional<RemarkLikeness> Like(const Remark& a, const Remark& b) {
    const DraftWords& words = story_.words(pair_.left);
    const DraftWords& others = story_.words(pair_.right);
    const bool known = a.speaker != kNone && b.speaker != kNone;
    RemarkLikeness like = CompareContents(words, a, others, b);
    const auto shorter =
        static_cast<int>(std::min(a.content.size(), b.content.size()));
    const auto longer =
        static_cast<int>(std::max(a.content.size(), b.content.size()));
    // "It was calm", "it was not calm": the words that carry it are the same.
    const bool all = like.common >= longer;
    const Verbatim verbatim =
        CompareVerbatim(a, b, known || all ? kLeastVerbatim : kLeastOfAnybody);
    if (verbatim == Verbatim::kYes) {
      like.translated = false;
      like.share = 100;
      return like;
    }
    if (verbatim == Verbatim::kButForAWord) {
      if (a.said.size() <= kShortVerbatim && SwapThings(&story_, pair_, a, b)) {
        return like;
      }
      like.translated = like.common < (known ? kWordsOfPairs - 1 : kWordsOfPairs);
      like.share = 100;
    } else if (!known || pair_.loose) {
      // "She said", "the spokesman said": most of it has to be the same.
      like.translated &= like.distinct >= kCommonOfAnybody &&
                         like.share >= kRemarkOfAnybody &&
                         like.distinct * 100 >= longer * kRemarkOfAnybody;
      if (!like.translated) return ByWording(a, b, like);
    } else if (shorter == 2) {
      const bool mine = a.content.size() == 2;
      like.translated = mine ? SaysShort(words, a, others, b)
                             : SaysShort(others, b, words, a);
      if (like.translated) like.share = std::max(like.share, kShortRemark);
    }
    return like.translated ? like : ByWording(a, b, like).value_or(like);
  }

  // Two people's words are one remark: all of them but one, or most.
  bool SaysTheSame(const Remark& a, const Remark& b) {
    if (BeginsOrEnds(a, b) || BeginsOrEnds(b, a)) return true;
    const Verbatim verbatim = CompareVerbatim(a, b, kLeastVerbatim);
    if (verbatim == Verbatim::kYes) return true;
    if (verbatim == Verbatim::kButForAWord) {
      return a.said.size() > kShortVerbatim || !SwapThings(&story_, pair_, a, b);
    }
    const WordingLikeness wording = CompareWordings(
        story_.words(pair_.left), a, story_.words(pair_.right), b);
    return !pair_.loose && IsOneWording(wording, kWordingOfTwo) &&
           !OfOtherThings(&story_, pair_, a, b, wording) &&
           !OfOtherPlacesInRow(story_, pair_, a, b);
  }

  // The same by the words in their order; nothing where that makes no remark of
  // the two either.
  std::optional<RemarkLikeness> ByWording(const Remark& a, const Remark& b,
                                          RemarkLikeness like) {
    const bool known = a.speaker != kNone && b.speaker != kNone;
    // Most pairs share too little for it, or one is too long.
    if (known ? like.common < (std::min(a.said.size(), b.said.size()) < kLongRemark
                                   ? kWordingOfOne.content
                                   : 1)
              : like.common < kWordingOfAnybody.content ||
                    like.share < kLeastByWording ||
                    2 * std::min(a.said.size(), b.said.size()) <
                        std::max(a.said.size(), b.said.size())) {
      return std::nullopt;
    }
    const WordingLikeness wording = CompareWordings(
        story_.words(pair_.left), a, story_.words(pair_.right), b);
    if (IsSameWording(wording) && wording.words >= kWordingOfOne.words) {
      like.share = kVerbatimShare;
      return like;
    }
    const auto longer =
        static_cast<int>(std::max(a.content.size(), b.content.size()));
    // Of what is said by nobody known, a sentence is no other's two.
    const bool alike = a.OfSentences() == b.OfSentences();
    const bool reordered =
        !IsSameWording(wording) && like.share >= kMostTranslated &&
        like.things >= kThingsReordered &&
        ((like.distinct >= kDistinctReordered &&
          like.common * 100 >= kReordered * longer) ||
         (known && like.distinct >= kDistinctOfFew && like.common + 1 >= longer));
    if (!reordered &&
        (known ? !IsOneWording(wording, kWordingOfOne)
               : !alike || !IsOneWording(wording, kWordingOfAnybody))) {
      return std::nullopt;
    }
    if (OfOtherThings(&story_, pair_, a, b, wording)) return std::nullopt;
    like.translated = true;
    like.share = std::max(like.share, wording.of_shorter);
    return like;
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const std::vector<Remark>& left_;
  const std::vector<Remark>& right_;
  std::vector<Nearest> of_left_, of_right_;
};

}  // namespace

void CompareRemarks(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  // A campaign repeats itself for months.
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  const auto read = [story](uint32_t d) -> const std::vector<Remark>& {
    return story->Once<std::vector<Remark>>(
        d, [&] { return ReadRemarks(*story, d); });
  };
  RemarkPairs pairs(story, pair, read(pair.left), read(pair.right));
  pairs.Find();
  pairs.Report(out);
  pairs.FindSpeakers(out);
}

}  // namespace claimcheck
