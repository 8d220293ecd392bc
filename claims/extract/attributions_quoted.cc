// Quotations with a cue, and the pieces of speech that belong to one.

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_quoted.h"

namespace claimcheck {
namespace {

// A statement's words before its cue are no more than these.
constexpr uint32_t kMaxLead = 12;

class QuotedSpeech {
 public:
  explicit QuotedSpeech(AttributionWork* work)
      : w_(*work),
        doc_(work->doc),
        text_(work->text),
        s_(work->s),
        c_(work->c) {}

  void Direct(uint32_t q) {
    Quote& quote = doc_.quotes[q];
    if (!IsSpokenQuote(quote)) return;
    VerbCue cue;
    Speaker speaker;
    if (quote.continued && q > 0 && Join(q, PreviousOf(q))) {
      // "..., she added" behind it says nothing new.
      if (ReadCueBehind(w_, quote, &cue, &speaker)) {
        for (uint32_t t = cue.begin; t < cue.end; ++t) s_.used[t] = 1;
      }
      return;
    }
    const char* rule = ReadQuoteCue(w_, quote, &cue, &speaker);
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
      if (!IsSpokenQuote(doc_.quotes[first])) continue;
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
      if (IsSpokenQuote(doc_.quotes[q])) return q;
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
    const uint32_t behind = BehindQuote(c_, doc_.quotes[before]);
    if (behind >= open || w_.ParagraphOf(behind) != w_.ParagraphOf(open))
      return;
    const uint32_t cue = s_.cue_token[doc_.quotes[before].attribution];
    if (cue < behind || cue >= open) return;
    // No sentence of the writer's own lies between.
    if (text_.sentence_of[open] > text_.sentence_of[cue] + 1) return;
    Join(q, before);
  }

 private:
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

}  // namespace claimcheck
