// Counts what the tokenizer does instead of timing it: its sources are compiled
// once more with a call at every basic block, and every `new` is counted.

#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>

#include "claims/text/hostile_texts.h"
#include "claims/text/tokenizer.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace {

uint64_t blocks_run = 0;
uint64_t allocations = 0;

}  // namespace

extern "C" void __sanitizer_cov_trace_pc() { ++blocks_run; }

void* operator new(size_t size) {
  ++allocations;
  void* const memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }

namespace claimcheck {
namespace {

uint64_t WorkFor(const std::string& text) {
  TokenizedText tokens;
  blocks_run = 0;
  Tokenize(text, &tokens);
  return blocks_run;
}

TEST(TokenizerWorkTest, GrowsWithTheTextAndNoFaster) {
  constexpr size_t kSize = 20000;
  for (const HostileText& family : HostileTexts()) {
    const uint64_t once = WorkFor(family.OfSize(kSize));
    const uint64_t eight_times = WorkFor(family.OfSize(8 * kSize));
    EXPECT_GT(once, kSize / 16) << family.name;  // the count counts
    EXPECT_LT(eight_times, 9 * once) << family.name;
    EXPECT_LT(once, 700 * kSize) << family.name;
  }
}

TEST(TokenizerWorkTest, PlainProseIsCheap) {
  std::string text;
  while (text.size() < 200000) {
    text += "The minister said on Monday that the bridge would be closed. ";
  }
  EXPECT_LT(WorkFor(text), 30 * text.size());
}

TEST(TokenizerWorkTest, AReusedTextCostsNoAllocation) {
  std::string text = RandomPieces(5, 20000);
  for (const HostileText& family : HostileTexts()) text += family.OfSize(300);
  TokenizedText tokens;
  Tokenize(text, &tokens);
  const std::string shorter = text.substr(0, 5000);
  allocations = 0;
  Tokenize(shorter, &tokens);
  Tokenize(text, &tokens);
  EXPECT_EQ(allocations, 0u);
  const std::string counted(100, 'x');
  EXPECT_GT(allocations, 0u);  // the count counts
}

}  // namespace
}  // namespace claimcheck
