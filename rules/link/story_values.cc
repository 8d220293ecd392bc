#include "rules/link/story_values.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/figure_kinds.h"
#include "rules/link/value_marks.h"

namespace claimcheck {
namespace {

// Tokens on each side of a value that may say what it is of; words beyond the
// nearer ones count less.
constexpr uint32_t kReach = 9;
constexpr uint32_t kNear = 5;
constexpr int kFarShare = 60;     // hundredths
constexpr int kFamilyShare = 80;  // of words of one root
// Tenths of idf: of a word to say anything.
constexpr uint32_t kLeastIdf = 30;
// Of a kind of event, whatever word names it.
constexpr uint16_t kEventWeight = 50;
// Of what is counted, whatever word names it, and of what there is one of.
constexpr uint16_t kThingWeight = 35;
constexpr uint16_t kOnceWeight = 100;

// "Shortly after five", "just before eight": as good as a time, as "after five" is
// not.
bool IsShortly(const DocumentAnalysis& doc, const TimeMention& mention) {
  const uint32_t end = std::min(mention.tokens.begin + 2, mention.tokens.end);
  for (uint32_t t = std::max(mention.tokens.begin, 2u) - 2; t < end; ++t) {
    if (IsOneOf(doc.text.Folded(t), {"shortly", "just", "soon", "right"})) {
      return true;
    }
  }
  return false;
}

// "Since 1985".
bool IsSince(const TimeValue& time) {
  return time.mod == "ON_OR_AFTER" && time.grain == Grain::kYear;
}

}  // namespace

std::optional<ValueKind> KindOfTime(const DocumentAnalysis& doc,
                                    const TimeMention& mention) {
  const TimeValue& time = mention.value;
  const bool about =
      ClockMinute(time) &&
      (time.mod == "APPROX" ||
       ((time.mod == "AFTER" || time.mod == "BEFORE") && IsShortly(doc, mention)));
  if (time.impossible || (time.ambiguous && !ClockMinute(time)) ||
      (!time.mod.empty() && time.mod != "END" && time.mod != "START" &&
       !about && !IsSince(time) && time.kind != TimeKind::kDuration)) {
    return std::nullopt;
  }
  if (time.kind == TimeKind::kDuration) {
    if (!time.amount || time.range.first || time.unit == Grain::kNone) {
      return std::nullopt;
    }
    return ValueKind::kSpan;
  }
  if (time.kind == TimeKind::kSet) return std::nullopt;
  // Of whatever day: the texts tell of one event.
  if (ClockMinute(time)) return ValueKind::kClock;
  if (!time.resolved()) return std::nullopt;
  // "On 3 May", not "on Tuesday": each text has its own Tuesday.
  if (time.grain == Grain::kDay &&
      absl::StartsWith(mention.rule, "time.date.")) {
    return ValueKind::kDay;
  }
  if (time.grain == Grain::kMonth || time.grain == Grain::kSeason) {
    return ValueKind::kMonth;
  }
  if (time.grain == Grain::kYear && time.year_written) return ValueKind::kYear;
  return std::nullopt;
}

namespace {

bool UsableFigure(const QuantityValue& value, uint32_t group) {
  return value.hedge != HedgeKind::kVague && !value.written_high &&
         value.change != ChangeKind::kFrom &&
         (!value.unit.empty() || !value.counted.empty() || group != 0 ||
          value.written.significand >= kManyDigits);
}

class ValueReader {
 public:
  ValueReader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)), words_(story.words(d)) {
    for (uint32_t e = 0; e < doc_.events.size(); ++e) {
      events_.emplace_back(doc_.events[e].tokens.begin, e);
    }
    std::sort(events_.begin(), events_.end());
  }

  std::vector<KeyedValue> Read() const {
    std::vector<KeyedValue> items;
    for (uint32_t q = 0; q < doc_.quantities.size(); ++q) {
      const QuantityMention& mention = doc_.quantities[q];
      const uint32_t group = GroupOf(doc_, mention);
      if (!UsableFigure(mention.value, group) || IsOfThose(mention) ||
          IsPartOf(mention) || IsEndOfRange(doc_, mention)) {
        continue;
      }
      Add(ValueKind::kFigure, q, mention.sentence, mention.tokens, mention.span,
          group, &items);
    }
    for (uint32_t t = 0; t < doc_.times.size(); ++t) {
      const TimeMention& mention = doc_.times[t];
      const auto kind = KindOfTime(doc_, mention);
      if (!kind) continue;
      if ((*kind == ValueKind::kDay || *kind == ValueKind::kMonth) &&
          OfSaying(doc_, mention)) {
        continue;
      }
      if (*kind == ValueKind::kYear && IsOfModels(doc_, mention)) continue;
      Add(*kind, t, mention.sentence, mention.tokens, mention.span, /*group=*/0,
          &items);
    }
    return items;
  }

 private:
  void Add(ValueKind kind, uint32_t mention, uint32_t sentence,
           TokenRange tokens, Span span, uint32_t group,
           std::vector<KeyedValue>* items) const {
    if (!UsableSentence(doc_, sentence)) return;
    // "This post was updated at 5:35 p.m.": of the text.
    if (kind >= ValueKind::kClock && OfTheText(doc_, sentence)) return;
    KeyedValue item;
    item.at = {d_, sentence};
    item.kind = kind;
    item.mention = mention;
    item.span = span;
    item.group = group;
    item.hedged = kind == ValueKind::kClock && IsHedgedClock(doc_, doc_.times[mention]);
    const TokenRange all = doc_.text.sentences[sentence].tokens;
    ReadKeys(all, tokens, &item);
    if (item.keys.empty()) return;
    std::sort(item.keys.begin(), item.keys.end(),
              [](const ValueKey& a, const ValueKey& b) {
                return a.id != b.id ? a.id < b.id : a.weight > b.weight;
              });
    item.names = story_.NamesAround(item.at, tokens);
    items->push_back(std::move(item));
  }

  // "Seventeen of the passengers".
  bool IsPartOf(const QuantityMention& mention) const {
    const uint32_t end = doc_.text.sentences[mention.sentence].tokens.end;
    uint32_t t = mention.tokens.begin;
    while (t < end && doc_.text.tokens[t].span.end <= mention.number.end) ++t;
    return t + 1 < end && doc_.text.Folded(t) == "of" &&
           IsOneOf(doc_.text.Folded(t + 1), {"the", "those", "these", "them"});
  }

  // "The two states", "his three sons": some that were told of.
  bool IsOfThose(const QuantityMention& mention) const {
    const uint32_t begin = mention.tokens.begin;
    // "The five-storey building" is one building.
    if (begin + 1 < doc_.text.tokens.size() && doc_.text.IsChar(begin + 1, '-')) {
      return false;
    }
    return mention.value.dimension == "count" &&
           mention.value.written < Decimal{10, 0} && begin > 0 &&
           (doc_.text.Folded(begin - 1) == "the" ||
            doc_.text.Folded(begin - 1) == "these" ||
            doc_.text.Folded(begin - 1) == "those" ||
            doc_.lex.Has(begin - 1, Lex::kPronoun));
  }

  // The words of the value itself ("2,400 jobs") say what it is of as well.
  void ReadKeys(TokenRange sentence, TokenRange value, KeyedValue* item) const {
    uint8_t ordinal = 0;
    // In what somebody has been since then has a name as a rule: "the Senate".
    const bool since = item->kind == ValueKind::kYear &&
                       IsSince(doc_.times[item->mention].value);
    uint32_t head = kNone;
    CountedThing thing;
    item->keys.reserve(kMostKeys);
    const auto add = [&](uint32_t t, uint32_t distance) {
      const DraftWord& word = words_.words[t];
      if (!word.Is(DraftWord::kContent) ||
          (word.Is(DraftWord::kCapital) && !since) ||
          word.idf < kLeastIdf || ordinal >= kMostKeys) {
        return;
      }
      const uint16_t weight = static_cast<uint16_t>(
          distance <= kNear ? word.idf : word.idf * kFarShare / 100);
      auto event = std::lower_bound(events_.begin(), events_.end(),
                                    std::make_pair(t, uint32_t{0}));
      // "The coast guard said": that was done at no such time.
      const bool happens =
          (event != events_.end() && event->first == t &&
           !doc_.lex.Has(t, Lex::kSayVerb)) ||
          words::kMomentNouns.Contains(doc_.text.tokens[t].word);
      item->keys.push_back({word.stem, ordinal, weight, happens});
      // "Inspected" and "inspection".
      if (word.family != 0) {
        item->keys.push_back({word.family, ordinal,
                              static_cast<uint16_t>(weight * kFamilyShare / 100),
                              happens});
      }
      for (const WordClass& cls : words_.Classes(word)) {
        item->keys.push_back({cls.member, ordinal, weight, happens});
      }
      for (; event != events_.end() && event->first == t; ++event) {
        const Event& told = doc_.events[event->second];
        if (!told.typed) continue;
        item->keys.push_back({WordHash(told.cls), ordinal,
                              std::max(weight, kEventWeight), true});
      }
      if (t == head && thing.id != 0) {
        item->keys.push_back({thing.id, ordinal,
                              std::max(weight, thing.once ? kOnceWeight
                                                          : kThingWeight),
                              /*event=*/false});
      }
      ++ordinal;
    };
    if (item->kind == ValueKind::kFigure) {
      const QuantityMention& mention = doc_.quantities[item->mention];
      head = mention.head;
      item->aspect = AspectOf(doc_, mention);
      thing = CountedThingOf(doc_, mention);
      item->noun = thing.id;
      item->once |= thing.once;
      for (uint32_t t = mention.counted.begin; t < mention.counted.end; ++t) {
        add(t, 1);
      }
      value.end = std::max(value.end, mention.counted.end);
    }
    for (uint32_t step = 1; step <= kReach; ++step) {
      if (value.begin < sentence.begin + step) break;
      const uint32_t t = value.begin - step;
      if (Ends(t)) break;
      add(t, step);
    }
    // "Eleven hours after the quake", "three days after the quake": of whatever
    // happened then.
    const bool elapsed =
        item->kind == ValueKind::kSpan && value.end < sentence.end &&
        IsOneOf(doc_.text.Folded(value.end), {"after", "before", "since"});
    for (uint32_t step = 0; step < kReach && !elapsed; ++step) {
      const uint32_t t = value.end + step;
      if (t >= sentence.end || Ends(t)) break;
      add(t, step + 1);
    }
    AddMarks(story_, sentence, value, item);
    if (item->group == ChildrenGroup()) {
      item->keys.push_back({item->group, kFrameWord, kOnceWeight,
                            /*event=*/false});
    }
  }

  // Behind it other things are told.
  bool Ends(uint32_t t) const {
    return doc_.text.IsChar(t, ';') || doc_.text.IsChar(t, ':');
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
  std::vector<std::pair<uint32_t, uint32_t>> events_;  // first token, index
};

}  // namespace

std::optional<int64_t> ClockMinute(const TimeValue& time) {
  const absl::string_view timex = time.timex.view();
  const size_t t = timex.find('T');
  if (time.kind != TimeKind::kTime || t == absl::string_view::npos) {
    return std::nullopt;
  }
  const auto digits = [&](size_t at) -> std::optional<int64_t> {
    if (at + 1 >= timex.size() || !absl::ascii_isdigit(timex[at]) ||
        !absl::ascii_isdigit(timex[at + 1])) {
      return std::nullopt;
    }
    return (timex[at] - '0') * 10 + (timex[at + 1] - '0');
  };
  const auto hour = digits(t + 1);
  if (!hour) return std::nullopt;
  const bool minutes = t + 3 < timex.size() && timex[t + 3] == ':';
  return *hour * 60 + (minutes ? digits(t + 4).value_or(0) : 0);
}

bool TellsDay(const DocumentAnalysis& doc, const TimeMention& mention) {
  const TimeValue& time = mention.value;
  return (time.kind == TimeKind::kDate || time.kind == TimeKind::kTime) &&
         time.resolved() && !time.impossible && time.grain <= Grain::kDay &&
         time.grain != Grain::kNone && (time.mod.empty() || ClockMinute(time)) &&
         (!time.ambiguous || ClockMinute(time)) && !TellsNoDay(doc, mention);
}

bool OfSaying(const DocumentAnalysis& doc, const TimeMention& time) {
  const uint32_t first = doc.text.sentences[time.sentence].tokens.begin;
  const uint32_t begin = time.tokens.begin;
  return (begin > first && doc.lex.Has(begin - 1, Lex::kSayVerb)) ||
         (begin > first + 1 && doc.lex.Has(begin - 2, Lex::kSayVerb));
}

bool IsHedgedClock(const DocumentAnalysis& doc, const TimeMention& time) {
  return !time.value.mod.empty() ||
         (time.tokens.begin > 0 &&
          IsOneOf(doc.text.Folded(time.tokens.begin - 1),
                  {"after", "before", "around", "about", "past", "until",
                   "towards"}));
}

bool IsEndOfRange(const DocumentAnalysis& doc, const QuantityMention& mention) {
  const TokenRange sentence = doc.text.sentences[mention.sentence].tokens;
  const uint32_t t = mention.tokens.end;
  if (t + 1 < sentence.end && doc.text.Folded(t) == "to" &&
      mention.value.change == ChangeKind::kNone &&
      doc.text.tokens[t + 1].kind == TokenKind::kNumber) {
    return true;
  }
  for (uint32_t step = 1; step <= 2; ++step) {
    if (mention.tokens.begin < sentence.begin + step) break;
    if (doc.text.Folded(mention.tokens.begin - step) == "between") return true;
  }
  return false;
}

bool IsOfModels(const DocumentAnalysis& doc, const TimeMention& year) {
  const TokenRange sentence = doc.text.sentences[year.sentence].tokens;
  const uint32_t begin = year.tokens.begin, end = year.tokens.end;
  if (end + 1 < sentence.end && doc.text.Folded(end) == "through" &&
      doc.text.tokens[end + 1].kind == TokenKind::kNumber) {
    return true;
  }
  return begin > sentence.begin && end < sentence.end &&
         doc.text.tokens[end].kind == TokenKind::kWord &&
         IsOneOf(doc.text.Folded(begin - 1), {"his", "her", "their", "my", "our"});
}

bool OfTheText(const DocumentAnalysis& doc, uint32_t sentence) {
  const TokenRange tokens = doc.text.sentences[sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (IsOneOf(doc.text.Folded(t), {"updated", "published", "posted"})) {
      return true;
    }
  }
  return false;
}

std::vector<KeyedValue> ReadKeyedValues(const StoryContext& story, uint32_t d) {
  return ValueReader(story, d).Read();
}

}  // namespace claimcheck
