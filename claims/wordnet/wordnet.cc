#include "claims/wordnet/wordnet.h"

#include <algorithm>

#include "claims/wordnet/wordnet_table.h"

namespace claimcheck {
namespace {

bool Holds(absl::Span<const uint32_t> sorted, uint32_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

// Sets of meanings as bits: those without a bit in common share none.
uint64_t BitOf(uint32_t sense) { return uint64_t{1} << (sense & 63); }
uint64_t BitsOf(absl::Span<const uint32_t> senses) {
  uint64_t bits = 0;
  for (const uint32_t sense : senses) bits |= BitOf(sense);
  return bits;
}

bool Intersect(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b) {
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) return true;
    if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return false;
}

}  // namespace

bool WordNet::Open(absl::Span<const uint32_t> table) {
  absl::Span<const uint32_t>* arrays[kWordNetArrays] = {
      &buckets_,         &stems_,         &sense_starts_, &senses_,
      &opposite_starts_, &opposites_,     &derived_starts_, &derived_,
      &parent_starts_,   &parents_};
  if (table.empty() || table[0] != kWordNetMagic) return false;
  size_t at = 1;
  for (absl::Span<const uint32_t>* array : arrays) {
    if (at >= table.size() || table[at] > table.size() - at - 1) return false;
    *array = table.subspan(at + 1, table[at]);
    at += 1 + table[at];
  }
  const size_t words = stems_.size() + 1;
  return buckets_.size() == (size_t{1} << kWordNetBucketBits) + 1 &&
         sense_starts_.size() == words && opposite_starts_.size() == words &&
         derived_starts_.size() == words && !parent_starts_.empty();
}

uint32_t WordNet::Find(uint32_t stem) const {
  if (buckets_.empty()) return kUnknown;
  const uint32_t bucket = stem >> (32 - kWordNetBucketBits);
  for (uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if (stems_[i] == stem) return i;
  }
  return kUnknown;
}

WordRelation WordNet::RelateClosely(uint32_t a, uint32_t b) const {
  if (a == kUnknown || b == kUnknown) return WordRelation::kNone;
  if (a == b) return WordRelation::kSynonym;
  if (Holds(ListOf(opposite_starts_, opposites_, a), b)) {
    return WordRelation::kOpposite;
  }
  if (Intersect(ListOf(sense_starts_, senses_, a),
                ListOf(sense_starts_, senses_, b))) {
    return WordRelation::kSynonym;
  }
  if (Holds(ListOf(derived_starts_, derived_, a), b)) {
    return WordRelation::kDerived;
  }
  return Below(b, a) ? WordRelation::kNarrower : WordRelation::kNone;
}

WordRelation WordNet::Relate(uint32_t a, uint32_t b) const {
  const WordRelation close = RelateClosely(a, b);
  if (close != WordRelation::kNone || a == kUnknown || b == kUnknown) {
    return close;
  }
  if (Below(a, b)) return WordRelation::kBroader;
  const auto mine = ListOf(sense_starts_, senses_, a);
  uint64_t bits = 0;
  for (const uint32_t x : mine) {
    bits |= BitsOf(ListOf(parent_starts_, parents_, x));
  }
  for (const uint32_t y : ListOf(sense_starts_, senses_, b)) {
    const auto parents = ListOf(parent_starts_, parents_, y);
    if ((bits & BitsOf(parents)) == 0) continue;
    for (const uint32_t x : mine) {
      if (Intersect(ListOf(parent_starts_, parents_, x), parents)) {
        return WordRelation::kSister;
      }
    }
  }
  return WordRelation::kNone;
}

bool WordNet::Below(uint32_t low, uint32_t high) const {
  const auto above = ListOf(sense_starts_, senses_, high);
  const uint64_t bits = BitsOf(above);
  const auto holds = [&](uint32_t sense) {
    return (bits & BitOf(sense)) != 0 && Holds(above, sense);
  };
  for (const uint32_t sense : ListOf(sense_starts_, senses_, low)) {
    for (const uint32_t parent : ListOf(parent_starts_, parents_, sense)) {
      if (holds(parent)) return true;
      for (const uint32_t grand : ListOf(parent_starts_, parents_, parent)) {
        if (holds(grand)) return true;
      }
    }
  }
  return false;
}

}  // namespace claimcheck
