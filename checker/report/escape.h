#ifndef CLAIMCHECK_CHECKER_REPORT_ESCAPE_H_
#define CLAIMCHECK_CHECKER_REPORT_ESCAPE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {

// True for a character that must not reach a terminal or a log as it is: C0
// and C1 controls, line and paragraph separators, bidi controls and marks,
// zero-width no-break space, tag characters.
bool IsUnsafeToShow(uint32_t code_point);

// Text of unknown origin made safe for a terminal or a log line: controls are
// shown as \n, \t, \x1b or \u009b, bytes that are not UTF-8 as \xff.  The
// result is valid UTF-8 on one line.  Every document text, file name and id
// that is printed goes through here.
std::string EscapeForTerminal(absl::string_view text);

// A passage to be quoted: escaped as above, runs of white space and line ends
// made one space and none at the ends.
struct ShownPassage {
  std::string text;
  // Where each byte of the original went: text[at[i]] shows byte i; one more
  // entry for the end.
  std::vector<uint32_t> at;
};
ShownPassage ShowPassage(absl::string_view passage);

// As ShowPassage, when places do not matter.
std::string EscapePassage(absl::string_view passage);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_ESCAPE_H_
