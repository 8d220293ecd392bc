#include "rules/match/common_words.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "claims/text/stem.h"

namespace claimcheck {

extern const char kCommonWordsFile[];  // data/common_words.txt

namespace {

using Weights = absl::flat_hash_map<uint32_t, uint32_t>;

Weights ReadFile() {
  Weights weights;
  const absl::string_view file = kCommonWordsFile;
  for (absl::string_view line : absl::StrSplit(file, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const uint32_t weight = line.front() - '0';
    for (absl::string_view word :
         absl::StrSplit(line.substr(1), ' ', absl::SkipEmpty())) {
      // A word listed twice, or with the stem of another, is as common as the
      // more common of the two.
      const auto it = weights.emplace(StemHash(word), weight).first;
      if (weight < it->second) it->second = weight;
    }
  }
  return weights;
}

}  // namespace

uint32_t WordWeight(uint32_t stem) {
  static const Weights* const weights = new Weights(ReadFile());
  const auto it = weights->find(stem);
  return it == weights->end() ? kRareWordWeight : it->second;
}

}  // namespace claimcheck
