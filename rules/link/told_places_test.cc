#include "rules/link/told_places.h"

#include <algorithm>
#include <random>
#include <vector>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// Somewhere in the text, mostly of a few bytes, now and then of many.
Span RandomSpan(std::mt19937* random, uint32_t reach) {
  Span span;
  span.begin = (*random)() % reach;
  span.end = span.begin + ((*random)() % 10 == 0 ? (*random)() % 200
                                                 : (*random)() % 9);
  return span;
}

Detail RandomDetail(std::mt19937* random, uint32_t reach) {
  Detail detail;
  detail.document = (*random)() % 2;
  detail.source = 1 - detail.document;
  detail.span = RandomSpan(random, reach);
  detail.counterpart = RandomSpan(random, reach);
  return detail;
}

// Lists that are looked through and lists that are indexed, and grow meanwhile.
TEST(ToldPlaces, TellsWhatALookAtAllTells) {
  int told = 0, untold = 0;
  for (uint32_t seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    const uint32_t reach = seed % 2 == 0 ? 200 : 3000;
    std::vector<Detail> details;
    ToldPlaces places(details);
    for (int i = 0; i < 400; ++i) {
      const Detail asked = RandomDetail(&random, reach);
      const bool want =
          std::any_of(details.begin(), details.end(), [&](const Detail& known) {
            return known.document == asked.document &&
                   known.source == asked.source &&
                   known.span.Overlaps(asked.span) &&
                   known.counterpart.Overlaps(asked.counterpart);
          });
      EXPECT_EQ(places.Tells(asked.document, asked.span, asked.source,
                             asked.counterpart),
                want)
          << "seed " << seed << ", detail " << i;
      (want ? told : untold) += 1;
      details.push_back(RandomDetail(&random, reach));
    }
  }
  EXPECT_GT(told, 500);
  EXPECT_GT(untold, 500);
}

}  // namespace
}  // namespace claimcheck
