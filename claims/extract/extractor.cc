#include "claims/extract/extractor.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "claims/extract/finders.h"
#include "claims/text/tokenizer.h"

namespace claimcheck {
namespace {

Sentence::Zone ZoneOf(v1::Zone::Kind kind) {
  switch (kind) {
    case v1::Zone::HEADLINE:
      return Sentence::kHeadline;
    case v1::Zone::CAPTION:
      return Sentence::kCaption;
    case v1::Zone::TABLE:
      return Sentence::kTable;
    case v1::Zone::BLOCK_QUOTE:
      return Sentence::kBlockQuote;
    case v1::Zone::FURNITURE:
    case v1::Zone::IGNORED:
      return Sentence::kFurniture;
    default:
      return Sentence::kProse;
  }
}

// In the order that Tokenize wants, whatever order they were handed in.
std::vector<GivenZone> ZonesOf(const v1::Document& document) {
  std::vector<GivenZone> zones;
  for (const v1::Zone& zone : document.zones()) {
    if (zone.span().begin() >= zone.span().end()) continue;
    zones.push_back({{zone.span().begin(), zone.span().end()},
                     ZoneOf(zone.kind())});
  }
  std::stable_sort(zones.begin(), zones.end(),
                   [](const GivenZone& a, const GivenZone& b) {
                     return a.span.begin != b.span.begin
                                ? a.span.begin < b.span.begin
                                : a.span.end > b.span.end;
                   });
  return zones;
}

}  // namespace

void Extractor::Analyze(const v1::Document& document, Depth depth,
                        DocumentAnalysis* out) const {
  out->Clear();
  out->id = document.id();
  out->publisher = document.publisher();
  out->derived_from = document.derived_from();
  out->checked = document.role() != v1::Document::REFERENCE;
  out->reference = document.role() != v1::Document::CHECKED;
  Tokenize(document.text(), ZonesOf(document), &out->text);
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
