#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_STYLE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_STYLE_H_

#include "claims/extract/analysis.h"
#include "claims/extract/times_reader.h"
#include "claims/extract/times_resolve.h"

// How a document speaks of time.
namespace claimcheck {

// A phrase or a few sentences: the two ends of a stretch are one time there
// ("9 to 11 on Friday"); an article's are told of one by one.
bool IsShortText(const DocumentAnalysis& doc);

// An account of other years names them; news names days and speaks of today; a
// message looks ahead.
TimeResolver::Style StyleOf(const DocumentAnalysis& doc, TimeReader reader);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_STYLE_H_
