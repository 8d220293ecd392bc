#include "checker/input/markdown_reader.h"

#include <md4c.h>

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "checker/input/character_references.h"
#include "checker/input/iso_date.h"
#include "checker/input/text_builder.h"

namespace claimcheck {
namespace {

constexpr uint32_t kMostFrontMatter = 64 * 1024;

class Reader {
 public:
  explicit Reader(absl::string_view source)
      : source_(source), builder_(source) {}

  absl::StatusOr<Reading> Read() {
    const uint32_t begin = ReadFrontMatter();
    body_ = source_.substr(begin);
    last_ = begin;
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
      return static_cast<Reader*>(user)->EnterBlock(type);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
      return static_cast<Reader*>(user)->LeaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
      static_cast<Reader*>(user)->unshown_ += IsUnshown(type);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
      static_cast<Reader*>(user)->unshown_ -= IsUnshown(type);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size,
                     void* user) {
      return static_cast<Reader*>(user)->Text(type,
                                              absl::string_view(text, size));
    };
    if (md_parse(body_.data(), static_cast<MD_SIZE>(body_.size()), &parser,
                 this) != 0) {
      return absl::ResourceExhaustedError("out of memory");
    }
    builder_.Finish(&reading_);
    if (html_blocks_ > 0) {
      reading_.notices.push_back(absl::StrCat(
          html_blocks_, html_blocks_ == 1 ? " block" : " blocks",
          " of HTML not read; save the page as .html to have it read"));
    }
    return std::move(reading_);
  }

 private:
  static v1::Zone::Kind ZoneOf(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: return v1::Zone::BLOCK_QUOTE;
      case MD_BLOCK_H: return v1::Zone::HEADLINE;
      case MD_BLOCK_TABLE: return v1::Zone::TABLE;
      default: return v1::Zone::KIND_UNSPECIFIED;
    }
  }

  // Struck-out words, and the words that stand for a picture.
  static bool IsUnshown(MD_SPANTYPE type) {
    return type == MD_SPAN_DEL || type == MD_SPAN_IMG;
  }

  int EnterBlock(MD_BLOCKTYPE type) {
    left_out_ += type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    html_begins_ = type == MD_BLOCK_HTML;
    if (ZoneOf(type) != v1::Zone::KIND_UNSPECIFIED) {
      builder_.OpenZone(ZoneOf(type));
    } else {
      builder_.EndParagraph();
    }
    return 0;
  }

  int LeaveBlock(MD_BLOCKTYPE type) {
    left_out_ -= type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    if (ZoneOf(type) != v1::Zone::KIND_UNSPECIFIED) {
      builder_.CloseZone();
    } else {
      builder_.EndParagraph();
    }
    return 0;
  }

  // Where a piece of text stands.  The parser points into what it was given,
  // but for line ends and blanks, which stand behind the piece before.
  Span SpanOf(absl::string_view text) {
    const char* const begin = source_.data();
    if (std::less_equal<const char*>()(begin, text.data()) &&
        std::less_equal<const char*>()(text.data() + text.size(),
                                       begin + source_.size())) {
      const uint32_t at = static_cast<uint32_t>(text.data() - begin);
      last_ = at + static_cast<uint32_t>(text.size());
      return {at, last_};
    }
    return {last_, last_};
  }

  int Text(MD_TEXTTYPE type, absl::string_view text) {
    if (left_out_ > 0) {
      // A comment is not what a reader would miss.
      html_blocks_ += html_begins_ && !absl::StartsWith(text, "<!--");
      html_begins_ = false;
      return 0;
    }
    if (unshown_ > 0) return 0;
    const Span span = SpanOf(text);
    switch (type) {
      case MD_TEXT_BR:
        builder_.EndLine();
        break;
      case MD_TEXT_SOFTBR:
        builder_.Instead(" ", span);
        break;
      case MD_TEXT_ENTITY:
        builder_.Instead(DecodeCharacterReference(text), span);
        break;
      case MD_TEXT_HTML:
        if (absl::StartsWithIgnoreCase(text, "<br")) builder_.EndLine();
        break;
      case MD_TEXT_NULLCHAR:
        builder_.Instead("\xEF\xBF\xBD", span);
        break;
      default:
        if (span.empty()) {
          builder_.Instead(text, span);
        } else {
          builder_.Words(span);
        }
    }
    return 0;
  }

  // Returns where the body begins.
  uint32_t ReadFrontMatter() {
    const absl::string_view head = source_.substr(0, kMostFrontMatter);
    size_t at = absl::StartsWith(head, "\xEF\xBB\xBF") ? 3 : 0;
    const uint32_t begin = static_cast<uint32_t>(at);
    const auto line = [&](size_t* next) {
      const size_t end = std::min(head.find('\n', *next), head.size());
      const absl::string_view text = absl::StripTrailingAsciiWhitespace(
          head.substr(*next, end - *next));
      *next = std::min(end + 1, head.size());
      return text;
    };
    if (line(&at) != "---") return begin;
    v1::Document found;
    while (at < head.size()) {
      const absl::string_view text = line(&at);
      if (text == "---" || text == "...") {
        reading_.document = std::move(found);
        return static_cast<uint32_t>(at);
      }
      const size_t colon = text.find(':');
      if (colon != absl::string_view::npos) {
        TakeKey(text.substr(0, colon), text.substr(colon + 1), &found);
      }
    }
    return begin;  // never closed: a line across
  }

  static void TakeKey(absl::string_view key, absl::string_view value,
                      v1::Document* found) {
    value = absl::StripAsciiWhitespace(value);
    if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') &&
        value.back() == value[0]) {
      value = value.substr(1, value.size() - 2);
    }
    if (value.empty() || absl::StrContains(" \t-#", key.substr(0, 1))) return;
    if (key == "title") {
      found->set_title(std::string(value));
    } else if (key == "date" || key == "published") {
      found->set_published(NormaliseDate(value));
    } else if (key == "publisher" ||
               (key == "author" && found->publisher().empty())) {
      found->set_publisher(std::string(value));
    } else if (key == "url" || key == "canonical") {
      found->set_url(std::string(value));
    } else if (key == "lang" || key == "language") {
      found->set_language(std::string(value));
    }
  }

  const absl::string_view source_;
  absl::string_view body_;
  TextBuilder builder_;
  Reading reading_;
  uint32_t last_ = 0;
  int left_out_ = 0;  // blocks open whose text is none of the document's
  int unshown_ = 0;   // spans open that are no running text
  int html_blocks_ = 0;
  bool html_begins_ = false;
};

}  // namespace

absl::StatusOr<Reading> ReadMarkdown(absl::string_view markdown,
                                     const ReadLimits&) {
  return Reader(markdown).Read();
}

}  // namespace claimcheck
