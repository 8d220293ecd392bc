#include "claims/text/sentences.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/text/tokenizer.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::vector<std::string> Sentences(absl::string_view text) {
  TokenizedText t;
  Tokenize(text, &t);
  std::vector<std::string> out;
  for (const Sentence& s : t.sentences) {
    out.push_back(std::string(t.Text(s.span)));
  }
  return out;
}

// `marked` has " | " where sentences end; the text has a space there, or
// nothing for "|" alone.
void ExpectCuts(const std::string& marked) {
  std::string text;
  std::vector<std::string> expected(1);
  for (size_t i = 0; i < marked.size(); ++i) {
    if (marked.compare(i, 3, " | ") == 0) {
      text += ' ';
      expected.emplace_back();
      i += 2;
    } else if (marked[i] == '|') {
      expected.emplace_back();
    } else {
      text += marked[i];
      expected.back() += marked[i];
    }
  }
  EXPECT_EQ(Sentences(text), expected) << marked;
}

TEST(SentencesTest, FullStopsQuestionsAndExclamations) {
  ExpectCuts("The bridge fell. | Nobody was hurt. | Why? | No! | It was old.");
  ExpectCuts("It fell (nobody knows why). | They left.");
  ExpectCuts("It fell. | (Nobody knows why.) | They left.");
  ExpectCuts("He left (who knew?) and came back.");
  ExpectCuts("Trade grew... including tea. | Then it fell… | Prices rose.");
  ExpectCuts("They met in 2019. | 20 people came.");
}

TEST(SentencesTest, ADatelineStandsByItself) {
  ExpectCuts("MARLOW, Oct. 3 (Newswire) - | Twelve people died. | Why?");
  ExpectCuts("NEW YORK (AP) -- | Shares fell.");
  ExpectCuts("PORT-AU-PRINCE, Haiti (AP) _ | A ship sank.");
  ExpectCuts("ST. PAUL, Minn., March 4, 2019 (Wire/Wire) — | \"We won,\" she said.");
  ExpectCuts("Lagos, Nigeria, 3 October (Agency) - | 40 people fled.");
  ExpectCuts("LAGOS, Nigeria — | Talks began.");
  ExpectCuts("(AGENCY) - | Talks began.");
}

TEST(SentencesTest, ADashBehindOtherWordsIsNoDateline) {
  ExpectCuts("Oct. 3 - The team won.");
  ExpectCuts("Sunday, Oct. 3 - The team won.");
  ExpectCuts("Marlow - the town on the Senn - was flooded.");
  ExpectCuts("MARLOW - the town on the Senn - was flooded.");
  ExpectCuts("Ann Lee (Greens) won.");
  ExpectCuts("The mayor (Greens) - Ann Lee - won.");
  ExpectCuts("Lee, Oct. 3, 1990, was the last.");
}

TEST(SentencesTest, APlaceAndADashAreADatelineNearTheTopOnly) {
  EXPECT_EQ(Sentences("MARLOW - Rain fell.\n\nA.\n\nB.\n\nC.\n\nMARLOW - It fell."),
            (std::vector<std::string>{"MARLOW -", "Rain fell.", "A.", "B.",
                                      "C.", "MARLOW - It fell."}));
}

TEST(SentencesTest, AbbreviationsEndASentenceOnlyWhenOneFollows) {
  ExpectCuts("Gen. Okoro met Mr. Lind and Dr. Ruiz.");
  ExpectCuts("J. K. Ames and Omar T. Bell signed it.");
  ExpectCuts("It opened on Sept. 5 and shut in Dec. 2023. | The end.");
  ExpectCuts("It opened in Sept. | The mayor came.");
  ExpectCuts("Room No. 3 is free. | He said no. | Then he left.");
  ExpectCuts("Ames Inc. of Ohio and Bell Corp. Chairman Lind met.");
  ExpectCuts("He works for Ames Inc. | The firm is old.");
  ExpectCuts("The U.S. Army left the U.S. | The Navy stayed.");
  ExpectCuts("They met at 2 a.m. Friday. | It rained at 3 p.m. | They left.");
  ExpectCuts("Fruit, e.g. Apples, and Lind vs. Bell.");
  ExpectCuts("She lives in St. Ives. | It is on Main St. | The view is fine.");
  ExpectCuts("The king (c. 1230) and his son (b. March 1251) ruled.");
}

TEST(SentencesTest, NumbersAndAddressesStayWhole) {
  ExpectCuts("Pi is 3.14 and 1.5bn is more. | That is all.");
  ExpectCuts("See https://www.Example.Com/A.B?C=d for more. | Then go.");
  ExpectCuts("Mail Ann.Lind@Example.org or visit Shop.Com today.");
}

TEST(SentencesTest, AMissingSpaceHidesNoSentence) {
  ExpectCuts("They fought in Ostland.|Norland has denied it.");
  ExpectCuts("“We left.”|Then it rained.");
  ExpectCuts("It began in 2019.|Norland joined.");
}

TEST(SentencesTest, QuotationsOfSeveralSentencesAreCut) {
  ExpectCuts("“It fell. | Nobody was hurt,” he said. | “We left.” | It rained.");
  ExpectCuts("“Really?” Ann Lind asked. | “Yes!” he said.");
  ExpectCuts("\"It fell.\" | \"When?\" | \"Today.\"");
  ExpectCuts("It fell in May. [12] | Nobody knew.");
}

TEST(SentencesTest, BlankLinesAlwaysEndASentence) {
  EXPECT_EQ(Sentences("and so\n\nit goes"),
            (std::vector<std::string>{"and so", "it goes"}));
  EXPECT_EQ(Sentences("and so\r\n \r\nit goes"),
            (std::vector<std::string>{"and so", "it goes"}));
  EXPECT_EQ(Sentences("and so\xE2\x80\xA9it goes"),
            (std::vector<std::string>{"and so", "it goes"}));
}

TEST(SentencesTest, SingleLineBreaksEndLinesOfTheirOwn) {
  EXPECT_EQ(Sentences("Bridge closed for repairs\nThe old bridge is closed.\n"
                      "A new one opens soon.\n• tea\n• coffee"),
            (std::vector<std::string>{"Bridge closed for repairs",
                                      "The old bridge is closed.",
                                      "A new one opens soon.", "• tea",
                                      "• coffee"}));
}

TEST(SentencesTest, HardWrappedTextIsNotCut) {
  const std::vector<std::string> sentences = Sentences(
      "The ministry said on Monday that two bridges over the wide\n"
      "river had been closed for repairs after heavy rain, and that\n"
      "Deputy Minister Koval would visit the place within a week.\n"
      "The bridges carry about 12,000 cars a day, said a man from\n"
      "Northtown.\n"
      "A spokesman was not there.\n");
  ASSERT_EQ(sentences.size(), 3u);
  EXPECT_EQ(sentences[0].substr(sentences[0].size() - 14), "within a week.");
  EXPECT_EQ(sentences[1].substr(sentences[1].size() - 10), "Northtown.");
}

TEST(SentencesTest, LongSentencesAreCut) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word ";
  TokenizedText t;
  Tokenize(text, &t);
  EXPECT_EQ(t.sentences.size(), 4u);
  for (const Sentence& s : t.sentences) {
    EXPECT_LE(s.tokens.size(), kMaxSentenceTokens);
  }
  text.clear();
  for (int i = 0; i < 100; ++i) text += std::string(500, 'x') + " ";
  Tokenize(text, &t);
  EXPECT_GT(t.sentences.size(), 2u);
  for (const Sentence& s : t.sentences) {
    EXPECT_LE(s.span.size(), kMaxSentenceBytes);
  }
  Tokenize("Stop" + std::string(3000, '.') + " And more.", &t);
  for (const Sentence& s : t.sentences) {
    EXPECT_LE(s.tokens.size(), kMaxSentenceTokens);
  }
}

// One letter a sentence: its zone; with its line and paragraph.
std::string Zones(absl::string_view text) {
  TokenizedText t;
  Tokenize(text, &t);
  std::string out;
  for (const Sentence& s : t.sentences) out += "phclf"[s.zone];
  return out;
}

constexpr char kProse[] =
    "The old bridge over the river was closed on Monday, officials said.\n\n"
    "Repairs will take two weeks. Traffic is led round the town.\n\n";

TEST(SentencesTest, HeadlinesStandAboveTheArticleOrBetweenParagraphs) {
  EXPECT_EQ(Zones(absl::StrCat("Old bridge closed\n\n", kProse)), "hppp");
  EXPECT_EQ(Zones(absl::StrCat(kProse, "‘A long way round’\n\n", kProse)),
            "ppphppp");
  // Twice the same line, once with another apostrophe, is a headline twice.
  EXPECT_EQ(Zones(absl::StrCat("Town’s bridge closed\n\nTown's bridge closed\n\n",
                               kProse)),
            "hhppp");
  // A text that is one line is no headline of anything.
  EXPECT_EQ(Zones("Old bridge closed"), "p");
  EXPECT_EQ(Zones("The bridge is closed. It is old"), "pp");
}

TEST(SentencesTest, CaptionsEndInACredit) {
  for (const char* credit :
       {" [Ann Lind/Pool via Agency]", ". (Agency/Wire)", ". / WIRE",
        ". (File photo)", ". Photo: Ann Lind"}) {
    const std::string caption =
        absl::StrCat("Cars wait at the old bridge in Northtown", credit);
    const std::string zones = Zones(absl::StrCat(kProse, caption, "\n\n", kProse));
    EXPECT_EQ(zones.substr(0, 4), "pppc") << credit;
    EXPECT_EQ(zones.substr(zones.size() - 3), "ppp") << credit;
  }
  // The picture's text above its caption, and a caption twice.
  EXPECT_EQ(Zones(absl::StrCat("Bridge closed\n\nCars wait at the bridge in town\n"
                               "Cars wait at the old bridge in town [A/B]\n\n",
                               kProse)),
            "hccppp");
  EXPECT_EQ(Zones(absl::StrCat(kProse, "A long queue of cars.\n"
                               "A long queue of cars.\n\n", kProse)),
            "pppccppp");
}

TEST(SentencesTest, ListItems) {
  for (const char* bullet : {"•", "-", "*", "–", "▪", "1.", "12)"}) {
    EXPECT_EQ(Zones(absl::StrCat(kProse, bullet, " Cars must turn left.\n",
                                 bullet, " Buses stop here\n")),
              "pppll")
        << bullet;
  }
}

TEST(SentencesTest, FurnitureSaysNothingOfTheWorld) {
  for (const char* line :
       {"Leave a Reply", "Your email address will not be published.",
        "Related stories", "Most viewed articles", "Source: News agencies",
        "Read more", "Read more: the bridge that fell", "Share",
        "By Ann Lind, senior writer", "By Reuters",
        "Posted on : 2024-06-19 16:24", "Copyright 2024 Northtown News",
        "© 2024 Northtown News", "Full Report . . . . Current Edition",
        "Wire Service / June 19, 2024", "Subscribe to our newsletter",
        "(Reporting by Ann Lind; Editing by Omar Bell)",
        "button to the first article (원문으로 이동하는 버튼)"}) {
    const std::string zones = Zones(absl::StrCat(kProse, line, "\n\n", kProse));
    EXPECT_EQ(zones, "pppfppp") << line;
  }
  // The same words in prose.
  for (const char* line :
       {"By Monday the bridge had been closed.",
        "Share prices fell after the bridge was closed.",
        "Subscribers to the water company may be affected.",
        "From Northtown the road leads north.",
        "Related work on the road began in May."}) {
    EXPECT_EQ(Zones(absl::StrCat(kProse, line, "\n\n", kProse)), "ppppppp")
        << line;
  }
}

TEST(SentencesTest, ATextInAnotherScriptIsProse) {
  EXPECT_EQ(Zones("Старый мост закрыт. Ремонт начался в мае.\n\nМост старый."),
            "ppp");
}

TEST(SentencesTest, LinesAndParagraphsAreCounted) {
  TokenizedText t;
  Tokenize("One is here. Two is here.\nThree is here.\r\n\r\n\rFour is here.", &t);
  ASSERT_EQ(t.sentences.size(), 4u);
  const uint32_t lines[] = {1, 1, 2, 5};
  const uint32_t paragraphs[] = {0, 0, 1, 2};
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(t.sentences[i].line, lines[i]);
    EXPECT_EQ(t.sentences[i].paragraph, paragraphs[i]);
  }
}

TEST(SentencesTest, ZonesThatAreGivenComeBeforeThoseThatAreFound) {
  const std::string text =
      "Coins bought\n\nThe fund bought 40.\n\nGold\n\n30\n\nIt was paid, they "
      "said.\n\nHome\n";
  const auto at = [&](absl::string_view words) {
    return static_cast<uint32_t>(text.find(std::string(words)));
  };
  const std::vector<GivenZone> given = {
      {{at("The fund"), at("Gold")}, Sentence::kCaption},
      {{at("Gold"), at("Home")}, Sentence::kBlockQuote},
      {{at("30"), at("It was")}, Sentence::kTable},
      {{at("Home"), 10000}, Sentence::kFurniture}};
  TokenizedText t;
  Tokenize(text, given, &t);
  std::vector<int> zones;
  for (const Sentence& sentence : t.sentences) zones.push_back(sentence.zone);
  EXPECT_EQ(zones, (std::vector<int>{Sentence::kHeadline, Sentence::kCaption,
                                     Sentence::kBlockQuote, Sentence::kTable,
                                     Sentence::kBlockQuote,
                                     Sentence::kFurniture}));
  // Reused for a text about which nothing is known.
  Tokenize(text, &t);
  EXPECT_NE(t.sentences[1].zone, Sentence::kCaption);
}

}  // namespace
}  // namespace claimcheck
