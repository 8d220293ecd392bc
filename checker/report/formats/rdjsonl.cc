// The Diagnostic messages of reviewdog, a line each.  Its columns are bytes.

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/json_builder.h"
#include "checker/report/formats/places.h"

namespace claimcheck {
namespace {

constexpr int kMostOthers = 10;

const char* SeverityOf(v1::Severity::Level level) {
  switch (level) {
    case v1::Severity::ERROR:
      return "ERROR";
    case v1::Severity::WARNING:
      return "WARNING";
    default:
      return "INFO";
  }
}

class RdjsonlReporter : public Reporter {
 public:
  explicit RdjsonlReporter(ReportOptions options)
      : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    std::string out;
    for (const v1::Finding& finding : report.findings()) {
      if (!IsShown(finding, LeastShown(options_, v1::Severity::WARNING),
                   options_)) {
        continue;
      }
      const v1::Evidence* main = MainPlace(finding, options_);
      if (main == nullptr) continue;
      absl::StrAppend(&out, Line(finding, *main, sources), "\n");
    }
    return out;
  }

 private:
  // reviewdog knows one place; the others stand in the message.
  static std::string MessageWithPlaces(const v1::Finding& finding,
                                       const v1::Evidence& main) {
    std::string message = MessageOf(finding);
    int count = 0;
    for (const v1::Evidence& evidence : finding.evidence()) {
      if (&evidence == &main) continue;
      if (++count > kMostOthers) continue;
      absl::StrAppend(&message, "\n", PathOf(evidence.document_id()), ":",
                      evidence.start().line(), ":", evidence.start().column(),
                      ": ", SaysWhat(evidence));
    }
    if (count > kMostOthers) {
      absl::StrAppend(&message, "\nand ", count - kMostOthers, " more places");
    }
    return message;
  }

  static std::string Line(const v1::Finding& finding, const v1::Evidence& main,
                          const Sources& sources) {
    const auto [begin, end] = ByteColumns(sources, main);
    JsonBuilder json;
    json.Open('{').Key("message").String(MessageWithPlaces(finding, main));
    json.Key("location").Open('{');
    json.Key("path").String(PathOf(main.document_id()));
    json.Key("range").Open('{').Key("start").Open('{');
    json.Key("line").Number(main.start().line());
    json.Key("column").Number(begin);
    json.Close('}').Key("end").Open('{');
    json.Key("line").Number(main.end().line());
    json.Key("column").Number(end);
    json.Close('}').Close('}').Close('}');
    json.Key("severity").String(SeverityOf(finding.severity()));
    json.Key("source").Open('{').Key("name").String("claimcheck").Close('}');
    json.Key("code").Open('{').Key("value").String(finding.rule_id());
    json.Close('}').Close('}');
    return json.Take();
  }

  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeRdjsonlReporter(ReportOptions options) {
  return std::make_unique<RdjsonlReporter>(std::move(options));
}

}  // namespace claimcheck
