// Hostile texts of all kinds, checked for what must hold of any text.

#include <algorithm>
#include <memory>
#include <string>

#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "claims/text/hostile_texts.h"
#include "claims/text/tokenizer.h"
#include "claims/text/tokenizer_checks.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

class ReplayTest : public testing::Test {
 protected:
  // The text is copied to a block of its exact size, so that a sanitizer sees
  // a read past its end.
  std::string Fault(absl::string_view text) {
    const std::unique_ptr<char[]> copy(new char[text.size()]);
    std::copy(text.begin(), text.end(), copy.get());
    Tokenize(absl::string_view(copy.get(), text.size()), &tokens_);
    return TokenizedTextFault(tokens_);
  }

  TokenizedText tokens_;
};

TEST_F(ReplayTest, EmptyText) {
  EXPECT_EQ(Fault(""), "");
  EXPECT_TRUE(tokens_.tokens.empty());
  EXPECT_TRUE(tokens_.sentences.empty());
}

TEST_F(ReplayTest, AllTextsOfOneAndTwoBytes) {
  for (int a = 0; a < 256; ++a) {
    const char one[] = {static_cast<char>(a)};
    ASSERT_EQ(Fault(absl::string_view(one, 1)), "") << a;
    for (int b = 0; b < 256; ++b) {
      const char two[] = {static_cast<char>(a), static_cast<char>(b)};
      ASSERT_EQ(Fault(absl::string_view(two, 2)), "") << a << " " << b;
    }
  }
}

TEST_F(ReplayTest, RandomTexts) {
  for (uint32_t seed = 1; seed <= 300; ++seed) {
    ASSERT_EQ(Fault(RandomBytes(seed, seed % 97)), "") << seed;
    ASSERT_EQ(Fault(RandomPieces(seed, seed * 3 % 701)), "") << seed;
  }
  ASSERT_EQ(Fault(RandomBytes(0, 1 << 20)), "");
  ASSERT_EQ(Fault(RandomPieces(0, 1 << 20)), "");
}

TEST_F(ReplayTest, HostileFamilies) {
  for (const HostileText& family : HostileTexts()) {
    for (size_t size : {1, 10, 1000, 200000}) {
      ASSERT_EQ(Fault(family.OfSize(size)), "") << family.name << " " << size;
    }
  }
}

// Every prefix of a text with everything in it: each scan meets the end.
TEST_F(ReplayTest, EveryPrefix) {
  const std::string text = RandomPieces(99, 1500);
  for (size_t size = 0; size <= text.size(); ++size) {
    ASSERT_EQ(Fault(absl::string_view(text).substr(0, size)), "") << size;
  }
}

// The tokens do not depend on how lines end.
TEST_F(ReplayTest, LineEndsAreAllTheSame) {
  for (uint32_t seed = 1; seed <= 100; ++seed) {
    const std::string with_crlf = RandomPieces(seed, 400);
    const std::string lf = absl::StrReplaceAll(with_crlf, {{"\r\n", "\n"}});
    TokenizedText expected;
    Tokenize(lf, &expected);
    for (const char* line_end : {"\r\n", "\r"}) {
      const std::string text = absl::StrReplaceAll(lf, {{"\n", line_end}});
      ASSERT_EQ(Fault(text), "");
      ASSERT_EQ(tokens_.folded, expected.folded) << seed;
      ASSERT_EQ(tokens_.tokens.size(), expected.tokens.size());
      for (uint32_t i = 0; i < expected.tokens.size(); ++i) {
        const Token& a = tokens_.tokens[i];
        const Token& b = expected.tokens[i];
        ASSERT_EQ(a.word, b.word);
        ASSERT_EQ(a.kind, b.kind);
        ASSERT_EQ(a.quote, b.quote);
        ASSERT_EQ(a.flags, b.flags) << seed << " " << i;
      }
      ASSERT_EQ(tokens_.sentence_of, expected.sentence_of) << seed;
      for (uint32_t i = 0; i < expected.sentences.size(); ++i) {
        ASSERT_EQ(tokens_.sentences[i].line, expected.sentences[i].line);
        ASSERT_EQ(tokens_.sentences[i].zone, expected.sentences[i].zone);
      }
    }
  }
}

}  // namespace
}  // namespace claimcheck
