// FindTimes of finders.h: one pass from left to right.
#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/extract/times_compose.h"
#include "claims/extract/times_reader.h"
#include "claims/extract/times_resolve.h"
#include "claims/extract/times_tense.h"
#include "claims/extract/times_timex.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// Fewer tokens than this are a message or a phrase, not an article.
constexpr size_t kFewTokens = 40;

// How the document speaks of time: an account of other years names them; news
// names days and speaks of today.
// A short text is a message ("lunch on Tuesday") unless it is a sentence about
// others, closed by a full stop: that is a piece of news.
bool IsMessage(const DocumentAnalysis& doc) {
  const uint32_t count = static_cast<uint32_t>(doc.text.tokens.size());
  if (count >= kFewTokens) return false;
  if (count == 0 || !doc.text.IsChar(count - 1, '.') ||
      !doc.text.tokens[0].Is(Token::kCapital)) {
    return true;
  }
  for (uint32_t t = 0; t < count; ++t) {
    const LexHit* pronoun = doc.lex.Find(t, Lex::kPronoun);
    if (pronoun != nullptr && (pronoun->entry->HasTag("first") ||
                               doc.text.Folded(t) == "you")) {
      return true;
    }
  }
  return false;
}

TimeResolver::Style StyleOf(const DocumentAnalysis& doc, TimeReader reader) {
  if (IsMessage(doc)) return TimeResolver::Style::kMessage;
  reader.Enter({0, static_cast<uint32_t>(doc.text.tokens.size())});
  constexpr uint64_t kNear = Bit(Lex::kWeekday) | Bit(Lex::kTimeDeictic);
  const int here = doc.date.known ? doc.date.year : 2100;
  uint32_t far_years = 0, near_words = 0;
  for (uint32_t i = 0; i < doc.text.tokens.size(); ++i) {
    const Token& token = doc.text.tokens[i];
    if (token.kind == TokenKind::kNumber) {
      if (token.folded_size != 4) continue;
      const int year = reader.Figure(i);
      if (year >= 1000 && year <= here - 2) ++far_years;
    } else if ((doc.lex.Mask(i) & kNear) != 0) {
      ++near_words;
    }
  }
  return far_years >= 3 && far_years > 3 * near_words
             ? TimeResolver::Style::kNarrative
             : TimeResolver::Style::kNews;
}

// "since 2019", "after 2 am on Wednesday", "by Friday", "until June": what the
// preposition makes of the stretch.
void ApplyPreposition(const TimeReader& r, uint32_t begin, TimeValue* value) {
  if (begin <= r.begin() || !value->resolved() || !value->mod.empty()) return;
  uint32_t p = begin - 1;
  if (r.Is(p, Id("about")) || r.Is(p, Id("around"))) {
    if (p <= r.begin()) return;
    --p;
  }
  if (r.Is(p, Id("since"))) {
    value->mod = "ON_OR_AFTER";
    value->range.last.reset();
    if (value->ambiguous) value->other.last.reset();
  } else if (r.Is(p, Id("after")) || r.Is(p, Id("following"))) {
    value->mod = "AFTER";
    if (value->kind == TimeKind::kTime && value->range.first) {
      // "after 2 am on Wednesday" is still on Wednesday.
      const auto end_of_day = [](int64_t second) {
        return StartOfDay(DayOfSecond(second) + 1) - 1;
      };
      value->range.last = end_of_day(*value->range.first);
      if (value->ambiguous && value->other.first) {
        value->other.last = end_of_day(*value->other.first);
      }
    } else if (value->range.last) {
      value->range.first = *value->range.last + 1;
      value->range.last.reset();
      if (value->ambiguous && value->other.last) {
        value->other.first = *value->other.last + 1;
        value->other.last.reset();
      }
    }
  } else if (r.IsAny(p, Id("before")) ||
             (r.Is(p, Id("of")) && p > r.begin() && r.Is(p - 1, Id("ahead")))) {
    value->mod = "BEFORE";
    if (value->range.first) value->range.last = *value->range.first - 1;
    value->range.first.reset();
    if (value->ambiguous && value->other.first) {
      value->other.last = *value->other.first - 1;
      value->other.first.reset();
    }
  } else if (r.IsAny(p, Id("until"), Id("till"), Id("by"), Id("'til"))) {
    value->mod = "ON_OR_BEFORE";
    value->range.first.reset();
    value->other.first.reset();
  }
}

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

// "Two months after his Russia trip": when an earlier sentence speaks of the
// same event, by at least two of these words, and says when it was, the amount
// is counted from there.  One of the words must name an event, and none of them
// a clause of its own ("after he was elected").
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

// "from 2009 to 2011", "between 12 and 15 June 2024", "1939-1945": both ends of
// one stretch stand for all of it, since what happened then may have happened
// anywhere in it.
bool JoinsRange(const TimeReader& r, const TimeMention& a,
                const TimeMention& b) {
  if (a.sentence != b.sentence || b.tokens.begin != a.tokens.end + 1) {
    return false;
  }
  if (!a.value.resolved() || !b.value.resolved() || !a.value.range.first ||
      !b.value.range.last) {
    return false;
  }
  if (a.value.kind == TimeKind::kDuration || a.value.kind == TimeKind::kSet) {
    return false;
  }
  const uint32_t between = a.tokens.end;
  const bool opened = a.tokens.begin > r.begin() &&
                      r.Is(a.tokens.begin - 1, Id("between"));
  if (r.Is(between, Id("and"))) return opened;
  return r.IsChar(between, '-') ||
         r.IsAny(between, Id("to"), Id("through"), Id("until"), Id("till"),
                 Id("thru"));
}

// Moves a day or month whose year was inferred to the year before.
void BackAYear(TimeValue* value) {
  if (value->year_written || !value->range.last ||
      (value->grain != Grain::kDay && value->grain != Grain::kMonth)) {
    return;
  }
  const std::optional<int64_t> first =
      AddMonths(DayOfSecond(*value->range.first), -12);
  const std::optional<DayRange> period =
      first ? PeriodOf(*first, value->grain, 0) : std::nullopt;
  if (!period) return;
  value->range.first = StartOfDay(period->first);
  value->range.last = StartOfDay(period->last + 1) - 1;
  TimexWriter timex;
  WritePeriod(period->first, value->grain, &timex);
  value->timex.Assign(timex.view());
}

void JoinRange(TimeMention* a, TimeMention* b) {
  // "from November to March" begins in the year before.
  if (*b->value.range.last < *a->value.range.first) BackAYear(&a->value);
  if (*b->value.range.last < *a->value.range.first) return;
  const CivilRange hull{a->value.range.first, b->value.range.last};
  a->value.range = hull;
  b->value.range = hull;
  a->value.ambiguous = b->value.ambiguous = false;
  if (a->value.mod == "ON_OR_BEFORE" || a->value.mod == "ON_OR_AFTER") {
    a->value.mod = "";
  }
  if (b->value.mod == "ON_OR_BEFORE" || b->value.mod == "ON_OR_AFTER") {
    b->value.mod = "";
  }
}

// The tense that a point is resolved by.  Deadlines are ahead, whatever the
// verb: "gave them until Tuesday", "as early as next week".
Tense TenseOf(const TimeReader& r, const TimeParts& parts) {
  if (parts.shape != TimeShape::kPoint) return Tense::kNone;
  const uint32_t begin = parts.begin;
  if (begin > r.begin() && parts.weekday != TimeParts::kUnwritten &&
      r.IsAny(begin - 1, Id("until"), Id("by"), Id("till"))) {
    return Tense::kFuture;
  }
  if (begin > r.begin() + 2 && r.Is(begin - 1, Id("as")) &&
      r.IsAny(begin - 2, Id("early"), Id("soon"), Id("late")) &&
      r.Is(begin - 3, Id("as"))) {
    return Tense::kFuture;
  }
  return TenseAround(r, parts.begin, parts.end);
}

// "April 24 and 25": the day behind a date, of the same month.
bool ReadSecondDay(const TimeReader& r, const TimeParts& first,
                   TimeParts* out) {
  constexpr int kNo = TimeParts::kUnwritten;
  if (first.shape != TimeShape::kPoint || first.month == kNo ||
      first.day == kNo || first.last_day != kNo || first.other_day != kNo ||
      first.has_clock() || first.weekday != kNo || first.week_of ||
      !r.IsAny(first.end, Id("and"), Id("or"))) {
    return false;
  }
  uint32_t i = first.end + 1, next = i + 1;
  if (!r.IsNumber(i) || r.Digits(i) > 2) return false;
  const int day = r.Figure(i);
  if (r.ReadOrdinal(i, &next) == 0) next = i + 1;
  if (day <= first.day || day > 31) return false;
  if (r.Joined(next) && r.Joined(next + 1)) return false;
  if (r.IsNumber(next) || r.IsCapital(next)) return false;
  if (r.IsWord(next) && !r.Has(next, Lex::kPreposition) &&
      !r.Has(next, Lex::kConjunction) && !r.Has(next, Lex::kAuxiliary) &&
      !r.Has(next, Lex::kPronoun)) {
    return false;
  }
  *out = first;
  out->begin = i;
  out->end = next;
  out->day = static_cast<int8_t>(day);
  out->mod = "";
  out->rule = "time.date.second-day";
  return true;
}

// "in two weeks" of what is ahead is a day, not a stretch.
void CountAhead(const TimeReader& r, TimeResolver::Style style,
                TimeParts* parts) {
  if (parts->shape != TimeShape::kAmount || parts->begin <= r.begin() ||
      !parts->amount.has_value() || parts->amount2.has_value() ||
      parts->amount->significand > 1000 ||
      parts->direction != Direction::kNone) {
    return;
  }
  Decimal amount = *parts->amount;
  Grain unit = parts->unit;
  if (amount.exponent < 0 && (unit == Grain::kHour || unit == Grain::kMinute)) {
    // Half an hour is 30 minutes.
    const absl::StatusOr<Decimal> finer = Multiply(amount, Decimal{6, 1});
    if (!finer.ok()) return;
    amount = *finer;
    unit = unit == Grain::kHour ? Grain::kMinute : Grain::kSecond;
  }
  if (amount.exponent < 0 || amount.exponent > 2) return;
  int32_t count = static_cast<int32_t>(amount.significand);
  for (int32_t e = 0; e < amount.exponent; ++e) count *= 10;
  uint32_t in = parts->begin - 1;
  if (r.Is(in, Id("about")) && in > r.begin()) --in;
  if (!r.Is(in, Id("in"))) return;
  const Tense tense = TenseAround(r, parts->begin, parts->end);
  if (style != TimeResolver::Style::kMessage || tense == Tense::kPast) return;
  parts->shape = TimeShape::kPoint;
  parts->base_unit = unit;
  parts->base_count = count;
  parts->vague_count = false;
  parts->base_from = CountFrom::kPublication;
  parts->counted = true;
  parts->rule = "time.in";
}

// In a message the two ends of a stretch are one appointment.
bool JoinMessageRange(const DocumentAnalysis& doc, const TimeMention& b,
                      TimeMention* a) {
  TimexWriter timex;
  timex.Text(a->value.timex.view()).Text("/").Text(b.value.timex.view());
  if (timex.view().size() > 39 ||
      a->value.timex.view().find('/') != absl::string_view::npos ||
      b.value.timex.view().find('/') != absl::string_view::npos) {
    return false;
  }
  a->tokens.end = b.tokens.end;
  a->span = doc.text.SpanOf(a->tokens);
  a->value.timex.Assign(timex.view());
  a->value.kind = b.value.kind;
  a->value.grain = b.value.grain;
  a->rule = "time.range";
  return true;
}

}  // namespace

void FindTimes(const Lexicon& lexicon, DocumentAnalysis* doc) {
  TimeReader reader(doc->text, doc->lex);
  const TimeResolver::Style style = StyleOf(*doc, reader);
  TimeResolver resolver(doc->date, style);
  for (uint32_t s = 0; s < doc->text.sentences.size(); ++s) {
    const TokenRange sentence = doc->text.sentences[s].tokens;
    reader.Enter(sentence);
    TimeParts before;  // the expression that ends here
    for (uint32_t i = sentence.begin; i < sentence.end;) {
      const bool behind = before.shape != TimeShape::kNone && before.end == i;
      // Most words are of no class and need no more than this look.
      const bool plain = doc->lex.Mask(i) == 0 &&
                         doc->text.tokens[i].kind == TokenKind::kWord;
      if (!behind && (plain || !MayBeginTime(reader, i))) {
        ++i;
        continue;
      }
      TimeParts parts;
      if (!(behind && ReadSecondDay(reader, before, &parts)) &&
          (!MayBeginTime(reader, i) || !ReadTime(reader, i, &parts) ||
           parts.end <= i)) {
        ++i;
        continue;
      }
      before = parts;
      CountAhead(reader, style, &parts);
      const Tense tense = TenseOf(reader, parts);
      TimeMention mention;
      mention.tokens = {parts.begin, parts.end};
      mention.span = doc->text.SpanOf(mention.tokens);
      mention.sentence = s;
      mention.rule = parts.rule;
      mention.value = resolver.Resolve(parts, tense);
      if (parts.shape != TimeShape::kAmount ||
          !CountFromEvent(reader, parts, *doc, resolver, &mention)) {
        ApplyPreposition(reader, parts.begin, &mention.value);
      }
      if (!doc->times.empty() &&
          JoinsRange(reader, doc->times.back(), mention)) {
        JoinRange(&doc->times.back(), &mention);
        if (style == TimeResolver::Style::kMessage &&
            JoinMessageRange(*doc, mention, &doc->times.back())) {
          i = parts.end;
          continue;
        }
      }
      doc->times.push_back(mention);
      i = parts.end;
    }
  }
}

}  // namespace claimcheck
