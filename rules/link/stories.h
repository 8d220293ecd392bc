#ifndef CLAIMCHECK_RULES_LINK_STORIES_H_
#define CLAIMCHECK_RULES_LINK_STORIES_H_

#include <cstdint>
#include <vector>

namespace claimcheck {

class Corpus;

// Some 25,000 words: the details of two texts are held against each other
// sentence by sentence, which would take minutes where both are books.
inline constexpr uint32_t kMostStorySentences = 1000;

// Two documents that tell of one event; left < right.
struct StoryPair {
  uint32_t left = 0;
  uint32_t right = 0;
  int likeness = 0;  // of their words, in hundredths: see FindStories
  // One text begins with a name that the other has further on only, or both hang
  // together by a third: what is compared has to have more in common.
  bool loose = false;
};

// The pairs of documents that tell one story, in order: what "the plane" or
// "the two policemen" are in one of them may then be looked up in the other.
// Judged by the words that both have, weighed by how rare they are in English
// (the cosine of the two documents' words); two texts about one event have 30 to
// 60 hundredths, two on unlike matters less than 19.  Documents published weeks
// apart are no pair, nor are more than 16 of one document with those before it.  Near-linear: only
// documents that share rare words are compared.  What is longer than
// kMostStorySentences tells more than one story and is in no pair.
std::vector<StoryPair> FindStories(const Corpus& corpus);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORIES_H_
