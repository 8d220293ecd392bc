#ifndef CLAIMCHECK_RULES_LINK_QUOTE_ALIGNED_PART_H_
#define CLAIMCHECK_RULES_LINK_QUOTE_ALIGNED_PART_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "rules/link/quote_words.h"
#include "rules/link/word_alignment.h"

namespace claimcheck {

// A quotation, its words and the document it stands in.
struct ComparedQuote {
  const DocumentAnalysis* doc = nullptr;
  const Quote* quote = nullptr;
  const QuoteWords* text = nullptr;
  uint32_t size() const { return static_cast<uint32_t>(text->words.size()); }
  uint32_t Content(uint32_t begin, uint32_t end) const {
    uint32_t n = 0;
    for (uint32_t w = begin; w < end; ++w) n += text->words[w].content;
    return n;
  }
  uint32_t Negations(uint32_t begin, uint32_t end) const {
    uint32_t n = 0;
    for (uint32_t w = begin; w < end; ++w) n += text->info[w].negation;
    return n;
  }
  absl::string_view Folded(uint32_t word) const {
    return doc->text.Folded(text->info[word].token);
  }
};

// Words that a run of the alignment covers, on one side.
struct WordRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - begin; }
};

// A maximal run of steps of one kind.
struct QuoteRun {
  bool same = false;
  WordRange left, right;
  uint32_t first_step = 0;
  uint32_t end_step = 0;
};

// The words of one side before (`head`) or behind a part of it, in its sentence.
WordRange EdgeWords(const ComparedQuote& side, WordRange part, bool head);

// The part of two quotations that is one utterance: which words of them answer
// each other, and where that begins and ends.  One object serves many pairs, one
// after another, and keeps its memory.  Not thread-safe.
class AlignedPart {
 public:
  // Whether the two have enough words in common, in order, to be one utterance.
  // Both have words, and live as long as the part is asked.
  bool Find(const ComparedQuote& left, const ComparedQuote& right);

  // Content words that both have; also when Find() said no.
  uint32_t common_words() const { return common_words_; }

  // The following only when Find() said yes.
  const std::vector<AlignStep>& steps() const { return steps_; }
  // They tile the steps; same and different ones take turns.
  const std::vector<QuoteRun>& runs() const { return runs_; }
  WordRange left() const { return left_part_; }
  WordRange right() const { return right_part_; }

  // Behind a run of one side stands an ellipsis.
  bool LeftGap(const QuoteRun& run) const {
    return GapBehind(*left_, run.left);
  }
  bool RightGap(const QuoteRun& run) const {
    return GapBehind(*right_, run.right);
  }

 private:
  static bool GapBehind(const ComparedQuote& side, WordRange words) {
    return words.end < side.size() && side.text->words[words.end].gap_before;
  }
  void TrimEnds();
  bool TrimEnd(bool head);
  void BuildRuns();
  void Count();
  uint32_t RegionContent() const;
  bool Related() const;
  bool ExtendEdge(bool head);

  const ComparedQuote* left_ = nullptr;
  const ComparedQuote* right_ = nullptr;
  AlignScratch align_;
  std::vector<AlignStep> steps_;
  std::vector<AlignStep> edge_;
  std::vector<QuoteRun> runs_;
  WordRange left_part_, right_part_;
  uint32_t common_words_ = 0;
  uint32_t matched_ = 0;  // words with a partner
  uint32_t exact_ = 0;    // save synonyms
  uint32_t longest_ = 0;
  uint32_t longest_content_ = 0;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_QUOTE_ALIGNED_PART_H_
