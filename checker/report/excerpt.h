#ifndef CLAIMCHECK_CHECKER_REPORT_EXCERPT_H_
#define CLAIMCHECK_CHECKER_REPORT_EXCERPT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "checker/report/style.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {

// A piece of a sentence round its decisive words, escaped, on one line.  Where
// words were left out stands "...".
struct Excerpt {
  std::string before;
  std::string decisive;
  std::string after;

  std::string Text() const { return before + decisive + after; }
};

// The words of `evidence` with as much of the sentence as `columns` hold, cut
// between words.  With `context` >= 0, at most that many columns on each side.
// The decisive words themselves are cut after `most` columns.
Excerpt MakeExcerpt(const v1::Evidence& evidence, int columns, int context,
                    int most);

// Writes the excerpt from `column` on, wrapped before `width`, its decisive words
// in bold, with a line end.
void AppendExcerpt(const Excerpt& words, size_t column, size_t width,
                   const Style& style, std::string* out);

// The wording of a quotation against the first one, by words: "{+added+}",
// "{-removed-}", "[theirs > ours]".
std::string DiffText(const v1::Evidence& evidence);

// The letters and digits of a wording, small: what makes it another one.
std::string LettersOf(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_EXCERPT_H_
