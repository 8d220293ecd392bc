#ifndef CLAIMCHECK_CHECKER_INPUT_ENCODING_H_
#define CLAIMCHECK_CHECKER_INPUT_ENCODING_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/alignment.h"

namespace claimcheck {

// The bytes of a file as UTF-8.
struct Decoded {
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1252", "KOI8-R", ...
  // The text; empty when the bytes are that already, and `alignment` the same.
  std::string text;
  Alignment alignment;  // of the text to the bytes
  std::string notice;   // why this encoding, when it is not UTF-8
};

struct DecodeOptions {
  // The encoding that the user names; "": none.
  std::string asked_for;
  // What the file says of itself (DeclaredEncoding); "": nothing.
  std::string declared;
  // Replace what is no UTF-8, and NUL, by U+FFFD: for parsers that want valid
  // text.  Otherwise such bytes are left, as the extractor reads around them.
  bool repair = false;
};

// Finds the encoding and converts.  By falling weight: what was asked for, a
// byte-order mark, well-formed UTF-8, what the file declares, UTF-16 by its
// zero bytes, and windows-1252 where single high bytes stand among ASCII as
// its letters and quotation marks do.  Anything else is left as it is.
//
// The status is for an encoding that is not known or that the bytes are not in,
// and for a byte-order mark with nothing behind it.
absl::StatusOr<Decoded> Decode(absl::string_view bytes,
                               const DecodeOptions& options);

// The encoding that HTML or XML names in its first kilobyte: <meta charset>,
// <meta http-equiv content>, <?xml encoding?>; "" when it names none.
std::string DeclaredEncoding(absl::string_view bytes);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_ENCODING_H_
