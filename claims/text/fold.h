#ifndef CLAIMCHECK_CLAIMS_TEXT_FOLD_H_
#define CLAIMCHECK_CLAIMS_TEXT_FOLD_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// What a code point is to the tokenizer.
enum class CharClass : uint8_t {
  kSymbol,
  kLower,        // a letter that is not upper case, of any script
  kUpper,        // an upper-case or title-case letter
  kMark,         // a combining mark: part of the word before it
  kDigit,        // a decimal digit of any script
  kSpace,        // white space in a line, no-break spaces too
  kLineBreak,    // LF, CR, NEL, line and paragraph separator
  kInvisible,    // soft hyphen, zero-width characters, direction marks
  kPunctuation,  // . , ; : ! ? ( ) [ ] - / dashes, the ellipsis and their like
  kQuote,        // any quotation mark, the apostrophe too
};

inline bool IsLetter(CharClass c) {
  return c == CharClass::kLower || c == CharClass::kUpper;
}

CharClass ClassOf(uint32_t code);

// The most bytes that one code point folds to.
inline constexpr size_t kMaxFoldedBytes = 32;

// Writes the folded form of one code point (see Token in tokens.h), which may
// be nothing, and returns how many bytes it took.  Look-alikes stay as they
// are: whether to replace one depends on the word.
size_t FoldCodePoint(uint32_t code, char* out);

// The Latin letter, folded, that a Cyrillic, Greek, Armenian or similar letter
// looks like; 0 when there is none.  Pairs of the kind that Unicode Technical
// Standard 39 lists.
char LatinLookAlike(uint32_t code);

// Where a letter stands in the question whether a word mixes scripts.
enum class LetterScript : uint8_t { kLatin, kLookAlike, kOther };
LetterScript ScriptOf(uint32_t code);

// The folded form of a word or of any text, appended to `out`.  For texts as
// they stand in lists; the tokenizer folds for itself.  Look-alikes are replaced
// when the whole of `text` has Latin letters and look-alikes only.
void AppendFolded(absl::string_view text, std::string* out);
std::string Folded(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_FOLD_H_
