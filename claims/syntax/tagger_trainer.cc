#include "claims/syntax/tagger_trainer.h"

#include <algorithm>

#include "claims/base/check.h"
#include "claims/syntax/perceptron.h"
#include "claims/syntax/weight_packer.h"

namespace claimcheck {
namespace syntax {
namespace {

using Indices = std::vector<uint32_t>;

int BestOf(const int32_t* scores, int count) {
  int best = 0;
  for (int tag = 1; tag < count; ++tag) {
    if (scores[tag] > scores[best]) best = tag;
  }
  return best;
}

// The best of the others.
int SecondOf(const int32_t* scores, int count, int best) {
  int second = best == 0 && count > 1 ? 1 : 0;
  for (int tag = 0; tag < count; ++tag) {
    if (tag != best && scores[tag] > scores[second]) second = tag;
  }
  return second;
}

// One run over the sentences of `order`.  The tags of `sentence->words` are
// written by the first pass; for the second they hold the first one's, in
// `first_tags`.
class Trainer {
 public:
  Trainer(std::vector<TrainingSentence>* sentences, int tags, int margin)
      : sentences_(*sentences), tags_(tags), margin_(margin) {}

  std::vector<AveragedWeight> First(Indices order, int epochs, uint64_t seed) {
    Perceptron model(tags_);
    Random random(seed);
    int32_t scores[256];
    for (int epoch = 0; epoch < epochs; ++epoch) {
      random.Shuffle(&order);
      for (uint32_t s : order) {
        TrainingSentence& sentence = sentences_[s];
        TaggedWords& words = sentence.words;
        for (int i = 0; i < words.size; ++i) {
          KeyList keys;
          AddWordKeys(words.words(), i, i == 0, words.mode, &keys);
          AddHistoryKeys(words.words(), i, words.tags(), &keys);
          Learn(keys, sentence.tags[i], &model, scores, &words.tags()[i]);
        }
      }
    }
    return model.Averages();
  }

  std::vector<AveragedWeight> Second(
      Indices order, const std::vector<std::vector<JointTag>>& first_tags,
      int epochs, uint64_t seed) {
    Perceptron model(tags_);
    Random random(seed);
    int32_t scores[256];
    for (int epoch = 0; epoch < epochs; ++epoch) {
      random.Shuffle(&order);
      for (uint32_t s : order) {
        TrainingSentence& sentence = sentences_[s];
        TaggedWords& words = sentence.words;
        std::copy(first_tags[s].begin(), first_tags[s].end(), words.tags());
        for (int i = 0; i < words.size; ++i) {
          KeyList keys;
          AddWordKeys(words.words(), i, i == 0, words.mode, &keys);
          AddContextKeys(words.words(), i, words.tags(), &keys);
          Learn(keys, sentence.tags[i], &model, scores, &words.tags()[i]);
        }
      }
    }
    return model.Averages();
  }

 private:
  void Learn(const KeyList& keys, JointTag gold, Perceptron* model,
             int32_t* scores, JointTag* tag) {
    model->Score(keys.keys, keys.count, scores);
    const int best = BestOf(scores, tags_);
    const int rival = best == gold ? SecondOf(scores, tags_, best) : best;
    if (scores[gold] - scores[rival] <= margin_) model->Update(gold, rival);
    model->Tick();
    *tag = static_cast<JointTag>(best);
  }

  std::vector<TrainingSentence>& sentences_;
  int tags_;
  int margin_;
};

std::string Pack(const std::vector<WordEntry>& words,
                 const TagInventory& inventory,
                 const std::vector<AveragedWeight>& first,
                 const std::vector<AveragedWeight>& second,
                 const TaggerOptions& options) {
  return PackFile({PackWords(words), inventory.Pack(),
                   PackSparse(first, options.least_first),
                   PackSparse(second, options.least_second)});
}

}  // namespace

TrainedTagger TrainTagger(std::vector<TrainingSentence>* sentences,
                          const TagInventory& inventory,
                          const std::vector<WordEntry>& words,
                          const TaggerOptions& options) {
  const int tags = static_cast<int>(inventory.tags.size());
  Trainer trainer(sentences, tags, options.margin);
  const size_t count = sentences->size();
  // A sentence and its copies are in one fold; neighbours are, too, since they
  // share a document.
  int originals = 0;
  for (const TrainingSentence& s : *sentences) {
    originals = std::max(originals, s.original + 1);
  }
  const auto fold_of = [&](const TrainingSentence& s) {
    return static_cast<int>(int64_t{s.original} * options.folds / originals);
  };
  std::vector<Indices> inside(options.folds), outside(options.folds);
  Indices all;
  for (uint32_t s = 0; s < count; ++s) {
    all.push_back(s);
    const int fold = fold_of((*sentences)[s]);
    for (int f = 0; f < options.folds; ++f) {
      (f == fold ? inside : outside)[f].push_back(s);
    }
  }

  // The first pass, without and with each fold.
  TrainedTagger out;
  out.tags.resize(count);
  out.seconds.resize(count);
  std::vector<std::vector<AveragedWeight>> fold_first(options.folds);
  for (int f = 0; f < options.folds; ++f) {
    fold_first[f] = trainer.First(outside[f], options.fold_epochs, f + 1);
    const std::string weights =
        Pack(words, inventory, fold_first[f], {}, options);
    Tagger tagger;
    CLAIMCHECK_CHECK(tagger.Open(weights));
    for (uint32_t s : inside[f]) {
      TaggedWords& sentence = (*sentences)[s].words;
      tagger.TagOnce(&sentence);
      out.tags[s].assign(sentence.tags(), sentence.tags() + sentence.size);
    }
  }
  std::vector<std::vector<AveragedWeight>> first, second;
  const std::vector<std::vector<JointTag>> first_tags = out.tags;
  for (int run = 0; run < options.runs; ++run) {
    first.push_back(trainer.First(all, options.epochs, 100 + run));
    second.push_back(
        trainer.Second(all, first_tags, options.epochs, 200 + run));
  }
  out.weights = Pack(words, inventory, MeanOf(first), MeanOf(second), options);

  // Both passes as a new sentence meets them.
  for (int f = 0; f < options.folds; ++f) {
    const std::vector<AveragedWeight> fold_second =
        trainer.Second(outside[f], first_tags, options.fold_epochs, 300 + f);
    const std::string weights =
        Pack(words, inventory, fold_first[f], fold_second, options);
    Tagger tagger;
    CLAIMCHECK_CHECK(tagger.Open(weights));
    for (uint32_t s : inside[f]) {
      TaggedWords& sentence = (*sentences)[s].words;
      tagger.Tag(&sentence);
      out.tags[s].assign(sentence.tags(), sentence.tags() + sentence.size);
      out.seconds[s].assign(sentence.seconds(),
                            sentence.seconds() + sentence.size);
    }
  }
  return out;
}

}  // namespace syntax
}  // namespace claimcheck
