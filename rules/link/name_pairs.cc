#include "rules/link/name_pairs.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "rules/link/name_spelling.h"
#include "rules/link/person_title.h"

namespace claimcheck {

std::vector<std::pair<ClaimRef, ClaimRef>> FindNamePairs(const Corpus& corpus) {
  // More ways to write names that share a word are not paired in full.
  constexpr size_t kMostOfAKey = 48;
  // More documents that write one name alike say nothing new.
  constexpr size_t kMostAlike = 4;
  struct Entry {
    std::string key;
    std::string form;
    ClaimRef ref;
  };
  std::vector<Entry> entries;
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    const DocumentAnalysis& doc = corpus.document(d);
    for (uint32_t c = 0; c < doc.claims.size(); ++c) {
      if (doc.claims[c].kind != ClaimKind::kName) continue;
      const std::vector<std::string> words =
          NormalizedWords(WrittenWords(corpus, {d, c}));
      if (words.size() < 2) continue;
      std::string form = std::string(TitleOf(doc, NameOfClaim(corpus, {d, c})).role);
      for (const std::string& word : words) form += " " + word;
      entries.push_back({"0" + words.front(), form, {d, c}});
      entries.push_back({"1" + words.back(), form, {d, c}});
      // Where both are off, what they begin with.
      entries.push_back({absl::StrCat("2", words.front().substr(0, 2), " ",
                                      words.back().substr(0, 2)),
                         form,
                         {d, c}});
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.key != b.key) return a.key < b.key;
    if (a.form != b.form) return a.form < b.form;
    return a.ref < b.ref;
  });
  std::vector<std::pair<ClaimRef, ClaimRef>> pairs;
  std::vector<size_t> kept;
  for (size_t i = 0; i < entries.size();) {
    kept.clear();
    size_t end = i, alike = 0;
    for (; end < entries.size() && entries[end].key == entries[i].key; ++end) {
      alike =
          end > i && entries[end].form == entries[end - 1].form ? alike + 1 : 0;
      if (alike < kMostAlike && kept.size() < kMostOfAKey) kept.push_back(end);
    }
    for (size_t a = 0; a < kept.size(); ++a) {
      for (size_t b = a + 1; b < kept.size(); ++b) {
        // What is written alike cannot disagree.
        if (entries[kept[a]].form == entries[kept[b]].form) continue;
        pairs.push_back(
            std::minmax(entries[kept[a]].ref, entries[kept[b]].ref));
      }
    }
    i = end;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace claimcheck
