#include "claims/extract/set_dates.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

class SetDatesTest : public ::testing::Test {
 protected:
  void Add(const std::string& text, const std::string& published) {
    texts_.push_back(std::make_unique<v1::Document>());
    texts_.back()->set_text(text);
    texts_.back()->set_published(published);
    analyses_.push_back(std::make_unique<DocumentAnalysis>());
    extractor_.Analyze(*texts_.back(), Depth::kMentions,
                       analyses_.back().get());
  }
  void Date() {
    std::vector<DocumentAnalysis*> all;
    for (const auto& analysis : analyses_) all.push_back(analysis.get());
    DateUndated(extractor_, Depth::kMentions, all);
  }
  std::string DateOf(size_t index) const {
    const DocumentDate& date = analyses_[index]->date;
    if (!date.known) return "";
    return absl::StrCat(date.year, "-", int{date.month}, "-", int{date.day});
  }

  const Extractor extractor_{EmbeddedLexicon()};
  std::vector<std::unique_ptr<v1::Document>> texts_;
  std::vector<std::unique_ptr<DocumentAnalysis>> analyses_;
};

TEST_F(SetDatesTest, TakesTheDayOfThoseThatShareTwoNames) {
  Add("Minister Ada Okafor met Omar Haddad of Nordwind Airlines.",
      "2019-03-04");
  Add("Minister Ada Okafor left with Omar Haddad.", "");
  Add("Minister Ada Okafor spoke at length.", "");  // shares one
  Add("Rain fell.", "");                            // speaks of nobody
  Add("Minister Ada Okafor left with Omar Haddad.", "");
  Date();
  EXPECT_EQ(DateOf(1), "2019-3-4");
  EXPECT_EQ(DateOf(2), "");
  EXPECT_EQ(DateOf(3), "");
  EXPECT_EQ(DateOf(4), "2019-3-4");
}

TEST_F(SetDatesTest, TakesTheFirstDayOfTheCoverage) {
  const std::string text = "Minister Ada Okafor met Omar Haddad.";
  Add(text, "2019-03-05");
  Add(text, "2019-03-05");
  Add(text, "2019-03-04");
  Add(text, "2019-01-02");  // background
  Add(text, "");
  Date();
  EXPECT_EQ(DateOf(4), "2019-3-4");
}

// Quadratic work would take minutes.
TEST_F(SetDatesTest, LooksUpManyUndatedDocumentsQuickly) {
  for (int i = 0; i < 20000; ++i) {
    Add("Rain fell.", i % 2 == 0 ? "2019-03-05" : "");
  }
  Date();
  EXPECT_EQ(DateOf(1), "");
}

}  // namespace
}  // namespace claimcheck
