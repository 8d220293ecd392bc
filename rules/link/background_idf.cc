#include "rules/link/background_idf.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "claims/text/stem.h"

namespace claimcheck {

extern const char* const kBackgroundIdfFile;  // data/background_idf.txt

namespace {

using Table = absl::flat_hash_map<uint32_t, uint32_t>;

Table ReadFile() {
  Table table;
  const absl::string_view file = kBackgroundIdfFile;
  for (absl::string_view line : absl::StrSplit(file, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    uint32_t idf = 0;
    for (absl::string_view word : absl::StrSplit(line, ' ')) {
      if (idf == 0) {
        if (!absl::SimpleAtoi(word, &idf)) break;
        continue;
      }
      // Words with one stem are as common as the more common of them.
      const auto it = table.emplace(StemHash(word), idf).first;
      if (idf < it->second) it->second = idf;
    }
  }
  return table;
}

}  // namespace

uint32_t BackgroundIdf(uint32_t stem) {
  static const Table* const table = new Table(ReadFile());
  const auto it = table->find(stem);
  return it == table->end() ? kUnlistedIdf : it->second;
}

}  // namespace claimcheck
