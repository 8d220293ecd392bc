#ifndef CLAIMCHECK_CLAIMS_SYNTAX_NAME_TRAINER_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_NAME_TRAINER_H_

#include <string>
#include <vector>

#include "claims/syntax/conllu.h"
#include "claims/syntax/name_tagger.h"
#include "claims/syntax/training_data.h"

namespace claimcheck {
namespace syntax {

// The names of a sentence of a treebank with entities: mentions whose head is a
// proper noun, cut to the run of proper nouns around the head; for what is no
// person, with "of", "the" and "&" inside.  In order, without overlaps.
std::vector<NameSpan> NamesOf(const TreebankSentence& sentence);

struct NameOptions {
  int epochs = 6;
  int runs = 3;
  int least = 192;  // weights below 3/4 of an update are left out
};

// Trains on the sentences of `treebank` that have names or whose document has;
// `sentences` holds the same ones with tags that a tagger gave them.
std::string TrainNames(const std::vector<TreebankSentence>& treebank,
                       std::vector<TrainingSentence>* sentences,
                       const Tagger& tagger, const NameOptions& options);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_NAME_TRAINER_H_
