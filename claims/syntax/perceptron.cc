#include "claims/syntax/perceptron.h"

#include <algorithm>
#include <cstddef>

namespace claimcheck {
namespace syntax {
namespace {

constexpr int kUnit = 256;

bool ByKeyAndOutput(const AveragedWeight& a, const AveragedWeight& b) {
  return a.key != b.key ? a.key < b.key : a.output < b.output;
}

}  // namespace

Perceptron::Perceptron(int outputs)
    : outputs_(outputs), slots_(size_t{1} << 20) {}

void Perceptron::Score(const uint64_t* keys, int count, int32_t* scores) {
  for (int o = 0; o < outputs_; ++o) scores[o] = 0;
  last_.assign(keys, keys + count);
  const size_t mask = slots_.size() - 1;
  for (uint64_t& key : last_) {
    if (key == 0) key = 1;
    __builtin_prefetch(&slots_[key & mask]);
  }
  found_.clear();
  for (uint64_t key : last_) {
    const Slot* slot = Find(key);
    if (slot->key == 0) continue;
    found_.push_back(*slot);
    if (slot->block) {
      __builtin_prefetch(&block_weights_[size_t{slot->row} * outputs_]);
    } else {
      __builtin_prefetch(&few_[slot->row]);
    }
  }
  for (const Slot& slot : found_) {
    if (slot.block) {
      const int32_t* weights = &block_weights_[size_t{slot.row} * outputs_];
      for (int o = 0; o < outputs_; ++o) scores[o] += weights[o];
    } else {
      const Few& few = few_[slot.row];
      for (int e = 0; e < few.count; ++e) {
        scores[few.output[e]] += few.weight[e];
      }
    }
  }
}

Perceptron::Slot* Perceptron::Find(uint64_t key) {
  const size_t mask = slots_.size() - 1;
  size_t at = key & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return &slots_[at];
}

Perceptron::Slot* Perceptron::FindOrAdd(uint64_t key) {
  if (used_ * 2 >= slots_.size()) Grow();
  Slot* slot = Find(key);
  if (slot->key != 0) return slot;
  ++used_;
  slot->key = key;
  slot->block = outputs_ <= kFew;
  if (slot->block) {
    slot->row = AddBlock();
  } else {
    slot->row = static_cast<uint32_t>(few_.size());
    few_.emplace_back();
    few_timed_.emplace_back();
  }
  return slot;
}

uint32_t Perceptron::AddBlock() {
  const size_t block = block_weights_.size() / outputs_;
  block_weights_.resize((block + 1) * outputs_);
  block_timed_.resize((block + 1) * outputs_);
  return static_cast<uint32_t>(block);
}

void Perceptron::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key != 0) *Find(slot.key) = slot;
  }
}

void Perceptron::Change(Slot* slot, int output, int by) {
  if (!slot->block) {
    Few& few = few_[slot->row];
    FewTimed& timed = few_timed_[slot->row];
    int e = 0;
    while (e < few.count && few.output[e] != output) ++e;
    if (e < kFew) {
      if (e == few.count) {
        ++few.count;
        few.output[e] = static_cast<uint8_t>(output);
      }
      few.weight[e] += by;
      timed.sum[e] += by * time_;
      return;
    }
    const uint32_t row = slot->row;
    slot->row = AddBlock();
    slot->block = true;
    const size_t first = size_t{slot->row} * outputs_;
    for (int i = 0; i < kFew; ++i) {
      block_weights_[first + few_[row].output[i]] = few_[row].weight[i];
      block_timed_[first + few_[row].output[i]] = few_timed_[row].sum[i];
    }
  }
  const size_t at = size_t{slot->row} * outputs_ + output;
  block_weights_[at] += by;
  block_timed_[at] += by * time_;
}

void Perceptron::Update(int good, int bad) {
  for (uint64_t key : last_) {
    Slot* slot = FindOrAdd(key);
    Change(slot, good, 1);
    Change(slot, bad, -1);
  }
}

std::vector<AveragedWeight> Perceptron::Averages() const {
  std::vector<AveragedWeight> averages;
  const auto add = [&](uint64_t key, int output, int64_t weight,
                       int64_t timed) {
    const int64_t mean = (weight * time_ - timed) * kUnit / time_;
    if (mean == 0) return;
    averages.push_back(
        {key, static_cast<uint8_t>(output), static_cast<int32_t>(mean)});
  };
  for (const Slot& slot : slots_) {
    if (slot.key == 0) continue;
    if (slot.block) {
      const size_t first = size_t{slot.row} * outputs_;
      for (int o = 0; o < outputs_; ++o) {
        add(slot.key, o, block_weights_[first + o], block_timed_[first + o]);
      }
    } else {
      const Few& few = few_[slot.row];
      for (int e = 0; e < few.count; ++e) {
        add(slot.key, few.output[e], few.weight[e],
            few_timed_[slot.row].sum[e]);
      }
    }
  }
  std::sort(averages.begin(), averages.end(), ByKeyAndOutput);
  return averages;
}

std::vector<AveragedWeight> MeanOf(
    const std::vector<std::vector<AveragedWeight>>& runs) {
  std::vector<AveragedWeight> all;
  for (const auto& run : runs) all.insert(all.end(), run.begin(), run.end());
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    if (ByKeyAndOutput(a, b)) return true;
    if (ByKeyAndOutput(b, a)) return false;
    return a.weight < b.weight;
  });
  std::vector<AveragedWeight> mean;
  for (const AveragedWeight& weight : all) {
    if (!mean.empty() && mean.back().key == weight.key &&
        mean.back().output == weight.output) {
      mean.back().weight += weight.weight;
    } else {
      mean.push_back(weight);
    }
  }
  for (AveragedWeight& weight : mean) {
    weight.weight /= static_cast<int32_t>(runs.size());
  }
  return mean;
}

}  // namespace syntax
}  // namespace claimcheck
