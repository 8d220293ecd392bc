// Drafts of one sentence that say what their source says in other words, and drafts
// that say something else.  Known false alarms and gaps are marked in the lists, and
// fail when they are gone, so that the marks are taken away.

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "checker/checker.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Pair {
  std::string draft, source;
  bool known = false;  // not as it should be
};

std::vector<Pair> ReadPairs(const std::string& path) {
  std::ifstream in(path);
  std::vector<Pair> pairs;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || absl::StartsWith(line, "#")) continue;
    absl::string_view rest = line;
    Pair pair;
    pair.known = absl::ConsumePrefix(&rest, "? ");
    const std::pair<std::string, std::string> sides =
        absl::StrSplit(rest, " || ");
    pair.draft = sides.first;
    pair.source = sides.second;
    EXPECT_FALSE(pair.source.empty()) << line;
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

bool IsContradicted(const Checker& checker, const Pair& pair) {
  v1::Document draft, source;
  draft.set_id("draft");
  draft.set_text(pair.draft);
  source.set_id("source");
  source.set_text(pair.source);
  const auto report = checker.Check(draft, {source});
  EXPECT_TRUE(report.ok());
  for (const v1::Finding& finding : report->findings()) {
    if (finding.kind() == v1::Finding::CONTRADICTION) return true;
  }
  return false;
}

void CheckPairs(const std::string& path, bool contradicted) {
  const auto checker = Checker::Create({});
  ASSERT_TRUE(checker.ok());
  const std::vector<Pair> pairs = ReadPairs(path);
  ASSERT_GT(pairs.size(), 20u);
  for (const Pair& pair : pairs) {
    EXPECT_EQ(IsContradicted(*checker, pair), contradicted != pair.known)
        << pair.draft << " || " << pair.source
        << (pair.known ? "\nthe mark \"? \" can go" : "");
  }
}

TEST(Paraphrases, OtherWordsAreNoContradiction) {
  CheckPairs("testdata/paraphrases/same.txt", false);
}

TEST(Paraphrases, WhatIsToldOtherwiseIsOne) {
  CheckPairs("testdata/paraphrases/other.txt", true);
}

}  // namespace
}  // namespace claimcheck
