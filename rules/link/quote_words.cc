#include "rules/link/quote_words.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"
#include "claims/text/stem.h"
#include "claims/text/tokens.h"

namespace claimcheck {
namespace {

// Brackets that hold more than this are not an insertion.
constexpr uint32_t kMaxInsertion = 24;

constexpr uint32_t Hash(absl::string_view word) {
  return WordHash(word.data(), word.size());
}

// The closed class of words that turn a statement into its opposite.
bool IsNegation(uint32_t key) {
  static constexpr uint32_t kWords[] = {
      Hash("not"),  Hash("never"),   Hash("no"),     Hash("none"),
      Hash("nor"),  Hash("neither"), Hash("nobody"), Hash("nothing"),
      Hash("nowhere"), Hash("without")};
  for (uint32_t word : kWords) {
    if (word == key) return true;
  }
  return false;
}

bool IsLight(uint32_t key) {
  static constexpr uint32_t kWords[] = {Hash("a"), Hash("an"), Hash("the"),
                                        Hash("that"), Hash("and")};
  for (uint32_t word : kWords) {
    if (word == key) return true;
  }
  return false;
}

// What a contraction's part stands for.  "'s" and "'d" have two readings; the
// comparison of what differs knows the other one.
uint32_t WrittenOut(uint32_t word) {
  static constexpr uint32_t kForms[][2] = {
      {Hash("n't"), Hash("not")},   {Hash("'re"), Hash("are")},
      {Hash("'ve"), Hash("have")},  {Hash("'ll"), Hash("will")},
      {Hash("'m"), Hash("am")},     {Hash("'s"), Hash("is")},
      {Hash("'d"), Hash("would")},  {Hash("%"), Hash("percent")},
      {Hash("&"), Hash("and")}};
  for (const auto& form : kForms) {
    if (form[0] == word) return form[1];
  }
  return word;
}

// "ca" of "can't", "wo" of "won't", "sha" of "shan't".
uint32_t BeforeNot(uint32_t word) {
  if (word == Hash("ca")) return Hash("can");
  if (word == Hash("wo")) return Hash("will");
  if (word == Hash("sha")) return Hash("shall");
  return word;
}

// The hit of `cls` that is just this one token, or null.
const LexEntry* OneWord(const DocumentAnalysis& doc, uint32_t token, Lex cls) {
  if (token >= doc.lex.size() || !doc.lex.Has(token, cls)) return nullptr;
  for (const LexHit& hit : doc.lex.At(token)) {
    if (hit.cls == cls && hit.tokens == 1) return hit.entry;
  }
  return nullptr;
}

// The word without an ending that makes other words of it: "polarized" and
// "polarization" give "polar".  0 for short words.
uint32_t FamilyOf(absl::string_view word) {
  static constexpr absl::string_view kEndings[] = {
      "izations", "isations", "ization", "isation", "ations", "ation",
      "izing",    "ising",    "ized",    "ised",    "ments",  "ment",
      "ively",    "ives",     "ive",     "ances",   "ences",  "ance",
      "ence",     "izes",     "ises",    "ize",     "ise",    "ities",
      "ity",      "ions",     "ion",     "ings",    "ing",    "ly",
      "ed",       "es",       "s"};
  constexpr size_t kLeast = 5;
  if (word.size() <= kLeast) return 0;
  for (absl::string_view ending : kEndings) {
    if (word.size() >= kLeast + ending.size() && absl::EndsWith(word, ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  return Hash(word);
}

class Reader {
 public:
  Reader(const DocumentAnalysis& doc, TokenRange range, QuoteWords* out)
      : doc_(doc), text_(doc.text), range_(range), out_(*out) {}

  void Run() {
    for (uint32_t t = range_.begin; t < range_.end;) {
      if (text_.IsChar(t, '[')) {
        t = Bracket(t);
      } else if (const uint32_t end = EllipsisEnd(t); end != t) {
        gap_ = true;
        stop_ = false;
        t = end;
      } else {
        t = Token(t);
      }
    }
    out_.gap_at_end = gap_;
    out_.stop_at_end = stop_;
  }

 private:
  bool IsDot(uint32_t t) const { return t < range_.end && text_.IsChar(t, '.'); }

  // Behind "...", "…" or ". . ." at `t`; `t` when there is none.
  uint32_t EllipsisEnd(uint32_t t) const {
    if (text_.Folded(t) == "...") {
      ++t;
      while (IsDot(t)) ++t;
      return t;
    }
    uint32_t end = t;
    while (IsDot(end)) ++end;
    return end - t >= 2 ? end : t;
  }

  // Behind the insertion that opens at `t`.
  uint32_t Bracket(uint32_t t) {
    uint32_t close = t + 1;
    const uint32_t limit =
        range_.end - t > kMaxInsertion ? t + kMaxInsertion : range_.end;
    while (close < limit && !text_.IsChar(close, ']')) ++close;
    if (close >= limit) return t + 1;  // never closed: an ordinary mark
    // "[W]e": the writer changed a capital.
    if (close == t + 2 && close + 1 < range_.end &&
        text_.tokens[t + 1].kind == TokenKind::kWord &&
        text_.tokens[t + 1].folded_size <= 2 && text_.Adjacent(close + 1) &&
        text_.tokens[close + 1].kind == TokenKind::kWord) {
      joined_.assign(text_.Folded(t + 1).data(), text_.Folded(t + 1).size());
      joined_.append(text_.Folded(close + 1).data(),
                     text_.Folded(close + 1).size());
      Add(close + 1, Hash(joined_), joined_);
      return close + 2;
    }
    gap_ = true;
    return close + 1;
  }

  uint32_t Token(uint32_t t) {
    const claimcheck::Token& token = text_.tokens[t];
    const absl::string_view folded = text_.Folded(t);
    if (token.kind == TokenKind::kQuote) return t + 1;
    const bool symbol_word =
        token.kind == TokenKind::kSymbol &&
        (folded == "%" || folded == "&" ||
         OneWord(doc_, t, Lex::kCurrency) != nullptr);
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber &&
        !symbol_word) {
      clause_ |= folded != "/" && !(folded == "-" && text_.Adjacent(t));
      stop_ = folded == "." || folded == "!" || folded == "?";
      return t + 1;
    }
    if (const LexHit* spelt = Respelt(t); spelt != nullptr) {
      Add(t, Hash(spelt->entry->id), folded);
      return t + spelt->tokens;
    }
    if (folded == "cannot") {
      Add(t, Hash("can"), "can");
      Add(t, Hash("not"), "not");
      return t + 1;
    }
    uint32_t key = WrittenOut(token.word);
    if (key == Hash("not") && key != token.word && !out_.words.empty() &&
        out_.info.back().token + 1 == t) {
      AlignWord& before = out_.words.back();
      before.key = BeforeNot(before.key);
      before.stem = before.key == text_.tokens[t - 1].word ? before.stem
                                                           : before.key;
    }
    if (const LexEntry* number = OneWord(doc_, t, Lex::kCardinal);
        number != nullptr && !number->value_text.empty()) {
      key = Hash(number->value_text);
    }
    Add(t, key, folded);
    return t + 1;
  }

  // "Co-operate", "pyjamas": a word in one of two spellings, or null.
  const LexHit* Respelt(uint32_t t) const {
    if (t >= doc_.lex.size() || !doc_.lex.Has(t, Lex::kParaphrase)) return nullptr;
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls == Lex::kParaphrase && t + hit.tokens <= range_.end &&
          absl::StartsWith(hit.entry->id, "spelling of ")) {
        return &hit;
      }
    }
    return nullptr;
  }

  // "Failed to act" denies what "did not act" does.
  bool RefusesAt(uint32_t t) const {
    const LexHit* cue = doc_.lex.Find(t, Lex::kNegationCue);
    return cue != nullptr && cue->tokens == 2 && t + 1 < range_.end &&
           text_.Folded(t + 1) == "to";
  }

  void Add(uint32_t t, uint32_t key, absl::string_view folded) {
    AlignWord word;
    word.key = key;
    const bool clitic = !folded.empty() && folded[0] == '\'';
    const bool plain = key == Hash(folded) && !clitic;
    word.stem = plain ? StemHash(folded) : key;
    const bool annotated = doc_.lex.size() == text_.tokens.size();
    word.content = annotated ? !OneWord(doc_, t, Lex::kStopWord)
                             : folded.size() > 3;
    word.content &= !clitic && !IsNegation(key) && !IsLight(key) &&
                    key != Hash("can");
    if (word.content && plain) {
      word.family = FamilyOf(folded);
      if (const LexEntry* group = OneWord(doc_, t, Lex::kSynonym)) {
        word.group = Hash(group->id);
      }
    }
    word.gap_before = gap_;
    QuoteWordInfo info;
    info.token = t;
    info.negation = IsNegation(key) || RefusesAt(t);
    info.light = IsLight(key);
    // "Not only A": of A nothing is denied.
    if (!out_.info.empty() && out_.info.back().negation &&
        (key == Hash("only") || key == Hash("just") || key == Hash("merely") ||
         key == Hash("simply"))) {
      out_.info.back().negation = false;
    }
    info.sentence_start =
        out_.info.empty() ||
        text_.sentence_of[t] != text_.sentence_of[out_.info.back().token];
    info.clause_start = info.sentence_start || clause_;
    out_.words.push_back(word);
    out_.info.push_back(info);
    gap_ = clause_ = stop_ = false;
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const TokenRange range_;
  QuoteWords& out_;
  std::string joined_;
  bool gap_ = false;
  bool clause_ = false;
  bool stop_ = false;
};

// One spelling for British and American forms, without a plural's "s".
std::string PlainSpelling(absl::string_view word) {
  std::string w(word);
  if (w.size() > 4 && absl::EndsWith(w, "ies")) {
    w.replace(w.size() - 3, 3, "y");
  } else if (w.size() > 3 && w.back() == 's' && !absl::EndsWith(w, "ss")) {
    w.pop_back();
  }
  static constexpr absl::string_view kForms[][2] = {
      {"our", "or"},   {"yse", "yze"},   {"ise", "ize"}, {"isation", "ization"},
      {"isin", "izin"}, {"ence", "ense"}, {"ogue", "og"}, {"tre", "ter"},
      {"ae", "e"},     {"oe", "e"},      {"ll", "l"},    {"pp", "p"},
      {"mme", "m"},    {"grey", "gray"}, {"que", "ck"},
      {"yjama", "ajama"}};
  for (const auto& form : kForms) {
    const size_t at = w.rfind(std::string(form[0]));
    if (at != std::string::npos && at > 0) {
      w.replace(at, form[0].size(), form[1].data(), form[1].size());
    }
  }
  return w;
}

}  // namespace

void ReadQuoteWords(const DocumentAnalysis& doc, const Quote& quote,
                    QuoteWords* out) {
  out->words.clear();
  out->info.clear();
  Reader(doc, quote.tokens, out).Run();
}

bool SameButSpelling(absl::string_view a, absl::string_view b) {
  return PlainSpelling(a) == PlainSpelling(b);
}

bool AreOpposites(absl::string_view a, absl::string_view b) {
  if (a.size() > b.size()) return AreOpposites(b, a);
  static constexpr absl::string_view kPrefixes[] = {
      "un", "in", "im", "il", "ir", "dis", "non", "anti", "counter"};
  if (a.size() < 4 || !absl::EndsWith(b, a)) return false;
  // "income" is not the opposite of "come".
  if (a.size() == 4 && absl::StartsWith(b, "in")) return false;
  const absl::string_view prefix = b.substr(0, b.size() - a.size());
  for (absl::string_view p : kPrefixes) {
    if (p == prefix) return true;
  }
  return false;
}

}  // namespace claimcheck
