#ifndef CLAIMCHECK_CLAIMS_SYNTAX_PERCEPTRON_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_PERCEPTRON_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimcheck {
namespace syntax {

// An averaged weight of a feature for an output, in 1/256 of an update.
struct AveragedWeight {
  uint64_t key = 0;
  uint8_t output = 0;
  int32_t weight = 0;
};

// A small generator of random numbers, the same everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 2 + 1) {}
  uint64_t Next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  // 0 .. bound - 1.
  uint32_t Below(uint32_t bound) {
    return static_cast<uint32_t>(((Next() >> 32) * bound) >> 32);
  }
  void Shuffle(std::vector<uint32_t>* order) {
    for (size_t i = order->size(); i > 1; --i) {
      const uint32_t j = Below(static_cast<uint32_t>(i));
      const uint32_t kept = (*order)[i - 1];
      (*order)[i - 1] = (*order)[j];
      (*order)[j] = kept;
    }
  }

 private:
  uint64_t state_;
};

// An averaged perceptron over hashed features, for training only.  All sums are
// integers, so that repeated training gives the same weights with any compiler.
//
//   perceptron.Score(keys, count, scores);
//   if (best != gold) perceptron.Update(gold, best);   // of the last Score
//   perceptron.Tick();                                 // one example is done
class Perceptron {
 public:
  explicit Perceptron(int outputs);

  // Sets `scores` and keeps the features for Update.
  void Score(const uint64_t* keys, int count, int32_t* scores);
  // Rewards `good`, punishes `bad`, for the features of the last Score.
  void Update(int good, int bad);
  void Tick() { ++time_; }

  // The averages over all ticks that are not zero, by key and output.
  std::vector<AveragedWeight> Averages() const;

 private:
  // Most features have weights for a few outputs only; those with more, or all
  // when there are few outputs, have a block with one for each output.
  static constexpr int kFew = 4;
  struct Slot {
    uint64_t key = 0;  // 0 is empty
    uint32_t row = 0;  // index into few_, or into the blocks when `block`
    bool block = false;
  };
  struct Few {
    int32_t weight[kFew] = {};
    uint8_t output[kFew] = {};
    uint8_t count = 0;
  };
  struct FewTimed {
    int64_t sum[kFew] = {};
  };

  Slot* Find(uint64_t key);
  Slot* FindOrAdd(uint64_t key);
  void Grow();
  uint32_t AddBlock();
  void Change(Slot* slot, int output, int by);

  int outputs_;
  int64_t time_ = 1;
  std::vector<Slot> slots_;  // open addressing
  size_t used_ = 0;
  std::vector<Few> few_;
  std::vector<FewTimed> few_timed_;     // sums of time * change
  std::vector<int32_t> block_weights_;  // `outputs_` each
  std::vector<int64_t> block_timed_;
  std::vector<uint64_t> last_;  // features of the last Score
  std::vector<Slot> found_;     // those of them that have weights
};

// Sums weights of several runs and divides by their number.
std::vector<AveragedWeight> MeanOf(
    const std::vector<std::vector<AveragedWeight>>& runs);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_PERCEPTRON_H_
