#include "claims/text/sentences.h"

#include <algorithm>

#include "claims/text/abbreviations.h"
#include "claims/text/dateline.h"
#include "claims/text/layout.h"

namespace claimcheck {
namespace {

// How far the tests for an address and for a speaker look, in tokens.
constexpr uint32_t kAddressReach = 64;
constexpr uint32_t kSpeakerReach = 5;
// How many closing marks one sentence takes with it.
constexpr uint32_t kCloserReach = 32;
// A place and a dash are taken for a dateline in this many paragraphs at most.
constexpr uint32_t kTopParagraphs = 4;

class Splitter {
 public:
  explicit Splitter(TokenizedText* text)
      : out_(*text),
        tokens_(text->tokens),
        stops_(text->stops),
        count_(static_cast<uint32_t>(text->tokens.size())) {}

  void Run(absl::Span<const GivenZone> zones);

 private:
  const Token& At(uint32_t i) const { return tokens_[i]; }
  bool Is(uint32_t i, char c) const { return At(i).mark == c; }
  bool Word(uint32_t i) const { return At(i).kind == TokenKind::kWord; }
  bool Number(uint32_t i) const { return At(i).kind == TokenKind::kNumber; }
  bool Capital(uint32_t i) const { return At(i).Is(Token::kCapital); }
  bool SpaceBefore(uint32_t i) const { return At(i).Is(Token::kSpaceBefore); }
  bool Opens(uint32_t i) const {
    return (At(i).kind == TokenKind::kQuote &&
            At(i).quote == QuoteSide::kOpen) ||
           Is(i, '(') || Is(i, '[');
  }

  // The mark of a token that can end a sentence: '.', '!' or '?'; 0 for others.
  char Stop(uint32_t i) const;
  bool Closes(uint32_t i) const;
  uint32_t BehindClosers(uint32_t stop) const;
  bool LastLetterIsLower(uint32_t word) const;
  bool InsideAddress(uint32_t stop) const;
  bool SpeakerFollows(uint32_t next) const;
  bool UnspacedStopEnds(uint32_t stop, char mark, uint32_t next,
                        uint32_t head) const;
  bool FullStopEnds(uint32_t stop, uint32_t next, uint32_t head) const;
  bool Ends(uint32_t stop, char mark, uint32_t next) const;
  uint32_t EndOfSentence(uint32_t first);
  uint32_t BehindDateline(uint32_t first, const TextLine& line) const;
  void Add(uint32_t first, uint32_t end, const TextLine& line);

  TokenizedText& out_;
  std::vector<Token>& tokens_;
  const std::vector<uint32_t>& stops_;
  const uint32_t count_;
  uint32_t limit_ = 0;  // end of the paragraph
  size_t stop_ = 0;     // in stops_: the first that may end a sentence
};

char Splitter::Stop(uint32_t i) const {
  const Token& t = At(i);
  if (t.kind == TokenKind::kWord) {
    return t.Is(Token::kAbbreviation) &&
                   out_.folded[t.folded_begin + t.folded_size - 1] == '.'
               ? '.'
               : '\0';
  }
  if (t.kind != TokenKind::kPunctuation) return '\0';
  const char c = out_.folded[t.folded_begin];
  return c == '.' || c == '!' || c == '?' ? c : '\0';
}

bool Splitter::Closes(uint32_t i) const {
  const Token& t = At(i);
  if (t.kind == TokenKind::kQuote) return t.quote == QuoteSide::kClose;
  return Is(i, ')') || Is(i, ']') ||
         (t.kind == TokenKind::kPunctuation && Stop(i) != '\0');
}

// The token after `stop` and all that belongs to it: further stops, closing
// marks and brackets, "[12]" of a reference.
uint32_t Splitter::BehindClosers(uint32_t stop) const {
  const uint32_t reach = std::min(limit_, stop + 1 + kCloserReach);
  uint32_t i = stop + 1;
  while (i < reach) {
    if (!SpaceBefore(i)) {
      if (Closes(i)) {
        ++i;
        continue;
      }
      if (i + 2 < limit_ && Is(i, '[') && Number(i + 1) && Is(i + 2, ']')) {
        i += 3;
        continue;
      }
      return i;
    }
    // "in May. [12] The"
    if (i + 2 < limit_ && Is(i, '[') && Number(i + 1) && Is(i + 2, ']')) {
      i += 3;
      continue;
    }
    // Texts cut into words beforehand have spaces round the mark.
    const bool spaced_mark =
        Is(i, ')') || Is(i, ']') ||
        (At(i).kind == TokenKind::kQuote && At(i).quote == QuoteSide::kClose &&
         (i + 1 == limit_ || SpaceBefore(i + 1)));
    if (!spaced_mark) return i;
    ++i;
  }
  return i;
}

bool Splitter::LastLetterIsLower(uint32_t word) const {
  const char c = out_.source[At(word).span.end - 1];
  return (c >= 'a' && c <= 'z') || static_cast<uint8_t>(c) >= 0x80;
}

// "Amazon.Com", "www.Example.Org/A.B", "Ann.Lee@example.com"
bool Splitter::InsideAddress(uint32_t stop) const {
  if (stop + 1 < limit_ && IsTopLevelDomain(At(stop + 1).word)) return true;
  uint32_t i = stop;
  for (uint32_t n = 0; i > 0 && n < kAddressReach && !SpaceBefore(i); ++n) {
    --i;
    if (Is(i, '@') || Is(i, '/')) return true;
    if (out_.Folded(i) == "www") return true;
  }
  i = stop + 1;
  for (uint32_t n = 0; i < limit_ && n < kAddressReach && !SpaceBefore(i); ++n) {
    if (Is(i, '@') || Is(i, '/')) return true;
    ++i;
  }
  return false;
}

// `"Really?" Ann Lee asked.`: the quotation goes on to its speaker.
bool Splitter::SpeakerFollows(uint32_t next) const {
  const uint32_t end = std::min(limit_, next + kSpeakerReach);
  for (uint32_t i = next; i < end && Word(i); ++i) {
    if (IsSayVerb(At(i).word)) return i > next;
    if (!Capital(i)) return false;
  }
  return false;
}

// "in Kyiv.Moscow has denied it" and "said no.“We": the space is missing.
bool Splitter::UnspacedStopEnds(uint32_t stop, char mark, uint32_t next,
                                uint32_t head) const {
  if (!Capital(head) || !Word(head) || InsideAddress(stop)) return false;
  if (mark != '.' || next > stop + 1) return true;
  if (stop == 0 || SpaceBefore(stop) || At(head).Is(Token::kAllCaps)) {
    return false;
  }
  const Token& before = At(stop - 1);
  if (before.kind == TokenKind::kNumber) return before.span.size() >= 4;
  return before.kind == TokenKind::kWord && before.span.size() > 1 &&
         LastLetterIsLower(stop - 1) &&
         (head > next || At(head).span.size() > 1);
}

// A full stop with a space behind it, and `next` not in lower case.
bool Splitter::FullStopEnds(uint32_t stop, uint32_t next,
                            uint32_t head) const {
  const bool starter = Word(head) && StartsSentences(At(head).word);
  const bool quoted_sentence = head > next && Capital(head);
  const Token& t = At(stop);
  const bool closed = next > stop + 1;
  if (t.kind == TokenKind::kWord) {  // "U.S.", "a.m."
    if (AbbreviationKind(At(stop).word) == Abbreviation::kNever) {
      return false;
    }
    return starter || quoted_sentence || closed || At(next).Is(Token::kLineStart);
  }
  if (closed || t.folded_size > 1) return true;
  if (stop == 0) return true;
  // ". . ." is an ellipsis or a row of dots.
  if (SpaceBefore(stop)) return !Is(stop - 1, '.') || starter;
  if (!Word(stop - 1)) return true;
  const Token& before = At(stop - 1);
  if (before.span.size() == 1) {
    // "J. Smith", "c. 1871", "b. March 1990"; but "It was I. The"
    if (before.Is(Token::kCapital)) return starter || !Word(head);
    return starter || quoted_sentence || (!Word(head) && !Number(head));
  }
  switch (AbbreviationKind(before.word)) {
    case Abbreviation::kNone:
      return true;
    case Abbreviation::kTitle:
      return starter || !before.Is(Token::kCapital);
    case Abbreviation::kNumbered:
      return !Number(head);
    case Abbreviation::kDay:
      return !before.Is(Token::kCapital) || !Number(head);
    case Abbreviation::kEither:
      return starter || quoted_sentence;
    case Abbreviation::kNever:
      return false;
  }
  return true;
}

// Whether the mark at `stop` ends its sentence; `next` comes behind it.
bool Splitter::Ends(uint32_t stop, char mark, uint32_t next) const {
  if (next >= limit_) return true;
  // What the next sentence would begin with, behind its opening marks.
  uint32_t head = next;
  while (head + 1 < limit_ && head < next + 3 && Opens(head)) ++head;
  if (head == next && Word(head) && !Capital(head)) {
    // A clitic or a word in lower case; other scripts have no case.
    return static_cast<uint8_t>(out_.source[At(head).span.begin]) >= 0xD6 &&
           SpaceBefore(next);
  }
  if (!SpaceBefore(next)) return UnspacedStopEnds(stop, mark, next, head);
  if (Is(next, ',') || Is(next, ';') || Is(next, ':') || Is(next, '.')) {
    return false;
  }
  if (mark != '.') {
    const bool quoted = At(next - 1).kind == TokenKind::kQuote;
    return !(quoted && SpeakerFollows(next));
  }
  if (Is(next, '-')) return false;
  return FullStopEnds(stop, next, head);
}

uint32_t Splitter::EndOfSentence(uint32_t first) {
  uint32_t from = first;
  // The number of a list's item ends nothing.
  if (Number(first) && At(first).Is(Token::kLineStart) && first + 2 < limit_ &&
      At(first).folded_size <= 3 && Is(first + 1, '.')) {
    from = first + 2;
  }
  const uint32_t limit = std::min(limit_, first + kMaxSentenceTokens);
  const uint32_t last_byte = At(first).span.begin + kMaxSentenceBytes;
  for (;; ++stop_) {
    while (stop_ < stops_.size() && stops_[stop_] < from) ++stop_;
    const uint32_t stop =
        stop_ < stops_.size() ? std::min(stops_[stop_], limit) : limit;
    // The bytes run out before the next stop.
    const uint32_t last = std::min(stop, limit - 1);
    if (At(last).span.end > last_byte) {
      uint32_t i = std::max(from, first + 1);
      while (i < limit && At(i).span.end <= last_byte) ++i;
      if (i <= stop) return i;
    }
    if (stop == limit) return limit;
    const uint32_t next = BehindClosers(stop);
    if (next - first > kMaxSentenceTokens) {
      from = stop + 1;
      continue;
    }
    if (Ends(stop, Stop(stop), next)) return next;
    from = next;
  }
}

void Splitter::Add(uint32_t first, uint32_t end, const TextLine& line) {
  Sentence s;
  s.tokens = {first, end};
  s.span = out_.SpanOf(s.tokens);
  s.line = line.number;
  s.paragraph = line.paragraph;
  s.zone = line.zone;
  tokens_[first].flags |= Token::kSentenceStart;
  std::fill(out_.sentence_of.begin() + first, out_.sentence_of.begin() + end,
            static_cast<uint32_t>(out_.sentences.size()));
  out_.sentences.push_back(s);
}

// The token behind the dateline of the paragraph at `first`, or `first`.
uint32_t Splitter::BehindDateline(uint32_t first, const TextLine& line) const {
  if (line.zone != Sentence::kProse) return first;
  return DatelineEnd(out_, {first, limit_}, line.paragraph < kTopParagraphs);
}

void Splitter::Run(absl::Span<const GivenZone> zones) {
  FindLayout(zones, &out_);
  out_.sentence_of.resize(count_);
  const std::vector<TextLine>& lines = out_.lines;
  size_t line = 0;  // the one that holds `first`
  for (uint32_t first = 0; first < count_;) {
    while (first >= lines[line].tokens.end) ++line;
    if (first >= limit_) {  // a new paragraph
      size_t last = line;
      while (last + 1 < lines.size() &&
             lines[last + 1].paragraph == lines[line].paragraph) {
        ++last;
      }
      limit_ = lines[last].tokens.end;
      const uint32_t report = BehindDateline(first, lines[line]);
      if (report > first) {
        Add(first, report, lines[line]);
        out_.sentences.back().zone = Sentence::kFurniture;
        first = report;
        continue;
      }
    }
    const uint32_t end = EndOfSentence(first);
    Add(first, end, lines[line]);
    first = end;
  }
}

}  // namespace

void SplitSentences(absl::Span<const GivenZone> zones, TokenizedText* text) {
  Splitter(text).Run(zones);
}

}  // namespace claimcheck
