#include "claims/text/tokenizer.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// The tokens' texts with " " between; quotation marks as < and > by their side.
std::string Cut(absl::string_view text) {
  TokenizedText tokens;
  Tokenize(text, &tokens);
  std::string out;
  for (uint32_t i = 0; i < tokens.tokens.size(); ++i) {
    const Token& t = tokens.tokens[i];
    if (i > 0) out += " ";
    if (t.kind == TokenKind::kQuote) {
      out += t.quote == QuoteSide::kOpen ? "<" : ">";
      if (t.Is(Token::kDoubleQuote)) out += out.back();
      continue;
    }
    absl::StrAppend(&out, tokens.Text(i));
  }
  return out;
}

struct Row {
  const char* text;
  const char* tokens;
};

TEST(TokenizerTest, CutsWordsNumbersAndMarks) {
  const Row rows[] = {
      {"The plane landed.", "The plane landed ."},
      {"11,000 shells", "11 , 000 shells"},
      {"a $3.5m deal", "a $ 3 . 5 m deal"},
      {"the 20th of the 1980s, 5bn", "the 20 th of the 1980 s , 5 bn"},
      {"state-of-the-art", "state - of - the - art"},
      {"G7 and MH17", "G 7 and MH 17"},
      {"Ph.D. and U.S. and U.S-led", "Ph.D. and U.S. and U.S - led"},
      {"at 2 a.m. in D.C.", "at 2 a.m. in D.C."},
      {"the U.K.'s stance", "the U.K. 's stance"},
      {"J.Smith and J. Smith", "J . Smith and J . Smith"},
  };
  for (const Row& row : rows) EXPECT_EQ(Cut(row.text), row.tokens);
}

TEST(TokenizerTest, SplitsCliticsAndKeepsOtherApostrophes) {
  const Row rows[] = {
      {"Kim's and Kim’s", "Kim 's and Kim ’s"},
      {"didn't, can’t, couldn't've", "did n't , ca n’t , could n't 've"},
      {"we're I've they'll he'd I'm", "we 're I 've they 'll he 'd I 'm"},
      {"the workers' party", "the workers ' party"},
      {"O'Brien at ten o’clock", "O'Brien at ten o’clock"},
      {"the '90s and 'em", "the ' 90 s and 'em"},
      {"the 1980's", "the 1980 's"},
  };
  for (const Row& row : rows) EXPECT_EQ(Cut(row.text), row.tokens);
}

TEST(TokenizerTest, FlagsAndKinds) {
  TokenizedText t;
  Tokenize("The NATO chief, Ann\n\xC2\xA0\xD0\xA1osmos 5bn U.S. a.m. \xC3\x89t\xC3\xA9", &t);
  struct Expected {
    const char* folded;
    TokenKind kind;
    int flags;
  };
  const int space = Token::kSpaceBefore;
  const int start = Token::kLineStart | space;
  const Expected expected[] = {
      {"the", TokenKind::kWord, start | Token::kCapital | Token::kSentenceStart},
      {"nato", TokenKind::kWord, space | Token::kCapital | Token::kAllCaps},
      {"chief", TokenKind::kWord, space},
      {",", TokenKind::kPunctuation, 0},
      {"ann", TokenKind::kWord, space | Token::kCapital},
      {"cosmos", TokenKind::kWord,
       start | Token::kCapital | Token::kMixedScript | Token::kSentenceStart},
      {"5", TokenKind::kNumber, space},
      {"bn", TokenKind::kWord, 0},
      {"u.s.", TokenKind::kWord,
       space | Token::kCapital | Token::kAllCaps | Token::kAbbreviation},
      {"a.m.", TokenKind::kWord, space | Token::kAbbreviation},
      {"ete", TokenKind::kWord, space | Token::kCapital},
  };
  ASSERT_EQ(t.tokens.size(), std::size(expected));
  for (uint32_t i = 0; i < t.tokens.size(); ++i) {
    EXPECT_EQ(t.Folded(i), expected[i].folded);
    EXPECT_EQ(t.tokens[i].kind, expected[i].kind) << expected[i].folded;
    EXPECT_EQ(t.tokens[i].flags, expected[i].flags) << expected[i].folded;
    EXPECT_EQ(t.tokens[i].word, WordHash(expected[i].folded));
  }
}

TEST(WordHashTest, TakesEightBytesAtATimeTheFirstOneLowest) {
  std::string text;
  for (uint32_t n = 1; n <= 64; ++n) {
    text += static_cast<char>(n * 2654435761u >> 24);
  }
  for (size_t size = 0; size <= text.size(); ++size) {
    WordHasher hasher;
    for (size_t begin = 0; begin < size; begin += 8) {
      uint64_t chunk = 0;
      for (size_t i = begin; i < std::min(size, begin + 8); ++i) {
        chunk |= uint64_t{static_cast<uint8_t>(text[i])} << (i - begin) * 8;
      }
      hasher.Add(chunk);
    }
    EXPECT_EQ(WordHash(absl::string_view(text).substr(0, size)),
              hasher.Finish(size))
        << size;
  }
}

TEST(TokenizerTest, BytesThatAreNoTextAreSymbols) {
  TokenizedText t;
  Tokenize("a\xE2\x82\xFFz", &t);
  ASSERT_EQ(t.tokens.size(), 4u);
  EXPECT_EQ(t.Text(1), "\xE2\x82");
  EXPECT_EQ(t.Text(2), "\xFF");
  EXPECT_EQ(t.tokens[1].kind, TokenKind::kSymbol);
  EXPECT_EQ(t.tokens[2].kind, TokenKind::kSymbol);
  EXPECT_EQ(t.Folded(1), "\xE2\x82");
}

TEST(TokenizerTest, InvisibleCharactersMakeNoDifference) {
  TokenizedText t;
  Tokenize("\xEF\xBB\xBFmil\xC2\xADlion 1\xE2\x80\x8B""000\xE2\x80\x8B.", &t);
  ASSERT_EQ(t.tokens.size(), 3u);
  EXPECT_EQ(t.Folded(0), "million");
  EXPECT_EQ(t.Folded(1), "1000");
  EXPECT_EQ(t.Folded(2), ".");
  EXPECT_TRUE(t.Adjacent(2));
}

TEST(TokenizerTest, LongWordsAreCut) {
  for (const char* letter : {"a", "7", "\xD0\xB6", "\xEF\xB7\xBA"}) {
    std::string text;
    while (text.size() < 300000) text += letter;
    TokenizedText t;
    Tokenize(text, &t);
    EXPECT_GT(t.tokens.size(), 4u);
    EXPECT_LT(t.tokens.size(), 200u);
    uint32_t end = 0;
    for (const Token& token : t.tokens) {
      EXPECT_EQ(token.span.begin, end);
      end = token.span.end;
    }
    EXPECT_EQ(end, text.size());
  }
}

TEST(TokenizerTest, GivesQuotationMarksTheirSide) {
  const Row rows[] = {
      {"\"Yes,\" he said.", "<< Yes , >> he said ."},
      {"“Yes,” he said.", "<< Yes , >> he said ."},
      {"called it \"illegal.”", "called it << illegal . >>"},
      {"sets up an ‘axis of power’ among", "sets up an < axis of power > among"},
      {"'It's done,' he said", "< It 's done , > he said"},
      {"„So“ und «oui»", "<< So >> und << oui >>"},
      {"``Fine,'' he said", "<< Fine , >> he said"},
      {"‘The workers’ party is strong,’ he said",
       "< The workers ’ party is strong , > he said"},
      {"‘rebels’ in town", "< rebels > in town"},
      {"(\"no\") and \"so\"-called", "( << no >> ) and << so >> - called"},
      {"\"'Why?' she asked,\" he said", "<< < Why ? > she asked , >> he said"},
      {"a “question’’ here", "a << question >> here"},
      {"‘‘Fine’’ he said", "<< Fine >> he said"},
      {"\" spaced out \"", "<< spaced out >>"},
      {"a 5'11\" man", "a 5 ' 11 \" man"},
      {"he said.\"Then", "he said . << Then"},
      {"\"He said.\"Then", "<< He said . >> Then"},
  };
  for (const Row& row : rows) EXPECT_EQ(Cut(row.text), row.tokens);
}

}  // namespace
}  // namespace claimcheck
