// The condition `range_order`: "between 50 and 30", "from 2019 to 2016".

#include <optional>

#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/passage_amounts.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// "between A and B" of two amounts, of which LEFT is the second.
Truth OfAmounts(const RuleSides& sides, const QuantityMention& high,
                EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const auto all = QuantitiesOf(doc, high.sentence);
  const size_t at = static_cast<size_t>(&high - all.data());
  if (high.value.written_high &&
      Compare(high.value.written, *high.value.written_high) <= 0) {
    return Truth::kYes;
  }
  if (at == 0 || !IsPlain(high.value)) return Truth::kUnknown;
  const QuantityMention& low = all[at - 1];
  if (low.tokens.begin == 0 || low.tokens.end + 1 != high.tokens.begin ||
      !IsWord(doc, low.tokens.end, {"and"}) ||
      !IsWord(doc, low.tokens.begin - 1, {"between"}) || !IsPlain(low.value) ||
      !SameMeasure(low.value, high.value)) {
    return Truth::kUnknown;
  }
  scratch->context.push_back(low.span);
  if (text != nullptr) {
    *text = absl::StrCat("“between ", doc.text.Text(low.span), " and ",
                         doc.text.Text(high.span), "”");
  }
  return FromBool(Compare(low.value.written, high.value.written) <= 0);
}

// "from 2019 to 2016", "between 2019 and 2016" of two years, of which LEFT is
// one.
Truth OfYears(const RuleSides& sides, const TimeMention& time,
              EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  if (const std::optional<YearSpan> years = YearsOf(time)) {
    scratch->context.push_back(time.span);
    if (text != nullptr) {
      *text = absl::StrCat("“", doc.text.Text(time.span), "”");
    }
    return FromBool(years->first <= years->last);
  }
  const auto all = TimesOf(doc, time.sentence);
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const TimeMention& first = all[i];
    const TimeMention& last = all[i + 1];
    if (&first != &time && &last != &time) continue;
    const std::optional<int32_t> begin = YearOf(first);
    const std::optional<int32_t> end = YearOf(last);
    const uint32_t word = first.tokens.begin;
    const bool joined =
        first.tokens.end + 1 == last.tokens.begin && word > 0 &&
        ((IsWord(doc, word - 1, {"from"}) &&
          IsWord(doc, first.tokens.end, {"to", "until", "till"})) ||
         (IsWord(doc, word - 1, {"between"}) &&
          IsWord(doc, first.tokens.end, {"and"})));
    // Years in figures, not "from 2012 until earlier this year".
    const auto bare = [](const TimeMention& t) {
      return t.tokens.size() == 1 && t.value.grain == Grain::kYear;
    };
    if (!begin || !end || !joined || !bare(first) || !bare(last)) continue;
    scratch->context.push_back(first.span);
    scratch->context.push_back(last.span);
    if (text != nullptr) {
      *text = absl::StrCat("“", doc.text.Text(first.span), "” to “",
                           doc.text.Text(last.span), "”");
    }
    return FromBool(*begin <= *end);
  }
  return Truth::kUnknown;
}

}  // namespace

Truth EvaluateRangeOrder(const ConditionNode&, const RuleSides& sides,
                         EvaluationScratch* scratch, std::string* text) {
  Truth truth = Truth::kUnknown;
  if (const QuantityMention* quantity = sides.corpus->quantity(sides.left)) {
    truth = OfAmounts(sides, *quantity, scratch, text);
  } else if (const TimeMention* time = sides.corpus->time(sides.left)) {
    truth = OfYears(sides, *time, scratch, text);
  }
  if (text != nullptr && text->empty()) *text = "no range of two ends";
  return truth;
}

}  // namespace claimcheck
