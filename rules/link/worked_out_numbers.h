#ifndef CLAIMCHECK_RULES_LINK_WORKED_OUT_NUMBERS_H_
#define CLAIMCHECK_RULES_LINK_WORKED_OUT_NUMBERS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "rules/link/attachment.h"

namespace claimcheck {

// What values are worked out of: the ages, years and amounts of sentences.

// Nobody is as old as this.
constexpr int kOldest = 115;

template <size_t kSize>
bool IsAnyOf(absl::string_view word, const absl::string_view (&list)[kSize]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// The word at `t`; empty when that is not in the sentence.
absl::string_view WordAt(const TokenizedText& text, TokenRange sentence,
                         uint32_t t);

// The whole number; -1: none, or too large to be an age or a number of years.
int SmallNumber(const Decimal& number);

// "Aged 81", "at the age of 81", "was 61 when".
bool TellsAge(const DocumentAnalysis& doc, const QuantityMention& mention);

// The ages that a sentence tells.
std::vector<int> AgesIn(const DocumentAnalysis& doc,
                        const UnitSentence& sentence);

// Two of the ages of the evidence that differ by so much.
bool AgesApart(const DraftSources& sources,
               absl::Span<const UnitSentence> evidence, int years);

// The years that a sentence spells out.
std::vector<int> YearsIn(const DocumentAnalysis& doc,
                         const UnitSentence& sentence);

// Whether the draft's amount is what `a` and `b` differ by, of the kind of
// `like`.
bool MakesDifference(const QuantityValue& draft, QuantityValue like,
                     const Decimal& a, const Decimal& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_WORKED_OUT_NUMBERS_H_
