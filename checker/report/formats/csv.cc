// CSV (RFC 4180): findings with a line a place, and the fact-checker's sheet.

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/places.h"
#include "checker/report/sheet/csv_cell.h"
#include "checker/report/sheet/sheet_rows.h"
#include "checker/report/verdicts.h"

namespace claimcheck {
namespace {

// The one way by which text enters a line.
void AppendLine(const std::vector<std::string>& cells, std::string* out) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out->push_back(',');
    AppendCsvCell(cells[i], out);
  }
  out->append("\r\n");
}

class CsvReporter : public Reporter {
 public:
  explicit CsvReporter(ReportOptions options) : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    std::string out;
    AppendLine({"fingerprint", "kind", "severity", "rule", "finding", "why",
                "document", "line", "column", "part", "value", "status",
                "speaker", "text", "sentence"},
               &out);
    for (const v1::Finding& finding : report.findings()) {
      if (!IsShown(finding, options_.severity, options_)) continue;
      if (finding.evidence().empty()) {
        AppendPlace(finding, v1::Evidence(), &out);
      }
      for (const v1::Evidence& evidence : finding.evidence()) {
        AppendPlace(finding, evidence, &out);
      }
    }
    return out;
  }

 private:
  static void AppendPlace(const v1::Finding& finding,
                          const v1::Evidence& evidence, std::string* out) {
    const bool placed = evidence.start().line() > 0;
    AppendLine({finding.fingerprint(), v1::Finding::Kind_Name(finding.kind()),
                v1::Severity::Level_Name(finding.severity()), finding.rule_id(),
                HeadlineOf(finding), finding.why(), evidence.document_id(),
                placed ? absl::StrCat(evidence.start().line()) : "",
                placed ? absl::StrCat(evidence.start().column()) : "",
                evidence.part() == v1::Evidence::PART_UNSPECIFIED
                    ? ""
                    : v1::Evidence::Part_Name(evidence.part()),
                evidence.value(),
                evidence.status() == v1::Factuality::STATUS_UNSPECIFIED
                    ? ""
                    : v1::Factuality::Status_Name(evidence.status()),
                evidence.speaker(), evidence.text(), evidence.sentence()},
               out);
  }

  const ReportOptions options_;
};

class SheetReporter : public Reporter {
 public:
  explicit SheetReporter(ReportOptions options)
      : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    std::string out;
    AppendLine({"fingerprint", "statement", "place", "verdict", "evidence",
                "method", "by", "date", "tick", "note", "rating"},
               &out);
    const std::vector<SheetEntry> entries = MakeSheet(report, options_);
    for (const SheetEntry& entry : entries) AppendRow(entry.row, &out);
    // What was noted is kept, also where its statement is gone.
    for (const v1::SheetRow* row : LostRows(entries, options_)) {
      v1::SheetRow lost = *row;
      lost.set_verdict("no longer found");
      AppendRow(lost, &out);
    }
    return out;
  }

 private:
  static void AppendRow(const v1::SheetRow& row, std::string* out) {
    AppendLine({row.fingerprint(), row.statement(), row.place(), row.verdict(),
                row.evidence(), row.method(), row.by(), row.date(),
                row.tick() ? "x" : "", row.note(), row.rating()},
               out);
  }

  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeCsvReporter(ReportOptions options) {
  return std::make_unique<CsvReporter>(std::move(options));
}

std::unique_ptr<Reporter> MakeSheetReporter(ReportOptions options) {
  return std::make_unique<SheetReporter>(std::move(options));
}

}  // namespace claimcheck
