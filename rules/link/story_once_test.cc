// What a story has one of, told in words that have nothing in common: where somebody was
// seized, when something began, where a voyage went.

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
  static constexpr char kBus[] =
      "A bus of the Orla company left the road near Kilbane in fog on Tuesday. ";
  static constexpr char kCoach[] =
      "In fog near Kilbane a bus of the Orla company left the road on Tuesday. ";
  return Story({{"2024-05-15", kBus + a}, {"2024-05-15", kCoach + b}}).Details(kind);
}
Lines Where(const std::string& a, const std::string& b) {
  return Told(DetailKind::kWhere, a, b);
}
Lines When(const std::string& a, const std::string& b) {
  return Told(DetailKind::kWhen, a, b);
}

TEST(StoryOnce, KindsOfPlacesExcludeEachOther) {
  EXPECT_EQ(Where("Josip Maric was arrested at his home.",
                  "Josip Maric was seized on a train."),
            Lines({"arrested at his home / seized on a train"}));
  EXPECT_EQ(Where("Josip Maric was shot in a mosque.",
                  "Josip Maric was shot in a nightclub."),
            Lines({"shot in a mosque / shot in a nightclub"}));
  EXPECT_EQ(Where("Police arrested Josip Maric as he boarded a plane.",
                  "Josip Maric gave himself up to police."),
            Lines({"arrested Josip Maric as he boarded a plane / gave himself up to "
                   "police"}));
  // The bar of a hotel; a home for the old; a car park.
  EXPECT_EQ(Where("Josip Maric was arrested in a hotel.",
                  "Josip Maric was arrested in a bar."),
            Lines());
  EXPECT_EQ(Where("Josip Maric was arrested in a nursing home.",
                  "Josip Maric was arrested in a hospital."),
            Lines());
  EXPECT_EQ(Where("Josip Maric was arrested in a car park.",
                  "Josip Maric was arrested at his home."),
            Lines());
}

TEST(StoryOnce, OfSomebodyElse) {
  EXPECT_EQ(Where("A man was found dead in a flat.", "A man was found dead in a hotel."),
            Lines());
  EXPECT_EQ(Where("Josip Maric was arrested at his home. Tor Moe was arrested at the "
                  "airport.",
                  "Tor Moe was arrested at his home."),
            Lines());
  EXPECT_EQ(When("Two nurses vanished on Saturday.", "Three hunters vanished on Sunday."),
            Lines());
}

TEST(StoryOnce, PlacesOfBirth) {
  EXPECT_EQ(Where("Josip Maric, 51, who was born in Bristol, owns it.",
                  "The Leeds-born owner Josip Maric was there."),
            Lines({"born in Bristol / Leeds-born"}));
  // A town in its country, and where somebody grew up.
  EXPECT_EQ(Where("Josip Maric was born in Bristol.", "Josip Maric was born in England."),
            Lines());
  EXPECT_EQ(Where("Josip Maric was born in Bristol.", "Josip Maric grew up in Leeds."),
            Lines());
}

TEST(StoryOnce, ClockTimesWithWhatLeadsToThem) {
  EXPECT_EQ(When("A gunman burst into the bar with a rifle shortly before 9 p.m.",
                 "The 911 call came in at 9:26 p.m."),
            Lines({"burst into the bar with a rifle shortly before 9 p.m. / came in at "
                   "9:26 p.m."}));
  // Help is called for within minutes.
  EXPECT_EQ(When("A gunman burst into the bar with a rifle shortly before 9 p.m.",
                 "The 911 call came in at 9:06 p.m."),
            Lines());
}

TEST(StoryOnce, LandingsBreakInsAndAccidents) {
  EXPECT_EQ(When("A plane touched down at 4:40 p.m. beside it.",
                 "At last the plane was on the ground at 16:52."),
            Lines({"touched down at 4:40 p.m. / ground at 16:52"}));
  EXPECT_EQ(When("Somebody forced the garden door of the depot at 3:20 a.m.",
                 "Thieves broke into the depot shortly before five in the morning."),
            Lines({"forced the garden door of the depot at 3:20 a.m. / broke into the depot "
                   "shortly before five in the morning"}));
  // "Four o'clock" may be of the afternoon, and a quarter past three is not near it.
  EXPECT_EQ(When("The blast tore through the depot at 3:15 p.m.",
                 "The accident occurred shortly after four o'clock."),
            Lines({"tore through the depot at 3:15 p.m. / occurred shortly after four "
                   "o'clock"}));
  EXPECT_EQ(When("The blast tore through the depot at 4:15 p.m.",
                 "The accident occurred shortly after four o'clock."),
            Lines());
}

TEST(StoryOnce, DaysOfMourning) {
  EXPECT_EQ(When("The president declared Friday a day of mourning.",
                 "Flags will fly at half-mast on Saturday."),
            Lines({"Friday a day of mourning / mast on Saturday"}));
}

TEST(StoryOnce, SinceWhenSomebodyLeads) {
  EXPECT_EQ(When("Josip Maric took over the company in 2017.",
                 "Josip Maric has led the Orla company for twelve years."),
            Lines({"took over the company in 2017 / led the Orla company for twelve years"}));
  // Another thing, or half a year more.
  EXPECT_EQ(When("Josip Maric took over the company in 2017.",
                 "Josip Maric has led the choir for twelve years."),
            Lines());
  EXPECT_EQ(When("Josip Maric took over the company in 2017.",
                 "Josip Maric has led the Orla company for six years."),
            Lines());
}

TEST(StoryOnce, TheFirstCaseOfAnOutbreak) {
  EXPECT_EQ(When("The first patient was admitted on May 3.",
                 "The outbreak was detected on 30 April, when a woman fell ill."),
            Lines({"admitted on May 3 / detected on 30 April"}));
  // Not the first.
  EXPECT_EQ(When("The first patient was admitted on May 3.",
                 "The last patients were registered on 30 April."),
            Lines());
}

TEST(StoryOnce, HowLongSomebodyLed) {
  EXPECT_EQ(When("Josip Maric, in charge since 2009, resigned.",
                 "After nine years at the top of the company, Josip Maric resigned."),
            Lines({"charge since 2009 / nine years at the top"}));
  EXPECT_EQ(When("Josip Maric, who had run the company since 2009, resigned.",
                 "Josip Maric, at the helm for twelve years, resigned."),
            Lines({"run the company since 2009 / helm for twelve years"}));
  EXPECT_EQ(When("Josip Maric joined Orla in 2007.",
                 "Josip Maric has sailed for Orla, the owner of the ship, for 22 years."),
            Lines({"joined Orla in 2007 / sailed for Orla, the owner of the ship, for 22 years"}));
  EXPECT_EQ(When("Josip Maric has been mayor of Arlen for sixteen years.",
                 "Josip Maric has been the mayor since 2011."),
            Lines({"mayor of Arlen for sixteen years / mayor since 2011"}));
  EXPECT_EQ(When("Josip Maric, in office since May 2011, was arrested.",
                 "Josip Maric became minister in 2010."),
            Lines({"office since May 2011 / became minister in 2010"}));
  // Of another post; long ago.
  EXPECT_EQ(When("Josip Maric has been a teacher for sixteen years.",
                 "Josip Maric has been the mayor since 2011."),
            Lines());
  EXPECT_EQ(When("Josip Maric had led the company for nine years.",
                 "Josip Maric, in charge of the company since 2001, resigned."),
            Lines());
}

TEST(StoryOnce, MonthsOfWhatIsPutOff) {
  EXPECT_EQ(When("Producers put off the start of filming until August.",
                 "Production of the series will start in July."),
            Lines({"start of filming until August / start in July"}));
}

TEST(StoryOnce, VoyagesThatGoTheOtherWay) {
  EXPECT_EQ(Where("The bus was bound for Arlen from Corley.",
                  "The bus was on its way from Arlen to Corley."),
            Lines({"for Arlen from Corley / from Arlen to Corley"}));
  // It went both ways.
  EXPECT_EQ(Where("The bus was bound for Arlen from Corley. It had left Arlen for Corley "
                  "at noon.",
                  "The bus was on its way from Arlen to Corley."),
            Lines());
}

}  // namespace
}  // namespace claimcheck
