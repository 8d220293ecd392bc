// Workflow commands of GitHub Actions: annotations without an upload.

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "checker/report/escape.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/places.h"

namespace claimcheck {
namespace {

// GitHub shows so many errors and so many warnings of a step, and drops the
// others without a word.
constexpr int kMostShown = 10;
constexpr int kMostOthers = 6;

// The value of a command, or with `property` of one of its properties.  The one
// way by which text enters a command.
std::string Escaped(absl::string_view text, bool property) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '%':
        out.append("%25");
        break;
      case '\r':
        out.append("%0D");
        break;
      case '\n':
        out.append("%0A");
        break;
      case ':':
        out.append(property ? "%3A" : ":");
        break;
      case ',':
        out.append(property ? "%2C" : ",");
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

const char* CommandOf(v1::Severity::Level level) {
  switch (level) {
    case v1::Severity::ERROR:
      return "error";
    case v1::Severity::WARNING:
      return "warning";
    default:
      return "notice";
  }
}

class GithubReporter : public Reporter {
 public:
  explicit GithubReporter(ReportOptions options)
      : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    std::string out;
    int counts[4] = {};
    for (const v1::Finding& finding : report.findings()) {
      if (!IsShown(finding, LeastShown(options_, v1::Severity::WARNING),
                   options_)) {
        continue;
      }
      ++counts[finding.severity()];
      absl::StrAppend(&out, Command(finding), "\n");
    }
    std::string most;
    for (v1::Severity::Level level :
         {v1::Severity::ERROR, v1::Severity::WARNING, v1::Severity::NOTE}) {
      if (counts[level] <= kMostShown) continue;
      absl::StrAppend(&most, most.empty() ? "" : ", ", counts[level], " ",
                      SeverityName(level), "s");
    }
    if (!most.empty()) {
      absl::StrAppend(&out, "::notice title=claimcheck::GitHub shows ",
                      kMostShown, " of each kind; this step has ", most,
                      ". The log has all.\n");
    }
    if (!report.complete()) {
      absl::StrAppend(&out,
                      "::warning title=claimcheck::Some of the input could not "
                      "be read.\n");
    }
    return out;
  }

 private:
  std::string Command(const v1::Finding& finding) const {
    const v1::Evidence* main = MainPlace(finding, options_);
    std::string out = absl::StrCat("::", CommandOf(finding.severity()), " ");
    if (main != nullptr) {
      absl::StrAppend(
          &out, "file=",
          Escaped(EscapeForTerminal(PathOf(main->document_id())), true),
          ",line=", main->start().line());
      if (main->end().line() == main->start().line()) {
        absl::StrAppend(&out, ",col=", main->start().column(),
                        ",endColumn=", main->end().column());
      } else {
        absl::StrAppend(&out, ",endLine=", main->end().line());
      }
      out.push_back(',');
    }
    std::string message = EscapePassage(MessageOf(finding));
    int others = 0;
    for (const v1::Evidence& evidence : finding.evidence()) {
      if (&evidence == main || ++others > kMostOthers) continue;
      absl::StrAppend(&message, "\n",
                      EscapePassage(PathOf(evidence.document_id())), ":",
                      evidence.start().line(), ":", evidence.start().column(),
                      ": ", EscapePassage(SaysWhat(evidence)));
    }
    if (others > kMostOthers) {
      absl::StrAppend(&message, "\nand ", others - kMostOthers, " more places");
    }
    return absl::StrCat(
        out, "title=", Escaped(EscapeForTerminal(finding.rule_id()), true),
        "::", Escaped(message, false));
  }

  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeGithubReporter(ReportOptions options) {
  return std::make_unique<GithubReporter>(std::move(options));
}

}  // namespace claimcheck
