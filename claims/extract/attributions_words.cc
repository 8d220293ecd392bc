#include "claims/extract/attributions_words.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/extract/word_filter.h"

namespace claimcheck {
namespace {

constexpr uint32_t kTo = WordHash("to", 2), kThat = WordHash("that", 4),
                   kClitic = WordHash("'s", 2), kMay = WordHash("may", 3);

constexpr WordFilter kKnownByIds({kTo, kThat, kClitic});

// The classes of words that are more than kWord, adverbs in -ly aside.
constexpr uint64_t kClosed =
    Bit(Lex::kWeekday) | Bit(Lex::kTimeDeictic) | Bit(Lex::kPronoun) |
    Bit(Lex::kAuxiliary) | Bit(Lex::kDeterminer) | Bit(Lex::kConjunction) |
    Bit(Lex::kPreposition);
constexpr uint64_t kVerbs =
    Bit(Lex::kSayVerb) | Bit(Lex::kSayNoun) | Bit(Lex::kEventVerb);
constexpr uint64_t kTold =
    kClosed | kVerbs | Bit(Lex::kStopWord) | Bit(Lex::kNegationCue);

class Tagger {
 public:
  Tagger(const DocumentAnalysis& doc, std::vector<RoleTag>* tags,
         std::vector<uint8_t>* titles)
      : doc_(doc),
        text_(doc.text),
        lex_(doc.lex),
        tags_(*tags),
        titles_(*titles) {}

  void Run() {
    const uint32_t size = static_cast<uint32_t>(text_.tokens.size());
    tags_.resize(size);
    titles_.resize(text_.sentences.size());
    for (size_t s = 0; s < titles_.size(); ++s) {
      const TokenRange tokens = text_.sentences[s].tokens;
      title_ = TitleCase(tokens);
      titles_[s] = title_;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) tags_[t] = TagOf(t);
    }
    for (const TimeMention& time : doc_.times) {
      if (time.value.kind != TimeKind::kDate) continue;
      for (uint32_t t = time.tokens.begin; t < time.tokens.end; ++t) {
        if (tags_[t] == RoleTag::kWord) tags_[t] = RoleTag::kTime;
      }
    }
  }

 private:
  // All longer words have a capital.
  bool TitleCase(TokenRange sentence) const {
    int words = 0;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const Token& token = text_.tokens[t];
      if (token.kind != TokenKind::kWord || token.folded_size < 4) continue;
      if (!token.Is(Token::kCapital) && token.folded_size > 4) return false;
      words += token.Is(Token::kCapital);
    }
    return words >= 3;
  }

  RoleTag TagOf(uint32_t t) const {
    const Token& token = text_.tokens[t];
    if (token.kind == TokenKind::kWord) {
      // Most words are in none of these lists.
      const uint64_t mask = lex_.Mask(t);
      return (mask & kTold) == 0 && !kKnownByIds.MayHave(token.word)
                 ? Untold(t)
                 : Word(t, mask);
    }
    switch (token.kind) {
      case TokenKind::kQuote:
        return text_.tokens[t].quote == QuoteSide::kClose ? RoleTag::kCloseQuote
                                                          : RoleTag::kOpenQuote;
      case TokenKind::kNumber:
        return RoleTag::kNumber;
      case TokenKind::kPunctuation:
        return Punctuation(t);
      case TokenKind::kSymbol:
        return RoleTag::kSymbol;
      case TokenKind::kWord:
        break;
    }
    return RoleTag::kSymbol;
  }

  RoleTag Punctuation(uint32_t t) const {
    char mark = text_.tokens[t].mark;
    if (mark == '\0') {  // folded to more than one: an ellipsis
      const absl::string_view folded = text_.Folded(t);
      if (!folded.empty()) mark = folded[0];
    }
    switch (mark) {
      case ',':
        return RoleTag::kComma;
      case '.':
        return Abbreviates(t) ? RoleTag::kWord : RoleTag::kStop;
      case '!':
      case '?':
        return RoleTag::kStop;
      case ':':
        return RoleTag::kColon;
      case ';':
        return RoleTag::kBreak;
      case '(':
      case '[':
        return RoleTag::kOpenParen;
      case ')':
      case ']':
        return RoleTag::kCloseParen;
      case '-':
        // A hyphen ties words together, a dash parts them.
        return text_.Adjacent(t) &&
                       text_.Adjacent(t + 1 < tags_.size() ? t + 1 : t) &&
                       text_.tokens[t].span.size() == 1
                   ? RoleTag::kWord
                   : RoleTag::kBreak;
      default:
        return RoleTag::kSymbol;
    }
  }

  // "Mr.", "Fla.": a full stop that ends no sentence.
  bool Abbreviates(uint32_t t) const {
    return text_.Adjacent(t) && text_.tokens[t - 1].kind == TokenKind::kWord &&
           t + 1 < tags_.size() &&
           text_.tokens[t + 1].kind != TokenKind::kQuote &&
           text_.sentence_of[t + 1] == text_.sentence_of[t];
  }

  // The entry of `cls` for this one token, or null.
  const LexEntry* One(uint32_t t, Lex cls) const {
    if (!lex_.Has(t, cls)) return nullptr;
    for (const LexHit& hit : lex_.At(t)) {
      if (hit.cls == cls && hit.tokens == 1) return hit.entry;
    }
    return nullptr;
  }

  // A verb by which a stand is taken, or null.
  const LexEntry* Act(uint32_t t) const {
    if (!lex_.Has(t, Lex::kSayNoun)) return nullptr;
    for (const LexHit& hit : lex_.At(t)) {
      if (hit.cls == Lex::kSayNoun && hit.tokens == 1 &&
          hit.entry->HasTag("act") && !hit.entry->HasTag("adjective")) {
        return hit.entry;
      }
    }
    return nullptr;
  }

  RoleTag Untold(uint32_t t) const {
    return EndsInLy(t) && !IsName(t) ? RoleTag::kAdverb : RoleTag::kWord;
  }

  RoleTag Word(uint32_t t, uint64_t mask) const {
    const Token& token = text_.tokens[t];
    if (token.word == kClitic) return Clitic(t);
    if (token.word == kTo) return RoleTag::kTo;
    if (token.word == kThat) return RoleTag::kThat;
    if ((mask & kTold) == 0) return Untold(t);
    const bool name = IsName(t);
    if ((mask & kClosed) != 0) {
      if (One(t, Lex::kWeekday) || One(t, Lex::kTimeDeictic)) {
        return RoleTag::kTime;
      }
      if (const LexEntry* pronoun = One(t, Lex::kPronoun)) {
        if (token.Is(Token::kAllCaps)) return RoleTag::kWord;  // "US"
        if (pronoun->HasTag("relative")) {
          return pronoun->HasTag("possessive") ? RoleTag::kPossessive
                                               : RoleTag::kRelative;
        }
        return pronoun->HasTag("possessive") && !pronoun->HasTag("object")
                   ? RoleTag::kPossessive
                   : RoleTag::kPronoun;
      }
      if (One(t, Lex::kAuxiliary) && !(name && token.word == kMay)) {
        return RoleTag::kAuxiliary;
      }
      if (One(t, Lex::kDeterminer) && !name) return RoleTag::kDeterminer;
      if (const LexEntry* conjunction = One(t, Lex::kConjunction)) {
        return conjunction->HasTag("coordinating") ? RoleTag::kCoordinator
                                                   : RoleTag::kSubordinator;
      }
      if (One(t, Lex::kPreposition) && !name) return RoleTag::kPreposition;
    }
    if (name) return RoleTag::kWord;
    if (EndsInLy(t) || One(t, Lex::kStopWord) || One(t, Lex::kNegationCue)) {
      return RoleTag::kAdverb;
    }
    return (mask & kVerbs) != 0 && IsVerb(t, text_.Folded(t)) ? RoleTag::kVerb
                                                              : RoleTag::kWord;
  }

  // In the middle of a sentence a capital makes a name of most words.
  bool IsName(uint32_t t) const {
    const Token& token = text_.tokens[t];
    return token.Is(Token::kCapital) && !token.Is(Token::kSentenceStart) &&
           t > 0 && tags_[t - 1] != RoleTag::kOpenQuote &&
           token.folded_size > 1 && !title_;
  }

  // "Ada's house" or "Ada's gone".
  RoleTag Clitic(uint32_t t) const {
    if (t == 0) return RoleTag::kClitic;
    const RoleTag before = tags_[t - 1];
    return before == RoleTag::kPronoun || before == RoleTag::kThat ||
                   before == RoleTag::kRelative
               ? RoleTag::kAuxiliary
               : RoleTag::kClitic;
  }

  // As an adverb does.
  bool EndsInLy(uint32_t t) const {
    const Token& token = text_.tokens[t];
    if (token.folded_size <= 4 ||
        text_.folded[token.folded_begin + token.folded_size - 1] != 'y') {
      return false;
    }
    return IsAdverbInLy(text_.Folded(t));
  }
  static bool IsAdverbInLy(absl::string_view word) {
    if (word[word.size() - 2] != 'l') return false;
    return word != "family" && word != "reply" && word != "assembly" &&
           word != "supply" && word != "italy";
  }

  // A finite form that no determiner makes a noun of.
  bool IsVerb(uint32_t t, absl::string_view word) const {
    const LexEntry* entry = One(t, Lex::kSayVerb);
    if (entry == nullptr) entry = Act(t);
    if (entry == nullptr && !One(t, Lex::kEventVerb)) return false;
    if (absl::EndsWith(word, "ing")) return false;
    if (t == 0 || text_.sentence_of[t] != text_.sentence_of[t - 1])
      return false;
    const bool base = entry != nullptr && word == entry->id;
    switch (tags_[t - 1]) {
      case RoleTag::kDeterminer:
      case RoleTag::kPossessive:
      case RoleTag::kClitic:
      case RoleTag::kPreposition:
      case RoleTag::kNumber:
      case RoleTag::kOpenQuote:
      case RoleTag::kTo:
        return false;
      case RoleTag::kVerb:
        // "said witnesses": a plural.
        return !base && !absl::EndsWith(word, "s");
      case RoleTag::kWord:
        // "officials fear": a base form needs a plural before it.
        return !base || absl::EndsWith(text_.Folded(t - 1), "s") ||
               One(t - 1, Lex::kAnonymousSource);
      default:
        return true;
    }
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const LexHits& lex_;
  std::vector<RoleTag>& tags_;
  std::vector<uint8_t>& titles_;
  bool title_ = false;  // of the sentence at hand
};

}  // namespace

void TagWords(const DocumentAnalysis& doc, std::vector<RoleTag>* tags,
              std::vector<uint8_t>* titles) {
  Tagger(doc, tags, titles).Run();
}

}  // namespace claimcheck
