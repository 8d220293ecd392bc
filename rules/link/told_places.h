#ifndef CLAIMCHECK_RULES_LINK_TOLD_PLACES_H_
#define CLAIMCHECK_RULES_LINK_TOLD_PLACES_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claims/text/span.h"
#include "rules/link/detail.h"

namespace claimcheck {

// Where a list of details, which may grow, tells already that two texts differ.  A
// short list is looked through; a long one is found by its places, as texts that are
// long tables make a million.
class ToldPlaces {
 public:
  explicit ToldPlaces(const std::vector<Detail>& details)
      : details_(details) {}

  // Whether a detail of `document` and `source` overlaps both places.
  bool Tells(uint32_t document, Span span, uint32_t source, Span counterpart) {
    const auto tells = [&](const Detail& detail) {
      return detail.document == document && detail.source == source &&
             detail.span.Overlaps(span) &&
             detail.counterpart.Overlaps(counterpart);
    };
    if (details_.size() <= kFew) {
      return std::any_of(details_.begin(), details_.end(), tells);
    }
    for (; indexed_ < details_.size(); ++indexed_) {
      const Detail& detail = details_[indexed_];
      ForBlocks(detail.span, detail.counterpart, [&](uint64_t blocks) {
        uint32_t& last = last_in_.try_emplace(blocks, kNone).first->second;
        entries_.push_back({static_cast<uint32_t>(indexed_), last});
        last = static_cast<uint32_t>(entries_.size() - 1);
        return false;
      });
    }
    // Places that overlap lie in one block of both texts at least.
    return ForBlocks(span, counterpart, [&](uint64_t blocks) {
      const auto it = last_in_.find(blocks);
      if (it == last_in_.end()) return false;
      for (uint32_t e = it->second; e != kNone; e = entries_[e].before) {
        if (tells(details_[entries_[e].detail])) return true;
      }
      return false;
    });
  }

 private:
  static constexpr size_t kFew = 64;
  static constexpr uint32_t kBlock = 32;  // bytes of a text

  // Calls visit for the blocks of two texts that two spans lie in, until it returns
  // true, and says whether it did.
  template <typename Visit>
  static bool ForBlocks(Span span, Span counterpart, Visit visit) {
    for (uint32_t i = span.begin / kBlock; i <= span.end / kBlock; ++i) {
      for (uint32_t j = counterpart.begin / kBlock;
           j <= counterpart.end / kBlock; ++j) {
        if (visit(uint64_t{i} << 32 | j)) return true;
      }
    }
    return false;
  }

  struct Entry {
    uint32_t detail = 0;
    uint32_t before = kNone;  // of the same blocks
  };
  const std::vector<Detail>& details_;
  size_t indexed_ = 0;
  std::vector<Entry> entries_;
  // Looked up, never iterated: the last entry of the blocks.
  absl::flat_hash_map<uint64_t, uint32_t> last_in_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_TOLD_PLACES_H_
