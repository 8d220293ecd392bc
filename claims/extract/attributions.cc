// FindAttributions: who says what.  Quotations are given their cue and speaker
// first; then every verb, preposition and noun of saying that is left is read
// for reported speech; then the links between the two are made.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_cue.h"
#include "claims/extract/attributions_speaker.h"
#include "claims/extract/attributions_words.h"
#include "claims/extract/finders.h"

namespace claimcheck {
namespace {

// How far behind a quotation its verb may stand: a name, an office, a place.
constexpr uint32_t kMaxBehind = 45;
// How far before it.
constexpr uint32_t kMaxBefore = 25;
// After so many sentences without a cue nobody is taken to be speaking still.
constexpr uint32_t kMaxSilence = 40;

struct Scratch {
  std::vector<WordTag> tags;
  std::vector<uint8_t> used;           // tokens of cues that are accounted for
  std::vector<uint32_t> last_of_sentence;  // attribution added last, or kNone
  std::vector<uint32_t> cue_token;     // of each attribution
  std::vector<uint32_t> order;
  std::vector<uint32_t> open;
  std::vector<Attribution> sorted;
};

class Finder {
 public:
  Finder(DocumentAnalysis* doc, Scratch* scratch)
      : doc_(*doc), text_(doc->text), s_(*scratch), c_{*doc, scratch->tags} {}

  void Run() {
    TagWords(doc_, &s_.tags);
    s_.used.assign(s_.tags.size(), 0);
    s_.last_of_sentence.assign(text_.sentences.size(), kNone);
    s_.cue_token.clear();
    for (uint32_t q = 0; q < doc_.quotes.size(); ++q) Direct(q);
    Reported();
    for (uint32_t q = 0; q < doc_.quotes.size(); ++q) WithoutCue(q);
    Sort();
    LinkQuotes();
    LinkOuter();
    Resolve();
  }

 private:
  static bool Quoted(const Quote& quote) {
    return !quote.nested && !quote.title;
  }
  // The token behind a quotation and its mark.
  uint32_t Behind(const Quote& quote) const {
    const uint32_t close = quote.tokens.end;
    return c_.Tag(close) == WordTag::kCloseQuote && close < c_.size() ? close + 1
                                                                      : close;
  }
  uint32_t ParagraphOf(uint32_t token) const {
    return text_.sentences[text_.sentence_of[token]].paragraph;
  }

  // --- Adding

  Attribution& Add(uint32_t cue_begin, uint32_t cue_end, const Speaker& speaker,
                   const char* rule) {
    Attribution a;
    a.cue = text_.SpanOf({cue_begin, cue_end});
    if (!speaker.empty()) a.speaker = text_.SpanOf(speaker.tokens);
    a.speaker_name = NameOf(c_, speaker);
    a.sentence = text_.sentence_of[cue_begin];
    a.kind = KindOf(c_, speaker, AttributionKind::kReported);
    a.rule = rule;
    s_.last_of_sentence[a.sentence] =
        static_cast<uint32_t>(doc_.attributions.size());
    s_.cue_token.push_back(cue_begin);
    for (uint32_t t = cue_begin; t < cue_end; ++t) s_.used[t] = 1;
    doc_.attributions.push_back(a);
    return doc_.attributions.back();
  }
  void AddContent(Attribution* a, uint32_t begin, uint32_t end) const {
    // Punctuation at the ends is the sentence's.
    while (end > begin && (c_.Tag(end - 1) == WordTag::kComma ||
                           c_.Tag(end - 1) == WordTag::kBreak ||
                           c_.Tag(end - 1) == WordTag::kColon ||
                           text_.IsChar(end - 1, '.'))) {
      --end;
    }
    while (begin < end && (c_.Tag(begin) == WordTag::kComma ||
                           c_.Tag(begin) == WordTag::kBreak)) {
      ++begin;
    }
    if (begin < end) a->content.push_back(text_.SpanOf({begin, end}));
  }
  static Stance StanceOf(const VerbCue& cue) {
    if (cue.entry->HasTag("asks")) return Stance::kAsks;
    if (cue.entry->HasTag("denies")) {
      return cue.negated ? Stance::kDoubts : Stance::kDenies;
    }
    if (cue.entry->HasTag("doubts") || cue.negated) return Stance::kDoubts;
    return Stance::kAsserts;
  }
  static const char* RuleOf(const VerbCue& cue) {
    if (cue.entry->HasTag("attitude")) return "attribution.attitude";
    if (cue.entry->HasTag("judgement")) return "attribution.judgement";
    return "attribution.reported";
  }

  // --- Quotations with their cues

  void Direct(uint32_t q) {
    Quote& quote = doc_.quotes[q];
    if (!Quoted(quote)) return;
    if (quote.continued && q > 0 && Join(q, PreviousOf(q))) return;
    VerbCue cue;
    Speaker speaker;
    const char* rule = nullptr;
    if (CueBehind(quote, &cue, &speaker)) {
      rule = "attribution.quote_first";
    } else if (!quote.fragment && CueBefore(quote, &cue, &speaker)) {
      rule = "attribution.cue_first";
    }
    if (rule == nullptr) {
      if (!quote.fragment) JoinAcrossCue(q);
      return;
    }
    quote.attribution = static_cast<uint32_t>(doc_.attributions.size());
    Attribution& a = Add(cue.begin, cue.end, speaker, rule);
    a.stance = StanceOf(cue);
    if (quote.fragment) {
      // Not paying “is clever,” Roe said: the writer's words belong to it.
      const uint32_t open = quote.tokens.begin - 1;
      const uint32_t begin =
          StatementBegin(c_, c_.Sentence(open).begin, open);
      a.content.push_back(
          {text_.tokens[begin].span.begin, quote.content.end});
      return;
    }
    a.direct = true;
    if (a.kind == AttributionKind::kReported) {
      a.kind = AttributionKind::kDirectQuote;
    }
    a.content.push_back(quote.content);
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
    const uint32_t open = doc_.quotes[q].tokens.begin - 1;
    const uint32_t behind = Behind(doc_.quotes[before]);
    if (behind >= open || ParagraphOf(behind) != ParagraphOf(open)) return;
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
    if (ParagraphOf(t) != ParagraphOf(quote.tokens.end - 1)) return false;
    const uint32_t last = quote.tokens.end - 1;
    const bool comma = c_.Tag(t) == WordTag::kComma;
    const bool open_end = !text_.IsChar(last, '.') || text_.IsChar(last - 1, '.');
    if (!comma && (!IsPunctuation(c_.Tag(last)) || !open_end)) return false;
    if (comma) ++t;
    if (t >= c_.size()) return false;
    uint32_t limit = std::min(c_.Sentence(t).end, t + kMaxBehind);
    for (uint32_t i = t; i < limit; ++i) {
      if (c_.Tag(i) == WordTag::kOpenQuote) limit = i;
    }
    if (t >= limit) return false;
    if (Inverted(t, limit, cue, speaker)) return true;
    for (uint32_t i = t; i < limit; ++i) {
      if (!c_.Has(i, Lex::kSayVerb) || s_.used[i]) continue;
      if (!ReadVerbCue(c_, i, cue) || !cue->finite || cue->passive) continue;
      if (!Speaks(*cue->entry)) continue;
      *speaker = SubjectBefore(c_, t, cue->group);
      return !speaker->empty() && speaker->left == t;
    }
    return false;
  }
  // A verb that quoted words may hang on.
  static bool Speaks(const LexEntry& entry) {
    return entry.HasTag("clause") || entry.HasTag("that") ||
           entry.HasTag("speech");
  }
  // "said Roe" at `t`.
  bool Inverted(uint32_t t, uint32_t limit, VerbCue* cue,
                Speaker* speaker) const {
    const LexHit* hit = c_.Find(t, Lex::kSayVerb);
    if (hit == nullptr || s_.used[t] || c_.Capital(t) ||
        !Speaks(*hit->entry)) {
      return false;
    }
    *cue = VerbCue();
    cue->begin = cue->group = t;
    cue->end = t + hit->tokens;
    cue->entry = hit->entry;
    *speaker = PhraseFrom(c_, cue->end, limit);
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
      if (c_.Tag(open - 1) != WordTag::kColon &&
          c_.Tag(open - 1) != WordTag::kComma) {
        return false;
      }
    }
    const bool colon = c_.Tag(open - 1) == WordTag::kColon;
    const uint32_t begin =
        std::max(sentence.begin, end > kMaxBefore ? end - kMaxBefore : 0);
    for (uint32_t i = end; i-- > begin;) {
      if (c_.Tag(i) == WordTag::kCloseQuote && i + 1 < end) break;
      if (!c_.Has(i, Lex::kSayVerb) || s_.used[i]) continue;
      if (i == sentence.begin) return Inverted0(i, end, cue, speaker);
      if (!ReadVerbCue(c_, i, cue) || cue->passive || cue->end > end) continue;
      if (!Speaks(*cue->entry) && !colon) continue;
      const Content content = ContentAfter(c_, *cue, open + 1);
      const bool quoted = content.form == ContentForm::kQuoted &&
                          content.tokens.begin == open;
      // "said the plan had one flaw: “...”" is reported speech with a quotation.
      if (!quoted && (!colon || content.form == ContentForm::kThat ||
                      content.form == ContentForm::kClause)) {
        continue;
      }
      *speaker = SpeakerOf(*cue, sentence.begin);
      return !speaker->empty();
    }
    return false;
  }
  // "Said Roe: “...”"
  bool Inverted0(uint32_t t, uint32_t limit, VerbCue* cue,
                 Speaker* speaker) const {
    const LexHit* hit = c_.Find(t, Lex::kSayVerb);
    if (hit == nullptr || !Speaks(*hit->entry)) return false;
    *cue = VerbCue();
    cue->begin = cue->group = t;
    cue->end = t + hit->tokens;
    cue->entry = hit->entry;
    *speaker = PhraseFrom(c_, cue->end, limit);
    return !speaker->empty() && IsPunctuation(c_.Tag(speaker->tokens.end));
  }

  // Whose verb it is: the noun phrase before it, or the one it shares with the
  // verb before.
  Speaker SpeakerOf(const VerbCue& cue, uint32_t begin) const {
    Speaker speaker;
    // "with aides saying that": a participle with a subject of its own.
    const WordTag last_word = c_.Tag(cue.group - 1);
    if (!cue.finite &&
        (last_word == WordTag::kWord || last_word == WordTag::kClitic)) {
      speaker = SubjectBefore(c_, begin, cue.group);
      if (!speaker.empty() && speaker.left > begin &&
          c_.Is(speaker.left - 1, "with")) {
        return speaker;
      }
    }
    if (cue.finite) {
      speaker = SubjectBefore(c_, begin, cue.group);
      if (!speaker.empty()) return speaker;
      const WordTag before = c_.Tag(cue.group - 1);
      if (before != WordTag::kCoordinator && before != WordTag::kComma) {
        return speaker;
      }
    }
    if (!cue.finite) {
      // "..., with local media suggesting that": an absolute construction
      // brings its own subject.
      speaker = SubjectBefore(c_, begin, cue.group);
      if (!speaker.empty() && speaker.left > begin &&
          c_.Is(speaker.left - 1, "with")) {
        return speaker;
      }
      speaker = Speaker();
    }
    const uint32_t last = s_.last_of_sentence[text_.sentence_of[cue.begin]];
    if (last != kNone && s_.cue_token[last] < cue.begin &&
        s_.cue_token[last] >= begin) {
      const Attribution& a = doc_.attributions[last];
      speaker.tokens = TokensOf(a.speaker, s_.cue_token[last]);
      speaker.head = speaker.tokens;
      speaker.left = speaker.tokens.begin;
      if (!speaker.empty()) return speaker;
    }
    return MainSubject(c_, cue.begin);
  }
  // The tokens of a span that lies near token `near`.
  TokenRange TokensOf(Span span, uint32_t near) const {
    if (span.empty()) return {};
    const auto& tokens = text_.tokens;
    const auto at = [&](uint32_t byte) {
      return static_cast<uint32_t>(
          std::lower_bound(tokens.begin(), tokens.end(), byte,
                           [](const Token& t, uint32_t b) {
                             return t.span.begin < b;
                           }) -
          tokens.begin());
    };
    return {at(span.begin), at(span.end)};
  }

  // --- Reported speech

  void Reported() {
    constexpr uint64_t kCues = Bit(Lex::kSayVerb) | Bit(Lex::kSayPreposition) |
                               Bit(Lex::kSayNoun);
    uint32_t q = 0;
    for (uint32_t t = 0; t < c_.size() && t < doc_.lex.size(); ++t) {
      while (q < doc_.quotes.size() &&
             (doc_.quotes[q].nested || doc_.quotes[q].tokens.end <= t)) {
        ++q;
      }
      if (!(doc_.lex.Mask(t) & kCues) || s_.used[t]) continue;
      if (text_.sentences[text_.sentence_of[t]].zone == Sentence::kFurniture) {
        continue;
      }
      // Quoted words are their speaker's; what he says of others is his too.
      if (q < doc_.quotes.size() && !doc_.quotes[q].title &&
          doc_.quotes[q].tokens.Contains(t)) {
        continue;
      }
      bounds_ = c_.Sentence(t);
      if (c_.Has(t, Lex::kSayPreposition)) {
        Preposition(t);
        continue;
      }
      VerbCue cue;
      if (c_.Has(t, Lex::kSayVerb) && ReadVerbCue(c_, t, &cue) &&
          cue.group >= bounds_.begin) {
        Verb(cue);
      } else if (c_.Has(t, Lex::kSayNoun)) {
        Noun(t);
      }
    }
  }

  void Verb(const VerbCue& cue) {
    if (cue.passive) {
      Passive(cue);
      return;
    }
    if (cue.finite && InvertedBehindStatement(cue)) return;
    Speaker speaker = SpeakerOf(cue, bounds_.begin);
    if (speaker.empty()) return;
    if (cue.entry->HasTag("attitude") && !MayThink(speaker)) return;
    const Content content = ContentAfter(c_, cue, bounds_.end);
    if (content.form == ContentForm::kNone) {
      StatementBefore(cue, speaker);
      return;
    }
    if (cue.entry->HasTag("adjective") && content.form != ContentForm::kThat &&
        content.form != ContentForm::kInfinitive) {
      return;
    }
    uint32_t begin = content.tokens.begin;
    uint32_t noun = kNone;
    if (content.form == ContentForm::kObject) {
      // "voiced fear that ...": what is feared.
      const uint32_t stop = std::min(content.tokens.end, begin + 4);
      for (uint32_t t = begin; t + 1 < stop; ++t) {
        if (c_.Has(t, Lex::kSayNoun) &&
            c_.Tag(t + 1) == WordTag::kThat) {
          noun = t;
          begin = t + 2;
        }
      }
    }
    Attribution& a = Add(cue.begin, cue.end, speaker, RuleOf(cue));
    a.stance = StanceOf(cue);
    uint32_t end = content.tokens.end;
    // "While Roe said the dam would hold, it broke."
    if (speaker.left > bounds_.begin && speaker.left < bounds_.begin + 3 &&
        c_.Tag(bounds_.begin) == WordTag::kSubordinator) {
      for (uint32_t t = begin; t < end; ++t) {
        if (c_.Tag(t) == WordTag::kComma) end = t;
      }
    }
    AddContent(&a, begin, end);
    if (noun != kNone) s_.used[noun] = 1;
  }

  // Somebody or something that has a mind: not "it" or "there".
  bool MayThink(const Speaker& speaker) const {
    if (speaker.tokens.size() > 1) return true;
    const absl::string_view word = text_.Folded(speaker.tokens.begin);
    return word != "it" && word != "there" && word != "this" && word != "that";
  }

  // True when a clause could be over at `t`.
  bool Over(uint32_t t) const {
    return t >= bounds_.end || IsPunctuation(c_.Tag(t));
  }

  // "The dam will hold, said Roe."
  bool InvertedBehindStatement(const VerbCue& cue) {
    if (cue.group != cue.begin || cue.begin <= bounds_.begin + 1) return false;
    const WordTag before = c_.Tag(cue.begin - 1);
    if (before != WordTag::kComma && before != WordTag::kCloseQuote) {
      return false;
    }
    if (!Speaks(*cue.entry) || cue.form == VerbCue::kGerund) return false;
    const Speaker speaker = PhraseFrom(c_, cue.end, bounds_.end);
    if (speaker.empty() || c_.Tag(speaker.tokens.begin) == WordTag::kNumber) {
      return false;
    }
    uint32_t t = speaker.tokens.end;
    // "..., said Roe, who ...", "said Roe on Monday."
    while (t < bounds_.end && (c_.Tag(t) == WordTag::kTime ||
                               (c_.Tag(t) == WordTag::kPreposition &&
                                c_.Tag(t + 1) == WordTag::kTime))) {
      ++t;
    }
    if (!Over(t)) return false;
    const uint32_t end =
        before == WordTag::kComma ? cue.begin - 1 : cue.begin;
    const uint32_t begin = StatementBegin(c_, bounds_.begin, end);
    if (end < begin + 2 || !HasVerb(begin, end)) return false;
    Attribution& a = Add(cue.begin, cue.end, speaker, RuleOf(cue));
    a.stance = StanceOf(cue);
    AddContent(&a, begin, end);
    return true;
  }
  bool HasVerb(uint32_t begin, uint32_t end) const {
    end = std::min(end, begin + 60);
    for (uint32_t t = begin; t < end; ++t) {
      if (c_.Tag(t) == WordTag::kVerb || c_.Tag(t) == WordTag::kAuxiliary) {
        return true;
      }
    }
    return false;
  }

  // "The dam will hold, Roe said." and "The dam, Roe said, will hold."
  void StatementBefore(const VerbCue& cue, const Speaker& speaker) {
    if (!cue.finite || !cue.entry->HasTag("clause")) return;
    if (cue.entry->HasTag("attitude") && !Over(cue.end)) return;
    uint32_t behind = cue.end;
    while (behind < bounds_.end && (c_.Tag(behind) == WordTag::kTime ||
                                    c_.Tag(behind) == WordTag::kAdverb)) {
      ++behind;
    }
    // "..., Roe said in a statement."
    const uint32_t limit = std::min(bounds_.end, behind + 8);
    uint32_t over = behind;
    while (over < limit && !Over(over)) ++over;
    if (!Over(over)) return;
    uint32_t left = speaker.left;
    if (left <= bounds_.begin) return;
    if (c_.Is(left - 1, "as") && left > bounds_.begin + 1) --left;
    const WordTag before = c_.Tag(left - 1);
    if (before != WordTag::kComma && before != WordTag::kCloseQuote &&
        before != WordTag::kBreak) {
      return;
    }
    const uint32_t end = left - 1;
    const uint32_t begin = StatementBegin(c_, bounds_.begin, end);
    if (end <= begin) return;
    Attribution& a = Add(cue.begin, cue.end, speaker, RuleOf(cue));
    a.stance = StanceOf(cue);
    AddContent(&a, begin, end);
    if (c_.Tag(over) == WordTag::kComma && over + 1 < bounds_.end) {
      VerbCue next;
      const bool participle = c_.Has(over + 1, Lex::kSayVerb) &&
                              ReadVerbCue(c_, over + 1, &next) && !next.finite;
      if (!participle && before != WordTag::kCloseQuote) {
        AddContent(&a, over + 1,
                   ClauseEnd(c_, over + 1, bounds_.end, ContentForm::kClause));
      }
    }
  }

  // "It was reported that ...", by nobody or by somebody.
  void Passive(const VerbCue& cue) {
    if (cue.group <= bounds_.begin || !c_.Is(cue.group - 1, "it") ||
        !cue.entry->HasTag("clause")) {
      return;
    }
    const Content content = ContentAfter(c_, cue, bounds_.end);
    if (content.form != ContentForm::kThat) return;
    Speaker speaker;
    if (c_.Is(cue.end, "by")) speaker = PhraseFrom(c_, cue.end + 1, bounds_.end);
    Attribution& a = Add(cue.begin, cue.end, speaker, "attribution.passive");
    a.stance = StanceOf(cue);
    if (speaker.empty()) a.kind = AttributionKind::kAnonymous;
    AddContent(&a, content.tokens.begin, content.tokens.end);
  }

  // "According to Roe, ...", "..., according to the ministry".
  void Preposition(uint32_t t) {
    const LexHit* hit = c_.Find(t, Lex::kSayPreposition);
    const uint32_t end = t + hit->tokens;
    const Speaker speaker = PhraseFrom(c_, end, bounds_.end);
    if (speaker.empty()) return;
    const bool comma = t > bounds_.begin && c_.Tag(t - 1) == WordTag::kComma;
    const uint32_t first = StatementBegin(c_, bounds_.begin, t);
    TokenRange left = {first, comma ? t - 1 : t};
    TokenRange right;
    // What goes on behind the speaker and his office.
    uint32_t over = speaker.tokens.end;
    while (over < bounds_.end && !Over(over)) ++over;
    if (c_.Tag(over) == WordTag::kComma && (left.empty() || comma)) {
      uint32_t begin = over + 1;
      for (int n = 0; n < 2; ++n) {
        uint32_t next = begin;
        while (next < bounds_.end && next < begin + 20 &&
               c_.Tag(next) != WordTag::kComma && !HasVerb(next, next + 1)) {
          ++next;
        }
        if (next >= bounds_.end || c_.Tag(next) != WordTag::kComma) break;
        begin = next + 1;  // ", a teacher in Rome,"
      }
      right = {begin, ClauseEnd(c_, begin, bounds_.end, ContentForm::kClause)};
      if (!left.empty() && !HasVerb(right.begin, right.end)) right = {};
    }
    if (left.empty() && right.empty()) return;
    Attribution& a =
        Add(t, end, speaker, "attribution.according_to");
    if (hit->entry->HasTag("document")) a.kind = AttributionKind::kDocument;
    if (!left.empty()) AddContent(&a, left.begin, left.end);
    if (!right.empty()) AddContent(&a, right.begin, right.end);
  }

  // "Roe's claim that ...", "raised fears that ...".
  void Noun(uint32_t t) {
    const LexHit* hit = c_.Find(t, Lex::kSayNoun);
    const uint32_t that = t + hit->tokens;
    if (c_.Tag(that) != WordTag::kThat || that + 1 >= bounds_.end) return;
    Speaker speaker = Possessor(t);
    if (speaker.empty()) {
      // The subject of the verb that the noun is the object of.
      uint32_t v = t;
      for (int n = 0; n < 4 && v > bounds_.begin; ++n) {
        --v;
        if (c_.Tag(v) == WordTag::kVerb) break;
        if (c_.Tag(v) != WordTag::kWord && c_.Tag(v) != WordTag::kDeterminer &&
            c_.Tag(v) != WordTag::kAdverb) {
          return;
        }
      }
      if (c_.Tag(v) != WordTag::kVerb) return;
      while (v > bounds_.begin && (c_.Tag(v - 1) == WordTag::kAuxiliary ||
                                   c_.Tag(v - 1) == WordTag::kAdverb)) {
        --v;
      }
      speaker = SubjectBefore(c_, bounds_.begin, v);
      if (speaker.empty()) return;
    }
    const uint32_t end =
        ClauseEnd(c_, that + 1, bounds_.end, ContentForm::kThat);
    Attribution& a = Add(t, that, speaker,
                         hit->entry->HasTag("attitude")
                             ? "attribution.attitude_noun"
                             : "attribution.noun");
    if (hit->entry->HasTag("denies")) a.stance = Stance::kDenies;
    if (hit->entry->HasTag("doubts")) a.stance = Stance::kDoubts;
    AddContent(&a, that + 1, end);
  }
  // "Roe" of "Roe's repeated claim", "his" of "his claim".
  Speaker Possessor(uint32_t noun) const {
    uint32_t t = noun;
    for (int n = 0; n < 4 && t > bounds_.begin; ++n) {
      --t;
      const WordTag tag = c_.Tag(t);
      if (tag == WordTag::kPossessive) {
        Speaker speaker;
        speaker.tokens = speaker.head = {t, t + 1};
        speaker.left = t;
        return speaker;
      }
      if (tag == WordTag::kClitic) return SubjectBefore(c_, bounds_.begin, t);
      if (tag != WordTag::kWord && tag != WordTag::kAdverb) break;
    }
    return Speaker();
  }

  // --- Quotations that are left

  // A whole quotation without a verb of its own belongs to who spoke last: in
  // this paragraph, or in the one before when it is a paragraph by itself.
  void WithoutCue(uint32_t q) {
    Quote& quote = doc_.quotes[q];
    if (!Quoted(quote) || quote.attribution != kNone || quote.fragment) return;
    if (Held(quote)) return;
    const uint32_t open = quote.tokens.begin - 1;
    const uint32_t paragraph = ParagraphOf(open);
    const uint32_t sentence = text_.sentence_of[open];
    if (text_.sentences[sentence].tokens.begin != open) return;
    const bool opens_paragraph =
        sentence == 0 || text_.sentences[sentence - 1].paragraph != paragraph;
    uint32_t last = kNone;
    for (uint32_t s = sentence; s-- > 0 && s + kMaxSilence > sentence;) {
      const uint32_t p = text_.sentences[s].paragraph;
      if (p + (opens_paragraph ? 1 : 0) < paragraph) break;
      if (s_.last_of_sentence[s] != kNone) {
        last = s_.last_of_sentence[s];
        break;
      }
    }
    if (last == kNone || doc_.attributions[last].speaker.empty()) return;
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
  // True when a reported content holds the quotation.
  bool Held(const Quote& quote) const {
    const uint32_t last = s_.last_of_sentence[quote.sentence];
    if (last == kNone) return false;
    return Holds(doc_.attributions[last], quote.content);
  }

  // --- Links

  void Sort() {
    auto& all = doc_.attributions;
    for (Attribution& a : all) {
      if (a.content.empty()) a.content.push_back(a.cue);
    }
    s_.order.resize(all.size());
    for (uint32_t i = 0; i < all.size(); ++i) s_.order[i] = i;
    std::sort(s_.order.begin(), s_.order.end(), [&](uint32_t a, uint32_t b) {
      const Span x = all[a].content.front(), y = all[b].content.front();
      if (x.begin != y.begin) return x.begin < y.begin;
      if (x.end != y.end) return x.end > y.end;
      return all[a].cue < all[b].cue;
    });
    s_.sorted.clear();
    s_.open.assign(all.size(), 0);
    for (uint32_t i = 0; i < all.size(); ++i) {
      s_.sorted.push_back(all[s_.order[i]]);
      s_.open[s_.order[i]] = i;
    }
    all.swap(s_.sorted);
    for (Quote& quote : doc_.quotes) {
      if (quote.attribution != kNone) {
        quote.attribution = s_.open[quote.attribution];
      }
    }
  }

  // Mixed speech: a quotation inside a reported content.
  void LinkQuotes() {
    const auto& quotes = doc_.quotes;
    for (uint32_t a = 0; a < doc_.attributions.size(); ++a) {
      if (doc_.attributions[a].direct) continue;
      for (const Span& piece : doc_.attributions[a].content) {
        auto it = std::lower_bound(quotes.begin(), quotes.end(), piece.begin,
                                   [](const Quote& q, uint32_t b) {
                                     return q.content.begin < b;
                                   });
        for (; it != quotes.end() && it->content.end <= piece.end; ++it) {
          Quote& quote = doc_.quotes[it - quotes.begin()];
          if (quote.attribution == kNone && !quote.nested) {
            quote.attribution = a;
          }
        }
      }
    }
  }

  static bool Holds(const Attribution& a, Span span) {
    // The pieces are in order.
    const auto it = std::upper_bound(
        a.content.begin(), a.content.end(), span.begin,
        [](uint32_t b, const Span& piece) { return b < piece.begin; });
    return it != a.content.begin() && (it - 1)->Contains(span);
  }

  // The attribution whose content holds another's cue is its outer one.
  void LinkOuter() {
    auto& all = doc_.attributions;
    s_.open.clear();
    for (uint32_t a = 0; a < all.size(); ++a) {
      const uint32_t begin = all[a].content.front().begin;
      while (!s_.open.empty() && all[s_.open.back()].content.back().end <= begin) {
        s_.open.pop_back();
      }
      for (size_t k = s_.open.size(); k-- > 0 && s_.open.size() - k <= 8;) {
        const uint32_t o = s_.open[k];
        if (Holds(all[o], all[a].cue)) {
          all[a].outer = o;
          break;
        }
      }
      s_.open.push_back(a);
    }
  }

  // Entities of the speakers; a pronoun that names does not know is the person
  // who spoke last.
  void Resolve() {
    auto& all = doc_.attributions;
    s_.order.resize(all.size());
    for (uint32_t i = 0; i < all.size(); ++i) s_.order[i] = i;
    std::sort(s_.order.begin(), s_.order.end(), [&](uint32_t a, uint32_t b) {
      return all[a].cue.begin != all[b].cue.begin
                 ? all[a].cue.begin < all[b].cue.begin
                 : a < b;
    });
    uint32_t last = kNone, last_sentence = 0;
    for (uint32_t i : s_.order) {
      Attribution& a = all[i];
      if (a.speaker_name != kNone) {
        a.speaker_entity = doc_.names[a.speaker_name].entity;
      }
      const absl::string_view word = text_.Text(a.speaker);
      const bool he = word == "he" || word == "He";
      const bool she = word == "she" || word == "She";
      if (a.speaker_entity == kNone && (he || she) && last != kNone &&
          a.sentence <= last_sentence + 3) {
        const Entity::Gender gender = doc_.entities[last].gender;
        if (gender == Entity::kNoGender ||
            gender == (he ? Entity::kMale : Entity::kFemale)) {
          a.speaker_entity = last;
        }
      }
      if (a.speaker_entity != kNone &&
          doc_.entities[a.speaker_entity].type == NameType::kPerson) {
        last = a.speaker_entity;
        last_sentence = a.sentence;
      }
    }
  }

  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  Scratch& s_;
  const AttributionContext c_;
  TokenRange bounds_;
};

}  // namespace

void FindAttributions(const Lexicon& lexicon, DocumentAnalysis* doc) {
  static thread_local Scratch scratch;
  Finder(doc, &scratch).Run();
}

}  // namespace claimcheck
