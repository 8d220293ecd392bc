#ifndef CLAIMCHECK_RULES_LINK_AGE_PHRASE_H_
#define CLAIMCHECK_RULES_LINK_AGE_PHRASE_H_

#include <cstdint>

#include "claims/extract/analysis.h"

namespace claimcheck {

// The words that tell how old somebody is.  `t`, `last` and `end` are tokens of the
// document; years are whole, and 0 says that no age is told there.

// Younger ones are told in months, and "one" and "two" are other numbers.
inline constexpr int64_t kLeastAge = 3;

// A number of two digits, 10 to 99, else 0: younger persons are told of in
// months as well, older ones are rare.
int AgeAt(const DocumentAnalysis& doc, uint32_t t, uint32_t end);

// "34-year-old", "aged 34": exact, and of a person.
bool IsAge(const QuantityMention& q);

// "Anna Lind, 34, said", "Anna Lind (34)": of the name in front.
int AgeBehind(const DocumentAnalysis& doc, const NameMention& name,
              TokenRange sentence);

// "The captain was a 47-year-old father of three", "the captain, aged 43,", "Claire
// Daumas, who is 36 years old", "Nayeli Ruiz, a girl of six": the age told right
// behind token `last`, and in `span` the words from it to the age.
int AgeTold(const DocumentAnalysis& doc, uint32_t last, uint32_t sentence,
            Span* span);

// Words alone between two tokens: "34-year-old local baker Anna Lind".
bool OnlyWords(const DocumentAnalysis& doc, uint32_t begin, uint32_t end);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_AGE_PHRASE_H_
