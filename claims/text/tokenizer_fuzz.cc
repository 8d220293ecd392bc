// A libFuzzer target.  Build it with --config=fuzz.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "absl/strings/string_view.h"
#include "claims/text/tokenizer.h"
#include "claims/text/tokenizer_checks.h"
#include "claims/text/tokens.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static auto* const text = new claimcheck::TokenizedText;
  claimcheck::Tokenize(
      absl::string_view(reinterpret_cast<const char*>(data), size), text);
  const std::string fault = claimcheck::TokenizedTextFault(*text);
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
