// Tagging, parsing and finding names must not allocate by the word: once the
// scratch memory has grown, a document costs nothing.

#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "bench/corpus_generator.h"
#include "claims/syntax/syntax.h"
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
namespace syntax {
namespace {

TEST(SyntaxAllocationTest, NoneInSteadyState) {
  std::vector<std::string> texts;
  for (GeneratedArticle& article : GenerateArticles(20)) {
    texts.push_back(article.text);
  }
  const Syntax& syntax = Syntax::Embedded();
  TokenizedText text;
  SyntaxScratch scratch;
  ParsedSentence parsed;
  size_t words = 0;
  for (int round = 0; round < 2; ++round) {
    allocations = words = 0;
    for (const std::string& t : texts) {
      Tokenize(t, &text);
      for (const Sentence& sentence : text.sentences) {
        syntax.Parse(text, sentence.tokens, &scratch, &parsed);
        words += parsed.words.size();
      }
    }
  }
  EXPECT_EQ(allocations, 0u);
  EXPECT_GT(words, 1000u);
}

}  // namespace
}  // namespace syntax
}  // namespace claimcheck
