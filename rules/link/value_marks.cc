#include "rules/link/value_marks.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "rules/link/lasting_marks.h"

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

}  // namespace

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
