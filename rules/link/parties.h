#ifndef CLAIMCHECK_RULES_LINK_PARTIES_H_
#define CLAIMCHECK_RULES_LINK_PARTIES_H_

#include <cstdint>

#include "claims/extract/analysis.h"
#include "claims/syntax/syntax.h"
#include "rules/link/draft_words.h"

namespace claimcheck {

// Those who take part, compared.
enum class SameParty : uint8_t {
  kUnknown,  // a pronoun, a name and a description, a name in part
  kSame,
  kOther,
};

// One side of a comparison.
struct PartySide {
  const DocumentAnalysis& doc;
  const DraftWords& words;
  const syntax::ParsedSentence& tree;
};
SameParty CompareParties(const PartySide& draft, int a, const PartySide& source,
                         int b);

// The name or the noun that `head` is, with what is part of it: tokens.
TokenRange PartyTokens(const PartySide& side, int head);

// The word by which two of one kind ("climbers") are of different countries in
// the draft and in the source; kNone: they are not.
uint32_t OtherNationality(const PartySide& draft, int a,
                          const PartySide& source, int b);

// Whether it is named.
bool IsNamed(const PartySide& side, int head);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_PARTIES_H_
