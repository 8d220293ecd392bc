#include "claims/extract/flaws.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace claimcheck {
namespace {

// Shorter paragraphs are refrains, bylines and names of sections.
constexpr uint32_t kLeastRepeatedWords = 12;

class Finder {
 public:
  explicit Finder(const DocumentAnalysis& doc) : doc_(doc), text_(doc.text) {}

  std::vector<TextFlaw> Find() {
    FindLookAlikes();
    FindParagraphs();
    FindLoneQuotes();
    FindRepeated();
    FindNotIntroduced();
    std::sort(flaws_.begin(), flaws_.end(),
              [](const TextFlaw& a, const TextFlaw& b) {
                return std::make_tuple(a.sentence, a.span.begin, a.kind) <
                       std::make_tuple(b.sentence, b.span.begin, b.kind);
              });
    return std::move(flaws_);
  }

 private:
  // The tokens of one paragraph of running text.
  struct Paragraph {
    TokenRange tokens;
    bool prose = true;
  };

  void Add(FlawKind kind, uint32_t token, Span span, Span other = {}) {
    flaws_.push_back({kind, text_.sentence_of[token], span, other});
  }

  // "Hα", "ρna": in short words a Greek letter is one of a formula.
  bool IsSymbol(uint32_t t) const {
    constexpr size_t kShort = 5;
    const absl::string_view word = text_.Text(text_.tokens[t].span);
    return text_.tokens[t].folded_size < kShort &&
           std::any_of(word.begin(), word.end(), [](char c) {
             const uint8_t byte = static_cast<uint8_t>(c);
             return byte == 0xCE || byte == 0xCF;  // the Greek block
           });
  }

  void FindLookAlikes() {
    for (uint32_t t = 0; t < text_.tokens.size(); ++t) {
      const Token& token = text_.tokens[t];
      if (token.Is(Token::kMixedScript) && !IsSymbol(t)) {
        Add(FlawKind::kLookAlike, t, token.span);
      }
    }
  }

  void FindParagraphs() {
    for (const Sentence& sentence : text_.sentences) {
      if (sentence.tokens.empty()) continue;
      const bool prose = sentence.IsProse();
      if (!paragraphs_.empty() && last_paragraph_ == sentence.paragraph) {
        paragraphs_.back().tokens.end = sentence.tokens.end;
        paragraphs_.back().prose &= prose;
      } else {
        paragraphs_.push_back({sentence.tokens, prose});
      }
      last_paragraph_ = sentence.paragraph;
    }
  }

  bool IsDouble(uint32_t t) const {
    return text_.tokens[t].kind == TokenKind::kQuote &&
           text_.tokens[t].Is(Token::kDoubleQuote);
  }

  // The marks of English that say which way they face.  Guillemets are arrows
  // on web pages.
  static bool IsCurly(absl::string_view mark) {
    return mark == "“" || mark == "”";
  }

  void FindLoneQuotes() {
    for (size_t p = 0; p < paragraphs_.size(); ++p) {
      if (!paragraphs_[p].prose) continue;
      const TokenRange range = paragraphs_[p].tokens;
      uint32_t open = kNone;
      bool odd = false;
      for (uint32_t t = range.begin; t < range.end; ++t) {
        if (!IsDouble(t)) continue;
        if (!IsCurly(text_.Text(t))) {
          odd = true;  // of straight marks only their number could tell
          break;
        }
        if (text_.tokens[t].quote == QuoteSide::kOpen) {
          if (open != kNone) break;  // a quotation inside another; or worse
          open = t;
        } else if (open == kNone && t != range.begin) {
          Add(FlawKind::kLoneQuote, t, text_.tokens[t].span);
        } else {
          open = kNone;
        }
      }
      if (odd || open == kNone) continue;
      // A quotation of several paragraphs opens each and closes the last.
      const bool goes_on =
          p + 1 < paragraphs_.size() && IsDouble(paragraphs_[p + 1].tokens.begin);
      if (!goes_on) {
        Add(FlawKind::kLoneQuote, open, text_.tokens[open].span);
      }
    }
  }

  bool IsPlainWord(uint32_t t) const {
    return text_.tokens[t].kind == TokenKind::kWord ||
           text_.tokens[t].kind == TokenKind::kNumber;
  }

  // The words and numbers of two paragraphs are the same.
  bool SameWords(TokenRange a, TokenRange b) const {
    uint32_t s = a.begin, t = b.begin;
    while (true) {
      while (s < a.end && !IsPlainWord(s)) ++s;
      while (t < b.end && !IsPlainWord(t)) ++t;
      if (s == a.end || t == b.end) return s == a.end && t == b.end;
      if (text_.tokens[s++].word != text_.tokens[t++].word) return false;
    }
  }

  void FindRepeated() {
    absl::flat_hash_map<uint64_t, TokenRange> seen;  // by a hash of the words
    for (const Paragraph& paragraph : paragraphs_) {
      if (!paragraph.prose || paragraph.tokens.size() < kLeastRepeatedWords) {
        continue;
      }
      constexpr uint64_t kFactor = 0x9E3779B97F4A7C15u;
      uint64_t hash = 0;
      uint32_t words = 0;
      for (uint32_t t = paragraph.tokens.begin; t < paragraph.tokens.end; ++t) {
        if (!IsPlainWord(t)) continue;
        hash = (hash ^ text_.tokens[t].word) * kFactor;
        ++words;
      }
      if (words < kLeastRepeatedWords) continue;
      const auto [first, fresh] = seen.try_emplace(hash ^ hash >> 32, paragraph.tokens);
      if (!fresh && SameWords(first->second, paragraph.tokens)) {
        Add(FlawKind::kRepeated, paragraph.tokens.begin, text_.SpanOf(paragraph.tokens),
            text_.SpanOf(first->second));
      }
    }
  }

  // Where a person stands by one word of the name in running text, and the text
  // gives the whole name only later.
  void FindNotIntroduced() {
    std::vector<uint32_t> bare(doc_.entities.size(), kNone);
    std::vector<bool> done(doc_.entities.size(), false);
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.form != NameMention::kName || name.entity == kNone) continue;
      const uint32_t e = name.entity;
      const Entity& entity = doc_.entities[e];
      if (done[e] || entity.type != NameType::kPerson || entity.plural ||
          !text_.sentences[name.sentence].IsProse()) {
        continue;
      }
      const bool whole = name.tokens.size() > 1;
      const bool titled = name.phrase.size() > name.tokens.size();
      if (!whole && !titled) {
        if (bare[e] == kNone) bare[e] = n;
        continue;
      }
      done[e] = true;  // introduced, in full or by what the person is
      if (bare[e] == kNone || !whole) continue;
      const NameMention& first = doc_.names[bare[e]];
      Add(FlawKind::kNotIntroduced, first.tokens.begin, first.span, name.span);
    }
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  std::vector<Paragraph> paragraphs_;
  uint32_t last_paragraph_ = 0;
  std::vector<TextFlaw> flaws_;
};

}  // namespace

std::vector<TextFlaw> FindFlaws(const DocumentAnalysis& doc) {
  return Finder(doc).Find();
}

}  // namespace claimcheck
