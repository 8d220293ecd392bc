#ifndef CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_PARTS_H_
#define CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_PARTS_H_

#include "checker/report/page/html.h"
#include "checker/report/page/page_model.h"

// What stands on the page, from top to bottom, each part in the file of its
// name.  A part that has nothing to say writes nothing.
namespace claimcheck {

// page_strip.cc: counts, documents with their dates, what was not read.
void AppendStrip(const PageModel& page, Html* out);

// page_facts.cc: a row a fact, a column a document, disagreements first.  With
// many documents a row lists its versions instead.
void AppendFacts(const PageModel& page, Html* out);

// page_timeline.cc: every dated event with every telling, plans hollow.
void AppendTimeline(const PageModel& page, Html* out);

// page_lists.cc: the findings as cards, those that disagree and are no
// quotations; quotations; what one document states; what several agree on;
// what was not checked.
void AppendDisagreements(const PageModel& page, Html* out);
void AppendQuotations(const PageModel& page, Html* out);
void AppendStatedOnce(const PageModel& page, Html* out);
void AppendAgreements(const PageModel& page, Html* out);
void AppendUnchecked(const PageModel& page, Html* out);

// page_sheet.cc: the fact-checker's sheet, to be filled in.
void AppendSheet(const PageModel& page, Html* out);

// page_documents.cc: the draft with marks and the evidence beside it; the other
// texts with marks.
void AppendDraft(const PageModel& page, Html* out);
void AppendDocuments(const PageModel& page, Html* out);

// page_about.cc: how the report was made: rules, version, counts, checksums.
void AppendAbout(const PageModel& page, Html* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_PARTS_H_
