// Aligning two quotations of some 26 words: equal, edited in up to three
// places, and about other things.

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "benchmark/benchmark.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/link/quote_alignment.h"
#include "rules/match/synthetic_claims.h"

namespace claimcheck {
namespace {

constexpr size_t kPairs = 2000;
constexpr uint32_t kWords = 26;

struct Pair {
  v1::Document documents[2];
  DocumentAnalysis sides[2];
};

std::string Word(SplitMix* random) {
  constexpr const char* kSyllables[] = {"ta", "ro", "mil", "ken", "su",
                                        "ber", "lo", "nat", "vi", "gor"};
  std::string word;
  for (uint32_t n = 2 + random->Below(2); n > 0; --n) {
    word += kSyllables[random->Below(10)];
  }
  return word;
}

// Pairs whose second side is the first one with `edits` words replaced, or
// another one altogether.
std::vector<std::unique_ptr<Pair>> MakePairs(uint32_t edits, bool unrelated) {
  SplitMix random(7);
  const Extractor extractor(EmbeddedLexicon());
  std::vector<std::unique_ptr<Pair>> pairs;
  for (size_t p = 0; p < kPairs; ++p) {
    std::vector<std::string> words;
    for (uint32_t w = 0; w < kWords; ++w) words.push_back(Word(&random));
    auto pair = std::make_unique<Pair>();
    for (int side = 0; side < 2; ++side) {
      if (side == 1) {
        for (uint32_t w = 0; w < kWords && unrelated; ++w) {
          words[w] = Word(&random);
        }
        for (uint32_t e = random.Below(edits + 1); e > 0; --e) {
          words[random.Below(kWords)] = Word(&random);
        }
      }
      std::string text = "“";
      for (const std::string& word : words) absl::StrAppend(&text, word, " ");
      text.back() = ',';
      absl::StrAppend(&text, "” she said.");
      pair->documents[side].set_text(text);
      extractor.Analyze(pair->documents[side], Depth::kMentions,
                        &pair->sides[side]);
    }
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

void BM_QuoteDiff(benchmark::State& state, uint32_t edits, bool unrelated) {
  const std::vector<std::unique_ptr<Pair>> pairs = MakePairs(edits, unrelated);
  for (const auto& pair : pairs) {
    if (pair->sides[0].quotes.size() != 1 ||
        pair->sides[1].quotes.size() != 1) {
      return state.SkipWithError("not one quotation");
    }
  }
  size_t related = 0;
  for (auto _ : state) {
    related = 0;
    for (const auto& pair : pairs) {
      related += CompareQuotes(pair->sides[0], pair->sides[0].quotes[0],
                               pair->sides[1], pair->sides[1].quotes[0])
                     .related;
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(kPairs) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["related"] =
      static_cast<double>(related) / static_cast<double>(kPairs);
}
// The same with the words of each quotation read before, as a corpus keeps
// them.
void BM_QuoteDiffOfWords(benchmark::State& state, uint32_t edits,
                         bool unrelated) {
  const std::vector<std::unique_ptr<Pair>> pairs = MakePairs(edits, unrelated);
  std::vector<QuoteWords> words(2 * pairs.size());
  std::vector<QuoteText> texts;
  for (size_t i = 0; i < words.size(); ++i) {
    const DocumentAnalysis& doc = pairs[i / 2]->sides[i % 2];
    if (doc.quotes.size() != 1) {
      return state.SkipWithError("not one quotation");
    }
    ReadQuoteWords(doc, doc.quotes[0], &words[i]);
    texts.push_back({&doc, &doc.quotes[0], &words[i]});
  }
  size_t related = 0;
  for (auto _ : state) {
    related = 0;
    for (size_t i = 0; i < texts.size(); i += 2) {
      related += CompareQuotes(texts[i], texts[i + 1]).related;
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(kPairs) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["related"] =
      static_cast<double>(related) / static_cast<double>(kPairs);
}
BENCHMARK_CAPTURE(BM_QuoteDiffOfWords, equal, 0, false);
BENCHMARK_CAPTURE(BM_QuoteDiffOfWords, edited, 3, false);
BENCHMARK_CAPTURE(BM_QuoteDiffOfWords, unrelated, 0, true);

BENCHMARK_CAPTURE(BM_QuoteDiff, equal, 0, false);
BENCHMARK_CAPTURE(BM_QuoteDiff, edited, 3, false);
BENCHMARK_CAPTURE(BM_QuoteDiff, unrelated, 0, true);

}  // namespace
}  // namespace claimcheck
