#include "rules/link/quote_alignment.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"
#include "claims/text/tokens.h"
#include "rules/link/quote_aligned_part.h"
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
constexpr uint32_t kShownWords = 12;

struct Scratch {
  ComparedQuote left, right;
  AlignedPart part;
  std::string joined[2];
};

TokenRange Tokens(const ComparedQuote& side, WordRange words) {
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
      : s_(*s), left_(s->left), right_(s->right), part_(s->part) {}

  QuoteComparison Run() {
    result_.compared_words = std::min(left_.size(), right_.size());
    if (result_.compared_words == 0) return std::move(result_);
    result_.related = part_.Find(left_, right_);
    result_.common_words = part_.common_words();
    if (!result_.related) return std::move(result_);
    region_left_ = part_.left();
    region_right_ = part_.right();
    for (const QuoteRun& run : part_.runs()) {
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

  void Show(DiffRun::Op op, WordRange left, WordRange right) {
    DiffRun run;
    run.op = op;
    run.left = Tokens(left_, left);
    run.right = Tokens(right_, right);
    result_.diff.push_back(run);
  }

  // True when the words of a run differ in the way they are written only.
  bool WrittenOtherwise(const QuoteRun& run) {
    bool forms = true;
    for (uint32_t i = run.first_step; i < run.end_step && forms; ++i) {
      const AlignStep& step = part_.steps()[i];
      forms = step.left != kNone && step.right != kNone &&
              SameButSpelling(left_.Folded(step.left),
                              right_.Folded(step.right));
    }
    if (forms) return true;
    // "Isis's", "Isis'".
    if (run.left.size() + run.right.size() == 1) {
      const ComparedQuote& side = run.left.size() == 1 ? left_ : right_;
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
  static bool SameContraction(const ComparedQuote& a, uint32_t i, const ComparedQuote& b,
                              uint32_t j) {
    const absl::string_view x = a.Folded(i), y = b.Folded(j);
    return (x == "'s" && (y == "has" || y == "is")) ||
           (x == "'d" && (y == "had" || y == "would"));
  }
  static bool Join(const ComparedQuote& side, WordRange words, std::string* out) {
    out->clear();
    for (uint32_t w = words.begin; w < words.end; ++w) {
      const uint32_t token = side.text->info[w].token;
      if (side.doc->text.tokens[token].kind == TokenKind::kNumber) return false;
      const absl::string_view folded = side.Folded(w);
      out->append(folded.data(), folded.size());
    }
    return true;
  }

  static bool OnlyLight(const ComparedQuote& side, WordRange words) {
    for (uint32_t w = words.begin; w < words.end; ++w) {
      if (!side.text->info[w].light) return false;
    }
    return true;
  }

  bool TurnedRound(const QuoteRun& run) const {
    // A negation that only moved is somewhere on both sides.
    if (left_.Negations(run.left.begin, run.left.end) !=
            right_.Negations(run.right.begin, run.right.end) &&
        left_.Negations(region_left_.begin, region_left_.end) !=
            right_.Negations(region_right_.begin, region_right_.end)) {
      return true;
    }
    for (uint32_t i = run.first_step; i < run.end_step; ++i) {
      const AlignStep& step = part_.steps()[i];
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
  bool JudgeGap(const QuoteRun& run) {
    const bool left = part_.LeftGap(run) && OnlyLight(left_, run.left);
    const bool right = part_.RightGap(run) && OnlyLight(right_, run.right);
    if (!left && !right) return false;
    const ComparedQuote& side = left ? right_ : left_;
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

  void JudgeRun(const QuoteRun& run) {
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
    const ComparedQuote& side = run.left.size() > 0 ? left_ : right_;
    const WordRange words = run.left.size() > 0 ? run.left : run.right;
    const bool cut = words.size() >= kCutWords ||
                     side.Content(words.begin, words.end) >= kCutContent;
    Found(cut ? Difference::kCut : Difference::kReworded);
  }

  // Words that only tie a fragment to the sentence it was grown into.
  static bool Glue(const ComparedQuote& side, WordRange words) {
    return words.size() <= 3 && side.Content(words.begin, words.end) == 0 &&
           side.Negations(words.begin, words.end) == 0;
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
    const uint32_t shown = std::min(kShownWords, std::min(l.size(), r.size()) + 2);
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

  static bool Covered(const ComparedQuote& side, WordRange region) {
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
    for (const QuoteRun& run : part_.runs()) {
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
    const auto cut = [](const ComparedQuote& a, WordRange in_a, const ComparedQuote& b,
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
  bool JudgeGraft(const ComparedQuote& part, WordRange in_part,
                  const ComparedQuote& whole, WordRange in_whole,
                  Span* part_subject, Span* whole_subject) {
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
  const ComparedQuote& left_;
  const ComparedQuote& right_;
  AlignedPart& part_;
  QuoteComparison result_;
  // The aligned part, as it grows by what is only written otherwise beside it.
  WordRange region_left_, region_right_;
  WordRange edge_head_left_, edge_head_right_;
  WordRange edge_tail_left_, edge_tail_right_;
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
