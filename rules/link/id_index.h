#ifndef CLAIMCHECK_RULES_LINK_ID_INDEX_H_
#define CLAIMCHECK_RULES_LINK_ID_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimcheck {

// Where the entries of each id stand in a list that is in the order of ids.  Two texts
// are joined by looking up the ids of the one among those of the other: which of two
// sorted lists is behind cannot be foreseen, where to look for an id can.
//
//   IdIndex index;
//   for (const Entry& entry : entries) index.Add(entry.id);
//   index.Finish();
//   IdIndex::Join(index, other, [&](IdIndex::Range mine, IdIndex::Range theirs) {
//     for (uint32_t i = mine.begin; i < mine.end; ++i) ... entries[i]
class IdIndex {
 public:
  struct Range {
    uint32_t begin = 0, end = 0;
  };

  // The id of the next entry, not below that of the last.
  void Add(uint32_t id) {
    if (ids_.empty() || ids_.back() != id) {
      ids_.push_back(id);
      first_.push_back(entries_);
    }
    ++entries_;
  }
  // Behind the last entry.
  void Finish() {
    first_.push_back(entries_);
    while ((size_t{1} << bits_) < kRoom * ids_.size()) ++bits_;
    places_.assign(size_t{1} << bits_, 0);
    for (uint32_t i = 0; i < ids_.size(); ++i) {
      uint32_t at = Home(ids_[i]);
      while (places_[at] != 0) at = Next(at);
      places_[at] = i + 1;
    }
  }

  // Calls `visit` with the entries of each id that both have, in the order of ids.
  template <typename Visit>
  static void Join(const IdIndex& a, const IdIndex& b, Visit visit) {
    // Nearly all homes of ids that `b` has not are empty.
    std::vector<uint32_t> may_share(a.ids_.size() + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < a.ids_.size(); ++i) {
      may_share[count] = i;
      count += b.places_[b.Home(a.ids_[i])] != 0;
    }
    for (size_t c = 0; c < count; ++c) {
      const uint32_t i = may_share[c];
      for (uint32_t at = b.Home(a.ids_[i]); b.places_[at] != 0; at = b.Next(at)) {
        const uint32_t j = b.places_[at] - 1;
        if (b.ids_[j] != a.ids_[i]) continue;
        visit(Range{a.first_[i], a.first_[i + 1]}, Range{b.first_[j], b.first_[j + 1]});
        break;
      }
    }
  }

 private:
  static constexpr size_t kRoom = 4;  // places an id, at least
  uint32_t Home(uint32_t id) const { return id * 0x9E3779B9u >> (32 - bits_); }
  uint32_t Next(uint32_t at) const {
    return (at + 1) & static_cast<uint32_t>(places_.size() - 1);
  }

  std::vector<uint32_t> ids_;    // each once
  std::vector<uint32_t> first_;  // of each id its first entry, and one more
  uint32_t entries_ = 0;
  int bits_ = 6;
  std::vector<uint32_t> places_;  // 1 and more: index of an id; 0: empty
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ID_INDEX_H_
