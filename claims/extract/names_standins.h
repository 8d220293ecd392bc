#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_STANDINS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_STANDINS_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/names_evidence.h"
#include "claims/extract/names_runs.h"
#include "claims/extract/names_units.h"
#include "claims/extract/word_filter.h"

namespace claimcheck {

// Finds the words that stand for a name: pronouns, and descriptions such as
// "the
// ministry", "the two leaders", "the Russian president".
class StandInFinder {
 public:
  StandInFinder(const DocumentAnalysis& doc, const NameEvidence& evidence)
      : doc_(doc),
        text_(doc.text),
        evidence_(evidence),
        units_(doc, evidence) {}

  // False for most words: neither of the two below begins with a word of these
  // classes.
  static bool MayBegin(const Token& token, uint64_t classes) {
    constexpr WordFilter kWords({WordHash("the", 3), WordHash("this", 4),
                                 WordHash("these", 5), WordHash("those", 5),
                                 WordHash("both", 4)});
    constexpr uint64_t kClasses = Bit(Lex::kPronoun) | Bit(Lex::kDemonym);
    return (classes & kClasses) != 0 || kWords.MayHave(token.word);
  }
  // True when `token` is a pronoun; appends it.
  bool Pronoun(uint32_t token, std::vector<NameDraft>* out) const;
  // The token behind a description that begins at `token`, which it appends; 0
  // when none does.
  uint32_t Description(uint32_t token, std::vector<NameDraft>* out) const;

 private:
  bool NounFollows(uint32_t token) const;
  uint32_t SentenceEnd(uint32_t token) const {
    return text_.sentences[text_.sentence_of[token]].tokens.end;
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const NameEvidence& evidence_;
  const UnitReader units_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_STANDINS_H_
