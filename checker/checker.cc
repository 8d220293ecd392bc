#include "checker/checker.h"

#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "checker/parallel.h"
#include "checker/version.h"

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

}  // namespace

Checker::Checker(CheckerOptions options)
    : options_(std::move(options)), extractor_(options_.lexicon) {}

absl::StatusOr<Checker> Checker::Create(CheckerOptions options) {
  if (options.lexicon == nullptr) options.lexicon = EmbeddedLexicon();
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
  std::vector<const v1::Document*> all;
  for (const v1::Document& document : documents) all.push_back(&document);
  return Run(all);
}

absl::StatusOr<v1::Report> Checker::Check(
    const v1::Document& draft, absl::Span<const v1::Document> sources) const {
  std::vector<const v1::Document*> all = {&draft};
  for (const v1::Document& document : sources) all.push_back(&document);
  return Run(all);
}

absl::StatusOr<v1::Report> Checker::Run(
    absl::Span<const v1::Document* const> documents) const {
  if (absl::Status usable = CheckUsable(documents); !usable.ok()) return usable;
  std::vector<DocumentAnalysis> analyses(documents.size());
  ParallelFor(documents.size(), JobsFor(options_.jobs, documents.size()),
              [&](size_t index, int) {
                extractor_.Analyze(*documents[index], Depth::kClaims,
                                   &analyses[index]);
              });
  v1::Report report;
  report.set_complete(true);
  report.set_schema_version(kSchemaVersion);
  report.set_tool_version(kVersion);
  v1::Report::Counts* counts = report.mutable_counts();
  for (size_t i = 0; i < analyses.size(); ++i) {
    const DocumentAnalysis& doc = analyses[i];
    counts->set_bytes(counts->bytes() + doc.text.source.size());
    counts->set_sentences(counts->sentences() + doc.text.sentences.size());
    counts->set_claims(counts->claims() + doc.claims.size());
    DescribeDocument(*documents[i], doc, report.add_documents());
  }
  return report;
}

}  // namespace claimcheck
