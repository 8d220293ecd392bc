#include "rules/link/quote_alignment.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"
#include "claims/text/tokens.h"
#include "rules/link/quote_subject.h"
#include "rules/link/quote_words.h"
#include "rules/link/word_alignment.h"

namespace claimcheck {
namespace {

// A cut of fewer words is a matter of wording.
constexpr uint32_t kCutWords = 3, kCutContent = 2;
// An ellipsis that hides no more words than this is looked into for a "not".
constexpr uint32_t kShortGap = 4;
// How many words beyond the aligned part are shown as changed.
constexpr uint32_t kEdgeWords = 12;

struct Side {
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
struct Run {
  bool same = false;
  WordRange left, right;
  uint32_t first_step = 0;
  uint32_t end_step = 0;
};

struct Scratch {
  Side left, right;
  AlignScratch align;
  std::vector<AlignStep> steps;
  std::vector<AlignStep> edge;
  std::vector<Run> runs;
  std::string joined[2];
};

TokenRange Tokens(const Side& side, WordRange words) {
  if (words.size() == 0) {
    // Where they would stand: behind the word before.
    const uint32_t at = words.begin > 0
                            ? side.text->info[words.begin - 1].token + 1
                            : side.quote->tokens.begin;
    return {at, at};
  }
  return {side.text->info[words.begin].token,
          side.text->info[words.end - 1].token + 1};
}

class Comparison {
 public:
  explicit Comparison(Scratch* s)
      : s_(*s), left_(s->left), right_(s->right), steps_(s->steps) {}

  QuoteComparison Run() {
    result_.compared_words = std::min(left_.size(), right_.size());
    if (result_.compared_words == 0) return result_;
    AlignWords(left_.text->words, right_.text->words, &s_.align, &steps_);
    TrimEnds();
    if (steps_.empty()) return result_;
    BuildRuns();
    Count();
    if (!Related()) return result_;
    result_.related = true;
    if (ExtendEdge(/*head=*/true) + ExtendEdge(/*head=*/false) > 0) {
      BuildRuns();
      Count();
    }
    for (const struct Run& run : s_.runs) {
      if (!run.same) JudgeRun(run);
    }
    JudgeEdge(/*head=*/true);
    JudgeEdge(/*head=*/false);
    JudgeCoverage();
    JudgeCutEnd();
    JudgeSubject();
    std::sort(result_.differences.begin(), result_.differences.end());
    result_.differences.erase(
        std::unique(result_.differences.begin(), result_.differences.end()),
        result_.differences.end());
    return std::move(result_);
  }

 private:
  using Difference = QuoteDifference;

  void Found(Difference d) { result_.differences.push_back(d); }
  bool Has(Difference d) const {
    return std::find(result_.differences.begin(), result_.differences.end(),
                     d) != result_.differences.end();
  }

  // A lone word at the end of the aligned part, with more beside it that does
  // not match than it is worth, is there by chance.
  void TrimEnds() {
    while (TrimEnd(/*head=*/true) || TrimEnd(/*head=*/false)) {
    }
  }
  bool TrimEnd(bool head) {
    const size_t size = steps_.size();
    const auto at = [&](size_t k) -> const AlignStep& {
      return steps_[head ? k : size - 1 - k];
    };
    size_t run = 0;
    uint32_t content = 0;
    while (run < size && at(run).match != WordMatch::kNone) {
      content += left_.text->words[at(run).left].content &&
                 right_.text->words[at(run).right].content;
      ++run;
    }
    if (run == size || content > 1 || run > 3) return false;
    size_t gap = run;
    while (gap < size && at(gap).match == WordMatch::kNone) ++gap;
    // An ellipsis stands before the word behind the gap.
    const AlignStep& behind = head ? at(gap) : at(run - 1);
    const bool left_gap = left_.text->words[behind.left].gap_before;
    const bool right_gap = right_.text->words[behind.right].gap_before;
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

  void BuildRuns() {
    s_.runs.clear();
    uint32_t l = steps_.front().left, r = steps_.front().right;
    region_left_ = {l, l};
    region_right_ = {r, r};
    for (uint32_t i = 0; i < steps_.size(); ++i) {
      const AlignStep& step = steps_[i];
      const bool same = step.match == WordMatch::kSame;
      if (s_.runs.empty() || s_.runs.back().same != same) {
        struct Run run;
        run.same = same;
        run.left = {l, l};
        run.right = {r, r};
        run.first_step = i;
        s_.runs.push_back(run);
      }
      if (step.left != kNone) l = step.left + 1;
      if (step.right != kNone) r = step.right + 1;
      s_.runs.back().left.end = l;
      s_.runs.back().right.end = r;
      s_.runs.back().end_step = i + 1;
    }
    region_left_.end = l;
    region_right_.end = r;
  }

  void Count() {
    matched_ = exact_ = longest_ = longest_content_ = result_.common_words = 0;
    uint32_t verbatim = 0, verbatim_content = 0;
    for (const AlignStep& step : steps_) {
      if (step.match == WordMatch::kNone) {
        verbatim = verbatim_content = 0;
        continue;
      }
      const bool content = left_.text->words[step.left].content &&
                           right_.text->words[step.right].content;
      ++matched_;
      exact_ += step.match >= WordMatch::kStem;
      result_.common_words += content;
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
  uint32_t RegionContent() const {
    uint32_t left = left_.Content(region_left_.begin, region_left_.end);
    uint32_t right = right_.Content(region_right_.begin, region_right_.end);
    for (const struct Run& run : s_.runs) {
      if (run.same) continue;
      if (LeftGap(run)) right -= right_.Content(run.right.begin, run.right.end);
      if (RightGap(run)) left -= left_.Content(run.left.begin, run.left.end);
    }
    return std::max(left, right);
  }

  bool Related() const {
    const uint32_t c = result_.common_words;
    const uint32_t shorter = result_.compared_words;
    // A fragment, whole and in one piece.
    if (exact_ == shorter && longest_ == shorter && c >= 2) return true;
    if (shorter < 4) return false;
    if (longest_ == shorter && c >= 1) return true;
    const uint32_t content = std::min(left_.Content(0, left_.size()),
                                      right_.Content(0, right_.size()));
    const uint32_t region = RegionContent();
    // Most of the shorter one, and nothing like as much between it.
    if (matched_ >= 5 && c >= 3 && c * 5 >= content * 3 && c * 5 >= region * 2) {
      return true;
    }
    // A short remark, word for word but for one or two.
    if (exact_ >= 5 && c >= 2 && exact_ + 2 >= shorter &&
        exact_ + 3 >= std::max(left_.size(), right_.size())) {
      return true;
    }
    // Part of both: a long run of words, or many close together.
    if (longest_ >= 8 && longest_content_ >= 4) return true;
    return c >= 6 && c * 10 >= region * 7;
  }

  bool LeftGap(const struct Run& run) const {
    return run.left.end < left_.size() &&
           left_.text->words[run.left.end].gap_before;
  }
  bool RightGap(const struct Run& run) const {
    return run.right.end < right_.size() &&
           right_.text->words[run.right.end].gap_before;
  }

  void Show(DiffRun::Op op, WordRange left, WordRange right) {
    DiffRun run;
    run.op = op;
    run.left = Tokens(left_, left);
    run.right = Tokens(right_, right);
    result_.diff.push_back(run);
  }

  // True when the words of a run differ in the way they are written only.
  bool WrittenOtherwise(const struct Run& run) {
    bool forms = true;
    for (uint32_t i = run.first_step; i < run.end_step && forms; ++i) {
      const AlignStep& step = steps_[i];
      forms = step.left != kNone && step.right != kNone &&
              SameButSpelling(left_.Folded(step.left),
                              right_.Folded(step.right));
    }
    if (forms) return true;
    // "Isis's", "Isis'".
    if (run.left.size() + run.right.size() == 1) {
      const Side& side = run.left.size() == 1 ? left_ : right_;
      const uint32_t at = run.left.size() == 1 ? run.left.begin : run.right.begin;
      return at > 0 && side.Folded(at) == "'s" &&
             absl::EndsWith(side.Folded(at - 1), "s");
    }
    // "multi-polar" and "multipolar", "it's" and "it has".
    if (run.left.size() == 0 || run.right.size() == 0 ||
        run.left.size() + run.right.size() > 6) {
      return false;
    }
    if (run.left.size() == 1 && run.right.size() == 1 &&
        (SameContraction(left_, run.left.begin, right_, run.right.begin) ||
         SameContraction(right_, run.right.begin, left_, run.left.begin))) {
      return true;
    }
    return run.left.size() != run.right.size() &&
           SameLetters(run.left, run.right);
  }
  bool SameLetters(WordRange l, WordRange r) {
    return Join(left_, l, &s_.joined[0]) && Join(right_, r, &s_.joined[1]) &&
           s_.joined[0] == s_.joined[1];
  }
  static bool SameContraction(const Side& a, uint32_t i, const Side& b,
                              uint32_t j) {
    const absl::string_view x = a.Folded(i), y = b.Folded(j);
    return (x == "'s" && (y == "has" || y == "is")) ||
           (x == "'d" && (y == "had" || y == "would"));
  }
  static bool Join(const Side& side, WordRange words, std::string* out) {
    out->clear();
    for (uint32_t w = words.begin; w < words.end; ++w) {
      const uint32_t token = side.text->info[w].token;
      if (side.doc->text.tokens[token].kind == TokenKind::kNumber) return false;
      const absl::string_view folded = side.Folded(w);
      out->append(folded.data(), folded.size());
    }
    return true;
  }

  static bool OnlyLight(const Side& side, WordRange words) {
    for (uint32_t w = words.begin; w < words.end; ++w) {
      if (!side.text->info[w].light) return false;
    }
    return true;
  }

  bool TurnedRound(const struct Run& run) const {
    // A negation that only moved is somewhere on both sides.
    if (left_.Negations(run.left.begin, run.left.end) !=
            right_.Negations(run.right.begin, run.right.end) &&
        left_.Negations(region_left_.begin, region_left_.end) !=
            right_.Negations(region_right_.begin, region_right_.end)) {
      return true;
    }
    for (uint32_t i = run.first_step; i < run.end_step; ++i) {
      const AlignStep& step = steps_[i];
      if (step.left == kNone || step.right == kNone) continue;
      if (AreOpposites(left_.Folded(step.left), right_.Folded(step.right)) ||
          OtherDirection(step)) {
        return true;
      }
    }
    return false;
  }
  // "rise" and "fall": the lexicon knows their directions.
  bool OtherDirection(const AlignStep& step) const {
    const LexHit* a = left_.doc->lex.Find(left_.text->info[step.left].token,
                                          Lex::kChange);
    const LexHit* b = right_.doc->lex.Find(right_.text->info[step.right].token,
                                           Lex::kChange);
    return a != nullptr && b != nullptr && a->tokens == 1 && b->tokens == 1 &&
           a->entry->id != b->entry->id && !a->entry->id.empty() &&
           !b->entry->id.empty();
  }

  // What an ellipsis or insertion leaves out is no change, but for a "not".
  bool JudgeGap(const struct Run& run) {
    const bool left = LeftGap(run) && OnlyLight(left_, run.left);
    const bool right = RightGap(run) && OnlyLight(right_, run.right);
    if (!left && !right) return false;
    const Side& side = left ? right_ : left_;
    const WordRange hidden = left ? run.right : run.left;
    bool one_clause = hidden.size() <= kShortGap;
    for (uint32_t w = hidden.begin; w < hidden.end; ++w) {
      one_clause &= !side.text->info[w].clause_start;
    }
    if (one_clause && side.Negations(hidden.begin, hidden.end) % 2 == 1) {
      Found(Difference::kPolarity);
    }
    return true;
  }

  void JudgeRun(const struct Run& run) {
    if (JudgeGap(run)) return;
    if (WrittenOtherwise(run) ||
        (OnlyLight(left_, run.left) && OnlyLight(right_, run.right))) {
      Found(Difference::kTypographic);
      return;
    }
    if (TurnedRound(run)) Found(Difference::kPolarity);
    if (run.left.size() > 0 && run.right.size() > 0) {
      Found(Difference::kReworded);
      return;
    }
    const Side& side = run.left.size() > 0 ? left_ : right_;
    const WordRange words = run.left.size() > 0 ? run.left : run.right;
    const bool cut = words.size() >= kCutWords ||
                     side.Content(words.begin, words.end) >= kCutContent;
    Found(cut ? Difference::kCut : Difference::kReworded);
  }

  // The words of one side before or behind the aligned part, in its sentence.
  WordRange EdgeWords(const Side& side, WordRange region, bool head) const {
    const std::vector<QuoteWordInfo>& info = side.text->info;
    if (head) {
      uint32_t w = region.begin;
      while (w > 0 && !info[w].sentence_start) --w;
      return {w, region.begin};
    }
    uint32_t w = region.end;
    while (w < side.size() && !info[w].sentence_start) ++w;
    return {region.end, w};
  }

  // Words that only tie a fragment to the sentence it was grown into.
  static bool Glue(const Side& side, WordRange words) {
    return words.size() <= 3 && side.Content(words.begin, words.end) == 0 &&
           side.Negations(words.begin, words.end) == 0;
  }

  // A local alignment gives up a few function words at its ends for a change
  // between them: "We do not want" against "We want".  Takes them in again when
  // both sentences have only a few words left there and begin (or end) with the
  // same one or share one that carries meaning.
  bool ExtendEdge(bool head) {
    const WordRange l = EdgeWords(left_, region_left_, head);
    const WordRange r = EdgeWords(right_, region_right_, head);
    if (l.size() == 0 || r.size() == 0 || l.size() > kEdgeWords ||
        r.size() > kEdgeWords) {
      return false;
    }
    bool common = CompareWords(left_.text->words[head ? l.begin : l.end - 1],
                               right_.text->words[head ? r.begin : r.end - 1]) !=
                  WordMatch::kNone;
    // Longest common subsequence of the words from (i, j) on.
    uint8_t lcs[kEdgeWords + 1][kEdgeWords + 1] = {};
    const auto match = [&](uint32_t i, uint32_t j) {
      return CompareWords(left_.text->words[l.begin + i],
                          right_.text->words[r.begin + j]);
    };
    for (uint32_t i = l.size(); i-- > 0;) {
      for (uint32_t j = r.size(); j-- > 0;) {
        if (match(i, j) >= WordMatch::kStem) {
          lcs[i][j] = lcs[i + 1][j + 1] + 1;
          common |= left_.text->words[l.begin + i].content;
        } else {
          lcs[i][j] = std::max(lcs[i + 1][j], lcs[i][j + 1]);
        }
      }
    }
    if (!common) return false;
    s_.edge.clear();
    for (uint32_t i = 0, j = 0; i < l.size() || j < r.size();) {
      if (i < l.size() && j < r.size() && match(i, j) >= WordMatch::kStem) {
        s_.edge.push_back({l.begin + i, r.begin + j, match(i, j)});
        ++i, ++j;
      } else if (j == r.size() ||
                 (i < l.size() && lcs[i + 1][j] >= lcs[i][j + 1])) {
        s_.edge.push_back({l.begin + i++, kNone, WordMatch::kNone});
      } else {
        s_.edge.push_back({kNone, r.begin + j++, WordMatch::kNone});
      }
    }
    // What lies beyond the outermost common word is no part of it.
    const auto lone = [](const AlignStep& s) {
      return s.match == WordMatch::kNone;
    };
    if (head) {
      s_.edge.erase(s_.edge.begin(),
                    std::find_if_not(s_.edge.begin(), s_.edge.end(), lone));
      steps_.insert(steps_.begin(), s_.edge.begin(), s_.edge.end());
    } else {
      while (lone(s_.edge.back())) s_.edge.pop_back();
      steps_.insert(steps_.end(), s_.edge.begin(), s_.edge.end());
    }
    return true;
  }

  // Both go on beyond the aligned part, each with words of its own.
  void JudgeEdge(bool head) {
    WordRange l = EdgeWords(left_, region_left_, head);
    WordRange r = EdgeWords(right_, region_right_, head);
    if (Glue(left_, l) || Glue(right_, r)) return;
    if (head ? left_.text->words[region_left_.begin].gap_before ||
                   right_.text->words[region_right_.begin].gap_before
             : left_.text->words[l.begin].gap_before ||
                   right_.text->words[r.begin].gap_before) {
      return;
    }
    if (l.size() + r.size() <= 8 && SameLetters(l, r)) {
      (head ? region_left_.begin : region_left_.end) = head ? l.begin : l.end;
      (head ? region_right_.begin : region_right_.end) = head ? r.begin : r.end;
      Found(Difference::kTypographic);
      return;
    }
    // More that differs than that agrees: other sentences about one thing.
    const uint32_t other =
        std::min(left_.Content(l.begin, l.end), right_.Content(r.begin, r.end));
    if (other > result_.common_words) return;
    Found(Difference::kReworded);
    const uint32_t shown = std::min(kEdgeWords, std::min(l.size(), r.size()) + 2);
    if (head) {
      l.begin = l.end - std::min(l.size(), shown);
      r.begin = r.end - std::min(r.size(), shown);
      edge_head_left_ = l;
      edge_head_right_ = r;
    } else {
      l.end = l.begin + std::min(l.size(), shown);
      r.end = r.begin + std::min(r.size(), shown);
      edge_tail_left_ = l;
      edge_tail_right_ = r;
    }
  }

  static bool Covered(const Side& side, WordRange region) {
    return Glue(side, {0, region.begin}) && Glue(side, {region.end, side.size()});
  }

  void JudgeCoverage() {
    const bool changed = Has(Difference::kReworded) || Has(Difference::kCut) ||
                         Has(Difference::kPolarity);
    if (!changed) {
      const bool whole = region_left_.size() == left_.size() &&
                         region_right_.size() == right_.size();
      if (!whole) {
        Found(Difference::kPartial);
      } else if (!Has(Difference::kTypographic)) {
        Found(SameMarks() ? Difference::kSameWords : Difference::kTypographic);
      }
    }
    WriteDiff();
  }

  // True when the tokens between the first and the last word are the same.
  bool SameMarks() const {
    const TokenizedText& a = left_.doc->text;
    const TokenizedText& b = right_.doc->text;
    const TokenRange l = Tokens(left_, {0, left_.size()});
    const TokenRange r = Tokens(right_, {0, right_.size()});
    if (l.size() != r.size()) return false;
    for (uint32_t i = 0; i < l.size(); ++i) {
      if (a.tokens[l.begin + i].word != b.tokens[r.begin + i].word) return false;
    }
    return true;
  }

  void WriteDiff() {
    if (edge_head_left_.size() > 0) {
      Show(DiffRun::kChanged, edge_head_left_, edge_head_right_);
    }
    for (const struct Run& run : s_.runs) {
      Show(run.same                ? DiffRun::kSame
           : run.right.size() == 0 ? DiffRun::kRemoved
           : run.left.size() == 0  ? DiffRun::kAdded
                                   : DiffRun::kChanged,
           run.left, run.right);
    }
    if (edge_tail_left_.size() > 0) {
      Show(DiffRun::kChanged, edge_tail_left_, edge_tail_right_);
    }
  }

  // One stops where the other goes on in the same sentence.
  void JudgeCutEnd() {
    const auto cut = [](const Side& a, WordRange in_a, const Side& b,
                        WordRange in_b) {
      return a.text->stop_at_end && in_a.end == a.size() &&
             in_b.end < b.size() && !b.text->info[in_b.end].sentence_start &&
             !b.text->words[in_b.end].gap_before;
    };
    if (cut(left_, region_left_, right_, region_right_) ||
        cut(right_, region_right_, left_, region_left_)) {
      Found(Difference::kCutEnd);
    }
  }

  void JudgeSubject() {
    if (!JudgeGraft(left_, region_left_, right_, region_right_,
                    &result_.left_subject, &result_.right_subject)) {
      JudgeGraft(right_, region_right_, left_, region_left_,
                 &result_.right_subject, &result_.left_subject);
    }
  }
  bool JudgeGraft(const Side& part, WordRange in_part, const Side& whole,
                  WordRange in_whole, Span* part_subject,
                  Span* whole_subject) {
    if (in_part.begin != 0 || in_whole.begin == 0 ||
        whole.text->info[in_whole.begin].sentence_start) {
      return false;
    }
    const QuoteSubject writers = SubjectBefore(*part.doc, *part.quote);
    if (writers.span.empty()) return false;
    const QuoteSubject speakers =
        SubjectWithin(*whole.doc, *whole.quote,
                      whole.text->info[in_whole.begin].token);
    if (!SubjectsDiffer(*part.doc, writers, *whole.doc, speakers)) return false;
    *part_subject = writers.span;
    *whole_subject = speakers.span;
    Found(Difference::kSubjectGrafted);
    return true;
  }

  Scratch& s_;
  const Side& left_;
  const Side& right_;
  std::vector<AlignStep>& steps_;
  QuoteComparison result_;
  WordRange region_left_, region_right_;
  WordRange edge_head_left_, edge_head_right_;
  WordRange edge_tail_left_, edge_tail_right_;
  uint32_t matched_ = 0;  // words with a partner
  uint32_t exact_ = 0;    // save synonyms
  uint32_t longest_ = 0;
  uint32_t longest_content_ = 0;
};

// True when the sides must change places: the comparison is made from the
// shorter side (the smaller, word by word, when they are as long), so that its
// answer does not depend on which is called left.
bool Swapped(const QuoteWords& left, const QuoteWords& right) {
  if (left.words.size() != right.words.size()) {
    return left.words.size() > right.words.size();
  }
  for (size_t i = 0; i < left.words.size(); ++i) {
    if (left.words[i].key != right.words[i].key) {
      return left.words[i].key > right.words[i].key;
    }
  }
  return false;
}

void Mirror(QuoteComparison* c) {
  for (DiffRun& run : c->diff) {
    std::swap(run.left, run.right);
    if (run.op == DiffRun::kRemoved) {
      run.op = DiffRun::kAdded;
    } else if (run.op == DiffRun::kAdded) {
      run.op = DiffRun::kRemoved;
    }
  }
  std::swap(c->left_subject, c->right_subject);
}

}  // namespace

QuoteComparison CompareQuotes(const QuoteText& left, const QuoteText& right) {
  static thread_local Scratch scratch;
  const bool swapped = Swapped(*left.words, *right.words);
  const QuoteText& first = swapped ? right : left;
  const QuoteText& second = swapped ? left : right;
  scratch.left = {first.doc, first.quote, first.words};
  scratch.right = {second.doc, second.quote, second.words};
  QuoteComparison result = Comparison(&scratch).Run();
  if (swapped) Mirror(&result);
  return result;
}

QuoteComparison CompareQuotes(const DocumentAnalysis& left_doc,
                              const Quote& left,
                              const DocumentAnalysis& right_doc,
                              const Quote& right) {
  static thread_local QuoteWords left_words, right_words;
  ReadQuoteWords(left_doc, left, &left_words);
  ReadQuoteWords(right_doc, right, &right_words);
  return CompareQuotes({&left_doc, &left, &left_words},
                       {&right_doc, &right, &right_words});
}

}  // namespace claimcheck
