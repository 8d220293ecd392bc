#include "claims/lexicon/lexicon.h"

#include <string>

#include "claimcheck/v1/lexicon.pb.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::shared_ptr<const Lexicon> Make() {
  v1::LexiconBundle bundle;
  auto add = [&](v1::LexiconEntry::Class cls, const char* id,
                 std::initializer_list<const char*> phrases, bool cased) {
    v1::LexiconEntry* e = bundle.add_entry();
    e->set_class_(cls);
    e->set_id(id);
    for (const char* p : phrases) e->add_phrase(p);
    e->set_cased(cased);
  };
  add(v1::LexiconEntry::EVENT_VERB, "arrive", {"touch down", "touched down"},
      false);
  add(v1::LexiconEntry::HEDGE, "MORE_THAN", {"more than", "more"}, false);
  add(v1::LexiconEntry::COUNTRY, "US", {"US", "U.S."}, true);
  add(v1::LexiconEntry::MONTH, "5", {"may"}, false);
  add(v1::LexiconEntry::POSSIBILITY_CUE, "may", {"may"}, false);
  bundle.mutable_entry(1)->set_value("1.5");
  auto lexicon = Lexicon::FromBundle(bundle.SerializeAsString());
  EXPECT_TRUE(lexicon.ok());
  return *lexicon;
}

TEST(LexiconTest, FindsTheLongestPhraseOfAClass) {
  const auto lexicon = Make();
  TokenizedText text;
  Tokenize("The plane Touched Down after more than an hour.", &text);
  LexHits hits;
  lexicon->Annotate(text, &hits);
  ASSERT_EQ(hits.size(), text.tokens.size());
  const LexHit* down = hits.Find(2, Lex::kEventVerb);
  ASSERT_NE(down, nullptr);
  EXPECT_EQ(down->tokens, 2);
  EXPECT_EQ(down->entry->id, "arrive");
  const LexHit* more = hits.Find(5, Lex::kHedge);
  ASSERT_NE(more, nullptr);
  EXPECT_EQ(more->tokens, 2);
  ASSERT_TRUE(more->entry->value.has_value());
  EXPECT_EQ(ToString(*more->entry->value), "1.5");
  EXPECT_EQ(hits.At(5).size(), 2u);
  EXPECT_EQ(hits.Find(0, Lex::kHedge), nullptr);
}

TEST(LexiconTest, CasedPhrasesMatchInTheirCaseOnly) {
  const auto lexicon = Make();
  TokenizedText text;
  LexHits hits;
  Tokenize("They told us that the US agreed.", &text);
  lexicon->Annotate(text, &hits);
  EXPECT_FALSE(hits.Has(2, Lex::kCountry));
  EXPECT_TRUE(hits.Has(5, Lex::kCountry));
}

TEST(LexiconTest, OneWordMayHaveSeveralClasses) {
  const auto lexicon = Make();
  TokenizedText text;
  LexHits hits;
  Tokenize("It may rain.", &text);
  lexicon->Annotate(text, &hits);
  EXPECT_EQ(hits.Mask(1), Bit(Lex::kMonth) | Bit(Lex::kPossibilityCue));
}

TEST(LexiconTest, PhrasesStayWithinASentence) {
  const auto lexicon = Make();
  TokenizedText text;
  LexHits hits;
  Tokenize("We want more. Than what?", &text);
  lexicon->Annotate(text, &hits);
  const LexHit* more = hits.Find(2, Lex::kHedge);
  ASSERT_NE(more, nullptr);
  EXPECT_EQ(more->tokens, 1);
}

TEST(LexiconTest, RefusesBytesThatAreNoBundle) {
  EXPECT_FALSE(Lexicon::FromBundle("\xff\xff\xff").ok());
}

TEST(LexiconTest, LookupAndById) {
  const auto lexicon = Make();
  ASSERT_EQ(lexicon->Lookup("touch down").size(), 1u);
  EXPECT_TRUE(lexicon->Lookup("touch").empty());
  ASSERT_NE(lexicon->ById(Lex::kCountry, "US"), nullptr);
  EXPECT_EQ(lexicon->ById(Lex::kCountry, "XX"), nullptr);
}

TEST(EmbeddedLexiconTest, LoadsAndFindsItsOwnWords) {
  const Lexicon& lexicon = *EmbeddedLexicon();
  EXPECT_EQ(lexicon.fingerprint().size(), 16u);
  // Other lists may hold the word too.
  const LexEntry* lemma = nullptr;
  for (const LexEntry* entry : lexicon.Lookup("risen")) {
    if (entry->cls == Lex::kLemma) lemma = entry;
  }
  ASSERT_NE(lemma, nullptr);
  EXPECT_EQ(lemma->id, "rise");
}

}  // namespace
}  // namespace claimcheck
