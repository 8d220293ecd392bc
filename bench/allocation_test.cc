// Extraction must not allocate by the token or by the claim: once the vectors
// of a DocumentAnalysis have grown, a document costs a bounded number of
// allocations.  Counts calls of operator new; needs no clock.

#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "bench/corpus_generator.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gtest/gtest.h"

namespace {
size_t allocations = 0;

void* CountedAlloc(size_t size) {
  ++allocations;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) std::abort();
  return memory;
}
}  // namespace

void* operator new(size_t size) { return CountedAlloc(size); }
void* operator new[](size_t size) { return CountedAlloc(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

namespace claimcheck {
namespace {

// What is left is the keys of entities and the tables that merge their names.
constexpr size_t kPerDocument = 50;

std::vector<v1::Document> Documents() {
  std::vector<v1::Document> documents;
  for (GeneratedArticle& article : GenerateArticles(200)) {
    v1::Document document;
    document.set_id(article.id);
    document.set_published(article.published);
    document.set_text(article.text);
    documents.push_back(document);
  }
  return documents;
}

TEST(AllocationTest, TokensAndLexiconHitsCostNone) {
  const std::vector<v1::Document> documents = Documents();
  TokenizedText text;
  LexHits hits;
  for (int round = 0; round < 2; ++round) {
    allocations = 0;
    for (const v1::Document& document : documents) {
      Tokenize(document.text(), &text);
      EmbeddedLexicon()->Annotate(text, &hits);
    }
  }
  EXPECT_EQ(allocations, 0u);
}

TEST(AllocationTest, DocumentCostsABoundedNumberInSteadyState) {
  const std::vector<v1::Document> documents = Documents();
  const Extractor extractor(EmbeddedLexicon());
  DocumentAnalysis doc;
  size_t claims = 0;
  for (int round = 0; round < 2; ++round) {
    allocations = claims = 0;
    for (const v1::Document& document : documents) {
      extractor.Analyze(document, Depth::kClaims, &doc);
      claims += doc.claims.size();
    }
  }
  const double per_document =
      static_cast<double>(allocations) / static_cast<double>(documents.size());
  RecordProperty("allocations_per_document", std::to_string(per_document));
  EXPECT_LE(per_document, kPerDocument);
  EXPECT_GT(claims, documents.size()) << "nothing was extracted";
}

// Ten articles in one have ten times the tokens and claims.
TEST(AllocationTest, LongDocumentsDoNotCostMoreByTheToken) {
  const std::vector<v1::Document> documents = Documents();
  v1::Document longer;
  for (int i = 0; i < 10; ++i) {
    longer.mutable_text()->append(documents[i].text());
  }
  const Extractor extractor(EmbeddedLexicon());
  DocumentAnalysis doc;
  extractor.Analyze(longer, Depth::kClaims, &doc);
  allocations = 0;
  extractor.Analyze(longer, Depth::kClaims, &doc);
  RecordProperty("allocations", std::to_string(allocations));
  RecordProperty("tokens", std::to_string(doc.text.tokens.size()));
  EXPECT_LE(allocations, kPerDocument + 3 * doc.text.sentences.size());
}

}  // namespace
}  // namespace claimcheck
