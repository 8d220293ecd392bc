#include "rules/link/copied_difference.h"

#include <algorithm>

#include "claims/lexicon/lexicon.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/figure_kinds.h"
#include "rules/link/figure_scope.h"
#include "rules/link/slot_difference.h"
#include "rules/link/time_atoms.h"
#include "rules/link/time_lengths.h"

namespace claimcheck {
namespace {

bool IsRegion(const DocumentAnalysis& doc, uint32_t name) {
  return doc.lex.Has(doc.names[name].tokens.begin, Lex::kRegion);
}

}  // namespace

bool CopiedDifference::AmountsDiffer(SentenceRef at_a, uint32_t q, SentenceRef at_b,
                                     uint32_t r) const {
  const QuantityValue& a = left_.quantities[q].value;
  const QuantityValue& b = right_.quantities[r].value;
  if (a.unit != b.unit || a.ordinal != b.ordinal ||
      IsRestOfACount(left_, left_.quantities[q]) ||
      IsRestOfACount(right_, right_.quantities[r]) ||
      OfOtherScopes(left_, left_.quantities[q], right_, right_.quantities[r])) {
    return false;
  }
  ToleranceSpec tolerance;
  tolerance.rounding = true;
  const auto relation = RelateQuantities(a, b, tolerance, /*usual=*/false);
  // "More than 320", "more than 230": in one frame they are two numbers all the same.
  const bool hedged_alike = a.hedge != HedgeKind::kNone && a.hedge == b.hedge &&
                            a.counted == b.counted && a.written != b.written;
  if (!hedged_alike && (!relation || *relation != RangeRelation::kDisjoint)) {
    return false;
  }
  const SlotDifference difference(story_, at_a, at_b);
  return !difference.Grew(a, b) && !difference.OtherState() &&
         !difference.OfPollOrQuarters() && !difference.OtherTimes();
}

bool CopiedDifference::LengthsDiffer(uint32_t x, uint32_t y) const {
  const TimeValue& a = left_.times[x].value;
  const TimeValue& b = right_.times[y].value;
  if (a.kind != TimeKind::kDuration || b.kind != TimeKind::kDuration ||
      a.mod != b.mod) {
    return false;
  }
  const auto mine = SecondsOfTimex(a.timex.view());
  const auto theirs = SecondsOfTimex(b.timex.view());
  return mine && theirs && *mine != *theirs;
}

bool CopiedDifference::DatesDiffer(uint32_t x, uint32_t y) const {
  const TimeMention& a = left_.times[x];
  const TimeMention& b = right_.times[y];
  // "Until March 18", "until March 28".
  const bool to_one = !a.value.mod.empty() && a.value.mod == b.value.mod;
  const auto relation = RelateTimes(a.value, b.value);
  if (!to_one && (!a.value.mod.empty() || !b.value.mod.empty() ||
                  (relation && *relation != RangeRelation::kDisjoint))) {
    return false;
  }
  const auto atoms = ReadTimeAtoms(left_, a);
  const auto others = ReadTimeAtoms(right_, b);
  bool differ = false;
  for (const TimeAtom& atom : atoms) {
    for (const TimeAtom& other : others) {
      if (atom.kind != other.kind) continue;
      // Of the moments of one night each has an hour of its own.
      if (atom.loose() || atom.kind == TimeAtom::kSpan ||
          atom.kind == TimeAtom::kClock) {
        return false;
      }
      differ |= AtomsDiffer(atom, other);
    }
  }
  return differ;
}

bool CopiedDifference::PlacesDiffer(uint32_t x, uint32_t y) const {
  const uint32_t mine = left_.names[x].entity, theirs = right_.names[y].entity;
  if (theirs == kNone) return false;
  const Entity& a = left_.entities[mine];
  const Entity& b = right_.entities[theirs];
  const Corpus& corpus = story_.corpus();
  const uint32_t one = corpus.GlobalEntity(pair_.left, mine);
  const uint32_t another = corpus.GlobalEntity(pair_.right, theirs);
  if (one == another || a.is_country != b.is_country ||
      IsRegion(left_, x) != IsRegion(right_, y) ||
      (a.type != NameType::kPlace && b.type != NameType::kPlace) ||
      NamedBeside(right_, pair_.right, y, one) ||
      NamedBeside(left_, pair_.left, x, another) ||
      BeginAlike(left_.names[x].tokens, right_.names[y].tokens)) {
    return false;
  }
  const auto relation = corpus.RelatePlaces(one, another);
  return !relation || *relation == RangeRelation::kDisjoint;
}

bool CopiedDifference::BeginAlike(TokenRange x, TokenRange y) const {
  constexpr uint32_t kWords = 2;
  if (x.size() < kWords || y.size() < kWords) return false;
  for (uint32_t i = 0; i < kWords; ++i) {
    if (left_.text.tokens[x.begin + i].word != right_.text.tokens[y.begin + i].word) {
      return false;
    }
  }
  return true;
}

bool CopiedDifference::NamedBeside(const DocumentAnalysis& doc, uint32_t d,
                                   uint32_t name, uint32_t global) const {
  const uint32_t s = doc.names[name].sentence;
  return std::any_of(
      doc.names.begin(), doc.names.end(), [&](const NameMention& other) {
        return other.sentence + 1 >= s && other.sentence <= s + 1 &&
               other.entity != kNone &&
               story_.corpus().GlobalEntity(d, other.entity) == global;
      });
}

}  // namespace claimcheck
