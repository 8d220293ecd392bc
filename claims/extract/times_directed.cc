// "last week", "this coming Sunday", "the next morning", "year-end".
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

struct DirectionWord {
  Direction direction = Direction::kNone;
  bool context = false;
  bool near = false;
  uint32_t next = 0;
};

bool ReadDirection(const TimeReader& r, uint32_t i, DirectionWord* out) {
  const LexHit* hit = r.Hit(i, Lex::kTimeDirection);
  if (hit == nullptr) return false;
  const absl::string_view id = hit->entry->id;
  if (id == "LAST") {
    out->direction = Direction::kLast;
  } else if (id == "THIS") {
    out->direction = Direction::kThis;
  } else if (id == "NEXT") {
    out->direction = Direction::kNext;
  } else if (id == "SAME") {
    out->direction = Direction::kSame;
  } else {
    return false;
  }
  out->context = hit->entry->HasTag("context");
  out->near = hit->entry->HasTag("near");
  out->next = i + hit->tokens;
  return true;
}

int CountOf(Direction direction) {
  return direction == Direction::kLast   ? -1
         : direction == Direction::kNext ? 1
                                         : 0;
}

}  // namespace

bool ReadDirected(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  const bool the = r.Is(k, Id("the"));
  if (the) ++k;
  // "a year-ago period", "the year-earlier quarter"
  if (r.Is(k, Id("year")) && r.IsChar(k + 1, '-') &&
      r.IsAny(k + 2, Id("ago"), Id("earlier"))) {
    // "the year-ago quarter", "the year-earlier nine months", "year-ago
    // results": the article belongs to the quarter.
    *out = Point(i, k + 3, "time.year-ago");
    out->base_unit = Grain::kYear;
    out->base_count = -1;
    out->counted = true;
    out->definite = the;
    if (r.IsAny(k + 3, Id("quarter"), Id("period"))) {
      out->end = k + 4;
      out->same_quarter = r.Is(k + 3, Id("quarter"));
    } else if (TimeParts quarter; ReadQuarter(r, k + 3, &quarter)) {
      out->end = quarter.end;
      out->quarter = quarter.quarter;
      out->half = quarter.half;
    } else if (the) {
      ++out->begin;
    }
    return true;
  }
  // "the latest period": the one reported on.
  if (the && r.Is(k, Id("latest")) && r.Is(k + 1, Id("period"))) {
    *out = Point(i, k + 2, "time.the-unit");
    out->base_unit = Grain::kQuarter;
    out->base_from = CountFrom::kContext;
    out->direction = Direction::kSame;
    return true;
  }
  // "year-end", "by year's end"
  if (!the && r.Is(k, Id("year")) &&
      ((r.IsChar(k + 1, '-') && r.Is(k + 2, Id("end"))) ||
       r.Is(k + 1, Id("end")) ||
       (r.Is(k + 1, Id("'s")) && r.Is(k + 2, Id("end"))))) {
    *out = Point(i, r.Is(k + 1, Id("end")) ? k + 2 : k + 3, "time.year-end");
    if (r.IsWord(out->end) && !r.Has(out->end, Lex::kPreposition) &&
        !r.Has(out->end, Lex::kConjunction) &&
        !r.Has(out->end, Lex::kPronoun)) {
      return false;  // "the year-end party"
    }
    out->base_unit = Grain::kYear;
    out->mod = "END";
    return true;
  }
  DirectionWord word;
  if (!ReadDirection(r, k, &word)) return false;
  // "this coming Sunday", "this past spring", "the very next day"
  DirectionWord more;
  if (word.direction == Direction::kThis &&
      ReadDirection(r, word.next, &more) &&
      more.direction != Direction::kSame) {
    word = more;
  }
  k = word.next;
  CountFrom from = word.context ? CountFrom::kContext : CountFrom::kPublication;
  const int count = CountOf(word.direction);
  UnitWord unit;
  bool fiscal = false;
  uint32_t u = k;
  if (r.IsAny(u, Id("full"), Id("entire"), Id("whole"), Id("single"),
              Id("working"))) {
    ++u;
  }
  if (r.message() && i == r.begin() && r.IsAny(u, Id("season"), Id("seasons")) &&
      u + 1 == r.end()) {
    // A message of these words alone means those of the year.
    *out = Point(i, u + 1, "time.directed-unit");
    out->base_unit = Grain::kSeason;
    out->base_count = count;
    return true;
  }
  if (ReadUnit(r, u, &unit)) {
    fiscal = unit.fiscal;
    if (r.message() && unit.clock && !unit.plural && !unit.short_form &&
        (count != 0)) {
      *out = Point(i, unit.next, "time.directed-unit");
      out->shape = TimeShape::kAmount;
      out->amount = Decimal{1, 0};
      out->unit = unit.grain;
      out->letter = unit.letter;
      out->direction = word.direction;
      return true;
    }
    if (unit.plural || unit.clock) return false;
    if (unit.grain == Grain::kSeason) return false;
    *out = Point(i, unit.next, "time.directed-unit");
    out->fiscal = fiscal;
    out->base_unit = unit.grain;
    out->base_count = count * unit.factor;
    out->fortnight = r.message() && unit.factor == 2;
    if (unit.night) out->part = PartOfDay::kNight;
    // "the next day" is counted from the day spoken of, "next week" from now;
    // "the last day" is another thing.
    if (the && unit.grain == Grain::kDay && !unit.night) {
      if (word.direction == Direction::kLast && !word.context) return false;
      from = CountFrom::kContext;
    }
    if (the && word.direction == Direction::kNext &&
        (unit.grain == Grain::kDay || unit.grain == Grain::kWeek)) {
      from = CountFrom::kContext;
    }
    if (!the && unit.grain == Grain::kDay && !unit.night &&
        word.direction == Direction::kLast && !word.context) {
      return false;
    }
    // "this day", "this minute"
    if (unit.grain == Grain::kDay && word.direction == Direction::kThis &&
        !unit.night) {
      from = CountFrom::kContext;
    }
    out->base_from = from;
    out->direction = word.direction;
    out->definite = the;
    return true;
  }
  TimeParts named;
  if (ReadPartOfDay(r, k, &named) && !named.plural) {
    // "this morning", "that afternoon", "the next morning"
    *out = named;
    out->base_unit = Grain::kDay;
    out->base_count = count;
    if (the && word.direction == Direction::kNext) from = CountFrom::kContext;
    if (word.direction == Direction::kLast &&
        named.part == PartOfDay::kMorning && !word.context) {
      return false;  // "the last morning"
    }
    out->base_from = from;
    out->rule = "time.directed-part";
  } else if (ReadWeekday(r, k, &named) && !named.plural) {
    *out = named;
    out->direction = word.direction;
    out->rule = "time.directed-weekday";
  } else if (ReadSeason(r, k, &named) && !named.plural) {
    *out = named;
    out->direction = word.direction;
    out->rule = "time.directed-season";
  } else if (r.Has(k, Lex::kMonth) && ReadMonthDate(r, k, &named) &&
             !named.has_year() && named.last_month == kNo) {
    *out = named;
    out->direction = word.direction;
    out->rule = "time.directed-month";
  } else if (ReadHoliday(r, k, &named)) {
    *out = named;
    out->direction = word.direction;
    out->rule = "time.directed-holiday";
  } else {
    return false;
  }
  out->direction_from_context = word.context;
  out->direction_near = word.near;
  out->begin = i;
  out->definite = the;
  out->bare = false;
  return true;
}

}  // namespace claimcheck
