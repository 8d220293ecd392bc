#ifndef CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_CARDS_H_
#define CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_CARDS_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "checker/report/page/html.h"
#include "checker/report/page/page_model.h"

namespace claimcheck {

// Bytes of a document that stand beside a card and need not be said again.
struct BesideText {
  absl::string_view document;
  size_t begin = 0;
  size_t end = 0;

  bool Holds(const v1::Evidence& evidence) const {
    return !document.empty() && evidence.document_id() == document &&
           evidence.span().begin() >= begin && evidence.span().begin() < end;
  }
};

// One finding as a card: what stands where, every version and place, why, and
// by which rule.  Its anchor is "f-" and the finding's key.
void AppendCard(const PageModel& page, int finding, const BesideText& beside,
                Html* out);

// The sentence of a place with its decisive words set off.
void AppendSentence(const v1::Evidence& evidence, Html* out);

// The words of a quotation against another wording: what is added and left out
// is named by sign and tag, not by colour alone.
void AppendDiff(const v1::Evidence& evidence, Html* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_CARDS_H_
