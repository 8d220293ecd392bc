#include "claims/text/layout.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "claims/text/abbreviations.h"
#include "claims/text/furniture.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

using Zone = Sentence::Zone;

// Lines longer than this are not wrapped by hand or by a mail program.
constexpr uint32_t kMaxWrappedBytes = 400;
constexpr uint32_t kMaxWrappedColumns = 100;
constexpr uint32_t kMinWrappedColumns = 40;
// A line filled to this many columns below the width counts as full.
constexpr uint32_t kRaggedColumns = 4;

constexpr uint32_t kMaxHeadlineTokens = 45;  // above the article
constexpr uint32_t kMaxTitleTokens = 14;     // between its paragraphs
constexpr uint32_t kMaxCaptionTokens = 90;

// No line of its own ends in one of these.  Sorted.
constexpr absl::string_view kNeverLast[] = {
    "a",   "an",   "and",  "as",   "at",    "by",    "for",   "from", "her",
    "his", "in",   "into", "its",  "of",    "on",    "or",    "our",  "that",
    "the", "their", "to",  "was",  "were",  "which", "whose", "with", "your",
};

class Layout {
 public:
  explicit Layout(TokenizedText* text)
      : text_(*text), lines_(text->lines) {}

  void Run(absl::Span<const GivenZone> zones) {
    FindLines();
    FindWrapWidth();
    JoinLines();
    FindZones();
    SetGivenZones(zones);
  }

 private:
  const Token& At(uint32_t i) const { return text_.tokens[i]; }

  void FindLines();
  void FindWrapWidth();
  void JoinLines();
  void FindZones();
  void SetGivenZones(absl::Span<const GivenZone> zones);

  bool BeginsInLowerCase(const TextLine& line) const;
  bool BeginsWithBullet(TokenRange line) const;
  bool EndsInStop(TokenRange line) const;
  bool CannotEndHere(TokenRange line) const;
  uint32_t Columns(TokenRange tokens) const;
  bool Joined(size_t next) const;
  bool MostlyForeign(TokenRange paragraph) const;
  bool EqualWords(TokenRange a, TokenRange b) const;
  bool SharesWords(TokenRange a, TokenRange b) const;
  bool TitleLike(TokenRange paragraph, uint32_t max_tokens) const;
  bool AllCapitalised(TokenRange paragraph) const;
  TokenRange Paragraph(size_t line, size_t* next) const;
  void SetZone(size_t line, Zone zone);

  TokenizedText& text_;
  std::vector<TextLine>& lines_;
  uint32_t wrap_width_ = 0;  // 0: the text is not hard-wrapped
};

// The tokenizer has put down where they begin.
void Layout::FindLines() {
  uint32_t number = 1;
  for (size_t n = 0; n < lines_.size(); ++n) {
    TextLine& line = lines_[n];
    const uint32_t first = line.tokens.begin;
    const uint32_t gap_begin = first > 0 ? At(first - 1).span.end : 0;
    const absl::string_view gap =
        text_.source.substr(gap_begin, At(first).span.begin - gap_begin);
    const uint32_t ends = CountLineEnds(gap);
    number += ends;
    line.number = number;
    // The paragraph separator, U+2029, opens a paragraph by itself.
    line.blank_before = first == 0 || ends > 1 ||
                        gap.find("\xE2\x80\xA9") != absl::string_view::npos;
    line.tokens.end = n + 1 < lines_.size()
                          ? lines_[n + 1].tokens.begin
                          : static_cast<uint32_t>(text_.tokens.size());
  }
}

bool Layout::BeginsInLowerCase(const TextLine& line) const {
  uint32_t i = line.tokens.begin;
  const uint32_t limit = std::min(line.tokens.end, i + 3);
  while (i < limit && (At(i).kind == TokenKind::kQuote || text_.IsChar(i, '(') ||
                       text_.IsChar(i, '['))) {
    ++i;
  }
  if (i == limit) return false;
  const Token& t = At(i);
  if (t.kind == TokenKind::kWord) return !t.Is(Token::kCapital);
  return t.kind == TokenKind::kPunctuation &&
         (text_.IsChar(i, ',') || text_.IsChar(i, ';') || text_.IsChar(i, ')'));
}

bool Layout::BeginsWithBullet(TokenRange line) const {
  const uint32_t first = line.begin;
  if (line.size() < 2) return false;
  const bool spaced = At(first + 1).Is(Token::kSpaceBefore);
  if (text_.IsChar(first, '*') || text_.IsChar(first, '-')) return spaced;
  if (At(first).kind == TokenKind::kSymbol) {
    for (absl::string_view bullet :
         {"\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x96\xAA", "\xE2\x97\xA6",
          "\xE2\x97\x8F", "\xE2\x96\xA0", "\xE2\x96\xBA", "\xC2\xB7",
          "\xE2\x81\x83", "\xE2\x9E\xA4", "\xE2\x96\xB6"}) {
      if (text_.Folded(first) == bullet) return true;
    }
    return false;
  }
  // "1. Then", "2) Then"
  return At(first).kind == TokenKind::kNumber && At(first).folded_size <= 3 &&
         line.size() > 2 && !spaced &&
         (text_.IsChar(first + 1, '.') || text_.IsChar(first + 1, ')')) &&
         At(first + 2).Is(Token::kSpaceBefore);
}

// Whether the line's last mark, behind closing quotes and brackets, is a full
// stop or one of its kin.
bool Layout::EndsInStop(TokenRange line) const {
  for (uint32_t i = line.end; i > line.begin; --i) {
    const Token& t = At(i - 1);
    if (t.kind == TokenKind::kQuote || t.mark == ')' || t.mark == ']') continue;
    if (t.kind == TokenKind::kWord) {
      return t.Is(Token::kAbbreviation) && i == line.end &&
             text_.folded[t.folded_begin + t.folded_size - 1] == '.';
    }
    if (t.kind != TokenKind::kPunctuation) return false;
    const char mark = text_.folded[t.folded_begin];
    return mark == '.' || mark == '!' || mark == '?';
  }
  return false;
}

bool Layout::CannotEndHere(TokenRange line) const {
  const uint32_t last = line.end - 1;
  if (text_.IsChar(last, ',')) return true;
  if (text_.IsChar(last, '.') && line.size() > 1 &&
      At(last - 1).Is(Token::kCapital) &&
      AbbreviationKind(At(last - 1).word) == Abbreviation::kTitle) {
    return true;
  }
  return At(last).kind == TokenKind::kWord && !At(last).Is(Token::kCapital) &&
         std::binary_search(std::begin(kNeverLast), std::end(kNeverLast),
                            text_.Folded(last));
}

// The code points from the first of `tokens` to the last.
uint32_t Layout::Columns(TokenRange tokens) const {
  const absl::string_view bytes = text_.Text(text_.SpanOf(tokens));
  uint32_t columns = 0;
  for (char c : bytes) columns += !IsUtf8Continuation(c);
  return columns;
}

// The width of a text whose lines were broken to fit: that of its widest line
// that goes on in lower case on the next.
void Layout::FindWrapWidth() {
  for (size_t i = 1; i < lines_.size(); ++i) {
    const TextLine& next = lines_[i];
    const TokenRange line = lines_[i - 1].tokens;
    if (next.blank_before || text_.SpanOf(line).size() > kMaxWrappedBytes ||
        !BeginsInLowerCase(next) || EndsInStop(line)) {
      continue;
    }
    const uint32_t columns = Columns(line);
    if (columns >= kMinWrappedColumns && columns <= kMaxWrappedColumns) {
      wrap_width_ = std::max(wrap_width_, columns);
    }
  }
}

// Whether line `next` carries on the line before it.
bool Layout::Joined(size_t next) const {
  if (lines_[next].blank_before) return false;
  const TokenRange line = lines_[next - 1].tokens;
  const TokenRange after = lines_[next].tokens;
  if (BeginsWithBullet(after)) return false;
  if (IsFurniture(text_, line) || IsFurniture(text_, after)) return false;
  if (BeginsInLowerCase(lines_[next])) {
    return wrap_width_ > 0 || !EndsInStop(line);
  }
  if (CannotEndHere(line)) return true;
  if (wrap_width_ == 0 || text_.SpanOf(line).size() > kMaxWrappedBytes) {
    return false;
  }
  // The first word of the next line would not have fitted into this one.
  uint32_t word_end = after.begin + 1;
  while (word_end < after.end && word_end - after.begin < 8 &&
         text_.Adjacent(word_end)) {
    ++word_end;
  }
  const uint32_t columns = Columns(line);
  return columns <= wrap_width_ + kRaggedColumns &&
         columns + 1 + Columns({after.begin, word_end}) + kRaggedColumns >
             wrap_width_;
}

void Layout::JoinLines() {
  uint32_t paragraph = 0;
  for (size_t i = 0; i < lines_.size(); ++i) {
    if (i > 0 && !Joined(i)) ++paragraph;
    lines_[i].paragraph = paragraph;
  }
}

// The tokens of the paragraph that begins with `line`, and the line after it.
TokenRange Layout::Paragraph(size_t line, size_t* next) const {
  TokenRange range = lines_[line].tokens;
  size_t i = line + 1;
  while (i < lines_.size() && lines_[i].paragraph == lines_[line].paragraph) {
    range.end = lines_[i].tokens.end;
    ++i;
  }
  *next = i;
  return range;
}

void Layout::SetZone(size_t line, Zone zone) {
  const uint32_t paragraph = lines_[line].paragraph;
  for (; line < lines_.size() && lines_[line].paragraph == paragraph; ++line) {
    lines_[line].zone = zone;
  }
}

// Folding takes Latin words to ASCII, so what is left beyond it is another
// script.  A line with a good part of it is a page's, not the article's.
bool Layout::MostlyForeign(TokenRange paragraph) const {
  if (text_.folds_to_ascii || paragraph.empty()) return false;
  uint32_t foreign = 0;
  uint32_t all = 0;
  for (uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
    const Token& t = At(i);
    if (t.kind != TokenKind::kWord || t.folded_size == 0) continue;
    all += t.span.size();
    if (static_cast<uint8_t>(text_.folded[t.folded_begin]) >= 0x80) {
      foreign += t.span.size();
    }
  }
  if (foreign == 0) return false;
  return EndsInStop(paragraph) ? foreign * 2 > all : foreign * 4 > all;
}

bool Layout::EqualWords(TokenRange a, TokenRange b) const {
  if (a.size() != b.size()) return false;
  for (uint32_t i = 0; i < a.size(); ++i) {
    if (At(a.begin + i).word != At(b.begin + i).word) return false;
  }
  return true;
}

// Whether at least half of the longer words of `a` are in `b`, both short.
bool Layout::SharesWords(TokenRange a, TokenRange b) const {
  if (a.size() > kMaxCaptionTokens || b.size() > kMaxCaptionTokens) return false;
  uint32_t all = 0;
  uint32_t shared = 0;
  for (uint32_t i = a.begin; i < a.end; ++i) {
    if (At(i).kind != TokenKind::kWord || At(i).folded_size < 4) continue;
    ++all;
    for (uint32_t j = b.begin; j < b.end; ++j) {
      if (At(i).word == At(j).word) {
        ++shared;
        break;
      }
    }
  }
  return all > 0 && shared * 2 >= all;
}

bool Layout::TitleLike(TokenRange paragraph, uint32_t max_tokens) const {
  if (paragraph.size() > max_tokens || EndsInStop(paragraph)) return false;
  const uint32_t last = paragraph.end - 1;
  for (char c : {',', ':', ';'}) {
    if (text_.IsChar(last, c)) return false;
  }
  uint32_t i = paragraph.begin;
  while (i < last && At(i).kind == TokenKind::kQuote) ++i;
  const Token& first = At(i);
  return first.kind == TokenKind::kNumber ||
         (first.kind == TokenKind::kWord && first.Is(Token::kCapital));
}

bool Layout::AllCapitalised(TokenRange paragraph) const {
  for (uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
    const Token& t = At(i);
    if (t.kind == TokenKind::kNumber) return false;
    if (t.kind == TokenKind::kWord && t.span.size() > 3 &&
        !t.Is(Token::kCapital)) {
      return false;
    }
  }
  return true;
}

void Layout::FindZones() {
  // Paragraphs that show by themselves what they are.
  size_t last_prose = lines_.size();
  bool blank_lines = false;
  bool foreign_text = false;
  {
    const TokenRange all = {0, static_cast<uint32_t>(text_.tokens.size())};
    foreign_text = MostlyForeign(all);
  }
  for (size_t i = 0, next = 0; i < lines_.size(); i = next) {
    const TokenRange p = Paragraph(i, &next);
    if (i > 0) blank_lines |= lines_[i].blank_before;
    if (IsFurniture(text_, p) || (!foreign_text && MostlyForeign(p))) {
      SetZone(i, Zone::kFurniture);
    } else if (BeginsWithBullet(p)) {
      SetZone(i, Zone::kListItem);
    } else if (p.size() <= kMaxCaptionTokens && EndsInCredit(text_, p)) {
      SetZone(i, Zone::kCaption);
    } else if (EndsInStop(p)) {
      last_prose = i;
    }
  }
  if (last_prose == lines_.size()) return;  // nothing to be above or below of

  bool head = true;
  TokenRange headline;
  size_t before = 0;  // the paragraph before this one
  TokenRange before_range;
  for (size_t i = 0, next = 0; i < lines_.size(); i = next) {
    const TokenRange p = Paragraph(i, &next);
    const size_t twin = before;
    const bool repeats = i > 0 && lines_[twin].zone != Zone::kFurniture &&
                         EqualWords(before_range, p);
    before = i;
    before_range = p;
    const TextLine& line = lines_[i];
    const bool followed = next < lines_.size();
    size_t after_next = next;
    if (line.zone == Zone::kListItem) head = false;
    if (line.zone != Zone::kProse) continue;
    const bool apart =
        !blank_lines ||
        (line.blank_before && (!followed || lines_[next].blank_before));
    if (!headline.empty() && EqualWords(p, headline)) {
      SetZone(i, Zone::kHeadline);
    } else if (repeats) {  // a picture's text and its caption
      SetZone(twin, Zone::kCaption);
      SetZone(i, Zone::kCaption);
    } else if (followed && !lines_[next].blank_before &&
               lines_[next].zone == Zone::kCaption && !EndsInStop(p) &&
               SharesWords(p, Paragraph(next, &after_next))) {
      SetZone(i, Zone::kCaption);  // the picture's text above its caption
    } else if (i > last_prose) {
      if (TitleLike(p, kMaxTitleTokens) && AllCapitalised(p)) {
        SetZone(i, Zone::kFurniture);
      }
    } else if (head && TitleLike(p, kMaxHeadlineTokens)) {
      SetZone(i, Zone::kHeadline);
      if (headline.empty()) headline = p;
    } else if (apart && TitleLike(p, kMaxTitleTokens)) {
      SetZone(i, Zone::kHeadline);
    } else if (EndsInStop(p)) {
      head = false;
    }
  }
}

void Layout::SetGivenZones(absl::Span<const GivenZone> zones) {
  std::vector<size_t> open;  // zones that hold the paragraph, inner ones last
  size_t next_zone = 0;
  for (size_t i = 0, next = 0; i < lines_.size() && !zones.empty(); i = next) {
    const uint32_t begin = At(Paragraph(i, &next).begin).span.begin;
    for (; next_zone < zones.size() && zones[next_zone].span.begin <= begin;
         ++next_zone) {
      open.push_back(next_zone);
    }
    while (!open.empty() && zones[open.back()].span.end <= begin) {
      open.pop_back();
    }
    if (!open.empty()) SetZone(i, zones[open.back()].zone);
  }
}

}  // namespace

uint32_t CountLineEnds(absl::string_view text) {
  uint32_t ends = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      ++ends;
    } else if (text[i] == '\n') {
      ends += i == 0 || text[i - 1] != '\r';
    }
  }
  return ends;
}

void FindLayout(absl::Span<const GivenZone> zones, TokenizedText* text) {
  Layout(text).Run(zones);
}

}  // namespace claimcheck
