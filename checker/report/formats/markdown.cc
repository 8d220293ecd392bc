// CommonMark with GitHub's tables: for comments and wikis.

#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "checker/report/escape.h"
#include "checker/report/excerpt.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/places.h"
#include "checker/report/text_summary.h"
#include "checker/report/verdicts.h"

namespace claimcheck {
namespace {

constexpr int kMostPlaces = 30;
constexpr int kExcerpt = 160;

// Text as text on one line, in a table too.  The one way by which text enters:
// punctuation is escaped, and what GitHub would make a mention or a link of its
// own accord is broken by an empty comment.
std::string Escaped(absl::string_view text) {
  std::string out;
  const std::string line = EscapePassage(text);
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '<') {
      out.append("&lt;");
    } else if (c == '&') {
      out.append("&amp;");
    } else if (c == '@' || (c == '#' && i + 1 < line.size() &&
                            absl::ascii_isdigit(line[i + 1]))) {
      absl::StrAppend(&out, "\\", line.substr(i, 1), "<!-- -->");
    } else if (c == ':' && line.compare(i, 3, "://") == 0) {
      out.append(":<!-- -->");
    } else if (c == '.' && i >= 3 &&
               absl::EqualsIgnoreCase(line.substr(i - 3, 3), "www")) {
      out.append("<!-- -->.");
    } else if (c == '_' && i > 0 && i + 1 < line.size() &&
               absl::ascii_isalnum(static_cast<unsigned char>(line[i - 1])) &&
               absl::ascii_isalnum(static_cast<unsigned char>(line[i + 1]))) {
      out.push_back(c);  // inside a word it is a letter
    } else if (absl::string_view("\\`*_{}[]()#+-!|~>$^").find(c) !=
               absl::string_view::npos) {
      out.append({'\\', c});
    } else {
      out.push_back(c);
    }
  }
  // "1. " and the like begin a list only at the beginning of a line, where no
  // text of a document stands.
  return out;
}

class MarkdownReporter : public Reporter {
 public:
  explicit MarkdownReporter(ReportOptions options)
      : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    const v1::Severity::Level least =
        LeastShown(options_, v1::Severity::WARNING);
    std::string body;
    uint64_t counts[4] = {};
    uint64_t hidden = 0;
    for (const v1::Finding& finding : report.findings()) {
      if (!IsShown(finding, least, options_)) {
        ++hidden;
        continue;
      }
      ++counts[finding.severity()];
      AppendFinding(finding, &body);
    }
    std::string out = absl::StrCat(
        "## claimcheck: ", Count(counts[v1::Severity::ERROR], "error"), ", ",
        Count(counts[v1::Severity::WARNING], "warning"), " in ",
        Count(report.documents_size(), "document"), "\n");
    if (!report.complete()) {
      absl::StrAppend(&out, "\n**Some of the input could not be read:**\n\n");
      for (const v1::Skipped& skipped : report.skipped()) {
        absl::StrAppend(&out, "* ", Escaped(skipped.document_id()), " ",
                        Escaped(skipped.reason()), "\n");
      }
    }
    absl::StrAppend(&out, body);
    if (hidden > 0) {
      absl::StrAppend(&out, "\n", Count(hidden, "note"), " not shown here.\n");
    }
    return out;
  }

 private:
  void AppendFinding(const v1::Finding& finding, std::string* out) const {
    absl::StrAppend(out, "\n### ", SeverityName(finding.severity()), ": ",
                    Escaped(HeadlineOf(finding)), "\n\n");
    const bool quotes = finding.kind() == v1::Finding::QUOTE_VARIATION;
    absl::StrAppend(out, quotes ? "| place | wording |\n| --- | --- |\n"
                                : "| says | | place | words |\n"
                                  "| --- | --- | --- | --- |\n");
    int count = 0;
    for (const v1::Evidence& evidence : finding.evidence()) {
      if (++count > kMostPlaces) break;
      const std::string place =
          absl::StrCat(Escaped(PathOf(evidence.document_id())), ":",
                       evidence.start().line(), ":", evidence.start().column());
      if (quotes) {
        const std::string diff = DiffText(evidence);
        absl::StrAppend(out, "| ", place, " | ",
                        Escaped(diff.empty() ? evidence.text() : diff), " |\n");
        continue;
      }
      const Excerpt words = MakeExcerpt(evidence, kExcerpt, -1, kExcerpt);
      absl::StrAppend(out, "| ",
                      evidence.value().empty()
                          ? ""
                          : absl::StrCat("**", Escaped(evidence.value()), "**"),
                      " | ",
                      evidence.status() == v1::Factuality::STATUS_UNSPECIFIED
                          ? ""
                          : absl::AsciiStrToLower(
                                v1::Factuality::Status_Name(evidence.status())),
                      " | ", place, " | ", Escaped(words.Text()), " |\n");
    }
    if (finding.evidence_size() > kMostPlaces) {
      absl::StrAppend(out, "\nand ", finding.evidence_size() - kMostPlaces,
                      " more places\n");
    }
    if (!finding.why().empty()) {
      absl::StrAppend(out, "\n", "Why: ", Escaped(finding.why()), "\n");
    }
    absl::StrAppend(out, "\nRule ", Escaped(finding.rule_id()), ", finding ",
                    Escaped(finding.fingerprint()), "\n");
  }

  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeMarkdownReporter(ReportOptions options) {
  return std::make_unique<MarkdownReporter>(std::move(options));
}

}  // namespace claimcheck
