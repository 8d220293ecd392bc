#ifndef CLAIMCHECK_RULES_FACTS_PLACE_INDEX_H_
#define CLAIMCHECK_RULES_FACTS_PLACE_INDEX_H_

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "claims/text/span.h"

namespace claimcheck {

// Places in documents, each with a number, to be found by where they are.  Add
// all, call Sort once, then ask; const from then on.
class PlaceIndex {
 public:
  void Add(uint32_t document, Span span, uint32_t number) {
    places_.push_back({document, span, number});
    longest_ = std::max(longest_, span.size());
  }

  void Sort() {
    std::sort(places_.begin(), places_.end(),
              [](const Place& a, const Place& b) {
                return std::tie(a.document, a.span.begin, a.span.end,
                                a.number) <
                       std::tie(b.document, b.span.begin, b.span.end,
                                b.number);
              });
  }

  // Calls join(number, number) for as many places that overlap as it takes to
  // connect all that do, directly or through others: fewer than there are places.
  template <typename Join>
  void ForChains(Join join) const {
    const Place* furthest = nullptr;  // of those that begin before
    for (const Place& place : places_) {
      if (furthest != nullptr && furthest->document == place.document &&
          furthest->span.Overlaps(place.span)) {
        join(furthest->number, place.number);
      }
      if (furthest == nullptr || furthest->document != place.document ||
          furthest->span.end <= place.span.end) {
        furthest = &place;
      }
    }
  }

  // Whether use(number) is true for a place that overlaps another; stops there.
  template <typename Use>
  bool AnyOverlapping(uint32_t document, Span span, Use use) const {
    const uint32_t from = span.begin > longest_ ? span.begin - longest_ : 0;
    auto it = std::lower_bound(
        places_.begin(), places_.end(), std::make_tuple(document, from),
        [](const Place& place, const std::tuple<uint32_t, uint32_t>& at) {
          return std::tie(place.document, place.span.begin) < at;
        });
    for (; it != places_.end() && it->document == document &&
           it->span.begin < span.end;
         ++it) {
      if (it->span.Overlaps(span) && use(it->number)) return true;
    }
    return false;
  }

 private:
  struct Place {
    uint32_t document = 0;
    Span span;
    uint32_t number = 0;
  };
  std::vector<Place> places_;
  uint32_t longest_ = 0;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_PLACE_INDEX_H_
