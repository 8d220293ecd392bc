#include "rules/facts/hit_groups.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "rules/facts/title.h"

namespace claimcheck {
namespace {

bool ByClaims(const RuleHit* a, const RuleHit* b) {
  return std::lexicographical_compare(a->claims.begin(), a->claims.end(),
                                      b->claims.begin(), b->claims.end());
}

}  // namespace

std::vector<const RuleHit*> InOrderOfSpeaking(
    const std::vector<const RuleHit*>& hits) {
  absl::flat_hash_map<const v1::Rule*, std::vector<const RuleHit*>> by_rule;
  for (const RuleHit* hit : hits) by_rule[hit->rule].push_back(hit);
  std::vector<const v1::Rule*> rules;
  for (const auto& entry : by_rule) rules.push_back(entry.first);
  std::sort(rules.begin(), rules.end(),
            [](const v1::Rule* a, const v1::Rule* b) {
              if (a->severity() != b->severity()) {
                return a->severity() > b->severity();
              }
              return a->id() < b->id();
            });
  std::vector<const RuleHit*> order;
  order.reserve(hits.size());
  for (const v1::Rule* rule : rules) {
    std::vector<const RuleHit*>& own = by_rule[rule];
    // As the evaluation leaves them.
    if (!std::is_sorted(own.begin(), own.end(), ByClaims)) {
      std::sort(own.begin(), own.end(), ByClaims);
    }
    order.insert(order.end(), own.begin(), own.end());
  }
  return order;
}

void SortUnique(std::vector<ClaimRef>* refs) {
  std::sort(refs->begin(), refs->end());
  refs->erase(std::unique(refs->begin(), refs->end()), refs->end());
}

size_t IndexOf(ClaimRef ref, absl::Span<const ClaimRef> claims) {
  return std::lower_bound(claims.begin(), claims.end(), ref) - claims.begin();
}

std::vector<HitGroup> GroupHits(const std::vector<const RuleHit*>& hits,
                                absl::Span<const ClaimRef> claims) {
  std::vector<size_t> parent(claims.size());
  for (size_t i = 0; i < parent.size(); ++i) parent[i] = i;
  auto root = [&](size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const RuleHit* hit : hits) {
    if (!SidesDisagree(hit->kind) && hit->kind != v1::Finding::AGREEMENT) {
      continue;
    }
    if (hit->rule->has_claim() || hit->rule->has_passage()) continue;
    for (size_t i = 1; i < hit->claims.size(); ++i) {
      const size_t a = root(IndexOf(hit->claims[0], claims));
      const size_t b = root(IndexOf(hit->claims[i], claims));
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<std::pair<size_t, const RuleHit*>> keyed;
  std::vector<HitGroup> groups;
  for (const RuleHit* hit : hits) {
    if (hit->claims.empty()) continue;
    const bool joins =
        (SidesDisagree(hit->kind) || hit->kind == v1::Finding::AGREEMENT) &&
        !hit->rule->has_claim() && !hit->rule->has_passage();
    if (joins) {
      keyed.emplace_back(root(IndexOf(hit->claims[0], claims)), hit);
    } else {
      groups.push_back({hit});
    }
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) {
                     return a.first < b.first;
                   });
  for (size_t i = 0; i < keyed.size(); ++i) {
    if (i == 0 || keyed[i].first != keyed[i - 1].first) groups.emplace_back();
    groups.back().push_back(keyed[i].second);
  }
  return groups;
}

}  // namespace claimcheck
