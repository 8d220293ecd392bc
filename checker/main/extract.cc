// claimcheck extract: the mentions and claims of each document, as a stream.

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/checker.h"
#include "checker/input/document_loader.h"
#include "checker/input/file_reader.h"
#include "checker/main/commands.h"
#include "checker/main/output.h"
#include "checker/main/process.h"
#include "checker/parallel.h"
#include "checker/report/extraction_text.h"
#include "checker/report/json_writer.h"

namespace claimcheck {
namespace {

// One document to come: a whole text (line number 0), or a line of JSON Lines.
using Piece = JsonLine;

// What became of it.
struct Answer {
  std::string text;
  InputProblems problems{1000};
};

// Reads a batch, works on it with all threads, writes it in order, and so on:
// memory is bounded whatever the input.
class Extraction {
 public:
  Extraction(Options options, Checker checker, Output output)
      : options_(std::move(options)),
        jobs_(JobsFor(options_.jobs, options_.limits.max_jobs)),
        checker_(std::move(checker)),
        output_(std::move(output)),
        problems_(options_.limits.notices_per_input),
        scratch_(static_cast<size_t>(jobs_)) {}

  int Run() {
    for (const std::string& name : options_.names) {
      absl::Status status = Read(name);
      if (!status.ok()) return Stop(status);
    }
    absl::Status status = Flush();
    if (status.ok()) status = output_.Write(End());
    if (status.ok()) status = output_.Close();
    if (!status.ok()) return Stop(status);
    PrintError(problems_.TakeText(/*finish=*/true));
    const std::vector<std::string> unused = options_.dates.Unused();
    if (!unused.empty()) {
      return Unusable(
          absl::StrCat("--date: no document is called ", unused[0]));
    }
    return problems_.lost() > 0 ? kExitIncomplete : kExitClean;
  }

 private:
  int Stop(const absl::Status& status) {
    PrintError(problems_.TakeText(/*finish=*/true));
    if (Output::IsReaderGone(status)) return kExitUnusable;
    return Unusable(status.message());
  }

  // A status is for the output; what is wrong with the input is a problem.
  absl::Status Read(const std::string& name) {
    absl::StatusOr<InputFormat> format = FormatOf(name, options_.input);
    if (!format.ok()) {
      problems_.Lost(name, 0, 0, format.status().message());
      return absl::OkStatus();
    }
    if (*format == InputFormat::kJsonLines) {
      return ForEachJsonLine(name, options_.limits, &problems_,
                             [this](Piece line) { return Add(std::move(line)); });
    }
    absl::StatusOr<std::string> text =
        ReadWholeFile(name, options_.limits.max_file_bytes);
    if (!text.ok()) {
      problems_.Lost(name, 0, 0, text.status().message());
      return absl::OkStatus();
    }
    return Add({name, 0, false, *std::move(text)});
  }

  absl::Status Add(Piece piece) {
    bytes_ += piece.text.size();
    pieces_.push_back(std::move(piece));
    const uint64_t jobs = static_cast<uint64_t>(jobs_);
    if (pieces_.size() < options_.limits.batch_documents * jobs &&
        bytes_ < options_.limits.batch_bytes * jobs) {
      return absl::OkStatus();
    }
    return Flush();
  }

  absl::Status Flush() {
    answers_.clear();
    answers_.resize(pieces_.size());
    ParallelFor(pieces_.size(), std::min<int>(jobs_, pieces_.size()),
                [this](size_t index, int worker) {
                  Work(&pieces_[index], &scratch_[worker], &answers_[index]);
                });
    for (const Answer& answer : answers_) {
      problems_.Append(answer.problems);
      if (answer.text.empty()) continue;
      absl::Status status = output_.Write(Between());
      if (status.ok()) status = output_.Write(answer.text);
      if (!status.ok()) return status;
      ++written_;
    }
    PrintError(problems_.TakeText(/*finish=*/false));
    pieces_.clear();
    bytes_ = 0;
    return absl::OkStatus();
  }

  // Runs on any thread; touches what it is given and what never changes.
  void Work(Piece* piece, DocumentAnalysis* scratch, Answer* answer) {
    v1::Document document;
    if (piece->number == 0) {
      if (!MakeTextDocument(piece->name, std::move(piece->text), &document,
                            &answer->problems)) {
        return;
      }
      options_.dates.Apply(piece->name, &document);
    } else {
      if (!ReadDocument(*piece, options_.limits, &document,
                        &answer->problems)) {
        return;
      }
      options_.dates.Apply("", &document);
    }
    const v1::Extraction found = checker_.Extract(document, scratch);
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
            {options_.width, options_.color, options_.explain});
    }
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

  Options options_;
  const int jobs_;
  const Checker checker_;
  Output output_;
  InputProblems problems_;
  std::vector<DocumentAnalysis> scratch_;  // one for each thread
  std::vector<Piece> pieces_;
  uint64_t bytes_ = 0;
  std::vector<Answer> answers_;
  uint64_t written_ = 0;
};

}  // namespace

int RunExtract(Options options) {
  if (options.names.empty()) {
    return Unusable("extract needs a file, or - for standard input");
  }
  if (options.format == OutputFormat::kShort) {
    return Unusable("extract writes text, json or jsonl; it has no findings");
  }
  absl::StatusOr<Checker> checker = Checker::Create({});
  if (!checker.ok()) return Unusable(checker.status().message());
  absl::StatusOr<Output> output = Output::Open(options.out, options.names);
  if (!output.ok()) return Unusable(output.status().message());
  return Extraction(std::move(options), *std::move(checker),
                    *std::move(output))
      .Run();
}

}  // namespace claimcheck
