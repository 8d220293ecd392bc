// Quotations without a cue: whoever spoke last, or is told of, speaks.

#include <algorithm>

#include "claims/extract/attributions_quoted.h"

namespace claimcheck {
namespace {

// After so many sentences without a cue nobody is taken to be speaking still.
constexpr uint32_t kMaxSilence = 40;

class UncuedSpeech {
 public:
  explicit UncuedSpeech(AttributionWork* work)
      : w_(*work),
        doc_(work->doc),
        text_(work->text),
        s_(work->s),
        c_(work->c) {}

  // A whole quotation without a verb of its own belongs to who spoke last: it
  // is a further piece of what he says in this paragraph, or a statement of its
  // own when it opens a paragraph and he spoke in the sentence before.
  void WithoutCue(uint32_t q) {
    Quote& quote = doc_.quotes[q];
    if (!IsSpokenQuote(quote) || quote.attribution != kNone ||
        quote.fragment) {
      return;
    }
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

 private:
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

void FindSpeechWithoutCue(AttributionWork* work) {
  UncuedSpeech uncued(work);
  for (uint32_t q = 0; q < work->doc.quotes.size(); ++q) uncued.WithoutCue(q);
}

}  // namespace claimcheck
