#include "rules/link/worked_out_numbers.h"

#include <cstdlib>

#include "claims/value/decimal.h"
#include "rules/link/amount_support.h"
#include "rules/link/time_atoms.h"

namespace claimcheck {

absl::string_view WordAt(const TokenizedText& text, TokenRange sentence,
                         uint32_t t) {
  return sentence.Contains(t) ? text.Folded(t) : absl::string_view();
}

int SmallNumber(const Decimal& number) {
  if (number.exponent < 0 || number.exponent > 2) return -1;
  int64_t value = number.significand;
  for (int i = 0; i < number.exponent; ++i) value *= 10;
  return value > 0 && value < 10000 ? static_cast<int>(value) : -1;
}

bool TellsAge(const DocumentAnalysis& doc, const QuantityMention& mention) {
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

std::vector<int> AgesIn(const DocumentAnalysis& doc,
                        const UnitSentence& sentence) {
  std::vector<int> ages;
  for (const SentenceUnit& unit : sentence.units) {
    if (unit.kind != SentenceUnit::kAmount) continue;
    const QuantityMention& mention = doc.quantities[unit.mention];
    const int age = SmallNumber(mention.value.written);
    if (age > 0 && age < kOldest && TellsAge(doc, mention)) ages.push_back(age);
  }
  return ages;
}

bool AgesApart(const DraftSources& sources,
               absl::Span<const UnitSentence> evidence, int years) {
  std::vector<int> ages;
  for (const UnitSentence& other : evidence) {
    const std::vector<int> more =
        AgesIn(sources.document(other.at.document), other);
    ages.insert(ages.end(), more.begin(), more.end());
  }
  for (size_t i = 0; i < ages.size(); ++i) {
    for (size_t j = i + 1; j < ages.size(); ++j) {
      if (std::abs(ages[i] - ages[j]) == years) return true;
    }
  }
  return false;
}

std::vector<int> YearsIn(const DocumentAnalysis& doc,
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

bool MakesDifference(const QuantityValue& draft, QuantityValue like,
                     const Decimal& a, const Decimal& b) {
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

}  // namespace claimcheck
