#include "rules/facts/words_around.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

// On each side.
constexpr int kMostWords = 4;
constexpr uint32_t kMostBytes = 60;  // of a text that has hardly a blank

// The tokens beside `span` in its sentence: of its own clause, unless the value
// stands at the clause's edge.  They begin and end with words that tell something.
class Surroundings {
 public:
  Surroundings(const Corpus& corpus, uint32_t document, uint32_t sentence,
               Span span)
      : corpus_(corpus), document_(document),
        text_(corpus.document(document).text),
        sentence_(text_.sentences[sentence].tokens),
        value_(text_.TokensIn(span)) {}

  // `over_comma`: the subject of a verb that stands apart, "Roe, 48, resigned".
  TokenRange Before(bool over_comma) const {
    TokenRange range = {value_.begin, value_.begin};
    int words = 0;
    while (range.begin > sentence_.begin && words < kMostWords &&
           text_.SpanOf({range.begin - 1, value_.begin}).size() <= kMostBytes &&
           !EndsTopic(range.begin - 1, over_comma && words == 0)) {
      words += text_.tokens[--range.begin].IsWordOrNumber();
    }
    while (!range.empty() && !IsContent(range.begin)) ++range.begin;
    return range;
  }

  TokenRange After() const {
    TokenRange range = {value_.end, value_.end};
    int words = 0;
    while (range.end < sentence_.end &&
           (words < kMostWords || text_.Adjacent(range.end)) &&
           text_.SpanOf({value_.end, range.end + 1}).size() <= kMostBytes &&
           !EndsTopic(range.end, /*over_comma=*/false)) {
      words += text_.tokens[range.end++].IsWordOrNumber();
    }
    while (!range.empty() && !IsContent(range.end - 1)) --range.end;
    return range;
  }

 private:
  bool EndsTopic(uint32_t token, bool over_comma) const {
    if (text_.tokens[token].IsWordOrNumber()) return false;
    if (over_comma && text_.IsChar(token, ',')) return false;
    if (text_.IsChar(token, '(') || text_.IsChar(token, ')')) return true;
    // "11,000" and "twenty-five" go on, and so does "$15".
    return token + 1 >= sentence_.end || !text_.Adjacent(token + 1) ||
           text_.tokens[token].kind == TokenKind::kQuote;
  }
  bool IsContent(uint32_t token) const {
    return text_.tokens[token].kind == TokenKind::kNumber ||
           !corpus_.WordsIn(document_, text_.tokens[token].span).empty();
  }

  const Corpus& corpus_;
  const uint32_t document_;
  const TokenizedText& text_;
  const TokenRange sentence_;
  const TokenRange value_;
};

}  // namespace

std::string WordsAround(const Corpus& corpus, uint32_t document,
                        uint32_t sentence, Span span) {
  const TokenizedText& text = corpus.document(document).text;
  const Surroundings around(corpus, document, sentence, span);
  const Span after = text.SpanOf(around.After());
  Span before = text.SpanOf(around.Before(/*over_comma=*/false));
  if (before.empty() && after.empty()) {
    before = text.SpanOf(around.Before(/*over_comma=*/true));
  }
  if (before.empty() && after.empty()) return "";
  std::string out = absl::StrCat(text.Text(before), before.empty() ? "…" : " …",
                                 after.empty() ? "" : " ", text.Text(after));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
      ' ');
  return out;
}

}  // namespace claimcheck
