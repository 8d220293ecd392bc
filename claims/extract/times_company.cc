#include "claims/extract/times_atoms.h"
#include "claims/extract/times_pieces.h"

namespace claimcheck {
namespace {

constexpr int kNo = TimeParts::kUnwritten;

bool IsSymbolModifier(const TimeReader& r, uint32_t i, const LexHit& mod) {
  return mod.entry->id == "APPROX" && r.Is(i, Id("some"));
}

// "This Week", "60 Minutes", "Radio Today": the capital makes a title of a word
// that has none, in a sentence that is none.
bool IsTitle(const TimeReader& r, const TimeParts& p) {
  constexpr uint64_t kSmall = Bit(Lex::kTimeUnit) | Bit(Lex::kTimeDeictic);
  const uint32_t last = p.end - 1;
  if (p.end <= p.begin || p.begin <= r.begin() || p.holiday != nullptr ||
      p.weekday != kNo || !r.IsCapital(last) ||
      r.token(last).Is(Token::kAllCaps) || (r.Mask(last) & kSmall) == 0) {
    return false;
  }
  // In a headline all words have capitals.
  if (r.IsCapital(p.end)) return false;
  if (p.end == p.begin + 1) return r.IsCapital(p.begin - 1);
  return p.end == p.begin + 2 &&
         (p.shape == TimeShape::kPoint ? r.IsCapital(p.begin)
                                       : p.unit <= Grain::kHour) &&
         !r.IsSentenceStart(p.begin);
}

}  // namespace

bool HasCompany(const TimeReader& r, const TimeParts& p) {
  if (IsTitle(r, p)) return false;
  if (!p.bare) return true;
  const bool preposition = AfterTimePreposition(r, p.begin) ||
                           (p.begin > r.begin() &&
                            r.IsAny(p.begin - 1, Id("for"), Id("on"), Id("at"),
                                    Id("all"), Id("to"), Id("and")));
  if (p.shape == TimeShape::kReference) {
    // "current", "recent", "future" before a noun; not "the most recent", and
    // not a title's "Current Edition".
    if (p.begin > r.begin() &&
        r.IsAny(p.begin - 1, Id("most"), Id("more"), Id("less"))) {
      return false;
    }
    return r.IsWord(p.end) && !r.Has(p.end, Lex::kPreposition) &&
           !(r.IsCapital(p.begin) && r.IsCapital(p.end));
  }
  if (p.shape == TimeShape::kAmount) return true;
  if (p.season != Season::kNone) {
    if (p.definite) return !r.Is(p.end, Id("of"));
    return AfterTimePreposition(r, p.begin) && !r.Is(p.begin - 1, Id("of"));
  }
  if (p.week != kNo) return r.message();
  if (p.part != PartOfDay::kNone && !p.has_clock()) {
    if (r.message() && p.begin > r.begin() &&
        (r.IsNumber(p.begin - 1) ||
         r.IsAny(p.begin - 1, Id("one"), Id("two"), Id("any"), Id("some")))) {
      return true;
    }
    // "the night" is any dark one, "the night of 3 May" has its date.
    if (p.definite) return p.part != PartOfDay::kNight;
    return preposition && !r.Is(p.begin - 1, Id("of")) && !p.plural;
  }
  if (p.day != kNo && p.definite) {
    return p.begin == r.begin() ||
           r.IsAny(p.begin - 1, Id("on"), Id("by"), Id("until"), Id("from"),
                   Id("to"), Id("since"), Id("before"), Id("after"), Id("and"),
                   Id("between"), Id("around"));
  }
  if (p.base_unit != Grain::kNone && p.direction == Direction::kSame) {
    // "the year": not "the year of the dragon", "the week that was".
    // "carried the day"
    if (p.base_unit == Grain::kDay && p.begin > r.begin() &&
        r.IsAny(p.begin - 1, Id("carry"), Id("carried"), Id("carries"),
                Id("won"), Id("win"), Id("wins"), Id("save"), Id("saved"))) {
      return false;
    }
    // "The day it was founded", "the year his father died".
    return !r.IsAny(p.end, Id("of"), Id("that"), Id("when"), Id("in"),
                    Id("after"), Id("before")) &&
           !r.Has(p.end, Lex::kPronoun) && !r.Has(p.end, Lex::kDeterminer);
  }
  return false;
}

bool ModifierFits(const TimeReader& r, uint32_t at, const LexHit& mod,
                  const TimeParts& p) {
  const bool amount = p.shape == TimeShape::kAmount || p.counted;
  if (mod.entry->HasTag("amount")) {
    if (!amount) return false;
    // "over the past 70 years", "evolved over three years": all through them.
    if (r.Is(at, Id("over")) && mod.tokens == 1) {
      return p.direction == Direction::kNone && !p.vague_count &&
             p.amount.has_value() &&
             (at == r.begin() ||
              r.IsAny(at - 1, Id("for"), Id("in"), Id("of"), Id("took"),
                      Id("lasted"), Id("after"), Id("just"), Id("a")) ||
              r.IsAny(at - 1, Id("within"), Id("only"), Id("by"), Id("than"),
                      Id("is"), Id("was"), Id("to"), Id("lasting")));
    }
    return !p.vague_count || p.amount.has_value();
  }
  if (mod.entry->HasTag("point")) {
    if (p.shape != TimeShape::kPoint || p.counted) return false;
    // "the second half of the 1990s"; that of a year is a stretch of its own.
    if (mod.entry->HasTag("decade") &&
        ((p.decade == kNo && p.century == kNo) || p.has_year())) {
      return false;
    }
    // "early" and "late" go with days and what is longer; "later" too.
    return !p.has_clock() || p.minute == kNo;
  }
  if (IsSymbolModifier(r, at, mod)) return amount && !p.vague_count;
  // "about", "around": with what a clock or a calendar has numbers for.
  if (amount) return !p.vague_count;
  return p.shape == TimeShape::kPoint &&
         (p.has_clock() || p.day != kNo || p.year != kNo || p.decade != kNo ||
          p.month != kNo || p.holiday != nullptr ||
          p.base_unit != Grain::kNone);
}

}  // namespace claimcheck
