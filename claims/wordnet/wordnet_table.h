#ifndef CLAIMCHECK_CLAIMS_WORDNET_WORDNET_TABLE_H_
#define CLAIMCHECK_CLAIMS_WORDNET_WORDNET_TABLE_H_

#include <cstdint>

namespace claimcheck {

// The table of WordNet: a header, then the ten arrays of wordnet.h in their
// order, each led by its length.
inline constexpr uint32_t kWordNetMagic = 0x31544E57;  // "WNT1"
inline constexpr uint32_t kWordNetBucketBits = 15;
inline constexpr uint32_t kWordNetArrays = 10;

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_WORDNET_WORDNET_TABLE_H_
