#include "checker/report/text_summary.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "checker/report/escape.h"
#include "checker/report/text_layout.h"

namespace claimcheck {
namespace {

// How a date that the text does not state in its head came to be known; "" for
// dates that need no word.
std::string HowDated(const v1::Document& document) {
  const std::string evidence =
      document.published_evidence().empty()
          ? ""
          : absl::StrCat(
                " \"",
                CutToWidth(EscapePassage(DatingWords(document)), 40),
                "\"");
  switch (document.published_source()) {
    case v1::TEXT_TODAY: return absl::StrCat("by", evidence);
    case v1::TEXT_WEEKDAY:
      return absl::StrCat("weekdays against", evidence);
    case v1::OTHER_DOCUMENTS: return "guessed from the others";
    default: return "";
  }
}

// "2024-06-18T00:00:00" is known to the day only.
absl::string_view Day(absl::string_view published) {
  absl::ConsumeSuffix(&published, "T00:00:00");
  return published;
}

}  // namespace

std::string DatingWords(const v1::Document& document) {
  std::string words = document.published_evidence();
  const auto opened = std::count(words.begin(), words.end(), '(');
  const auto closed = std::count(words.begin(), words.end(), ')');
  if (opened > closed) words.push_back(')');
  return words;
}

std::string Count(uint64_t number, absl::string_view noun) {
  return absl::StrCat(number, " ", noun, number == 1 ? "" : "s");
}

std::string DateNotes(const v1::Report& report, const ShownNames& names,
                      const ReportOptions& options) {
  std::vector<std::string> dated, unknown;
  for (const v1::Document& document : report.documents()) {
    const bool known = document.published_source() != v1::NOT_KNOWN &&
                       document.published_source() !=
                           v1::DATE_SOURCE_UNSPECIFIED;
    const std::string how = HowDated(document);
    if (!known) {
      unknown.push_back(names.Of(document.id()));
    } else if (!how.empty()) {
      dated.push_back(absl::StrCat(names.Of(document.id()), ": ",
                                   EscapePassage(Day(document.published())),
                                   " (", how, ")"));
    }
  }
  const size_t undated = dated.size() + unknown.size();
  if (undated == 0) return "";
  const auto shorten = [](size_t most, std::vector<std::string>* list) {
    if (list->size() <= most) return;
    const size_t more = list->size() - most;
    list->resize(most);
    list->push_back(absl::StrCat("and ", more, " more"));
  };
  const bool one = unknown.size() == 1;
  shorten(6, &dated);
  shorten(3, &unknown);
  std::string text = absl::StrCat(
      "note: ", undated, " of ", Count(report.documents_size(), "document"),
      undated == 1 ? " states" : " state", " no date. ",
      absl::StrJoin(dated, "; "));
  if (!unknown.empty()) {
    absl::StrAppend(&text, dated.empty() ? "" : "; ",
                    absl::StrJoin(unknown, ", "), ": not known, and ",
                    one ? "its" : "their",
                    " weekdays and \"yesterday\" are left alone");
  }
  absl::StrAppend(&text, " (--date FILE=YYYY-MM-DD to set)");
  return absl::StrCat(Wrap(text, 0, 6, static_cast<size_t>(options.width)),
                      "\n");
}

std::string Summary(const v1::Report& report, v1::Severity::Level least,
                    const ReportOptions& options) {
  uint64_t errors = 0, warnings = 0, notes = 0;
  uint64_t hidden_notes = 0, hidden_agreements = 0, hidden_single = 0;
  uint64_t hidden_worse = 0, accepted = 0;
  for (const v1::Finding& finding : report.findings()) {
    if (IsShown(finding, least, options)) {
      ++(finding.severity() == v1::Severity::ERROR     ? errors
         : finding.severity() == v1::Severity::WARNING ? warnings
                                                       : notes);
    } else if (!finding.suppressed_by().empty()) {
      ++accepted;
    } else if (finding.severity() > v1::Severity::NOTE) {
      ++hidden_worse;
    } else {
      ++(finding.kind() == v1::Finding::AGREEMENT       ? hidden_agreements
         : finding.kind() == v1::Finding::SINGLE_SOURCE ? hidden_single
                                                        : hidden_notes);
    }
  }
  std::vector<std::string> parts = {
      Count(report.documents_size(), "document"), Count(errors, "error"),
      Count(warnings, "warning")};
  if (notes > 0) parts.push_back(Count(notes, "note"));
  std::string text = absl::StrJoin(parts, ", ");
  std::vector<std::string> hidden;
  if (hidden_worse > 0) hidden.push_back(
        absl::StrCat(Count(hidden_worse, "warning"), " (--severity=warning)"));
  if (accepted > 0) {
    hidden.push_back(absl::StrCat(accepted, " accepted (--show-accepted)"));
  }
  if (hidden_notes > 0) {
    hidden.push_back(
        absl::StrCat(Count(hidden_notes, "note"), " (--severity=note)"));
  }
  if (hidden_agreements > 0) {
    hidden.push_back(absl::StrCat(Count(hidden_agreements, "agreement"),
                                  " (--show-agreements)"));
  }
  if (hidden_single > 0) {
    hidden.push_back(absl::StrCat(Count(hidden_single, "statement"),
                                  " in one document only (--show-unchecked)"));
  }
  if (options.unchanged > 0) {
    hidden.push_back(absl::StrCat(Count(options.unchanged, "finding"),
                                  " on lines that were not changed"));
  }
  if (!hidden.empty()) {
    absl::StrAppend(&text, "; hidden: ", absl::StrJoin(hidden, ", "));
  }
  if (report.counts().unchecked() > 0) {
    absl::StrAppend(&text, "; ", Count(report.counts().unchecked(), "statement"),
                    " with nothing to compare");
  }
  const size_t width = static_cast<size_t>(options.width);
  std::string out = absl::StrCat(Wrap(text, 0, 0, width), "\n");
  if (!report.complete()) {
    absl::StrAppend(
        &out,
        Wrap("incomplete: some input could not be read; standard error has the "
             "list",
             0, 0, width),
        "\n");
  }
  if (report.truncated()) {
    bool why = false;
    for (const v1::Skipped& skipped : report.skipped()) {
      if (!skipped.document_id().empty()) continue;
      why = true;
      absl::StrAppend(
          &out,
          Wrap("cut: " + EscapePassage(skipped.reason()), 0, 0, width), "\n");
    }
    if (!why) {
      absl::StrAppend(&out, "cut: there is more than the limits allow to list\n");
    }
  }
  if (!options.rules_name.empty()) {
    absl::StrAppend(&out, "rules: ", EscapePassage(options.rules_name), "\n");
  }
  return out;
}

std::vector<std::string> ShortFingerprints(const v1::Report& report) {
  std::vector<absl::string_view> sorted;
  for (const v1::Finding& finding : report.findings()) {
    sorted.push_back(finding.fingerprint());
  }
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  auto common = [](absl::string_view a, absl::string_view b) -> size_t {
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
           a.begin();
  };
  std::vector<std::string> out;
  for (const v1::Finding& finding : report.findings()) {
    const absl::string_view own = finding.fingerprint();
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), own);
    size_t size = 4;
    if (at != sorted.begin()) size = std::max(size, common(own, at[-1]) + 1);
    if (at + 1 != sorted.end()) size = std::max(size, common(own, at[1]) + 1);
    out.push_back(EscapeForTerminal(own.substr(0, size)));
  }
  return out;
}

}  // namespace claimcheck
