#include "rules/link/story_details.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/corpus.h"
#include "rules/link/stories.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using Lines = std::vector<std::string>;

constexpr char kFerry[] =
    "The ferry Aurora sank off Kilbane in a storm with 148 people on board, "
    "the coast guard said.";
constexpr char kFerryToo[] =
    "The coast guard fears that all 150 people on board the ferry Aurora died "
    "when it sank off Kilbane.";

TEST(Stories, TwoTextsOnOneEvent) {
  const Story story({{"2024-05-15", kFerry},
                     {"2024-05-15", "Orla Shipping pays a dividend of two "
                                    "euros, its treasurer said."},
                     {"2024-05-16", kFerryToo}});
  const std::vector<StoryPair> pairs = FindStories(story.corpus());
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].left, 0u);
  EXPECT_EQ(pairs[0].right, 2u);
}

TEST(Stories, NotWeeksApart) {
  const Story story({{"2024-05-15", kFerry}, {"2024-07-15", kFerryToo}});
  EXPECT_TRUE(FindStories(story.corpus()).empty());
  EXPECT_TRUE(ReadStoryDetails(story.corpus()).empty());
}

TEST(StoryDetails, HowManyWereAboard) {
  const Story story({{"2024-05-15", kFerry}, {"2024-05-15", kFerryToo}});
  EXPECT_EQ(story.Details(DetailKind::kPeople),
            Lines({"148 people / 150 people"}));
  EXPECT_EQ(story.DepartureOf(DetailKind::kPeople), Departure::kValue);
}

// Scores are no amounts, though they stand beside some.
TEST(StoryDetails, ScoresAreLeftAlone) {
  const Story story(
      {{"2024-05-15", std::string(kFerry) + " The Rovers beat Arlen 2-1 before "
                                            "90 guests of the ferry on Monday."},
       {"2024-05-15", std::string(kFerryToo) +
                          " The Rovers beat Arlen 3-1 before 90 guests of the "
                          "ferry on Monday."}});
  EXPECT_EQ(story.Details(DetailKind::kPeople),
            Lines({"148 people / 150 people"}));
  EXPECT_EQ(story.Details(DetailKind::kFigure), Lines());
}

// The order of the documents is not the order of the news.
TEST(StoryDetails, ATollThatGrows) {
  constexpr char kFirst[] =
      "The quarry collapse in Arlen killed 11 people, rescuers said.";
  constexpr char kThen[] =
      "Rescuers said that 14 people were killed in the quarry collapse in "
      "Arlen.";
  const auto departure = [](const char* a, const char* a_day, const char* b,
                            const char* b_day) {
    return Story({{a_day, a}, {b_day, b}}).DepartureOf(DetailKind::kPeople);
  };
  EXPECT_EQ(departure(kFirst, "2024-05-15", kThen, "2024-05-16"),
            Departure::kGrew);
  EXPECT_EQ(departure(kThen, "2024-05-16", kFirst, "2024-05-15"),
            Departure::kGrew);
  EXPECT_EQ(departure(kFirst, "2024-05-16", kThen, "2024-05-15"),
            Departure::kValue);
  EXPECT_EQ(departure(kFirst, "2024-05-15", kThen, "2024-05-15"),
            Departure::kSameDay);
}

TEST(StoryDetails, CountsOfOtherPeopleOrEvents) {
  const char* kOthers[] = {
      "Rescuers said three children were killed in the quarry collapse in "
      "Arlen.",
      "Rescuers said another 14 people were killed in the quarry collapse in "
      "Arlen.",
      "Rescuers are at the quarry in Arlen. In 1998 a collapse killed 14 "
      "people there.",
      "Rescuers said 14 people were injured in the quarry collapse in Arlen.",
      "The quarry collapse in Arlen could have killed 14 people, rescuers "
      "said.",
  };
  for (const char* other : kOthers) {
    const Story story(
        {{"2024-05-15",
          "The quarry collapse in Arlen killed 11 people, rescuers said."},
         {"2024-05-16", other}});
    EXPECT_EQ(story.Details(DetailKind::kPeople), Lines()) << other;
  }
}

TEST(StoryDetails, AgesByNameHoweverWritten) {
  const Story story(
      {{"2024-05-15",
        "The driver of the van, Yusuf Karimi, 34, was arrested in Arlen."},
       {"2024-05-15",
        "Police in Arlen arrested 43-year-old Yusuf Karimi, who drove the "
        "van."}});
  EXPECT_EQ(story.Details(DetailKind::kAge),
            Lines({"34 / 43-year-old"}));
}

TEST(StoryDetails, AgesOfOnePersonInOneText) {
  const Story story({{"2024-05-15",
                      "Lars Holm, 48, was arrested in Arlen. He is captain of "
                      "the ferry. Holm, 54, had sailed for decades."},
                     {"2024-05-15", "A school opened in Kilbane."}});
  EXPECT_EQ(story.Details(DetailKind::kAge),
            Lines({"48 / 54"}));
}

// A value is known by the words that only it has: the quay's cost, the strike.
TEST(StoryDetails, FiguresByTheWordsAroundThem) {
  const Story story(
      {{"2024-05-15",
        "Kilbane will build a quay for the Aurora. Turnout in the vote on the "
        "quay was 67.4 percent, the mayor of Kilbane said. The dockers of "
        "Kilbane ended a 48-hour strike."},
       {"2024-05-16",
        "The mayor of Kilbane has his quay for the Aurora. In Kilbane turnout "
        "in the vote stood at 76.4 percent. The dockers in Kilbane were on a "
        "three-day strike."}});
  EXPECT_EQ(story.Details(DetailKind::kFigure),
            Lines({"67.4 percent / 76.4 percent", "48-hour / three-day"}));
}

TEST(StoryDetails, UnitsOfTimeThatSayTheSame) {
  const Story story(
      {{"2024-05-15", "The dockers of Kilbane ended a 48-hour strike on the "
                      "Aurora, the mayor said."},
       {"2024-05-15", "In Kilbane the dockers of the Aurora ended a two-day "
                      "strike, the mayor said."}});
  EXPECT_EQ(story.Details(DetailKind::kFigure), Lines());
}

TEST(StoryDetails, YearsOfOneThing) {
  const Story story(
      {{"2024-05-15", "The ferry Aurora sank off Kilbane. The Aurora was built "
                      "in 1987 in a shipyard in Orla."},
       {"2024-05-15", "Divers reached the ferry Aurora off Kilbane. The Aurora, "
                      "built in 1978, had been sold by its shipyard."}});
  EXPECT_EQ(story.Details(DetailKind::kWhen), Lines({"1987 / 1978"}));
}

TEST(StoryDetails, PlacesInARow) {
  const Story story(
      {{"2024-05-15", "Orla Bank buys Kilbane Trust. With Kilbane Trust, Orla "
                      "Bank becomes the second largest lender."},
       {"2024-05-15", "Orla Bank takes over Kilbane Trust. That makes Orla Bank "
                      "the largest lender."}});
  EXPECT_EQ(story.Details(DetailKind::kFigure),
            Lines({"second largest / largest"}));
}

TEST(StoryDetails, StrikesOfAYear) {
  const char kThird[] =
      "The ferries of Kilbane stopped on Tuesday. It was the third strike of "
      "their crews this year.";
  const Story story(
      {{"2024-05-15", kThird},
       {"2024-05-15", "Crews of the ferries of Kilbane stopped work on Tuesday "
                      "for the fourth strike this year."}});
  EXPECT_EQ(story.Details(DetailKind::kFigure),
            Lines({"third strike / fourth strike"}));
  // Counted in another span.
  const Story other(
      {{"2024-05-15", kThird},
       {"2024-05-15", "Crews of the ferries of Kilbane stopped work on Tuesday "
                      "for the fourth strike in two years."}});
  EXPECT_EQ(other.Details(DetailKind::kFigure), Lines());
}

TEST(StoryDetails, DaysWrittenAsDates) {
  const Story story(
      {{"2024-05-15", "Ada Lind said the new bridge of Kilbane would open on "
                      "August 3."},
       {"2024-05-15", "The new bridge of Kilbane will open on August 13, said "
                      "Ada Lind."}});
  EXPECT_EQ(story.Details(DetailKind::kWhen), Lines({"August 3 / August 13"}));
}

TEST(StoryDetails, WhatAPersonIs) {
  const auto details = [](const char* a, const char* b) {
    return Story({{"2024-05-15", a}, {"2024-05-15", b}})
        .Details(DetailKind::kName);
  };
  const char kHead[] =
      "The search off Kilbane was called off, said Ada Lind, the head of the "
      "coast guard.";
  EXPECT_EQ(details(kHead, "Ada Lind, the deputy head of the coast guard, said "
                           "the search off Kilbane was called off."),
            Lines({"Ada Lind, the head of the coast guard / Ada Lind, the "
                   "deputy head of the coast guard"}));
  EXPECT_EQ(details(kHead, "Ada Lind, a former deputy head of the coast guard, "
                           "said the search off Kilbane was called off."),
            Lines());
  // A list of people, not what the first of them is.
  EXPECT_EQ(details("Health Minister Ada Lind and Tor Eikeland flew to "
                    "Kilbane, where the search was called off.",
                    "Ada Lind, Foreign Minister Tor Eikeland, and others flew "
                    "to Kilbane, where the search was called off."),
            Lines());
}

TEST(StoryDetails, VerbsThatAreOpposites) {
  const auto departure = [](const char* a, const char* b) {
    return Story({{"2024-05-15", a}, {"2024-05-15", b}})
        .DepartureOf(DetailKind::kWords);
  };
  const char kPassed[] =
      "The Kilbane tunnel passed its last safety inspection in March, the "
      "fire service of Kilbane said.";
  EXPECT_EQ(departure(kPassed, "The fire service of Kilbane said the Kilbane "
                               "tunnel failed its safety inspection in March."),
            Departure::kOpposite);
  EXPECT_EQ(departure(kPassed, "The fire service of Kilbane said the Kilbane "
                               "tunnel did not fail its safety inspection in "
                               "March."),
            Departure::kNone);
  EXPECT_EQ(departure("Tor Eikeland apologised for the collapse of the Kilbane "
                      "bridge on Tuesday.",
                      "Tor Eikeland refused to apologise for the collapse of "
                      "the Kilbane bridge on Tuesday."),
            Departure::kNegation);
}

// Of two players, two towns, two days, two quarters, two polls.
TEST(StoryDetails, FiguresOfSomethingElse) {
  const std::pair<const char*, const char*> kPairs[] = {
      {"Kilbane signed Dan Osei and Kofi Mensah. Dan Osei signed a four-year "
       "contract with Kilbane.",
       "Kofi Mensah and Dan Osei are new at Kilbane. Kofi Mensah signed a "
       "three-year contract."},
      {"Orla Bank's profit rose in the second quarter. Orla Bank had a margin "
       "of 12 percent in the second quarter.",
       "Orla Bank's profit rose. In the third quarter Orla Bank had a margin "
       "of 14 percent."},
      {"Ada Moe leads Jon Vik in Kilbane. In a poll 46 percent supported Ada "
       "Moe against Jon Vik.",
       "Jon Vik trails Ada Moe in Kilbane. Ada Moe was supported by 48 "
       "percent in a survey, Jon Vik by less."},
  };
  for (const auto& [a, b] : kPairs) {
    const Story story({{"2024-05-15", a}, {"2024-05-15", b}});
    EXPECT_EQ(story.Details(DetailKind::kFigure), Lines()) << a;
  }
}

TEST(StoryDetails, AComma) {
  const Story story(
      {{"2024-05-15",
        "The recall worries Orla and its customers in Norway and Iceland, the "
        "trade office said."},
       {"2024-05-15",
        "The recall worries Orla, its customers, Norway, and Iceland, said the "
        "trade office."}});
  EXPECT_EQ(story.Details(DetailKind::kScope),
            Lines({"customers in Norway / customers, Norway"}));
}

}  // namespace
}  // namespace claimcheck
