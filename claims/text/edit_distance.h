#ifndef CLAIMCHECK_CLAIMS_TEXT_EDIT_DISTANCE_H_
#define CLAIMCHECK_CLAIMS_TEXT_EDIT_DISTANCE_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace claimcheck {

// Bytes to be inserted, dropped or changed to make one text of the other
// (Levenshtein).  Takes the product of their sizes: for names, not for texts.
size_t EditDistance(absl::string_view a, absl::string_view b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_EDIT_DISTANCE_H_
