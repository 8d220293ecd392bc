#include "claims/extract/ranges.h"

#include <cstdint>

#include "absl/status/statusor.h"
#include "claims/extract/hedges.h"

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = W("and"), kTo = W("to"), kThrough = W("through"),
                   kOr = W("or"), kEven = W("even"), kHundred = W("hundred");

}  // namespace

bool ReadSecond(const Passage& p, const Amount& a, const WordsBefore& before,
                Amount* b) {
  uint32_t t = a.end;
  bool alternative = false;
  if (p.IsChar(t, '-') && p.IsWord(p.SkipHyphen(t), kTo)) {
    t = p.SkipHyphen(p.SkipHyphen(t) + 1);  // "36-to-40-percent"
  } else if (p.IsChar(t, '-')) {
    // "3-5", "3 - 5", "200,000 to -260,000"; but "45 -they said".
    if (!p.Joined(t) && p.Joined(t + 1) && !p.IsDigits(t + 1)) return false;
    ++t;
  } else if (p.IsWord(t, kTo) || p.IsWord(t, kThrough)) {
    t = p.SkipHyphen(t + 1);
    if (p.IsChar(t, '-') && p.Joined(t)) ++t;
  } else if (p.IsWord(t, kAnd) && before.IsNear(before.between, a.begin)) {
    ++t;
  } else if (p.IsWord(t, kOr)) {
    alternative = true;
    ++t;
    if (p.IsWord(t, kEven)) ++t;
  } else {
    return false;
  }
  HedgeMatch inner;
  if (ReadHedgeBefore(p, t, &inner)) t = inner.tokens.end;
  if (!MayBeginAmount(p, t) && !p.IsArticle(t)) return false;
  NumeralOptions options;
  options.money = a.before.entry != nullptr && p.IsChar(a.end, '-');  // "£3-4m"
  if (ReadAmount(p, t, options, b) != Reading::kNumber) return false;
  if (a.number.ordinal || b->number.ordinal ||
      a.number.form == Numeral::kVague || b->number.form == Numeral::kVague) {
    return false;
  }
  // One unit for both, or none on the first.
  if (a.measured() && b->measured() && a.unit.entry->id != b->unit.entry->id) {
    return false;
  }
  if (a.measured() && !b->measured() && a.before.entry == nullptr) {
    return p.IsWord(a.end, kTo);
  }
  return !alternative || (!a.measured() && !a.number.point &&
                          a.number.scale == b->number.scale);
}

bool IsRange(const Passage& p, ChangeKind change, const Amount& a,
             const Amount& b) {
  const bool to = p.IsWord(a.end, kTo);
  if (a.measured() && !b.measured() && a.before.entry == nullptr) return false;
  const bool rises = a.number.value < b.number.value;
  if (to && change == ChangeKind::kFrom) return false;  // "fell from 5 to 3"
  if (to && (change == ChangeKind::kByUp || change == ChangeKind::kByDown)) {
    // "up 5 points to 100", but "by 1 to 2 points"
    return rises && !a.measured() && b.measured();
  }
  // "a drop of 1.3 A to 0.9 A": both with their unit, so no vote or score.
  const bool both = a.measured() && b.measured() && !a.unit.money();
  return rises || (to && both && change == ChangeKind::kNone &&
                   b.number.value < a.number.value);
}

void ShareHundred(const Passage& p, const Numeral& of, Numeral* n) {
  if (n->form != Numeral::kWords || of.form != Numeral::kWords || n->scaled ||
      of.scaled || !p.IsWord(of.tokens.end - 1, kHundred)) {
    return;
  }
  absl::StatusOr<Decimal> shared = Multiply(n->value, Decimal{1, 2});
  if (!shared.ok() || !(*shared < of.value)) return;
  n->value = *shared;
  n->last_digit += 2;
}

void ShareScale(const Numeral& of, Numeral* n) {
  if (n->scaled || !of.scaled || n->form == Numeral::kFraction || n->grouped ||
      !(n->value < of.unscaled)) {
    return;
  }
  absl::StatusOr<Decimal> shared = Multiply(n->value, of.scale);
  if (!shared.ok()) return;
  n->value = *shared;
  n->last_digit += of.scale.exponent;
  n->scaled = true;
}

}  // namespace claimcheck
