#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_VOCABULARY_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_VOCABULARY_H_

#include <cstdint>

namespace claimcheck {

struct VocabularySlot {
  uint32_t word = 0;    // WordHash() of the text
  uint16_t number = 0;  // 0: free
};

// Numbers of the texts that the weights know.  Constant, so thread-safe.
class Vocabulary {
 public:
  // For the generated tables: `slots` has mask + 1 places, a power of two, with
  // each word at FirstSlot() or behind it, and at least one free.
  constexpr Vocabulary(const VocabularySlot* slots, uint32_t mask)
      : slots_(slots), mask_(mask) {}

  // 0 for a word that the weights do not know.
  uint32_t NumberOf(uint32_t word) const {
    for (uint32_t i = FirstSlot(word, mask_);; i = (i + 1) & mask_) {
      if (slots_[i].word == word || slots_[i].number == 0) {
        return slots_[i].number;
      }
    }
  }

  static constexpr uint32_t FirstSlot(uint32_t word, uint32_t mask) {
    return word & mask;
  }

 private:
  const VocabularySlot* slots_;
  uint32_t mask_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_VOCABULARY_H_
