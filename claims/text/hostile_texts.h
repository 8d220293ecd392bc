#ifndef CLAIMCHECK_CLAIMS_TEXT_HOSTILE_TEXTS_H_
#define CLAIMCHECK_CLAIMS_TEXT_HOSTILE_TEXTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace claimcheck {

// A family of texts made to hurt: the same trouble at any size.
struct HostileText {
  std::string name;
  std::string unit;  // repeated

  // At least `size` bytes of it.
  std::string OfSize(size_t size) const;
};

// Deep brackets, one endless word, quotation marks that never close ...
std::vector<HostileText> HostileTexts();

// `size` bytes from a fixed generator: any bytes, or words and marks mixed.
std::string RandomBytes(uint32_t seed, size_t size);
std::string RandomPieces(uint32_t seed, size_t size);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_HOSTILE_TEXTS_H_
