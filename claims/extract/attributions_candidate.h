#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CANDIDATE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CANDIDATE_H_

#include <cstdint>

#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {

// Where the content stands to its cue.
enum class Frame : uint8_t {
  kAfter,     // Roe said that ...
  kBefore,    // ..., Roe said, ...
  kInverted,  // ..., said Roe
  kItIsSaid,  // it was reported that ...
  kRaised,    // the dam is expected to hold
  kByAgent,   // the plan was rejected by Roe
  kAsked,     // asked whether the dam will hold, Roe ...
  kSource,    // according to Roe, ...
  kNoun,      // Roe's claim that ...
  kAdverb,    // the dam reportedly ...
  kColon,     // Roe: ...
};

// Somebody may be saying something here: what the rules found, for the model
// to judge.
struct Candidate {
  Frame frame = Frame::kAfter;
  ContentForm form = ContentForm::kClause;
  VerbCue cue;  // of a noun or preposition: its tokens and its entry
  Speaker speaker;
  TokenRange fixed;  // a piece whose ends are known; may be empty
  // The piece of which only the begin is sure: `open.end` is where it ends at
  // the latest, `usual_end` where the rules would end it.
  TokenRange open;
  uint32_t usual_end = 0;
  bool may_be_empty = false;  // that piece need not be there at all
  const char* rule = "";
  int64_t score = 0;  // by Decide
};

// Chooses the end of the open piece, and says whether the candidate is an
// attribution.  With `work.trace`, writes both questions down.
bool Decide(const AttributionWork& work, Candidate* candidate);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CANDIDATE_H_
