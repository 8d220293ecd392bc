#include "rules/link/draft_sources.h"

#include <algorithm>

namespace claimcheck {
namespace {

// A word in more sentences than this says little about any of them.
constexpr size_t kMostPostings = 400;
// What a number in common weighs: more than a common word, less than a name.
constexpr uint32_t kNumberIdf = 40;

// Calls `visit` with each key by which the sentence is found, and its weight.
template <typename Visit>
void ForKeys(const DocumentAnalysis& doc, const DraftWords& words,
             TokenRange tokens, Visit visit) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const DraftWord& word = words.words[t];
    if (doc.text.tokens[t].kind == TokenKind::kNumber) {
      visit(word.word, kNumberIdf);
    } else if (word.Is(DraftWord::kContent)) {
      visit(word.stem, word.idf);
      // A word of many groups says no more than a word of one.
      uint32_t groups = 0;
      for (const WordClass& cls : words.Classes(word)) groups += cls.set == 0;
      for (const WordClass& cls : words.Classes(word)) {
        visit(cls.member, word.idf / 2 / (cls.set == 0 ? groups : 1));
      }
    }
  }
}

}  // namespace

DraftSources::DraftSources(const Corpus& corpus) : corpus_(corpus) {
  words_.resize(corpus.size());
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    if (!IsDraft(d) && !IsSource(d)) continue;
    const DocumentAnalysis& doc = document(d);
    words_[d] = ReadDraftWords(doc, &known_);
    if (!IsSource(d)) continue;
    sources_.push_back(d);
    for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
      ForKeys(doc, words_[d], doc.text.sentences[s].tokens,
              [&](uint32_t key, uint32_t) {
                std::vector<SentenceRef>& list = index_[key];
                const SentenceRef here = {d, s};
                if (list.empty() || !(list.back() == here)) {
                  list.push_back(here);
                }
              });
    }
  }
}

DraftSources::DraftSources(const Corpus& corpus,
                           absl::Span<const uint32_t> documents)
    : corpus_(corpus) {
  words_.resize(corpus.size());
  Hold(documents);
}

void DraftSources::Hold(absl::Span<const uint32_t> documents) {
  for (const uint32_t d : held_) words_[d] = DraftWords();
  held_.assign(documents.begin(), documents.end());
  for (const uint32_t d : held_) words_[d] = ReadDraftWords(document(d), &known_);
}

bool DraftSources::IsDraft(uint32_t document) const {
  const DocumentAnalysis& doc = corpus_.document(document);
  return doc.checked && !doc.reference;
}

bool DraftSources::IsSource(uint32_t document) const {
  const DocumentAnalysis& doc = corpus_.document(document);
  return doc.reference && !doc.checked;
}

std::vector<Passage> DraftSources::BestPassages(SentenceRef draft,
                                                size_t most) const {
  struct Key {
    uint32_t key;
    uint32_t weight;
    const std::vector<SentenceRef>* list;
  };
  std::vector<Key> keys;
  ForKeys(document(draft.document), words(draft.document), Tokens(draft),
          [&](uint32_t key, uint32_t weight) {
            const auto it = index_.find(key);
            if (it != index_.end()) keys.push_back({key, weight, &it->second});
          });
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    return a.key != b.key ? a.key < b.key : a.weight > b.weight;
  });
  keys.erase(
      std::unique(keys.begin(), keys.end(),
                  [](const Key& a, const Key& b) { return a.key == b.key; }),
      keys.end());
  std::vector<Passage> found;
  for (const size_t limit : {kMostPostings, size_t{1} << 16}) {
    for (const Key& key : keys) {
      if (key.list->size() > limit) continue;
      for (const SentenceRef at : *key.list) found.push_back({at, key.weight});
    }
    if (!found.empty()) break;
  }
  std::sort(found.begin(), found.end(),
            [](const Passage& a, const Passage& b) { return a.at < b.at; });
  size_t kept = 0;
  for (size_t i = 0; i < found.size(); ++i) {
    if (kept > 0 && found[kept - 1].at == found[i].at) {
      found[kept - 1].weight += found[i].weight;
    } else {
      found[kept++] = found[i];
    }
  }
  found.resize(kept);
  const auto better = [](const Passage& a, const Passage& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.at < b.at;
  };
  most = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + most, found.end(), better);
  found.resize(most);
  return found;
}

absl::Span<const SentenceRef> DraftSources::Holding(uint32_t key) const {
  const auto it = index_.find(key);
  if (it == index_.end()) return {};
  return it->second;
}

std::vector<SentenceRef> DraftSources::Surroundings(
    absl::Span<const Passage> passages) const {
  std::vector<SentenceRef> out;
  for (const Passage& passage : passages) {
    const SentenceRef at = passage.at;
    const uint32_t count =
        static_cast<uint32_t>(document(at.document).text.sentences.size());
    const uint32_t first = at.sentence == 0 ? 0 : at.sentence - 1;
    const uint32_t last = std::min(at.sentence + 1, count - 1);
    for (uint32_t s = first; s <= last; ++s) out.push_back({at.document, s});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace claimcheck
