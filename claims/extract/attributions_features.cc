#include "claims/extract/attributions_features.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace claimcheck {

int TokenValues::FixedKeyOf(uint32_t t) const {
  const RoleTag tag = w_.s.tags[t];
  switch (tag) {
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
      return kNoFixedKey;
    case RoleTag::kAdverb:
      return absl::EndsWith(w_.text.Folded(t), "ly") ? kLyKey : kNoFixedKey;
    case RoleTag::kWord: {
      if (w_.c.Capital(t)) return kCapitalKey;
      const absl::string_view word = w_.text.Folded(t);
      if (absl::EndsWith(word, "ing")) return kIngKey;
      if (absl::EndsWith(word, "ed")) return kEdKey;
      if (absl::EndsWith(word, "s")) return kSKey;
      break;
    }
    default:
      break;
  }
  return kTagKey + static_cast<int>(tag);
}

uint32_t NumberValues::MakeKey(uint32_t t) const {
  uint32_t key = static_cast<uint32_t>(FixedKeyOf(t));
  if (key == kNoFixedKey) {
    key = attribution_tables::key.NumberOf(w_.text.tokens[t].word);
  }
  w_.s.keys[t] = static_cast<uint16_t>(key + 1);
  return key;
}

FeatureValue TextValues::Key(uint32_t t) const {
  if (!Holds(t)) return Text(FixedKeyText(kEndKey));
  const int key = FixedKeyOf(t);
  return key == kNoFixedKey ? Word(t) : Text(FixedKeyText(key));
}

FeatureValue TextValues::Number(uint32_t n) const {
  return Text(absl::StrCat(n));
}

}  // namespace claimcheck
