#ifndef CLAIMCHECK_RULES_LINK_QUOTE_SUBJECT_H_
#define CLAIMCHECK_RULES_LINK_QUOTE_SUBJECT_H_

#include <cstdint>

#include "claims/extract/analysis.h"

namespace claimcheck {

// Whom words are said of.
struct QuoteSubject {
  Span span;             // "the two", "Oslo"; empty: not known
  uint32_t name = kNone; // index into the document's names, when it is one
  bool both = false;     // "the two", "both": more than one, not named
};

// The subject that the writer puts before a quotation that is grown into his
// sentence: in `the two are “ready to talk”` it is "the two".  A form of "to
// be" must stand between them.
QuoteSubject SubjectBefore(const DocumentAnalysis& doc, const Quote& quote);

// The subject, inside a quotation, of the words that begin at `token`: in
// `“The port has been our friend, ready to talk”` "The port" for "ready".
// Only when there is no doubt: it is the one name or description between the
// beginning of the sentence and `token`, and an auxiliary follows it.
QuoteSubject SubjectWithin(const DocumentAnalysis& doc, const Quote& quote,
                           uint32_t token);

// True when the two are surely not the same: neither shares a name, a country
// or an unresolved reference with the other.
bool SubjectsDiffer(const DocumentAnalysis& left_doc, const QuoteSubject& left,
                    const DocumentAnalysis& right_doc,
                    const QuoteSubject& right);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_QUOTE_SUBJECT_H_
