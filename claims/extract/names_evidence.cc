#include "claims/extract/names_evidence.h"

namespace claimcheck {
namespace {

constexpr uint32_t kLongestAcronym = 6;

bool IsWord(const Token& token) { return token.kind == TokenKind::kWord; }

// Nothing but opening marks stands between `token` and the head of its
// sentence, of its line or of what follows a colon.
bool AtHead(const TokenizedText& text, uint32_t token) {
  const uint32_t begin = text.sentences[text.sentence_of[token]].tokens.begin;
  while (token > begin) {
    const Token& before = text.tokens[token - 1];
    if (text.tokens[token].Is(Token::kLineStart)) return true;
    if (before.kind == TokenKind::kQuote) {
      // Speech begins with a capital: what it hangs on does not matter.
      return before.quote == QuoteSide::kOpen;
    }
    if (before.kind == TokenKind::kWord || before.kind == TokenKind::kNumber) {
      return false;
    }
    if (text.IsChar(token - 1, ':')) return !text.Adjacent(token);
    if (text.IsChar(token - 1, '.') || text.IsChar(token - 1, ',') ||
        text.IsChar(token - 1, ';') || text.IsChar(token - 1, '/') ||
        text.IsChar(token - 1, '(') || text.IsChar(token - 1, '-')) {
      return false;
    }
    --token;  // a bullet, a bracket
  }
  return true;
}

}  // namespace

NameEvidence::NameEvidence(const DocumentAnalysis& doc) {
  flags_.resize(doc.text.tokens.size());
  styles_.resize(doc.text.sentences.size());
  MarkTimes(doc);
  MarkQuotes(doc.text);
  FindStyles(doc.text);
  CountWords(doc.text);
}

void NameEvidence::MarkTimes(const DocumentAnalysis& doc) {
  for (const TimeMention& time : doc.times) {
    for (uint32_t t = time.tokens.begin; t < time.tokens.end; ++t) {
      flags_[t] |= kTime;
    }
  }
}

void NameEvidence::MarkQuotes(const TokenizedText& text) {
  bool open = false;
  uint32_t paragraph = 0;
  for (uint32_t t = 0; t < text.tokens.size(); ++t) {
    const Sentence& sentence = text.sentences[text.sentence_of[t]];
    if (sentence.paragraph != paragraph) {
      paragraph = sentence.paragraph;
      open = false;  // a mark that is not closed ends with its paragraph
    }
    const Token& token = text.tokens[t];
    if (token.kind == TokenKind::kQuote && token.Is(Token::kDoubleQuote)) {
      open = token.quote == QuoteSide::kOpen;
    } else if (open) {
      flags_[t] |= kQuoted;
    }
  }
}

void NameEvidence::FindStyles(const TokenizedText& text) {
  for (uint32_t s = 0; s < text.sentences.size(); ++s) {
    const Sentence& sentence = text.sentences[s];
    uint32_t words = 0, shouted = 0, letters = 0, capitals = 0;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = text.tokens[t];
      if (!IsWord(token)) continue;
      if (token.folded_size >= 2) {
        ++words;
        shouted += token.Is(Token::kAllCaps);
      }
      // Short words stay small in titles; the first is large anywhere.
      if (token.folded_size >= 4 && t != sentence.tokens.begin) {
        ++letters;
        capitals += token.Is(Token::kCapital);
      }
    }
    const bool stopped =
        !sentence.tokens.empty() && text.IsChar(sentence.tokens.end - 1, '.');
    if (words >= 3 && shouted * 10 >= words * 7) {
      styles_[s] = Style::kAllCaps;
    } else if (letters >= 3 && capitals * 10 >= letters * 7 &&
               (!stopped || sentence.zone == Sentence::kHeadline)) {
      styles_[s] = Style::kTitleCase;
    }
  }
}

void NameEvidence::CountWords(const TokenizedText& text) {
  for (uint32_t t = 0; t < text.tokens.size(); ++t) {
    const Token& token = text.tokens[t];
    if (!IsWord(token)) continue;
    if (!token.Is(Token::kCapital)) {
      // What hangs on by a hyphen is a part of a word: "Jong-un".
      if (!(text.Adjacent(t) && text.IsChar(t - 1, '-'))) {
        uses_[token.word] |= kSmall;
      }
      continue;
    }
    if (styles_[text.sentence_of[t]] != Style::kProse || AtHead(text, t)) {
      continue;
    }
    // "AN EARTHQUAKE killed": words are shouted, acronyms are short.
    if (token.Is(Token::kAllCaps) && token.folded_size > kLongestAcronym) {
      continue;
    }
    flags_[t] |= kTelling;
    uses_[token.word] |= kCapital;
  }
}

}  // namespace claimcheck
