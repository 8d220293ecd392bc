// claimcheck check: a draft against its sources, or a stream of such requests.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/main/batches.h"
#include "checker/main/commands.h"
#include "checker/main/process.h"
#include "checker/main/report_run.h"
#include "checker/parallel.h"
#include "checker/report/formats.h"

namespace claimcheck {
namespace {

int CheckFiles(const Options& options) {
  if (options.names.size() != 1) {
    return Unusable(options.names.empty()
                        ? "check needs a draft: check DRAFT --against FILE..."
                        : absl::StrCat("check takes one draft, and \"",
                                       options.names[1],
                                       "\" is a second; sources go after "
                                       "--against"));
  }
  if (options.against.empty()) {
    return Unusable("check needs sources: check DRAFT --against FILE...");
  }
  std::optional<ReportRun> run =
      ReportRun::Create(options, RuleChoice::Mode::kCheck, options.jobs);
  if (!run) return kExitUnusable;
  Documents read;
  run->Load(options.names, &read);
  const size_t drafts = read.documents.size();
  if (drafts > 1) return Unusable("check takes one draft; the file holds more");
  run->Load(options.against, &read);
  if (!run->DatesAreUsed() || !run->ReadChanges(read.documents)) {
    return kExitUnusable;
  }
  v1::Report report;
  std::string draft;
  if (drafts == 1) {
    draft = read.documents[0].id();
    absl::StatusOr<v1::Report> checked = run->checker().Check(
        read.documents[0], absl::MakeConstSpan(read.documents).subspan(1));
    if (!checked.ok()) return Unusable(checked.status().message());
    report = *std::move(checked);
    run->ApplyBaseline(&report);
  }
  SetPositionsInFiles(read.documents, read.originals, &report);
  run->KeepChanged(&report);
  run->AddLost(&report);
  if (run->Fails(report)) run->SetFound();
  run->Write(run->Render(report, SourcesOf(read), draft)).IgnoreError();
  return run->Finish();
}

// Answers requests, each by a report with its id.
class RequestRun {
 public:
  explicit RequestRun(ReportRun run)
      : run_(std::move(run)),
        batches_(
            JobsFor(run_.options().jobs, run_.options().limits.max_jobs),
            run_.options().limits,
            [this](JsonLine* line, int, Answer* answer) { Work(*line, answer); },
            [this](const Answer& answer) { return Use(answer); }) {}

  int Run() {
    absl::Status status;
    for (const std::string& name : run_.options().names) {
      status = ForEachJsonLine(
          name, run_.options().limits, &run_.problems(),
          [this](JsonLine line) { return batches_.Add(std::move(line)); });
      if (!status.ok()) return run_.Finish();
    }
    status = batches_.Flush();
    if (status.ok() && run_.options().format == OutputFormat::kJson) {
      run_.Write(written_ == 0 ? "[]\n" : "]\n").IgnoreError();
    }
    return run_.Finish();
  }

 private:
  void Work(const JsonLine& line, Answer* answer) const {
    v1::CheckRequest request;
    if (!ReadRequest(line, run_.options().limits, &request,
                     &answer->problems)) {
      return;
    }
    std::vector<v1::Document> documents;
    if (request.draft().id().empty()) request.mutable_draft()->set_id("draft");
    documents.push_back(std::move(*request.mutable_draft()));
    for (v1::Document& source : *request.mutable_sources()) {
      documents.push_back(std::move(source));
    }
    MakeIdsUnique("source", &documents);
    Sources sources;
    for (v1::Document& document : documents) {
      run_.options().dates.Apply("", &document);
      sources.Add(&document);
    }
    absl::StatusOr<v1::Report> report = run_.checker().Check(
        documents[0], absl::MakeConstSpan(documents).subspan(1));
    if (!report.ok()) {
      answer->problems.Lost(line.name, line.number, 0,
                            report.status().message());
      return;
    }
    run_.ApplyBaseline(&*report);
    report->set_id(request.id());
    answer->fails = run_.Fails(*report);
    answer->text = run_.Render(*report, sources, documents[0].id());
  }

  absl::Status Use(const Answer& answer) {
    run_.problems().Append(answer.problems);
    PrintError(run_.problems().TakeText(/*finish=*/false));
    if (answer.fails) run_.SetFound();
    if (answer.text.empty()) return absl::OkStatus();
    std::string between;
    if (run_.options().format == OutputFormat::kJson) {
      between = written_ == 0 ? "[\n" : ",\n";
    } else if (run_.options().format == OutputFormat::kText && written_ > 0) {
      between = "\n";
    }
    ++written_;
    absl::Status status = run_.Write(between);
    return status.ok() ? run_.Write(answer.text) : status;
  }

  ReportRun run_;
  uint64_t written_ = 0;
  Batches batches_;
};

}  // namespace

int RunCheck(Options options) {
  if (options.input != InputFormat::kJsonLines) return CheckFiles(options);
  if (options.names.empty()) {
    return Unusable("check needs a file of requests, or - for standard input");
  }
  if (!options.against.empty()) {
    return Unusable("with --input=jsonl the sources are in each request; leave "
                    "--against out");
  }
  if (!options.changed_since.empty()) {
    return Unusable("--changed-since is for files, not for requests");
  }
  if (!FindFormat(options.format_name)->joins) {
    return Unusable(absl::StrCat("--format=", options.format_name,
                                 " is for one report, not for a stream of "
                                 "requests; use json or jsonl"));
  }
  // Requests run side by side, each by itself on one thread.
  std::optional<ReportRun> run =
      ReportRun::Create(options, RuleChoice::Mode::kCheck, /*jobs=*/1);
  if (!run) return kExitUnusable;
  return RequestRun(*std::move(run)).Run();
}

}  // namespace claimcheck
