#include <string>
#include <vector>

#include "claims/extract/finders.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Found {
  explicit Found(const std::string& words) : text(words) {
    Tokenize(text, &doc.text);
    EmbeddedLexicon()->Annotate(doc.text, &doc.lex);
    FindQuotations(*EmbeddedLexicon(), &doc);
  }
  std::vector<std::string> Contents() const {
    std::vector<std::string> out;
    for (const Quote& q : doc.quotes) {
      out.emplace_back(doc.text.Text(q.content));
    }
    return out;
  }
  std::string text;
  DocumentAnalysis doc;
};

using Strings = std::vector<std::string>;

TEST(FindQuotationsTest, PairsMarks) {
  const Found found("“The dam holds,” she said. \"For now,\" he added.");
  EXPECT_EQ(found.Contents(), (Strings{"The dam holds,", "For now,"}));
  const Quote& first = found.doc.quotes[0];
  EXPECT_EQ(found.doc.text.Text(first.span), "“The dam holds,”");
  EXPECT_FALSE(first.unclosed);
  EXPECT_FALSE(first.fragment);
  EXPECT_FALSE(first.title);
  EXPECT_EQ(found.doc.quotes[1].sentence, 1u);
}

TEST(FindQuotationsTest, PairsMarksOfTwoKinds) {
  const Found found("He called them \"unfair and hasty measures.” Nobody spoke.");
  EXPECT_EQ(found.Contents(), Strings{"unfair and hasty measures."});
  EXPECT_FALSE(found.doc.quotes[0].unclosed);
  EXPECT_TRUE(found.doc.quotes[0].fragment);
}

TEST(FindQuotationsTest, OneQuotationInsideAnother) {
  const Found found("“They told us ‘never mind’ and left,” the widow said.");
  EXPECT_EQ(found.Contents(),
            (Strings{"They told us ‘never mind’ and left,", "never mind"}));
  EXPECT_FALSE(found.doc.quotes[0].nested);
  EXPECT_TRUE(found.doc.quotes[1].nested);
  const Found british("‘They told us “never mind” and left,’ the widow said.");
  EXPECT_EQ(british.Contents(),
            (Strings{"They told us “never mind” and left,", "never mind"}));
  EXPECT_TRUE(british.doc.quotes[1].nested);
}

TEST(FindQuotationsTest, ApostrophesOpenNothing) {
  EXPECT_EQ(Found("The farmers’ union of ’68 wasn’t the Joneses’ idea.")
                .Contents(),
            Strings{});
  EXPECT_EQ(Found("It was ‘never the plan. “We pay,” he said.").Contents(),
            Strings{"We pay,"});
  EXPECT_FALSE(
      Found("It was ‘never the plan. “We pay,” he said.").doc.quotes[0].nested);
}

TEST(FindQuotationsTest, GoesOnInTheNextParagraph) {
  const Found found(
      "“The harvest failed twice,” the mayor said. “We sold the mill.\n\n"
      "“Then we sold the horses.\n\n"
      "“Nothing is left to sell.”\n\n"
      "“Nobody” knows what comes next.\n");
  ASSERT_EQ(found.Contents(),
            (Strings{"The harvest failed twice,", "We sold the mill.",
                     "Then we sold the horses.", "Nothing is left to sell.",
                     "Nobody"}));
  EXPECT_TRUE(found.doc.quotes[1].unclosed);
  EXPECT_FALSE(found.doc.quotes[1].continued);
  EXPECT_TRUE(found.doc.quotes[2].unclosed);
  EXPECT_TRUE(found.doc.quotes[2].continued);
  EXPECT_FALSE(found.doc.quotes[3].unclosed);
  EXPECT_TRUE(found.doc.quotes[3].continued);
  EXPECT_FALSE(found.doc.quotes[4].continued);
}

TEST(FindQuotationsTest, AnUnclosedOneEndsAtItsParagraph) {
  const Found found("He wrote: “We shall not come.\n\nThe hall was empty.");
  ASSERT_EQ(found.Contents(), Strings{"We shall not come."});
  EXPECT_TRUE(found.doc.quotes[0].unclosed);
  EXPECT_EQ(found.doc.text.Text(found.doc.quotes[0].span), "“We shall not come.");
}

TEST(FindQuotationsTest, AMissingMarkCostsOneSentence) {
  const Found found("He wrote “we will come. Then she added “no” and left.");
  ASSERT_EQ(found.Contents(), (Strings{"we will come.", "no"}));
  EXPECT_TRUE(found.doc.quotes[0].unclosed);
  EXPECT_FALSE(found.doc.quotes[1].unclosed);
}

TEST(FindQuotationsTest, StrayMarksAreNothing) {
  EXPECT_EQ(Found("It ended here.” And here.”").Contents(), Strings{});
  EXPECT_EQ(Found("“”").Contents(), Strings{});
  EXPECT_EQ(Found("").Contents(), Strings{});
}

TEST(FindQuotationsTest, GrownIntoTheSentence) {
  EXPECT_TRUE(Found("She said she was “quite sure of it”.").doc.quotes[0].fragment);
  EXPECT_TRUE(
      Found("It aims “to end the war for good.”").doc.quotes[0].fragment);
  EXPECT_FALSE(Found("She said, “We are sure of it.”").doc.quotes[0].fragment);
  EXPECT_FALSE(Found("She said “We are sure of it.”").doc.quotes[0].fragment);
}

TEST(FindQuotationsTest, LabelsAndTitlesAreNobodysSpeech) {
  for (const char* text :
       {"The play “The Long Way Home” opens in May.",
        "He has a “special” place in the council.",
        "An essay titled “Why the bridge over the river must never be closed to "
        "the people of the valley” ran on Sunday.",
        "They dream of a “second spring” for the island."}) {
    const Found found(text);
    ASSERT_EQ(found.doc.quotes.size(), 1u) << text;
    EXPECT_TRUE(found.doc.quotes[0].title) << text;
  }
  for (const char* text :
       {"The mayor labelled the plan a “wicked joke,” and left.",
        "“Never,” said the mayor.", "She said the plan was “quite mad”.",
        "He said, “The Long Way Home.”",
        "In the hall they read “the harvest will be poor this year”."}) {
    const Found found(text);
    ASSERT_EQ(found.doc.quotes.size(), 1u) << text;
    EXPECT_FALSE(found.doc.quotes[0].title) << text;
  }
}

TEST(FindQuotationsTest, ReportedSpeechDoesNotMakeAnAdjectiveSpeech) {
  const Found found("She wrote that a “rules-free” market helps nobody.");
  EXPECT_TRUE(found.doc.quotes[0].title);
}

// Whatever comes in: spans lie in the text, in order, and a nested quotation
// lies in the one before it.
TEST(FindQuotationsTest, AnyMarksInAnyOrder) {
  const char* kPieces[] = {"“", "”", "‘", "’", "\"", "'", " word ", ". ",
                           "\n\n", ", said Ada ", "x"};
  uint32_t state = 99;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      state = state * 1664525u + 1013904223u;
      text += kPieces[(state >> 16) % 11];
    }
    const Found found(text);
    uint32_t begin = 0, outer_end = 0;
    for (const Quote& q : found.doc.quotes) {
      ASSERT_FALSE(q.tokens.empty()) << text;
      ASSERT_LE(q.tokens.end, found.doc.text.tokens.size()) << text;
      ASSERT_TRUE(q.span.Contains(q.content)) << text;
      ASSERT_LE(begin, q.span.begin) << text;
      ASSERT_LE(q.span.end, text.size()) << text;
      if (q.nested) {
        ASSERT_LE(q.span.end, outer_end)
            << text << "\n" << testing::PrintToString(found.Contents());
      } else {
        outer_end = q.span.end;
      }
      begin = q.span.begin;
    }
  }
}

TEST(FindQuotationsTest, WordThatFoldsToNothing) {
  const Found found("\"Old \xCC\x88 harbour\" is the name.");
  EXPECT_EQ(found.doc.quotes.size(), 1u);
}

TEST(FindQuotationsTest, AMillionMarks) {
  std::string text;
  for (int i = 0; i < 300000; ++i) text += i % 3 ? "“ a " : "‘ b ";
  EXPECT_FALSE(Found(text).doc.quotes.empty());
}

}  // namespace
}  // namespace claimcheck
