#ifndef CLAIMCHECK_CHECKER_REPORT_REPORTER_H_
#define CLAIMCHECK_CHECKER_REPORT_REPORTER_H_

#include <memory>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "checker/original.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/sheet.pb.h"

namespace claimcheck {

// The texts that a report speaks of, by id, and the files that they were read
// from where these are more than the text.  The documents must outlive it.
class Sources {
 public:
  Sources() = default;
  explicit Sources(absl::Span<const v1::Document* const> documents) {
    for (const v1::Document* document : documents) Add(document);
  }
  void Add(const v1::Document* document,
           std::shared_ptr<const Original> original = nullptr) {
    has_originals_ |= original != nullptr;
    texts_.emplace(document->id(), Source{document, std::move(original)});
  }
  // The text of a document; empty when it is not known.
  absl::string_view Text(absl::string_view id) const {
    auto found = texts_.find(id);
    return found == texts_.end()
               ? absl::string_view()
               : absl::string_view(found->second.document->text());
  }
  // Null: the file is the text.
  const Original* OriginalOf(absl::string_view id) const {
    auto found = texts_.find(id);
    return found == texts_.end() ? nullptr : found->second.original.get();
  }
  // The bytes of the file; its text when nothing else is known.
  absl::string_view Bytes(absl::string_view id) const {
    const Original* original = OriginalOf(id);
    return original == nullptr ? Text(id) : original->bytes();
  }
  bool has_originals() const { return has_originals_; }

 private:
  struct Source {
    const v1::Document* document;
    std::shared_ptr<const Original> original;
  };
  absl::flat_hash_map<absl::string_view, Source> texts_;
  bool has_originals_ = false;
};

// Turns the spans of evidence, which are of the documents' texts, into bytes of
// the files.  For formats that write spans.
void SetSpansInFiles(const Sources& sources, v1::Report* report);

struct ReportOptions {
  // Least severity that is written; unspecified: everything in the JSON
  // formats, WARNING in the others.
  v1::Severity::Level severity = v1::Severity::LEVEL_UNSPECIFIED;
  bool show_agreements = false;  // AGREEMENT whatever its severity
  bool show_unchecked = false;   // SINGLE_SOURCE whatever its severity
  bool show_accepted = false;    // what a baseline accepts
  bool has_baseline = false;     // findings not accepted are new
  bool explain = false;          // the steps of proof
  // The id of the draft when the report is of `check`; "": of `compare`.
  std::string draft;
  // What people noted beside the findings of an earlier report; may be null.
  std::shared_ptr<const v1::Sheet> sheet;
  // Of ClaimReview: who reviews, and where the review will stand.
  std::string review_author;
  std::string review_url;
  int unchanged = 0;  // findings left out, as they touch no changed line
  // For the text formats.
  int width = 80;
  int context = -1;  // columns around the decisive words; -1: what fits
  bool color = false;
  std::string rules_name;  // for the last line: "news 1.0 (31 rules)"
};

// Turns a report into bytes.  Immutable; writes to no stream.  What comes from
// documents, file names or rules is escaped for the format.
class Reporter {
 public:
  // `format`: one of AllFormats() (formats.h).  The status is one line, also
  // where the format cannot be written with these options.
  static absl::StatusOr<std::unique_ptr<Reporter>> Create(
      absl::string_view format, ReportOptions options);
  virtual ~Reporter() = default;

  // Ends with a line end, unless there is nothing to say.
  virtual std::string Render(const v1::Report& report,
                             const Sources& sources) const = 0;
};

// True when a finding is to be written.
bool IsShown(const v1::Finding& finding, v1::Severity::Level least,
             const ReportOptions& options);

// "error", "warning", "note".
absl::string_view SeverityName(v1::Severity::Level level);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_REPORTER_H_
