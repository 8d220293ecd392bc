#ifndef CLAIMCHECK_RULES_LINK_QUOTE_ALIGNMENT_H_
#define CLAIMCHECK_RULES_LINK_QUOTE_ALIGNMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/quote_words.h"

namespace claimcheck {

// How the wordings of two quotations differ: claimcheck.v1
// Condition.Quotes.Difference has the meaning of each.
enum class QuoteDifference : uint8_t {
  kNone = 0,
  kSameWords = 1,
  kTypographic = 2,
  kPartial = 3,
  kCut = 4,
  kCutEnd = 5,
  kReworded = 6,
  kPolarity = 7,
  kSubjectGrafted = 8,
};

// A run of words in both (kSame), or only here or there.
struct DiffRun {
  enum Op : uint8_t { kSame, kRemoved, kAdded, kChanged } op = kSame;
  TokenRange left;
  TokenRange right;
};

struct QuoteComparison {
  bool related = false;  // enough words in common, in order, to be one utterance
  std::vector<QuoteDifference> differences;  // sorted; most telling last
  uint32_t common_words = 0;    // content words of the aligned part
  uint32_t compared_words = 0;  // words of the shorter side
  std::vector<DiffRun> diff;    // of the aligned part
  Span left_subject;   // kSubjectGrafted: whose words they are made, here
  Span right_subject;  // and there
};

// Aligns two quotations token by token (longest common subsequence over folded
// words).  What is in square brackets is not the speaker's; an ellipsis is a
// disclosed cut; contractions, spelling variants (defence, defense), dashes and
// quotation marks are typography.  Symmetric up to left and right.
QuoteComparison CompareQuotes(const DocumentAnalysis& left_doc,
                              const Quote& left,
                              const DocumentAnalysis& right_doc,
                              const Quote& right);

// A quotation with its words as ReadQuoteWords reads them.
struct QuoteText {
  const DocumentAnalysis* doc = nullptr;
  const Quote* quote = nullptr;
  const QuoteWords* words = nullptr;
};
// The same for quotations that are compared more than once, whose words are
// kept.
QuoteComparison CompareQuotes(const QuoteText& left, const QuoteText& right);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_QUOTE_ALIGNMENT_H_
