#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURE_TEXTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURE_TEXTS_H_

#include "absl/strings/string_view.h"

// The texts of feature values as the weights have them.
namespace claimcheck {

// Of each RoleTag, and of what is outside the sentence.
inline constexpr absl::string_view kTagTexts[] = {
    "word",  "det", "poss",  "clitic", "pron",  "rel",   "aux",
    "verb",  "to",  "that",  "prep",   "and",   "sub",   "adv",
    "time",  "num", "comma", "stop",   "colon", "break", "open",
    "close", "(",   ")",     "symbol", "END"};
inline constexpr int kTags = sizeof(kTagTexts) / sizeof(kTagTexts[0]);
inline constexpr int kEndTag = kTags - 1;

// Keys of tokens that are no words: their numbers in the vocabulary of keys are
// these and, for a tag, kTagKey and the number of the tag.
enum FixedKey {
  kNoFixedKey,  // the word itself
  kNothingKey,
  kLyKey,
  kCapitalKey,
  kIngKey,
  kEdKey,
  kSKey,
  kTagKey,
};
inline constexpr int kEndKey = kTagKey + kEndTag;
inline constexpr int kFixedKeys = kEndKey + 1;

constexpr absl::string_view FixedKeyText(int key) {
  constexpr absl::string_view kTexts[] = {"",    "NONE", "ly", "Word",
                                          "ing", "ed",   "s"};
  return key < kTagKey ? kTexts[key] : kTagTexts[key - kTagKey];
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURE_TEXTS_H_
