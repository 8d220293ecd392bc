#include "checker/report/formats.h"

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr FormatInfo kFormats[] = {
    // name, what, least severity; joins, sheet, outline
    {"text", "for people", "warning", true, false, false},
    {"short", "file:line:column: severity rule: message", "warning", true,
     false, false},
    {"html", "a page to read, print, tick and archive", "note", false, true,
     true},
    {"json", "the whole report", "note", true, false, false},
    {"jsonl", "the whole report, one a line", "note", true, false, false},
    {"pb", "the whole report as length-delimited protobuf", "note", true, false,
     false},
    {"sarif", "SARIF 2.1.0, for code scanning", "warning", false, false, true},
    {"rdjsonl", "for reviewdog", "warning", true, false, false},
    {"github", "workflow commands of GitHub Actions", "warning", true, false,
     false},
    {"junit", "JUnit XML", "warning", false, false, false},
    {"markdown", "for comments", "warning", true, false, false},
    {"csv", "a line a place", "note", false, false, false},
    {"sheet", "the fact-checker's sheet as CSV", "note", false, true, true},
    {"annotations", "W3C Web Annotations", "note", false, false, false},
    {"claimreview", "drafts of ClaimReview for what people rated", "note",
     false, true, true},
};

}  // namespace

absl::Span<const FormatInfo> AllFormats() { return kFormats; }

const FormatInfo* FindFormat(absl::string_view name) {
  for (const FormatInfo& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::string FormatNames() {
  std::string names;
  for (const FormatInfo& format : kFormats) {
    absl::StrAppend(&names, names.empty() ? "" : ", ", format.name);
  }
  return names;
}

}  // namespace claimcheck
