#ifndef CLAIMCHECK_CLAIMS_LEXICON_CLOSED_PARTS_H_
#define CLAIMCHECK_CLAIMS_LEXICON_CLOSED_PARTS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {

struct LexEntry;

// What a word is, by itself, in the closed lists of grammar: a bit for each part
// of speech that it may have.  The lexicon works it out for each of its words when
// it is loaded, so that a tagger finds the part of a word by one load.
//
// The bits are in the order in which the parts are tried: that of a word with
// several is the lowest.
//
//   const uint16_t parts = lex.Parts(t) & kTried;
//   if (parts != 0) return kTags[LowestPart(parts)];
namespace part {

enum Index : int {
  kTime,        // a weekday; "today", "last"
  kWhose,       // a relative pronoun that owns
  kRelative,    // who, which
  kPossessive,  // my, theirs
  kHer,         // owns, or is an object
  kPronoun,     // any other
  kAuxiliary,
  kDeterminer,
  kCoordinator,  // and, or, but
  kSubordinator,
  kPreposition,
  kLateDeterminer,  // kDeterminer again, for who tries those before it first
  kNumber,          // seven
  kFiller,          // a stop word or a negation
  // No parts.  A phrase of several words begins here that is one of the above, a
  // time and a filler aside; the word is one of kKnownWords, or begins a month.
  kPhrase,
  kKnown,
};

constexpr uint16_t Bit(Index index) {
  return static_cast<uint16_t>(1u << index);
}
// Of either kind a word has one part, that of its first entry.
constexpr uint16_t kPronouns = Bit(kWhose) | Bit(kRelative) | Bit(kPossessive) |
                               Bit(kHer) | Bit(kPronoun);
constexpr uint16_t kConjunctions = Bit(kCoordinator) | Bit(kSubordinator);

}  // namespace part

// Words that a tagger knows one by one, since their neighbours tell their part.
constexpr absl::string_view kKnownWords[] = {
    "'s",    "after", "as",   "before", "her", "n't",
    "never", "not",   "that", "since",  "to",  "until"};

// The index of the lowest bit of `parts`, which has one.
inline int LowestPart(uint16_t parts) { return __builtin_ctz(parts); }

// The bits that an entry gives to each of its phrases.
uint16_t PartsOf(const LexEntry& entry);

// Those of a word with several entries: `first` of one entry or more, `then` of
// those behind it.
inline uint16_t BothParts(uint16_t first, uint16_t then) {
  unsigned taken = 0;
  if ((first & part::kPronouns) != 0) taken |= part::kPronouns;
  if ((first & part::kConjunctions) != 0) taken |= part::kConjunctions;
  return static_cast<uint16_t>(first | (then & ~taken));
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_CLOSED_PARTS_H_
