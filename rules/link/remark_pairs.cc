#include "rules/link/remark_pairs.h"

#include <algorithm>

#include "rules/link/remark_likeness.h"
#include "rules/link/remark_things.h"
#include "rules/link/remark_wording.h"
#include "rules/link/trained_weights.h"

namespace claimcheck {
namespace {

constexpr TrainedWeight kWeights[] = {
#define CLAIMCHECK_WEIGHT(name, weight) {#name, weight},
#include "rules/link/remark_pair_weights.inc"
#undef CLAIMCHECK_WEIGHT
};

using F = RemarkFeature;

// Hundredths: of the weight of the shorter by its content words, whatever their
// order, or of all its words in their order, that the other has at least.
constexpr int kLeastShare = 25;
constexpr int kLeastInOrder = 40;
// Words that are one remark wherever they stand.
constexpr size_t kLeastVerbatim = 3;

int32_t Flag(bool is) { return is ? 100 : 0; }

bool IsNegated(const Remark& remark) {
  return std::any_of(remark.said.begin(), remark.said.end(),
                     [](const SaidWord& word) { return word.negation; });
}

// The longer has the words of the shorter one after another, or nearly so.
bool IsPart(const WordingLikeness& wording) {
  constexpr int kNearlyAll = 96;
  return wording.of_shorter >= kNearlyAll && wording.of_part >= kNearlyAll;
}

struct Remarks {
  std::vector<Remark> all;
};

class PairsReader {
 public:
  PairsReader(StoryContext* story, const StoryPair& pair)
      : story_(*story),
        pair_(pair),
        words_(story->words(pair.left)),
        others_(story->words(pair.right)),
        left_(RemarksOf(story, pair.left)),
        right_(RemarksOf(story, pair.right)),
        same_left_(left_.size()),
        same_right_(right_.size()) {}

  std::vector<RemarkPair> Read() {
    std::vector<RemarkPair> pairs;
    for (uint32_t i = 0; i < left_.size(); ++i) {
      for (uint32_t j = 0; j < right_.size(); ++j) {
        if (MayBeOne(left_[i], right_[j])) Compare(i, j, &pairs);
      }
    }
    pairs.erase(std::remove_if(pairs.begin(), pairs.end(),
                               [&](const RemarkPair& found) {
                                 return same_left_[found.left] ||
                                        same_right_[found.right];
                               }),
                pairs.end());
    return pairs;
  }

 private:
  // "He said" may be of anybody, whoever he was taken for.
  bool MayBeOne(const Remark& a, const Remark& b) const {
    return !AreOtherSpeakers(story_, a, b) || a.name.size() == 0 ||
           b.name.size() == 0;
  }

  void Compare(uint32_t i, uint32_t j, std::vector<RemarkPair>* pairs) {
    const Remark& a = left_[i];
    const Remark& b = right_[j];
    const RemarkLikeness like = CompareContents(words_, a, others_, b);
    if (like.common == 0) return;
    const WordingLikeness wording = CompareWordings(words_, a, others_, b);
    if (like.share < kLeastShare && wording.of_shorter < kLeastInOrder) return;
    if (CompareVerbatim(a, b, kLeastVerbatim) == Verbatim::kYes || IsPart(wording)) {
      same_left_[i] = true;
      same_right_[j] = true;
      return;
    }
    if (OfOtherPlacesInRow(story_, pair_, a, b)) return;
    RemarkPair f;
    f.left = i;
    f.right = j;
    constexpr int kMostWords = 15;
    f[F::k_bias] = 100;
    f[F::k_known] = Flag(a.speaker != kNone && b.speaker != kNone &&
                         !AreOtherSpeakers(story_, a, b));
    f[F::k_share] = like.share;
    f[F::k_part] = wording.of_part;
    f[F::k_words] = 10 * std::min(wording.words, kMostWords);
    f[F::k_negation_differs] = Flag(IsNegated(a) != IsNegated(b));
    f[F::k_whole] = Flag(a.extent != Remark::Extent::kSentence &&
                         b.extent != Remark::Extent::kSentence);
    f[F::k_sentences] = Flag(a.OfSentences() && b.OfSentences());
    const size_t shorter = std::min(a.said.size(), b.said.size());
    const size_t longer = std::max(a.said.size(), b.said.size());
    f[F::k_length] =
        static_cast<int32_t>(100 * shorter / std::max<size_t>(1, longer));
    pairs->push_back(f);
  }

  const StoryContext& story_;
  const StoryPair& pair_;
  const DraftWords& words_;
  const DraftWords& others_;
  const std::vector<Remark>& left_;
  const std::vector<Remark>& right_;
  std::vector<bool> same_left_, same_right_;  // the other text has it too
};

}  // namespace

absl::string_view NameOf(RemarkFeature feature) {
  return kWeights[static_cast<size_t>(feature)].name;
}

int64_t Weigh(const RemarkPair& pair) {
  return SumOfWeights(kWeights, pair.features);
}

const std::vector<Remark>& RemarksOf(StoryContext* story, uint32_t d) {
  return story->Once<Remarks>(d, [&] { return Remarks{ReadRemarks(*story, d)}; }).all;
}

std::vector<RemarkPair> ReadRemarkPairs(StoryContext* story, const StoryPair& pair) {
  // A campaign repeats itself for months.
  if (pair.left == pair.right || !story->OfOneState(pair)) return {};
  return PairsReader(story, pair).Read();
}

}  // namespace claimcheck
