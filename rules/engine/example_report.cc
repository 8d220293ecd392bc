#include "rules/engine/example_report.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "rules/engine/rule_issue.h"

namespace claimcheck {
namespace {

// Characters that XML 1.0 forbids become U+FFFD.
std::string EscapeXml(absl::string_view text) {
  std::string out;
  for (char c : EscapeControls(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out.push_back(c);
    }
  }
  return out;
}

// As EscapeXml, line by line, so that line breaks stay.
std::string EscapeXmlLines(absl::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    absl::StrAppend(&out, EscapeXml(text.substr(0, end)), "\n");
    if (end == absl::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::string DescribeResults(const std::vector<ExampleResult>& results) {
  std::string out;
  size_t failed = 0;
  for (const ExampleResult& result : results) {
    if (result.passed) continue;
    ++failed;
    absl::StrAppend(&out, "FAIL ", result.rule_id, "/",
                    EscapeControls(result.name), "\n", result.detail, "\n");
  }
  absl::StrAppend(&out, results.size() - failed, " of ", results.size(),
                  results.size() == 1 ? " example" : " examples",
                  " as expected\n");
  return out;
}

std::string ToJUnitXml(const std::vector<ExampleResult>& results) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (size_t i = 0; i < results.size();) {
    size_t end = i;
    size_t failures = 0;
    while (end < results.size() && results[end].rule_id == results[i].rule_id) {
      failures += !results[end++].passed;
    }
    absl::StrAppend(&out, "  <testsuite name=\"", EscapeXml(results[i].rule_id),
                    "\" tests=\"", end - i, "\" failures=\"", failures,
                    "\" errors=\"0\">\n");
    for (; i < end; ++i) {
      const ExampleResult& result = results[i];
      absl::StrAppend(&out, "    <testcase name=\"", EscapeXml(result.name),
                      "\" classname=\"", EscapeXml(result.rule_id), "\" file=\"",
                      EscapeXml(result.file), "\"");
      if (result.passed) {
        absl::StrAppend(&out, "/>\n");
      } else {
        absl::StrAppend(&out, ">\n      <failure message=\"not as expected\">",
                        EscapeXmlLines(result.detail),
                        "</failure>\n    </testcase>\n");
      }
    }
    absl::StrAppend(&out, "  </testsuite>\n");
  }
  absl::StrAppend(&out, "</testsuites>\n");
  return out;
}

}  // namespace claimcheck
