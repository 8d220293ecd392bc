#include "claims/text/tokenizer.h"

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
  };
  for (const Row& row : rows) EXPECT_EQ(Cut(row.text), row.tokens);
}

}  // namespace
}  // namespace claimcheck
