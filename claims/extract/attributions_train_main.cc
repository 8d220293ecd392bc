// Trains the weights of FindAttributions from questions with their answers:
//
//   attributions_train [--bias N] [--least N] < cases > weights
//
// tools/train_attributions.py writes the cases and calls this.  The weights
// are whole hundredths, by name of the feature.
//
//   --bias N    added to the bias: how much readier to accept (0)
//   --least N   features that weigh less are left out (1)

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/extract/attributions_train_cases.h"

namespace claimcheck {
namespace {

constexpr int kEpochs = 4;
// The step of AdaGrad, and what its sums of squares start from.
constexpr double kStep = 0.15;
constexpr double kFirstSquare = 1e-8;
// Draws each weight to zero whenever its feature is seen.
constexpr double kDecay = 0.003;
// An end whose share is this near to what it should be teaches nothing.
constexpr double kNearEnough = 1e-4;
constexpr absl::string_view kBias = "a.bias";

struct Settings {
  int bias = 0;
  int least = 1;
};

// Logistic regression by AdaGrad: one weight a feature, for both questions,
// whose features have names of their own.
class Trainer {
 public:
  explicit Trainer(int features)
      : weights_(features, 0), squares_(features, kFirstSquare) {}

  void Train(const std::vector<Case>& cases) {
    std::vector<int> order(cases.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      Shuffle(&order);
      double loss = 0;
      for (int i : order) {
        loss += cases[i].choice ? Choose(cases[i]) : Accept(cases[i]);
      }
      std::fprintf(stderr, "epoch %d: loss %.1f\n", epoch + 1, loss);
    }
  }
  // What is written: whole hundredths.
  long Weight(int id) const { return std::lround(weights_[id] * 100); }

 private:
  // By a generator of our own (xorshift64), so that every library gives the
  // same order.
  void Shuffle(std::vector<int>* order) {
    for (size_t i = order->size(); i-- > 1;) {
      random_ ^= random_ << 13;
      random_ ^= random_ >> 7;
      random_ ^= random_ << 17;
      std::swap((*order)[i], (*order)[random_ % (i + 1)]);
    }
  }
  double Score(const Features& features) const {
    double sum = 0;
    for (int id : features) sum += weights_[id];
    return sum;
  }
  void Update(const Features& features, double gradient) {
    for (int id : features) {
      const double g = gradient + kDecay * weights_[id];
      squares_[id] += g * g;
      weights_[id] -= kStep * g / std::sqrt(squares_[id]);
    }
  }

  // Each returns the loss before its update.
  double Accept(const Case& c) {
    const Answer& answer = c.answers[0];
    const double p = 1 / (1 + std::exp(-Score(answer.features)));
    Update(answer.features, p - (answer.right ? 1 : 0));
    return -std::log(std::max(1e-9, answer.right ? p : 1 - p));
  }
  // The right ends together should get all; how they share it is theirs.
  double Choose(const Case& c) {
    std::vector<double>& p = shares_;
    p.clear();
    for (const Answer& answer : c.answers) {
      p.push_back(Score(answer.features));
    }
    if (p.empty()) return 0;
    const double top = *std::max_element(p.begin(), p.end());
    double all = 0, right = 0;
    for (size_t i = 0; i < p.size(); ++i) {
      p[i] = std::exp(p[i] - top);
      all += p[i];
      if (c.answers[i].right) right += p[i];
    }
    if (right <= 0) return 0;
    for (size_t i = 0; i < p.size(); ++i) {
      const Answer& answer = c.answers[i];
      const double g = p[i] / all - (answer.right ? p[i] / right : 0);
      if (std::fabs(g) > kNearEnough) Update(answer.features, g);
    }
    return -std::log(right / all);
  }

  std::vector<double> weights_, squares_;
  std::vector<double> shares_;
  uint64_t random_ = 88172645463325252u;
};

void WriteWeights(const FeatureTable& features, const Trainer& trainer,
                  const Settings& settings) {
  std::vector<int> kept;
  for (int id = 0; id < features.size(); ++id) {
    if (!features.Common(id)) continue;
    if (features.Name(id) == kBias ||
        std::labs(trainer.Weight(id)) >= settings.least) {
      kept.push_back(id);
    }
  }
  std::sort(kept.begin(), kept.end(),
            [&](int a, int b) { return features.Name(a) < features.Name(b); });
  for (int id : kept) {
    const std::string& name = features.Name(id);
    std::cout << name << "\t"
              << trainer.Weight(id) + (name == kBias ? settings.bias : 0)
              << "\n";
  }
  std::fprintf(stderr, "%d features, %zu kept\n", features.size(), kept.size());
}

bool ReadSettings(int argc, char** argv, Settings* settings) {
  for (int i = 1; i < argc; i += 2) {
    const absl::string_view name = argv[i];
    int* const value = name == "--bias"    ? &settings->bias
                       : name == "--least" ? &settings->least
                                           : nullptr;
    if (value == nullptr || i + 1 == argc ||
        !absl::SimpleAtoi(argv[i + 1], value)) {
      return false;
    }
  }
  return true;
}

int Main(int argc, char** argv) {
  Settings settings;
  if (!ReadSettings(argc, argv, &settings)) {
    std::fprintf(stderr,
                 "usage: attributions_train [--bias N] [--least N] "
                 "< cases > weights\n");
    return 2;
  }
  std::ios::sync_with_stdio(false);
  TrainingCases cases;
  if (!cases.Read(std::cin)) {
    std::fprintf(stderr, "attributions_train: not a case\n");
    return 1;
  }
  Trainer trainer(cases.features().size());
  trainer.Train(cases.cases());
  WriteWeights(cases.features(), trainer, settings);
  return std::cout.flush().good() ? 0 : 1;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) { return claimcheck::Main(argc, argv); }
