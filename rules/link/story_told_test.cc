// What something had or had not, and of how many of its kind something is told.

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/story_details.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using Lines = std::vector<std::string>;

// Of two texts of one day on one event.
Lines Told(const std::string& a, const std::string& b) {
  static constexpr char kFerry[] =
      "The ferry Corva sank off Kilbane on Monday night, the coast guard of Arlen said. ";
  static constexpr char kShip[] =
      "Off Kilbane the ferry Corva went down on Monday night, said the coast guard of "
      "Arlen. ";
  return Story({{"2024-05-15", kFerry + a}, {"2024-05-15", kShip + b}})
      .Details(DetailKind::kWords);
}

TEST(StoryTold, WhatSomethingHadOrHadNot) {
  EXPECT_EQ(Told("The ferry had an automatic fire alarm.", "The ferry had no fire alarm."),
            Lines({"had an automatic fire alarm / had no fire alarm"}));
  EXPECT_EQ(Told("The ferry lacked lifeboats.", "The ferry had two lifeboats on deck."),
            Lines({"lacked lifeboats / had two lifeboats"}));
  EXPECT_EQ(Told("The ferry did not have any radar.", "The ferry had a radar."),
            Lines({"did not have any radar / had a radar"}));
}

TEST(StoryTold, WhatIsNoPossession) {
  // Another kind of it, another owner, a guess.
  EXPECT_EQ(Told("The ferry had a fire alarm.", "The ferry had no automatic fire alarm."),
            Lines());
  EXPECT_EQ(Told("The captain of the ferry had no licence.", "The ferry had a licence."),
            Lines());
  EXPECT_EQ(Told("The ferry may have had no radar.", "The ferry had a radar."), Lines());
  // Who tells both tells of a dispute.
  EXPECT_EQ(Told("The ferry had no radar, the union said. The ferry had a radar, the owner "
                 "said.",
                 "The ferry had a radar."),
            Lines());
}

TEST(StoryTold, AllOrNoneOfThem) {
  EXPECT_EQ(Told("All of the lifeboats were lowered.", "None of the lifeboats were lowered."),
            Lines({"All of the lifeboats were lowered / None of the lifeboats were "
                   "lowered"}));
  EXPECT_EQ(Told("All passengers wore life jackets.", "Few passengers wore life jackets."),
            Lines({"All passengers wore life jackets / Few passengers wore life jackets"}));
  EXPECT_EQ(Told("Two of the pilots wore helmets.", "None of the pilots wore helmets."),
            Lines({"Two of the pilots wore helmets / None of the pilots wore helmets"}));
}

TEST(StoryTold, WhatSharesDoNotExclude) {
  EXPECT_EQ(Told("Some of the passengers wore life jackets.",
                 "Most of the passengers wore life jackets."),
            Lines());
  EXPECT_EQ(Told("All passengers wore life jackets.", "None of the passengers wore helmets."),
            Lines());
  EXPECT_EQ(Told("The first few passengers wore life jackets.",
                 "All passengers wore life jackets."),
            Lines());
  EXPECT_EQ(Told("The owner denied that none of the lifeboats were lowered.",
                 "All of the lifeboats were lowered."),
            Lines());
}

}  // namespace
}  // namespace claimcheck
