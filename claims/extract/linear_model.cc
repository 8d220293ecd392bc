#include "claims/extract/linear_model.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace claimcheck {

LinearModel::LinearModel(absl::string_view lines) {
  size_t features = 0;
  for (char c : lines) features += c == '\n';
  size_t size = 2;
  while (size < 2 * features + 2) size *= 2;
  slots_.resize(size);
  mask_ = static_cast<uint32_t>(size - 1);
  for (absl::string_view line : absl::StrSplit(lines, '\n')) {
    const size_t tab = line.rfind('\t');
    int32_t weight = 0;
    if (tab == absl::string_view::npos || tab == 0 ||
        !absl::SimpleAtoi(line.substr(tab + 1), &weight)) {
      continue;
    }
    const uint64_t hash = Grow(kSeed, line.data(), tab);
    uint32_t i = static_cast<uint32_t>(hash ^ hash >> 32) & mask_;
    while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & mask_;
    slots_[i] = {hash, weight};
  }
}

}  // namespace claimcheck
