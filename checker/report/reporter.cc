#include "checker/report/reporter.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/report/escape.h"
#include "checker/report/json_writer.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/rating.h"
#include "checker/report/page/page_reporter.h"
#include "checker/report/text_reporter.h"

namespace claimcheck {
namespace {

// The whole message as it is.
class JsonReporter : public Reporter {
 public:
  JsonReporter(ReportOptions options, bool indented)
      : options_(std::move(options)), indented_(indented) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    std::string out;
    const v1::Severity::Level least = options_.severity;
    if (least <= v1::Severity::NOTE && !sources.has_originals()) {
      AppendJson(report, indented_, &out);
    } else {
      v1::Report shown = report;
      if (least > v1::Severity::NOTE) {
        shown.clear_findings();
        for (const v1::Finding& finding : report.findings()) {
          if (IsShown(finding, least, options_)) *shown.add_findings() = finding;
        }
      }
      SetSpansInFiles(sources, &shown);
      AppendJson(shown, indented_, &out);
    }
    out.push_back('\n');
    return out;
  }

 private:
  const ReportOptions options_;
  const bool indented_;
};

// file:line:column: severity rule: message, for editors.
class ShortReporter : public Reporter {
 public:
  explicit ShortReporter(ReportOptions options) : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    const v1::Severity::Level least =
        options_.severity == v1::Severity::LEVEL_UNSPECIFIED
            ? v1::Severity::WARNING
            : options_.severity;
    std::string out;
    for (const v1::Finding& finding : report.findings()) {
      if (!IsShown(finding, least, options_)) continue;
      const v1::Evidence* at = nullptr;
      for (const v1::Evidence& evidence : finding.evidence()) {
        if (at == nullptr || (evidence.document_id() == options_.draft &&
                              at->document_id() != options_.draft)) {
          at = &evidence;
        }
      }
      if (at != nullptr) {
        absl::StrAppend(&out, EscapeForTerminal(at->document_id()), ":",
                        at->start().line(), ":", at->start().column(), ": ");
      }
      absl::StrAppend(&out, SeverityName(finding.severity()), " ",
                      EscapeForTerminal(finding.rule_id()), ": ",
                      EscapePassage(finding.message().empty()
                                        ? finding.title()
                                        : finding.message()),
                      "\n");
    }
    return out;
  }

 private:
  const ReportOptions options_;
};

using Maker = std::unique_ptr<Reporter> (*)(ReportOptions options);

// Null: none of the formats that need nothing but options.
Maker FindMaker(absl::string_view format) {
  static constexpr struct {
    const char* name;
    Maker make;
  } kMakers[] = {
      {"html", MakePageReporter},      {"sarif", MakeSarifReporter},
      {"rdjsonl", MakeRdjsonlReporter}, {"github", MakeGithubReporter},
      {"csv", MakeCsvReporter},        {"sheet", MakeSheetReporter},
      {"markdown", MakeMarkdownReporter}, {"junit", MakeJunitReporter},
      {"pb", MakeBinaryReporter},      {"annotations", MakeAnnotationsReporter},
  };
  for (const auto& maker : kMakers) {
    if (format == maker.name) return maker.make;
  }
  return nullptr;
}

// Ratings come from people: without one there is nothing to write.
absl::Status CheckReview(const ReportOptions& options) {
  bool rated = false;
  if (options.sheet != nullptr) {
    for (const v1::SheetRow& row : options.sheet->rows()) {
      rated |= !ParseRating(row.rating()).empty();
    }
  }
  if (!rated) {
    return absl::FailedPreconditionError(
        "claimreview needs a sheet (--sheet) in which somebody has rated a statement; the "
        "program rates nothing");
  }
  if (options.review_author.empty() || options.review_url.empty()) {
    return absl::FailedPreconditionError(
        "claimreview needs to know who reviews and where the review will stand: "
        "--review-author, --review-url");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<Reporter>> Reporter::Create(
    absl::string_view format, ReportOptions options) {
  std::unique_ptr<Reporter> reporter;
  if (format == "json" || format == "jsonl") {
    reporter =
        std::make_unique<JsonReporter>(std::move(options), format == "json");
  } else if (format == "short") {
    reporter = std::make_unique<ShortReporter>(std::move(options));
  } else if (format == "claimreview") {
    absl::Status status = CheckReview(options);
    if (!status.ok()) return status;
    reporter = MakeClaimReviewReporter(std::move(options));
  } else if (const auto make = FindMaker(format); make != nullptr) {
    reporter = make(std::move(options));
  } else if (format == "text") {
    reporter = MakeTextReporter(std::move(options));
  } else {
    return absl::InvalidArgumentError(
        absl::StrCat("no such format: ", format));
  }
  return reporter;
}

}  // namespace claimcheck
