// Numbers, percent, money, measures and counts: one pass over the tokens.
//
// A token that may begin an amount triggers a reading of sign, currency, number
// and unit (amounts, numerals, units); then come the second amount of a range
// (ranges), the noun that is counted (counted), what the words before say
// (words_before) and whether it is an amount at all (not_amounts).

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claims/extract/amounts.h"
#include "claims/extract/analysis.h"
#include "claims/extract/counted.h"
#include "claims/extract/finders.h"
#include "claims/extract/hedges.h"
#include "claims/extract/not_amounts.h"
#include "claims/extract/number_words.h"
#include "claims/extract/passage.h"
#include "claims/extract/ranges.h"
#include "claims/extract/words_before.h"
#include "claims/lexicon/lexicon.h"

namespace claimcheck {
namespace {

constexpr uint32_t kDozen = W("dozen");
constexpr uint32_t kAnd = W("and"), kTo = W("to"), kThrough = W("through"),
                   kFrom = W("from"), kOr = W("or"), kHttp = W("http"),
                   kHttps = W("https"), kWww = W("www"), kAged = W("aged"),
                   kAge = W("age"), kAges = W("ages"),
                   kMeasured = W("measured"), kMeasuring = W("measuring"),
                   kRegistered = W("registered"),
                   kRegistering = W("registering"), kAt = W("at"),
                   kOf = W("of");

// "The quake, which measured 4.9": before a number.
bool IsOfQuake(const Passage& p, uint32_t number) {
  constexpr uint32_t kQuakeReach = 14;
  static constexpr uint32_t kQuakes[] = {W("quake"),   W("earthquake"),
                                         W("tremor"),  W("aftershock"),
                                         W("temblor"), W("foreshock")};
  uint32_t t = number - 1;
  if (p.IsWord(t, kAt)) --t;
  if (!p.IsWord(t, kMeasured) && !p.IsWord(t, kMeasuring) &&
      !p.IsWord(t, kRegistered) && !p.IsWord(t, kRegistering)) {
    return false;
  }
  for (uint32_t steps = 0; steps < kQuakeReach && t > p.tokens.begin; ++steps) {
    --t;
    for (const uint32_t quake : kQuakes) {
      if (p.IsWord(t, quake)) return true;
    }
  }
  return false;
}

// What RunSentence() stops at: words of these classes, and a few others.
constexpr uint64_t kStopClasses = kNotedClasses | kAmountClasses;
constexpr WordFilter kStopWords =
    kNotedWords | kAmountWords | WordFilter({kHttp, kHttps, kWww});

constexpr Decimal kOldest{115, 0};

class Finder {
 public:
  Finder(const Lexicon& lexicon, DocumentAnalysis* doc)
      : lexicon_(lexicon), doc_(*doc), text_(doc->text) {}

  void Run() {
    // So that the folded text does not move while views of it are out.
    room_ = 4096 + doc_.text.folded.size() / 16;
    doc_.text.folded.reserve(doc_.text.folded.size() + room_);
    for (sentence_ = 0; sentence_ < text_.sentences.size(); ++sentence_) {
      RunSentence(text_.sentences[sentence_]);
    }
  }

 private:
  void RunSentence(const Sentence& sentence);
  void FindTitleCase(const Passage& p);
  bool IsIdle(uint32_t t) const;
  uint32_t Read(const Passage& p, uint32_t t);
  bool OpensDuration(const Passage& p, uint32_t t) const;
  bool IsOnlyWords(const Passage& p, const Amount& a, bool counted,
                   bool one) const;
  bool IsAge(const Passage& p, const Amount& a, bool range) const;
  ChangeKind ChangeOf(const Passage& p, uint32_t begin) const;
  HedgeMatch HedgeOf(const Passage& p, uint32_t begin, uint32_t end,
                     const CountedNoun& counted) const;
  void Emit(const Passage& p, const Amount& a, const Amount* b,
            const CountedNoun& counted, const HedgeMatch& hedge,
            ChangeKind change);
  bool IsGloss(const Passage& p, const Amount& a, uint32_t end) const;
  void TakeSmall(const Passage& p, Amount* a);
  absl::string_view NounOf(const CountedNoun& counted);
  bool TimeAt(uint32_t token);
  bool TimeIn(TokenRange range) const;

  const Lexicon& lexicon_;
  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  uint32_t sentence_ = 0;
  size_t room_ = 0;  // bytes left behind the folded text
  WordsBefore before_;
  const LexEntry* year_ = nullptr;
  const LexEntry* magnitude_ = nullptr;
  const LexEntry* inch_ = nullptr;
  const LexEntry* pound_ = nullptr;
  bool title_case_known_ = false;
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

// "A woman of 38", "a girl of six".
bool IsAgeOfSomebody(const Passage& p, const Amount& a) {
  static constexpr uint32_t kSomebody[] = {
      W("man"), W("woman"), W("boy"), W("girl"), W("lad"),
      W("child"), W("teenager"), W("youth"), W("lady")};
  if (a.begin < p.tokens.begin + 2 || !p.IsWord(a.begin - 1, kOf) ||
      a.number.ordinal || a.number.scaled || a.number.value.exponent != 0) {
    return false;
  }
  for (const uint32_t noun : kSomebody) {
    if (p.IsWord(a.begin - 2, noun)) return true;
  }
  return false;
}

// "aged 46", "Jane Roe, 46,".
bool Finder::IsAge(const Passage& p, const Amount& a, bool range) const {
  if (!a.measured() && Decimal{0, 0} < a.number.value && a.number.value < kOldest &&
      IsAgeOfSomebody(p, a)) {
    return true;
  }
  if (a.measured() || a.number.form != Numeral::kDigits ||
      a.number.tokens.size() != 1 || !(a.number.value < kOldest) ||
      !(Decimal{0, 0} < a.number.value)) {
    return false;
  }
  const uint32_t t = a.begin;
  if (p.IsWord(t - 1, kAged) || p.IsWord(t - 1, kAge) ||
      p.IsWord(t - 1, kAges)) {
    return true;
  }
  constexpr uint64_t kNoPerson = Bit(Lex::kMonth) | Bit(Lex::kWeekday) |
                                 Bit(Lex::kCountry) | Bit(Lex::kCity) |
                                 Bit(Lex::kCapital) | Bit(Lex::kRegion);
  const bool closed = p.IsChar(a.end, ',') || p.IsChar(a.end, ';') ||
                      (p.IsChar(a.end, '.') && a.end + 1 == p.tokens.end);
  return closed && !range && p.IsChar(t - 1, ',') && p.IsPlainWord(t - 2) &&
         text_.tokens[t - 2].Is(Token::kCapital) && !p.Has(t - 2, kNoPerson);
}

// Number words that stand for somebody or something: "one" as a pronoun, "the
// two"; and "a" before what is no number.
bool Finder::IsOnlyWords(const Passage& p, const Amount& a, bool counted,
                         bool one) const {
  if (a.number.article && !a.number.scaled && !a.number.ordinal) return true;
  if (a.measured() || a.number.form != Numeral::kWords || a.number.scaled ||
      a.number.ordinal || before_.HedgeEndsAt(a.begin)) {
    return false;
  }
  const bool determined = p.Has(a.begin - 1, Bit(Lex::kDeterminer));
  // "one, two and three", "one or two"
  const bool listed =
      (p.IsChar(a.end, ',') || p.IsWord(a.end, kOr) || p.IsWord(a.end, kTo) ||
       p.IsWord(a.end, kAnd)) &&
      p.Has(a.end + 1, Bit(Lex::kCardinal)) && CardinalAt(p, a.end + 1) == 2;
  if (one && listed && !determined) return false;
  if (one && (!counted || determined)) return p.tokens.size() > 2;
  return !counted && determined;
}

void Finder::Emit(const Passage& p, const Amount& a, const Amount* b,
                  const CountedNoun& counted, const HedgeMatch& hedge,
                  ChangeKind change) {
  QuantityMention m;
  QuantityValue& v = m.value;
  const Amount& last = b == nullptr ? a : *b;
  m.sentence = sentence_;
  m.tokens = {a.begin, last.end};
  v.written = a.number.value;
  v.written_high = a.number.high;
  v.last_digit = a.number.last_digit;
  v.rounding_digit = a.number.value.exponent;
  if (b != nullptr) {
    v.written_high = b->number.value;
    v.last_digit = std::min(v.last_digit, b->number.last_digit);
    v.rounding_digit = std::min(v.rounding_digit, b->number.value.exponent);
  }
  // Two dozen may be 27, as 20 may.
  for (uint32_t t = a.number.tokens.begin; t < a.number.tokens.end; ++t) {
    if (p.IsWord(t, kDozen)) v.rounding_digit = std::max(v.rounding_digit, 1);
  }
  v.ordinal = a.number.ordinal;
  v.change = change;
  const UnitMatch& unit = last.measured() ? last.unit : a.unit;
  v.per = unit.per.empty() ? a.unit.per : unit.per;
  if (counted.found()) {
    v.counted = NounOf(counted);
    m.counted = counted.phrase;
    m.head = counted.head;
  }
  if (unit.entry != nullptr) {
    v.unit = unit.entry->id;
    v.dimension = unit.age ? absl::string_view("age") : unit.entry->dimension;
    v.factor = unit.entry->factor;
    if (unit.money()) {
      m.kind = QuantityKind::kMoney;
      m.rule = "quantity.money";
    } else if (v.dimension == "percent" || v.dimension == "percentage point") {
      m.kind = QuantityKind::kPercent;
      m.rule = "quantity.percent";
    } else {
      m.kind = QuantityKind::kQuantity;
      m.rule = unit.age ? "quantity.age" : "quantity.unit";
    }
  } else if (counted.found() && a.number.form == Numeral::kFraction) {
    v.dimension = "percent";  // "half of the seats" is 50 percent of them
    v.factor = Decimal{1, 2};
    m.rule = "quantity.share";
  } else if (counted.found()) {
    v.unit = v.counted;
    v.dimension = "count";
    if (!counted.apart) m.tokens.end = counted.head + 1;
    m.rule = "quantity.count";
  } else {
    m.rule = v.ordinal ? "quantity.ordinal" : "quantity.number";
  }
  m.span = text_.SpanOf(m.tokens);
  m.number = text_.SpanOf({a.number.tokens.begin, last.number.tokens.end});
  if (hedge.found()) m.hedge = text_.SpanOf(hedge.tokens);
  Numeral form = a.number;
  form.inexact |= last.number.inexact;
  if (!SetBounds(hedge, form, &v)) return;
  if (b != nullptr && v.hedge == HedgeKind::kNone)
    v.hedge = HedgeKind::kBetween;
  if (a.uncertainty) {
    absl::StatusOr<Decimal> low = Subtract(v.written, *a.uncertainty);
    absl::StatusOr<Decimal> high = Add(v.written, *a.uncertainty);
    if (!low.ok() || !high.ok()) return;
    v.literal.low = v.usual.low = *low;
    v.literal.high = v.usual.high = *high;
    v.hedge = HedgeKind::kAbout;
  }
  doc_.quantities.push_back(m);
}

// "forty-five (45)": the number just read once more, in figures or in words.
bool Finder::IsGloss(const Passage& p, const Amount& a, uint32_t end) const {
  if (!p.IsChar(a.begin - 1, '(') || !p.IsChar(end, ')')) return false;
  if (doc_.quantities.empty() || a.measured()) return false;
  const QuantityMention& last = doc_.quantities.back();
  return last.sentence == sentence_ && last.tokens.end + 1 == a.begin &&
         last.value.written == a.number.value &&
         (text_.tokens[last.tokens.end - 1].kind == TokenKind::kNumber) !=
             p.IsDigits(a.begin);
}

// The noun as a view that lasts.  "Countries" has no "country" in it: such
// words are written behind the folded text, for which Run() made room.
absl::string_view Finder::NounOf(const CountedNoun& counted) {
  if (!counted.y) return counted.noun;
  std::string& folded = doc_.text.folded;
  const size_t size = counted.noun.size() + 1;
  if (size > room_) return counted.noun;
  room_ -= size;
  const size_t begin = folded.size();
  folded.append(counted.noun.data(), counted.noun.size());
  folded += 'y';
  return absl::string_view(folded).substr(begin, size);
}

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
  if (IsGloss(p, a, last.end)) return last.end;
  const HedgeMatch hedge = HedgeOf(p, a.begin, last.end, counted);
  if (IsNoAmount(p, a, range ? &b : nullptr, counted.found(), before_)) {
    return before_.label.end == a.begin ? SkipLabelled(p, last.end) : last.end;
  }
  if (IsOnlyWords(p, a, counted.found() && !(one && counted.hyphen), one) ||
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
  Emit(p, a, range ? &b : nullptr, counted, hedge, change);
  last_change_ = change != ChangeKind::kNone;
  last_end_ = counted.found() && !measured && !counted.apart ? counted.head + 1
                                                             : last.end;
  return std::max(last_end_, t + 1);
}

// Capitals tell names only where most words have none.  Looked at in the few
// sentences that hold a number.
void Finder::FindTitleCase(const Passage& p) {
  uint32_t words = 0, capitals = 0;
  for (uint32_t t = p.tokens.begin; t < p.tokens.end; ++t) {
    if (text_.tokens[t].kind != TokenKind::kWord) continue;
    ++words;
    capitals += text_.tokens[t].Is(Token::kCapital);
  }
  before_.title_case = capitals * 10 >= words * 7;
  title_case_known_ = true;
}

// True for a token that neither begins an amount nor tells anything about one:
// all but one in ten.
bool Finder::IsIdle(uint32_t t) const {
  const Token& token = text_.tokens[t];
  if ((doc_.lex.Mask(t) & kStopClasses) != 0) return false;
  switch (token.kind) {
    case TokenKind::kWord:
      return !kStopWords.MayHave(token.word);
    case TokenKind::kPunctuation:
      return token.mark == ',' || token.mark == ';' || token.mark == ':' ||
             token.mark == '!' || token.mark == '?' ||
             (token.mark == '.' && t + 1 == text_.sentences[sentence_].tokens.end);
    case TokenKind::kQuote:
      return true;
    default:
      return false;
  }
}

void Finder::RunSentence(const Sentence& sentence) {
  const Passage p{text_, doc_.lex, sentence.tokens};
  before_ = WordsBefore{};
  title_case_known_ = false;
  last_change_ = false;
  uint32_t done = p.tokens.begin;  // what amounts have taken
  uint32_t t = p.tokens.begin;
  Amount one;
  if (ReadOneUnit(p, t, &one)) {
    Emit(p, one, nullptr, {}, {}, ChangeKind::kNone);
    done = t = one.end;
  }
  while (t < p.tokens.end) {
    if (IsIdle(t)) {
      ++t;
      continue;
    }
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
    if (!title_case_known_) FindTitleCase(p);
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
