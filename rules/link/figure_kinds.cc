#include "rules/link/figure_kinds.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

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

}  // namespace

bool IsRestOfACount(const DocumentAnalysis& doc, const QuantityMention& mention) {
  const uint32_t begin = mention.tokens.begin;
  return begin > 0 &&
         words::kRestOfACount.Contains(doc.text.tokens[begin - 1].word);
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
      {"from", "away"},     {"off", "away"},        {"north", "away"},
      {"south", "away"},    {"east", "away"},       {"west", "away"},
      {"altitude", "high"},
  };
  const auto aspect_of = [&](uint32_t t) -> uint32_t {
    for (const auto& [word, aspect] : kAspects) {
      if (doc.text.Folded(t) == word) return WordHash(aspect);
    }
    return 0;
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
  const uint32_t behind = t < end ? aspect_of(t) : 0;
  if (behind != 0) return behind;
  // "At an altitude of about 60 miles".
  const uint32_t begin = doc.text.sentences[mention.sentence].tokens.begin;
  uint32_t of = mention.tokens.begin;
  if (of > begin && doc.lex.Has(of - 1, Lex::kHedge)) --of;
  return of > begin + 1 && doc.text.Folded(of - 1) == "of" ? aspect_of(of - 2) : 0;
}

}  // namespace claimcheck
