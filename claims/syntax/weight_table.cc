#include "claims/syntax/weight_table.h"

#include <algorithm>
#include <cstring>

namespace claimcheck {
namespace syntax {
namespace {

uint32_t Read32(absl::string_view bytes, size_t at) {
  uint32_t value;
  std::memcpy(&value, bytes.data() + at, sizeof(value));
  return value;
}

// Rounds up to a multiple of four.
size_t Aligned(size_t size) { return (size + 3) / 4 * 4; }

template <typename T>
const T* At(absl::string_view bytes, size_t offset) {
  return reinterpret_cast<const T*>(bytes.data() + offset);
}

// Where the search for a fingerprint ends: the first slot from `slot` on that holds
// it or is empty, behind the last the first.  A key that is not in a table, as most
// are not, leads past a dozen slots: so many are looked at at once.  `Lanes`: a
// vector of slots, of which `mask` are the bits of the fingerprints.
template <typename Lanes, typename Slot>
uint32_t FindSlot(const Slot* table, uint32_t slots, uint32_t slot, Slot mask,
                  Slot wanted) {
  constexpr uint32_t kLanes = sizeof(Lanes) / sizeof(Slot);
  constexpr uint32_t kBits = 8 * sizeof(Slot);
  while (true) {
    while (slot + kLanes <= slots) {
      Lanes lanes;
      std::memcpy(&lanes, table + slot, sizeof(lanes));
      lanes &= mask;
      const auto ends = (lanes == wanted) | (lanes == 0);
      uint64_t half[2];
      static_assert(sizeof(half) == sizeof(ends), "of 16 bytes");
      std::memcpy(half, &ends, sizeof(half));
      if (half[0] != 0) return slot + __builtin_ctzll(half[0]) / kBits;
      if (half[1] != 0) {
        return slot + kLanes / 2 + __builtin_ctzll(half[1]) / kBits;
      }
      slot += kLanes;
    }
    for (; slot < slots; ++slot) {
      const Slot here = static_cast<Slot>(table[slot] & mask);
      if (here == wanted || here == 0) return slot;
    }
    slot = 0;
  }
}

// As GCC and Clang have them.
typedef uint16_t Short8 __attribute__((vector_size(16)));
typedef uint32_t Word4 __attribute__((vector_size(16)));

}  // namespace

absl::string_view SectionOf(absl::string_view file, int section) {
  if (file.size() < 8 || Read32(file, 0) != kWeightsMagic) return {};
  const uint32_t sections = Read32(file, 4);
  if (section < 0 || static_cast<uint32_t>(section) >= sections) return {};
  if (file.size() < 8 + size_t{sections} * 8) return {};
  const size_t begin = Read32(file, 8 + section * 8);
  const size_t size = Read32(file, 12 + section * 8);
  if (begin > file.size() || size > file.size() - begin) return {};
  return file.substr(begin, size);
}

bool SparseTable::Open(absl::string_view section) {
  if (section.size() < kSparseHeader) return false;
  slots_ = Read32(section, 0);
  const size_t entries = Read32(section, 4);
  unit_ = static_cast<int32_t>(Read32(section, 8));
  const size_t starts = kSparseHeader + Aligned(size_t{slots_} * 2);
  const size_t first = starts + (size_t{slots_} + 1) * 4;
  if (slots_ == 0 || section.size() < first + entries * 2) return false;
  decode_ = At<int16_t>(section, 64);
  fingerprints_ = At<uint16_t>(section, kSparseHeader);
  starts_ = At<uint32_t>(section, starts);
  entries_ = At<Entry>(section, first);
  return starts_[slots_] == entries;
}

void SparseTable::AddScores(const uint64_t* keys, int count,
                            int32_t* scores) const {
  for (int i = 0; i < count; ++i) {
    const uint32_t slot = SlotOf(keys[i], slots_);
    __builtin_prefetch(fingerprints_ + slot);
    __builtin_prefetch(starts_ + slot);
  }
  // Found first, added then: the entries of all are fetched side by side.
  constexpr int kAtOnce = 64;
  for (int first = 0; first < count; first += kAtOnce) {
    const int size = std::min(kAtOnce, count - first);
    const Entry* begins[kAtOnce];
    const Entry* ends[kAtOnce];
    for (int i = 0; i < size; ++i) {
      const uint64_t key = keys[first + i];
      const uint32_t slot =
          FindSlot<Short8>(fingerprints_, slots_, SlotOf(key, slots_),
                           uint16_t{0xFFFF}, FingerprintOf(key));
      begins[i] = entries_ + starts_[slot];
      ends[i] = entries_ + starts_[slot + 1];
      __builtin_prefetch(begins[i]);
    }
    for (int i = 0; i < size; ++i) {
      for (const Entry* e = begins[i]; e != ends[i]; ++e) {
        scores[e->output] += decode_[e->code];
      }
    }
  }
}

bool PairTable::Open(absl::string_view section) {
  if (section.size() < kPairHeader) return false;
  slots_ = Read32(section, 0);
  if (slots_ == 0 || section.size() < kPairHeader + size_t{slots_} * 4) {
    return false;
  }
  decode_ = At<int16_t>(section, 64);
  cells_ = At<uint32_t>(section, kPairHeader);
  return true;
}

void PairTable::AddScores(const uint64_t* keys, int count,
                          int32_t scores[2]) const {
  for (int i = 0; i < count; ++i) {
    __builtin_prefetch(cells_ + SlotOf(keys[i], slots_));
  }
  int32_t first = 0, second = 0;
  for (int i = 0; i < count; ++i) {
    const uint32_t slot =
        FindSlot<Word4>(cells_, slots_, SlotOf(keys[i], slots_),
                        kCellFingerprint, uint32_t{FingerprintOf(keys[i])});
    // An empty slot has codes of 0.
    first += decode_[cells_[slot] >> 16 & 0xFF];
    second += decode_[cells_[slot] >> 24];
  }
  scores[0] += first;
  scores[1] += second;
}

bool WordTable::Open(absl::string_view section) {
  if (section.size() < kWordHeader) return false;
  slots_ = Read32(section, 0);
  entries_ = At<WordEntry>(section, kWordHeader);
  return slots_ > 0 &&
         section.size() >= kWordHeader + size_t{slots_} * sizeof(WordEntry);
}

const WordEntry* WordTable::Find(uint32_t hash) const {
  uint32_t slot =
      static_cast<uint32_t>((static_cast<uint64_t>(hash) * slots_) >> 32);
  while (entries_[slot].hash != 0) {
    if (entries_[slot].hash == hash) return &entries_[slot];
    if (++slot == slots_) slot = 0;
  }
  return nullptr;
}

}  // namespace syntax
}  // namespace claimcheck
