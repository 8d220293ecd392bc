#ifndef CLAIMCHECK_CLAIMS_EXTRACT_FLAWS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_FLAWS_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/text/span.h"

namespace claimcheck {

// What is wrong with a text as a text, whatever it says.
enum class FlawKind : uint8_t {  // as claimcheck.v1.Condition.Flaw.Kind
  kNone = 0,
  // A word in which a letter of another script stands for a Latin one: searches
  // and comparisons miss it.
  kLookAlike = 1,
  // A quotation mark that opens or closes nothing: where a quotation ends is not
  // clear.
  kLoneQuote = 2,
  // A paragraph that stands in the text twice.
  kRepeated = 3,
  // A person's bare surname before the first mention in full.
  kNotIntroduced = 4,
  // A figure of a headline that the text below gives differently; rules/link finds it.
  kHeadline = 5,
};

struct TextFlaw {
  FlawKind kind = FlawKind::kNone;
  uint32_t sentence = 0;
  Span span;   // what decides
  Span other;  // the first time, the introduction, the figure of the text; may be empty
};

// Whether flaws of a kind have the `other` place.
constexpr bool HasOtherPlace(FlawKind kind) {
  return kind == FlawKind::kRepeated || kind == FlawKind::kNotIntroduced ||
         kind == FlawKind::kHeadline;
}

// The flaws of a document, by sentence and place.  Linear.
std::vector<TextFlaw> FindFlaws(const DocumentAnalysis& doc);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_FLAWS_H_
