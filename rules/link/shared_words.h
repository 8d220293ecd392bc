#ifndef CLAIMCHECK_RULES_LINK_SHARED_WORDS_H_
#define CLAIMCHECK_RULES_LINK_SHARED_WORDS_H_

#include <cstdint>
#include <vector>

#include "claims/text/tokens.h"
#include "rules/link/draft_sources.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// The words of two sentences that say the same, each of the left one with the best of
// the right one.  Weights are tenths of idf.
struct SharedWords {
  struct Pair {
    uint32_t left = 0, right = 0;  // tokens
    int weight = 0;
  };
  std::vector<Pair> pairs;
  int shared = 0;
  int left_total = 0, right_total = 0;  // of all words

  // Of the sentence with the lesser or the greater part in common, in hundredths.
  int LesserShare() const;
  int GreaterShare() const;
  // How much stands near both of two numbers, near words for more, in hundredths of
  // idf.
  int Near(TokenRange left_number, TokenRange right_number) const;
  bool ArePair(uint32_t left, uint32_t right) const;
};

SharedWords ShareWords(const StoryContext& story, SentenceRef left,
                       SentenceRef right);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SHARED_WORDS_H_
