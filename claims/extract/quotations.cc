// FindQuotations: pairs quotation marks, and tells speech from labels.

#include <algorithm>

#include "absl/base/attributes.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/extract/finders.h"

namespace claimcheck {
namespace {

// Labels and scare quotes are this short: the “rules-based” order.
constexpr uint32_t kLabelWords = 3;
// Works have longer names, and so do headings.
constexpr uint32_t kTitleWords = 16;
// How far from the marks a verb of saying shows that somebody speaks.
constexpr uint32_t kVerbBefore = 8, kVerbBehind = 4;
// The same behind a sentence of its own: a name and an office stand between.
constexpr uint32_t kVerbFarBehind = 25;

// Pairs the marks of one document, in one pass.  At most two quotations are
// open at a time, one inside the other and of another kind of mark.
class Pairing {
 public:
  explicit Pairing(DocumentAnalysis* doc) : text_(doc->text), quotes_(doc->quotes) {}

  void Run() {
    const Token* const tokens = text_.tokens.data();
    uint32_t paragraph = kNone;
    for (const Sentence& sentence : text_.sentences) {
      const TokenRange range = sentence.tokens;
      if (range.empty()) continue;
      const bool opens = sentence.paragraph != paragraph;
      if (opens) {
        EndParagraph(range.begin);
        paragraph = sentence.paragraph;
        if (tokens[range.begin].kind != TokenKind::kQuote) {
          pending_ = Open{};
        }
      }
      for (uint32_t t = range.begin; t < range.end; ++t) {
        const Token& token = tokens[t];
        if (token.kind != TokenKind::kQuote) continue;
        Mark(t, token.Is(Token::kDoubleQuote), token.quote,
             opens && t == range.begin);
      }
    }
    EndParagraph(static_cast<uint32_t>(text_.tokens.size()));
    quotes_.erase(std::remove_if(quotes_.begin(), quotes_.end(),
                                 [](const Quote& q) { return q.tokens.empty(); }),
                  quotes_.end());
  }

 private:
  struct Open {
    uint32_t quote = kNone;
    bool is_double = false;
    explicit operator bool() const { return quote != kNone; }
  };

  // Kept out of the loop over all tokens: marks are few.
  ABSL_ATTRIBUTE_NOINLINE void Mark(uint32_t t, bool is_double, QuoteSide side,
                                    bool first) {
    Open& same = inner_ && inner_.is_double == is_double   ? inner_
                 : outer_ && outer_.is_double == is_double ? outer_
                                                           : none_;
    if (same && side != QuoteSide::kOpen) {
      // What is open inside it was never closed.
      if (&same == &outer_ && inner_) Drop(&inner_);
      Close(&same, t, t);
      pending_ = Open{};
      return;
    }
    if (side == QuoteSide::kClose) return;  // closes nothing
    if (same) {
      // A closing mark is missing: that quotation reached no further than its
      // sentence.
      if (&same == &outer_ && inner_) Drop(&inner_);
      GiveUp(&same, t);
    }
    Open opened;
    opened.quote = static_cast<uint32_t>(quotes_.size());
    opened.is_double = is_double;
    Quote quote;
    quote.tokens = {t + 1, t + 1};
    quote.span = text_.tokens[t].span;
    quote.nested = static_cast<bool>(outer_);
    quote.continued = first && pending_ && pending_.is_double == is_double;
    quotes_.push_back(quote);
    pending_ = Open{};
    (outer_ ? inner_ : outer_) = opened;
  }

  // The quotation's words end before token `end`; `mark` is its closing mark or
  // `end` again.
  void Close(Open* open, uint32_t end, uint32_t mark) {
    Quote& quote = quotes_[open->quote];
    quote.tokens.end = end;
    if (!quote.tokens.empty()) {
      quote.content = text_.SpanOf(quote.tokens);
      quote.sentence = text_.sentence_of[quote.tokens.begin];
      quote.span.end = quote.content.end;
      if (mark < text_.tokens.size() &&
          text_.tokens[mark].kind == TokenKind::kQuote && !quote.unclosed) {
        quote.span.end = text_.tokens[mark].span.end;
      }
    }
    *open = Open{};
  }

  void GiveUp(Open* open, uint32_t t) {
    Quote& quote = quotes_[open->quote];
    if (!open->is_double) {  // an apostrophe
      Drop(open);
      return;
    }
    quote.unclosed = true;
    const uint32_t sentence = text_.sentence_of[quote.tokens.begin];
    const uint32_t end = std::min(t, text_.sentences[sentence].tokens.end);
    for (size_t q = open->quote + 1; q < quotes_.size(); ++q) {
      if (quotes_[q].tokens.end >= end) quotes_[q].nested = false;
    }
    Close(open, end, t);
  }

  // It was no quotation; what seemed to lie inside it lies outside.
  void Drop(Open* open) {
    for (size_t q = open->quote + 1; q < quotes_.size(); ++q) {
      quotes_[q].nested = false;
    }
    quotes_[open->quote].tokens = {0, 0};
    *open = Open{};
  }

  // A paragraph ends before token `t`, and every quotation with it.
  void EndParagraph(uint32_t t) {
    if (inner_) Drop(&inner_);
    pending_ = Open{};
    if (!outer_) return;
    if (!outer_.is_double) {
      Drop(&outer_);
      return;
    }
    pending_ = outer_;
    quotes_[outer_.quote].unclosed = true;
    Close(&outer_, t, t);
  }

  const TokenizedText& text_;
  std::vector<Quote>& quotes_;
  Open outer_, inner_, none_;
  Open pending_;  // what the paragraph before left open
};

bool IsWord(const TokenizedText& text, uint32_t t) {
  return text.tokens[t].kind == TokenKind::kWord ||
         text.tokens[t].kind == TokenKind::kNumber;
}

// Tells what is somebody's speech, what is grown into the writer's sentence,
// and what is a label or the name of a work.
class Judge {
 public:
  Judge(const DocumentAnalysis& doc, Quote* quote)
      : text_(doc.text),
        lex_(doc.lex),
        quote_(*quote),
        open_(quote->tokens.begin - 1),
        sentence_(text_.sentences[text_.sentence_of[open_]].tokens) {
    close_ = quote->tokens.end;
    // The mark may be missing.
    behind_ = close_ < text_.tokens.size() &&
                      text_.tokens[close_].kind == TokenKind::kQuote
                  ? close_ + 1
                  : close_;
  }

  void Run() {
    CountWords();
    const uint32_t first = quote_.tokens.begin;
    const bool after_word = open_ > sentence_.begin && IsWord(text_, open_ - 1);
    const bool capital = text_.tokens[first].Is(Token::kCapital);
    quote_.fragment = after_word && !(capital && SayVerbEndsAt(open_ - 1));
    if (quote_.unclosed || quote_.continued) return;
    if (NamesWork() || Heading() || IsAddress()) {
      quote_.title = true;
    } else if (words_ <= kLabelWords) {
      quote_.title = Label();
    }
  }

 private:
  // A link in quotation marks.
  bool IsAddress() const {
    return absl::StrContains(
        text_.Text(text_.SpanOf(quote_.tokens)).substr(0, 10), "://");
  }

  void CountWords() {
    for (uint32_t t = quote_.tokens.begin;
         t < quote_.tokens.end && words_ <= kTitleWords; ++t) {
      // Of a combining mark alone folding leaves nothing.
      if (!IsWord(text_, t) || text_.tokens[t].folded_size == 0 ||
          text_.Folded(t)[0] == '\'') {
        continue;
      }
      ++words_;
      const bool small = text_.tokens[t].folded_size <= 3 ||
                         (lex_.size() > t && lex_.Has(t, Lex::kPreposition));
      if (!text_.tokens[t].Is(Token::kCapital) &&
          text_.tokens[t].kind == TokenKind::kWord && !small) {
        ++small_letter_;
      }
    }
  }

  bool SayVerbAt(uint32_t t) const {
    if (t >= lex_.size()) return false;
    const LexHit* hit = lex_.Find(t, Lex::kSayVerb);
    return hit != nullptr && !hit->entry->HasTag("attitude") &&
           !hit->entry->HasTag("judgement");
  }
  // A verb of saying, of one to three tokens, whose last is `t`.
  bool SayVerbEndsAt(uint32_t t) const {
    for (uint32_t n = 0; n < 3 && t >= sentence_.begin + n; ++n) {
      const uint32_t begin = t - n;
      if (begin >= lex_.size()) continue;
      for (const LexHit& hit : lex_.At(begin)) {
        if (hit.cls == Lex::kSayVerb && begin + hit.tokens == t + 1) return true;
      }
    }
    return false;
  }

  bool SentenceMark(uint32_t t) const {
    return text_.IsChar(t, '.') || text_.IsChar(t, '!') || text_.IsChar(t, '?');
  }

  // Speech stands beside a comma or colon, or beside its verb.
  bool BesideCue() const {
    if (open_ > sentence_.begin) {
      const uint32_t before = open_ - 1;
      if (text_.IsChar(before, ',') || text_.IsChar(before, ':') ||
          SayVerbEndsAt(before)) {
        return true;
      }
    }
    const uint32_t last = quote_.tokens.end - 1;
    return text_.IsChar(last, ',');
  }

  // “The Long Way Home”, or the words behind "titled".
  bool NamesWork() const {
    if (words_ == 0) return false;
    if (open_ > sentence_.begin) {
      const absl::string_view before = text_.Folded(open_ - 1);
      if (before == "titled" || before == "entitled" || before == "headlined" ||
          before == "captioned") {
        return true;
      }
    }
    return words_ >= 2 && words_ <= kTitleWords && small_letter_ == 0 && !BesideCue() &&
           text_.tokens[quote_.tokens.begin].Is(Token::kCapital) &&
           !SentenceMark(quote_.tokens.end - 1);
  }

  // A line of its own, without a full stop.
  bool Heading() const {
    return words_ <= 8 && open_ == sentence_.begin &&
           behind_ >= sentence_.end && !SentenceMark(quote_.tokens.end - 1) &&
           !text_.IsChar(quote_.tokens.end - 1, ',') &&
           !text_.sentences[text_.sentence_of[open_]].IsProse();
  }

  bool InsideParagraph() const {
    const uint32_t sentence = text_.sentence_of[open_];
    return sentence > 0 && text_.sentences[sentence - 1].paragraph ==
                               text_.sentences[sentence].paragraph;
  }

  // A word or two that nobody is said to say.
  bool Label() const {
    const uint32_t last = quote_.tokens.end - 1;
    if (BesideCue() && SentenceMark(last)) return false;
    // “Not now.”, a sentence of its own inside a paragraph
    if (open_ == sentence_.begin && behind_ >= sentence_.end &&
        SentenceMark(last) && InsideParagraph() &&
        text_.tokens[quote_.tokens.begin].Is(Token::kCapital)) {
      return false;
    }
    const uint32_t from =
        open_ > sentence_.begin + kVerbBefore ? open_ - kVerbBefore
                                              : sentence_.begin;
    for (uint32_t t = from; t < open_; ++t) {
      if (SayVerbAt(t)) return Attributive();
    }
    const uint32_t size = static_cast<uint32_t>(text_.tokens.size());
    // “Not now,” the mayor of the town, Ada Roe, said.
    const bool speech = open_ == sentence_.begin &&
                        (text_.IsChar(last, ',') || text_.IsChar(last, '!') ||
                         text_.IsChar(last, '?'));
    const uint32_t to =
        std::min(size, behind_ + (speech ? kVerbFarBehind : kVerbBehind));
    for (uint32_t t = behind_; t < to; ++t) {
      if (text_.sentence_of[t] != text_.sentence_of[open_]) break;
      if (SayVerbAt(t)) return Attributive();
    }
    return true;
  }
  // The “rules-based” order: an adjective of the writer's.
  bool Attributive() const {
    if (open_ == sentence_.begin || behind_ >= text_.tokens.size()) return false;
    const uint32_t before = open_ - 1;
    return lex_.size() > before && lex_.Has(before, Lex::kDeterminer) &&
           text_.tokens[behind_].kind == TokenKind::kWord &&
           !text_.tokens[behind_].Is(Token::kCapital) &&
           !lex_.Has(behind_, Lex::kPreposition) &&
           !lex_.Has(behind_, Lex::kConjunction) &&
           !lex_.Has(behind_, Lex::kAuxiliary) && !SayVerbAt(behind_);
  }

  const TokenizedText& text_;
  const LexHits& lex_;
  Quote& quote_;
  const uint32_t open_;  // the opening mark
  uint32_t close_ = 0;
  uint32_t behind_ = 0;
  const TokenRange sentence_;
  uint32_t words_ = 0;
  uint32_t small_letter_ = 0;  // longer words without a capital
};

}  // namespace

void FindQuotations(const Lexicon& lexicon, DocumentAnalysis* doc) {
  Pairing(doc).Run();
  for (Quote& quote : doc->quotes) Judge(*doc, &quote).Run();
}

}  // namespace claimcheck
