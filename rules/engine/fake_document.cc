#include "rules/engine/fake_document.h"

#include "absl/strings/str_format.h"
#include "claims/base/check.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

template <typename T>
uint32_t LastIndex(const std::vector<T>& entries) {
  return static_cast<uint32_t>(entries.size() - 1);
}

// Views of values point into the lexicon; those of tests into this.
absl::string_view Keep(absl::string_view words) {
  static auto* kept = new std::map<std::string, bool>;
  return kept->emplace(std::string(words), true).first->first;
}

}  // namespace

FakeDocument::FakeDocument(const std::string& id, const std::string& text)
    : text_(text) {
  doc_.id = id;
  Tokenize(text_, &doc_.text);
  EmbeddedLexicon()->Annotate(doc_.text, &doc_.lex);
}

Span FakeDocument::Find(absl::string_view words, uint32_t from) const {
  const size_t at = text_.find(std::string(words), from);
  CLAIMCHECK_CHECK(at != std::string::npos);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

TokenRange FakeDocument::Tokens(Span span) const {
  TokenRange range;
  for (uint32_t t = 0; t < doc_.text.tokens.size(); ++t) {
    const Span token = doc_.text.tokens[t].span;
    if (token.begin < span.begin) range.begin = t + 1;
    if (token.begin < span.end) range.end = t + 1;
  }
  return range;
}

uint32_t FakeDocument::SentenceOf(Span span) const {
  return doc_.text.sentence_of[Tokens(span).begin];
}

TimeMention& FakeDocument::AddTime(absl::string_view words) {
  TimeMention mention;
  mention.span = Find(words);
  mention.tokens = Tokens(mention.span);
  mention.sentence = SentenceOf(mention.span);
  doc_.times.push_back(mention);
  return doc_.times.back();
}

uint32_t FakeDocument::AddDay(absl::string_view words, int year, int month,
                              int day) {
  TimeValue& value = AddTime(words).value;
  value.kind = TimeKind::kDate;
  value.grain = Grain::kDay;
  value.anchor = TimeAnchor::kWritten;
  value.year_written = true;
  value.timex.Assign(absl::StrFormat("%04d-%02d-%02d", year, month, day));
  const std::optional<int64_t> number = DayNumber(year, month, day);
  if (number) {
    value.range.first = StartOfDay(*number);
    value.range.last = StartOfDay(*number + 1) - 1;
  } else {
    value.impossible = true;
  }
  return LastIndex(doc_.times);
}

uint32_t FakeDocument::AddYear(absl::string_view words, int year) {
  TimeValue& value = AddTime(words).value;
  value.kind = TimeKind::kDate;
  value.grain = Grain::kYear;
  value.anchor = TimeAnchor::kWritten;
  value.year_written = true;
  value.timex.Assign(absl::StrFormat("%04d", year));
  value.range.first = StartOfDay(*DayNumber(year, 1, 1));
  value.range.last = StartOfDay(*DayNumber(year + 1, 1, 1)) - 1;
  return LastIndex(doc_.times);
}

uint32_t FakeDocument::AddDuration(absl::string_view words, int64_t amount,
                                   Grain unit) {
  TimeValue& value = AddTime(words).value;
  value.kind = TimeKind::kDuration;
  value.amount = *MakeDecimal(amount, 0);
  value.unit = unit;
  return LastIndex(doc_.times);
}

QuantityMention& FakeDocument::AddQuantity(absl::string_view words) {
  QuantityMention mention;
  mention.span = Find(words);
  mention.tokens = Tokens(mention.span);
  mention.sentence = SentenceOf(mention.span);
  doc_.quantities.push_back(mention);
  return doc_.quantities.back();
}

uint32_t FakeDocument::AddCount(absl::string_view words, int64_t value,
                                absl::string_view counted, HedgeKind hedge) {
  QuantityMention& mention = AddQuantity(words);
  mention.kind = QuantityKind::kQuantity;
  mention.value.written = *MakeDecimal(value, 0);
  mention.value.rounding_digit = mention.value.written.exponent;
  mention.value.counted = Keep(counted);
  mention.value.dimension = "count";
  mention.value.hedge = hedge;
  NumberRange range;
  range.low = mention.value.written;
  if (hedge == HedgeKind::kMoreThan) {
    range.low_open = true;
  } else {
    range.high = mention.value.written;
  }
  mention.value.literal = mention.value.usual = range;
  return LastIndex(doc_.quantities);
}

uint32_t FakeDocument::AddAmount(absl::string_view words, QuantityKind kind,
                                 absl::string_view decimal,
                                 absl::string_view unit,
                                 absl::string_view dimension,
                                 ChangeKind change) {
  QuantityMention& mention = AddQuantity(words);
  mention.kind = kind;
  mention.value.written = *ParseDecimal(decimal);
  const size_t point = decimal.find('.');
  mention.value.last_digit =
      point == absl::string_view::npos
          ? 0
          : -static_cast<int32_t>(decimal.size() - point - 1);
  mention.value.rounding_digit =
      std::max(mention.value.last_digit, mention.value.written.exponent);
  mention.value.unit = Keep(unit);
  mention.value.dimension = Keep(dimension);
  mention.value.change = change;
  mention.value.literal.low = mention.value.written;
  mention.value.literal.high = mention.value.written;
  mention.value.usual = mention.value.literal;
  return LastIndex(doc_.quantities);
}

uint32_t FakeDocument::AddName(absl::string_view words, NameType type,
                               const std::string& key, uint32_t from) {
  NameMention mention;
  mention.span = Find(words, from);
  mention.tokens = Tokens(mention.span);
  mention.phrase = mention.tokens;
  mention.sentence = SentenceOf(mention.span);
  const auto [it, fresh] =
      entities_.emplace(key, static_cast<uint32_t>(doc_.entities.size()));
  mention.entity = it->second;
  doc_.names.push_back(mention);
  if (fresh) {
    Entity entity;
    entity.type = type;
    entity.name = mention.span;
    entity.key = key;
    entity.mentions = 1;
    entity.first_mention = LastIndex(doc_.names);
    doc_.entities.push_back(entity);
  }
  return LastIndex(doc_.names);
}

uint32_t FakeDocument::AddQuote(absl::string_view words, uint32_t attribution) {
  Quote quote;
  quote.content = Find(words);
  quote.tokens = Tokens(quote.content);
  quote.span = doc_.text.SpanOf({quote.tokens.begin - 1, quote.tokens.end + 1});
  quote.sentence = SentenceOf(quote.content);
  quote.attribution = attribution;
  doc_.quotes.push_back(quote);
  return LastIndex(doc_.quotes);
}

uint32_t FakeDocument::AddAttribution(absl::string_view content,
                                      absl::string_view speaker,
                                      uint32_t speaker_entity,
                                      AttributionKind kind, Stance stance) {
  Attribution attribution;
  attribution.content.push_back(Find(content));
  attribution.speaker = Find(speaker);
  attribution.speaker_entity = speaker_entity;
  attribution.sentence = SentenceOf(attribution.speaker);
  attribution.kind = kind;
  attribution.stance = stance;
  doc_.attributions.push_back(attribution);
  return LastIndex(doc_.attributions);
}

Event& FakeDocument::AddEvent(absl::string_view trigger,
                              absl::string_view cls) {
  Event event;
  event.trigger = Find(trigger);
  event.tokens = Tokens(event.trigger);
  event.sentence = SentenceOf(event.trigger);
  event.clause = doc_.text.sentences[event.sentence].tokens;
  event.cls = Keep(cls);
  event.typed = true;
  doc_.events.push_back(event);
  return doc_.events.back();
}

ClaimRecord& FakeDocument::AddClaim(const std::string& name, ClaimKind kind,
                                    absl::string_view words) {
  ClaimRecord claim;
  claim.kind = kind;
  claim.span = Find(words);
  claim.sentence = SentenceOf(claim.span);
  doc_.claims.push_back(claim);
  CLAIMCHECK_CHECK(claims_.emplace(name, LastIndex(doc_.claims)).second);
  return doc_.claims.back();
}

uint32_t FakeDocument::claim(const std::string& name) const {
  const auto it = claims_.find(name);
  CLAIMCHECK_CHECK(it != claims_.end());
  return it->second;
}

bool FakeDocument::has_claim(const std::string& name) const {
  return claims_.count(name) > 0;
}

}  // namespace claimcheck
