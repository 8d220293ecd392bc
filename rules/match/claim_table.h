#ifndef CLAIMCHECK_RULES_MATCH_CLAIM_TABLE_H_
#define CLAIMCHECK_RULES_MATCH_CLAIM_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "rules/match/match_record.h"

namespace claimcheck {

struct DocumentAnalysis;

// What a claim is found by, before it is packed.
struct ClaimRow {
  ClaimRef ref;
  uint32_t group = 0;
  // Equal for claims that stand at the same place of word-for-word equal
  // sentences, numbers aside; 0: no such place.
  uint64_t copy_key = 0;
  std::vector<MatchToken> tokens;  // any order; repeated ones count once
};

// The claims of a set of documents as flat records, ordered by reference, each
// with its tokens from the rarest of its group to the most frequent.  How rare
// a token is here decides the order only (and so the cost of a join), never
// whether two claims meet.  Immutable; owns all that it holds.
class ClaimTable {
 public:
  // More records than this are not taken; see left_out().
  static constexpr size_t kMaxRecords = size_t{1} << 28;

  ClaimTable() = default;
  // Claims of `documents`; the index of a document is its position.  The
  // analyses are not needed afterwards.
  explicit ClaimTable(absl::Span<const DocumentAnalysis* const> documents);
  // Rows made by the caller, ascending by `ref`.  Of a row with more tokens
  // than a record holds the heaviest are kept, the first ones among equals.
  explicit ClaimTable(absl::Span<const ClaimRow> rows);

  absl::Span<const MatchRecord> records() const { return records_; }
  // One for each record.
  absl::Span<const uint64_t> copy_keys() const { return copy_keys_; }
  size_t left_out() const { return left_out_; }
  // Heap memory held.
  size_t bytes() const;

 private:
  void Add(ClaimRef ref, uint32_t group, uint64_t copy_key,
           absl::Span<const MatchToken> tokens);
  void OrderTokens();

  std::vector<MatchRecord> records_;
  std::vector<uint64_t> copy_keys_;
  size_t left_out_ = 0;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_CLAIM_TABLE_H_
