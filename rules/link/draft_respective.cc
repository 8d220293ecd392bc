// Values that a draft gives to another thing than a source, which tells them of
// several "respectively".

#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/link/draft_reader.h"
#include "rules/link/respective_lists.h"

namespace claimcheck {
namespace {

using Entry = RespectiveLists::Entry;

// What else the source sentence has to say of the draft's, in hundredths.
constexpr int kEnoughRest = 50;

SentenceUnit UnitOf(const Entry& entry) {
  return {entry.tokens,
          entry.kind == RespectiveLists::kTime ? SentenceUnit::kTime
                                               : SentenceUnit::kAmount,
          entry.mention};
}

}  // namespace

// Whether an entry of the draft and one of a source are the same.
bool DraftReader::SameEntry(const Entry& mine, uint32_t source,
                            const Entry& other) const {
  if (mine.kind != other.kind) return false;
  if (mine.kind != RespectiveLists::kName) {
    return UnitSupport(sources_, draft_.document, UnitOf(mine), source,
                       UnitOf(other)) == 100;
  }
  // By the last word: "Lind" is "Tor Lind".
  return doc().text.tokens[mine.tokens.end - 1].word ==
         sources_.document(source).text.tokens[other.tokens.end - 1].word;
}

void DraftReader::ReadRespective() {
  std::vector<Entry> mine;
  for (const UnitSentence& sentence : near_) {
    const SentenceRef at = sentence.at;
    const RespectiveLists lists =
        ReadRespectiveLists(sources_.document(at.document), at.sentence);
    if (lists.first.empty()) continue;
    if (mine.empty()) mine = EntriesOf(doc(), draft_.sentence);
    const auto find = [&](const Entry& entry) -> const Entry* {
      for (const Entry& own : mine) {
        if (SameEntry(own, at.document, entry)) return &own;
      }
      return nullptr;
    };
    const size_t count = lists.first.size();
    std::vector<const Entry*> first(count), second(count);
    for (size_t i = 0; i < count; ++i) {
      first[i] = find(lists.first[i]);
      second[i] = find(lists.second[i]);
    }
    for (size_t i = 0; i < count; ++i) {
      if (first[i] == nullptr || second[i] == nullptr) continue;
      // As the source has it, whatever else it has near by.
      const auto told = [&](const Detail& detail) {
        return detail.document == draft_.document &&
               detail.held == DetailHeld::kElsewhere &&
               (detail.span.Overlaps(SpanOf(draft_.document, first[i]->tokens)) ||
                detail.span.Overlaps(SpanOf(draft_.document, second[i]->tokens)));
      };
      out_.erase(std::remove_if(out_.begin(), out_.end(), told), out_.end());
    }
    for (size_t i = 0; i < count; ++i) {
      for (size_t j = 0; j < count; ++j) {
        // The draft has one thing, and of the values another's.
        if (i == j || first[i] == nullptr || first[j] != nullptr ||
            second[j] == nullptr || second[i] != nullptr ||
            CoveredBy(at, second[j]->tokens.begin) < kEnoughRest) {
          continue;
        }
        const RespectiveLists::Kind kind = second[j]->kind;
        AddRelation(kind == RespectiveLists::kName   ? DetailKind::kName
                    : kind == RespectiveLists::kTime ? DetailKind::kTime
                                                     : DetailKind::kFigure,
                    second[j]->tokens,
                    kind == RespectiveLists::kName ? Departure::kName
                                                   : Departure::kValue,
                    at, lists.second[i].tokens);
        return;
      }
    }
  }
}

}  // namespace claimcheck
