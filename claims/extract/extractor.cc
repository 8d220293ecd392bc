#include "claims/extract/extractor.h"

#include <utility>

#include "claims/extract/finders.h"
#include "claims/text/tokenizer.h"

namespace claimcheck {

void Extractor::Analyze(const v1::Document& document, Depth depth,
                        DocumentAnalysis* out) const {
  out->Clear();
  out->id = document.id();
  out->publisher = document.publisher();
  out->derived_from = document.derived_from();
  out->checked = document.role() != v1::Document::REFERENCE;
  out->reference = document.role() != v1::Document::CHECKED;
  Tokenize(document.text(), &out->text);
  lexicon_->Annotate(out->text, &out->lex);
  FindDocumentDate(document.published(), out);
  Understand(depth, out);
}

void Extractor::Redate(const DocumentDate& date, Depth depth,
                       DocumentAnalysis* out) const {
  out->date = date;
  out->times.clear();
  out->quantities.clear();
  out->names.clear();
  out->entities.clear();
  out->quotes.clear();
  out->attributions.clear();
  out->events.clear();
  out->claims.clear();
  Understand(depth, out);
}

void Extractor::Understand(Depth depth, DocumentAnalysis* out) const {
  FindTimes(*lexicon_, out);
  FindQuantities(*lexicon_, out);
  if (depth == Depth::kValues) return;
  FindNames(*lexicon_, out);
  FindQuotations(*lexicon_, out);
  FindAttributions(*lexicon_, out);
  if (depth == Depth::kMentions) return;
  FindEvents(*lexicon_, out);
  BuildClaims(out);
}

}  // namespace claimcheck
