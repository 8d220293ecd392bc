#include "checker/input/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cstring>
#include <functional>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/character_references.h"

namespace claimcheck {
namespace {

// Text that may be a part of a longer one; the parsers cut at 300 and 1000.
constexpr uint32_t kLongText = 256;
// The longest way to write a character reference that is looked for.
constexpr uint32_t kMostReference = 64;

absl::string_view View(const xmlChar* text) {
  return text == nullptr
             ? absl::string_view()
             : absl::string_view(reinterpret_cast<const char*>(text));
}

absl::string_view WithoutPrefix(absl::string_view name) {
  const size_t colon = name.rfind(':');
  return colon == absl::string_view::npos ? name : name.substr(colon + 1);
}

void NoError(void*, const char*, ...) {}

// Follows a parser of libxml2 through the text: the parser hands out copies of
// the characters and knows where it is, and this finds the bytes that they are
// copies of.  What is found is compared, so a wrong guess cannot become an
// offset.
class Follower {
 public:
  Follower(absl::string_view source, bool html, MarkupHandler* handler)
      : source_(source), html_(html), handler_(*handler) {}

  // `begin`: where in the source the parser was started.
  void Attach(xmlParserCtxtPtr parser, uint32_t begin, uint32_t depth) {
    parser_ = parser;
    begin_ = last_ = begin;
    depth_ = depth;
    too_deep_ = false;
  }
  bool too_deep() const { return too_deep_; }
  uint32_t last() const { return last_; }

  void OnStart(const xmlChar* raw_name, const xmlChar** attributes) {
    MarkupAttributes list;
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      list.emplace_back(std::string(WithoutPrefix(View(attributes[0]))),
                        std::string(View(attributes[1])));
    }
    // The parser stands before the ">" of a tag, or anywhere for an element
    // that HTML implies.
    const uint32_t now = Now();
    if (HoldsTag(last_, now)) {
      uint32_t end = now;
      if (end < source_.size() && source_[end] == '/') ++end;
      if (end < source_.size() && source_[end] == '>') last_ = end + 1;
    }
    handler_.Start(WithoutPrefix(View(raw_name)), list);
    if (html_ && parser_->nameNr > static_cast<int>(depth_)) {
      too_deep_ = true;
      last_ = std::max(last_, now);
      handler_.Reset();
      xmlStopParser(parser_);
    }
  }

  void OnEnd(const xmlChar* name) {
    if (!too_deep_) handler_.End(WithoutPrefix(View(name)));
  }

  void OnText(const xmlChar* data, int size) {
    if (too_deep_ || size <= 0) return;
    const absl::string_view text(reinterpret_cast<const char*>(data), size);
    const xmlParserInputPtr input = parser_->input;
    const std::less_equal<const xmlChar*> before;
    if (input != nullptr && before(input->base, data) &&
        before(data + size, input->end)) {
      // The parser of XML hands out its own buffer where it can.
      const uint32_t at = OffsetOf(data);
      Give(text, {at, at + static_cast<uint32_t>(size)});
    } else {
      Give(text, Find(text));
    }
  }

  void OnRaw(const xmlChar* data, int size) {
    if (too_deep_ || size <= 0) return;
    handler_.Raw(absl::string_view(reinterpret_cast<const char*>(data), size));
  }

  // A CDATA section of XML; in HTML, what a script holds.
  void OnCdata(const xmlChar* data, int size) {
    if (html_) return OnRaw(data, size);
    if (size <= 0) return;
    const absl::string_view text(reinterpret_cast<const char*>(data), size);
    constexpr uint32_t kEnd = 3;  // "]]>"
    const uint32_t now = Now();
    Span source;
    if (now < kEnd || !EndsAt(now - kEnd, text, &source)) {
      source = {last_, std::max(last_, now)};
    }
    Give(text, source);
    last_ = std::max(last_, now);
  }

 private:
  // The offset of the next byte that the parser reads.
  uint32_t Now() const {
    const xmlParserInputPtr input = parser_->input;
    if (input == nullptr || input->cur == nullptr) return last_;
    return OffsetOf(input->cur);
  }

  // Of a place in the parser's buffer.
  uint32_t OffsetOf(const xmlChar* place) const {
    const uint64_t at = uint64_t{begin_} + parser_->input->consumed +
                        static_cast<uint64_t>(place - parser_->input->base);
    return static_cast<uint32_t>(std::min<uint64_t>(at, source_.size()));
  }

  bool IsAt(uint32_t begin, absl::string_view text) const {
    return source_.substr(std::min<size_t>(begin, source_.size()),
                          text.size()) == text;
  }

  // Whether `text` ends at `end`, and where it then stands.  The parser of XML
  // makes each CR LF one LF, that of HTML drops control characters.
  bool EndsAt(uint32_t end, absl::string_view text, Span* source) const {
    uint32_t at = end;
    for (size_t i = text.size(); i > 0; --i) {
      while (at > last_ && IsDropped(source_[at - 1])) --at;
      if (at <= last_ || source_[at - 1] != text[i - 1]) return false;
      --at;
      if (text[i - 1] == '\n' && at > last_ && source_[at - 1] == '\r') --at;
    }
    *source = {at, end};
    return true;
  }

  Span Find(absl::string_view text) const {
    const uint32_t size = static_cast<uint32_t>(text.size());
    const uint32_t now = Now();
    // Text ends where the parser is, or a character before it where the parser
    // hands out a part of a long text.
    if (now >= size && now - size >= last_) {
      const uint32_t most_ahead = size >= kLongText ? 4 : 0;
      for (uint32_t ahead = 0; ahead <= most_ahead; ++ahead) {
        if (IsAt(now - size + ahead, text)) {
          return {now - size + ahead, now + ahead};
        }
      }
    }
    if (IsAt(last_, text)) return {last_, last_ + size};
    // A character reference, which the parser has just read.
    const uint32_t from =
        std::max(last_, now > kMostReference ? now - kMostReference : 0u);
    if (from < now) {
      const size_t amp = source_.substr(0, now).rfind('&');
      if (amp != absl::string_view::npos && amp >= from) {
        const uint32_t begin = static_cast<uint32_t>(amp);
        // A name that is none is handed out as "&" and itself.
        const bool is_none =
            text == "&" &&
            DecodeCharacterReference(source_.substr(begin, now - begin)) != "&";
        return {begin, is_none ? begin + 1 : now};
      }
    }
    Span source;
    if (EndsAt(now, text, &source)) return source;
    return {last_, std::max(last_, now)};
  }

  // Whether the beginning of a tag is there.
  bool HoldsTag(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i + 1 < end; ++i) {
      const unsigned char next = static_cast<unsigned char>(source_[i + 1]);
      if (source_[i] == '<' && (!html_ || absl::ascii_isalpha(next))) return true;
    }
    return false;
  }

  // A control character that the parser of HTML passes over.
  bool IsDropped(char c) const {
    return html_ && static_cast<unsigned char>(c) < ' ' && c != '\t' &&
           c != '\n' && c != '\r';
  }

  // How much of text[0, size) is whole characters.
  static size_t WholeCharacters(absl::string_view text, size_t size) {
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) {
      --size;
    }
    return size;
  }

  // Hands a text on, in pieces where line ends or control characters of the
  // source are not in it.
  void Give(absl::string_view text, Span source) {
    last_ = source.end;
    if (source.In(source_) == text) {
      handler_.Text(text, source, /*verbatim=*/true);
      return;
    }
    uint32_t at = source.begin;
    while (!text.empty()) {
      while (at < source.end && IsDropped(source_[at])) ++at;
      size_t same = 0;
      while (same < text.size() && at + same < source.end &&
             source_[at + same] == text[same]) {
        ++same;
      }
      if (same < text.size()) same = WholeCharacters(text, same);
      if (same > 0) {
        const Span span = {at, at + static_cast<uint32_t>(same)};
        handler_.Text(text.substr(0, same), span, true);
        at = span.end;
        text.remove_prefix(same);
      } else if (text[0] == '\n' && at + 1 < source.end &&
                 source_.substr(at, 2) == "\r\n") {
        handler_.Text("\n", {at, at + 2}, false);
        at += 2;
        text.remove_prefix(1);
      } else {
        break;
      }
    }
    if (text.empty()) {
      last_ = at;  // the parser may be ahead of what it hands out
      return;
    }
    const Span rest = {at, source.end};
    handler_.Text(text, rest, rest.In(source_) == text);
  }

  const absl::string_view source_;
  const bool html_;
  MarkupHandler& handler_;
  xmlParserCtxtPtr parser_ = nullptr;
  uint32_t begin_ = 0;
  uint32_t last_ = 0;  // behind the last event
  uint32_t depth_ = 0;
  bool too_deep_ = false;
};

Follower& Self(void* user) { return *static_cast<Follower*>(user); }
void StartElement(void* user, const xmlChar* name, const xmlChar** attributes) {
  Self(user).OnStart(name, attributes);
}
void EndElement(void* user, const xmlChar* name) { Self(user).OnEnd(name); }
void Characters(void* user, const xmlChar* text, int size) {
  Self(user).OnText(text, size);
}
void Cdata(void* user, const xmlChar* text, int size) {
  Self(user).OnCdata(text, size);
}

// Only what is handled; no tree is built, no entity kept, nothing loaded.
xmlSAXHandler SaxHandler() {
  xmlSAXHandler sax;
  std::memset(&sax, 0, sizeof(sax));
  sax.startElement = StartElement;
  sax.endElement = EndElement;
  sax.characters = Characters;
  sax.ignorableWhitespace = Characters;
  sax.cdataBlock = Cdata;
  sax.warning = NoError;
  sax.error = NoError;
  sax.fatalError = NoError;
  return sax;
}

// What a parser reads, a block at a time.
struct Rest {
  absl::string_view bytes;
};
int ReadRest(void* user, char* buffer, int size) {
  absl::string_view& bytes = static_cast<Rest*>(user)->bytes;
  const size_t take = std::min<size_t>(bytes.size(), std::max(size, 0));
  std::memcpy(buffer, bytes.data(), take);
  bytes.remove_prefix(take);
  return static_cast<int>(take);
}
int CloseRest(void*) { return 0; }

void InitialiseOnce() {
  static const bool done = [] {
    xmlInitParser();
    return true;
  }();
  (void)done;
}

std::string OneLine(absl::string_view message) {
  std::string line(absl::StripAsciiWhitespace(message));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace

absl::string_view AttributeOf(const MarkupAttributes& attributes,
                              absl::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (absl::EqualsIgnoreCase(key, name)) return value;
  }
  return "";
}

void ParseHtml(absl::string_view html, uint32_t depth, MarkupHandler* handler) {
  InitialiseOnce();
  Follower follower(html, /*html=*/true, handler);
  uint32_t begin = 0;
  do {
    const htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (parser == nullptr) return;
    *parser->sax = SaxHandler();
    parser->userData = &follower;
    follower.Attach(parser, begin, depth);
    Rest rest{html.substr(begin)};
    const xmlDocPtr none = htmlCtxtReadIO(
        parser, ReadRest, CloseRest, &rest, nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
            HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    if (none != nullptr) xmlFreeDoc(none);
    htmlFreeParserCtxt(parser);
    if (follower.too_deep() && follower.last() <= begin) return;
    begin = follower.last();
  } while (follower.too_deep() && begin < html.size());
}

absl::Status ParseXml(absl::string_view xml, MarkupHandler* handler) {
  InitialiseOnce();
  const xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == nullptr) return absl::ResourceExhaustedError("out of memory");
  Follower follower(xml, /*html=*/false, handler);
  *parser->sax = SaxHandler();
  parser->userData = &follower;
  follower.Attach(parser, 0, 0);
  Rest rest{xml};
  const xmlDocPtr none = xmlCtxtReadIO(
      parser, ReadRest, CloseRest, &rest, nullptr, "UTF-8",
      XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
          XML_PARSE_IGNORE_ENC);
  absl::Status status;
  if (!parser->wellFormed) {
    const xmlErrorPtr error = xmlCtxtGetLastError(parser);
    status = absl::InvalidArgumentError(
        error == nullptr || error->message == nullptr
            ? std::string("is no well-formed XML")
            : absl::StrCat("line ", error->line, ": ", OneLine(error->message)));
  }
  if (none != nullptr) xmlFreeDoc(none);
  if (parser->myDoc != nullptr) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = nullptr;
  }
  xmlFreeParserCtxt(parser);
  return status;
}

}  // namespace claimcheck
