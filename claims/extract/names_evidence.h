#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_EVIDENCE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_EVIDENCE_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"

namespace claimcheck {

// What the capitals of one document are worth.  A capital in the midst of a
// sentence tells of a name; one at its head, in a headline in Title Case or in
// a line of CAPITALS does not, unless the same word is seen elsewhere.
class NameEvidence {
 public:
  enum class Style : uint8_t { kProse, kTitleCase, kAllCaps };

  // Reads one document; reuses the memory of the one before.
  void Read(const DocumentAnalysis& doc);

  Style style(uint32_t sentence) const { return styles_[sentence]; }
  // The capital of `token` is a sign of a name by its place alone.
  bool Telling(uint32_t token) const { return flags_[token] & kTelling; }
  // `token` belongs to a time expression.
  bool InTime(uint32_t token) const { return flags_[token] & kTime; }
  // `token` stands between double quotation marks.
  bool InQuote(uint32_t token) const { return flags_[token] & kQuoted; }
  // The word is somewhere written with a telling capital; with a small letter.
  // Only of words that are a capital word of the document or stand behind a
  // hyphen in it; of no others is a record kept.
  bool SeenCapital(uint32_t word) const { return Use(word) & kCapital; }
  bool SeenSmall(uint32_t word) const { return Use(word) & kSmall; }

 private:
  enum Flag : uint8_t { kTelling = 1, kTime = 2, kQuoted = 4 };
  enum UseBit : uint8_t { kCapital = 1, kSmall = 2 };

  void MarkTimes(const DocumentAnalysis& doc);
  void ReadSentence(const TokenizedText& text, uint32_t index);
  void CountWords(const TokenizedText& text);
  uint8_t Use(uint32_t word) const { return uses_[Slot(word)].bits; }

  // Where `word` is or would be: open addressing, never full.
  size_t Slot(uint32_t word) const {
    size_t i = word & use_mask_;
    while (uses_[i].taken && uses_[i].word != word) i = (i + 1) & use_mask_;
    return i;
  }
  void Take(uint32_t word) {
    WordUse& use = uses_[Slot(word)];
    use.word = word;
    use.taken = true;
    seen_[word / 64 % kSeenWords] |= uint64_t{1} << word % 64;
  }

  std::vector<Style> styles_;   // of sentences
  std::vector<uint8_t> flags_;  // of tokens

  struct WordUse {
    uint32_t word = 0;
    bool taken = false;
    uint8_t bits = 0;  // UseBits
  };
  bool quote_open_ = false;  // while the sentences are read
  std::vector<uint32_t> asked_;  // word ids
  std::vector<WordUse> uses_;    // a power of two in size
  size_t use_mask_ = 0;
  // A bit for each word in `uses_`, by its id: most small words miss it.
  static constexpr size_t kSeenWords = 64;
  uint64_t seen_[kSeenWords] = {};
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_EVIDENCE_H_
