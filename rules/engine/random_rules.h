#ifndef CLAIMCHECK_RULES_ENGINE_RANDOM_RULES_H_
#define CLAIMCHECK_RULES_ENGINE_RANDOM_RULES_H_

#include <cstdint>
#include <random>
#include <vector>

#include "claimcheck/v1/rule.pb.h"

namespace claimcheck {

// For property tests: sound rules that nobody would write.  The same seed gives
// the same rules everywhere.
class RandomRules {
 public:
  explicit RandomRules(uint64_t seed) : random_(seed) {}

  // Pair and claim rules with conditions of every kind that needs no passage,
  // nested up to three deep.  Those that the validator refuses (a condition
  // that can never hold) are made anew.
  std::vector<v1::Rule> Make(int count);

 private:
  uint32_t Below(uint32_t limit) {
    return static_cast<uint32_t>(random_() % limit);
  }
  bool Chance(uint32_t percent) { return Below(100) < percent; }
  v1::Rule MakeRule(int number);
  void FillSelector(v1::Selector* selector);
  void FillCondition(bool pair, int depth, v1::Condition* condition);
  void FillLeaf(bool pair, v1::Condition* condition);
  v1::Side::Kind Side(bool pair);
  template <typename List>
  void FillRelations(List* list);

  std::mt19937_64 random_;
};

// The same rule with left and right changed round everywhere: it finds the same
// pairs.
v1::Rule Mirrored(const v1::Rule& rule);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_RANDOM_RULES_H_
