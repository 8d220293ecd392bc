#include "claims/extract/attributions_features.h"

#include <string>

#include "absl/strings/match.h"

namespace claimcheck {
FeatureValues::FeatureValues(const AttributionWork& work, TokenRange sentence)
    : w_(work), sentence_(sentence) {
  if (w_.trace == nullptr || w_.texts.Has(kEnd)) return;
  w_.texts.Add("END");
  w_.texts.Add("NONE");
  for (absl::string_view kind : {"ly", "Word", "ing", "ed", "s", "word"}) {
    w_.texts.Add(kind);
  }
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
  return w_.s.keys[t] = KeyOf(t);
}
FeatureValue FeatureValues::KeyOf(uint32_t t) const {
  switch (w_.s.tags[t]) {
    case RoleTag::kRelative:
    case RoleTag::kAuxiliary:
    case RoleTag::kPronoun:
    case RoleTag::kPossessive:
    case RoleTag::kPreposition:
    case RoleTag::kCoordinator:
    case RoleTag::kSubordinator:
    case RoleTag::kDeterminer:
    case RoleTag::kBreak:
    case RoleTag::kStop:
      return Word(t);
    case RoleTag::kAdverb:
      return absl::EndsWith(w_.text.Folded(t), "ly") ? kLy : Word(t);
    case RoleTag::kWord: {
      if (w_.c.Capital(t)) return kCapitalWord;
      const absl::string_view word = w_.text.Folded(t);
      if (absl::EndsWith(word, "ing")) return kIng;
      if (absl::EndsWith(word, "ed")) return kEd;
      return absl::EndsWith(word, "s") ? kS : kWord;
    }
    default:
      return Tag(t);
  }
}

}  // namespace claimcheck
