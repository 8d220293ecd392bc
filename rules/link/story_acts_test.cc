// What two texts tell or deny of one act, each in words of its own.

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/story_details.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using Lines = std::vector<std::string>;

constexpr char kShip[] =
    "The trawler Aurora sank off Kilbane on Monday with nine men aboard. ";
constexpr char kBoat[] =
    "Nine men of Kilbane were aboard the trawler Aurora, which sank on Monday. ";
constexpr char kClub[] =
    "Tor Eikeland is head coach of Corva Arlen, which lost to Kilbane on Monday. ";
constexpr char kTeam[] =
    "Corva Arlen lost to Kilbane on Monday under head coach Tor Eikeland. ";

Lines Told(const char* a, const char* more, const char* b, const char* other) {
  return Story({{"2024-05-15", std::string(a) + more},
                {"2024-05-15", std::string(b) + other}})
      .Details(DetailKind::kWords);
}

TEST(StoryActs, DoneOrDenied) {
  EXPECT_EQ(Told(kShip, "The skipper sent a distress call at noon.", kBoat,
                 "No mayday was ever sent, the coast guard said."),
            Lines({"sent a distress call / mayday was ever sent"}));
  EXPECT_EQ(Told(kShip, "The skipper sent a distress call at noon.", kBoat,
                 "She went down at noon without a distress call."),
            Lines({"sent a distress call / distress call"}));
  EXPECT_EQ(Told(kShip, "Nobody of the crew had given out life jackets.", kBoat,
                 "The mate handed out life vests to all of the men."),
            Lines({"given out life jackets / handed out life vests"}));
}

TEST(StoryActs, LeftOpen) {
  const char* const sent = "The skipper sent a distress call at noon.";
  EXPECT_EQ(Told(kShip, sent, kBoat,
                 "It is not known whether a mayday was sent at noon."),
            Lines());
  EXPECT_EQ(Told(kShip, sent, kBoat,
                 "A mayday was sent at noon, though one man says no mayday was "
                 "sent at all."),
            Lines());
}

TEST(StoryActs, OnTwoDays) {
  EXPECT_EQ(Told(kShip, "The alarm sounded on Monday at noon.", kBoat,
                 "No alarm went off on Monday, a man said."),
            Lines({"alarm sounded / alarm went off"}));
  EXPECT_EQ(Told(kShip, "The alarm sounded on Sunday at noon.", kBoat,
                 "No alarm went off on Monday, a man said."),
            Lines());
}

TEST(StoryActs, SwitchedOff) {
  EXPECT_EQ(Told(kShip, "The fire alarm had been switched off since March.", kBoat,
                 "The alarm system was fully working on the night."),
            Lines({"fire alarm had been switched off / alarm system was fully "
                   "working"}));
}

TEST(StoryActs, OfOnePerson) {
  EXPECT_EQ(Told(kClub, "Arlen have dismissed Eikeland, the club said.", kTeam,
                 "On Tuesday the coach stepped down of his own accord."),
            Lines({"dismissed / stepped down"}));
  // Of two people.
  EXPECT_EQ(Told(kClub, "Arlen have dismissed Eikeland, the club said.", kTeam,
                 "On Tuesday chairman Olaf Dahl stepped down of his own accord."),
            Lines());
  // Both at once.
  EXPECT_EQ(Told(kClub, "Arlen have dismissed Eikeland, the club said.", kTeam,
                 "On Tuesday Eikeland resigned; he was forced to resign, he said."),
            Lines());
}

TEST(StoryActs, WhatIsStillToCome) {
  EXPECT_EQ(Told(kClub, "Eikeland will stay on as coach, the club said.", kTeam,
                 "Eikeland will leave in the summer, his brother said."),
            Lines({"will stay on / will leave"}));
  EXPECT_EQ(Told(kClub, "Eikeland will stay on until June, the club said.", kTeam,
                 "Eikeland will leave in the summer, his brother said."),
            Lines());
}

TEST(StoryActs, OfOfficesAndPronouns) {
  // "He" is who the sentence before begins with.
  EXPECT_EQ(Told(kClub, "Head coach Tor Eikeland will appeal, the club said.", kTeam,
                 "Head coach Tor Eikeland had slept. The coach said little. He was "
                 "unlikely to appeal."),
            Lines({"will appeal / unlikely to appeal"}));
  // The office that a sentence begins with, a clause in between.
  EXPECT_EQ(Told(kClub, "Head coach Tor Eikeland handed in his resignation.", kTeam,
                 "The coach of the club where a defeat cost dozens of fans their sleep was "
                 "sacked."),
            Lines({"handed in his resignation / sacked"}));
}

TEST(StoryActs, OfTheDayThoughAYearIsNamed) {
  // The sentence before tells of both.
  EXPECT_EQ(Told(kShip, "Built in 1961, it left port on Monday. The alarm sounded at noon.", kBoat,
                 "No alarm went off; it had been broken since a storm in the winter."),
            Lines({"alarm sounded / alarm went off"}));
}

}  // namespace
}  // namespace claimcheck
