#include "claims/syntax/syntax_words.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace claimcheck {
namespace syntax {
namespace {

// Words that are two to the treebanks, by the length of the first.
struct Split {
  absl::string_view word;
  uint32_t first;
};
constexpr Split kSplits[] = {
    {"cannot", 3}, {"gonna", 3}, {"gotta", 3}, {"im", 1},    {"wanna", 3},
    {"gimme", 3},  {"lemme", 3}, {"dont", 2},  {"didnt", 3}, {"doesnt", 4},
    {"cant", 2},   {"isnt", 2},  {"alot", 1}};

class Cutter {
 public:
  Cutter(const TokenizedText& text, TokenRange range,
         std::vector<SyntaxWord>* words)
      : text_(text), range_(range), words_(*words) {}

  void Run() {
    uint32_t t = range_.begin;
    while (t < range_.end) {
      uint32_t end = AddressEnd(t);
      if (end == t) end = NumberEnd(t);
      if (end == t) end = RepeatedEnd(t);
      if (end == t) end = CompanyEnd(t);
      if (end == t) end = AbbreviationEnd(t);
      if (end == t) end = t + 1;
      if (end > t + 1 || !AddSplit(t)) {
        words_.push_back(
            {{text_.tokens[t].span.begin, text_.tokens[end - 1].span.end},
             {t, end}});
      }
      t = end;
    }
  }

 private:
  bool Joined(uint32_t t) const { return t < range_.end && text_.Adjacent(t); }
  bool Is(uint32_t t, TokenKind kind) const {
    return t < range_.end && text_.tokens[t].kind == kind;
  }

  // "www.example.org/page", "name@example.org", "https://...": all up to the
  // next space, without marks at the end.
  uint32_t AddressEnd(uint32_t t) const {
    if (!Is(t, TokenKind::kWord) || !Joined(t + 1)) return t;
    if (t > range_.begin && text_.Adjacent(t)) return t;
    bool address =
        text_.Folded(t) == "www" || absl::StartsWith(text_.Folded(t), "www.");
    uint32_t end = t + 1;
    while (Joined(end)) {
      address |= text_.IsChar(end, '@');
      address |= text_.IsChar(end, ':') && text_.IsChar(end + 1, '/') &&
                 text_.IsChar(end + 2, '/');
      ++end;
    }
    if (!address) return t;
    while (end > t + 1 && !Is(end - 1, TokenKind::kWord) &&
           !Is(end - 1, TokenKind::kNumber) && !text_.IsChar(end - 1, '/')) {
      --end;
    }
    return end;
  }

  // "11,000", "3.5", "10:30", "5th", "A320", "4/5".
  uint32_t NumberEnd(uint32_t t) const {
    uint32_t end = t;
    if (Is(t, TokenKind::kNumber)) {
      end = t + 1;
      while (Joined(end) && Joined(end + 1) &&
             Is(end + 1, TokenKind::kNumber) &&
             (text_.IsChar(end, ',') || text_.IsChar(end, '.') ||
              text_.IsChar(end, ':') || text_.IsChar(end, '/'))) {
        end += 2;
      }
      if (Joined(end) && Is(end, TokenKind::kWord) && IsPlain(end)) ++end;
      return end;
    }
    if (Is(t, TokenKind::kWord) && IsPlain(t) && Joined(t + 1) &&
        Is(t + 1, TokenKind::kNumber)) {
      end = t + 2;
      while (Joined(end) &&
             (Is(end, TokenKind::kWord) || Is(end, TokenKind::kNumber)) &&
             (!Is(end, TokenKind::kWord) || IsPlain(end))) {
        ++end;
      }
    }
    return end;
  }

  // Letters alone: no clitic.
  bool IsPlain(uint32_t t) const {
    return !absl::StrContains(text_.Folded(t), '\'');
  }

  // "...", "--", "!!!".
  uint32_t RepeatedEnd(uint32_t t) const {
    if (!Is(t, TokenKind::kPunctuation) && !Is(t, TokenKind::kSymbol)) return t;
    for (char c : {'.', '-', '!', '?', '*', '=', '_', '~'}) {
      if (!text_.IsChar(t, c)) continue;
      uint32_t end = t + 1;
      while (Joined(end) &&
             (text_.IsChar(end, c) ||
              ((c == '!' || c == '?') &&
               (text_.IsChar(end, '!') || text_.IsChar(end, '?'))))) {
        ++end;
      }
      return end > t + 1 ? end : t;
    }
    return t;
  }

  // "AT&T", "R&D".
  uint32_t CompanyEnd(uint32_t t) const {
    if (!Is(t, TokenKind::kWord) || !text_.tokens[t].Is(Token::kCapital)) {
      return t;
    }
    if (Joined(t + 1) && text_.IsChar(t + 1, '&') && Joined(t + 2) &&
        Is(t + 2, TokenKind::kWord) &&
        text_.tokens[t + 2].Is(Token::kCapital)) {
      return t + 3;
    }
    return t;
  }

  // "Mr." and "Inc." inside a sentence, which their full stop did not end;
  // "report.pdf".
  uint32_t AbbreviationEnd(uint32_t t) const {
    if (!Is(t, TokenKind::kWord) || !IsPlain(t)) return t;
    uint32_t end = t;
    for (uint32_t dot = t + 1; Joined(dot) && text_.IsChar(dot, '.');
         dot += 2) {
      if (dot + 1 >= range_.end || text_.IsChar(dot + 1, '.')) break;
      if (!Is(dot + 1, TokenKind::kWord) && !Is(dot + 1, TokenKind::kNumber)) {
        // "et al.," goes on; '."' may end the sentence.
        if (text_.IsChar(dot + 1, ',')) end = dot + 1;
        break;
      }
      if (!text_.Adjacent(dot + 1)) return dot + 1;
      end = dot + 2;
    }
    return end;
  }

  bool AddSplit(uint32_t t) {
    const Token& token = text_.tokens[t];
    if (token.kind != TokenKind::kWord) return false;
    const absl::string_view word = text_.Folded(t);
    for (const Split& split : kSplits) {
      if (split.word != word || token.span.size() != word.size()) continue;
      const uint32_t middle = token.span.begin + split.first;
      words_.push_back({{token.span.begin, middle}, {t, t + 1}});
      words_.push_back({{middle, token.span.end}, {t, t + 1}});
      return true;
    }
    return false;
  }

  const TokenizedText& text_;
  TokenRange range_;
  std::vector<SyntaxWord>& words_;
};

}  // namespace

void CutWords(const TokenizedText& text, TokenRange range,
              std::vector<SyntaxWord>* words) {
  words->clear();
  Cutter(text, range, words).Run();
}

}  // namespace syntax
}  // namespace claimcheck
