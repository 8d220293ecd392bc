// Days, weeks, seasons and quarters that are named or placed against another
// time.
#include <algorithm>

#include "absl/strings/numbers.h"
#include "claims/extract/times_atoms.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

TimeParts Point(uint32_t begin, uint32_t end, const char* rule) {
  TimeParts parts;
  parts.shape = TimeShape::kPoint;
  parts.begin = begin;
  parts.end = end;
  parts.rule = rule;
  return parts;
}

Season SeasonOf(absl::string_view id) {
  if (id == "SP") return Season::kSpring;
  if (id == "SU") return Season::kSummer;
  if (id == "FA") return Season::kFall;
  if (id == "WI") return Season::kWinter;
  return Season::kNone;
}

}  // namespace

Grain GrainOfUnit(absl::string_view id) {
  struct Row {
    absl::string_view id;
    Grain grain;
  };
  static constexpr Row kRows[] = {
      {"second", Grain::kSecond},   {"minute", Grain::kMinute},
      {"hour", Grain::kHour},       {"day", Grain::kDay},
      {"night", Grain::kDay},       {"weekend", Grain::kWeekend},
      {"week", Grain::kWeek},       {"fortnight", Grain::kWeek},
      {"month", Grain::kMonth},     {"quarter", Grain::kQuarter},
      {"season", Grain::kSeason},   {"half", Grain::kHalf},
      {"year", Grain::kYear},       {"decade", Grain::kDecade},
      {"century", Grain::kCentury}, {"millennium", Grain::kMillennium}};
  for (const Row& row : kRows) {
    if (row.id == id) return row.grain;
  }
  return Grain::kNone;
}

bool ReadUnit(const TimeReader& r, uint32_t i, UnitWord* out) {
  const LexHit* hit = r.Hit(i, Lex::kTimeUnit);
  if (hit == nullptr) return false;
  const LexEntry& entry = *hit->entry;
  *out = UnitWord();
  out->grain = GrainOfUnit(entry.id);
  if (out->grain == Grain::kNone) return false;
  out->letter = entry.value_text;
  out->factor = entry.factor == Decimal{2, 0} ? 2 : 1;
  out->plural = entry.HasTag("plural");
  out->short_form = entry.HasTag("short");
  out->clock = entry.HasTag("time");
  out->night = entry.id == "night";
  out->fiscal = entry.HasTag("fiscal");
  out->next = i + hit->tokens;
  if (out->short_form && r.JoinedChar(out->next, '.')) ++out->next;
  return true;
}

bool ReadWeekday(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kWeekday);
  if (hit == nullptr) return false;
  int weekday = 0;
  if (!absl::SimpleAtoi(hit->entry->value_text, &weekday)) return false;
  *out = Point(i, i + hit->tokens, "time.weekday");
  out->weekday = static_cast<int8_t>(weekday);
  out->plural = hit->entry->HasTag("plural");
  const bool capital = r.token(i).Is(Token::kCapital);
  if (hit->entry->HasTag("short")) {
    const bool dot = r.JoinedChar(out->end, '.');
    const uint32_t behind = dot ? out->end + 1 : out->end;
    const bool alone = r.end() - r.begin() <= 2;
    // "Sun" shines; "Sun, June 2" is a day.  "wed" is married.
    // "Wed-Fri", "Wed and Fri"
    const bool among = (r.IsChar(behind, '-') ||
                        r.IsAny(behind, Id("and"), Id("or"), Id("to"))) &&
                       r.Has(behind + 1, Lex::kWeekday);
    const bool dated =
        among || r.Has(behind, Lex::kMonth) || r.IsNumber(behind) ||
        (r.IsChar(behind, ',') &&
         (r.Has(behind + 1, Lex::kMonth) || r.IsNumber(behind + 1)));
    const bool asked =
        i > r.begin() && r.IsAny(i - 1, Id("on"), Id("this"), Id("next"),
                                 Id("last"), Id("week"), Id("or"), Id("by"));
    if (hit->entry->HasTag("word")) {
      // "sun, feb 10" of a message
      const bool month =
          r.message() && (r.Has(behind, Lex::kMonth) ||
                          (r.IsChar(behind, ',') &&
                           r.Has(behind + 1, Lex::kMonth)));
      if (!((dated || asked) && capital) && !month && !alone) return false;
    } else if (!capital && !dated && !asked && !alone) {
      return false;
    }
    if (dot && r.Valid(out->end + 1)) out->end = behind;
  }
  return true;
}

bool ReadDeictic(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kTimeDeictic);
  if (hit == nullptr) return false;
  int days = 0;
  *out = Point(i, i + hit->tokens, "time.deictic");
  if (!absl::SimpleAtoi(hit->entry->value_text, &days)) {
    // "by EOM"; "the beginning of Year One" is another thing.
    if ((r.IsCapital(out->end) && !r.Has(out->end, Lex::kWeekday)) ||
        r.IsNumber(out->end)) {
      return false;
    }
    if (!r.message() && (hit->entry->id == "REST" || hit->entry->id == "MID")) {
      return false;
    }
    out->base_unit = GrainOfUnit(hit->entry->value_text);
    out->mod = hit->entry->id;
    return out->base_unit != Grain::kNone;
  }
  out->base_unit = Grain::kDay;
  out->base_count = days;
  if (hit->entry->id == "NI") out->part = PartOfDay::kNight;
  return true;
}

bool ReadSeason(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kSeason);
  if (hit == nullptr) return false;
  *out = Point(i, i + hit->tokens, "time.season");
  out->season = SeasonOf(hit->entry->id);
  out->plural = hit->entry->HasTag("plural");
  out->bare = true;
  return true;
}

bool ReadHoliday(const TimeReader& r, uint32_t i, TimeParts* out) {
  const LexHit* hit = r.Hit(i, Lex::kHoliday);
  if (hit == nullptr) return false;
  const uint32_t behind = i + hit->tokens;
  if (hit->entry->HasTag("word") &&
      !(r.Digits(behind) == 4 ||
        (r.IsCapital(behind - 1) && !r.IsSentenceStart(behind - 1)))) {
    return false;
  }
  *out = Point(i, i + hit->tokens, "time.holiday");
  out->holiday = hit->entry;
  if (r.Is(out->end, Id("day")) && !r.IsAny(out->end - 1, Id("day"))) {
    ++out->end;
  }
  return true;
}

bool ReadQuarter(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  bool fiscal = false;
  if (r.Is(k, Id("fiscal"))) {
    fiscal = true;
    ++k;
    if (r.JoinedChar(k, '-')) ++k;
  }
  uint32_t next = k;
  int n = r.ReadOrdinal(k, &next);
  // "2018Q4" is cut by the tokenizer into 2018, Q and 4; "2019-H1", "Q1-2019".
  if (r.Digits(i) == 4 && r.Figure(i) >= 1900 && r.Figure(i) <= 2100) {
    uint32_t q = i + 1;
    if (r.JoinedChar(q, '-')) ++q;
    if (!r.Joined(q) || !r.IsAny(q, Id("q"), Id("h")) || !r.Joined(q + 1) ||
        r.Digits(q + 1) != 1) {
      return false;
    }
    n = r.Figure(q + 1);
    const bool half = r.Is(q, Id("h"));
    if (n < 1 || n > (half ? 2 : 4)) return false;
    *out = Point(i, q + 2, "time.quarter");
    (half ? out->half : out->quarter) = static_cast<int8_t>(n);
    out->year = r.Figure(i);
    return true;
  }
  if (n == 0 && r.IsAny(k, Id("q"), Id("h")) && r.Joined(k + 1) &&
      r.Digits(k + 1) == 1) {
    n = r.Figure(k + 1);
    const bool half = r.Is(k, Id("h"));
    if (n < 1 || n > (half ? 2 : 4)) return false;
    *out = Point(i, k + 2, "time.quarter");
    (half ? out->half : out->quarter) = static_cast<int8_t>(n);
    out->bare = half;
    if (r.JoinedChar(k + 2, '-') && r.Joined(k + 3) && r.Digits(k + 3) == 4) {
      out->year = r.Figure(k + 3);
      out->end = k + 4;
      out->bare = false;
    }
    return true;
  }
  if (n == 0 && r.IsAny(k, Id("last"), Id("final"))) {
    n = -1;
    next = k + 1;
  }
  if (n == 0) return false;
  if (r.IsChar(next, '-')) ++next;
  if (r.Is(next, Id("fiscal"))) {
    fiscal = true;
    ++next;
    if (r.JoinedChar(next, '-')) ++next;
  }
  if (r.IsAny(next, Id("quarter"), Id("qtr"))) {
    const bool calendar = n >= 1 && n <= 4;
    const bool final = n == -1 && r.Is(k, Id("final"));
    if (!calendar && !final) return false;
    *out = Point(i, next + 1, "time.quarter");
    out->quarter = static_cast<int8_t>(final ? 4 : n);
    out->fiscal = fiscal;
    return true;
  }
  if (r.Is(next, Id("half")) && r.IsAny(next + 1, Id("of"), Id("this"))) {
    // "the first half of the game" is settled by what it is merged with.
    if (n != 1 && n != 2 && n != -1) return false;
    *out = Point(i, next + 1, "time.half");
    out->half = static_cast<int8_t>(n == 1 ? 1 : 2);
    out->bare = true;
    return true;
  }
  return false;
}

bool ReadWeekNumber(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!r.Is(i, Id("week")) || r.Digits(i + 1) == 0 || r.Digits(i + 1) > 2) {
    return false;
  }
  const int week = r.Figure(i + 1);
  if (week < 1 || week > 53 || r.Joined(i + 2)) return false;
  *out = Point(i, i + 2, "time.week");
  out->week = static_cast<int8_t>(week);
  out->bare = true;  // of a season or a course as often as of the year
  return true;
}

bool ReadNth(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  int n = 0;
  uint32_t next = k;
  if (r.IsAny(k, Id("last"), Id("final"))) {
    n = -1;
    next = k + 1;
  } else {
    n = r.ReadOrdinal(k, &next);
    if (n < 1 || n > 31) return false;
    // "the second last week"
    if (r.Is(next, Id("last"))) {
      n = -n;
      ++next;
    }
  }
  UnitWord unit;
  Grain grain = Grain::kNone;
  int8_t weekday = kNo;
  int32_t count = 1;
  CountWords several;
  if (r.message() && (n == 1 || n == -1) && r.ReadCount(next, &several) &&
      !several.article && !several.vague && !several.range &&
      WholeOf(several.value) > 1 && WholeOf(several.value) < 1000 &&
      ReadUnit(r, several.next, &unit) && unit.plural && !unit.clock) {
    count = WholeOf(several.value);  // "the last three weeks of"
  }
  const LexHit* day = r.Hit(next, Lex::kWeekday);
  if (day != nullptr && !day->entry->HasTag("plural")) {
    int value = 0;
    if (!absl::SimpleAtoi(day->entry->value_text, &value)) return false;
    weekday = static_cast<int8_t>(value);
    grain = Grain::kDay;
    next += day->tokens;
  } else if (count > 1) {
    grain = unit.grain;
    next = unit.next;
  } else if (ReadUnit(r, next, &unit) && !unit.plural && !unit.clock) {
    grain = unit.grain;
    next = unit.next;
  } else {
    return false;
  }
  // What it is counted in must follow.
  if (!r.IsAny(next, Id("of"), Id("in"))) return false;
  uint32_t stretch = next + 1;
  // "charged last month in a suit"
  if (r.IsAny(stretch, Id("a"), Id("an"))) return false;
  if (r.Is(stretch, Id("the"))) ++stretch;
  // "killed last year in the October shooting"
  if (grain >= Grain::kMonth && r.Has(stretch, Lex::kMonth)) return false;
  constexpr uint64_t kStretches = Bit(Lex::kMonth) | Bit(Lex::kTimeUnit) |
                                  Bit(Lex::kSeason) | Bit(Lex::kTimeDirection) |
                                  Bit(Lex::kOrdinal);
  if ((r.Mask(stretch) & kStretches) == 0 && !r.IsNumber(stretch)) return false;
  *out = Point(i, next, "time.nth");
  out->nth = static_cast<int8_t>(std::max(n, -31));
  out->nth_unit = grain;
  out->nth_count = static_cast<int16_t>(count);
  out->weekday = weekday;
  out->bare = true;
  return true;
}

}  // namespace claimcheck
