#include "claims/lexicon/lexicon.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claims/lexicon/closed_parts.h"
#include "claims/lexicon/compile.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::shared_ptr<const Lexicon> Make() {
  std::vector<v1::LexiconEntry> entries;
  auto add = [&](v1::LexiconEntry::Class cls, const char* id,
                 std::initializer_list<const char*> phrases, bool cased) {
    v1::LexiconEntry* e = &entries.emplace_back();
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
  entries[1].set_value("1.5");
  const auto bundle = CompileLexicon(entries);
  EXPECT_TRUE(bundle.ok());
  auto lexicon = Lexicon::FromBundle(bundle->SerializeAsString());
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

// The hits of each token against all phrases that begin with it, looked up by
// their words.  (Most hits are listed for a word once; some are made for a text.)
TEST(LexiconTest, HitsAreThePhrasesThatBeginWithTheToken) {
  const auto lexicon = Make();
  TokenizedText text;
  LexHits hits;
  for (int round = 0; round < 2; ++round) {
    Tokenize("Planes touch or touch down more in May than may more than us.",
             &text);
    lexicon->Annotate(text, &hits);
    const uint32_t count = static_cast<uint32_t>(text.tokens.size());
    size_t found = 0;
    for (uint32_t t = 0; t < count; ++t) {
      std::vector<std::string> expected, actual;
      uint64_t mask = 0;
      for (uint32_t words = count - t; words > 0; --words) {
        for (const LexEntry* entry :
             lexicon->Lookup(text.Text(text.SpanOf({t, t + words})))) {
          if (entry->cls == Lex::kCountry) continue;  // "us" is none
          expected.push_back(absl::StrCat(entry->id, " ", words));
          mask |= Bit(entry->cls);
        }
      }
      for (const LexHit& hit : hits.At(t)) {
        actual.push_back(absl::StrCat(hit.entry->id, " ", hit.tokens));
      }
      std::sort(expected.begin(), expected.end());
      std::sort(actual.begin(), actual.end());
      EXPECT_EQ(actual, expected) << t;
      EXPECT_EQ(hits.Mask(t), mask) << t;
      found += actual.size();
    }
    EXPECT_EQ(found, 8u);  // touch down, more, may twice, more than, more
  }
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

// A bundle with any one number out of place is refused or harmless, never read
// past its end (the sanitizers watch).
TEST(LexiconTest, SurvivesBrokenBundles) {
  v1::LexiconEntry entry;
  entry.set_class_(v1::LexiconEntry::COUNTRY);
  entry.set_id("US");
  entry.add_phrase("US");
  entry.add_tag("x");
  entry.set_cased(true);
  const auto bundle = CompileLexicon({entry});
  ASSERT_TRUE(bundle.ok());
  TokenizedText text;
  Tokenize("The US agreed with us.", &text);
  LexHits hits;
  auto attempt = [&](const v1::LexiconBundle& broken) {
    auto lexicon = Lexicon::FromBundle(broken.SerializeAsString());
    if (lexicon.ok()) (*lexicon)->Annotate(text, &hits);
  };
  for (const uint32_t value : {1u, 2u, 60u, 0xFFFFFFFFu}) {
    for (int i = 0; i < bundle->entry_size(); ++i) {
      v1::LexiconBundle b = *bundle;
      b.set_entry(i, value);
      attempt(b);
    }
    for (int i = 0; i < bundle->edge_size(); ++i) {
      v1::LexiconBundle b = *bundle;
      b.set_edge(i, value);
      attempt(b);
    }
    for (int i = 0; i < bundle->cased_word_size(); ++i) {
      v1::LexiconBundle b = *bundle;
      b.set_cased_word(i, value);
      b.set_cased(i % 2, value);
      attempt(b);
    }
    v1::LexiconBundle b = *bundle;
    b.set_node_end(0, value);
    attempt(b);
    b = *bundle;
    b.set_ending(0, value);
    attempt(b);
  }
}

TEST(CompileLexiconTest, RefusesWhatCannotBeFound) {
  v1::LexiconEntry entry;
  entry.set_class_(v1::LexiconEntry::COUNTRY);
  EXPECT_FALSE(CompileLexicon({entry}).ok());
  entry.add_phrase(" Peru");
  EXPECT_FALSE(CompileLexicon({entry}).ok());
  entry.set_phrase(0, "Peru");
  EXPECT_TRUE(CompileLexicon({entry}).ok());
  entry.set_class_(v1::LexiconEntry::CLASS_UNSPECIFIED);
  EXPECT_FALSE(CompileLexicon({entry}).ok());
}

TEST(CompileLexiconTest, RefusesTagsThatLookAlike) {
  v1::LexiconEntry entry;
  entry.set_class_(v1::LexiconEntry::COUNTRY);
  entry.add_phrase("Peru");
  entry.add_tag("of-ronald-or-so");
  entry.add_tag("of-ronald-or-so");
  EXPECT_TRUE(CompileLexicon({entry}).ok());
  entry.set_tag(1, "of-donald-or-so");
  EXPECT_TRUE(CompileLexicon({entry}).ok());
  entry.set_tag(1, "of-rinald-or-so");  // the same at all places of TagKey()
  EXPECT_FALSE(CompileLexicon({entry}).ok());
}

TEST(CompileLexiconTest, InflectsWhatIsTagged) {
  v1::LexiconEntry entry;
  entry.set_class_(v1::LexiconEntry::EVENT_VERB);
  entry.set_id("arrive");
  entry.add_phrase("touch down");
  entry.add_tag("verb");
  const auto bundle = CompileLexicon({entry});
  ASSERT_TRUE(bundle.ok());
  const auto lexicon = Lexicon::FromBundle(bundle->SerializeAsString());
  ASSERT_TRUE(lexicon.ok());
  for (const char* form : {"touch down", "touches down", "touched down", "touching down"}) {
    EXPECT_EQ((*lexicon)->Lookup(form).size(), 1u) << form;
  }
  EXPECT_TRUE((*lexicon)->Lookup("touching").empty());
}

TEST(LexiconTest, LookupAndById) {
  const auto lexicon = Make();
  ASSERT_EQ(lexicon->Lookup("touch down").size(), 1u);
  EXPECT_TRUE(lexicon->Lookup("touch").empty());
  ASSERT_NE(lexicon->ById(Lex::kCountry, "US"), nullptr);
  EXPECT_EQ(lexicon->ById(Lex::kCountry, "XX"), nullptr);
}

TEST(LexEntryTest, HasTheTagsOfItsEntryAndNoOthers) {
  const std::vector<std::string> tags = {"", "s", "as", "verb", "base", "past",
                                         "possessive", "patientsubject"};
  for (size_t some = 0; some < size_t{1} << tags.size(); ++some) {
    v1::LexiconEntry entry;
    entry.set_class_(v1::LexiconEntry::EVENT_NOUN);
    entry.add_phrase("quake");
    for (size_t t = 0; t < tags.size(); ++t) {
      if ((some >> t & 1) != 0) entry.add_tag(tags[t]);
    }
    const auto bundle = CompileLexicon({entry});
    ASSERT_TRUE(bundle.ok());
    const auto lexicon = Lexicon::FromBundle(bundle->SerializeAsString());
    ASSERT_TRUE(lexicon.ok());
    const LexEntry& compiled = *(*lexicon)->Lookup("quake")[0];
    for (size_t t = 0; t < tags.size(); ++t) {
      EXPECT_EQ(compiled.HasTag(tags[t]), (some >> t & 1) != 0) << tags[t];
    }
  }
}

// What is listed for a word, or put together for a text, against its hits.
TEST(EmbeddedLexiconTest, PartsAreThoseOfTheHitsOfTheWord) {
  const std::vector<std::string> words = {
      "in",   "exchange", "for",   "as",    "soon",  "that", "the",  "each",
      "one",  "other",    "her",   "whose", "which", "he",   "us",   "both",
      "and",  "because",  "of",    "may",   "not",   "n't",  "it's", "said",
      "to",   "two",      "last",  "who",   "until", "so",   "even", "though",
      "this", "Monday",   "March", "had",   "been",  "able", "well", "quake"};
  TokenizedText text;
  LexHits hits;
  uint32_t random = 1, phrases = 0;
  std::string some;
  for (int n = 0; n < 20000; ++n) {
    random = random * 1664525u + 1013904223u;
    std::string word = words[(random >> 8) % words.size()];
    if (random >> 28 == 0) word[0] = absl::ascii_toupper(word[0]);
    absl::StrAppend(&some, word, random >> 27 == 1 ? ". " : " ");
  }
  Tokenize(some, &text);
  EmbeddedLexicon()->Annotate(text, &hits);
  for (uint32_t t = 0; t < hits.size(); ++t) {
    uint16_t expected = 0;
    bool phrase = false;
    for (const LexHit& hit : hits.At(t)) {
      const uint16_t parts = PartsOf(*hit.entry);
      if (hit.tokens == 1) {
        expected = BothParts(expected, parts);
      } else {
        phrase |= parts != 0 && parts != part::Bit(part::kTime) &&
                  parts != part::Bit(part::kFiller) &&
                  parts != part::Bit(part::kKnown);
      }
    }
    for (absl::string_view known : kKnownWords) {
      if (text.Folded(t) == known) expected |= part::Bit(part::kKnown);
    }
    if (phrase) expected |= part::Bit(part::kPhrase);
    phrases += phrase;
    ASSERT_EQ(hits.Parts(t), expected) << text.Folded(t);
    // All phrases of the sentence that Lookup() knows, and no others.
    const uint32_t end = text.sentences[text.sentence_of[t]].tokens.end;
    std::vector<const LexEntry*> listed, found;
    for (uint32_t words = std::min(end - t, 5u); words > 1; --words) {
      for (const LexEntry* entry :
           EmbeddedLexicon()->Lookup(text.Text(text.SpanOf({t, t + words})))) {
        if (entry->cls == Lex::kPreposition) listed.push_back(entry);
      }
    }
    for (const LexHit& hit : hits.At(t)) {
      if (hit.cls == Lex::kPreposition && hit.tokens > 1) {
        found.push_back(hit.entry);
      }
    }
    ASSERT_EQ(found, listed) << text.Folded(t);
  }
  EXPECT_GT(phrases, 10u);
}

TEST(ClosedPartsTest, FirstEntryTellsWhichPronounOrConjunction) {
  constexpr uint16_t kWho = part::Bit(part::kRelative);
  constexpr uint16_t kHer = part::Bit(part::kHer);
  constexpr uint16_t kOf = part::Bit(part::kPreposition);
  EXPECT_EQ(BothParts(kWho, kHer | kOf), kWho | kOf);
  EXPECT_EQ(BothParts(kOf, kHer), kHer | kOf);
  EXPECT_EQ(BothParts(part::Bit(part::kSubordinator) | kHer,
                      part::Bit(part::kCoordinator)),
            part::Bit(part::kSubordinator) | kHer);
  EXPECT_EQ(LowestPart(kOf | kHer), part::kHer);
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
