#include "claims/syntax/training_data.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "claims/syntax/dictionary_words.h"
#include "claims/syntax/hashing.h"

namespace claimcheck {
namespace syntax {
namespace {

// Words seen less often keep no record of their tags: on new text there are
// many such, with none.
constexpr int kFewUses = 5;
// A tag counts when it is at least one in twenty of a word's uses.
constexpr int kShare = 20;
constexpr int kCopyEvery = 20;

enum class Copy { kCapitals, kTitle, kLower };

std::string Recase(const std::string& form, Copy copy) {
  switch (copy) {
    case Copy::kCapitals:
      return absl::AsciiStrToUpper(form);
    case Copy::kLower:
      return absl::AsciiStrToLower(form);
    case Copy::kTitle: {
      std::string out = form;
      if (!out.empty()) out[0] = absl::ascii_toupper(out[0]);
      return out;
    }
  }
  return form;
}

void ReadFeatures(const WordTable& words, TrainingSentence* sentence) {
  std::vector<absl::string_view> views(sentence->forms.begin(),
                                       sentence->forms.end());
  sentence->words.Read(views, words);
}

}  // namespace

JointTag TagInventory::Find(Upos upos, Xpos xpos) const {
  for (size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].first == upos && tags[i].second == xpos) {
      return static_cast<JointTag>(i);
    }
  }
  for (size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].first == upos) return static_cast<JointTag>(i);
  }
  return 0;
}

std::string TagInventory::Pack() const {
  std::string out;
  for (const auto& [upos, xpos] : tags) {
    out.push_back(static_cast<char>(upos));
    out.push_back(static_cast<char>(xpos));
  }
  return out;
}

TagInventory InventoryOf(const std::vector<TreebankSentence>& sentences) {
  std::map<std::pair<Upos, Xpos>, int> counts;
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankWord& word : sentence.words) {
      ++counts[{word.upos, word.xpos}];
    }
  }
  TagInventory inventory;
  for (const auto& [tag, count] : counts) inventory.tags.push_back(tag);
  std::stable_sort(inventory.tags.begin(), inventory.tags.end(),
                   [&](const auto& a, const auto& b) {
                     return counts.at(a) > counts.at(b);
                   });
  if (inventory.tags.size() > 250) inventory.tags.resize(250);
  return inventory;
}

std::vector<WordEntry> KnownWords(
    const std::vector<TreebankSentence>& sentences,
    const std::map<std::string, uint16_t>& groups,
    const std::map<std::string, uint16_t>& dictionary) {
  std::map<uint32_t, WordEntry> entries;
  for (const auto& [word, group] : groups) {
    const uint32_t hash = FoldedHash(word);
    if (hash == 0) continue;
    WordEntry& entry = entries[hash];
    entry.hash = hash;
    entry.lexicon |= group;
  }
  std::map<uint32_t, std::map<Upos, int>> uses;
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankWord& word : sentence.words) {
      ++uses[FoldedHash(word.form)][word.upos];
    }
  }
  for (const auto& [hash, tags] : uses) {
    int total = 0;
    for (const auto& [tag, count] : tags) total += count;
    if (total < kFewUses || hash == 0) continue;
    uint64_t set = 0;
    for (const auto& [tag, count] : tags) {
      if (count * kShare >= total) set |= uint64_t{1} << static_cast<int>(tag);
    }
    WordEntry& entry = entries[hash];
    entry.hash = hash;
    entry.ambiguity = static_cast<uint16_t>(FeatureKey(0, set) % 65000 + 1);
  }
  for (const auto& [word, classes] : dictionary) {
    // Nouns and names are what an unknown word is taken for anyhow.
    if (classes == 0 || classes == kDictNoun || classes == kDictName || classes == kDictPlural)
      continue;
    const uint32_t hash = FoldedHash(word);
    if (hash == 0) continue;
    WordEntry& entry = entries[hash];
    entry.hash = hash;
    if (entry.ambiguity == 0) {
      entry.ambiguity =
          static_cast<uint16_t>(FeatureKey(1, classes) % 65000 + 1);
    }
  }
  std::vector<WordEntry> out;
  for (const auto& [hash, entry] : entries) out.push_back(entry);
  return out;
}

std::vector<TrainingSentence> PrepareTraining(
    const std::vector<TreebankSentence>& sentences,
    const TagInventory& inventory, const WordTable& words, bool case_copies) {
  std::vector<TrainingSentence> out;
  for (size_t s = 0; s < sentences.size(); ++s) {
    TrainingSentence sentence;
    sentence.original = static_cast<int>(s);
    for (const TreebankWord& word : sentences[s].words) {
      sentence.forms.push_back(word.form);
      sentence.tags.push_back(inventory.Find(word.upos, word.xpos));
      sentence.heads.push_back(word.head);
      sentence.relations.push_back(word.relation);
    }
    ReadFeatures(words, &sentence);
    out.push_back(std::move(sentence));
  }
  if (!case_copies) return out;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const size_t turn = s % kCopyEvery;
    if (turn > 2) continue;
    const Copy copy = static_cast<Copy>(turn);
    TrainingSentence sentence = out[s];
    for (std::string& form : sentence.forms) form = Recase(form, copy);
    ReadFeatures(words, &sentence);
    out.push_back(std::move(sentence));
  }
  return out;
}

}  // namespace syntax
}  // namespace claimcheck
