// Quotations: which verb they hang on and who speaks.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {
namespace {

// How far behind a quotation its verb may stand: a name, an office, a place.
constexpr uint32_t kMaxBehind = 45;
// How far before it.
constexpr uint32_t kMaxBefore = 25;
// After so many sentences without a cue nobody is taken to be speaking still.
constexpr uint32_t kMaxSilence = 40;
// A statement's words before its cue are no more than these.
constexpr uint32_t kMaxLead = 12;
// A name before a colon has no more words, with what tells who that is.
constexpr uint32_t kMaxName = 8;

class QuotedSpeech {
 public:
  explicit QuotedSpeech(AttributionWork* work)
      : w_(*work),
        doc_(work->doc),
        text_(work->text),
        s_(work->s),
        c_(work->c) {}

  // --- Quotations with their cues

  void Direct(uint32_t q) {
    Quote& quote = doc_.quotes[q];
    if (!Quoted(quote)) return;
    VerbCue cue;
    Speaker speaker;
    if (quote.continued && q > 0 && Join(q, PreviousOf(q))) {
      // "..., she added" behind it says nothing new.
      if (CueBehind(quote, &cue, &speaker)) {
        for (uint32_t t = cue.begin; t < cue.end; ++t) s_.used[t] = 1;
      }
      return;
    }
    const char* rule = nullptr;
    if (CueBehind(quote, &cue, &speaker)) {
      rule = "attribution.quote_first";
    } else if (!quote.fragment && CueBefore(quote, &cue, &speaker)) {
      rule = "attribution.cue_first";
    }
    if (rule == nullptr && !quote.fragment) {
      if (SourceBefore(quote, &cue, &speaker)) {
        rule = "attribution.according_to";
      } else if (ColonBefore(quote, &cue, &speaker)) {
        rule = "attribution.colon";
      } else if (DashBehind(quote, &cue, &speaker)) {
        rule = "attribution.dash";
      }
    }
    if (rule == nullptr) {
      if (!quote.fragment) JoinAcrossCue(q);
      return;
    }
    quote.attribution = static_cast<uint32_t>(doc_.attributions.size());
    Attribution& a = w_.Add(cue.begin, cue.end, speaker, rule);
    if (cue.entry != nullptr) a.stance = w_.StanceOf(cue);
    if (quote.fragment) {
      // Not paying “is clever,” Roe said: the writer's words belong to it.
      const uint32_t open = quote.tokens.begin - 1;
      const uint32_t begin = StatementBegin(c_, c_.Sentence(open).begin, open);
      a.content.push_back({text_.tokens[begin].span.begin, quote.content.end});
      return;
    }
    const TokenRange lead = LeadOf(quote, cue, speaker);
    if (!lead.empty()) {
      a.content.push_back(text_.SpanOf(lead));
      a.content.push_back(quote.content);
      return;
    }
    a.direct = true;
    if (a.kind == AttributionKind::kReported) {
      a.kind = AttributionKind::kDirectQuote;
    }
    if (quote.continued) TakeParagraphsBefore(q, quote.attribution);
    a.content.push_back(quote.content);
  }

  // A speech of several paragraphs whose speaker is named in the last.
  void TakeParagraphsBefore(uint32_t q, uint32_t attribution) {
    uint32_t first = q;
    while (doc_.quotes[first].continued) {
      const uint32_t before = PreviousOf(first);
      if (before == kNone || doc_.quotes[before].attribution != kNone ||
          doc_.quotes[before].fragment) {
        break;
      }
      first = before;
    }
    for (; first < q; ++first) {
      if (!Quoted(doc_.quotes[first])) continue;
      doc_.quotes[first].attribution = attribution;
      doc_.attributions[attribution].content.push_back(
          doc_.quotes[first].content);
    }
  }

  // The dam, Roe said, “holds what it should”: words of the statement before
  // its cue, which a quotation in the middle of it goes on with.
  TokenRange LeadOf(const Quote& quote, const VerbCue& cue,
                    const Speaker& speaker) const {
    const uint32_t first = quote.tokens.begin;
    const uint32_t left = speaker.left;
    if (cue.entry == nullptr || cue.end > first || speaker.empty() ||
        left < 2 || c_.Tag(left - 1) != RoleTag::kComma ||
        text_.tokens[first].Is(Token::kCapital)) {
      return {};
    }
    const uint32_t begin =
        StatementBegin(c_, c_.Sentence(left).begin, left - 1);
    const TokenRange lead = {begin, left - 1};
    if (lead.empty() || lead.size() > kMaxLead) return {};
    for (uint32_t t = lead.begin; t < lead.end; ++t) {
      if (IsPunctuation(c_.Tag(t)) || c_.Tag(t) == RoleTag::kTime) return {};
    }
    // "In Rome, Roe said, ..." is where he said it.
    const bool where = c_.Tag(lead.begin) == RoleTag::kPreposition ||
                       c_.Tag(lead.begin) == RoleTag::kSubordinator;
    switch (c_.Tag(first)) {
      case RoleTag::kVerb:
      case RoleTag::kAuxiliary:
      case RoleTag::kTo:
      case RoleTag::kPreposition:
        return lead;
      default:
        return where ? TokenRange{} : lead;
    }
  }

  // The quotation before `q` that is no label and lies in none.
  uint32_t PreviousOf(uint32_t q) const {
    while (q > 0) {
      --q;
      if (Quoted(doc_.quotes[q])) return q;
    }
    return kNone;
  }

  // Makes `q` a further piece of what `before` is a piece of.
  bool Join(uint32_t q, uint32_t before) {
    if (before == kNone) return false;
    const uint32_t a = doc_.quotes[before].attribution;
    if (a == kNone) return false;
    doc_.quotes[q].attribution = a;
    doc_.attributions[a].content.push_back(doc_.quotes[q].content);
    return true;
  }

  // “...,” said Roe. “...”: one speech, interrupted.
  void JoinAcrossCue(uint32_t q) {
    const uint32_t before = PreviousOf(q);
    if (before == kNone || doc_.quotes[before].attribution == kNone) return;
    // What the writer began goes on in his words, not in the next quotation.
    if (doc_.quotes[before].fragment) return;
    const uint32_t open = doc_.quotes[q].tokens.begin - 1;
    const uint32_t behind = Behind(doc_.quotes[before]);
    if (behind >= open || w_.ParagraphOf(behind) != w_.ParagraphOf(open))
      return;
    const uint32_t cue = s_.cue_token[doc_.quotes[before].attribution];
    if (cue < behind || cue >= open) return;
    // No sentence of the writer's own lies between.
    if (text_.sentence_of[open] > text_.sentence_of[cue] + 1) return;
    Join(q, before);
  }

  // “...,” said Roe.  “...,” the mayor, Ada Roe, said.
  bool CueBehind(const Quote& quote, VerbCue* cue, Speaker* speaker) const {
    uint32_t t = Behind(quote);
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
      if (!speaker->empty() && (speaker->left == t || TakeOffice(t, speaker))) {
        return true;
      }
      *speaker = Between(t, cue->group);
      if (!speaker->empty()) return true;
    }
    return false;
  }
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
    const uint32_t dash = Behind(quote);
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

  // --- Quotations that are left

  // A whole quotation without a verb of its own belongs to who spoke last: it
  // is a further piece of what he says in this paragraph, or a statement of its
  // own when it opens a paragraph and he spoke in the sentence before.
  void WithoutCue(uint32_t q) {
    Quote& quote = doc_.quotes[q];
    if (!Quoted(quote) || quote.attribution != kNone || quote.fragment) return;
    if (Held(quote)) return;
    const uint32_t open = quote.tokens.begin - 1;
    const uint32_t paragraph = w_.ParagraphOf(open);
    const uint32_t sentence = text_.sentence_of[open];
    if (open > 0 && c_.Tag(open - 1) == RoleTag::kColon &&
        s_.last_of_sentence[text_.sentence_of[open - 1]] == kNone) {
      // “His answer was short: “...””
      if (IsSpeech(quote)) {
        AddAlone(q, MainSubject(c_, open - 1), "attribution.colon_clause");
      }
      return;
    }
    if (text_.sentences[sentence].tokens.begin != open) return;
    const bool opens_paragraph =
        sentence == 0 || text_.sentences[sentence - 1].paragraph != paragraph;
    uint32_t last = kNone;
    const uint32_t silence = opens_paragraph ? 2 : kMaxSilence;
    for (uint32_t s = sentence; s-- > 0 && s + silence > sentence;) {
      const uint32_t p = text_.sentences[s].paragraph;
      if (p + (opens_paragraph ? 1 : 0) < paragraph) break;
      if (s_.last_of_sentence[s] != kNone) {
        last = s_.last_of_sentence[s];
        break;
      }
    }
    if (last == kNone || doc_.attributions[last].speaker.empty()) {
      // Roe agreed.  “...”
      if (!opens_paragraph && IsSpeech(quote)) {
        AddAlone(q, PersonIn(open - 1), "attribution.subject_before");
      }
      return;
    }
    if (!opens_paragraph) {
      quote.attribution = last;
      doc_.attributions[last].content.push_back(quote.content);
      s_.last_of_sentence[quote.sentence] = last;
      return;
    }
    Attribution a = doc_.attributions[last];
    a.content.clear();
    a.content.push_back(quote.content);
    a.direct = true;
    a.stance = Stance::kAsserts;
    a.outer = kNone;
    if (a.kind == AttributionKind::kReported) {
      a.kind = AttributionKind::kDirectQuote;
    }
    a.rule = "attribution.same_speaker";
    a.sentence = quote.sentence;
    quote.attribution = static_cast<uint32_t>(doc_.attributions.size());
    s_.last_of_sentence[quote.sentence] = quote.attribution;
    s_.cue_token.push_back(s_.cue_token[last]);
    doc_.attributions.push_back(a);
  }
  // A sentence or more, from its capital to its end, of some words.
  bool IsSpeech(const Quote& quote) const {
    constexpr uint32_t kFewWords = 3;
    const uint32_t last = quote.tokens.end - 1;
    if (!text_.tokens[quote.tokens.begin].Is(Token::kCapital) ||
        (c_.Tag(last) != RoleTag::kStop && c_.Tag(last) != RoleTag::kComma &&
         !text_.IsChar(last, '.')) ||
        !text_.sentences[quote.sentence].IsProse()) {
      return false;
    }
    uint32_t words = 0;
    for (uint32_t t = quote.tokens.begin; t < last; ++t) {
      words += text_.tokens[t].kind == TokenKind::kWord;
    }
    return words > kFewWords;
  }
  // Whom the sentence of `t` tells of, when that is somebody who can speak.
  Speaker PersonIn(uint32_t t) const {
    const Speaker speaker = MainSubject(c_, t);
    if (speaker.empty()) return speaker;
    const bool pronoun = c_.Tag(speaker.tokens.begin) == RoleTag::kPronoun &&
                         !c_.Is(speaker.tokens.begin, "it");
    return pronoun || c_.Capital(speaker.head.end - 1) ? speaker : Speaker();
  }
  // A statement of the quotation alone, without a word of saying, if somebody
  // is there to make it.
  void AddAlone(uint32_t q, const Speaker& speaker, const char* rule) {
    if (speaker.empty()) return;
    Quote& quote = doc_.quotes[q];
    const uint32_t open = quote.tokens.begin - 1;
    quote.attribution = static_cast<uint32_t>(doc_.attributions.size());
    Attribution& a = w_.Add(open, open + 1, speaker, rule);
    a.direct = true;
    if (a.kind == AttributionKind::kReported) {
      a.kind = AttributionKind::kDirectQuote;
    }
    a.content.push_back(quote.content);
  }
  // True when a reported content holds the quotation.
  bool Held(const Quote& quote) const {
    const uint32_t last = s_.last_of_sentence[quote.sentence];
    if (last == kNone) return false;
    return Holds(doc_.attributions[last], quote.content);
  }

 private:
  static bool Quoted(const Quote& quote) {
    return !quote.nested && !quote.title;
  }
  // The token behind a quotation and its mark.
  uint32_t Behind(const Quote& quote) const {
    const uint32_t close = quote.tokens.end;
    return c_.Tag(close) == RoleTag::kCloseQuote && close < c_.size()
               ? close + 1
               : close;
  }
  static bool Holds(const Attribution& a, Span span) {
    const auto it = std::upper_bound(
        a.content.begin(), a.content.end(), span.begin,
        [](uint32_t b, const Span& piece) { return b < piece.begin; });
    return it != a.content.begin() && (it - 1)->Contains(span);
  }

  AttributionWork& w_;
  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  AttributionScratch& s_;
  const AttributionContext& c_;
};

}  // namespace

void FindQuotedSpeech(AttributionWork* work) {
  QuotedSpeech quoted(work);
  for (uint32_t q = 0; q < work->doc.quotes.size(); ++q) quoted.Direct(q);
}

void FindSpeechWithoutCue(AttributionWork* work) {
  QuotedSpeech quoted(work);
  for (uint32_t q = 0; q < work->doc.quotes.size(); ++q) quoted.WithoutCue(q);
}

}  // namespace claimcheck
