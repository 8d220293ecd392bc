// claimcheck text: what is read out of each file.

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/main/commands.h"
#include "checker/main/output.h"
#include "checker/main/process.h"
#include "checker/main/report_run.h"
#include "checker/report/escape.h"

namespace claimcheck {

int RunText(Options options) {
  if (options.names.empty()) {
    return Unusable("text needs a file, or - for standard input");
  }
  absl::StatusOr<Output> out = Output::Open(options.out, options.names);
  if (!out.ok()) return Unusable(out.status().message());
  InputProblems problems(options.limits.notices_per_input);
  Documents read;
  LoadDocuments(options.names, HowToLoad(options), &read, &problems);
  absl::Status status;
  for (const v1::Document& document : read.documents) {
    // As head(1) does with several files.
    if (read.documents.size() > 1) {
      status.Update(out->Write(absl::StrCat(
          "==> ", EscapeForTerminal(document.id()), " <==\n")));
    }
    status.Update(out->Write(document.text()));
    if (!absl::EndsWith(document.text(), "\n")) status.Update(out->Write("\n"));
  }
  if (status.ok()) status = out->Close();
  PrintError(problems.TakeText(/*finish=*/true));
  if (!status.ok()) {
    if (Output::IsReaderGone(status)) return kExitUnusable;
    return Unusable(status.message());
  }
  return problems.lost() > 0 ? kExitIncomplete : kExitClean;
}

}  // namespace claimcheck
