#include "rules/link/quote_alignment.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using Differences = std::vector<QuoteDifference>;
constexpr QuoteDifference kSameWords = QuoteDifference::kSameWords;
constexpr QuoteDifference kTypographic = QuoteDifference::kTypographic;
constexpr QuoteDifference kPartial = QuoteDifference::kPartial;
constexpr QuoteDifference kCut = QuoteDifference::kCut;
constexpr QuoteDifference kCutEnd = QuoteDifference::kCutEnd;
constexpr QuoteDifference kReworded = QuoteDifference::kReworded;
constexpr QuoteDifference kPolarity = QuoteDifference::kPolarity;
constexpr QuoteDifference kSubjectGrafted = QuoteDifference::kSubjectGrafted;

// A document and its first quotation in “curly” marks.
struct Document {
  explicit Document(const std::string& words) : text(words) {
    Tokenize(text, &doc.text);
    EmbeddedLexicon()->Annotate(doc.text, &doc.lex);
    const auto& tokens = doc.text.tokens;
    for (uint32_t t = 0; t < tokens.size(); ++t) {
      if (tokens[t].kind != TokenKind::kQuote ||
          !tokens[t].Is(Token::kDoubleQuote)) {
        continue;
      }
      if (tokens[t].quote == QuoteSide::kOpen) {
        quote.tokens.begin = t + 1;
      } else {
        quote.tokens.end = t;
        break;
      }
    }
    quote.content = doc.text.SpanOf(quote.tokens);
    quote.span = {quote.content.begin - 3, quote.content.end + 3};
    quote.sentence = doc.text.sentence_of[quote.tokens.begin];
  }

  // Adds a mention of the entity called `key`, written as `words`.
  Document& Name(const std::string& words, const std::string& key,
                 const std::string& country = "", bool both = false) {
    NameMention name;
    const uint32_t at = static_cast<uint32_t>(text.find(words));
    const uint32_t end = at + static_cast<uint32_t>(words.size());
    for (uint32_t t = 0; t < doc.text.tokens.size(); ++t) {
      const Span span = doc.text.tokens[t].span;
      if (span.begin < at) name.tokens.begin = t + 1;
      if (span.end <= end) name.tokens.end = t + 1;
    }
    name.span = {at, end};
    name.phrase = name.tokens;
    name.sentence = doc.text.sentence_of[name.tokens.begin];
    name.entity = static_cast<uint32_t>(doc.entities.size());
    if (both) {
      name.form = NameMention::kDescription;
      name.entity2 = name.entity;
    }
    Entity entity;
    entity.key = key;
    countries.push_back(std::make_unique<std::string>(country));
    entity.country = *countries.back();
    doc.entities.push_back(entity);
    doc.names.push_back(name);
    return *this;
  }

  std::string text;
  DocumentAnalysis doc;
  Quote quote;
  std::vector<std::unique_ptr<std::string>> countries;
};

std::string Words(const Document& d, TokenRange tokens) {
  return std::string(d.doc.text.Text(d.doc.text.SpanOf(tokens)));
}

void ExpectMirror(const QuoteComparison& a, const QuoteComparison& b) {
  EXPECT_EQ(a.related, b.related);
  EXPECT_EQ(a.differences, b.differences);
  EXPECT_EQ(a.common_words, b.common_words);
  EXPECT_EQ(a.compared_words, b.compared_words);
  EXPECT_EQ(a.left_subject, b.right_subject);
  EXPECT_EQ(a.right_subject, b.left_subject);
  ASSERT_EQ(a.diff.size(), b.diff.size());
  for (size_t i = 0; i < a.diff.size(); ++i) {
    EXPECT_EQ(a.diff[i].left.begin, b.diff[i].right.begin);
    EXPECT_EQ(a.diff[i].left.end, b.diff[i].right.end);
    EXPECT_EQ(a.diff[i].right.begin, b.diff[i].left.begin);
    EXPECT_EQ(a.diff[i].right.end, b.diff[i].left.end);
    EXPECT_EQ(a.diff[i].op == DiffRun::kRemoved,
              b.diff[i].op == DiffRun::kAdded);
  }
}

QuoteComparison Compare(const Document& left, const Document& right) {
  const QuoteComparison there =
      CompareQuotes(left.doc, left.quote, right.doc, right.quote);
  const QuoteComparison back =
      CompareQuotes(right.doc, right.quote, left.doc, left.quote);
  ExpectMirror(there, back);
  // Words read before compare as those read now.
  QuoteWords left_words, right_words;
  ReadQuoteWords(left.doc, left.quote, &left_words);
  ReadQuoteWords(right.doc, right.quote, &right_words);
  ExpectMirror(there,
               CompareQuotes({&right.doc, &right.quote, &right_words},
                             {&left.doc, &left.quote, &left_words}));
  return there;
}

Differences Between(const std::string& left, const std::string& right) {
  return Compare(Document("“" + left + "”"), Document("“" + right + "”"))
      .differences;
}

TEST(CompareQuotesTest, OneWordingHasNoDifference) {
  EXPECT_EQ(Between("The harbour will be rebuilt by next summer.",
                    "The harbour will be rebuilt by next summer."),
            Differences{kSameWords});
  // A comma of the writer's own at the end.
  EXPECT_EQ(Between("The harbour will be rebuilt by next summer,",
                    "The harbour will be rebuilt by next summer"),
            Differences{kSameWords});
}

TEST(CompareQuotesTest, TypographyIsNoChange) {
  const Differences typographic = {kTypographic};
  EXPECT_EQ(Between("We want peace, bread and land for everyone",
                    "We want peace, bread, and land for everyone"),
            typographic);
  EXPECT_EQ(Between("The defence programme – as planned – begins in May",
                    "The defense program — as planned — begins in May"),
            typographic);
  EXPECT_EQ(Between("We didn't promise the farmers anything",
                    "We did not promise the farmers anything"),
            typographic);
  EXPECT_EQ(Between("It's been a hard winter for the fishermen",
                    "It has been a hard winter for the fishermen"),
            typographic);
  EXPECT_EQ(Between("They can't and they won't close our only hospital",
                    "They cannot and they will not close our only hospital"),
            typographic);
  EXPECT_EQ(Between("A multi-ethnic council must govern the valley",
                    "A multiethnic council must govern the valley"),
            typographic);
  EXPECT_EQ(Between("Prices rose by 12 percent within two years",
                    "Prices rose by 12% within two years"),
            typographic);
  EXPECT_EQ(Between("She said ‘never again’ to the whole committee",
                    "She said 'never again' to the whole committee"),
            Differences{kSameWords});
  // Articles come and go in translation.
  EXPECT_EQ(Between("We shall open the border for trade and travel",
                    "We shall open border for the trade and travel"),
            typographic);
  EXPECT_EQ(Between("The town needs stronger dykes and new bridge",
                    "The town needs stronger dykes and new bridges"),
            typographic);
}

TEST(CompareQuotesTest, InsertionsAreNotTheSpeakers) {
  EXPECT_EQ(Between("We will work with them [the unions] to save the yard",
                    "We will work with them to save the yard"),
            Differences{kTypographic});
  EXPECT_EQ(Between("[The yard] has a future if the state helps",
                    "It has a future if the state helps"),
            Differences{kPartial});
  EXPECT_EQ(Between("[W]e have a future if the state helps us",
                    "We have a future if the state helps us"),
            Differences{kTypographic});
}

TEST(CompareQuotesTest, PartOfALongerQuotation) {
  const std::string whole =
      "The bridge was built in my grandfather's time, and it will stand long "
      "after all of us are gone. Nobody asked the river.";
  EXPECT_EQ(Between("it will stand long after all of us are gone", whole),
            Differences{kPartial});
  EXPECT_EQ(Between("Nobody asked the river.", whole), Differences{kPartial});
  EXPECT_EQ(Between("my grandfather's time", whole), Differences{kPartial});
  // Two parts that overlap.
  EXPECT_EQ(Between("and it will stand long after all of us are gone. Nobody "
                    "asked the river. We are still paying for it.",
                    whole),
            Differences{kPartial});
  // Words that only tie the fragment to the writer's sentence.
  EXPECT_EQ(Between("that was built in my grandfather's time", whole),
            Differences{kPartial});
}

TEST(CompareQuotesTest, WordsLeftOutWithoutAMark) {
  EXPECT_EQ(Between("The company will repay the loan to the town in spring",
                    "The company will repay the loan, including every cent of "
                    "interest, to the town in spring"),
            Differences{kCut});
  // One word less is a matter of wording.
  EXPECT_EQ(Between("The company will repay the loan to the town in spring",
                    "The company will gladly repay the loan to the town in "
                    "spring"),
            Differences{kReworded});
}

TEST(CompareQuotesTest, AnEllipsisDisclosesACut) {
  const std::string whole =
      "The company will repay the loan, including every cent of interest, to "
      "the town in spring";
  for (const char* gap : {"…", "...", " . . . ", "[...]", " [ … ] "}) {
    EXPECT_EQ(Between(std::string("The company will repay the loan ") + gap +
                          " to the town in spring",
                      whole),
              Differences{kTypographic})
        << gap;
  }
}

TEST(CompareQuotesTest, AnEllipsisMustNotHideANot) {
  const Differences found = Between(
      "The tenant is ... permitted to keep dogs in the house",
      "The tenant is not permitted to keep dogs in the house");
  EXPECT_EQ(found, Differences{kPolarity});
}

TEST(CompareQuotesTest, StopsWhereTheOtherGoesOn) {
  EXPECT_EQ(Between("We need a school for every child.",
                    "We need a school for every child, a doctor for every "
                    "village and a road to both."),
            (Differences{kPartial, kCutEnd}));
  EXPECT_EQ(Between("We need a school for every child,",
                    "We need a school for every child, a doctor for every "
                    "village and a road to both."),
            Differences{kPartial});
}

TEST(CompareQuotesTest, OtherWordsAreAChange) {
  EXPECT_EQ(Between("We will resist every attempt to close the mine",
                    "We will oppose every attempt to close the mine"),
            Differences{kReworded});
  EXPECT_EQ(Between("The council must pay for the damage to the dyke",
                    "The state must pay for the damage to the dyke"),
            Differences{kReworded});
  // Another beginning of the same sentence.
  EXPECT_EQ(Between("From today on we raise a monument of lasting trust "
                    "between the two valleys",
                    "they will build the monument of lasting trust between "
                    "the two valleys"),
            Differences{kReworded});
}

TEST(CompareQuotesTest, ParaphrasedTranslationsAreRelated) {
  EXPECT_EQ(Between("to hinder the creation of a decentralised market order "
                    "based on mutual trust and fairness",
                    "ready to stop the birth of a decentral market order "
                    "based on fairness and mutual trust"),
            Differences{kReworded});
}

TEST(CompareQuotesTest, PolarityIsTheWorstChange) {
  EXPECT_EQ(Between("We will sign the treaty before the winter",
                    "We will not sign the treaty before the winter"),
            (Differences{kReworded, kPolarity}));
  EXPECT_EQ(Between("The strike was declared legal by both of the courts",
                    "The strike was declared illegal by both of the courts"),
            (Differences{kReworded, kPolarity}));
  // The same negation in other words.
  EXPECT_EQ(Between("We do not want soldiers in this peaceful valley",
                    "We want no soldiers in this peaceful valley"),
            Differences{kReworded});
  EXPECT_EQ(Between("The company did not act, and people of this valley died",
                    "The company failed to act, and people of this valley died"),
            Differences{kReworded});
  EXPECT_EQ(Between("The company acted when people of this valley died",
                    "The company failed to act when people of this valley died"),
            (Differences{kReworded, kPolarity}));
}

TEST(CompareQuotesTest, UnrelatedQuotations) {
  EXPECT_EQ(Between("The harvest was the best in thirty years",
                    "Nobody told the pilots about the storm"),
            Differences{});
  // One topic, other statements.
  EXPECT_EQ(Between("The new bridge over the river is far too expensive for "
                    "a town of this size",
                    "Without a new bridge over the river the town will lose "
                    "its last factory by next year"),
            Differences{});
  EXPECT_EQ(Between("historic", "a historic day for the island"),
            Differences{});
  EXPECT_EQ(Between("of the", "in the name of the father"), Differences{});
  EXPECT_EQ(Between("the", "the"), Differences{});
  const QuoteComparison none =
      Compare(Document("“…”"), Document("“nothing at all is here”"));
  EXPECT_FALSE(none.related);
}

TEST(CompareQuotesTest, CountsWords) {
  const QuoteComparison c =
      Compare(Document("“the quiet valley needs a school”"),
              Document("“And so the quiet valley needs a school, he said.”"));
  EXPECT_TRUE(c.related);
  EXPECT_EQ(c.common_words, 4u);
  EXPECT_EQ(c.compared_words, 6u);
}

TEST(CompareQuotesTest, ShowsTheDifference) {
  const Document left("“We will resist every attempt to close our old mine”");
  const Document right("“We will oppose every attempt to close our mine now”");
  const QuoteComparison c = Compare(left, right);
  ASSERT_EQ(c.diff.size(), 5u);
  EXPECT_EQ(c.diff[0].op, DiffRun::kSame);
  EXPECT_EQ(Words(left, c.diff[0].left), "We will");
  EXPECT_EQ(c.diff[1].op, DiffRun::kChanged);
  EXPECT_EQ(Words(left, c.diff[1].left), "resist");
  EXPECT_EQ(Words(right, c.diff[1].right), "oppose");
  EXPECT_EQ(Words(right, c.diff[2].right), "every attempt to close our");
  EXPECT_EQ(c.diff[3].op, DiffRun::kRemoved);
  EXPECT_EQ(Words(left, c.diff[3].left), "old");
  EXPECT_TRUE(c.diff[3].right.empty());
  EXPECT_EQ(Words(right, c.diff[4].right), "mine");
}

TEST(CompareQuotesTest, GraftedSubject) {
  Document part(
      "The minister said the two are “willing to stand against the greed of "
      "the northern guilds.”");
  part.Name("the two", "the two", "", /*both=*/true);
  Document whole(
      "“Marlo has always been our loyal friend, willing to stand against the "
      "greed of the northern guilds, whatever it costs,” she wrote.");
  whole.Name("Marlo", "marlo");
  const QuoteComparison c = Compare(part, whole);
  EXPECT_EQ(c.differences, (Differences{kPartial, kCutEnd, kSubjectGrafted}));
  EXPECT_EQ(part.doc.text.Text(c.left_subject), "the two");
  EXPECT_EQ(whole.doc.text.Text(c.right_subject), "Marlo");

  Document other(
      "She said Tessin is “willing to stand against the greed of the northern "
      "guilds.”");
  other.Name("Tessin", "tessin");
  EXPECT_EQ(Compare(other, whole).differences,
            (Differences{kPartial, kCutEnd, kSubjectGrafted}));
}

TEST(CompareQuotesTest, SubjectsThatMayBeOne) {
  Document whole(
      "“Marlo has always been our loyal friend, willing to stand against the "
      "greed of the northern guilds,” she wrote.");
  whole.Name("Marlo", "marlo", "ML");
  const Differences partial = {kPartial};
  Document same(
      "She said Marlo was “willing to stand against the greed of the northern "
      "guilds”.");
  same.Name("Marlo", "marlo", "ML");
  EXPECT_EQ(Compare(same, whole).differences, partial);
  // A country and its capital.
  Document country(
      "She said Upper Marland is “willing to stand against the greed of the "
      "northern guilds”.");
  country.Name("Upper Marland", "upper marland", "ML");
  EXPECT_EQ(Compare(country, whole).differences, partial);
  // Nobody knows who "he" is.
  const Document pronoun(
      "She said he is “willing to stand against the greed of the northern "
      "guilds”.");
  EXPECT_EQ(Compare(pronoun, whole).differences, partial);
  // The speaker's own "we".
  Document first(
      "“We have always been loyal friends, willing to stand against the greed "
      "of the northern guilds,” she wrote.");
  Document speaker(
      "Tessin is “willing to stand against the greed of the northern guilds”.");
  speaker.Name("Tessin", "tessin");
  EXPECT_EQ(Compare(speaker, first).differences, partial);
}

TEST(CompareQuotesTest, HostileSizesAreBounded) {
  std::string left, right;
  for (int i = 0; i < 60000; ++i) {
    left += "[ " + std::to_string(i) + " word ";
    right += "word ... " + std::to_string(i) + " ]";
  }
  const Document a("“" + left + "”"), b("“" + right + "”");
  Compare(a, b);
}

// Whatever is done to a quotation, it stays related to itself, and a pair says
// the same from both sides.
TEST(CompareQuotesTest, EditsOfARandomText) {
  const char* kWords[] = {"harbour", "the",    "of",     "soldiers", "winter",
                          "not",     "we",     "village", "bridge",  "stone",
                          "promise", "market", "river",  "children", "to"};
  uint32_t state = 12345;
  const auto random = [&](uint32_t n) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % n;
  };
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> words;
    const uint32_t size = 8 + random(20);
    for (uint32_t i = 0; i < size; ++i) words.push_back(kWords[random(15)]);
    std::vector<std::string> edited = words;
    const uint32_t at = random(size);
    const bool same = random(3) == 0;
    if (!same) edited.insert(edited.begin() + at, "lighthouse");
    std::string left, right;
    for (const auto& w : words) left += (left.empty() ? "" : " ") + w;
    for (const auto& w : edited) right += (right.empty() ? "" : " ") + w;
    const QuoteComparison c =
        Compare(Document("“" + left + "”"), Document("“" + right + "”"));
    EXPECT_TRUE(c.related) << left << " | " << right;
    if (same) {
      EXPECT_EQ(c.differences, Differences{kSameWords}) << left;
    } else {
      EXPECT_NE(c.differences, Differences{kSameWords}) << left;
      EXPECT_FALSE(c.differences.empty());
    }
  }
}

}  // namespace
}  // namespace claimcheck
