#ifndef CLAIMCHECK_CLAIMS_LEXICON_WORD_SET_H_
#define CLAIMCHECK_CLAIMS_LEXICON_WORD_SET_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// A set of words that is compiled into the program: a claimcheck.v1.WordSet of
// claims/lexicon/data.  Constant, so thread-safe and ready before main(); a
// look-up allocates nothing and mostly reads one word of memory.
//
//   #include "claims/lexicon/word_sets.h"
//   if (words::kPollWords.Contains(text.tokens[t].word)) ...
//   if (words::kHappensOnce.Contains(event.cls)) ...
class WordSet {
 public:
  // For the generated tables: `slots` has mask + 1 places, a power of two, with
  // each word at FirstSlot() or behind it, and at least one place empty (0).
  // `bits` has WordBit() of each word.
  constexpr WordSet(uint64_t bits, const uint32_t* slots, uint32_t mask)
      : bits_(bits), slots_(slots), mask_(mask) {}

  // Whether the set has the word of this id, WordHash() of it.
  bool Contains(uint32_t word) const {
    if ((bits_ & WordBit(word)) == 0) return false;
    for (uint32_t i = FirstSlot(word, mask_); slots_[i] != 0;
         i = (i + 1) & mask_) {
      if (slots_[i] == word) return true;
    }
    return false;
  }
  // `word` is folded (tokens.h), or a name that the program gives.
  bool Contains(absl::string_view word) const {
    return Contains(WordHash(word));
  }

  // Not the bits that WordBit() looked at.
  static constexpr uint32_t FirstSlot(uint32_t word, uint32_t mask) {
    return word >> 8 & mask;
  }

 private:
  uint64_t bits_;
  const uint32_t* slots_;
  uint32_t mask_;
};

// A set that holds all regular forms of its words.
class StemSet {
 public:
  explicit constexpr StemSet(WordSet stems) : stems_(stems) {}

  // `stem`: StemHash() of a word.
  bool ContainsStem(uint32_t stem) const { return stems_.Contains(stem); }
  bool ContainsStemOf(absl::string_view folded) const {
    return stems_.Contains(StemHash(folded));
  }

 private:
  WordSet stems_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_WORD_SET_H_
