#include "checker/report/sheet/sheet_rows.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "checker/report/shown_names.h"
#include "checker/report/text_layout.h"
#include "checker/report/verdicts.h"

namespace claimcheck {
namespace {

constexpr size_t kMostPlaces = 4;
constexpr size_t kWidestValue = 80;

std::string PlaceOf(const v1::Evidence& evidence, const ShownNames& names) {
  return absl::StrCat(names.Of(evidence.document_id()), ":",
                      evidence.start().line(), ":", evidence.start().column());
}

std::string ShortValue(const v1::Evidence& evidence) {
  return CutToWidth(
      evidence.value().empty() ? evidence.text() : evidence.value(),
      kWidestValue);
}

// The place that the row is about: in the draft, else the first one.
const v1::Evidence* MainPlace(const v1::Finding& finding,
                              const std::string& draft) {
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (!draft.empty() && evidence.document_id() == draft) return &evidence;
  }
  return finding.evidence_size() == 0 ? nullptr : &finding.evidence(0);
}

std::string EvidenceText(const v1::Finding& finding, const v1::Evidence* main,
                         const ShownNames& names) {
  std::vector<std::string> parts;
  size_t more = 0;
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (&evidence == main || evidence.part() == v1::Evidence::CONTEXT) continue;
    if (parts.size() == kMostPlaces) {
      ++more;
      continue;
    }
    parts.push_back(
        absl::StrCat(PlaceOf(evidence, names), " ", ShortValue(evidence)));
  }
  if (more > 0) parts.push_back(absl::StrCat("and ", more, " more"));
  return absl::StrJoin(parts, "; ");
}

v1::SheetRow FindingRow(const v1::Finding& finding, const std::string& key,
                        const ShownNames& names, const std::string& draft) {
  v1::SheetRow row;
  row.set_fingerprint(key);
  const v1::Evidence* main = MainPlace(finding, draft);
  row.set_statement(HeadlineOf(finding));
  if (main != nullptr) row.set_place(PlaceOf(*main, names));
  row.set_verdict(std::string(VerdictWord(finding, !draft.empty())));
  row.set_evidence(EvidenceText(finding, main, names));
  row.set_method(finding.rule_id());
  return row;
}

v1::SheetRow UncheckedRow(const v1::Unchecked& unchecked,
                          const std::string& key, const ShownNames& names) {
  v1::SheetRow row;
  row.set_fingerprint(key);
  const std::string value = ShortValue(unchecked.statement());
  row.set_statement(absl::StrContains(unchecked.title(), value)
                        ? unchecked.title()
                        : absl::StrCat(unchecked.title(), ": ", value));
  row.set_place(PlaceOf(unchecked.statement(), names));
  row.set_verdict("not checked");
  row.set_evidence(unchecked.reason());
  return row;
}

bool HasNotes(const v1::SheetRow& row) {
  return row.tick() || !row.by().empty() || !row.date().empty() ||
         !row.note().empty() || !row.rating().empty();
}

// What people wrote goes over what the program suggests.
void TakeNotes(const v1::SheetRow& noted, v1::SheetRow* row) {
  if (!noted.method().empty()) row->set_method(noted.method());
  row->set_by(noted.by());
  row->set_date(noted.date());
  row->set_tick(noted.tick());
  row->set_note(noted.note());
  row->set_rating(noted.rating());
}

uint32_t DraftOffset(const v1::Report& report, const SheetEntry& entry,
                     const std::string& draft) {
  if (entry.unchecked >= 0) {
    return report.unchecked(entry.unchecked).statement().span().begin();
  }
  const v1::Evidence* main = MainPlace(report.findings(entry.finding), draft);
  // What is about the sources only stands behind the draft's statements.
  return main == nullptr || main->document_id() != draft ? ~uint32_t{0}
                                                         : main->span().begin();
}

}  // namespace

absl::string_view VerdictWord(const v1::Finding& finding, bool is_check) {
  if (is_check) return VerdictOf(finding);
  switch (finding.kind()) {
    case v1::Finding::CONTRADICTION:
      return "documents differ";
    case v1::Finding::SELF_INCONSISTENT:
      return "does not add up";
    case v1::Finding::OVERTAKEN:
      return "plan overtaken";
    case v1::Finding::DISPUTE:
      return "disputed";
    case v1::Finding::QUOTE_VARIATION:
      return "wordings differ";
    case v1::Finding::UNSUPPORTED:
      return "unsupported";
    case v1::Finding::HYGIENE:
      return "check text";
    case v1::Finding::SINGLE_SOURCE:
      return "stated once";
    case v1::Finding::AGREEMENT:
      return "agreed";
    default:
      return "look at";
  }
}

std::vector<std::string> FindingKeys(const v1::Report& report) {
  std::vector<std::string> keys;
  absl::flat_hash_map<std::string, int> seen;
  for (const v1::Finding& finding : report.findings()) {
    const int times = ++seen[finding.fingerprint()];
    keys.push_back(times == 1
                       ? finding.fingerprint()
                       : absl::StrCat(finding.fingerprint(), "-", times));
  }
  return keys;
}

std::vector<SheetEntry> MakeSheet(const v1::Report& report,
                                  const ReportOptions& options) {
  const ShownNames names(report);
  const std::vector<std::string> keys = FindingKeys(report);
  std::vector<SheetEntry> entries;
  for (int i = 0; i < report.findings_size(); ++i) {
    if (!IsShown(report.findings(i), options.severity, options)) continue;
    SheetEntry entry;
    entry.finding = i;
    entry.row = FindingRow(report.findings(i), keys[i], names, options.draft);
    entries.push_back(std::move(entry));
  }
  if (!options.draft.empty()) {
    absl::flat_hash_map<std::string, int> seen;
    for (int i = 0; i < report.unchecked_size(); ++i) {
      const std::string& print = report.unchecked(i).fingerprint();
      const int times = ++seen[print];
      SheetEntry entry;
      entry.unchecked = i;
      entry.row = UncheckedRow(
          report.unchecked(i),
          times == 1 ? print : absl::StrCat(print, "-", times), names);
      entries.push_back(std::move(entry));
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const SheetEntry& a, const SheetEntry& b) {
                       return DraftOffset(report, a, options.draft) <
                              DraftOffset(report, b, options.draft);
                     });
  }
  if (options.sheet != nullptr) {
    absl::flat_hash_map<absl::string_view, const v1::SheetRow*> noted;
    for (const v1::SheetRow& row : options.sheet->rows()) {
      noted.emplace(row.fingerprint(), &row);
    }
    for (SheetEntry& entry : entries) {
      const auto found = noted.find(entry.row.fingerprint());
      if (found != noted.end()) TakeNotes(*found->second, &entry.row);
    }
  }
  return entries;
}

std::vector<const v1::SheetRow*> LostRows(
    const std::vector<SheetEntry>& entries, const ReportOptions& options) {
  std::vector<const v1::SheetRow*> lost;
  if (options.sheet == nullptr) return lost;
  absl::flat_hash_set<absl::string_view> here;
  for (const SheetEntry& entry : entries) {
    here.insert(entry.row.fingerprint());
  }
  for (const v1::SheetRow& row : options.sheet->rows()) {
    if (HasNotes(row) && !here.contains(row.fingerprint())) {
      lost.push_back(&row);
    }
  }
  return lost;
}

}  // namespace claimcheck
