// How claims of many documents find each other: rules/match on claims without
// a text.  N is the number of claims.

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

#include "benchmark/benchmark.h"
#include "rules/match/candidates.h"
#include "rules/match/candidates_brute_force.h"
#include "rules/match/claim_table.h"
#include "rules/match/meeting.h"
#include "rules/match/synthetic_claims.h"

namespace claimcheck {
namespace {

const SyntheticClaims& Claims(size_t n, const SyntheticOptions& options) {
  static auto* const made = new std::map<std::vector<size_t>, SyntheticClaims>;
  const std::vector<size_t> key = {
      n, options.zipf_entities, static_cast<size_t>(options.hot_story_percent)};
  auto it = made->find(key);
  if (it == made->end()) {
    it = made->emplace(key, MakeSyntheticClaims(n, options)).first;
  }
  return it->second;
}

// Pairs of claims that tell one fact, and how many of them are candidates.
void CountTruePairs(const SyntheticClaims& claims,
                    const std::vector<CandidatePair>& pairs,
                    benchmark::State& state) {
  std::vector<uint64_t> tellings;
  for (uint32_t fact : claims.facts) {
    if (tellings.size() <= fact) tellings.resize(fact + 1);
    ++tellings[fact];
  }
  double all = 0;
  for (uint64_t n : tellings) all += static_cast<double>(n * (n - 1) / 2);
  double found = 0;
  for (const CandidatePair& pair : pairs) {
    found += claims.facts[pair.left.document * 16 + pair.left.claim] ==
             claims.facts[pair.right.document * 16 + pair.right.claim];
  }
  state.counters["true_pairs_per_claim"] =
      all / static_cast<double>(claims.rows.size());
  state.counters["true_pair_recall"] = found / all;
}

void Join(benchmark::State& state, const SyntheticOptions& synthetic) {
  const size_t n = static_cast<size_t>(state.range(0));
  const SyntheticClaims& claims = Claims(n, synthetic);
  const ClaimTable table(claims.rows);
  MatchStats stats;
  std::vector<CandidatePair> pairs;
  for (auto _ : state) {
    pairs = FindCandidates(table, {}, &stats);
    benchmark::DoNotOptimize(pairs.data());
  }
  CountTruePairs(claims, pairs, state);
  const double claims_done =
      static_cast<double>(n) * static_cast<double>(state.iterations());
  state.SetComplexityN(state.range(0));
  state.SetItemsProcessed(static_cast<int64_t>(claims_done));
  const double per_claim = 1 / static_cast<double>(n);
  state.counters["keys_per_claim"] = stats.keys * per_claim;
  state.counters["meetings_per_claim"] = stats.meetings * per_claim;
  state.counters["candidates_per_claim"] = stats.candidates * per_claim;
  state.counters["left_out_per_claim"] = stats.pairs_left_out * per_claim;
  state.counters["hot_groups"] = static_cast<double>(stats.hot_groups);
  state.counters["bytes_per_claim"] =
      (table.bytes() + stats.peak_bytes) * per_claim;
  state.counters["ns_per_claim"] = benchmark::Counter(
      claims_done * 1e-9,
      benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void BM_MatchJoin(benchmark::State& state) { Join(state, {}); }
BENCHMARK(BM_MatchJoin)
    ->RangeMultiplier(10)
    ->Range(10000, 1000000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

// Entities by Zipf's law: a few stand in a tenth of all stories.
void BM_MatchJoinZipf(benchmark::State& state) {
  SyntheticOptions options;
  options.zipf_entities = true;
  Join(state, options);
}
BENCHMARK(BM_MatchJoinZipf)
    ->RangeMultiplier(10)
    ->Range(10000, 1000000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

// One story holds one per cent of all claims.
void BM_MatchJoinHotTopic(benchmark::State& state) {
  SyntheticOptions options;
  options.hot_story_percent = 1;
  Join(state, options);
}
BENCHMARK(BM_MatchJoinHotTopic)
    ->RangeMultiplier(10)
    ->Range(10000, 1000000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

// From rows to the table: counting tokens, ordering each claim's by rarity.
void BM_MatchTable(benchmark::State& state) {
  const SyntheticClaims& claims =
      Claims(static_cast<size_t>(state.range(0)), {});
  for (auto _ : state) {
    ClaimTable table(claims.rows);
    benchmark::DoNotOptimize(table.records().data());
  }
  state.SetItemsProcessed(state.range(0) *
                          static_cast<int64_t>(state.iterations()));
}
BENCHMARK(BM_MatchTable)
    ->RangeMultiplier(10)
    ->Range(10000, 1000000)
    ->Unit(benchmark::kMillisecond);

// Every claim with every other of its group, and what the join misses of it.
void BM_MatchBruteForce(benchmark::State& state) {
  const SyntheticClaims& claims =
      Claims(static_cast<size_t>(state.range(0)), {});
  const ClaimTable table(claims.rows);
  std::vector<CandidatePair> all;
  for (auto _ : state) all = FindCandidatesByBruteForce(table, MeetingRule());
  const std::vector<CandidatePair> found = FindCandidates(table);
  std::vector<CandidatePair> both;
  std::set_intersection(all.begin(), all.end(), found.begin(), found.end(),
                        std::back_inserter(both));
  state.counters["recall"] =
      static_cast<double>(both.size()) / static_cast<double>(all.size());
}
BENCHMARK(BM_MatchBruteForce)->Arg(10000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace claimcheck
