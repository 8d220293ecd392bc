#include "rules/link/id_index.h"

#include <cstdint>
#include <tuple>
#include <vector>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using Met = std::vector<std::tuple<uint32_t, uint32_t, uint32_t, uint32_t>>;

IdIndex IndexOf(const std::vector<uint32_t>& ids) {
  IdIndex index;
  for (const uint32_t id : ids) index.Add(id);
  index.Finish();
  return index;
}

// The entries of ids that both lists have, by a merge.
Met MergeSlowly(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  Met met;
  for (uint32_t i = 0, end = 0; i < a.size(); i = end) {
    while (end < a.size() && a[end] == a[i]) ++end;
    uint32_t first = 0;
    while (first < b.size() && b[first] < a[i]) ++first;
    uint32_t last = first;
    while (last < b.size() && b[last] == a[i]) ++last;
    if (first < last) met.emplace_back(i, end, first, last);
  }
  return met;
}

Met Join(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  Met met;
  IdIndex::Join(IndexOf(a), IndexOf(b), [&](IdIndex::Range x, IdIndex::Range y) {
    met.emplace_back(x.begin, x.end, y.begin, y.end);
  });
  return met;
}

TEST(IdIndexTest, NothingIsSharedWithNothing) {
  EXPECT_TRUE(Join({}, {}).empty());
  EXPECT_TRUE(Join({1, 2}, {}).empty());
  EXPECT_TRUE(Join({}, {0}).empty());
}

TEST(IdIndexTest, JoinsAsAMergeDoes) {
  uint32_t seed = 1;
  const auto next = [&] { return seed = seed * 1664525u + 1013904223u; };
  for (uint32_t size = 1; size < 400; size += 13) {
    // Some ids often, some side by side in the table, 0 and the last among them.
    std::vector<uint32_t> a, b;
    for (std::vector<uint32_t>* list : {&a, &b}) {
      uint32_t id = 0;
      for (uint32_t i = 0; i < size; ++i) {
        list->push_back(id);
        id += next() >> 30;
      }
      list->push_back(UINT32_MAX);
    }
    EXPECT_EQ(Join(a, b), MergeSlowly(a, b)) << size;
  }
}

}  // namespace
}  // namespace claimcheck
