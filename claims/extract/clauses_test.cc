#include "claims/extract/clauses.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

class ClausesTest : public ::testing::Test {
 protected:
  void Read(const std::string& text) {
    text_ = text;
    doc_.Clear();
    Tokenize(text_, &doc_.text);
    EmbeddedLexicon()->Annotate(doc_.text, &doc_.lex);
    BeginSyntax(doc_, &syntax_);
    ReadSyntax(doc_, 0, &syntax_);
  }

  // The words of each finite clause, parted by " | "; a clause that goes on
  // after another is written in both places with its number.
  std::string Clauses(const std::string& text) {
    Read(text);
    std::string out;
    for (uint32_t t = syntax_.begin; t < syntax_.end(); ++t) {
      const uint32_t clause = syntax_.ClauseOf(t);
      if (t == syntax_.begin || clause != syntax_.ClauseOf(t - 1)) {
        absl::StrAppend(&out, t == syntax_.begin ? "" : " ", clause, ":");
      }
      absl::StrAppend(&out, " ", doc_.text.Text(t));
    }
    return out;
  }

  // The verbs with their kind: F finite, I infinitive, G gerund, P participle;
  // "p" for passive, "n" for negated.
  std::string Groups(const std::string& text) {
    Read(text);
    std::string out;
    for (const VerbGroup& group : syntax_.groups) {
      if (!out.empty()) out += "; ";
      absl::StrAppend(&out, doc_.text.Text(doc_.text.SpanOf(group.tokens)), "/",
                      std::string(1, "FIGP"[group.kind]),
                      group.passive ? "p" : "", group.negated ? "n" : "");
    }
    return out;
  }

  std::string text_;
  DocumentAnalysis doc_;
  SentenceSyntax syntax_;
};

TEST_F(ClausesTest, VerbGroups) {
  EXPECT_EQ(Groups("They have not been seen."), "have not been seen/Fpn");
  EXPECT_EQ(Groups("They will soon meet."), "will soon meet/F");
  EXPECT_EQ(Groups("They want to leave."), "want/F; to leave/I");
  EXPECT_EQ(Groups("They left, killing a guard."), "left/F; killing/G");
  EXPECT_EQ(Groups("The fort was built by them."), "was built/Fp");
}

TEST_F(ClausesTest, ReducedParticiplesAreNotFinite) {
  EXPECT_EQ(Groups("A letter written in May said so."), "written/Pp; said/F");
  EXPECT_EQ(Groups("A letter signed by guards arrived."),
            "signed/Pp; arrived/F");
}

TEST_F(ClausesTest, NounOrVerbIsToldByThePlace) {
  EXPECT_EQ(Groups("The visit ended."), "ended/F");
  EXPECT_EQ(Groups("They visit it."), "visit/F");
  EXPECT_EQ(Groups("They came to visit it."), "came/F; to visit/I");
  EXPECT_EQ(Groups("Their attack failed."), "failed/F");
  EXPECT_EQ(Groups("The planned attack failed."), "failed/F");
}

TEST_F(ClausesTest, SubordinateAndCoordinateClauses) {
  EXPECT_EQ(Clauses("He said that it fell and she left."),
            "0: He said 1: that it fell 2: and she left .");
  EXPECT_EQ(Clauses("When it fell, she left."),
            "0: When it fell 1: , she left .");
  EXPECT_EQ(Clauses("He came and left."), "0: He came 1: and left .");
}

TEST_F(ClausesTest, AnInterruptedClauseGoesOn) {
  EXPECT_EQ(Clauses("The men, who left in May, died in June."),
            "0: The men 1: , who left in May 0: , died in June .");
  EXPECT_EQ(Clauses("The men who left in May died in June."),
            "0: The men 1: who left in May 0: died in June .");
}

TEST_F(ClausesTest, ConditionsAreMarked) {
  Read("He leaves if it falls.");
  bool condition = false;
  for (const Clause& clause : syntax_.clauses) {
    condition |= clause.opener == Clause::kCondition;
  }
  EXPECT_TRUE(condition);
}

}  // namespace
}  // namespace claimcheck
