#include "rules/engine/written_span.h"

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "rules/engine/passage_words.h"

namespace claimcheck {
namespace {

// "first visit in 24 years": this far at most from "first" to the span.
constexpr uint32_t kFirstBefore = 12;

std::optional<Grain> UnitAt(const DocumentAnalysis& doc, uint32_t token) {
  if (token >= doc.lex.size()) return std::nullopt;
  const LexHit* hit = doc.lex.Find(token, Lex::kTimeUnit);
  if (hit == nullptr) return std::nullopt;
  const absl::string_view id = hit->entry->id;
  if (id == "year") return Grain::kYear;
  if (id == "decade") return Grain::kDecade;
  if (id == "century") return Grain::kCentury;
  if (id == "month") return Grain::kMonth;
  if (id == "week") return Grain::kWeek;
  if (id == "day") return Grain::kDay;
  return std::nullopt;
}

// A whole number in figures or words just before `unit`: "24", "twenty-four",
// "a".
std::optional<int64_t> AmountBefore(const DocumentAnalysis& doc, uint32_t begin,
                                    uint32_t unit) {
  const auto word = [&](uint32_t t) -> std::optional<int64_t> {
    int64_t value = 0;
    if (doc.text.tokens[t].kind == TokenKind::kNumber) {
      if (!absl::SimpleAtoi(doc.text.Folded(t), &value)) return std::nullopt;
      return value;
    }
    const LexHit* hit = doc.lex.Find(t, Lex::kCardinal);
    if (hit == nullptr || hit->tokens != 1 || !hit->entry->value ||
        hit->entry->value->exponent < 0 || hit->entry->value->exponent > 3) {
      return std::nullopt;
    }
    value = hit->entry->value->significand;
    for (int i = 0; i < hit->entry->value->exponent; ++i) value *= 10;
    return value;
  };
  if (unit <= begin) return std::nullopt;
  const uint32_t last = unit - 1;
  if (IsWord(doc, last, {"a", "an"})) return 1;
  std::optional<int64_t> value = word(last);
  if (!value) return std::nullopt;
  if (last >= begin + 2 && doc.text.IsChar(last - 1, '-')) {
    const std::optional<int64_t> tens = word(last - 2);
    if (!tens || *value > 9 || *tens % 10 != 0 || *tens > 90) {
      return std::nullopt;
    }
    return *tens + *value;
  }
  // "1,024" and "1.5" are several tokens; they are not read here.
  if (last > begin &&
      (doc.text.IsChar(last - 1, ',') || doc.text.IsChar(last - 1, '.'))) {
    return std::nullopt;
  }
  return value;
}

// The units in which time is counted here.
bool Counts(Grain unit) {
  return unit == Grain::kDay || unit == Grain::kWeek || unit == Grain::kMonth ||
         unit == Grain::kYear || unit == Grain::kDecade ||
         unit == Grain::kCentury;
}

}  // namespace

std::optional<WrittenSpan> ReadWrittenSpan(const DocumentAnalysis& doc,
                                           const TimeMention& mention) {
  WrittenSpan span;
  // The extractor makes "24 years" a duration and may make "24 years later" a
  // date, whose amount is then in its words only.
  uint32_t behind = mention.tokens.end;
  if (mention.value.kind == TimeKind::kDuration) {
    if (!mention.value.amount || mention.value.amount->exponent < 0 ||
        mention.value.amount->exponent > 3) {
      return std::nullopt;
    }
    span.amount = mention.value.amount->significand;
    for (int i = 0; i < mention.value.amount->exponent; ++i) span.amount *= 10;
    span.unit = mention.value.unit;
    if (IsWord(doc, behind - 1, {"later", "ago"})) --behind;
  } else {
    uint32_t unit = mention.tokens.begin;
    while (unit < mention.tokens.end && !UnitAt(doc, unit)) ++unit;
    if (unit == mention.tokens.end) return std::nullopt;
    const std::optional<int64_t> amount =
        AmountBefore(doc, mention.tokens.begin, unit);
    if (!amount) return std::nullopt;
    span.amount = *amount;
    span.unit = *UnitAt(doc, unit);
    behind = unit + 1;
  }
  if (span.amount < 1 || span.amount > 10000 || !Counts(span.unit)) {
    return std::nullopt;
  }
  const absl::string_view mod = mention.value.mod;
  span.more_than = mod == "MORE_THAN" || mod == "EQUAL_OR_MORE";
  span.about = mod == "APPROX" || mod == "LESS_THAN" || mod == "EQUAL_OR_LESS";
  const TokenRange sentence = doc.text.sentences[mention.sentence].tokens;
  if (behind < sentence.end) {
    if (IsWord(doc, behind, {"later"}) && !IsWord(doc, behind + 1, {"than"})) {
      span.way = WrittenSpan::kLater;
      return span;
    }
    if (IsWord(doc, behind, {"ago"})) {
      span.way = WrittenSpan::kAgo;
      return span;
    }
  }
  const uint32_t begin = mention.tokens.begin;
  if (begin > sentence.begin && IsWord(doc, begin - 1, {"in", "for"})) {
    const uint32_t from = begin > sentence.begin + kFirstBefore
                              ? begin - kFirstBefore
                              : sentence.begin;
    if (HasWord(doc, {from, begin}, {"first"})) {
      span.way = WrittenSpan::kFirst;
      return span;
    }
  }
  return std::nullopt;
}

}  // namespace claimcheck
