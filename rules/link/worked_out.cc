#include "rules/link/worked_out.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "rules/link/time_atoms.h"
#include "rules/link/value_support.h"

namespace claimcheck {
namespace {

// How far from an amount a word may stand that tells how it was worked out.
constexpr uint32_t kCueReach = 3;

template <size_t kSize>
bool IsAnyOf(absl::string_view word, const absl::string_view (&list)[kSize]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool TellsTotal(const TokenizedText& text, TokenRange sentence) {
  static constexpr absl::string_view kTotal[] = {"total", "altogether",
                                                 "combined", "overall"};
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const absl::string_view word = text.Folded(t);
    if (IsAnyOf(word, kTotal)) return true;
    if (word == "in" && t + 1 < sentence.end && text.Folded(t + 1) == "all") {
      return true;
    }
  }
  return false;
}

bool TellsDifference(const DocumentAnalysis& doc, TokenRange sentence,
                     const QuantityMention& mention) {
  static constexpr absl::string_view kBehind[] = {
      "more",   "fewer",  "less",   "higher", "lower", "ahead",
      "older",  "longer", "left",   "remain", "apart", "short",
      "faster", "slower", "younger", "remaining"};
  const TokenRange tokens = mention.tokens;
  for (uint32_t t = tokens.begin;
       t-- > sentence.begin && tokens.begin - t <= kCueReach;) {
    if (doc.text.Folded(t) == "by") return true;
  }
  const uint32_t end = std::min(sentence.end, tokens.end + kCueReach);
  for (uint32_t t = tokens.begin; t < end; ++t) {
    if (IsAnyOf(doc.text.Folded(t), kBehind)) return true;
  }
  return false;
}

// The amount behind "of": "nine" of "two of the nine members".
const QuantityMention* WholeOf(const DocumentAnalysis& doc,
                               const std::vector<SentenceUnit>& units,
                               uint32_t unit) {
  const uint32_t of = doc.quantities[units[unit].mention].tokens.end;
  if (of >= doc.text.tokens.size() || doc.text.Folded(of) != "of") {
    return nullptr;
  }
  for (uint32_t u = unit + 1; u < units.size() && u <= unit + kCueReach; ++u) {
    if (units[u].kind == SentenceUnit::kAmount) {
      return &doc.quantities[units[u].mention];
    }
  }
  return nullptr;
}

bool IsExact(const QuantityValue& value) {
  return !value.ordinal && !value.written_high &&
         value.hedge != HedgeKind::kVague;
}

// Whether the draft's amount is one of `written`, of the kind of `like`.
bool Makes(const QuantityValue& draft, QuantityValue like,
           absl::StatusOr<Decimal> written) {
  if (!written.ok() || !(Decimal{0, 0} < *written)) return false;
  like.written = *written;
  like.rounding_digit = written->exponent;
  like.hedge = HedgeKind::kNone;
  like.change = draft.change;
  like.literal = NumberRange{*written, *written, false, false};
  like.usual = like.literal;
  return SupportsAmount(draft, like);
}

bool AreOfOneKind(const QuantityValue& a, const QuantityValue& b) {
  const auto plain = [](const QuantityValue& value) {
    return value.unit.empty() || value.dimension == "count";
  };
  // "41 cents a kilo, after 29 cents".
  return absl::StartsWith(a.unit, b.unit) || absl::StartsWith(b.unit, a.unit)
             ? plain(a) == plain(b)
             : plain(a) && plain(b);
}

// The years that a sentence spells out.
std::vector<uint32_t> YearsOf(const DocumentAnalysis& doc,
                              const std::vector<SentenceUnit>& units) {
  std::vector<uint32_t> years;
  for (const SentenceUnit& unit : units) {
    if (unit.kind != SentenceUnit::kTime) continue;
    for (const TimeAtom& atom : ReadTimeAtoms(doc, doc.times[unit.mention])) {
      if (atom.kind == TimeAtom::kYear) years.push_back(atom.value);
    }
  }
  return years;
}

// Of "for ten years" ten; 0: it is no number of years.
uint32_t NumberOfYears(const TimeMention& time) {
  if (!time.value.amount || time.value.unit != Grain::kYear ||
      time.value.amount->exponent < 0 || time.value.amount->exponent > 2) {
    return 0;
  }
  int64_t years = time.value.amount->significand;
  for (int i = 0; i < time.value.amount->exponent; ++i) years *= 10;
  return years > 0 && years < 10000 ? static_cast<uint32_t>(years) : 0;
}

// Whether a sentence tells of so many years: "two years later".
bool TellsYears(const DocumentAnalysis& doc,
                const std::vector<SentenceUnit>& units, uint32_t count) {
  for (const SentenceUnit& unit : units) {
    if (unit.kind != SentenceUnit::kTime) continue;
    const TimeMention& time = doc.times[unit.mention];
    const uint32_t end = time.tokens.end;
    if (NumberOfYears(time) == count && end < doc.text.tokens.size() &&
        (doc.text.Folded(end) == "later" ||
         doc.text.Folded(end) == "earlier" ||
         doc.text.Folded(end) == "before" || doc.text.Folded(end) == "after")) {
      return true;
    }
    for (const TimeAtom& atom : ReadTimeAtoms(doc, time)) {
      if (atom.kind == TimeAtom::kSpan &&
          atom.value == SpanKey("year", count)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool IsSumOrDifference(const DraftSources& sources, const UnitSentence& draft,
                       uint32_t unit,
                       absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const QuantityMention& mention = doc.quantities[draft.units[unit].mention];
  const QuantityValue& value = mention.value;
  if (!IsExact(value)) return false;
  const TokenRange sentence = sources.Tokens(draft.at);
  const bool total = TellsTotal(doc.text, sentence);
  // "Two more" are told of by any two figures that lie two apart.
  const bool few = (value.unit.empty() || value.dimension == "count") &&
                   value.written < Decimal{1, 1};
  const bool difference = !few && TellsDifference(doc, sentence, mention);
  if (!total && !difference) return false;
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    std::vector<const QuantityValue*> amounts;
    for (const SentenceUnit& u : other.units) {
      if (u.kind != SentenceUnit::kAmount) continue;
      const QuantityValue& amount = source.quantities[u.mention].value;
      if (IsExact(amount)) amounts.push_back(&amount);
    }
    for (size_t i = 0; i < amounts.size(); ++i) {
      const QuantityValue& a = *amounts[i];
      if (!AreOfOneKind(value, a)) continue;
      for (size_t j = i + 1; j < amounts.size(); ++j) {
        const QuantityValue& b = *amounts[j];
        // "20,000" behind "50,000 dollars" are dollars.
        const bool bare = b.unit.empty() && a.dimension == "money";
        if (!bare && !AreOfOneKind(value, b)) continue;
        const bool more = a.written < b.written;
        if ((total && Makes(value, a, Add(a.written, b.written))) ||
            (difference &&
             Makes(value, a,
                   more ? Subtract(b.written, a.written)
                        : Subtract(a.written, b.written)))) {
          return true;
        }
      }
    }
  }
  return false;
}

bool IsRestOfWhole(const DraftSources& sources, const UnitSentence& draft,
                   uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const QuantityValue& value =
      doc.quantities[draft.units[unit].mention].value;
  const QuantityMention* whole = WholeOf(doc, draft.units, unit);
  if (whole == nullptr || !IsExact(value)) return false;
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    for (uint32_t i = 0; i < other.units.size(); ++i) {
      if (other.units[i].kind != SentenceUnit::kAmount) continue;
      const QuantityValue& a = source.quantities[other.units[i].mention].value;
      const QuantityMention* same = WholeOf(source, other.units, i);
      if (same != nullptr && IsExact(a) && AreOfOneKind(value, a) &&
          same->value.written == whole->value.written &&
          Makes(value, a, Subtract(same->value.written, a.written))) {
        return true;
      }
    }
  }
  return false;
}

bool IsWorkedOutTime(const DraftSources& sources, const UnitSentence& draft,
                     uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const TimeMention& time = doc.times[draft.units[unit].mention];
  const uint32_t years = NumberOfYears(time);
  const std::vector<uint32_t> mine = YearsOf(doc, {draft.units[unit]});
  // Of a day and a month nothing is worked out.
  if (years == 0 &&
      (mine.size() != 1 || ReadTimeAtoms(doc, time).size() != 1)) {
    return false;
  }
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    const std::vector<uint32_t> theirs = YearsOf(source, other.units);
    for (const uint32_t year : theirs) {
      if (years == 0) {
        const uint32_t apart =
            mine[0] < year ? year - mine[0] : mine[0] - year;
        if (apart > 0 && TellsYears(source, other.units, apart)) return true;
        continue;
      }
      for (const uint32_t later : theirs) {
        if (year + years == later) return true;
      }
    }
  }
  return false;
}

}  // namespace claimcheck
