#ifndef CLAIMCHECK_CLAIMS_SYNTAX_WORD_FEATURES_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_WORD_FEATURES_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace syntax {

// What the models see of one word by itself: hashes of its parts.
struct WordFeatures {
  uint32_t raw = 0;         // letters as written, digits made 0
  uint32_t folded = 0;      // ASCII letters in lower case as well
  uint32_t suffix[5] = {};  // of the folded form: last letter .. last five
  uint32_t prefix[3] = {};
  uint32_t shape = 0;      // "Xx", "00", "x-x"
  uint16_t lexicon = 0;    // LexiconGroup bits; see word_table.h
  uint16_t ambiguity = 0;  // which tags the word had in training, as an id
  uint8_t capital = 0;     // CapitalKind
};

enum CapitalKind : uint8_t {
  kLower = 0,        // no upper case letter
  kCapitalized = 1,  // the first letter only
  kAllCapitals = 2,  // all letters, two or more
  kSingleCapital = 3,
  kMixedCase = 4,
  kNoLetter = 5,
};

// Fills everything but `lexicon` and `ambiguity`.
void ReadWord(absl::string_view word, WordFeatures* out);

// The `folded` hash of a word alone.
uint32_t FoldedHash(absl::string_view word);

// How a sentence uses capitals, from its words: a headline in title case or in
// capitals tells nothing about names.
enum class CaseMode : uint8_t { kNormal, kTitle, kCapitals, kLower };

struct CaseCounter {
  int words = 0;  // of letters, longer than three
  int capital = 0;
  int all_caps = 0;
  void Add(const WordFeatures& word, size_t size);
  CaseMode Mode() const;
};

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_WORD_FEATURES_H_
