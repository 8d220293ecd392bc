#ifndef CLAIMCHECK_RULES_LINK_ID_FILTER_H_
#define CLAIMCHECK_RULES_LINK_ID_FILTER_H_

#include <cstddef>
#include <cstdint>

namespace claimcheck {

// Tells most ids that a text does not have, without looking for them: two texts
// share few of their words, and a merge of two sorted lists waits for each step.
//
//   IdFilter ids;
//   ids.Add(stem);
//   if (ids.MayHold(other)) ...  // false: it was not added
class IdFilter {
 public:
  void Add(uint32_t id) { bits_[Word(id)] |= Bit(id); }
  bool MayHold(uint32_t id) const { return (bits_[Word(id)] & Bit(id)) != 0; }

 private:
  static constexpr int kWordBits = 6;  // of 64 bits each
  static uint32_t Word(uint32_t id) {
    return id * 0x9E3779B9u >> (32 - kWordBits);
  }
  static uint64_t Bit(uint32_t id) {
    return uint64_t{1} << (id * 0x9E3779B9u >> (26 - kWordBits) & 63);
  }
  uint64_t bits_[size_t{1} << kWordBits] = {};
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ID_FILTER_H_
