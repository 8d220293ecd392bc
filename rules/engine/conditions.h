#ifndef CLAIMCHECK_RULES_ENGINE_CONDITIONS_H_
#define CLAIMCHECK_RULES_ENGINE_CONDITIONS_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claims/text/span.h"
#include "claims/value/truth.h"
#include "rules/engine/compiled_rule.h"
#include "rules/engine/pattern_set.h"
#include "rules/link/corpus.h"
#include "claims/extract/flaws.h"
#include "rules/link/detail.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// What a sentence rule looks at.
struct SentencePlace {
  uint32_t document = 0;
  uint32_t sentence = 0;
  absl::Span<const TextFlaw> flaws;  // of that sentence
  Span decisive;  // of the flaw that is told; empty: the whole sentence
  Span other;     // the other place that it is told of
};

// The claims that a rule looks at.
struct RuleSides {
  const Corpus* corpus = nullptr;
  ClaimRef left;
  ClaimRef right;  // equal to left in rules with one claim
  const ClaimLink* link = nullptr;
  // Of detail rules, which have no claims.
  const Detail* detail = nullptr;
  // Of sentence rules, likewise.
  const SentencePlace* place = nullptr;

  const DocumentAnalysis& document(ClaimRef ref) const {
    return corpus->document(ref.document);
  }
  const ClaimRecord& claim(ClaimRef ref) const { return corpus->claim(ref); }
  // The link's comparison of quotations has its own left and right.
  bool mirrored() const { return link != nullptr && link->left == right; }
};

// What the evaluation of one run remembers.  One a thread.
class EvaluationScratch {
 public:
  explicit EvaluationScratch(const PatternSet& patterns)
      : patterns_(patterns) {}

  // Whether a pattern of the rule set is found in the sentence of a claim.  All
  // patterns run over a sentence at once, at most once.
  bool SentenceMatches(const Corpus& corpus, ClaimRef ref, int pattern);
  bool SentenceMatches(const Corpus& corpus, uint32_t document,
                       uint32_t sentence, int pattern);

  // Places in the document of the left claim that a passage condition looked
  // at; cleared by the evaluator before each proof.
  std::vector<Span> context;
  // Flaws that a condition on a sentence accepted, likewise.
  std::vector<TextFlaw> flaws;
  // Working memory of conditions; holds nothing between two of them.
  std::vector<uint32_t> left_ids;
  std::vector<uint32_t> right_ids;

 private:
  // The patterns that are found in a sentence: mostly none of a thousand, and a
  // thousand rules ask one after another, each for all sentences in turn.
  struct SentencePatterns {
    bool read = false;
    std::vector<int> found;  // ascending
  };

  const PatternSet& patterns_;
  std::vector<std::vector<SentencePatterns>> matches_;  // document, sentence
  std::vector<bool> matched_;  // of one sentence
};

// Evaluates one condition, not all, any or not.  When `text` is not null it
// gets a sentence that says what was found, made of the values: "18 June 2024
// and 19 June 2024 lie apart".  The sentence is true whatever the outcome.
using ConditionFunction = Truth (*)(const ConditionNode& node,
                                    const RuleSides& sides,
                                    EvaluationScratch* scratch,
                                    std::string* text);

// The function for a kind of condition; null for all, any, not and none.
ConditionFunction FindConditionFunction(v1::Condition::KindCase kind);

// Evaluates a condition and what is below it, cheapest children first, stopping
// as soon as the outcome is certain.
Truth EvaluateCondition(const ConditionNode& node, const RuleSides& sides,
                        EvaluationScratch* scratch);
// The same, but visits every condition and writes how each came out.
Truth ProveCondition(const ConditionNode& node, const RuleSides& sides,
                     EvaluationScratch* scratch, v1::Step* step);

v1::Step::Truth ToStep(Truth truth);

// --- The kinds of condition, in conditions_*.cc, passages_*.cc and details.cc.

#define CLAIMCHECK_DECLARE_CONDITION(Name)                      \
  Truth Name(const ConditionNode& node, const RuleSides& sides, \
             EvaluationScratch* scratch, std::string* text)

CLAIMCHECK_DECLARE_CONDITION(EvaluateValues);
CLAIMCHECK_DECLARE_CONDITION(EvaluateTimes);
CLAIMCHECK_DECLARE_CONDITION(EvaluatePlaces);
CLAIMCHECK_DECLARE_CONDITION(EvaluateSame);
CLAIMCHECK_DECLARE_CONDITION(EvaluateFactuality);
CLAIMCHECK_DECLARE_CONDITION(EvaluateAttribution);
CLAIMCHECK_DECLARE_CONDITION(EvaluateDocuments);
CLAIMCHECK_DECLARE_CONDITION(EvaluateText);
CLAIMCHECK_DECLARE_CONDITION(EvaluateQuotes);
CLAIMCHECK_DECLARE_CONDITION(EvaluateWeekdayAgrees);
CLAIMCHECK_DECLARE_CONDITION(EvaluateDateExists);
CLAIMCHECK_DECLARE_CONDITION(EvaluateInZone);
CLAIMCHECK_DECLARE_CONDITION(EvaluateSameInstance);
CLAIMCHECK_DECLARE_CONDITION(EvaluateWords);
CLAIMCHECK_DECLARE_CONDITION(EvaluateElapsed);
CLAIMCHECK_DECLARE_CONDITION(EvaluateCountOfList);
CLAIMCHECK_DECLARE_CONDITION(EvaluateSum);
CLAIMCHECK_DECLARE_CONDITION(EvaluatePercentChange);
CLAIMCHECK_DECLARE_CONDITION(EvaluateOrderOfEvents);
CLAIMCHECK_DECLARE_CONDITION(EvaluatePercentOf);
CLAIMCHECK_DECLARE_CONDITION(EvaluateMultiple);
CLAIMCHECK_DECLARE_CONDITION(EvaluateConversion);
CLAIMCHECK_DECLARE_CONDITION(EvaluateRangeOrder);
CLAIMCHECK_DECLARE_CONDITION(EvaluateAge);
CLAIMCHECK_DECLARE_CONDITION(EvaluateAnniversary);
CLAIMCHECK_DECLARE_CONDITION(EvaluateAverageSpeed);
CLAIMCHECK_DECLARE_CONDITION(EvaluateNames);
CLAIMCHECK_DECLARE_CONDITION(EvaluateHeld);
CLAIMCHECK_DECLARE_CONDITION(EvaluateCovered);
CLAIMCHECK_DECLARE_CONDITION(EvaluateDeparts);
CLAIMCHECK_DECLARE_CONDITION(EvaluateSurroundings);
CLAIMCHECK_DECLARE_CONDITION(EvaluateFlaw);

#undef CLAIMCHECK_DECLARE_CONDITION

// --- Shared by them

// Evaluates `one` for the claims that `side` names: LEFT (also when none is
// named), RIGHT, BOTH (and) or EITHER (or).  `one` gets a claim and the text to
// write.
template <typename OneSide>
Truth ForSides(v1::Side::Kind side, const RuleSides& sides, std::string* text,
               OneSide one) {
  if (side == v1::Side::RIGHT) return one(sides.right, text);
  if (side != v1::Side::BOTH && side != v1::Side::EITHER) {
    return one(sides.left, text);
  }
  std::string right_text;
  const Truth left = one(sides.left, text);
  const Truth right = one(sides.right, text == nullptr ? nullptr : &right_text);
  if (text != nullptr) {
    text->append("; ");
    text->append(right_text);
  }
  return side == v1::Side::BOTH ? And(left, right) : Or(left, right);
}

// "A and B lie apart", "A lies within B" ...
std::string DescribeRelation(absl::string_view left, absl::string_view right,
                             RangeRelation relation);

// What kind of zone a sentence stands in; KIND_UNSPECIFIED: running text.
v1::Zone::Kind ZoneOf(const DocumentAnalysis& doc, uint32_t sentence);

// The weekday, 1 Monday .. 7 Sunday, that a date falls on; none for what is not
// a full date by itself.
std::optional<int> WeekdayOfDate(const TimeValue& time);
absl::string_view WeekdayName(int weekday);

// True when `node` lists the value.
inline bool Accepts(const ConditionNode& node, int value) {
  return (node.accepted >> value & 1) != 0;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_CONDITIONS_H_
