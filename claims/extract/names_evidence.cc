#include "claims/extract/names_evidence.h"

#include <algorithm>
#include <iterator>

namespace claimcheck {
namespace {

constexpr uint32_t kLongestAcronym = 6;

bool IsWord(const Token& token) { return token.kind == TokenKind::kWord; }

// What hangs on by a hyphen is a part of a word: "Jong-un".
bool HangsOn(const TokenizedText& text, uint32_t t) {
  return text.Adjacent(t) && text.IsChar(t - 1, '-');
}

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
    if (before.IsWordOrNumber()) {
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

void NameEvidence::Read(const DocumentAnalysis& doc) {
  flags_.assign(doc.text.tokens.size(), 0);
  styles_.assign(doc.text.sentences.size(), Style::kProse);
  MarkTimes(doc);
  asked_.clear();
  quote_open_ = false;
  uint32_t paragraph = 0;
  for (uint32_t i = 0; i < doc.text.sentences.size(); ++i) {
    if (doc.text.sentences[i].paragraph != paragraph) {
      paragraph = doc.text.sentences[i].paragraph;
      quote_open_ = false;  // a mark that is not closed ends with its paragraph
    }
    ReadSentence(doc.text, i);
  }
  CountWords(doc.text);
}

void NameEvidence::MarkTimes(const DocumentAnalysis& doc) {
  for (const TimeMention& time : doc.times) {
    for (uint32_t t = time.tokens.begin; t < time.tokens.end; ++t) {
      flags_[t] |= kTime;
    }
  }
}

// Notes what is quoted and which words may be asked for, and finds the style.
void NameEvidence::ReadSentence(const TokenizedText& text, uint32_t index) {
  const Sentence& sentence = text.sentences[index];
  const TokenRange range = sentence.tokens;
  const Token* const tokens = text.tokens.data();
  bool quote_open = quote_open_;
  uint32_t words = 0, shouted = 0, letters = 0, capitals = 0;
  for (uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = tokens[t];
    if (!IsWord(token)) {
      if (token.kind == TokenKind::kQuote && token.Is(Token::kDoubleQuote)) {
        quote_open = token.quote == QuoteSide::kOpen;
      } else if (quote_open) {
        flags_[t] |= kQuoted;
      }
      continue;
    }
    if (quote_open) flags_[t] |= kQuoted;
    const bool capital = token.Is(Token::kCapital);
    if (capital || (!token.Is(Token::kSpaceBefore) && HangsOn(text, t))) {
      asked_.push_back(token.word);
    }
    if (token.folded_size >= 2) {
      ++words;
      shouted += token.Is(Token::kAllCaps);
    }
    // Short words stay small in titles; the first is large anywhere.
    if (token.folded_size >= 4 && t != range.begin) {
      ++letters;
      capitals += capital;
    }
  }
  quote_open_ = quote_open;
  const bool stopped = !range.empty() && text.IsChar(range.end - 1, '.');
  if (words >= 3 && shouted * 10 >= words * 7) {
    styles_[index] = Style::kAllCaps;
  } else if (letters >= 3 && capitals * 10 >= letters * 7 &&
             (!stopped || sentence.zone == Sentence::kHeadline)) {
    styles_[index] = Style::kTitleCase;
  }
}

void NameEvidence::CountWords(const TokenizedText& text) {
  const uint32_t count = static_cast<uint32_t>(text.tokens.size());
  const Token* const tokens = text.tokens.data();
  size_t size = 64;
  while (size < asked_.size() * 2) size *= 2;
  uses_.assign(size, WordUse());
  use_mask_ = size - 1;
  std::fill(std::begin(seen_), std::end(seen_), 0);
  for (uint32_t word : asked_) Take(word);
  for (uint32_t t = 0; t < count; ++t) {
    const Token& token = tokens[t];
    const uint32_t word = token.word;
    if ((seen_[word / 64 % kSeenWords] >> word % 64 & 1) == 0) continue;
    if (!IsWord(token)) continue;
    if (!token.Is(Token::kCapital)) {
      WordUse& use = uses_[Slot(word)];
      if (use.taken && !HangsOn(text, t)) use.bits |= kSmall;
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
    uses_[Slot(word)].bits |= kCapital;
  }
}

}  // namespace claimcheck
