#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "claims/extract/attributions_trace.h"
#include "claims/extract/attributions_weights.h"
#include "claims/extract/finders.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Found {
  explicit Found(const std::string& words) : text(words) {
    const Lexicon& lexicon = *EmbeddedLexicon();
    Tokenize(text, &doc.text);
    lexicon.Annotate(doc.text, &doc.lex);
    FindNames(lexicon, &doc);
    FindQuotations(lexicon, &doc);
    FindAttributions(lexicon, &doc);
  }
  std::string Text(Span span) const { return std::string(doc.text.Text(span)); }
  // "speaker < cue < content / content"
  std::string Line(const Attribution& a) const {
    std::string line = Text(a.speaker) + " < " + Text(a.cue) + " <";
    const char* separator = " ";
    for (const Span& piece : a.content) {
      absl::StrAppend(&line, separator, Text(piece));
      separator = " / ";
    }
    return line;
  }
  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    for (const Attribution& a : doc.attributions) lines.push_back(Line(a));
    return lines;
  }
  std::string text;
  DocumentAnalysis doc;
};

using Strings = std::vector<std::string>;

struct Case {
  const char* text;
  const char* line;
};

void ExpectEach(const std::vector<Case>& cases, bool direct) {
  for (const Case& c : cases) {
    const Found found(c.text);
    ASSERT_EQ(found.Lines(), Strings{c.line}) << c.text;
    EXPECT_EQ(found.doc.attributions[0].direct, direct) << c.text;
  }
}

// Sentences of all parts that may follow one another, from a cue on.
std::vector<std::string> ManySentences() {
  std::vector<std::string> sentences;
  for (const char* speaker :
       {"The mayor", "Ada Roe, an engineer,", "Police", "Two people", "She",
        "A report by the ministry", "Many who live there"}) {
    for (const char* cue :
         {"said", "told reporters on Monday", "has denied", "was accused of",
          "announced plans for", "who fears", "rejected claims",
          "expressed support for", "would not say", "promised to", "called on",
          "asked whether", "is said to have found"}) {
      for (const char* content :
           {"that the dam, built in 1970, is safe", "the dam will hold",
            "what it had called “a rather small leak” near Ulm",
            "to close the road by Friday"}) {
        for (const char* rest :
             {".", ", and left for Rome.", ", adding that he knew of no leak.",
              " because it rained, according to the ministry.",
              "; others were hurt while fleeing, officials said."}) {
          sentences.push_back(
              absl::StrCat(speaker, " ", cue, " ", content, rest));
        }
      }
    }
  }
  return sentences;
}

// What training reads is what the program decides by: its tables have the
// weights that are looked up by the names of features.
TEST(FindAttributionsTest, WritingTheQuestionsDownChangesNoAnswer) {
  std::vector<std::string> texts = ManySentences();
  texts.push_back(
      "Police told reporters witnesses had said the ferry was full. "
      "According to the ministry, nobody knows why it sank.");
  texts.push_back(absl::StrJoin(texts, " "));
  size_t ends = 0, candidates = 0, found_all = 0;
  for (const std::string& text : texts) {
    Found found(text);
    const Strings lines = found.Lines();
    found_all += lines.size();
    found.doc.attributions.clear();
    for (Quote& quote : found.doc.quotes) quote.attribution = kNone;
    std::string trace;
    TraceAttributions(AttributionWeights(), &trace, &found.doc);
    ASSERT_EQ(found.Lines(), lines) << text;
    for (absl::string_view line : absl::StrSplit(trace, '\n')) {
      ends += absl::StartsWith(line, "E ") &&
              absl::StrContains(line, " e.tags=");
      candidates += absl::StartsWith(line, "A ") &&
                    absl::StrContains(line, " a.kind=");
    }
  }
  EXPECT_GT(ends, 40000u);
  EXPECT_GT(candidates, 7000u);
  EXPECT_GT(found_all, 4000u);
}

TEST(FindAttributionsTest, QuotationsInEveryOrder) {
  ExpectEach(
      {{"“The dam will hold,” said Ada Roe.",
        "Ada Roe < said < The dam will hold,"},
       {"“The dam will hold,” Ada Roe said.",
        "Ada Roe < said < The dam will hold,"},
       {"“The dam will hold,” Mr. Roe, an engineer at the works in Ulm, said "
        "in emailed comments.",
        "Mr. Roe < said < The dam will hold,"},
       {"“The dam will hold,” said Ada Roe, an engineer at the works.",
        "Ada Roe < said < The dam will hold,"},
       {"“Will the dam hold?” asked the mayor.",
        "the mayor < asked < Will the dam hold?"},
       {"Ada Roe said, “The dam will hold.”",
        "Ada Roe < said < The dam will hold."},
       {"Ada Roe said on Monday: “The dam will hold.”",
        "Ada Roe < said < The dam will hold."},
       {"Ada Roe told reporters in Ulm, “The dam will hold.”",
        "Ada Roe < told < The dam will hold."},
       {"Ada Roe replied:\n\n“The dam will hold.”\n",
        "Ada Roe < replied < The dam will hold."},
       {"‘The dam will hold’, she added.", "she < added < The dam will hold"}},
      /*direct=*/true);
}

TEST(FindAttributionsTest, AnInterruptedQuotationIsOneSpeech) {
  const Found found(
      "“The dam will hold,” Ada Roe said. “We built it well.”\n\n"
      "“The bridge,” she said, “is another matter.”\n");
  EXPECT_EQ(found.Lines(),
            (Strings{"Ada Roe < said < The dam will hold, / We built it well.",
                     "she < said < The bridge, / is another matter."}));
  for (const Quote& quote : found.doc.quotes) {
    EXPECT_NE(quote.attribution, kNone);
  }
  EXPECT_EQ(found.doc.quotes[0].attribution, found.doc.quotes[1].attribution);
}

TEST(FindAttributionsTest, AQuotationOverParagraphs) {
  const Found found(
      "“The dam will hold,” Ada Roe said. “We built it well.\n\n"
      "“And the bridge will too.”\n");
  EXPECT_EQ(found.Lines(),
            Strings{"Ada Roe < said < The dam will hold, / We built it well. / "
                    "And the bridge will too."});
}

TEST(FindAttributionsTest, AQuotationWithoutItsOwnVerb) {
  const Found found(
      "Ada Roe said the dam was safe.\n\n“We built it well ourselves.”\n");
  ASSERT_EQ(found.doc.quotes.size(), 1u);
  ASSERT_NE(found.doc.quotes[0].attribution, kNone);
  const Attribution& a =
      found.doc.attributions[found.doc.quotes[0].attribution];
  EXPECT_EQ(found.Text(a.speaker), "Ada Roe");
  EXPECT_TRUE(a.direct);
}

TEST(FindAttributionsTest, ReportedSpeech) {
  ExpectEach({{"Ada Roe said that the dam would hold.",
               "Ada Roe < said < the dam would hold"},
              {"Ada Roe said the dam would hold.",
               "Ada Roe < said < the dam would hold"},
              {"The dam would hold, Ada Roe said.",
               "Ada Roe < said < The dam would hold"},
              {"The dam would hold, said Ada Roe.",
               "Ada Roe < said < The dam would hold"},
              {"The dam, Ada Roe said, would hold.",
               "Ada Roe < said < The dam / would hold"},
              {"According to Ada Roe, the dam will hold.",
               "Ada Roe < According to < the dam will hold"},
              {"The dam will hold, according to the ministry of works.",
               "the ministry of works < according to < The dam will hold"},
              {"The mayor told reporters in Ulm that the dam would hold.",
               "The mayor < told < the dam would hold"},
              {"Two people in the ministry have also said the dam would hold.",
               "Two people in the ministry < said < the dam would hold"},
              {"The mayor, who lives near the river, claims the dam will hold.",
               "The mayor < claims < the dam will hold"},
              {"The mayor’s adviser, Ada Roe, said the dam would hold.",
               "The mayor’s adviser, Ada Roe < said < the dam would hold"},
              {"The ministry voiced fear that the dam might break.",
               "The ministry < voiced < the dam might break"},
              {"It was reported that the dam was closed.",
               " < reported < the dam was closed"},
              {"The mayor’s claim that the dam is safe did not help.",
               "The mayor < claim < the dam is safe did not help"},
              {"While the mayor said the dam was safe, nobody went near it.",
               "the mayor < said < the dam was safe"}},
             /*direct=*/false);
}

TEST(FindAttributionsTest, QuotationsByTheirMarksAlone) {
  ExpectEach(
      {{"Ada Roe: “The dam will hold.”", "Ada Roe < : < The dam will hold."},
       {"“The dam is older than the town.” — Ada Roe",
        "Ada Roe < — < The dam is older than the town."},
       {"Ada Roe posted on Facebook: “The dam is old.”",
        "Ada Roe < posted < The dam is old."},
       {"“We need a new dam,” Ada Roe, 30, of Ulm, Germany, who was "
        "there, said on Monday.",
        "Ada Roe < said < We need a new dam,"}},
      /*direct=*/true);
}

TEST(FindAttributionsTest, SourcesOfEverySort) {
  ExpectEach(
      {{"The dam reportedly leaks.", " < reportedly < The dam / leaks"},
       {"The dam is expected to hold.", " < expected < The dam / to hold"},
       {"The plan was rejected by the council.",
        "the council < rejected < The plan"},
       {"Data show that the river is rising.",
        "Data < show < the river is rising"},
       {"A source close to the ministry said the dam was old.",
        "A source close to the ministry < said < the dam was old"},
       {"Ada Roe supported the new plan.",
        "Ada Roe < supported < the new plan"}},
      /*direct=*/false);
  const Found asked("Asked whether the dam would hold, Ada Roe said it would.");
  EXPECT_EQ(asked.Lines(), (Strings{" < Asked < whether the dam would hold",
                                    "Ada Roe < said < it would"}));
}

TEST(FindAttributionsTest, MixedSpeechHoldsTheWholeClause) {
  const Found found(
      "Ada Roe said the dam was “quite certain to hold” for years.");
  EXPECT_EQ(found.Lines(),
            Strings{"Ada Roe < said < the dam was “quite certain to hold” for "
                    "years"});
  EXPECT_FALSE(found.doc.attributions[0].direct);
  EXPECT_EQ(found.doc.quotes[0].attribution, 0u);
  // The writer's words before a quotation with its verb behind.
  const Found behind("Closing it now “would be mad,” Ada Roe said.");
  EXPECT_EQ(behind.Lines(),
            Strings{"Ada Roe < said < Closing it now “would be mad,"});
}

TEST(FindAttributionsTest, OneContentEndsWhereTheNextSpeakerBegins) {
  EXPECT_EQ(
      Found("Ada Roe said the dam was safe, and Bert Poe said it was not.")
          .Lines(),
      (Strings{"Ada Roe < said < the dam was safe",
               "Bert Poe < said < it was not"}));
  EXPECT_EQ(
      Found("Ada Roe said the dam was safe, adding that it was new.").Lines(),
      (Strings{"Ada Roe < said < the dam was safe",
               "Ada Roe < adding < it was new"}));
  // What a speaker goes on to say is still his.
  EXPECT_EQ(Found("She said the dam was old but would hold.").Lines(),
            Strings{"She < said < the dam was old but would hold"});
}

TEST(FindAttributionsTest, SaysOfSays) {
  const Found found("Police said witnesses told them the driver was asleep.");
  EXPECT_EQ(
      found.Lines(),
      (Strings{"Police < said < witnesses told them the driver was asleep",
               "witnesses < told < the driver was asleep"}));
  ASSERT_EQ(found.doc.attributions.size(), 2u);
  EXPECT_EQ(found.doc.attributions[0].outer, kNone);
  EXPECT_EQ(found.doc.attributions[1].outer, 0u);
}

TEST(FindAttributionsTest, Stance) {
  const std::vector<std::pair<const char*, Stance>> cases = {
      {"Ada Roe said the dam was safe.", Stance::kAsserts},
      {"Ada Roe denied that the dam was unsafe.", Stance::kDenies},
      {"Ada Roe doubted that the dam was safe.", Stance::kDoubts},
      {"Ada Roe asked whether the dam was safe.", Stance::kAsks},
      {"Ada Roe did not say the dam was safe.", Stance::kDoubts},
      {"Ada Roe has never denied that the dam was unsafe.", Stance::kDoubts},
  };
  for (const auto& [text, stance] : cases) {
    const Found found(text);
    ASSERT_EQ(found.doc.attributions.size(), 1u) << text;
    EXPECT_EQ(found.doc.attributions[0].stance, stance) << text;
  }
}

TEST(FindAttributionsTest, Kinds) {
  const std::vector<std::pair<const char*, AttributionKind>> cases = {
      {"Ada Roe said the dam was safe.", AttributionKind::kReported},
      {"“The dam is safe,” Ada Roe said.", AttributionKind::kDirectQuote},
      {"Officials said the dam was safe.", AttributionKind::kAnonymous},
      {"A source in the ministry said the dam was safe.",
       AttributionKind::kAnonymous},
      {"The report says the dam is safe.", AttributionKind::kDocument},
      {"The mayor’s letter says the dam is safe.", AttributionKind::kDocument},
      {"The dam is safe, as stated in an article in the Herald.",
       AttributionKind::kDocument},
  };
  for (const auto& [text, kind] : cases) {
    const Found found(text);
    ASSERT_EQ(found.doc.attributions.size(), 1u) << text;
    EXPECT_EQ(found.doc.attributions[0].kind, kind) << text;
  }
}

TEST(FindAttributionsTest, NamesSpeakers) {
  const Found found(
      "Prime Minister Ada Roe arrived on Monday. The dam was safe, Roe said. "
      "She added that the bridge was too.");
  ASSERT_EQ(found.doc.attributions.size(), 2u);
  const Attribution& first = found.doc.attributions[0];
  const Attribution& second = found.doc.attributions[1];
  ASSERT_NE(first.speaker_entity, kNone);
  EXPECT_EQ(found.doc.entities[first.speaker_entity].key, "ada roe");
  EXPECT_EQ(second.speaker_entity, first.speaker_entity);
}

TEST(FindAttributionsTest, NoVerbOfSaying) {
  for (const char* text :
       {"The report is long.", "The claims of the farmers failed.",
        "The company states its figures in May.",
        "Speaking of dams, the river is high.", "The dam was reported closed.",
        "Nothing was said.", "It is said.", "Said.", "according to"}) {
    const Found found(text);
    for (const Attribution& a : found.doc.attributions) {
      EXPECT_NE(found.Text(a.cue), "report") << text;
      EXPECT_NE(found.Text(a.cue), "claims") << text;
      EXPECT_NE(found.Text(a.cue), "said") << text;
      EXPECT_NE(found.Text(a.cue), "according to") << text;
    }
  }
}

TEST(FindAttributionsTest, WordsInsideAQuotationAreItsSpeakers) {
  const Found found("“I think the mayor said no,” Ada Roe said.");
  EXPECT_EQ(found.Lines(),
            Strings{"Ada Roe < said < I think the mayor said no,"});
}

// Whatever comes in: spans lie in the text, the order holds, links point back.
TEST(FindAttributionsTest, AnyWordsInAnyOrder) {
  const char* kPieces[] = {
      "said", "“",      "”",      ",",      ".",   "that", "Ada Roe",
      "the",  "claim",  "denied", "to",     "was", "who",  "asked",
      "\n\n", "adding", "and",    "report", "by",  ":",    "according to",
      "'s",   "(",      ")",      "he"};
  uint32_t state = 5;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      state = state * 1664525u + 1013904223u;
      absl::StrAppend(&text, kPieces[(state >> 16) % 25], " ");
    }
    const Found found(text);
    const auto& all = found.doc.attributions;
    uint32_t begin = 0;
    for (uint32_t a = 0; a < all.size(); ++a) {
      ASSERT_FALSE(all[a].content.empty()) << text;
      ASSERT_LE(begin, all[a].content.front().begin) << text;
      begin = all[a].content.front().begin;
      for (const Span& piece : all[a].content) {
        ASSERT_LT(piece.begin, piece.end) << text;
        ASSERT_LE(piece.end, text.size()) << text;
      }
      ASSERT_LE(all[a].cue.end, text.size()) << text;
      ASSERT_LE(all[a].speaker.end, text.size()) << text;
      ASSERT_TRUE(all[a].outer == kNone || all[a].outer < a) << text;
    }
    for (const Quote& q : found.doc.quotes) {
      ASSERT_TRUE(q.attribution == kNone || q.attribution < all.size()) << text;
    }
  }
}

TEST(FindAttributionsTest, QuotationsBehindWhoIsTold) {
  ExpectEach(
      {{"He asks, “Do we need a second dam?”",
        "He < asks < Do we need a second dam?"},
       {"Roe told the Daily Post, “The dam is safe.”",
        "Roe < told < The dam is safe."},
       {"Roe wrote to his 20,000 readers, “The dam is safe.”",
        "Roe < wrote < The dam is safe."},
       {"According to Roe: “The dam is safe.”",
        "Roe < According to < The dam is safe."},
       {"According to Roe, “the dam is safe.”",
        "Roe < According to < the dam is safe."},
       {"From the report: “The dam is safe.”",
        "the report < : < The dam is safe."}},
      /*direct=*/true);
}

TEST(FindAttributionsTest, AQuotationGoesOnWithWhatStandsBeforeItsCue) {
  ExpectEach(
      {{"The old dam, he said, “could burst at any time.”",
        "he < said < The old dam / could burst at any time."},
       {"Roe, an aide said, “is sure of the contract.”",
        "an aide < said < Roe / is sure of the contract."}},
      /*direct=*/false);
  ExpectEach({{"In Rome, Roe said, “the dam is safe.”",
               "Roe < said < the dam is safe."},
              {"On Monday, Roe said, “we will win.”",
               "Roe < said < we will win."}},
             /*direct=*/true);
}

TEST(FindAttributionsTest, AFigureIsOneWordOfASpeaker) {
  ExpectEach({{"The guild, which has 4,200 members, said the dam is safe.",
               "The guild < said < the dam is safe"},
              {"The dam is safe, according to a survey of 1,012 adults.",
               "a survey of 1,012 adults < according to < The dam is safe"}},
             /*direct=*/false);
}

TEST(FindAttributionsTest, MoreOfTheSameSpeaker) {
  // In one paragraph it is a further piece ...
  EXPECT_EQ(Found("“The dam is safe,” Roe said in Rome. It was raining. “We "
                  "have looked at it.”")
                .Lines(),
            Strings{"Roe < said < The dam is safe, / We have looked at it."});
  // ... a new one is a statement of its own.
  EXPECT_EQ(Found("“The dam is safe,” Roe said in Rome.\n\n“We have looked at "
                  "it.”")
                .Lines(),
            (Strings{"Roe < said < The dam is safe,",
                     "Roe < said < We have looked at it."}));
}

TEST(FindAttributionsTest, SpeechesOfSeveralParagraphs) {
  EXPECT_EQ(Found("“The dam is safe,” said Roe. “We have looked at it.\n\n“And "
                  "we will look again,” she added.")
                .Lines(),
            Strings{"Roe < said < The dam is safe, / We have looked at it. / "
                    "And we will look again,"});
  EXPECT_EQ(Found("The mayor spoke. “The dam is safe.\n\n“We have looked at "
                  "it,” said Ada Roe.")
                .Lines(),
            Strings{"Ada Roe < said < The dam is safe. / We have looked at "
                    "it,"});
}

TEST(FindAttributionsTest, SpeakersOfManyWordsBehindAQuotation) {
  ExpectEach(
      {{"“The dam will hold,” campaign manager Ada Roe said.",
        "campaign manager Ada Roe < said < The dam will hold,"},
       {"“The dam will hold,” one official said.",
        "one official < said < The dam will hold,"},
       {"“The dam will hold,” said one official.",
        "one official < said < The dam will hold,"},
       {"“The dam will hold,” Roe once told a friend.",
        "Roe < told < The dam will hold,"},
       {"“The dam will hold,” a senior official, who spoke on condition of "
        "anonymity, said.",
        "a senior official < said < The dam will hold,"},
       {"“The dam will hold,” a spokesman, Ada Roe, said by phone.",
        "a spokesman, Ada Roe < said < The dam will hold,"},
       {"“The dam will hold,” the chairman of the board, Ada Roe, a farmer's son, said.",
        "the chairman of the board, Ada Roe < said < The dam will hold,"},
       {"“The dam will hold,” the mayor of Ulm, Germany, a carpenter, said.",
        "the mayor of Ulm < said < The dam will hold,"},
       {"“The dam will hold,” Ada Roe was quoted as saying.",
        "Ada Roe < quoted as saying < The dam will hold,"},
       {"“It will hold,” union leader Ada Roe wrote.",
        "union leader Ada Roe < wrote < It will hold,"},
       {"“It will hold,” Ada Roe, the mayor of Ulm, told reporters.",
        "Ada Roe < told < It will hold,"},
       {"“It will hold!” grinned the mayor.",
        "the mayor < grinned < It will hold!"}},
      /*direct=*/true);
}

TEST(FindAttributionsTest, SpeechWithoutAWordOfSaying) {
  ExpectEach({{"Ada Roe agreed. “The dam will hold for years.”",
               "Ada Roe < “ < The dam will hold for years."},
              {"Her line was short: “The dam will hold for years.”",
               "Her < “ < The dam will hold for years."},
              {"Ada Roe released a statement:\n\n“The dam will hold for "
               "years.”\n",
               "Ada Roe < “ < The dam will hold for years."}},
             /*direct=*/true);
  // Nobody is there who speaks; words of the writer's sentence; a label.
  EXPECT_EQ(Found("The hall was full.\n\n“The dam will hold for years.”\n")
                .Lines(),
            Strings());
  EXPECT_EQ(Found("The town has a “dam that will hold for years.”").Lines(),
            Strings());
  EXPECT_EQ(Found("It was green. “Blue” is rare.").Lines(), Strings());
}

TEST(FindAttributionsTest, AShortSentenceOfTheSameSpeech) {
  EXPECT_EQ(Found("“The dam will hold,” Ada Roe said. “Not now.”").Lines(),
            Strings{"Ada Roe < said < The dam will hold, / Not now."});
}

TEST(FindAttributionsTest, HostileSizesAreLinear) {
  std::string said, quoted;
  for (int i = 0; i < 100000; ++i) {
    said += "Roe said ";
    quoted += "“a,” said b and ";
  }
  EXPECT_FALSE(Found(said).doc.attributions.empty());
  EXPECT_FALSE(Found(quoted).doc.attributions.empty());
}

}  // namespace
}  // namespace claimcheck
