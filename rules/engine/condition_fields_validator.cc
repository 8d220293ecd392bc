#include <string>

#include "absl/strings/str_cat.h"
#include "rules/engine/condition_traits.h"
#include "rules/engine/pattern_set.h"
#include "rules/engine/rule_checks.h"

// What each kind of condition says in its own fields.
namespace claimcheck {
namespace {

using v1::Condition;

void CheckTolerance(const v1::Tolerance& tolerance, const RulePlace& place,
                    RuleIssues* issues) {
  const auto check = [&](const v1::Decimal& decimal, const char* field) {
    if (decimal.significand() < 0) {
      issues->Error(
          place.At(field),
          absl::StrCat("tolerance: ", field, " is negative; write a distance"));
    }
    if (decimal.exponent() < -18 || decimal.exponent() > 18) {
      issues->Error(
          place.At(field),
          absl::StrCat("tolerance: the exponent of ", field, " is ",
                       decimal.exponent(), "; it lies between -18 and 18"));
      return;
    }
    int64_t rest = decimal.significand();
    int magnitude = decimal.exponent();  // of the first digit
    for (; rest >= 10; rest /= 10) ++magnitude;
    if (std::string(field) == "relative" && rest > 0 && magnitude >= 0) {
      issues->Error(
          place.At(field),
          "tolerance: a relative tolerance of 1 or more lets everything "
          "pass; five percent is { significand: 5 exponent: -2 }");
    }
  };
  check(tolerance.absolute(), "absolute");
  check(tolerance.relative(), "relative");
  if (tolerance.absolute().significand() == 0 &&
      tolerance.relative().significand() == 0 && !tolerance.rounding()) {
    issues->Error(
        place,
        "tolerance allows nothing; set absolute, relative or rounding, or "
        "remove it");
  }
}

void CheckSame(const Condition::Same& same, const RulePlace& place,
               const Sides& sides, RuleIssues* issues) {
  using Same = Condition::Same;
  if (same.aspect() == Same::ASPECT_UNSPECIFIED ||
      !Same::Aspect_IsValid(same.aspect())) {
    issues->Error(
        place,
        "same: aspect is missing; name one of EVENT, PARTICIPANTS, PLACE, "
        "SPEAKER, COUNTED, UNIT, DIMENSION, SUBJECT");
    return;
  }
  if (same.aspect() == Same::COUNTED || same.aspect() == Same::UNIT ||
      same.aspect() == Same::DIMENSION) {
    const uint32_t needed =
        FindConditionTraits(Condition::kValues)->claim_kinds;
    const uint32_t bad = (sides.left_kinds & needed) == 0    ? sides.left_kinds
                         : (sides.right_kinds & needed) == 0 ? sides.right_kinds
                                                             : 0;
    if (bad != 0) {
      issues->Error(
          place,
          absl::StrCat("same ", Same::Aspect_Name(same.aspect()),
                       " looks at quantities, which the selected claims (",
                       KindNames(bad), ") never have; select one of ",
                       KindNames(needed)));
    }
  }
}

void CheckText(const Condition::Text& text, const RulePlace& place,
               RuleIssues* issues) {
  const std::string mistake = PatternMistake(text.pattern());
  if (!mistake.empty()) {
    issues->Error(place.At("pattern"),
                  absl::StrCat("text: ", EscapeControls(mistake)));
  } else if (PatternIsSlow(text.pattern())) {
    issues->Warning(
        place.At("pattern"),
        "text: pattern holds no word to look for first, so it runs over "
        "every sentence; name one");
  }
}

}  // namespace

v1::Side::Kind ValidateConditionFields(const Condition& condition,
                                       const RulePlace& place,
                                       const Sides& sides, RuleIssues* issues) {
  const ConditionTraits& traits = *FindConditionTraits(condition.kind_case());
  v1::Side::Kind side = v1::Side::KIND_UNSPECIFIED;
  const auto relation_name = [](int v) {
    return v1::Relation::Kind_Name(static_cast<v1::Relation::Kind>(v));
  };
  const auto check_relation = [&](const auto& relation, bool may_be_empty) {
    issues->CheckList(relation, place, "relation", may_be_empty,
                      v1::Relation::Kind_MAX, relation_name);
    if (relation.size() >= v1::Relation::Kind_MAX) {
      issues->Error(place,
                    absl::StrCat(traits.name,
                                 ": all five relations hold for any two; leave "
                                 "out those that are no mistake"));
    }
  };
  switch (condition.kind_case()) {
    case Condition::kValues:
      check_relation(condition.values().relation(), false);
      if (condition.values().has_tolerance()) {
        CheckTolerance(condition.values().tolerance(), place.At("tolerance"),
                       issues);
      }
      break;
    case Condition::kTimes:
      check_relation(condition.times().relation(),
                     condition.times().has_within_days());
      break;
    case Condition::kPlaces:
      check_relation(condition.places().relation(), false);
      break;
    case Condition::kSame:
      CheckSame(condition.same(), place, sides, issues);
      break;
    case Condition::kFactuality:
      side = condition.factuality().side();
      issues->CheckList(condition.factuality().status(), place, "status", false,
                        v1::Factuality::Status_MAX, [](int v) {
                          return v1::Factuality::Status_Name(
                              static_cast<v1::Factuality::Status>(v));
                        });
      break;
    case Condition::kAttribution: {
      const Condition::AttributionIs& attribution = condition.attribution();
      side = attribution.side();
      issues->CheckList(attribution.kind(), place, "kind", true,
                        v1::Attribution::Kind_MAX, [](int v) {
                          return v1::Attribution::Kind_Name(
                              static_cast<v1::Attribution::Kind>(v));
                        });
      issues->CheckList(attribution.stance(), place, "stance", true,
                        v1::Attribution::Stance_MAX, [](int v) {
                          return v1::Attribution::Stance_Name(
                              static_cast<v1::Attribution::Stance>(v));
                        });
      if (!attribution.has_present() && !attribution.has_named() &&
          attribution.kind().empty() && attribution.stance().empty()) {
        issues->Error(
            place,
            "attribution asks nothing; set present, kind, stance or named");
      }
      break;
    }
    case Condition::kDocuments: {
      const Condition::Documents& documents = condition.documents();
      if (!documents.has_same() && !documents.has_independent() &&
          !documents.has_same_publisher() && !documents.has_left_is_newer() &&
          !documents.has_within_days()) {
        issues->Error(
            place,
            "documents asks nothing; set same, independent, same_publisher, "
            "left_is_newer or within_days");
      }
      break;
    }
    case Condition::kText:
      side = condition.text().side();
      CheckText(condition.text(), place, issues);
      break;
    case Condition::kQuotes:
      issues->CheckList(condition.quotes().difference(), place, "difference",
                        condition.quotes().least_common_words() > 0,
                        Condition::Quotes::Difference_MAX, [](int v) {
                          return Condition::Quotes::Difference_Name(
                              static_cast<Condition::Quotes::Difference>(v));
                        });
      break;
    case Condition::kNames:
      issues->CheckList(condition.names().difference(), place, "difference",
                        false, Condition::Names::Difference_MAX, [](int v) {
                          return Condition::Names::Difference_Name(
                              static_cast<Condition::Names::Difference>(v));
                        });
      break;
    case Condition::kWeekdayAgrees:
      side = condition.weekday_agrees().side();
      break;
    case Condition::kDateExists:
      side = condition.date_exists().side();
      break;
    case Condition::kInZone:
      side = condition.in_zone().side();
      issues->CheckZoneList(condition.in_zone().kind(), place, "kind", false);
      break;
    case Condition::kWords:
      side = condition.words().side();
      if (condition.words().at_least() == 0) {
        issues->Error(place,
                      "words: at_least is 0, which every claim has; write 1 or "
                      "more");
      }
      break;
    case Condition::kHeld:
      issues->CheckList(
          condition.held().how(), place, "how", false, v1::Detail::Held_MAX,
          [](int v) {
            return v1::Detail::Held_Name(static_cast<v1::Detail::Held>(v));
          });
      break;
    case Condition::kDeparts:
      issues->CheckList(condition.departs().by(), place, "by", false,
                        v1::Detail::Departure_MAX, [](int v) {
                          return v1::Detail::Departure_Name(
                              static_cast<v1::Detail::Departure>(v));
                        });
      break;
    case Condition::kFlaw:
      issues->CheckList(condition.flaw().kind(), place, "kind", false,
                        Condition::Flaw::Kind_MAX, [](int v) {
                          return Condition::Flaw::Kind_Name(
                              static_cast<Condition::Flaw::Kind>(v));
                        });
      break;
    case Condition::kCovered:
      if (!condition.covered().has_below() &&
          !condition.covered().has_at_least() &&
          !condition.covered().has_sentence_below()) {
        issues->Error(
            place, "covered asks nothing; set below, at_least or sentence_below");
      }
      break;
    case Condition::kSurroundings:
      if (!condition.surroundings().has_same_below() &&
          !condition.surroundings().has_other_at_least() &&
          condition.surroundings().margin() == 0) {
        issues->Error(
            place,
            "surroundings asks nothing; set same_below, other_at_least or "
            "margin");
      }
      break;
    case Condition::kSum:
      if (condition.sum().has_tolerance()) {
        CheckTolerance(condition.sum().tolerance(), place.At("tolerance"),
                       issues);
      }
      break;
    case Condition::kPercentChange:
      if (condition.percent_change().has_tolerance()) {
        CheckTolerance(condition.percent_change().tolerance(),
                       place.At("tolerance"), issues);
      }
      break;
    case Condition::kPercentOf:
      if (condition.percent_of().has_tolerance()) {
        CheckTolerance(condition.percent_of().tolerance(),
                       place.At("tolerance"), issues);
      }
      break;
    case Condition::kMultiple:
      if (condition.multiple().has_tolerance()) {
        CheckTolerance(condition.multiple().tolerance(), place.At("tolerance"),
                       issues);
      }
      break;
    case Condition::kConversion:
      if (condition.conversion().has_tolerance()) {
        CheckTolerance(condition.conversion().tolerance(),
                       place.At("tolerance"), issues);
      }
      break;
    case Condition::kAverageSpeed:
      if (condition.average_speed().has_tolerance()) {
        CheckTolerance(condition.average_speed().tolerance(),
                       place.At("tolerance"), issues);
      }
      break;
    default:
      break;
  }
  return side;
}

}  // namespace claimcheck
