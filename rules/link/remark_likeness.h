#ifndef CLAIMCHECK_RULES_LINK_REMARK_LIKENESS_H_
#define CLAIMCHECK_RULES_LINK_REMARK_LIKENESS_H_

#include <cstddef>
#include <cstdint>

#include "rules/link/draft_words.h"
#include "rules/link/remark.h"

namespace claimcheck {

// What two remarks have in common by their content words, in whatever order.
struct RemarkLikeness {
  int share = 0;  // of the weight of the shorter, in hundredths
  int common = 0;  // content words
};
RemarkLikeness CompareContents(const DraftWords& words, const Remark& a,
                               const DraftWords& others, const Remark& b);

// Word for word, or but for one, which is left out, added or another; kNo also of
// remarks of fewer words than `least`.
enum class Verbatim : uint8_t { kNo, kButForAWord, kYes };
Verbatim CompareVerbatim(const Remark& a, const Remark& b, size_t least);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_REMARK_LIKENESS_H_
