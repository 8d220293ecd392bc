// claimcheck baseline: accepts what is found today, drops what is found no more.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/main/commands.h"
#include "checker/main/process.h"
#include "checker/main/report_run.h"
#include "checker/report/baseline/baseline.h"
#include "checker/report/escape.h"

namespace claimcheck {
namespace {

// What compare, or with --against check, finds in the documents.  No value: it
// could not be told, and `exit_code` is the program's.
std::optional<v1::Report> Findings(ReportRun* run, int* exit_code) {
  const Options& options = run->options();
  Documents read;
  run->Load(options.names, &read);
  const std::vector<v1::Document>& documents = read.documents;
  const bool one_draft = documents.size() == 1;
  run->Load(options.against, &read);
  if (run->problems().lost() > 0) {
    // Accepting or dropping by half of the findings would be wrong.
    run->Write("nothing is changed: not everything could be read\n")
        .IgnoreError();
    *exit_code = run->Finish();
    return std::nullopt;
  }
  *exit_code = kExitUnusable;
  if (!run->DatesAreUsed()) return std::nullopt;
  if (!options.against.empty() && !one_draft) {
    Unusable("with --against there is one draft");
    return std::nullopt;
  }
  absl::StatusOr<v1::Report> report =
      options.against.empty()
          ? run->checker().Compare(documents)
          : run->checker().Check(documents[0],
                                 absl::MakeConstSpan(documents).subspan(1));
  if (!report.ok()) {
    Unusable(report.status().message());
    return std::nullopt;
  }
  SetPositionsInFiles(documents, read.originals, &*report);
  return *std::move(report);
}

// The findings that --finding names, or those grave enough.
absl::StatusOr<std::vector<const v1::Finding*>> Choose(
    const Options& options, const v1::Report& report) {
  std::vector<const v1::Finding*> chosen;
  if (options.findings.empty()) {
    const v1::Severity::Level least =
        options.severity == v1::Severity::LEVEL_UNSPECIFIED
            ? v1::Severity::WARNING
            : options.severity;
    for (const v1::Finding& finding : report.findings()) {
      if (finding.severity() >= least) chosen.push_back(&finding);
    }
    return chosen;
  }
  for (const std::string& beginning : options.findings) {
    const v1::Finding* found = nullptr;
    for (const v1::Finding& finding : report.findings()) {
      if (!absl::StartsWith(finding.fingerprint(), beginning)) continue;
      if (found != nullptr && found->fingerprint() != finding.fingerprint()) {
        return absl::InvalidArgumentError(
            absl::StrCat("--finding=", beginning, " is how several begin: ",
                         found->fingerprint(), ", ", finding.fingerprint()));
      }
      found = &finding;
    }
    if (found == nullptr) {
      return absl::InvalidArgumentError(
          absl::StrCat("--finding=", beginning, ": none of the ",
                       report.findings_size(), " findings is called so"));
    }
    chosen.push_back(found);
  }
  return chosen;
}

std::string Line(absl::string_view what, const v1::Acceptance& entry) {
  return absl::StrCat(what, " ", entry.fingerprint(), "  ",
                      EscapeForTerminal(entry.rule_id()), ": ",
                      EscapeForTerminal(entry.finding()), "\n");
}

std::string Entries(size_t count) {
  return absl::StrCat(count, count == 1 ? " entry" : " entries");
}

// Writes the baseline, tells what was done and returns the exit code.
int Save(const Options& options, const v1::Baseline& baseline,
         const std::string& told) {
  std::vector<std::string> inputs = options.names;
  inputs.insert(inputs.end(), options.against.begin(), options.against.end());
  absl::StatusOr<Output> file = Output::Open(options.baseline, inputs);
  absl::Status status = file.status();
  if (status.ok()) status = file->Write(WriteBaseline(baseline));
  if (status.ok()) status = file->Close();
  if (!status.ok()) return Unusable(status.message());
  absl::StatusOr<Output> out = Output::Open("", {});
  status = out->Write(absl::StrCat(
      told, EscapeForTerminal(options.baseline), ": ",
      Entries(static_cast<size_t>(baseline.accepted_size())), "\n"));
  if (status.ok()) status = out->Close();
  if (status.ok()) return kExitClean;
  if (Output::IsReaderGone(status)) return kExitUnusable;
  return Unusable(status.message());
}

int Write(const Options& options, const v1::Report& report,
          const Baseline& old) {
  const absl::StatusOr<std::vector<const v1::Finding*>> chosen =
      Choose(options, report);
  if (!chosen.ok()) return Unusable(chosen.status().message());
  v1::Report marked = report;
  BaselineUse use;
  old.Apply(options.today.empty() ? NewestDay(report) : options.today, &marked,
            &use);
  v1::Baseline baseline = old.message();
  absl::flat_hash_set<std::string> added;
  std::string told;
  for (const v1::Finding* finding : *chosen) {
    if (!added.insert(finding->fingerprint()).second) continue;
    v1::Acceptance entry = Accept(*finding, options.reason, options.until);
    const int index = old.Find(finding->fingerprint());
    if (index >= 0) {
      // What is accepted stays so; what is over, or named, is accepted anew.
      if (!use.Expired(index) && options.findings.empty()) continue;
      *baseline.mutable_accepted(index) = entry;
    } else {
      *baseline.add_accepted() = entry;
    }
    absl::StrAppend(&told, Line("accepted", entry));
  }
  return Save(options, baseline, told);
}

int Prune(const Options& options, const ReportRun& run,
          const v1::Report& report, const Baseline& old) {
  v1::Report marked = report;
  BaselineUse use;
  old.Apply(options.today.empty() ? NewestDay(report) : options.today, &marked,
            &use);
  const std::vector<int> stale = StaleEntries(
      old, use, [&](absl::string_view id) { return run.Ran(id); });
  v1::Baseline baseline;
  std::string told;
  for (int i = 0; i < old.message().accepted_size(); ++i) {
    const v1::Acceptance& entry = old.message().accepted(i);
    if (std::find(stale.begin(), stale.end(), i) == stale.end()) {
      *baseline.add_accepted() = entry;
    } else {
      absl::StrAppend(&told, Line("dropped", entry));
    }
  }
  if (told.empty()) told = "nothing to drop\n";
  return Save(options, baseline, told);
}

}  // namespace

int RunBaseline(Options options) {
  const std::string what = options.names.empty() ? "" : options.names.front();
  if (what != "write" && what != "prune") {
    return Unusable(
        "baseline needs to know what: baseline write or baseline prune, then "
        "the documents");
  }
  options.names.erase(options.names.begin());
  const bool write = what == "write";
  if (options.baseline.empty()) {
    return Unusable(absl::StrCat("baseline ", what,
                                 " needs --baseline=FILE, the file to keep"));
  }
  if (options.names.empty()) {
    return Unusable(absl::StrCat("baseline ", what, " needs the documents"));
  }
  if (write && absl::StripAsciiWhitespace(options.reason).empty()) {
    return Unusable("baseline write needs --reason=TEXT: why the findings may "
                    "stand");
  }
  if (!write && !(options.reason.empty() && options.until.empty() &&
                  options.findings.empty())) {
    return Unusable("--reason, --until and --finding are for baseline write");
  }
  absl::StatusOr<Baseline> old = LoadBaseline(options);
  if (!old.ok()) {
    if (!write || !absl::IsNotFound(old.status())) {
      return UnusableRules(old.status());
    }
    old = Baseline::Read("", options.baseline);  // the first of its kind
    if (!old.ok()) return UnusableRules(old.status());
  }
  // The run itself knows no baseline: every finding is wanted.
  const std::string file = std::exchange(options.baseline, "");
  std::optional<ReportRun> run = ReportRun::Create(
      options,
      options.against.empty() ? RuleChoice::Mode::kCompare
                              : RuleChoice::Mode::kCheck,
      options.jobs);
  if (!run) return kExitUnusable;
  int exit_code = kExitUnusable;
  const std::optional<v1::Report> report = Findings(&*run, &exit_code);
  if (!report) return exit_code;
  options.baseline = file;
  PrintError(run->problems().TakeText(/*finish=*/true));
  return write ? Write(options, *report, *old)
               : Prune(options, *run, *report, *old);
}

}  // namespace claimcheck
