// From candidates to findings: scoring links between claims of generated
// articles, and running 10, 100 and 1,000 rules over the links.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/substitute.h"
#include "absl/types/span.h"
#include "bench/corpus_generator.h"
#include "benchmark/benchmark.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/rule_set.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"
#include "rules/match/candidates.h"
#include "rules/match/claim_table.h"

namespace claimcheck {
namespace {

constexpr size_t kArticles = 400;

// Articles, understood, with the pairs that may speak of one thing.
struct Linked {
  std::vector<v1::Document> documents;
  std::vector<DocumentAnalysis> analyses;
  std::vector<const DocumentAnalysis*> pointers;
  std::unique_ptr<Corpus> corpus;
  std::vector<CandidatePair> candidates;
  std::vector<ClaimLink> links;
  size_t claims = 0;

  Linked() {
    for (GeneratedArticle& article : GenerateArticles(kArticles)) {
      v1::Document document;
      document.set_id(article.id);
      document.set_published(article.published);
      document.set_text(article.text);
      documents.push_back(std::move(document));
    }
    const Extractor extractor(EmbeddedLexicon());
    analyses.resize(documents.size());
    for (size_t d = 0; d < documents.size(); ++d) {
      extractor.Analyze(documents[d], Depth::kClaims, &analyses[d]);
      pointers.push_back(&analyses[d]);
      claims += analyses[d].claims.size();
    }
    corpus = std::make_unique<Corpus>(pointers);
    candidates = FindCandidates(ClaimTable(absl::MakeConstSpan(pointers)));
    links = Score();
  }

  std::vector<ClaimLink> Score() const {
    std::vector<ClaimLink> found;
    for (const CandidatePair& pair : candidates) {
      ClaimLink link = ScoreLink(*corpus, pair.left, pair.right);
      if (link.veto == nullptr && link.score >= kLinkThreshold) {
        found.push_back(std::move(link));
      }
    }
    return found;
  }
};

const Linked& TheLinked() {
  static const Linked* const linked = new Linked;
  return *linked;
}

void BM_ClaimTable(benchmark::State& state) {
  const Linked& linked = TheLinked();
  for (auto _ : state) {
    const ClaimTable table(absl::MakeConstSpan(linked.pointers));
    benchmark::DoNotOptimize(table.records().data());
    state.counters["records_per_claim"] =
        static_cast<double>(table.records().size()) /
        static_cast<double>(linked.claims);
  }
  state.SetItemsProcessed(static_cast<int64_t>(linked.claims) *
                          static_cast<int64_t>(state.iterations()));
}
BENCHMARK(BM_ClaimTable)->Unit(benchmark::kMillisecond);

void BM_FindCandidates(benchmark::State& state) {
  const Linked& linked = TheLinked();
  const ClaimTable table(absl::MakeConstSpan(linked.pointers));
  MatchStats stats;
  for (auto _ : state) {
    benchmark::DoNotOptimize(FindCandidates(table, {}, &stats).data());
  }
  state.SetItemsProcessed(static_cast<int64_t>(linked.claims) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["candidates_per_claim"] =
      static_cast<double>(stats.candidates) /
      static_cast<double>(linked.claims);
  state.counters["left_out"] = static_cast<double>(stats.pairs_left_out);
}
BENCHMARK(BM_FindCandidates)->Unit(benchmark::kMillisecond);

void BM_Corpus(benchmark::State& state) {
  const Linked& linked = TheLinked();
  for (auto _ : state) {
    const Corpus corpus(linked.pointers);
    benchmark::DoNotOptimize(corpus.size());
  }
  state.SetItemsProcessed(static_cast<int64_t>(kArticles) *
                          static_cast<int64_t>(state.iterations()));
}
BENCHMARK(BM_Corpus)->Unit(benchmark::kMillisecond);

void BM_ScoreLinks(benchmark::State& state) {
  const Linked& linked = TheLinked();
  for (auto _ : state) benchmark::DoNotOptimize(linked.Score().data());
  state.SetItemsProcessed(static_cast<int64_t>(linked.candidates.size()) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["links_per_candidate"] =
      static_cast<double>(linked.links.size()) /
      static_cast<double>(linked.candidates.size());
}
BENCHMARK(BM_ScoreLinks)->Unit(benchmark::kMillisecond);

void BM_RuleEval(benchmark::State& state) {
  constexpr const char* kBodies[] = {
      "pair { link: EVENT when { all { of { times { relation: DISJOINT } } of "
      "{ factuality { side: BOTH status: FACT } } } } }",
      "pair { link: EVENT when { places { relation: DISJOINT } } }",
      "pair { link: MEASURE when { all { of { values { relation: DISJOINT } } "
      "of { same { aspect: COUNTED } } } } }",
      "pair { link: MEASURE when { values { relation: EQUAL } } }",
      "pair { link: QUOTATION when { quotes { difference: REWORDED } } }",
  };
  RuleSources sources;
  for (int64_t i = 0; i < state.range(0); ++i) {
    sources.AddText(
        "bench.textproto",
        absl::Substitute(
            R"(id: "bench.r$0" title: "A rule" rationale: "r" severity: NOTE
               stage: STABLE message: "{left.value}" $1
               examples { name: "a" expect: FIRES texts { text: "[[x]]" } }
               examples { name: "b" expect: SILENT texts { text: "y" } })",
            i, kBodies[i % 5]),
        "");
  }
  const LoadResult loaded = std::move(sources).Finish();
  if (!loaded.ok()) return state.SkipWithError(loaded.Describe().c_str());
  const Linked& linked = TheLinked();
  size_t hits = 0;
  for (auto _ : state) {
    hits = Evaluate(*loaded.rules, *linked.corpus, linked.links).size();
  }
  const double asked = static_cast<double>(linked.links.size()) *
                       static_cast<double>(state.range(0));
  state.SetItemsProcessed(static_cast<int64_t>(asked) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["links"] = static_cast<double>(linked.links.size());
  state.counters["hits"] = static_cast<double>(hits);
}
BENCHMARK(BM_RuleEval)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);

// House style: each rule looks for an expression of its own in every sentence.
LoadResult StyleRules(int64_t count) {
  RuleSources sources;
  for (int64_t i = 0; i < count; ++i) {
    sources.AddText(
        "bench.textproto",
        absl::Substitute(
            R"(id: "bench.s$0" title: "A rule" rationale: "r" severity: NOTE
               stage: STABLE message: "{left.text}"
               sentence { when { text { pattern: "(?i)\\bstyle$0 (of|by)\\b" } } }
               examples { name: "a" expect: FIRES texts { text: "[[x]]" } }
               examples { name: "b" expect: SILENT texts { text: "y" } })",
            i),
        "");
  }
  return std::move(sources).Finish();
}

void BM_RuleLoad(benchmark::State& state) {
  for (auto _ : state) {
    const LoadResult loaded = StyleRules(state.range(0));
    if (!loaded.ok()) return state.SkipWithError(loaded.Describe().c_str());
    benchmark::DoNotOptimize(loaded.rules.get());
  }
  state.SetItemsProcessed(state.range(0) *
                          static_cast<int64_t>(state.iterations()));
}
BENCHMARK(BM_RuleLoad)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);

void BM_StyleRules(benchmark::State& state) {
  const LoadResult loaded = StyleRules(state.range(0));
  if (!loaded.ok()) return state.SkipWithError(loaded.Describe().c_str());
  const Linked& linked = TheLinked();
  size_t sentences = 0;
  for (const DocumentAnalysis& doc : linked.analyses) {
    sentences += doc.text.sentences.size();
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        Evaluate(*loaded.rules, *linked.corpus, linked.links).data());
  }
  state.SetItemsProcessed(static_cast<int64_t>(sentences) *
                          static_cast<int64_t>(state.iterations()));
}
BENCHMARK(BM_StyleRules)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace claimcheck
