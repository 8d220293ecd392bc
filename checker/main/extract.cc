// claimcheck extract: the mentions and claims of each document, as a stream.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/checker.h"
#include "checker/input/document_loader.h"
#include "checker/input/file_reader.h"
#include "checker/input/name_list.h"
#include "checker/main/batches.h"
#include "checker/main/commands.h"
#include "checker/main/output.h"
#include "checker/main/process.h"
#include "checker/main/report_run.h"
#include "checker/parallel.h"
#include "checker/report/extraction_text.h"
#include "checker/report/json_writer.h"

namespace claimcheck {
namespace {

class ExtractRun {
 public:
  ExtractRun(Options options, Checker checker, Output output)
      : options_(std::move(options)),
        load_(HowToLoad(options_)),
        jobs_(JobsFor(options_.jobs, options_.limits.max_jobs)),
        checker_(std::move(checker)),
        output_(std::move(output)),
        problems_(options_.limits.notices_per_input),
        scratch_(static_cast<size_t>(jobs_)),
        batches_(
            jobs_, options_.limits,
            [this](JsonLine* piece, int worker, Answer* answer) {
              Work(piece, &scratch_[worker], answer);
            },
            [this](const Answer& answer) { return Use(answer); }) {}

  int Run() {
    for (const std::string& name : ExpandNames(options_.names, &problems_)) {
      absl::Status status = Read(name);
      if (!status.ok()) return Stop(status);
    }
    absl::Status status = batches_.Flush();
    if (status.ok()) status = output_.Write(End());
    if (status.ok()) status = output_.Close();
    if (!status.ok()) return Stop(status);
    PrintError(problems_.TakeText(/*finish=*/true));
    const std::vector<std::string> unused = options_.dates.Unused();
    if (!unused.empty()) {
      return Unusable(
          absl::StrCat("--date: no document is called ", unused[0]));
    }
    return problems_.lost() > 0 && !options_.allow_partial ? kExitIncomplete
                                                            : kExitClean;
  }

 private:
  int Stop(const absl::Status& status) {
    PrintError(problems_.TakeText(/*finish=*/true));
    if (Output::IsReaderGone(status)) return kExitUnusable;
    return Unusable(status.message());
  }

  // A status is for the output; what is wrong with the input is a problem.
  absl::Status Read(const std::string& name) {
    const std::string shown = ShownName(name, load_);
    if (FormatOf(shown, options_.input) == InputFormat::kJsonLines) {
      return ForEachJsonLine(
          name, options_.limits, &problems_,
          [this](JsonLine line) { return batches_.Add(std::move(line)); });
    }
    absl::StatusOr<std::string> bytes =
        ReadWholeFile(name, options_.limits.max_file_bytes);
    if (!bytes.ok()) {
      problems_.Lost(shown, 0, 0, bytes.status().message());
      return absl::OkStatus();
    }
    return batches_.Add({shown, 0, false, *std::move(bytes)});
  }

  // Runs on any thread; touches what it is given and what never changes.
  void Work(JsonLine* piece, DocumentAnalysis* scratch, Answer* answer) const {
    v1::Document document;
    std::shared_ptr<const Original> original;
    if (piece->number == 0) {
      if (!ReadFile(piece->name, std::move(piece->text), load_, &document,
                    &original, &answer->problems)) {
        return;
      }
    } else {
      if (!ReadDocument(*piece, options_.limits, &document,
                        &answer->problems)) {
        return;
      }
      options_.dates.Apply("", &document);
    }
    v1::Extraction found = checker_.Extract(document, scratch);
    // The text format shows the text; it takes only lines from the file.
    const bool text = options_.format == OutputFormat::kText;
    if (original != nullptr && !text) SetSpansInFile(*original, &found);
    switch (options_.format) {
      case OutputFormat::kJson:
        AppendJson(found, /*indented=*/true, &answer->text);
        break;
      case OutputFormat::kJsonLines:
        AppendJson(found, /*indented=*/false, &answer->text);
        answer->text.push_back('\n');
        break;
      default:
        answer->text = ExtractionText(
            *scratch, found,
            {options_.width, options_.color, options_.explain, original.get()});
    }
  }

  absl::Status Use(const Answer& answer) {
    problems_.Append(answer.problems);
    PrintError(problems_.TakeText(/*finish=*/false));
    if (answer.text.empty()) return absl::OkStatus();
    absl::Status status = output_.Write(Between());
    if (status.ok()) status = output_.Write(answer.text);
    ++written_;
    return status;
  }

  // What stands before the next document, and after the last.
  absl::string_view Between() const {
    if (options_.format == OutputFormat::kJson) {
      return written_ == 0 ? "[\n" : ",\n";
    }
    return options_.format == OutputFormat::kText && written_ > 0 ? "\n" : "";
  }
  absl::string_view End() const {
    if (options_.format != OutputFormat::kJson) return "";
    return written_ == 0 ? "[]\n" : "\n]\n";
  }

  const Options options_;
  const LoadOptions load_;
  const int jobs_;
  const Checker checker_;
  Output output_;
  InputProblems problems_;
  std::vector<DocumentAnalysis> scratch_;  // one for each thread
  uint64_t written_ = 0;
  Batches batches_;
};

}  // namespace

int RunExtract(Options options) {
  if (options.names.empty()) {
    return Unusable("extract needs a file, or - for standard input");
  }
  if (options.format == OutputFormat::kShort ||
      options.format == OutputFormat::kReport) {
    return Unusable("extract writes text, json or jsonl; it has no findings");
  }
  absl::StatusOr<Checker> checker = Checker::Create({});
  if (!checker.ok()) return Unusable(checker.status().message());
  absl::StatusOr<Output> output = Output::Open(options.out, options.names);
  if (!output.ok()) return Unusable(output.status().message());
  ExtractRun run(std::move(options), *std::move(checker), *std::move(output));
  return run.Run();
}

}  // namespace claimcheck
