#include "rules/link/worked_out.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "rules/link/amount_support.h"
#include "rules/link/time_atoms.h"
#include "rules/link/worked_out_numbers.h"

namespace claimcheck {
namespace {

// How far from an amount a word may stand that tells how it was worked out.
constexpr uint32_t kCueReach = 3;

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
      "faster", "slower", "younger", "remaining", "above", "below"};
  static constexpr absl::string_view kBefore[] = {"by", "majority", "margin"};
  const TokenRange tokens = mention.tokens;
  for (uint32_t t = tokens.begin;
       t-- > sentence.begin && tokens.begin - t <= kCueReach;) {
    if (IsAnyOf(doc.text.Folded(t), kBefore)) return true;
  }
  const uint32_t end = std::min(sentence.end, tokens.end + kCueReach);
  for (uint32_t t = tokens.begin; t < end; ++t) {
    if (IsAnyOf(doc.text.Folded(t), kBehind)) return true;
  }
  return false;
}

bool TellsMajority(const DocumentAnalysis& doc, TokenRange sentence,
                   const QuantityMention& mention) {
  for (uint32_t t = mention.tokens.begin;
       t-- > sentence.begin && mention.tokens.begin - t <= kCueReach;) {
    const absl::string_view word = doc.text.Folded(t);
    if (word == "majority" || word == "margin") return true;
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
  if (like.unit == "percent") {
    like.unit = draft.unit;
    like.dimension = draft.dimension;
  }
  like.rounding_digit = written->exponent;
  like.hedge = HedgeKind::kNone;
  like.change = draft.change;
  like.literal = NumberRange{*written, *written, false, false};
  like.usual = like.literal;
  return SupportsAmount(draft, like);
}

bool AreOfOneKind(const QuantityValue& a, const QuantityValue& b) {
  // Two numbers of percent lie so many points apart.
  if ((a.unit == "percentage point" || a.unit == "point") &&
      b.unit == "percent") {
    return true;
  }
  const auto plain = [](const QuantityValue& value) {
    return value.unit.empty() || value.dimension == "count";
  };
  // "41 cents a kilo, after 29 cents".
  return absl::StartsWith(a.unit, b.unit) || absl::StartsWith(b.unit, a.unit)
             ? plain(a) == plain(b)
             : plain(a) && plain(b);
}

// Which way the words behind an amount compare it: "8,000 more than last year".
enum class Compared { kNo, kMore, kFewer };

Compared ComparedWith(const TokenizedText& text,
                      const QuantityMention& mention) {
  static constexpr absl::string_view kMore[] = {"more", "higher", "longer",
                                                "older"};
  static constexpr absl::string_view kFewer[] = {"fewer", "less", "lower",
                                                 "shorter", "younger"};
  const auto is = [&](uint32_t t, absl::string_view word) {
    return t < text.tokens.size() && text.Folded(t) == word;
  };
  for (uint32_t t = mention.tokens.begin + 1; t <= mention.tokens.end; ++t) {
    if (!is(t + 1, "than") || is(t + 2, "half")) continue;
    if (IsAnyOf(text.Folded(t), kMore)) return Compared::kMore;
    if (IsAnyOf(text.Folded(t), kFewer)) return Compared::kFewer;
  }
  return Compared::kNo;
}

// Whether `percent` is, to the nearest half, what two amounts differ by in
// hundredths of the first: 900 and 1,260 differ by 40 percent.
bool IsShareApart(const Decimal& percent, const Decimal& base,
                  const Decimal& other) {
  if (!(Decimal{0, 0} < base)) return false;
  const auto apart = Subtract(other, base);
  const auto share = Multiply(percent, base);
  if (!apart.ok() || !share.ok()) return false;
  const Decimal hundreds{apart->significand, apart->exponent + 2};
  const auto off =
      Subtract(*apart < Decimal{0, 0} ? Negate(hundreds) : hundreds, *share);
  if (!off.ok()) return false;
  const auto twice =
      Multiply(Decimal{2, 0}, *off < Decimal{0, 0} ? Negate(*off) : *off);
  return twice.ok() && !(base < *twice);
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
  // "Two more" are told of by any two figures that lie two apart; not so a
  // majority of two.
  const bool few = (value.unit.empty() || value.dimension == "count") &&
                   value.written < Decimal{1, 1};
  const bool majority = few && TellsMajority(doc, sentence, mention);
  const bool difference =
      majority || (!few && TellsDifference(doc, sentence, mention));
  if (few && !total && !majority) return false;
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    std::vector<const QuantityValue*> amounts, ranges;
    std::vector<Compared> compared;
    for (const SentenceUnit& u : other.units) {
      if (u.kind != SentenceUnit::kAmount) continue;
      const QuantityValue& amount = source.quantities[u.mention].value;
      // "Raised from 40 to 50 cents", by ten.
      if (difference && amount.written_high && AreOfOneKind(value, amount) &&
          Makes(value, amount,
                Subtract(*amount.written_high, amount.written))) {
        return true;
      }
      // "Between 58 and 62": the draft may mean either.
      if (difference && amount.written_high &&
          amount.hedge != HedgeKind::kVague) {
        ranges.push_back(&amount);
      }
      if (!IsExact(amount)) continue;
      amounts.push_back(&amount);
      compared.push_back(
          ComparedWith(source.text, source.quantities[u.mention]));
    }
    for (const QuantityValue* range : ranges) {
      for (const QuantityValue* amount : amounts) {
        const bool bare =
            amount->unit.empty() && range->dimension == "money";
        if (!AreOfOneKind(value, *range) ||
            (!bare && !AreOfOneKind(value, *amount))) {
          continue;
        }
        for (const Decimal& end : {range->written, *range->written_high}) {
          if (Makes(value, *range,
                    end < amount->written ? Subtract(amount->written, end)
                                          : Subtract(end, amount->written))) {
            return true;
          }
        }
      }
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
                        : Subtract(a.written, b.written))) ||
            // "61,000, 8,000 more than last year": 53,000 then.
            (more && compared[i] == Compared::kMore &&
             Makes(value, b, Subtract(b.written, a.written))) ||
            (!more && compared[j] == Compared::kMore &&
             Makes(value, a, Subtract(a.written, b.written))) ||
            ((more ? compared[i] : compared[j]) == Compared::kFewer &&
             Makes(value, a, Add(a.written, b.written)))) {
          return true;
        }
      }
    }
  }
  return false;
}

bool IsPercentApart(const DraftSources& sources, const UnitSentence& draft,
                    uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const QuantityValue& value = sources.document(draft.at.document)
                                   .quantities[draft.units[unit].mention]
                                   .value;
  if (value.unit != "percent" || !IsExact(value)) return false;
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    std::vector<const QuantityValue*> amounts;
    // A sentence that tells by how many percent leaves nothing to work out.
    const auto tells_percent = [&](const SentenceUnit& u) {
      return u.kind == SentenceUnit::kAmount &&
             source.quantities[u.mention].value.unit == "percent";
    };
    if (std::any_of(other.units.begin(), other.units.end(), tells_percent)) {
      continue;
    }
    for (const SentenceUnit& u : other.units) {
      if (u.kind != SentenceUnit::kAmount) continue;
      const QuantityValue& amount = source.quantities[u.mention].value;
      if (!IsExact(amount)) continue;
      // "900 million" behind "1.26 billion dollars" are dollars.
      for (const QuantityValue* before : amounts) {
        if (amount.unit != before->unit &&
            !(amount.unit.empty() && before->dimension == "money")) {
          continue;
        }
        if (IsShareApart(value.written, amount.written, before->written) ||
            IsShareApart(value.written, before->written, amount.written)) {
          return true;
        }
      }
      if (amount.dimension == "money") amounts.push_back(&amount);
    }
  }
  return false;
}

bool IsCountOfOthers(const DraftSources& sources, const UnitSentence& draft,
                     uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const QuantityMention& mention = doc.quantities[draft.units[unit].mention];
  if (!IsExact(mention.value)) return false;
  const uint32_t end = std::min<uint32_t>(
      mention.tokens.begin + kCueReach,
      static_cast<uint32_t>(doc.text.tokens.size()));
  const uint32_t begin = sources.Tokens(draft.at).begin;
  bool others = mention.tokens.begin > begin &&
                doc.text.Folded(mention.tokens.begin - 1) == "other";
  for (uint32_t t = mention.tokens.begin + 1; t < end; ++t) {
    others |= doc.text.Folded(t) == "other" || doc.text.Folded(t) == "others";
  }
  const auto place = Add(mention.value.written, Decimal{1, 0});
  if (!others || !place.ok()) return false;
  // "One of three, the other two being ...".
  for (const SentenceUnit& all : draft.units) {
    if (all.kind == SentenceUnit::kAmount &&
        doc.quantities[all.mention].value.written == *place) {
      return true;
    }
  }
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    const TokenRange sentence = sources.Tokens(other.at);
    for (const QuantityMention& at : source.quantities) {
      if (at.value.ordinal && at.value.written == *place &&
          sentence.Contains(at.tokens.begin)) {
        return true;
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
