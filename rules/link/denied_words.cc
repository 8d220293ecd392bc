#include "rules/link/denied_words.h"

#include <algorithm>

namespace claimcheck {
namespace {

// In a set of words of which one thing has one only.
bool HasOpposite(const DraftWords& words, const DraftWord& word) {
  for (const WordClass& cls : words.Classes(word)) {
    if (cls.either) return true;
  }
  return false;
}

// Words without a bit in common do not support each other by our lists.
uint64_t KeysOf(const DraftWords& words, const DraftWord& word) {
  const auto bit = [](uint32_t key) {
    return uint64_t{1} << (key * 0x9E3779B9u >> 26);
  };
  uint64_t keys = bit(word.word) | bit(word.stem);
  if (word.family != 0) keys |= bit(word.family);
  for (const WordClass& cls : words.Classes(word)) keys |= bit(cls.member);
  return keys;
}

Negations ReadNegations(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const std::vector<DraftWord>& words = story.words(d).words;
  Negations read;
  read.negated.resize(doc.text.sentences.size());
  read.turns.resize(doc.text.sentences.size());
  read.words.resize(doc.text.sentences.size());
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    const TokenRange tokens = doc.text.sentences[s].tokens;
    read.negated[s] =
        UsableSentence(doc, s) &&
        std::any_of(words.begin() + tokens.begin, words.begin() + tokens.end,
                    [](const DraftWord& word) {
                      return word.Is(DraftWord::kNegation);
                    });
    read.turns[s] =
        UsableSentence(doc, s) &&
        std::any_of(words.begin() + tokens.begin, words.begin() + tokens.end,
                    [&](const DraftWord& word) {
                      return word.class_count != 0 &&
                             HasOpposite(story.words(d), word);
                    });
  }
  return read;
}

DeniedWords ReadDenied(const DraftWords& words, TokenRange tokens) {
  DeniedWords read;
  std::vector<uint32_t> negations;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (words.words[t].Is(DraftWord::kNegation)) negations.push_back(t);
  }
  read.plain.reserve(tokens.size());
  read.plain_keys.reserve(tokens.size());
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (!words.words[t].Is(DraftWord::kContent)) continue;
    const bool near =
        std::any_of(negations.begin(), negations.end(),
                    [&](uint32_t n) { return n + 6 >= t && n < t + 3; });
    const uint64_t keys = KeysOf(words, words.words[t]);
    (near ? read.denied : read.plain).push_back(t);
    (near ? read.denied_keys : read.plain_keys).push_back(keys);
    (near ? read.all_denied_keys : read.all_plain_keys) |= keys;
    if (words.words[t].class_count != 0 && HasOpposite(words, words.words[t])) read.turning.push_back(t);
  }
  return read;
}

Negations& Kept(StoryContext* story, uint32_t d) {
  return story->Once<Negations>(d, [&] { return ReadNegations(*story, d); });
}

}  // namespace

const Negations& NegationsOf(StoryContext* story, uint32_t d) {
  return Kept(story, d);
}

const DeniedWords& DeniedIn(StoryContext* story, SentenceRef at) {
  std::optional<DeniedWords>& words =
      Kept(story, at.document).words[at.sentence];
  if (!words) {
    words = ReadDenied(story->words(at.document), story->sources().Tokens(at));
  }
  return *words;
}

}  // namespace claimcheck
