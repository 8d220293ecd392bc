#ifndef CLAIMCHECK_CLAIMS_TEXT_WORD_TABLE_H_
#define CLAIMCHECK_CLAIMS_TEXT_WORD_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/text/tokens.h"

namespace claimcheck {

// What a few words are, looked up by their ids.  Made by the compiler; `kSlots`
// is a power of two, several times the number of words, so that a word which
// is none of them costs one look.
//
//   constexpr WordTable<Kind, 64> kKinds({{"mr", kTitle}, {"inc", kEither}});
//   if (const Kind* kind = kKinds.Find(text.tokens[t].word)) ...
template <typename Value, size_t kSlots>
class WordTable {
 public:
  struct Entry {
    absl::string_view word;  // folded (tokens.h)
    Value value;
  };

  template <size_t kEntries>
  explicit constexpr WordTable(const Entry (&entries)[kEntries]) {
    static_assert((kSlots & (kSlots - 1)) == 0 && kEntries * 2 <= kSlots,
                  "many slots stay empty");
    for (const Entry& entry : entries) {
      const uint32_t word = WordHash(entry.word.data(), entry.word.size());
      size_t i = word % kSlots;
      while (slots_[i].word != 0) i = (i + 1) % kSlots;
      slots_[i].word = word;
      slots_[i].value = entry.value;
    }
  }

  // Null for a word that is not in the table.
  constexpr const Value* Find(uint32_t word) const {
    for (size_t i = word % kSlots; slots_[i].word != 0; i = (i + 1) % kSlots) {
      if (slots_[i].word == word) return &slots_[i].value;
    }
    return nullptr;
  }

 private:
  struct Slot {
    uint32_t word = 0;  // 0: empty
    Value value{};
  };
  std::array<Slot, kSlots> slots_{};
};

// The same of words alone.
template <size_t kSlots>
class WordList {
 public:
  template <typename Words>
  explicit constexpr WordList(const Words& words) {
    for (absl::string_view text : words) {
      const uint32_t word = WordHash(text.data(), text.size());
      size_t i = word % kSlots;
      while (slots_[i] != 0 && slots_[i] != word) i = (i + 1) % kSlots;
      slots_[i] = word;
    }
  }

  constexpr bool Has(uint32_t word) const {
    for (size_t i = word % kSlots; slots_[i] != 0; i = (i + 1) % kSlots) {
      if (slots_[i] == word) return true;
    }
    return false;
  }

 private:
  std::array<uint32_t, kSlots> slots_{};
};

// The words of one question of grammar, beside the code that asks it: so few that one
// look at a bit tells of nearly all others that they are none.
//
//   constexpr FewWords kNot({"not", "n't"});
//   if (kNot.Contains(text.tokens[t].word)) ...
template <size_t kCount>
class FewWords {
 public:
  constexpr explicit FewWords(const absl::string_view (&words)[kCount]) {
    for (size_t i = 0; i < kCount; ++i) {
      ids_[i] = WordHash(words[i].data(), words[i].size());
      bits_ |= WordBit(ids_[i]);
    }
  }

  // Whether the word of this id is one of them.
  constexpr bool Contains(uint32_t word) const {
    if ((bits_ & WordBit(word)) == 0) return false;
    for (const uint32_t id : ids_) {
      if (id == word) return true;
    }
    return false;
  }

 private:
  uint64_t bits_ = 0;
  uint32_t ids_[kCount] = {};
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_WORD_TABLE_H_
