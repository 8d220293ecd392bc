// The head of the page: how much of what was found, in which documents, and
// whether all of them were read.

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "checker/report/page/page_parts.h"
#include "checker/report/page/time_axis.h"
#include "checker/report/text_summary.h"

namespace claimcheck {
namespace {

struct Counts {
  int contradictions = 0;
  int quotations = 0;
  int inconsistent = 0;
  int plans = 0;  // overtaken or disputed
  int unsupported = 0;
  int once = 0;
  int agreed = 0;
  int hygiene = 0;
};

Counts CountShown(const PageModel& page) {
  Counts counts;
  for (int i : page.shown()) {
    switch (page.finding(i).kind()) {
      case v1::Finding::CONTRADICTION:
        ++counts.contradictions;
        break;
      case v1::Finding::QUOTE_VARIATION:
        ++counts.quotations;
        break;
      case v1::Finding::SELF_INCONSISTENT:
        ++counts.inconsistent;
        break;
      case v1::Finding::OVERTAKEN:
      case v1::Finding::DISPUTE:
        ++counts.plans;
        break;
      case v1::Finding::UNSUPPORTED:
        ++counts.unsupported;
        break;
      case v1::Finding::SINGLE_SOURCE:
        ++counts.once;
        break;
      case v1::Finding::AGREEMENT:
        ++counts.agreed;
        break;
      default:
        ++counts.hygiene;
        break;
    }
  }
  return counts;
}

// One number of the strip; a link to what it counts.
template <size_t N>
void AppendTile(const char (&href)[N], absl::string_view kind, int64_t count,
                absl::string_view one, absl::string_view many, Html* out) {
  if (count == 0) return;
  out->Raw("<li class=\"")
      .Text(kind)
      .Raw("\"><a href=\"#")
      .Raw(href)
      .Raw("\"><b>")
      .Number(count)
      .Raw("</b> ")
      .Text(count == 1 ? one : many)
      .Raw("</a></li>");
}

void AppendTiles(const PageModel& page, Html* out) {
  const Counts counts = CountShown(page);
  out->Raw("<ul class=\"tiles\">");
  AppendTile("disagreements", "error", counts.contradictions, "contradiction",
             "contradictions", out);
  AppendTile("disagreements", "warning", counts.inconsistent, "does not add up",
             "do not add up", out);
  AppendTile("quotations", "warning", counts.quotations,
             "quotation in several wordings", "quotations in several wordings",
             out);
  AppendTile("disagreements", "note", counts.plans,
             "plan overtaken or disputed", "plans overtaken or disputed", out);
  AppendTile("draft", "warning", counts.unsupported,
             "statement that no source has", "statements that no source has",
             out);
  AppendTile("disagreements", "note", counts.hygiene, "spot in the text itself",
             "spots in the text itself", out);
  AppendTile("once", "plain", counts.once, "statement made once",
             "statements made once", out);
  AppendTile("agreements", "ok", counts.agreed, "agreement", "agreements", out);
  AppendTile("unchecked", "plain", page.report().unchecked_size(),
             "not checked", "not checked", out);
  out->Raw("</ul>");
}

// How the day of publication came to be known.
void AppendHowDated(const v1::Document& document, Html* out) {
  const std::string words = DatingWords(document);
  switch (document.published_source()) {
    case v1::GIVEN:
      out->Raw("given");
      return;
    case v1::DATELINE:
      out->Raw("stated");
      return;
    case v1::OTHER_DOCUMENTS:
      out->Raw("guessed from the others");
      return;
    case v1::TEXT_TODAY:
      out->Raw("by its words");
      break;
    case v1::TEXT_WEEKDAY:
      out->Raw("by its weekdays");
      break;
    default:
      out->Raw("not known");
      return;
  }
  if (!words.empty()) out->Raw(": “").Text(words).Raw("”");
}

void AppendDocumentList(const PageModel& page, Html* out) {
  out->Raw(
      "<div><table class=\"docs\"><thead><tr>"
      "<th scope=\"col\">Document</th><th scope=\"col\">Date</th>"
      "<th scope=\"col\">How it is known</th></tr></thead><tbody>");
  for (int i = 0; i < page.report().documents_size(); ++i) {
    const v1::Document& document = page.report().documents(i);
    out->Raw("<tr><th scope=\"row\"><a href=\"#d")
        .Number(i)
        .Raw("\"><b class=\"tag\">")
        .Text(page.Tag(document.id()))
        .Raw("</b> ")
        .FileName(page.Name(document.id()))
        .Raw("</a>");
    if (document.id() == page.options().draft) {
      out->Raw(" <span class=\"ctx\">draft</span>");
    }
    if (!document.publisher().empty()) {
      out->Raw(" <span class=\"ctx\">")
          .Text(document.publisher())
          .Raw("</span>");
    }
    if (!document.origin().empty() && document.origin() != document.id()) {
      out->Raw(" <span class=\"ctx\">shares text with ")
          .Text(page.Tag(document.origin()))
          .Raw("</span>");
    }
    out->Raw("</th><td>").Text(ShownDay(document.published())).Raw("</td><td>");
    AppendHowDated(document, out);
    out->Raw("</td></tr>");
  }
  out->Raw("</tbody></table></div>");
}

void AppendCompleteness(const PageModel& page, Html* out) {
  const v1::Report& report = page.report();
  if (report.complete() && !report.truncated()) return;
  out->Raw("<div class=\"alarm\" role=\"note\"><p><b>");
  if (!report.complete()) {
    out->Raw("Some of the input could not be read.");
  } else {
    out->Raw("Not everything was compared.");
  }
  out->Raw("</b></p><ul>");
  for (const v1::Skipped& skipped : report.skipped()) {
    out->Raw("<li>");
    if (!skipped.document_id().empty()) {
      out->Text(skipped.document_id()).Raw(": ");
    }
    out->Text(skipped.reason()).Raw("</li>");
  }
  out->Raw("</ul></div>");
}

// What a reader is to know first, as a headline.
std::string Headline(const PageModel& page) {
  const Counts counts = CountShown(page);
  const int differ = counts.contradictions + counts.quotations +
                     counts.inconsistent + counts.plans + counts.unsupported;
  const int documents = page.report().documents_size();
  if (page.is_check()) {
    return absl::StrCat(
        differ == 0 ? "Nothing to object to in "
                    : absl::StrCat(Count(differ, "passage"), " to look at in "),
        page.Name(page.options().draft));
  }
  return absl::StrCat(differ == 0
                          ? "No disagreement found in "
                          : absl::StrCat(Count(differ, "disagreement"), " in "),
                      Count(documents, "document"));
}

}  // namespace

void AppendStrip(const PageModel& page, Html* out) {
  out->Raw("<header id=\"top\"><p class=\"brand\">claimcheck");
  if (!page.report().id().empty()) {
    out->Raw(" · ").Text(page.report().id());
  }
  out->Raw("</p><h1>").Text(Headline(page)).Raw("</h1>");
  AppendTiles(page, out);
  AppendCompleteness(page, out);
  if (page.report().documents_size() > kMostColumns) {
    out->Raw("<details><summary>")
        .Number(page.report().documents_size())
        .Raw(" documents and their dates</summary>");
    AppendDocumentList(page, out);
    out->Raw("</details>");
  } else {
    AppendDocumentList(page, out);
  }
  out->Raw("</header>");
}

}  // namespace claimcheck
