// Runs the examples of rules as a test:
//
//   rule_tester [--min-coverage=PERCENT] FILE_OR_FOLDER...
//
// Knows what Bazel says to tests: writes XML_OUTPUT_FILE, one case an example;
// honours TEST_TOTAL_SHARDS, TEST_SHARD_INDEX and TESTBRIDGE_TEST_ONLY.  Exits 0
// when every example came out as expected, 1 when not, 2 when the rules cannot
// be used.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/engine/coverage.h"
#include "rules/engine/example_report.h"
#include "rules/engine/example_runner.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {
namespace {

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// False when Bazel's numbers make no sense.
bool ReadChoice(ExampleChoice* choice) {
  const std::string shards = Environment("TEST_TOTAL_SHARDS");
  if (!shards.empty()) {
    if (!absl::SimpleAtoi(shards, &choice->shards) || choice->shards < 1 ||
        !absl::SimpleAtoi(Environment("TEST_SHARD_INDEX"), &choice->shard) ||
        choice->shard < 0 || choice->shard >= choice->shards) {
      return false;
    }
    // Says that this test can be split.
    const std::string status = Environment("TEST_SHARD_STATUS_FILE");
    if (!status.empty()) std::ofstream touch(status);
  }
  const std::string only = Environment("TESTBRIDGE_TEST_ONLY");
  if (!only.empty()) {
    choice->only = absl::StrSplit(only, ':', absl::SkipEmpty());
  }
  return true;
}

constexpr char kMinCoverage[] = "--min-coverage=";

int Run(std::vector<std::string> paths) {
  int min_coverage = 0;
  bool usable = true;
  if (!paths.empty() && absl::StartsWith(paths[0], kMinCoverage)) {
    usable = absl::SimpleAtoi(paths[0].substr(sizeof(kMinCoverage) - 1),
                              &min_coverage) &&
             min_coverage >= 0 && min_coverage <= 100;
    paths.erase(paths.begin());
  }
  if (!usable || paths.empty()) {
    std::cerr << "usage: rule_tester [--min-coverage=PERCENT] "
                 "FILE_OR_FOLDER...\n";
    return 2;
  }
  ExampleChoice choice;
  if (!ReadChoice(&choice)) {
    std::cerr << "rule_tester: error: odd numbers of shards\n";
    return 2;
  }
  const LoadResult loaded = RuleSet::FromFiles(paths);
  std::cerr << loaded.Describe();
  if (!loaded.ok()) return 2;
  const Extractor extractor(EmbeddedLexicon());
  // A part of the examples covers a part of the conditions.
  const bool whole = choice.shards == 1 && choice.only.empty();
  Coverage coverage;
  const std::vector<ExampleResult> results =
      RunExamples(*loaded.rules, extractor, choice,
                  min_coverage > 0 && whole ? &coverage : nullptr);
  const std::string xml = Environment("XML_OUTPUT_FILE");
  if (!xml.empty()) {
    std::ofstream out(xml);
    out << ToJUnitXml(results);
    if (!out.flush()) {
      std::cerr << "rule_tester: error: cannot write XML_OUTPUT_FILE\n";
      return 2;
    }
  }
  std::cout << DescribeResults(results);
  // A test that runs nothing proves nothing; a shard may have nothing to run.
  if (results.empty() && choice.shards == 1) {
    std::cerr << "rule_tester: error: no example was run\n";
    return 1;
  }
  for (const ExampleResult& result : results) {
    if (!result.passed) return 1;
  }
  if (coverage.Percent() < min_coverage) {
    std::cout << coverage.Describe() << "fewer than min_coverage ("
              << min_coverage << " %)\n";
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  return claimcheck::Run(std::vector<std::string>(argv + 1, argv + argc));
}
