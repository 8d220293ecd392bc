#include "checker/input/news_xml_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/iso_date.h"
#include "checker/input/markup.h"
#include "checker/input/page_elements.h"
#include "checker/input/text_builder.h"

namespace claimcheck {
namespace {

constexpr size_t kMostValue = 4096;

bool IsOneOf(absl::string_view name,
             std::initializer_list<absl::string_view> names) {
  for (absl::string_view one : names) {
    if (name == one) return true;
  }
  return false;
}

// Elements that begin a paragraph, of NITF and of XHTML.
bool IsBlock(absl::string_view name) {
  return IsBlockElement(name) ||
         IsOneOf(name, {"abstract", "block", "body.content", "body.head", "bq",
                        "byline", "dateline", "hedline", "hl1", "hl2",
                        "inlineData", "media", "media-caption", "note"});
}

v1::Zone::Kind ZoneOf(absl::string_view name) {
  if (name == "hl1" || name == "hl2") return v1::Zone::HEADLINE;
  if (name == "media-caption") return v1::Zone::CAPTION;
  if (name == "bq") return v1::Zone::BLOCK_QUOTE;
  if (name == "byline") return v1::Zone::FURNITURE;
  return ZoneOfElement(name);
}

class NewsHandler : public MarkupHandler {
 public:
  explicit NewsHandler(absl::string_view xml) : builder_(xml) {}

  void Start(absl::string_view name,
             const MarkupAttributes& attributes) override {
    open_.push_back({});
    Open& open = open_.back();
    if (left_out_ > 0) {
      ++left_out_;
      return;
    }
    if (!known_ && IsOneOf(name, {"nitf", "newsItem", "newsMessage",
                                  "packageItem", "html"})) {
      known_ = true;
    }
    if (name == "newsItem") {
      // One document is one item.
      if (items_ > 0 && builder_.text_size() > 0) {
        ++more_items_;
        left_out_ = 1;
        return;
      }
      ++items_;
    }
    if (IsOneOf(name, {"body", "inlineData"})) open.text = true;
    if (IsOneOf(name, {"body.end", "media-producer", "media-metadata",
                       "media-reference", "head"}) ||
        (in_text_ > 0 && IsLeftOut(name, attributes))) {
      Metadata(name, attributes);
      // The head of NITF holds dates, but no text.
      if (name != "head") {
        left_out_ = 1;
        return;
      }
    }
    Metadata(name, attributes);
    if (open.text) ++in_text_;
    if (in_text_ == 0) {
      value_of_ = std::string(name);
      value_.clear();
      return;
    }
    if (name == "br") builder_.EndLine();
    const v1::Zone::Kind zone = ZoneOf(name);
    if (zone != v1::Zone::KIND_UNSPECIFIED) {
      open.zone = true;
      builder_.OpenZone(zone);
    } else if (IsBlock(name)) {
      builder_.EndParagraph();
    }
  }

  void End(absl::string_view name) override {
    const Open open = open_.back();
    open_.pop_back();
    if (left_out_ > 0) {
      --left_out_;
      return;
    }
    if (in_text_ == 0) {
      if (name == value_of_) Value(name, absl::StripAsciiWhitespace(value_));
      value_of_.clear();
      if (name == "provider" || name == "creator") in_provider_ = false;
      return;
    }
    if (open.zone) {
      builder_.CloseZone();
    } else if (IsBlock(name)) {
      builder_.EndParagraph();
    }
    if (open.text) --in_text_;
  }

  void Text(absl::string_view text, Span source, bool verbatim) override {
    if (left_out_ > 0) return;
    if (in_text_ > 0) {
      if (verbatim) {
        builder_.Words(source);
      } else {
        builder_.Instead(text, source);
      }
    } else if (value_.size() < kMostValue) {
      absl::StrAppend(&value_, text);
    }
  }

  bool known() const { return known_; }

  Reading Finish() {
    Reading reading;
    builder_.Finish(&reading);
    v1::Document& out = reading.document;
    out.set_title(document_.title());
    out.set_publisher(document_.publisher());
    out.set_published(document_.published());
    out.set_language(document_.language());
    out.set_url(document_.url());
    if (more_items_ > 0) {
      reading.notices.push_back(absl::StrCat(
          more_items_, " more item", more_items_ == 1 ? "" : "s",
          " in this message not read; save each as a file of its own"));
    }
    return reading;
  }

 private:
  struct Open {
    bool text = false;  // begins the text
    bool zone = false;
  };

  void Date(absl::string_view date, int weight) {
    const std::string iso = NormaliseDate(date);
    if (iso.empty() || weight <= date_weight_) return;
    document_.set_published(iso);
    date_weight_ = weight;
  }

  // What attributes tell.
  void Metadata(absl::string_view name, const MarkupAttributes& attributes) {
    if (name == "date.issue") Date(AttributeOf(attributes, "norm"), 3);
    if (name == "date.release") Date(AttributeOf(attributes, "norm"), 2);
    if (name == "pubdata") {
      Date(AttributeOf(attributes, "date.publication"), 1);
      if (document_.publisher().empty()) {
        document_.set_publisher(std::string(AttributeOf(attributes, "name")));
      }
    }
    if (name == "doc.copyright") {
      document_.set_publisher(std::string(AttributeOf(attributes, "holder")));
    }
    if (name == "language" && document_.language().empty()) {
      document_.set_language(std::string(AttributeOf(attributes, "tag")));
    }
    if (name == "provider") {
      in_provider_ = true;
      const absl::string_view literal = AttributeOf(attributes, "literal");
      const absl::string_view code = AttributeOf(attributes, "qcode");
      const size_t colon = code.find(':');
      if (document_.publisher().empty()) {
        document_.set_publisher(std::string(
            !literal.empty() ? literal
            : colon == absl::string_view::npos ? code
                                               : code.substr(colon + 1)));
      }
    }
  }

  // What the content of an element outside the text tells.
  void Value(absl::string_view name, absl::string_view value) {
    if (value.empty()) return;
    if (name == "versionCreated") Date(value, 3);
    if (name == "contentModified") Date(value, 2);
    if (name == "contentCreated" || name == "firstCreated") Date(value, 1);
    if ((name == "headline" || name == "title") && document_.title().empty()) {
      document_.set_title(std::string(value));
    }
    if (name == "name" && in_provider_) {
      document_.set_publisher(std::string(value));
    }
  }

  TextBuilder builder_;
  v1::Document document_;  // what the item says of itself
  std::vector<Open> open_;
  int left_out_ = 0;  // elements open whose text is not read
  int in_text_ = 0;
  bool known_ = false;
  bool in_provider_ = false;
  int items_ = 0;
  int more_items_ = 0;
  int date_weight_ = 0;
  std::string value_of_, value_;
};

}  // namespace

absl::StatusOr<Reading> ReadNewsXml(absl::string_view xml, const ReadLimits&) {
  NewsHandler handler(xml);
  const absl::Status parsed = ParseXml(xml, &handler);
  if (!parsed.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(
        std::string(parsed.message()), "; the file is no well-formed XML"));
  }
  if (!handler.known()) {
    return absl::InvalidArgumentError(
        "is XML, but neither NITF nor NewsML-G2; export it as one of these, as "
        "HTML or as text");
  }
  return handler.Finish();
}

}  // namespace claimcheck
