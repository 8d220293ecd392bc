#ifndef CLAIMCHECK_CLAIMS_SYNTAX_TRAINING_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_TRAINING_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "claims/syntax/conllu.h"
#include "claims/syntax/name_trainer.h"
#include "claims/syntax/parser_trainer.h"
#include "claims/syntax/tagger_trainer.h"

namespace claimcheck {
namespace syntax {

struct TrainingOptions {
  TaggerOptions tagger;
  ParserOptions parser;
  NameOptions names;
};

// The three files of weights.
struct TrainedWeights {
  std::string tagger;
  std::string parser;
  std::string names;
};

// Trains all three, the later ones on the tags of the first.  The same
// sentences, word groups, dictionary (dictionary_words.h) and options give the
// same bytes.
TrainedWeights Train(const std::vector<TreebankSentence>& treebank,
                     const std::map<std::string, uint16_t>& word_groups,
                     const std::map<std::string, uint16_t>& dictionary,
                     const TrainingOptions& options);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_TRAINING_H_
