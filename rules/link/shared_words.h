#ifndef CLAIMCHECK_RULES_LINK_SHARED_WORDS_H_
#define CLAIMCHECK_RULES_LINK_SHARED_WORDS_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "claims/text/tokens.h"
#include "rules/link/draft_words.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// The words of two sentences that say the same, each of the left one with the best of
// the right one.  Weights are tenths of idf.
struct SharedWords {
  struct Pair {
    uint32_t left = 0, right = 0;  // tokens
    int weight = 0;
  };
  absl::InlinedVector<Pair, 4> pairs;
  int shared = 0;
  int left_total = 0, right_total = 0;  // of all words

  // Of the sentence with the lesser or the greater part in common, in hundredths.
  int LesserShare() const;
  int GreaterShare() const;
  // How much stands near both of two numbers, near words for more, in hundredths of
  // idf.
  int Near(TokenRange left_number, TokenRange right_number) const;
  // The most that could stand near both: of a sentence beside its like.
  static int Near(const DraftWords& words, TokenRange sentence, TokenRange number);
  bool ArePair(uint32_t left, uint32_t right) const;
};

// The context words of the sentences of a text by what they may share with others:
// their stem, their root, the classes that hold them.
struct ContextWords {
  struct Key {
    uint32_t key = 0;
    uint32_t token = 0;
  };
  struct OfSentence {
    uint32_t begin = 0, end = 0;  // indices into `keys`
    int total = 0;                // weight of the words
  };
  std::vector<Key> keys;  // of each sentence ascending
  std::vector<OfSentence> of_sentence;
};

// Reads what sentences of two texts share.  Not thread-safe; the story must stay open.
//
//   WordSharer sharer(&story, left, right);
//   int share = sharer.Share(3, 5).LesserShare();
class WordSharer {
 public:
  WordSharer(StoryContext* story, uint32_t left, uint32_t right);

  SharedWords Share(uint32_t left_sentence, uint32_t right_sentence);

 private:
  const ContextWords& left_;
  const ContextWords& right_;
  const DraftWords& left_words_;
  const DraftWords& right_words_;
  // Words that have a key in common, as tokens.
  std::vector<std::pair<uint32_t, uint32_t>> met_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SHARED_WORDS_H_
