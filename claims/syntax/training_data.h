#ifndef CLAIMCHECK_CLAIMS_SYNTAX_TRAINING_DATA_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_TRAINING_DATA_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "claims/syntax/conllu.h"
#include "claims/syntax/tagger.h"
#include "claims/syntax/weight_table.h"

namespace claimcheck {
namespace syntax {

// A sentence of a treebank as training sees it.
struct TrainingSentence {
  std::vector<std::string> forms;
  std::vector<JointTag> tags;
  std::vector<int> heads;  // -1: the root
  std::vector<Relation> relations;
  TaggedWords words;
  int original = 0;  // which sentence of the treebank; copies share it
};

// The pairs of tags that occur, most frequent first.
struct TagInventory {
  std::vector<std::pair<Upos, Xpos>> tags;
  JointTag Find(Upos upos, Xpos xpos) const;
  // The section kTags of a tagger's weights.
  std::string Pack() const;
};

TagInventory InventoryOf(const std::vector<TreebankSentence>& sentences);

// What is known of the words: the groups of the lists, and which tags a word
// had in training when that was often, or else what a dictionary
// (dictionary_words.h) knows it as.
std::vector<WordEntry> KnownWords(
    const std::vector<TreebankSentence>& sentences,
    const std::map<std::string, uint16_t>& groups,
    const std::map<std::string, uint16_t>& dictionary);

// The sentences with their features read, and after them one in twenty again in
// each of capitals, title case and lower case: the models must not take every
// capital of a headline for a name.
std::vector<TrainingSentence> PrepareTraining(
    const std::vector<TreebankSentence>& sentences,
    const TagInventory& inventory, const WordTable& words, bool case_copies);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_TRAINING_DATA_H_
