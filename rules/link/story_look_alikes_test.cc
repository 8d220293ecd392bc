// What looks like a difference between two texts and is none, each beside what is one.

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/story_details.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using Lines = std::vector<std::string>;

constexpr char kFerry[] =
    "The ferry Orla capsized off Kilbane on Tuesday, minutes after it had left port. ";
constexpr char kShip[] =
    "Minutes after it had left port on Tuesday the ferry Orla capsized off Kilbane. ";

// Of two texts of one day on one event.
Lines Told(DetailKind kind, const std::string& a, const std::string& b) {
  return Story({{"2024-05-15", kFerry + a}, {"2024-05-15", kShip + b}}).Details(kind);
}

TEST(LookAlikes, WhatAFerryCarries) {
  const char kPeople[] = "The Orla was carrying 191 people.";
  EXPECT_EQ(Told(DetailKind::kPeople, kPeople, "The Orla was carrying 150 people."),
            Lines({"191 people / 150 people"}));
  EXPECT_EQ(Told(DetailKind::kPeople, kPeople, "The Orla also carried 150 sacks of cement."),
            Lines());
}

TEST(LookAlikes, APartNamedWithItsWhole) {
  const char kBoxes[] = "Observers of the Orla inquiry opened 18 sealed boxes of papers.";
  EXPECT_EQ(Told(DetailKind::kFigure, kBoxes,
                 "Observers of the Orla inquiry opened 15 sealed boxes of papers.")[0],
            "18 sealed boxes / 15 sealed boxes");
  EXPECT_EQ(Told(DetailKind::kFigure, kBoxes,
                 "Observers of the Orla inquiry opened 15 of the 18 sealed boxes of papers."),
            Lines());
}

TEST(LookAlikes, AgesAroundABirthday) {
  const auto ages = [](const char* more) {
    return Story({{"2024-05-15", std::string(kFerry) + "Captain Josip Maric, 58, was hurt."},
                  {"2024-05-15", std::string(kShip) + "Captain Josip Maric, 59, was hurt. " +
                                     more}})
        .Details(DetailKind::kAge);
  };
  EXPECT_EQ(ages("The doctor of Josip Maric spoke on Friday."), Lines({"58 / 59"}));
  EXPECT_EQ(ages("The birthday of Josip Maric was on Friday."), Lines());
}

TEST(LookAlikes, RemarksOfKin) {
  const std::string husband =
      "“There was no siren. A waiter ran along the beach and shouted,” said Derek Hartwell.";
  EXPECT_EQ(Told(DetailKind::kSaid, husband,
                 "“Then a waiter ran past us on the beach, shouting,” said Derek Hartwell."),
            Lines({"A waiter ran along the beach and shouted, / Then a waiter ran past us on "
                   "the beach, shouting,"}));
  EXPECT_EQ(Told(DetailKind::kSaid, husband,
                 "“Then a waiter ran past us on the beach, shouting,” said Maureen Hartwell."),
            Lines());
}

TEST(LookAlikes, MarginsOfElectionsAndOfPolls) {
  const auto votes = [](const char* more) {
    const auto sentence = [&](const char* number) {
      return std::string("President Desmond Achille led by ") + number +
             " votes in Corva on Tuesday " + more + ".";
    };
    return Told(DetailKind::kFigure, sentence("412"), sentence("421"));
  };
  ASSERT_FALSE(votes("and won by that margin").empty());
  EXPECT_EQ(votes("and that is within the margin of error"), Lines());
}

TEST(LookAlikes, StaffOfAPlace) {
  const char kAll[] = "Halden Foods, which owns the Orla, employs 320 people.";
  const std::vector<std::string> other =
      Told(DetailKind::kFigure, kAll, "The owner of the Orla is Halden Foods with 275 employees.");
  ASSERT_FALSE(other.empty());
  EXPECT_EQ(other[0], "320 people / 275 employees");
  EXPECT_EQ(Told(DetailKind::kFigure, kAll,
                 "The owner of the Orla is Halden Foods with 275 employees in Bremen."),
            Lines());
}

TEST(LookAlikes, PlacesAndDistancesFromThem) {
  const auto seized = [](const char* a, const char* b) {
    const auto sentence = [](const char* place) {
      return std::string("Captain Josip Maric was arrested on Tuesday ") + place + ".";
    };
    return Told(DetailKind::kWhere, sentence(a), sentence(b));
  };
  EXPECT_EQ(seized("in Oslo", "in Bergen"),
            Lines({"arrested on Tuesday in Oslo / arrested on Tuesday in Bergen"}));
  EXPECT_EQ(seized("in Oslo", "near Bergen, 300 miles from Oslo"), Lines());
}

}  // namespace
}  // namespace claimcheck
