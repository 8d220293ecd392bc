#include "checker/input/page_metadata.h"

#include <nlohmann/json.hpp>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "checker/input/iso_date.h"

namespace claimcheck {
namespace {

using nlohmann::json;

// By source; more is better.
constexpr int kElement = 1;
constexpr int kDublinCore = 2;
constexpr int kMeta = 3;
constexpr int kOpenGraph = 4;
constexpr int kJsonLd = 5;

constexpr size_t kMostValue = 1000;
constexpr int kMostJsonDepth = 8;  // of objects that hold the article

std::string StringOf(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (found->is_array() && !found->empty() && found->front().is_string()) {
    return found->front().get<std::string>();
  }
  return "";
}

// "publisher": "Name", {"name": "Name"} or a list of these.
std::string NameOf(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  const json* value = &*found;
  if (value->is_array() && !value->empty()) value = &value->front();
  if (value->is_string()) return value->get<std::string>();
  return value->is_object() ? StringOf(*value, "name") : "";
}

bool IsArticle(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto is = [](const json& name) {
    if (!name.is_string()) return false;
    const std::string& text = name.get_ref<const std::string&>();
    return absl::EndsWith(text, "Article") || absl::EndsWith(text, "Posting") ||
           text == "Report";
  };
  if (!type->is_array()) return is(*type);
  for (const json& name : *type) {
    if (is(name)) return true;
  }
  return false;
}

// The first article in a list, a graph, or what a page is about.
const json* FindArticle(const json& value, int depth) {
  if (depth == 0) return nullptr;
  if (value.is_array()) {
    for (const json& element : value) {
      if (const json* found = FindArticle(element, depth - 1)) return found;
    }
    return nullptr;
  }
  if (!value.is_object()) return nullptr;
  if (IsArticle(value)) return &value;
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    const auto inner = value.find(key);
    if (inner == value.end()) continue;
    if (const json* found = FindArticle(*inner, depth - 1)) return found;
  }
  return nullptr;
}

}  // namespace

void PageMetadata::Known::Offer(absl::string_view offered, int offered_weight) {
  offered = absl::StripAsciiWhitespace(offered);
  if (offered.empty() || offered.size() > kMostValue ||
      offered_weight <= weight) {
    return;
  }
  value = std::string(offered);
  weight = offered_weight;
}

void PageMetadata::Tag(absl::string_view name,
                       const MarkupAttributes& attributes) {
  if (name == "html") {
    language_.Offer(AttributeOf(attributes, "lang"), kMeta);
  } else if (name == "link") {
    for (absl::string_view rel :
         absl::StrSplit(AttributeOf(attributes, "rel"), ' ')) {
      if (absl::EqualsIgnoreCase(rel, "canonical")) {
        url_.Offer(AttributeOf(attributes, "href"), kJsonLd);
      }
    }
  } else if (name == "time") {
    const std::string day =
        NormaliseDate(AttributeOf(attributes, "datetime"));
    const bool marked =
        absl::EqualsIgnoreCase(AttributeOf(attributes, "itemprop"),
                               "datePublished");
    bool has_pubdate = false;
    for (const auto& [key, value] : attributes) has_pubdate |= key == "pubdate";
    if (marked || has_pubdate) published_.Offer(day, kDublinCore);
  } else if (name == "meta") {
    std::string key = absl::AsciiStrToLower(AttributeOf(attributes, "property"));
    if (key.empty()) {
      key = absl::AsciiStrToLower(AttributeOf(attributes, "name"));
    }
    if (key.empty()) {
      key = absl::AsciiStrToLower(AttributeOf(attributes, "itemprop"));
    }
    const absl::string_view value = AttributeOf(attributes, "content");
    if (key == "og:title") {
      title_.Offer(value, kOpenGraph);
    } else if (key == "dc.title" || key == "twitter:title" ||
               key == "headline") {
      title_.Offer(value, kDublinCore);
    } else if (key == "og:site_name") {
      publisher_.Offer(value, kOpenGraph);
    } else if (key == "publisher" || key == "dc.publisher" ||
               key == "application-name") {
      publisher_.Offer(value, key == "application-name" ? kElement : kMeta);
    } else if (key == "article:published_time") {
      published_.Offer(NormaliseDate(value), kOpenGraph);
    } else if (key == "datepublished" || key == "date" || key == "pubdate" ||
               key == "publish-date" || key == "publication_date" ||
               key == "parsely-pub-date" || key == "sailthru.date") {
      published_.Offer(NormaliseDate(value), kMeta);
    } else if (key == "dc.date" || key == "dc.date.issued" ||
               key == "dcterms.created" || key == "dcterms.issued" ||
               key == "dc.date.created") {
      published_.Offer(NormaliseDate(value), kDublinCore);
    } else if (key == "og:url") {
      url_.Offer(value, kOpenGraph);
    }
  }
}

void PageMetadata::JsonLd(absl::string_view text) {
  const json value = json::parse(text.begin(), text.end(), nullptr,
                                 /*allow_exceptions=*/false);
  if (value.is_discarded()) return;
  const json* article = FindArticle(value, kMostJsonDepth);
  if (article == nullptr) return;
  title_.Offer(StringOf(*article, "headline"), kJsonLd);
  published_.Offer(NormaliseDate(StringOf(*article, "datePublished")), kJsonLd);
  publisher_.Offer(NameOf(*article, "publisher"), kJsonLd);
  url_.Offer(StringOf(*article, "url"), kMeta);
  language_.Offer(StringOf(*article, "inLanguage"), kDublinCore);
}

void PageMetadata::Title(absl::string_view text) {
  title_.Offer(text, kElement);
}

void PageMetadata::Set(v1::Document* document) const {
  document->set_title(title_.value);
  document->set_publisher(publisher_.value);
  document->set_published(published_.value);
  document->set_url(url_.value);
  document->set_language(language_.value);
}

}  // namespace claimcheck
