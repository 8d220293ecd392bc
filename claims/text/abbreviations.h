#ifndef CLAIMCHECK_CLAIMS_TEXT_ABBREVIATIONS_H_
#define CLAIMCHECK_CLAIMS_TEXT_ABBREVIATIONS_H_

#include <cstdint>

// Words are told by their ids (Token::word).
namespace claimcheck {

// What the full stop after a word may be.
enum class Abbreviation : uint8_t {
  kNone,
  kTitle,      // a name follows: "Mr.", "Gen."; ends no sentence
  kNumbered,   // an abbreviation when a number follows: "No. 3", "p. 12"
  kDay,        // the same when capitalised: "Sept. 5", "Fri. 5 May"
  kEither,     // "Inc.", "U.S.", "etc.": what follows decides
  kNever,      // "e.g.", "vs.": something always follows
};

// The kind of a word, without its full stop unless it has inner ones.
Abbreviation AbbreviationKind(uint32_t word);

// The verbs that put a speaker behind a quotation: "said", "asked".
bool IsSayVerb(uint32_t word);

// The last part of names on the internet: "com", "org".
bool IsTopLevelDomain(uint32_t word);

// Words that begin a sentence far more often than they follow an
// abbreviation inside one: "the", "he", "but".  Names are none of them.
bool StartsSentences(uint32_t word);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_ABBREVIATIONS_H_
