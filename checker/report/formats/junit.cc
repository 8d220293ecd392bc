// JUnit XML: a suite a document, a failed case a finding, so that CI systems
// show findings as tests.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "checker/report/escape.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/places.h"
#include "checker/report/verdicts.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

// XML 1.0 cannot hold controls at all, not even as a reference.
bool IsForbidden(uint32_t code) {
  if (code == '\t' || code == '\n' || code == '\r') return false;
  return IsUnsafeToShow(code) || code == 0xFFFE || code == 0xFFFF;
}

// Text in an element or in a quoted attribute; the one way by which text
// enters.
std::string Escaped(absl::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    if (!c.valid) {
      out.append("\xEF\xBF\xBD");
    } else if (IsForbidden(c.code)) {
      absl::StrAppendFormat(&out, "[U+%04X]", c.code);
    } else {
      switch (c.code) {
        case '&':
          out.append("&amp;");
          break;
        case '<':
          out.append("&lt;");
          break;
        case '>':
          out.append("&gt;");
          break;
        case '"':
          out.append("&quot;");
          break;
        case '\'':
          out.append("&#39;");
          break;
        case '\r':
          out.append("&#13;");
          break;
        case '\n':
          out.append("&#10;");
          break;
        default:
          out.append(text.data() + at, c.size);
      }
    }
    at += c.size;
  }
  return out;
}

std::string Places(const v1::Finding& finding) {
  std::string out;
  for (const v1::Evidence& evidence : finding.evidence()) {
    absl::StrAppend(&out, PathOf(evidence.document_id()), ":",
                    evidence.start().line(), ":", evidence.start().column(),
                    ": ", SaysWhat(evidence), "\n");
  }
  return out;
}

class JunitReporter : public Reporter {
 public:
  explicit JunitReporter(ReportOptions options)
      : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    // Findings by the document they are reported at; "" when they have no
    // place.
    std::map<std::string, std::vector<const v1::Finding*>> by_document;
    size_t failures = 0;
    for (const v1::Finding& finding : report.findings()) {
      if (!IsShown(finding, LeastShown(options_, v1::Severity::WARNING),
                   options_)) {
        continue;
      }
      const v1::Evidence* main = MainPlace(finding, options_);
      by_document[main == nullptr ? "" : main->document_id()].push_back(
          &finding);
      ++failures;
    }
    std::string suites;
    size_t tests = 0;
    auto add = [&](const std::string& id) {
      const auto found = by_document.find(id);
      AppendSuite(id,
                  found == by_document.end() ? std::vector<const v1::Finding*>()
                                             : found->second,
                  &suites, &tests);
    };
    for (const v1::Document& document : report.documents()) {
      add(document.id());
      by_document.erase(document.id());
    }
    std::vector<std::string> others;
    for (const auto& entry : by_document) others.push_back(entry.first);
    for (const std::string& id : others) add(id);
    size_t errors = 0;
    if (!report.complete()) AppendSkipped(report, &suites, &tests, &errors);
    return absl::StrCat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
                        "<testsuites name=\"claimcheck\" tests=\"", tests,
                        "\" failures=\"", failures, "\" errors=\"", errors,
                        "\">\n", suites, "</testsuites>\n");
  }

 private:
  static void AppendSuite(const std::string& id,
                          const std::vector<const v1::Finding*>& findings,
                          std::string* out, size_t* tests) {
    const size_t cases = findings.empty() ? 1 : findings.size();
    *tests += cases;
    const std::string name = Escaped(id.empty() ? "report" : PathOf(id));
    absl::StrAppend(out, "  <testsuite name=\"", name, "\" tests=\"", cases,
                    "\" failures=\"", findings.size(), "\" errors=\"0\">\n");
    if (findings.empty()) {
      absl::StrAppend(out, "    <testcase classname=\"", name,
                      "\" name=\"nothing found\"/>\n");
    }
    for (const v1::Finding* finding : findings) {
      absl::StrAppend(
          out, "    <testcase classname=\"", name, "\" name=\"",
          Escaped(finding->rule_id()), " ", Escaped(finding->fingerprint()),
          "\">\n      <failure type=\"", SeverityName(finding->severity()),
          "\" message=\"", Escaped(HeadlineOf(*finding)), "\">",
          Escaped(absl::StrCat(Places(*finding), finding->why())),
          "</failure>\n    </testcase>\n");
    }
    absl::StrAppend(out, "  </testsuite>\n");
  }

  // What could not be read is an error, not a finding.
  static void AppendSkipped(const v1::Report& report, std::string* out,
                            size_t* tests, size_t* errors) {
    const int count = report.skipped_size();
    *tests += count;
    *errors += count;
    absl::StrAppend(out, "  <testsuite name=\"input\" tests=\"", count,
                    "\" failures=\"0\" errors=\"", count, "\">\n");
    for (const v1::Skipped& skipped : report.skipped()) {
      absl::StrAppend(out, "    <testcase classname=\"input\" name=\"",
                      Escaped(skipped.document_id()), "\"><error message=\"",
                      Escaped(skipped.reason()), "\"/></testcase>\n");
    }
    absl::StrAppend(out, "  </testsuite>\n");
  }

  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeJunitReporter(ReportOptions options) {
  return std::make_unique<JunitReporter>(std::move(options));
}

}  // namespace claimcheck
