#include "rules/link/value_marks.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"

namespace claimcheck {
namespace {

// Tokens on each side of a value in which a frame's words count.
constexpr uint32_t kReach = 9;
// Of "deep" and "wide" behind a length.
constexpr uint16_t kAspectWeight = 40;

// What values of a dimension are of, where words say so.
struct Frame {
  absl::string_view id;
  absl::string_view dimension;
  const WordSet* words;
  const WordSet* vetoes;
  uint16_t weight;
  bool once = false;  // a story has one: of whom it is need not be told
  int64_t least_hours = 0;  // of a span
  const char* aspect = nullptr;  // of a length that tells which it is
};
constexpr Frame kFrames[] = {
    {"frame:depth", "length", &words::kFrameDepth, nullptr, 80, true, 0, "deep"},
    {"frame:height", "length", &words::kFrameHeight, nullptr, 80, true, 0, "high"},
    {"frame:motion", "speed", &words::kFrameMotion, &words::kFrameLimit, 80, true},
    {"frame:compensation", "money", &words::kFrameCompensation, nullptr, 60},
    {"frame:loot", "money", &words::kFrameLoot, nullptr, 80},
    {"frame:bribe", "money", &words::kFrameBribe, nullptr, 80},
    {"frame:demand", "money", &words::kFrameDemand, nullptr, 60},
    {"frame:ransom", "money", &words::kFrameRansom, nullptr, 80},
    {"frame:explosive", "mass", &words::kFrameExplosive, nullptr, 80, true},
    {"frame:prison", "duration", &words::kFramePrison, nullptr, 80},
    {"frame:reward", "money", &words::kFrameReward, nullptr, 80},
    {"frame:worth", "money", &words::kFrameWorth, &words::kFrameInsurance, 40},
    {"frame:insurance", "money", &words::kFrameInsurance, nullptr, 60},
    {"frame:experience", "duration", &words::kFrameExperience, nullptr, 60},
    {"frame:built", "year", &words::kFrameBuilt, nullptr, 60},
    {"frame:founded", "year", &words::kFrameFounded, nullptr, 60},
    {"frame:price", "money", &words::kFramePrice, nullptr, 55},
    // Nothing else that is told of takes thousands of hours.
    {"frame:flying", "duration", &words::kFrameFlying, nullptr, 80, false, 300},
};

// Another amount of the sentence stands closer to a word than `value` does.
bool NearerToAnother(const DocumentAnalysis& doc, uint32_t sentence,
                     TokenRange value, uint32_t word) {
  const auto distance = [word](TokenRange tokens) {
    return word < tokens.begin ? tokens.begin - word : word - tokens.end + 1;
  };
  return std::any_of(doc.quantities.begin(), doc.quantities.end(),
                     [&](const QuantityMention& q) {
                       return q.sentence == sentence &&
                              !value.Contains(q.tokens.begin) &&
                              distance(q.tokens) < distance(value);
                     });
}

// "14,000 hours", not "two years".
bool TakesHours(const DocumentAnalysis& doc, const KeyedValue& item,
                int64_t least) {
  const TimeValue& time = doc.times[item.mention].value;
  return time.unit == Grain::kHour && !(*time.amount < Decimal{least, 0});
}

// Words of a frame near by say what the value is of, whichever they are.
void AddFrames(const DocumentAnalysis& doc, TokenRange sentence,
               TokenRange value, KeyedValue* item) {
  const absl::string_view dimension =
      item->kind == ValueKind::kFigure
          ? absl::string_view(doc.quantities[item->mention].value.dimension)
      : item->kind == ValueKind::kSpan ? "duration"
      : item->kind == ValueKind::kYear ? "year"
                                       : "";
  if (dimension.empty()) return;
  const uint32_t begin = value.begin > sentence.begin + kReach
                             ? value.begin - kReach
                             : sentence.begin;
  const uint32_t end = std::min(sentence.end, value.end + kReach);
  const auto near = [&](const WordSet& words) {
    for (uint32_t t = begin; t < end; ++t) {
      if (words.Contains(doc.text.tokens[t].word)) return true;
    }
    return false;
  };
  // "At 108 km/h, well above the permitted 70": of the value it stands beside.
  const auto vetoed = [&](const WordSet& words) {
    for (uint32_t t = begin; t < end; ++t) {
      if (words.Contains(doc.text.tokens[t].word) &&
          !NearerToAnother(doc, item->at.sentence, value, t)) {
        return true;
      }
    }
    return false;
  };
  if (item->aspect != 0 && item->aspect != WordHash("away")) {
    item->keys.push_back({item->aspect, kFrameWord, kAspectWeight,
                          /*event=*/false});
  }
  for (const Frame& frame : kFrames) {
    if (frame.aspect != nullptr && item->aspect != 0 &&
        item->aspect != WordHash(frame.aspect)) {
      continue;
    }
    if (frame.dimension != dimension || !near(*frame.words) ||
        (frame.vetoes != nullptr && vetoed(*frame.vetoes)) ||
        (frame.least_hours != 0 && !TakesHours(doc, *item, frame.least_hours))) {
      continue;
    }
    item->keys.push_back({WordHash(frame.id), kFrameWord, frame.weight,
                          /*event=*/false});
    item->once |= frame.once;
  }
}

// "60 km north of Arlen", "90 kilometres from Arlen".
void AddDistance(const StoryContext& story, TokenRange sentence,
                 TokenRange value, KeyedValue* item) {
  const uint32_t d = item->at.document;
  const DocumentAnalysis& doc = story.document(d);
  constexpr uint32_t kMostBetween = 12;  // "(37 miles) to the north-west of"
  constexpr uint16_t kDistanceWeight = 60;
  if (item->kind != ValueKind::kFigure ||
      doc.quantities[item->mention].value.dimension != "length") {
    return;
  }
  uint32_t t = value.end;
  const uint32_t end = std::min(sentence.end, value.end + kMostBetween);
  while (t < end && !IsOneOf(doc.text.Folded(t), {"of", "from"})) ++t;
  if (t == end) return;
  for (const NameMention& name : doc.names) {
    if (name.sentence == item->at.sentence && name.tokens.begin > t &&
        name.tokens.begin <= t + 4 && name.form == NameMention::kName &&
        name.entity != kNone) {
      // By its words: one town may be told of with its country and without.
      const uint32_t place = doc.text.tokens[name.tokens.begin].word;
      item->keys.push_back({place * 31 + 7, kDistanceWord, kDistanceWeight,
                            /*event=*/false});
      return;
    }
  }
}

// What lasted some time, by whichever of its names.
struct Lasting {
  absl::string_view id;
  const WordSet* words;
};
constexpr Lasting kLasting[] = {
    {"lasting:gathering", &words::kLastingGathering},
    {"lasting:visit", &words::kLastingVisit},
    {"lasting:siege", &words::kLastingSiege},
    {"lasting:strike", &words::kLastingStrike},
    {"lasting:flight", &words::kLastingFlight},
    {"lasting:trial", &words::kLastingTrial},
    {"lasting:search", &words::kLastingSearch},
    {"lasting:truce", &words::kLastingTruce},
    {"lasting:fight", &words::kLastingFight},
    {"lasting:talks", &words::kLastingTalks},
};

// "The two-week annual exercise", "the siege lasted 16 hours", "shook houses for a
// minute".
void AddLasting(const DocumentAnalysis& doc, TokenRange sentence,
                TokenRange value, KeyedValue* item) {
  constexpr uint32_t kNounReach = 4;   // behind "two-week"
  constexpr uint32_t kLastReach = 4;   // "lasted for nearly"
  constexpr uint32_t kSubjectReach = 8;
  constexpr uint16_t kLastingWeight = 80;
  static constexpr std::initializer_list<absl::string_view> kParts = {
      "first", "last", "final", "next", "past", "opening", "closing"};
  if (item->kind != ValueKind::kSpan) return;
  const auto add = [item](absl::string_view id) {
    item->keys.push_back({WordHash(id), kFrameWord, kLastingWeight,
                          /*event=*/false});
    item->once = true;
  };
  const auto lasting = [&](uint32_t t) -> absl::string_view {
    for (const Lasting& what : kLasting) {
      if (what.words->Contains(doc.text.tokens[t].word)) return what.id;
    }
    return "";
  };
  const Grain unit = doc.times[item->mention].value.unit;
  if (unit <= Grain::kMinute && !OfAftershock(doc, item->at.sentence)) {
    // "It lasted ten seconds".
    if (unit == Grain::kSecond && value.begin > sentence.begin &&
        (words::kLastVerbs.Contains(doc.text.tokens[value.begin - 1].word) ||
         words::kLastVerbs.Contains(
             doc.text.tokens[value.begin - std::min(2u, value.begin)].word))) {
      add("lasting:shaking");
      return;
    }
    for (uint32_t t = value.begin;
         t > sentence.begin && value.begin - t < kSubjectReach; --t) {
      if (!words::kFrameShaking.Contains(doc.text.tokens[t - 1].word)) continue;
      add("lasting:shaking");
      return;
    }
  }
  // Up to what belongs to the noun no longer.
  for (uint32_t t = value.end;
       t < std::min(sentence.end, value.end + kNounReach); ++t) {
    // "Six hours of debate", not "the first six hours of debate".
    if (t == value.end && doc.text.Folded(t) == "of") {
      if (IsOneOf(doc.text.Folded(value.begin), kParts) ||
          (value.end > value.begin + 1 &&
           IsOneOf(doc.text.Folded(value.begin + 1), kParts)) ||
          (value.begin > sentence.begin &&
           IsOneOf(doc.text.Folded(value.begin - 1), kParts))) {
        break;
      }
      continue;
    }
    if (!lasting(t).empty()) {
      add(lasting(t));
      return;
    }
    if (!doc.text.IsChar(t, '-') &&
        (doc.text.tokens[t].kind != TokenKind::kWord ||
         doc.lex.Has(t, Lex::kPreposition) || doc.lex.Has(t, Lex::kAuxiliary) ||
         doc.lex.Has(t, Lex::kConjunction) || doc.lex.Has(t, Lex::kDeterminer))) {
      break;
    }
  }
  for (uint32_t t = value.begin;
       t > sentence.begin && value.begin - t < kLastReach; --t) {
    if (!words::kLastVerbs.Contains(doc.text.tokens[t - 1].word)) continue;
    for (uint32_t k = t - 1;
         k > sentence.begin && t - k < kSubjectReach; --k) {
      if (lasting(k - 1).empty()) continue;
      add(lasting(k - 1));
      return;
    }
  }
}

// What is counted, by whichever of its names.
struct CountedThings {
  absl::string_view id;
  const WordSet* words;
  bool once = false;
};
constexpr CountedThings kCountedThings[] = {
    {"counted:aircraft", &words::kCountedAircraft},
    {"counted:ships", &words::kCountedShips},
    {"counted:prisoners", &words::kCountedPrisoners},
    {"counted:police", &words::kCountedPolice},
    {"counted:troops", &words::kCountedTroops},
    {"counted:pupils", &words::kCountedPupils},
    {"counted:shots", &words::kCountedShots},
    {"counted:homes", &words::kCountedHomes},
    {"counted:staff", &words::kCountedStaff},
    {"counted:cars", &words::kCountedCars},
    {"counted:storeys", &words::kCountedStoreys, true},
};

// "Little Orchard, which has 2,400 employees": whose they are and what they are.
void AddOwner(const DocumentAnalysis& doc, TokenRange value, KeyedValue* item) {
  constexpr uint32_t kOwnerReach = 8;
  constexpr uint16_t kOwnerWeight = 60;
  if (item->kind != ValueKind::kFigure) return;
  const QuantityMention& mention = doc.quantities[item->mention];
  if (mention.head == kNone || mention.value.dimension != "count" ||
      mention.value.ordinal) {
    return;
  }
  const NameMention* owner = nullptr;
  for (const NameMention& name : doc.names) {
    if (name.sentence != item->at.sentence || name.tokens.end > value.begin ||
        name.tokens.end + kOwnerReach < value.begin ||
        name.form != NameMention::kName || name.entity == kNone ||
        doc.entities[name.entity].type != NameType::kOrganisation) {
      continue;
    }
    owner = &name;
  }
  if (owner == nullptr) return;
  const uint32_t id = doc.text.tokens[owner->tokens.begin].word * 31 +
                      StemHash(doc.text.Folded(mention.head)) * 7 + 13;
  item->keys.push_back({id, kOwnerWord, kOwnerWeight, /*event=*/false});
}

// "$41.50 a share": what is offered, where nothing says that they are traded so.
void AddShare(const DocumentAnalysis& doc, TokenRange sentence, TokenRange value,
              KeyedValue* item) {
  constexpr uint32_t kTradedReach = 5;
  constexpr uint16_t kShareWeight = 80;
  if (item->kind != ValueKind::kFigure ||
      doc.quantities[item->mention].value.per != "share") {
    return;
  }
  const uint32_t begin = value.begin > sentence.begin + kTradedReach
                             ? value.begin - kTradedReach
                             : sentence.begin;
  const uint32_t end = std::min(sentence.end, value.end + kTradedReach);
  bool offered = false;
  for (uint32_t t = begin; t < end; ++t) {
    if (words::kSharesTraded.Contains(doc.text.tokens[t].word)) return;
    offered |= words::kSharesOffered.Contains(doc.text.tokens[t].word);
  }
  if (!offered) return;
  item->keys.push_back({WordHash("offer:share"), kFrameWord, kShareWeight,
                        /*event=*/false});
}

// The figure beside a time: "in 1994, when 31 people were killed".
// `share`: of a percentage the other one, which need not say so.
void AddFigure(const DocumentAnalysis& doc, TokenRange sentence,
               TokenRange value, bool share, KeyedValue* item) {
  constexpr uint32_t kFigureReach = 12;
  constexpr uint16_t kFigureWeight = 60, kShareWeight = 80;
  for (const QuantityMention& q : doc.quantities) {
    if (q.sentence != item->at.sentence || !sentence.Contains(q.tokens.begin) ||
        value.Contains(q.tokens.begin) || q.value.ordinal ||
        q.value.written < Decimal{10, 0} ||
        q.tokens.begin > value.end + kFigureReach ||
        q.tokens.end + kFigureReach < value.begin) {
      continue;
    }
    const uint32_t id = static_cast<uint32_t>(q.value.written.significand) * 31 +
                        static_cast<uint32_t>(q.value.written.exponent) * 17 + 11;
    // Whole numbers stand beside many percentages.
    if (share && q.value.written.exponent >= 0) continue;
    item->keys.push_back({id, kFigureWord,
                          share ? kShareWeight : kFigureWeight,
                          /*event=*/false});
    return;
  }
}

// "A father of two", "the dad-of-four": before the number; "his wife and two
// children".
bool OfParent(const DocumentAnalysis& doc, uint32_t number) {
  if (number >= 2 && number + 1 < doc.text.tokens.size() &&
      IsOneOf(doc.text.Folded(number + 1), {"children", "kids"}) &&
      doc.text.Folded(number - 1) == "and" &&
      IsOneOf(doc.text.Folded(number - 2), {"wife", "husband"})) {
    return true;
  }
  uint32_t t = number;
  const auto back = [&] {
    if (t > 0) --t;
    if (t > 0 && doc.text.IsChar(t, '-')) --t;
  };
  if (t == 0) return false;
  back();
  if (doc.text.Folded(t) != "of") return false;
  back();
  return IsOneOf(doc.text.Folded(t),
                 {"father", "mother", "dad", "mum", "mom", "grandmother",
                  "grandfather"});
}

bool IsAftershock(const DocumentAnalysis& doc, uint32_t t) {
  return IsOneOf(doc.text.Folded(t), {"aftershock", "aftershocks"});
}

}  // namespace

bool OfAftershock(const DocumentAnalysis& doc, uint32_t sentence) {
  const uint32_t begin =
      doc.text.sentences[sentence > 0 ? sentence - 1 : 0].tokens.begin;
  for (uint32_t t = begin; t < doc.text.sentences[sentence].tokens.end; ++t) {
    if (IsAftershock(doc, t)) return true;
  }
  return false;
}

bool FigureOfAftershock(const DocumentAnalysis& doc, const KeyedValue& figure) {
  constexpr uint32_t kReach = 4;
  const TokenRange sentence = doc.text.sentences[figure.at.sentence].tokens;
  const TokenRange tokens = doc.quantities[figure.mention].tokens;
  const uint32_t begin = std::max(tokens.begin, sentence.begin + kReach) - kReach;
  const uint32_t end = std::min(tokens.end + kReach, sentence.end);
  for (uint32_t t = begin; t < end; ++t) {
    if (IsAftershock(doc, t)) return true;
  }
  return false;
}

uint32_t ChildrenGroup() { return WordHash("children of somebody"); }

uint32_t GroupOf(const DocumentAnalysis& doc, const QuantityMention& mention) {
  if (mention.value.ordinal) return 0;
  if (OfParent(doc, mention.tokens.begin)) return ChildrenGroup();
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

CountedThing CountedThingOf(const DocumentAnalysis& doc,
                            const QuantityMention& mention) {
  if (mention.value.dimension != "count" || mention.value.ordinal ||
      mention.head == kNone) {
    return {};
  }
  for (const CountedThings& things : kCountedThings) {
    if (things.words->Contains(doc.text.tokens[mention.head].word)) {
      return {WordHash(things.id), things.once};
    }
  }
  return {};
}

uint32_t AspectOf(const DocumentAnalysis& doc, const QuantityMention& mention) {
  static constexpr struct {
    absl::string_view word;
    absl::string_view aspect;
  } kAspects[] = {
      {"long", "long"},     {"length", "long"},    {"wide", "wide"},
      {"across", "wide"},   {"diameter", "wide"},  {"width", "wide"},
      {"broad", "wide"},    {"deep", "deep"},      {"depth", "deep"},
      {"tall", "high"},     {"high", "high"},      {"height", "high"},
      {"thick", "thick"},   {"thickness", "thick"}, {"away", "away"},
      {"from", "away"},
  };
  constexpr uint32_t kConversion = 6;  // "(15 metres)"
  if (mention.value.dimension != "length") return 0;
  const uint32_t end = doc.text.sentences[mention.sentence].tokens.end;
  uint32_t t = mention.tokens.end;
  if (t < end && doc.text.IsChar(t, '(')) {
    const uint32_t last = std::min(end, t + kConversion);
    while (t < last && !doc.text.IsChar(t, ')')) ++t;
    ++t;
  }
  // "In diameter".
  if (t < end && doc.text.Folded(t) == "in") ++t;
  if (t >= end) return 0;
  for (const auto& [word, aspect] : kAspects) {
    if (doc.text.Folded(t) == word) return WordHash(aspect);
  }
  return 0;
}

void AddMarks(const StoryContext& story, TokenRange sentence, TokenRange value,
              KeyedValue* item) {
  const DocumentAnalysis& doc = story.document(item->at.document);
  AddFrames(doc, sentence, value, item);
  AddDistance(story, sentence, value, item);
  AddLasting(doc, sentence, value, item);
  AddOwner(doc, value, item);
  AddShare(doc, sentence, value, item);
  const bool length =
      item->kind == ValueKind::kFigure &&
      doc.quantities[item->mention].value.dimension == "length";
  // "51.8 percent to 46.3": of one count of votes.
  const bool share = item->kind == ValueKind::kFigure &&
                     doc.quantities[item->mention].value.dimension == "percent";
  if (item->kind >= ValueKind::kClock || length || share) {
    AddFigure(doc, sentence, value, share, item);
  }
}

}  // namespace claimcheck
