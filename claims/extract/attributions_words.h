#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WORDS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WORDS_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"

namespace claimcheck {

// What a token is to the search for cues, speakers and contents: a coarse part
// of speech, from the word lists and the words beside it.
enum class RoleTag : uint8_t {
  kWord,        // noun, name, adjective, or a verb nobody knows
  kDeterminer,  // the, a, some
  kPossessive,  // his, their
  kClitic,      // 's of a possessor
  kPronoun,     // he, they, somebody: may be a subject by itself
  kRelative,    // who, which
  kAuxiliary,
  kVerb,  // a finite form of a verb of the lists
  kTo,
  kThat,
  kPreposition,
  kCoordinator,   // and, or, but
  kSubordinator,  // because, while, if
  kAdverb,        // also, repeatedly, not
  kTime,          // on a day: Monday, yesterday
  kNumber,
  kComma,
  kStop,  // . ! ?
  kColon,
  kBreak,  // dash, semicolon
  kOpenQuote,
  kCloseQuote,
  kOpenParen,
  kCloseParen,
  kSymbol,
};

// The tags of all tokens of `doc`, and which sentences are in title case, where
// a capital makes no name; one pass.
void TagWords(const DocumentAnalysis& doc, std::vector<RoleTag>* tags,
              std::vector<uint8_t>* titles);

// True for a token that ends the noun phrase or clause before it.
inline bool IsPunctuation(RoleTag tag) {
  constexpr auto bit = [](RoleTag t) {
    return uint32_t{1} << static_cast<int>(t);
  };
  constexpr uint32_t kPunctuation =
      bit(RoleTag::kComma) | bit(RoleTag::kStop) | bit(RoleTag::kColon) |
      bit(RoleTag::kBreak) | bit(RoleTag::kOpenQuote) |
      bit(RoleTag::kCloseQuote) | bit(RoleTag::kOpenParen) |
      bit(RoleTag::kCloseParen);
  return (bit(tag) & kPunctuation) != 0;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WORDS_H_
