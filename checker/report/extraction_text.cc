#include "checker/report/extraction_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/report/escape.h"
#include "checker/report/style.h"
#include "checker/report/text_layout.h"
#include "claims/extract/mention_line.h"
#include "claims/text/source_text.h"

namespace claimcheck {
namespace {

constexpr size_t kIndent = 4;

// An underlined stretch of the shown sentence, in bytes of it.
struct Mark {
  size_t begin = 0;
  size_t end = 0;
  std::string label;
  bool labelled = false;  // on a line above
};

// A row of marks under a line of text, filled from left to right.
struct MarkRow {
  std::string text;
  size_t width = 0;  // in columns
};

Span SpanOf(const v1::Span& span) { return {span.begin(), span.end()}; }

void AppendDerivation(const v1::Derivation& derivation,
                      absl::string_view source, size_t indent,
                      std::string* out) {
  // Parts are few and nest a level or two; the bound is for safety only.
  if (derivation.rule().empty() || indent > 40) return;
  const Span span = SpanOf(derivation.span());
  absl::StrAppend(out, std::string(indent, ' '), "by ", derivation.rule());
  if (!span.empty() && span.end <= source.size()) {
    absl::StrAppend(out, " \"", CutToWidth(EscapePassage(span.In(source)), 60),
                    "\"");
  }
  absl::StrAppend(out, "\n");
  for (const v1::Derivation& part : derivation.parts()) {
    AppendDerivation(part, source, indent + 2, out);
  }
}

// Marks of one line of the sentence, in as few rows as they fit into.  A label
// follows its mark, or stands before it where the line would become too wide; a
// mark of several lines has it on the first that has room.
std::vector<MarkRow> LayOutMarks(absl::string_view shown, ShownLine line,
                                 size_t width, const Style& style,
                                 std::vector<Mark>* marks) {
  std::vector<MarkRow> rows;
  for (Mark& mark : *marks) {
    const size_t begin = std::max<size_t>(mark.begin, line.begin);
    const size_t end = std::min<size_t>(mark.end, line.end);
    if (begin >= end) continue;
    const size_t mark_column =
        DisplayWidth(shown.substr(line.begin, begin - line.begin));
    const size_t size =
        std::max<size_t>(1, DisplayWidth(shown.substr(begin, end - begin)));
    const size_t label_width = DisplayWidth(mark.label) + 1;
    const bool fits_behind = mark_column + size + label_width <= width;
    const bool fits_before = label_width <= mark_column;
    const bool last_line = mark.end <= line.end;
    const bool labels =
        !mark.labelled && (fits_behind || fits_before || last_line);
    mark.labelled |= labels;
    const bool label_first = labels && !fits_behind && fits_before;
    const size_t column = mark_column - (label_first ? label_width : 0);
    auto row = std::find_if(rows.begin(), rows.end(), [&](const MarkRow& r) {
      return r.width == 0 || r.width + 2 <= column;
    });
    if (row == rows.end()) row = rows.insert(rows.end(), MarkRow());
    row->text.append(column - row->width, ' ');
    if (label_first) absl::StrAppend(&row->text, style.Dim(mark.label), " ");
    row->text.append(style.Cyan(std::string(size, '~')));
    row->width = mark_column + size;
    if (!labels || label_first) continue;
    if (fits_behind) {
      absl::StrAppend(&row->text, " ", style.Dim(mark.label));
      row->width += label_width;
    } else {
      // No room on either side: on a row of its own below.
      MarkRow below;
      below.text = style.Dim(CutToWidth(mark.label, width));
      below.width = width;
      rows.push_back(std::move(below));
    }
  }
  return rows;
}

std::string ClaimLine(const v1::Claim& claim, absl::string_view source) {
  std::string kind = absl::StrReplaceAll(
      absl::AsciiStrToLower(v1::Claim::Kind_Name(claim.kind())), {{"_", " "}});
  std::string status = absl::AsciiStrToLower(
      v1::Factuality::Status_Name(claim.factuality().status()));
  const Span span = SpanOf(claim.span());
  std::string out = absl::StrCat(kind, ", ", status, ": ");
  if (!claim.statement().empty()) {
    absl::StrAppend(&out, EscapePassage(claim.statement()), " ");
  }
  if (span.end <= source.size()) {
    absl::StrAppend(&out, "\"", EscapePassage(span.In(source)), "\"");
  }
  for (const v1::Attribution& attribution : claim.attributions()) {
    const v1::Phrase& speaker = attribution.speaker();
    if (speaker.text().empty()) continue;
    absl::StrAppend(
        &out, ", says ",
        EscapePassage(speaker.resolved().empty() ? speaker.text()
                                                 : speaker.resolved()));
  }
  return out;
}

std::string HeadLine(const v1::Extraction& extraction, const Style& style) {
  std::string out = style.Bold(EscapeForTerminal(extraction.id()));
  if (extraction.published().empty()) {
    absl::StrAppend(&out, "  no date");
  } else {
    absl::StrAppend(
        &out, "  published ", EscapePassage(extraction.published()), " (",
        absl::StrReplaceAll(absl::AsciiStrToLower(v1::DateSource_Name(
                                extraction.published_source())),
                            {{"_", " "}}),
        ")");
  }
  absl::StrAppend(&out, "  ", extraction.mentions_size(), " mentions, ",
                  extraction.claims_size(), " claims\n");
  return out;
}

}  // namespace

std::string ExtractionText(const DocumentAnalysis& doc,
                           const v1::Extraction& extraction,
                           const ExtractionTextOptions& options) {
  const Style style(options.color);
  const absl::string_view source = doc.text.source;
  const SourceText lines(source);
  const auto line_of = [&](Span span) {
    return options.original != nullptr && !options.original->extracted()
               ? options.original->PositionsOf(span).first.line
               : lines.PositionOf(span.begin).line;
  };
  std::string out = HeadLine(extraction, style);
  int mention = 0, claim = 0;
  for (const Sentence& sentence : doc.text.sentences) {
    const ShownPassage shown = ShowPassage(sentence.span.In(source));
    auto place = [&](const v1::Span& span) {
      const Span s = SpanOf(span);
      const uint32_t begin = std::max(s.begin, sentence.span.begin);
      const uint32_t end = std::min(s.end, sentence.span.end);
      return begin < end ? std::make_pair(shown.at[begin - sentence.span.begin],
                                          shown.at[end - sentence.span.begin])
                         : std::make_pair(0u, 0u);
    };
    std::vector<Mark> marks;
    std::string derivations;
    for (; mention < extraction.mentions_size(); ++mention) {
      const v1::Mention& m = extraction.mentions(mention);
      if (m.span().begin() >= sentence.span.end) break;
      // A pronoun that stands for nobody known tells nothing.
      if (m.kind() == v1::Mention::NAME && m.name().empty()) continue;
      const auto [begin, end] = place(m.span());
      marks.push_back({begin, end, EscapePassage(MentionLine(m))});
      if (options.explain && m.has_derivation()) {
        absl::StrAppend(&derivations, std::string(kIndent, ' '),
                        v1::Mention::Kind_Name(m.kind()), " \"",
                        CutToWidth(EscapePassage(m.text()), 60), "\"\n");
        AppendDerivation(m.derivation(), source, kIndent + 2, &derivations);
      }
    }
    std::vector<const v1::Claim*> claims;
    for (; claim < extraction.claims_size(); ++claim) {
      const v1::Claim& c = extraction.claims(claim);
      if (c.span().begin() >= sentence.span.end) break;
      claims.push_back(&c);
    }
    if (marks.empty() && claims.empty()) continue;
    absl::StrAppend(
        &out, "\n",
        style.Dim(absl::StrCat(EscapeForTerminal(extraction.id()), ":",
                               line_of(sentence.span))),
        "\n");
    const size_t width = static_cast<size_t>(options.width) - kIndent;
    for (const ShownLine& line : WrapLines(shown.text, width, width)) {
      absl::StrAppend(&out, std::string(kIndent, ' '),
                      absl::string_view(shown.text)
                          .substr(line.begin, line.end - line.begin),
                      "\n");
      for (const MarkRow& row :
           LayOutMarks(shown.text, line, width, style, &marks)) {
        absl::StrAppend(&out, std::string(kIndent, ' '), row.text, "\n");
      }
    }
    absl::StrAppend(&out, derivations);
    for (const v1::Claim* c : claims) {
      absl::StrAppend(&out, std::string(kIndent, ' '), "* ",
                      Wrap(CutToWidth(ClaimLine(*c, source), 400), kIndent + 2,
                           kIndent + 4, static_cast<size_t>(options.width)),
                      "\n");
      if (options.explain && c->has_derivation()) {
        AppendDerivation(c->derivation(), source, kIndent + 4, &out);
      }
    }
  }
  return out;
}

}  // namespace claimcheck
