#ifndef CLAIMCHECK_RULES_LINK_WORD_ALIGNMENT_H_
#define CLAIMCHECK_RULES_LINK_WORD_ALIGNMENT_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace claimcheck {

// A word as the alignment sees it.
struct AlignWord {
  uint32_t key = 0;    // equal: the same word
  uint32_t stem = 0;   // equal: forms of one word
  uint32_t family = 0; // equal and not 0: of one root: polar, polarized
  uint32_t group = 0;  // equal and not 0: synonyms
  bool content = false;     // carries meaning; not "the", "of"
  bool gap_before = false;  // an ellipsis: words may be missing before it
};

// How alike two words are.
enum class WordMatch : uint8_t {
  kNone,
  kNear,  // one root, or synonyms
  kStem,  // forms of one word: settlement, settlements
  kSame,
};
WordMatch CompareWords(const AlignWord& a, const AlignWord& b);

// One column of an alignment: words side by side, or one that the other side
// lacks (kNone).
struct AlignStep {
  uint32_t left = 0;
  uint32_t right = 0;
  WordMatch match = WordMatch::kNone;
};

// Memory of AlignWords, to be reused.
struct AlignScratch {
  std::vector<int32_t> rows;
  std::vector<uint8_t> trace;
};

// Words beyond this many of a side are not looked at.
inline constexpr uint32_t kMaxAlignedWords = 1024;

// The best local alignment of two word sequences (Gotoh: matches are worth what
// their words carry, a gap costs much to open and little to lengthen, a gap
// that an ellipsis discloses costs nothing).  Begins and ends with words that
// match; empty when nothing does.  At most kMaxAlignedWords^2 steps of work.
void AlignWords(absl::Span<const AlignWord> left,
                absl::Span<const AlignWord> right, AlignScratch* scratch,
                std::vector<AlignStep>* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_WORD_ALIGNMENT_H_
