// Numbers, percent, money, measures and counts: one pass over the tokens.
//
// A token that may begin an amount triggers a reading of sign, currency, number
// and unit (amounts, numerals, units); then come the second amount of a range
// (ranges), the noun that is counted (counted), what the words before say
// (words_before), what a number without a unit means (bare_numbers) and whether
// it is an amount at all (not_amounts).

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "claims/extract/amounts.h"
#include "claims/extract/analysis.h"
#include "claims/extract/bare_numbers.h"
#include "claims/extract/counted.h"
#include "claims/extract/finders.h"
#include "claims/extract/hedges.h"
#include "claims/extract/not_amounts.h"
#include "claims/extract/passage.h"
#include "claims/extract/quantity_mentions.h"
#include "claims/extract/ranges.h"
#include "claims/extract/words_before.h"
#include "claims/lexicon/lexicon.h"

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = W("and"), kTo = W("to"), kThrough = W("through"),
                   kFrom = W("from"), kOr = W("or"), kHttp = W("http"),
                   kHttps = W("https"), kWww = W("www");

// What RunSentence() stops at: words of these classes, and a few others.
constexpr uint64_t kStopClasses = kNotedClasses | kAmountClasses;
constexpr WordFilter kStopWords =
    kNotedWords | kAmountWords | WordFilter({kHttp, kHttps, kWww});

class Finder {
 public:
  Finder(const Lexicon& lexicon, DocumentAnalysis* doc)
      : lexicon_(lexicon), doc_(*doc), text_(doc->text), mentions_(doc) {}

  void Run() {
    for (sentence_ = 0; sentence_ < text_.sentences.size(); ++sentence_) {
      RunSentence(text_.sentences[sentence_]);
    }
  }

 private:
  void RunSentence(const Sentence& sentence);
  uint32_t SkipIdle(uint32_t t, uint32_t end) const;
  uint32_t Read(const Passage& p, uint32_t t);
  bool OpensDuration(const Passage& p, uint32_t t) const;
  ChangeKind ChangeOf(const Passage& p, uint32_t begin) const;
  HedgeMatch HedgeOf(const Passage& p, uint32_t begin, uint32_t end,
                     const CountedNoun& counted) const;
  void TakeSmall(const Passage& p, Amount* a);
  bool TimeAt(uint32_t token);
  bool TimeIn(TokenRange range) const;

  const Lexicon& lexicon_;
  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  uint32_t sentence_ = 0;
  QuantityMentions mentions_;
  WordsBefore before_;
  const LexEntry* year_ = nullptr;
  const LexEntry* magnitude_ = nullptr;
  const LexEntry* inch_ = nullptr;
  const LexEntry* pound_ = nullptr;
  size_t time_ = 0;    // the first time that may cover a token
  UnitMatch carried_;  // unit of an amount further on, which has none
  uint32_t carried_to_ = kNone;
  uint32_t last_end_ = 0;  // of the last amount, when it told of a change
  bool last_change_ = false;
};

// How the words before an amount at `begin` put it, or those between the last
// amount and it: "rose 5 % to 100".
ChangeKind Finder::ChangeOf(const Passage& p, uint32_t begin) const {
  if (last_change_ && (begin == last_end_ + 1 ||
                       (before_.HedgeEndsAt(begin) &&
                        before_.hedge.tokens.begin == last_end_ + 1))) {
    if (p.IsWord(last_end_, kTo)) return ChangeKind::kTo;
    if (p.IsWord(last_end_, kFrom)) return ChangeKind::kFrom;
  }
  return before_.ChangeOf(p, begin);
}

HedgeMatch Finder::HedgeOf(const Passage& p, uint32_t begin, uint32_t end,
                           const CountedNoun& counted) const {
  if (before_.HedgeEndsAt(begin)) return before_.hedge;
  HedgeMatch hedge;
  if (counted.found() && ReadHedgeAfter(p, counted.head + 1, &hedge)) {
    return hedge;
  }
  ReadHedgeAfter(p, end, &hedge);
  return hedge;
}

bool Finder::TimeAt(uint32_t token) {
  while (time_ < doc_.times.size() && doc_.times[time_].tokens.end <= token) {
    ++time_;
  }
  return time_ < doc_.times.size() && doc_.times[time_].tokens.begin <= token;
}

// True when a time not far behind the current token shares a token with
// `range`.
bool Finder::TimeIn(TokenRange range) const {
  constexpr size_t kLookAhead = 4;
  for (size_t i = time_; i < doc_.times.size() && i < time_ + kLookAhead; ++i) {
    if (doc_.times[i].tokens.begin >= range.end) break;
    if (doc_.times[i].tokens.Overlaps(range)) return true;
  }
  return false;
}

// "3 to 5 days": the rest was taken as a stretch of time, and this is its part.
bool Finder::OpensDuration(const Passage& p, uint32_t t) const {
  const bool joins = p.IsWord(t, kTo) || p.IsWord(t, kOr) || p.IsChar(t, '-') ||
                     (p.IsWord(t, kAnd) && before_.between != kNone);
  if (!joins || time_ >= doc_.times.size()) return false;
  const TimeMention& time = doc_.times[time_];
  return time.value.kind == TimeKind::kDuration && time.tokens.begin == t + 1;
}

// --- One amount

// "six foot three", "11 stone 4", "5'11\"", "a 12\" screen".
void Finder::TakeSmall(const Passage& p, Amount* a) {
  if (a->number.point || a->number.scaled || a->uncertainty ||
      !a->unit.per.empty()) {
    return;
  }
  const bool stone = a->measured() && a->unit.entry->id == "stone";
  if (a->measured() && !stone && a->unit.entry->id != "foot") return;
  const LexEntry*& small = stone ? pound_ : inch_;
  if (small == nullptr) {
    small = lexicon_.ById(Lex::kUnit, stone ? "pound-mass" : "inch");
  }
  if (small != nullptr && !TakeUnnamedSmall(p, *small, a) && !stone) {
    TakeInchMark(p, *small, a);
  }
}

// Past the numbers that share a label: "chapters 3, 4 and 5".
uint32_t SkipLabelled(const Passage& p, uint32_t t) {
  if (p.IsChar(t, ',') && p.IsWord(t + 1, kAnd)) ++t;
  while ((p.IsWord(t, kAnd) || p.IsWord(t, kOr) || p.IsWord(t, kTo) ||
          p.IsWord(t, kThrough) || p.IsChar(t, ',') || p.IsChar(t, '-') ||
          p.IsChar(t, '&')) &&
         p.IsDigits(t + 1) && p.EndsFigures(t + 2)) {
    t += 2;
    if (p.IsChar(t, ',') && p.IsWord(t + 1, kAnd)) ++t;
  }
  return t;
}

// Reads from a token that may begin an amount; returns where to go on.
uint32_t Finder::Read(const Passage& p, uint32_t t) {
  NumeralOptions options;
  options.between = before_.IsNear(before_.between, t);
  Amount a;
  const Reading reading = ReadAmount(p, t, options, &a);
  if (reading == Reading::kNone) return t + 1;
  if (reading == Reading::kRefused) return std::max(a.end, t + 1);
  if (TimeIn({a.begin, a.number.tokens.end})) return t + 1;
  TakeUncertainty(p, &a);
  TakeSmall(p, &a);
  if (!a.measured() && OpensDuration(p, a.end)) return a.end;

  ChangeKind verb = ChangeOf(p, a.begin);
  Amount b;
  const bool second = !a.uncertainty && ReadSecond(p, a, before_, &b) &&
                      !TimeIn(b.number.tokens);
  const bool from = before_.IsNear(before_.from, a.begin);
  if (second && from && verb == ChangeKind::kNone && p.IsWord(a.end, kTo) &&
      b.number.value < a.number.value) {
    verb = ChangeKind::kFrom;  // "the cut from 50p to 40p"
  }
  const bool range = second && IsRange(p, verb, a, b);
  if (range) {
    ShareScale(b.number, &a.number);
    ShareHundred(p, b.number, &a.number);
  } else if (second && verb == ChangeKind::kFrom && !a.measured() &&
             b.measured()) {
    a.unit = b.unit;  // "fell from 240 to 193 pounds"
    a.unit.end = a.end;
  } else if (second && verb == ChangeKind::kFrom && !b.measured()) {
    carried_ = a.unit;  // "fell from 240 pounds to 193"
    carried_.end = carried_to_ = b.begin;
  } else if (second && !a.measured() && p.IsChar(a.end, '-') &&
             p.Joined(a.end) && a.number.form == Numeral::kDigits) {
    return b.measured() ? a.end + 1 : b.end;  // "5-4", "won 3-1"
  }
  if (!range && !a.measured() && !a.number.ordinal &&
      a.number.form != Numeral::kVague) {
    TakeUnitOfNext(p, &a);
    if (!a.measured()) TakeUnitOfWhole(p, &a);
  }
  if (!a.measured() && carried_to_ == a.begin && carried_.entry != nullptr) {
    a.unit = carried_;
    a.unit.end = a.end;
  }
  if (!range && second && !a.measured() && b.measured() && !b.unit.money() &&
      b.before.entry == nullptr && p.IsWord(a.end, kTo) &&
      verb == ChangeKind::kNone) {
    a.unit = b.unit;  // "by 52 to 38 percent"
    a.unit.end = a.end;
  }
  const Amount& last = range ? b : a;
  const bool measured = a.measured() || last.measured();
  const bool one = a.number.value == Decimal{1, 0} && !range &&
                   a.number.form == Numeral::kWords && !a.number.scaled &&
                   !a.number.ordinal;
  CountedNoun counted;
  if (measured) {
    counted = FindWhole(p, last.end);
  } else if (a.number.form == Numeral::kFraction) {
    counted = FindWhole(p, last.end);
  } else if (!a.number.ordinal) {
    counted = FindCounted(p, last.end, one);
    if (counted.found()) ReadRate(p, counted.head + 1, &a.unit);
  }
  // "magnitude 6.1", "a magnitude of 6.1"
  const LexEntry* name = measured ? nullptr : UnitNameBefore(p, a.begin);
  if (name == nullptr && !measured && !counted.found() &&
      a.number.value.exponent == -1 && a.number.value < Decimal{10, 0} &&
      IsOfQuake(p, a.begin)) {
    if (magnitude_ == nullptr) {
      magnitude_ = lexicon_.ById(Lex::kUnit, "magnitude");
    }
    name = magnitude_;
  }
  if (name != nullptr) {
    a.unit.entry = name;
    counted = {};
  } else if (!measured && !counted.found() && IsAge(p, a, range)) {
    if (year_ == nullptr) year_ = lexicon_.ById(Lex::kUnit, "year");
    a.unit.entry = year_;
    a.unit.age = true;
  }
  if (mentions_.IsGloss(p, sentence_, a, last.end)) return last.end;
  const HedgeMatch hedge = HedgeOf(p, a.begin, last.end, counted);
  if (IsNoAmount(p, a, range ? &b : nullptr, counted.found(), before_)) {
    return before_.label.end == a.begin ? SkipLabelled(p, last.end) : last.end;
  }
  if (IsOnlyWords(p, a, counted.found() && !(one && counted.hyphen), one,
                  before_) ||
      (a.negative && counted.found() && !measured)) {
    return last.end;
  }
  ChangeKind change = verb;
  // "took down 3 drones"
  if (before_.particle && !measured && counted.found()) {
    change = ChangeKind::kNone;
  }
  if (change == ChangeKind::kNone && a.plus) change = ChangeKind::kByUp;
  const LexHit* after = measured ? p.Find(last.end, Lex::kChange) : nullptr;
  // "1,200 metres down": where, not how much less.
  if (after != nullptr && last.unit.entry != nullptr &&
      last.unit.entry->dimension == "length") {
    after = nullptr;
  }
  if (change == ChangeKind::kNone && after != nullptr) {
    // "5 percent higher", "a 3 percent drop"
    change = after->entry->id == "up" ? ChangeKind::kByUp : ChangeKind::kByDown;
  }
  mentions_.Emit(p, sentence_, a, range ? &b : nullptr, counted, hedge,
                 change);
  last_change_ = change != ChangeKind::kNone;
  last_end_ = counted.found() && !measured && !counted.apart ? counted.head + 1
                                                             : last.end;
  return std::max(last_end_, t + 1);
}

// Past tokens that neither begin an amount nor tell anything about one: all but
// one in ten.
uint32_t Finder::SkipIdle(uint32_t t, uint32_t end) const {
  const uint64_t* const masks = doc_.lex.masks();
  const Token* const tokens = text_.tokens.data();
  for (; t < end; ++t) {
    if ((masks[t] & kStopClasses) != 0) return t;
    const Token& token = tokens[t];
    if (token.kind == TokenKind::kWord) {
      if (kStopWords.MayHave(token.word)) return t;
    } else if (token.kind == TokenKind::kPunctuation) {
      const char mark = token.mark;
      const bool idle = mark == ',' || mark == ';' || mark == ':' ||
                        mark == '!' || mark == '?' ||
                        (mark == '.' && t + 1 == end);
      if (!idle) return t;
    } else if (token.kind != TokenKind::kQuote) {
      return t;
    }
  }
  return end;
}

void Finder::RunSentence(const Sentence& sentence) {
  const Passage p{text_, doc_.lex, sentence.tokens};
  before_ = WordsBefore{};
  last_change_ = false;
  uint32_t done = p.tokens.begin;  // what amounts have taken
  uint32_t t = p.tokens.begin;
  if (p.IsArticle(t)) {
    if (Amount one; ReadOneUnit(p, t, &one)) {
      mentions_.Emit(p, sentence_, one, nullptr, {}, {}, ChangeKind::kNone);
      done = t = one.end;
    }
  }
  while (true) {
    t = SkipIdle(t, p.tokens.end);
    if (t >= p.tokens.end) break;
    before_.Note(p, t);
    const uint32_t word = text_.tokens[t].word;
    if ((word == kHttp || word == kHttps || word == kWww) && p.Joined(t + 1)) {
      ++t;
      while (p.Joined(t)) ++t;
      continue;
    }
    if (!MayBeginAmount(p, t) || TimeAt(t)) {
      ++t;
      continue;
    }
    // "a million", "a third" begin with their article.
    const bool article = t > done && p.IsArticle(t - 1) &&
                         !TimeIn({t - 1, t}) &&
                         (p.Has(t, Bit(Lex::kScale) | Bit(Lex::kFraction) |
                                       Bit(Lex::kVagueNumber)) ||
                          (t == 1 && p.Has(t, Bit(Lex::kCardinal))));
    uint32_t next = article ? Read(p, t - 1) : t;
    if (next == t) next = Read(p, t);
    for (uint32_t i = t + 1; i < next && i < p.tokens.end; ++i)
      before_.Note(p, i);
    done = t = next;
  }
}

}  // namespace

void FindQuantities(const Lexicon& lexicon, DocumentAnalysis* doc) {
  Finder(lexicon, doc).Run();
}

}  // namespace claimcheck
