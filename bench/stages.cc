// Where the time of `compare` goes: generated articles, all against all, one
// thread, a line for each stage.
//
//   bazel run -c opt //bench:stages -- 10000 --no-syntax
//
// Prints CPU time, what was counted and the most memory that was in use.

#include <sys/resource.h>

#include <algorithm>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "bench/corpus_generator.h"
#include "checker/limits.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/pipeline.h"
#include "rules/facts/facts.h"
#include "rules/link/corpus.h"
#include "rules/link/name_pairs.h"
#include "rules/link/story_details.h"
#include "rules/match/candidates.h"
#include "rules/match/claim_table.h"
#include "rules/packs/embedded_rules.h"

namespace claimcheck {
namespace {

class Stages {
 public:
  explicit Stages(size_t articles) : articles_(articles), last_(clock()) {}

  void End(const char* stage) {
    const clock_t now = clock();
    const double ms = 1000.0 * static_cast<double>(now - last_) / CLOCKS_PER_SEC;
    std::printf("%-24s %10.0f ms %8.1f us an article\n", stage, ms,
                1000 * ms / static_cast<double>(articles_));
    std::fflush(stdout);
    sum_ += ms;
    last_ = clock();
  }
  double sum() const { return sum_; }

 private:
  size_t articles_;
  clock_t last_;
  double sum_ = 0;
};

void Count(const char* what, size_t count, size_t per) {
  std::printf("%-24s %10zu    %8.2f\n", what, count,
              static_cast<double>(count) / static_cast<double>(per));
}

// Sentences that hold a claim.
size_t CountSentences(const std::vector<const DocumentAnalysis*>& documents) {
  size_t count = 0;
  for (const DocumentAnalysis* doc : documents) {
    std::vector<bool> holds(doc->text.sentences.size());
    for (const ClaimRecord& claim : doc->claims) holds[claim.sentence] = true;
    count += std::count(holds.begin(), holds.end(), true);
  }
  return count;
}

void Run(size_t count, bool syntax) {
  std::vector<v1::Document> documents;
  size_t bytes = 0;
  for (GeneratedArticle& article : GenerateArticles(count)) {
    v1::Document document;
    document.set_id(article.id);
    document.set_published(article.published);
    document.set_text(article.text);
    bytes += article.text.size();
    documents.push_back(std::move(document));
  }
  Count("bytes", bytes, count);
  const Extractor extractor(EmbeddedLexicon());
  const std::shared_ptr<const RuleSet> rules = EmbeddedRules();
  Stages stages(count);
  std::vector<const v1::Document*> pointers;
  for (const v1::Document& document : documents) pointers.push_back(&document);
  const std::vector<std::unique_ptr<DocumentAnalysis>> analyses =
      AnalyzeDocuments(extractor, pointers);
  std::vector<const DocumentAnalysis*> finished;
  for (const auto& analysis : analyses) finished.push_back(analysis.get());
  stages.End("extraction");
  const Corpus corpus(finished);
  stages.End("corpus");
  std::vector<CandidatePair> candidates;
  MatchStats stats;
  {
    const ClaimTable table(absl::MakeConstSpan(finished));
    stages.End("table");
    std::vector<std::pair<uint32_t, uint32_t>> stories;
    for (const StoryPair& pair : corpus.stories()) {
      stories.emplace_back(pair.left, pair.right);
    }
    MatchOptions options;
    options.stories = &stories;
    candidates = FindCandidates(table, options, &stats);
    stages.End("candidates");
  }
  const auto names = FindNamePairs(corpus);
  AddNamePairs(names, &candidates);
  stages.End("pairs of names");
  const std::vector<ClaimLink> links = LinkCandidates(corpus, candidates);
  stages.End("links");
  StoryOptions story;
  size_t parsed = 0;
  story.syntax = syntax;
  story.parsed = &parsed;
  const size_t details = ReadStoryDetails(corpus, story).size();
  stages.End("details of stories");
  EvaluateOptions evaluate;
  evaluate.choice.mode = RuleChoice::Mode::kCompare;
  RuleCounts counts;
  const std::vector<RuleHit> hits =
      Evaluate(*rules, corpus, links, evaluate, &counts);
  stages.End("rules, details again");
  // As the program does for its text report.
  FoldOptions fold;
  fold.max_findings = Limits().max_findings;
  fold.in_full = v1::Severity::WARNING;
  const Facts facts = FoldFacts(*rules, corpus, hits, links, fold);
  stages.End("findings");
  size_t claims = 0;
  for (const DocumentAnalysis* doc : finished) claims += doc->claims.size();
  Count("claims", claims, count);
  Count("keys", stats.keys, claims);
  Count("meetings", stats.meetings, claims);
  Count("candidates", stats.candidates, claims);
  Count("name pairs", names.size(), claims);
  Count("pairs left out", stats.pairs_left_out, claims);
  Count("links", links.size(), claims);
  Count("story pairs", corpus.stories().size(), count);
  Count("sentences with claims", CountSentences(finished), claims);
  Count("sentences parsed", parsed, CountSentences(finished));
  Count("details", details, count);
  Count("hits", hits.size(), count);
  Count("findings", facts.findings.size() + facts.left_out, count);
  Count("findings written", facts.findings.size(), count);
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%-24s %10ld KB\n", "most memory", usage.ru_maxrss);
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  size_t count = 1000;
  bool syntax = true;
  for (int i = 1; i < argc; ++i) {
    if (absl::string_view(argv[i]) == "--no-syntax") {
      syntax = false;
    } else if (!absl::SimpleAtoi(argv[i], &count)) {
      std::fprintf(stderr, "stages: not a number of articles: %s\n", argv[i]);
      return 2;
    }
  }
  claimcheck::Run(count, syntax);
  return 0;
}
