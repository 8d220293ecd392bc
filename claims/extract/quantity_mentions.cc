#include "claims/extract/quantity_mentions.h"

#include <algorithm>
#include <string>

#include "absl/status/statusor.h"

namespace claimcheck {
namespace {

constexpr uint32_t kDozen = W("dozen");

}  // namespace

QuantityMentions::QuantityMentions(DocumentAnalysis* doc)
    : doc_(*doc), text_(doc->text) {
  // So that the folded text does not move while views of it are out.
  room_ = 4096 + doc_.text.folded.size() / 16;
  doc_.text.folded.reserve(doc_.text.folded.size() + room_);
}

void QuantityMentions::Emit(const Passage& p, uint32_t sentence,
                            const Amount& a, const Amount* b,
                            const CountedNoun& counted,
                            const HedgeMatch& hedge, ChangeKind change) {
  QuantityMention m;
  QuantityValue& v = m.value;
  const Amount& last = b == nullptr ? a : *b;
  m.sentence = sentence;
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

bool QuantityMentions::IsGloss(const Passage& p, uint32_t sentence,
                               const Amount& a, uint32_t end) const {
  if (!p.IsChar(a.begin - 1, '(') || !p.IsChar(end, ')')) return false;
  if (doc_.quantities.empty() || a.measured()) return false;
  const QuantityMention& last = doc_.quantities.back();
  return last.sentence == sentence && last.tokens.end + 1 == a.begin &&
         last.value.written == a.number.value &&
         (text_.tokens[last.tokens.end - 1].kind == TokenKind::kNumber) !=
             p.IsDigits(a.begin);
}

// The noun as a view that lasts.  "Countries" has no "country" in it: such
// words are written behind the folded text, for which the constructor made
// room.
absl::string_view QuantityMentions::NounOf(const CountedNoun& counted) {
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

}  // namespace claimcheck
