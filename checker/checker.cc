#include "checker/checker.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "checker/outline.h"
#include "checker/parallel.h"
#include "checker/version.h"
#include "claims/lexicon/lexicon.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/pipeline.h"
#include "rules/facts/facts.h"
#include "rules/link/stories.h"
#include "rules/packs/embedded_rules.h"

namespace claimcheck {
namespace {

// Spans are 32-bit, and protobuf's messages end at 2 GiB.
absl::Status CheckUsable(absl::Span<const v1::Document* const> documents) {
  absl::flat_hash_set<absl::string_view> ids;
  for (const v1::Document* document : documents) {
    if (!ids.insert(document->id()).second) {
      return absl::InvalidArgumentError(
          absl::StrCat("two documents have the id \"", document->id(), "\""));
    }
    if (document->text().size() > Limits::kMostFileBytes) {
      return absl::InvalidArgumentError(
          absl::StrCat("the text of \"", document->id(), "\" is too large"));
    }
  }
  return absl::OkStatus();
}

// The document without its text, and with its date as it was found.
void DescribeDocument(const v1::Document& document, const DocumentAnalysis& doc,
                      v1::Document* out) {
  out->set_id(document.id());
  out->set_title(document.title());
  out->set_publisher(document.publisher());
  out->set_url(document.url());
  out->set_language(document.language());
  out->set_derived_from(document.derived_from());
  out->set_published_source(static_cast<v1::DateSource>(doc.date.source));
  if (doc.date.source == DateSource::kGiven) {
    out->set_published(document.published());
  } else if (doc.date.known) {
    out->set_published(absl::FormatCivilTime(
        absl::CivilDay(doc.date.year, doc.date.month, doc.date.day)));
    out->set_published_evidence(std::string(doc.text.Text(doc.date.evidence)));
  }
}

void CountWork(const LinkedDocuments& linked, const RuleCounts& rules,
               v1::Report* report) {
  v1::Report::Counts* counts = report->mutable_counts();
  for (const auto& doc : linked.analyses) {
    counts->set_bytes(counts->bytes() + doc->text.source.size());
    counts->set_sentences(counts->sentences() + doc->text.sentences.size());
    counts->set_mentions(counts->mentions() + doc->times.size() +
                         doc->quantities.size() + doc->names.size() +
                         doc->attributions.size() + doc->events.size());
    counts->set_claims(counts->claims() + doc->claims.size());
  }
  counts->set_candidates(linked.candidates.size());
  counts->set_linked(linked.links.size());
  counts->set_undecided(rules.undecided);
  const uint64_t left_out =
      linked.stats.pairs_left_out + linked.stats.records_left_out;
  if (left_out > 0) {
    report->set_truncated(true);
    report->add_skipped()->set_reason(absl::StrCat(
        "up to ", left_out, " pairs of like claims were not compared"));
  }
  const auto is_long = [](const auto& doc) {
    return doc->text.sentences.size() > kMostStorySentences;
  };
  const int64_t too_long =
      std::count_if(linked.analyses.begin(), linked.analyses.end(), is_long);
  if (too_long > 0 && linked.analyses.size() > 1) {
    report->set_truncated(true);
    report->add_skipped()->set_reason(absl::StrCat(
        too_long, too_long == 1 ? " document" : " documents", " of more than ",
        kMostStorySentences,
        " sentences: not held against the others sentence by sentence"));
  }
}

}  // namespace

class Checker::Cast {
 public:
  // Every document is both checked and evidence, unless it says otherwise.
  explicit Cast(absl::Span<const v1::Document> documents)
      : mode_(RuleChoice::Mode::kCompare) {
    for (const v1::Document& document : documents) all_.push_back(&document);
  }
  Cast(const v1::Document& draft, absl::Span<const v1::Document> sources)
      : mode_(RuleChoice::Mode::kCheck) {
    Add(draft, v1::Document::CHECKED);
    for (const v1::Document& source : sources) {
      Add(source, v1::Document::REFERENCE);
    }
  }

  absl::Span<const v1::Document* const> documents() const { return all_; }
  RuleChoice::Mode mode() const { return mode_; }

 private:
  void Add(const v1::Document& document, v1::Document::Role role) {
    if (document.role() == role) {
      all_.push_back(&document);
      return;
    }
    auto copy = std::make_unique<v1::Document>(document);
    copy->set_role(role);
    all_.push_back(copy.get());
    copies_.push_back(std::move(copy));
  }

  RuleChoice::Mode mode_;
  std::vector<const v1::Document*> all_;
  std::vector<std::unique_ptr<const v1::Document>> copies_;
};

Checker::Checker(CheckerOptions options)
    : options_(std::move(options)), extractor_(options_.lexicon) {}

absl::StatusOr<Checker> Checker::Create(CheckerOptions options) {
  if (options.lexicon == nullptr) options.lexicon = EmbeddedLexicon();
  if (options.rules == nullptr) options.rules = EmbeddedRules();
  return Checker(std::move(options));
}

v1::Extraction Checker::Extract(const v1::Document& document,
                                DocumentAnalysis* scratch) const {
  extractor_.Analyze(document, Depth::kClaims, scratch);
  return ToProto(*scratch, /*with_claims=*/true);
}

v1::Extraction Checker::Extract(const v1::Document& document) const {
  DocumentAnalysis scratch;
  return Extract(document, &scratch);
}

absl::StatusOr<v1::Report> Checker::Compare(
    absl::Span<const v1::Document> documents) const {
  return Run(Cast(documents));
}

absl::StatusOr<v1::Report> Checker::Check(
    const v1::Document& draft, absl::Span<const v1::Document> sources) const {
  return Run(Cast(draft, sources));
}

absl::StatusOr<v1::Step> Checker::Explain(
    absl::Span<const v1::Document> documents, bool first_is_draft, LinePlace a,
    LinePlace b) const {
  if (a.document >= documents.size() || b.document >= documents.size()) {
    return absl::InvalidArgumentError("no such document");
  }
  const Cast cast = first_is_draft ? Cast(documents[0], documents.subspan(1))
                                   : Cast(documents);
  const absl::StatusOr<LinkedDocuments> linked = Link(cast);
  if (!linked.ok()) return linked.status();
  RuleChoice choice = options_.choice;
  choice.mode = cast.mode();
  return ExplainPlaces(*options_.rules, choice, *linked, a, b);
}

absl::StatusOr<LinkedDocuments> Checker::Link(const Cast& cast) const {
  if (absl::Status usable = CheckUsable(cast.documents()); !usable.ok()) {
    return usable;
  }
  const size_t total = cast.documents().size();
  std::atomic<size_t> read = 0;
  return LinkDocuments(
      extractor_, cast.documents(),
      [&](size_t count, const std::function<void(size_t)>& body) {
        ParallelFor(count, JobsFor(options_.jobs, count),
                    [&](size_t index, int) {
                      body(index);
                      // Some are read again when others gave them a date.
                      if (options_.progress) {
                        options_.progress(Stage::kReading,
                                          std::min(++read, total), total);
                      }
                    });
      });
}

absl::StatusOr<v1::Report> Checker::Run(const Cast& cast) const {
  absl::StatusOr<LinkedDocuments> found = Link(cast);
  if (!found.ok()) return found.status();
  const LinkedDocuments& linked = *found;
  if (options_.progress) options_.progress(Stage::kJudging, 0, 0);
  EvaluateOptions evaluate;
  evaluate.choice = options_.choice;
  evaluate.choice.mode = cast.mode();
  evaluate.for_each = [this](size_t count,
                             const std::function<void(size_t)>& body) {
    ParallelFor(count, JobsFor(options_.jobs, count),
                [&](size_t index, int) { body(index); });
  };
  RuleCounts rule_counts;
  const std::vector<RuleHit> hits = Evaluate(
      *options_.rules, *linked.corpus, linked.links, evaluate, &rule_counts);

  v1::Report report;
  report.set_complete(true);
  report.set_schema_version(kSchemaVersion);
  report.set_tool_version(kVersion);
  report.set_rules_fingerprint(std::string(options_.rules->fingerprint()));
  FoldOptions fold;
  fold.max_findings = options_.limits.max_findings;
  fold.in_full = options_.in_full;
  fold.trace = options_.trace;
  Facts facts =
      FoldFacts(*options_.rules, *linked.corpus, hits, linked.links, fold);
  report.set_truncated(facts.left_out > 0);
  for (v1::Finding& finding : facts.findings) {
    *report.add_findings() = std::move(finding);
  }
  for (size_t i = 0; i < linked.analyses.size(); ++i) {
    DescribeDocument(*cast.documents()[i], *linked.analyses[i],
                     report.add_documents());
  }
  CountWork(linked, rule_counts, &report);
  for (v1::RuleCount& count : rule_counts.rules) {
    *report.add_rules() = std::move(count);
  }
  report.mutable_counts()->set_unchecked(
      CountUnchecked(linked, cast.mode(), &report));
  if (options_.outline) {
    WriteOutline(linked, *options_.rules, cast.mode(), &report);
  }
  return report;
}

}  // namespace claimcheck
