// "The second largest" beside "the largest", "the third strike this year" beside "the
// fourth", "the highest since 1998" beside "since 2002": places in a row, and how far
// back a record goes.

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/story_context.h"
#include "rules/link/superlative.h"

namespace claimcheck {
namespace {

// Tokens behind a place in a row in which its noun and its "since" may stand.
constexpr uint32_t kReach = 9;
// Tokens behind the noun in which "this year" may stand: "the third fire in a mine
// this year".
constexpr uint32_t kScopeReach = 6;
constexpr int kTellingIdf = 50;  // tenths

struct Rank {
  SentenceRef at;
  uint32_t superlative = 0;  // stem
  uint32_t noun = 0;         // stem; 0: none before the next comma
  int64_t place = 1;         // "second largest": 2
  std::optional<int32_t> since;
  uint32_t scope = 0;  // "this year", "in five years": what is counted in
  std::vector<uint32_t> names;  // in the sentence: corpus-wide, sorted
  Span span;
  Span since_span;
};

std::optional<int32_t> SinceYear(const DocumentAnalysis& doc, uint32_t begin,
                                 uint32_t end, Span* span) {
  for (const TimeMention& time : doc.times) {
    if (time.tokens.begin <= begin || time.tokens.begin > end ||
        time.value.grain != Grain::kYear || !time.value.year_written ||
        !time.value.range.first ||
        doc.text.Folded(time.tokens.begin - 1) != "since") {
      continue;
    }
    *span = doc.text.SpanOf({time.tokens.begin - 1, time.tokens.end});
    return DateOfDay(DayOfSecond(*time.value.range.first)).year;
  }
  return std::nullopt;
}

void ReadNames(const StoryContext& story, Rank* rank) {
  const uint32_t d = rank->at.document;
  for (const NameMention& name : story.document(d).names) {
    if (name.sentence == rank->at.sentence && name.entity != kNone) {
      rank->names.push_back(story.corpus().GlobalEntity(d, name.entity));
    }
  }
  std::sort(rank->names.begin(), rank->names.end());
}

// "This year", "in five years", "since it took office": equal where one thing is
// counted.
uint32_t ScopeAt(const DocumentAnalysis& doc, uint32_t t, uint32_t end) {
  const auto unit = [&](uint32_t at) -> uint32_t {
    if (at >= end) return 0;
    const absl::string_view word = doc.text.Folded(at);
    return word == "year" || word == "season" || word == "month" ||
                   word == "week"
               ? WordHash(word)
               : 0;
  };
  if (t + 1 >= end) return 0;
  const absl::string_view word = doc.text.Folded(t);
  if (word == "since" && doc.text.Folded(t + 1) == "january") {
    return WordHash("year");
  }
  // "Since it took office", "since coming to power".
  constexpr uint32_t kOfficeReach = 4;
  for (uint32_t k = t + 1; word == "since" && k < std::min(end, t + 1 + kOfficeReach);
       ++k) {
    if (IsOneOf(doc.text.Folded(k), {"office", "power"})) return WordHash("office");
  }
  if (word == "this") return unit(t + 1);
  if (word == "of" && doc.text.Folded(t + 1) == "the") return unit(t + 2);
  if (word == "in" && t + 2 < end && doc.lex.Has(t + 1, Lex::kCardinal)) {
    return WordHash(doc.text.Folded(t + 2));
  }
  return 0;
}

// "Minister to resign", "member of the coalition to leave the cabinet": `t` is behind
// the noun.  Whoever leaves an office does so by any word.
bool IsLeaving(const DocumentAnalysis& doc, uint32_t t, uint32_t end) {
  for (; t + 1 < end && !doc.text.IsChar(t, ','); ++t) {
    if (doc.text.Folded(t) == "to") {
      return words::kLeavingVerbs.Contains(doc.text.tokens[t + 1].word);
    }
  }
  return false;
}

// "The third strike this year", "their first meeting since 2011".
void ReadOrdinals(const StoryContext& story, uint32_t d,
                  std::vector<Rank>* ranks) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    if (!UsableSentence(doc, s)) continue;
    const TokenRange sentence = doc.text.sentences[s].tokens;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      // "Third", "3rd".
      if (!doc.lex.Has(t, Lex::kOrdinal) &&
          (t == 0 || doc.text.tokens[t - 1].kind != TokenKind::kNumber)) {
        continue;
      }
      const std::optional<int64_t> place = PlaceInRow(doc, t);
      if (!place) continue;
      Rank rank;
      rank.at = {d, s};
      rank.superlative = WordHash("ordinal");
      rank.place = *place;
      uint32_t end = std::min(sentence.end, t + kReach);
      uint32_t n = t + 1;
      for (; n < end && words.words[n].Is(DraftWord::kContent) &&
             !words.words[n].Is(DraftWord::kTime);
           ++n) {
        rank.noun = words.words[n].stem;
      }
      if (rank.noun == 0) continue;
      rank.span = doc.text.SpanOf({t, n});
      uint32_t scope_end = std::min(end, n + kScopeReach);
      if (doc.lex.Has(n - 1, Lex::kRoleNoun) && 
          IsLeaving(doc, n, std::min(sentence.end, t + 2 * kReach))) {
        rank.noun = WordHash("leaver");
        scope_end = end = std::min(sentence.end, t + 2 * kReach);
      }
      rank.since = SinceYear(doc, t, end, &rank.since_span);
      for (uint32_t k = n; k < scope_end && rank.scope == 0; ++k) {
        rank.scope = ScopeAt(doc, k, end);
      }
      if (!rank.since && rank.scope == 0) continue;
      // The first in five years is the first for so long.
      if (rank.place == 1) rank.scope = 0;
      ReadNames(story, &rank);
      ranks->push_back(std::move(rank));
    }
  }
}

std::vector<Rank> ReadRanks(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  std::vector<Rank> ranks;
  for (const ClaimRecord& claim : doc.claims) {
    if (claim.kind != ClaimKind::kSuperlative ||
        !UsableSentence(doc, claim.sentence)) {
      continue;
    }
    const TokenRange sentence = doc.text.sentences[claim.sentence].tokens;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (!claim.span.Contains(doc.text.tokens[t].span)) continue;
      const auto superlative = ReadSuperlative(doc, words, sentence, t);
      if (!superlative) continue;
      t = superlative->cue;
      if (superlative->among) break;
      Rank rank;
      rank.at = {d, claim.sentence};
      rank.superlative = superlative->word;
      rank.noun = superlative->noun;
      rank.place = superlative->place;
      rank.span = doc.text.SpanOf(superlative->tokens);
      const uint32_t end = std::min(sentence.end, t + kReach);
      rank.since = SinceYear(doc, t, end, &rank.since_span);
      ReadNames(story, &rank);
      ranks.push_back(std::move(rank));
      break;
    }
  }
  ReadOrdinals(story, d, &ranks);
  return ranks;
}

// A word that few sentences have.
bool ShareTelling(const StoryContext& story, SentenceRef a, SentenceRef b) {
  const DraftWords& words_a = story.words(a.document);
  const DraftWords& words_b = story.words(b.document);
  const TokenRange in_a = story.document(a.document).text.sentences[a.sentence].tokens;
  const TokenRange in_b = story.document(b.document).text.sentences[b.sentence].tokens;
  for (uint32_t x = in_a.begin; x < in_a.end; ++x) {
    if (words_a.words[x].idf < kTellingIdf) continue;
    for (uint32_t y = in_b.begin; y < in_b.end; ++y) {
      if (words_a.words[x].stem == words_b.words[y].stem) return true;
    }
  }
  return false;
}

// Of one thing, as far as the sentences tell.
bool OneThing(const StoryContext& story, const Rank& a, const Rank& b) {
  if (a.superlative != b.superlative || a.noun != b.noun) return false;
  const bool share =
      std::any_of(a.names.begin(), a.names.end(), [&](uint32_t name) {
        return std::binary_search(b.names.begin(), b.names.end(), name);
      });
  if (share) return true;
  if (!a.names.empty() && !b.names.empty()) return false;
  // "The highest since 1998": of whatever the sentence speaks of.
  if (a.noun == 0) {
    return a.since && b.since && ShareTelling(story, a.at, b.at);
  }
  const int common = story.Common(a.at.sentence, b.at.sentence);
  if (a.superlative == WordHash("ordinal")) {
    return common >= 1 || a.noun == WordHash("leaver");
  }
  return common >= 3 || (a.names.empty() && b.names.empty() && common >= 2 &&
                         ShareTelling(story, a.at, b.at));
}

}  // namespace

void CompareRanks(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<Rank>& {
    return story->Once<std::vector<Rank>>(
        d, [&] { return ReadRanks(*story, d); });
  };
  const std::vector<Rank>& left = read(pair.left);
  const std::vector<Rank>& right = read(pair.right);
  const auto told = [](const std::vector<Rank>& ranks, const Rank& rank) {
    return std::any_of(ranks.begin(), ranks.end(), [&](const Rank& other) {
      return other.superlative == rank.superlative &&
             other.place == rank.place && other.since == rank.since &&
             other.noun == rank.noun;
    });
  };
  for (const Rank& a : left) {
    for (const Rank& b : right) {
      if (!OneThing(*story, a, b) || told(right, a) || told(left, b)) continue;
      const bool ordinal = a.superlative == WordHash("ordinal");
      const bool one_row = a.scope == b.scope &&
                           (ordinal ? a.since == b.since
                                    : !a.since || !b.since ||
                                          *a.since == *b.since);
      if (a.place != b.place && one_row) {
        out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, a.at,
                                   a.span, b.at, b.span, 80));
      } else if (a.place == b.place && a.since && b.since &&
                 *a.since != *b.since) {
        out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, a.at,
                                   a.since_span, b.at, b.since_span, 80));
      }
    }
  }
}

}  // namespace claimcheck
