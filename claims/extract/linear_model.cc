#include "claims/extract/linear_model.h"

#include "absl/strings/numbers.h"

namespace claimcheck {
namespace {

// The key of "name=value|value" as FeatureName makes it; false when it has more
// values than that can.
bool ReadKey(absl::string_view feature, uint64_t* key) {
  const size_t equals = feature.find('=');
  const FeatureName name(feature.substr(0, equals));
  FeatureValue values[FeatureName::kMostValues] = {};
  int places = 0;
  while (equals != absl::string_view::npos) {
    if (places == FeatureName::kMostValues) return false;
    if (places == 0) feature.remove_prefix(equals + 1);
    const size_t bar = feature.find('|');
    values[places++] = WordHash(feature.substr(0, bar));
    if (bar == absl::string_view::npos) break;
    feature.remove_prefix(bar + 1);
  }
  // A place without a value adds nothing.
  *key = name.Key(values[0], values[1], values[2], values[3]);
  return true;
}

}  // namespace

LinearModel::LinearModel(absl::string_view lines) {
  size_t features = 0;
  for (char c : lines) features += c == '\n';
  shift_ = 63;
  while ((size_t{1} << (64 - shift_)) < 2 * features + 2) --shift_;
  // A key may go as far from its place as there are features.
  slots_.resize((size_t{1} << (64 - shift_)) + features + 1);
  while (!lines.empty()) {
    const size_t feed = lines.find('\n');
    const absl::string_view line = lines.substr(0, feed);
    lines.remove_prefix(feed == absl::string_view::npos ? lines.size()
                                                        : feed + 1);
    const size_t tab = line.rfind('\t');
    int32_t weight = 0;
    uint64_t key = 0;
    if (tab == absl::string_view::npos || tab == 0 ||
        !absl::SimpleAtoi(line.substr(tab + 1), &weight) ||
        !ReadKey(line.substr(0, tab), &key)) {
      continue;
    }
    Slot* slot = &slots_[key >> shift_];
    while (slot->check != 0 && slot->check != Check(key)) ++slot;
    *slot = {Check(key), weight};
  }
}

}  // namespace claimcheck
