#include "checker/report/page/page_reporter.h"

#include <string>
#include <utility>

#include "checker/report/page/html.h"
#include "checker/report/page/page_assets.h"
#include "checker/report/page/page_model.h"
#include "checker/report/page/page_parts.h"
#include "checker/report/sha256.h"

namespace claimcheck {
namespace {

struct Part {
  const char* id;
  const char* name;  // in the list of contents
  void (*append)(const PageModel& page, Html* out);
};

// From top to bottom.
constexpr Part kParts[] = {
    {"draft", "Draft", AppendDraft},
    {"facts", "Facts", AppendFacts},
    {"timeline", "Time line", AppendTimeline},
    {"disagreements", "Disagreements", AppendDisagreements},
    {"quotations", "Quotations", AppendQuotations},
    {"once", "Stated once", AppendStatedOnce},
    {"agreements", "Agreements", AppendAgreements},
    {"unchecked", "Not checked", AppendUnchecked},
    {"sheet", "Sheet", AppendSheet},
    {"documents", "Documents", AppendDocuments},
};

void AppendTools(Html* out) {
  out->Raw(
      "<form id=\"tools\" hidden role=\"search\"><label>Filter <input "
      "id=\"filter\" type=\"search\" autocomplete=\"off\"></label> <label>Show "
      "<select id=\"level\"><option value=\"\">everything</option><option "
      "value=\"error\">errors</option><option value=\"warning\">errors and "
      "warnings</option><option value=\"open\">what is not ticked</option>"
      "</select></label> <span id=\"shown\" role=\"status\"></span> <label "
      "class=\"keys\"><input type=\"checkbox\" id=\"keys\" checked> Keys: "
      "<kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>e</kbd> evidence · "
      "<kbd>b</kbd> back · <kbd>x</kbd> tick · <kbd>/</kbd> filter</label>"
      "</form>");
}

class PageReporter : public Reporter {
 public:
  explicit PageReporter(ReportOptions options) : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    const PageModel page(report, sources, options_);
    Html contents, body;
    for (const Part& part : kParts) {
      Html section;
      part.append(page, &section);
      if (section.empty()) continue;
      contents.Raw("<a href=\"#")
          .Text(part.id)
          .Raw("\">")
          .Text(part.name)
          .Raw("</a> ");
      body.Add(section);
    }
    Html out;
    AppendHead(&out);
    AppendStrip(page, &out);
    out.Raw("<nav aria-label=\"Contents\"><div class=\"toc\">")
        .Add(contents)
        .Raw("</div>");
    AppendTools(&out);
    out.Raw("</nav><main id=\"main\">").Add(body).Raw("</main>");
    AppendAbout(page, &out);
    out.Raw("<script>").AddAsset(kPageScript).Raw("</script></body></html>\n");
    return out.Take();
  }

 private:
  // The policy allows this very style and script and nothing else: no network,
  // no other script, not even if one came in with a text.
  static void AppendHead(Html* out) {
    out->Raw(
           "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
           "<meta http-equiv=\"Content-Security-Policy\" content=\""
           "default-src 'none'; style-src '")
        .Text(Sha256Source(kPageStyle))
        .Raw("'; script-src '")
        .Text(Sha256Source(kPageScript))
        .Raw(
            "'; base-uri 'none'; form-action 'none'\"><meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\"><meta "
            "name=\"color-scheme\" content=\"light dark\"><meta "
            "name=\"referrer\" content=\"no-referrer\"><meta name=\"robots\" "
            "content=\"noindex\"><title>Claimcheck report</title><style>")
        .AddAsset(kPageStyle)
        .Raw(
            "</style></head><body><a class=\"skip\" href=\"#main\">To the "
            "findings</a>");
  }

  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakePageReporter(ReportOptions options) {
  return std::make_unique<PageReporter>(std::move(options));
}

}  // namespace claimcheck
