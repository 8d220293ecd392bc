// What two texts tell of one thing that each calls by another word: the driver, those
// aboard, the depth of the mine, the hour of the blast.

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/story_details.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using Lines = std::vector<std::string>;

// Of two texts of one day on one event.
Lines Told(DetailKind kind, const std::string& a, const std::string& b) {
  return Story({{"2024-05-15", a}, {"2024-05-15", b}}).Details(kind);
}

constexpr char kBus[] =
    "A bus of the Orla company left the road near Kilbane in fog on Tuesday. ";
constexpr char kCoach[] =
    "In fog near Kilbane a bus of the Orla company left the road on Tuesday. ";

TEST(StoryKnown, TheOneDriver) {
  EXPECT_EQ(Told(DetailKind::kAge,
                 std::string(kBus) + "The 52-year-old driver was unhurt.",
                 std::string(kCoach) +
                     "The driver, named locally as Josip Maric, 25, was "
                     "treated."),
            Lines({"52-year-old / 25"}));
  EXPECT_EQ(Told(DetailKind::kAge,
                 std::string(kBus) + "The driver, 52, was unhurt.",
                 std::string(kCoach) + "The 25-year-old bus driver was treated."),
            Lines({"52 / 25-year-old"}));
  // There is another.
  EXPECT_EQ(Told(DetailKind::kAge,
                 std::string(kBus) + "The 52-year-old driver was unhurt.",
                 std::string(kCoach) +
                     "The 25-year-old driver was treated. The other driver "
                     "went home."),
            Lines());
}

TEST(StoryKnown, AgesThatStandElsewhereThanBehindTheName) {
  EXPECT_EQ(Told(DetailKind::kAge,
                 std::string(kBus) +
                     "Josip Maric, a 34-year-old father of two, drove it.",
                 std::string(kCoach) + "Josip Maric, aged 43, drove it."),
            Lines({"34-year-old / 43"}));
  EXPECT_EQ(Told(DetailKind::kAge,
                 std::string(kBus) + "Mayor Ada Lind was there. The 61-year-old "
                                     "economist spoke to the rescuers.",
                 std::string(kCoach) + "Mayor Ada Lind, 58, was there."),
            Lines({"61-year-old / 58"}));
}

// Contractions are written out, and what the writer put in is not the speaker's.
TEST(StoryKnown, OneRemarkOfTwoSpeakers) {
  const std::string mine =
      std::string(kBus) + "“We cannot run these old buses in fog,” said Ada Lind.";
  EXPECT_EQ(Told(DetailKind::kSaid, mine,
                 std::string(kCoach) +
                     "“We can't run these [Orla] old buses in fog,” said Tor Moe."),
            Lines({"We cannot run these old buses in fog,” said Ada Lind / We "
                   "can't run these [Orla] old buses in fog,” said Tor Moe"}));
  // Two words are others.
  EXPECT_EQ(Told(DetailKind::kSaid, mine,
                 std::string(kCoach) +
                     "“They can't run these new buses in fog,” said Tor Moe."),
            Lines());
}

// Which remarks are one in two wordings: Lind's in one text, Lind's in the other.
Lines Reworded(const char* a, const char* b) {
  return Told(DetailKind::kSaid, std::string(kBus) + "“" + a + ",” said Ada Lind.",
              std::string(kCoach) + "Ada Lind said: “" + b + ".”");
}

TEST(StoryKnown, OneRemarkInTwoWordings) {
  // The small words and their order are half of it.
  EXPECT_EQ(Reworded("Nobody on this road believed that they would come home",
                     "No one here on the road thought they'd come home")
                .size(),
            1u);
  EXPECT_EQ(Reworded("We thank the drivers, but the fog left us with no choice",
                     "The fog gave us no choice")
                .size(),
            1u);
  // The same words in another order.
  EXPECT_EQ(Reworded("I lost my hat, my shoes and my patience",
                     "I lost my patience, my hat and my shoes")
                .size(),
            1u);
  // The same, or a part of it.
  EXPECT_EQ(Reworded("The fog left us with no choice",
                     "The fog left us with no choice"),
            Lines());
  EXPECT_EQ(Reworded("We thank the drivers, but the fog left us with no choice",
                     "The fog left us with no choice"),
            Lines());
}

TEST(StoryKnown, TwoRemarksThatAreAlike) {
  // Another thing is spoken of.
  EXPECT_EQ(Reworded("The repair took four hours", "The trial took four hours"),
            Lines());
  EXPECT_EQ(Reworded("There is no danger for the passengers",
                     "There is no danger for the river"),
            Lines());
  EXPECT_EQ(Reworded("The engine will be examined in Kilbane next week",
                     "The driver will be questioned in Kilbane next week"),
            Lines());
  // One of another place in a row.
  EXPECT_EQ(Reworded("They drove well in the first hour of the fog",
                     "They drove badly in the second hour of the fog"),
            Lines());
}

// "Ana Moe" and "Ana Moe Solis" are one speaker.
TEST(StoryKnown, SpeakerWithALongerName) {
  EXPECT_EQ(Told(DetailKind::kSaid,
                 std::string(kBus) +
                     "“He drove like a man who had never seen fog,” said Ana Moe.",
                 std::string(kCoach) +
                     "Ana Moe Solis said: “He was driving like somebody who had "
                     "never seen fog.”")
                .size(),
            1u);
}

TEST(StoryKnown, AgesInTheSentence) {
  EXPECT_EQ(Told(DetailKind::kAge,
                 std::string(kBus) + "The driver was a 47-year-old father of "
                                     "three.",
                 std::string(kCoach) + "The driver, aged 43, was unhurt."),
            Lines({"47-year-old / 43"}));
  EXPECT_EQ(Told(DetailKind::kAge,
                 std::string(kBus) + "Nurse Claire Daumas, aged 32, was on it.",
                 std::string(kCoach) + "Claire Daumas, who is 36 years old, was "
                                       "on it."),
            Lines({"32 / 36 years old"}));
}

TEST(StoryKnown, Aboard) {
  const auto people = [](const char* a, const char* b) {
    return Told(DetailKind::kPeople, std::string(kBus) + a,
                std::string(kCoach) + b);
  };
  EXPECT_EQ(people("Around 40 people were on board.",
                   "It said 52 passengers were travelling in the bus."),
            Lines({"40 people / 52 passengers"}));
  // The crew is aboard too.
  EXPECT_EQ(people("It had 40 passengers on board.", "It had 42 people on board."),
            Lines());
  EXPECT_EQ(people("It had 40 passengers and 2 crew on board.",
                   "It carried 42 passengers."),
            Lines());
}

TEST(StoryKnown, UndergroundAndInTheCrowd) {
  const char kBlast[] = "An explosion shook the Orla mine in Kilbane on Tuesday. ";
  EXPECT_EQ(Told(DetailKind::kPeople,
                 std::string(kBlast) + "A total of 192 miners were underground.",
                 std::string(kBlast) + "There were 217 people in the mine."),
            Lines({"192 miners / 217 people"}));
  EXPECT_EQ(
      Told(DetailKind::kPeople,
           "Orla beat Kilbane in the Corva Cup before a crowd of 71,300.",
           "Orla won the Corva Cup against Kilbane, which 77,000 fans watched."),
      Lines({"71,300 / 77,000 fans"}));
  // Each of the two counted for himself.
  EXPECT_EQ(Told(DetailKind::kPeople,
                 "In Kilbane 9,000 people marched against Orla, Ada Lind said.",
                 "Tor Moe said 30,000 people marched against Orla in Kilbane."),
            Lines());
}

TEST(StoryKnown, FramesOfFigures) {
  const auto figures = [](const char* a, const char* b) {
    return Told(DetailKind::kFigure, std::string(kBus) + a,
                std::string(kCoach) + b);
  };
  EXPECT_EQ(figures("It was travelling at 80 kilometres an hour.",
                    "Its speed was 112 km/h when it braked."),
            Lines({"80 kilometres an hour / 112 km/h"}));
  // What is allowed there.
  EXPECT_EQ(figures("It was travelling at 80 kilometres an hour.",
                    "The limit for a bus is 112 km/h."),
            Lines());
  EXPECT_EQ(figures("The place lies 60 km north of Corva.",
                    "The place lies about 90 kilometres from Corva."),
            Lines({"60 km / 90 kilometres"}));
}

TEST(StoryKnown, TheHourOfTheBlast) {
  const auto when = [](const char* a, const char* b) {
    return Told(DetailKind::kWhen,
                std::string("Twelve men died in the Orla mine in Kilbane. Their "
                            "relatives wait at its gate, as they did after the "
                            "fire of 1998. ") + a,
                std::string("In Kilbane twelve men of the Orla mine died. The "
                            "mayor said that the search for others would go on "
                            "all week, and that nobody in the town would sleep "
                            "before the last of them was found. Schools and "
                            "shops of the town were closed, and a choir sang "
                            "in the church beside the harbour. ") + b);
  };
  EXPECT_EQ(when("The explosion happened at 3:45 a.m., near the end of the shift.",
                 "The explosion took place shortly after five in the morning."),
            Lines({"3:45 a.m. / five in the morning"}));
  // As good as the same.
  EXPECT_EQ(when("The explosion happened at 4:55 a.m.",
                 "The explosion took place shortly before five in the morning."),
            Lines());
}

TEST(StoryKnown, AnEarlierQuake) {
  const auto people = [](const char* a, const char* b) {
    return Told(DetailKind::kPeople,
                std::string("A quake shook Kilbane and Orla on Tuesday. ") + a,
                std::string("On Tuesday a quake shook Orla and Kilbane. ") + b);
  };
  EXPECT_EQ(people("A quake in the same province in October 1998 killed 81 "
                   "people and left 5,000 homeless.",
                   "The last major quake in the province left 61 people dead "
                   "and 5,000 homeless."),
            Lines({"81 people / 61 people"}));
  // Which earlier one?
  EXPECT_EQ(people("A quake in the same province in October 1998 killed 81 "
                   "people.",
                   "The last major quake left 61 people dead."),
            Lines());
}

TEST(StoryKnown, SizesOfGroupsAndWhichLength) {
  const auto figures = [](const char* a, const char* b) {
    return Told(DetailKind::kFigure, std::string(kBus) + a,
                std::string(kCoach) + b);
  };
  EXPECT_EQ(figures("The mayor of Kilbane came with a delegation of 64.",
                    "A 46-member delegation came with the mayor of Kilbane."),
            Lines({"64 / 46-member"}));
  EXPECT_EQ(figures("The tunnel at Kilbane is about 60 metres long.",
                    "The tunnel at Kilbane is 42 metres long and 80 "
                    "centimetres wide."),
            Lines({"60 metres / 42 metres"}));
  EXPECT_EQ(figures("The tunnel at Kilbane is about 60 metres long.",
                    "The tunnel at Kilbane is 55 metres long."),
            Lines());
  // Two that were told of before.
  EXPECT_EQ(figures("The two bridges of Kilbane over the Orla stayed open.",
                    "Seven bridges of Kilbane over the Orla stayed open."),
            Lines());
}

TEST(StoryKnown, RoomDemandsAndFlyingHours) {
  const auto figures = [](const char* a, const char* b) {
    return Told(DetailKind::kFigure, std::string(kBus) + a,
                std::string(kCoach) + b);
  };
  EXPECT_EQ(figures("The hall at Kilbane can hold 12,000 spectators.",
                    "The hall at Kilbane has room for 10,000."),
            Lines({"12,000 spectators / 10,000"}));
  EXPECT_EQ(figures("The kidnappers in Kilbane at first asked for $3 million.",
                    "The gang's first demand was 1.5 million dollars, said "
                    "Kilbane police."),
            Lines({"$3 million / 1.5 million dollars"}));
  EXPECT_EQ(figures("The captain of the Orla had 7,500 flying hours.",
                    "The captain of the Orla had 5,700 flying hours."),
            Lines({"7,500 flying hours / 5,700 flying hours"}));
  // They hold shares, not people.
  EXPECT_EQ(figures("Ada Lind of Kilbane holds 12,000 shares.",
                    "Tor Moe of Kilbane holds 10,000 shares."),
            Lines());
}

TEST(StoryKnown, TollsWithTheirDigitsExchanged) {
  const Story story(
      {{"2024-05-15", "3,200 people were evacuated when the dam of Orla in "
                      "Kilbane burst on Tuesday."},
       {"2024-05-16", "When the dam of Orla in Kilbane burst on Tuesday, "
                      "2,300 people were evacuated."}});
  EXPECT_EQ(story.DepartureOf(DetailKind::kPeople), Departure::kValue);
}

// Of two films, of two ships.
TEST(StoryKnown, WhatOthersHave) {
  const auto figures = [](const char* a, const char* b) {
    return Told(DetailKind::kFigure,
                std::string("Rita Sand and Leo Dahl won prizes in Arlen. ") + a,
                std::string("Arlen gave prizes to Leo Dahl and Rita Sand. ") + b);
  };
  EXPECT_EQ(figures("Sand's film took three years to make and cost 4 million "
                    "euros.",
                    "Dahl's film took three weeks to make and cost 12,000 "
                    "euros."),
            Lines());
  EXPECT_EQ(Told(DetailKind::kFigure,
                 "The liner Costana ran aground off Tarvo on Friday. Captain "
                 "Pavel Orsic was arrested. The ship is 290 metres long.",
                 "The captain of the Costana, Pavel Orsic, was arrested off "
                 "Tarvo. The sister ship Costabel, 253 metres long, had an "
                 "accident in 2010."),
            Lines());
}

TEST(StoryKnown, LandfallGustsAndCrews) {
  const auto told = [](DetailKind kind, const char* a, const char* b) {
    return Told(kind,
                std::string("Cyclone Tavira struck Kilbane on Tuesday. ") + a,
                std::string("On Tuesday Cyclone Tavira struck Kilbane. ") + b);
  };
  EXPECT_EQ(told(DetailKind::kFigure, "It had gusts of up to 210 km per hour.",
                 "It brought gusts of up to 240km/h to Kilbane."),
            Lines({"210 km per hour / 240km/h"}));
  EXPECT_EQ(told(DetailKind::kFigure, "It sank a carrier with 23 crew.",
                 "Of the 25 crew members of the carrier it sank none is hurt."),
            Lines({"23 crew / 25 crew members"}));
  // An earlier storm.
  EXPECT_EQ(told(DetailKind::kPeople, "At least nine people died.",
                 "It came after Deliwe in January, which caused three deaths."),
            Lines());
}

TEST(StoryKnown, SpansThatAreOpenAtAnEnd) {
  const auto spans = [](const char* a, const char* b) {
    return Told(DetailKind::kFigure,
                std::string("The presidents of Orla and Kilbane met. ") + a,
                std::string("Orla and Kilbane spoke of fish. ") + b);
  };
  const char kThree[] =
      "Ada Lind of Orla and Tor Moe of Kilbane met for more than three hours.";
  EXPECT_EQ(spans(kThree, "Ada Lind of Orla and Tor Moe of Kilbane met for an hour "
                          "and a half."),
            Lines({"more than three hours / an hour and a half"}));
  EXPECT_EQ(spans(kThree, "Ada Lind of Orla and Tor Moe of Kilbane met for five "
                          "hours."),
            Lines());
}

}  // namespace
}  // namespace claimcheck
