#ifndef CLAIMCHECK_RULES_ENGINE_RULE_CHECKS_H_
#define CLAIMCHECK_RULES_ENGINE_RULE_CHECKS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/rule.pb.h"
#include "rules/engine/rule_issue.h"

namespace claimcheck {

// What the parts of the validator share (see rule_validator.h): the list of
// mistakes, and which claims a rule's conditions look at.

inline constexpr uint32_t kAllKinds = ~uint32_t{0};

// The kinds of claims that `selector` takes, as bits of v1::Claim::Kind.
uint32_t KindsOf(const v1::Selector& selector);
// "QUANTITY, DATE" for such bits.
std::string KindNames(uint32_t kinds);

// Which claims stand on the two sides of a body's conditions.
struct Sides {
  v1::Rule::BodyCase body;
  uint32_t left_kinds = kAllKinds;
  uint32_t right_kinds = kAllKinds;
  uint32_t left_not_in = 0;  // bits of v1::Zone::Kind
  uint32_t right_not_in = 0;
  bool has_right() const {
    return body == v1::Rule::kPair || body == v1::Rule::kSupport;
  }
  bool is_detail() const { return body == v1::Rule::kDetail; }
  bool is_sentence() const { return body == v1::Rule::kSentence; }
  const char* body_name() const {
    switch (body) {
      case v1::Rule::kPair:
        return "pair";
      case v1::Rule::kPassage:
        return "passage";
      case v1::Rule::kClaim:
        return "claim";
      case v1::Rule::kDetail:
        return "detail";
      case v1::Rule::kSentence:
        return "sentence";
      default:
        return "support";
    }
  }
};

// Collects the mistakes of one rule.
class RuleIssues {
 public:
  explicit RuleIssues(std::vector<RuleIssue>* issues) : issues_(issues) {}

  void Error(const RulePlace& place, std::string message) {
    issues_->push_back(place.Issue(v1::Severity::ERROR, std::move(message)));
  }
  void Warning(const RulePlace& place, std::string message) {
    issues_->push_back(place.Issue(v1::Severity::WARNING, std::move(message)));
  }
  // Errors for an enum list that is empty, names 0 or a value twice.
  template <typename List, typename NameOf>
  void CheckList(const List& list, const RulePlace& parent, const char* field,
                 bool may_be_empty, int values, NameOf name_of);
  // Errors for a list of zones.
  template <typename List>
  void CheckZoneList(const List& list, const RulePlace& parent,
                     const char* field, bool may_be_empty);

 private:
  std::vector<RuleIssue>* issues_;
};

// Adds every mistake of `condition` and of those in it.  `place` is its own.
void ValidateCondition(const v1::Condition& condition, const RulePlace& place,
                       const Sides& sides, RuleIssues* issues);

// The same for what one condition, not a group of them, says; it returns the
// side that the condition names, if it has such a field.
v1::Side::Kind ValidateConditionFields(const v1::Condition& condition,
                                       const RulePlace& place,
                                       const Sides& sides, RuleIssues* issues);

template <typename List, typename NameOf>
void RuleIssues::CheckList(const List& list, const RulePlace& parent,
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

template <typename List>
void RuleIssues::CheckZoneList(const List& list, const RulePlace& parent,
                               const char* field, bool may_be_empty) {
  CheckList(list, parent, field, may_be_empty, v1::Zone::Kind_MAX, [](int v) {
    return v1::Zone::Kind_Name(static_cast<v1::Zone::Kind>(v));
  });
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_RULE_CHECKS_H_
