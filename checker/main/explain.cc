// claimcheck explain: the proof of a finding, by its fingerprint or its places.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "checker/main/commands.h"
#include "checker/main/report_run.h"
#include "checker/report/text_reporter.h"
#include "claims/text/source_text.h"

namespace claimcheck {
namespace {

struct Place {
  std::string file;
  uint32_t line = 0;
};

// "a.txt:3" or "a.txt:3:17".
std::optional<Place> ParsePlace(absl::string_view name) {
  Place place;
  for (int numbers = 0; numbers < 2; ++numbers) {
    const size_t colon = name.rfind(':');
    uint32_t number;
    if (colon == absl::string_view::npos || colon == 0 ||
        !absl::SimpleAtoi(name.substr(colon + 1), &number)) {
      break;
    }
    place.line = number;  // the number nearest to the name is the line
    name = name.substr(0, colon);
  }
  if (place.line == 0) return std::nullopt;
  place.file = std::string(name);
  return place;
}

bool IsFingerprint(absl::string_view name) {
  return name.size() >= 4 && name.size() <= 64 &&
         name.find_first_not_of("0123456789abcdef") == absl::string_view::npos;
}

bool Touches(const v1::Finding& finding, const Place& place) {
  return std::any_of(finding.evidence().begin(), finding.evidence().end(),
                     [&](const v1::Evidence& evidence) {
                       return evidence.document_id() == place.file &&
                              evidence.start().line() <= place.line &&
                              place.line <= evidence.end().line();
                     });
}

// What was asked about.
struct Question {
  std::string fingerprint;  // or, when empty:
  std::vector<Place> places;

  bool IsAbout(const v1::Finding& finding) const {
    if (!fingerprint.empty()) {
      return absl::StartsWith(finding.fingerprint(), fingerprint);
    }
    return std::all_of(places.begin(), places.end(), [&](const Place& place) {
      return Touches(finding, place);
    });
  }
};

// Takes the question out of the names, which are then files.
absl::StatusOr<Question> ReadQuestion(std::vector<std::string>* names) {
  Question question;
  std::vector<std::string> files;
  for (const std::string& name : *names) {
    const std::optional<Place> place = ParsePlace(name);
    if (!place) continue;
    question.places.push_back(*place);
    if (std::find(files.begin(), files.end(), place->file) == files.end()) {
      files.push_back(place->file);
    }
  }
  if (!question.places.empty()) {
    if (question.places.size() != names->size()) {
      return absl::InvalidArgumentError(
          "give either a fingerprint and files, or places only: a.txt:3 "
          "b.txt:10");
    }
    *names = std::move(files);
    return question;
  }
  if (names->empty() || !IsFingerprint(names->front())) {
    return absl::InvalidArgumentError(
        "explain needs a fingerprint (four letters of it at least) and files, or "
        "places: a.txt:3 b.txt:10");
  }
  question.fingerprint = names->front();
  names->erase(names->begin());
  return question;
}

// What keeps the claims of two places apart.
absl::StatusOr<std::string> WhyNot(const ReportRun& run,
                                   const Documents& read, bool check,
                                   const std::vector<Place>& places) {
  const std::vector<v1::Document>& documents = read.documents;
  LinePlace lines[2];
  for (int i = 0; i < 2; ++i) {
    const auto found = std::find_if(
        documents.begin(), documents.end(), [&](const v1::Document& document) {
          return document.id() == places[i].file;
        });
    if (found == documents.end()) {
      return absl::NotFoundError(
          absl::StrCat("no document is called ", places[i].file));
    }
    lines[i].document = static_cast<uint32_t>(found - documents.begin());
    lines[i].line = places[i].line;
    const auto& original = read.originals[lines[i].document];
    if (original != nullptr && !original->extracted()) {
      // The line of the text that the line of the file begins in.
      lines[i].line = SourceText(found->text())
                          .PositionOf(original->TextAtLine(places[i].line))
                          .line;
    }
  }
  const absl::StatusOr<v1::Step> step =
      run.checker().Explain(documents, check, lines[0], lines[1]);
  if (!step.ok()) return step.status();
  ReportOptions how;
  how.width = run.options().width;
  return StepsText(*step, how);
}

}  // namespace

int RunExplain(Options options) {
  absl::StatusOr<Question> question = ReadQuestion(&options.names);
  if (!question.ok()) return Unusable(question.status().message());
  const bool check = !options.against.empty();
  if (options.names.empty()) return Unusable("explain needs the files too");
  if (check && options.names.size() != 1) {
    return Unusable("with --against there is one draft");
  }
  if (options.format == OutputFormat::kShort ||
      options.format == OutputFormat::kReport) {
    return Unusable("explain writes text, json or jsonl");
  }
  options.explain = true;
  std::optional<ReportRun> run = ReportRun::Create(
      options,
      check ? RuleChoice::Mode::kCheck : RuleChoice::Mode::kCompare,
      options.jobs);
  if (!run) return kExitUnusable;
  Documents read;
  run->Load(options.names, &read);
  run->Load(options.against, &read);
  const std::vector<v1::Document>& documents = read.documents;
  absl::StatusOr<v1::Report> report = v1::Report();
  if (!check) {
    report = run->checker().Compare(documents);
  } else if (!documents.empty()) {
    report = run->checker().Check(documents[0],
                                  absl::MakeConstSpan(documents).subspan(1));
  }
  if (!report.ok()) return Unusable(report.status().message());
  SetPositionsInFiles(documents, read.originals, &*report);
  std::string out;
  v1::Report chosen = *report;
  chosen.clear_findings();
  for (int i = 0; i < report->findings_size(); ++i) {
    const v1::Finding& finding = report->findings(i);
    if (!question->IsAbout(finding)) continue;
    *chosen.add_findings() = finding;
    ReportOptions how;
    how.width = options.width;
    how.context = options.context;
    how.color = options.color;
    absl::StrAppend(&out, out.empty() ? "" : "\n",
                    ExplanationText(*report, i, how));
  }
  if (options.format != OutputFormat::kText) {
    out = run->Render(chosen, SourcesOf(read), "");
  } else if (out.empty()) {
    out = absl::StrCat(
        "no finding ",
        question->fingerprint.empty() ? "at these places" : "of that fingerprint",
        " among ", report->findings_size(), "\n");
    if (question->places.size() == 2) {
      absl::StatusOr<std::string> why =
          WhyNot(*run, read, check, question->places);
      if (!why.ok()) return Unusable(why.status().message());
      absl::StrAppend(&out, *why);
    }
  }
  run->Write(out).IgnoreError();  // kept in run
  return run->Finish();
}

}  // namespace claimcheck
