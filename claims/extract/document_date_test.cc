#include <string>

#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Outcome {
  bool good = false;
  std::string date;  // empty: not known
  DateSource source = DateSource::kNone;
  std::string evidence;
  int second_of_day = -1;
};

Outcome Find(const std::string& text, absl::string_view published = "") {
  DocumentAnalysis doc;
  Tokenize(text, &doc.text);
  EmbeddedLexicon()->Annotate(doc.text, &doc.lex);
  Outcome out;
  out.good = FindDocumentDate(published, &doc);
  if (doc.date.known) {
    out.date = absl::StrFormat("%04d-%02d-%02d", doc.date.year, doc.date.month,
                               doc.date.day);
  }
  out.source = doc.date.source;
  out.evidence = std::string(doc.text.Text(doc.date.evidence));
  out.second_of_day = doc.date.second_of_day;
  return out;
}

TEST(FindDocumentDateTest, TakesWhatIsGiven) {
  for (const char* published :
       {"2024-06-18", "2024-06-18T10:20", "2024-06-18T10:20:30",
        "2024-06-18T10:20:30.1234567", "2024-06-18T10:20:30Z",
        "2024-06-18T10:20:30+09:00", "2024-06-18 10:20"}) {
    const Outcome out = Find("Posted 1 May 2020", published);
    EXPECT_TRUE(out.good) << published;
    EXPECT_EQ(out.date, "2024-06-18") << published;
    EXPECT_EQ(out.source, DateSource::kGiven);
  }
  EXPECT_EQ(Find("", "2024-06-18").second_of_day, -1);
  EXPECT_EQ(Find("", "2024-06-18T01:00").second_of_day, 3600);
}

TEST(FindDocumentDateTest, RefusesWhatIsNoDate) {
  for (const char* published :
       {"18 June 2024", "2024-02-30", "2024-13-01", "2024-06", "0000-01-01",
        "2024-06-18T", "2024-06-18T25:00", "2024-06-18x", "yesterday"}) {
    const Outcome out = Find("Posted 1 May 2020", published);
    EXPECT_FALSE(out.good) << published;
    EXPECT_EQ(out.date, "") << published;
  }
}

constexpr char kBody[] =
    "\n\nThe ferry of the harbour town ran aground, and its owners, who have "
    "asked the council for help before, came together in the old hall to hear "
    "what the engineers made of it.";

TEST(FindDocumentDateTest, ReadsTheHead) {
  struct Row {
    const char* head;
    const char* date;
    const char* evidence;
  };
  for (const Row& row : {
           Row{"Ferry aground\n\nHarbour Post / June 19, 2024", "2024-06-19",
               "June 19, 2024"},
           Row{"Ferry aground\nPosted on : 2024-06-19 16:24 KST Modified on : "
               "2024-06-20 16:32 KST",
               "2024-06-19", "2024-06-19 16:24 KST"},
           Row{"Ferry aground\nTue Jul 02 2013, 14:58 hrs", "2013-07-02",
               "Tue Jul 02 2013, 14:58 hrs"},
           Row{"Ferry aground\nJuly 2, 2013 07:44", "2013-07-02",
               "July 2, 2013 07:44"},
           Row{"18 June 2024\nFerry aground", "2024-06-18", "18 June 2024"},
       }) {
    const Outcome out = Find(std::string(row.head) + kBody);
    EXPECT_EQ(out.date, row.date) << row.head;
    EXPECT_EQ(out.evidence, row.evidence) << row.head;
    EXPECT_EQ(out.source, DateSource::kDateline) << row.head;
  }
  EXPECT_EQ(Find(std::string("Jul 2, 2013, 14:58 hrs") + kBody).second_of_day,
            14 * 3600 + 58 * 60);
}

TEST(FindDocumentDateTest, TakesTheYearOfADatelineFromTheText) {
  const Outcome out = Find(
      "HARBOUR, June 18 (Agency) -- The ferry ran aground. It was built in "
      "March 2023 and sold in May 2024.");
  EXPECT_EQ(out.date, "2024-06-18");
  EXPECT_EQ(out.source, DateSource::kDateline);
  // No year anywhere: not known.
  EXPECT_EQ(Find("HARBOUR, June 18 (Agency) -- The ferry ran aground.").date,
            "");
}

TEST(FindDocumentDateTest, TakesTodayWithItsDate) {
  const Outcome out = Find(
      "The ferry ran aground today (June 18), as reports of the town's radio "
      "have it, with nobody on board but the crew of nine and a dog.\n\nIt was "
      "built in July 2000 and last repaired in September 2023.");
  // Not before September 2023.
  EXPECT_EQ(out.date, "2024-06-18");
  EXPECT_EQ(out.source, DateSource::kTextToday);
  EXPECT_EQ(out.evidence, "today (June 18");
}

TEST(FindDocumentDateTest, TakesWeekdaysBesideDates) {
  // 18 June is a Tuesday in 2019 and in 2024; the text knows of 2023.
  const Outcome out = Find(
      "The presidents are to meet during a visit on Tuesday and Wednesday.\n\n"
      "The guest is expected to arrive later on Tuesday, in his first visit "
      "for long; they last met in September 2023 near the border, where "
      "they spoke of trade and of the fisheries for two hours or so.\n\nThe "
      "visit takes place on June 18-19, the palace said on Monday.");
  EXPECT_EQ(out.date, "2024-06-18");
  EXPECT_EQ(out.source, DateSource::kTextWeekday);
}

TEST(FindDocumentDateTest, IsNotBeforeWhatHasBeen) {
  const Outcome out = Find(
      "A timeline of the search\n\nIn March 2018 the ferry was sold. Monday, June 4: the "
      "ferry runs aground. It was towed away on Friday.");
  // Not Friday 1 June.
  EXPECT_EQ(out.date, "2018-06-08");
}

TEST(FindDocumentDateTest, DoesNotGuess) {
  EXPECT_EQ(Find(std::string("Ferry aground") + kBody).date, "");
  EXPECT_EQ(Find(std::string("Ferry aground") + kBody).source,
            DateSource::kNotKnown);
  // A date of the report is not the report's date.
  EXPECT_EQ(Find("The ferry, which ran aground in the fog with its captain on "
                 "the bridge and all of the passengers asleep below, was built "
                 "at a yard in Gdansk and launched on 3 May 1999.")
                .date,
            "");
  EXPECT_EQ(Find("").date, "");
}

}  // namespace
}  // namespace claimcheck
