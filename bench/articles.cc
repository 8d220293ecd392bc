// Writes generated articles as JSON Lines, for `claimcheck compare --input=jsonl`:
//
//   bazel run -c opt //bench:articles -- 10000 > articles.jsonl

#include <cstdio>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "bench/corpus_generator.h"

int main(int argc, char** argv) {
  size_t count = 1000;
  if (argc > 2 || (argc == 2 && !absl::SimpleAtoi(argv[1], &count))) {
    std::fprintf(stderr, "usage: articles [NUMBER]\n");
    return 2;
  }
  for (const claimcheck::GeneratedArticle& article :
       claimcheck::GenerateArticles(count)) {
    const std::string text = absl::StrReplaceAll(
        article.text, {{"\\", "\\\\"}, {"\"", "\\\""}, {"\n", "\\n"}});
    const std::string line = absl::StrCat(
        "{\"id\":\"", article.id, "\",\"published\":\"", article.published,
        "\",\"text\":\"", text, "\"}\n");
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return 0;
}
