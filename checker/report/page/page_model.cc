#include "checker/report/page/page_model.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/report/sheet/sheet_rows.h"
#include "checker/report/text_summary.h"

namespace claimcheck {
namespace {

std::string TagOf(int index) {
  if (index < 26) return std::string(1, static_cast<char>('A' + index));
  return absl::StrCat(index + 1);
}

}  // namespace

PageModel::PageModel(const v1::Report& report, const Sources& sources,
                     const ReportOptions& options)
    : report_(report), sources_(sources), options_(options), names_(report) {
  for (int i = 0; i < report.documents_size(); ++i) {
    tags_.push_back(TagOf(i));
    index_.emplace(report.documents(i).id(), i);
  }
  short_keys_ = ShortFingerprints(report);
  keys_ = FindingKeys(report);
  ChooseFindings();
  if (options.sheet != nullptr) {
    for (const v1::SheetRow& row : options.sheet->rows()) {
      noted_.emplace(row.fingerprint(), &row);
    }
  }
}

void PageModel::ChooseFindings() {
  for (int i = 0; i < report_.findings_size(); ++i) {
    const v1::Finding& finding = report_.findings(i);
    if (!IsShown(finding, options_.severity, options_)) continue;
    shown_.push_back(i);
    for (const v1::Evidence& evidence : finding.evidence()) {
      if (evidence.has_claim()) by_claim_.emplace(evidence.claim().id(), i);
    }
  }
}

int PageModel::IndexOf(absl::string_view document) const {
  const auto found = index_.find(document);
  return found == index_.end() ? -1 : found->second;
}

const std::string& PageModel::Tag(absl::string_view document) const {
  static const std::string* const kUnknown = new std::string("?");
  const int index = IndexOf(document);
  return index < 0 ? *kUnknown : tags_[index];
}

const v1::SheetRow* PageModel::Noted(absl::string_view key) const {
  const auto found = noted_.find(key);
  return found == noted_.end() ? nullptr : found->second;
}

int PageModel::FindingOf(const v1::Evidence& telling) const {
  const auto found = by_claim_.find(telling.claim().id());
  return found == by_claim_.end() ? -1 : found->second;
}

std::string PageModel::PlaceId(int document, uint32_t begin, uint32_t end) {
  return absl::StrCat("p", document, "-", begin, "-", end);
}

std::string PageModel::PlaceId(const v1::Evidence& evidence) const {
  return PlaceId(IndexOf(evidence.document_id()), evidence.span().begin(),
                 evidence.span().end());
}

void PageModel::AppendPlaceLink(const v1::Evidence& evidence, Html* out) const {
  out->Raw("<a class=\"place\" href=\"#")
      .Text(PlaceId(evidence))
      .Raw("\" title=\"")
      .Text(Name(evidence.document_id()))
      .Raw("\"><b class=\"tag\">")
      .Text(Tag(evidence.document_id()))
      .Raw("</b>")
      .Number(evidence.start().line())
      .Raw(":")
      .Number(evidence.start().column())
      .Raw("</a>");
}

std::string PageModel::ValueOf(const v1::Evidence& evidence) {
  return evidence.value().empty() ? evidence.text() : evidence.value();
}

absl::string_view StatusWord(v1::Factuality::Status status) {
  switch (status) {
    case v1::Factuality::FACT:
      return "fact";
    case v1::Factuality::PLAN:
      return "plan";
    case v1::Factuality::POSSIBILITY:
      return "possible";
    case v1::Factuality::DENIAL:
      return "denied";
    case v1::Factuality::NEGATION:
      return "not so";
    case v1::Factuality::HYPOTHETICAL:
      return "if";
    default:
      return "";
  }
}

absl::string_view StatusClass(v1::Factuality::Status status) {
  switch (status) {
    case v1::Factuality::FACT:
      return "fact";
    case v1::Factuality::PLAN:
      return "plan";
    case v1::Factuality::DENIAL:
    case v1::Factuality::NEGATION:
      return "denied";
    default:
      return "maybe";
  }
}

void AppendStatus(v1::Factuality::Status status, Html* out) {
  if (StatusWord(status).empty()) return;
  out->Raw("<span class=\"status ")
      .Text(StatusClass(status))
      .Raw("\">")
      .Text(StatusWord(status))
      .Raw("</span>");
}

bool IsDisagreement(v1::Finding::Kind kind) {
  switch (kind) {
    case v1::Finding::CONTRADICTION:
    case v1::Finding::SELF_INCONSISTENT:
    case v1::Finding::QUOTE_VARIATION:
    case v1::Finding::OVERTAKEN:
    case v1::Finding::DISPUTE:
      return true;
    default:
      return false;
  }
}

const v1::Evidence* FirstClaim(const v1::Finding& finding) {
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (evidence.part() != v1::Evidence::CONTEXT) return &evidence;
  }
  return nullptr;
}

}  // namespace claimcheck
