#include "claims/extract/times_compose.h"

#include <algorithm>

#include "claims/extract/times_atoms.h"
#include "claims/extract/times_pieces.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;
// "a little more than the first twenty-two weeks"
constexpr uint32_t kOpenerReach = 8;

// "or later", "and beyond", "or so", "or earlier" behind a point.
bool ReadTail(const TimeReader& r, TimeParts* out) {
  const uint32_t k = out->end;
  if (!r.IsAny(k, Id("or"), Id("and"))) return false;
  if (r.Is(k + 1, Id("so")) && r.Is(k, Id("or"))) {
    out->mod = "APPROX";
  } else if (r.IsAny(k + 1, Id("later"), Id("beyond"), Id("after"),
                     Id("onwards"), Id("onward"))) {
    // "in 1984 and later served": an adverb of what follows.
    if (r.IsWord(k + 2) && (r.Is(k + 1, Id("after")) ||
                            (r.Is(k, Id("and")) && r.Is(k + 1, Id("later"))))) {
      return false;
    }
    out->mod = "ON_OR_AFTER";
  } else if (r.IsAny(k + 1, Id("earlier"), Id("before"))) {
    if (r.Is(k + 1, Id("before")) && r.Valid(k + 2) && !r.IsChar(k + 2, '.')) {
      return false;
    }
    out->mod = "ON_OR_BEFORE";
  } else {
    return false;
  }
  out->end = k + 2;
  return true;
}

// Everything but the modifier in front.
bool ReadUnmodified(const TimeReader& r, uint32_t i, TimeParts* out) {
  if (!ReadPieceWithThe(r, i, out)) return false;
  if (out->shape == TimeShape::kAmount) {
    if (ReadSuffix(r, out)) {
      MergeAll(r, out);
    } else {
      ReadShift(r, out);
    }
    return true;
  }
  if (out->shape == TimeShape::kSet) {
    // "every Tuesday morning", "each Monday at 4 pm"
    TimeParts next;
    const Joint joint = ReadJoint(r, out->end);
    if ((out->part == PartOfDay::kNone || joint.kind == Joint::kAt) &&
        out->season == Season::kNone &&
        (joint.kind == Joint::kNone || joint.kind == Joint::kAt) &&
        (ReadClock(r, joint.next, &next) ||
         ReadPartOfDay(r, joint.next, &next) ||
         (joint.kind == Joint::kAt && r.message() &&
          ReadBareHour(r, joint.next, &next)))) {
      if (next.has_clock() || joint.kind == Joint::kNone) {
        out->part = next.part;
        out->hour = next.hour;
        out->minute = next.minute;
        out->half_day_known = next.half_day_known;
        out->end = next.end;
      }
    }
    return true;
  }
  if (out->shape == TimeShape::kReference) return true;
  // "Tuesdays", "Tuesday nights": a time that comes again.
  if (out->weekday != kNo && !out->has_clock()) {
    TimeParts part;
    if (ReadPartOfDay(r, out->end, &part) && part.plural) {
      out->part = part.part;
      out->end = part.end;
      out->plural = true;
    }
  }
  // "in the mornings" of a message
  if (out->plural && r.message() && out->weekday == kNo &&
      out->part != PartOfDay::kNone && out->definite) {
    out->plural = false;
  }
  if (out->plural) {
    if (out->weekday == kNo) return false;
    out->shape = TimeShape::kSet;
    out->rule = "time.set.weekdays";
    TimeParts part;
    if (out->part == PartOfDay::kNone &&
        (ReadPartOfDay(r, out->end, &part) ||
         (r.Is(out->end, Id("at")) && ReadClock(r, out->end + 1, &part)))) {
      out->part = part.part;
      out->hour = part.hour;
      out->minute = part.minute;
      out->half_day_known = part.half_day_known;
      out->end = part.end;
    }
    return true;
  }
  MergeAll(r, out);
  if (ReadTail(r, out)) MergeAll(r, out);
  TimeParts set;
  if (out->has_clock() && !out->has_day() && ReadSet(r, out->end, &set) &&
      (set.reference == "P1D" ||
       (set.unit == Grain::kDay && set.amount == Decimal{1, 0}))) {
    out->shape = TimeShape::kSet;  // "6 am every day"
    out->end = set.end;
    return true;
  }
  // "the third-quarter loss", "the late-November trip"
  if (r.Is(out->begin, Id("the")) && out->end == out->begin + 4 &&
      r.JoinedChar(out->begin + 2, '-') && r.Joined(out->begin + 3) &&
      r.IsWord(out->end)) {
    ++out->begin;
    out->definite = false;
    return true;
  }
  // "the 2019 election", "the June 18 meeting": the date alone is the time.
  const bool date = (out->has_year() && out->end == out->begin + 2) ||
                    (out->month != kNo && r.Has(out->begin + 1, Lex::kMonth)) ||
                    (out->has_clock() && r.IsNumber(out->begin + 1));
  // "the Tuesday deadline" too; "the Tuesday night" is a time of its own.
  const bool weekday = out->weekday != kNo && out->day == kNo &&
                       out->nth == 0 && out->end == out->begin + 2;
  if (out->definite && (date || weekday) && out->direction == Direction::kNone &&
      r.Is(out->begin, Id("the"))) {
    ++out->begin;
    out->definite = false;
  }
  return true;
}

}  // namespace

bool TimeStarts::AnchorCloseBehind(uint32_t i) {
  if (i < from_ || next_ <= i) {
    from_ = i;
    next_ = i + 1;
    while (next_ < r_.end() && (r_.lex().Mask(next_) & kAnchors) == 0 &&
           r_.token(next_).kind != TokenKind::kNumber) {
      ++next_;
    }
  }
  return next_ < std::min(i + kOpenerReach, r_.end());
}

bool TimeStarts::LookAt(uint32_t i) {
  const TimeReader& r = r_;
  if (r.message() && r.Is(i + 1, Id("seasons"))) return true;
  const uint64_t mask = r.Mask(i);
  if (mask == 0) {
    return r.token(i).kind == TokenKind::kNumber ||
           (r.token(i).mark == '\'' && r.IsNumber(i + 1));
  }
  if ((mask & kAnchors) != 0 || r.IsNumber(i)) return true;
  if ((mask & kOpeners) == 0) return false;
  // Openers are as common as "the", "on" and "that"; few of them have a time
  // close behind.
  if (AnchorCloseBehind(i)) return true;
  // Without a word of time: "nineteen ninety-six", "at three twenty", "half
  // past seven", "it was ten to three", "just after five", "the latest period".
  return ((mask & Bit(Lex::kCardinal)) != 0 &&
          (r.Has(i + 1, Lex::kCardinal) || r.Has(i + 1, Lex::kScale) ||
           (r.IsAny(i + 1, Id("past"), Id("to")) &&
            r.Has(i + 2, Lex::kCardinal)) ||
           (i > r.begin() && r.IsAny(i - 1, Id("after"), Id("before"))) ||
           (r.JoinedChar(i + 1, '-') && r.IsAny(i + 3, Id("past"), Id("to"))) ||
           r.Is(i + 1, Id("o'clock")))) ||
         (r.Is(i, Id("half")) &&
          (r.Is(i + 1, Id("past")) ||
           (r.message() && r.Has(i + 1, Lex::kCardinal)))) ||
         (r.message() && r.Is(i, Id("the")) && r.Has(i + 1, Lex::kOrdinal)) ||
         (r.Is(i, Id("the")) && r.Is(i + 2, Id("period")));
}

bool TimeStarts::IsWorthReading(uint32_t i) {
  if (!r_.message()) {
    if (IsIdle(i)) return false;
    if (tokens_[i].kind == TokenKind::kNumber) return !IsPlainFigure(r_, i);
    if (IsPlainOpener(r_, i)) return false;
  }
  return LookAt(i);
}

bool ReadTime(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  const LexHit* mod = nullptr;
  uint32_t mod_at = k;
  if (r.Is(k, Id("the"))) {
    // "the early 1980s"; but "the end of" is one phrase with its article.
    const LexHit* inside = r.Hit(k + 1, Lex::kTimeModifier);
    if (inside != nullptr && inside->entry->HasTag("point") &&
        inside->tokens == 1 && r.Hit(k, Lex::kTimeModifier) == nullptr) {
      mod = inside;
      mod_at = k + 1;
    }
  }
  if (mod == nullptr) {
    mod = r.Hit(k, Lex::kTimeModifier);
    mod_at = k;
  }
  // "mid-autumn festival" is the name of a day, "mid night" one of the clock.
  for (const Lex named : {Lex::kHoliday, Lex::kPartOfDay}) {
    const LexHit* hit = r.Hit(i, named);
    if (mod != nullptr && hit != nullptr && hit->tokens > mod->tokens) {
      mod = nullptr;
    }
  }
  // "the rest of the year" is the year to all but a message.
  if (mod != nullptr && mod->entry->id == "REST" && !r.message()) mod = nullptr;
  if (mod != nullptr && mod->entry->id != "COUNT") {
    uint32_t core = mod_at + mod->tokens;
    if (r.JoinedChar(core, '-')) ++core;
    TimeParts parts;
    if (ReadUnmodified(r, core, &parts) &&
        ModifierFits(r, mod_at, *mod, parts) &&
        (HasCompany(r, parts) || mod->entry->HasTag("point"))) {
      *out = parts;
      out->begin = i;
      out->bare = false;
      if (out->mod.empty() || mod->entry->HasTag("amount")) {
        out->mod = mod->entry->id;
        out->compared_mod =
            mod->entry->HasTag("earlier") || mod->entry->HasTag("later");
      }
      return true;
    }
  }
  if (!ReadUnmodified(r, i, out)) return false;
  return HasCompany(r, *out);
}

}  // namespace claimcheck
