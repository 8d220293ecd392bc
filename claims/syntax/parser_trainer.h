#ifndef CLAIMCHECK_CLAIMS_SYNTAX_PARSER_TRAINER_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_PARSER_TRAINER_H_

#include <string>
#include <vector>

#include "claims/syntax/training_data.h"

namespace claimcheck {
namespace syntax {

struct ParserOptions {
  int epochs = 8;
  int runs = 3;              // with different orders, averaged into one table
  int least_move = 576;      // weights below this / 256 updates are left out
  int least_relation = 320;  // ... and these
};

// Trains a parser on sentences whose `words` hold the tags that a tagger gave
// them when they were new to it.  Returns the weights for Parser::Open.
// Deterministic.
std::string TrainParser(const std::vector<TrainingSentence>& sentences,
                        const ParserOptions& options);

// Attaches words higher up until no arcs cross.  For training only.
void MakeProjective(std::vector<int>* heads);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_PARSER_TRAINER_H_
