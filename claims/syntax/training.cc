#include "claims/syntax/training.h"

#include <algorithm>

#include "claims/base/check.h"
#include "claims/syntax/training_data.h"
#include "claims/syntax/weight_packer.h"

namespace claimcheck {
namespace syntax {

TrainedWeights Train(const std::vector<TreebankSentence>& treebank,
                     const std::map<std::string, uint16_t>& word_groups,
                     const std::map<std::string, uint16_t>& dictionary,
                     const TrainingOptions& options) {
  const TagInventory inventory = InventoryOf(treebank);
  const std::vector<WordEntry> words =
      KnownWords(treebank, word_groups, dictionary);
  const std::string packed = PackWords(words);
  WordTable table;
  CLAIMCHECK_CHECK(table.Open(packed));
  std::vector<TrainingSentence> sentences =
      PrepareTraining(treebank, inventory, table, true);

  TrainedWeights out;
  TrainedTagger trained =
      TrainTagger(&sentences, inventory, words, options.tagger);
  out.tagger = std::move(trained.weights);
  for (size_t s = 0; s < sentences.size(); ++s) {
    TaggedWords& sentence = sentences[s].words;
    std::copy(trained.tags[s].begin(), trained.tags[s].end(), sentence.tags());
    std::copy(trained.seconds[s].begin(), trained.seconds[s].end(),
              sentence.seconds());
  }
  out.parser = TrainParser(sentences, options.parser);
  Tagger tagger;
  CLAIMCHECK_CHECK(tagger.Open(out.tagger));
  out.names = TrainNames(treebank, &sentences, tagger, options.names);
  return out;
}

}  // namespace syntax
}  // namespace claimcheck
