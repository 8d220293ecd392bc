#include "checker/input/ninjs_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "checker/input/html_reader.h"
#include "checker/input/iso_date.h"
#include "checker/input/text_builder.h"

namespace claimcheck {
namespace {

using nlohmann::json;

std::string StringOf(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>()
                                                     : "";
}

// The first of a list of objects that has a string under `key`.
std::string FirstOf(const json& object, const char* list, const char* key) {
  const auto found = object.find(list);
  if (found == object.end() || !found->is_array()) return "";
  for (const json& element : *found) {
    if (!element.is_object()) continue;
    std::string value = StringOf(element, key);
    if (!value.empty()) return value;
  }
  return "";
}

struct Body {
  std::string text;
  bool html = false;
};

Body BodyOf(const json& item) {
  std::string text = StringOf(item, "body_text");
  if (!text.empty()) return {std::move(text), false};
  for (const char* key : {"body_xhtml", "body_html"}) {
    text = StringOf(item, key);
    if (!text.empty()) return {std::move(text), true};
  }
  Body best;
  const auto bodies = item.find("bodies");
  if (bodies == item.end() || !bodies->is_array()) return best;
  for (const json& body : *bodies) {
    if (!body.is_object()) continue;
    const bool html = absl::StrContains(StringOf(body, "contentType") +
                                            StringOf(body, "contenttype"),
                                        "html");
    text = StringOf(body, "value");
    // Plain text before markup.
    if (text.empty() || (!best.text.empty() && (!best.html || html))) continue;
    best = {std::move(text), html};
  }
  return best;
}

// What stands before a text moves its zones.
void Prepend(absl::string_view headline, v1::Document* document) {
  const uint32_t shift = static_cast<uint32_t>(headline.size()) + 2;
  for (v1::Zone& zone : *document->mutable_zones()) {
    zone.mutable_span()->set_begin(zone.span().begin() + shift);
    zone.mutable_span()->set_end(zone.span().end() + shift);
  }
  v1::Zone* zone = document->add_zones();
  zone->set_kind(v1::Zone::HEADLINE);
  zone->mutable_span()->set_end(shift - 2);
  document->set_text(absl::StrCat(headline, "\n\n", document->text()));
}

}  // namespace

absl::StatusOr<Reading> ReadNinjs(absl::string_view text,
                                  const ReadLimits& limits) {
  const json item = json::parse(text.begin(), text.end(), nullptr,
                                /*allow_exceptions=*/false);
  if (item.is_discarded()) {
    return absl::InvalidArgumentError(
        "is no well-formed JSON; is it cut off?  (JSON Lines: name it .jsonl)");
  }
  if (!item.is_object()) {
    return absl::InvalidArgumentError(
        "is JSON, but no object; give one ninjs item a file");
  }
  Body body = BodyOf(item);
  if (body.text.empty()) {
    return absl::InvalidArgumentError(
        "is JSON without a body_text, body_xhtml, body_html or bodies as ninjs "
        "has them");
  }
  Reading reading;
  if (body.html) {
    // What JSON's escapes make of NUL is no character of HTML.
    std::replace(body.text.begin(), body.text.end(), '\0', ' ');
    absl::StatusOr<Reading> html = ReadHtml(body.text, limits);
    if (!html.ok()) return html.status();
    reading = *std::move(html);
  } else {
    reading.document.set_text(std::move(body.text));
  }
  reading.alignment = Alignment();
  reading.extracted = true;
  v1::Document& document = reading.document;
  std::string headline = StringOf(item, "headline");
  if (headline.empty()) headline = FirstOf(item, "headlines", "value");
  std::replace(headline.begin(), headline.end(), '\n', ' ');
  if (!headline.empty() && !absl::StartsWith(document.text(), headline)) {
    Prepend(headline, &document);
  }
  if (!headline.empty()) document.set_title(headline);
  std::string date = NormaliseDate(StringOf(item, "versioncreated"));
  for (const char* key : {"versionCreated", "firstcreated", "firstCreated"}) {
    if (date.empty()) date = NormaliseDate(StringOf(item, key));
  }
  if (!date.empty()) document.set_published(date);
  std::string provider = StringOf(item, "provider");
  if (provider.empty()) provider = FirstOf(item, "infosources", "name");
  if (provider.empty()) provider = FirstOf(item, "infoSources", "name");
  if (provider.empty()) provider = StringOf(item, "copyrightholder");
  if (!provider.empty()) document.set_publisher(provider);
  const std::string language = StringOf(item, "language");
  if (!language.empty()) document.set_language(language);
  return reading;
}

bool LooksLikeNinjs(absl::string_view text) {
  for (absl::string_view key :
       {"\"body_text\"", "\"body_xhtml\"", "\"body_html\"", "\"bodies\""}) {
    if (absl::StrContains(text, key)) return true;
  }
  return false;
}

}  // namespace claimcheck
