#include "rules/facts/detail_question.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

// Two texts of a sentence or more, and what differs in them.
struct Case {
  DetailKind kind;
  Departure departure;
  absl::string_view left, left_words;
  absl::string_view right, right_words;
};

Span Find(const DocumentAnalysis& doc, absl::string_view words) {
  const size_t at = doc.text.source.find(words);
  EXPECT_NE(at, absl::string_view::npos) << words;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

std::string Title(const Case& c) {
  const Story story({{"2024-05-15", std::string(c.left)},
                     {"2024-05-15", std::string(c.right)}});
  Detail detail;
  detail.kind = c.kind;
  detail.departure = c.departure;
  detail.source = 1;
  ShownSpans shown = {Find(story.corpus().document(0), c.left_words),
                      Find(story.corpus().document(1), c.right_words)};
  detail.span = detail.whole = shown.left;
  detail.counterpart = shown.right;
  if (c.kind == DetailKind::kSaid) {
    detail.span = {0, static_cast<uint32_t>(c.left.size())};
  }
  return DetailQuestion(story.corpus(), detail, shown);
}

TEST(DetailQuestion, HasTheWordsAroundTheValueInItsClause) {
  EXPECT_EQ(Title({DetailKind::kFigure, Departure::kValue,
                   "The lorry had carried 300 kilos of lead, police said.",
                   "300 kilos", "It held 300 pounds of lead.", "300 pounds"}),
            "lorry had carried … of lead: 300 kilos or 300 pounds?");
  EXPECT_EQ(Title({DetailKind::kPeople, Departure::kValue,
                   "Fourteen guests were hurt, police said.", "Fourteen guests",
                   "Fifteen guests were hurt.", "Fifteen guests"}),
            "… were hurt: fourteen or fifteen guests?");
}

TEST(DetailQuestion, KeepsNumbersAndTimesWhole) {
  EXPECT_EQ(Title({DetailKind::kMeasure, Departure::kValue,
                   "A magnitude 6.7 quake struck at 03:52 on Monday.",
                   "6.7", "The quake had a magnitude of 7.6.", "7.6"}),
            "magnitude … quake struck at 03:52: 6.7 or 7.6?");
}

TEST(DetailQuestion, IsShortBesideAWordWithoutEnd) {
  const std::string left =
      std::string(10000, 'x') + " 12 guests " + std::string(10000, 'y') + ".";
  EXPECT_EQ(Title({DetailKind::kPeople, Departure::kValue, left, "12 guests",
                   "There were 13 guests.", "13 guests"}),
            "12 or 13 guests?");
}

TEST(DetailQuestion, GoesOverACommaWhereNothingElseStandsBeside) {
  EXPECT_EQ(Title({DetailKind::kWords, Departure::kOpposite,
                   "The mayor of Arlen, Ada Lind, resigned.", "resigned",
                   "Ada Lind was dismissed.", "dismissed"}),
            "Ada Lind, …: “resigned” or “dismissed”?");
}

std::string Decisive(std::string a, std::string b) {
  const Story story({{"2024-05-15", a}, {"2024-05-15", b}});
  Detail detail;
  detail.kind = DetailKind::kWords;
  detail.source = 1;
  const TokenizedText& left = story.corpus().document(0).text;
  const TokenizedText& right = story.corpus().document(1).text;
  const ShownSpans words =
      DecisiveWords(story.corpus(), detail,
                    {{0, static_cast<uint32_t>(a.size())},
                     {0, static_cast<uint32_t>(b.size())}});
  return absl::StrCat(left.Text(words.left), " / ", right.Text(words.right));
}

TEST(DecisiveWords, StandBetweenWordsThatBothHave) {
  EXPECT_EQ(Decisive("The Arl bridge had passed its test in March",
                     "The Arl bridge failed its test, the judge found"),
            "had passed / failed");
  EXPECT_EQ(Decisive("A court in Arlen on Tuesday acquitted Tor Eikeland",
                     "on Tuesday convicted Tor Eikeland"),
            "acquitted / convicted");
  EXPECT_EQ(Decisive("Swedish expert Lars Holm", "Norwegian expert Lars Holm"),
            "Swedish / Norwegian");
  EXPECT_EQ(Decisive("voted yes", "voted against"), "yes / against");
  EXPECT_EQ(Decisive("her nephew, Anders Lauge", "his son, Anders Lauge"),
            "her nephew / his son");
  EXPECT_EQ(Decisive("Arlen's sales rose 2 percent", "Its sales fell 2 percent"),
            "rose / fell");
}

TEST(DecisiveWords, AreAllWordsWhereTheTwoShareNoneOrMuchDiffers) {
  EXPECT_EQ(Decisive("in handcuffs", "cuffs were used"),
            "in handcuffs / cuffs were used");
  EXPECT_EQ(Decisive("Ada Lind, the head of the agency",
                     "Ada Lind, the deputy head of the agency"),
            "Ada Lind, the head of the agency / Ada Lind, the deputy head of "
            "the agency");
}

TEST(DetailQuestion, AsksOfANegationWhetherItIsSo) {
  EXPECT_EQ(Title({DetailKind::kWords, Departure::kNegation,
                   "The sirens did not sound.", "did not sound",
                   "Sirens sounded at noon.", "sounded"}),
            "“did not sound”, or not?");
}

TEST(DetailQuestion, SaysOnceWhatTwoTimesBeginWith) {
  EXPECT_EQ(Title({DetailKind::kWhen, Departure::kValue,
                   "The ferry left Kilbane at noon.", "left Kilbane at noon",
                   "It left Kilbane at two.", "left Kilbane at two"}),
            "ferry …: left Kilbane at noon or two?");
}

TEST(DetailQuestion, OfAnAgeItHasWhoIsSoOld) {
  const std::string left = "Tor Roe, 48, resigned.", right = "Roe is 46.";
  const Story story({{"2024-05-15", left}, {"2024-05-15", right}});
  Detail detail;
  detail.kind = DetailKind::kAge;
  detail.departure = Departure::kValue;
  detail.source = 1;
  detail.whole = {0, 11};
  detail.span = {9, 11};
  detail.counterpart = {7, 9};
  const ShownSpans words =
      DecisiveWords(story.corpus(), detail, {detail.whole, detail.counterpart});
  EXPECT_EQ(DetailQuestion(story.corpus(), detail, words), "Tor Roe: 48 or 46?");
}

TEST(DetailQuestion, OfARemarkItHasTheFirstWords) {
  EXPECT_EQ(Title({DetailKind::kSaid, Departure::kName,
                   "\"We owe it to all of those families to tell them,\" said "
                   "Ada Lind.",
                   "Ada Lind",
                   "Nina Falk said: \"We owe it to all of those families.\"",
                   "Nina Falk"}),
            "“We owe it to all of those families to …”: said by Ada Lind or "
            "Nina Falk?");
}

}  // namespace
}  // namespace claimcheck
