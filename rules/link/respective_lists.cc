#include "rules/link/respective_lists.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "claims/lexicon/lexicon.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

using Entry = RespectiveLists::Entry;

// More words than these between two entries belong to something else.
constexpr uint32_t kMostBetween = 4;

// ", ", " and in ", ", the ": what stands between two entries of one list.
bool JoinsEntries(const DocumentAnalysis& doc, const Entry& a, const Entry& b) {
  if (a.kind != b.kind || b.tokens.begin - a.tokens.end > kMostBetween) {
    return false;
  }
  constexpr uint64_t kBeforeEntry = Bit(Lex::kPreposition) |
                                    Bit(Lex::kDeterminer) | Bit(Lex::kTitle) |
                                    Bit(Lex::kRoleNoun);
  bool joined = false;
  for (uint32_t t = a.tokens.end; t < b.tokens.begin; ++t) {
    const absl::string_view word = doc.text.Folded(t);
    if (doc.text.IsChar(t, ',') || word == "and" || word == "or" || word == "&") {
      joined = true;
    } else if ((doc.lex.Mask(t) & kBeforeEntry) == 0) {
      return false;
    }
  }
  return joined;
}

std::vector<std::vector<Entry>> ListsBefore(const DocumentAnalysis& doc,
                                            const std::vector<Entry>& entries,
                                            uint32_t end) {
  std::vector<std::vector<Entry>> lists;
  std::vector<Entry> list;
  const auto close = [&] {
    if (list.size() > 1) lists.push_back(list);
    list.clear();
  };
  for (const Entry& entry : entries) {
    if (entry.tokens.end > end) break;
    if (!list.empty() && !JoinsEntries(doc, list.back(), entry)) close();
    list.push_back(entry);
  }
  close();
  return lists;
}

}  // namespace

std::vector<Entry> EntriesOf(const DocumentAnalysis& doc, uint32_t sentence) {
  std::vector<Entry> all;
  const auto add = [&](RespectiveLists::Kind kind, const auto& mentions,
                       const auto& of_document) {
    for (const auto& mention : mentions) {
      all.push_back({kind, mention.tokens,
                     static_cast<uint32_t>(&mention - of_document.data())});
    }
  };
  add(RespectiveLists::kTime, MentionsIn(doc.times, sentence), doc.times);
  add(RespectiveLists::kAmount, MentionsIn(doc.quantities, sentence),
      doc.quantities);
  for (const NameMention& name : MentionsIn(doc.names, sentence)) {
    if (name.form != NameMention::kName) continue;
    all.push_back({RespectiveLists::kName, name.tokens,
                   static_cast<uint32_t>(&name - doc.names.data())});
  }
  std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
    return std::make_tuple(a.tokens.begin, b.tokens.end, a.kind) <
           std::make_tuple(b.tokens.begin, a.tokens.end, b.kind);
  });
  std::vector<Entry> entries;
  for (const Entry& entry : all) {
    if (entries.empty() || entry.tokens.begin >= entries.back().tokens.end) {
      entries.push_back(entry);
    }
  }
  return entries;
}

RespectiveLists ReadRespectiveLists(const DocumentAnalysis& doc,
                                    uint32_t sentence) {
  static const uint32_t kRespectively = WordHash("respectively");
  const TokenRange tokens = doc.text.sentences[sentence].tokens;
  uint32_t word = tokens.begin;
  while (word < tokens.end && doc.text.tokens[word].word != kRespectively) ++word;
  RespectiveLists found;
  if (word == tokens.end) return found;
  const std::vector<std::vector<Entry>> lists =
      ListsBefore(doc, EntriesOf(doc, sentence), word);
  // The last list, and the nearest before it that has as many entries.
  for (size_t b = lists.size(); b-- > 1;) {
    for (size_t a = b; a-- > 0;) {
      if (lists[a].size() != lists[b].size()) continue;
      found.first = lists[a];
      found.second = lists[b];
      return found;
    }
  }
  return found;
}

}  // namespace claimcheck
