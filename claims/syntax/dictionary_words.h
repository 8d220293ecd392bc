#ifndef CLAIMCHECK_CLAIMS_SYNTAX_DICTIONARY_WORDS_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_DICTIONARY_WORDS_H_

#include <cstdint>
#include <map>
#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace syntax {

// What a dictionary knows a word as, for words that the treebanks show too
// seldom to learn it from.
enum DictionaryClass : uint16_t {
  kDictNoun = 1 << 0,
  kDictVerb = 1 << 1,
  kDictAdjective = 1 << 2,
  kDictAdverb = 1 << 3,
  kDictName = 1 << 4,           // a noun with a capital
  kDictNameAdjective = 1 << 5,  // "Belgian"
  kDictIng = 1 << 6,
  kDictVerbS = 1 << 7,
  kDictPast = 1 << 8,
  kDictPlural = 1 << 9,
  kDictIrregular = 1 << 10,  // "sang"
};

// Adds the words of one of WordNet's files, data.noun or verb.exc, by its name:
// single words of letters, lower case, with their regular inflections.
void AddDictionaryWords(absl::string_view name, absl::string_view bytes,
                        std::map<std::string, uint16_t>* words);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_DICTIONARY_WORDS_H_
