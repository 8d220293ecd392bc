#include "checker/main/report_run.h"

#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/file_reader.h"
#include "checker/main/commands.h"
#include "checker/main/process.h"
#include "checker/report/escape.h"
#include "checker/report/formats.h"
#include "checker/report/sheet/sheet_reader.h"
#include "rules/packs/embedded_rules.h"

namespace claimcheck {
namespace {

constexpr int kMostIssueLines = 2;

// The issues in one line each, and how to see them all.
std::string BriefIssues(const LoadResult& loaded) {
  std::string out;
  int shown = 0, errors = 0;
  for (const RuleIssue& issue : loaded.issues) {
    if (issue.severity != v1::Severity::ERROR) continue;
    if (++errors > kMostIssueLines) continue;
    ++shown;
    const std::string text = FormatRuleIssue(issue);
    absl::StrAppend(&out, text.substr(0, text.find('\n')), "\n");
  }
  if (errors > shown) {
    absl::StrAppend(&out, "claimcheck: ", errors - shown,
                    " more; claimcheck rules lint shows all\n");
  }
  return out;
}

// "dates" stands for all rules of its family.
std::vector<std::string> Globs(const std::vector<std::string>& names) {
  std::vector<std::string> globs;
  for (const std::string& name : names) {
    globs.push_back(name);
    if (!absl::StrContains(name, '.') && !absl::StrContains(name, '*')) {
      globs.back() += ".*";
    }
  }
  return globs;
}

absl::Status CheckNames(absl::string_view flag,
                        const std::vector<std::string>& names,
                        const std::vector<std::string>& globs,
                        const RuleSet& rules) {
  for (size_t i = 0; i < names.size(); ++i) {
    const bool known = std::any_of(
        rules.rules().begin(), rules.rules().end(),
        [&](const CompiledRule& rule) {
          return MatchesGlob(globs[i], rule.id());
        });
    if (!known) {
      return absl::InvalidArgumentError(
          absl::StrCat("--", flag, "=", names[i],
                       ": no such rule; see claimcheck rules list"));
    }
  }
  return absl::OkStatus();
}

// What people noted beside an earlier report.
absl::StatusOr<v1::Sheet> LoadSheet(const Options& options) {
  if (!FindFormat(options.format_name)->sheet) {
    return absl::InvalidArgumentError(
        absl::StrCat("--sheet means nothing to --format=", options.format_name,
                     "; it is for html, sheet and claimreview"));
  }
  absl::StatusOr<std::string> bytes =
      ReadWholeFile(options.sheet, options.limits.max_file_bytes);
  if (!bytes.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat("--sheet=", options.sheet, ": ", bytes.status().message()));
  }
  absl::StatusOr<v1::Sheet> sheet = ReadSheet(*bytes);
  if (!sheet.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat("--sheet=", options.sheet, ": ", sheet.status().message()));
  }
  return sheet;
}

ReportOptions HowToReport(const Options& options) {
  ReportOptions how;
  how.severity = options.severity;
  how.show_agreements = options.show_agreements;
  how.show_unchecked = options.show_unchecked;
  how.show_accepted = options.show_accepted;
  how.has_baseline = !options.baseline.empty();
  how.explain = options.explain;
  how.width = options.width;
  how.context = options.context;
  how.color = options.color;
  how.review_author = options.review_author;
  how.review_url = options.review_url;
  return how;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const RuleSet>> LoadRules(
    const Options& options) {
  if (options.rules.empty()) return EmbeddedRules();
  RuleSources sources;
  for (const std::string& path : options.rules) sources.AddPath(path);
  LoadResult loaded = std::move(sources).Finish();
  if (!loaded.ok()) {
    return absl::InvalidArgumentError(BriefIssues(loaded));
  }
  return loaded.rules;
}

absl::StatusOr<RuleChoice> ChooseRules(const Options& options,
                                       const RuleSet& rules,
                                       RuleChoice::Mode mode) {
  RuleChoice choice;
  choice.mode = mode;
  choice.experimental = options.experimental;
  choice.only = Globs(options.only);
  choice.skip = Globs(options.skip);
  absl::Status status = CheckNames("only", options.only, choice.only, rules);
  if (status.ok()) {
    status = CheckNames("skip", options.skip, choice.skip, rules);
  }
  if (!status.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat("claimcheck: ", EscapeForTerminal(status.message()), "\n"));
  }
  return choice;
}

LoadOptions HowToLoad(const Options& options) {
  LoadOptions how;
  how.format = options.input;
  how.limits = options.limits;
  how.encoding = options.encoding;
  how.stdin_name = options.stdin_name;
  how.dates = &options.dates;
  how.out = options.out;
  return how;
}

Sources SourcesOf(const Documents& documents) {
  Sources sources;
  for (size_t i = 0; i < documents.documents.size(); ++i) {
    sources.Add(&documents.documents[i], documents.originals[i]);
  }
  return sources;
}

absl::StatusOr<Baseline> LoadBaseline(const Options& options) {
  absl::StatusOr<std::string> bytes =
      ReadWholeFile(options.baseline, options.limits.max_file_bytes);
  if (!bytes.ok()) {
    return absl::Status(
        bytes.status().code(),
        absl::StrCat("claimcheck: --baseline=",
                     EscapeForTerminal(options.baseline), ": ",
                     EscapeForTerminal(bytes.status().message()), "\n"));
  }
  return Baseline::Read(*bytes, options.baseline);
}

// The rules that were read, and those of them that run.
struct ReportRun::RuleIds {
  RuleIds(const RuleSet& rules, const RuleChoice& choice) {
    for (const CompiledRule& rule : rules.rules()) known.insert(rule.id());
    for (const CompiledRule* rule : rules.Choose(choice)) ran.insert(rule->id());
  }
  absl::flat_hash_set<std::string> known, ran;
};

bool ReportRun::Ran(absl::string_view rule_id) const {
  return rule_ids_->ran.contains(rule_id);
}

// A baseline, and what became of its entries in this run.
struct ReportRun::AppliedBaseline {
  explicit AppliedBaseline(Baseline b) : baseline(std::move(b)) {}

  const Baseline baseline;
  std::mutex mutex;
  BaselineUse use;  // guarded by mutex
};

int UnusableRules(const absl::Status& status) {
  PrintError(status.message());
  return kExitUnusable;
}

std::optional<ReportRun> ReportRun::Create(const Options& options,
                                           RuleChoice::Mode mode, int jobs,
                                           v1::Severity::Level in_full) {
  absl::StatusOr<std::shared_ptr<const RuleSet>> rules = LoadRules(options);
  if (!rules.ok()) {
    UnusableRules(rules.status());
    return std::nullopt;
  }
  absl::StatusOr<RuleChoice> choice = ChooseRules(options, **rules, mode);
  if (!choice.ok()) {
    UnusableRules(choice.status());
    return std::nullopt;
  }
  std::shared_ptr<const v1::Sheet> sheet;
  if (!options.sheet.empty()) {
    absl::StatusOr<v1::Sheet> read = LoadSheet(options);
    if (!read.ok()) {
      Unusable(read.status().message());
      return std::nullopt;
    }
    sheet = std::make_shared<const v1::Sheet>(*std::move(read));
  }
  std::shared_ptr<AppliedBaseline> baseline;
  if (!options.baseline.empty()) {
    absl::StatusOr<Baseline> read = LoadBaseline(options);
    if (!read.ok()) {
      UnusableRules(read.status());
      return std::nullopt;
    }
    baseline = std::make_shared<AppliedBaseline>(*std::move(read));
  }
  // A format may refuse; better before the work than after it.
  ReportOptions how = HowToReport(options);
  how.sheet = sheet;
  if (absl::StatusOr<std::unique_ptr<Reporter>> reporter =
          Reporter::Create(options.format_name, std::move(how));
      !reporter.ok()) {
    Unusable(reporter.status().message());
    return std::nullopt;
  }
  const std::string rules_name =
      absl::StrCat((*rules)->Choose(*choice).size(),
                   options.rules.empty() ? " built in" : " given");
  auto rule_ids = std::make_shared<const RuleIds>(**rules, *choice);
  CheckerOptions checker_options;
  checker_options.rules = *std::move(rules);
  checker_options.choice = *std::move(choice);
  checker_options.jobs = jobs;
  checker_options.limits = options.limits;
  checker_options.trace = options.explain;
  checker_options.in_full = in_full;
  checker_options.outline =
      FindFormat(options.format_name)->outline || options.show_unchecked;
  // A stream of requests is answered as it goes; one report is waited for.
  auto progress = std::make_shared<Progress>(
      options.progress && options.input != InputFormat::kJsonLines, PrintError);
  checker_options.progress = progress->Observer();
  absl::StatusOr<Checker> checker = Checker::Create(std::move(checker_options));
  if (!checker.ok()) {
    Unusable(checker.status().message());
    return std::nullopt;
  }
  std::vector<std::string> inputs = options.names;
  inputs.insert(inputs.end(), options.against.begin(), options.against.end());
  if (!options.sheet.empty()) inputs.push_back(options.sheet);
  if (!options.baseline.empty()) inputs.push_back(options.baseline);
  absl::StatusOr<Output> output = Output::Open(options.out, inputs);
  if (!output.ok()) {
    Unusable(output.status().message());
    return std::nullopt;
  }
  return ReportRun(options, *std::move(checker), *std::move(output),
                   rules_name, std::move(rule_ids), std::move(sheet),
                   std::move(baseline), std::move(progress));
}

ReportRun::ReportRun(const Options& options, Checker checker, Output output,
                     std::string rules_name,
                     std::shared_ptr<const RuleIds> rule_ids,
                     std::shared_ptr<const v1::Sheet> sheet,
                     std::shared_ptr<AppliedBaseline> baseline,
                     std::shared_ptr<Progress> progress)
    : options_(options),
      checker_(std::move(checker)),
      output_(std::move(output)),
      rules_name_(std::move(rules_name)),
      rule_ids_(std::move(rule_ids)),
      sheet_(std::move(sheet)),
      baseline_(std::move(baseline)),
      progress_(std::move(progress)),
      problems_(options.limits.notices_per_input) {}

void ReportRun::Load(const std::vector<std::string>& names,
                     Documents* documents) {
  LoadDocuments(names, HowToLoad(options_), documents, &problems_);
}

bool ReportRun::DatesAreUsed() const {
  const std::vector<std::string> unused = options_.dates.Unused();
  if (unused.empty()) return true;
  Unusable(absl::StrCat("--date: no document is called ", unused[0]));
  return false;
}

bool ReportRun::ReadChanges(absl::Span<const v1::Document> documents) {
  if (options_.changed_since.empty()) return true;
  std::vector<std::string> files;
  for (const v1::Document& document : documents) {
    if (access(document.id().c_str(), R_OK) != 0) {
      Unusable(absl::StrCat("--changed-since is for files; \"", document.id(),
                            "\" is none"));
      return false;
    }
    files.push_back(document.id());
  }
  absl::StatusOr<ChangedLines> changes =
      ChangedLines::Since(options_.changed_since, files);
  if (!changes.ok()) {
    Unusable(changes.status().message());
    return false;
  }
  changes_ = *std::move(changes);
  return true;
}

void ReportRun::KeepChanged(v1::Report* report) {
  if (!changes_) return;
  auto* findings = report->mutable_findings();
  const int before = findings->size();
  findings->erase(
      std::remove_if(findings->begin(), findings->end(),
                     [this](const v1::Finding& finding) {
                       return !changes_->Touches(finding);
                     }),
      findings->end());
  unchanged_ = before - findings->size();
}

void ReportRun::ApplyBaseline(v1::Report* report) const {
  if (baseline_ == nullptr) return;
  BaselineUse use;
  baseline_->baseline.Apply(
      options_.today.empty() ? NewestDay(*report) : options_.today, report,
      &use);
  std::lock_guard<std::mutex> lock(baseline_->mutex);
  baseline_->use.Add(use);
}

// Says which entries accept nothing.  Not after a run that did not see
// everything.
void ReportRun::ReportStaleEntries() {
  if (baseline_ == nullptr || problems_.lost() > 0) return;
  const Baseline& baseline = baseline_->baseline;
  const BaselineUse& use = baseline_->use;
  const auto note = [&](int i, absl::string_view what) {
    problems_.Notice(options_.baseline, baseline.line(i), baseline.column(i),
                     what);
  };
  for (int i : StaleEntries(baseline, use, [&](absl::string_view id) {
         return Ran(id) || !rule_ids_->known.contains(id);
       })) {
    const v1::Acceptance& entry = baseline.message().accepted(i);
    if (use.Expired(i)) {
      note(i, absl::StrCat("accepted until ", entry.until(),
                           ", which is over; look at the finding again"));
    } else if (!entry.rule_id().empty() &&
               !rule_ids_->known.contains(entry.rule_id())) {
      note(i, absl::StrCat("there is no rule ", entry.rule_id(),
                           " here; remove the entry if it is gone for good"));
    } else {
      note(i, absl::StrCat("nothing is found any more for ",
                           entry.fingerprint(), " (", entry.rule_id(),
                           "); claimcheck baseline prune drops it"));
    }
  }
  if (use.undated()) {
    problems_.Notice(options_.baseline, 0, 0,
                     "no document has a date, so no last day is over; --today "
                     "sets the day");
  }
}

void ReportRun::AddLost(v1::Report* report) const {
  if (problems_.lost() == 0) return;
  report->set_complete(false);
  for (const InputProblem& problem : problems_.kept()) {
    if (!problem.lost) continue;
    v1::Skipped* skipped = report->add_skipped();
    skipped->set_document_id(EscapeForTerminal(problem.name));
    skipped->set_reason(EscapeForTerminal(
        problem.line == 0
            ? problem.what
            : absl::StrCat("line ", problem.line, ": ", problem.what)));
  }
}

bool ReportRun::Fails(const v1::Report& report) const {
  if (options_.fail_on == v1::Severity::LEVEL_UNSPECIFIED) return false;
  return std::any_of(report.findings().begin(), report.findings().end(),
                     [this](const v1::Finding& finding) {
                       return finding.severity() >= options_.fail_on &&
                              finding.suppressed_by().empty();
                     });
}

std::string ReportRun::Render(const v1::Report& report, const Sources& sources,
                              const std::string& draft) const {
  ReportOptions how = HowToReport(options_);
  how.draft = draft;
  how.rules_name = rules_name_;
  how.sheet = sheet_;
  how.unchanged = unchanged_;
  absl::StatusOr<std::unique_ptr<Reporter>> reporter =
      Reporter::Create(options_.format_name, std::move(how));
  return (*reporter)->Render(report, sources);
}

absl::Status ReportRun::Write(absl::string_view text) {
  progress_->Stop();
  if (output_status_.ok()) output_status_ = output_.Write(text);
  return output_status_;
}

int ReportRun::Finish() {
  progress_->Stop();
  if (output_status_.ok()) output_status_ = output_.Close();
  ReportStaleEntries();
  PrintError(problems_.TakeText(/*finish=*/true));
  if (!output_status_.ok()) {
    if (Output::IsReaderGone(output_status_)) return kExitUnusable;
    return Unusable(output_status_.message());
  }
  if (!DatesAreUsed()) return kExitUnusable;
  if (problems_.lost() > 0 && !options_.allow_partial) return kExitIncomplete;
  return found_ ? kExitFindings : kExitClean;
}

}  // namespace claimcheck
