#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_COMPOSE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_COMPOSE_H_

#include <cstdint>

#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

namespace claimcheck {

// Where time expressions may begin: a cheap test that nearly all tokens fail.
// Remembers how far it looked ahead, so that one pass over a sentence looks at
// each token once or twice.  Of one sentence: the one its reader is in.
class TimeStarts {
 public:
  // `reader` must outlive it.
  explicit TimeStarts(const TimeReader& reader)
      : r_(reader),
        masks_(reader.lex().masks()),
        tokens_(reader.text().tokens.data()) {}

  // Of a token of the reader's sentence.
  bool MayBegin(uint32_t i) {
    return (r_.message() || !IsIdle(i)) && LookAt(i);
  }

  // The same, and no short cut tells that ReadTime() finds nothing there.
  bool IsWorthReading(uint32_t i);

  // The first token from `i` on that is worth a look; `end` when there is none.
  uint32_t SkipIdle(uint32_t i, uint32_t end) const {
    if (r_.message()) return i;
    while (i < end && IsIdle(i)) ++i;
    return i;
  }

 private:
  // Every expression holds a number or one of these.
  static constexpr uint64_t kAnchors =
      Bit(Lex::kMonth) | Bit(Lex::kWeekday) | Bit(Lex::kTimeUnit) |
      Bit(Lex::kPartOfDay) | Bit(Lex::kSeason) | Bit(Lex::kHoliday) |
      Bit(Lex::kTimeDeictic) | Bit(Lex::kTimeRef) | Bit(Lex::kTimeSet);
  // What may stand before it.
  static constexpr uint64_t kOpeners =
      Bit(Lex::kTimeModifier) | Bit(Lex::kTimeDirection) | Bit(Lex::kCardinal) |
      Bit(Lex::kOrdinal) | Bit(Lex::kFraction);

  // What LookAt() finds nothing at, save in a message: nearly all tokens.
  bool IsIdle(uint32_t i) const {
    constexpr uint64_t kStarts = kAnchors | kOpeners;
    return (masks_[i] & kStarts) == 0 &&
           tokens_[i].kind != TokenKind::kNumber && tokens_[i].mark != '\'';
  }
  bool LookAt(uint32_t i);
  bool AnchorCloseBehind(uint32_t i);

  const TimeReader& r_;
  const uint64_t* const masks_;
  const Token* const tokens_;
  // No anchor stands in (from_, next_); one may at next_.
  uint32_t from_ = 0, next_ = 0;
};

// The same for one token.
inline bool MayBeginTime(const TimeReader& reader, uint32_t i) {
  return TimeStarts(reader).MayBegin(i);
}

// The time expression that begins at token `i`: pieces put together ("10 p.m."
// and "Wednesday"), with what modifies them ("early", "about", "ago", "or so").
bool ReadTime(const TimeReader& reader, uint32_t i, TimeParts* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_COMPOSE_H_
