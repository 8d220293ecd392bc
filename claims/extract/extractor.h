#ifndef CLAIMCHECK_CLAIMS_EXTRACT_EXTRACTOR_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_EXTRACTOR_H_

#include <memory>

#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claims/extract/analysis.h"
#include "claims/lexicon/lexicon.h"

namespace claimcheck {

// How deep to look.
enum class Depth {
  kValues,    // times and quantities alone, at a third of the cost of claims
  kMentions,  // and names, quotations, attributions
  kClaims,    // and events and claims
};

// Finds the claims of documents.  Immutable and thread-safe; the scratch is in
// the DocumentAnalysis, of which each thread has its own.
//
//   Extractor extractor(EmbeddedLexicon());
//   DocumentAnalysis doc;
//   extractor.Analyze(document, Depth::kClaims, &doc);
//   for (const ClaimRecord& claim : doc.claims) ...
class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const Lexicon> lexicon)
      : lexicon_(std::move(lexicon)) {}

  // Fills `out`, whose memory is reused.  `document` must outlive it: the
  // analysis points into its text.
  void Analyze(const v1::Document& document, Depth depth,
               DocumentAnalysis* out) const;

  // Looks again with another document date: for a document that states none,
  // once the dates of the others of its set are known.
  void Redate(const DocumentDate& date, Depth depth,
              DocumentAnalysis* out) const;

  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  void Understand(Depth depth, DocumentAnalysis* out) const;
  std::shared_ptr<const Lexicon> lexicon_;
};

// The mentions and claims of `doc` as messages, sorted by span.
v1::Extraction ToProto(const DocumentAnalysis& doc, bool with_claims);
v1::Claim ToProto(const DocumentAnalysis& doc, const ClaimRecord& claim);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_EXTRACTOR_H_
