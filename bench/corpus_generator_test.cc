#include "bench/corpus_generator.h"

#include <set>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

size_t Vocabulary(const std::string& text) {
  std::set<absl::string_view> words;
  for (absl::string_view word : absl::StrSplit(text, ' ')) words.insert(word);
  return words.size();
}

TEST(CorpusGeneratorTest, SameSeedSameBytes) {
  EXPECT_EQ(GenerateText(100000), GenerateText(100000));
  CorpusOptions other;
  other.seed = 2;
  EXPECT_NE(GenerateText(100000), GenerateText(100000, other));
}

TEST(CorpusGeneratorTest, ArticlesAreOfTheSizeOfNews) {
  const std::vector<GeneratedArticle> articles = GenerateArticles(200);
  ASSERT_EQ(articles.size(), 200u);
  size_t bytes = 0;
  std::set<uint32_t> stories;
  for (const GeneratedArticle& article : articles) {
    bytes += article.text.size();
    stories.insert(article.story);
    EXPECT_EQ(article.text.find("$K"), std::string::npos);
  }
  EXPECT_GT(bytes / 200, 3400u);
  EXPECT_LT(bytes / 200, 5200u);
  EXPECT_LT(stories.size(), 150u) << "stories are shared";
  EXPECT_GT(stories.size(), 20u);
}

// A benchmark on repeated text, or on a fixed vocabulary, measures its own
// poverty.
TEST(CorpusGeneratorTest, TextDoesNotRepeatAndVocabularyGrows) {
  const std::string text = GenerateText(2000000);
  std::set<absl::string_view> paragraphs;
  size_t all = 0;
  for (absl::string_view p :
       absl::StrSplit(text, "\n\n", absl::SkipWhitespace())) {
    paragraphs.insert(p);
    ++all;
  }
  EXPECT_GT(paragraphs.size() * 10, all * 8);
  const size_t few = Vocabulary(text.substr(0, 200000));
  EXPECT_GT(Vocabulary(text), 3 * few);
}

}  // namespace
}  // namespace claimcheck
