// SetSpansInFiles of reporter.h.
#include "checker/report/reporter.h"

namespace claimcheck {

void SetSpansInFiles(const Sources& sources, v1::Report* report) {
  if (!sources.has_originals()) return;
  const auto set = [&](v1::Evidence* evidence) {
    const Original* original = sources.OriginalOf(evidence->document_id());
    if (original != nullptr) SetSpansInFile(*original, evidence);
  };
  for (v1::Finding& finding : *report->mutable_findings()) {
    for (v1::Evidence& evidence : *finding.mutable_evidence()) set(&evidence);
  }
  for (v1::DatedEvent& event : *report->mutable_events()) {
    for (v1::Evidence& telling : *event.mutable_tellings()) set(&telling);
  }
  for (v1::Unchecked& unchecked : *report->mutable_unchecked()) {
    set(unchecked.mutable_statement());
  }
}

}  // namespace claimcheck
