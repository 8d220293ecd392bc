// The facade: words as the treebanks cut them, trees that are trees, and the
// weights that are built in.

#include "claims/syntax/syntax.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claims/base/stable_hash.h"
#include "claims/syntax/weights.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace syntax {
namespace {

struct Parsed {
  TokenizedText text;
  SyntaxScratch scratch;
  ParsedSentence sentence;
};

void Parse(absl::string_view text, Parsed* out) {
  Tokenize(text, &out->text);
  Syntax::Embedded().Parse(out->text,
                           {0, static_cast<uint32_t>(out->text.tokens.size())},
                           &out->scratch, &out->sentence);
}

std::string Words(absl::string_view text) {
  Parsed parsed;
  Parse(text, &parsed);
  return absl::StrJoin(parsed.sentence.forms, "|");
}

TEST(SyntaxWordsTest, AreThoseOfTheTreebanks) {
  EXPECT_EQ(Words("They don't, and cannot."), "They|do|n't|,|and|can|not|.");
  EXPECT_EQ(Words("It's Peru's."), "It|'s|Peru|'s|.");
  EXPECT_EQ(Words("well-known"), "well|-|known");
  EXPECT_EQ(Words("$5 is 5%"), "$|5|is|5|%");
  EXPECT_EQ(Words("11,000 at 10:30, 3.5"), "11,000|at|10:30|,|3.5");
  EXPECT_EQ(Words("the 5th A320"), "the|5th|A320");
  EXPECT_EQ(Words("So ... no -- yes!"), "So|...|no|--|yes|!");
  EXPECT_EQ(Words("Mr. Lee of Lee Inc. left."), "Mr.|Lee|of|Lee|Inc.|left|.");
  EXPECT_EQ(Words("Read plan.pdf now."), "Read|plan.pdf|now|.");
  EXPECT_EQ(Words("See www.example.org/a-b."), "See|www.example.org/a-b|.");
}

TEST(SyntaxTest, WordsKnowTheirTokens) {
  Parsed parsed;
  Parse("About 11,000 cannot.", &parsed);
  const ParsedSentence& s = parsed.sentence;
  for (uint32_t t = 0; t < parsed.text.tokens.size(); ++t) {
    const int word = s.WordOf(t);
    ASSERT_NE(word, kNoWord) << t;
    EXPECT_LE(s.source[word].tokens.begin, t);
    EXPECT_GT(s.source[word].tokens.end, t);
  }
  EXPECT_EQ(s.WordOf(99), kNoWord);
}

TEST(SyntaxTest, TagsAndNames) {
  Parsed parsed;
  Parse("President Maria Silva visited Berlin on Friday.", &parsed);
  const ParsedSentence& s = parsed.sentence;
  EXPECT_EQ(s.words[3].upos, Upos::kVerb);
  EXPECT_EQ(s.words[3].xpos, Xpos::kVBD);
  EXPECT_EQ(s.words[3].relation, Relation::kRoot);
  ASSERT_GE(s.names.size(), 2u);
  EXPECT_EQ(s.names[0].type, NameType::kPerson);
  EXPECT_EQ(s.names[1].type, NameType::kPlace);
  EXPECT_EQ(s.forms[s.names[1].begin], "Berlin");
}

// One root, no cycle, extents that hold the children.
void ExpectTree(const ParsedSentence& s) {
  int roots = 0;
  for (int i = 0; i < s.size(); ++i) {
    const ParsedWord& word = s.words[i];
    roots += word.head == kNoWord;
    ASSERT_LE(word.begin, i);
    ASSERT_GT(word.end, i);
    if (word.head == kNoWord) continue;
    ASSERT_GE(word.head, 0);
    ASSERT_LT(word.head, s.size());
    int steps = 0;
    for (int up = i; up != kNoWord && steps <= s.size(); ++steps) {
      up = s.words[up].head;
    }
    ASSERT_LE(steps, s.size()) << "a cycle at " << i;
  }
  EXPECT_EQ(roots, s.size() == 0 ? 0 : 1);
  for (const NameSpan& name : s.names) {
    EXPECT_LT(name.begin, name.end);
    EXPECT_LE(name.end, s.size());
  }
}

TEST(SyntaxTest, AnyTextGivesATree) {
  const std::string texts[] = {
      "",
      "Yes",
      ".",
      "... !!! ???",
      "\xFF\xFE \xC3 broken \xE2\x80",
      "NATO TO MEET IN PARIS",
      "a b c d e f g",
      std::string(5000, 'x'),
      std::string(3000, '('),
      "1,2,3,4/5:6 7-8",
      "\xE6\x97\xA5\xE6\x9C\xAC",
  };
  Parsed parsed;
  for (const std::string& text : texts) {
    Parse(text, &parsed);
    ExpectTree(parsed.sentence);
  }
}

TEST(SyntaxTest, LongSentencesAreParsedInPieces) {
  std::string text;
  for (int i = 0; i < 2000; ++i) absl::StrAppend(&text, "the dog barked, ");
  Parsed parsed;
  Parse(text, &parsed);
  ASSERT_EQ(parsed.sentence.size(), 8000);
  int roots = 0;
  for (const ParsedWord& word : parsed.sentence.words) {
    roots += word.head == kNoWord;
  }
  EXPECT_EQ(roots, 1);
}

TEST(SyntaxTest, SameSentenceSameTree) {
  Parsed one, two;
  const absl::string_view text =
      "Officials said on Monday that 14 people died when a ferry sank.";
  Parse("Something else was parsed before.", &two);
  Parse(text, &one);
  Parse(text, &two);
  ASSERT_EQ(one.sentence.size(), two.sentence.size());
  for (int i = 0; i < one.sentence.size(); ++i) {
    EXPECT_EQ(one.sentence.words[i].upos, two.sentence.words[i].upos);
    EXPECT_EQ(one.sentence.words[i].head, two.sentence.words[i].head);
    EXPECT_EQ(one.sentence.words[i].relation, two.sentence.words[i].relation);
  }
}

// The figures in docs/syntax.md are those of these weights.
TEST(WeightsTest, AreThoseThatWereMeasured) {
  StableHash hash;
  hash.Add(TaggerWeights()).Add(ParserWeights()).Add(NameWeights());
  EXPECT_EQ(hash.Hex(), "59f062f2b412d76e");
}

TEST(WeightsTest, BytesThatAreNoneAreRefused) {
  Syntax syntax;
  EXPECT_FALSE(syntax.Open("", "", ""));
  EXPECT_FALSE(syntax.Open("CSX1 and then nothing", "x", "y"));
  EXPECT_FALSE(syntax.Open(TaggerWeights().substr(0, 4000), ParserWeights(),
                           NameWeights()));
  EXPECT_FALSE(syntax.Open(TaggerWeights(), ParserWeights().substr(0, 100),
                           NameWeights()));
}

}  // namespace
}  // namespace syntax
}  // namespace claimcheck
