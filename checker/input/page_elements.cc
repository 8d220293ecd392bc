#include "checker/input/page_elements.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace claimcheck {
namespace {

// All lists sorted.
constexpr absl::string_view kBlocks[] = {
    "address", "article", "aside",    "blockquote", "body",    "caption",
    "center",  "dd",      "details",  "dialog",     "dir",     "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure",  "footer",
    "form",    "h1",      "h2",       "h3",         "h4",      "h5",
    "h6",      "header",  "hgroup",   "hr",         "html",    "legend",
    "li",      "main",    "menu",     "nav",        "ol",      "p",
    "pre",     "search",  "section",  "summary",    "table",   "tbody",
    "td",      "tfoot",   "th",       "thead",      "tr",      "ul",
};

constexpr absl::string_view kLeftOut[] = {
    "applet", "audio",  "button",   "canvas",   "code",   "datalist",
    "del",    "embed",  "head",     "iframe",   "input",  "label",
    "map",    "math",   "meter",    "noframes", "noscript", "object",
    "option", "progress", "rp",     "rt",       "s",      "samp",
    "script", "select", "strike",   "style",    "svg",    "template",
    "textarea", "video",
};

constexpr absl::string_view kFurnitureElements[] = {
    "aside", "dialog", "footer", "menu", "nav", "search",
};

constexpr absl::string_view kFurnitureRoles[] = {
    "alert",  "banner",     "complementary", "contentinfo", "dialog",
    "menu",   "menubar",    "navigation",    "search",      "tablist",
    "toolbar",
};

// Words of classes and ids.  A word stands by itself: "share-bar", "related".
constexpr absl::string_view kFurnitureWords[] = {
    "ad",         "ads",        "advert",     "advertisement", "breadcrumb",
    "breadcrumbs", "comments",  "consent",    "cookie",        "cookies",
    "footer",     "menu",       "nav",        "navbar",        "navigation",
    "newsletter", "pagination", "paywall",    "promo",         "promotion",
    "recirc",     "recommended", "related",   "share",         "sharing",
    "sidebar",    "social",     "sponsored",  "subscribe",     "toolbar",
};

template <size_t size>
bool IsIn(const absl::string_view (&list)[size], absl::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

bool HasFurnitureWord(absl::string_view text) {
  // Long class lists are made by programs and say nothing.
  if (text.empty() || text.size() > 500) return false;
  const std::string lower = absl::AsciiStrToLower(text);
  for (absl::string_view word :
       absl::StrSplit(lower, absl::ByAnyChar(" -_\t\n"), absl::SkipEmpty())) {
    if (IsIn(kFurnitureWords, word)) return true;
  }
  return false;
}

}  // namespace

bool IsBlockElement(absl::string_view name) { return IsIn(kBlocks, name); }

bool IsLeftOut(absl::string_view name, const MarkupAttributes& attributes) {
  if (IsIn(kLeftOut, name)) return true;
  for (const auto& [key, value] : attributes) {
    if (key == "hidden" && !absl::EqualsIgnoreCase(value, "until-found")) {
      return true;
    }
    if (key == "aria-hidden" && absl::EqualsIgnoreCase(value, "true")) {
      return true;
    }
    if (key == "style" && value.size() < 4096) {
      std::string style = absl::AsciiStrToLower(value);
      style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
      if (absl::StrContains(style, "display:none") ||
          absl::StrContains(style, "visibility:hidden")) {
        return true;
      }
    }
  }
  return false;
}

bool IsPageFurniture(absl::string_view name, const MarkupAttributes& attributes,
                     bool in_article) {
  if (IsIn(kFurnitureElements, name)) return true;
  if (name == "header" && !in_article) return true;
  if (IsIn(kFurnitureRoles, AttributeOf(attributes, "role"))) return true;
  // The page as a whole may be called after its layout: "with-sidebar".
  const bool container = name == "html" || name == "body" || name == "main" ||
                         name == "article" || name == "p" || !IsBlockElement(name);
  return !container && (HasFurnitureWord(AttributeOf(attributes, "class")) ||
                        HasFurnitureWord(AttributeOf(attributes, "id")));
}

v1::Zone::Kind ZoneOfElement(absl::string_view name) {
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    return v1::Zone::HEADLINE;
  }
  if (name == "figcaption" || name == "caption") return v1::Zone::CAPTION;
  if (name == "table") return v1::Zone::TABLE;
  if (name == "blockquote") return v1::Zone::BLOCK_QUOTE;
  return v1::Zone::KIND_UNSPECIFIED;
}

}  // namespace claimcheck
