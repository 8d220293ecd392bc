// The cue of a quotation and who speaks: a verb behind or before it, a source, or
// a mere mark beside a name.

#include <algorithm>

#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_quoted.h"

namespace claimcheck {
namespace {

// How far behind a quotation its verb may stand: a name, an office, a place.
constexpr uint32_t kMaxBehind = 45;
// How far before it.
constexpr uint32_t kMaxBefore = 25;
// A name before a colon has no more words, with what tells who that is.
constexpr uint32_t kMaxName = 8;

class QuoteCues {
 public:
  explicit QuoteCues(const AttributionWork& work)
      : w_(work), text_(work.text), s_(work.s), c_(work.c) {}

  // The rule by which the cue was found, or null.
  const char* Read(const Quote& quote, VerbCue* cue, Speaker* speaker) const {
    if (CueBehind(quote, cue, speaker)) return "attribution.quote_first";
    if (quote.fragment) return nullptr;
    if (CueBefore(quote, cue, speaker)) return "attribution.cue_first";
    if (SourceBefore(quote, cue, speaker)) return "attribution.according_to";
    if (ColonBefore(quote, cue, speaker)) return "attribution.colon";
    if (DashBehind(quote, cue, speaker)) return "attribution.dash";
    return nullptr;
  }

  // “...,” said Roe.  “...,” the mayor, Ada Roe, said.
  bool CueBehind(const Quote& quote, VerbCue* cue, Speaker* speaker) const {
    uint32_t t = BehindQuote(c_, quote);
    if (t >= c_.size() || t == quote.tokens.end) return false;
    if (w_.ParagraphOf(t) != w_.ParagraphOf(quote.tokens.end - 1)) return false;
    const uint32_t last = quote.tokens.end - 1;
    const bool comma = c_.Tag(t) == RoleTag::kComma;
    const bool open_end =
        !text_.IsChar(last, '.') || text_.IsChar(last - 1, '.');
    if (!comma && (!IsPunctuation(c_.Tag(last)) || !open_end)) return false;
    if (comma) ++t;
    if (t >= c_.size()) return false;
    uint32_t limit = std::min(c_.Sentence(t).end, t + kMaxBehind);
    for (uint32_t i = t; i < limit; ++i) {
      if (c_.Tag(i) == RoleTag::kOpenQuote) limit = i;
    }
    if (t >= limit) return false;
    if (Inverted(t, limit, cue, speaker)) return true;
    for (uint32_t i = t; i < limit; ++i) {
      if (!c_.Has(i, Lex::kSayVerb) || s_.used[i]) continue;
      if (!ReadVerbCue(c_, i, cue) || !cue->finite) continue;
      // "Roe was quoted as saying"
      const bool quoted = cue->passive && c_.Is(cue->end, "as") &&
                          c_.Is(cue->end + 1, "saying");
      if (!quoted && (cue->passive || !w_.Speaks(*cue->entry))) continue;
      if (quoted) cue->end += 2;
      *speaker = SubjectBefore(c_, t, cue->group);
      if (!speaker->empty() && (speaker->left == t || TakeOffice(t, speaker) ||
                                TakeDescription(t, speaker))) {
        return true;
      }
      *speaker = Between(t, cue->group);
      if (!speaker->empty()) return true;
    }
    return false;
  }

 private:
  // "campaign manager Ada Roe", "one official": words before the name that look
  // like a verb or an adverb.
  bool TakeOffice(uint32_t t, Speaker* speaker) const {
    constexpr uint32_t kMaxOffice = 4;
    if (speaker->left <= t || speaker->left > t + kMaxOffice) return false;
    for (uint32_t i = t; i < speaker->left; ++i) {
      const bool word = c_.Tag(i) == RoleTag::kWord ||
                        c_.Tag(i) == RoleTag::kVerb || c_.Is(i, "one");
      if (!word || (c_.Tag(i) == RoleTag::kVerb && c_.Capital(i))) return false;
    }
    if (speaker->head.begin == speaker->tokens.begin) speaker->head.begin = t;
    speaker->tokens.begin = speaker->left = t;
    return true;
  }
  // "The chairman of the board, Ada Roe," before what else is told of him.
  bool TakeDescription(uint32_t t, Speaker* speaker) const {
    if (speaker->left < t + 2 || c_.Tag(speaker->left - 1) != RoleTag::kComma ||
        c_.Tag(t) != RoleTag::kDeterminer || speaker->head.size() < 2) {
      return false;
    }
    for (uint32_t i = speaker->head.begin; i < speaker->head.end; ++i) {
      if (!c_.Capital(i)) return false;
    }
    for (uint32_t i = t; i + 1 < speaker->left; ++i) {
      if (IsPunctuation(c_.Tag(i)) || c_.Tag(i) == RoleTag::kVerb ||
          c_.Tag(i) == RoleTag::kAuxiliary) {
        return false;
      }
    }
    speaker->tokens.begin = speaker->left = t;
    return true;
  }

  // “...,” Ada Roe, 30, of Ulm, Germany, said: whatever stands between the mark
  // and the verb is who speaks; his name goes up to the first comma.
  Speaker Between(uint32_t t, uint32_t verb) const {
    Speaker speaker;
    uint32_t end = t;
    while (end < verb && c_.Tag(end) != RoleTag::kComma) {
      if (IsPunctuation(c_.Tag(end)) || c_.Tag(end) == RoleTag::kAuxiliary ||
          c_.Tag(end) == RoleTag::kThat) {
        return speaker;
      }
      ++end;
    }
    if (end == t || end > t + 12 ||
        (c_.Tag(t) != RoleTag::kDeterminer && !c_.Capital(t))) {
      return speaker;
    }
    if (end < verb && c_.Tag(verb - 1) != RoleTag::kComma) return speaker;
    speaker.tokens = speaker.head = {t, end};
    speaker.left = t;
    return speaker;
  }

  // Roe: “...”
  bool ColonBefore(const Quote& quote, VerbCue* cue, Speaker* speaker) const {
    const uint32_t open = quote.tokens.begin - 1;
    if (open < 2 || c_.Tag(open - 1) != RoleTag::kColon) return false;
    const uint32_t first = c_.Sentence(open - 1).begin;
    uint32_t begin = open - 1;
    while (begin > first && begin + kMaxName >= open &&
           !IsPunctuation(c_.Tag(begin - 1))) {
      --begin;
    }
    // "IN OTHER NEWS - Ada Roe: “...”", "From the report: “...”"
    if (begin > first && !c_.Capital(begin)) return false;
    if (c_.Is(begin, "from")) ++begin;
    if (begin >= open - 1) return false;
    *speaker = PhraseFrom(c_, begin, open - 1);
    *cue = VerbCue();
    cue->begin = cue->group = open - 1;
    cue->end = open;
    return !speaker->empty() && speaker->tokens.end == open - 1;
  }
  // According to Roe, “...”  According to the Daily Post: “...”
  bool SourceBefore(const Quote& quote, VerbCue* cue, Speaker* speaker) const {
    const uint32_t open = quote.tokens.begin - 1;
    if (open < 3 || (c_.Tag(open - 1) != RoleTag::kColon &&
                     c_.Tag(open - 1) != RoleTag::kComma)) {
      return false;
    }
    const uint32_t begin = c_.Sentence(open - 1).begin;
    const LexHit* hit = c_.Find(begin, Lex::kSayPreposition);
    if (hit == nullptr || s_.used[begin]) return false;
    *cue = VerbCue();
    cue->begin = cue->group = begin;
    cue->end = begin + hit->tokens;
    if (cue->end >= open - 1) return false;
    *speaker = PhraseFrom(c_, cue->end, open - 1);
    return !speaker->empty() && speaker->tokens.end == open - 1;
  }

  // “...” — Ada Roe
  bool DashBehind(const Quote& quote, VerbCue* cue, Speaker* speaker) const {
    const uint32_t dash = BehindQuote(c_, quote);
    const uint32_t size = static_cast<uint32_t>(c_.size());
    if (dash + 1 >= size || dash == quote.tokens.end ||
        !text_.IsChar(dash, '-') || !c_.Capital(dash + 1) ||
        w_.ParagraphOf(dash + 1) != w_.ParagraphOf(quote.tokens.begin)) {
      return false;
    }
    *speaker = PhraseFrom(c_, dash + 1, size);
    if (speaker->empty()) return false;
    const uint32_t end = speaker->tokens.end;
    const bool over =
        end >= size || w_.ParagraphOf(end) != w_.ParagraphOf(dash) ||
        c_.Tag(end) == RoleTag::kComma || c_.Tag(end) == RoleTag::kStop ||
        text_.tokens[end].Is(Token::kLineStart) ||
        c_.Tag(end) == RoleTag::kOpenQuote;
    *cue = VerbCue();
    cue->begin = cue->group = dash;
    cue->end = dash + 1;
    return over;
  }

  // "said Roe" at `t`.
  bool Inverted(uint32_t t, uint32_t limit, VerbCue* cue,
                Speaker* speaker) const {
    const LexHit* hit = c_.Find(t, Lex::kSayVerb);
    if (hit == nullptr || s_.used[t] || c_.Capital(t) ||
        !w_.Speaks(*hit->entry)) {
      return false;
    }
    *cue = VerbCue();
    cue->begin = cue->group = t;
    cue->end = t + hit->tokens;
    cue->entry = hit->entry;
    // "said one official"
    const bool one = c_.Is(cue->end, "one") && cue->end + 1 < limit;
    *speaker = PhraseFrom(c_, one ? cue->end + 1 : cue->end, limit);
    if (one && !speaker->empty()) {
      speaker->tokens.begin = speaker->left = cue->end;
      if (speaker->head.begin == cue->end + 1) speaker->head.begin = cue->end;
    }
    return !speaker->empty();
  }

  // Roe said: “...”  She told reporters in Rome, “...”
  bool CueBefore(const Quote& quote, VerbCue* cue, Speaker* speaker) const {
    const uint32_t open = quote.tokens.begin - 1;
    if (open == 0) return false;
    TokenRange sentence = c_.Sentence(open);
    uint32_t end = open;
    if (sentence.begin == open) {
      // A sentence or paragraph of its own, behind one that ends in a colon.
      sentence = c_.Sentence(open - 1);
      if (c_.Tag(open - 1) != RoleTag::kColon &&
          c_.Tag(open - 1) != RoleTag::kComma) {
        return false;
      }
    }
    const bool colon = c_.Tag(open - 1) == RoleTag::kColon;
    const uint32_t begin =
        std::max(sentence.begin, end > kMaxBefore ? end - kMaxBefore : 0);
    for (uint32_t i = end; i-- > begin;) {
      if (c_.Tag(i) == RoleTag::kCloseQuote && i + 1 < end) break;
      if (!c_.Has(i, Lex::kSayVerb) || s_.used[i]) continue;
      if (i == sentence.begin) return Inverted0(i, end, cue, speaker);
      if (!ReadVerbCue(c_, i, cue) || cue->passive || cue->infinitive ||
          cue->end > end) {
        continue;
      }
      if (!w_.Speaks(*cue->entry) && !colon) continue;
      const Content content = ContentAfter(c_, *cue, open + 1);
      const bool quoted =
          content.form == ContentForm::kQuoted && content.tokens.begin == open;
      // "said the plan had one flaw: “...”" is reported speech with a
      // quotation.
      const bool clause = content.form == ContentForm::kThat ||
                          content.form == ContentForm::kClause;
      if (!quoted && (!colon || clause) && !OnlyTold(quote, cue->end)) continue;
      *speaker = w_.SpeakerOf(*cue, sentence.begin);
      return !speaker->empty();
    }
    return false;
  }
  // "wrote to his 2,000 followers, “...”": between the verb and the mark
  // stands who was told, where and how, but no clause.
  bool OnlyTold(const Quote& quote, uint32_t t) const {
    const uint32_t comma = quote.tokens.begin - 2;
    if (!text_.tokens[quote.tokens.begin].Is(Token::kCapital) ||
        (c_.Tag(comma) != RoleTag::kComma && c_.Tag(comma) != RoleTag::kColon)) {
      return false;
    }
    for (; t < comma; ++t) {
      switch (c_.Tag(t)) {
        case RoleTag::kVerb:
        case RoleTag::kAuxiliary:
        case RoleTag::kThat:
        case RoleTag::kRelative:
        case RoleTag::kSubordinator:
        case RoleTag::kStop:
        case RoleTag::kBreak:
        case RoleTag::kOpenQuote:
        case RoleTag::kCloseQuote:
          return false;
        default:
          break;
      }
    }
    return true;
  }
  // "Said Roe: “...”"
  bool Inverted0(uint32_t t, uint32_t limit, VerbCue* cue,
                 Speaker* speaker) const {
    const LexHit* hit = c_.Find(t, Lex::kSayVerb);
    if (hit == nullptr || !w_.Speaks(*hit->entry)) return false;
    *cue = VerbCue();
    cue->begin = cue->group = t;
    cue->end = t + hit->tokens;
    cue->entry = hit->entry;
    *speaker = PhraseFrom(c_, cue->end, limit);
    return !speaker->empty() && IsPunctuation(c_.Tag(speaker->tokens.end));
  }

  const AttributionWork& w_;
  const TokenizedText& text_;
  const AttributionScratch& s_;
  const AttributionContext& c_;
};

}  // namespace

uint32_t BehindQuote(const AttributionContext& context, const Quote& quote) {
  const uint32_t close = quote.tokens.end;
  return context.Tag(close) == RoleTag::kCloseQuote && close < context.size()
             ? close + 1
             : close;
}

bool ReadCueBehind(const AttributionWork& work, const Quote& quote,
                   VerbCue* cue, Speaker* speaker) {
  return QuoteCues(work).CueBehind(quote, cue, speaker);
}

const char* ReadQuoteCue(const AttributionWork& work, const Quote& quote,
                         VerbCue* cue, Speaker* speaker) {
  return QuoteCues(work).Read(quote, cue, speaker);
}

}  // namespace claimcheck
