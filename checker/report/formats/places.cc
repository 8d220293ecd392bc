#include "checker/report/formats/places.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "checker/report/verdicts.h"
#include "claims/text/utf8.h"

namespace claimcheck {

const v1::Evidence* MainPlace(const v1::Finding& finding,
                              const ReportOptions& options) {
  for (const v1::Evidence& evidence : finding.evidence()) {
    if (!options.draft.empty() && evidence.document_id() == options.draft) {
      return &evidence;
    }
  }
  return finding.evidence_size() == 0 ? nullptr : &finding.evidence(0);
}

absl::string_view PathOf(absl::string_view id) {
  while (absl::ConsumePrefix(&id, "./")) {
  }
  return id;
}

std::string UriOf(absl::string_view id) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  const absl::string_view path = PathOf(id);
  std::string uri = absl::StartsWith(path, "/") ? "file://" : "";
  for (char c : path) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) ||
        absl::string_view("-._~/").find(c) != absl::string_view::npos) {
      uri.push_back(c);
    } else {
      uri.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
  }
  return uri;
}

uint32_t ByteColumn(absl::string_view text, uint32_t byte,
                    const v1::Position& position) {
  if (byte > text.size()) return position.column();
  size_t begin = byte;
  while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') {
    --begin;
  }
  return static_cast<uint32_t>(byte - begin + 1);
}

std::pair<uint32_t, uint32_t> ByteColumns(const Sources& sources,
                                          const v1::Evidence& evidence) {
  const Span span = {evidence.span().begin(), evidence.span().end()};
  const Original* original = sources.OriginalOf(evidence.document_id());
  if (original != nullptr && !original->extracted()) {
    return original->ByteColumnsOf(span);
  }
  const absl::string_view text = sources.Text(evidence.document_id());
  return {ByteColumn(text, span.begin, evidence.start()),
          ByteColumn(text, span.end, evidence.end())};
}

uint32_t CodePointOffsets::At(uint32_t byte) {
  if (byte < byte_) byte_ = codes_ = 0;
  while (byte_ < byte && byte_ < text_.size()) {
    byte_ += DecodeUtf8(text_, byte_).size;
    ++codes_;
  }
  return codes_;
}

absl::string_view CodePointsBefore(absl::string_view text, uint32_t byte,
                                   int most) {
  const size_t end = std::min<size_t>(byte, text.size());
  size_t begin = end;
  for (int i = 0; i < most && begin > 0; ++i) {
    --begin;
    // Back to the first byte of the code point.
    for (int k = 0; k < 3 && begin > 0 &&
                    (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80;
         ++k) {
      --begin;
    }
  }
  return text.substr(begin, end - begin);
}

absl::string_view CodePointsAfter(absl::string_view text, uint32_t byte,
                                  int most) {
  const size_t begin = std::min<size_t>(byte, text.size());
  size_t end = begin;
  for (int i = 0; i < most && end < text.size(); ++i) {
    end += DecodeUtf8(text, end).size;
  }
  return text.substr(begin, end - begin);
}

std::string SaysWhat(const v1::Evidence& evidence) {
  if (evidence.value().empty()) return evidence.text();
  if (evidence.status() == v1::Factuality::STATUS_UNSPECIFIED ||
      evidence.status() == v1::Factuality::FACT) {
    return evidence.value();
  }
  return absl::StrCat(
      evidence.value(), ", ",
      absl::AsciiStrToLower(v1::Factuality::Status_Name(evidence.status())));
}

std::string MessageOf(const v1::Finding& finding) {
  std::string message = HeadlineOf(finding);
  if (!finding.why().empty() && !absl::EqualsIgnoreCase(finding.why(), message)) {
    absl::StrAppend(&message, " (", finding.why(), ")");
  }
  return message;
}

v1::Severity::Level LeastShown(const ReportOptions& options,
                               v1::Severity::Level otherwise) {
  return options.severity == v1::Severity::LEVEL_UNSPECIFIED ? otherwise
                                                             : options.severity;
}

}  // namespace claimcheck
