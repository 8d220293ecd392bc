#ifndef CLAIMCHECK_CLAIMS_EXTRACT_FINDERS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_FINDERS_H_

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/lexicon/lexicon.h"

// The passes over one document.  Each appends to the vectors named after it in
// `doc`, sorted by span, and reads what earlier passes found (analysis.h has
// the order).  None allocates once the vectors have grown; each is linear in
// the number of tokens.  All are pure functions: no clock, no locale, no state.
namespace claimcheck {

// Takes `published` (ISO 8601, may be empty) or looks for the date in the text:
// a full date in the first lines, "today (June 18)", a weekday beside a date.
// False when `published` is not empty and no date.
bool FindDocumentDate(absl::string_view published, DocumentAnalysis* doc);

// TIMEX3 expressions and their values, against doc->date and the tense of the
// clause.
void FindTimes(const Lexicon& lexicon, DocumentAnalysis* doc);

// True for a message or a bare phrase ("lunch on Friday?"), which speaks of times
// and numbers otherwise than an article does.
bool IsMessage(const DocumentAnalysis& doc);

// Numbers, percent, money, quantities with units and counted things.
void FindQuantities(const Lexicon& lexicon, DocumentAnalysis* doc);

// Persons, organisations, places; pronouns and descriptions that stand for one.
void FindNames(const Lexicon& lexicon, DocumentAnalysis* doc);

// Quotation marks and what is between them.
void FindQuotations(const Lexicon& lexicon, DocumentAnalysis* doc);

// Who says what: direct, indirect and mixed.
void FindAttributions(const Lexicon& lexicon, DocumentAnalysis* doc);

// Who did what, where, when; fact, plan, possibility, denial.
void FindEvents(const Lexicon& lexicon, DocumentAnalysis* doc);

// Claims from all of the above.
void BuildClaims(DocumentAnalysis* doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_FINDERS_H_
