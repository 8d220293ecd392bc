#ifndef CLAIMCHECK_CLAIMS_TEXT_TOKENS_H_
#define CLAIMCHECK_CLAIMS_TEXT_TOKENS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/span.h"

namespace claimcheck {

enum class TokenKind : uint8_t {
  kWord,         // letters; "U.S." and "a.m." are one token; clitics ('s, n't,
                 // 're, 've, 'll, 'd, 'm) are tokens of their own
  kNumber,       // a run of decimal digits only: "11,000" is three tokens
  kPunctuation,  // one character: . , ; : ! ? ( ) [ ] - / and dashes
  kQuote,        // one quotation mark; see `quote`
  kSymbol,       // one other character: $ % € + = °
};

// Which way a quotation mark faces.  Straight marks are decided by the spaces
// around them and by what is open; an apostrophe is never a kQuote token.
enum class QuoteSide : uint8_t { kNone, kOpen, kClose };

// One token.  Offsets are bytes of the original text.
//
// The *folded* form is what is compared: lower case, accents removed, curly
// quotation marks and all dashes made ASCII, full-width and other decimal
// digits made ASCII, look-alike letters of another script inside a Latin word
// replaced by the Latin ones, soft hyphens and zero-width characters dropped.
struct Token {
  enum Flag : uint8_t {
    kSpaceBefore = 1,   // white space (or the start of the text) before it
    kCapital = 2,       // first letter is upper case
    kAllCaps = 4,       // all letters are, and there are at least two
    kLineStart = 8,     // first token of its line
    kMixedScript = 16,  // a look-alike letter was folded: U+0421 in "Сosmodrome"
    kDoubleQuote = 32,  // for kQuote: a double mark
    kSentenceStart = 64,
    kAbbreviation = 128,  // a word whose full stop belongs to it: "U.S."
  };
  Span span;
  uint32_t word = 0;         // WordHash(folded form): equal words, equal ids
  uint32_t folded_begin = 0; // into TokenizedText::folded
  uint16_t folded_size = 0;
  TokenKind kind = TokenKind::kWord;
  QuoteSide quote = QuoteSide::kNone;
  uint8_t flags = 0;
  char mark = '\0';  // the folded form, when it is one byte

  bool Is(Flag flag) const { return (flags & flag) != 0; }
  bool IsWordOrNumber() const {
    return kind == TokenKind::kWord || kind == TokenKind::kNumber;
  }
};

// A sentence, headline, caption or list item.  Sentences tile the tokens:
// each token is in exactly one.
struct Sentence {
  TokenRange tokens;
  Span span;               // without the white space around it
  uint32_t paragraph = 0;  // counts from 0; a blank line or line break opens one
  uint32_t line = 1;       // of its first byte
  // A block quotation or table is known only where the document says so.
  enum Zone : uint8_t {
    kProse,
    kHeadline,
    kCaption,
    kListItem,
    kFurniture,
    kTable,
    kBlockQuote,
  };
  Zone zone = kProse;

  // Running text, whoever speaks.
  bool IsProse() const { return zone == kProse || zone == kBlockQuote; }
};

// A stretch of the text that its document says to be of a zone.
struct GivenZone {
  Span span;
  Sentence::Zone zone = Sentence::kProse;
};

// A line of the text with at least one token in it.  Lines tile the tokens.
struct TextLine {
  TokenRange tokens;
  uint32_t number = 1;        // from 1, as an editor counts (see source_text.h)
  uint32_t paragraph = 0;     // the lines of hard-wrapped text share one
  bool blank_before = false;  // the text begins here or a blank line is before
  Sentence::Zone zone = Sentence::kProse;  // of the paragraph
};

// A document's text cut into tokens and sentences.  Not owned: `source` must
// outlive it.  Reuse one object for many documents: its vectors keep their
// memory, so that a document costs no allocation in steady state.  Not
// thread-safe while being filled; const access is.
struct TokenizedText {
  absl::string_view source;
  std::string folded;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<uint32_t> sentence_of;  // token index -> sentence index
  std::vector<TextLine> lines;
  // The tokens that can end a sentence: '.', '!', '?' and "U.S."
  std::vector<uint32_t> stops;
  std::vector<uint32_t> numbers;  // the tokens that are kNumber
  bool folds_to_ascii = true;  // all of `folded`

  absl::string_view Text(Span span) const { return span.In(source); }
  absl::string_view Text(uint32_t token) const {
    return tokens[token].span.In(source);
  }
  absl::string_view Folded(uint32_t token) const {
    const Token& t = tokens[token];
    return absl::string_view(folded.data() + t.folded_begin, t.folded_size);
  }
  // The bytes from the first token of `range` to its last.
  Span SpanOf(TokenRange range) const {
    if (range.empty()) return {};
    return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
  // The tokens that begin within `span`.
  TokenRange TokensIn(Span span) const {
    const auto at = [this](uint32_t byte) {
      const auto first = std::lower_bound(
          tokens.begin(), tokens.end(), byte,
          [](const Token& t, uint32_t begin) { return t.span.begin < begin; });
      return static_cast<uint32_t>(first - tokens.begin());
    };
    return {at(span.begin), at(span.end)};
  }
  // True when `token` follows the one before it without white space.
  bool Adjacent(uint32_t token) const {
    return token > 0 && !tokens[token].Is(Token::kSpaceBefore);
  }
  // True for a token that is this one ASCII character ("-" also for dashes).
  bool IsChar(uint32_t token, char c) const {
    return token < tokens.size() && tokens[token].mark == c;
  }
  // What Tokenize() writes over from the first byte on keeps its size: to grow
  // again would fill it with noughts.
  void Clear() {
    source = {};
    tokens.clear();
    sentences.clear();
    lines.clear();
    stops.clear();
    numbers.clear();
    folds_to_ascii = true;
  }
};

// The hash of a word as it grows by eight bytes, or fewer at its end: those of
// the text from the lowest byte of `chunk` on, zeros above them.
struct WordHasher {
  uint64_t state = 0xcbf29ce484222325u;

  constexpr void Add(uint64_t chunk) {
    state = (state ^ chunk) * 0x9FB21C651E98DF25u;
    state ^= state >> 32;
  }
  constexpr uint32_t Finish(size_t size) const {
    return static_cast<uint32_t>((state ^ size) * 0x9E3779B97F4A7C15u >> 32);
  }
};

// Four bytes as a number, the first one lowest: one load, as compilers see.
constexpr uint64_t LowestFirst(const char* bytes) {
  return uint64_t{static_cast<uint8_t>(bytes[0])} |
         uint64_t{static_cast<uint8_t>(bytes[1])} << 8 |
         uint64_t{static_cast<uint8_t>(bytes[2])} << 16 |
         uint64_t{static_cast<uint8_t>(bytes[3])} << 24;
}

// The id of a folded word: 32 bits of a fixed hash, the same in every process
// and on every machine.
constexpr uint32_t WordHash(const char* data, size_t size) {
  WordHasher hasher;
  size_t left = size;
  for (; left >= 8; left -= 8, data += 8) {
    hasher.Add(LowestFirst(data) | LowestFirst(data + 4) << 32);
  }
  if (left >= 4) {
    // What both fours have is the same in both.
    hasher.Add(LowestFirst(data) |
               LowestFirst(data + left - 4) << (left - 4) * 8);
  } else if (left > 0) {
    const auto byte = [data](size_t i) {
      return uint64_t{static_cast<uint8_t>(data[i])} << i * 8;
    };
    hasher.Add(byte(0) | byte(left / 2) | byte(left - 1));
  }
  return hasher.Finish(size);
}
inline uint32_t WordHash(absl::string_view word) {
  return WordHash(word.data(), word.size());
}

// A bit of 64 for a word: what a set of such bits misses is none of its words.
constexpr uint64_t WordBit(uint32_t word) { return uint64_t{1} << word % 64; }

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_TEXT_TOKENS_H_
