#ifndef CLAIMCHECK_CHECKER_MAIN_REPORT_RUN_H_
#define CLAIMCHECK_CHECKER_MAIN_REPORT_RUN_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "checker/checker.h"
#include "checker/input/document_loader.h"
#include "checker/input/problems.h"
#include "checker/main/changed_lines.h"
#include "checker/main/options.h"
#include "checker/main/output.h"
#include "checker/main/progress.h"
#include "checker/report/baseline/baseline.h"
#include "checker/report/reporter.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/sheet.pb.h"
#include "rules/engine/rule_set.h"

// What the commands that make reports have in common.
namespace claimcheck {

// The rules of --rules, or the built-in ones.  The status is what is wrong with
// them in a few lines for standard error, complete with file names.
absl::StatusOr<std::shared_ptr<const RuleSet>> LoadRules(
    const Options& options);

// --only and --skip.  The status names a rule that does not exist.
absl::StatusOr<RuleChoice> ChooseRules(const Options& options,
                                       const RuleSet& rules,
                                       RuleChoice::Mode mode);

// The file of --baseline.  The status is complete lines, as that of LoadRules.
absl::StatusOr<Baseline> LoadBaseline(const Options& options);

// How the flags ask for documents to be read.
LoadOptions HowToLoad(const Options& options);

// The texts and files that a report speaks of; `documents` must outlive it.
Sources SourcesOf(const Documents& documents);

// Prints the status of LoadRules, ChooseRules or LoadBaseline.  Returns
// kExitUnusable.
int UnusableRules(const absl::Status& status);

// Holds the checker, the reporter and the output of one run, and turns what
// happened into the exit code.
class ReportRun {
 public:
  // `jobs`: threads for one report.  `in_full`: CheckerOptions::in_full.  No
  // value: it could not be set up, and standard error says why.
  static std::optional<ReportRun> Create(
      const Options& options, RuleChoice::Mode mode, int jobs,
      v1::Severity::Level in_full = v1::Severity::NOTE);

  const Options& options() const { return options_; }
  const Checker& checker() const { return checker_; }
  // Whether the rule of that id is one of those that run.
  bool Ran(absl::string_view rule_id) const;
  InputProblems& problems() { return problems_; }

  // Reads the files that `names` stand for; what is wrong becomes a problem.
  void Load(const std::vector<std::string>& names, Documents* documents);

  // False, and said so, when --date names a document that was not read.
  bool DatesAreUsed() const;

  // Reads by Git what of the documents was changed, when --changed-since is
  // given.  False, and said so, when that cannot be told.
  bool ReadChanges(absl::Span<const v1::Document> documents);
  // Drops the findings that touch no such line.
  void KeepChanged(v1::Report* report);
  // Marks the findings that --baseline accepts.  Thread-safe.
  void ApplyBaseline(v1::Report* report) const;

  // Notes in the report what of the input was lost.
  void AddLost(v1::Report* report) const;

  // One report in the format asked for.  `draft` is the id of the draft, "" for
  // compare.  Thread-safe.
  std::string Render(const v1::Report& report, const Sources& sources,
                     const std::string& draft) const;
  // Whether a report holds something at or above --fail-on.  Thread-safe.
  bool Fails(const v1::Report& report) const;

  // Writes `text`; an error is kept for Finish.
  absl::Status Write(absl::string_view text);
  void SetFound() { found_ = true; }

  // Closes the output, prints the problems and tells the exit code.
  int Finish();

 private:
  struct AppliedBaseline;
  struct RuleIds;

  ReportRun(const Options& options, Checker checker, Output output,
            std::string rules_name, std::shared_ptr<const RuleIds> rule_ids,
            std::shared_ptr<const v1::Sheet> sheet,
            std::shared_ptr<AppliedBaseline> baseline,
            std::shared_ptr<Progress> progress);

  void ReportStaleEntries();

  Options options_;
  Checker checker_;
  Output output_;
  std::string rules_name_;
  std::shared_ptr<const RuleIds> rule_ids_;
  std::shared_ptr<const v1::Sheet> sheet_;     // null: none
  std::shared_ptr<AppliedBaseline> baseline_;  // null: none
  std::optional<ChangedLines> changes_;  // none: everything is shown
  int unchanged_ = 0;                    // findings dropped
  // Shared, as the checker calls it; null: nobody watches.
  std::shared_ptr<Progress> progress_;
  InputProblems problems_;
  absl::Status output_status_;
  bool found_ = false;  // something at or above --fail-on
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_REPORT_RUN_H_
