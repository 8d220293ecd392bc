#include "rules/engine/random_rules.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {
namespace {

using v1::Condition;
using v1::Relation;
using v1::Side;

constexpr const char* kPatterns[] = {"said", "(?i)first|last", "[0-9]{3}",
                                     "\\bin [A-Z]", "about|nearly"};

void AddExamples(v1::Rule* rule) {
  for (const bool fires : {true, false}) {
    v1::Example* example = rule->add_examples();
    example->set_name(fires ? "fires" : "silent");
    example->set_expect(fires ? v1::Example::FIRES : v1::Example::SILENT);
    example->add_texts()->set_text(fires ? "[[x]]" : "y");
  }
}

Relation::Kind Turned(Relation::Kind relation) {
  return relation == Relation::INSIDE   ? Relation::AROUND
         : relation == Relation::AROUND ? Relation::INSIDE
                                        : relation;
}

template <typename Ranges>
void TurnRelations(Ranges* ranges) {
  for (int i = 0; i < ranges->relation_size(); ++i) {
    ranges->set_relation(i, Turned(ranges->relation(i)));
  }
}

template <typename Sided>
void TurnSide(Sided* sided) {
  if (sided->side() == Side::LEFT) {
    sided->set_side(Side::RIGHT);
  } else if (sided->side() == Side::RIGHT) {
    sided->set_side(Side::LEFT);
  }
}

void Turn(Condition* condition) {
  switch (condition->kind_case()) {
    case Condition::kAll:
      for (Condition& c : *condition->mutable_all()->mutable_of()) Turn(&c);
      break;
    case Condition::kAny:
      for (Condition& c : *condition->mutable_any()->mutable_of()) Turn(&c);
      break;
    case Condition::kNot: Turn(condition->mutable_not_()); break;
    case Condition::kValues: TurnRelations(condition->mutable_values()); break;
    case Condition::kTimes: TurnRelations(condition->mutable_times()); break;
    case Condition::kPlaces: TurnRelations(condition->mutable_places()); break;
    case Condition::kFactuality:
      TurnSide(condition->mutable_factuality());
      break;
    case Condition::kAttribution:
      TurnSide(condition->mutable_attribution());
      break;
    case Condition::kText: TurnSide(condition->mutable_text()); break;
    case Condition::kInZone: TurnSide(condition->mutable_in_zone()); break;
    case Condition::kWords: TurnSide(condition->mutable_words()); break;
    case Condition::kWeekdayAgrees:
      TurnSide(condition->mutable_weekday_agrees());
      break;
    case Condition::kDateExists:
      TurnSide(condition->mutable_date_exists());
      break;
    default: break;  // the same both ways round
  }
}

}  // namespace

v1::Rule Mirrored(const v1::Rule& rule) {
  v1::Rule turned = rule;
  if (!rule.has_pair()) return turned;
  turned.mutable_pair()->mutable_left()->Swap(
      turned.mutable_pair()->mutable_right());
  Turn(turned.mutable_pair()->mutable_when());
  return turned;
}

std::vector<v1::Rule> RandomRules::Make(int count) {
  std::vector<v1::Rule> rules;
  while (static_cast<int>(rules.size()) < count) {
    v1::Rule rule = MakeRule(static_cast<int>(rules.size()));
    if (RuleSet::FromProtos({rule}).ok()) rules.push_back(std::move(rule));
  }
  return rules;
}

v1::Rule RandomRules::MakeRule(int number) {
  v1::Rule rule;
  rule.set_id(absl::StrCat("random.r", 1000 + number));
  rule.set_title("t");
  rule.set_rationale("r");
  rule.set_severity(v1::Severity::NOTE);
  rule.set_stage(v1::Rule::STABLE);
  rule.set_message("{left.text}");
  AddExamples(&rule);
  if (Chance(75)) {
    v1::PairRule* pair = rule.mutable_pair();
    FillSelector(pair->mutable_left());
    FillSelector(pair->mutable_right());
    pair->set_link(static_cast<v1::Link::Kind>(1 + Below(v1::Link::Kind_MAX)));
    if (Chance(30)) pair->set_least_score(30 + Below(60));
    FillCondition(true, 0, pair->mutable_when());
  } else {
    FillSelector(rule.mutable_claim()->mutable_claim());
    FillCondition(false, 0, rule.mutable_claim()->mutable_when());
  }
  return rule;
}

void RandomRules::FillSelector(v1::Selector* selector) {
  if (Chance(30)) {
    selector->add_kind(
        static_cast<v1::Claim::Kind>(1 + Below(v1::Claim::Kind_MAX)));
  }
  if (Chance(20)) selector->add_not_in(v1::Zone::HEADLINE);
  if (Chance(10)) selector->set_attributed_only(true);
}

void RandomRules::FillCondition(bool pair, int depth, Condition* condition) {
  if (depth >= 3 || Chance(40)) return FillLeaf(pair, condition);
  const uint32_t kind = Below(3);
  if (kind == 0) {
    FillCondition(pair, depth + 1, condition->mutable_not_());
    return;
  }
  for (uint32_t i = 0, n = 2 + Below(2); i < n; ++i) {
    FillCondition(pair, depth + 1,
                  kind == 1 ? condition->mutable_all()->add_of()
                            : condition->mutable_any()->add_of());
  }
}

Side::Kind RandomRules::Side(bool pair) {
  return pair ? static_cast<Side::Kind>(1 + Below(Side::Kind_MAX)) : Side::LEFT;
}

template <typename List>
void RandomRules::FillRelations(List* list) {
  const uint32_t chosen = 1 + Below((1u << Relation::Kind_MAX) - 1);
  for (int i = 0; i < Relation::Kind_MAX; ++i) {
    if ((chosen >> i & 1) != 0) {
      list->Add(static_cast<Relation::Kind>(i + 1));
    }
  }
}

void RandomRules::FillLeaf(bool pair, Condition* condition) {
  // The first seven look at two claims.
  switch (pair ? Below(14) : 7 + Below(7)) {
    case 0:
    case 1: {
      Condition::Values* values = condition->mutable_values();
      FillRelations(values->mutable_relation());
      values->mutable_tolerance()->set_rounding(Chance(50));
      values->set_usual(Chance(50));
      values->set_or_absent(Chance(20));
      return;
    }
    case 2: {
      Condition::Times* times = condition->mutable_times();
      FillRelations(times->mutable_relation());
      if (Chance(30)) times->set_within_days(Below(400));
      times->set_zone_days(Below(2));
      times->set_or_absent(Chance(20));
      return;
    }
    case 3:
      FillRelations(condition->mutable_places()->mutable_relation());
      condition->mutable_places()->set_or_absent(Chance(20));
      return;
    case 4:
      condition->mutable_same()->set_aspect(static_cast<Condition::Same::Aspect>(
          1 + Below(Condition::Same::Aspect_MAX)));
      condition->mutable_same()->set_or_absent(Chance(30));
      return;
    case 5:
      if (Chance(50)) {
        condition->mutable_documents()->set_same(Chance(50));
      } else {
        condition->mutable_documents()->set_independent(Chance(50));
      }
      return;
    case 6:
      condition->mutable_same_instance()->set_or_absent(Chance(50));
      return;
    case 7:
    case 8:
      condition->mutable_factuality()->set_side(Side(pair));
      condition->mutable_factuality()->add_status(
          static_cast<v1::Factuality::Status>(
              1 + Below(v1::Factuality::Status_MAX)));
      return;
    case 9:
      condition->mutable_attribution()->set_side(Side(pair));
      condition->mutable_attribution()->set_present(Chance(50));
      return;
    case 10:
      condition->mutable_text()->set_side(Side(pair));
      condition->mutable_text()->set_pattern(kPatterns[Below(5)]);
      return;
    case 11:
      condition->mutable_in_zone()->set_side(Side(pair));
      condition->mutable_in_zone()->add_kind(v1::Zone::HEADLINE);
      return;
    case 12:
      condition->mutable_words()->set_side(Side(pair));
      condition->mutable_words()->set_at_least(1 + Below(4));
      return;
    default:
      if (Chance(50)) {
        condition->mutable_weekday_agrees()->set_side(Side(pair));
      } else {
        condition->mutable_date_exists()->set_side(Side(pair));
      }
  }
}

}  // namespace claimcheck
