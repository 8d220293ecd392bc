#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_EVIDENCE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_EVIDENCE_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// What the capitals of one document are worth.  A capital in the midst of a
// sentence tells of a name; one at its head, in a headline in Title Case or in
// a line of CAPITALS does not, unless the same word is seen elsewhere.
class NameEvidence {
 public:
  enum class Style : uint8_t { kProse, kTitleCase, kAllCaps };

  explicit NameEvidence(const DocumentAnalysis& doc);

  Style style(uint32_t sentence) const { return styles_[sentence]; }
  // The capital of `token` is a sign of a name by its place alone.
  bool Telling(uint32_t token) const { return flags_[token] & kTelling; }
  // `token` belongs to a time expression.
  bool InTime(uint32_t token) const { return flags_[token] & kTime; }
  // `token` stands between double quotation marks.
  bool InQuote(uint32_t token) const { return flags_[token] & kQuoted; }
  // The word is somewhere written with a telling capital; with a small letter.
  bool SeenCapital(uint32_t word) const { return Use(word) & kCapital; }
  bool SeenSmall(uint32_t word) const { return Use(word) & kSmall; }

 private:
  enum Flag : uint8_t { kTelling = 1, kTime = 2, kQuoted = 4 };
  enum UseBit : uint8_t { kCapital = 1, kSmall = 2 };

  void MarkTimes(const DocumentAnalysis& doc);
  void MarkQuotes(const TokenizedText& text);
  void FindStyles(const TokenizedText& text);
  void CountWords(const TokenizedText& text);
  uint8_t Use(uint32_t word) const {
    auto it = uses_.find(word);
    return it == uses_.end() ? 0 : it->second;
  }

  std::vector<Style> styles_;                    // of sentences
  std::vector<uint8_t> flags_;                   // of tokens
  absl::flat_hash_map<uint32_t, uint8_t> uses_;  // word id -> UseBits
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_EVIDENCE_H_
