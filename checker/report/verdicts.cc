#include "checker/report/verdicts.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/report/escape.h"
#include "checker/report/excerpt.h"
#include "checker/report/style.h"
#include "checker/report/text_layout.h"
#include "checker/report/text_summary.h"

namespace claimcheck {
namespace {

constexpr size_t kVerdictColumn = 15;
constexpr int kMostWords = 400;
constexpr int kMostSources = 4;
constexpr int kLeastWords = 24;

// Worst first; the order of the groups.
int RankOf(v1::Finding::Kind kind) {
  switch (kind) {
    case v1::Finding::CONTRADICTION: return 0;
    case v1::Finding::SELF_INCONSISTENT: return 1;
    case v1::Finding::OVERTAKEN: return 2;
    case v1::Finding::DISPUTE: return 3;
    case v1::Finding::QUOTE_VARIATION: return 4;
    case v1::Finding::UNSUPPORTED: return 5;
    case v1::Finding::HYGIENE: return 6;
    case v1::Finding::SINGLE_SOURCE: return 7;
    case v1::Finding::AGREEMENT: return 8;
    default: return 9;
  }
}

// A finding with the piece of evidence that stands in the draft.
struct Line {
  const v1::Finding* finding = nullptr;
  const v1::Evidence* draft = nullptr;  // null: it is about the sources only
  std::string fingerprint;
};

class Writer {
 public:
  Writer(const ShownNames& names, const ReportOptions& options)
      : names_(names), options_(options), style_(options.color) {}

  void Append(const Line& line, size_t place_width, std::string* out) const {
    const absl::string_view verdict =
        line.draft == nullptr ? "sources differ" : VerdictOf(line.finding->kind());
    absl::StrAppend(out, Colored(*line.finding, PadRight(verdict, kVerdictColumn)));
    const size_t column = kVerdictColumn + place_width + 2;
    const std::string place =
        line.draft == nullptr
            ? ""
            : absl::StrCat(line.draft->start().line(), ":",
                           line.draft->start().column());
    absl::StrAppend(out, PadRight(place, place_width + 2));
    if (line.draft != nullptr) AppendWords(*line.draft, column, out);
    int shown = 0, more = 0;
    for (const v1::Evidence& evidence : line.finding->evidence()) {
      if (&evidence == line.draft) continue;
      if (shown == kMostSources) {
        ++more;
        continue;
      }
      if (line.draft != nullptr || shown > 0) {
        absl::StrAppend(out, std::string(column, ' '));
      }
      ++shown;
      AppendSource(evidence, column, out);
    }
    absl::StrAppend(out, line.draft == nullptr && shown == 0
                             ? ""
                             : std::string(column, ' '));
    std::string tail = absl::StrCat(
        "[", EscapeForTerminal(line.finding->rule_id()), " ", line.fingerprint,
        "]");
    if (more > 0) tail = absl::StrCat("and ", more, " more  ", tail);
    absl::StrAppend(out, style_.Dim(tail), "\n");
  }

 private:
  std::string Colored(const v1::Finding& finding,
                      absl::string_view text) const {
    switch (finding.severity()) {
      case v1::Severity::ERROR: return style_.Red(text);
      case v1::Severity::WARNING: return style_.Yellow(text);
      default: return style_.Green(text);
    }
  }

  void AppendWords(const v1::Evidence& evidence, size_t column,
                   std::string* out) const {
    const Excerpt words =
        MakeExcerpt(evidence, options_.width - static_cast<int>(column),
                    options_.context, kMostWords);
    const std::string text = words.Text();
    const size_t width = static_cast<size_t>(options_.width);
    if (column + DisplayWidth(text) <= width) {
      absl::StrAppend(out, words.before, style_.Bold(words.decisive),
                      words.after, "\n");
    } else {
      absl::StrAppend(out, Wrap(text, column, column, width), "\n");
    }
  }

  // Where else, what it says there; the value when that is shorter.
  void AppendSource(const v1::Evidence& evidence, size_t column,
                    std::string* out) const {
    std::string place = absl::StrCat(names_.Of(evidence.document_id()), ":",
                                     evidence.start().line(), ":",
                                     evidence.start().column());
    if (evidence.document_id() == options_.draft) {
      place = absl::StrCat("its own ", evidence.start().line(), ":",
                           evidence.start().column());
    }
    const size_t words = column + DisplayWidth(place) + 2;
    absl::StrAppend(out, style_.Cyan(place));
    if (static_cast<int>(words) + kLeastWords > options_.width) {
      absl::StrAppend(out, "\n", std::string(column + 2, ' '));
      AppendWords(evidence, column + 2, out);
    } else {
      absl::StrAppend(out, "  ");
      AppendWords(evidence, words, out);
    }
  }

  const ShownNames& names_;
  const ReportOptions& options_;
  const Style style_;
};

}  // namespace

absl::string_view VerdictOf(v1::Finding::Kind kind) {
  switch (kind) {
    case v1::Finding::CONTRADICTION: return "contradicted";
    case v1::Finding::SELF_INCONSISTENT: return "inconsistent";
    case v1::Finding::OVERTAKEN: return "overtaken";
    case v1::Finding::DISPUTE: return "disputed";
    case v1::Finding::QUOTE_VARIATION: return "check wording";
    case v1::Finding::UNSUPPORTED: return "unsupported";
    case v1::Finding::HYGIENE: return "check text";
    case v1::Finding::SINGLE_SOURCE: return "one source";
    case v1::Finding::AGREEMENT: return "supported";
    default: return "look at";
  }
}

std::string HeadlineOf(const v1::Finding& finding) {
  const std::string& title =
      finding.title().empty() ? finding.message() : finding.title();
  const v1::Evidence* first = nullptr;
  int claims = 0;
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (evidence.part() == v1::Evidence::CONTEXT) continue;
    if (claims++ == 0) first = &evidence;
  }
  switch (finding.kind()) {
    case v1::Finding::SELF_INCONSISTENT:
    case v1::Finding::HYGIENE:
      return claims < 2 && !finding.why().empty() ? finding.why() : title;
    case v1::Finding::UNSUPPORTED:
    case v1::Finding::SINGLE_SOURCE:
    case v1::Finding::AGREEMENT: {
      constexpr size_t kEnoughToTell = 24;
      if (first == nullptr || first->value().empty()) return title;
      const std::string& value = first->value();
      if (absl::StrContains(title, value.substr(0, kEnoughToTell))) {
        return title;
      }
      return absl::StrContains(value, title) ? value
                                             : absl::StrCat(title, ": ", value);
    }
    default: return title;
  }
}

std::string VerdictLines(const v1::Report& report, const ShownNames& names,
                         v1::Severity::Level least,
                         const ReportOptions& options) {
  const std::vector<std::string> fingerprints = ShortFingerprints(report);
  std::vector<Line> lines;
  size_t place_width = 0;
  for (int i = 0; i < report.findings_size(); ++i) {
    const v1::Finding& finding = report.findings(i);
    if (!IsShown(finding, least, options)) continue;
    Line line;
    line.finding = &finding;
    line.fingerprint = fingerprints[i];
    for (const v1::Evidence& evidence : finding.evidence()) {
      if (evidence.document_id() != options.draft) continue;
      if (line.draft == nullptr ||
          evidence.span().begin() < line.draft->span().begin()) {
        line.draft = &evidence;
      }
    }
    if (line.draft != nullptr) {
      place_width = std::max(
          place_width, absl::StrCat(line.draft->start().line(), ":",
                                    line.draft->start().column())
                           .size());
    }
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    if ((a.draft == nullptr) != (b.draft == nullptr)) return b.draft == nullptr;
    const int rank_a = RankOf(a.finding->kind());
    const int rank_b = RankOf(b.finding->kind());
    if (rank_a != rank_b) return rank_a < rank_b;
    return a.draft != nullptr && a.draft->span().begin() < b.draft->span().begin();
  });
  std::string out;
  const Writer writer(names, options);
  for (const Line& line : lines) writer.Append(line, place_width, &out);
  return out;
}

}  // namespace claimcheck
