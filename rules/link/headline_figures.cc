#include "rules/link/headline_figures.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/background_idf.h"
#include "rules/link/people_outcome.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Sentences of the text that say what the headline says.
constexpr uint32_t kLead = 5;
// Words in common, by stem, with a headline: beside one act in common, and without.
constexpr int kLeastWords = 1, kLeastWithoutAct = 2;
// Tenths of idf of a word that tells something.
constexpr uint32_t kLeastIdf = 25;

// An amount, or a span of time.
struct Value {
  uint32_t sentence = 0;
  TokenRange tokens;
  const QuantityMention* quantity = nullptr;
  const TimeMention* time = nullptr;
  OutcomeCount outcome;

  Span span() const { return quantity != nullptr ? quantity->span : time->span; }
};

bool IsPlain(const QuantityMention& mention) {
  const QuantityValue& value = mention.value;
  return value.hedge != HedgeKind::kVague && !value.written_high && !value.ordinal &&
         value.change == ChangeKind::kNone && value.written.significand > 0;
}

class Finder {
 public:
  explicit Finder(const DocumentAnalysis& doc) : doc_(doc) {}

  std::vector<TextFlaw> Find() {
    if (!ReadZones()) return {};
    std::vector<TextFlaw> flaws;
    for (const uint32_t s : headlines_) {
      if (IsUnsure(s)) continue;
      for (const Value& value : ValuesIn(s)) {
        if (IsBorneOut(value)) continue;
        if (const std::optional<Value> other = FindOther(value)) {
          flaws.push_back({FlawKind::kHeadline, s, value.span(), other->span()});
        }
      }
    }
    return flaws;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // False: no headline, or nothing below it.
  bool ReadZones() {
    const auto& sentences = doc_.text.sentences;
    uint32_t s = 0;
    while (s < sentences.size() && sentences[s].zone == Sentence::kHeadline) {
      headlines_.push_back(s++);
    }
    for (; s < sentences.size(); ++s) {
      if (sentences[s].IsProse()) body_.push_back(s);
    }
    return !headlines_.empty() && !body_.empty();
  }

  // "May", "could", "if": a headline that does not say that it is so.
  bool IsUnsure(uint32_t s) const {
    const TokenRange tokens = doc_.text.sentences[s].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (doc_.text.IsChar(t, '?') ||
          IsOneOfWords(Word(t), {"may", "might", "could", "if", "would", "feared"})) {
        return true;
      }
    }
    return false;
  }

  static bool IsOneOfWords(absl::string_view word,
                           std::initializer_list<absl::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  std::vector<Value> ValuesIn(uint32_t s) const {
    std::vector<Value> values;
    for (const QuantityMention& mention : MentionsIn(doc_.quantities, s)) {
      if (!IsPlain(mention)) continue;
      Value value;
      value.sentence = s;
      value.tokens = mention.tokens;
      value.quantity = &mention;
      const auto index = static_cast<uint32_t>(&mention - doc_.quantities.data());
      if (!ReadOutcome(doc_, index, &value.outcome)) value.outcome = {};
      if (value.outcome.outcome == Outcome::kNone && IsHeld(mention)) {
        value.outcome.outcome = Outcome::kArrested;
      }
      values.push_back(value);
    }
    for (const TimeMention& mention : MentionsIn(doc_.times, s)) {
      if (mention.value.kind != TimeKind::kDuration || !mention.value.amount ||
          mention.value.range.first) {
        continue;
      }
      Value value;
      value.sentence = s;
      value.tokens = mention.tokens;
      value.time = &mention;
      values.push_back(value);
    }
    return values;
  }

  // "Three held after raid": in a headline by the police.
  bool IsHeld(const QuantityMention& mention) const {
    const uint32_t next = std::max(mention.tokens.end, mention.counted.end);
    return doc_.text.sentences[mention.sentence].zone == Sentence::kHeadline &&
           next < doc_.text.sentences[mention.sentence].tokens.end &&
           IsOneOfWords(Word(next), {"held", "detained", "arrested"});
  }

  // Of one unit, or both counts.
  static bool OneType(const Value& a, const Value& b) {
    if ((a.quantity == nullptr) != (b.quantity == nullptr)) return false;
    if (a.quantity == nullptr) return true;
    const QuantityValue& x = a.quantity->value;
    const QuantityValue& y = b.quantity->value;
    const auto count = [](const QuantityValue& value) {
      return value.dimension.empty() || value.dimension == "count";
    };
    if (count(x) || count(y)) return count(x) && count(y);
    return x.dimension == y.dimension && x.per == y.per &&
           (x.unit == y.unit || (x.factor && y.factor && x.dimension != "money"));
  }

  // What one says holds of the other, rounded.
  static bool Agree(const Value& a, const Value& b) {
    if (a.quantity == nullptr) {
      return a.time->value.timex.view() == b.time->value.timex.view() ||
             MayBeOneLength(a.time->value, b.time->value);
    }
    const QuantityValue& x = a.quantity->value;
    const QuantityValue& y = b.quantity->value;
    if (x.written == y.written) return true;
    if (!OneType(a, b)) return false;
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    tolerance.relative = Decimal{5, -2};
    const bool count = x.dimension.empty() || x.dimension == "count";
    if (count && x.written < Decimal{100, 0}) tolerance.relative = Decimal{0, 0};
    const auto relation = RelateQuantities(x, y, tolerance, /*usual=*/true);
    return !relation || *relation != RangeRelation::kDisjoint;
  }

  // Seconds as calendars have them on the whole; 0: none.
  static int64_t Seconds(const TimeValue& span) {
    if (!span.amount || span.amount->exponent < -1 || span.amount->exponent > 6) return 0;
    int64_t tenths = span.amount->significand * 10;
    for (int32_t e = span.amount->exponent; e < 0; ++e) tenths /= 10;
    for (int32_t e = span.amount->exponent; e > 0; --e) tenths *= 10;
    int64_t unit = 0;
    switch (span.unit) {
      case Grain::kSecond: unit = 1; break;
      case Grain::kMinute: unit = 60; break;
      case Grain::kHour: unit = 3600; break;
      case Grain::kDay: unit = 86400; break;
      case Grain::kWeek: unit = 7 * 86400; break;
      case Grain::kMonth: unit = 30 * 86400; break;
      case Grain::kYear: unit = 365 * 86400; break;
      case Grain::kDecade: unit = 3650 * 86400; break;
      default: return 0;
    }
    return tenths * unit / 10;
  }

  // "A month", "four weeks".
  static bool MayBeOneLength(const TimeValue& a, const TimeValue& b) {
    constexpr int64_t kHundredths = 15;
    const int64_t x = Seconds(a), y = Seconds(b);
    if (x == 0 || y == 0) return true;
    const int64_t more = std::max(x, y), less = std::min(x, y);
    return (more - less) * 100 <= more * kHundredths;
  }

  bool IsBorneOut(const Value& value) const {
    for (const uint32_t s : body_) {
      std::vector<Decimal> counts;
      for (const Value& other : AllIn(s)) {
        if ((value.quantity == nullptr) != (other.quantity == nullptr) ||
            BefellOthers(value, other)) {
          continue;
        }
        if (Agree(value, other)) return true;
        if (value.quantity != nullptr && OneType(value, other)) {
          counts.push_back(other.quantity->value.written);
        }
      }
      if (value.quantity != nullptr && IsSum(value.quantity->value.written, counts)) {
        return true;
      }
    }
    return SpeaksOfOneMore(value);
  }

  // "Three held" of "three masked men entered the bank", "57 dead" of "57 hurt".
  static bool BefellOthers(const Value& value, const Value& other) {
    const Outcome outcome = value.outcome.outcome;
    if (outcome == Outcome::kNone) return false;
    if (other.outcome.outcome != Outcome::kNone) return other.outcome.outcome != outcome;
    // Whom the police hold was told by what he did before.
    return outcome == Outcome::kArrested && other.quantity->value.counted == "person";
  }

  // All amounts that the text has, hedged and vague ones too.
  std::vector<Value> AllIn(uint32_t s) const {
    std::vector<Value> values = ValuesIn(s);
    for (const QuantityMention& mention : MentionsIn(doc_.quantities, s)) {
      if (IsPlain(mention)) continue;
      Value value;
      value.sentence = s;
      value.tokens = mention.tokens;
      value.quantity = &mention;
      values.push_back(value);
    }
    return values;
  }

  // Two or three of them make it, or two differ by it.
  static bool IsSum(const Decimal& sum, const std::vector<Decimal>& parts) {
    constexpr size_t kMost = 24;
    const size_t n = std::min(parts.size(), kMost);
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < n; ++j) {
        if (i == j) continue;
        const auto two = Add(parts[i], parts[j]);
        if (!two.ok()) continue;
        if (*two == sum) return true;
        const auto rest = Subtract(parts[i], parts[j]);
        if (rest.ok() && *rest == sum) return true;
        for (size_t k = 0; k < i; ++k) {
          if (k == j) continue;
          const auto three = Add(*two, parts[k]);
          if (three.ok() && *three == sum) return true;
        }
      }
    }
    return false;
  }

  // "Another died later", "the gunman was killed too": whom a headline may count.
  bool SpeaksOfOneMore(const Value& value) const {
    if (value.outcome.outcome == Outcome::kNone) return false;
    for (uint32_t i = 0; i < body_.size() && i < 2 * kLead; ++i) {
      const TokenRange tokens = doc_.text.sentences[body_[i]].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (IsOneOfWords(Word(t), {"another", "others", "themselves", "himself", "herself",
                                   "more", "second", "third"})) {
          return true;
        }
      }
    }
    return false;
  }

  std::optional<Value> FindOther(const Value& value) const {
    std::optional<Value> found;
    int best = 0;
    for (uint32_t i = 0; i < body_.size() && i < kLead; ++i) {
      if (IsOfThePast(body_[i])) continue;
      for (const Value& other : ValuesIn(body_[i])) {
        if (!OneType(value, other) || IsHypothetical(other, IsPlan(value.sentence)) ||
            GoesOn(other)) {
          continue;
        }
        const int alike = Likeness(value, other);
        if (alike == 0 || alike < best) continue;
        // Two that differ: which one the headline has is not told.
        if (alike == best && found && !Agree(*found, other)) {
          found.reset();
          continue;
        }
        if (alike > best || !found) found = other;
        best = alike;
      }
    }
    return found;
  }

  // "Two men and a woman".
  bool GoesOn(const Value& value) const {
    if (value.quantity == nullptr) return false;
    constexpr uint32_t kReach = 5;
    const uint32_t begin = std::max(value.tokens.end, value.quantity->counted.end);
    const uint32_t end =
        std::min(begin + kReach, doc_.text.sentences[value.sentence].tokens.end);
    for (uint32_t t = begin; t + 1 < end; ++t) {
      if (Word(t) == "and" && IsOneOfWords(Word(t + 1), {"a", "an", "another", "his",
                                                         "her", "their", "one"})) {
        return true;
      }
    }
    return false;
  }

  // How surely two values are of one thing; 0: they are not.
  int Likeness(const Value& a, const Value& b) const {
    constexpr int kOneOutcome = 100;
    const Outcome outcome = a.outcome.outcome;
    if (outcome != Outcome::kNone && b.outcome.outcome == Outcome::kNone) {
      // "Fifty-seven persons, most of them young, lost their lives".
      return b.quantity->value.counted == "person" && ShareAct(a.sentence, b.sentence) &&
                     CountsIn(b.sentence) == 1
                 ? kOneOutcome
                 : 0;
    }
    if (outcome != Outcome::kNone || b.outcome.outcome != Outcome::kNone) {
      return outcome == b.outcome.outcome && !a.outcome.rest && !b.outcome.rest
                 ? kOneOutcome
                 : 0;
    }
    if (a.quantity != nullptr) {
      const absl::string_view x = a.quantity->value.counted;
      const absl::string_view y = b.quantity->value.counted;
      if (x != y) return 0;
    }
    const bool act = ShareAct(a.sentence, b.sentence);
    const int noun = a.quantity != nullptr && !a.quantity->value.counted.empty();
    const int words = noun + SharedWords(a, b);
    return words >= (act ? kLeastWords : kLeastWithoutAct) ? words + 2 * act : 0;
  }

  size_t CountsIn(uint32_t s) const {
    const auto mentions = MentionsIn(doc_.quantities, s);
    return static_cast<size_t>(
        std::count_if(mentions.begin(), mentions.end(), [](const QuantityMention& m) {
          return m.kind == QuantityKind::kNumber && !m.value.ordinal;
        }));
  }

  bool ShareAct(uint32_t a, uint32_t b) const {
    for (const Event& x : doc_.events) {
      if (x.sentence != a || !x.typed || doc_.lex.Has(x.tokens.begin, Lex::kSayVerb)) {
        continue;
      }
      for (const Event& y : doc_.events) {
        if (y.sentence == b && y.typed && x.cls == y.cls) return true;
      }
    }
    return false;
  }

  int SharedWords(const Value& a, const Value& b) const {
    int shared = 0;
    const TokenRange mine = doc_.text.sentences[a.sentence].tokens;
    const TokenRange theirs = doc_.text.sentences[b.sentence].tokens;
    for (uint32_t t = mine.begin; t < mine.end; ++t) {
      if (a.tokens.Contains(t) || !Tells(t)) continue;
      const uint32_t stem = StemHash(Word(t));
      for (uint32_t u = theirs.begin; u < theirs.end; ++u) {
        if (b.tokens.Contains(u) || !Tells(u) || StemHash(Word(u)) != stem) continue;
        ++shared;
        break;
      }
    }
    return shared;
  }

  bool Tells(uint32_t t) const {
    return doc_.text.tokens[t].kind == TokenKind::kWord &&
           BackgroundIdf(StemHash(Word(t))) >= kLeastIdf;
  }

  // It speaks of another year, or of a time long ago.
  bool IsOfThePast(uint32_t s) const {
    const TokenRange tokens = doc_.text.sentences[s].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsOneOfWords(Word(t), {"earlier", "previous", "previously", "ago", "initially",
                                 "originally"}) ||
          (Word(t) == "last" && t + 1 < tokens.end &&
           IsOneOfWords(Word(t + 1), {"year", "month", "week"}))) {
        return true;
      }
    }
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      if (time.value.year_written) return true;
    }
    return false;
  }

  // "Firm to cut 1,200 jobs".
  bool IsPlan(uint32_t s) const {
    const TokenRange tokens = doc_.text.sentences[s].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsOneOfWords(Word(t), {"to", "will", "plans"})) return true;
    }
    return false;
  }

  bool IsHypothetical(const Value& value, bool plan) const {
    const uint32_t first = doc_.text.sentences[value.sentence].tokens.begin;
    for (uint32_t t = value.tokens.begin; t-- > first && value.tokens.begin - t < 8;) {
      // "Of the 14".
      if (IsOneOfWords(Word(t), {"could", "may", "might", "if", "not"}) ||
          (!plan && Word(t) == "would") ||
          (Word(t) == "of" &&
           (t + 1 == value.tokens.begin ||
            (t + 2 == value.tokens.begin &&
             IsOneOfWords(Word(t + 1), {"the", "those", "these", "its", "their"}))))) {
        return true;
      }
    }
    return false;
  }

  const DocumentAnalysis& doc_;
  std::vector<uint32_t> headlines_, body_;
};

}  // namespace

std::vector<TextFlaw> FindHeadlineFigures(const DocumentAnalysis& doc) {
  return Finder(doc).Find();
}

}  // namespace claimcheck
