#ifndef CLAIMCHECK_CHECKER_CHECKER_H_
#define CLAIMCHECK_CHECKER_CHECKER_H_

#include <cstddef>
#include <functional>
#include <memory>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "checker/explain_places.h"
#include "checker/limits.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/engine/pipeline.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {

// What a report is at.
enum class Stage {
  kReading,  // `done` of `total` documents are read; all: they are compared
  kJudging,  // the rules are applied
};

struct CheckerOptions {
  // Null: the lists compiled into the program.
  std::shared_ptr<const Lexicon> lexicon;
  // Null: the rules compiled into the program.
  std::shared_ptr<const RuleSet> rules;
  // Which of them run; the mode is set by the function called.
  RuleChoice choice;
  // Write the steps of proof into the findings.
  bool trace = false;
  // Findings below this severity are found but not written out: they have their
  // kind, severity, rule, fingerprint and the spans of their places alone.  For
  // readers of warnings, who are told how many notes there are: most are notes.
  v1::Severity::Level in_full = v1::Severity::NOTE;
  // Also write the dated events, what was not checked and what the rules are
  // called: what a report page shows around the findings.
  bool outline = false;
  // Threads; 0: as many as there are processors.  Never changes a result.
  int jobs = 1;
  Limits limits;
  // Told what a report is at, for people who wait; called from any thread, and
  // several at once.  Null: nobody waits.
  std::function<void(Stage stage, size_t done, size_t total)> progress;
};

// Documents in, report out.  Immutable once created, and thread-safe.  The same
// documents in the same order give the same report in every process, whatever
// the threads, the locale and the time.
//
//   absl::StatusOr<Checker> checker = Checker::Create({});
//   absl::StatusOr<v1::Report> report = checker->Compare(documents);
//   for (const v1::Finding& finding : report->findings()) ...
class Checker {
 public:
  static absl::StatusOr<Checker> Create(CheckerOptions options);

  // All documents against each other, and each against itself.  The status is
  // for input that cannot be used (two documents with one id), never for
  // findings.
  absl::StatusOr<v1::Report> Compare(
      absl::Span<const v1::Document> documents) const;

  // One draft against its sources.  Texts whose role is not set are copied to
  // set it.
  absl::StatusOr<v1::Report> Check(
      const v1::Document& draft,
      absl::Span<const v1::Document> sources) const;

  // Why claims of two lines do, or do not, make a finding.  With
  // `first_is_draft`, documents[0] is a draft and the others its sources.
  absl::StatusOr<v1::Step> Explain(absl::Span<const v1::Document> documents,
                                   bool first_is_draft, LinePlace a,
                                   LinePlace b) const;

  // The mentions and claims of one document.
  v1::Extraction Extract(const v1::Document& document) const;

  // As Extract, with memory that is used again: for many documents in a row.
  v1::Extraction Extract(const v1::Document& document,
                         DocumentAnalysis* scratch) const;

 private:
  // Documents with the roles that a run gives them.
  class Cast;

  explicit Checker(CheckerOptions options);

  absl::StatusOr<LinkedDocuments> Link(const Cast& cast) const;
  absl::StatusOr<v1::Report> Run(const Cast& cast) const;

  CheckerOptions options_;
  Extractor extractor_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_CHECKER_H_
