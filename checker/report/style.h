#ifndef CLAIMCHECK_CHECKER_REPORT_STYLE_H_
#define CLAIMCHECK_CHECKER_REPORT_STYLE_H_

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// Colours of the text formats.  Meaning never hangs on colour alone.
class Style {
 public:
  explicit Style(bool color) : color_(color) {}

  std::string Bold(absl::string_view text) const { return In("1", text); }
  std::string Dim(absl::string_view text) const { return In("2", text); }
  std::string Red(absl::string_view text) const { return In("1;31", text); }
  std::string Yellow(absl::string_view text) const { return In("1;33", text); }
  std::string Green(absl::string_view text) const { return In("32", text); }
  std::string Blue(absl::string_view text) const { return In("1;34", text); }
  std::string Cyan(absl::string_view text) const { return In("36", text); }

 private:
  // `text` is already safe to show (escape.h).
  std::string In(absl::string_view code, absl::string_view text) const {
    if (!color_ || text.empty()) return std::string(text);
    return absl::StrCat("\x1b[", code, "m", text, "\x1b[0m");
  }
  bool color_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_STYLE_H_
