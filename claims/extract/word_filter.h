#ifndef CLAIMCHECK_CLAIMS_EXTRACT_WORD_FILTER_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_WORD_FILTER_H_

#include <cstdint>
#include <initializer_list>

namespace claimcheck {

// A few words by their ids: what the filter misses is none of them, and of other
// words it lets few pass.
class WordFilter {
 public:
  constexpr WordFilter(std::initializer_list<uint32_t> words) {
    for (uint32_t word : words) {
      low_ |= LowBit(word);
      high_ |= HighBit(word);
    }
  }
  constexpr WordFilter operator|(const WordFilter& other) const {
    WordFilter both({});
    both.low_ = low_ | other.low_;
    both.high_ = high_ | other.high_;
    return both;
  }
  constexpr bool MayHave(uint32_t word) const {
    return (low_ & LowBit(word)) != 0 && (high_ & HighBit(word)) != 0;
  }

 private:
  // Ids are hashes: their ends know nothing of each other.
  static constexpr uint64_t LowBit(uint32_t word) {
    return uint64_t{1} << word % 64;
  }
  static constexpr uint64_t HighBit(uint32_t word) {
    return uint64_t{1} << (word >> 26);
  }
  uint64_t low_ = 0, high_ = 0;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_WORD_FILTER_H_
