#include "rules/link/headline_figures.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/value/decimal.h"
#include "rules/link/background_idf.h"
#include "rules/link/headline_values.h"
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

class Finder {
 public:
  explicit Finder(const DocumentAnalysis& doc) : doc_(doc) {}

  std::vector<TextFlaw> Find() {
    if (!ReadZones()) return {};
    std::vector<TextFlaw> flaws;
    for (const uint32_t s : headlines_) {
      if (IsUnsure(s)) continue;
      for (const HeadlineValue& value : ValuesIn(doc_, s)) {
        if (IsBorneOut(value)) continue;
        if (const std::optional<HeadlineValue> other = FindOther(value)) {
          flaws.push_back({FlawKind::kHeadline, s, value.span(), other->span()});
        }
      }
    }
    return flaws;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }
  uint32_t Id(uint32_t t) const { return doc_.text.tokens[t].word; }

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
    if (headlines_.empty() || body_.empty() || !HasValues(headlines_)) return false;
    for (const uint32_t at : body_) body_values_.push_back(AllValuesIn(doc_, at));
    return true;
  }

  bool HasValues(const std::vector<uint32_t>& sentences) const {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](uint32_t s) { return !ValuesIn(doc_, s).empty(); });
  }

  // "May", "could", "if": a headline that does not say that it is so.
  bool IsUnsure(uint32_t s) const {
    const TokenRange tokens = doc_.text.sentences[s].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (doc_.text.IsChar(t, '?') ||
          words::kUnsureOfAHeadline.Contains(Id(t))) {
        return true;
      }
    }
    return false;
  }

  bool IsBorneOut(const HeadlineValue& value) const {
    for (const std::vector<HeadlineValue>& all : body_values_) {
      const bool befell =
          std::any_of(all.begin(), all.end(), [&](const HeadlineValue& other) {
            return other.outcome.outcome == value.outcome.outcome;
          });
      std::vector<Decimal> parts;
      for (const HeadlineValue& other : all) {
        if ((value.quantity == nullptr) != (other.quantity == nullptr) ||
            BefellOthers(value, other)) {
          continue;
        }
        if (Agree(value, other)) return true;
        // "Two helicopters, one of them a loan" are not three who are held.
        if (value.quantity != nullptr && AreOfOneType(value, other) &&
            (befell || other.quantity->value.counted.empty() ||
             other.quantity->value.counted == "person")) {
          parts.push_back(other.quantity->value.written);
        }
      }
      if (value.quantity != nullptr && IsSum(value.quantity->value.written, parts)) {
        return true;
      }
    }
    return SpeaksOfOneMore(value);
  }

  static bool IsPerson(absl::string_view counted) {
    return counted == "person" || counted == "man" || counted == "woman";
  }

  // "Three held" of "three masked men entered the bank", "57 dead" of "57 hurt".
  static bool BefellOthers(const HeadlineValue& value, const HeadlineValue& other) {
    const Outcome outcome = value.outcome.outcome;
    if (outcome == Outcome::kNone) return false;
    if (other.outcome.outcome != Outcome::kNone) return other.outcome.outcome != outcome;
    // Whom the police hold was told by what he did before.
    return outcome == Outcome::kArrested &&
           IsPerson(other.quantity->value.counted);
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
  bool SpeaksOfOneMore(const HeadlineValue& value) const {
    if (value.outcome.outcome == Outcome::kNone) return false;
    for (uint32_t i = 0; i < body_.size() && i < 2 * kLead; ++i) {
      const TokenRange tokens = doc_.text.sentences[body_[i]].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (words::kOthersBesides.Contains(Id(t))) return true;
        // "Another 21" is a count as others are.
        if ((Word(t) == "another" || Word(t) == "more") && !IsNumber(t + 1, body_[i]) &&
            !(t > tokens.begin && IsNumber(t - 1, body_[i]))) {
          return true;
        }
        // "A second man", "a third was hurt".
        if (t + 1 < tokens.end && (Word(t) == "second" || Word(t) == "third") &&
            (words::kOneOfTheHarmed.Contains(Id(t + 1)) ||
             doc_.lex.Has(t + 1, Lex::kAuxiliary))) {
          return true;
        }
      }
    }
    return false;
  }

  bool IsNumber(uint32_t t, uint32_t s) const {
    const auto mentions = MentionsIn(doc_.quantities, s);
    return std::any_of(mentions.begin(), mentions.end(), [&](const QuantityMention& m) {
      return m.tokens.Contains(t) && m.value.written.significand > 1;
    });
  }

  std::optional<HeadlineValue> FindOther(const HeadlineValue& value) const {
    std::optional<HeadlineValue> found;
    int best = 0;
    for (uint32_t i = 0; i < body_.size() && i < kLead; ++i) {
      if (IsOfThePast(body_[i])) continue;
      for (const HeadlineValue& other : ValuesIn(doc_, body_[i])) {
        if (!AreOfOneType(value, other) || GoesOn(other) ||
            IsHypothetical(other, IsPlan(value.sentence))) {
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
  bool GoesOn(const HeadlineValue& value) const {
    if (value.quantity == nullptr) return false;
    constexpr uint32_t kReach = 5;
    const uint32_t begin = std::max(value.tokens.end, value.quantity->counted.end);
    const uint32_t end =
        std::min(begin + kReach, doc_.text.sentences[value.sentence].tokens.end);
    for (uint32_t t = begin; t + 1 < end; ++t) {
      if (Word(t) == "and" && (doc_.lex.Has(t + 1, Lex::kDeterminer) ||
                               doc_.lex.Has(t + 1, Lex::kPronoun) ||
                               Word(t + 1) == "one" || Word(t + 1) == "another")) {
        return true;
      }
    }
    return false;
  }

  // How surely two values are of one thing; 0: they are not.
  int Likeness(const HeadlineValue& a, const HeadlineValue& b) const {
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

  int SharedWords(const HeadlineValue& a, const HeadlineValue& b) const {
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
      if (words::kToldOfBefore.Contains(Id(t)) ||
          (Word(t) == "last" && t + 1 < tokens.end &&
           doc_.lex.Has(t + 1, Lex::kTimeUnit))) {
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
      if (Word(t) == "to" || Word(t) == "will" || Word(t) == "plans") return true;
    }
    return false;
  }

  bool IsHypothetical(const HeadlineValue& value, bool plan) const {
    const uint32_t first = doc_.text.sentences[value.sentence].tokens.begin;
    for (uint32_t t = value.tokens.begin; t-- > first && value.tokens.begin - t < 8;) {
      // "Of the 14".
      const bool would = plan && Word(t) == "would";
      if ((!would && words::kUnsureOfAHeadline.Contains(Id(t))) || Word(t) == "not" ||
          (Word(t) == "of" && (t + 1 == value.tokens.begin ||
                               (t + 2 == value.tokens.begin &&
                                (doc_.lex.Has(t + 1, Lex::kDeterminer) ||
                                 doc_.lex.Has(t + 1, Lex::kPronoun)))))) {
        return true;
      }
    }
    return false;
  }

  const DocumentAnalysis& doc_;
  std::vector<uint32_t> headlines_, body_;
  std::vector<std::vector<HeadlineValue>> body_values_;  // of the same sentences
};

}  // namespace

std::vector<TextFlaw> FindHeadlineFigures(const DocumentAnalysis& doc) {
  return Finder(doc).Find();
}

}  // namespace claimcheck
