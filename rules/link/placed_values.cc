#include "rules/link/placed_values.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "rules/link/digit_slips.h"
#include "rules/link/figure_kinds.h"
#include "rules/link/same_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/shared_words.h"

namespace claimcheck {
namespace {

// Tokens from a name to the value that is his: "Mette Lindgaard, 43".
constexpr uint32_t kOwnerReach = 7;

// The type of "since Monday": behind those of ValueKind.
constexpr uint32_t kSinceDay = 100;

// The number and unit of a figure.
uint64_t NumberKey(const QuantityValue& value) {
  Decimal number = value.written;
  while (number.significand != 0 && number.significand % 10 == 0) {
    number.significand /= 10;
    ++number.exponent;
  }
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15u;
  return (static_cast<uint64_t>(number.significand) * kFactor +
          static_cast<uint64_t>(static_cast<int64_t>(number.exponent))) *
             kFactor +
         WordHash(value.unit);
}

class PlacedReader {
 public:
  PlacedReader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)), words_(story.words(d)) {}

  PlacedValues Read() const {
    PlacedValues out;
    std::vector<PlacedValue>& values = out.values;
    for (uint32_t q = 0; q < doc_.quantities.size(); ++q) {
      const QuantityMention& mention = doc_.quantities[q];
      const QuantityValue& value = mention.value;
      if (value.hedge == HedgeKind::kVague || value.written_high ||
          value.ordinal || IsRate(value) || IsEndOfRange(doc_, mention) ||
          IsRest(mention) || !UsableSentence(doc_, mention.sentence)) {
        continue;
      }
      PlacedValue placed;
      placed.number = NumberOf(mention);
      placed.value.kind = ValueKind::kFigure;
      placed.value.span = mention.span;
      placed.value.noun = CountedThingOf(doc_, mention).id;
      placed.type = TypeOf(value);
      placed.key = NumberKey(value);
      placed.digits = CountDigits(value.written.significand);
      placed.plain = ReadPlainNumber(value);
      Place(q, mention.sentence, &placed);
      if (IsMeasured(value.dimension)) placed.thing = ThingOf(mention);
      values.push_back(std::move(placed));
    }
    for (uint32_t t = 0; t < doc_.times.size(); ++t) {
      const TimeMention& mention = doc_.times[t];
      if (!UsableSentence(doc_, mention.sentence) ||
          OfTheText(doc_, mention.sentence) || IsThisMonth(mention) ||
          InDateline(mention) || IsScope(mention)) {
        continue;
      }
      const auto kind = KindOfTime(doc_, mention);
      if (kind && !(*kind == ValueKind::kYear &&
                    (IsOfModels(doc_, mention) || IsOfCitation(mention)))) {
        AddTime(t, *kind, &values);
      }
      if (kind != ValueKind::kDay && TellsDay(doc_, mention) &&
          !OfSaying(doc_, mention)) {
        AddTime(t, ValueKind::kDay, &values);
        values.back().of_week = true;
      }
      if (IsSinceDay(mention)) {
        AddTime(t, ValueKind::kDay, &values);
        values.back().of_week = true;
        values.back().type = kSinceDay;
      }
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const PlacedValue& a, const PlacedValue& b) {
                       return a.number.begin < b.number.begin;
                     });
    for (uint32_t i = 0; i < values.size(); ++i) {
      out.by_key.push_back({values[i].key, i});
      out.by_type.push_back(i);
    }
    std::sort(out.by_key.begin(), out.by_key.end(),
              [](const PlacedValues::Keyed& a, const PlacedValues::Keyed& b) {
                return a.key < b.key;
              });
    std::sort(out.by_type.begin(), out.by_type.end(), [&](uint32_t a, uint32_t b) {
      return std::tie(values[a].type, a) < std::tie(values[b].type, b);
    });
    out.of_sentence.resize(doc_.text.sentences.size());
    for (uint32_t i = 0; i < values.size(); ++i) {
      PlacedValues::OfSentence& of =
          out.of_sentence[values[i].value.at.sentence];
      if (of.begin == of.end) {
        of.begin = of.end = i;
        of.rank = out.sentences_with_values++;
      }
      ++of.end;
    }
    return out;
  }

 private:
  // "Has been stuck since Monday".
  static bool IsSinceDay(const TimeMention& mention) {
    const TimeValue& time = mention.value;
    return time.kind == TimeKind::kDate && time.mod == "ON_OR_AFTER" &&
           time.grain == Grain::kDay && time.resolved() && !time.impossible &&
           !time.ambiguous;
  }

  void AddTime(uint32_t t, ValueKind kind, std::vector<PlacedValue>* values) const {
    const TimeMention& mention = doc_.times[t];
    PlacedValue placed;
    placed.number = mention.tokens;
    placed.value.kind = kind;
    placed.value.span = mention.span;
    placed.value.hedged = kind == ValueKind::kClock && IsHedgedClock(doc_, mention);
    placed.type = static_cast<uint32_t>(kind);
    constexpr size_t kDate = 10;  // of "2021-08-14TEV"
    const absl::string_view timex = mention.value.timex.view();
    placed.key = uint64_t{WordHash(kind == ValueKind::kDay ? timex.substr(0, kDate)
                                                           : timex)}
                     << 8 |
                 placed.type;
    Place(t, mention.sentence, &placed);
    if (kind == ValueKind::kClock) placed.events = EventsIn(mention.sentence);
    values->push_back(std::move(placed));
  }

  // What a sentence tells, as hashes.
  std::vector<uint32_t> EventsIn(uint32_t sentence) const {
    std::vector<uint32_t> events;
    for (const Event& event : doc_.events) {
      if (event.sentence == sentence &&
          !doc_.lex.Has(event.tokens.begin, Lex::kSayVerb)) {
        events.push_back(WordHash(event.cls));
      }
    }
    std::sort(events.begin(), events.end());
    return events;
  }

  // "The fourth collapse of a bridge in five years": what is counted in.
  bool IsScope(const TimeMention& mention) const {
    constexpr uint32_t kReach = 10;
    const uint32_t begin = mention.tokens.begin;
    const uint32_t first = doc_.text.sentences[mention.sentence].tokens.begin;
    if (mention.value.kind != TimeKind::kDuration || begin <= first ||
        doc_.text.Folded(begin - 1) != "in") {
      return false;
    }
    const uint32_t from = begin > first + kReach ? begin - kReach : first;
    for (uint32_t t = from; t < begin; ++t) {
      if (doc_.lex.Has(t, Lex::kOrdinal) || doc_.lex.Has(t, Lex::kSuperlativeCue)) {
        return true;
      }
    }
    return false;
  }

  // "4.95", of nothing that is said: prices and ratios, of which there are many.
  static bool IsRate(const QuantityValue& value) {
    return value.written.exponent < 0 && value.unit.empty() && value.counted.empty();
  }

  // "Fourteen other employees", "another 22": besides those told of before.
  bool IsRest(const QuantityMention& mention) const {
    if (IsRestOfACount(doc_, mention)) return true;
    const uint32_t end = std::max(mention.tokens.end, mention.counted.end);
    for (uint32_t t = mention.tokens.begin; t < end; ++t) {
      if (words::kRestOfACount.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }

  // "A five-metre wall", "a wall of seven metres", "the slab, about 400 metres wide".
  uint32_t ThingOf(const QuantityMention& mention) const {
    constexpr uint32_t kReach = 6;
    const TokenRange all = doc_.text.sentences[mention.sentence].tokens;
    const uint32_t begin = mention.tokens.begin, end = mention.tokens.end;
    const auto is_noun = [&](uint32_t t) {
      return IsContext(words_.words[t]) && !words_.words[t].Is(DraftWord::kAmount) &&
             doc_.text.tokens[t].kind == TokenKind::kWord;
    };
    bool joined = false;
    for (uint32_t t = begin; t < end; ++t) joined |= doc_.text.IsChar(t, '-');
    if (joined) {
      uint32_t thing = 0;
      for (uint32_t t = end; t < all.end && t < end + 3 && is_noun(t); ++t) {
        thing = words_.words[t].stem;
      }
      return thing;
    }
    const bool told = end < all.end &&
                      IsOneOf(doc_.text.Folded(end),
                              {"wide", "broad", "long", "high", "tall", "deep", "thick",
                               "across", "in"});
    for (uint32_t t = begin; t > all.begin && begin - t < kReach; --t) {
      const absl::string_view word = doc_.text.Folded(t - 1);
      if (is_noun(t - 1)) {
        const bool of = t < begin && doc_.text.Folded(t) == "of";
        return told || of ? words_.words[t - 1].stem : 0;
      }
      if (doc_.text.tokens[t - 1].kind == TokenKind::kWord &&
          !IsOneOf(word, {"of", "is", "was", "were", "about", "some", "around", "nearly",
                          "approximately", "almost", "roughly", "just", "only", "that",
                          "which", "up", "to", "over"})) {
        return 0;
      }
    }
    return 0;
  }

  // "ARLEN, May 11 (CPA) -- ": of the text.
  bool InDateline(const TimeMention& mention) const {
    return mention.sentence == doc_.text.sentence_of[0] &&
           mention.tokens.end < doc_.text.tokens.size() &&
           doc_.text.IsChar(mention.tokens.end, '(');
  }

  // "(Lind et al., 2007)".
  bool IsOfCitation(const TimeMention& year) const {
    return year.tokens.end < doc_.text.tokens.size() &&
           (doc_.text.IsChar(year.tokens.end, ')') ||
            doc_.text.IsChar(year.tokens.end, ';'));
  }

  // "This month", of a text of whatever month.
  bool IsThisMonth(const TimeMention& mention) const {
    return doc_.text.Folded(mention.tokens.end - 1) == "month";
  }

  TokenRange NumberOf(const QuantityMention& mention) const {
    uint32_t end = mention.tokens.begin + 1;
    while (end < mention.tokens.end &&
           doc_.text.tokens[end].span.begin < mention.number.end) {
      ++end;
    }
    return {mention.tokens.begin, end};
  }

  static uint32_t TypeOf(const QuantityValue& value) {
    if (value.dimension.empty() || value.dimension == "count") {
      return WordHash("count");
    }
    const bool convertible = value.factor || value.dimension == "money";
    return WordHash(convertible ? value.dimension : value.unit) * 31 +
           WordHash(value.per);
  }

  void Place(uint32_t mention, uint32_t sentence, PlacedValue* placed) const {
    const TokenRange number = placed->number;
    const TokenRange all = doc_.text.sentences[sentence].tokens;
    placed->value.at = {d_, sentence};
    placed->value.mention = mention;
    placed->around = SharedWords::Near(words_, all, number);
    placed->value.names = story_.NamesAround(placed->value.at, number);
    if (placed->value.kind <= ValueKind::kSpan) {
      placed->past_year = story_.PastYear(placed->value.at);
    }
    const bool age = IsAge(story_, placed->value);
    for (const NameMention& name : MentionsIn(doc_.names, sentence)) {
      if (name.entity != kNone && name.tokens.end <= number.begin &&
          number.begin - name.tokens.end <= kOwnerReach &&
          !(age && SaysMore({name.tokens.end, number.begin})) &&
          !(placed->value.kind != ValueKind::kFigure && IsWhere(name, all.begin))) {
        placed->owner = story_.corpus().GlobalEntity(d_, name.entity);
      }
      if (age && name.entity != kNone && IsNamedBehind(mention, name)) {
        placed->owner = story_.corpus().GlobalEntity(d_, name.entity);
        break;
      }
    }
    for (uint32_t t = number.begin; t-- > all.begin;) {
      if (IsContext(words_.words[t])) {
        placed->before = t;
        break;
      }
    }
  }

  // "The 43-year-old guard Josue Matias".
  bool IsNamedBehind(uint32_t mention, const NameMention& name) const {
    constexpr uint32_t kReach = 3;
    const uint32_t end = doc_.quantities[mention].tokens.end;
    if (name.tokens.begin < end || name.tokens.begin - end > kReach) return false;
    for (uint32_t t = end; t < name.tokens.begin; ++t) {
      if (doc_.text.tokens[t].kind != TokenKind::kWord ||
          !(doc_.lex.Has(t, Lex::kRoleNoun) ||
            IsOneOf(doc_.text.Folded(t), {"man", "woman", "called", "named"}))) {
        return false;
      }
    }
    return true;
  }

  // "Ended the siege of the Hotel Addax after 14 hours": a time is not the hotel's.
  bool IsWhere(const NameMention& name, uint32_t first) const {
    uint32_t t = name.tokens.begin;
    if (t > first && doc_.lex.Has(t - 1, Lex::kDeterminer)) --t;
    return t > first && IsOneOf(doc_.text.Folded(t - 1),
                                {"in", "at", "of", "near", "from", "to", "outside", "inside"});
  }

  // "Suspect in the Van Aelst case is 42": of somebody else.
  bool SaysMore(TokenRange between) const {
    for (uint32_t t = between.begin; t < between.end; ++t) {
      if (IsContext(words_.words[t])) return true;
    }
    return false;
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
};

}  // namespace

const PlacedValues& PlacedValuesOf(StoryContext* story, uint32_t d) {
  return story->Once<PlacedValues>(
      d, [&] { return PlacedReader(*story, d).Read(); });
}

}  // namespace claimcheck
