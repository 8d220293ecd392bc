#include "rules/link/draft_details.h"

#include "gtest/gtest.h"
#include "rules/link/draft_test_documents.h"

namespace claimcheck {
namespace {

TEST(DraftDetails, NothingWithoutSources) {
  DraftDocuments alone("The mill sold 12 tonnes on Monday.", {});
  EXPECT_TRUE(ReadDraftDetails(alone.corpus()).empty());
}

TEST(DraftDetails, AFigureThatNoSourceHas) {
  DraftDocuments d("The mill sold 12 tonnes of paper.",
                   {"The mill sold 17 tonnes of paper, it said."});
  const Detail* detail = d.Find(DetailKind::kFigure, "12");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->held, DetailHeld::kNowhere);
  EXPECT_EQ(detail->departure, Departure::kValue);
  EXPECT_TRUE(detail->clean);
  EXPECT_EQ(d.Counterpart(*detail), "17 tonnes");
}

// One source has it in the same surroundings, another has something else there.
TEST(DraftDetails, AFigureOverWhichSourcesDiffer) {
  DraftDocuments d("The mill will cut 200 jobs in Arlen.",
                   {"The mill will cut 300 jobs in Arlen.",
                    "In Arlen the mill is to cut 200 jobs, it said."});
  const Detail* detail = d.Find(DetailKind::kFigure, "200");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(d.Counterpart(*detail), "300 jobs");
  ASSERT_NE(detail->like, kNone);
  EXPECT_EQ(d.corpus().document(detail->like).text.Text(detail->like_span),
            "200 jobs");
}

// A source's bound below bears out no higher one, be it near.
TEST(DraftDetails, ABoundAboveTheSources) {
  DraftDocuments d("The flood left more than 55 families homeless.",
                   {"The flood left more than 50 families homeless."});
  const Detail* detail = d.Find(DetailKind::kFigure, "55");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->departure, Departure::kValue);
}

// The same number of something else: what stands around it tells.
TEST(DraftDetails, AFigureOfSomethingElse) {
  DraftDocuments d("The choir has 26 singers from four villages.",
                   {"The choir has 40 singers from four villages. The mill "
                    "stands 26 kilometres away."});
  const Detail* detail = d.Find(DetailKind::kFigure, "26");
  ASSERT_NE(detail, nullptr);
  EXPECT_LT(detail->same_context, 20);
  EXPECT_GT(detail->other_context, 60);
  EXPECT_EQ(d.Counterpart(*detail), "40 singers");
}

// Told in other words, in another order: the grammar links the two.
TEST(DraftDetails, AFigureOfTheSameThing) {
  DraftDocuments d(
      "The council of Arlen bought 12 buses for the northern line in 2019.",
      {"In 2019, 17 buses were purchased for the northern line by the council "
       "of Arlen."});
  const Detail* detail = d.Find(DetailKind::kFigure, "12");
  ASSERT_NE(detail, nullptr);
  EXPECT_TRUE(detail->clean);
  EXPECT_EQ(d.Counterpart(*detail), "17 buses");
}

// What is counted is another thing, or who does it is.
TEST(DraftDetails, AFigureOfAnotherThing) {
  DraftDocuments count(
      "The harbour of Arlen has six cranes from the northern yard.",
      {"The harbour of Arlen has three lighthouses from the northern yard."});
  const Detail* detail = count.Find(DetailKind::kFigure, "six");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->held, DetailHeld::kNowhere);
  EXPECT_FALSE(detail->clean);
  DraftDocuments name(
      "Orla Shipping led the $12 million investment in their portfolio firm "
      "Tarrant.",
      {"Orla Shipping led the $8 million investment in their portfolio firm "
       "Viewix."});
  detail = name.Find(DetailKind::kFigure, "$12 million");
  ASSERT_NE(detail, nullptr);
  EXPECT_FALSE(detail->clean);
}

// What a value shares with the one in its place is not marked; of a value that
// no source has a like of, all is.
TEST(DraftDetails, MarksWhatDecides) {
  DraftDocuments sum("The Kestrel bridge cost $250 million.",
                     {"The Kestrel bridge cost $105 million."});
  EXPECT_NE(sum.Find(DetailKind::kFigure, "250"), nullptr);
  DraftDocuments day("The Kestrel bridge opened on 27 May 2011.",
                     {"The Kestrel bridge opened on 25 May 2011."});
  EXPECT_NE(day.Find(DetailKind::kTime, "27"), nullptr);
  DraftDocuments nowhere("The ferry sank after 25 minutes.",
                         {"The ferry sank off Arlen."});
  EXPECT_NE(nowhere.Find(DetailKind::kTime, "25 minutes"), nullptr);
}

TEST(DraftDetails, OppositesOfWordNet) {
  DraftDocuments d("The old library will be demolished by the port owner.",
                   {"The new library will be demolished by the port owner."});
  const Detail* detail = d.Find(DetailKind::kWords, "old");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->departure, Departure::kOpposite);
}

// Little around the word is the same, but all that belongs to it is.
TEST(DraftDetails, OppositesOfTheSameByGrammar) {
  DraftDocuments d(
      "In the second half of a dry and windy season the harvest of wheat "
      "declined while farmers waited for the first rain.",
      {"Officials in Kilbane said on Monday that the wheat harvest increased, "
       "helped by new seed and cheap credit."});
  const Detail* detail = d.Find(DetailKind::kWords, "declined");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->departure, Departure::kOpposite);
}

TEST(DraftDetails, NamesAndTheirParts) {
  DraftDocuments d(
      "Martin Oakshott met Tobias Varga and Edwin Tarrant in Kilbane.",
      {"Howard Oakshott came to Kilbane. Tarrant was there too."});
  const Detail* part = d.Find(DetailKind::kName, "Martin");
  ASSERT_NE(part, nullptr);
  EXPECT_EQ(part->held, DetailHeld::kPart);
  const Detail* nowhere = d.Find(DetailKind::kName, "Tobias Varga");
  ASSERT_NE(nowhere, nullptr);
  EXPECT_EQ(nowhere->held, DetailHeld::kNowhere);
  const Detail* added = d.Find(DetailKind::kName, "Edwin");
  ASSERT_NE(added, nullptr);
  EXPECT_EQ(added->held, DetailHeld::kAdded);
  EXPECT_EQ(d.Find(DetailKind::kName, "Kilbane"), nullptr);
}

TEST(DraftDetails, OppositesNeedTheSurroundings) {
  DraftDocuments d("Ferry revenue rose 4 percent in May.",
                   {"Ferry revenue fell 4 percent in May."});
  const Detail* detail = d.Find(DetailKind::kWords, "rose");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->departure, Departure::kOpposite);
  EXPECT_EQ(d.Counterpart(*detail), "fell");
  // Where the source has both words, the draft's own has the surroundings.
  DraftDocuments both("Ferry revenue rose 4 percent in May.",
                      {"Bus revenue fell 2 percent. Ferry revenue rose 4 "
                       "percent in May."});
  const Detail* supported = both.Find(DetailKind::kWords, "rose");
  if (supported != nullptr) {
    EXPECT_GE(supported->same_context, supported->other_context);
  }
}

TEST(DraftDetails, NegationOnOneSide) {
  DraftDocuments d("The firm did not sell the dock.",
                   {"The firm did sell the dock, it said."});
  const Detail* detail = d.Find(DetailKind::kWords, "not");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->departure, Departure::kNegation);
  DraftDocuments both("The firm did not sell the dock.",
                      {"The firm didn't sell the dock, it said."});
  EXPECT_EQ(both.Find(DetailKind::kWords, "not"), nullptr);
}

// "No longer", "failed to" and their like are negations as a whole.
TEST(DraftDetails, NegationByAPhrase) {
  DraftDocuments d("The guards failed to capture the crew near the island.",
                   {"The guards captured the crew near the island."});
  const Detail* detail = d.Find(DetailKind::kWords, "failed");
  ASSERT_NE(detail, nullptr);
  EXPECT_EQ(detail->departure, Departure::kNegation);
}

TEST(DraftDetails, TheSameDocumentsGiveTheSameDetails) {
  DraftDocuments a("The mill sold 12 tonnes on Monday, Ada Lind said.",
                   {"The mill sold 17 tonnes on Tuesday.", "Lind spoke."});
  const std::vector<Detail> x = ReadDraftDetails(a.corpus());
  const std::vector<Detail> y = ReadDraftDetails(a.corpus());
  ASSERT_EQ(x.size(), y.size());
  for (size_t i = 0; i < x.size(); ++i) {
    EXPECT_EQ(x[i].span, y[i].span);
    EXPECT_EQ(x[i].other_context, y[i].other_context);
    if (i > 0 && x[i].sentence == x[i - 1].sentence) {
      EXPECT_FALSE(x[i].span < x[i - 1].span);
    }
  }
}

}  // namespace
}  // namespace claimcheck
