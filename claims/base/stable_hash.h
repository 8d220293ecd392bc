#ifndef CLAIMCHECK_CLAIMS_BASE_STABLE_HASH_H_
#define CLAIMCHECK_CLAIMS_BASE_STABLE_HASH_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// A 64-bit hash that is the same in every process, build and machine, unlike
// absl::Hash: for fingerprints and keys that are stored or shown.  FNV-1a,
// finished with the mixer of MurmurHash3.  Not for adversaries.
//
//   StableHash h;
//   h.Add("dates.event_date").Add(uint64_t{18});
//   std::string fingerprint = h.Hex();
class StableHash {
 public:
  // Strings are ended by their length, so that {"ab", "c"} != {"a", "bc"}.
  StableHash& Add(absl::string_view bytes) {
    for (char c : bytes) Mix(static_cast<unsigned char>(c));
    return Add(static_cast<uint64_t>(bytes.size()));
  }
  StableHash& Add(uint64_t value) {
    for (int i = 0; i < 8; ++i) Mix((value >> (8 * i)) & 0xFF);
    return *this;
  }
  uint64_t Value() const {
    uint64_t h = state_;
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdu;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53u;
    return h ^ (h >> 33);
  }
  // 16 hexadecimal digits.
  std::string Hex() const {
    std::string out(16, '0');
    uint64_t v = Value();
    for (int i = 15; i >= 0; --i, v >>= 4) out[i] = "0123456789abcdef"[v & 15];
    return out;
  }

 private:
  void Mix(uint64_t byte) { state_ = (state_ ^ byte) * 0x100000001b3u; }
  uint64_t state_ = 0xcbf29ce484222325u;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_BASE_STABLE_HASH_H_
