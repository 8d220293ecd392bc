// The fact-checker's sheet: the program's half is text, the people's half is
// form fields, which the script saves and --sheet reads back.

#include <string>
#include <vector>

#include "checker/report/page/page_parts.h"
#include "checker/report/sheet/sheet_rows.h"

namespace claimcheck {
namespace {

// One table each, so that a browser need not lay out those out of view.
constexpr size_t kRowsAChunk = 25;

void OpenTable(bool first, Html* out) {
  out->Raw("<div class=\"chunk\"><table class=\"sheet\">");
  if (!first) {
    out->Raw("<thead class=\"again\">");
  } else {
    out->Raw("<thead>");
  }
  out->Raw(
      "<tr><th scope=\"col\" class=\"c-tick\">Tick</th>"
      "<th scope=\"col\" class=\"c-statement\">Statement</th>"
      "<th scope=\"col\" class=\"c-evidence\">Evidence</th>"
      "<th scope=\"col\" class=\"c-method\">How checked</th>"
      "<th scope=\"col\" class=\"c-by\">By</th>"
      "<th scope=\"col\" class=\"c-date\">Date</th>"
      "<th scope=\"col\" class=\"c-note\">Note</th>"
      "<th scope=\"col\" class=\"c-rating\">Rating</th>"
      "</tr></thead><tbody>");
}

template <size_t N>
void AppendField(const char (&name)[N], absl::string_view label,
                 const std::string& value, Html* out) {
  out->Raw("<td><label><span class=\"lab\">")
      .Text(label)
      .Raw("</span><input data-f=\"")
      .Raw(name)
      .Raw("\" value=\"")
      .Text(value)
      .Raw("\"></label></td>");
}

void AppendRow(const v1::SheetRow& row, bool lost, absl::string_view href,
               Html* out) {
  out->Raw("<tr id=\"s-")
      .Text(row.fingerprint())
      .Raw("\" data-row=\"")
      .Text(row.fingerprint());
  if (lost) out->Raw("\" data-lost=\"1");
  out->Raw(
      "\"><td class=\"c-tick\"><label><span class=\"lab\">Tick</span>"
      "<input type=\"checkbox\" data-f=\"tick\"");
  if (row.tick()) out->Raw(" checked");
  out->Raw(
         "></label></td><th scope=\"row\"><span class=\"verdict\" "
         "data-t=\"verdict\">")
      .Text(row.verdict())
      .Raw("</span> ");
  if (!href.empty()) out->Raw("<a href=\"#").Text(href).Raw("\">");
  out->Raw("<span data-t=\"statement\">").Text(row.statement()).Raw("</span>");
  if (!href.empty()) out->Raw("</a>");
  out->Raw(" <span class=\"ctx\" data-t=\"place\">")
      .FileName(row.place())
      .Raw("</span></th><td data-t=\"evidence\">")
      .Text(row.evidence())
      .Raw("</td>");
  AppendField("method", "How checked", row.method(), out);
  AppendField("by", "By", row.by(), out);
  AppendField("date", "Date", row.date(), out);
  AppendField("note", "Note", row.note(), out);
  AppendField("rating", "Rating", row.rating(), out);
  out->Raw("</tr>");
}

std::string HrefOf(const PageModel& page, const SheetEntry& entry) {
  if (entry.finding >= 0) {
    return absl::StrCat("f-", page.Key(entry.finding));
  }
  return page.PlaceId(page.report().unchecked(entry.unchecked).statement());
}

}  // namespace

void AppendSheet(const PageModel& page, Html* out) {
  const std::vector<SheetEntry> entries =
      MakeSheet(page.report(), page.options());
  const std::vector<const v1::SheetRow*> lost =
      LostRows(entries, page.options());
  if (entries.empty() && lost.empty()) return;
  out->Raw(
      "<section id=\"sheet\"><h2>The fact-checker’s sheet</h2><p "
      "class=\"lead\">Tick what is settled, say how, and save. A saved sheet "
      "is "
      "read back with <code>--sheet</code>; ticks stay when the draft changes."
      "</p><p class=\"tools\" hidden><button type=\"button\" "
      "id=\"save-csv\">Save "
      "as CSV</button> <button type=\"button\" id=\"save-json\">Save as JSON"
      "</button> <label class=\"button\">Open a saved sheet<input "
      "type=\"file\" "
      "id=\"open-sheet\" accept=\".csv,.json\"></label> <span "
      "id=\"sheet-state\" "
      "role=\"status\"></span></p>");
  for (size_t i = 0; i < entries.size(); ++i) {
    if (i % kRowsAChunk == 0) OpenTable(i == 0, out);
    AppendRow(entries[i].row, false, HrefOf(page, entries[i]), out);
    if (i % kRowsAChunk == kRowsAChunk - 1 || i + 1 == entries.size()) {
      out->Raw("</tbody></table></div>");
    }
  }
  if (!lost.empty()) {
    out->Raw(
        "<h3 class=\"group\">No longer found</h3><p class=\"lead\">These rows "
        "of the sheet have no finding any more: the text was changed, or "
        "it is settled.</p>");
    OpenTable(entries.empty(), out);
    for (const v1::SheetRow* row : lost) AppendRow(*row, true, "", out);
    out->Raw("</tbody></table></div>");
  }
  out->Raw("</section>");
}

}  // namespace claimcheck
