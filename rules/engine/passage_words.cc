#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// Longer lists, and longer items, are not taken apart.
constexpr uint32_t kMaxListTokens = 160;
constexpr uint32_t kMaxItemTokens = 14;

}  // namespace

bool IsWord(const DocumentAnalysis& doc, uint32_t token,
            std::initializer_list<absl::string_view> words) {
  if (token >= doc.text.tokens.size()) return false;
  const absl::string_view folded = doc.text.Folded(token);
  for (absl::string_view word : words) {
    if (folded == word) return true;
  }
  return false;
}

bool HasWord(const DocumentAnalysis& doc, TokenRange range,
             std::initializer_list<absl::string_view> words) {
  for (uint32_t t = range.begin; t < range.end; ++t) {
    if (IsWord(doc, t, words)) return true;
  }
  return false;
}

std::vector<TokenRange> SentencesAround(const DocumentAnalysis& doc,
                                        uint32_t sentence, uint32_t before,
                                        uint32_t after) {
  const std::vector<Sentence>& sentences = doc.text.sentences;
  const auto prose = [&](uint32_t s) { return sentences[s].IsProse(); };
  std::vector<TokenRange> out = {sentences[sentence].tokens};
  if (!prose(sentence)) return out;
  for (uint32_t i = 1; i <= before && i <= sentence; ++i) {
    if (!prose(sentence - i)) break;
    out.push_back(sentences[sentence - i].tokens);
  }
  for (uint32_t i = 1; i <= after && sentence + i < sentences.size(); ++i) {
    if (!prose(sentence + i)) break;
    out.push_back(sentences[sentence + i].tokens);
  }
  return out;
}

WordList ReadList(const DocumentAnalysis& doc, uint32_t token) {
  WordList list;
  if (token >= doc.text.tokens.size()) return list;
  const TokenRange sentence =
      doc.text.sentences[doc.text.sentence_of[token]].tokens;
  // Where the list ends, and whether semicolons part it.
  bool semicolons = false;
  uint32_t end = token;
  for (; end < sentence.end; ++end) {
    const Token& t = doc.text.tokens[end];
    if (end - token > kMaxListTokens) return {};
    if (t.kind == TokenKind::kQuote || doc.text.IsChar(end, '(') ||
        doc.text.IsChar(end, '[') || doc.text.IsChar(end, ':') ||
        doc.text.IsChar(end, '?')) {
      return {};
    }
    // A full stop within the sentence is an abbreviation's.
    if (doc.text.IsChar(end, '.') && end + 1 < sentence.end) continue;
    // A bracket closed here was opened before the list.
    if (doc.text.IsChar(end, '.') || doc.text.IsChar(end, '!') ||
        doc.text.IsChar(end, ')')) {
      break;
    }
    // A dash that stands free; "-" also folds from it.
    if (doc.text.IsChar(end, '-') && t.Is(Token::kSpaceBefore)) break;
    semicolons = semicolons || doc.text.IsChar(end, ';');
    if (IsWord(
            doc, end,
            {"including", "include",    "includes",     "included", "such",
             "like",      "among",      "amongst",      "other",    "others",
             "etc",       "more",       "some",         "mostly",   "mainly",
             "notably",   "especially", "respectively", "or",       "but",
             "then",      "which",      "who",          "that",     "where",
             "while",     "as",         "not",          "both",     "plus"})) {
      return {};
    }
  }
  const char separator = semicolons ? ';' : ',';
  TokenRange item = {token, token};
  uint32_t conjunctions = 0;
  bool closed = false;  // "and" stands before the last item
  const auto finish = [&](uint32_t at) {
    item.end = at;
    if (!item.empty()) list.items.push_back(item);
  };
  for (uint32_t t = token; t < end; ++t) {
    if (doc.text.IsChar(t, separator)) {
      if (item.begin == t) return {};
      finish(t);
      if (closed) return {};  // something follows the last item
      item.begin = t + 1;
      if (IsWord(doc, t + 1, {"and"})) {
        ++conjunctions;
        closed = true;
        item.begin = ++t + 1;
      }
    } else if (IsWord(doc, t, {"and"}) && !semicolons) {
      // A name may hold an "and" of its own: "Bosnia and Herzegovina".
      bool inside_name = false;
      for (uint32_t b = t > 4 ? t - 4 : 0; b < t; ++b) {
        for (const LexHit& hit : doc.lex.At(b)) {
          inside_name = inside_name || b + hit.tokens > t + 1;
        }
      }
      if (inside_name) continue;
      if (++conjunctions > 1 || item.begin == t) return {};
      finish(t);
      closed = true;
      item.begin = t + 1;
    }
  }
  finish(end);
  if (!closed || conjunctions != 1 || list.items.size() < 2) return {};
  for (const TokenRange& i : list.items) {
    if (i.size() > kMaxItemTokens) return {};
  }
  list.end = end;
  return list;
}

}  // namespace claimcheck
