#ifndef CLAIMCHECK_CHECKER_REPORT_SHA256_H_
#define CLAIMCHECK_CHECKER_REPORT_SHA256_H_

#include <array>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// SHA-256 (FIPS 180-4), for what others check with their own tools: the
// checksum of an archived text, and the hashes by which a content security
// policy knows its style and script.
std::array<uint8_t, 32> Sha256(absl::string_view bytes);

// As `sha256sum` prints it.
std::string Sha256Hex(absl::string_view bytes);
// As a content security policy writes it: "sha256-" and base64.
std::string Sha256Source(absl::string_view bytes);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_SHA256_H_
