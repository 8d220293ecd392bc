#include "checker/input/docx_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/archive.h"
#include "checker/input/encoding.h"
#include "checker/input/markup.h"
#include "checker/input/text_builder.h"

namespace claimcheck {
namespace {

constexpr char kBody[] = "word/document.xml";
constexpr char kProperties[] = "docProps/core.xml";
constexpr char kFootnotes[] = "word/footnotes.xml";
constexpr char kComments[] = "word/comments.xml";

v1::Zone::Kind ZoneOfStyle(absl::string_view style) {
  const std::string name = absl::AsciiStrToLower(style);
  if (absl::StartsWith(name, "heading") || name == "title" ||
      name == "subtitle") {
    return v1::Zone::HEADLINE;
  }
  if (name == "caption") return v1::Zone::CAPTION;
  if (name == "quote" || name == "intensequote" || name == "blocktext") {
    return v1::Zone::BLOCK_QUOTE;
  }
  return v1::Zone::KIND_UNSPECIFIED;
}

// <w:vanish/> is on unless it says otherwise.
bool IsOn(const MarkupAttributes& attributes) {
  const absl::string_view value = AttributeOf(attributes, "val");
  return value != "0" && value != "false" && value != "none";
}

class BodyHandler : public MarkupHandler {
 public:
  explicit BodyHandler(TextBuilder* builder) : builder_(*builder) {}

  void Start(absl::string_view name,
             const MarkupAttributes& attributes) override {
    ++depth_;
    if (left_out_at_ > 0) return;
    if (name == "p") {
      EndParagraph();
      zone_ = v1::Zone::KIND_UNSPECIFIED;
    } else if (name == "tbl") {
      EndParagraph();
      ++tables_;
    } else if (name == "pStyle") {
      zone_ = ZoneOfStyle(AttributeOf(attributes, "val"));
    } else if (name == "r") {
      hidden_ = false;
    } else if (name == "vanish" || name == "strike" || name == "dstrike") {
      hidden_ |= in_run_properties_ && IsOn(attributes);
    } else if (name == "rPr") {
      in_run_properties_ = true;
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab") {
      if (!in_paragraph_properties_) Add(" ");
    } else if (name == "br" || name == "cr") {
      builder_.EndLine();
    } else if (name == "noBreakHyphen") {
      Add("-");
    } else if (name == "pPr") {
      in_paragraph_properties_ = true;
    } else if (name == "del" || name == "moveFrom" || name == "instrText" ||
               name == "Fallback" || name == "delText") {
      left_out_at_ = depth_;
    }
  }

  void End(absl::string_view name) override {
    if (left_out_at_ == depth_) left_out_at_ = 0;
    --depth_;
    if (left_out_at_ > 0) return;
    if (name == "p") EndParagraph();
    if (name == "tbl") {
      EndParagraph();
      --tables_;
    }
    if (name == "t") in_text_ = false;
    if (name == "rPr") in_run_properties_ = false;
    if (name == "pPr") in_paragraph_properties_ = false;
    if (name == "r") hidden_ = false;
  }

  void Text(absl::string_view text, Span, bool) override {
    if (in_text_ && !hidden_ && left_out_at_ == 0) Add(text);
  }

  void EndParagraph() {
    if (open_) builder_.CloseZone();
    builder_.EndParagraph();
    open_ = false;
  }

 private:
  void Add(absl::string_view text) {
    const v1::Zone::Kind zone = tables_ > 0 ? v1::Zone::TABLE : zone_;
    if (!open_ && zone != v1::Zone::KIND_UNSPECIFIED) {
      builder_.OpenZone(zone);
      open_ = true;
    }
    builder_.Instead(text, {});
  }

  TextBuilder& builder_;
  v1::Zone::Kind zone_ = v1::Zone::KIND_UNSPECIFIED;
  bool open_ = false;  // a zone
  int depth_ = 0;
  int left_out_at_ = 0;  // the depth of the element that is left out; 0: none
  int tables_ = 0;
  bool in_text_ = false;
  bool in_run_properties_ = false;
  bool in_paragraph_properties_ = false;
  bool hidden_ = false;
};

// Reads the elements of a flat list by name.
class PropertiesHandler : public MarkupHandler {
 public:
  explicit PropertiesHandler(v1::Document* document) : document_(*document) {}
  void Start(absl::string_view name, const MarkupAttributes&) override {
    name_ = std::string(name);
    text_.clear();
  }
  void End(absl::string_view name) override {
    if (name != name_) return;
    const absl::string_view value = absl::StripAsciiWhitespace(text_);
    if (name == "title") document_.set_title(std::string(value));
    if (name == "language") document_.set_language(std::string(value));
    name_.clear();
  }
  void Text(absl::string_view text, Span, bool) override {
    if (text_.size() < 4096) absl::StrAppend(&text_, text);
  }

 private:
  v1::Document& document_;
  std::string name_, text_;
};

// Counts the elements of one name that were written by a person.
class CountHandler : public MarkupHandler {
 public:
  explicit CountHandler(absl::string_view name) : name_(name) {}
  int count() const { return count_; }
  void Start(absl::string_view name,
             const MarkupAttributes& attributes) override {
    // Word's own separators have a type.
    count_ += name == name_ && AttributeOf(attributes, "type").empty();
  }
  void End(absl::string_view) override {}
  void Text(absl::string_view, Span, bool) override {}

 private:
  const absl::string_view name_;
  int count_ = 0;
};

// The part as valid UTF-8.
absl::StatusOr<std::string> Utf8Part(std::string part) {
  DecodeOptions options;
  options.declared = DeclaredEncoding(part);
  options.repair = true;
  absl::StatusOr<Decoded> decoded = Decode(part, options);
  if (!decoded.ok()) return decoded.status();
  return decoded->text.empty() ? std::move(part) : std::move(decoded->text);
}

}  // namespace

absl::StatusOr<Reading> ReadDocx(absl::string_view bytes,
                                 const ReadLimits& limits) {
  absl::StatusOr<std::vector<std::string>> parts = ReadZipEntries(
      bytes, {kBody, kProperties, kFootnotes, kComments}, limits);
  if (!parts.ok()) return parts.status();
  if ((*parts)[0].empty()) {
    return absl::InvalidArgumentError(
        "is a zip archive without an office document (.docx) in it; unpack it, "
        "or export the document as text");
  }
  for (std::string& part : *parts) {
    absl::StatusOr<std::string> utf8 = Utf8Part(std::move(part));
    if (!utf8.ok()) return utf8.status();
    part = *std::move(utf8);
  }
  Reading reading;
  reading.extracted = true;
  TextBuilder builder("");
  BodyHandler body(&builder);
  const absl::Status parsed = ParseXml((*parts)[0], &body);
  if (!parsed.ok()) {
    // Half a text is never checked as if it were whole.
    return absl::InvalidArgumentError(absl::StrCat(
        kBody, ": ", std::string(parsed.message()), "; save the document again"));
  }
  body.EndParagraph();
  builder.Finish(&reading);
  reading.alignment = Alignment();
  PropertiesHandler properties(&reading.document);
  ParseXml((*parts)[1], &properties).IgnoreError();  // only a title
  const struct {
    int part;
    const char* element;
    const char* what;
  } kLeftOut[] = {{2, "footnote", "footnote"}, {3, "comment", "comment"}};
  for (const auto& left_out : kLeftOut) {
    if ((*parts)[left_out.part].empty()) continue;
    CountHandler count(left_out.element);
    ParseXml((*parts)[left_out.part], &count).IgnoreError();
    if (count.count() == 0) continue;
    reading.notices.push_back(absl::StrCat(
        count.count(), " ", left_out.what, count.count() == 1 ? "" : "s",
        " not read"));
  }
  return reading;
}

}  // namespace claimcheck
