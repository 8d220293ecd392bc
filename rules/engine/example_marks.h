#ifndef CLAIMCHECK_RULES_ENGINE_EXAMPLE_MARKS_H_
#define CLAIMCHECK_RULES_ENGINE_EXAMPLE_MARKS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/span.h"

namespace claimcheck {

// The text of an example without its [[...]], and the spans that they held.
struct UnmarkedText {
  std::string text;
  std::vector<Span> marks;  // of `text`, in order
  std::string mistake;      // marks that do not pair up; "": none
};

//   StripMarks("killed [[12 people]]")  // "killed 12 people", {7, 16}
UnmarkedText StripMarks(absl::string_view marked);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EXAMPLE_MARKS_H_
