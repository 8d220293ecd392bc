#include "checker/report/unchecked.h"

#include <algorithm>
#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/report/escape.h"
#include "checker/report/excerpt.h"
#include "checker/report/style.h"
#include "checker/report/text_layout.h"

namespace claimcheck {
namespace {

constexpr size_t kIndent = 2;
constexpr int kMostWords = 200;

}  // namespace

std::string UncheckedLines(const v1::Report& report, const ShownNames& names,
                           const ReportOptions& options) {
  const Style style(options.color);
  const size_t width = static_cast<size_t>(options.width);
  std::map<std::string, std::vector<const v1::Evidence*>> by_reason;
  std::vector<std::string> reasons;  // as they first occur
  size_t place_width = 0;
  const auto place = [&](const v1::Evidence& at) {
    return absl::StrCat(names.Of(at.document_id()), ":", at.start().line(), ":",
                        at.start().column());
  };
  for (const v1::Unchecked& unchecked : report.unchecked()) {
    std::vector<const v1::Evidence*>& list = by_reason[unchecked.reason()];
    if (list.empty()) reasons.push_back(unchecked.reason());
    list.push_back(&unchecked.statement());
    place_width =
        std::max(place_width, DisplayWidth(place(unchecked.statement())));
  }
  std::string out;
  const size_t column = kIndent + place_width + 2;
  for (const std::string& reason : reasons) {
    absl::StrAppend(&out,
                    Wrap(absl::StrCat("not checked: ", EscapePassage(reason)),
                         0, kIndent, width),
                    "\n");
    for (const v1::Evidence* statement : by_reason[reason]) {
      const std::string at = place(*statement);
      absl::StrAppend(&out, std::string(kIndent, ' '), style.Cyan(at),
                      std::string(place_width + 2 - DisplayWidth(at), ' '));
      AppendExcerpt(MakeExcerpt(*statement,
                                options.width - static_cast<int>(column),
                                options.context, kMostWords),
                    column, width, style, &out);
    }
  }
  return out;
}

}  // namespace claimcheck
