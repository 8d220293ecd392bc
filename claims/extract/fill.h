#ifndef CLAIMCHECK_CLAIMS_EXTRACT_FILL_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_FILL_H_

#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

#include "claims/text/span.h"

namespace claimcheck {

// vector::assign for numbers of which all bytes are alike; the library goes from
// element to element, and short sentences spend much of their time there.
template <typename T>
void FillBytes(size_t size, int byte, std::vector<T>* out) {
  static_assert(std::is_integral_v<T> || std::is_enum_v<T>,
                "its bytes are its value");
  out->resize(size);
  if (size != 0) std::memset(out->data(), byte, size * sizeof(T));
}
template <typename T>
void FillWithZeros(size_t size, std::vector<T>* out) {
  FillBytes(size, 0, out);
}
inline void FillWithNone(size_t size, std::vector<uint32_t>* out) {
  static_assert(kNone == 0xFFFFFFFFu, "all bytes are 0xFF");
  FillBytes(size, 0xFF, out);
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_FILL_H_
