#ifndef CLAIMCHECK_RULES_LINK_CORPUS_H_
#define CLAIMCHECK_RULES_LINK_CORPUS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/value/truth.h"
#include "rules/link/quote_alignment.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// The documents of one run with what is known across them: which entities are
// one, which documents are copies.  Immutable once built; const access is
// thread-safe.  The analyses must outlive it.
class Corpus {
 public:
  explicit Corpus(std::vector<const DocumentAnalysis*> documents);

  uint32_t size() const { return static_cast<uint32_t>(documents_.size()); }
  const DocumentAnalysis& document(uint32_t d) const { return *documents_[d]; }
  const ClaimRecord& claim(ClaimRef ref) const {
    return documents_[ref.document]->claims[ref.claim];
  }
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
  uint32_t GlobalEntity(uint32_t document, uint32_t entity) const;
  absl::string_view EntityName(uint32_t global) const;
  NameType EntityType(uint32_t global) const;

  // Whom a quotation or statement is ascribed to; kNone when not known.
  uint32_t Speaker(ClaimRef ref) const;
  // Who takes part in the claim's event, sorted global ids.
  void Participants(ClaimRef ref, std::vector<uint32_t>* out) const;

  // How the place of one name lies to another's: kEqual, kInside, kAround,
  // kDisjoint; no value when the texts and the lexicon do not tell.
  std::optional<RangeRelation> RelatePlaces(uint32_t global_a,
                                            uint32_t global_b) const;

  // Documents that share agency text, or of which one is derived from the
  // other, have one origin: they are one voice.
  uint32_t Origin(uint32_t document) const;
  // True when both sentences are copies or near copies of one text.
  bool NearCopies(ClaimRef a, ClaimRef b) const;

 private:
  std::vector<const DocumentAnalysis*> documents_;
  std::vector<std::vector<uint32_t>> global_;
  struct GlobalEntityRecord {
    std::string name;
    NameType type = NameType::kUnknown;
    std::vector<std::string> keys;
    absl::string_view country;
    bool facility = false;
    std::vector<uint32_t> within;
  };
  std::vector<GlobalEntityRecord> entities_;
  std::vector<uint32_t> origins_;
  std::vector<std::vector<uint64_t>> sentence_fingerprints_;
  friend class CorpusBuilder;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_CORPUS_H_
