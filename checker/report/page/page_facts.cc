// Facts by documents: the table that shows who says what.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "checker/report/excerpt.h"
#include "checker/report/page/page_parts.h"
#include "checker/report/sheet/sheet_rows.h"

namespace claimcheck {
namespace {

// Quotations are long and have cards of their own.
bool IsRow(const v1::Finding& finding) {
  if (!IsDisagreement(finding.kind()) &&
      finding.kind() != v1::Finding::AGREEMENT) {
    return false;
  }
  absl::flat_hash_set<absl::string_view> documents, values;
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (evidence.part() == v1::Evidence::CONTEXT) continue;
    if (evidence.claim().kind() == v1::Claim::QUOTATION) return false;
    documents.insert(evidence.document_id());
    values.insert(evidence.value());
  }
  return documents.size() > 1 || values.size() > 1;
}

// What is stated, without the values: those stand in the columns.
std::string SubjectOf(const v1::Finding& finding) {
  const v1::Evidence* first = FirstClaim(finding);
  const std::string& title =
      finding.title().empty() ? finding.message() : finding.title();
  if (first == nullptr || first->claim().kind() == v1::Claim::STATEMENT) {
    return title;
  }
  if (first->claim().statement().empty()) {
    // "shortly after …: 7 or 9 a.m.?"
    const size_t values = title.rfind(": ");
    return first->value().empty() || values == std::string::npos
               ? title
               : title.substr(0, values);
  }
  return first->claim().statement();
}

void AppendRowHead(const PageModel& page, int i, Html* out) {
  const v1::Finding& finding = page.finding(i);
  const bool differ = IsDisagreement(finding.kind());
  out->Raw("<tr class=\"")
      .Text(SeverityName(finding.severity()))
      .Raw("\" data-level=\"")
      .Text(SeverityName(finding.severity()))
      .Raw("\"><th scope=\"row\"><a href=\"#f-")
      .Text(page.Key(i))
      .Raw("\">")
      .Text(SubjectOf(finding))
      .Raw("</a><span class=\"sev\">")
      .Text(differ ? "≠ " : "= ")
      .Text(VerdictWord(finding, page.is_check()))
      .Raw("</span></th>");
}

// A value as it links to its place, and whether it is a fact or a plan.
void AppendVersion(const PageModel& page, const v1::Evidence& evidence,
                   Html* out) {
  out->Raw("<a href=\"#")
      .Text(page.PlaceId(evidence))
      .Raw("\">")
      .Text(PageModel::ValueOf(evidence))
      .Raw("</a> ");
  AppendStatus(evidence.status(), out);
}

void AppendByDocument(const PageModel& page, const std::vector<int>& rows,
                      Html* out) {
  const auto& documents = page.report().documents();
  out->Raw(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Facts by documents\"><table class=\"facts\"><thead>"
      "<tr><th scope=\"col\">Fact</th>");
  for (const v1::Document& document : documents) {
    out->Raw("<th scope=\"col\"><b class=\"tag\">")
        .Text(page.Tag(document.id()))
        .Raw("</b> ")
        .FileName(page.Name(document.id()));
    if (document.id() == page.options().draft) {
      out->Raw(" <span class=\"ctx\">draft</span>");
    }
    out->Raw("</th>");
  }
  out->Raw("</tr></thead><tbody>");
  for (int i : rows) {
    AppendRowHead(page, i, out);
    for (const v1::Document& document : documents) {
      Html cell;
      // A value that the document gives several times stands once, with its
      // other places behind it.
      const v1::Evidence* last = nullptr;
      for (const v1::Evidence& evidence : page.finding(i).evidence()) {
        if (evidence.document_id() != document.id() ||
            evidence.part() == v1::Evidence::CONTEXT) {
          continue;
        }
        if (last != nullptr && last->value() == evidence.value() &&
            last->status() == evidence.status()) {
          cell.Raw(" <a class=\"place\" href=\"#")
              .Text(page.PlaceId(evidence))
              .Raw("\">")
              .Number(evidence.start().line())
              .Raw(":")
              .Number(evidence.start().column())
              .Raw("</a>");
          continue;
        }
        if (last != nullptr) cell.Raw("</p>");
        cell.Raw("<p>");
        AppendVersion(page, evidence, &cell);
        last = &evidence;
      }
      if (last != nullptr) cell.Raw("</p>");
      if (cell.empty()) {
        out->Raw("<td class=\"none\"><span class=\"vh\">says nothing</span>");
      } else {
        out->Raw("<td data-doc=\"")
            .Text(page.Tag(document.id()))
            .Raw(" ")
            .Text(page.Name(document.id()))
            .Raw("\">")
            .Add(cell);
      }
      out->Raw("</td>");
    }
    out->Raw("</tr>");
  }
  out->Raw("</tbody></table></div>");
}

// The places of each value, in the order in which the values first appear.
std::vector<std::vector<const v1::Evidence*>> VersionsOf(
    const v1::Finding& finding) {
  std::vector<std::vector<const v1::Evidence*>> versions;
  absl::flat_hash_map<std::pair<std::string, int>, size_t> seen;
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (evidence.part() == v1::Evidence::CONTEXT) continue;
    const auto [it, is_new] = seen.try_emplace(
        std::make_pair(LettersOf(PageModel::ValueOf(evidence)),
                       static_cast<int>(evidence.status())),
        versions.size());
    if (is_new) versions.emplace_back();
    versions[it->second].push_back(&evidence);
  }
  return versions;
}

// With many documents: each value once, and behind it who gives it.
void AppendByVersion(const PageModel& page, const std::vector<int>& rows,
                     Html* out) {
  constexpr size_t kRowsAChunk = 40;
  for (size_t first = 0; first < rows.size(); first += kRowsAChunk) {
    out->Raw(
        "<div class=\"chunk\"><table class=\"facts versions\"><thead><tr>"
        "<th scope=\"col\">Fact</th><th scope=\"col\">Versions, and who "
        "gives them</th></tr></thead><tbody>");
    const size_t end = std::min(rows.size(), first + kRowsAChunk);
    for (size_t r = first; r < end; ++r) {
      const v1::Finding& finding = page.finding(rows[r]);
      AppendRowHead(page, rows[r], out);
      out->Raw("<td>");
      for (const std::vector<const v1::Evidence*>& version :
           VersionsOf(finding)) {
        out->Raw("<p><b>")
            .Text(PageModel::ValueOf(*version.front()))
            .Raw("</b> ");
        AppendStatus(version.front()->status(), out);
        for (const v1::Evidence* evidence : version) {
          out->Raw(" ");
          page.AppendPlaceLink(*evidence, out);
        }
        out->Raw("</p>");
      }
      out->Raw("</td></tr>");
    }
    out->Raw("</tbody></table></div>");
  }
}

}  // namespace

void AppendFacts(const PageModel& page, Html* out) {
  std::vector<int> rows;
  for (int i : page.shown()) {
    if (IsRow(page.finding(i))) rows.push_back(i);
  }
  if (rows.empty()) return;
  std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
    return IsDisagreement(page.finding(a).kind()) >
           IsDisagreement(page.finding(b).kind());
  });
  out->Raw(
      "<section id=\"facts\"><h2>Facts by documents</h2><p class=\"lead\">"
      "What each document says, where they differ first. Nobody is "
      "outvoted: every version stands.</p>");
  if (page.report().documents_size() <= kMostColumns) {
    AppendByDocument(page, rows, out);
  } else {
    AppendByVersion(page, rows, out);
  }
  out->Raw("</section>");
}

}  // namespace claimcheck
