// The short cut of tenses against what it leaves out.
#include "claims/extract/times_tense.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/extract/times_reader.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// Words of all kinds that tell a tense, and others.
constexpr absl::string_view kWords[] = {
    "will",     "shall",    "won't",     "they'll",   "upcoming", "tomorrow",
    "would",    "should",   "must",      "can",       "might",    "may",
    "May",      "due",      "slated",    "expected",  "deadline", "postponed",
    "planned",  "plans",    "payable",   "effective", "was",      "were",
    "had",      "did",      "been",      "ago",       "said",     "told",
    "has",      "have",     "they've",   "to",        "went",     "gone",
    "fell",     "going",    "does",      "is",        "are",      "agreed",
    "visited",  "indeed",   "red",       "need",      "set",      "met",
    "is set to", "scheduled", "opens",   "meets",     "begin",    "house",
    "quickly",  "he",       "the",       "not",       "later",    "be",
    "hopes to", "intends",  "could",     "prepares",  "brought",  "12",
    "Monday",   "about to", "likely",    "ready",     "wed",      "ed"};

TEST(TenseTest, WordsThatAreSkippedTellNone) {
  int skipped = 0, others = 0;
  for (absl::string_view before : {"It ", "was ", "to ", "the ", "has "}) {
    for (absl::string_view word : kWords) {
      for (absl::string_view behind : {" leave", " a plan", " paid", "."}) {
        const std::string source = absl::StrCat(before, word, behind, " now.");
        TokenizedText text;
        LexHits lex;
        Tokenize(source, &text);
        EmbeddedLexicon()->Annotate(text, &lex);
        TimeReader reader(text, lex);
        reader.Enter({0, static_cast<uint32_t>(text.tokens.size())});
        for (uint32_t t = 0; t < reader.end(); ++t) {
          if (!TellsNoTense(reader, t)) {
            ++others;
            continue;
          }
          ++skipped;
          EXPECT_EQ(JudgeTense(reader, t, false), Tense::kNone) << source;
          EXPECT_EQ(JudgeTense(reader, t, true), Tense::kNone) << source;
        }
      }
    }
  }
  EXPECT_GT(skipped, 1000);
  EXPECT_GT(others, 1000);
}

}  // namespace
}  // namespace claimcheck
