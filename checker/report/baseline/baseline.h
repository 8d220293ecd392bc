#ifndef CLAIMCHECK_CHECKER_REPORT_BASELINE_BASELINE_H_
#define CLAIMCHECK_CHECKER_REPORT_BASELINE_BASELINE_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claimcheck/v1/baseline.pb.h"
#include "claimcheck/v1/finding.pb.h"

namespace claimcheck {

// The newest day on which a document of `report` was published, "2024-06-18";
// "" when no document has a date.  What a baseline takes for today unless it is
// told another day: the program has no clock.
std::string NewestDay(const v1::Report& report);

// Findings that were accepted, read from a file in text format
// (claimcheck.v1.Baseline).  An acceptance names a finding by its fingerprint,
// which is made of the rule and of what the texts say, not of places: it
// survives edits elsewhere, and is void once the finding says something else.
// Immutable and thread-safe.
//
//   absl::StatusOr<Baseline> baseline = Baseline::Read(bytes, "desk.baseline");
//   BaselineUse use;
//   baseline->Apply(NewestDay(report), &report, &use);
class BaselineUse;
class Baseline {
 public:
  // The status has a line for each mistake, "FILE:LINE:COLUMN: error: what, and
  // what to write instead".
  static absl::StatusOr<Baseline> Read(const std::string& bytes,
                                       absl::string_view file);

  const v1::Baseline& message() const { return message_; }
  // Where the entry of that index stands, from 1.
  int line(int index) const { return places_[index].first; }
  int column(int index) const { return places_[index].second; }

  // The index of the entry for a fingerprint, -1: none.
  int Find(absl::string_view fingerprint) const;

  // Marks the findings that are accepted on the day `today` ("" accepts
  // whatever the day) by setting `suppressed_by` to the reason, and adds to
  // `use` which entries had a finding.
  void Apply(absl::string_view today, v1::Report* report,
             BaselineUse* use) const;

 private:
  v1::Baseline message_;
  std::vector<std::pair<int, int>> places_;
  absl::flat_hash_map<std::string, int> by_fingerprint_;
};

// Which entries of a baseline found something, over one report or many.  Not
// thread-safe; what several threads filled is joined by Add.
class BaselineUse {
 public:
  void Add(const BaselineUse& other);

  // Entries whose finding was there.
  bool Met(int index) const { return met_.contains(index); }
  // Entries that a finding needed after their last day; these are met too.
  bool Expired(int index) const { return expired_.contains(index); }
  // An entry with a last day was asked for, and no day was known.
  bool undated() const { return undated_; }

 private:
  friend class Baseline;
  absl::flat_hash_set<int> met_;
  absl::flat_hash_set<int> expired_;
  bool undated_ = false;
};

// True for rules that did run: an entry of another rule says nothing by having
// no finding.
using RuleRan = std::function<bool(absl::string_view rule_id)>;

// The indices of the entries that can go: their last day is over, or their rule
// ran and found nothing of the kind.
std::vector<int> StaleEntries(const Baseline& baseline, const BaselineUse& use,
                              const RuleRan& ran);

// An entry for a finding.
v1::Acceptance Accept(const v1::Finding& finding, absl::string_view reason,
                      absl::string_view until);

// The file: sorted by rule and fingerprint, the same bytes for the same
// entries, so that two people's additions merge.
std::string WriteBaseline(v1::Baseline baseline);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_BASELINE_BASELINE_H_
