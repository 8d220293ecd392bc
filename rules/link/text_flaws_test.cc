#include "rules/link/text_flaws.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "kind: words / the other words", a flaw each.
std::vector<std::string> Flaws(const std::string& text) {
  const Story story({{"", text}});
  const DocumentAnalysis& doc = story.corpus().document(0);
  std::vector<std::string> out;
  for (const TextFlaw& flaw : FindTextFlaws(doc)) {
    out.push_back(absl::StrCat(static_cast<int>(flaw.kind), ": ", doc.text.Text(flaw.span),
                               " / ", doc.text.Text(flaw.other)));
  }
  return out;
}

TEST(TextFlaws, AFigureOfTheHeadlineThatTheTextHasNot) {
  EXPECT_THAT(Flaws("75 dead in Arlen club fire\n\nFifty-seven people died when a club "
                    "burned down in Arlen on Sunday.\n\nThe fire began on the stage."),
              ElementsAre("5: 75 dead / Fifty-seven people"));
  EXPECT_THAT(Flaws("Club fire kills 75 in Arlen\n\nFifty-seven guests and 18 waiters died "
                    "when a club burned down in Arlen on Sunday.\n\nIt was full."),
              IsEmpty());
  EXPECT_THAT(Flaws("75 dead in Arlen club fire\n\nFifty-seven people died when a club "
                    "burned down in Arlen on Sunday.\n\nThe toll may rise above 75."),
              IsEmpty());
}

// What the police hold is told of men who did something before; an ordinal is no count.
TEST(TextFlaws, OtherNumbersDoNotBearOutAHeadline) {
  EXPECT_THAT(Flaws("Three held in farmhouse after raid\n\nPolice arrested two men in a "
                    "farmhouse near Arlen on Wednesday.\n\nThree masked men had entered the "
                    "bank. The number of injured has risen to three. Two helicopters had "
                    "searched, one of them from Kilbane. It was the third raid."),
              ElementsAre("5: Three / two men"));
}

TEST(TextFlaws, SpansOfTime) {
  EXPECT_THAT(Flaws("Envoy given 48 hours to leave Orla\n\nOrla gave the envoy of Kilbane "
                    "72 hours to leave the country on Wednesday.\n\nHe has packed."),
              ElementsAre("5: 48 hours / 72 hours"));
  EXPECT_THAT(Flaws("Envoy given three days to leave Orla\n\nOrla gave the envoy of "
                    "Kilbane 72 hours to leave the country on Wednesday.\n\nHe has packed."),
              IsEmpty());
}

TEST(TextFlaws, NoHeadlineNoFlaw) {
  EXPECT_THAT(Flaws("75 people died in Arlen on Sunday. Fifty-seven people died in Arlen."),
              IsEmpty());
}

// What FindFlaws finds stands among them, by place.
TEST(TextFlaws, InTheOrderOfTheText) {
  EXPECT_THAT(
      Flaws("75 dead in Arlen club fire\n\nFifty-seven people died in “Arlen on Sunday when "
            "a club burned.\n\nThe fire began on the stage."),
      ElementsAre("5: 75 dead / Fifty-seven people", "2: “ / "));
}

}  // namespace
}  // namespace claimcheck
