#ifndef CLAIMCHECK_CHECKER_INPUT_NAME_LIST_H_
#define CLAIMCHECK_CHECKER_INPUT_NAME_LIST_H_

#include <string>
#include <vector>

#include "checker/input/problems.h"

namespace claimcheck {

// The files that `names` stand for: a folder for the files in it and in the
// folders below that have a known ending, in the order of their names; a pattern
// (* ? []) that is no file itself for the files that it matches.  Other names
// are left as they are, "-" too.
//
// Hidden files and links to folders are not followed.  A folder without a file
// to read, or a pattern that matches none, is a problem; how many files of a
// folder were left out is a notice.
std::vector<std::string> ExpandNames(const std::vector<std::string>& names,
                                     InputProblems* problems);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_NAME_LIST_H_
