#ifndef CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_MODEL_H_
#define CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_MODEL_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "checker/report/page/html.h"
#include "checker/report/reporter.h"
#include "checker/report/shown_names.h"
#include "claimcheck/v1/sheet.pb.h"

namespace claimcheck {

// How many documents still have a column each.
inline constexpr int kMostColumns = 8;

// One report on its way to a page: what every part of the page needs to know,
// worked out once.  The report and the sources must outlive it.
class PageModel {
 public:
  PageModel(const v1::Report& report, const Sources& sources,
            const ReportOptions& options);

  const v1::Report& report() const { return report_; }
  const Sources& sources() const { return sources_; }
  const ReportOptions& options() const { return options_; }
  bool is_check() const { return !options_.draft.empty(); }

  // Documents by the order of the report.  "A" .. "Z", then "27", "28" ...
  int IndexOf(absl::string_view document) const;  // -1: not known
  const std::string& Tag(absl::string_view document) const;
  const std::string& Name(const std::string& document) const {
    return names_.Of(document);
  }

  // The findings that the page shows, by their number in the report.
  const std::vector<int>& shown() const { return shown_; }
  const v1::Finding& finding(int i) const { return report_.findings(i); }
  // The fingerprint, made unique on the page: the key of sheet rows and
  // anchors.
  const std::string& Key(int i) const { return keys_[i]; }
  const std::string& ShortKey(int i) const { return short_keys_[i]; }
  // The row that a person filled in for a key; null: none.
  const v1::SheetRow* Noted(absl::string_view key) const;

  // The number of the finding that has this claim; -1: none.  Of several the
  // first, which is the worst.
  int FindingOf(const v1::Evidence& telling) const;

  // The place of a piece of evidence as an anchor: "p0-131-178".
  static std::string PlaceId(int document, uint32_t begin, uint32_t end);
  std::string PlaceId(const v1::Evidence& evidence) const;

  // A link to the place: the document's letter, line and column.
  void AppendPlaceLink(const v1::Evidence& evidence, Html* out) const;
  // "early morning of 13 September 2023" or, without a value, the words.
  static std::string ValueOf(const v1::Evidence& evidence);

 private:
  void ChooseFindings();

  const v1::Report& report_;
  const Sources& sources_;
  const ReportOptions& options_;
  const ShownNames names_;
  std::vector<std::string> tags_;
  absl::flat_hash_map<absl::string_view, int> index_;
  std::vector<int> shown_;
  std::vector<std::string> keys_;
  std::vector<std::string> short_keys_;
  absl::flat_hash_map<std::string, int> by_claim_;
  absl::flat_hash_map<absl::string_view, const v1::SheetRow*> noted_;
};

// "fact", "plan", "possible", "denied", "not so", "if"; "" when not known.
absl::string_view StatusWord(v1::Factuality::Status status);
// The same as a class of the style sheet.
absl::string_view StatusClass(v1::Factuality::Status status);

// A mark of the status (a filled or hollow dot) and its word.
void AppendStatus(v1::Factuality::Status status, Html* out);

// True when a finding says that places do not hold together.
bool IsDisagreement(v1::Finding::Kind kind);

// The first place that is a claim, not context; null: none.
const v1::Evidence* FirstClaim(const v1::Finding& finding);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_MODEL_H_
