#include "rules/match/candidates.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/match/candidates_brute_force.h"
#include "rules/match/match_group.h"
#include "rules/match/synthetic_claims.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr MatchToken kArrive = MakeMatchToken(16 * 101, 10);
constexpr MatchToken kMeet = MakeMatchToken(16 * 102, 10);
constexpr MatchToken kAnna = MakeMatchToken(16 * 103, 8);
constexpr MatchToken kBoris = MakeMatchToken(16 * 104, 8);
constexpr MatchToken kCarla = MakeMatchToken(16 * 107, 8);
constexpr MatchToken kDmitri = MakeMatchToken(16 * 108, 8);
constexpr MatchToken kNoon = MakeMatchToken(16 * 109, 4);
constexpr MatchToken kStorm = MakeMatchToken(16 * 110, 4);
constexpr MatchToken kDelay = MakeMatchToken(16 * 111, 4);
constexpr MatchToken kHarbour = MakeMatchToken(16 * 105, 4);
constexpr MatchToken kFerry = MakeMatchToken(16 * 106, 4);

CandidatePair Pair(uint32_t left_document, uint32_t left_claim,
                   uint32_t right_document, uint32_t right_claim) {
  return {{left_document, left_claim}, {right_document, right_claim}};
}

// Tokens drawn from a few, so that everything collides with everything.
std::vector<ClaimRow> CrowdedRows(uint64_t seed, uint32_t rows,
                                  uint32_t vocabulary) {
  SplitMix random(seed);
  std::vector<ClaimRow> out(rows);
  for (uint32_t i = 0; i < rows; ++i) {
    out[i].ref = {i / 3, i % 3};
    out[i].group = random.Below(2);
    for (uint32_t n = random.Below(16); n > 0; --n) {
      const uint32_t word = random.Below(vocabulary);
      out[i].tokens.push_back(
          MakeMatchToken((word + 1) * 1040, 1 + word * 7 % 12));
    }
  }
  return out;
}

std::vector<CandidatePair> Intersection(const std::vector<CandidatePair>& a,
                                        const std::vector<CandidatePair>& b) {
  std::vector<CandidatePair> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(both));
  return both;
}

TEST(FindCandidatesTest, ClassAndOneParticipantAreEnoughWhateverElseIsSaid) {
  const std::vector<ClaimRow> rows = {
      {{0, 0}, 1, 0, {kArrive, kAnna, kHarbour, kBoris, kNoon, kStorm}},
      {{1, 0}, 1, 0, {kArrive, kAnna, kFerry, kCarla, kDelay}},
      {{2, 0}, 1, 0, {kMeet, kAnna, kFerry, kDmitri}},
  };
  EXPECT_THAT(FindCandidates(ClaimTable(rows)), ElementsAre(Pair(0, 0, 1, 0)));
}

TEST(FindCandidatesTest, ClaimThatSaysLittleMeetsOneThatSaysMuch) {
  const std::vector<ClaimRow> rows = {
      {{0, 0}, 1, 0, {kHarbour, kFerry}},
      {{1, 0}, 1, 0, {kArrive, kAnna, kBoris, kHarbour, kFerry}},
  };
  EXPECT_THAT(FindCandidates(ClaimTable(rows)), ElementsAre(Pair(0, 0, 1, 0)));
}

TEST(FindCandidatesTest, GroupsNeverMeet) {
  const std::vector<ClaimRow> rows = {
      {{0, 0}, 1, 0, {kArrive, kAnna}},
      {{1, 0}, 2, 0, {kArrive, kAnna}},
  };
  EXPECT_THAT(FindCandidates(ClaimTable(rows)), IsEmpty());
}

TEST(FindCandidatesTest, PairsWithinADocumentAreFoundButNoClaimMeetsItself) {
  const std::vector<ClaimRow> rows = {
      // Two records of one claim.
      {{0, 0}, 1, 0, {kArrive, kAnna, kHarbour}},
      {{0, 0}, 1, 0, {kArrive, kAnna, kFerry}},
      {{0, 1}, 1, 0, {kArrive, kAnna}},
  };
  EXPECT_THAT(FindCandidates(ClaimTable(rows)), ElementsAre(Pair(0, 0, 0, 1)));
}

TEST(FindCandidatesTest, OneTokenIsNothingToBeFoundBy) {
  const std::vector<ClaimRow> rows = {
      {{0, 0}, 1, 0, {kArrive}},
      {{1, 0}, 1, 0, {kArrive}},
      {{2, 0}, 1, 0, {kArrive, kAnna}},
      {{3, 0}, 1, 0, {}},
  };
  EXPECT_THAT(FindCandidates(ClaimTable(rows)), IsEmpty());
}

TEST(FindCandidatesTest, ClaimsOfAStoryMeetWithinItOnly) {
  const std::vector<std::pair<uint32_t, uint32_t>> stories = {{0, 1}};
  MatchOptions options;
  options.stories = &stories;
  for (const uint32_t group : {uint32_t{kEventTimes}, uint32_t{kStatements}}) {
    std::vector<ClaimRow> rows;
    for (uint32_t d = 0; d < 3; ++d) {
      rows.push_back({{d, 0}, group, 0, {kArrive, kAnna}});
    }
    rows.push_back({{2, 1}, group, 0, {kArrive, kAnna, kNoon}});
    const std::vector<CandidatePair> all = FindCandidates(ClaimTable(rows));
    EXPECT_EQ(all.size(), 6u);
    const std::vector<CandidatePair> found =
        FindCandidates(ClaimTable(rows), options);
    if (group == kEventTimes) {
      EXPECT_EQ(found, all);
    } else {
      EXPECT_THAT(found, ElementsAre(Pair(0, 0, 1, 0), Pair(2, 0, 2, 1)));
    }
  }
}

TEST(FindCandidatesTest, ACrowdInOneDocumentIsNotPairedInFull) {
  std::vector<ClaimRow> rows;
  for (uint32_t c = 0; c < 5000; ++c) {
    rows.push_back({{0, c}, kStatements, 0, {kArrive, kAnna}});
  }
  const std::vector<std::pair<uint32_t, uint32_t>> stories;
  MatchOptions options;
  options.stories = &stories;
  MatchStats stats;
  EXPECT_LT(FindCandidates(ClaimTable(rows), options, &stats).size(), 200000u);
  EXPECT_GE(stats.pairs_left_out, 5000u);
}

// Within a story few are too hot to be paired in full.
TEST(FindCandidatesTest, StoriesEqualBruteForceAmongTheirDocuments) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    std::vector<ClaimRow> rows = CrowdedRows(seed, 300, 12);
    for (ClaimRow& row : rows) row.group += kStatements - 1;  // and superlatives
    std::vector<std::pair<uint32_t, uint32_t>> stories;
    for (uint32_t a = 0; a < 100; ++a) {
      for (uint32_t b = a + 1; b < 100; b += 7) stories.emplace_back(a, b);
    }
    MatchOptions options;
    options.stories = &stories;
    const ClaimTable table(rows);
    std::vector<CandidatePair> expected;
    for (const CandidatePair& pair :
         FindCandidatesByBruteForce(table, options.rule)) {
      const uint32_t a = pair.left.document, b = pair.right.document;
      if (a == b || (b - a) % 7 == 1) expected.push_back(pair);
    }
    EXPECT_GT(expected.size(), 50u);
    EXPECT_EQ(FindCandidates(table, options), expected) << seed;
  }
}

TEST(FindCandidatesTest, EmptyTable) {
  EXPECT_THAT(FindCandidates(ClaimTable()), IsEmpty());
}

// The property that the module stands on: the fast join finds what comparing
// everything with everything finds, neither more nor less.
TEST(FindCandidatesTest, EqualsBruteForceOnCrowdedTables) {
  for (uint64_t seed = 1; seed <= 300; ++seed) {
    const std::vector<ClaimRow> rows = CrowdedRows(
        seed, 20 + seed % 100, 5 + static_cast<uint32_t>(seed * 13 % 90));
    const ClaimTable table(rows);
    MatchOptions options;
    options.split_above = seed % 5;  // parts groups to the last token
    options.hot_above = rows.size();
    ASSERT_EQ(FindCandidates(table, options),
              FindCandidatesByBruteForce(table, options.rule))
        << "seed " << seed;
  }
}

TEST(FindCandidatesTest, EqualsBruteForceWithOtherRules) {
  const ClaimTable table(CrowdedRows(7, 90, 60));
  for (int enough = 11; enough <= 40; enough += 3) {
    for (int percent = 10; percent <= 100; percent += 15) {
      MatchOptions options;
      options.rule.enough = enough;
      options.rule.percent = percent;
      options.split_above = 4;
      ASSERT_EQ(FindCandidates(table, options),
                FindCandidatesByBruteForce(table, options.rule))
          << enough << " " << percent;
    }
  }
}

TEST(FindCandidatesTest, EqualsBruteForceOnNewsLikeClaims) {
  const SyntheticClaims claims = MakeSyntheticClaims(4000);
  const ClaimTable table(claims.rows);
  MatchStats stats;
  const std::vector<CandidatePair> pairs = FindCandidates(table, {}, &stats);
  EXPECT_EQ(stats.hot_groups, 0u);
  EXPECT_EQ(stats.pairs_left_out, 0u);
  EXPECT_EQ(pairs, FindCandidatesByBruteForce(table, {}));
  EXPECT_GT(pairs.size(), 4000u);
}

TEST(FindCandidatesTest, HotGroupsLoseNoWrongPairsAndSayWhatTheyLost) {
  const std::vector<ClaimRow> rows = CrowdedRows(3, 600, 24);
  const ClaimTable table(rows);
  const std::vector<CandidatePair> all =
      FindCandidatesByBruteForce(table, MeetingRule());
  MatchOptions options;
  options.hot_above = 40;
  MatchStats stats;
  const std::vector<CandidatePair> found =
      FindCandidates(table, options, &stats);
  EXPECT_EQ(Intersection(found, all), found) << "a pair that does not meet";
  EXPECT_LT(found.size(), all.size());
  EXPECT_GT(stats.hot_groups, 0u);
  EXPECT_GE(stats.pairs_left_out, all.size() - found.size());
}

// The order of the documents says nothing about them.
TEST(FindCandidatesTest, OrderOfTheDocumentsDoesNotMatter) {
  const SyntheticClaims claims = MakeSyntheticClaims(1600);
  const uint32_t documents = 100;
  const std::vector<CandidatePair> pairs =
      FindCandidates(ClaimTable(claims.rows));
  std::vector<ClaimRow> reversed = claims.rows;
  for (ClaimRow& row : reversed) {
    row.ref.document = documents - 1 - row.ref.document;
  }
  std::stable_sort(
      reversed.begin(), reversed.end(),
      [](const ClaimRow& a, const ClaimRow& b) { return a.ref < b.ref; });
  std::vector<CandidatePair> turned = FindCandidates(ClaimTable(reversed));
  EXPECT_TRUE(std::is_sorted(turned.begin(), turned.end()));
  for (CandidatePair& pair : turned) {
    pair.left.document = documents - 1 - pair.left.document;
    pair.right.document = documents - 1 - pair.right.document;
    if (pair.right < pair.left) std::swap(pair.left, pair.right);
  }
  std::sort(turned.begin(), turned.end());
  EXPECT_EQ(turned, pairs);
}

// What the rarity of tokens is depends on all documents; who meets does not.
TEST(FindCandidatesTest, OtherDocumentsChangeNothing) {
  const SyntheticClaims claims = MakeSyntheticClaims(3200);
  const std::vector<ClaimRow> few(claims.rows.begin(),
                                  claims.rows.begin() + 800);
  std::vector<CandidatePair> of_all = FindCandidates(ClaimTable(claims.rows));
  of_all.erase(std::remove_if(of_all.begin(), of_all.end(),
                              [](const CandidatePair& pair) {
                                return pair.right.document >= 50;
                              }),
               of_all.end());
  EXPECT_EQ(of_all, FindCandidates(ClaimTable(few)));
}

TEST(FindCandidatesTest, ManyCopiesOfASentenceAreFoldedOntoTheFirst) {
  std::vector<ClaimRow> rows;
  for (uint32_t d = 0; d < 40; ++d) {
    rows.push_back({{d, 0}, 1, 77, {kArrive, kAnna, kHarbour}});
  }
  rows.push_back({{40, 0}, 1, 0, {kArrive, kAnna}});
  MatchStats stats;
  const std::vector<CandidatePair> pairs =
      FindCandidates(ClaimTable(rows), {}, &stats);
  EXPECT_EQ(stats.folded_records, 39u);
  // Each with the first and with the one before it; the first with the other
  // claim.
  EXPECT_EQ(pairs.size(), 39u + 38u + 1u);
  EXPECT_EQ(pairs.back(), Pair(38, 0, 39, 0));
  EXPECT_TRUE(std::binary_search(pairs.begin(), pairs.end(),
                                 Pair(0, 0, 40, 0)));
}

TEST(FindCandidatesTest, FewCopiesAreNotFolded) {
  std::vector<ClaimRow> rows;
  for (uint32_t d = 0; d < 10; ++d) {
    rows.push_back({{d, 0}, 1, 77, {kArrive, kAnna, kHarbour}});
  }
  EXPECT_EQ(FindCandidates(ClaimTable(rows)).size(), 45u);
}

// Gates without a clock: how much work a claim costs, and how that grows.
TEST(MatchingGateTest, WorkGrowsWithTheNumberOfClaims) {
  double meetings[2];
  double candidates[2];
  double keys[2];
  const size_t sizes[2] = {10000, 100000};
  for (int i = 0; i < 2; ++i) {
    const ClaimTable table(MakeSyntheticClaims(sizes[i]).rows);
    MatchStats stats;
    FindCandidates(table, {}, &stats);
    meetings[i] = static_cast<double>(stats.meetings);
    candidates[i] = static_cast<double>(stats.candidates);
    keys[i] = static_cast<double>(stats.keys);
    const double bytes =
        static_cast<double>(table.bytes() + stats.peak_bytes +
                            stats.candidates * sizeof(CandidatePair)) /
        static_cast<double>(sizes[i]);
    EXPECT_LE(bytes, 400) << "bytes a claim";
    EXPECT_LE(meetings[i] / static_cast<double>(sizes[i]), 40);
    RecordProperty("bytes_per_claim_" + std::to_string(sizes[i]),
                   std::to_string(bytes));
    RecordProperty("meetings_" + std::to_string(sizes[i]),
                   std::to_string(meetings[i]));
    RecordProperty("candidates_" + std::to_string(sizes[i]),
                   std::to_string(candidates[i]));
  }
  // Groups fill up to MatchOptions::split_above first, then level off.
  EXPECT_LE(std::log10(meetings[1] / meetings[0]), 1.15);
  EXPECT_LE(std::log10(candidates[1] / candidates[0]), 1.10);
  EXPECT_LE(std::log10(keys[1] / keys[0]), 1.10);
}

TEST(MatchingGateTest, RecallAgainstBruteForce) {
  for (bool zipf : {false, true}) {
    SyntheticOptions options;
    options.zipf_entities = zipf;
    const ClaimTable table(MakeSyntheticClaims(10000, options).rows);
    const std::vector<CandidatePair> all =
        FindCandidatesByBruteForce(table, MeetingRule());
    const std::vector<CandidatePair> found = FindCandidates(table);
    const double recall =
        static_cast<double>(Intersection(found, all).size()) /
        static_cast<double>(all.size());
    EXPECT_GE(recall, 0.90) << (zipf ? "zipf" : "even");
    RecordProperty(zipf ? "recall_zipf" : "recall_even",
                   std::to_string(recall));
  }
}

}  // namespace
}  // namespace claimcheck
