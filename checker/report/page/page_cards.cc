#include "checker/report/page/page_cards.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/report/excerpt.h"
#include "checker/report/sheet/sheet_rows.h"
#include "checker/report/verdicts.h"

namespace claimcheck {
namespace {

// Wordings of one quotation; the rest is counted.
constexpr int kMostPlaces = 40;
constexpr size_t kMostBeside = 3;

void AppendHead(const PageModel& page, int i, Html* out) {
  const v1::Finding& finding = page.finding(i);
  out->Raw("<article class=\"card ")
      .Text(finding.kind() == v1::Finding::AGREEMENT
                ? "ok"
                : SeverityName(finding.severity()))
      .Raw("\" id=\"f-")
      .Text(page.Key(i))
      .Raw("\" data-key=\"")
      .Text(page.Key(i))
      .Raw("\" data-level=\"")
      .Text(SeverityName(finding.severity()))
      .Raw("\" tabindex=\"-1\"><h3><span class=\"sev\">")
      .Text(VerdictWord(finding, page.is_check()))
      .Raw("</span> ")
      .Text(HeadlineOf(finding))
      .Raw("</h3>");
}

// The proof, step by step, as the steps are nested; a rule bounds their depth.
void AppendSteps(const v1::Step& step, Html* out) {
  out->Raw("<li>");
  switch (step.truth()) {
    case v1::Step::YES:
      out->Raw("<b>yes</b> ");
      break;
    case v1::Step::NO:
      out->Raw("<b>no</b> ");
      break;
    case v1::Step::UNKNOWN:
      out->Raw("<b>cannot tell</b> ");
      break;
    default:
      break;
  }
  out->Text(step.text());
  if (!step.path().empty()) {
    out->Raw(" <code>").Text(step.path()).Raw("</code>");
  }
  if (!step.parts().empty()) {
    out->Raw("<ul>");
    for (const v1::Step& part : step.parts()) AppendSteps(part, out);
    out->Raw("</ul>");
  }
  out->Raw("</li>");
}

void AppendFoot(const PageModel& page, int i, bool with_why, Html* out) {
  const v1::Finding& finding = page.finding(i);
  if (with_why && !finding.why().empty() &&
      !absl::EqualsIgnoreCase(finding.why(), HeadlineOf(finding))) {
    out->Raw("<p class=\"why\"><b>Why</b> ").Text(finding.why()).Raw("</p>");
  }
  for (const std::string& note : finding.notes()) {
    out->Raw("<p class=\"why\"><b>Note</b> ").Text(note).Raw("</p>");
  }
  if (page.options().explain && finding.has_explanation()) {
    out->Raw("<details class=\"proof\"><summary>Step by step</summary><ul>");
    AppendSteps(finding.explanation(), out);
    out->Raw("</ul></details>");
  }
  out->Raw("<p class=\"meta\"><code>").Text(finding.rule_id()).Raw("</code>");
  for (const std::string& also : finding.also_rule_ids()) {
    out->Raw(" + <code>").Text(also).Raw("</code>");
  }
  out->Raw(" · finding ")
      .Text(page.ShortKey(i))
      .Raw(" · <a href=\"#s-")
      .Text(page.Key(i))
      .Raw("\">its row in the sheet</a></p></article>");
}

void AppendSpeaker(const v1::Evidence& evidence, Html* out) {
  if (evidence.speaker().empty()) return;
  out->Raw(" <span class=\"who\">").Text(evidence.speaker()).Raw("</span>");
}

// Places that say the same thing: equal values as they follow one another.
struct Side {
  bool context = false;  // beside a statement that no source has
  bool here = false;     // in the paragraph that the card stands next to
  std::vector<const v1::Evidence*> places;
};

std::vector<Side> SidesOf(const v1::Finding& finding, const BesideText& beside) {
  std::vector<Side> sides;
  for (const v1::Evidence& evidence : finding.evidence()) {
    const v1::Evidence* last =
        sides.empty() ? nullptr : sides.back().places.back();
    // "Andoya spaceport" is no other place than "Andoya Spaceport".
    if (last == nullptr ||
        LettersOf(last->value()) != LettersOf(evidence.value()) ||
        last->status() != evidence.status() ||
        last->part() != evidence.part()) {
      sides.emplace_back();
      sides.back().context = evidence.part() == v1::Evidence::CONTEXT;
    }
    sides.back().here = sides.back().here || beside.Holds(evidence);
    sides.back().places.push_back(&evidence);
  }
  return sides;
}

// Each sentence once, behind the places that have it.
void AppendPlaces(const PageModel& page, const Side& side,
                  const BesideText& beside, Html* out) {
  out->Raw("<ul>");
  for (size_t i = 0; i < side.places.size(); ++i) {
    const v1::Evidence& evidence = *side.places[i];
    out->Raw("<li>");
    page.AppendPlaceLink(evidence, out);
    while (i + 1 < side.places.size() && !evidence.sentence().empty() &&
           side.places[i + 1]->sentence() == evidence.sentence() &&
           !beside.Holds(*side.places[i + 1])) {
      out->Raw(" ");
      page.AppendPlaceLink(*side.places[++i], out);
    }
    out->Raw(" ");
    if (beside.Holds(evidence)) {
      out->Raw("<span class=\"ctx\">here</span>");
    } else {
      AppendSentence(evidence, out);
    }
    out->Raw("</li>");
  }
  out->Raw("</ul>");
}

void AppendSide(const PageModel& page, const Side& side,
                const BesideText& beside, Html* out) {
  const v1::Evidence& first = *side.places.front();
  out->Raw("<li class=\"").Text(side.here ? "here" : "side").Raw("\">");
  if (!side.context && !first.value().empty()) {
    out->Raw("<p class=\"val\"><b>").Text(first.value()).Raw("</b> ");
    AppendStatus(first.status(), out);
    out->Raw("</p>");
  }
  AppendPlaces(page, side, beside, out);
  out->Raw("</li>");
}

void AppendSides(const PageModel& page, const v1::Finding& finding,
                 const BesideText& beside, Html* out) {
  std::vector<Side> sides = SidesOf(finding, beside);
  // The passage nearest to what no source has is not its source.
  std::vector<Side> nearest;
  if (finding.kind() == v1::Finding::UNSUPPORTED) {
    for (auto side = sides.begin(); side != sides.end();) {
      if (side->context) {
        nearest.push_back(std::move(*side));
        side = sides.erase(side);
      } else {
        ++side;
      }
    }
  }
  // Beside a paragraph there is room for the first few.
  const size_t open = beside.document.empty() || sides.size() <= kMostBeside + 1
                          ? sides.size()
                          : kMostBeside;
  const auto append = [&](const std::vector<Side>& list, size_t begin,
                          size_t end) {
    out->Raw("<ol class=\"sides\">");
    for (size_t i = begin; i < end; ++i) AppendSide(page, list[i], beside, out);
    out->Raw("</ol>");
  };
  append(sides, 0, open);
  if (open < sides.size()) {
    out->Raw("<details><summary>")
        .Number(static_cast<int64_t>(sides.size() - open))
        .Raw(" more</summary>");
    append(sides, open, sides.size());
    out->Raw("</details>");
  }
  if (!nearest.empty()) {
    out->Raw("<details><summary>the passage that comes nearest</summary>");
    append(nearest, 0, nearest.size());
    out->Raw("</details>");
  }
}

size_t CountWords(absl::string_view text) {
  size_t words = 0;
  bool blank = true;
  for (char c : text) {
    const bool is_blank = absl::ascii_isspace(static_cast<unsigned char>(c));
    if (blank && !is_blank) ++words;
    blank = is_blank;
  }
  return words;
}

// "3 words added, 2 left out; 18 of 31 words".  The last when the comparison
// leaves out the beginning or end of the other wording.
void AppendDiffCounts(const v1::Evidence& evidence, absl::string_view other,
                      Html* out) {
  size_t added = 0, removed = 0, changed = 0, covered = 0;
  for (const v1::DiffPart& part : evidence.diff()) {
    covered += CountWords(part.other());
    switch (part.op()) {
      case v1::DiffPart::ADDED:
        added += CountWords(part.text());
        break;
      case v1::DiffPart::REMOVED:
        removed += CountWords(part.other());
        break;
      case v1::DiffPart::CHANGED:
        ++changed;
        break;
      default:
        break;
    }
  }
  const char* between = "";
  auto say = [&](size_t count, absl::string_view what) {
    if (count == 0) return;
    out->Text(between).Number(static_cast<int64_t>(count)).Text(what);
    between = ", ";
  };
  say(changed, changed == 1 ? " passage reworded" : " passages reworded");
  say(added, added == 1 ? " word added" : " words added");
  say(removed, removed == 1 ? " word left out" : " words left out");
  if (*between == '\0') out->Raw("the same words");
  const size_t words = CountWords(other);
  if (covered + 2 < words) {
    out->Raw("; quotes ")
        .Number(static_cast<int64_t>(covered))
        .Raw(" words of ")
        .Number(static_cast<int64_t>(words));
  }
}

// The words of a comparison that found no difference, else all of them.
std::string SameWords(const v1::Evidence& evidence) {
  std::string words;
  for (const v1::DiffPart& part : evidence.diff()) {
    if (part.op() != v1::DiffPart::SAME) return evidence.text();
    absl::StrAppend(&words, words.empty() ? "" : " ", part.text());
  }
  return words.empty() ? evidence.text() : words;
}

void AppendWordings(const PageModel& page, const v1::Finding& finding,
                    Html* out) {
  out->Raw("<ol class=\"wordings\">");
  std::vector<std::string> letters;
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (letters.size() == kMostPlaces) break;
    // Of a part of a wording, the part counts.
    letters.push_back(LettersOf(SameWords(evidence)));
    const auto same = std::find(letters.begin(), letters.end(), letters.back());
    const bool repeats = same != letters.end() - 1;
    const v1::Evidence* other = nullptr;
    if (repeats) {
      other = &finding.evidence(static_cast<int>(same - letters.begin()));
    } else if (evidence.diff_size() > 0) {
      const uint32_t last = static_cast<uint32_t>(finding.evidence_size() - 1);
      other = &finding.evidence(
          static_cast<int>(std::min(evidence.diff_against(), last)));
    }
    out->Raw("<li><p class=\"val\">");
    page.AppendPlaceLink(evidence, out);
    AppendSpeaker(evidence, out);
    if (other != nullptr) {
      out->Raw(" <span class=\"ctx\">")
          .Text(repeats ? "the words of " : "against ")
          .Text(page.Tag(other->document_id()))
          .Raw(" ")
          .Number(other->start().line())
          .Raw(":")
          .Number(other->start().column());
      if (!repeats) {
        out->Raw(": ");
        AppendDiffCounts(evidence, other->text(), out);
      }
      out->Raw("</span>");
    }
    out->Raw("</p>");
    if (!repeats) {
      out->Raw("<blockquote>");
      if (evidence.diff_size() > 0) {
        AppendDiff(evidence, out);
      } else {
        out->Text(evidence.text());
      }
      out->Raw("</blockquote>");
    }
    out->Raw("</li>");
  }
  out->Raw("</ol>");
  if (finding.evidence_size() > kMostPlaces) {
    out->Raw("<p class=\"why\">and ")
        .Number(finding.evidence_size() - kMostPlaces)
        .Raw(" more places</p>");
  }
}

// What a source bears out, in a line; its passages on demand.
void AppendBorneOut(const PageModel& page, const v1::Finding& finding,
                    const BesideText& beside, Html* out) {
  out->Raw("<div class=\"brief\"><p>");
  int count = 0;
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (beside.Holds(evidence) || count == kMostPlaces) continue;
    if (count++ > 0) out->Raw(" ");
    page.AppendPlaceLink(evidence, out);
  }
  out->Raw("</p><details><summary>passages</summary>");
  AppendSides(page, finding, {}, out);
  out->Raw("</details></div>");
}

// A statement without a value that no source has: nothing stands against it.
bool IsLacking(const v1::Finding& finding) {
  return finding.kind() == v1::Finding::UNSUPPORTED &&
         finding.evidence_size() > 0 && finding.evidence(0).value().empty();
}

// What no source has, in a line; the passage nearest to it on demand.
void AppendLacking(const PageModel& page, const v1::Finding& finding, Html* out) {
  out->Raw("<div class=\"brief\"><p>");
  page.AppendPlaceLink(finding.evidence(0), out);
  out->Raw(" <span class=\"ctx\">").Text(finding.why()).Raw("</span></p>");
  if (finding.evidence_size() > 1) {
    out->Raw("<details><summary>nearest passage</summary><ul>");
    for (int i = 1; i < finding.evidence_size(); ++i) {
      out->Raw("<li>");
      page.AppendPlaceLink(finding.evidence(i), out);
      out->Raw(" ");
      AppendSentence(finding.evidence(i), out);
      out->Raw("</li>");
    }
    out->Raw("</ul></details>");
  }
  out->Raw("</div>");
}

}  // namespace

void AppendSentence(const v1::Evidence& evidence, Html* out) {
  const absl::string_view sentence = evidence.sentence();
  const absl::string_view words = evidence.text();
  // Of several such words those are meant that the offset points at.
  size_t at = absl::string_view::npos;
  if (evidence.has_claim() && evidence.claim().has_sentence() &&
      evidence.span().begin() >= evidence.claim().sentence().begin()) {
    const size_t offset =
        evidence.span().begin() - evidence.claim().sentence().begin();
    if (offset < sentence.size() &&
        sentence.substr(offset, words.size()) == words) {
      at = offset;
    }
  }
  if (at == absl::string_view::npos) at = sentence.find(words);
  out->Raw("<q>");
  if (at == absl::string_view::npos || words.empty()) {
    out->Text(words.empty() ? sentence : words);
  } else {
    out->Text(sentence.substr(0, at))
        .Raw("<strong>")
        .Text(words)
        .Raw("</strong>")
        .Text(sentence.substr(at + words.size()));
  }
  out->Raw("</q>");
}

void AppendDiff(const v1::Evidence& evidence, Html* out) {
  bool first = true;
  for (const v1::DiffPart& part : evidence.diff()) {
    const bool here = part.op() != v1::DiffPart::REMOVED;
    const bool there = part.op() == v1::DiffPart::REMOVED ||
                       part.op() == v1::DiffPart::CHANGED;
    if ((here && part.text().empty()) && (!there || part.other().empty())) {
      continue;
    }
    if (!first) out->Raw(" ");
    first = false;
    if (there && !part.other().empty()) {
      out->Raw("<del><span>").Text(part.other()).Raw("</span></del>");
      if (here) out->Raw(" ");
    }
    if (!here || part.text().empty()) continue;
    if (part.op() == v1::DiffPart::SAME) {
      out->Text(part.text());
    } else {
      out->Raw("<ins>").Text(part.text()).Raw("</ins>");
    }
  }
}

void AppendCard(const PageModel& page, int i, const BesideText& beside,
                Html* out) {
  const v1::Finding& finding = page.finding(i);
  AppendHead(page, i, out);
  // That a source bears it out is seen, and what is lacking says so itself.
  bool with_why = finding.kind() != v1::Finding::AGREEMENT;
  if (finding.kind() == v1::Finding::QUOTE_VARIATION) {
    AppendWordings(page, finding, out);
  } else if (IsLacking(finding) && !beside.document.empty()) {
    AppendLacking(page, finding, out);
    with_why = false;
  } else if (finding.kind() == v1::Finding::AGREEMENT &&
             !beside.document.empty()) {
    AppendBorneOut(page, finding, beside, out);
  } else {
    AppendSides(page, finding, beside, out);
  }
  AppendFoot(page, i, with_why, out);
}

}  // namespace claimcheck
