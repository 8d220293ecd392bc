// The lists of the page: cards of what disagrees, what is stated once, what
// several documents agree on, and what was not checked.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "checker/report/page/page_cards.h"
#include "checker/report/page/page_parts.h"
#include "checker/report/text_summary.h"
#include "checker/report/verdicts.h"

namespace claimcheck {
namespace {

// A browser lays out a chunk when it comes into view.
constexpr size_t kItemsAChunk = 25;

bool HasCardInDraft(const PageModel& page, const v1::Finding& finding) {
  return page.is_check() &&
         std::any_of(finding.evidence().begin(), finding.evidence().end(),
                     [&](const v1::Evidence& e) {
                       return e.document_id() == page.options().draft;
                     });
}

template <typename Wanted>
std::vector<int> Select(const PageModel& page, const Wanted& wanted) {
  std::vector<int> out;
  for (int i : page.shown()) {
    if (wanted(page.finding(i)) && !HasCardInDraft(page, page.finding(i))) {
      out.push_back(i);
    }
  }
  return out;
}

// Calls write(item) for each item, in chunks.
template <typename Item, typename Write>
void InChunks(const std::vector<Item>& items, const Write& write, Html* out) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (i % kItemsAChunk == 0) out->Raw("<div class=\"chunk\">");
    write(items[i]);
    if (i % kItemsAChunk == kItemsAChunk - 1 || i + 1 == items.size()) {
      out->Raw("</div>");
    }
  }
}

void AppendCards(const PageModel& page, const std::vector<int>& findings,
                 Html* out) {
  InChunks(
      findings, [&](int i) { AppendCard(page, i, {}, out); }, out);
}

// What a list item has in common with a card: it can be found, filtered and
// ticked.
void OpenItem(const PageModel& page, int i, Html* out) {
  out->Raw("<div class=\"item\" id=\"f-")
      .Text(page.Key(i))
      .Raw("\" data-key=\"")
      .Text(page.Key(i))
      .Raw("\" data-level=\"")
      .Text(SeverityName(page.finding(i).severity()))
      .Raw("\" tabindex=\"-1\">");
}

const char* GroupOf(const v1::Finding& finding) {
  const v1::Evidence* first = FirstClaim(finding);
  if (first == nullptr) return "Other statements";
  switch (first->claim().kind()) {
    case v1::Claim::QUANTITY:
      return "Figures";
    case v1::Claim::QUOTATION:
      return "Quotations";
    case v1::Claim::SUPERLATIVE:
      return "Superlatives";
    default:
      return "Other statements";
  }
}

void AppendOnceItem(const PageModel& page, int i, Html* out) {
  const v1::Finding& finding = page.finding(i);
  OpenItem(page, i, out);
  const v1::Evidence* first = FirstClaim(finding);
  if (first == nullptr) {
    out->Text(finding.message()).Raw("</div>");
    return;
  }
  page.AppendPlaceLink(*first, out);
  out->Raw(" ");
  if (!first->speaker().empty()) {
    out->Raw("<span class=\"who\">").Text(first->speaker()).Raw("</span>: ");
  }
  AppendSentence(*first, out);
  out->Raw("</div>");
}

// Documents that share text are one voice.
void AppendVoices(const PageModel& page, const v1::Finding& finding,
                  Html* out) {
  absl::flat_hash_set<std::string> documents, origins;
  for (const v1::Evidence& evidence : finding.evidence()) {
    const int index = page.IndexOf(evidence.document_id());
    if (index < 0) continue;
    documents.insert(evidence.document_id());
    const std::string& origin = page.report().documents(index).origin();
    origins.insert(origin.empty() ? evidence.document_id() : origin);
  }
  out->Raw(" <span class=\"ctx\">").Text(Count(documents.size(), "document"));
  if (origins.size() < documents.size()) {
    out->Raw(", probably ").Text(Count(origins.size(), "origin"));
  }
  out->Raw("</span>");
}

}  // namespace

void AppendDisagreements(const PageModel& page, Html* out) {
  const std::vector<int> findings = Select(page, [](const v1::Finding& f) {
    return f.kind() != v1::Finding::QUOTE_VARIATION &&
           f.kind() != v1::Finding::SINGLE_SOURCE &&
           f.kind() != v1::Finding::AGREEMENT;
  });
  if (findings.empty()) return;
  out->Raw("<section id=\"disagreements\"><h2>");
  out->Text(page.is_check() ? "Where the sources differ among themselves"
                            : "Disagreements");
  out->Raw("</h2>");
  AppendCards(page, findings, out);
  out->Raw("</section>");
}

void AppendQuotations(const PageModel& page, Html* out) {
  const std::vector<int> findings = Select(page, [](const v1::Finding& f) {
    return f.kind() == v1::Finding::QUOTE_VARIATION;
  });
  if (findings.empty()) return;
  out->Raw(
      "<section id=\"quotations\"><h2>Quotations in several wordings</h2>"
      "<p class=\"lead\">Against the wording named: <ins>added</ins>, "
      "<del><span>left out</span></del>.</p>");
  AppendCards(page, findings, out);
  out->Raw("</section>");
}

void AppendStatedOnce(const PageModel& page, Html* out) {
  const std::vector<int> findings = Select(page, [](const v1::Finding& f) {
    return f.kind() == v1::Finding::SINGLE_SOURCE;
  });
  if (findings.empty()) return;
  out->Raw(
      "<section id=\"once\"><h2>Stated once</h2><p class=\"lead\">Only one "
      "document has it. It may be right; nobody else says so here.</p>");
  for (const char* group :
       {"Figures", "Quotations", "Superlatives", "Other statements"}) {
    std::vector<int> chosen;
    for (int i : findings) {
      if (absl::string_view(GroupOf(page.finding(i))) == group) {
        chosen.push_back(i);
      }
    }
    if (chosen.empty()) continue;
    out->Raw("<h3 class=\"group\">")
        .Text(group)
        .Raw(" <span class=\"ctx\">")
        .Number(static_cast<int64_t>(chosen.size()))
        .Raw("</span></h3>");
    InChunks(
        chosen, [&](int i) { AppendOnceItem(page, i, out); }, out);
  }
  out->Raw("</section>");
}

void AppendAgreements(const PageModel& page, Html* out) {
  const std::vector<int> findings = Select(page, [](const v1::Finding& f) {
    return f.kind() == v1::Finding::AGREEMENT;
  });
  if (findings.empty()) return;
  out->Raw(
      "<section id=\"agreements\"><h2>Agreements</h2><p class=\"lead\">"
      "Agreement is not proof: documents that share sentences count as "
      "one origin.</p>");
  InChunks(
      findings,
      [&](int i) {
        const v1::Finding& finding = page.finding(i);
        OpenItem(page, i, out);
        out->Text(HeadlineOf(finding));
        AppendVoices(page, finding, out);
        for (const v1::Evidence& evidence : finding.evidence()) {
          out->Raw(" ");
          page.AppendPlaceLink(evidence, out);
        }
        out->Raw("</div>");
      },
      out);
  out->Raw("</section>");
}

void AppendUnchecked(const PageModel& page, Html* out) {
  if (page.report().unchecked_size() == 0) return;
  std::map<std::string, std::vector<const v1::Unchecked*>> by_reason;
  for (const v1::Unchecked& unchecked : page.report().unchecked()) {
    by_reason[unchecked.reason()].push_back(&unchecked);
  }
  out->Raw("<section id=\"unchecked\"><h2>Not checked, and why</h2>");
  for (const auto& [reason, statements] : by_reason) {
    out->Raw("<details><summary><b>")
        .Number(static_cast<int64_t>(statements.size()))
        .Raw("</b> ")
        .Text(reason)
        .Raw("</summary>");
    InChunks(
        statements,
        [&](const v1::Unchecked* unchecked) {
          out->Raw("<div class=\"item\">");
          page.AppendPlaceLink(unchecked->statement(), out);
          out->Raw(" ");
          AppendSentence(unchecked->statement(), out);
          out->Raw("</div>");
        },
        out);
    out->Raw("</details>");
  }
  out->Raw("</section>");
}

}  // namespace claimcheck
