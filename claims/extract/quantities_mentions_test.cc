// What of a quantity reaches the messages.

#include <string>
#include <vector>

#include "claims/extract/extractor.h"
#include "claims/extract/mention_line.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::vector<std::string> Lines(const std::string& text) {
  v1::Document document;
  document.set_id("a");
  document.set_text(text);
  DocumentAnalysis analysis;
  Extractor(EmbeddedLexicon()).Analyze(document, Depth::kClaims, &analysis);
  std::vector<std::string> out;
  const v1::Extraction extraction = ToProto(analysis, /*with_claims=*/false);
  for (const v1::Mention& m : extraction.mentions()) {
    if (m.kind() < v1::Mention::NUMBER || m.kind() > v1::Mention::QUANTITY) {
      continue;
    }
    out.push_back(
        text.substr(m.span().begin(), m.span().end() - m.span().begin()) +
        " = " + MentionLine(m));
  }
  return out;
}

using Want = std::vector<std::string>;

TEST(QuantityMentionsTest, TheUnitOfACountHasItsDescription) {
  EXPECT_EQ(Lines("They moved 12 shipping containers of steel."),
            Want{"12 = NUMBER 12 shipping container"});
  EXPECT_EQ(Lines("They met 14 first-team players."),
            Want{"14 = NUMBER 14 first-team player"});
  EXPECT_EQ(Lines("Two of the old cities burnt."),
            Want{"Two = NUMBER 2 old city"});
}

TEST(QuantityMentionsTest, TheUnitOfAnAge) {
  EXPECT_EQ(Lines("Ada Roe, 46, left."), Want{"46 = QUANTITY 46 year of age"});
}

TEST(QuantityMentionsTest, AChangeIsOneMention) {
  EXPECT_EQ(Lines("Prices rose from 5 to 8 percent."),
            Want{"5 to 8 percent = PERCENT [5, 8] percent"});
  EXPECT_EQ(Lines("It fell from 240 pounds in weight to 193 at last."),
            Want{"240 pounds in weight to 193 = QUANTITY [240, 193] "
                 "pound-mass"});
  // Two things, and not the two ends of one change.
  EXPECT_EQ(Lines("They came from 5 farms to 8 markets.").size(), 2u);
}

TEST(QuantityMentionsTest, MessagesNumberThingsByTheirPlace) {
  EXPECT_EQ(Lines("Delete the last line"), Want{"last = NUMBER end+0"});
  EXPECT_EQ(Lines("show me the last but one"),
            Want{"last but one = NUMBER end-1"});
  EXPECT_EQ(Lines("Open the next one."), Want{"next one = NUMBER current+1"});
  EXPECT_EQ(Lines("the penultimate stop"), Want{"penultimate = NUMBER end-1"});
  EXPECT_EQ(Lines("I prefer the second one"), Want{"second = NUMBER 2"});
}

TEST(QuantityMentionsTest, NoPlaceInIdiomsAndInArticles) {
  EXPECT_EQ(Lines("ask his next of kin"), Want{});
  EXPECT_EQ(Lines("we keep it as a last resort"), Want{});
  EXPECT_EQ(Lines("Roe visited the last village of the valley on her tour of "
                  "the north, and the next one was already empty."),
            Want{});
}

}  // namespace
}  // namespace claimcheck
