#include "checker/report/text_reporter.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "checker/report/escape.h"
#include "checker/report/excerpt.h"
#include "checker/report/shown_names.h"
#include "checker/report/style.h"
#include "checker/report/text_layout.h"
#include "checker/report/text_summary.h"
#include "checker/report/unchecked.h"
#include "checker/report/verdicts.h"

namespace claimcheck {
namespace {

constexpr int kIndent = 4;
// Values are cut to what the place beside them leaves, but not shorter than this
// and not longer than that.
constexpr size_t kNarrowestValue = 28;
constexpr size_t kWidestValue = 40;
constexpr size_t kMostPlaces = 20;
// With less room than this, the words get lines of their own.
constexpr int kLeastWords = 36;
constexpr int kLeastQuotation = 50;
constexpr int kMostWords = 400;  // Limits::excerpt_columns

// One place of a finding, ready to be put into columns.
struct Row {
  std::string value;
  std::string status;
  std::string place;
  Excerpt words;
  std::string diff;  // shown instead of `words` when it is not empty
  std::string below;  // a line under the words; "": none
};

// A comparison that found no difference.
bool IsSame(const v1::Evidence& evidence) {
  return evidence.diff_size() > 0 &&
         std::all_of(evidence.diff().begin(), evidence.diff().end(),
                     [](const v1::DiffPart& part) {
                       return part.op() == v1::DiffPart::SAME;
                     });
}

std::string LineAndColumn(const v1::Evidence& evidence) {
  return absl::StrCat(evidence.start().line(), ":", evidence.start().column());
}

void AppendSteps(const v1::Step& step, int indent, int width,
                 std::string* out) {
  const char* mark = step.truth() == v1::Step::YES       ? "yes "
                     : step.truth() == v1::Step::NO      ? "no  "
                     : step.truth() == v1::Step::UNKNOWN ? "?   "
                                                         : "";
  const int column = indent + static_cast<int>(std::strlen(mark));
  const std::string text =
      Wrap(EscapePassage(step.text()), column, column, width);
  absl::StrAppend(out, std::string(indent, ' '), mark, text);
  if (!step.path().empty()) {
    // Where in the rule the step stands, for those who write rules.
    const std::string path = absl::StrCat("[", EscapePassage(step.path()), "]");
    const size_t line = text.rfind('\n');
    const size_t used = line == std::string::npos
                            ? static_cast<size_t>(column) + DisplayWidth(text)
                            : DisplayWidth(text.substr(line + 1));
    if (text.empty()) {
      absl::StrAppend(out, path);
    } else if (used + 2 + DisplayWidth(path) <= static_cast<size_t>(width)) {
      absl::StrAppend(out, "  ", path);
    } else {
      absl::StrAppend(out, "\n", std::string(column, ' '),
                      Wrap(path, column, column, width));
    }
  }
  out->push_back('\n');
  // The nesting of a proof is that of the rule, which the loader bounds.
  for (const v1::Step& part : step.parts()) {
    AppendSteps(part, std::min(indent + 2, 40), width, out);
  }
}

class TextReporter : public Reporter {
 public:
  explicit TextReporter(ReportOptions options)
      : options_(std::move(options)), style_(options_.color) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    // The verdicts on a draft are wanted whole: what is supported and what was
    // overtaken is half of the work.
    const v1::Severity::Level least =
        options_.severity != v1::Severity::LEVEL_UNSPECIFIED
            ? options_.severity
            : options_.draft.empty() ? v1::Severity::WARNING
                                     : v1::Severity::NOTE;
    const ShownNames names(report);
    std::string out;
    if (!report.id().empty()) {  // one of a stream of requests
      out = absl::StrCat(style_.Bold(EscapeForTerminal(report.id())), "\n");
    }
    absl::StrAppend(&out, DateNotes(report, names, options_));
    if (!options_.draft.empty()) {
      if (!out.empty()) out.push_back('\n');
      absl::StrAppend(&out, VerdictLines(report, names, least, options_));
    } else {
      const std::vector<std::string> fingerprints = ShortFingerprints(report);
      for (int i = 0; i < report.findings_size(); ++i) {
        const v1::Finding& finding = report.findings(i);
        if (!IsShown(finding, least, options_)) continue;
        if (!out.empty()) out.push_back('\n');
        AppendFinding(finding, fingerprints[i], names, &out);
      }
    }
    if (options_.show_unchecked) {
      const std::string unchecked = UncheckedLines(report, names, options_);
      if (!out.empty() && !unchecked.empty()) out.push_back('\n');
      absl::StrAppend(&out, unchecked);
    }
    if (!out.empty()) out.push_back('\n');
    absl::StrAppend(&out, Summary(report, least, options_));
    return out;
  }

  // The block of one finding.
  void AppendFinding(const v1::Finding& finding,
                     const std::string& fingerprint, const ShownNames& names,
                     std::string* out) const {
    AppendHead(finding, fingerprint, out);
    AppendRows(finding, names, out);
    if (!absl::EqualsIgnoreCase(finding.why(), HeadlineOf(finding))) {
      AppendLabelled("why", finding.why(), out);
    }
    for (const std::string& note : finding.notes()) {
      AppendLabelled("note", note, out);
    }
    if (!finding.suppressed_by().empty()) {
      AppendLabelled("note", absl::StrCat("accepted: ", finding.suppressed_by()),
                     out);
    }
    if (finding.also_rule_ids_size() > 0) {
      AppendLabelled("also", absl::StrJoin(finding.also_rule_ids(), ", "), out);
    }
    if (options_.explain && finding.has_explanation()) {
      AppendSteps(finding.explanation(), kIndent, options_.width, out);
    }
  }

 private:
  void AppendHead(const v1::Finding& finding, const std::string& fingerprint,
                  std::string* out) const {
    const std::string label =
        absl::StrCat(SeverityName(finding.severity()), "[",
                     EscapeForTerminal(finding.rule_id()), "]");
    const std::string shown =
        finding.severity() == v1::Severity::ERROR     ? style_.Red(label)
        : finding.severity() == v1::Severity::WARNING ? style_.Yellow(label)
                                                      : style_.Blue(label);
    const size_t column = label.size() + 1 + fingerprint.size() + 2;
    const std::string title = HeadlineOf(finding);
    absl::StrAppend(out, shown, " ", style_.Dim(fingerprint), "  ");
    // A title that does not fit beside the rule goes on below it.
    const std::string text = EscapePassage(title);
    const size_t width = static_cast<size_t>(options_.width);
    if (column + 20 > width) {
      absl::StrAppend(out, "\n", std::string(kIndent, ' '),
                      Wrap(text, kIndent, kIndent, width), "\n");
    } else {
      absl::StrAppend(out, Wrap(text, column, kIndent, width), "\n");
    }
  }

  Row MakeRow(const v1::Evidence& evidence, const ShownNames& names) const {
    Row row;
    row.value = EscapePassage(evidence.value());
    if (evidence.status() != v1::Factuality::STATUS_UNSPECIFIED) {
      row.status = absl::AsciiStrToLower(
          v1::Factuality::Status_Name(evidence.status()));
    }
    row.place = absl::StrCat(names.Of(evidence.document_id()), ":",
                             LineAndColumn(evidence));
    row.diff = CutToWidth(DiffText(evidence), kMostWords);
    return row;
  }

  // A row each place; what one document says twice stands once, with its other
  // places under it.  `shown` gets the evidence of each row.
  std::vector<Row> MakeRows(const v1::Finding& finding, bool quotes,
                            const ShownNames& names,
                            std::vector<const v1::Evidence*>* shown) const {
    std::vector<Row> rows;
    std::vector<std::string> letters;  // of the wordings
    const int count =
        std::min<int>(finding.evidence_size(), static_cast<int>(kMostPlaces));
    for (int i = 0; i < count; ++i) {
      const v1::Evidence& evidence = finding.evidence(i);
      if (!quotes && !rows.empty() &&
          evidence.part() != v1::Evidence::CONTEXT &&
          shown->back()->document_id() == evidence.document_id() &&
          shown->back()->value() == evidence.value() &&
          // Words that have no value stand for themselves.
          (!evidence.value().empty() ||
           shown->back()->text() == evidence.text()) &&
          shown->back()->status() == evidence.status()) {
        absl::StrAppend(&rows.back().below,
                        rows.back().below.empty() ? "also " : ", ",
                        LineAndColumn(evidence));
        continue;
      }
      rows.push_back(MakeRow(evidence, names));
      shown->push_back(&evidence);
      if (!quotes) continue;
      // Of a quotation the value is its words, which the row shows anyhow.
      Row& row = rows.back();
      row.value.clear();
      // Of a part of a wording, the part counts.
      letters.push_back(
          LettersOf(IsSame(evidence) ? row.diff : evidence.text()));
      const auto same =
          std::find(letters.begin(), letters.end() - 1, letters.back());
      if (same != letters.end() - 1) {
        row.diff = absl::StrCat("(the words of ",
                                rows[same - letters.begin()].place, ")");
      } else if (evidence.diff_size() > 0 && evidence.diff_against() > 0 &&
                 evidence.diff_against() < static_cast<uint32_t>(i)) {
        const v1::Evidence& other =
            finding.evidence(static_cast<int>(evidence.diff_against()));
        row.below = absl::StrCat("against ", names.Of(other.document_id()), ":",
                                 LineAndColumn(other));
      }
    }
    return rows;
  }

  void AppendRows(const v1::Finding& finding, const ShownNames& names,
                  std::string* out) const {
    const bool quotes = finding.kind() == v1::Finding::QUOTE_VARIATION;
    std::vector<const v1::Evidence*> shown;
    std::vector<Row> rows = MakeRows(finding, quotes, names, &shown);
    size_t value = 0, status = 0, place = 0;
    for (const Row& row : rows) {
      value = std::max(value, DisplayWidth(row.value));
      status = std::max(status, row.status.size());
      place = std::max(place, DisplayWidth(row.place));
    }
    if (quotes) status = 0;
    const size_t width = static_cast<size_t>(options_.width);
    const size_t beside = kIndent + 2 + (status > 0 ? status + 2 : 0) + place;
    const size_t left = width > beside ? width - beside : 0;
    value = std::min(value,
                     std::min(std::max(left, kNarrowestValue), kWidestValue));
    size_t column = kIndent + place + 2;
    if (value > 0) column += value + 2;
    if (status > 0) column += status + 2;
    // Quotations are long, and their words are what matters.
    const int least = quotes ? kLeastQuotation : kLeastWords;
    const bool own_line = options_.width < static_cast<int>(column) + least;
    const int words_column = own_line ? 2 * kIndent : static_cast<int>(column);
    for (size_t i = 0; i < rows.size(); ++i) {
      Row& row = rows[i];
      row.words = MakeExcerpt(*shown[i], options_.width - words_column,
                              options_.context, kMostWords);
      // Dots beside a quotation would read as part of it.
      if (quotes && options_.context <= 0) {
        row.words.before.clear();
        row.words.after.clear();
      }
      absl::StrAppend(out, std::string(kIndent, ' '));
      if (value > 0) {
        absl::StrAppend(out, PadRight(CutToWidth(row.value, value), value + 2));
      }
      if (status > 0) absl::StrAppend(out, PadRight(row.status, status + 2));
      if (own_line) {
        absl::StrAppend(out, row.place, "\n", std::string(words_column, ' '));
      } else {
        absl::StrAppend(out, PadRight(row.place, place + 2));
      }
      AppendWords(row, words_column, out);
      if (!row.below.empty()) {
        absl::StrAppend(out, std::string(words_column, ' '),
                        style_.Dim(Wrap(row.below, words_column, words_column,
                                        width)),
                        "\n");
      }
    }
    if (finding.evidence_size() > static_cast<int>(kMostPlaces)) {
      absl::StrAppend(out, std::string(kIndent, ' '), "and ",
                      finding.evidence_size() - static_cast<int>(kMostPlaces),
                      " more places\n");
    }
  }

  // The quoted words, their decisive part in bold.
  void AppendWords(const Row& row, size_t column, std::string* out) const {
    const size_t width = static_cast<size_t>(options_.width);
    if (!row.diff.empty()) {
      absl::StrAppend(out, Wrap(row.diff, column, column, width), "\n");
      return;
    }
    AppendExcerpt(row.words, column, width, style_, out);
  }

  void AppendLabelled(absl::string_view label, absl::string_view text,
                      std::string* out) const {
    if (text.empty()) return;
    constexpr int kLabel = 6;
    absl::StrAppend(out, std::string(kIndent, ' '),
                    style_.Dim(PadRight(label, kLabel)),
                    Wrap(EscapePassage(text), kIndent + kLabel,
                         kIndent + kLabel, options_.width),
                    "\n");
  }

  const ReportOptions options_;
  const Style style_;
};

}  // namespace

std::unique_ptr<Reporter> MakeTextReporter(ReportOptions options) {
  return std::make_unique<TextReporter>(std::move(options));
}

std::string ExplanationText(const v1::Report& report, int finding,
                            const ReportOptions& options) {
  ReportOptions with_steps = options;
  with_steps.explain = true;
  const TextReporter reporter(std::move(with_steps));
  std::string out;
  reporter.AppendFinding(report.findings(finding),
                         ShortFingerprints(report)[finding],
                         ShownNames(report), &out);
  return out;
}

std::string StepsText(const v1::Step& step, const ReportOptions& options) {
  std::string out;
  AppendSteps(step, 0, options.width, &out);
  return out;
}

}  // namespace claimcheck
