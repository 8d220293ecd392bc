#include "claims/syntax/dictionary_words.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "claims/lexicon/inflect.h"

namespace claimcheck {
namespace syntax {
namespace {

uint16_t PartOf(absl::string_view ending) {
  if (ending == "noun") return kDictNoun;
  if (ending == "verb") return kDictVerb;
  if (ending == "adj") return kDictAdjective;
  if (ending == "adv") return kDictAdverb;
  return 0;
}

void AddWord(absl::string_view word, uint16_t part,
             std::map<std::string, uint16_t>* words) {
  // "fast(a)" says where an adjective may stand.
  word = word.substr(0, word.find('('));
  if (word.size() < 2 ||
      !std::all_of(word.begin(), word.end(), absl::ascii_isalpha)) {
    return;
  }
  const std::string lower = absl::AsciiStrToLower(word);
  if (lower != word) {
    if (part == kDictNoun) (*words)[lower] |= kDictName;
    if (part == kDictAdjective) (*words)[lower] |= kDictNameAdjective;
    return;
  }
  (*words)[lower] |= part;
  if (part == kDictVerb) {
    for (const std::string& form : VerbForms(lower)) {
      (*words)[form] |= form.size() > 3 && absl::EndsWith(form, "ing")
                            ? kDictIng
                        : form.back() == 's' ? kDictVerbS
                                             : kDictPast;
    }
  } else if (part == kDictNoun) {
    for (const std::string& form : PluralForms(lower)) {
      (*words)[form] |= kDictPlural;
    }
  }
}

// "offset file type count word id word id ...", the count hexadecimal; lines of
// the licence begin with a space.
void AddDataLine(absl::string_view line, uint16_t part,
                 std::map<std::string, uint16_t>* words) {
  const std::vector<absl::string_view> fields = absl::StrSplit(line, ' ');
  uint32_t count = 0;
  if (absl::StartsWith(line, " ") || fields.size() < 4 ||
      !absl::SimpleHexAtoi(fields[3], &count)) {
    return;
  }
  for (size_t f = 4; f < fields.size() && count > 0; f += 2, --count) {
    AddWord(fields[f], part, words);
  }
}

}  // namespace

void AddDictionaryWords(absl::string_view name, absl::string_view bytes,
                        std::map<std::string, uint16_t>* words) {
  const size_t dot = name.find('.');
  if (dot == absl::string_view::npos) return;
  const bool exceptions = name.substr(dot + 1) == "exc";
  const uint16_t part =
      PartOf(exceptions ? name.substr(0, dot) : name.substr(dot + 1));
  if (part == 0 || (!exceptions && name.substr(0, dot) != "data")) return;
  for (absl::string_view line : absl::StrSplit(bytes, '\n')) {
    if (!exceptions) {
      AddDataLine(line, part, words);
      continue;
    }
    // "sang sing"
    const absl::string_view form = line.substr(0, line.find(' '));
    if (form.empty() ||
        !std::all_of(form.begin(), form.end(), absl::ascii_islower)) {
      continue;
    }
    uint16_t kind = part;
    if (part == kDictNoun) kind = kDictPlural;
    if (part == kDictVerb) kind = kDictIrregular;
    (*words)[std::string(form)] |= kind;
  }
}

}  // namespace syntax
}  // namespace claimcheck
