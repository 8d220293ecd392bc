#ifndef CLAIMCHECK_RULES_ENGINE_EXAMPLE_REPORT_H_
#define CLAIMCHECK_RULES_ENGINE_EXAMPLE_REPORT_H_

#include <string>
#include <vector>

#include "rules/engine/example_runner.h"

namespace claimcheck {

// "FAIL rule/name" with the detail for each failure, and one line that counts.
std::string DescribeResults(const std::vector<ExampleResult>& results);

// The results as JUnit XML, one test case an example, one suite a rule.
std::string ToJUnitXml(const std::vector<ExampleResult>& results);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EXAMPLE_REPORT_H_
