#ifndef CLAIMCHECK_RULES_MATCH_CLAIM_TOKENS_H_
#define CLAIMCHECK_RULES_MATCH_CLAIM_TOKENS_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/functional/function_ref.h"
#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/text/span.h"
#include "rules/match/match_record.h"

namespace claimcheck {

// What the claims of a document are found by: the class of the event, who takes
// part, where, what is counted, and the other words of the clause; for
// quotations and statements the words that were said.
//
// The value never takes part, since claims that differ in it are what is looked
// for.  Words count by stem; close synonyms, and the verbs and nouns for one
// class of event, are one word.  A person goes by the first and the last word
// of the name, so that "Hollis" meets "Peter Hollis"; a place by its name and
// its country.
//
// Keeps memory from call to call; not thread-safe.
class ClaimTokenizer {
 public:
  // Calls emit(group, tokens) for each record of the claim, in order; none when
  // no other claim can be linked to it (link_scorer.cc has the vetoes); several
  // when it says more than a record holds.  Each then has the event and who
  // takes part, and a share of the other words; of what was said each has a
  // window, such that a short quotation lies whole in one.
  using Emit =
      absl::FunctionRef<void(uint32_t, absl::Span<const MatchToken>)>;
  void Tokenize(const DocumentAnalysis& doc, const ClaimRecord& claim,
                Emit emit);

 private:
  void AddEvent(const DocumentAnalysis& doc, const ClaimRecord& claim,
                uint32_t class_weight);
  void AddDay(const DocumentAnalysis& doc, const ClaimRecord& claim);
  void AddSpeaker(const DocumentAnalysis& doc, const ClaimRecord& claim);
  void ForgetSpeakerOfFewWords();
  void AddName(const DocumentAnalysis& doc, uint32_t name);
  void AddEntity(const DocumentAnalysis& doc, uint32_t entity);
  // With `names`, words of names become names; otherwise they are words.
  void AddRange(const DocumentAnalysis& doc, TokenRange range, bool names);
  void Add(MatchToken token);
  // A word of a text, by its folded form, and an id of the lexicon.
  struct KnownStem {
    uint32_t stem = 0;
    uint32_t weight = 0;
  };
  const KnownStem& StemOf(uint32_t word, absl::string_view folded);
  void EmitShares(uint32_t group, Emit emit);
  void EmitWindows(uint32_t group, Emit emit);

  absl::flat_hash_map<uint32_t, KnownStem> stems_;  // by WordHash
  std::vector<MatchToken> tokens_;
  size_t core_ = 0;  // so many of them, the first ones, stand in all records
  std::vector<MatchToken> share_;
  uint32_t value_name_ = kNone;  // the place that a claim of place states
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_CLAIM_TOKENS_H_
