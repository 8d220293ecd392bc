#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NOT_AMOUNTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NOT_AMOUNTS_H_

#include <cstdint>

#include "claims/extract/amounts.h"
#include "claims/extract/hedges.h"
#include "claims/extract/passage.h"
#include "claims/text/span.h"

namespace claimcheck {

// What was met in the sentence before an amount and may still say something
// about it.
struct WordsBefore {
  HedgeMatch hedge;        // the last one
  TokenRange label;        // "No.", "Route": a number behind it is no amount
  bool label_digits = false;  // and only figures are its number
  TokenRange change;       // "rose"
  bool up = false;
  bool particle = false;   // it is a mere "up" or "down"
  uint32_t between = kNone;  // the last "between"
  uint32_t from = kNone;
  bool bracket = false;      // inside "[ ]"
  bool parenthesis = false;  // inside "( )"
  bool title_case = false;   // capitals tell nothing in this sentence

  bool HedgeEndsAt(uint32_t token) const {
    return !hedge.tokens.empty() && hedge.tokens.end == token;
  }
};

// True when the number at `a` (and `b`, of a range; else null) is the name of
// something, an entry of a list, a score or a year, not an amount: "Route 66",
// "Boeing 737", "COVID-19", "2013-14", "won 3-1", "[12]", "Big Three".
// `counted`: a noun that it would count follows.
bool IsNoAmount(const Passage& p, const Amount& a, const Amount* b,
                bool counted, const WordsBefore& before);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NOT_AMOUNTS_H_
