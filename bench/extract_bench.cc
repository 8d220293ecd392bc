// How fast text becomes claims, beside what the machine could do at most: a
// loop over newlines, and one pass of regular expressions that find but value
// nothing.  All run over the same generated articles, which do not repeat.

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "bench/corpus_generator.h"
#include "benchmark/benchmark.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "re2/re2.h"

namespace claimcheck {

extern const char kPatternsFile[];  // data/patterns.txt

namespace {

// Enough that no cache of a core holds it.
constexpr size_t kArticles = 2000;

struct Corpus {
  std::vector<v1::Document> documents;
  std::string text;  // all of them

  explicit Corpus(const CorpusOptions& options) {
    for (GeneratedArticle& article : GenerateArticles(kArticles, options)) {
      v1::Document document;
      document.set_id(article.id);
      document.set_published(article.published);
      document.set_text(article.text);
      documents.push_back(document);
      absl::StrAppend(&text, article.text, "\n");
    }
  }
};

const Corpus& News() {
  static const Corpus* const corpus = new Corpus({});
  return *corpus;
}

// Every sentence holds values.
const Corpus& Dense() {
  static const Corpus* const corpus = [] {
    CorpusOptions options;
    options.filler_percent = 0;
    return new Corpus(options);
  }();
  return *corpus;
}

// One sentence of thirty does.
const Corpus& Sparse() {
  static const Corpus* const corpus = [] {
    CorpusOptions options;
    options.filler_percent = 3000;
    return new Corpus(options);
  }();
  return *corpus;
}

// Text made to cost: what opens and never closes, triggers side by side,
// digits and names without end.
const Corpus& Adversarial() {
  static const Corpus* const corpus = [] {
    auto* const made = new Corpus({});
    const std::vector<std::string> pieces = {
        "(",           "“",         "\"",      "said ",   "7",
        "$",           "1,",        "two ",    "May ",    "on Tuesday ",
        "Anna ",       "of ",       "more than ", "[",    "said “No” ",
        "a.m. ",       "9:",        "last ",   "- ",      "Mr. "};
    for (size_t i = 0; i < made->documents.size(); ++i) {
      std::string text;
      while (text.size() < 4300) {
        absl::StrAppend(&text, pieces[i % pieces.size()]);
        if (i >= pieces.size()) {
          absl::StrAppend(&text, pieces[(i * 7 + text.size()) % pieces.size()]);
        }
      }
      made->documents[i].set_text(text);
    }
    return made;
  }();
  return *corpus;
}

void SetBytes(benchmark::State& state, size_t bytes) {
  state.SetBytesProcessed(static_cast<int64_t>(bytes) *
                          static_cast<int64_t>(state.iterations()));
}

void BM_MemchrBaseline(benchmark::State& state) {
  const std::string& text = News().text;
  for (auto _ : state) {
    size_t lines = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (const void* found =
               std::memchr(at, '\n', static_cast<size_t>(end - at))) {
      at = static_cast<const char*>(found) + 1;
      ++lines;
    }
    benchmark::DoNotOptimize(lines);
  }
  SetBytes(state, text.size());
}
BENCHMARK(BM_MemchrBaseline)->Unit(benchmark::kMillisecond);

// One find-all pass of the first patterns as one alternation.  No values.
void BM_Re2Reference(benchmark::State& state) {
  std::vector<std::string> patterns;
  for (absl::string_view line :
       absl::StrSplit(absl::string_view(kPatternsFile), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    if (patterns.size() == static_cast<size_t>(state.range(0))) break;
    patterns.push_back(absl::StrCat("(?:", line, ")"));
  }
  RE2::Options options;
  options.set_max_mem(256 << 20);
  options.set_never_capture(true);
  const RE2 all(absl::StrJoin(patterns, "|"), options);
  if (!all.ok()) return state.SkipWithError(all.error().c_str());
  const std::string& text = News().text;
  const auto count_matches = [&] {
    size_t matches = 0;
    size_t at = 0;
    re2::StringPiece match;
    while (all.Match(text, at, text.size(), RE2::UNANCHORED, &match, 1)) {
      ++matches;
      at = static_cast<size_t>(match.end() - text.data());
    }
    return matches;
  };
  // The first pass builds the automata; it is not what is compared.
  size_t matches = count_matches();
  for (auto _ : state) matches = count_matches();
  SetBytes(state, text.size());
  state.counters["matches_per_MB"] =
      static_cast<double>(matches) / (static_cast<double>(text.size()) * 1e-6);
}
BENCHMARK(BM_Re2Reference)
    ->Arg(1)
    ->Arg(10)
    ->Arg(50)
    ->Unit(benchmark::kMillisecond);

void BM_Tokenize(benchmark::State& state) {
  const Corpus& corpus = News();
  TokenizedText tokens;
  size_t count = 0;
  for (auto _ : state) {
    count = 0;
    for (const v1::Document& document : corpus.documents) {
      Tokenize(document.text(), &tokens);
      count += tokens.tokens.size();
    }
  }
  SetBytes(state, corpus.text.size());
  state.counters["tokens"] = static_cast<double>(count);
}
BENCHMARK(BM_Tokenize)->Unit(benchmark::kMillisecond);

void BM_TokenizeAndAnnotate(benchmark::State& state) {
  const Corpus& corpus = News();
  TokenizedText tokens;
  LexHits hits;
  for (auto _ : state) {
    for (const v1::Document& document : corpus.documents) {
      Tokenize(document.text(), &tokens);
      EmbeddedLexicon()->Annotate(tokens, &hits);
      benchmark::DoNotOptimize(hits.size());
    }
  }
  SetBytes(state, corpus.text.size());
}
BENCHMARK(BM_TokenizeAndAnnotate)->Unit(benchmark::kMillisecond);

void Extract(benchmark::State& state, const Corpus& corpus, Depth depth) {
  const Extractor extractor(EmbeddedLexicon());
  DocumentAnalysis doc;
  size_t claims = 0, mentions = 0, bytes = 0;
  for (const v1::Document& document : corpus.documents) {
    bytes += document.text().size();
  }
  for (auto _ : state) {
    claims = mentions = 0;
    for (const v1::Document& document : corpus.documents) {
      extractor.Analyze(document, depth, &doc);
      claims += doc.claims.size();
      mentions += doc.times.size() + doc.quantities.size() + doc.quotes.size() +
                  doc.attributions.size();
    }
  }
  SetBytes(state, bytes);
  const double megabytes = static_cast<double>(bytes) * 1e-6;
  state.counters["claims_per_MB"] = static_cast<double>(claims) / megabytes;
  state.counters["mentions_per_MB"] = static_cast<double>(mentions) / megabytes;
}

void BM_ExtractValues(benchmark::State& state) {
  Extract(state, News(), Depth::kValues);
}
BENCHMARK(BM_ExtractValues)->Unit(benchmark::kMillisecond);

void BM_ExtractMentions(benchmark::State& state) {
  Extract(state, News(), Depth::kMentions);
}
BENCHMARK(BM_ExtractMentions)->Unit(benchmark::kMillisecond);

void BM_ExtractClaims(benchmark::State& state, const Corpus& (*corpus)()) {
  Extract(state, corpus(), Depth::kClaims);
}
BENCHMARK_CAPTURE(BM_ExtractClaims, news, News)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ExtractClaims, dense, Dense)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ExtractClaims, sparse, Sparse)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_ExtractClaims, adversarial, Adversarial)
    ->Unit(benchmark::kMillisecond);

// What the messages add to the records: analysis to bytes.
void BM_ClaimToProto(benchmark::State& state) {
  const Extractor extractor(EmbeddedLexicon());
  std::vector<DocumentAnalysis> docs(200);
  size_t claims = 0, bytes = 0;
  for (size_t i = 0; i < docs.size(); ++i) {
    extractor.Analyze(News().documents[i], Depth::kClaims, &docs[i]);
    claims += docs[i].claims.size();
  }
  v1::Claim message;
  std::string wire;
  for (auto _ : state) {
    bytes = 0;
    for (const DocumentAnalysis& doc : docs) {
      for (const ClaimRecord& claim : doc.claims) {
        message = ToProto(doc, claim);
        wire.clear();
        message.AppendToString(&wire);
        bytes += wire.size();
      }
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(claims) *
                          static_cast<int64_t>(state.iterations()));
  state.counters["bytes_per_claim"] =
      static_cast<double>(bytes) / static_cast<double>(claims);
}
BENCHMARK(BM_ClaimToProto)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace claimcheck
