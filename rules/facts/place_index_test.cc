#include "rules/facts/place_index.h"

#include <random>
#include <set>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Place {
  uint32_t document = 0;
  Span span;
  bool Meets(const Place& other) const {
    return document == other.document && span.Overlaps(other.span);
  }
};

// Many overlap, some are empty.
std::vector<Place> RandomPlaces(uint32_t seed, uint32_t reach) {
  std::mt19937 random(seed);
  std::vector<Place> places;
  for (int i = 0; i < 60; ++i) {
    Place place;
    place.document = random() % 3;
    place.span.begin = random() % reach;
    place.span.end = place.span.begin + random() % 9;
    places.push_back(place);
  }
  return places;
}

PlaceIndex IndexOf(const std::vector<Place>& places) {
  PlaceIndex index;
  for (uint32_t i = 0; i < places.size(); ++i) {
    index.Add(places[i].document, places[i].span, i);
  }
  index.Sort();
  return index;
}

// The least place that each is connected with.
std::vector<uint32_t> Components(
    size_t size, const std::set<std::pair<uint32_t, uint32_t>>& joined) {
  std::vector<uint32_t> least(size);
  for (uint32_t i = 0; i < size; ++i) least[i] = i;
  for (size_t round = 0; round < size; ++round) {
    for (const auto& [a, b] : joined) {
      least[a] = least[b] = std::min(least[a], least[b]);
    }
  }
  return least;
}

TEST(PlaceIndex, FindsWhatOverlaps) {
  for (uint32_t seed = 0; seed < 50; ++seed) {
    const std::vector<Place> places = RandomPlaces(seed, 80);
    const PlaceIndex index = IndexOf(places);
    for (const Place& place : RandomPlaces(seed + 1000, 80)) {
      std::set<uint32_t> expected, found;
      for (uint32_t i = 0; i < places.size(); ++i) {
        if (places[i].Meets(place)) expected.insert(i);
      }
      index.AnyOverlapping(place.document, place.span, [&](uint32_t i) {
        EXPECT_TRUE(found.insert(i).second) << "twice";
        return false;
      });
      EXPECT_EQ(found, expected);
      EXPECT_EQ(index.AnyOverlapping(place.document, place.span,
                                     [](uint32_t) { return true; }),
                !expected.empty());
    }
  }
}

TEST(PlaceIndex, ChainsConnectWhatOverlaps) {
  size_t apart = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    const std::vector<Place> places = RandomPlaces(seed, 200);
    std::set<std::pair<uint32_t, uint32_t>> expected, found;
    for (uint32_t i = 0; i < places.size(); ++i) {
      for (uint32_t j = 0; j < i; ++j) {
        if (places[i].Meets(places[j])) expected.emplace(i, j);
      }
    }
    IndexOf(places).ForChains(
        [&](uint32_t i, uint32_t j) { found.emplace(i, j); });
    EXPECT_LT(found.size(), places.size());
    const std::vector<uint32_t> components =
        Components(places.size(), expected);
    EXPECT_EQ(Components(places.size(), found), components);
    apart += std::set<uint32_t>(components.begin(), components.end()).size();
  }
  EXPECT_GT(apart, 400u) << "all in one piece tests little";
}

}  // namespace
}  // namespace claimcheck
