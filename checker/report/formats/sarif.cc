// SARIF 2.1.0 (OASIS), within what GitHub's code scanning takes.

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/json_builder.h"
#include "checker/report/formats/places.h"
#include "checker/report/sha256.h"

namespace claimcheck {
namespace {

// GitHub keeps the 5,000 gravest results of a run and 100 places of a result.
constexpr int kMostResults = 5000;
constexpr int kMostPlaces = 100;

// In a message, brackets would be a link.
std::string Plain(absl::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '[' || c == ']' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

bool IsAboutNothingWrong(v1::Finding::Kind kind) {
  return kind == v1::Finding::AGREEMENT || kind == v1::Finding::SINGLE_SOURCE;
}

class SarifWriter {
 public:
  SarifWriter(const v1::Report& report, const Sources& sources,
              const ReportOptions& options)
      : report_(report), sources_(sources), options_(options) {
    const v1::Severity::Level least =
        LeastShown(options, v1::Severity::WARNING);
    for (const v1::Finding& finding : report.findings()) {
      if (finding.severity() >= least) results_.push_back(&finding);
    }
    if (results_.size() > kMostResults) {
      results_left_out_ = results_.size() - kMostResults;
      results_.resize(kMostResults);  // findings are sorted by severity
    }
    for (const v1::Finding* finding : results_) {
      rule_index_.emplace(finding->rule_id(), 0);
    }
    int next = 0;
    for (auto& [id, index] : rule_index_) index = next++;
    for (int i = 0; i < report.documents_size(); ++i) {
      document_index_.emplace(report.documents(i).id(), i);
    }
  }

  std::string Write() {
    json_.Open('{').Key("$schema").String(
        "https://json.schemastore.org/sarif-2.1.0.json");
    json_.Key("version").String("2.1.0").Key("runs").Open('[').Open('{');
    WriteTool();
    json_.Key("columnKind").String("utf16CodeUnits");
    WriteArtifacts();
    json_.Key("results").Open('[');
    for (const v1::Finding* finding : results_) WriteResult(*finding);
    json_.Close(']');
    WriteInvocation();  // last: it tells what was cut
    json_.Close('}').Close(']').Close('}');
    return json_.Take() + "\n";
  }

 private:
  void Text(absl::string_view key, absl::string_view text) {
    json_.Key(key).Open('{').Key("text").String(text).Close('}');
  }

  void WriteTool() {
    json_.Key("tool").Open('{').Key("driver").Open('{');
    json_.Key("name").String("claimcheck");
    if (!report_.tool_version().empty()) {
      json_.Key("version").String(report_.tool_version());
    }
    json_.Key("rules").Open('[');
    for (const auto& [id, index] : rule_index_) {
      json_.Open('{').Key("id").String(id);
      for (const v1::RuleCount& rule : report_.rules()) {
        if (rule.rule_id() != id) continue;
        if (!rule.title().empty()) Text("shortDescription", rule.title());
        if (!rule.rationale().empty()) {
          Text("fullDescription", rule.rationale());
        }
        // GitHub refuses a rule without it.
        Text("help", rule.help().empty() ? "claimcheck rules show " + id
                                         : rule.help());
      }
      json_.Close('}');
    }
    json_.Close(']').Close('}').Close('}');
  }

  void WriteArtifacts() {
    json_.Key("artifacts").Open('[');
    for (const v1::Document& document : report_.documents()) {
      json_.Open('{')
          .Key("location")
          .Open('{')
          .Key("uri")
          .String(UriOf(document.id()));
      json_.Close('}');
      const absl::string_view bytes = sources_.Bytes(document.id());
      if (!bytes.empty()) {
        json_.Key("hashes").Open('{').Key("sha-256").String(Sha256Hex(bytes));
        json_.Close('}');
      }
      const Original* original = sources_.OriginalOf(document.id());
      if (original != nullptr) {
        json_.Key("mimeType").String(original->media_type());
      }
      if (original != nullptr && original->extracted()) {
        Text("description",
             "Lines and columns are of the text that claimcheck takes out of "
             "this file (claimcheck text FILE).");
      }
      json_.Close('}');
    }
    json_.Close(']');
  }

  void WritePlace(const v1::Evidence& evidence) {
    json_.Key("physicalLocation").Open('{').Key("artifactLocation").Open('{');
    json_.Key("uri").String(UriOf(evidence.document_id()));
    const auto document = document_index_.find(evidence.document_id());
    if (document != document_index_.end()) {
      json_.Key("index").Number(document->second);
    }
    json_.Close('}');
    if (evidence.start().line() > 0) {
      json_.Key("region").Open('{');
      json_.Key("startLine").Number(evidence.start().line());
      json_.Key("startColumn")
          .Number(std::max(1u, evidence.start().utf16_column()));
      if (evidence.end().line() > 0) {
        json_.Key("endLine").Number(evidence.end().line());
        json_.Key("endColumn")
            .Number(std::max(1u, evidence.end().utf16_column()));
      }
      Text("snippet", evidence.text());
      json_.Close('}');
    }
    json_.Close('}');
  }

  void WriteResult(const v1::Finding& finding) {
    const bool fine = IsAboutNothingWrong(finding.kind());
    json_.Open('{').Key("ruleId").String(finding.rule_id());
    json_.Key("ruleIndex").Number(rule_index_[finding.rule_id()]);
    json_.Key("kind").String(fine ? "informational" : "fail");
    json_.Key("level").String(fine ? "none" : SeverityName(finding.severity()));
    const v1::Evidence* main = MainPlace(finding, options_);
    // The other places as links into relatedLocations.
    std::string message = Plain(MessageOf(finding));
    std::vector<const v1::Evidence*> related;
    for (const v1::Evidence& evidence : finding.evidence()) {
      if (&evidence == main) continue;
      if (related.size() + 1 == kMostPlaces) {
        places_left_out_ += finding.evidence_size() - kMostPlaces;
        break;
      }
      related.push_back(&evidence);
    }
    for (size_t i = 0; i < related.size(); ++i) {
      absl::StrAppend(&message, "\n- [",
                      Plain(PathOf(related[i]->document_id())), ":",
                      related[i]->start().line(), "](", i + 1,
                      "): ", Plain(SaysWhat(*related[i])));
    }
    Text("message", message);
    json_.Key("locations").Open('[');
    if (main != nullptr) {
      json_.Open('{');
      WritePlace(*main);
      json_.Close('}');
    }
    json_.Close(']');
    if (!related.empty()) {
      json_.Key("relatedLocations").Open('[');
      for (size_t i = 0; i < related.size(); ++i) {
        json_.Open('{').Key("id").Number(static_cast<int64_t>(i) + 1);
        WritePlace(*related[i]);
        Text("message", Plain(SaysWhat(*related[i])));
        json_.Close('}');
      }
      json_.Close(']');
    }
    json_.Key("partialFingerprints").Open('{');
    json_.Key("fact/v1").String(finding.fingerprint()).Close('}');
    if (options_.has_baseline) {
      json_.Key("baselineState")
          .String(finding.suppressed_by().empty() ? "new" : "unchanged");
    }
    if (!finding.suppressed_by().empty()) {
      json_.Key("suppressions").Open('[').Open('{');
      json_.Key("kind").String("external").Key("status").String("accepted");
      json_.Key("justification").String(finding.suppressed_by());
      json_.Close('}').Close(']');
    }
    json_.Key("properties")
        .Open('{')
        .Key("findingKind")
        .String(v1::Finding::Kind_Name(finding.kind()));
    json_.Close('}').Close('}');
  }

  void Notify(absl::string_view level, absl::string_view text) {
    json_.Open('{').Key("level").String(level);
    Text("message", Plain(text));
    json_.Close('}');
  }

  void WriteInvocation() {
    json_.Key("invocations").Open('[').Open('{');
    json_.Key("executionSuccessful").Bool(report_.complete());
    json_.Key("toolExecutionNotifications").Open('[');
    for (const v1::Skipped& skipped : report_.skipped()) {
      Notify("error",
             skipped.document_id().empty()
                 ? skipped.reason()
                 : absl::StrCat(skipped.document_id(), ": ", skipped.reason()));
    }
    if (results_left_out_ > 0) {
      Notify("warning", absl::StrCat(results_left_out_,
                                     " results are left out, the least grave; "
                                     "code scanning takes ",
                                     kMostResults));
    }
    if (places_left_out_ > 0) {
      Notify("warning",
             absl::StrCat(places_left_out_,
                          " places are left out; code scanning takes ",
                          kMostPlaces, " of a result"));
    }
    json_.Close(']').Close('}').Close(']');
  }

  const v1::Report& report_;
  const Sources& sources_;
  const ReportOptions& options_;
  JsonBuilder json_;
  std::vector<const v1::Finding*> results_;
  std::map<std::string, int> rule_index_;
  std::map<std::string, int> document_index_;
  size_t results_left_out_ = 0;
  int places_left_out_ = 0;
};

class SarifReporter : public Reporter {
 public:
  explicit SarifReporter(ReportOptions options)
      : options_(std::move(options)) {}
  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    return SarifWriter(report, sources, options_).Write();
  }

 private:
  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeSarifReporter(ReportOptions options) {
  return std::make_unique<SarifReporter>(std::move(options));
}

}  // namespace claimcheck
