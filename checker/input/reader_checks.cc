#include "checker/input/reader_checks.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/input/character_references.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

bool IsBlank(char c) {
  return absl::ascii_isspace(static_cast<unsigned char>(c));
}

// A stretch of markup with references resolved and, with `tags`, without tags
// and the addresses of links.
std::string Reduce(absl::string_view markup, bool tags) {
  std::string out;
  for (size_t i = 0; i < markup.size();) {
    if (tags && markup[i] == '<') {
      const size_t end = markup.find('>', i);
      if (end != absl::string_view::npos) {
        i = end + 1;
        continue;
      }
    }
    // The address of a link or picture of Markdown.
    if (tags && markup[i] == ']' && i + 1 < markup.size() && markup[i + 1] == '(') {
      const size_t end = markup.find(')', i);
      if (end != absl::string_view::npos) {
        i = end + 1;
        continue;
      }
    }
    if (markup[i] == '&') {
      size_t end = i + 1;
      while (end < markup.size() && end < i + 64 &&
             (absl::ascii_isalnum(static_cast<unsigned char>(markup[end])) ||
              markup[end] == '#')) {
        ++end;
      }
      if (end < markup.size() && markup[end] == ';') {
        ++end;
        absl::StrAppend(&out,
                        DecodeCharacterReference(markup.substr(i, end - i)));
        i = end;
        continue;
      }
    }
    out.push_back(markup[i++]);
  }
  return out;
}

// Letters and digits alone, which no markup adds or takes away.
// Raised figures are read as such, and <q> is read as quotation marks.
std::string Letters(absl::string_view text) {
  const std::string plain = absl::StrReplaceAll(
      text, {{"\xC2\xB2", "2"},
             {"\xC2\xB3", "3"},
             {"\xE2\x80\x9C", ""},
             {"\xE2\x80\x9D", ""}});
  std::string out;
  for (char c : plain) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || byte >= 0x80) out.push_back(c);
  }
  return out;
}

// Whether `word` is what `slice` reads as: its letters are there in their order,
// among others that markup may hold.
bool ReadsAs(absl::string_view slice, absl::string_view word) {
  if (slice == word) return true;
  const std::string letters = Letters(word);
  for (const std::string& read :
       {Letters(Reduce(slice, true)), Letters(Reduce(slice, false)),
        Letters(slice)}) {
    size_t found = 0;
    for (char c : read) {
      if (found < letters.size() && c == letters[found]) ++found;
    }
    if (found == letters.size()) return true;
  }
  return false;
}

// Whether a slice begins and ends with its word, or with what stands for it.
bool HasEnds(absl::string_view slice, absl::string_view word) {
  const auto letter = [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c));
  };
  if (letter(word.front()) &&
      (slice.empty() || (slice.front() != word.front() && slice.front() != '&'))) {
    return false;
  }
  return !letter(word.back()) || slice.back() == word.back() ||
         slice.back() == ';' || letter(slice.back());
}

}  // namespace

std::string CheckReading(absl::string_view source, const Reading& reading) {
  const absl::string_view text = reading.document.text();
  if (!IsValidUtf8(text)) return "the text is not UTF-8";
  for (const v1::Zone& zone : reading.document.zones()) {
    if (zone.span().begin() >= zone.span().end() ||
        zone.span().end() > text.size()) {
      return absl::StrCat("a zone from ", zone.span().begin(), " to ",
                          zone.span().end());
    }
  }
  if (reading.extracted || text.empty()) return "";
  uint32_t before = 0;
  for (uint32_t begin = 0; begin < text.size();) {
    if (IsBlank(text[begin])) {
      ++begin;
      continue;
    }
    uint32_t end = begin;
    while (end < text.size() && !IsBlank(text[end])) ++end;
    const Span word = {begin, end};
    const Span at = reading.alignment.ToSource(word);
    if (at.begin > at.end || at.end > source.size() || at.begin < before) {
      return absl::StrCat("the word at ", begin, " leads to ", at.begin, "-",
                          at.end);
    }
    before = at.begin;
    const absl::string_view slice = at.In(source);
    if (!ReadsAs(slice, word.In(text)) || !HasEnds(slice, word.In(text))) {
      return absl::StrCat("\"", word.In(text), "\" is \"", slice,
                          "\" in the source");
    }
    begin = end;
  }
  return "";
}

}  // namespace claimcheck
