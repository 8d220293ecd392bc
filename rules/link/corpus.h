#ifndef CLAIMCHECK_RULES_LINK_CORPUS_H_
#define CLAIMCHECK_RULES_LINK_CORPUS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/value/truth.h"
#include "rules/link/entity_table.h"
#include "rules/link/quote_alignment.h"
#include "rules/link/stories.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// A content word of a sentence: its stem and what it weighs in a comparison.
// Weights are fixed by the kind of word, never by the documents at hand, so
// that one more document does not change how two others compare.
struct ContentWord {
  uint32_t stem = 0;
  uint16_t weight = 0;
};

// The documents of one run with what is known across them: which entities are
// one, which documents are copies.  Immutable once built; const access is
// thread-safe.  The analyses must outlive it.
//
//   Corpus corpus({&first, &second});
//   uint32_t who = corpus.Speaker({0, 3});
class Corpus {
 public:
  explicit Corpus(std::vector<const DocumentAnalysis*> documents);

  uint32_t size() const { return static_cast<uint32_t>(documents_.size()); }
  const DocumentAnalysis& document(uint32_t d) const { return *documents_[d]; }
  const ClaimRecord& claim(ClaimRef ref) const {
    return documents_[ref.document]->claims[ref.claim];
  }
  // Parts of a claim, null when it has none.
  const Event* event(ClaimRef ref) const;
  const TimeMention* time(ClaimRef ref) const;
  const QuantityMention* quantity(ClaimRef ref) const;
  const NameMention* place(ClaimRef ref) const;
  const Quote* quote(ClaimRef ref) const;
  const Attribution* attribution(ClaimRef ref) const;
  absl::string_view Text(ClaimRef ref) const;      // of the claim's span
  absl::string_view Sentence(ClaimRef ref) const;  // it stands in

  // The corpus-wide id of an entity of a document (kNone stays kNone).  Names
  // that are forms of one name have one id.
  uint32_t GlobalEntity(uint32_t document, uint32_t entity) const {
    return entities_.Global(document, entity);
  }
  absl::string_view EntityName(uint32_t global) const {
    return entities_.Name(global);
  }
  NameType EntityType(uint32_t global) const { return entities_.Type(global); }

  // Whom a quotation or statement is ascribed to; kNone when not known.
  uint32_t Speaker(ClaimRef ref) const;
  // Who takes part in the claim's event: sorted corpus-wide ids, each once.
  void Participants(ClaimRef ref, std::vector<uint32_t>* out) const;
  absl::Span<const uint32_t> Participants(ClaimRef ref) const {
    const uint32_t e = claim(ref).event;
    return e == kNone ? absl::Span<const uint32_t>()
                      : participants_[ref.document].Of(e);
  }
  // Where the claim's event was: sorted corpus-wide ids, each once.
  void Places(ClaimRef ref, std::vector<uint32_t>* out) const;
  // Who and what is named in the claim's sentence: sorted ids, each once.
  absl::Span<const uint32_t> Named(ClaimRef ref) const {
    return named_[ref.document].Of(claim(ref).sentence);
  }

  // How the place of one name lies to another's: kEqual, kInside, kAround,
  // kDisjoint; no value when neither texts nor lexicon tell.
  std::optional<RangeRelation> RelatePlaces(uint32_t global_a,
                                            uint32_t global_b) const {
    return entities_.RelatePlaces(global_a, global_b);
  }

  // The content words of a sentence, ascending by stem, each once.  Numbers,
  // times and stop words are none.
  absl::Span<const ContentWord> Words(uint32_t document,
                                      uint32_t sentence) const;
  // The content words that say what a claim is of, in the same order: those
  // close to an amount, on both sides; those of a statement, names aside.
  // Others have none.
  absl::Span<const ContentWord> ClaimWords(ClaimRef ref) const {
    return words_[ref.document].of_claims.Of(ref.claim);
  }
  // A quotation with its words; of a claim of kQuotation.
  QuoteText QuoteOf(ClaimRef ref) const {
    const uint32_t q = claim(ref).quote;
    const DocumentAnalysis& doc = document(ref.document);
    return {&doc, &doc.quotes[q], &quotes_[ref.document][q]};
  }
  // The stem of what an amount counts; 0 when it counts nothing.
  uint32_t CountedStem(ClaimRef ref) const {
    return words_[ref.document].counted[ref.claim];
  }
  // The content words between two bytes of a document.
  std::vector<ContentWord> WordsIn(uint32_t document, Span span) const;

  // Documents that share agency text, or of which one is derived from the
  // other, have one origin: they are one voice.  The smallest document of it.
  uint32_t Origin(uint32_t document) const { return origins_[document]; }
  // The pairs of documents that tell one story, in order; see stories.h.
  absl::Span<const StoryPair> stories() const { return stories_; }
  // True for documents of such a pair, and for one and the same.
  bool OneStory(uint32_t a, uint32_t b) const;
  // True when both sentences are copies or near copies of one text.
  bool NearCopies(ClaimRef a, ClaimRef b) const;

 private:
  // Lists one behind the other.
  template <typename T>
  struct Lists {
    std::vector<T> items;
    std::vector<uint32_t> first = {0};  // list -> index into items

    void Add(const std::vector<T>& list) {
      items.insert(items.end(), list.begin(), list.end());
      End();
    }
    void End() { first.push_back(static_cast<uint32_t>(items.size())); }
    absl::Span<const T> Of(uint32_t list) const {
      return absl::MakeConstSpan(items.data() + first[list],
                                 items.data() + first[list + 1]);
    }
  };
  struct DocumentWords {
    Lists<ContentWord> of_sentences;
    Lists<ContentWord> of_claims;
    std::vector<uint32_t> counted;  // of each claim
  };

  void ReadWords();
  void ReadClaimWords(const DocumentAnalysis& doc,
                      absl::Span<const ContentWord> of_tokens,
                      DocumentWords* out) const;
  void ReadNamed();
  void ReadParticipants();
  void ReadQuotes();
  void FindOrigins();

  std::vector<const DocumentAnalysis*> documents_;
  EntityTable entities_;
  std::vector<DocumentWords> words_;
  std::vector<Lists<uint32_t>> named_;         // ids in each sentence
  std::vector<Lists<uint32_t>> participants_;  // ids in each event
  std::vector<std::vector<QuoteWords>> quotes_;
  std::vector<uint32_t> origins_;
  std::vector<StoryPair> stories_;
};

// The weight that two word lists share, in hundredths of the lighter one's.
int Overlap(absl::Span<const ContentWord> a, absl::Span<const ContentWord> b);
// How many words they share.
int CommonWords(absl::Span<const ContentWord> a,
                absl::Span<const ContentWord> b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_CORPUS_H_
