// W3C Web Annotations: an annotation a finding, a target a place, found again
// by its offset (in code points, as the model asks) and by its words.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/json_builder.h"
#include "checker/report/formats/places.h"
#include "checker/report/sheet/sheet_rows.h"
#include "claims/base/stable_hash.h"

namespace claimcheck {
namespace {

// Words before and after a place, by which it is found when the text moves.
constexpr int kContext = 32;

class AnnotationsWriter {
 public:
  AnnotationsWriter(const v1::Report& report, const Sources& sources,
                    const ReportOptions& options)
      : report_(report), sources_(sources), options_(options) {
    for (const v1::Document& document : report.documents()) {
      urls_.emplace(document.id(), document.url().empty() ? UriOf(document.id())
                                                          : document.url());
    }
    CountOffsets();
  }

  std::string Write() {
    const std::vector<std::string> keys = FindingKeys(report_);
    StableHash id;
    for (const std::string& key : keys) id.Add(key);
    json_.Open('{').Key("@context").String("http://www.w3.org/ns/anno.jsonld");
    json_.Key("id").String(absl::StrCat("urn:claimcheck:page:", id.Hex()));
    json_.Key("type").String("AnnotationPage").Key("items").Open('[');
    for (int i = 0; i < report_.findings_size(); ++i) {
      const v1::Finding& finding = report_.findings(i);
      if (!IsShown(finding, options_.severity, options_)) continue;
      if (finding.evidence().empty()) continue;
      WriteAnnotation(finding, keys[i]);
    }
    json_.Close(']').Close('}');
    return json_.Take() + "\n";
  }

 private:
  // Every offset that is asked for, so that each text is gone through once.
  void CountOffsets() {
    absl::flat_hash_map<std::string, std::vector<uint32_t>> asked;
    for (const v1::Finding& finding : report_.findings()) {
      for (const v1::Evidence& evidence : finding.evidence()) {
        std::vector<uint32_t>& bytes = asked[evidence.document_id()];
        bytes.push_back(evidence.span().begin());
        bytes.push_back(evidence.span().end());
      }
    }
    for (auto& [id, bytes] : asked) {
      std::sort(bytes.begin(), bytes.end());
      CodePointOffsets offsets(sources_.Text(id));
      absl::flat_hash_map<uint32_t, uint32_t>& counted = offsets_[id];
      for (uint32_t byte : bytes) counted[byte] = offsets.At(byte);
    }
  }

  void WriteBody(absl::string_view value, absl::string_view purpose) {
    json_.Open('{').Key("type").String("TextualBody");
    json_.Key("value").String(value);
    if (purpose == "assessing") json_.Key("format").String("text/plain");
    json_.Key("purpose").String(purpose).Close('}');
  }

  void WriteAnnotation(const v1::Finding& finding, const std::string& key) {
    json_.Open('{').Key("id").String(absl::StrCat("urn:claimcheck:", key));
    json_.Key("type").String("Annotation");
    json_.Key("motivation").String("assessing");
    json_.Key("body").Open('[');
    WriteBody(MessageOf(finding), "assessing");
    WriteBody(SeverityName(finding.severity()), "tagging");
    WriteBody(finding.rule_id(), "tagging");
    json_.Close(']').Key("target").Open('[');
    for (const v1::Evidence& evidence : finding.evidence()) {
      WriteTarget(evidence);
    }
    json_.Close(']').Close('}');
  }

  void WriteTarget(const v1::Evidence& evidence) {
    const std::string& id = evidence.document_id();
    const auto url = urls_.find(id);
    const absl::string_view text = sources_.Text(id);
    json_.Open('{').Key("source").String(url == urls_.end() ? UriOf(id)
                                                            : url->second);
    json_.Key("selector").Open('[');
    const Original* original = sources_.OriginalOf(id);
    if (original != nullptr) {
      // The text within markup has no offsets that a reader could count after
      // us; bytes of the file it has.
      if (!original->extracted()) {
        const Span at = original->InFile(
            {evidence.span().begin(), evidence.span().end()});
        json_.Open('{').Key("type").String("DataPositionSelector");
        json_.Key("start").Number(at.begin).Key("end").Number(at.end);
        json_.Close('}');
      }
    } else if (!text.empty()) {
      const auto& offsets = offsets_[id];
      json_.Open('{').Key("type").String("TextPositionSelector");
      json_.Key("start").Number(offsets.at(evidence.span().begin()));
      json_.Key("end").Number(offsets.at(evidence.span().end())).Close('}');
    }
    json_.Open('{').Key("type").String("TextQuoteSelector");
    json_.Key("exact").String(evidence.text());
    if (!text.empty()) {
      json_.Key("prefix").String(
          CodePointsBefore(text, evidence.span().begin(), kContext));
      json_.Key("suffix").String(
          CodePointsAfter(text, evidence.span().end(), kContext));
    }
    json_.Close('}').Close(']').Close('}');
  }

  const v1::Report& report_;
  const Sources& sources_;
  const ReportOptions& options_;
  JsonBuilder json_;
  absl::flat_hash_map<std::string, std::string> urls_;
  absl::flat_hash_map<std::string, absl::flat_hash_map<uint32_t, uint32_t>>
      offsets_;
};

class AnnotationsReporter : public Reporter {
 public:
  explicit AnnotationsReporter(ReportOptions options)
      : options_(std::move(options)) {}
  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    return AnnotationsWriter(report, sources, options_).Write();
  }

 private:
  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeAnnotationsReporter(ReportOptions options) {
  return std::make_unique<AnnotationsReporter>(std::move(options));
}

}  // namespace claimcheck
