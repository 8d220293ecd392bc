#include "rules/link/superlative.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/link/draft_words.h"

namespace claimcheck {
namespace {

// "word place", with "of" where it is one of several; "": there is none.
std::string Read(const std::string& text) {
  v1::Document document;
  document.set_id("a");
  document.set_text(text);
  DocumentAnalysis doc;
  Extractor(EmbeddedLexicon()).Analyze(document, Depth::kClaims, &doc);
  KnownWords known;
  const DraftWords words = ReadDraftWords(doc, &known);
  const TokenRange sentence = doc.text.sentences[0].tokens;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const std::optional<Superlative> found =
        ReadSuperlative(doc, words, sentence, t);
    if (!found) continue;
    return absl::StrCat(std::string(doc.text.Folded(found->cue)), " ", found->place,
                        found->among ? " of" : "");
  }
  return "";
}

TEST(Superlative, PlacesInARow) {
  EXPECT_EQ(Read("It is the largest dam in the country."), "largest 1");
  EXPECT_EQ(Read("It is the second-largest dam in the country."), "largest 2");
  EXPECT_EQ(Read("It is the second largest dam in the country."), "largest 2");
  EXPECT_EQ(Read("It is the tenth-largest dam in the country."), "largest 10");
  EXPECT_EQ(Read("It is the 2nd-largest dam in the country."), "largest 2");
}

TEST(Superlative, OneOfSeveral) {
  EXPECT_EQ(Read("It was one of the worst floods in 50 years."), "worst 1 of");
  EXPECT_EQ(Read("It is among the country's largest dams."), "largest 1 of");
  EXPECT_EQ(Read("It is one of the country's largest dams."), "largest 1 of");
  // Something else is told of among others.
  EXPECT_EQ(Read("Among those rescued was the oldest survivor."), "oldest 1");
  EXPECT_EQ(Read("One of them, the oldest survivor, is well."), "oldest 1");
}

}  // namespace
}  // namespace claimcheck
