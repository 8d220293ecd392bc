#ifndef CLAIMCHECK_CLAIMS_SYNTAX_HASHING_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_HASHING_H_

#include <cstdint>

namespace claimcheck {
namespace syntax {

// The key of a feature: the number of its template and up to four values.  Part
// of the format of the weights: a change asks for new training.
inline uint64_t FeatureKey(uint64_t name, uint64_t a, uint64_t b = 0,
                           uint64_t c = 0, uint64_t d = 0) {
  uint64_t x = (name + 1) * 0xD6E8FEB86659FD93u + a * 0x9FB21C651E98DF25u +
               b * 0xA0761D6478BD642Fu + c * 0xE7037ED1A0B428DBu +
               d * 0x8EBC6AF09C88C6E3u;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93u;
  x ^= x >> 29;
  x *= 0x9E3779B97F4A7C15u;
  return x ^ (x >> 32);
}

// The hash of a growing string of bytes.
struct ByteHash {
  uint64_t state = 0xcbf29ce484222325u;
  void Add(unsigned char byte) { state = (state ^ byte) * 0x100000001b3u; }
  uint32_t Value() const {
    uint64_t x = state;
    x ^= x >> 29;
    x *= 0x9FB21C651E98DF25u;
    return static_cast<uint32_t>(x >> 32);
  }
};

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_HASHING_H_
