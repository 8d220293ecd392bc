#include "rules/engine/rule_validator.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/engine/condition_traits.h"
#include "rules/engine/example_validator.h"
#include "rules/engine/message_format.h"
#include "rules/engine/never_holds.h"
#include "rules/engine/pattern_set.h"

namespace claimcheck {
namespace {

using v1::Claim;
using v1::Condition;
using v1::Rule;
using v1::Selector;
using v1::Severity;

// The dimensions of //claims/lexicon's units and of quantities without one.
constexpr const char* kDimensions[] = {
    "absorbed dose", "action", "angle", "area", "capacitance", "charge",
    "concentration", "consumption", "count", "current", "data", "data rate",
    "dose", "energy", "explosive yield", "flow", "force", "frequency",
    "image size", "length", "light", "magnetic field", "magnitude", "mass",
    "money", "multiple", "none", "percent", "percentage point", "points",
    "power", "pressure", "radioactivity", "rate", "resistance", "rotation",
    "sound level", "speed", "substance", "temperature", "time",
    "time squared", "torque",
    "voltage", "volume"};

constexpr uint32_t kAllKinds = ~uint32_t{0};

uint32_t KindsOf(const Selector& selector) {
  uint32_t kinds = 0;
  for (int kind : selector.kind()) kinds |= uint32_t{1} << (kind & 31);
  return kinds == 0 ? kAllKinds : kinds;
}

std::string KindNames(uint32_t kinds) {
  std::string names;
  for (int kind = 1; kind < 32; ++kind) {
    if ((kinds >> kind & 1) == 0 || !Claim::Kind_IsValid(kind)) continue;
    absl::StrAppend(&names, names.empty() ? "" : ", ",
                    Claim::Kind_Name(static_cast<Claim::Kind>(kind)));
  }
  return names;
}

// The names of the members of a oneof or of enum values, for messages.
std::string ConditionNames() {
  return absl::StrJoin(AllConditionTraits(), ", ",
                       [](std::string* out, const ConditionTraits& traits) {
                         absl::StrAppend(out, traits.name);
                       });
}

uint32_t ZonesLeftOut(const Selector& selector) {
  uint32_t zones = 0;
  for (int kind : selector.not_in()) zones |= uint32_t{1} << (kind & 31);
  return zones;
}

// What `rules new` leaves to be filled in.
constexpr char kFillIn[] = "FILL IN";

bool IsToBeFilledIn(absl::string_view text) {
  return absl::StrContains(text, kFillIn);
}

// Which claims stand on the two sides of a body's conditions.
struct Sides {
  Rule::BodyCase body;
  uint32_t left_kinds = kAllKinds;
  uint32_t right_kinds = kAllKinds;
  uint32_t left_not_in = 0;  // bits of v1::Zone::Kind
  uint32_t right_not_in = 0;
  bool has_right() const {
    return body == Rule::kPair || body == Rule::kSupport;
  }
  bool is_detail() const { return body == Rule::kDetail; }
  bool is_sentence() const { return body == Rule::kSentence; }
  const char* body_name() const {
    switch (body) {
      case Rule::kPair:
        return "pair";
      case Rule::kPassage:
        return "passage";
      case Rule::kClaim:
        return "claim";
      case Rule::kDetail:
        return "detail";
      case Rule::kSentence:
        return "sentence";
      default:
        return "support";
    }
  }
};

class Validator {
 public:
  Validator(const RuleSource& source, std::vector<RuleIssue>* issues)
      : source_(source), rule_(source.rule), issues_(issues) {}

  void Run();

 private:
  void Error(const RulePlace& place, std::string message) {
    issues_->push_back(place.Issue(Severity::ERROR, std::move(message)));
  }
  void Warning(const RulePlace& place, std::string message) {
    issues_->push_back(place.Issue(Severity::WARNING, std::move(message)));
  }

  void CheckHead(const RulePlace& rule);
  void CheckId(const RulePlace& place);
  void CheckMessage(const RulePlace& place, bool has_right);
  void CheckBody(const RulePlace& rule);
  void CheckSelector(const Selector& selector, const RulePlace& place);
  void CheckDetail(const v1::DetailRule& detail, const RulePlace& place);
  void CheckLink(v1::Link::Kind link, uint32_t least_score, const Sides& sides,
                 const RulePlace& place);
  void CheckCondition(const Condition& condition, const RulePlace& place,
                      const Sides& sides, int depth);
  void CheckExclusions(const Condition& all, const RulePlace& place);
  void CheckZones(const Condition::InZone& in_zone, const RulePlace& place,
                  const Sides& sides);
  void CheckScope(const ConditionTraits& traits, const RulePlace& place,
                  const Sides& sides, v1::Side::Kind side);
  void CheckFields(const Condition& condition, const RulePlace& place,
                   const Sides& sides);
  void CheckTolerance(const v1::Tolerance& tolerance, const RulePlace& place);
  void CheckSame(const Condition::Same& same, const RulePlace& place,
                 const Sides& sides);
  void CheckText(const Condition::Text& text, const RulePlace& place);

  // Errors for an enum list that is empty, names 0 or a value twice.
  template <typename List, typename NameOf>
  void CheckList(const List& list, const RulePlace& parent, const char* field,
                 bool may_be_empty, int values, NameOf name_of);

  const RuleSource& source_;
  const Rule& rule_;
  std::vector<RuleIssue>* issues_;
};

void Validator::Run() {
  const RulePlace rule(source_);
  CheckHead(rule);
  CheckBody(rule);
  ValidateExamples(source_, issues_);
}

void Validator::CheckId(const RulePlace& place) {
  const std::string& id = rule_.id();
  if (id.empty()) {
    Error(place, absl::StrCat("id is empty; write id: \"",
                              source_.expected_id.empty() ? "folder.file"
                                                          : source_.expected_id,
                              "\""));
    return;
  }
  bool odd = id.size() > kMaxRuleIdBytes;
  for (char c : id) {
    odd = odd || !(absl::ascii_islower(c) || absl::ascii_isdigit(c) ||
                   c == '_' || c == '.' || c == '-');
  }
  if (odd) {
    Error(place, absl::StrCat("id \"", EscapeControls(id.substr(0, 80)),
                              "\" is not 1 to 64 of a-z, 0-9, '.', '_', '-'"));
  } else if (!source_.expected_id.empty() && id != source_.expected_id) {
    Error(place,
          absl::StrCat("id \"", id, "\" is not folder.file; write id: \"",
                       source_.expected_id, "\" or rename the file"));
  }
}

void Validator::CheckHead(const RulePlace& rule) {
  CheckId(rule.At("id"));
  if (rule_.title().empty()) {
    Error(rule.At("title"), "title is empty; name the mistake in one line");
  } else if (IsToBeFilledIn(rule_.title())) {
    Error(rule.At("title"),
          "title is still to be filled in; name the mistake in one line");
  }
  if (IsToBeFilledIn(rule_.rationale())) {
    Error(rule.At("rationale"),
          "rationale is still to be filled in; say why this is worth a "
          "finding");
  }
  if (IsToBeFilledIn(rule_.help())) {
    Error(rule.At("help"),
          "help is still to be filled in; say what to do about a finding");
  }
  if (rule_.rationale().empty()) {
    Warning(rule.At("rationale"),
            "rationale is empty; say why this is worth a finding");
  }
  if (rule_.severity() == Severity::LEVEL_UNSPECIFIED ||
      !Severity::Level_IsValid(rule_.severity())) {
    Error(rule.At("severity"),
          "severity is missing; write NOTE, WARNING or ERROR");
  }
  if (rule_.stage() == Rule::STAGE_UNSPECIFIED ||
      !Rule::Stage_IsValid(rule_.stage())) {
    Error(rule.At("stage"),
          "stage is missing; write EXPERIMENTAL (off unless asked for) or "
          "STABLE");
  }
}

void Validator::CheckMessage(const RulePlace& place, bool has_right) {
  if (rule_.message().empty()) {
    Error(place, "message is empty; write one line, as \"{left.text}: ...\"");
    return;
  }
  if (IsToBeFilledIn(rule_.message())) {
    Error(place, "message is still to be filled in; write one line");
  }
  if (rule_.message().find('\n') != std::string::npos) {
    Error(place, "message has several lines; write one, details go to help");
  }
  for (const std::string& mistake :
       ParseMessage(rule_.message(), has_right).mistakes) {
    Error(place, absl::StrCat("message: ", mistake));
  }
}

void Validator::CheckBody(const RulePlace& rule) {
  Sides sides;
  sides.body = rule_.body_case();
  if (sides.body == Rule::BODY_NOT_SET) {
    Error(rule,
          "the rule has no body; write pair, passage, claim, support, detail or "
          "sentence");
    CheckMessage(rule.At("message"), true);
    return;
  }
  const RulePlace body = rule.At(sides.body_name());
  CheckMessage(rule.At("message"), sides.body == Rule::kPair ||
                                       sides.body == Rule::kDetail ||
                                       (sides.body == Rule::kSupport &&
                                        rule_.support().corroborated_by() > 0));
  const Condition* when = nullptr;
  const char* when_name = "when";
  switch (sides.body) {
    case Rule::kPair: {
      const v1::PairRule& pair = rule_.pair();
      sides.left_kinds = KindsOf(pair.left());
      sides.right_kinds = KindsOf(pair.right());
      sides.left_not_in = ZonesLeftOut(pair.left());
      sides.right_not_in = ZonesLeftOut(pair.right());
      CheckSelector(pair.left(), body.At("left"));
      CheckSelector(pair.right(), body.At("right"));
      CheckLink(pair.link(), pair.least_score(), sides, body);
      if (pair.has_when()) when = &pair.when();
      break;
    }
    case Rule::kPassage:
      sides.left_kinds = KindsOf(rule_.passage().claim());
      sides.left_not_in = ZonesLeftOut(rule_.passage().claim());
      CheckSelector(rule_.passage().claim(), body.At("claim"));
      if (rule_.passage().has_when()) when = &rule_.passage().when();
      break;
    case Rule::kClaim:
      sides.left_kinds = KindsOf(rule_.claim().claim());
      sides.left_not_in = ZonesLeftOut(rule_.claim().claim());
      CheckSelector(rule_.claim().claim(), body.At("claim"));
      if (rule_.claim().has_when()) when = &rule_.claim().when();
      break;
    case Rule::kDetail:
      CheckDetail(rule_.detail(), body);
      if (rule_.mode() == Rule::MODE_UNSPECIFIED) {
        Error(rule.At("mode"),
              "detail rules look at drafts or at texts of one story; write "
              "mode: CHECK or mode: COMPARE");
      }
      if (rule_.detail().has_when()) when = &rule_.detail().when();
      break;
    case Rule::kSentence:
      CheckList(rule_.sentence().not_in(), body, "not_in", true,
                v1::Zone::Kind_MAX, [](int v) {
                  return v1::Zone::Kind_Name(static_cast<v1::Zone::Kind>(v));
                });
      for (int kind : rule_.sentence().not_in()) {
        sides.left_not_in |= uint32_t{1} << (kind & 31);
      }
      if (rule_.sentence().has_when()) when = &rule_.sentence().when();
      break;
    default: {
      const v1::SupportRule& support = rule_.support();
      sides.left_kinds = KindsOf(support.claim());
      sides.right_kinds = KindsOf(support.evidence());
      sides.left_not_in = ZonesLeftOut(support.claim());
      sides.right_not_in = ZonesLeftOut(support.evidence());
      CheckSelector(support.claim(), body.At("claim"));
      CheckSelector(support.evidence(), body.At("evidence"));
      CheckLink(support.link(), support.least_score(), sides, body);
      if (support.at_least() > 0 && support.corroborated_by() > 0) {
        Error(body.At("corroborated_by"),
              "at_least and corroborated_by exclude each other; write two "
              "rules");
      }
      when_name = "supports";
      if (support.has_supports()) when = &support.supports();
      break;
    }
  }
  if (when == nullptr) {
    Error(body, absl::StrCat(sides.body_name(), " has no condition; add ",
                             when_name, " { ... }"));
    return;
  }
  CheckCondition(*when, body.At(when_name), sides, 1);
}

template <typename List, typename NameOf>
void Validator::CheckList(const List& list, const RulePlace& parent,
                          const char* field, bool may_be_empty, int values,
                          NameOf name_of) {
  const std::string& path = parent.path();
  const std::string what =
      absl::StrCat(path.substr(path.rfind('.') + 1), ": ", field);
  std::string names;
  for (int value = 1; value <= values; ++value) {
    absl::StrAppend(&names, names.empty() ? "" : ", ", name_of(value));
  }
  if (list.empty()) {
    if (!may_be_empty) {
      Error(parent,
            absl::StrCat(what, " is empty; name at least one of ", names));
    }
    return;
  }
  uint32_t seen = 0;
  for (int i = 0; i < list.size(); ++i) {
    const int value = list.Get(i);
    const RulePlace place = parent.At(field, i);
    if (value < 1 || value > values) {
      Error(place, absl::StrCat(what, " names an ",
                                value == 0 ? "unspecified" : "unknown",
                                " value; name one of ", names));
    } else if ((seen >> value & 1) != 0) {
      Error(place, absl::StrCat(what, " names ", name_of(value),
                                " twice; write it once"));
    } else {
      seen |= uint32_t{1} << value;
    }
  }
}

void Validator::CheckSelector(const Selector& selector,
                              const RulePlace& place) {
  CheckList(selector.kind(), place, "kind", true, Claim::Kind_MAX, [](int v) {
    return Claim::Kind_Name(static_cast<Claim::Kind>(v));
  });
  CheckList(selector.not_in(), place, "not_in", true, v1::Zone::Kind_MAX,
            [](int v) {
              return v1::Zone::Kind_Name(static_cast<v1::Zone::Kind>(v));
            });
  for (int i = 0; i < selector.dimension_size(); ++i) {
    bool known = false;
    for (const char* dimension : kDimensions) {
      known = known || selector.dimension(i) == dimension;
    }
    if (!known) {
      Error(place.At("dimension", i),
            absl::StrCat("dimension \"", EscapeControls(selector.dimension(i)),
                         "\" is unknown; there are ",
                         absl::StrJoin(kDimensions, ", ")));
    }
  }
  const uint32_t kinds = KindsOf(selector);
  if (selector.dimension_size() > 0 &&
      (kinds & FindConditionTraits(Condition::kValues)->claim_kinds) == 0) {
    Error(place.At("dimension", 0),
          absl::StrCat("only quantities have a dimension, and kind selects ",
                       KindNames(kinds), "; remove dimension or add QUANTITY"));
  }
}

void Validator::CheckDetail(const v1::DetailRule& detail,
                            const RulePlace& place) {
  CheckList(detail.kind(), place, "kind", false, v1::Detail::Kind_MAX,
            [](int v) {
              return v1::Detail::Kind_Name(static_cast<v1::Detail::Kind>(v));
            });
  CheckList(detail.not_in(), place, "not_in", true, v1::Zone::Kind_MAX,
            [](int v) {
              return v1::Zone::Kind_Name(static_cast<v1::Zone::Kind>(v));
            });
}

void Validator::CheckLink(v1::Link::Kind link, uint32_t least_score,
                          const Sides& sides, const RulePlace& body) {
  if (link == v1::Link::KIND_UNSPECIFIED || !v1::Link::Kind_IsValid(link)) {
    Error(body,
          absl::StrCat(sides.body_name(),
                       " has no link; name what makes two claims one thing: "
                       "EVENT, MEASURE, ENTITY, QUOTATION or STATEMENT"));
  }
  if (least_score > 100) {
    Error(body.At("least_score"),
          absl::StrCat("least_score is ", least_score,
                       "; scores are hundredths, 0 to 100"));
  }
  uint32_t needed = kAllKinds;
  if (link == v1::Link::QUOTATION) needed = uint32_t{1} << Claim::QUOTATION;
  if (link == v1::Link::STATEMENT) needed = uint32_t{1} << Claim::STATEMENT;
  for (uint32_t kinds : {sides.left_kinds, sides.right_kinds}) {
    if ((kinds & needed) == 0) {
      Error(body.At("link"),
            absl::StrCat("a link of kind ", v1::Link::Kind_Name(link),
                         " joins claims of that kind, and the selectors take ",
                         KindNames(kinds)));
      break;
    }
  }
}

void Validator::CheckCondition(const Condition& condition,
                               const RulePlace& place, const Sides& sides,
                               int depth) {
  if (depth > kMaxConditionDepth) {
    Error(place, absl::StrCat("conditions nest deeper than ",
                              kMaxConditionDepth, "; flatten them"));
    return;
  }
  switch (condition.kind_case()) {
    case Condition::KIND_NOT_SET:
      Error(place,
            absl::StrCat("empty condition; name one of ", ConditionNames()));
      return;
    case Condition::kAll:
    case Condition::kAny: {
      const bool all = condition.kind_case() == Condition::kAll;
      const auto& children = all ? condition.all().of() : condition.any().of();
      const char* name = all ? "all" : "any";
      const RulePlace here = place.At(name);
      if (children.empty()) {
        Error(here, absl::StrCat(name, " holds no condition; add of { ... }"));
      }
      for (int i = 0; i < children.size(); ++i) {
        CheckCondition(children.Get(i), here.At("of", i), sides, depth + 1);
      }
      if (all) CheckExclusions(condition, place);
      return;
    }
    case Condition::kNot:
      CheckCondition(condition.not_(), place.At("not"), sides, depth + 1);
      return;
    default:
      break;
  }
  CheckFields(condition, place, sides);
}

// Of conditions that all have to hold, two that exclude each other.  One of the
// two is a child of `all` itself; the other may stand in an `all` inside it.
void Validator::CheckExclusions(const Condition& all, const RulePlace& place) {
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
      Error(found[j].place,
            absl::StrCat("this can never be true beside ", found[i].place.path(),
                         ": ", why, "; change one of them"));
      break;
    }
  }
}

void Validator::CheckZones(const Condition::InZone& in_zone,
                           const RulePlace& place, const Sides& sides) {
  uint32_t zones = 0;
  for (int kind : in_zone.kind()) zones |= uint32_t{1} << (kind & 31);
  const bool left = in_zone.side() != v1::Side::RIGHT;
  const bool right =
      in_zone.side() == v1::Side::RIGHT || in_zone.side() == v1::Side::BOTH;
  const bool either = in_zone.side() == v1::Side::EITHER;
  if (zones == 0 || (either && (zones & ~sides.right_not_in) != 0)) return;
  if ((left && (zones & ~sides.left_not_in) == 0) ||
      (right && (zones & ~sides.right_not_in) == 0)) {
    Error(place,
          "in_zone can never be true: not_in leaves these zones out; remove "
          "one of the two");
  }
}

void Validator::CheckScope(const ConditionTraits& traits,
                           const RulePlace& place, const Sides& sides,
                           v1::Side::Kind side) {
  if ((traits.scope == ConditionScope::kDetail) != sides.is_detail()) {
    Error(place,
          absl::StrCat(traits.name,
                       sides.is_detail()
                           ? " looks at claims, and a detail rule has none; use "
                             "held, covered, departs or surroundings"
                           : " looks at a detail of a draft; use it in a detail "
                             "rule, not in a ",
                       sides.is_detail() ? "" : sides.body_name(),
                       sides.is_detail() ? "" : " rule"));
    return;
  }
  const bool of_sentences = traits.kind == Condition::kText ||
                            traits.kind == Condition::kInZone ||
                            traits.scope == ConditionScope::kSentence;
  if (sides.is_sentence() && !of_sentences) {
    Error(place, absl::StrCat(traits.name,
                              " looks at claims, and a sentence rule has none; "
                              "use text, in_zone or flaw"));
    return;
  }
  if (traits.scope == ConditionScope::kSentence && !sides.is_sentence()) {
    Error(place, absl::StrCat(traits.name,
                              " looks at a sentence as such; use it in a "
                              "sentence rule, not in a ",
                              sides.body_name(), " rule"));
    return;
  }
  if (traits.scope == ConditionScope::kPassage &&
      sides.body != Rule::kPassage) {
    Error(place, absl::StrCat(traits.name,
                              " looks at a whole passage; use it in a passage "
                              "rule, not in a ",
                              sides.body_name(), " rule"));
    return;
  }
  if (traits.scope == ConditionScope::kBothSides && !sides.has_right()) {
    Error(place,
          absl::StrCat(traits.name, " compares two claims, and a ",
                       sides.body_name(), " rule has one; use a pair rule"));
    return;
  }
  bool left = true;
  bool right = traits.scope == ConditionScope::kBothSides;
  if (traits.scope == ConditionScope::kOneSide) {
    if (side == v1::Side::KIND_UNSPECIFIED && sides.has_right()) {
      Error(place, absl::StrCat(traits.name,
                                ": side is missing; name LEFT, RIGHT, BOTH or "
                                "EITHER"));
      return;
    }
    if (side > v1::Side::LEFT && !sides.has_right()) {
      Error(place, absl::StrCat(traits.name, ": a ", sides.body_name(),
                                sides.is_sentence()
                                    ? " rule has one sentence"
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
      left && (sides.left_kinds & needed) == 0     ? sides.left_kinds
      : right && (sides.right_kinds & needed) == 0 ? sides.right_kinds
                                                   : 0;
  if (missing != 0) {
    Error(place,
          absl::StrCat(traits.name, " looks at ", traits.looks_at,
                       ", which the selected claims (", KindNames(missing),
                       ") never have; select one of ", KindNames(needed)));
  }
}

void Validator::CheckTolerance(const v1::Tolerance& tolerance,
                               const RulePlace& place) {
  const auto check = [&](const v1::Decimal& decimal, const char* field) {
    if (decimal.significand() < 0) {
      Error(place.At(field), absl::StrCat("tolerance: ", field,
                                          " is negative; write a distance"));
    }
    if (decimal.exponent() < -18 || decimal.exponent() > 18) {
      Error(place.At(field),
            absl::StrCat("tolerance: the exponent of ", field, " is ",
                         decimal.exponent(), "; it lies between -18 and 18"));
      return;
    }
    int64_t rest = decimal.significand();
    int magnitude = decimal.exponent();  // of the first digit
    for (; rest >= 10; rest /= 10) ++magnitude;
    if (std::string(field) == "relative" && rest > 0 && magnitude >= 0) {
      Error(place.At(field),
            "tolerance: a relative tolerance of 1 or more lets everything "
            "pass; five percent is { significand: 5 exponent: -2 }");
    }
  };
  check(tolerance.absolute(), "absolute");
  check(tolerance.relative(), "relative");
  if (tolerance.absolute().significand() == 0 &&
      tolerance.relative().significand() == 0 && !tolerance.rounding()) {
    Error(place,
          "tolerance allows nothing; set absolute, relative or rounding, or "
          "remove it");
  }
}

void Validator::CheckSame(const Condition::Same& same, const RulePlace& place,
                          const Sides& sides) {
  using Same = Condition::Same;
  if (same.aspect() == Same::ASPECT_UNSPECIFIED ||
      !Same::Aspect_IsValid(same.aspect())) {
    Error(place,
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
      Error(place,
            absl::StrCat("same ", Same::Aspect_Name(same.aspect()),
                         " looks at quantities, which the selected claims (",
                         KindNames(bad), ") never have; select one of ",
                         KindNames(needed)));
    }
  }
}

void Validator::CheckText(const Condition::Text& text, const RulePlace& place) {
  const std::string mistake = PatternMistake(text.pattern());
  if (!mistake.empty()) {
    Error(place.At("pattern"), absl::StrCat("text: ", EscapeControls(mistake)));
  } else if (PatternIsSlow(text.pattern())) {
    Warning(place.At("pattern"),
            "text: pattern holds no word to look for first, so it runs over "
            "every sentence; name one");
  }
}

void Validator::CheckFields(const Condition& condition, const RulePlace& outer,
                            const Sides& sides) {
  const ConditionTraits& traits = *FindConditionTraits(condition.kind_case());
  const RulePlace place = outer.At(traits.name);
  v1::Side::Kind side = v1::Side::KIND_UNSPECIFIED;
  const auto relation_name = [](int v) {
    return v1::Relation::Kind_Name(static_cast<v1::Relation::Kind>(v));
  };
  const auto check_relation = [&](const auto& relation, bool may_be_empty) {
    CheckList(relation, place, "relation", may_be_empty, v1::Relation::Kind_MAX,
              relation_name);
    if (relation.size() >= v1::Relation::Kind_MAX) {
      Error(place, absl::StrCat(traits.name,
                                ": all five relations hold for any two; leave "
                                "out those that are no mistake"));
    }
  };
  switch (condition.kind_case()) {
    case Condition::kValues:
      check_relation(condition.values().relation(), false);
      if (condition.values().has_tolerance()) {
        CheckTolerance(condition.values().tolerance(), place.At("tolerance"));
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
      CheckSame(condition.same(), place, sides);
      break;
    case Condition::kFactuality:
      side = condition.factuality().side();
      CheckList(condition.factuality().status(), place, "status", false,
                v1::Factuality::Status_MAX, [](int v) {
                  return v1::Factuality::Status_Name(
                      static_cast<v1::Factuality::Status>(v));
                });
      break;
    case Condition::kAttribution: {
      const Condition::AttributionIs& attribution = condition.attribution();
      side = attribution.side();
      CheckList(attribution.kind(), place, "kind", true,
                v1::Attribution::Kind_MAX, [](int v) {
                  return v1::Attribution::Kind_Name(
                      static_cast<v1::Attribution::Kind>(v));
                });
      CheckList(attribution.stance(), place, "stance", true,
                v1::Attribution::Stance_MAX, [](int v) {
                  return v1::Attribution::Stance_Name(
                      static_cast<v1::Attribution::Stance>(v));
                });
      if (!attribution.has_present() && !attribution.has_named() &&
          attribution.kind().empty() && attribution.stance().empty()) {
        Error(place,
              "attribution asks nothing; set present, kind, stance or named");
      }
      break;
    }
    case Condition::kDocuments: {
      const Condition::Documents& documents = condition.documents();
      if (!documents.has_same() && !documents.has_independent() &&
          !documents.has_same_publisher() && !documents.has_left_is_newer() &&
          !documents.has_within_days()) {
        Error(place,
              "documents asks nothing; set same, independent, same_publisher, "
              "left_is_newer or within_days");
      }
      break;
    }
    case Condition::kText:
      side = condition.text().side();
      CheckText(condition.text(), place);
      break;
    case Condition::kQuotes:
      CheckList(condition.quotes().difference(), place, "difference",
                condition.quotes().least_common_words() > 0,
                Condition::Quotes::Difference_MAX, [](int v) {
                  return Condition::Quotes::Difference_Name(
                      static_cast<Condition::Quotes::Difference>(v));
                });
      break;
    case Condition::kNames:
      CheckList(condition.names().difference(), place, "difference", false,
                Condition::Names::Difference_MAX, [](int v) {
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
      CheckList(condition.in_zone().kind(), place, "kind", false,
                v1::Zone::Kind_MAX, [](int v) {
                  return v1::Zone::Kind_Name(static_cast<v1::Zone::Kind>(v));
                });
      CheckZones(condition.in_zone(), place, sides);
      break;
    case Condition::kWords:
      side = condition.words().side();
      if (condition.words().at_least() == 0) {
        Error(place,
              "words: at_least is 0, which every claim has; write 1 or "
              "more");
      }
      break;
    case Condition::kHeld:
      CheckList(condition.held().how(), place, "how", false,
                v1::Detail::Held_MAX, [](int v) {
                  return v1::Detail::Held_Name(
                      static_cast<v1::Detail::Held>(v));
                });
      break;
    case Condition::kDeparts:
      CheckList(condition.departs().by(), place, "by", false,
                v1::Detail::Departure_MAX, [](int v) {
                  return v1::Detail::Departure_Name(
                      static_cast<v1::Detail::Departure>(v));
                });
      break;
    case Condition::kFlaw:
      CheckList(condition.flaw().kind(), place, "kind", false,
                Condition::Flaw::Kind_MAX, [](int v) {
                  return Condition::Flaw::Kind_Name(
                      static_cast<Condition::Flaw::Kind>(v));
                });
      break;
    case Condition::kCovered:
      if (!condition.covered().has_below() &&
          !condition.covered().has_at_least() &&
          !condition.covered().has_sentence_below()) {
        Error(place,
              "covered asks nothing; set below, at_least or sentence_below");
      }
      break;
    case Condition::kSurroundings:
      if (!condition.surroundings().has_same_below() &&
          !condition.surroundings().has_other_at_least() &&
          condition.surroundings().margin() == 0) {
        Error(place,
              "surroundings asks nothing; set same_below, other_at_least or "
              "margin");
      }
      break;
    case Condition::kSum:
      if (condition.sum().has_tolerance()) {
        CheckTolerance(condition.sum().tolerance(), place.At("tolerance"));
      }
      break;
    case Condition::kPercentChange:
      if (condition.percent_change().has_tolerance()) {
        CheckTolerance(condition.percent_change().tolerance(),
                       place.At("tolerance"));
      }
      break;
    case Condition::kPercentOf:
      if (condition.percent_of().has_tolerance()) {
        CheckTolerance(condition.percent_of().tolerance(), place.At("tolerance"));
      }
      break;
    case Condition::kMultiple:
      if (condition.multiple().has_tolerance()) {
        CheckTolerance(condition.multiple().tolerance(), place.At("tolerance"));
      }
      break;
    case Condition::kConversion:
      if (condition.conversion().has_tolerance()) {
        CheckTolerance(condition.conversion().tolerance(), place.At("tolerance"));
      }
      break;
    case Condition::kAverageSpeed:
      if (condition.average_speed().has_tolerance()) {
        CheckTolerance(condition.average_speed().tolerance(), place.At("tolerance"));
      }
      break;
    default:
      break;
  }
  CheckScope(traits, place, sides, side);
}

}  // namespace

void ValidateRule(const RuleSource& source, std::vector<RuleIssue>* issues) {
  Validator(source, issues).Run();
}

void ValidateIds(absl::Span<const RuleSource> sources,
                 std::vector<RuleIssue>* issues) {
  absl::flat_hash_map<absl::string_view, size_t> first;
  for (size_t i = 0; i < sources.size(); ++i) {
    const std::string& id = sources[i].rule.id();
    if (id.empty()) continue;
    const auto [it, fresh] = first.emplace(id, i);
    if (fresh) continue;
    const RuleIssue earlier =
        RulePlace(sources[it->second]).At("id").Issue(Severity::ERROR, "");
    std::string where = EscapeControls(earlier.file);
    if (earlier.line > 0) {
      absl::StrAppend(&where, ":", earlier.line, ":", earlier.column);
    }
    issues->push_back(RulePlace(sources[i])
                          .At("id")
                          .Issue(Severity::ERROR,
                                 absl::StrCat("id \"", EscapeControls(id),
                                              "\" is also used in ", where,
                                              "; give one of them another")));
  }
}

}  // namespace claimcheck
