#include "claims/extract/times_event.h"

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// How far back an event is looked for, and how many of its words count.
constexpr size_t kEventMentions = 64;
constexpr uint32_t kEventWords = 6;
constexpr uint32_t kSentenceWords = 80;

bool IsContentWord(const TimeReader& r, uint32_t i) {
  return r.IsWord(i) && r.token(i).folded_size > 2 &&
         !r.Has(i, Lex::kStopWord) && !r.Has(i, Lex::kPreposition) &&
         !r.Has(i, Lex::kDeterminer) && !r.Has(i, Lex::kPronoun) &&
         !r.Has(i, Lex::kAuxiliary) && !r.Has(i, Lex::kConjunction) &&
         !r.Has(i, Lex::kOrdinal) && !r.Has(i, Lex::kCardinal);
}

// The class of event that the word stands for: "visited", "trip".
absl::string_view EventClass(const LexHits& lex, uint32_t i) {
  const LexHit* hit = lex.Find(i, Lex::kEventVerb);
  if (hit == nullptr) hit = lex.Find(i, Lex::kEventNoun);
  return hit == nullptr ? absl::string_view() : hit->entry->id;
}

}  // namespace

bool CountFromEvent(const TimeReader& r, const TimeParts& parts,
                    const DocumentAnalysis& doc, const TimeResolver& resolver,
                    TimeMention* mention) {
  const bool before = r.Is(parts.end, Id("before"));
  if (!before && !r.Is(parts.end, Id("after"))) return false;
  const std::optional<Decimal>& amount = mention->value.amount;
  if (!amount.has_value() || parts.amount2.has_value() ||
      amount->exponent != 0 || amount->significand > 10000 ||
      mention->value.unit < Grain::kDay) {
    return false;
  }
  uint32_t words[kEventWords];
  uint32_t count = 0;
  for (uint32_t i = parts.end + 1;
       i < parts.end + 10 && count < kEventWords && r.Valid(i); ++i) {
    if (r.IsChar(i, ',') || r.IsChar(i, '.') || r.IsChar(i, ';')) break;
    if (r.IsAny(i, Id("he"), Id("she"), Id("they"), Id("it"), Id("we"),
                Id("i"))) {
      return false;
    }
    if (IsContentWord(r, i)) words[count++] = i;
  }
  bool event = false;
  for (uint32_t w = 0; w < count; ++w) {
    event |= !EventClass(doc.lex, words[w]).empty();
  }
  if (count < 2 || !event) return false;
  // "in July 2000, four months after ...": that is when.
  if (!doc.times.empty() && doc.times.back().sentence == mention->sentence &&
      doc.times.back().tokens.end + 1 == parts.begin) {
    return false;
  }
  const TimeMention* best = nullptr;
  uint32_t best_score = 1;
  for (size_t n = 0; n < doc.times.size() && n < kEventMentions; ++n) {
    const TimeMention& time = doc.times[doc.times.size() - 1 - n];
    if (time.sentence == mention->sentence || !time.value.range.first ||
        time.value.ambiguous || time.value.grain > mention->value.unit ||
        time.value.grain < Grain::kDay || !time.value.range.last) {
      continue;
    }
    const TokenRange sentence = doc.text.sentences[time.sentence].tokens;
    uint32_t score = 0;
    for (uint32_t w = 0; w < count; ++w) {
      const absl::string_view cls = EventClass(doc.lex, words[w]);
      for (uint32_t i = sentence.begin;
           i < sentence.end && i < sentence.begin + kSentenceWords; ++i) {
        if (r.token(i).word == r.token(words[w]).word ||
            (!cls.empty() && EventClass(doc.lex, i) == cls)) {
          ++score;
          break;
        }
      }
    }
    if (score > best_score) {
      best_score = score;
      best = &time;
    }
  }
  if (best == nullptr) return false;
  const int32_t n = static_cast<int32_t>(amount->significand);
  const TimeValue value = resolver.CountFromDay(
      DayOfSecond(*best->value.range.first), mention->value.unit,
      before ? -n : n, TimeAnchor::kContext);
  if (!value.resolved()) return false;
  mention->value = value;
  mention->value.mod = parts.mod;
  mention->rule = "time.from-event";
  return true;
}

}  // namespace claimcheck
