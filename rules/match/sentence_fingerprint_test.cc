#include "rules/match/sentence_fingerprint.h"

#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

uint64_t FingerprintOf(absl::string_view sentence) {
  TokenizedText text;
  Tokenize(sentence, &text);
  EXPECT_EQ(text.sentences.size(), 1u) << sentence;
  return MaskedSentenceFingerprint(text, 0);
}

constexpr absl::string_view kSentence =
    "The ferry \"Orla\" carried 312 passengers across the strait on Monday.";

TEST(MaskedSentenceFingerprintTest, FigureAndTypographyMakeNoDifference) {
  const uint64_t fingerprint = FingerprintOf(kSentence);
  EXPECT_NE(fingerprint, 0u);
  EXPECT_EQ(fingerprint, FingerprintOf("The ferry “Orla” carried 1,320 "
                                       "passengers across the strait, on "
                                       "Monday."));
}

TEST(MaskedSentenceFingerprintTest, WordsAndTheirOrderDo) {
  const uint64_t fingerprint = FingerprintOf(kSentence);
  EXPECT_NE(fingerprint,
            FingerprintOf("The ferry \"Orla\" carried 312 passengers across "
                          "the strait on Tuesday."));
  EXPECT_NE(fingerprint,
            FingerprintOf("On Monday the ferry \"Orla\" carried 312 passengers "
                          "across the strait."));
}

TEST(MaskedSentenceFingerprintTest, ShortSentencesHaveNone) {
  EXPECT_EQ(FingerprintOf("He declined to comment further."), 0u);
  EXPECT_EQ(FingerprintOf("About 20 to 30 of 4,000."), 0u);
}

}  // namespace
}  // namespace claimcheck
