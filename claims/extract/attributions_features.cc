#include "claims/extract/attributions_features.h"

#include <string>

#include "absl/strings/match.h"

namespace claimcheck {
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
