// Short cuts against what they leave out.
#include "claims/extract/times_pieces.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "claims/extract/times_compose.h"
#include "claims/extract/times_reader.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Annotated {
  TokenizedText text;
  LexHits lex;
  explicit Annotated(const std::string& source) : source(source) {
    Tokenize(this->source, &text);
    EmbeddedLexicon()->Annotate(text, &lex);
  }
  const std::string source;
};

// Figures between all sorts of words: where one is called plain, no reader may
// find a time.
TEST(IsPlainFigureTest, NoReaderFindsATimeThere) {
  int plain = 0, others = 0;
  for (const char* before :
       {"It took ", "At ", "from ", "the ", "in ", "(", "c. ", "AD ", "circa ",
        "1871-", "between ", "The Sept. ", "early ", "by the "}) {
    for (const char* figure :
         {"3", "12", "31", "370", "800", "1423", "2019", "1,200", "76,768",
          "3.5", "0.375", "7.30", "5.2.7", "24th", "20s", "5 million", "1 1/2",
          "12345", "0730"}) {
      for (const char* behind :
           {" containers", " months", " more months", " of June", " June",
            " past weeks", " long past weeks", " hours", " percent", "%",
            "% of months", ".", ",",
            ") ", " a.m.", " before noon", " after seven", " to 5 pm",
            " o'clock", " in the morning", " B.C.E.", " GMT", "-year plan",
            " Fridays ago", " and a half years", " brutal months", " tonight",
            " until June", " untill 5 pm", " cubic metres", ":30", "/7",
            " centuries", " quarters", ", 2019", " Christmas"}) {
        const Annotated doc(absl::StrCat(before, figure, behind, " went by."));
        TimeReader reader(doc.text, doc.lex);
        const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
        reader.Enter({0, size});
        for (uint32_t t = 0; t < size; ++t) {
          if (!reader.IsNumber(t)) continue;
          TimeParts parts;
          if (!IsPlainFigure(reader, t)) {
            ++others;
            continue;
          }
          ++plain;
          EXPECT_FALSE(ReadFigures(reader, t, false, &parts) ||
                       ReadFigures(reader, t, true, &parts))
              << doc.source;
        }
      }
    }
  }
  EXPECT_GT(plain, 500);
  EXPECT_GT(others, 2000);
}

// Openers before all sorts of words: where one is called plain, no time is
// read.
TEST(IsPlainOpenerTest, NoReaderFindsATimeThere) {
  int plain = 0, others = 0;
  for (const char* opener :
       {"the ", "a ", "an ", "The ", "that ", "on ", "after ", "the same ",
        "that very ", "this ", "later ", "prior ", "ago ", "next "}) {
    for (const char* first :
         {"vessel", "crowded", "full", "whole", "entire", "like", "same",
          "latest", "comparable", "equivalent", "period", "week", "weekend",
          "day", "present", "h", "half", "quarter", "last", "final", "year",
          "fiscal", "recent", "few", "couple", "hundred", "million", "early",
          "nearest", "morning", "third", "two", "of", "long", "working",
          "Christmas", "May", "nineties", "past", "little more than"}) {
      for (const char* then :
           {" hall", " day", " period", " of May", " of a year", " year",
            " year ended March 31", " that ended in June", " weeks ago",
            " past five", " last year", " working days", " of Monday",
            " after Easter", " hundred years", " hour", " long hours",
            " quarter of an hour", " century", "-year", " 1988", " season"}) {
        const Annotated doc(
            absl::StrCat("It was ", opener, first, then, " on Friday."));
        TimeReader reader(doc.text, doc.lex);
        reader.Enter({0, static_cast<uint32_t>(doc.text.tokens.size())});
        for (uint32_t t = 0; t < reader.end(); ++t) {
          TimeParts parts;
          if (!IsPlainOpener(reader, t)) {
            ++others;
            continue;
          }
          ++plain;
          EXPECT_FALSE(ReadTime(reader, t, &parts)) << doc.source;
        }
      }
    }
  }
  EXPECT_GT(plain, 2000);
  EXPECT_GT(others, 2000);
}

// One pass of TimeStarts says of each token what a new one says.
TEST(TimeStartsTest, RemembersNothingWrong) {
  const Annotated doc(
      "The two of them went on the third day, one of the most quiet in the "
      "whole of the long and rather cold season, to see a few of the last of "
      "the old mills, which had half a century of work behind them by 1990.");
  TimeReader reader(doc.text, doc.lex);
  const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
  reader.Enter({0, size});
  TimeStarts forward(reader), backward(reader);
  int starts = 0;
  for (uint32_t t = 0; t < size; ++t) {
    EXPECT_EQ(forward.MayBegin(t), MayBeginTime(reader, t)) << t;
    starts += MayBeginTime(reader, t);
  }
  for (uint32_t t = size; t-- > 0;) {
    EXPECT_EQ(backward.MayBegin(t), MayBeginTime(reader, t)) << t;
  }
  EXPECT_GT(starts, 5);
}

}  // namespace
}  // namespace claimcheck
