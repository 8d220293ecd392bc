#include "rules/link/quote_aligned_part.h"

#include <algorithm>

namespace claimcheck {
namespace {

// An end of a sentence with more words than this is not taken in.
constexpr uint32_t kEdgeWords = 12;

}  // namespace

WordRange EdgeWords(const ComparedQuote& side, WordRange part, bool head) {
  const std::vector<QuoteWordInfo>& info = side.text->info;
  if (head) {
    uint32_t w = part.begin;
    while (w > 0 && !info[w].sentence_start) --w;
    return {w, part.begin};
  }
  uint32_t w = part.end;
  while (w < side.size() && !info[w].sentence_start) ++w;
  return {part.end, w};
}

bool AlignedPart::Find(const ComparedQuote& left, const ComparedQuote& right) {
  left_ = &left;
  right_ = &right;
  common_words_ = 0;
  AlignWords(left.text->words, right.text->words, &align_, &steps_);
  TrimEnds();
  if (steps_.empty()) return false;
  BuildRuns();
  Count();
  if (!Related()) return false;
  if (ExtendEdge(/*head=*/true) + ExtendEdge(/*head=*/false) > 0) {
    BuildRuns();
    Count();
  }
  return true;
}

// A lone word at the end of the aligned part, with more beside it that does
// not match than it is worth, is there by chance.
void AlignedPart::TrimEnds() {
  while (TrimEnd(/*head=*/true) || TrimEnd(/*head=*/false)) {
  }
}

bool AlignedPart::TrimEnd(bool head) {
  const size_t size = steps_.size();
  const auto at = [&](size_t k) -> const AlignStep& {
    return steps_[head ? k : size - 1 - k];
  };
  size_t run = 0;
  uint32_t content = 0;
  while (run < size && at(run).match != WordMatch::kNone) {
    content += left_->text->words[at(run).left].content &&
               right_->text->words[at(run).right].content;
    ++run;
  }
  if (run == size || content > 1 || run > 3) return false;
  size_t gap = run;
  while (gap < size && at(gap).match == WordMatch::kNone) ++gap;
  // An ellipsis stands before the word behind the gap.
  const AlignStep& behind = head ? at(gap) : at(run - 1);
  const bool left_gap = left_->text->words[behind.left].gap_before;
  const bool right_gap = right_->text->words[behind.right].gap_before;
  uint32_t lacking = 0;
  for (size_t k = run; k < gap; ++k) {
    lacking += !((at(k).left == kNone && left_gap) ||
                 (at(k).right == kNone && right_gap));
  }
  if (lacking < 3 || lacking <= run) return false;
  if (head) {
    steps_.erase(steps_.begin(), steps_.begin() + gap);
  } else {
    steps_.resize(size - gap);
  }
  return true;
}

void AlignedPart::BuildRuns() {
  runs_.clear();
  uint32_t l = steps_.front().left, r = steps_.front().right;
  left_part_ = {l, l};
  right_part_ = {r, r};
  for (uint32_t i = 0; i < steps_.size(); ++i) {
    const AlignStep& step = steps_[i];
    const bool same = step.match == WordMatch::kSame;
    if (runs_.empty() || runs_.back().same != same) {
      QuoteRun run;
      run.same = same;
      run.left = {l, l};
      run.right = {r, r};
      run.first_step = i;
      runs_.push_back(run);
    }
    if (step.left != kNone) l = step.left + 1;
    if (step.right != kNone) r = step.right + 1;
    runs_.back().left.end = l;
    runs_.back().right.end = r;
    runs_.back().end_step = i + 1;
  }
  left_part_.end = l;
  right_part_.end = r;
}

void AlignedPart::Count() {
  matched_ = exact_ = longest_ = longest_content_ = common_words_ = 0;
  uint32_t verbatim = 0, verbatim_content = 0;
  for (const AlignStep& step : steps_) {
    if (step.match == WordMatch::kNone) {
      verbatim = verbatim_content = 0;
      continue;
    }
    const bool content = left_->text->words[step.left].content &&
                         right_->text->words[step.right].content;
    ++matched_;
    exact_ += step.match >= WordMatch::kStem;
    common_words_ += content;
    ++verbatim;
    verbatim_content += content;
    if (verbatim > longest_) {
      longest_ = verbatim;
      longest_content_ = verbatim_content;
    }
  }
}

// The content words of the aligned part that an ellipsis does not account
// for, on the side where there are more.
uint32_t AlignedPart::RegionContent() const {
  uint32_t left = left_->Content(left_part_.begin, left_part_.end);
  uint32_t right = right_->Content(right_part_.begin, right_part_.end);
  for (const QuoteRun& run : runs_) {
    if (run.same) continue;
    if (LeftGap(run)) right -= right_->Content(run.right.begin, run.right.end);
    if (RightGap(run)) left -= left_->Content(run.left.begin, run.left.end);
  }
  return std::max(left, right);
}

bool AlignedPart::Related() const {
  const uint32_t c = common_words_;
  const uint32_t shorter = std::min(left_->size(), right_->size());
  // A fragment, whole and in one piece.
  if (exact_ == shorter && longest_ == shorter && c >= 2) return true;
  if (shorter < 4) return false;
  if (longest_ == shorter && c >= 1) return true;
  const uint32_t content = std::min(left_->Content(0, left_->size()),
                                    right_->Content(0, right_->size()));
  const uint32_t region = RegionContent();
  // Most of the shorter one, and nothing like as much between it.
  if (matched_ >= 5 && c >= 3 && c * 5 >= content * 3 && c * 5 >= region * 2) {
    return true;
  }
  // A short remark, word for word but for one or two.  "I have great respect for the
  // referee", "for the fans": two of them, where little else carries it.
  const bool other_words = c < 3 && left_->Content(0, left_->size()) > c &&
                           right_->Content(0, right_->size()) > c;
  if (exact_ >= 5 && c >= 2 && !other_words && exact_ + 2 >= shorter &&
      exact_ + 3 >= std::max(left_->size(), right_->size())) {
    return true;
  }
  // Part of both: a long run of words, or many close together.
  if (longest_ >= 8 && longest_content_ >= 4) return true;
  return c >= 6 && c * 10 >= region * 7;
}

// A local alignment gives up a few function words at its ends for a change
// between them: "We do not want" against "We want".  Takes them in again when
// both sentences have only a few words left there and begin (or end) with the
// same one or share one that carries meaning.
bool AlignedPart::ExtendEdge(bool head) {
  const WordRange l = EdgeWords(*left_, left_part_, head);
  const WordRange r = EdgeWords(*right_, right_part_, head);
  if (l.size() == 0 || r.size() == 0 || l.size() > kEdgeWords ||
      r.size() > kEdgeWords) {
    return false;
  }
  bool common = CompareWords(left_->text->words[head ? l.begin : l.end - 1],
                             right_->text->words[head ? r.begin : r.end - 1]) !=
                WordMatch::kNone;
  // Longest common subsequence of the words from (i, j) on.
  uint8_t lcs[kEdgeWords + 1][kEdgeWords + 1] = {};
  const auto match = [&](uint32_t i, uint32_t j) {
    return CompareWords(left_->text->words[l.begin + i],
                        right_->text->words[r.begin + j]);
  };
  for (uint32_t i = l.size(); i-- > 0;) {
    for (uint32_t j = r.size(); j-- > 0;) {
      if (match(i, j) >= WordMatch::kStem) {
        lcs[i][j] = lcs[i + 1][j + 1] + 1;
        common |= left_->text->words[l.begin + i].content;
      } else {
        lcs[i][j] = std::max(lcs[i + 1][j], lcs[i][j + 1]);
      }
    }
  }
  if (!common) return false;
  edge_.clear();
  for (uint32_t i = 0, j = 0; i < l.size() || j < r.size();) {
    if (i < l.size() && j < r.size() && match(i, j) >= WordMatch::kStem) {
      edge_.push_back({l.begin + i, r.begin + j, match(i, j)});
      ++i, ++j;
    } else if (j == r.size() ||
               (i < l.size() && lcs[i + 1][j] >= lcs[i][j + 1])) {
      edge_.push_back({l.begin + i++, kNone, WordMatch::kNone});
    } else {
      edge_.push_back({kNone, r.begin + j++, WordMatch::kNone});
    }
  }
  // What lies beyond the outermost common word is no part of it.
  const auto lone = [](const AlignStep& s) {
    return s.match == WordMatch::kNone;
  };
  if (head) {
    edge_.erase(edge_.begin(),
                std::find_if_not(edge_.begin(), edge_.end(), lone));
    steps_.insert(steps_.begin(), edge_.begin(), edge_.end());
  } else {
    while (lone(edge_.back())) edge_.pop_back();
    steps_.insert(steps_.end(), edge_.begin(), edge_.end());
  }
  return true;
}

}  // namespace claimcheck
