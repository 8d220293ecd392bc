#include "rules/match/story_join.h"

#include <algorithm>
#include <array>

#include "rules/match/match_group.h"
#include "rules/match/match_key.h"
#include "rules/match/meeting.h"

namespace claimcheck {
namespace {

// Claims of one group in one document that are compared with each other.
constexpr size_t kMostOfStory = 400;

// A record of a claim that meets others of its story only.
struct OfStory {
  uint32_t document = 0;
  uint32_t group = 0;
  uint32_t row = 0;
  uint32_t required = 0;     // weight
  uint32_t most_of_bit = 0;  // that the tokens of one bit weigh at most
  uint64_t bits = 0;         // one for each token, some for several
  bool operator<(const OfStory& other) const {
    return document != other.document ? document < other.document
           : group != other.group     ? group < other.group
                                      : row < other.row;
  }
};

OfStory ReadOfStory(const MatchRecord& record, uint32_t row, uint32_t required) {
  OfStory out = {record.document, record.group, row, required, 0, 0};
  std::array<uint32_t, 64> weights = {};
  for (int i = 0; i < record.size; ++i) {
    const MatchToken token = record.tokens[i];
    const uint32_t bit = token * 0x9E3779B9u >> 26;
    out.bits |= uint64_t{1} << bit;
    weights[bit] += WeightOf(token);
    out.most_of_bit = std::max(out.most_of_bit, weights[bit]);
  }
  return out;
}

// False: the tokens of both weigh too little, as most do.
bool MayShareEnough(const OfStory& a, const OfStory& b) {
  return static_cast<uint32_t>(__builtin_popcountll(a.bits & b.bits)) *
             std::min(a.most_of_bit, b.most_of_bit) >=
         std::min(a.required, b.required);
}

// Takes out what is too many in one document to be paired in full, such as the
// amounts of a long table: that goes through the index, where it does not meet
// what the other documents of its story have of this kind.
void LeaveCrowds(MatchStats* stats, std::vector<OfStory>* rows) {
  size_t kept = 0;
  for (size_t i = 0, end; i < rows->size(); i = end) {
    end = i + 1;
    while (end < rows->size() && (*rows)[end].document == (*rows)[i].document &&
           (*rows)[end].group == (*rows)[i].group) {
      ++end;
    }
    if (end - i > kMostOfStory) {
      stats->pairs_left_out += end - i;
      continue;
    }
    for (size_t k = i; k < end; ++k) (*rows)[kept++] = (*rows)[k];
  }
  rows->resize(kept);
}

}  // namespace

std::vector<uint32_t> JoinStories(
    absl::Span<const MatchRecord> records, absl::Span<const uint8_t> required,
    const std::vector<std::pair<uint32_t, uint32_t>>& stories,
    MatchStats* stats, std::vector<uint64_t>* found) {
  std::vector<OfStory> rows;
  for (uint32_t row = 0; row < records.size(); ++row) {
    const MatchRecord& record = records[row];
    if (!IsOfStory(record.group)) continue;
    if (required[row] != kMeetsNobody) {
      rows.push_back(ReadOfStory(record, row, required[row]));
    }
  }
  std::sort(rows.begin(), rows.end());
  LeaveCrowds(stats, &rows);
  const auto meet = [&](const OfStory& a, const OfStory& b) {
    ++stats->meetings;
    if (!MayShareEnough(a, b)) return;
    const MatchRecord& x = records[a.row];
    const MatchRecord& y = records[b.row];
    if (x.ref() == y.ref()) return;
    if (static_cast<uint32_t>(WeightOfCommon(x, CommonTokens(x, y))) >=
        std::min(a.required, b.required)) {
      found->push_back(PairOfRows(a.row, b.row));
    }
  };
  const auto of = [&](uint32_t document) {
    const auto begin =
        std::lower_bound(rows.begin(), rows.end(), OfStory{document, 0, 0, 0, 0, 0});
    auto end = begin;
    while (end != rows.end() && end->document == document) ++end;
    return absl::MakeConstSpan(rows).subspan(begin - rows.begin(),
                                             end - begin);
  };
  for (size_t i = 0; i < rows.size(); ++i) {
    for (size_t k = i + 1; k < rows.size() &&
                           rows[k].document == rows[i].document &&
                           rows[k].group == rows[i].group;
         ++k) {
      meet(rows[i], rows[k]);
    }
  }
  for (const auto& [left, right] : stories) {
    const absl::Span<const OfStory> a = of(left), b = of(right);
    for (size_t i = 0, k = 0; i < a.size(); ++i) {
      while (k < b.size() && b[k].group < a[i].group) ++k;
      for (size_t j = k; j < b.size() && b[j].group == a[i].group; ++j) {
        meet(a[i], b[j]);
      }
    }
  }
  std::vector<uint32_t> joined;
  joined.reserve(rows.size());
  for (const OfStory& entry : rows) joined.push_back(entry.row);
  return joined;
}

}  // namespace claimcheck
