#ifndef CLAIMCHECK_CLAIMS_EXTRACT_AMOUNTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_AMOUNTS_H_

#include <cstdint>
#include <optional>

#include "claims/extract/numerals.h"
#include "claims/extract/units.h"
#include "claims/extract/word_filter.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// A number with its sign, currency or unit: "-$50.8bn", "5 feet 2 inches".
struct Amount {
  uint32_t begin = 0;  // with sign and currency
  uint32_t end = 0;    // with unit and rate
  Numeral number;      // negated when a minus is written
  bool negative = false;
  bool plus = false;  // "+0.2%"
  UnitMatch before;   // a currency before the number
  UnitMatch unit;     // that currency, or what stands behind the number
  std::optional<Decimal> uncertainty;  // "± 14"

  bool measured() const { return unit.entry != nullptr; }
};

// An amount begins with a word of one of these classes, with one of these words,
// or with figures or a mark.
inline constexpr uint64_t kAmountClasses =
    Bit(Lex::kCardinal) | Bit(Lex::kOrdinal) | Bit(Lex::kScale) |
    Bit(Lex::kFraction) | Bit(Lex::kVagueNumber) | Bit(Lex::kMultiple) |
    Bit(Lex::kCurrency);
inline constexpr WordFilter kAmountWords({W("minus"), W("negative"),
                                          W("point")});

// True for a token with which an amount may begin; an article before it is not
// asked for.
bool MayBeginAmount(const Passage& p, uint32_t token);

// Reads the amount that begins at `token`.  When refused, `end` is where to go
// on.
Reading ReadAmount(const Passage& p, uint32_t token,
                   const NumeralOptions& options, Amount* out);

// "A kilogram" as one kilogram, where the sentence says what a unit is or the
// text has nothing else.
bool ReadOneUnit(const Passage& p, uint32_t token, Amount* out);

// "± 14 K" behind `a`: how far it may be off.
void TakeUncertainty(const Passage& p, Amount* a);

// "5'11\"", "six foot three", "11 stone 4": the smaller unit that only its place
// tells, made one amount of `small` with the bigger one before it.  `small` is
// the inch for feet, the pound for stone.
bool TakeUnnamedSmall(const Passage& p, const LexEntry& small, Amount* a);

// "a 12\" screen": gives `a` the inch, where no quotation is open that the mark
// could close.
bool TakeInchMark(const Passage& p, const LexEntry& inch, Amount* a);

// Gives `a` the unit of the amounts behind it: "45 and 50 mg", "10, 20 or 30
// percent", "two- and four-litre".
void TakeUnitOfNext(const Passage& p, Amount* a);

// Gives `a` the unit of the whole: "280 million of the 1.5 billion euros".
void TakeUnitOfWhole(const Passage& p, Amount* a);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_AMOUNTS_H_
