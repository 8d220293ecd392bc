// Articles in, report out: compare of N generated articles, all against all.

#include <map>
#include <vector>

#include "bench/corpus_generator.h"
#include "benchmark/benchmark.h"
#include "checker/checker.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {
namespace {

const std::vector<v1::Document>& Documents(size_t count) {
  static auto* const made = new std::map<size_t, std::vector<v1::Document>>;
  std::vector<v1::Document>& documents = (*made)[count];
  if (documents.empty()) {
    for (GeneratedArticle& article : GenerateArticles(count)) {
      v1::Document document;
      document.set_id(article.id);
      document.set_published(article.published);
      document.set_text(article.text);
      documents.push_back(document);
    }
  }
  return documents;
}

void BM_EndToEnd(benchmark::State& state) {
  const std::vector<v1::Document>& documents =
      Documents(static_cast<size_t>(state.range(0)));
  CheckerOptions options;
  options.jobs = static_cast<int>(state.range(1));
  const absl::StatusOr<Checker> checker = Checker::Create(options);
  if (!checker.ok()) return state.SkipWithError("no checker");
  size_t bytes = 0, findings = 0;
  for (const v1::Document& document : documents) {
    bytes += document.text().size();
  }
  for (auto _ : state) {
    const absl::StatusOr<v1::Report> report = checker->Compare(documents);
    if (!report.ok()) return state.SkipWithError("no report");
    findings = static_cast<size_t>(report->findings_size());
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes) *
                          static_cast<int64_t>(state.iterations()));
  state.SetItemsProcessed(state.range(0) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["findings_per_article"] =
      static_cast<double>(findings) / static_cast<double>(documents.size());
}
BENCHMARK(BM_EndToEnd)
    ->ArgNames({"articles", "jobs"})
    ->Args({10, 1})
    ->Args({100, 1})
    ->Args({1000, 1})
    ->Args({10000, 1})
    ->Args({1000, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace claimcheck
