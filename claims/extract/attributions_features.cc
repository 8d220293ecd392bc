#include "claims/extract/attributions_features.h"

#include <cstddef>
#include <string>

#include "absl/strings/match.h"

namespace claimcheck {
namespace {

// Of each WordTag.
constexpr absl::string_view kTagTexts[] = {
    "word",  "det", "poss",  "clitic", "pron",  "rel",   "aux",
    "verb",  "to",  "that",  "prep",   "and",   "sub",   "adv",
    "time",  "num", "comma", "stop",   "colon", "break", "open",
    "close", "(",   ")",     "symbol"};
constexpr size_t kTags = sizeof(kTagTexts) / sizeof(kTagTexts[0]);

struct TagValues {
  FeatureValue of[kTags] = {};
  constexpr TagValues() {
    for (size_t i = 0; i < kTags; ++i) {
      of[i] = WordHash(kTagTexts[i].data(), kTagTexts[i].size());
    }
  }
};
constexpr TagValues kTagValues;

struct NumberValues {
  FeatureValue of[100] = {};
  constexpr NumberValues() {
    for (int i = 0; i < 100; ++i) {
      const char digits[2] = {static_cast<char>('0' + i / 10),
                              static_cast<char>('0' + i % 10)};
      of[i] = i < 10 ? WordHash(digits + 1, 1) : WordHash(digits, 2);
    }
  }
};
constexpr NumberValues kNumberValues;

}  // namespace

FeatureValues::FeatureValues(const AttributionWork& work, TokenRange sentence)
    : w_(work), sentence_(sentence) {
  if (w_.trace == nullptr || w_.texts.Has(kEnd)) return;
  w_.texts.Add("END");
  w_.texts.Add("NONE");
  for (absl::string_view text : kTagTexts) w_.texts.Add(text);
  for (int i = 0; i < 100; ++i) w_.texts.Add(std::to_string(i));
}

FeatureValue FeatureValues::Text(absl::string_view text) const {
  return w_.trace == nullptr ? WordHash(text) : w_.texts.Add(text);
}
FeatureValue FeatureValues::Number(int n) const {
  return kNumberValues.of[n % 100];
}
FeatureValue FeatureValues::Tag(uint32_t t) const {
  if (!sentence_.Contains(t)) return kEnd;
  return kTagValues.of[static_cast<int>(w_.s.tags[t])];
}
FeatureValue FeatureValues::Word(uint32_t t) const {
  if (w_.trace != nullptr) w_.texts.Add(w_.text.Folded(t));
  return w_.text.tokens[t].word;
}
FeatureValue FeatureValues::MakeKey(uint32_t t) const {
  return w_.s.keys[t] = Text(KeyText(t));
}
absl::string_view FeatureValues::KeyText(uint32_t t) const {
  const absl::string_view word = w_.text.Folded(t);
  switch (w_.s.tags[t]) {
    case WordTag::kRelative:
    case WordTag::kAuxiliary:
    case WordTag::kPronoun:
    case WordTag::kPossessive:
    case WordTag::kPreposition:
    case WordTag::kCoordinator:
    case WordTag::kSubordinator:
    case WordTag::kDeterminer:
    case WordTag::kBreak:
    case WordTag::kStop:
      return word;
    case WordTag::kAdverb:
      return absl::EndsWith(word, "ly") ? "ly" : word;
    case WordTag::kWord:
      if (w_.c.Capital(t)) return "Word";
      if (absl::EndsWith(word, "ing")) return "ing";
      if (absl::EndsWith(word, "ed")) return "ed";
      if (absl::EndsWith(word, "s")) return "s";
      return "word";
    default:
      return kTagTexts[static_cast<int>(w_.s.tags[t])];
  }
}

}  // namespace claimcheck
