#include "claims/text/dateline.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"

namespace claimcheck {
namespace {

constexpr uint32_t kMaxLineTokens = 9;
// "SAO JOSE DO RIO PRETO, Brazil, Sept. 30, 2021 (Agency/Agency) --"
constexpr uint32_t kMaxTokens = 22;
constexpr uint32_t kMaxPlaceWords = 5;
constexpr uint32_t kMaxAgencyTokens = 6;

constexpr absl::string_view kMonthWords[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
    "jan",     "feb",      "mar",       "apr",     "jun",      "jul",
    "aug",     "sep",      "sept",      "oct",     "nov",      "dec",
};
constexpr absl::string_view kWeekdayWords[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
};
constexpr WordList<128> kMonths(kMonthWords);
constexpr WordList<32> kWeekdays(kWeekdayWords);

bool IsYear(const TokenizedText& text, uint32_t token) {
  const absl::string_view digits = text.Folded(token);
  return text.tokens[token].kind == TokenKind::kNumber && digits.size() == 4 &&
         (absl::StartsWith(digits, "19") || absl::StartsWith(digits, "20"));
}

// Reads a dateline from its first token to its dash.
class Reader {
 public:
  Reader(const TokenizedText& text, TokenRange paragraph)
      : text_(text),
        at_(paragraph.begin),
        end_(std::min(paragraph.end, paragraph.begin + kMaxTokens)) {}

  bool Read(bool near_top) {
    const bool place = Places();
    const bool day = place && Day();
    const bool agency = Agency();
    if (!day && !agency && !(place && capitals_ && near_top)) return false;
    return Dash() && Opens();
  }
  uint32_t at() const { return at_; }

 private:
  bool In(uint32_t i) const { return i < end_; }
  const Token& At(uint32_t i) const { return text_.tokens[i]; }
  bool Is(uint32_t i, char c) const { return In(i) && text_.IsChar(i, c); }
  bool Number(uint32_t i) const {
    return In(i) && At(i).kind == TokenKind::kNumber;
  }
  bool Month(uint32_t i) const {
    return In(i) && At(i).Is(Token::kCapital) && kMonths.Has(At(i).word);
  }
  bool PlaceWord(uint32_t i) const {
    return In(i) && At(i).kind == TokenKind::kWord &&
           At(i).Is(Token::kCapital) && !kMonths.Has(At(i).word) &&
           !kWeekdays.Has(At(i).word);
  }

  // "MARLOW", "NEW YORK", "Kyiv, Ukraine", "ST. PAUL, Minn.", "PORT-AU-PRINCE"
  bool Places() {
    uint32_t words = 0;
    for (uint32_t i = at_; PlaceWord(i) && words < kMaxPlaceWords;) {
      capitals_ = capitals_ || (words == 0 && At(i).Is(Token::kAllCaps) &&
                                At(i).span.size() > 3);
      ++words;
      ++i;
      if (Is(i, '.')) ++i;
      at_ = i;
      if (Is(i, ',') || (Is(i, '-') && text_.Adjacent(i)) || Is(i, '/')) ++i;
    }
    return words > 0;
  }

  // ", Oct. 3", ", 3 October 2021", " Oct 3"
  bool Day() {
    uint32_t i = at_;
    if (Is(i, ',')) ++i;
    if (In(i) && kWeekdays.Has(At(i).word)) {
      ++i;
      if (Is(i, ',')) ++i;
    }
    if (Month(i)) {
      ++i;
      if (Is(i, '.')) ++i;
      if (!Number(i)) return false;
      ++i;
    } else if (Number(i) && Month(i + 1)) {
      i += 2;
      if (Is(i, '.')) ++i;
    } else {
      return false;
    }
    if (Is(i, ',') && In(i + 1) && IsYear(text_, i + 1)) i += 2;
    if (In(i) && IsYear(text_, i)) ++i;
    at_ = i;
    return true;
  }

  // "(Newswire)", "(AP)", "(Agency/Agency)"
  bool Agency() {
    uint32_t i = at_;
    if (Is(i, ',')) ++i;
    if (!Is(i, '(')) return false;
    const uint32_t open = i++;
    if (!In(i) || !At(i).Is(Token::kCapital)) return false;
    for (; In(i) && i - open <= kMaxAgencyTokens; ++i) {
      if (Is(i, ')')) {
        at_ = i + 1;
        return true;
      }
      if (At(i).kind == TokenKind::kWord && !At(i).Is(Token::kCapital)) break;
    }
    return false;
  }

  // "-", "--", "_", each parted from what follows by a space.
  bool Dash() {
    const uint32_t first = at_;
    while (Is(at_, '-') || Is(at_, '_')) ++at_;
    return at_ > first && In(at_) && At(at_).Is(Token::kSpaceBefore);
  }

  // The report itself begins as a sentence does.
  bool Opens() const {
    return At(at_).Is(Token::kCapital) || At(at_).kind == TokenKind::kNumber ||
           At(at_).kind == TokenKind::kQuote ||
           At(at_).kind == TokenKind::kSymbol;
  }

  const TokenizedText& text_;
  uint32_t at_;
  const uint32_t end_;
  bool capitals_ = false;  // the first word of the place is all in capitals
};

}  // namespace

uint32_t DatelineEnd(const TokenizedText& text, TokenRange paragraph,
                     bool near_top) {
  if (paragraph.empty()) return paragraph.begin;
  const Token& first = text.tokens[paragraph.begin];
  if (!first.Is(Token::kCapital) && !text.IsChar(paragraph.begin, '(')) {
    return paragraph.begin;
  }
  Reader reader(text, paragraph);
  return reader.Read(near_top) ? reader.at() : paragraph.begin;
}

bool IsDatelineAlone(const TokenizedText& text, TokenRange line) {
  if (line.size() < 3 || line.size() > kMaxLineTokens) return false;
  bool month = false;
  bool year = false;
  for (uint32_t i = line.begin; i < line.end; ++i) {
    const Token& t = text.tokens[i];
    year |= IsYear(text, i);
    if (t.kind != TokenKind::kWord) continue;
    if (!t.Is(Token::kCapital)) return false;
    month |= kMonths.Has(t.word);
  }
  return month && year &&
         (IsYear(text, line.end - 1) || IsYear(text, line.begin));
}

}  // namespace claimcheck
