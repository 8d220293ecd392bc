#include "claims/text/stem.h"

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string StemOf(absl::string_view word) {
  StemBuffer buffer;
  return std::string(Stem(word, &buffer));
}

TEST(StemTest, RegularFormsOfOneWordAgree) {
  const std::vector<std::vector<const char*>> families = {
      {"missile", "missiles"},
      {"country", "countries"},
      {"movie", "movies"},
      {"tie", "ties", "tied"},
      {"die", "dies", "died", "dying"},
      {"box", "boxes"},
      {"class", "classes"},
      {"move", "moves", "moved", "moving"},
      {"use", "uses", "used", "using"},
      {"plan", "plans", "planned", "planning"},
      {"launch", "launches", "launched", "launching"},
      {"supply", "supplies", "supplied", "supplying"},
      {"agree", "agrees", "agreed", "agreeing"},
      {"free", "frees", "freed"},
      {"kill", "kills", "killed", "killing"},
      {"need", "needs", "needed", "needing"},
      {"exceed", "exceeds", "exceeded"},
      {"hundred", "hundreds"},
      {"bring", "brings", "bringing"},
  };
  for (const auto& family : families) {
    for (const char* word : family) {
      EXPECT_EQ(StemOf(word), StemOf(family[0])) << word;
      EXPECT_EQ(StemHash(word), StemHash(family[0])) << word;
    }
  }
}

TEST(StemTest, BritishAndAmericanSpellingsAgree) {
  const std::vector<std::vector<const char*>> families = {
      {"defence", "defense", "defences"},
      {"programme", "program", "programmes"},
      {"modernise", "modernize", "modernised", "modernizing"},
      {"modernisation", "modernization"},
      {"organiser", "organizers"},
      {"analyse", "analyzed"},
      {"labour", "labor"},
      {"neighbouring", "neighboring"},
      {"neighbourhood", "neighborhoods"},
      {"favourite", "favorites"},
      {"honourable", "honorable"},
      {"centre", "center", "centres", "centered", "centred"},
      {"kilometre", "kilometers"},
      {"dialogue", "dialog"},
      {"catalogued", "cataloged"},
      {"travelled", "traveled", "travelling"},
      {"fulfil", "fulfill", "fulfilled"},
      {"cheque", "check"},
      {"grey", "gray"},
      {"manoeuvres", "maneuver"},
  };
  for (const auto& family : families) {
    for (const char* word : family) {
      EXPECT_EQ(StemOf(word), StemOf(family[0])) << word;
    }
  }
}

TEST(StemTest, DifferentWordsStayApart) {
  const char* const pairs[][2] = {
      {"king", "kin"},     {"news", "new"},       {"hour", "hor"},
      {"tour", "tor"},     {"united", "unit"},    {"evening", "even"},
      {"thing", "thin"},   {"speed", "spe"},      {"crisis", "cris"},
      {"status", "statu"}, {"bed", "be"},         {"missile", "mission"},
      {"bus", "bu"},       {"minister", "ministry"},
  };
  for (const auto& pair : pairs) {
    EXPECT_NE(StemOf(pair[0]), StemOf(pair[1])) << pair[0];
  }
}

TEST(StemTest, LeavesWhatIsNoEnglishWord) {
  for (const char* word :
       {"", "a", "'s", "n't", "u.s.", "2024", "\xD0\xBC\xD0\xB8\xD1\x80\xD1\x8B",
        "x-rays"}) {
    EXPECT_EQ(StemOf(word), word);
  }
  const std::string longest(kMaxStemBytes + 1, 's');
  EXPECT_EQ(StemOf(longest), longest);
}

// Any letters at all, of any length the buffer is made for.
TEST(StemTest, StaysInsideItsBuffer) {
  const char* const tails[] = {"s",   "es",   "ies",  "ied",   "ed",   "ing",
                               "our", "ours", "izer", "ourer", "tre",  "bre",
                               "ence", "mme", "ying", "reed",  "ogue", "yze"};
  for (const char* tail : tails) {
    for (size_t stem = 0; stem <= kMaxStemBytes; ++stem) {
      for (char letter : {'a', 'b', 't', 'y'}) {
        const std::string word = std::string(stem, letter) + tail;
        EXPECT_LE(StemOf(word).size(), word.size() + 1) << word;
      }
    }
  }
}

}  // namespace
}  // namespace claimcheck
