#include "claims/syntax/name_trainer.h"

#include <algorithm>
#include <set>

#include "claims/syntax/perceptron.h"
#include "claims/syntax/weight_packer.h"

namespace claimcheck {
namespace syntax {
namespace {

NameType TypeOf(const std::string& type) {
  if (type == "person") return NameType::kPerson;
  if (type == "organization") return NameType::kOrganisation;
  if (type == "place") return NameType::kPlace;
  if (type == "time") return NameType::kTime;
  return NameType::kOther;
}

bool IsInside(const std::string& form) {
  return form == "of" || form == "the" || form == "&" || form == "The";
}

NameSpan Cut(const TreebankSentence& sentence, const TreebankEntity& entity) {
  const auto proper = [&](int i) {
    return sentence.words[i].upos == Upos::kPropn;
  };
  NameSpan span{entity.head, entity.head + 1, TypeOf(entity.type)};
  const bool person = span.type == NameType::kPerson;
  for (bool grown = true; grown;) {
    grown = false;
    int begin = span.begin;
    while (!person && begin > entity.begin &&
           IsInside(sentence.words[begin - 1].form)) {
      --begin;
    }
    if (begin > entity.begin && proper(begin - 1)) {
      span.begin = begin - 1;
      grown = true;
    }
    int end = span.end;
    while (!person && end < entity.end && IsInside(sentence.words[end].form)) {
      ++end;
    }
    if (end < entity.end && proper(end)) {
      span.end = end + 1;
      grown = true;
    }
  }
  return span;
}

}  // namespace

std::vector<NameSpan> NamesOf(const TreebankSentence& sentence) {
  std::vector<NameSpan> names;
  for (const TreebankEntity& entity : sentence.entities) {
    const int size = static_cast<int>(sentence.words.size());
    if (entity.end > size) continue;
    // The word that depends on one outside.
    int head = entity.begin;
    for (int i = entity.begin; i < entity.end; ++i) {
      const int above = sentence.words[i].head;
      if (above < entity.begin || above >= entity.end) {
        head = i;
        break;
      }
    }
    if (sentence.words[head].upos != Upos::kPropn) continue;
    TreebankEntity headed = entity;
    headed.head = head;
    names.push_back(Cut(sentence, headed));
  }
  // The longest first; of equal ones the first annotated.
  std::stable_sort(names.begin(), names.end(),
                   [](const NameSpan& a, const NameSpan& b) {
                     return a.end - a.begin > b.end - b.begin;
                   });
  std::vector<NameSpan> kept;
  for (const NameSpan& name : names) {
    const bool free =
        std::none_of(kept.begin(), kept.end(), [&](const NameSpan& other) {
          return name.begin < other.end && other.begin < name.end;
        });
    if (free) kept.push_back(name);
  }
  std::sort(kept.begin(), kept.end(), [](const NameSpan& a, const NameSpan& b) {
    return a.begin < b.begin;
  });
  return kept;
}

std::string TrainNames(const std::vector<TreebankSentence>& treebank,
                       std::vector<TrainingSentence>* sentences,
                       const Tagger& tagger, const NameOptions& options) {
  std::set<std::string> documents;
  for (const TreebankSentence& sentence : treebank) {
    if (!sentence.entities.empty()) documents.insert(sentence.document);
  }
  std::vector<uint32_t> all;
  std::vector<std::vector<NameLabel>> gold(sentences->size());
  std::vector<NameRuns> runs(sentences->size());
  for (uint32_t s = 0; s < sentences->size(); ++s) {
    const TrainingSentence& sentence = (*sentences)[s];
    const TreebankSentence& source = treebank[sentence.original];
    if (documents.count(source.document) == 0) continue;
    all.push_back(s);
    gold[s].assign(sentence.forms.size(), kNoName);
    for (const NameSpan& name : NamesOf(source)) {
      for (int i = name.begin; i < name.end; ++i) {
        gold[s][i] = i == name.begin ? FirstOf(name.type) : LaterOf(name.type);
      }
    }
    runs[s].Read(sentence.words, tagger);
  }
  std::vector<std::vector<AveragedWeight>> models;
  for (int r = 0; r < options.runs; ++r) {
    Perceptron model(kNameOutputs);
    Random random(500 + r);
    std::vector<uint32_t> order = all;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
      random.Shuffle(&order);
      for (uint32_t s : order) {
        const TaggedWords& words = (*sentences)[s].words;
        NameLabel before = kNoName, before_that = kNoName;
        for (int i = 0; i < words.size; ++i) {
          KeyList keys;
          AddNameKeys(words, runs[s], i, before, before_that, &keys);
          int32_t scores[kNameOutputs];
          model.Score(keys.keys, keys.count, scores);
          const NameLabel best = BestLabel(scores, before);
          const NameLabel right = gold[s][i];
          if (best != right) {
            model.Update(right, best);
            if (PlaceOutput(best) != PlaceOutput(right)) {
              model.Update(PlaceOutput(right), PlaceOutput(best));
            }
          }
          model.Tick();
          before_that = before;
          before = best;
        }
      }
    }
    models.push_back(model.Averages());
  }
  return PackFile({PackSparse(MeanOf(models), options.least)});
}

}  // namespace syntax
}  // namespace claimcheck
