#include "claims/lexicon/inflect.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(InflectTest, Verbs) {
  EXPECT_THAT(VerbForms("land"), ElementsAre("lands", "landed", "landing"));
  EXPECT_THAT(VerbForms("arrive"), ElementsAre("arrives", "arrived", "arriving"));
  EXPECT_THAT(VerbForms("carry on"),
              ElementsAre("carries on", "carried on", "carrying on"));
  EXPECT_THAT(VerbForms("stop"), ElementsAre("stops", "stopped", "stopping"));
  EXPECT_THAT(VerbForms("visit"), ElementsAre("visits", "visited", "visiting"));
  EXPECT_THAT(VerbForms("crash"), ElementsAre("crashes", "crashed", "crashing"));
  EXPECT_THAT(VerbForms("agree"), ElementsAre("agrees", "agreed", "agreeing"));
  EXPECT_THAT(VerbForms("die"), ElementsAre("dies", "died", "dying"));
  EXPECT_THAT(VerbForms("play"), ElementsAre("plays", "played", "playing"));
  EXPECT_THAT(VerbForms("fix"), ElementsAre("fixes", "fixed", "fixing"));
}

TEST(InflectTest, Nouns) {
  EXPECT_THAT(PluralForms("city"), ElementsAre("cities"));
  EXPECT_THAT(PluralForms("day"), ElementsAre("days"));
  EXPECT_THAT(PluralForms("prime minister"), ElementsAre("prime ministers"));
  EXPECT_THAT(PluralForms("spokesman"), ElementsAre("spokesmen"));
  EXPECT_THAT(PluralForms("human"), ElementsAre("humans"));
  EXPECT_THAT(PluralForms("inch"), ElementsAre("inches"));
  EXPECT_THAT(PluralForms("m"), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
