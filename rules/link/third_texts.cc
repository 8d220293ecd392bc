#include "rules/link/third_texts.h"

#include <algorithm>
#include <array>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "rules/link/placed_values.h"

namespace claimcheck {
namespace {

// Which texts of the story have a value, three of them at most; kept with the first
// text.
struct Holders {
  absl::flat_hash_map<uint64_t, std::array<uint32_t, 3>> of_key;
};

Holders ReadHolders(StoryContext* story) {
  Holders read;
  for (const uint32_t d : story->documents()) {
    for (const PlacedValues::Keyed& keyed : PlacedValuesOf(story, d).by_key) {
      auto& texts = read.of_key
                        .try_emplace(keyed.key,
                                     std::array<uint32_t, 3>{kNone, kNone, kNone})
                        .first->second;
      for (uint32_t& text : texts) {
        if (text == kNone) text = d;
        if (text == d) break;
      }
    }
  }
  return read;
}

}  // namespace

bool IsInThirdText(StoryContext* story, const StoryPair& pair, uint64_t key) {
  const Holders& holders =
      story->Once<Holders>(story->documents()[0], [&] { return ReadHolders(story); });
  const auto texts = holders.of_key.find(key);
  return texts != holders.of_key.end() &&
         std::any_of(texts->second.begin(), texts->second.end(), [&](uint32_t text) {
           return text != kNone && text != pair.left && text != pair.right;
         });
}

}  // namespace claimcheck
