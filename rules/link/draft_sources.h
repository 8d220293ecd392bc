#ifndef CLAIMCHECK_RULES_LINK_DRAFT_SOURCES_H_
#define CLAIMCHECK_RULES_LINK_DRAFT_SOURCES_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "rules/link/corpus.h"
#include "rules/link/draft_words.h"

namespace claimcheck {

// A sentence of a document.
struct SentenceRef {
  uint32_t document = 0;
  uint32_t sentence = 0;

  friend bool operator==(SentenceRef a, SentenceRef b) {
    return a.document == b.document && a.sentence == b.sentence;
  }
  friend bool operator<(SentenceRef a, SentenceRef b) {
    return a.document != b.document ? a.document < b.document
                                    : a.sentence < b.sentence;
  }
};

// A source sentence that shares words with a sentence of a draft.
struct Passage {
  SentenceRef at;
  uint32_t weight = 0;  // idf of the words in common, in tenths
};

// The sources of the drafts of a run, by their words.  Built in one pass; the
// corpus must outlive it.
//
//   DraftSources sources(corpus);
//   for (const Passage& p : sources.BestPassages({0, 3}, 3)) ...
class DraftSources {
 public:
  explicit DraftSources(const Corpus& corpus);
  // The words of some documents, ascending, which are held against each other
  // rather than a draft against sources: nothing is drafted or looked up.
  DraftSources(const Corpus& corpus, absl::Span<const uint32_t> documents);
  // The words of these documents from now on, and no longer of those before.
  void Hold(absl::Span<const uint32_t> documents);

  const Corpus& corpus() const { return corpus_; }
  bool IsDraft(uint32_t document) const;
  bool IsSource(uint32_t document) const;
  bool empty() const { return sources_.empty(); }
  absl::Span<const uint32_t> sources() const { return sources_; }

  const DocumentAnalysis& document(uint32_t d) const {
    return corpus_.document(d);
  }
  const DraftWords& words(uint32_t d) const { return words_[d]; }
  TokenRange Tokens(SentenceRef at) const {
    return document(at.document).text.sentences[at.sentence].tokens;
  }

  // The source sentences that share most with a sentence of a draft, best
  // first, at most `most`; ties in the order of the documents.  Words that
  // stand in very many sentences do not lead to any, unless nothing else does.
  std::vector<Passage> BestPassages(SentenceRef draft, size_t most) const;

  // The sentences of sources that hold a word with this stem or of this class;
  // empty: none.
  absl::Span<const SentenceRef> Holding(uint32_t key) const;

  // Those passages with the sentences before and behind each: where a source
  // may say what the draft says in one sentence.  In order, each once.
  std::vector<SentenceRef> Surroundings(
      absl::Span<const Passage> passages) const;

 private:
  const Corpus& corpus_;
  std::vector<uint32_t> sources_;
  std::vector<DraftWords> words_;  // of each document
  std::vector<uint32_t> held_;
  KnownWords known_;
  // Word stem or class -> sentences that hold it, in order.
  absl::flat_hash_map<uint32_t, std::vector<SentenceRef>> index_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DRAFT_SOURCES_H_
