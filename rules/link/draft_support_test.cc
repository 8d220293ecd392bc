// Values, names, clauses and slots of a draft, each against its sources.

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/clause_coverage.h"
#include "rules/link/draft_sources.h"
#include "rules/link/draft_test_documents.h"
#include "rules/link/name_support.h"
#include "rules/link/slot_alignment.h"
#include "rules/link/value_support.h"

namespace claimcheck {
namespace {

// Whether the sources hold the first figure of the draft.
bool HoldsFigure(const std::string& draft, const std::string& source) {
  DraftDocuments d(draft, {source});
  EXPECT_FALSE(d.draft().quantities.empty()) << draft;
  const DraftSources sources(d.corpus());
  return ValueSupport(sources).HoldsFigure(d.draft(), 0);
}

TEST(ValueSupport, RoundingGoesOneWay) {
  EXPECT_TRUE(HoldsFigure("It cost $7.1 million.", "It cost $7,104,000."));
  EXPECT_FALSE(HoldsFigure("It cost $7,104,000.", "It cost $7.1 million."));
  // Too far for a rounding that is not called one.
  EXPECT_FALSE(HoldsFigure("It cost $30 million.", "It cost $28 million."));
  EXPECT_TRUE(
      HoldsFigure("It cost about $30 million.", "It cost $28 million."));
}

TEST(ValueSupport, HedgesOfTheSourceBearOutNoOtherNumber) {
  EXPECT_TRUE(HoldsFigure("50 people came.", "More than 50 people came."));
  EXPECT_FALSE(HoldsFigure("60 people came.", "More than 50 people came."));
}

TEST(ValueSupport, BothEndsOfARange) {
  EXPECT_TRUE(HoldsFigure("It pays 3 to 5 percent.", "It pays 3% to 5%."));
  EXPECT_FALSE(HoldsFigure("It pays 3 to 6 percent.", "It pays 3% to 5%."));
}

TEST(ValueSupport, AnAgeIsNoCount) {
  EXPECT_TRUE(HoldsFigure("Mia Orme, 26, won.", "A 26-year-old woman won."));
  EXPECT_FALSE(HoldsFigure("It has 26 watches.", "A 26-year-old woman won."));
}

TEST(ValueSupport, TheAgeOfAThingIsHowLongItStood) {
  EXPECT_TRUE(HoldsFigure("The record was 14 years old.",
                          "She broke a record that had stood for 14 years."));
  EXPECT_FALSE(HoldsFigure("A 14-year-old won.",
                           "She broke a record that had stood for 14 years."));
}

TEST(ValueSupport, AVotingAge) {
  EXPECT_TRUE(HoldsFigure("They let 16-year-olds vote.",
                          "They lowered the voting age from 18 to 16."));
}

// The parts of the draft's times that the source lacks.
std::vector<std::string> Missing(const std::string& draft,
                                 const std::string& source) {
  DraftDocuments d(draft, {source});
  const DraftSources sources(d.corpus());
  const ValueSupport values(sources);
  std::vector<std::string> out;
  for (uint32_t t = 0; t < d.draft().times.size(); ++t) {
    bool loose = false;
    for (const TokenRange part : values.MissingTimes(d.draft(), t, &loose)) {
      out.push_back(
          std::string(d.draft().text.Text(d.draft().text.SpanOf(part))));
    }
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(ValueSupport, TimesPartByPart) {
  EXPECT_EQ(Missing("It opened on 4 March.", "It opened on March 4, 2021."),
            Strings());
  EXPECT_EQ(Missing("It opened on 5 March.", "It opened on March 4, 2021."),
            Strings{"5"});
  EXPECT_EQ(Missing("It opened in 2022.", "It opened on March 4, 2021."),
            Strings{"2022"});
  EXPECT_EQ(Missing("It opened on Tuesday.", "It opened on Monday."),
            Strings{"Tuesday"});
  EXPECT_EQ(Missing("It stood for two years.", "It stood for 24 months."),
            Strings());
  EXPECT_EQ(Missing("It fell 35 years ago.", "It fell 30 years ago."),
            Strings{"35 years"});
}

std::vector<std::string> BadNames(const std::string& draft,
                                  const std::string& source) {
  DraftDocuments d(draft, {source});
  const DraftSources sources(d.corpus());
  const NameSupport names(sources);
  std::vector<std::string> out;
  for (uint32_t s = 0; s < d.draft().text.sentences.size(); ++s) {
    for (const NameVerdict& verdict : names.Judge({0, s})) {
      if (verdict.held == NameHeld::kRecombined) continue;
      out.push_back(std::string(
          d.draft().text.Text(d.draft().text.SpanOf(verdict.decisive))));
    }
  }
  return out;
}

TEST(NameSupport, FormsOfOneName) {
  EXPECT_EQ(BadNames("He joined the FRA.", "The Federal Rivers Agency grew."),
            Strings());
  EXPECT_EQ(BadNames("He joined the Federal Rivers Agency.", "The FRA grew."),
            Strings());
  EXPECT_EQ(BadNames("They met Sergey Orlovsky.", "They met Sergei Orlovski."),
            Strings());
  EXPECT_EQ(BadNames("He moved to France.", "He moved to Paris."), Strings());
  EXPECT_EQ(BadNames("He moved to Paris.", "He moved to France."),
            Strings{"Paris"});
  EXPECT_EQ(BadNames("He met French envoys.", "He met envoys from France."),
            Strings());
}

TEST(NameSupport, OnlyWhatIsMissingIsPointedAt) {
  EXPECT_EQ(BadNames("They met Martin Oakshott.", "They met Howard Oakshott."),
            Strings{"Martin"});
  // A word that is no name by itself tells nothing.
  EXPECT_EQ(BadNames("They met at Corva Station.", "They met in Corva."),
            Strings());
}

TEST(ClauseCoverage, CountsOtherWordsForTheSame) {
  DraftDocuments d(
      "The firm purchased the old mill in spring, and jubilant dancers "
      "painted purple umbrellas.",
      {"The company bought the mill, an old building, in spring."});
  const DraftSources sources(d.corpus());
  const auto clauses = CoverClauses(sources, {0, 0}, {{1, 0}});
  ASSERT_EQ(clauses.size(), 2u);
  EXPECT_GE(clauses[0].covered, 80);
  EXPECT_EQ(clauses[1].covered, 0);
}

TEST(SlotAlignment, OneGapBetweenAnchors) {
  DraftDocuments d("The council sold the northern dock to a rival firm.",
                   {"The council sold the southern dock to a rival firm."});
  const DraftSources sources(d.corpus());
  const SentenceAlignment alignment = AlignSentences(sources, {0, 0}, {1, 0});
  ASSERT_EQ(alignment.slots.size(), 1u);
  EXPECT_EQ(alignment.slots[0].size(), 2u);
  EXPECT_TRUE(alignment.slots[0].anchored);
  EXPECT_GT(alignment.covered, 70);
}

TEST(DraftSources, BestPassageFirst) {
  DraftDocuments d("The dock was sold to a rival.",
                   {"Rain fell. A rival bought the dock, which the town sold. "
                    "The dock is old."});
  const DraftSources sources(d.corpus());
  const auto passages = sources.BestPassages({0, 0}, 2);
  ASSERT_EQ(passages.size(), 2u);
  EXPECT_EQ(passages[0].at.sentence, 1u);
  EXPECT_EQ(sources.Surroundings(passages).size(), 3u);
}

}  // namespace
}  // namespace claimcheck
