#include "claims/extract/attributions_words.h"

#include "absl/base/attributes.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/closed_parts.h"

namespace claimcheck {
namespace {

constexpr uint32_t kTo = WordHash("to", 2), kThat = WordHash("that", 4),
                   kClitic = WordHash("'s", 2), kMay = WordHash("may", 3);

constexpr uint64_t kVerbs =
    Bit(Lex::kSayVerb) | Bit(Lex::kSayNoun) | Bit(Lex::kEventVerb);

// What parts of the closed lists are here, by their indices.
constexpr RoleTag kRoles[] = {
    RoleTag::kTime,        // part::kTime
    RoleTag::kPossessive,  // kWhose
    RoleTag::kRelative,    // kRelative
    RoleTag::kPossessive,  // kPossessive
    RoleTag::kPronoun,     // kHer
    RoleTag::kPronoun,     // kPronoun
    RoleTag::kAuxiliary,   // kAuxiliary
    RoleTag::kDeterminer,  // kDeterminer
    RoleTag::kCoordinator,
    RoleTag::kSubordinator,
    RoleTag::kPreposition,
    RoleTag::kWord,    // kLateDeterminer: not asked for
    RoleTag::kWord,    // kNumber: neither
    RoleTag::kAdverb,  // kFiller
};
static_assert(sizeof(kRoles) == part::kFiller + 1, "one for each");

// The parts that a name may be none the less, and those of any other word.
constexpr uint16_t kPartsOfNames = part::Bit(part::kTime) | part::kPronouns |
                                   part::Bit(part::kAuxiliary) |
                                   part::kConjunctions;
constexpr uint16_t kParts = kPartsOfNames | part::Bit(part::kDeterminer) |
                            part::Bit(part::kPreposition) |
                            part::Bit(part::kFiller);

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
      TagSentence(tokens);
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

  void TagSentence(TokenRange range) {
    const Token* const tokens = text_.tokens.data();
    RoleTag* const tags = tags_.data();
    for (uint32_t t = range.begin, end = range.end; t < end; ++t) {
      tags[t] = tokens[t].kind == TokenKind::kWord ? Word(t, tokens[t])
                                                   : NoWord(t, tokens[t]);
    }
  }

  RoleTag NoWord(uint32_t t, const Token& token) const {
    switch (token.kind) {
      case TokenKind::kQuote:
        return token.quote == QuoteSide::kClose ? RoleTag::kCloseQuote
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

  ABSL_ATTRIBUTE_ALWAYS_INLINE RoleTag Word(uint32_t t,
                                            const Token& token) const {
    const uint16_t all = lex_.Parts(t);
    if ((all & part::Bit(part::kKnown)) != 0) {
      if (token.word == kClitic) return Clitic(t);
      if (token.word == kTo) return RoleTag::kTo;
      if (token.word == kThat) return RoleTag::kThat;
    }
    const bool name = IsName(t);
    uint16_t parts = all & (name ? kPartsOfNames : kParts);
    if (name && token.word == kMay) {
      parts &= static_cast<uint16_t>(~part::Bit(part::kAuxiliary));
    }
    if (parts != 0) {
      const int lowest = LowestPart(parts);
      const bool pronoun = (part::kPronouns >> lowest & 1) != 0;
      return pronoun && token.Is(Token::kAllCaps) ? RoleTag::kWord  // "US"
                                                  : kRoles[lowest];
    }
    if (name) return RoleTag::kWord;
    if (EndsInLy(t)) return RoleTag::kAdverb;
    return (lex_.Mask(t) & kVerbs) != 0 && IsVerb(t, text_.Folded(t))
               ? RoleTag::kVerb
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
  ABSL_ATTRIBUTE_ALWAYS_INLINE bool EndsInLy(uint32_t t) const {
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
