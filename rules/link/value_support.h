#ifndef CLAIMCHECK_RULES_LINK_VALUE_SUPPORT_H_
#define CLAIMCHECK_RULES_LINK_VALUE_SUPPORT_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "rules/link/draft_sources.h"
#include "rules/link/time_atoms.h"

namespace claimcheck {

// Where the figures and times of sources stand, to ask whether one of a draft
// stands in any of them: a figure (value_support.cc), a time (time_support.cc).
class ValueSupport {
 public:
  explicit ValueSupport(const DraftSources& sources);

  // A source has this amount: equal, or finer where the draft rounds.  What a
  // draft states more exactly than any source is not held.
  bool HoldsFigure(const DocumentAnalysis& draft, uint32_t quantity) const;

  // A source has this score, of whatever match.
  bool HoldsScore(uint32_t key) const { return scores_.contains(key); }
  // Sources tell how a match went on, and it may have stood like this.
  bool MayHaveStood(uint32_t key) const;

  // Where sources have the amount, by document and place, at most `most`.
  struct Figure {
    uint32_t document;
    uint32_t quantity;
  };
  std::vector<Figure> PlacesOf(const DocumentAnalysis& draft, uint32_t quantity,
                               size_t most) const;

  // The sentences of sources that spell out a part of the time, at most `most`
  // for each part.
  std::vector<SentenceRef> PlacesOfTime(const DocumentAnalysis& draft,
                                        uint32_t time, size_t most) const;

  // The parts of the time that no source has; empty: all are held, or nothing
  // is spelt out.  `loose`: only such parts as are seldom told in the same words
  // are missing.
  std::vector<TokenRange> MissingTimes(const DocumentAnalysis& draft,
                                       uint32_t time, bool* loose) const;

 private:
  template <typename Visit>
  void ForEqual(const QuantityValue& value, Visit visit) const;
  bool HoldsDuration(const TimeValue& value) const;
  // "Six years and four months", of which sources have others: "four years and
  // six months".
  bool IsOtherLength(const TimeValue& value) const;
  // The day is the weekday that sources name, in the week before a day of theirs.
  bool IsWeekdayBefore(const std::vector<TimeAtom>& atoms) const;
  bool HoldsSpan(const DocumentAnalysis& draft, const TimeAtom& atom) const;

  const DraftSources& sources_;
  // By magnitude: the power of ten of the first digit.
  std::map<int, std::vector<Figure>> figures_;
  absl::flat_hash_set<uint64_t> atoms_;
  bool has_pair_ = false;  // "the Dutch pair"
  absl::flat_hash_set<uint64_t> without_year_;  // told without a year
  std::vector<int64_t> days_;                   // told with their year
  absl::flat_hash_map<uint64_t, std::vector<SentenceRef>> time_places_;
  struct Duration {
    Decimal minutes;  // -1: of no length
    Decimal amount;
    Grain unit;  // kNone: of several units, "11 hours and 42 minutes"
  };
  std::vector<Duration> durations_;
  std::vector<const TimeValue*> resolved_;  // by what the text spells out
  absl::flat_hash_set<uint32_t> scores_;    // as Score::key
  absl::flat_hash_set<std::string> since_one_;  // "year" of "a year ago"
  absl::flat_hash_set<uint32_t> loose_;     // number tokens of no mention
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_SUPPORT_H_
