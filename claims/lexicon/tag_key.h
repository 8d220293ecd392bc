#ifndef CLAIMCHECK_CLAIMS_LEXICON_TAG_KEY_H_
#define CLAIMCHECK_CLAIMS_LEXICON_TAG_KEY_H_

#include <cstddef>
#include <cstdint>

#include "absl/base/attributes.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// A tag of the word lists as a number: its size and seven of its letters.  No two
// tags of the lists have the same, which CompileLexicon() sees to.  Without a loop,
// so that a compiler knows the key of a tag that stands in the code.
ABSL_ATTRIBUTE_ALWAYS_INLINE constexpr uint64_t TagKey(absl::string_view tag) {
  const size_t size = tag.size();
  const auto letter = [tag, size](size_t at) {
    return at < size ? uint64_t{static_cast<unsigned char>(tag[at])} : 0;
  };
  return uint64_t{size & 0xFF} | letter(0) << 8 | letter(1) << 16 |
         letter(3) << 24 | letter(size / 2) << 32 | letter(size - 3) << 40 |
         letter(size - 2) << 48 | letter(size - 1) << 56;
}

// The bit of its own that a tag has which is asked for often, 32 and above; -1 for
// any other.
ABSL_ATTRIBUTE_ALWAYS_INLINE constexpr int OwnTagBit(uint64_t key) {
  switch (key) {
    case TagKey("act"): return 32;
    case TagKey("addressee"): return 33;
    case TagKey("adjective"): return 34;
    case TagKey("adverb"): return 35;
    case TagKey("area"): return 36;
    case TagKey("aspect"): return 37;
    case TagKey("attitude"): return 38;
    case TagKey("base"): return 39;
    case TagKey("clause"): return 40;
    case TagKey("denial"): return 41;
    case TagKey("finite"): return 42;
    case TagKey("function"): return 43;
    case TagKey("gerund"): return 44;
    case TagKey("infinitive"): return 45;
    case TagKey("light"): return 46;
    case TagKey("modal"): return 47;
    case TagKey("motion"): return 48;
    case TagKey("mutual"): return 49;
    case TagKey("naming"): return 50;
    case TagKey("objplace"): return 51;
    case TagKey("participle"): return 52;
    case TagKey("particle"): return 53;
    case TagKey("past"): return 54;
    case TagKey("patientsubject"): return 55;
    case TagKey("plural"): return 56;
    case TagKey("preterite"): return 57;
    case TagKey("s"): return 58;
    case TagKey("sign"): return 59;
    case TagKey("stand"): return 60;
    case TagKey("support"): return 61;
    case TagKey("that"): return 62;
    case TagKey("word"): return 63;
    default: return -1;
  }
}

// A bit for a tag, by its key: its own, or one of 32 that it shares with some.
ABSL_ATTRIBUTE_ALWAYS_INLINE constexpr uint64_t TagBit(uint64_t key) {
  const int own = OwnTagBit(key);
  return uint64_t{1} << (own >= 0 ? own
                                  : static_cast<int>(
                                        key * 0x9E3779B97F4A7C15u >> 59));
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_TAG_KEY_H_
