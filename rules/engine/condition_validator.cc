#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/engine/condition_traits.h"
#include "rules/engine/never_holds.h"
#include "rules/engine/rule_checks.h"
#include "rules/engine/rule_validator.h"

// Conditions as such: how they nest, which exclude each other, and whether each
// may stand where it does.
namespace claimcheck {
namespace {

using v1::Condition;
using v1::Rule;

// The names of all conditions, for messages.
std::string ConditionNames() {
  return absl::StrJoin(AllConditionTraits(), ", ",
                       [](std::string* out, const ConditionTraits& traits) {
                         absl::StrAppend(out, traits.name);
                       });
}

class ConditionValidator {
 public:
  ConditionValidator(const Sides& sides, RuleIssues* issues)
      : sides_(sides), issues_(*issues) {}

  void Check(const Condition& condition, const RulePlace& place, int depth);

 private:
  void CheckExclusions(const Condition& all, const RulePlace& place);
  void CheckZones(const Condition::InZone& in_zone, const RulePlace& place);
  void CheckScope(const ConditionTraits& traits, const RulePlace& place,
                  v1::Side::Kind side);

  const Sides& sides_;
  RuleIssues& issues_;
};

void ConditionValidator::Check(const Condition& condition,
                               const RulePlace& place, int depth) {
  if (depth > kMaxConditionDepth) {
    issues_.Error(place, absl::StrCat("conditions nest deeper than ",
                                      kMaxConditionDepth, "; flatten them"));
    return;
  }
  switch (condition.kind_case()) {
    case Condition::KIND_NOT_SET:
      issues_.Error(place, absl::StrCat("empty condition; name one of ",
                                        ConditionNames()));
      return;
    case Condition::kAll:
    case Condition::kAny: {
      const bool all = condition.kind_case() == Condition::kAll;
      const auto& children = all ? condition.all().of() : condition.any().of();
      const char* name = all ? "all" : "any";
      const RulePlace here = place.At(name);
      if (children.empty()) {
        issues_.Error(
            here, absl::StrCat(name, " holds no condition; add of { ... }"));
      }
      for (int i = 0; i < children.size(); ++i) {
        Check(children.Get(i), here.At("of", i), depth + 1);
      }
      if (all) CheckExclusions(condition, place);
      return;
    }
    case Condition::kNot:
      Check(condition.not_(), place.At("not"), depth + 1);
      return;
    default:
      break;
  }
  const ConditionTraits& traits = *FindConditionTraits(condition.kind_case());
  const RulePlace fields = place.At(traits.name);
  const v1::Side::Kind side =
      ValidateConditionFields(condition, fields, sides_, &issues_);
  if (condition.has_in_zone()) CheckZones(condition.in_zone(), fields);
  CheckScope(traits, fields, side);
}

// Of conditions that all have to hold, two that exclude each other.  One of the
// two is a child of `all` itself; the other may stand in an `all` inside it.
void ConditionValidator::CheckExclusions(const Condition& all,
                                         const RulePlace& place) {
  struct Placed {
    const Condition* condition;
    RulePlace place;
    bool own;
  };
  std::vector<Placed> found;
  const auto collect = [&](const Condition& of, const RulePlace& at, bool own,
                           const auto& again) -> void {
    for (int i = 0; i < of.all().of_size(); ++i) {
      const RulePlace child = at.At("all").At("of", i);
      if (of.all().of(i).has_all()) {
        again(of.all().of(i), child, false, again);
      } else {
        found.push_back({&of.all().of(i), child, own});
      }
    }
  };
  collect(all, place, true, collect);
  for (size_t j = 0; j < found.size(); ++j) {
    for (size_t i = 0; i < j; ++i) {
      if (!found[i].own && !found[j].own) continue;  // told with that `all`
      const std::string why =
          Excludes(*found[i].condition, *found[j].condition);
      if (why.empty()) continue;
      issues_.Error(
          found[j].place,
          absl::StrCat("this can never be true beside ", found[i].place.path(),
                       ": ", why, "; change one of them"));
      break;
    }
  }
}

void ConditionValidator::CheckZones(const Condition::InZone& in_zone,
                                    const RulePlace& place) {
  uint32_t zones = 0;
  for (int kind : in_zone.kind()) zones |= uint32_t{1} << (kind & 31);
  const bool left = in_zone.side() != v1::Side::RIGHT;
  const bool right =
      in_zone.side() == v1::Side::RIGHT || in_zone.side() == v1::Side::BOTH;
  const bool either = in_zone.side() == v1::Side::EITHER;
  if (zones == 0 || (either && (zones & ~sides_.right_not_in) != 0)) return;
  if ((left && (zones & ~sides_.left_not_in) == 0) ||
      (right && (zones & ~sides_.right_not_in) == 0)) {
    issues_.Error(
        place,
        "in_zone can never be true: not_in leaves these zones out; remove "
        "one of the two");
  }
}

void ConditionValidator::CheckScope(const ConditionTraits& traits,
                                    const RulePlace& place,
                                    v1::Side::Kind side) {
  if ((traits.scope == ConditionScope::kDetail) != sides_.is_detail()) {
    issues_.Error(
        place,
        absl::StrCat(traits.name,
                     sides_.is_detail()
                         ? " looks at claims, and a detail rule has none; use "
                           "held, covered, departs or surroundings"
                         : " looks at a detail of a draft; use it in a detail "
                           "rule, not in a ",
                     sides_.is_detail() ? "" : sides_.body_name(),
                     sides_.is_detail() ? "" : " rule"));
    return;
  }
  const bool of_sentences = traits.kind == Condition::kText ||
                            traits.kind == Condition::kInZone ||
                            traits.scope == ConditionScope::kSentence;
  if (sides_.is_sentence() && !of_sentences) {
    issues_.Error(
        place, absl::StrCat(traits.name,
                            " looks at claims, and a sentence rule has none; "
                            "use text, in_zone or flaw"));
    return;
  }
  if (traits.scope == ConditionScope::kSentence && !sides_.is_sentence()) {
    issues_.Error(place,
                  absl::StrCat(traits.name,
                               " looks at a sentence as such; use it in a "
                               "sentence rule, not in a ",
                               sides_.body_name(), " rule"));
    return;
  }
  if (traits.scope == ConditionScope::kPassage &&
      sides_.body != Rule::kPassage) {
    issues_.Error(place,
                  absl::StrCat(traits.name,
                               " looks at a whole passage; use it in a passage "
                               "rule, not in a ",
                               sides_.body_name(), " rule"));
    return;
  }
  if (traits.scope == ConditionScope::kBothSides && !sides_.has_right()) {
    issues_.Error(
        place,
        absl::StrCat(traits.name, " compares two claims, and a ",
                     sides_.body_name(), " rule has one; use a pair rule"));
    return;
  }
  bool left = true;
  bool right = traits.scope == ConditionScope::kBothSides;
  if (traits.scope == ConditionScope::kOneSide) {
    if (side == v1::Side::KIND_UNSPECIFIED && sides_.has_right()) {
      issues_.Error(place,
                    absl::StrCat(traits.name,
                                 ": side is missing; name LEFT, RIGHT, BOTH or "
                                 "EITHER"));
      return;
    }
    if (side > v1::Side::LEFT && !sides_.has_right()) {
      issues_.Error(place,
                    absl::StrCat(traits.name, ": a ", sides_.body_name(),
                                 sides_.is_sentence() ? " rule has one sentence"
                                                      : " rule has one claim",
                                 ", LEFT; write side: LEFT"));
      return;
    }
    left = side != v1::Side::RIGHT;
    right = side > v1::Side::LEFT;
  }
  const uint32_t needed =
      traits.claim_kinds == 0 ? kAllKinds : traits.claim_kinds;
  const uint32_t missing =
      left && (sides_.left_kinds & needed) == 0     ? sides_.left_kinds
      : right && (sides_.right_kinds & needed) == 0 ? sides_.right_kinds
                                                    : 0;
  if (missing != 0) {
    issues_.Error(
        place, absl::StrCat(traits.name, " looks at ", traits.looks_at,
                            ", which the selected claims (", KindNames(missing),
                            ") never have; select one of ", KindNames(needed)));
  }
}

}  // namespace

void ValidateCondition(const Condition& condition, const RulePlace& place,
                       const Sides& sides, RuleIssues* issues) {
  ConditionValidator(sides, issues).Check(condition, place, 1);
}

}  // namespace claimcheck
