#include "checker/report/baseline/baseline.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "checker/input/iso_date.h"
#include "checker/report/escape.h"
#include "claims/base/text_proto.h"
#include "google/protobuf/text_format.h"

namespace claimcheck {
namespace {

using google::protobuf::TextFormat;

constexpr size_t kDayBytes = 10;  // 2024-06-18
constexpr size_t kLeastFingerprint = 8;

constexpr char kHeader[] =
    "# proto-file: proto/baseline.proto\n"
    "# proto-message: claimcheck.v1.Baseline\n"
    "# Findings that were accepted. claimcheck baseline write and prune keep this\n"
    "# file; reasons and last days may be edited, other comments are not kept.\n";

bool IsFingerprint(absl::string_view text) {
  return text.size() >= kLeastFingerprint && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdef") == absl::string_view::npos;
}

bool IsDay(absl::string_view text) {
  return text.size() == kDayBytes && IsIsoDate(text);
}

// What is wrong with one entry and where to look for it.
struct Mistake {
  const char* field;  // "": the entry
  std::string message;
};

std::vector<Mistake> Mistakes(const v1::Acceptance& entry) {
  std::vector<Mistake> out;
  if (entry.fingerprint().empty()) {
    out.push_back({"", "fingerprint is missing; let claimcheck baseline write "
                       "make the entry"});
  } else if (!IsFingerprint(entry.fingerprint())) {
    out.push_back({"fingerprint",
                   absl::StrCat("fingerprint \"",
                                EscapeForTerminal(entry.fingerprint()),
                                "\" is none; --format=json shows each finding's "
                                "in full")});
  }
  if (absl::StripAsciiWhitespace(entry.reason()).empty()) {
    out.push_back({entry.reason().empty() ? "" : "reason",
                   "reason is empty; say why the finding may stand"});
  }
  if (!entry.until().empty() && !IsDay(entry.until())) {
    out.push_back({"until", absl::StrCat("until \"",
                                         EscapeForTerminal(entry.until()),
                                         "\" is no day; write 2024-06-30")});
  }
  return out;
}

}  // namespace

std::string NewestDay(const v1::Report& report) {
  std::string newest;
  for (const v1::Document& document : report.documents()) {
    if (document.published().size() < kDayBytes) continue;
    newest = std::max(newest, document.published().substr(0, kDayBytes));
  }
  return newest;
}

absl::StatusOr<Baseline> Baseline::Read(const std::string& bytes,
                                        absl::string_view file) {
  Baseline out;
  TextFormat::ParseInfoTree tree;
  std::vector<TextProtoIssue> issues =
      LoadTextProto(bytes, &out.message_, &tree);
  const auto* descriptor = v1::Baseline::descriptor()->FindFieldByName("accepted");
  if (issues.empty()) {
    for (int i = 0; i < out.message_.accepted_size(); ++i) {
      const v1::Acceptance& entry = out.message_.accepted(i);
      const auto place = tree.GetLocation(descriptor, i);
      out.places_.emplace_back(place.line + 1, place.column + 1);
      const auto add = [&](const Mistake& mistake) {
        TextProtoIssue issue;
        issue.line = out.line(i);
        issue.column = out.column(i);
        issue.message = mistake.message;
        TextFormat::ParseInfoTree* fields = tree.GetTreeForNested(descriptor, i);
        const auto* field =
            v1::Acceptance::descriptor()->FindFieldByName(mistake.field);
        if (fields != nullptr && field != nullptr) {
          const auto at = fields->GetLocation(field, -1);
          issue.line = at.line + 1;
          issue.column = at.column + 1;
        }
        issues.push_back(std::move(issue));
      };
      for (const Mistake& mistake : Mistakes(entry)) add(mistake);
      const auto [first, added] =
          out.by_fingerprint_.emplace(entry.fingerprint(), i);
      if (!added && !entry.fingerprint().empty()) {
        add({"fingerprint",
             absl::StrCat("fingerprint \"",
                          EscapeForTerminal(entry.fingerprint()),
                          "\" is also accepted in line ",
                          out.line(first->second), "; remove one")});
      }
    }
  }
  if (issues.empty()) return out;
  std::string lines;
  for (const TextProtoIssue& issue : issues) {
    absl::StrAppend(&lines, EscapeForTerminal(file), ":", issue.line, ":",
                    issue.column, ": error: ",
                    EscapeForTerminal(issue.message), "\n");
  }
  return absl::InvalidArgumentError(lines);
}

int Baseline::Find(absl::string_view fingerprint) const {
  const auto found = by_fingerprint_.find(fingerprint);
  return found == by_fingerprint_.end() ? -1 : found->second;
}

void Baseline::Apply(absl::string_view today, v1::Report* report,
                     BaselineUse* use) const {
  for (v1::Finding& finding : *report->mutable_findings()) {
    const int index = Find(finding.fingerprint());
    if (index < 0) continue;
    const v1::Acceptance& entry = message_.accepted(index);
    use->met_.insert(index);
    if (!entry.until().empty()) {
      if (today.empty()) use->undated_ = true;
      if (!today.empty() && entry.until() < today) {
        use->expired_.insert(index);
        continue;
      }
    }
    finding.set_suppressed_by(entry.reason());
  }
}

void BaselineUse::Add(const BaselineUse& other) {
  met_.insert(other.met_.begin(), other.met_.end());
  expired_.insert(other.expired_.begin(), other.expired_.end());
  undated_ |= other.undated_;
}

std::vector<int> StaleEntries(const Baseline& baseline, const BaselineUse& use,
                              const RuleRan& ran) {
  std::vector<int> out;
  for (int i = 0; i < baseline.message().accepted_size(); ++i) {
    const std::string& rule = baseline.message().accepted(i).rule_id();
    if (use.Expired(i) || (!use.Met(i) && (rule.empty() || ran(rule)))) {
      out.push_back(i);
    }
  }
  return out;
}

v1::Acceptance Accept(const v1::Finding& finding, absl::string_view reason,
                      absl::string_view until) {
  v1::Acceptance entry;
  entry.set_fingerprint(finding.fingerprint());
  entry.set_rule_id(finding.rule_id());
  entry.set_finding(absl::StrCat(
      finding.title().empty() ? finding.message() : finding.title(),
      finding.why().empty() ? "" : ": ", finding.why()));
  entry.set_reason(std::string(reason));
  entry.set_until(std::string(until));
  return entry;
}

std::string WriteBaseline(v1::Baseline baseline) {
  std::sort(baseline.mutable_accepted()->begin(),
            baseline.mutable_accepted()->end(),
            [](const v1::Acceptance& a, const v1::Acceptance& b) {
              return std::make_tuple(a.rule_id(), a.fingerprint()) <
                     std::make_tuple(b.rule_id(), b.fingerprint());
            });
  TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string out = kHeader;
  for (const v1::Acceptance& entry : baseline.accepted()) {
    v1::Baseline one;
    *one.add_accepted() = entry;
    std::string text;
    if (printer.PrintToString(one, &text)) absl::StrAppend(&out, text);
  }
  return out;
}

}  // namespace claimcheck
