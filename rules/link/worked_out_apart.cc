#include "rules/link/worked_out_apart.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "rules/link/amount_support.h"
#include "rules/link/time_atoms.h"

namespace claimcheck {
namespace {

// Where a noun may stand behind the number that counts it, in tokens.
constexpr uint32_t kNounReach = 5;
// A word of one root or of one group.
constexpr int kSameNoun = 75;
constexpr int kOldest = 115;
// So many years may lie between the last year that a source names and the day
// on which it was written.
constexpr int kSinceLastYear = 12;

template <size_t kSize>
bool IsAnyOf(absl::string_view word, const absl::string_view (&list)[kSize]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// The whole number; -1: none, or too large to be an age or a number of years.
int Small(const Decimal& number) {
  if (number.exponent < 0 || number.exponent > 2) return -1;
  int64_t value = number.significand;
  for (int i = 0; i < number.exponent; ++i) value *= 10;
  return value > 0 && value < 10000 ? static_cast<int>(value) : -1;
}

absl::string_view WordAt(const TokenizedText& text, TokenRange sentence,
                         uint32_t t) {
  return sentence.Contains(t) ? text.Folded(t) : absl::string_view();
}

// "Aged 81", "at the age of 81", "was 61 when".
bool IsAge(const DocumentAnalysis& doc, const QuantityMention& mention) {
  const QuantityValue& value = mention.value;
  if (value.dimension == "age") return true;
  if (!value.unit.empty() || mention.head != kNone || value.ordinal) {
    return false;
  }
  static constexpr absl::string_view kBefore[] = {"aged", "age", "was",
                                                  "turned"};
  const uint32_t t = mention.tokens.begin;
  const TokenRange sentence = doc.text.sentences[mention.sentence].tokens;
  const absl::string_view before = WordAt(doc.text, sentence, t - 1);
  return IsAnyOf(before, kBefore) ||
         (before == "of" && WordAt(doc.text, sentence, t - 2) == "age");
}

std::vector<int> AgesOf(const DocumentAnalysis& doc,
                        const UnitSentence& sentence) {
  std::vector<int> ages;
  for (const SentenceUnit& unit : sentence.units) {
    if (unit.kind != SentenceUnit::kAmount) continue;
    const QuantityMention& mention = doc.quantities[unit.mention];
    const int age = Small(mention.value.written);
    if (age > 0 && age < kOldest && IsAge(doc, mention)) ages.push_back(age);
  }
  return ages;
}

std::vector<int> YearsOf(const DocumentAnalysis& doc,
                         const UnitSentence& sentence) {
  std::vector<int> years;
  for (const SentenceUnit& unit : sentence.units) {
    if (unit.kind != SentenceUnit::kTime) continue;
    for (const TimeAtom& atom : ReadTimeAtoms(doc, doc.times[unit.mention])) {
      if (atom.kind == TimeAtom::kYear) {
        years.push_back(static_cast<int>(atom.value));
      }
    }
  }
  return years;
}

// The words that may be the noun of what stands behind a number.
bool SharesNoun(const DraftSources& sources, uint32_t draft, uint32_t here,
                TokenRange mine, uint32_t source, uint32_t there,
                TokenRange theirs) {
  const DraftWords& words = sources.words(draft);
  const DraftWords& others = sources.words(source);
  const uint32_t end = std::min(mine.end, here + kNounReach);
  const uint32_t other_end = std::min(theirs.end, there + kNounReach);
  for (uint32_t t = here; t < end; ++t) {
    if (!words.words[t].Is(DraftWord::kContent)) continue;
    for (uint32_t s = there; s < other_end; ++s) {
      if (others.words[s].Is(DraftWord::kContent) &&
          WordSupport(words, words.words[t], others, others.words[s]) >=
              kSameNoun) {
        return true;
      }
    }
  }
  return false;
}

bool Makes(const QuantityValue& draft, QuantityValue like, const Decimal& a,
           const Decimal& b) {
  const auto apart = a < b ? Subtract(b, a) : Subtract(a, b);
  if (!apart.ok() || !(Decimal{0, 0} < *apart)) return false;
  like.written = *apart;
  like.rounding_digit = apart->exponent;
  like.hedge = HedgeKind::kNone;
  like.change = draft.change;
  like.written_high.reset();
  like.literal = NumberRange{*apart, *apart, false, false};
  like.usual = like.literal;
  return SupportsAmount(draft, like);
}

bool IsPlainCount(const QuantityValue& value) {
  return !value.ordinal && !value.written_high &&
         value.hedge != HedgeKind::kVague &&
         (value.unit.empty() || value.dimension == "count");
}

// One amount of a source.
struct Place {
  const UnitSentence* sentence;
  const QuantityMention* mention;
};

std::vector<Place> CountsOf(const DraftSources& sources,
                            absl::Span<const UnitSentence> evidence) {
  std::vector<Place> places;
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    for (const SentenceUnit& unit : other.units) {
      if (unit.kind != SentenceUnit::kAmount) continue;
      const QuantityMention& mention = source.quantities[unit.mention];
      if (IsPlainCount(mention.value)) places.push_back({&other, &mention});
    }
  }
  return places;
}

// The number within what is counted: 34 of "nine of the train's 34 wagons".
std::optional<Decimal> NumberWithin(const DocumentAnalysis& doc,
                                    TokenRange counted) {
  for (uint32_t t = counted.begin; t < counted.end; ++t) {
    const LexHit* cardinal = doc.lex.Find(t, Lex::kCardinal);
    if (cardinal != nullptr && cardinal->entry->value) {
      return *cardinal->entry->value;
    }
    if (doc.text.tokens[t].kind == TokenKind::kNumber) {
      const auto number = ParseDecimal(doc.text.Folded(t));
      if (number.ok()) return *number;
    }
  }
  return std::nullopt;
}

bool IsRestWithin(const DraftSources& sources, const UnitSentence& draft,
                  const QuantityMention& mention, const Place& part) {
  const SentenceRef at = part.sentence->at;
  const DocumentAnalysis& source = sources.document(at.document);
  const TokenRange counted = {part.mention->tokens.begin + 1,
                              part.mention->tokens.end};
  const auto whole = NumberWithin(source, counted);
  return whole && part.mention->value.written < *whole &&
         SharesNoun(sources, draft.at.document, mention.tokens.begin + 1,
                    sources.Tokens(draft.at), at.document, counted.begin + 1,
                    {counted.begin, counted.end}) &&
         Makes(mention.value, part.mention->value, *whole,
               part.mention->value.written);
}

// "Nine of the wagons", of 34: what the others are.
bool IsRest(const DraftSources& sources, const UnitSentence& draft,
            const QuantityMention& mention, const Place& part,
            const Place& whole) {
  if (!(part.mention->value.written < whole.mention->value.written)) {
    return false;
  }
  const SentenceRef at = part.sentence->at, of = whole.sentence->at;
  const DocumentAnalysis& source = sources.document(at.document);
  const uint32_t end = part.mention->tokens.begin + 1;
  const TokenRange tokens = sources.Tokens(at);
  uint32_t behind = end;
  while (behind < end + 2 && WordAt(source.text, tokens, behind) != "of") {
    ++behind;
  }
  if (WordAt(source.text, tokens, behind) != "of") return false;
  const TokenRange here = sources.Tokens(draft.at);
  const uint32_t whole_noun = whole.mention->tokens.begin + 1;
  return SharesNoun(sources, draft.at.document, mention.tokens.begin + 1, here,
                    of.document, whole_noun, sources.Tokens(of)) &&
         SharesNoun(sources, of.document, whole_noun, sources.Tokens(of),
                    at.document, behind + 1, tokens) &&
         Makes(mention.value, whole.mention->value,
               whole.mention->value.written, part.mention->value.written);
}

// "Two dairies, down from seven": five fewer.
bool IsChange(const DraftSources& sources, const UnitSentence& draft,
              const QuantityMention& mention, const Place& now,
              const Place& before) {
  const uint32_t from = before.mention->tokens.begin - 1;
  const SentenceRef at = now.sentence->at;
  const TokenRange tokens = sources.Tokens(at);
  const TokenizedText& text = sources.document(at.document).text;
  static constexpr absl::string_view kWays[] = {"down", "up"};
  if (now.sentence != before.sentence ||
      before.mention->tokens.begin < now.mention->tokens.end ||
      WordAt(text, tokens, from) != "from" ||
      !IsAnyOf(WordAt(text, tokens, from - 1), kWays)) {
    return false;
  }
  return SharesNoun(sources, draft.at.document, mention.tokens.begin + 1,
                    sources.Tokens(draft.at), at.document,
                    now.mention->tokens.begin + 1, tokens) &&
         Makes(mention.value, now.mention->value, now.mention->value.written,
               before.mention->value.written);
}

bool MakesProduct(const QuantityValue& draft, QuantityValue like,
                  const Decimal& factor) {
  const auto product = Multiply(like.written, factor);
  if (!product.ok()) return false;
  return Makes(draft, like, *product, Decimal{0, 0});
}

bool TellsTwice(const TokenizedText& text, TokenRange sentence) {
  static constexpr absl::string_view kTwice[] = {
      "twice", "double", "doubled", "doubling", "half", "halved", "halving"};
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (IsAnyOf(text.Folded(t), kTwice)) return true;
  }
  return false;
}

// Half of "4.6 million, twice as many as ten years ago"; what "up to 4 percent of
// its turnover, which was 2.1 billion" are.
bool IsProduct(const DraftSources& sources, const QuantityValue& value,
               const UnitSentence& other) {
  const DocumentAnalysis& source = sources.document(other.at.document);
  const bool twice = TellsTwice(source.text, sources.Tokens(other.at));
  const auto usable = [](const QuantityValue& amount) {
    return !amount.ordinal && !amount.written_high &&
           amount.hedge != HedgeKind::kVague;
  };
  for (const SentenceUnit& unit : other.units) {
    if (unit.kind != SentenceUnit::kAmount) continue;
    const QuantityValue& amount = source.quantities[unit.mention].value;
    const bool plain = value.unit.empty() || value.dimension == "count";
    if (!usable(amount) ||
        (plain ? !amount.unit.empty() && amount.dimension != "count"
               : value.unit != amount.unit)) {
      continue;
    }
    if (twice && (MakesProduct(value, amount, Decimal{2, 0}) ||
                  MakesProduct(value, amount, Decimal{5, -1}))) {
      return true;
    }
    for (const SentenceUnit& share : other.units) {
      if (share.kind != SentenceUnit::kAmount) continue;
      const QuantityValue& percent = source.quantities[share.mention].value;
      if (percent.unit != "percent" || !usable(percent) || amount.unit == "percent") {
        continue;
      }
      if (MakesProduct(value, amount,
                       Decimal{percent.written.significand,
                               percent.written.exponent - 2})) {
        return true;
      }
    }
  }
  return false;
}

// The years that a stretch of time is long, and how many it may be off: "some
// seven decades" are five more or less.
struct Stretch {
  int years = -1;
  int off = 0;
};

Stretch LengthOf(const DocumentAnalysis& doc, const TimeMention& time) {
  if (time.value.amount) {
    const int count = Small(*time.value.amount);
    if (count < 0) return {};
    if (time.value.unit == Grain::kYear) {
      return {count, time.value.mod == "APPROX" ? count / 20 + 1 : 0};
    }
    if (time.value.unit == Grain::kDecade && count < 50) {
      return {count * 10, std::min(count, 5)};
    }
    if (time.value.unit == Grain::kCentury && count < 20) {
      return {count * 100, 12};
    }
    return {};
  }
  for (const TimeAtom& atom : ReadTimeAtoms(doc, time)) {
    if (atom.kind != TimeAtom::kSpan) continue;
    for (uint32_t years = 1; years < 200; ++years) {
      if (atom.value == SpanKey("year", years)) {
        return {static_cast<int>(years), 0};
      }
    }
  }
  return {};
}

bool AreApart(int a, int b, const Stretch& stretch) {
  return std::abs(std::abs(a - b) - stretch.years) <= stretch.off;
}

// Two of the ages of the evidence that differ by so much.
bool AgesApart(const DraftSources& sources,
               absl::Span<const UnitSentence> evidence, int years) {
  std::vector<int> ages;
  for (const UnitSentence& other : evidence) {
    const std::vector<int> more =
        AgesOf(sources.document(other.at.document), other);
    ages.insert(ages.end(), more.begin(), more.end());
  }
  for (size_t i = 0; i < ages.size(); ++i) {
    for (size_t j = i + 1; j < ages.size(); ++j) {
      if (std::abs(ages[i] - ages[j]) == years) return true;
    }
  }
  return false;
}

// The last year that a source names.
int LastYear(const DocumentAnalysis& doc) {
  int last = 0;
  for (const TimeMention& time : doc.times) {
    for (const TimeAtom& atom : ReadTimeAtoms(doc, time)) {
      if (atom.kind == TimeAtom::kYear) {
        last = std::max(last, static_cast<int>(atom.value));
      }
    }
  }
  return last;
}

// Years that lie between two events: "two years after", "it took him 17 years".
bool CountsYears(const TokenizedText& text, TokenRange sentence) {
  static constexpr absl::string_view kCues[] = {
      "after", "before", "later", "earlier", "took", "take", "takes", "until"};
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (IsAnyOf(text.Folded(t), kCues)) return true;
  }
  return false;
}

// The years that a source names first: of what it tells.
std::vector<int> FirstYears(const DocumentAnalysis& doc) {
  std::vector<int> years;
  for (const TimeMention& time : doc.times) {
    if (time.sentence > 1) break;
    for (const TimeAtom& atom : ReadTimeAtoms(doc, time)) {
      if (atom.kind == TimeAtom::kYear) {
        years.push_back(static_cast<int>(atom.value));
      }
    }
  }
  return years;
}

// "For the first time since 1954": how long that is, the day of writing tells.
bool IsSince(const DraftSources& sources, const UnitSentence& other,
             const Stretch& stretch) {
  const DocumentAnalysis& doc = sources.document(other.at.document);
  const TokenRange tokens = sources.Tokens(other.at);
  for (const SentenceUnit& unit : other.units) {
    if (unit.kind != SentenceUnit::kTime) continue;
    const TokenRange at = doc.times[unit.mention].tokens;
    if (WordAt(doc.text, tokens, at.begin) != "since" &&
        WordAt(doc.text, tokens, at.begin - 1) != "since") {
      continue;
    }
    const int last = LastYear(doc);
    for (const TimeAtom& atom : ReadTimeAtoms(doc, doc.times[unit.mention])) {
      if (atom.kind != TimeAtom::kYear) continue;
      const int since = static_cast<int>(atom.value);
      const int now = since + stretch.years;
      if (since == last) return true;
      if (now + stretch.off >= last - 1 &&
          now - stretch.off <= last + kSinceLastYear) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool IsWorkedOutApart(const DraftSources& sources, const UnitSentence& draft,
                      uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const QuantityMention& mention = doc.quantities[draft.units[unit].mention];
  const int number = Small(mention.value.written);
  if (number > 0 && number < kOldest && IsAge(doc, mention)) {
    for (const UnitSentence& other : evidence) {
      const std::vector<int> years =
          YearsOf(sources.document(other.at.document), other);
      for (size_t i = 0; i < years.size(); ++i) {
        for (size_t j = i + 1; j < years.size(); ++j) {
          const int apart = std::abs(years[i] - years[j]);
          // Before the birthday of that year one is a year younger.
          if (apart == number || apart == number + 1) return true;
        }
      }
    }
  }
  static constexpr absl::string_view kCompared[] = {"older", "younger",
                                                    "senior", "junior"};
  const TokenRange here = sources.Tokens(draft.at);
  for (uint32_t t = mention.tokens.begin; t < mention.tokens.end + 2; ++t) {
    if (IsAnyOf(WordAt(doc.text, here, t), kCompared) && number > 0 &&
        AgesApart(sources, evidence, number)) {
      return true;
    }
  }
  if (!IsPlainCount(mention.value)) return false;
  const std::vector<Place> places = CountsOf(sources, evidence);
  for (const Place& a : places) {
    if (IsRestWithin(sources, draft, mention, a)) return true;
    for (const Place& b : places) {
      if (a.mention != b.mention &&
          (IsRest(sources, draft, mention, a, b) ||
           IsChange(sources, draft, mention, a, b))) {
        return true;
      }
    }
  }
  return false;
}

bool IsProductOfTwo(const DraftSources& sources, const UnitSentence& draft,
                    uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const QuantityValue& value = sources.document(draft.at.document)
                                   .quantities[draft.units[unit].mention]
                                   .value;
  // A product of small numbers is any small number.
  if (value.ordinal || value.written_high || !(Decimal{1, 2} < value.written)) {
    return false;
  }
  return std::any_of(evidence.begin(), evidence.end(),
                     [&](const UnitSentence& other) {
                       return IsProduct(sources, value, other);
                     });
}

bool IsTimeWorkedOutApart(const DraftSources& sources,
                          const UnitSentence& draft, uint32_t unit,
                          absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const Stretch stretch =
      LengthOf(doc, doc.times[draft.units[unit].mention]);
  if (stretch.years < 0) return false;
  if (AgesApart(sources, evidence, stretch.years)) return true;
  const std::vector<int> mine = YearsOf(doc, draft);
  const bool counted = CountsYears(doc.text, sources.Tokens(draft.at));
  for (size_t i = 0; i < evidence.size(); ++i) {
    const DocumentAnalysis& source =
        sources.document(evidence[i].at.document);
    if (IsSince(sources, evidence[i], stretch)) return true;
    const std::vector<int> theirs = YearsOf(source, evidence[i]);
    for (const int year : theirs) {
      for (const int later : theirs) {
        if (year != later && AreApart(year, later, stretch)) return true;
      }
      // "Two years after the fire", of which the source told the year before.
      for (size_t k = 0; counted && k < evidence.size(); ++k) {
        for (const int later :
             YearsOf(sources.document(evidence[k].at.document), evidence[k])) {
          if (year != later && AreApart(year, later, stretch)) return true;
        }
      }
      for (const int first : FirstYears(source)) {
        if (counted && year != first && AreApart(year, first, stretch)) {
          return true;
        }
      }
      // Of two sentences where the draft names one of the years itself.
      for (const int named : mine) {
        if (year != named && AreApart(year, named, stretch)) return true;
      }
    }
  }
  return false;
}

}  // namespace claimcheck
