// FindTimes of finders.h: one pass from left to right.
#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/extract/times_atoms.h"
#include "claims/extract/times_compose.h"
#include "claims/extract/times_day_ahead.h"
#include "claims/extract/times_deadline.h"
#include "claims/extract/times_event.h"
#include "claims/extract/times_pieces.h"
#include "claims/extract/times_ranges.h"
#include "claims/extract/times_reader.h"
#include "claims/extract/times_resolve.h"
#include "claims/extract/times_short.h"
#include "claims/extract/times_style.h"
#include "claims/extract/times_tense.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// "since 2019", "after 2 am on Wednesday", "by Friday", "until June": what the
// preposition makes of the stretch.
void ApplyPreposition(const TimeReader& r, uint32_t begin, TimeValue* value) {
  if (begin <= r.begin() || !value->resolved() || !value->mod.empty()) return;
  uint32_t p = begin - 1;
  if (r.Is(p, Id("about")) || r.Is(p, Id("around"))) {
    if (p <= r.begin()) return;
    --p;
  }
  // "not before Monday", "not until May": then at the earliest
  const bool earliest =
      p > r.begin() && r.IsAny(p, Id("before"), Id("until"), Id("till")) &&
      r.Is(p - 1, Id("not"));
  if (r.Is(p, Id("since")) || earliest) {
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
             (r.Is(p, Id("to")) && p > r.begin() && r.Is(p - 1, Id("prior"))) ||
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
bool CountAhead(const TimeReader& r, TimeResolver::Style style,
                TimeParts* parts) {
  if (parts->shape != TimeShape::kAmount || parts->begin <= r.begin() ||
      !parts->amount.has_value() || parts->amount->significand > 1000 ||
      parts->direction != Direction::kNone) {
    return false;
  }
  Decimal amount = *parts->amount;
  Grain unit = parts->unit;
  int32_t summed = 0;
  if (CountInSmallest(*parts, &unit, &summed)) {
    amount = Decimal{summed, 0};  // "in 1 hour and 20 minutes"
  } else if (parts->amount2.has_value()) {
    return false;
  }
  if (amount.exponent < 0 && (unit == Grain::kHour || unit == Grain::kMinute)) {
    // Half an hour is 30 minutes.
    const absl::StatusOr<Decimal> finer = Multiply(amount, Decimal{6, 1});
    if (!finer.ok()) return false;
    amount = *finer;
    unit = unit == Grain::kHour ? Grain::kMinute : Grain::kSecond;
  }
  if (amount.exponent < 0 || amount.exponent > 2) return false;
  int32_t count = static_cast<int32_t>(amount.significand);
  for (int32_t e = 0; e < amount.exponent; ++e) count *= 10;
  uint32_t in = parts->begin - 1;
  if (r.Is(in, Id("about")) && in > r.begin()) --in;
  if (!r.Is(in, Id("in"))) return false;
  const Tense tense = TenseAround(r, parts->begin, parts->end);
  if (style != TimeResolver::Style::kMessage || tense == Tense::kPast)
    return false;
  parts->shape = TimeShape::kPoint;
  parts->base_unit = unit;
  parts->base_count = count;
  parts->vague_count = false;
  parts->base_from = CountFrom::kPublication;
  parts->counted = true;
  parts->rule = "time.in";
  return true;
}

// "from 9 to 10", with nothing that makes hours of the numbers: of hours in a
// message, of anything in an article.
bool IsBareHours(const TimeParts& p) {
  constexpr int kNo = TimeParts::kUnwritten;
  return p.last_hour != kNo && p.minute == kNo && p.last_minute == kNo &&
         !p.half_day_known && p.part == PartOfDay::kNone && !p.has_day();
}

// True when the year written with `b` is that of `a` too: "in April and June
// 1955", "from March to August 2011".
bool SharesYear(const TimeReader& r, const TimeParts& a, const TimeParts& b) {
  constexpr int kNo = TimeParts::kUnwritten;
  if (a.shape != TimeShape::kPoint || b.shape != TimeShape::kPoint ||
      b.begin != a.end + 1 || !b.has_year() || b.before_christ ||
      b.short_century || a.has_year() || a.direction != Direction::kNone ||
      a.base_unit != Grain::kNone || a.weekday != kNo || a.holiday != nullptr ||
      a.nth != 0 || b.nth != 0) {
    return false;
  }
  const bool months = a.month != kNo && b.month != kNo;
  const bool seasons = a.season != Season::kNone &&
                       (b.season != Season::kNone || b.month != kNo);
  const bool quarters = a.quarter != kNo && b.quarter != kNo;
  return (months || seasons || quarters) &&
         (r.IsAny(a.end, Id("and"), Id("or"), Id("to"), Id("through"),
                  Id("until")) ||
          r.IsChar(a.end, '-'));
}

// "Monday between 9:30 and 11": the preposition binds the ends together.
bool OpensInside(const TimeReader& r, const TimeParts& p) {
  for (uint32_t i = p.begin; i < p.first_end; ++i) {
    if (r.IsAny(i, Id("between"), Id("from"))) return true;
  }
  return false;
}

// "founded in 1898", "born in Oslo in 1961"
bool OfOrigin(const TimeReader& r, const TimeParts& p) {
  constexpr uint32_t kReach = 6;
  for (uint32_t t = p.begin; t > r.begin() && p.begin - t < kReach;) {
    --t;
    if (words::kOriginVerbs.Contains(r.token(t).word)) return true;
    if (!r.IsWord(t)) return false;
  }
  return false;
}

// "well into 1941", "the coldest since 1878": an account does not go on from there.
bool IsAside(const TimeReader& r, TimeResolver::Style style,
             const TimeParts& p) {
  if (p.has_year() && OfOrigin(r, p)) return true;
  return style == TimeResolver::Style::kNarrative && p.begin > r.begin() &&
         p.has_year() &&
         r.IsAny(p.begin - 1, Id("into"), Id("until"), Id("till"), Id("since"));
}

// One pass over a document.
class TimeFinder {
 public:
  explicit TimeFinder(DocumentAnalysis* doc)
      : doc_(doc),
        reader_(doc->text, doc->lex),
        short_(IsShortText(*doc)),
        style_(StyleOf(*doc, reader_)),
        resolver_(doc->date, style_) {
    reader_.set_message(style_ == Style::kMessage);
  }

  void FindIn(uint32_t sentence);

 private:
  using Style = TimeResolver::Style;

  // Gives the expression its value and a place among the times found.
  void Add(const TimeParts& parts, uint32_t sentence);
  // The two times of "12-14 July"; false where there are no two.
  bool AddBoth(const TimeParts& parts, uint32_t sentence);
  // Makes one time of this and the last one found, in a short text.
  bool JoinShort(const TimeParts& parts, TimeMention* mention);

  DocumentAnalysis* doc_;
  TimeReader reader_;
  const bool short_;
  const Style style_;
  TimeResolver resolver_;
  TimeParts last_parts_;  // of the last time found
  TimeParts before_;      // the expression before, of the same sentence
  TimeParts parts_;       // this expression; its readers make it anew
};

// "3/4" and nothing else, of no known day, is a fraction.
bool IsBareFraction(const DocumentAnalysis& doc) {
  const TokenizedText& text = doc.text;
  return !doc.date.known && text.tokens.size() == 3 && text.IsChar(1, '/');
}

void TimeFinder::Add(const TimeParts& parts, uint32_t sentence) {
  if (IsBareFraction(*doc_)) return;
  TimeMention mention;
  mention.tokens = {parts.begin, parts.end};
  mention.span = doc_->text.SpanOf(mention.tokens);
  mention.sentence = sentence;
  mention.rule = parts.rule;
  mention.value = resolver_.Resolve(parts, TenseOf(reader_, parts),
                                    IsAside(reader_, style_, parts));
  TimexText open;
  if (style_ == Style::kMessage) {
    WriteOpenStretch(reader_, parts, mention.value, &open);
  }
  if (parts.shape != TimeShape::kAmount ||
      !CountFromEvent(reader_, parts, *doc_, resolver_, &mention)) {
    ApplyPreposition(reader_, parts.begin, &mention.value);
  }
  if (!doc_->times.empty()) {
    if (short_ && JoinShort(parts, &mention)) return;
    TimeMention& before = doc_->times.back();
    if (JoinsRange(reader_, before, mention)) JoinRange(&before, &mention);
  }
  if (!open.empty()) mention.value.timex = open;
  doc_->times.push_back(mention);
  last_parts_ = parts;
}

bool TimeFinder::AddBoth(const TimeParts& parts, uint32_t sentence) {
  if (parts.second_begin == 0 || OpensInside(reader_, parts)) return false;
  TimeParts first, last;
  if (!SplitRange(parts, &first, &last)) return false;
  Add(first, sentence);
  Add(last, sentence);
  return true;
}

bool TimeFinder::JoinShort(const TimeParts& parts, TimeMention* mention) {
  TimeMention& before = doc_->times.back();
  if (JoinsRange(reader_, before, *mention)) {
    if (last_parts_.direction == Direction::kNone &&
        last_parts_.base_unit == Grain::kNone) {
      ShareYear(&before, *mention);
    }
    AlignYears(&before, *mention);
  }
  const ShortTime a{before, last_parts_}, b{*mention, parts};
  TimexText timex;
  CivilRange span;
  const bool range = JoinShortRange(reader_, doc_->date, a, b, &timex);
  if (!range && !(style_ == Style::kMessage &&
                  JoinShortSpan(reader_, a, b, &timex, &span))) {
    return false;
  }
  TimeValue& value = before.value;
  if (!range) {
    value.range = span;
  } else if (JoinsRange(reader_, before, *mention)) {
    JoinRange(&before, mention);
  } else if (!value.resolved()) {
    value.range = mention->value.range;
  }
  const TimeValue& last = mention->value;
  if (last.kind != TimeKind::kDuration) {
    value.kind = last.kind;
    value.grain = last.grain == Grain::kNone ? value.grain : last.grain;
  }
  value.amount.reset();
  value.mod = "";
  value.timex = timex;
  before.tokens.end = mention->tokens.end;
  before.span = doc_->text.SpanOf(before.tokens);
  before.rule = range ? "time.range" : "time.lasting";
  last_parts_.end = parts.end;
  return true;
}

void TimeFinder::FindIn(uint32_t s) {
  const TokenRange sentence = doc_->text.sentences[s].tokens;
  reader_.Enter(sentence);
  TimeStarts starts(reader_);
  uint32_t before_end = kNone;  // of before_; kNone: there is none
  for (uint32_t i = sentence.begin; i < sentence.end;) {
    const bool behind = before_end == i;
    if (!behind) {
      i = starts.SkipIdle(i, sentence.end);
      if (i == sentence.end) break;
    }
    const bool plain =
        doc_->lex.Mask(i) == 0 && doc_->text.tokens[i].kind == TokenKind::kWord;
    const bool may_begin = !plain && starts.IsWorthReading(i);
    if (!behind && !may_begin) {
      ++i;
      continue;
    }
    TimeParts& parts = parts_;
    if (!(behind && ReadSecondDay(reader_, before_, &parts)) &&
        (!may_begin || !ReadTime(reader_, i, &parts) || parts.end <= i)) {
      ++i;
      continue;
    }
    TimeParts earlier;
    if (before_end != kNone) earlier = before_;
    before_ = parts;
    before_end = parts.end;
    if (CountAhead(reader_, style_, &parts)) MergeAll(reader_, &parts);
    if (style_ != Style::kMessage) TakeDayAhead(reader_, &parts);
    if (style_ != Style::kMessage && IsBareHours(parts)) {
      i = parts.end;
      continue;
    }
    if (SharesYear(reader_, earlier, parts) && !doc_->times.empty() &&
        doc_->times.back().tokens.begin == earlier.begin) {
      // Seen only now: "in April and June 1955".
      earlier.year = parts.year;
      const bool stretch = !reader_.IsAny(earlier.end, Id("and"), Id("or"));
      if (stretch && earlier.month > parts.month) --earlier.year;
      doc_->times.pop_back();
      Add(earlier, s);
    }
    if (short_ || !AddBoth(parts, s)) Add(parts, s);
    i = parts.end;
  }
}

}  // namespace

void FindTimes(const Lexicon& /*lexicon*/, DocumentAnalysis* doc) {
  TimeFinder finder(doc);
  for (uint32_t s = 0; s < doc->text.sentences.size(); ++s) finder.FindIn(s);
}

bool IsMessage(const DocumentAnalysis& doc) {
  return IsShortText(doc) && StyleOf(doc, TimeReader(doc.text, doc.lex)) ==
                                 TimeResolver::Style::kMessage;
}

}  // namespace claimcheck
