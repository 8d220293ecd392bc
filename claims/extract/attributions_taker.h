#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TAKER_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TAKER_H_

#include <cstdint>
#include <vector>

#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {

// Takes the candidates of one sentence after another: those that the model
// accepts become attributions, of two with one content the better.
class CandidateTaker {
 public:
  explicit CandidateTaker(AttributionWork* work) : w_(*work), c_(work->c) {}

  void BeginSentence(TokenRange sentence);
  bool Try(Candidate* candidate);

  const TokenRange& sentence() const { return sentence_; }
  // True when a clause could be over at `t`.
  bool Over(uint32_t t) const {
    return t >= sentence_.end || IsPunctuation(c_.Tag(t));
  }
  // True for a finite verb within the range, or soon in a long one.
  bool HasVerb(uint32_t begin, uint32_t end) const;

 private:
  struct Found {
    TokenRange content;
    int64_t score;
  };

  AttributionWork& w_;
  const AttributionContext& c_;
  TokenRange sentence_;
  uint32_t first_ = 0;        // attribution of this sentence
  std::vector<Found> found_;  // the attributions from there on
};

// What the verb `cue` of the taker's sentence says; false when nothing.
bool TakeVerb(AttributionWork* work, CandidateTaker* taker, const VerbCue& cue);
// Cues that are no verbs: prepositions and adverbs, nouns, and the forms of a
// whole sentence ("In a letter, ...", "Roe: ...").
void TakePreposition(AttributionWork* work, CandidateTaker* taker, uint32_t t);
void TakeNoun(AttributionWork* work, CandidateTaker* taker, uint32_t t);
void TakeSentence(AttributionWork* work, CandidateTaker* taker);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TAKER_H_
