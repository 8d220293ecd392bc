// The conditions `count_of_list` and `sum`: a count or a total against the list
// that follows it, or against its parts.

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "claims/value/decimal.h"
#include "rules/engine/conditions.h"
#include "rules/engine/parts_of_total.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// How far behind the count the list may begin.
constexpr uint32_t kMaxGap = 12;
constexpr int64_t kMaxCount = 40;

// A whole number from 2, written without a hedge; 0 otherwise.
int64_t WholeCount(const QuantityMention& quantity) {
  const QuantityValue& value = quantity.value;
  if (value.hedge != HedgeKind::kNone && value.hedge != HedgeKind::kExactly) {
    return 0;
  }
  if (value.ordinal || value.written_high || value.written.exponent < 0 ||
      value.written.exponent > 1 || value.change != ChangeKind::kNone) {
    return 0;
  }
  const int64_t count =
      value.written.significand * (value.written.exponent == 1 ? 10 : 1);
  return count >= 2 && count <= kMaxCount ? count : 0;
}

// The first token behind a colon that ends the clause of `quantity`, or kNone.
// Nothing but words may stand between, and no second count.
uint32_t AfterColon(const DocumentAnalysis& doc,
                    const QuantityMention& quantity) {
  const TokenRange sentence = doc.text.sentences[quantity.sentence].tokens;
  const uint32_t limit = std::min(sentence.end, quantity.tokens.end + kMaxGap);
  for (uint32_t t = quantity.tokens.end; t < limit; ++t) {
    if (doc.text.IsChar(t, ':')) return t + 1;
    const Token& token = doc.text.tokens[t];
    if (token.kind != TokenKind::kWord && !doc.text.IsChar(t, '-')) {
      return kNone;
    }
    if (IsWord(doc, t, {"including", "such", "like", "among", "of"}) &&
        t != quantity.tokens.end) {
      return kNone;
    }
  }
  return kNone;
}

// How an item of a list begins.
enum class ItemForm : uint8_t { kName, kCommon };

ItemForm FormOf(const DocumentAnalysis& doc, TokenRange item) {
  return doc.text.tokens[item.begin].Is(Token::kCapital) ? ItemForm::kName
                                                         : ItemForm::kCommon;
}

// True when the item is one name from end to end.
bool IsOneName(const DocumentAnalysis& doc, TokenRange item) {
  for (const NameMention& name : doc.names) {
    if (name.tokens.begin > item.begin) break;
    const bool covers =
        (name.tokens.begin == item.begin && name.tokens.end == item.end) ||
        (name.phrase.begin == item.begin && name.phrase.end == item.end);
    if (covers && name.form == NameMention::kName) return true;
  }
  return false;
}

// The number that an item begins with; 0: none, or one that says no exact number.
int64_t NumberOf(const DocumentAnalysis& doc, TokenRange item) {
  for (const QuantityMention& quantity : doc.quantities) {
    if (quantity.tokens.begin != item.begin) continue;
    const Decimal& written = quantity.value.written;
    return quantity.value.hedge == HedgeKind::kNone && written.exponent == 0 &&
                   !quantity.value.ordinal
               ? written.significand
               : 0;
  }
  return 0;
}

// "Two daughters and two sons": how many all items are of; 0: not all begin with a
// number.
int64_t SumOfItems(const DocumentAnalysis& doc, const WordList& list) {
  int64_t sum = 0;
  for (const TokenRange& item : list.items) {
    const int64_t number = NumberOf(doc, item);
    if (number == 0) return 0;
    sum += number;
  }
  return sum;
}

// The number of items; 0 when the list cannot be counted surely.
int64_t CountItems(const DocumentAnalysis& doc, const WordList& list,
                   int64_t written) {
  if (std::any_of(list.items.begin(), list.items.end(),
                  [&](TokenRange item) { return NumberOf(doc, item) > 0; })) {
    return SumOfItems(doc, list);
  }
  bool names = true;
  for (const TokenRange& item : list.items) {
    // "Dag Lunde, the minister, Kari Moe": an apposition is no item.
    if (FormOf(doc, item) != FormOf(doc, list.items[0]) ||
        IsWord(doc, item.begin, {"the", "a", "an", "his", "her", "their"}) !=
            IsWord(doc, list.items[0].begin,
                   {"the", "a", "an", "his", "her", "their"})) {
      return 0;
    }
    names = names && IsOneName(doc, item);
  }
  const int64_t count = static_cast<int64_t>(list.items.size());
  // "two sectors: retail, food and drink": the last "and" may join one item.
  // Only names of their own are surely two.
  if (count == written + 1 && !names) return 0;
  return count;
}

// "One in 2019 and another in 2023": how many are told apart; 0 when the
// sentence does not begin so.
int64_t CountOneAnother(const DocumentAnalysis& doc, TokenRange sentence) {
  // "One of them" is told of alone.
  if (sentence.size() < 4 || !IsWord(doc, sentence.begin, {"one"}) ||
      IsWord(doc, sentence.begin + 1, {"of"}) ||
      (doc.lex.Mask(sentence.begin + 1) & Bit(Lex::kPreposition)) == 0) {
    return 0;
  }
  int64_t count = 1;
  for (uint32_t t = sentence.begin + 1; t < sentence.end; ++t) {
    if (IsWord(doc, t, {"others", "several", "most", "many", "rest"})) return 0;
    if (IsWord(doc, t, {"another"}) ||
        (IsWord(doc, t, {"the", "a"}) &&
         IsWord(doc, t + 1, {"other", "second", "third", "fourth", "fifth"}))) {
      ++count;
    }
  }
  return count < 2 ? 0 : count;
}

}  // namespace

Truth EvaluateCountOfList(const ConditionNode&, const RuleSides& sides,
                          EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* quantity = sides.corpus->quantity(sides.left);
  const int64_t written = quantity == nullptr ? 0 : WholeCount(*quantity);
  int64_t counted = 0;
  Span place;
  if (written != 0) {
    const uint32_t begin = AfterColon(doc, *quantity);
    if (begin != kNone) {
      const WordList list = ReadList(doc, begin);
      if (!list.items.empty()) {
        counted = CountItems(doc, list, written);
        place = doc.text.SpanOf({begin, list.end});
      }
    } else {
      const std::vector<TokenRange> sentences =
          SentencesAround(doc, quantity->sentence, 0, 1);
      if (sentences.size() > 1) {
        counted = CountOneAnother(doc, sentences[1]);
        place = doc.text.SpanOf(sentences[1]);
      }
    }
  }
  if (counted == 0) {
    if (text != nullptr) *text = "no complete list follows";
    return Truth::kUnknown;
  }
  scratch->context.push_back(place);
  if (text != nullptr) {
    *text = absl::StrCat("“", doc.text.Text(quantity->span),
                         "” is written, the list has ", counted);
  }
  return FromBool(counted == written);
}

Truth EvaluateSum(const ConditionNode& node, const RuleSides& sides,
                  EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const QuantityMention* total = sides.corpus->quantity(sides.left);
  PartsOfTotal parts;
  if (total != nullptr && !total->value.ordinal && !total->value.written_high &&
      (total->value.hedge == HedgeKind::kNone ||
       total->value.hedge == HedgeKind::kExactly)) {
    parts = FindPartsOfTotal(doc, *total);
  }
  QuantityValue sum;
  std::string sum_text;
  bool known = !parts.parts.empty();
  if (known) {
    sum = total->value;
    sum.written = Decimal();
    for (const PartsOfTotal::Part& part : parts.parts) {
      const absl::StatusOr<Decimal> next = Add(sum.written, part.number);
      known = known && next.ok();
      if (!known) break;
      sum.written = *next;
      sum.last_digit = std::min(sum.last_digit, part.last_digit);
      absl::StrAppend(&sum_text, sum_text.empty() ? "" : " + ",
                      ToDisplay(part.number));
    }
  }
  // A slip is no multiple: "500,000 soldiers (26 divisions and 3 brigades)" are
  // other units of the same.
  if (known) {
    const absl::StatusOr<Decimal> twice = Multiply(sum.written, {2});
    const absl::StatusOr<Decimal> total_twice =
        Multiply(total->value.written, {2});
    known = twice.ok() && total_twice.ok() &&
            Compare(*twice, total->value.written) >= 0 &&
            Compare(*total_twice, sum.written) >= 0;
  }
  if (!known) {
    if (text != nullptr) *text = "no complete list of parts follows";
    return Truth::kUnknown;
  }
  // The sum as the finest part is written; each part may have been rounded.
  sum.literal = NumberRange();
  sum.literal.low = sum.literal.high = sum.written;
  sum.usual = sum.literal;
  sum.rounding_digit = sum.last_digit;
  const std::optional<RangeRelation> relation =
      RelateQuantities(total->value, sum, node.tolerance, false);
  scratch->context.push_back(parts.place);
  if (text != nullptr) {
    *text = absl::StrCat(sum_text, " = ", ToDisplay(sum.written), "; “",
                         doc.text.Text(total->span), "” is written");
  }
  if (!relation) return Truth::kUnknown;
  return FromBool(*relation != RangeRelation::kDisjoint);
}

}  // namespace claimcheck
