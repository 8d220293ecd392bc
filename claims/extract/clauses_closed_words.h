#ifndef CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_

#include <cstdint>

#include "claims/extract/clauses.h"
#include "claims/lexicon/closed_parts.h"

namespace claimcheck {

// The part of what has one by itself: marks, figures, function words.  Tags of
// one sentence from left to right, each asked for when those before it are in
// `syntax`, which must outlive this.  Not thread-safe.
class ClosedWords {
 public:
  ClosedWords(const DocumentAnalysis& doc, const SentenceSyntax& syntax)
      : doc_(doc), text_(doc.text), syntax_(syntax) {}

  // Of marks and figures.
  WordTag Mark(uint32_t token) const;

  // The bits of a word (closed_parts.h) that matter here; 0: kOther, as most.
  static uint16_t Asked(uint16_t parts) { return parts & kAsked; }
  // Such bits tell the part of a word, whatever stands beside it.
  static bool IsPlain(uint16_t asked) { return (asked & kNotPlain) == 0; }
  static WordTag PlainTag(uint16_t asked) { return kTags[LowestPart(asked)]; }
  // The part of a word that is not plain.
  WordTag TagOf(uint32_t token) const;
  // How many words the preposition has that begins at `token`, which is not
  // plain: "in exchange for"; 1 when none begins there.
  uint32_t LongPreposition(uint32_t token) const;

 private:
  static constexpr uint16_t kNotPlain =
      part::Bit(part::kPhrase) | part::Bit(part::kKnown);
  static constexpr uint16_t kAsked =
      kNotPlain | part::kPronouns | part::Bit(part::kAuxiliary) |
      part::kConjunctions | part::Bit(part::kPreposition) |
      part::Bit(part::kLateDeterminer) | part::Bit(part::kNumber);

  // What parts of the closed lists are here, by their indices.
  static constexpr WordTag kTags[] = {
      WordTag::kTime,        // part::kTime: not asked for
      WordTag::kRelative,    // kWhose
      WordTag::kRelative,    // kRelative
      WordTag::kPossessive,  // kPossessive
      WordTag::kPossessive,  // kHer
      WordTag::kPronoun,     // kPronoun
      WordTag::kAuxiliary,   // kAuxiliary
      WordTag::kDeterminer,  // kDeterminer: not asked for
      WordTag::kCoordinator,
      WordTag::kSubordinator,
      WordTag::kPreposition,
      WordTag::kDeterminer,  // kLateDeterminer
      WordTag::kNumber,
  };
  static_assert(sizeof(kTags) == part::kNumber + 1, "one for each");

  uint16_t WithPhrases(uint32_t token) const;
  WordTag Clitic(uint32_t token) const;
  WordTag That(uint32_t token) const;
  bool NounMayFollow(uint32_t token) const;
  bool IsNumber(uint32_t token) const;

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const SentenceSyntax& syntax_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_CLOSED_WORDS_H_
