#include "checker/report/verdicts.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "checker/report/escape.h"
#include "checker/report/excerpt.h"
#include "checker/report/style.h"
#include "checker/report/text_layout.h"
#include "checker/report/text_summary.h"

namespace claimcheck {
namespace {

constexpr size_t kVerdictColumn = 15;
constexpr int kMostWords = 400;
constexpr size_t kMostSources = 4;
// Of the sources of a verdict, under it.
constexpr size_t kSourceIndent = 6;
// With less room than this beside its place, a passage begins a line of its own.
constexpr size_t kLeastWords = 40;

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

std::string LineAndColumn(const v1::Evidence& evidence) {
  return absl::StrCat(evidence.start().line(), ":", evidence.start().column());
}

class Writer {
 public:
  Writer(const ShownNames& names, const ReportOptions& options)
      : names_(names),
        options_(options),
        style_(options.color),
        width_(static_cast<size_t>(options.width)) {}

  // `lines`: several findings only where one sentence lacks several things.
  void Append(absl::Span<const Line> lines, size_t place_width,
              std::string* out) const {
    const Line& line = lines.front();
    const absl::string_view verdict =
        line.draft == nullptr ? "sources differ" : VerdictOf(*line.finding);
    absl::StrAppend(out, Colored(*line.finding, PadRight(verdict, kVerdictColumn)));
    const size_t column = kVerdictColumn + place_width + 2;
    if (line.draft != nullptr) {
      absl::StrAppend(out,
                      PadRight(LineAndColumn(*line.draft), place_width + 2));
      AppendWords(*line.draft, column, out);
    } else {
      absl::StrAppend(out, std::string(place_width + 2, ' '),
                      Wrap(EscapePassage(HeadlineOf(*line.finding)), column,
                           column, width_),
                      "\n");
    }
    for (const Line& one : lines) {
      AppendSources(one, out);
      AppendTail(one, lines.size() > 1, out);
    }
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
    AppendExcerpt(MakeExcerpt(evidence,
                              options_.width - static_cast<int>(column),
                              options_.context, kMostWords),
                  column, width_, style_, out);
  }

  std::string PlaceOf(const v1::Evidence& evidence) const {
    return absl::StrCat(evidence.document_id() == options_.draft
                            ? "its own "
                            : absl::StrCat(names_.Of(evidence.document_id()), ":"),
                        LineAndColumn(evidence));
  }

  // Where else, and what it says there.  The passage nearest to a statement that
  // no source has is none of its sources: it is left to the page.
  void AppendSources(const Line& line, std::string* out) const {
    std::vector<const v1::Evidence*> sources;
    std::vector<std::string> also;  // further places of each in its document
    size_t widest = 0, more = 0;
    for (const v1::Evidence& evidence : line.finding->evidence()) {
      if (&evidence == line.draft) continue;
      if (line.finding->kind() == v1::Finding::UNSUPPORTED &&
          evidence.part() == v1::Evidence::CONTEXT) {
        continue;
      }
      if (!sources.empty() && !evidence.value().empty() &&
          sources.back()->document_id() == evidence.document_id() &&
          sources.back()->value() == evidence.value() &&
          sources.back()->status() == evidence.status()) {
        absl::StrAppend(&also.back(), also.back().empty() ? "also " : ", ",
                        LineAndColumn(evidence));
        continue;
      }
      if (sources.size() == kMostSources) {
        ++more;
        continue;
      }
      sources.push_back(&evidence);
      also.emplace_back();
      widest = std::max(widest, DisplayWidth(PlaceOf(evidence)));
    }
    const size_t column = kSourceIndent + widest + 2;
    const bool own_line = column + kLeastWords > width_;
    const size_t words = own_line ? kSourceIndent + 4 : column;
    for (size_t i = 0; i < sources.size(); ++i) {
      const std::string place = PlaceOf(*sources[i]);
      absl::StrAppend(
          out, std::string(kSourceIndent, ' '), style_.Cyan(place),
          own_line ? absl::StrCat("\n", std::string(words, ' '))
                   : std::string(widest + 2 - DisplayWidth(place), ' '));
      AppendWords(*sources[i], words, out);
      if (!also[i].empty()) {
        absl::StrAppend(out, std::string(words, ' '),
                        style_.Dim(Wrap(also[i], words, words, width_)), "\n");
      }
    }
    if (more > 0) {
      absl::StrAppend(out, std::string(kSourceIndent, ' '), "and ", more,
                      " more\n");
    }
  }

  // The reason where the places do not show it, and the rule with what explain
  // asks for.
  void AppendTail(const Line& line, bool with_place, std::string* out) const {
    const v1::Finding& finding = *line.finding;
    std::string text;
    if (with_place && line.draft != nullptr) {
      absl::StrAppend(&text, LineAndColumn(*line.draft), "  ");
    }
    if (finding.kind() == v1::Finding::UNSUPPORTED) {
      absl::StrAppend(&text, EscapePassage(finding.message()));
    } else if (finding.kind() == v1::Finding::SELF_INCONSISTENT ||
               finding.kind() == v1::Finding::HYGIENE) {
      absl::StrAppend(&text, EscapePassage(finding.why().empty()
                                               ? finding.message()
                                               : finding.why()));
    }
    if (!finding.suppressed_by().empty()) {
      absl::StrAppend(&text, text.empty() ? "" : "; ", "accepted: ",
                      EscapePassage(finding.suppressed_by()));
    }
    const std::string tag =
        absl::StrCat("[", EscapeForTerminal(finding.rule_id()), " ",
                     line.fingerprint, "]");
    text = Wrap(text, kSourceIndent, kSourceIndent + 2, width_);
    absl::StrAppend(out, std::string(kSourceIndent, ' '), text);
    if (!text.empty()) {
      const size_t at = text.rfind('\n');
      const size_t used = at == std::string::npos
                              ? kSourceIndent + DisplayWidth(text)
                              : DisplayWidth(text.substr(at + 1));
      if (used + 2 + DisplayWidth(tag) > width_) {
        absl::StrAppend(out, "\n", std::string(kSourceIndent + 2, ' '));
      } else {
        absl::StrAppend(out, "  ");
      }
    }
    absl::StrAppend(out, style_.Dim(tag), "\n");
  }

  const ShownNames& names_;
  const ReportOptions& options_;
  const Style style_;
  const size_t width_;
};

std::string Capitalised(std::string sentence) {
  if (!sentence.empty()) {
    sentence[0] = absl::ascii_toupper(static_cast<unsigned char>(sentence[0]));
  }
  return sentence;
}

// What one sentence lacks is told together.
bool StandTogether(const Line& a, const Line& b) {
  return a.draft != nullptr && b.draft != nullptr &&
         a.finding->kind() == v1::Finding::UNSUPPORTED &&
         b.finding->kind() == v1::Finding::UNSUPPORTED &&
         !a.draft->sentence().empty() &&
         a.draft->sentence() == b.draft->sentence() &&
         a.draft->start().line() == b.draft->start().line();
}

}  // namespace

absl::string_view VerdictOf(const v1::Finding& finding) {
  switch (finding.kind()) {
    case v1::Finding::CONTRADICTION:
      // One source has what the draft has, another something else.
      return std::any_of(finding.evidence().begin(), finding.evidence().end(),
                         [](const v1::Evidence& evidence) {
                           return evidence.part() ==
                                  v1::Evidence::SUPPORTING_CLAIM;
                         })
                 ? "sources differ"
                 : "contradicted";
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
  // What a rule says of a detail of a draft is a sentence.
  if (finding.kind() == v1::Finding::UNSUPPORTED && title == finding.message()) {
    return Capitalised(title);
  }
  switch (finding.kind()) {
    case v1::Finding::SELF_INCONSISTENT:
    case v1::Finding::HYGIENE:
      return claims < 2 && !finding.why().empty() ? Capitalised(finding.why())
                                                  : title;
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
  for (size_t first = 0; first < lines.size();) {
    size_t end = first + 1;
    while (end < lines.size() && StandTogether(lines[first], lines[end])) ++end;
    writer.Append(absl::MakeConstSpan(lines).subspan(first, end - first),
                  place_width, &out);
    first = end;
  }
  return out;
}

}  // namespace claimcheck
