#include "checker/input/document_reader.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "checker/input/archive.h"
#include "checker/input/docx_reader.h"
#include "checker/input/encoding.h"
#include "checker/input/gunzip.h"
#include "checker/input/html_reader.h"
#include "checker/input/json_reader.h"
#include "checker/input/markdown_reader.h"
#include "checker/input/news_xml_reader.h"
#include "checker/input/ninjs_reader.h"
#include "checker/input/pdf_reader.h"
#include "checker/input/text_check.h"

namespace claimcheck {
namespace {

constexpr const char* kTextEndings[] = {"txt", "text"};
constexpr const char* kMarkdownEndings[] = {"md", "markdown"};
constexpr const char* kHtmlEndings[] = {"html", "htm", "xhtml"};
constexpr const char* kDocxEndings[] = {"docx"};
constexpr const char* kPdfEndings[] = {"pdf"};
constexpr const char* kNinjsEndings[] = {"json", "ninjs"};
constexpr const char* kNewsXmlEndings[] = {"xml", "nitf", "newsml"};
constexpr const char* kJsonLinesEndings[] = {"jsonl", "ndjson"};

constexpr InputFormatInfo kFormats[] = {
    {InputFormat::kText, "text", "plain text", kTextEndings, ""},
    {InputFormat::kMarkdown, "markdown", "Markdown (CommonMark, tables)",
     kMarkdownEndings, "text/markdown"},
    {InputFormat::kHtml, "html", "the article of a web page", kHtmlEndings,
     "text/html"},
    {InputFormat::kDocx, "docx", "an office document", kDocxEndings,
     "application/"
     "vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {InputFormat::kPdf, "pdf", "PDF, by the program pdftotext", kPdfEndings,
     "application/pdf"},
    {InputFormat::kNinjs, "ninjs", "a ninjs item, or a document as JSON",
     kNinjsEndings, "application/json"},
    {InputFormat::kNewsXml, "newsml", "NITF or NewsML-G2", kNewsXmlEndings,
     "application/xml"},
    {InputFormat::kJsonLines, "jsonl", "JSON Lines, a message a line",
     kJsonLinesEndings, ""},
};

constexpr uint32_t kJsonDepth = 64;
constexpr size_t kSniff = 4096;


const InputFormatInfo& InfoOf(InputFormat format) {
  for (const InputFormatInfo& info : kFormats) {
    if (info.format == format) return info;
  }
  return kFormats[0];
}

// The ending in lower case, without the dot and without ".gz".
std::string EndingOf(absl::string_view name) {
  const size_t slash = name.rfind('/');
  if (slash != absl::string_view::npos) name.remove_prefix(slash + 1);
  const std::string lower = absl::AsciiStrToLower(name);
  absl::string_view file = lower;
  absl::ConsumeSuffix(&file, ".gz");
  const size_t dot = file.rfind('.');
  if (dot == absl::string_view::npos || dot == 0) return "";
  return std::string(file.substr(dot + 1));
}

// What bytes say themselves to be.
InputFormat Sniff(absl::string_view bytes) {
  if (absl::StartsWith(bytes, "%PDF-")) return InputFormat::kPdf;
  if (IsZip(bytes)) return InputFormat::kDocx;
  const std::string head = absl::AsciiStrToLower(
      absl::StripLeadingAsciiWhitespace(bytes.substr(0, kSniff)));
  if (absl::StartsWith(head, "<!doctype html") ||
      absl::StartsWith(head, "<html")) {
    return InputFormat::kHtml;
  }
  if (absl::StartsWith(head, "<?xml") || absl::StartsWith(head, "<nitf") ||
      absl::StartsWith(head, "<newsitem") ||
      absl::StartsWith(head, "<newsmessage")) {
    return absl::StrContains(head, "<html") ? InputFormat::kHtml
                                            : InputFormat::kNewsXml;
  }
  return InputFormat::kText;
}

// The text of a file that is its own document.
absl::StatusOr<FileDocument> ReadText(std::string bytes,
                                      const std::string& encoding) {
  DecodeOptions options;
  options.asked_for = encoding;
  absl::StatusOr<Decoded> decoded = Decode(bytes, options);
  if (!decoded.ok()) return decoded.status();
  const bool converted = !decoded->text.empty();
  const absl::Status is_text = CheckIsText(converted ? decoded->text : bytes);
  if (!is_text.ok()) return is_text;
  FileDocument out;
  if (!decoded->notice.empty()) out.notices.push_back(decoded->notice);
  if (!converted) {
    out.document.set_text(std::move(bytes));
    return out;
  }
  out.document.set_text(decoded->text);
  out.original = std::make_shared<const Original>(
      absl::StrCat("text/plain; charset=", decoded->encoding), std::move(bytes), std::move(decoded->text), std::move(decoded->alignment),
      Alignment());
  return out;
}

FileDocument Extracted(InputFormat format, Reading reading,
                       std::string bytes) {
  FileDocument out;
  out.document = std::move(reading.document);
  out.notices = std::move(reading.notices);
  out.notices.push_back(
      "lines and columns are those of the text in it (claimcheck text FILE)");
  out.original = std::make_shared<const Original>(InfoOf(format).media_type,
                                                  std::move(bytes));
  return out;
}

// A text with markup, which a reader takes off.
absl::StatusOr<FileDocument> ReadMarkup(
    std::string bytes, InputFormat format, const std::string& encoding,
    const ReadLimits& limits) {
  DecodeOptions options;
  options.asked_for = encoding;
  if (format != InputFormat::kMarkdown) {
    options.declared = DeclaredEncoding(bytes);
  }
  options.repair = true;
  absl::StatusOr<Decoded> decoded = Decode(bytes, options);
  if (!decoded.ok()) return decoded.status();
  if (decoded->encoding == "UTF-8") {
    const absl::Status is_text = CheckIsText(bytes);
    if (!is_text.ok()) return is_text;
  }
  const absl::string_view text =
      decoded->text.empty() ? absl::string_view(bytes) : decoded->text;
  absl::StatusOr<Reading> reading =
      format == InputFormat::kHtml       ? ReadHtml(text, limits)
      : format == InputFormat::kMarkdown ? ReadMarkdown(text, limits)
                                         : ReadNewsXml(text, limits);
  if (!reading.ok()) return reading.status();
  FileDocument out;
  out.document = std::move(reading->document);
  if (!decoded->notice.empty()) out.notices.push_back(decoded->notice);
  if (decoded->encoding == "UTF-8" && !decoded->text.empty()) {
    const OddBytes odd = FindOddBytes(bytes);
    out.notices.push_back(absl::StrCat(
        odd.invalid + odd.nuls, " places are no UTF-8, the first at byte ",
        odd.invalid > 0 ? odd.first_invalid : odd.first_nul,
        "; read as unknown symbols"));
  }
  for (std::string& notice : reading->notices) {
    out.notices.push_back(std::move(notice));
  }
  if (out.document.text().empty() && out.notices.empty() && !bytes.empty()) {
    out.notices.push_back("holds no text");
  }
  out.original = std::make_shared<const Original>(
      InfoOf(format).media_type, std::move(bytes), std::move(decoded->text),
      std::move(decoded->alignment), std::move(reading->alignment));
  return out;
}

absl::StatusOr<FileDocument> ReadJsonFile(std::string bytes,
                                          const ReadLimits& limits) {
  absl::string_view json = bytes;
  absl::ConsumePrefix(&json, "\xEF\xBB\xBF");
  if (LooksLikeNinjs(json)) {
    absl::StatusOr<Reading> reading = ReadNinjs(json, limits);
    if (!reading.ok()) return reading.status();
    return Extracted(InputFormat::kNinjs, *std::move(reading),
                     std::move(bytes));
  }
  Reading reading;
  const absl::Status read = ReadJson(json, kJsonDepth, &reading.document);
  if (!read.ok()) return read;
  if (reading.document.text().empty()) {
    return absl::InvalidArgumentError(
        "is JSON, but neither a ninjs item (with a body) nor a document (with a "
        "\"text\")");
  }
  return Extracted(InputFormat::kNinjs, std::move(reading), std::move(bytes));
}

}  // namespace

absl::Span<const InputFormatInfo> AllInputFormats() { return kFormats; }

const InputFormatInfo* FindInputFormat(absl::string_view name) {
  for (const InputFormatInfo& info : kFormats) {
    if (name == info.name) return &info;
  }
  return nullptr;
}

std::string InputFormatNames() {
  std::string names = "auto";
  for (const InputFormatInfo& info : kFormats) {
    absl::StrAppend(&names, ", ", info.name);
  }
  return names;
}

InputFormat FormatOf(absl::string_view name, InputFormat asked_for) {
  if (asked_for != InputFormat::kAuto) return asked_for;
  const std::string ending = EndingOf(name);
  for (const InputFormatInfo& info : kFormats) {
    for (const char* known : info.endings) {
      if (ending == known) return info.format;
    }
  }
  return InputFormat::kAuto;
}

bool HasKnownEnding(absl::string_view name) {
  return FormatOf(name, InputFormat::kAuto) != InputFormat::kAuto;
}

absl::StatusOr<FileDocument> ReadFileDocument(absl::string_view name,
                                              std::string bytes,
                                              InputFormat format,
                                              const std::string& encoding,
                                              const ReadLimits& limits) {
  if (IsGzip(bytes)) {
    absl::StatusOr<std::string> unpacked = Gunzip(bytes, limits);
    if (!unpacked.ok()) return unpacked.status();
    bytes = *std::move(unpacked);
  }
  format = FormatOf(name, format);
  if (format == InputFormat::kAuto) {
    for (absl::string_view other : {"pb", "pbs", "binpb", "warc"}) {
      if (EndingOf(name) == other) {
        return absl::UnimplementedError(
            absl::StrCat("files in .", other, " are not read; give text or JSON "
                         "Lines (or --input=text to read it as it is)"));
      }
    }
    format = Sniff(bytes);
  }
  absl::StatusOr<FileDocument> read = absl::InternalError("no reader");
  absl::StatusOr<Reading> reading = absl::InternalError("no reader");
  switch (format) {
    case InputFormat::kAuto:
    case InputFormat::kText:
    case InputFormat::kJsonLines:  // a stream; see document_loader.h
      return ReadText(std::move(bytes), encoding);
    case InputFormat::kMarkdown:
    case InputFormat::kHtml:
    case InputFormat::kNewsXml:
      read = ReadMarkup(std::move(bytes), format, encoding, limits);
      break;
    case InputFormat::kNinjs:
      read = ReadJsonFile(std::move(bytes), limits);
      break;
    case InputFormat::kDocx:
      reading = ReadDocx(bytes, limits);
      break;
    case InputFormat::kPdf:
      reading = ReadPdf(bytes, limits);
      break;
  }
  if (format == InputFormat::kDocx || format == InputFormat::kPdf) {
    if (!reading.ok()) return reading.status();
    read = Extracted(format, *std::move(reading), std::move(bytes));
  }
  if (!read.ok()) return read;
  if (read->document.text().size() > limits.max_bytes) {
    return absl::ResourceExhaustedError(
        absl::StrCat("holds more than ", limits.max_bytes,
                     " bytes of text; split it or raise --max-file-bytes"));
  }
  return read;
}

}  // namespace claimcheck
