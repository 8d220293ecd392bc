#ifndef CLAIMCHECK_CLAIMS_EXTRACT_MENTION_LINE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_MENTION_LINE_H_

#include <string>

#include "claimcheck/v1/claim.pb.h"

namespace claimcheck {

// A mention in one line: its kind, then what is known of it, separated by blanks.
//   "MONEY 5000000 EUR", "DATE 2024-06-18", "ATTRIBUTION quoted of the minister"
// `extract --format=text` writes it under the words, and the examples of the word
// lists are written in it.  Holds words of the text as they stand there: escape
// before showing.
std::string MentionLine(const v1::Mention& mention);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_MENTION_LINE_H_
