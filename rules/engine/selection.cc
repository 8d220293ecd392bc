#include "rules/engine/selection.h"

#include <algorithm>
#include <string>

namespace claimcheck {

bool Takes(const CompiledRule& rule, const Corpus& corpus,
           const Detail& detail) {
  const v1::Zone::Kind zone =
      ZoneOf(corpus.document(detail.document), detail.sentence);
  return (rule.details >> static_cast<int>(detail.kind) & 1) != 0 &&
         (rule.left.not_in >> zone & 1) == 0;
}

bool OfKind(const CompiledSelector& selector, const ClaimRecord& claim) {
  return selector.kinds == 0 ||
         (selector.kinds >> static_cast<int>(claim.kind) & 1) != 0;
}

bool Selects(const CompiledSelector& selector, const Corpus& corpus,
             ClaimRef ref) {
  const ClaimRecord& claim = corpus.claim(ref);
  const DocumentAnalysis& doc = corpus.document(ref.document);
  if (!OfKind(selector, claim)) return false;
  if (selector.role == v1::Document::CHECKED && !doc.checked) return false;
  if (selector.role == v1::Document::REFERENCE && !doc.reference) return false;
  if (selector.attributed_only && claim.attribution == kNone) return false;
  if (!selector.dimensions.empty()) {
    const QuantityMention* quantity = corpus.quantity(ref);
    if (quantity == nullptr) return false;
    bool listed = false;
    for (const std::string& dimension : selector.dimensions) {
      listed = listed || dimension == quantity->value.dimension;
    }
    if (!listed) return false;
  }
  if (!selector.not_counted.empty()) {
    const QuantityMention* quantity = corpus.quantity(ref);
    if (quantity != nullptr &&
        std::binary_search(selector.not_counted.begin(),
                           selector.not_counted.end(),
                           quantity->value.counted)) {
      return false;
    }
  }
  return selector.not_in == 0 ||
         (selector.not_in >> ZoneOf(doc, claim.sentence) & 1) == 0;
}

void DescribeSelection(bool selected, v1::Step* step) {
  step->set_path("selectors");
  step->set_truth(selected ? v1::Step::YES : v1::Step::NO);
  step->set_text(selected ? "taken by the selectors"
                          : "not taken by the selectors");
}

}  // namespace claimcheck
