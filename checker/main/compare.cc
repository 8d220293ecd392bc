// claimcheck compare: all documents against each other.

#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "checker/main/commands.h"
#include "checker/main/report_run.h"
#include "checker/report/formats.h"

namespace claimcheck {
namespace {

// The least severity of which a report shows more than how many there are.
v1::Severity::Level LeastTold(const Options& options) {
  const FormatInfo& format = *FindFormat(options.format_name);
  // Which lines a finding touches is seen by its places.
  if (options.show_agreements || options.show_unchecked ||
      !options.changed_since.empty() || format.outline) {
    return v1::Severity::NOTE;
  }
  if (options.severity != v1::Severity::LEVEL_UNSPECIFIED) {
    return options.severity;
  }
  return format.severity == absl::string_view("warning") ? v1::Severity::WARNING
                                                         : v1::Severity::NOTE;
}

}  // namespace

int RunCompare(Options options) {
  if (options.names.empty()) {
    return Unusable("compare needs files, or - for standard input");
  }
  std::optional<ReportRun> run =
      ReportRun::Create(options, RuleChoice::Mode::kCompare, options.jobs,
                        LeastTold(options));
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
