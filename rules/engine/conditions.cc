#include "rules/engine/conditions.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "claims/base/check.h"

namespace claimcheck {
namespace {

using v1::Condition;

}  // namespace

v1::Step::Truth ToStep(Truth truth) {
  return truth == Truth::kYes  ? v1::Step::YES
         : truth == Truth::kNo ? v1::Step::NO
                               : v1::Step::UNKNOWN;
}

bool EvaluationScratch::SentenceMatches(const Corpus& corpus, ClaimRef ref,
                                        int pattern) {
  return SentenceMatches(corpus, ref.document, corpus.claim(ref).sentence,
                         pattern);
}

bool EvaluationScratch::SentenceMatches(const Corpus& corpus, uint32_t document,
                                        uint32_t sentence, int pattern) {
  if (matches_.size() <= document) matches_.resize(corpus.size());
  std::vector<SentencePatterns>& of_document = matches_[document];
  const TokenizedText& text = corpus.document(document).text;
  if (of_document.empty()) of_document.resize(text.sentences.size());
  SentencePatterns& patterns = of_document[sentence];
  if (!patterns.read) {
    patterns.read = true;
    patterns_.Match(text.Text(text.sentences[sentence].span), &matched_);
    for (size_t i = 0; i < matched_.size(); ++i) {
      if (matched_[i]) patterns.found.push_back(static_cast<int>(i));
    }
  }
  return std::binary_search(patterns.found.begin(), patterns.found.end(),
                            pattern);
}

ConditionFunction FindConditionFunction(Condition::KindCase kind) {
  switch (kind) {
    case Condition::kValues:
      return EvaluateValues;
    case Condition::kTimes:
      return EvaluateTimes;
    case Condition::kPlaces:
      return EvaluatePlaces;
    case Condition::kSame:
      return EvaluateSame;
    case Condition::kFactuality:
      return EvaluateFactuality;
    case Condition::kAttribution:
      return EvaluateAttribution;
    case Condition::kDocuments:
      return EvaluateDocuments;
    case Condition::kText:
      return EvaluateText;
    case Condition::kQuotes:
      return EvaluateQuotes;
    case Condition::kWeekdayAgrees:
      return EvaluateWeekdayAgrees;
    case Condition::kDateExists:
      return EvaluateDateExists;
    case Condition::kInZone:
      return EvaluateInZone;
    case Condition::kSameInstance:
      return EvaluateSameInstance;
    case Condition::kWords:
      return EvaluateWords;
    case Condition::kElapsed:
      return EvaluateElapsed;
    case Condition::kCountOfList:
      return EvaluateCountOfList;
    case Condition::kSum:
      return EvaluateSum;
    case Condition::kPercentChange:
      return EvaluatePercentChange;
    case Condition::kOrderOfEvents:
      return EvaluateOrderOfEvents;
    case Condition::kPercentOf:
      return EvaluatePercentOf;
    case Condition::kMultiple:
      return EvaluateMultiple;
    case Condition::kConversion:
      return EvaluateConversion;
    case Condition::kRangeOrder:
      return EvaluateRangeOrder;
    case Condition::kAge:
      return EvaluateAge;
    case Condition::kAnniversary:
      return EvaluateAnniversary;
    case Condition::kAverageSpeed:
      return EvaluateAverageSpeed;
    case Condition::kNames:
      return EvaluateNames;
    case Condition::kHeld:
      return EvaluateHeld;
    case Condition::kCovered:
      return EvaluateCovered;
    case Condition::kDeparts:
      return EvaluateDeparts;
    case Condition::kSurroundings:
      return EvaluateSurroundings;
    case Condition::kFlaw:
      return EvaluateFlaw;
    case Condition::kAll:
    case Condition::kAny:
    case Condition::kNot:
    case Condition::KIND_NOT_SET:
      return nullptr;
  }
  return nullptr;
}

// Depth is bounded by the validator, so recursion is too.
Truth EvaluateCondition(const ConditionNode& node, const RuleSides& sides,
                        EvaluationScratch* scratch) {
  switch (node.traits->kind) {
    case Condition::kAll: {
      Truth truth = Truth::kYes;
      for (uint32_t i : node.by_cost) {
        truth = And(truth, EvaluateCondition(node.children[i], sides, scratch));
        if (truth == Truth::kNo) return truth;
      }
      return truth;
    }
    case Condition::kAny: {
      Truth truth = Truth::kNo;
      for (uint32_t i : node.by_cost) {
        truth = Or(truth, EvaluateCondition(node.children[i], sides, scratch));
        if (truth == Truth::kYes) return truth;
      }
      return truth;
    }
    case Condition::kNot:
      return Not(EvaluateCondition(node.children[0], sides, scratch));
    default:
      return FindConditionFunction(node.traits->kind)(node, sides, scratch,
                                                      nullptr);
  }
}

Truth ProveCondition(const ConditionNode& node, const RuleSides& sides,
                     EvaluationScratch* scratch, v1::Step* step) {
  step->set_path(node.path);
  Truth truth = Truth::kUnknown;
  switch (node.traits->kind) {
    case Condition::kAll:
      truth = Truth::kYes;
      for (const ConditionNode& child : node.children) {
        truth = And(truth,
                    ProveCondition(child, sides, scratch, step->add_parts()));
      }
      step->set_text("all of these");
      break;
    case Condition::kAny:
      truth = Truth::kNo;
      for (const ConditionNode& child : node.children) {
        truth =
            Or(truth, ProveCondition(child, sides, scratch, step->add_parts()));
      }
      step->set_text("any of these");
      break;
    case Condition::kNot:
      truth = Not(
          ProveCondition(node.children[0], sides, scratch, step->add_parts()));
      step->set_text("not so");
      break;
    default:
      truth = FindConditionFunction(node.traits->kind)(node, sides, scratch,
                                                       step->mutable_text());
  }
  step->set_truth(ToStep(truth));
  return truth;
}

}  // namespace claimcheck
