#include "rules/engine/rule_validator.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claims/extract/flaws.h"
#include "rules/engine/condition_traits.h"
#include "rules/engine/example_validator.h"
#include "rules/engine/message_format.h"
#include "rules/engine/rule_checks.h"

// A rule's head, message, selectors and links; conditions are looked at in
// condition_validator.cc, examples in example_validator.cc.
namespace claimcheck {
namespace {

using v1::Claim;
using v1::Condition;
using v1::Rule;
using v1::Selector;
using v1::Severity;

// The dimensions of //claims/lexicon's units and of quantities without one.
// clang-format off
constexpr const char* kDimensions[] = {
    "absorbed dose", "action", "angle", "area", "capacitance", "charge",
    "concentration", "consumption", "count", "current", "data", "data rate",
    "dose", "energy", "explosive yield", "flow", "force", "frequency",
    "image size", "length", "light", "magnetic field", "magnitude", "mass",
    "money", "multiple", "none", "percent", "percentage point", "points",
    "power", "pressure", "radioactivity", "rate", "resistance", "rotation",
    "sound level", "speed", "substance", "temperature", "time",
    "time squared", "torque", "voltage", "volume"};
// clang-format on

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

// A flaw that is told of two places.
bool AsksForTwoPlaces(const Condition& condition) {
  const auto any = [](const auto& children) {
    return std::any_of(children.begin(), children.end(), AsksForTwoPlaces);
  };
  switch (condition.kind_case()) {
    case Condition::kAll: return any(condition.all().of());
    case Condition::kAny: return any(condition.any().of());
    case Condition::kFlaw: break;
    default: return false;
  }
  const auto& kinds = condition.flaw().kind();
  return std::any_of(kinds.begin(), kinds.end(), [](int kind) {
    return HasOtherPlace(static_cast<FlawKind>(kind));
  });
}

class Validator {
 public:
  Validator(const RuleSource& source, std::vector<RuleIssue>* issues)
      : source_(source),
        rule_(source.rule),
        all_issues_(issues),
        issues_(issues) {}

  void Run();

 private:
  void CheckHead(const RulePlace& rule);
  void CheckId(const RulePlace& place);
  void CheckMessage(const RulePlace& place, bool has_right);
  void CheckBody(const RulePlace& rule);
  void CheckSelector(const Selector& selector, const RulePlace& place);
  void CheckDetail(const v1::DetailRule& detail, const RulePlace& place);
  void CheckLink(v1::Link::Kind link, uint32_t least_score, const Sides& sides,
                 const RulePlace& place);

  const RuleSource& source_;
  const Rule& rule_;
  std::vector<RuleIssue>* all_issues_;
  RuleIssues issues_;
};

void Validator::Run() {
  const RulePlace rule(source_);
  CheckHead(rule);
  CheckBody(rule);
  ValidateExamples(source_, all_issues_);
}

void Validator::CheckId(const RulePlace& place) {
  const std::string& id = rule_.id();
  if (id.empty()) {
    issues_.Error(
        place, absl::StrCat("id is empty; write id: \"",
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
    issues_.Error(place,
                  absl::StrCat("id \"", EscapeControls(id.substr(0, 80)),
                               "\" is not 1 to 64 of a-z, 0-9, '.', '_', '-'"));
  } else if (!source_.expected_id.empty() && id != source_.expected_id) {
    issues_.Error(
        place, absl::StrCat("id \"", id, "\" is not folder.file; write id: \"",
                            source_.expected_id, "\" or rename the file"));
  }
}

void Validator::CheckHead(const RulePlace& rule) {
  CheckId(rule.At("id"));
  if (rule_.title().empty()) {
    issues_.Error(rule.At("title"),
                  "title is empty; name the mistake in one line");
  } else if (IsToBeFilledIn(rule_.title())) {
    issues_.Error(
        rule.At("title"),
        "title is still to be filled in; name the mistake in one line");
  }
  if (IsToBeFilledIn(rule_.rationale())) {
    issues_.Error(rule.At("rationale"),
                  "rationale is still to be filled in; say why this is worth a "
                  "finding");
  }
  if (IsToBeFilledIn(rule_.help())) {
    issues_.Error(
        rule.At("help"),
        "help is still to be filled in; say what to do about a finding");
  }
  if (rule_.rationale().empty()) {
    issues_.Warning(rule.At("rationale"),
                    "rationale is empty; say why this is worth a finding");
  }
  if (rule_.severity() == Severity::LEVEL_UNSPECIFIED ||
      !Severity::Level_IsValid(rule_.severity())) {
    issues_.Error(rule.At("severity"),
                  "severity is missing; write NOTE, WARNING or ERROR");
  }
  if (rule_.stage() == Rule::STAGE_UNSPECIFIED ||
      !Rule::Stage_IsValid(rule_.stage())) {
    issues_.Error(
        rule.At("stage"),
        "stage is missing; write EXPERIMENTAL (off unless asked for) or "
        "STABLE");
  }
}

void Validator::CheckMessage(const RulePlace& place, bool has_right) {
  if (rule_.message().empty()) {
    issues_.Error(place,
                  "message is empty; write one line, as \"{left.text}: ...\"");
    return;
  }
  if (IsToBeFilledIn(rule_.message())) {
    issues_.Error(place, "message is still to be filled in; write one line");
  }
  if (rule_.message().find('\n') != std::string::npos) {
    issues_.Error(place,
                  "message has several lines; write one, details go to help");
  }
  for (const std::string& mistake :
       ParseMessage(rule_.message(), has_right).mistakes) {
    issues_.Error(place, absl::StrCat("message: ", mistake));
  }
}

void Validator::CheckBody(const RulePlace& rule) {
  Sides sides;
  sides.body = rule_.body_case();
  if (sides.body == Rule::BODY_NOT_SET) {
    issues_.Error(
        rule,
        "the rule has no body; write pair, passage, claim, support, detail or "
        "sentence");
    CheckMessage(rule.At("message"), true);
    return;
  }
  const RulePlace body = rule.At(sides.body_name());
  CheckMessage(rule.At("message"), sides.body == Rule::kPair ||
                                       sides.body == Rule::kDetail ||
                                       (sides.body == Rule::kSentence &&
                                        AsksForTwoPlaces(rule_.sentence().when())) ||
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
        issues_.Error(
            rule.At("mode"),
            "detail rules look at drafts or at texts of one story; write "
            "mode: CHECK or mode: COMPARE");
      }
      if (rule_.detail().has_when()) when = &rule_.detail().when();
      break;
    case Rule::kSentence:
      issues_.CheckZoneList(rule_.sentence().not_in(), body, "not_in", true);
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
        issues_.Error(
            body.At("corroborated_by"),
            "at_least and corroborated_by exclude each other; write two "
            "rules");
      }
      when_name = "supports";
      if (support.has_supports()) when = &support.supports();
      break;
    }
  }
  if (when == nullptr) {
    issues_.Error(body,
                  absl::StrCat(sides.body_name(), " has no condition; add ",
                               when_name, " { ... }"));
    return;
  }
  ValidateCondition(*when, body.At(when_name), sides, &issues_);
}

void Validator::CheckSelector(const Selector& selector,
                              const RulePlace& place) {
  issues_.CheckList(
      selector.kind(), place, "kind", true, Claim::Kind_MAX,
      [](int v) { return Claim::Kind_Name(static_cast<Claim::Kind>(v)); });
  issues_.CheckZoneList(selector.not_in(), place, "not_in", true);
  for (int i = 0; i < selector.dimension_size(); ++i) {
    bool known = false;
    for (const char* dimension : kDimensions) {
      known = known || selector.dimension(i) == dimension;
    }
    if (!known) {
      issues_.Error(
          place.At("dimension", i),
          absl::StrCat("dimension \"", EscapeControls(selector.dimension(i)),
                       "\" is unknown; there are ",
                       absl::StrJoin(kDimensions, ", ")));
    }
  }
  const uint32_t kinds = KindsOf(selector);
  if (selector.dimension_size() > 0 &&
      (kinds & FindConditionTraits(Condition::kValues)->claim_kinds) == 0) {
    issues_.Error(
        place.At("dimension", 0),
        absl::StrCat("only quantities have a dimension, and kind selects ",
                     KindNames(kinds), "; remove dimension or add QUANTITY"));
  }
}

void Validator::CheckDetail(const v1::DetailRule& detail,
                            const RulePlace& place) {
  issues_.CheckList(
      detail.kind(), place, "kind", false, v1::Detail::Kind_MAX, [](int v) {
        return v1::Detail::Kind_Name(static_cast<v1::Detail::Kind>(v));
      });
  issues_.CheckZoneList(detail.not_in(), place, "not_in", true);
}

void Validator::CheckLink(v1::Link::Kind link, uint32_t least_score,
                          const Sides& sides, const RulePlace& body) {
  if (link == v1::Link::KIND_UNSPECIFIED || !v1::Link::Kind_IsValid(link)) {
    issues_.Error(
        body,
        absl::StrCat(sides.body_name(),
                     " has no link; name what makes two claims one thing: "
                     "EVENT, MEASURE, ENTITY, QUOTATION or STATEMENT"));
  }
  if (least_score > 100) {
    issues_.Error(body.At("least_score"),
                  absl::StrCat("least_score is ", least_score,
                               "; scores are hundredths, 0 to 100"));
  }
  uint32_t needed = kAllKinds;
  if (link == v1::Link::QUOTATION) needed = uint32_t{1} << Claim::QUOTATION;
  if (link == v1::Link::STATEMENT) needed = uint32_t{1} << Claim::STATEMENT;
  for (uint32_t kinds : {sides.left_kinds, sides.right_kinds}) {
    if ((kinds & needed) == 0) {
      issues_.Error(
          body.At("link"),
          absl::StrCat("a link of kind ", v1::Link::Kind_Name(link),
                       " joins claims of that kind, and the selectors take ",
                       KindNames(kinds)));
      break;
    }
  }
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
