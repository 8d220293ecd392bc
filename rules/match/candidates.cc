#include "rules/match/candidates.h"

#include <algorithm>
#include <utility>

#include "rules/match/match_key.h"
#include "rules/match/radix_sort.h"
#include "rules/match/story_join.h"

namespace claimcheck {
namespace {

constexpr uint64_t kRowMask = (uint64_t{1} << kRowBits) - 1;

// In a hot group a claim is paired with this many of those that follow it.
constexpr size_t kHotNeighbours = 8;
// A filter of the tokens that undemanding records ask with, one bit each.
constexpr uint64_t kFilterBits = uint64_t{1} << 22;

// A record in a group of records that share tokens.
struct Member {
  uint32_t row = 0;
  uint16_t shared = 0;   // which of its tokens those are, bit by bit
  uint8_t at = 0;        // the last of them
  uint8_t possible = 0;  // weight of those and of all tokens that follow `at`
  uint8_t required = 0;
};

class Join {
 public:
  Join(const ClaimTable& table, const MatchOptions& options, MatchStats* stats)
      : records_(table.records()),
        copy_keys_(table.copy_keys()),
        options_(options),
        stats_(stats) {}

  std::vector<CandidatePair> Run() {
    stats_->records = records_.size();
    required_.reserve(records_.size());
    for (const MatchRecord& record : records_) {
      required_.push_back(
          static_cast<uint8_t>(RequiredWeight(record, options_.rule)));
    }
    if (options_.stories != nullptr) LeaveToStories();
    FoldCopies();
    EmitKeys();
    RadixSort(kRowBits, 64, &words_, &scratch_);
    JoinRuns();
    stats_->peak_bytes = required_.capacity() +
                         8 * (words_.capacity() + scratch_.capacity() +
                              found_.capacity());
    return Pairs();
  }

 private:
  // The index never sees the claims that meet within their stories only.
  void LeaveToStories() {
    joined_.resize(records_.size());
    for (const uint32_t row :
         JoinStories(records_, required_, *options_.stories, stats_, &found_)) {
      required_[row] = kMeetsNobody;
      joined_[row] = true;
    }
  }

  // Copies of a sentence are the one case where all pairs of a large group
  // share everything; the first copy stands for the others.
  void FoldCopies() {
    std::vector<std::pair<uint64_t, uint32_t>> copies;
    for (uint32_t row = 0; row < records_.size(); ++row) {
      const bool joined = !joined_.empty() && joined_[row];
      if (copy_keys_[row] != 0 && !joined) copies.push_back({copy_keys_[row], row});
    }
    std::sort(copies.begin(), copies.end());
    for (size_t i = 0, end; i < copies.size(); i = end) {
      end = i + 1;
      while (end < copies.size() && copies[end].first == copies[i].first) ++end;
      if (end - i <= options_.fold_above) continue;
      const uint32_t first = copies[i].second;
      for (size_t k = i + 1; k < end; ++k) {
        const uint32_t row = copies[k].second;
        required_[row] = kMeetsNobody;
        ++stats_->folded_records;
        Found(first, row);
        if (k > i + 1) Found(copies[k - 1].second, row);
      }
    }
  }

  // Index words for the tokens of each record that a pair can begin with: the
  // weight from there on reaches what the record requires.  A record that
  // requires less than others may share with them tokens which lie too far back
  // in theirs; so they answer to its tokens too.
  void EmitKeys() {
    std::vector<uint64_t> filter;
    for (uint32_t row = 0; row < records_.size(); ++row) {
      if (required_[row] >= options_.rule.enough) continue;
      filter.resize(kFilterBits / 64);
      ForEachToken(row, [&](uint64_t key, int left) {
        if (left < required_[row]) return;
        filter[key % kFilterBits / 64] |= uint64_t{1} << (key % 64);
      });
    }
    for (uint32_t row = 0; row < records_.size(); ++row) {
      if (required_[row] == kMeetsNobody) continue;
      ForEachToken(row, [&](uint64_t key, int left) {
        if (left >= required_[row] ||
            (!filter.empty() &&
             (filter[key % kFilterBits / 64] >> (key % 64) & 1) != 0)) {
          words_.push_back((key & ~kRowMask) | row);
        }
      });
    }
    stats_->keys = words_.size();
  }

  // Calls f(key, weight from there on) for the tokens that other records have
  // too.
  template <typename F>
  void ForEachToken(uint32_t row, F f) const {
    const MatchRecord& record = records_[row];
    int left = record.total;
    for (int i = 0; i < record.size; ++i) {
      if (i >= record.unique) {
        f(MixMatchKey(record.tokens[i], record.group), left);
      }
      left -= WeightOf(record.tokens[i]);
    }
  }

  // Adds `token` to what `member` shares; false when it has no such token
  // after the last one.
  bool Share(MatchToken token, Member* member) const {
    const MatchRecord& record = records_[member->row];
    int at = member->shared == 0 ? 0 : member->at + 1;
    int skipped = 0;
    for (; at < record.size && record.tokens[at] != token; ++at) {
      skipped += WeightOf(record.tokens[at]);
    }
    if (at == record.size) return false;
    member->at = static_cast<uint8_t>(at);
    member->shared |= 1u << at;
    member->possible -= skipped;
    return true;
  }

  void JoinRuns() {
    constexpr size_t kAhead = 12;
    std::vector<Member> members;
    std::vector<uint32_t> rows;
    for (size_t i = 0, end; i < words_.size(); i = end) {
      const uint64_t key = words_[i] & ~kRowMask;
      rows.clear();
      for (end = i; end < words_.size() && (words_[end] & ~kRowMask) == key;
           ++end) {
        if (end + kAhead < words_.size()) {
          __builtin_prefetch(&records_[words_[end + kAhead] & kRowMask]);
        }
        rows.push_back(static_cast<uint32_t>(words_[end] & kRowMask));
      }
      if (rows.size() > 1) JoinRun(key, rows, &members);
    }
  }

  // The records of one key.  They share one token, unless keys collide.
  void JoinRun(uint64_t key, absl::Span<const uint32_t> rows,
               std::vector<Member>* members) {
    const MatchRecord& first = records_[rows.front()];
    int at = 0;
    while ((MixMatchKey(first.tokens[at], first.group) & ~kRowMask) != key) {
      ++at;
    }
    const MatchToken token = first.tokens[at];
    members->clear();
    bool asks = false;
    std::vector<uint32_t> others;
    for (uint32_t row : rows) {
      Member member;
      member.row = row;
      member.possible = records_[row].total;
      member.required = required_[row];
      if (records_[row].group != first.group || !Share(token, &member)) {
        others.push_back(row);
        continue;
      }
      asks |= member.possible >= member.required;
      members->push_back(member);
    }
    Group group;
    group.depth = 1;
    group.shared = WeightOf(token);
    if (asks) JoinGroup(*members, group);
    if (others.size() > 1) JoinRun(key, others, members);
  }

  struct Group {
    int depth = 0;   // so many tokens are shared by all members,
    int shared = 0;  // of this weight
    int least = 0;   // within a hot group everybody wants this much;
    int hot_at = 0;  // the weight shared there
  };

  int Required(const Member& member, const Group& group) const {
    return std::max<int>(member.required, group.least);
  }

  // Finds the pairs whose first common tokens are those of `group`.  Recursion
  // is over the tokens of a record: at most 12 deep.
  void JoinGroup(absl::Span<const Member> members, const Group& group) {
    const size_t n = members.size();
    if (n < 2) return;
    if (n <= options_.split_above) {
      for (size_t i = 0; i < n; ++i) {
        for (size_t k = i + 1; k < n; ++k) {
          Count(Meet(members[i], members[k], group), group);
        }
      }
      return;
    }
    // Members that have found what they require meet everybody here, unless
    // they are too many; the others are parted by what else they share.
    const auto content = [&](size_t i) {
      return Required(members[i], group) <= group.shared;
    };
    size_t contents = 0;
    for (size_t i = 0; i < n; ++i) contents += content(i);
    const bool hot = contents > 0 && n > options_.hot_above;
    if (contents > 0) {
      for (size_t i = 0; i < n; ++i) {
        const size_t last = hot ? std::min(n, i + 1 + kHotNeighbours) : n;
        for (size_t k = i + 1; k < last; ++k) {
          if (!content(i) && !content(k)) continue;
          const int found = Meet(members[i], members[k], group);
          if (!hot) Count(found, group);
        }
      }
    }
    Group next = group;
    ++next.depth;
    if (!hot) {
      if (contents == n) return;
      std::vector<Member>& rest = levels_[next.depth].rest;
      rest.clear();
      for (size_t i = 0; i < n; ++i) {
        if (!content(i)) rest.push_back(members[i]);
      }
      Part(rest, next);
      return;
    }
    next.least = group.shared + 1;
    if (group.hot_at != 0) {
      Part(members, next);
      return;
    }
    next.hot_at = group.shared;
    hot_found_ = 0;
    Part(members, next);
    ++stats_->hot_groups;
    stats_->pairs_left_out += contents * (n - contents) +
                              contents * (contents - 1) / 2 - hot_found_;
  }

  // Keeps account of what is found of a hot group after all: pairs that the
  // group would have had.
  void Count(int required, const Group& group) {
    hot_found_ += required != 0 && required <= group.hot_at;
  }

  // Groups members anew by each token that comes after those they share;
  // `next` is right but for the weight of that token.
  void Part(absl::Span<const Member> members, Group next) {
    Level& level = levels_[next.depth];
    level.parts.clear();
    for (size_t i = 0; i < members.size(); ++i) {
      const MatchRecord& record = records_[members[i].row];
      for (int k = members[i].at + 1; k < record.size; ++k) {
        level.parts.push_back(uint64_t{record.tokens[k]} << 32 | i);
      }
    }
    RadixSort(32, 64, &level.parts, &scratch_);
    const int shared = next.shared;
    for (size_t i = 0, end; i < level.parts.size(); i = end) {
      const MatchToken token = static_cast<MatchToken>(level.parts[i] >> 32);
      level.part.clear();
      bool asks = false;
      for (end = i; end < level.parts.size() && level.parts[end] >> 32 == token;
           ++end) {
        Member member = members[level.parts[end] & 0xFFFFFFFFu];
        Share(token, &member);
        asks |= member.possible >= Required(member, next);
        level.part.push_back(member);
      }
      if (!asks) continue;
      next.shared = shared + WeightOf(token);
      JoinGroup(level.part, next);
    }
  }

  // Compares two members; notes the pair and returns the weight that it
  // required, or 0 when they do not meet or are not to meet in this group.
  int Meet(const Member& a, const Member& b, const Group& group) {
    const int required = std::min(a.required, b.required);
    if (std::min(a.possible, b.possible) < required) return 0;
    ++stats_->meetings;
    const MatchRecord& x = records_[a.row];
    const MatchRecord& y = records_[b.row];
    const uint32_t common = CommonTokens(x, y);
    // The pair is of this group when the tokens of the group are the first ones
    // in common; else it is found elsewhere.
    if ((common & ((uint32_t{2} << a.at) - 1)) != a.shared) return 0;
    if (WeightOfCommon(x, common) < required || x.ref() == y.ref()) return 0;
    Found(a.row, b.row);
    return required;
  }

  void Found(uint32_t a, uint32_t b) {
    found_.push_back(PairOfRows(a, b));
  }

  // From pairs of records to pairs of claims, each once, in order.
  std::vector<CandidatePair> Pairs() {
    std::vector<ClaimRef> claims;    // small beside the records, which are not
    std::vector<uint32_t> claim_of;  // record -> index of its claim
    claims.reserve(records_.size());
    claim_of.reserve(records_.size());
    for (const MatchRecord& record : records_) {
      if (claims.empty() || !(claims.back() == record.ref())) {
        claims.push_back(record.ref());
      }
      claim_of.push_back(static_cast<uint32_t>(claims.size() - 1));
    }
    if (claims.size() < records_.size()) {
      for (uint64_t& pair : found_) {
        pair = uint64_t{claim_of[pair >> kRowBits]} << kRowBits |
               claim_of[pair & kRowMask];
      }
    }
    int bits = 1;
    while (claims.size() >> bits != 0) ++bits;
    RadixSort(kRowBits, kRowBits + bits, &found_, &scratch_);
    for (size_t i = 0, end; i < found_.size(); i = end) {
      end = i + 1;
      while (end < found_.size() &&
             found_[end] >> kRowBits == found_[i] >> kRowBits) {
        ++end;
      }
      std::sort(found_.begin() + i, found_.begin() + end);
    }
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    std::vector<CandidatePair> pairs;
    pairs.reserve(found_.size());
    for (uint64_t pair : found_) {
      pairs.push_back({claims[pair >> kRowBits], claims[pair & kRowMask]});
    }
    stats_->candidates = pairs.size();
    return pairs;
  }

  // Working memory for groups that share so many tokens.
  struct Level {
    std::vector<Member> rest;
    std::vector<uint64_t> parts;  // token, index into the members
    std::vector<Member> part;
  };

  const absl::Span<const MatchRecord> records_;
  const absl::Span<const uint64_t> copy_keys_;
  const MatchOptions& options_;
  MatchStats* const stats_;
  std::vector<uint8_t> required_;  // weight, for each record
  std::vector<bool> joined_;       // records that JoinStories compared
  std::vector<uint64_t> words_;
  std::vector<uint64_t> scratch_;
  std::vector<uint64_t> found_;    // pairs of records
  size_t hot_found_ = 0;
  Level levels_[MatchRecord::kMaxTokens + 2];
};

}  // namespace

std::vector<CandidatePair> FindCandidates(const ClaimTable& table,
                                          const MatchOptions& options,
                                          MatchStats* stats) {
  MatchStats unwanted;
  if (stats == nullptr) stats = &unwanted;
  *stats = MatchStats();
  stats->records_left_out = table.left_out();
  return Join(table, options, stats).Run();
}

}  // namespace claimcheck
