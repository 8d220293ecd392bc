#include "checker/report/sheet/csv_cell.h"

#include "absl/strings/match.h"
#include "absl/strings/str_format.h"
#include "checker/report/escape.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

// The full-width signs count as the plain ones in some spreadsheets.
bool BeginsAsFormula(absl::string_view text) {
  const size_t at = text.find_first_not_of('\'');
  if (at == absl::string_view::npos) return false;
  text.remove_prefix(at);
  if (absl::string_view("=+-@\t\r").find(text[0]) != absl::string_view::npos) {
    return true;
  }
  for (const char* sign : {"＝", "＋", "－", "＠"}) {
    if (absl::StartsWith(text, sign)) return true;
  }
  return false;
}

}  // namespace

void AppendCsvCell(absl::string_view text, std::string* out) {
  const bool guard = BeginsAsFormula(text);
  const bool quote = text.find_first_of(",\"\r\n") != absl::string_view::npos;
  if (quote) out->push_back('"');
  if (guard) out->push_back('\'');
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    if (!c.valid) {
      out->append("\xEF\xBF\xBD");
    } else if (c.code == '"') {
      out->append("\"\"");
    } else if (IsUnsafeToShow(c.code) && c.code != '\n' && c.code != '\r' &&
               c.code != '\t') {
      absl::StrAppendFormat(out, "[U+%04X]", c.code);
    } else {
      out->append(text.data() + at, c.size);
    }
    at += c.size;
  }
  if (quote) out->push_back('"');
}

std::string UnguardCsvCell(std::string cell) {
  if (absl::StartsWith(cell, "'") && BeginsAsFormula(cell)) cell.erase(0, 1);
  return cell;
}

}  // namespace claimcheck
