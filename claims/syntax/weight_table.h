#ifndef CLAIMCHECK_CLAIMS_SYNTAX_WEIGHT_TABLE_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_WEIGHT_TABLE_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace syntax {

// Hash tables of weights that are used where they lie: opening one reads a
// header and no weight.  Slots are probed one after another; a slot holds 16
// bits of the feature's key, so one in some thousand unknown features is taken
// for a known one, always the same.  Weights are bytes, companded: the code c
// stands for sign(c) * c * c * scale / 127 / 127, from a table of 256.  All
// numbers are little-endian.  Immutable, thread-safe.

// Where a key begins to look, of `slots`.
inline uint32_t SlotOf(uint64_t key, uint32_t slots) {
  return static_cast<uint32_t>(((key >> 32) * slots) >> 32);
}
// The part of a key that a slot holds; 0 marks an empty slot.
inline uint16_t FingerprintOf(uint64_t key) {
  const uint16_t low = static_cast<uint16_t>(key);
  return low == 0 ? uint16_t{1} : low;
}

// Features with weights for some of up to 256 outputs.
class SparseTable {
 public:
  // False when `section` is no such table.
  bool Open(absl::string_view section);
  // Adds the weights of `count` features to `scores`, one for each output.
  void AddScores(const uint64_t* keys, int count, int32_t* scores) const;
  // What one update of the training adds to a score, to read margins by.
  int32_t unit() const { return unit_; }

 private:
  struct Entry {
    uint8_t output;
    uint8_t code;  // an int8_t, as index into decode_
  };
  uint32_t slots_ = 0;
  int32_t unit_ = 1;
  const int16_t* decode_ = nullptr;
  const uint16_t* fingerprints_ = nullptr;
  const uint32_t* starts_ = nullptr;
  const Entry* entries_ = nullptr;
};

// Features with a weight for each of two outputs.
class PairTable {
 public:
  bool Open(absl::string_view section);
  void AddScores(const uint64_t* keys, int count, int32_t scores[2]) const;

 private:
  static constexpr uint32_t kCellFingerprint = 0xFFFF;  // then two codes
  uint32_t slots_ = 0;
  const int16_t* decode_ = nullptr;
  const uint32_t* cells_ = nullptr;
};

// What is known of a word, by its folded hash.
struct WordEntry {
  uint32_t hash;
  uint16_t lexicon;
  uint16_t ambiguity;
};
class WordTable {
 public:
  bool Open(absl::string_view section);
  // Null for a word that is not in the table.
  const WordEntry* Find(uint32_t hash) const;

 private:
  uint32_t slots_ = 0;
  const WordEntry* entries_ = nullptr;
};

// A file of weights: sections by number.  Empty when there is no such section
// or the bytes are no file of weights.
absl::string_view SectionOf(absl::string_view file, int section);

// The layout, shared with weight_packer.h.
inline constexpr uint32_t kWeightsMagic = 0x31585343;  // "CSX1"
inline constexpr size_t kSectionAlignment = 64;
inline constexpr size_t kSparseHeader = 64 + 256 * sizeof(int16_t);
inline constexpr size_t kPairHeader = 64 + 256 * sizeof(int16_t);
inline constexpr size_t kWordHeader = 64;

// Decides once for the build that the weights can be used in place.
static_assert(sizeof(WordEntry) == 8, "");
#if defined(__BYTE_ORDER__)
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
              "the weights are little-endian");
#endif

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_WEIGHT_TABLE_H_
