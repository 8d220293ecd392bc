#ifndef CLAIMCHECK_CLAIMS_EXTRACT_QUANTITY_MENTIONS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_QUANTITY_MENTIONS_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/amounts.h"
#include "claims/extract/analysis.h"
#include "claims/extract/counted.h"
#include "claims/extract/hedges.h"
#include "claims/extract/passage.h"
#include "claims/value/quantity.h"

namespace claimcheck {

// Puts amounts down as the quantities of a document, in the order of its text.
class QuantityMentions {
 public:
  explicit QuantityMentions(DocumentAnalysis* doc);

  // Puts down `a`, or the range from it to `b` (else null), with what is counted
  // and what the words about it say.  Nothing when a bound leaves the range of
  // Decimal.
  void Emit(const Passage& p, uint32_t sentence, const Amount& a,
            const Amount* b, const CountedNoun& counted,
            const HedgeMatch& hedge, ChangeKind change);

  // "forty-five (45)": `a`, which ends before `end`, is the last number once
  // more, in figures or in words.
  bool IsGloss(const Passage& p, uint32_t sentence, const Amount& a,
               uint32_t end) const;

 private:
  absl::string_view NounOf(const CountedNoun& counted);

  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  size_t room_ = 0;  // bytes left behind the folded text
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_QUANTITY_MENTIONS_H_
