// How fast sentences are tagged and parsed, words cut as the treebanks cut them
// and names found, over generated articles.  One thread; "tokens" are words.

#include <string>
#include <vector>

#include "bench/corpus_generator.h"
#include "benchmark/benchmark.h"
#include "claims/syntax/syntax.h"
#include "claims/text/tokenizer.h"

namespace claimcheck {
namespace syntax {
namespace {

const std::vector<TokenizedText>& Texts() {
  static const auto* const texts = [] {
    static const std::vector<GeneratedArticle> articles = GenerateArticles(100);
    auto* out = new std::vector<TokenizedText>(articles.size());
    for (size_t i = 0; i < articles.size(); ++i) {
      Tokenize(articles[i].text, &(*out)[i]);
    }
    return out;
  }();
  return *texts;
}

void BM_Words(benchmark::State& state) {
  std::vector<SyntaxWord> words;
  size_t count = 0;
  for (auto _ : state) {
    for (const TokenizedText& text : Texts()) {
      for (const Sentence& sentence : text.sentences) {
        CutWords(text, sentence.tokens, &words);
        count += words.size();
      }
    }
  }
  state.counters["tokens"] = benchmark::Counter(static_cast<double>(count),
                                                benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Words)->Unit(benchmark::kMillisecond);

// Names too, or tags and tree alone.
void Parse(benchmark::State& state, const SyntaxOptions& options) {
  const Syntax& syntax = Syntax::Embedded();
  SyntaxScratch scratch;
  ParsedSentence parsed;
  size_t count = 0;
  for (auto _ : state) {
    for (const TokenizedText& text : Texts()) {
      for (const Sentence& sentence : text.sentences) {
        syntax.Parse(text, sentence.tokens, options, &scratch, &parsed);
        count += parsed.words.size();
      }
    }
  }
  state.counters["tokens"] = benchmark::Counter(static_cast<double>(count),
                                                benchmark::Counter::kIsRate);
}
void BM_Tags(benchmark::State& state) {
  SyntaxOptions options;
  options.tree = options.names = false;
  Parse(state, options);
}
BENCHMARK(BM_Tags)->Unit(benchmark::kMillisecond);
void BM_TagsAndTree(benchmark::State& state) {
  SyntaxOptions options;
  options.names = false;
  Parse(state, options);
}
BENCHMARK(BM_TagsAndTree)->Unit(benchmark::kMillisecond);
void BM_TagsTreeAndNames(benchmark::State& state) { Parse(state, {}); }
BENCHMARK(BM_TagsTreeAndNames)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace syntax
}  // namespace claimcheck
