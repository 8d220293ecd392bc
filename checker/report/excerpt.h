#ifndef CLAIMCHECK_CHECKER_REPORT_EXCERPT_H_
#define CLAIMCHECK_CHECKER_REPORT_EXCERPT_H_

#include <string>

#include "absl/strings/string_view.h"
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

// The wording of a quotation against the first one, by words: "{+added+}",
// "{-removed-}", "[theirs > ours]".
std::string DiffText(const v1::Evidence& evidence);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_EXCERPT_H_
