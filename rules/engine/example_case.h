#ifndef CLAIMCHECK_RULES_ENGINE_EXAMPLE_CASE_H_
#define CLAIMCHECK_RULES_ENGINE_EXAMPLE_CASE_H_

#include <vector>

#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/text/span.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {

// The texts of an example, ready to be compared.
struct ExampleCase {
  std::vector<v1::Document> documents;
  std::vector<std::vector<Span>> marks;  // of each document
  RuleChoice choice;
};

// The mode and the roles that the texts leave open are those of the rule.
ExampleCase MakeCase(const v1::Rule& rule, const v1::Example& example);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EXAMPLE_CASE_H_
