// "The second largest" beside "the largest", "the highest since 1998" beside "since
// 2002": places in a row, and how far back a record goes.

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens behind a superlative in which its noun and its "since" may stand.
constexpr uint32_t kReach = 9;

struct Rank {
  SentenceRef at;
  uint32_t superlative = 0;  // stem
  uint32_t noun = 0;         // stem; 0: none before the next comma
  int64_t place = 1;         // "second largest": 2
  std::optional<int32_t> since;
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
    return DateOfDay(*time.value.range.first / kSecondsPerDay).year;
  }
  return std::nullopt;
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
      // "The largest" and "largest" may both be listed.
      const LexHit* hit = doc.lex.Find(t, Lex::kSuperlativeCue);
      if (hit == nullptr || hit->tokens > 2 ||
          (hit->tokens == 2 && doc.text.Folded(t) != "the")) {
        continue;
      }
      t += hit->tokens - 1;
      Rank rank;
      rank.at = {d, claim.sentence};
      rank.superlative = words.words[t].stem;
      rank.span = doc.text.tokens[t].span;
      // "Second largest", "second-largest".
      const uint32_t before =
          t > sentence.begin + 1 && doc.text.IsChar(t - 1, '-') ? t - 2 : t - 1;
      const LexHit* ordinal = t > sentence.begin
                                  ? doc.lex.Find(before, Lex::kOrdinal)
                                  : nullptr;
      if (ordinal != nullptr && ordinal->entry->value) {
        rank.place = ordinal->entry->value->significand;
        rank.span = doc.text.SpanOf({before, t + 1});
      }
      const uint32_t end = std::min(sentence.end, t + kReach);
      for (uint32_t n = t + 1; n < end; ++n) {
        if (doc.text.IsChar(n, ',') || doc.lex.Has(n, Lex::kPreposition) ||
            doc.text.Folded(n) == "since") {
          break;
        }
        if (words.words[n].Is(DraftWord::kContent)) {
          rank.noun = words.words[n].stem;
        }
      }
      rank.since = SinceYear(doc, t, end, &rank.since_span);
      for (const NameMention& name : doc.names) {
        if (name.sentence == claim.sentence && name.entity != kNone) {
          rank.names.push_back(story.corpus().GlobalEntity(d, name.entity));
        }
      }
      std::sort(rank.names.begin(), rank.names.end());
      ranks.push_back(std::move(rank));
      break;
    }
  }
  return ranks;
}

// Of one thing, as far as the sentences tell.
bool OneThing(const StoryContext& story, const Rank& a, const Rank& b) {
  if (a.superlative != b.superlative || a.noun != b.noun) return false;
  const bool share =
      std::any_of(a.names.begin(), a.names.end(), [&](uint32_t name) {
        return std::binary_search(b.names.begin(), b.names.end(), name);
      });
  return share ||
         (a.noun != 0 && a.names.empty() && b.names.empty() &&
          story.Common(a.at.sentence, b.at.sentence) >= 3);
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
             other.place == rank.place && other.since == rank.since;
    });
  };
  for (const Rank& a : left) {
    for (const Rank& b : right) {
      if (!OneThing(*story, a, b) || told(right, a) || told(left, b)) continue;
      if (a.place != b.place) {
        out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, a.at,
                                   a.span, b.at, b.span, 80));
      } else if (a.since && b.since && *a.since != *b.since) {
        out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, a.at,
                                   a.since_span, b.at, b.since_span, 80));
      }
    }
  }
}

}  // namespace claimcheck
