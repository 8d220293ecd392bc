#ifndef CLAIMCHECK_CLAIMS_LEXICON_TAG_KEY_H_
#define CLAIMCHECK_CLAIMS_LEXICON_TAG_KEY_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {

// A tag of the word lists as a number: its size and seven of its letters.  No two
// tags of the lists have the same, which CompileLexicon() sees to.  Without a loop,
// so that a compiler knows the key of a tag that stands in the code.
constexpr uint64_t TagKey(absl::string_view tag) {
  const size_t size = tag.size();
  const auto letter = [tag, size](size_t at) {
    return at < size ? uint64_t{static_cast<unsigned char>(tag[at])} : 0;
  };
  return uint64_t{size & 0xFF} | letter(0) << 8 | letter(1) << 16 |
         letter(3) << 24 | letter(size / 2) << 32 | letter(size - 3) << 40 |
         letter(size - 2) << 48 | letter(size - 1) << 56;
}

// A bit for a tag, by its key.  Few tags of one entry share theirs with another
// tag, so that a bit that is missing answers most questions.
constexpr uint64_t TagBit(uint64_t key) {
  return uint64_t{1} << (key * 0x9E3779B97F4A7C15u >> 58);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_TAG_KEY_H_
