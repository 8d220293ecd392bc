// claimcheck compare: all documents against each other.

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/main/commands.h"
#include "checker/main/report_run.h"

namespace claimcheck {

int RunCompare(Options options) {
  if (options.names.empty()) {
    return Unusable("compare needs files, or - for standard input");
  }
  std::optional<ReportRun> run =
      ReportRun::Create(options, RuleChoice::Mode::kCompare, options.jobs);
  if (!run) return kExitUnusable;
  std::vector<v1::Document> documents;
  LoadDocuments(options.names, options.input, options.limits, options.dates,
                &documents, &run->problems());
  if (!run->DatesAreUsed() || !run->ReadChanges(documents)) {
    return kExitUnusable;
  }
  absl::StatusOr<v1::Report> report = run->checker().Compare(documents);
  if (!report.ok()) return Unusable(report.status().message());
  run->ApplyBaseline(&*report);
  run->KeepChanged(&*report);
  run->AddLost(&*report);
  Sources sources;
  for (const v1::Document& document : documents) sources.Add(&document);
  if (run->Fails(*report)) run->SetFound();
  run->Write(run->Render(*report, sources, "")).IgnoreError();  // kept in run
  return run->Finish();
}

}  // namespace claimcheck
