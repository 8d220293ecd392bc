// Runs the examples of rules as a test:  rule_tester FILE_OR_FOLDER...
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

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
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

int Run(const std::vector<std::string>& paths) {
  if (paths.empty()) {
    std::cerr << "usage: rule_tester FILE_OR_FOLDER...\n";
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
  const std::vector<ExampleResult> results =
      RunExamples(*loaded.rules, extractor, choice);
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
  return 0;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  return claimcheck::Run(std::vector<std::string>(argv + 1, argv + argc));
}
