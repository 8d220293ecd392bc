// Roles, read from sentences as a reader would read them.

#include "claims/syntax/roles.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace syntax {
namespace {

class RolesTest : public testing::Test {
 protected:
  void Parse(absl::string_view sentence) {
    Tokenize(sentence, &text_);
    Syntax::Embedded().Parse(
        text_, {0, static_cast<uint32_t>(text_.tokens.size())}, &scratch_, &s_);
  }
  int At(absl::string_view form) const {
    for (int i = 0; i < s_.size(); ++i) {
      if (s_.forms[i] == form) return i;
    }
    return kNoWord;
  }
  std::string Form(int word) const {
    return std::string(word == kNoWord ? absl::string_view("unknown")
                                       : s_.forms[word]);
  }
  std::string Range(WordRange range) const {
    std::string out;
    for (int i = range.begin; i < range.end; ++i) {
      absl::StrAppend(&out, out.empty() ? "" : " ", s_.forms[i]);
    }
    return out;
  }
  // The tree, for messages.
  std::string Tree() const {
    std::string out;
    for (int i = 0; i < s_.size(); ++i) {
      absl::StrAppend(
          &out, "\n", i, " ", s_.forms[i], " ", UposName(s_.words[i].upos), " ",
          RelationName(s_.words[i].relation), " ", s_.words[i].head);
    }
    return out;
  }

  TokenizedText text_;
  SyntaxScratch scratch_;
  ParsedSentence s_;
};

TEST_F(RolesTest, ActiveAndPassiveMeet) {
  for (const char* sentence :
       {"The storm destroyed the bridge.",
        "The bridge was destroyed by the storm.",
        "The bridge had been destroyed by the storm on Monday."}) {
    Parse(sentence);
    EXPECT_EQ(Form(AgentOf(s_, At("destroyed"))), "storm") << sentence;
    EXPECT_EQ(Form(PatientOf(s_, At("destroyed"))), "bridge") << sentence;
  }
}

TEST_F(RolesTest, PassiveWithoutAgentHasNone) {
  Parse("Two villages were evacuated.");
  EXPECT_TRUE(IsPassive(s_, At("evacuated")));
  EXPECT_EQ(Form(AgentOf(s_, At("evacuated"))), "unknown");
  EXPECT_EQ(Form(PatientOf(s_, At("evacuated"))), "villages");
}

TEST_F(RolesTest, VerbsShareTheirSubject) {
  Parse("The minister arrived in Lisbon and met the president.");
  EXPECT_EQ(Form(SubjectOf(s_, At("met"))), "minister");
  EXPECT_EQ(Form(ObjectOf(s_, At("met"))), "president");
  Parse("The company wants to sell the factory.");
  EXPECT_EQ(Form(SubjectOf(s_, At("sell"))), "company");
  Parse("Police arrested the man who robbed the bank.");
  EXPECT_EQ(Form(SubjectOf(s_, At("robbed"))), "man");
}

TEST_F(RolesTest, CountedNouns) {
  Parse("Three young people and 12 dogs were rescued.");
  EXPECT_EQ(Form(CountedNounOf(s_, At("Three"))), "people");
  EXPECT_EQ(Form(CountedNounOf(s_, At("12"))), "dogs");
  Parse("The city has 3 million inhabitants.");
  EXPECT_EQ(Form(CountedNounOf(s_, At("million"))), "inhabitants");
  EXPECT_EQ(Form(CountedNounOf(s_, At("3"))), "inhabitants");
}

TEST_F(RolesTest, PrepositionsTellNumbersApart) {
  Parse("Prices rose by 5 percent.");
  EXPECT_EQ(Form(ObliqueOf(s_, At("rose"), "by")), "percent") << Tree();
  EXPECT_EQ(Form(ObliqueOf(s_, At("rose"), "from")), "unknown");
  Parse("The fund grew to 3 million euros.");
  EXPECT_EQ(Form(ObliqueOf(s_, At("grew"), "to")), "euros") << Tree();
}

TEST_F(RolesTest, ReportedClauses) {
  Parse("The mayor said that the bridge had collapsed.");
  EXPECT_EQ(Form(SubjectOf(s_, At("said"))), "mayor");
  EXPECT_EQ(Range(ReportedClauseOf(s_, At("said"))),
            "that the bridge had collapsed");
  Parse("The bridge had collapsed, the mayor said.");
  EXPECT_EQ(Form(SubjectOf(s_, At("said"))), "mayor");
  const std::string clause = Range(ReportedClauseOf(s_, At("said")));
  EXPECT_EQ(clause.substr(0, 24), "The bridge had collapsed") << Tree();
}

TEST_F(RolesTest, ClausesHavePredicates) {
  Parse("The mayor said that the old bridge had collapsed.");
  EXPECT_EQ(Form(PredicateOf(s_, At("mayor"))), "said") << Tree();
  EXPECT_EQ(Form(PredicateOf(s_, At("old"))), "collapsed") << Tree();
  EXPECT_EQ(Range(SubtreeOf(s_, At("bridge"))), "the old bridge") << Tree();
}

TEST_F(RolesTest, Negation) {
  Parse("The company did not sell the factory.");
  EXPECT_TRUE(IsNegated(s_, At("sell")));
  EXPECT_FALSE(IsNegated(s_, At("factory")));
  Parse("The company sold no factory.");
  EXPECT_TRUE(IsNegated(s_, At("factory")));
}

TEST_F(RolesTest, UnknownWordsHaveNoRoles) {
  Parse("Rain.");
  for (int word : {kNoWord, 7}) {
    EXPECT_EQ(SubjectOf(s_, word), kNoWord);
    EXPECT_EQ(AgentOf(s_, word), kNoWord);
    EXPECT_EQ(PatientOf(s_, word), kNoWord);
    EXPECT_EQ(CountedNounOf(s_, word), kNoWord);
    EXPECT_EQ(PredicateOf(s_, word), kNoWord);
    EXPECT_TRUE(ReportedClauseOf(s_, word).empty());
    EXPECT_TRUE(SubtreeOf(s_, word).empty());
    EXPECT_FALSE(IsNegated(s_, word));
  }
}

}  // namespace
}  // namespace syntax
}  // namespace claimcheck
