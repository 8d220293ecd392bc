#include "rules/engine/compiled_rule.h"

#include <algorithm>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/base/check.h"
#include "claims/value/decimal.h"

namespace claimcheck {
namespace {

using v1::Condition;

template <typename List>
uint32_t Bits(const List& values) {
  uint32_t bits = 0;
  for (int value : values) bits |= uint32_t{1} << value;
  return bits;
}

uint32_t Accepted(const Condition& condition) {
  switch (condition.kind_case()) {
    case Condition::kValues:
      return Bits(condition.values().relation());
    case Condition::kTimes:
      return Bits(condition.times().relation());
    case Condition::kPlaces:
      return Bits(condition.places().relation());
    case Condition::kFactuality:
      return Bits(condition.factuality().status());
    case Condition::kQuotes:
      return Bits(condition.quotes().difference());
    case Condition::kInZone:
      return Bits(condition.in_zone().kind());
    case Condition::kNames:
      return Bits(condition.names().difference());
    case Condition::kHeld:
      return Bits(condition.held().how());
    case Condition::kDeparts:
      return Bits(condition.departs().by());
    case Condition::kFlaw:
      return Bits(condition.flaw().kind());
    default:
      return 0;
  }
}

Decimal ToDecimal(const v1::Decimal& decimal) {
  const absl::StatusOr<Decimal> made =
      MakeDecimal(decimal.significand(), decimal.exponent());
  CLAIMCHECK_CHECK(made.ok());  // the validator bounds the exponent
  return *made;
}

ToleranceSpec Tolerance(const Condition& condition) {
  const v1::Tolerance* tolerance = nullptr;
  if (condition.has_values()) tolerance = &condition.values().tolerance();
  if (condition.has_sum()) tolerance = &condition.sum().tolerance();
  if (condition.has_percent_change()) {
    tolerance = &condition.percent_change().tolerance();
  }
  if (condition.has_percent_of()) {
    tolerance = &condition.percent_of().tolerance();
  }
  if (condition.has_multiple()) tolerance = &condition.multiple().tolerance();
  if (condition.has_conversion()) {
    tolerance = &condition.conversion().tolerance();
  }
  if (condition.has_average_speed()) {
    tolerance = &condition.average_speed().tolerance();
  }
  ToleranceSpec spec;
  if (tolerance == nullptr) return spec;
  spec.absolute = ToDecimal(tolerance->absolute());
  spec.relative = ToDecimal(tolerance->relative());
  spec.rounding = tolerance->rounding();
  return spec;
}

ConditionNode CompileCondition(const Condition& condition, std::string path,
                               PatternSet* patterns) {
  ConditionNode node;
  node.condition = &condition;
  node.traits = FindConditionTraits(condition.kind_case());
  CLAIMCHECK_CHECK(node.traits != nullptr);
  node.path = absl::StrCat(path, ".", node.traits->name);
  node.cost = node.traits->cost;
  node.accepted = Accepted(condition);
  node.tolerance = Tolerance(condition);
  const auto add = [&](const Condition& child, std::string child_path) {
    node.children.push_back(
        CompileCondition(child, std::move(child_path), patterns));
    node.cost = std::max(node.cost, node.children.back().cost);
  };
  if (condition.has_not_()) {
    add(condition.not_(), node.path);
  } else if (condition.has_all() || condition.has_any()) {
    const auto& of =
        condition.has_all() ? condition.all().of() : condition.any().of();
    for (int i = 0; i < of.size(); ++i) {
      add(of.Get(i), absl::StrCat(node.path, ".of[", i, "]"));
    }
  } else if (condition.has_text()) {
    const absl::StatusOr<int> pattern =
        patterns->Add(condition.text().pattern());
    CLAIMCHECK_CHECK(pattern.ok());
    node.pattern = *pattern;
  }
  for (uint32_t i = 0; i < node.children.size(); ++i) node.by_cost.push_back(i);
  std::stable_sort(node.by_cost.begin(), node.by_cost.end(),
                   [&](uint32_t a, uint32_t b) {
                     return node.children[a].cost < node.children[b].cost;
                   });
  return node;
}

CompiledSelector CompileSelector(const v1::Selector& selector) {
  CompiledSelector compiled;
  compiled.kinds = Bits(selector.kind());
  compiled.not_in = Bits(selector.not_in());
  compiled.role = selector.role();
  compiled.dimensions.assign(selector.dimension().begin(),
                             selector.dimension().end());
  compiled.attributed_only = selector.attributed_only();
  compiled.not_counted.assign(selector.not_counted().begin(),
                              selector.not_counted().end());
  std::sort(compiled.not_counted.begin(), compiled.not_counted.end());
  return compiled;
}

}  // namespace

CompiledRule CompileRule(const v1::Rule& rule, PatternSet* patterns) {
  CompiledRule compiled;
  compiled.rule = &rule;
  compiled.message = ParseMessage(rule.message(), true);
  switch (rule.body_case()) {
    case v1::Rule::kPair:
      compiled.left = CompileSelector(rule.pair().left());
      compiled.right = CompileSelector(rule.pair().right());
      compiled.link = rule.pair().link();
      compiled.least_score = rule.pair().least_score();
      compiled.when =
          CompileCondition(rule.pair().when(), "pair.when", patterns);
      break;
    case v1::Rule::kPassage:
      compiled.left = CompileSelector(rule.passage().claim());
      compiled.when =
          CompileCondition(rule.passage().when(), "passage.when", patterns);
      break;
    case v1::Rule::kClaim:
      compiled.left = CompileSelector(rule.claim().claim());
      compiled.when =
          CompileCondition(rule.claim().when(), "claim.when", patterns);
      break;
    case v1::Rule::kSupport:
      compiled.left = CompileSelector(rule.support().claim());
      compiled.right = CompileSelector(rule.support().evidence());
      compiled.link = rule.support().link();
      compiled.least_score = rule.support().least_score();
      compiled.when = CompileCondition(rule.support().supports(),
                                       "support.supports", patterns);
      break;
    case v1::Rule::kDetail:
      compiled.details = Bits(rule.detail().kind());
      compiled.left.not_in = Bits(rule.detail().not_in());
      compiled.when =
          CompileCondition(rule.detail().when(), "detail.when", patterns);
      break;
    case v1::Rule::kSentence:
      compiled.left.not_in = Bits(rule.sentence().not_in());
      compiled.when =
          CompileCondition(rule.sentence().when(), "sentence.when", patterns);
      break;
    case v1::Rule::BODY_NOT_SET:
      CLAIMCHECK_CHECK(false);
  }
  return compiled;
}

}  // namespace claimcheck
