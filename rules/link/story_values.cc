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

// What values of a dimension are of, where words say so.
struct Frame {
  absl::string_view id;
  absl::string_view dimension;
  const WordSet* words;
  const WordSet* vetoes;
  uint16_t weight;
  bool once = false;  // a story has one: of whom it is need not be told
};
constexpr Frame kFrames[] = {
    {"frame:depth", "length", &words::kFrameDepth, nullptr, 80, true},
    {"frame:height", "length", &words::kFrameHeight, nullptr, 80, true},
    {"frame:motion", "speed", &words::kFrameMotion, &words::kFrameLimit, 80, true},
    {"frame:compensation", "money", &words::kFrameCompensation, nullptr, 60},
    {"frame:loot", "money", &words::kFrameLoot, nullptr, 80},
    {"frame:demand", "money", &words::kFrameDemand, nullptr, 60},
    {"frame:ransom", "money", &words::kFrameRansom, nullptr, 80},
    {"frame:explosive", "mass", &words::kFrameExplosive, nullptr, 80, true},
    {"frame:prison", "duration", &words::kFramePrison, nullptr, 80},
};

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

std::optional<ValueKind> KindOf(const DocumentAnalysis& doc,
                                const TimeMention& mention) {
  const TimeValue& time = mention.value;
  const bool about =
      ClockMinute(time) &&
      (time.mod == "APPROX" ||
       ((time.mod == "AFTER" || time.mod == "BEFORE") && IsShortly(doc, mention)));
  if (time.impossible || time.ambiguous ||
      (!time.mod.empty() && time.mod != "END" && time.mod != "START" &&
       !about && time.kind != TimeKind::kDuration)) {
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

bool UsableFigure(const QuantityValue& value, uint32_t group) {
  return value.hedge != HedgeKind::kVague && !value.written_high &&
         value.change != ChangeKind::kFrom &&
         (!value.unit.empty() || !value.counted.empty() || group != 0 ||
          value.written.significand >= kManyDigits);
}

// "A delegation of 64", "a 46-member delegation", "its 12-man crew": the group that
// the number is the size of, by its stem; 0: none.
uint32_t GroupOf(const DocumentAnalysis& doc, const QuantityMention& mention) {
  if (mention.value.ordinal) return 0;
  const TokenRange sentence = doc.text.sentences[mention.sentence].tokens;
  const uint32_t begin = mention.tokens.begin;
  const auto group = [&](uint32_t t) -> uint32_t {
    return words::kGroupNouns.Contains(doc.text.tokens[t].word)
               ? StemHash(doc.text.Folded(t))
               : 0;
  };
  if (begin >= sentence.begin + 2 && doc.text.Folded(begin - 1) == "of" &&
      group(begin - 2) != 0) {
    return group(begin - 2);
  }
  // "Can hold 12,000", "a capacity of 450", "room for 10,000".
  for (uint32_t t = begin; t > sentence.begin && begin - t < 3; --t) {
    if (!words::kCapacityWords.Contains(doc.text.tokens[t - 1].word)) continue;
    // Not "they hold 12,000 shares".
    const bool may = doc.text.Folded(t - 1) != "hold" ||
                     (t >= sentence.begin + 2 &&
                      IsOneOf(doc.text.Folded(t - 2), {"can", "could"}));
    return may ? WordHash("capacity") : 0;
  }
  const uint32_t end = mention.tokens.begin + 1;
  // "23 crew", "25 crew members".
  if (end < sentence.end && doc.text.Folded(end) == "crew") return group(end);
  if (end + 2 < sentence.end && doc.text.IsChar(end, '-') &&
      IsOneOf(doc.text.Folded(end + 1), {"member", "man", "strong", "person"})) {
    for (uint32_t t = end + 2; t < std::min(sentence.end, end + 4); ++t) {
      if (group(t) != 0) return group(t);
    }
  }
  return 0;
}

// "Long", "wide": which of its lengths one is; 0: not told.
uint32_t AspectOf(const DocumentAnalysis& doc, const QuantityMention& mention) {
  const uint32_t t = mention.tokens.end;
  if (mention.value.dimension != "length" ||
      t >= doc.text.sentences[mention.sentence].tokens.end ||
      !IsOneOf(doc.text.Folded(t),
               {"long", "wide", "deep", "tall", "high", "thick", "away"})) {
    return 0;
  }
  return doc.text.tokens[t].word;
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
      if (!UsableFigure(mention.value, group) || IsOfThose(mention)) continue;
      const size_t before = items.size();
      Add(ValueKind::kFigure, q, mention.sentence, mention.tokens, mention.span,
          &items);
      if (items.size() == before) continue;
      items.back().group = group;
      items.back().aspect = AspectOf(doc_, mention);
    }
    for (uint32_t t = 0; t < doc_.times.size(); ++t) {
      const TimeMention& mention = doc_.times[t];
      const auto kind = KindOf(doc_, mention);
      if (!kind) continue;
      // "Said on Friday": of the saying.
      if (*kind == ValueKind::kDay && OfSaying(mention)) continue;
      Add(*kind, t, mention.sentence, mention.tokens, mention.span, &items);
    }
    return items;
  }

 private:
  void Add(ValueKind kind, uint32_t mention, uint32_t sentence,
           TokenRange tokens, Span span, std::vector<KeyedValue>* items) const {
    if (!UsableSentence(doc_, sentence)) return;
    // "This post was updated at 5:35 p.m.": of the text.
    if (kind >= ValueKind::kClock && OfTheText(sentence)) return;
    KeyedValue item;
    item.at = {d_, sentence};
    item.kind = kind;
    item.mention = mention;
    item.span = span;
    item.hedged = kind == ValueKind::kClock && IsHedged(mention);
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

  // "The two states", "his three sons": some that were told of.
  bool IsOfThose(const QuantityMention& mention) const {
    const uint32_t begin = mention.tokens.begin;
    return mention.value.dimension == "count" &&
           mention.value.written < Decimal{10, 0} && begin > 0 &&
           (doc_.text.Folded(begin - 1) == "the" ||
            doc_.text.Folded(begin - 1) == "these" ||
            doc_.text.Folded(begin - 1) == "those" ||
            doc_.lex.Has(begin - 1, Lex::kPronoun));
  }

  // "About 7:10", "shortly after five", "just before eight".
  bool IsHedged(uint32_t t) const {
    const TimeMention& time = doc_.times[t];
    if (!time.value.mod.empty()) return true;
    if (time.tokens.begin == 0) return false;
    return IsOneOf(doc_.text.Folded(time.tokens.begin - 1),
                   {"after", "before", "around", "about", "past", "until"});
  }

  bool OfSaying(const TimeMention& time) const {
    const uint32_t first = doc_.text.sentences[time.sentence].tokens.begin;
    const uint32_t begin = time.tokens.begin;
    return (begin > first && doc_.lex.Has(begin - 1, Lex::kSayVerb)) ||
           (begin > first + 1 && doc_.lex.Has(begin - 2, Lex::kSayVerb));
  }

  bool OfTheText(uint32_t sentence) const {
    const TokenRange tokens = doc_.text.sentences[sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const absl::string_view word = doc_.text.Folded(t);
      if (word == "updated" || word == "published" || word == "posted") {
        return true;
      }
    }
    return false;
  }

  // The words of the value itself ("2,400 jobs") say what it is of as well.
  void ReadKeys(TokenRange sentence, TokenRange value, KeyedValue* item) const {
    uint8_t ordinal = 0;
    item->keys.reserve(kMostKeys);
    const auto add = [&](uint32_t t, uint32_t distance) {
      const DraftWord& word = words_.words[t];
      if (!word.Is(DraftWord::kContent) || word.Is(DraftWord::kCapital) ||
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
      ++ordinal;
    };
    if (item->kind == ValueKind::kFigure) {
      const QuantityMention& mention = doc_.quantities[item->mention];
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
    for (uint32_t step = 0; step < kReach; ++step) {
      const uint32_t t = value.end + step;
      if (t >= sentence.end || Ends(t)) break;
      add(t, step + 1);
    }
    AddFrames(sentence, value, item);
    AddDistance(sentence, value, item);
    const bool length =
        item->kind == ValueKind::kFigure &&
        doc_.quantities[item->mention].value.dimension == "length";
    if (item->kind >= ValueKind::kClock || length) {
      AddFigure(sentence, value, item);
    }
  }

  // Words of a frame near by say what the value is of, whichever they are.
  void AddFrames(TokenRange sentence, TokenRange value, KeyedValue* item) const {
    const absl::string_view dimension =
        item->kind == ValueKind::kFigure
            ? absl::string_view(doc_.quantities[item->mention].value.dimension)
            : item->kind == ValueKind::kSpan ? "duration" : "";
    if (dimension.empty()) return;
    const auto near = [&](const WordSet& words) {
      const uint32_t begin = value.begin > sentence.begin + kReach
                                 ? value.begin - kReach
                                 : sentence.begin;
      const uint32_t end = std::min(sentence.end, value.end + kReach);
      for (uint32_t t = begin; t < end; ++t) {
        if (words.Contains(doc_.text.tokens[t].word)) {
          return true;
        }
      }
      return false;
    };
    for (const Frame& frame : kFrames) {
      if (frame.dimension != dimension || !near(*frame.words) ||
          (frame.vetoes != nullptr && near(*frame.vetoes))) {
        continue;
      }
      item->keys.push_back({WordHash(frame.id), kFrameWord, frame.weight,
                            /*event=*/false});
      item->once |= frame.once;
    }
  }

  // "60 km north of Arlen", "90 kilometres from Arlen".
  void AddDistance(TokenRange sentence, TokenRange value,
                   KeyedValue* item) const {
    constexpr uint32_t kMostBetween = 12;  // "(37 miles) to the north-west of"
    constexpr uint16_t kDistanceWeight = 60;
    if (item->kind != ValueKind::kFigure ||
        doc_.quantities[item->mention].value.dimension != "length") {
      return;
    }
    uint32_t t = value.end;
    const uint32_t end = std::min(sentence.end, value.end + kMostBetween);
    while (t < end && !IsOneOf(doc_.text.Folded(t), {"of", "from"})) ++t;
    if (t == end) return;
    for (const NameMention& name : doc_.names) {
      if (name.sentence == item->at.sentence && name.tokens.begin > t &&
          name.tokens.begin <= t + 4 && name.form == NameMention::kName &&
          name.entity != kNone) {
        const uint32_t place = story_.corpus().GlobalEntity(d_, name.entity);
        item->keys.push_back({place * 31 + 7, kDistanceWord, kDistanceWeight,
                              /*event=*/false});
        return;
      }
    }
  }

  // The figure beside a time: "in 1994, when 31 people were killed".
  void AddFigure(TokenRange sentence, TokenRange value, KeyedValue* item) const {
    constexpr uint32_t kFigureReach = 12;
    constexpr uint16_t kFigureWeight = 60;
    for (const QuantityMention& q : doc_.quantities) {
      if (q.sentence != item->at.sentence || !sentence.Contains(q.tokens.begin) ||
          value.Contains(q.tokens.begin) || q.value.ordinal || q.value.written < Decimal{10, 0} ||
          q.tokens.begin > value.end + kFigureReach ||
          q.tokens.end + kFigureReach < value.begin) {
        continue;
      }
      const uint32_t id = static_cast<uint32_t>(q.value.written.significand) * 31 +
                          static_cast<uint32_t>(q.value.written.exponent) * 17 + 11;
      item->keys.push_back({id, kFigureWord, kFigureWeight, /*event=*/false});
      return;
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

std::vector<KeyedValue> ReadKeyedValues(const StoryContext& story, uint32_t d) {
  return ValueReader(story, d).Read();
}

}  // namespace claimcheck
