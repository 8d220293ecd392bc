#ifndef CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_TRAINER_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_TRAINER_H_

#include <string>
#include <vector>

#include "claims/syntax/training_data.h"

namespace claimcheck {
namespace syntax {

struct TaggerOptions {
  int epochs = 8;
  int runs = 3;   // with different orders, averaged into one table
  // A right tag that leads by no more updates than this is learned from as if
  // it had been wrong.
  int margin = 8;
  int folds = 5;  // to tag the training sentences as if they were new
  int fold_epochs = 4;
  // Weights below these are left out, in 1/256 of an update.
  int least_first = 384;
  int least_second = 384;
};

struct TrainedTagger {
  std::string weights;  // for Tagger::Open
  // What the folds' taggers say of the sentences: tags with the errors that a
  // parser will meet.  By index of the sentences given.
  std::vector<std::vector<JointTag>> tags;
  std::vector<std::vector<JointTag>> seconds;
};

// Trains both passes.  Deterministic.
TrainedTagger TrainTagger(std::vector<TrainingSentence>* sentences,
                          const TagInventory& inventory,
                          const std::vector<WordEntry>& words,
                          const TaggerOptions& options);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_TRAINER_H_
