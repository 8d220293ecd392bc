// Conditions on a detail of a draft: held, covered, departs, surroundings.

#include <string>

#include "absl/strings/str_cat.h"
#include "rules/engine/conditions.h"

namespace claimcheck {
namespace {

const char* Describe(DetailHeld held) {
  switch (held) {
    case DetailHeld::kSomewhere:
      return "the sources have it";
    case DetailHeld::kElsewhere:
      return "the sources have it";
    case DetailHeld::kPart:
      return "the sources have a part of it";
    default:
      return "no source has it";
  }
}

const char* Describe(Departure departure) {
  switch (departure) {
    case Departure::kValue:
      return "another value";
    case Departure::kName:
      return "another name";
    case Departure::kOpposite:
      return "the opposite";
    case Departure::kNegation:
      return "a negation that one of the two lacks";
    case Departure::kContrast:
      return "what excludes it";
    case Departure::kModifier:
      return "before the same noun what excludes it";
    case Departure::kOtherWord:
      return "a word that says something else";
    default:
      return "nothing else";
  }
}

// Between two texts of one story, whose words stand beside this.
const char* DescribeBetween(const Detail& detail) {
  switch (detail.departure) {
    case Departure::kValue:
      return "one thing, two values";
    case Departure::kName:
      return detail.kind == DetailKind::kSaid ? "one remark, two speakers"
                                              : "one thing, two names";
    case Departure::kOpposite:
      return "one is the opposite of the other";
    case Departure::kNegation:
      return "one of the two negates it";
    case Departure::kContrast:
    case Departure::kModifier:
      return "one excludes the other";
    case Departure::kGrew:
      return "the later text has more";
    case Departure::kSameDay:
      return "two numbers on one day";
    case Departure::kOtherWord:
      return "one thing, two words";
    default:
      return "told in one place, not told alike";
  }
}

}  // namespace

Truth EvaluateHeld(const ConditionNode& node, const RuleSides& sides,
                   EvaluationScratch*, std::string* text) {
  if (sides.detail == nullptr) return Truth::kUnknown;
  if (text != nullptr) *text = Describe(sides.detail->held);
  return FromBool(Accepts(node, static_cast<int>(sides.detail->held)));
}

Truth EvaluateCovered(const ConditionNode& node, const RuleSides& sides,
                      EvaluationScratch*, std::string* text) {
  if (sides.detail == nullptr) return Truth::kUnknown;
  const v1::Condition::Covered& condition = node.condition->covered();
  const int covered = sides.detail->covered;
  const int sentence = sides.detail->sentence_covered;
  if (text != nullptr) {
    *text = sides.detail->story
                ? absl::StrCat(covered, "% of the words are alike, by weight")
                : absl::StrCat("the sources have ", covered,
                               "% of its words, by weight");
    if (condition.has_sentence_below()) {
      absl::StrAppend(text, ", ", sentence, "% of its sentence's");
    }
  }
  return FromBool((!condition.has_below() ||
                   covered < static_cast<int>(condition.below())) &&
                  (!condition.has_at_least() ||
                   covered >= static_cast<int>(condition.at_least())) &&
                  (!condition.has_sentence_below() ||
                   sentence < static_cast<int>(condition.sentence_below())));
}

Truth EvaluateDeparts(const ConditionNode& node, const RuleSides& sides,
                      EvaluationScratch*, std::string* text) {
  if (sides.detail == nullptr) return Truth::kUnknown;
  const v1::Condition::Departs& condition = node.condition->departs();
  const Detail& detail = *sides.detail;
  if (text != nullptr && detail.story) {
    *text = DescribeBetween(detail);
  } else if (text != nullptr) {
    *text = absl::StrCat("in its place stands ", Describe(detail.departure));
    if (!detail.counterpart.empty()) {
      const TokenizedText& source = sides.corpus->document(detail.source).text;
      absl::StrAppend(text, ", “", source.Text(detail.CounterpartWhole()), "”");
    }
  }
  return FromBool(detail.departure != Departure::kNone &&
                  Accepts(node, static_cast<int>(detail.departure)) &&
                  (!condition.clean() || detail.clean));
}

Truth EvaluateSurroundings(const ConditionNode& node, const RuleSides& sides,
                           EvaluationScratch*, std::string* text) {
  if (sides.detail == nullptr) return Truth::kUnknown;
  const v1::Condition::Surroundings& condition = node.condition->surroundings();
  const int same = sides.detail->same_context;
  const int other = sides.detail->other_context;
  if (text != nullptr) {
    *text = absl::StrCat("of the words around it ", same,
                         " of 100 stand around the same in a source, ", other,
                         " around the other");
  }
  return FromBool((!condition.has_same_below() ||
                   same < static_cast<int>(condition.same_below())) &&
                  (!condition.has_other_at_least() ||
                   other >= static_cast<int>(condition.other_at_least())) &&
                  other >= same + static_cast<int>(condition.margin()));
}

}  // namespace claimcheck
