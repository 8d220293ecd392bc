#ifndef CLAIMCHECK_CLAIMS_VALUE_TRUTH_H_
#define CLAIMCHECK_CLAIMS_VALUE_TRUTH_H_

#include <cstdint>

namespace claimcheck {

// Kleene's strong three-valued logic: what is not known is neither true nor
// false, and a rule fires on kYes only.
enum class Truth : uint8_t { kNo = 1, kYes = 2, kUnknown = 3 };

constexpr Truth Not(Truth a) {
  return a == Truth::kYes ? Truth::kNo
         : a == Truth::kNo ? Truth::kYes
                           : Truth::kUnknown;
}
constexpr Truth And(Truth a, Truth b) {
  if (a == Truth::kNo || b == Truth::kNo) return Truth::kNo;
  return a == Truth::kYes ? b : Truth::kUnknown;
}
constexpr Truth Or(Truth a, Truth b) { return Not(And(Not(a), Not(b))); }
constexpr Truth FromBool(bool b) { return b ? Truth::kYes : Truth::kNo; }

// How one range of values lies to another.
enum class RangeRelation : uint8_t {
  kEqual = 1,
  kInside = 2,    // left within right
  kAround = 3,    // right within left
  kOverlaps = 4,  // they share a part, neither holds the other
  kDisjoint = 5,
};

// The relation seen from the other side.
constexpr RangeRelation Mirror(RangeRelation r) {
  return r == RangeRelation::kInside   ? RangeRelation::kAround
         : r == RangeRelation::kAround ? RangeRelation::kInside
                                       : r;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_TRUTH_H_
