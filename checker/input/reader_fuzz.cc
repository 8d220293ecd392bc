// A libFuzzer target for one reader: any bytes, decoded as the program does it,
// are read or refused within the limits, and what was read holds to
// CheckReading.  READER is defined by the target.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/input/encoding.h"
#include "checker/input/reader_checks.h"
#include "checker/input/reading.h"

namespace claimcheck {
absl::StatusOr<Reading> READER(absl::string_view bytes, const ReadLimits& limits);
}  // namespace claimcheck

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view bytes(reinterpret_cast<const char*>(data), size);
  claimcheck::ReadLimits limits;
  limits.max_bytes = 1 << 20;
  limits.depth = 16;
  std::string text(bytes);
#ifdef DECODE
  claimcheck::DecodeOptions options;
  options.declared = claimcheck::DeclaredEncoding(bytes);
  options.repair = true;
  absl::StatusOr<claimcheck::Decoded> decoded =
      claimcheck::Decode(bytes, options);
  if (!decoded.ok()) return 0;
  if (!decoded->text.empty()) text = decoded->text;
#endif
  absl::StatusOr<claimcheck::Reading> reading =
      claimcheck::READER(text, limits);
  if (!reading.ok()) {
    if (reading.status().message().find('\n') == absl::string_view::npos) {
      return 0;
    }
    std::fprintf(stderr, "an error of two lines\n");
    std::abort();
  }
  const std::string wrong = claimcheck::CheckReading(text, *reading);
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
