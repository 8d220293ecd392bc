#include "rules/link/event_days.h"

#include "claimcheck/v1/document.pb.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// A text with the day it was published; the analysis points into the document.
struct Text {
  Text(const char* published, const char* text) {
    document.set_id("a");
    document.set_text(text);
    document.set_published(published);
    Extractor(EmbeddedLexicon()).Analyze(document, Depth::kClaims, &analysis);
  }

  v1::Document document;
  DocumentAnalysis analysis;
};

bool TwoDays(const char* published_a, const char* a, const char* published_b,
             const char* b) {
  const Text left(published_a, a), right(published_b, b);
  return TwoDaysOfNews(left.analysis, left.analysis.times.at(0),
                       right.analysis, right.analysis.times.at(0));
}

TEST(EventDays, EachTextTellsItsOwnDay) {
  EXPECT_TRUE(TwoDays("2024-05-15", "Ada Moe won on Tuesday.", "2024-05-19",
                      "Ada Moe won on Saturday."));
}

TEST(EventDays, OneEventADayApart) {
  EXPECT_FALSE(TwoDays("2024-05-15", "Ada Moe won on Tuesday.", "2024-05-16",
                       "Ada Moe won on Wednesday."));
  // The later text goes back to the day before the earlier one.
  EXPECT_FALSE(TwoDays("2024-05-15", "Ada Moe won on Tuesday.", "2024-05-19",
                       "Ada Moe won on May 11."));
}

TEST(EventDays, DatesAreNoNewsOfTheDay) {
  EXPECT_FALSE(TwoDays("", "The Harwick bridge reopened on 3 May 2021.", "",
                       "The Harwick bridge reopened on 5 May 2021."));
  EXPECT_FALSE(TwoDays("2021-05-04", "The bridge reopened on 3 May.",
                       "2021-05-06", "The bridge reopened on 5 May."));
}

TEST(EventDays, OneWeekdayOfTwoWeeks) {
  EXPECT_TRUE(TwoDays("2024-05-15", "Ada Moe won on Tuesday.", "2024-05-22",
                      "Ada Moe won on Tuesday."));
}

TEST(EventDays, ToCome) {
  EXPECT_TRUE(TwoDays("2024-05-15", "Kilbane holds a vote on May 20.",
                      "2024-05-15", "Kilbane held a vote on May 14."));
}

TEST(EventDays, HoursWithoutTheirDay) {
  const auto no_day = [](const char* text) {
    const Text read("2024-05-15", text);
    return TellsNoDay(read.analysis, read.analysis.times.at(0));
  };
  EXPECT_TRUE(no_day("The ferry left Kilbane at 6:30 p.m. for Orla."));
  EXPECT_TRUE(no_day("The thieves took \"Dunes at Evening\" by Ensor."));
  EXPECT_FALSE(no_day("The ferry left Kilbane at 6:30 p.m. on Friday."));
  EXPECT_FALSE(no_day("The ferry left Kilbane yesterday evening."));
}

bool Quarters(const char* a, const char* b) {
  const Text left("2024-05-15", a), right("2024-05-15", b);
  return OtherQuarters(left.analysis, 0, right.analysis, 0);
}

TEST(EventDays, Quarters) {
  EXPECT_TRUE(Quarters("Profit rose in the second quarter.",
                       "Third-quarter profit fell."));
  EXPECT_TRUE(Quarters("Profit rose in the second quarter.",
                       "Profit rose in the first half."));
  EXPECT_FALSE(Quarters("Profit rose in the second quarter.",
                        "Second-quarter profit fell."));
  EXPECT_FALSE(Quarters("Profit rose.", "Profit rose in the second quarter."));
}

}  // namespace
}  // namespace claimcheck
