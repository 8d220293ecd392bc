#ifndef CLAIMCHECK_BENCH_CORPUS_GENERATOR_H_
#define CLAIMCHECK_BENCH_CORPUS_GENERATOR_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace claimcheck {

// A made-up news article.
struct GeneratedArticle {
  std::string id;         // "a000017"
  std::string published;  // "2024-06-19"
  std::string text;
  uint32_t story = 0;  // articles of one story tell of the same facts
};

struct CorpusOptions {
  uint64_t seed = 1;
  // Sentences without any value, for each sentence that tells a fact.
  int filler_percent = 120;
  // How often an article has another number than the others of its story.
  int changed_percent = 10;
};

// Articles of 3 to 5 KB with some 16 numbers, amounts, dates and times each,
// about stories that are told by one to sixty of them.  Text that repeats would
// flatter every branch predictor, so hardly two sentences are alike but those
// that articles of a story share; names and things are made up as needed, so
// that the vocabulary grows with the corpus as it does in text (Heaps' law).
// The same seed gives the same bytes everywhere.
std::vector<GeneratedArticle> GenerateArticles(
    size_t articles, const CorpusOptions& options = {});

// Articles one after another, of at least `bytes` together.
std::string GenerateText(size_t bytes, const CorpusOptions& options = {});

}  // namespace claimcheck

#endif  // CLAIMCHECK_BENCH_CORPUS_GENERATOR_H_
