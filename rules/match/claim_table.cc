#include "rules/match/claim_table.h"

#include <algorithm>
#include <array>

#include "claims/base/stable_hash.h"
#include "claims/extract/analysis.h"
#include "rules/match/claim_tokens.h"
#include "rules/match/match_key.h"
#include "rules/match/sentence_fingerprint.h"

namespace claimcheck {

ClaimTable::ClaimTable(absl::Span<const DocumentAnalysis* const> documents) {
  size_t claims = 0;
  for (const DocumentAnalysis* doc : documents) claims += doc->claims.size();
  records_.reserve(claims);
  copy_keys_.reserve(claims);
  ClaimTokenizer tokenizer;
  std::vector<uint64_t> fingerprints;
  std::vector<uint32_t> ordinals;  // claims so far, by sentence and kind
  constexpr uint32_t kKinds = 16;
  for (uint32_t d = 0; d < documents.size(); ++d) {
    const DocumentAnalysis& doc = *documents[d];
    fingerprints.clear();
    for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
      fingerprints.push_back(MaskedSentenceFingerprint(doc.text, s));
    }
    ordinals.assign(fingerprints.size() * kKinds, 0);
    for (uint32_t c = 0; c < doc.claims.size(); ++c) {
      const ClaimRecord& claim = doc.claims[c];
      const uint32_t kind = static_cast<uint32_t>(claim.kind) % kKinds;
      // The place of a claim in its sentence: of each kind the first, second
      // ... and of that the first, second ... window of words.
      const uint32_t ordinal = ordinals[claim.sentence * kKinds + kind]++;
      const uint64_t fingerprint = fingerprints[claim.sentence];
      uint64_t window = 0;
      tokenizer.Tokenize(
          doc, claim,
          [&](uint32_t group, absl::Span<const MatchToken> tokens) {
            const uint64_t copy_key = StableHash()
                                          .Add(fingerprint)
                                          .Add(uint64_t{group})
                                          .Add(uint64_t{ordinal})
                                          .Add(window++)
                                          .Value();
            Add({d, c}, group, fingerprint == 0 ? 0 : copy_key, tokens);
          });
    }
  }
  OrderTokens();
}

ClaimTable::ClaimTable(absl::Span<const ClaimRow> rows) {
  records_.reserve(rows.size());
  copy_keys_.reserve(rows.size());
  for (const ClaimRow& row : rows) {
    Add(row.ref, row.group, row.copy_key, row.tokens);
  }
  OrderTokens();
}

size_t ClaimTable::bytes() const {
  return records_.capacity() * sizeof(MatchRecord) +
         copy_keys_.capacity() * sizeof(uint64_t);
}

void ClaimTable::Add(ClaimRef ref, uint32_t group, uint64_t copy_key,
                     absl::Span<const MatchToken> tokens) {
  if (records_.size() == kMaxRecords) {
    ++left_out_;
    return;
  }
  MatchRecord record;
  record.document = ref.document;
  record.claim = ref.claim;
  record.group = group;
  for (MatchToken token : tokens) {
    MatchToken* const end = record.tokens + record.size;
    if (WeightOf(token) == 0 || std::find(record.tokens, end, token) != end) {
      continue;
    }
    if (record.size < MatchRecord::kMaxTokens) {
      record.tokens[record.size++] = token;
      record.total += WeightOf(token);
      continue;
    }
    // The last of the lightest gives way to what is heavier.
    MatchToken* lightest = record.tokens;
    for (MatchToken* t = record.tokens; t != end; ++t) {
      if (WeightOf(*t) <= WeightOf(*lightest)) lightest = t;
    }
    if (WeightOf(*lightest) < WeightOf(token)) {
      record.total += WeightOf(token) - WeightOf(*lightest);
      std::copy(lightest + 1, end, lightest);
      *(end - 1) = token;
    }
  }
  records_.push_back(record);
  copy_keys_.push_back(copy_key);
}

void ClaimTable::OrderTokens() {
  // Counters by hash instead of a dictionary: two tokens that share one count
  // as more frequent than they are, in the same way everywhere.
  size_t tokens = 0;
  for (const MatchRecord& record : records_) tokens += record.size;
  int bits = 10;
  while (bits < 22 && (size_t{1} << bits) < 2 * tokens) ++bits;
  std::vector<uint32_t> counts(size_t{1} << bits);
  auto count = [&](MatchToken token, uint32_t group) -> uint32_t& {
    return counts[MixMatchKey(token, group) >> (64 - bits)];
  };
  for (const MatchRecord& record : records_) {
    for (int i = 0; i < record.size; ++i) {
      ++count(record.tokens[i], record.group);
    }
  }
  for (MatchRecord& record : records_) {
    std::array<uint64_t, MatchRecord::kMaxTokens> order;
    for (int i = 0; i < record.size; ++i) {
      const MatchToken token = record.tokens[i];
      order[i] = (uint64_t{count(token, record.group)} << 32) | token;
    }
    std::sort(order.begin(), order.begin() + record.size);
    record.unique = 0;
    for (int i = 0; i < record.size; ++i) {
      record.tokens[i] = static_cast<MatchToken>(order[i]);
      record.unique += (order[i] >> 32) == 1;
    }
  }
}

}  // namespace claimcheck
