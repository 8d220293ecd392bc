// Time zones behind a clock time.
#include "claims/extract/times_atoms.h"

namespace claimcheck {

uint32_t ReadZone(const TimeReader& r, uint32_t i, TimeParts* out) {
  uint32_t k = i;
  const bool bracket = r.IsChar(k, '(');
  if (bracket) ++k;
  const LexHit* zone = r.Hit(k, Lex::kTimeZone);
  if (zone == nullptr) return i;
  // "z" only behind figures.
  if (r.Is(k, Id("z")) && !r.Joined(k)) return i;
  uint32_t next = k + zone->tokens;
  // "GMT +8", "UTC+5:30"
  const bool plus = r.IsChar(next, '+');
  if ((plus || (r.IsChar(next, '-') && r.Joined(next))) && r.Joined(next + 1) &&
      zone->entry->value_text == "0") {
    const int hours = r.Digits(next + 1) <= 2 ? r.Figure(next + 1) : -1;
    if (hours >= 0 && hours <= 14) {
      int minutes = hours * 60;
      uint32_t behind = next + 2;
      if (r.JoinedChar(behind, ':') && r.Joined(behind + 1) &&
          r.Digits(behind + 1) == 2) {
        minutes += r.Figure(behind + 1);
        behind += 2;
      }
      out->zone_minutes = static_cast<int16_t>(plus ? minutes : -minutes);
      next = behind;
    }
  }
  if (bracket) {
    if (!r.IsChar(next, ')')) return i;
    ++next;
  }
  out->zone = zone->entry;
  return next;
}

}  // namespace claimcheck
