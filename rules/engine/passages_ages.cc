// The conditions `age` and `anniversary`: "born in 1950, died in 2010 aged 70",
// "the 25th anniversary of the 1990 treaty".

#include <cstdlib>
#include <optional>
#include <set>

#include "absl/strings/str_cat.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_amounts.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

constexpr uint32_t kMaxBetween = 4;  // "born on a farm in 1950"

// A whole number below 1,000, or none.
std::optional<int32_t> Whole(const QuantityValue& value) {
  if (value.written.exponent < 0 || value.written.exponent > 2 ||
      value.written.significand < 0 || value.written.significand > 999) {
    return std::nullopt;
  }
  int64_t whole = value.written.significand;
  for (int i = 0; i < value.written.exponent; ++i) whole *= 10;
  if (whole > 999) return std::nullopt;
  return static_cast<int32_t>(whole);
}

struct Lifetime {
  const TimeMention* birth = nullptr;
  const TimeMention* death = nullptr;
  int32_t birth_year = 0;
  int32_t death_year = 0;
  bool died = false;
  uint32_t verb = kNone;  // "died"
};

// Birth and death as the sentence has them; no birth when it is not sure.
Lifetime ReadLifetime(const DocumentAnalysis& doc, uint32_t sentence) {
  Lifetime life;
  const TokenRange tokens = doc.text.sentences[sentence].tokens;
  const auto times = TimesOf(doc, sentence);
  uint32_t born = kNone;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (IsWord(doc, t, {"born"})) {
      if (born != kNone) return {};
      born = t;
    } else if (IsWord(doc, t, {"died", "dies", "dead", "death"})) {
      if (life.verb == kNone) life.verb = t;
      life.died = true;
    }
  }
  for (size_t i = 0; i < times.size(); ++i) {
    const uint32_t begin = times[i].tokens.begin;
    const std::optional<YearSpan> years = YearsOf(times[i]);
    if (years && born == kNone && begin > tokens.begin &&
        doc.text.IsChar(begin - 1, '(') &&
        doc.text.IsChar(times[i].tokens.end, ')')) {
      life.birth = life.death = &times[i];  // "(1920-1999)" as one expression
      life.birth_year = years->first;
      life.death_year = years->last;
      life.died = true;
      continue;
    }
    if (!YearOf(times[i])) continue;
    if (born != kNone && begin > born && begin - born <= kMaxBetween) {
      if (!times[i].value.year_written) return {};  // "born in June"
      life.birth = &times[i];
    } else if (life.verb != kNone && begin > life.verb &&
               begin - life.verb <= kMaxBetween) {
      life.death = &times[i];
    } else if (born == kNone && begin > tokens.begin &&
               doc.text.IsChar(begin - 1, '(') && i + 1 < times.size() &&
               YearOf(times[i + 1]) &&
               times[i + 1].tokens.begin == times[i].tokens.end + 1 &&
               doc.text.IsChar(times[i + 1].tokens.end, ')')) {
      life.birth = &times[i];  // "(1920-1999)"
      life.death = &times[++i];
      life.died = true;
    } else {
      return {};  // of something else
    }
  }
  if (life.birth_year == 0 && life.birth != nullptr) {
    life.birth_year = *YearOf(*life.birth);
    if (life.death != nullptr) life.death_year = *YearOf(*life.death);
  }
  return life;
}

// The age is that of now: "is 50", "50-year-old", "now 50".
bool IsPresent(const DocumentAnalysis& doc, const QuantityMention& age) {
  const uint32_t begin = age.tokens.begin;
  return doc.text.IsChar(begin + 1, '-') ||
         (begin > 0 && IsWord(doc, begin - 1, {"is", "now"}));
}

// The year is that of the beginning: "founded in 1950", or behind "the 25th
// anniversary of".
bool IsBeginning(const DocumentAnalysis& doc, const TimeMention& year,
                 const QuantityMention& ordinal) {
  if (year.tokens.begin > ordinal.tokens.end) {
    return IsWord(doc, ordinal.tokens.end + 1, {"of"}) &&
           !IsWord(doc, year.tokens.begin - 1, {"in", "this", "during"});
  }
  const uint32_t first = doc.text.sentences[year.sentence].tokens.begin;
  for (uint32_t t = year.tokens.begin;
       t > first && year.tokens.begin - t < kMaxBetween; --t) {
    if (words::kBeginnings.Contains(doc.text.tokens[t - 1].word)) return true;
  }
  return false;
}

}  // namespace

Truth EvaluateAge(const ConditionNode& node, const RuleSides& sides,
                  EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* quantity = sides.corpus->quantity(sides.left);
  if (text != nullptr) *text = "no age beside a year of birth";
  if (quantity == nullptr || quantity->value.unit != "year" ||
      !IsPlain(quantity->value)) {
    return Truth::kUnknown;
  }
  const std::optional<int32_t> age = Whole(quantity->value);
  int ages = 0;
  for (const QuantityMention& q : QuantitiesOf(doc, quantity->sentence)) {
    ages += q.value.unit == "year";
  }
  const Lifetime life = ReadLifetime(doc, quantity->sentence);
  if (!age || ages != 1 || life.birth == nullptr) return Truth::kUnknown;
  int32_t until = 0;
  if (life.died) {
    if (quantity->tokens.begin < life.verb && life.verb != kNone) {
      return Truth::kUnknown;
    }
    if (life.death == nullptr && !doc.date.known) return Truth::kUnknown;
    until = life.death != nullptr ? life.death_year : doc.date.year;
  } else if (doc.date.known && IsPresent(doc, *quantity)) {
    until = doc.date.year;
  } else {
    return Truth::kUnknown;
  }
  // The birthday may have been still to come.
  const int32_t years = until - life.birth_year;
  const int32_t tolerance =
      static_cast<int32_t>(node.condition->age().tolerance());
  scratch->context.push_back(life.birth->span);
  if (life.death != nullptr) scratch->context.push_back(life.death->span);
  if (text != nullptr) {
    *text = absl::StrCat("from ", life.birth_year, " to ", until, " it is ",
                         years - 1, " or ", years, " years; “",
                         doc.text.Text(quantity->span), "” is written");
  }
  return FromBool(*age >= years - 1 - tolerance && *age <= years + tolerance);
}

Truth EvaluateAnniversary(const ConditionNode& node, const RuleSides& sides,
                          EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  if (text != nullptr) *text = "no anniversary beside its year";
  const uint32_t sentence = sides.claim(sides.left).sentence;
  // Once a sentence: for its first time of an event.
  for (const ClaimRecord& claim : doc.claims) {
    if (claim.sentence != sentence || claim.kind != ClaimKind::kEventTime) {
      continue;
    }
    if (&claim != &sides.claim(sides.left)) return Truth::kUnknown;
    break;
  }
  const QuantityMention* ordinal = nullptr;
  for (const QuantityMention& q : QuantitiesOf(doc, sentence)) {
    if (!q.value.ordinal ||
        !IsWord(doc, q.tokens.end, {"anniversary", "birthday"})) {
      continue;
    }
    if (ordinal != nullptr) return Truth::kUnknown;
    ordinal = &q;
  }
  if (ordinal == nullptr) return Truth::kUnknown;
  std::set<int32_t> years;
  const TimeMention* first = nullptr;
  for (const TimeMention& time : TimesOf(doc, sentence)) {
    const std::optional<int32_t> year = YearOf(time);
    if (!year) return Truth::kUnknown;
    if (first == nullptr || *year < *YearOf(*first)) first = &time;
    years.insert(*year);
  }
  if (first == nullptr || !IsBeginning(doc, *first, *ordinal)) {
    return Truth::kUnknown;
  }
  if (years.size() == 1 && doc.date.known) years.insert(doc.date.year);
  const std::optional<int32_t> number = Whole(ordinal->value);
  if (years.size() != 2 || !number) return Truth::kUnknown;
  const int32_t passed = *years.rbegin() - *years.begin();
  scratch->context.push_back(ordinal->span);
  scratch->context.push_back(first->span);
  if (text != nullptr) {
    *text = absl::StrCat("from ", *years.begin(), " to ", *years.rbegin(),
                         " it is ", passed, " years; “",
                         doc.text.Text(ordinal->span), "” is written");
  }
  return FromBool(
      std::abs(passed - *number) <=
      static_cast<int32_t>(node.condition->anniversary().tolerance()));
}

}  // namespace claimcheck
