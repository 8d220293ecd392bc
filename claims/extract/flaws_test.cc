#include "claims/extract/flaws.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "kind:words", a flaw each.
std::vector<std::string> Flaws(const std::string& text) {
  static const Extractor* const extractor = new Extractor(EmbeddedLexicon());
  v1::Document document;
  document.set_id("a");
  document.set_text(text);
  DocumentAnalysis analysis;
  extractor->Analyze(document, Depth::kClaims, &analysis);
  std::vector<std::string> out;
  for (const TextFlaw& flaw : FindFlaws(analysis)) {
    out.push_back(absl::StrCat(static_cast<int>(flaw.kind), ":",
                               analysis.text.Text(flaw.span)));
  }
  return out;
}

constexpr char kParagraph[] =
    "The council of Arlen voted on Monday to close the old quarry road for "
    "three weeks in June.";

TEST(Flaws, LookAlikeLetters) {
  EXPECT_THAT(Flaws("They met at the Cosmodr\xD0\xBEme on Monday."),
              ElementsAre("1:Cosmodr\xD0\xBEme"));
  EXPECT_THAT(Flaws("They met in Moscow (Москва) on Monday."), IsEmpty());
  EXPECT_THAT(Flaws("A café in Zürich sold 5 µg of it for 3 €."), IsEmpty());
}

TEST(Flaws, LoneQuotationMarks) {
  EXPECT_THAT(Flaws("“The road is closed, Ada Pike said.\n\nNobody drove."),
              ElementsAre("2:“"));
  EXPECT_THAT(Flaws("The road is closed,” Ada Pike said.\n\nNobody drove."),
              ElementsAre("2:”"));
  EXPECT_THAT(Flaws("“The road is closed,” Ada Pike said."), IsEmpty());
  // A quotation of several paragraphs.
  EXPECT_THAT(Flaws("“The road is closed.\n\n“It opens in May,” Ada Pike said."),
              IsEmpty());
  EXPECT_THAT(Flaws("“The sign said ‘closed’ and meant it,” Ada Pike said."),
              IsEmpty());
  EXPECT_THAT(Flaws("Read more »\n\n« Previous story of the day"), IsEmpty());
  EXPECT_THAT(Flaws("`` The road is closed, '' Ada Pike said. Then it ''opened."),
              IsEmpty());
  // Straight marks do not say which way they face.
  EXPECT_THAT(Flaws("The 19\" wheel and the 6'2\" man."), IsEmpty());
}

TEST(Flaws, RepeatedParagraphs) {
  EXPECT_THAT(Flaws(absl::StrCat(kParagraph, "\n\nNobody drove.\n\n", kParagraph)),
              ElementsAre(absl::StrCat("3:", kParagraph)));
  EXPECT_THAT(Flaws(absl::StrCat(kParagraph, "\n\nNobody drove.")), IsEmpty());
  EXPECT_THAT(Flaws("Nobody drove.\n\nNobody drove."), IsEmpty());
}

TEST(Flaws, NamesNotIntroduced) {
  EXPECT_THAT(
      Flaws("The road is closed. Pike said that it opens in May.\n\nMayor Ada "
            "Pike was elected in 2020."),
      ElementsAre("4:Pike"));
  EXPECT_THAT(Flaws("Ada Pike was elected in 2020. Pike said that the road "
                    "opens in May."),
              IsEmpty());
  // A headline may be short.
  EXPECT_THAT(Flaws("Pike closes the road\n\nMayor Ada Pike closed the road on "
                    "Monday. Pike said that it opens in May."),
              IsEmpty());
}

}  // namespace
}  // namespace claimcheck
