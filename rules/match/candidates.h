#ifndef CLAIMCHECK_RULES_MATCH_CANDIDATES_H_
#define CLAIMCHECK_RULES_MATCH_CANDIDATES_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "rules/match/claim_table.h"
#include "rules/match/meeting.h"

namespace claimcheck {

// Two claims that may be about one thing.
struct CandidatePair {
  ClaimRef left;
  ClaimRef right;  // left < right
  friend bool operator==(CandidatePair a, CandidatePair b) {
    return a.left == b.left && a.right == b.right;
  }
  friend bool operator<(CandidatePair a, CandidatePair b) {
    return a.left == b.left ? a.right < b.right : a.left < b.left;
  }
};

struct MatchOptions {
  MeetingRule rule;
  // Claims that share a token are compared one by one up to this many; more
  // are first parted by the next token they share.  Changes the time only.
  size_t split_above = 64;
  // A claim meets all others that share enough with it as long as no more than
  // this many share the same tokens; beyond, see MatchStats::pairs_left_out.
  size_t hot_above = 128;
  // More copies of one sentence than this are folded: see folded_records.
  size_t fold_above = 24;
  // The pairs of documents that tell one story, left before right; null: any
  // two do.
  const std::vector<std::pair<uint32_t, uint32_t>>* stories = nullptr;
};

// What a join did.  What it left out is never silent.
struct MatchStats {
  size_t records = 0;
  size_t keys = 0;      // words sorted
  size_t meetings = 0;  // pairs compared
  size_t candidates = 0;
  // Groups of claims that share enough with each other and are too many to
  // pair: each claim of one was paired with its neighbours and with those that
  // share one token more.  At most this many pairs were left out so.
  size_t hot_groups = 0;
  size_t pairs_left_out = 0;
  // Copies of one sentence beyond MatchOptions::fold_above: each was paired
  // with the first copy and with the one before it only, and the first copy
  // stands for them in all other pairs.
  size_t folded_records = 0;
  size_t records_left_out = 0;  // ClaimTable::left_out
  size_t peak_bytes = 0;        // working memory, without the table
};

// All pairs of claims of one group whose common tokens weigh what the less
// demanding of the two requires (MeetingRule), within a document too.  Each
// pair once, ascending.  Exact, unless the statistics tell of hot groups or of
// folded copies: then pairs are missing, but none is wrong.  Whether two claims
// meet does not depend on other claims, with the same exception.
//
// Near-linear: an inverted index of each claim's rarest tokens, so many that
// what is left could not be enough; a pair belongs to the first tokens that
// both share, so no set of pairs already seen is needed.
//
// Claims of groups that are IsOfStory() meet within a document and, where
// options.stories names them, within those pairs of documents only; there every
// pair is looked at.
std::vector<CandidatePair> FindCandidates(const ClaimTable& table,
                                          const MatchOptions& options = {},
                                          MatchStats* stats = nullptr);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_CANDIDATES_H_
