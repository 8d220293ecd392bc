#include "claims/syntax/weight_table.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "claims/syntax/hashing.h"
#include "claims/syntax/weight_packer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace syntax {
namespace {

// All weigh the same, which companding keeps exact.
constexpr int32_t kWeight = 127 * 256;

std::vector<uint64_t> Keys(size_t count) {
  std::vector<uint64_t> keys;
  for (size_t i = 0; i < count; ++i) keys.push_back(FeatureKey(7, i));
  std::sort(keys.begin(), keys.end());
  return keys;
}

// Keys that are not in a table and look like none of it.
std::vector<uint64_t> OtherKeys(const std::vector<uint64_t>& known) {
  std::set<uint16_t> fingerprints;
  for (const uint64_t key : known) fingerprints.insert(FingerprintOf(key));
  std::vector<uint64_t> keys;
  for (uint64_t i = 0; keys.size() < 500; ++i) {
    const uint64_t key = FeatureKey(8, i);
    if (fingerprints.count(FingerprintOf(key)) == 0) keys.push_back(key);
  }
  return keys;
}

// Slots are looked at several at once: tables of all small sizes, which end in the
// middle of that, and a larger one.
const size_t kSizes[] = {0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 40, 333, 1000};

TEST(WeightTableTest, SparseTablesFindWhatTheyHold) {
  for (const size_t size : kSizes) {
    const std::vector<uint64_t> keys = Keys(size);
    std::vector<AveragedWeight> weights;
    for (const uint64_t key : keys) {
      weights.push_back({key, static_cast<uint8_t>(key % 5), kWeight});
    }
    const std::string packed = PackSparse(weights, 1);
    SparseTable table;
    ASSERT_TRUE(table.Open(packed)) << size;
    int32_t one = 0;
    for (const uint64_t key : keys) {
      int32_t scores[5] = {};
      table.AddScores(&key, 1, scores);
      one = scores[key % 5];
      EXPECT_GT(one, 0) << size;
      scores[key % 5] = 0;
      EXPECT_EQ(std::count(scores, scores + 5, 0), 5) << size;
    }
    // Together, with others between them.
    std::vector<uint64_t> all = OtherKeys(keys);
    all.insert(all.begin() + 250, keys.begin(), keys.end());
    int32_t scores[5] = {}, expected[5] = {};
    for (const uint64_t key : keys) expected[key % 5] += one;
    table.AddScores(all.data(), static_cast<int>(all.size()), scores);
    EXPECT_TRUE(std::equal(scores, scores + 5, expected)) << size;
  }
}

TEST(WeightTableTest, PairTablesFindWhatTheyHold) {
  for (const size_t size : kSizes) {
    const std::vector<uint64_t> keys = Keys(size);
    std::vector<AveragedWeight> weights;
    for (const uint64_t key : keys) {
      weights.push_back({key, static_cast<uint8_t>(1 + key % 2), kWeight});
    }
    const std::string packed = PackPairs(weights, 1);
    PairTable table;
    ASSERT_TRUE(table.Open(packed)) << size;
    int32_t one = 0;
    for (const uint64_t key : keys) {
      int32_t scores[2] = {};
      table.AddScores(&key, 1, scores);
      one = scores[key % 2];
      EXPECT_GT(one, 0) << size;
      EXPECT_EQ(scores[1 - key % 2], 0) << size;
    }
    std::vector<uint64_t> all = OtherKeys(keys);
    all.insert(all.begin() + 250, keys.begin(), keys.end());
    int32_t scores[2] = {}, expected[2] = {};
    for (const uint64_t key : keys) expected[key % 2] += one;
    table.AddScores(all.data(), static_cast<int>(all.size()), scores);
    EXPECT_TRUE(std::equal(scores, scores + 2, expected)) << size;
  }
}

}  // namespace
}  // namespace syntax
}  // namespace claimcheck
