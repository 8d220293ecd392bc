// How the report was made, so that it can be made again: the foot of the page.

#include <string>

#include "checker/report/page/page_parts.h"
#include "checker/report/sha256.h"

namespace claimcheck {

void AppendAbout(const PageModel& page, Html* out) {
  const v1::Report& report = page.report();
  const v1::Report::Counts& counts = report.counts();
  out->Raw("<footer id=\"about\"><h2>How this was made</h2><p>claimcheck ")
      .Text(report.tool_version())
      .Raw(", rules ")
      .Text(report.rules_fingerprint())
      .Raw(". Read ")
      .Number(static_cast<int64_t>(counts.sentences()))
      .Raw(" sentences with ")
      .Number(static_cast<int64_t>(counts.claims()))
      .Raw(" claims, looked at ")
      .Number(static_cast<int64_t>(counts.candidates()))
      .Raw(" pairs of like claims and linked ")
      .Number(static_cast<int64_t>(counts.linked()))
      .Raw(" of them; of ")
      .Number(static_cast<int64_t>(counts.undecided()))
      .Raw(
          " no rule could tell. The program names no winner and is quiet when "
          "it is not sure: that something is not listed does not mean that it "
          "is right.</p>");
  out->Raw(
      "<details><summary>Rules that ran, and how often each said yes"
      "</summary><table><thead><tr><th scope=\"col\">Rule</th><th "
      "scope=\"col\">What it finds</th><th scope=\"col\">Yes</th><th "
      "scope=\"col\">No</th><th scope=\"col\">Could not tell</th></tr>"
      "</thead><tbody>");
  for (const v1::RuleCount& rule : report.rules()) {
    out->Raw("<tr><th scope=\"row\"><code>")
        .Text(rule.rule_id())
        .Raw("</code></th><td>")
        .Text(rule.title())
        .Raw("</td><td>")
        .Number(static_cast<int64_t>(rule.yes()))
        .Raw("</td><td>")
        .Number(static_cast<int64_t>(rule.no()))
        .Raw("</td><td>")
        .Number(static_cast<int64_t>(rule.unknown()))
        .Raw("</td></tr>");
  }
  out->Raw(
      "</tbody></table></details><details><summary>Checksums of the files "
      "(SHA-256)</summary><table><tbody>");
  for (const v1::Document& document : report.documents()) {
    const absl::string_view bytes = page.sources().Bytes(document.id());
    out->Raw("<tr><th scope=\"row\">")
        .Text(page.Name(document.id()))
        .Raw("</th><td><code>")
        .Text(Sha256Hex(bytes))
        .Raw("</code></td></tr>");
  }
  out->Raw("</tbody></table></details></footer>");
}

}  // namespace claimcheck
