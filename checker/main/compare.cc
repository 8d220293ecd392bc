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
  Documents read;
  run->Load(options.names, &read);
  if (!run->DatesAreUsed() || !run->ReadChanges(read.documents)) {
    return kExitUnusable;
  }
  absl::StatusOr<v1::Report> report = run->checker().Compare(read.documents);
  if (!report.ok()) return Unusable(report.status().message());
  SetPositionsInFiles(read.documents, read.originals, &*report);
  run->ApplyBaseline(&*report);
  run->KeepChanged(&*report);
  run->AddLost(&*report);
  if (run->Fails(*report)) run->SetFound();
  run->Write(run->Render(*report, SourcesOf(read), "")).IgnoreError();
  return run->Finish();
}

}  // namespace claimcheck
