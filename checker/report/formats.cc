#include "checker/report/formats.h"

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr FormatInfo kFormats[] = {
    {"text", "for people", true, false, false},
    {"short", "file:line:column: severity rule: message", true, false, false},
    {"html", "a page to read, print, tick and archive", false, true, true},
    {"json", "the whole report", true, false, false},
    {"jsonl", "the whole report, one a line", true, false, false},
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
