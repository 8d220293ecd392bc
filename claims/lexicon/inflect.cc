#include "claims/lexicon/inflect.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool TakesEs(absl::string_view w) {
  return absl::EndsWith(w, "s") || absl::EndsWith(w, "x") ||
         absl::EndsWith(w, "z") || absl::EndsWith(w, "ch") ||
         absl::EndsWith(w, "sh");
}

bool ConsonantY(absl::string_view w) {
  return w.size() > 1 && w.back() == 'y' && !IsVowel(w[w.size() - 2]);
}

std::string SForm(absl::string_view w) {
  if (ConsonantY(w)) return absl::StrCat(w.substr(0, w.size() - 1), "ies");
  return absl::StrCat(w, TakesEs(w) ? "es" : "s");
}

// One syllable that ends consonant, vowel, consonant doubles its last letter:
// "stop", "stopped"; not "x", "w", "y".
bool Doubles(absl::string_view w) {
  if (w.size() < 3 || w.size() > 5) return false;
  const char c = w[w.size() - 1], v = w[w.size() - 2], b = w[w.size() - 3];
  int vowels = 0;
  for (char x : w) vowels += IsVowel(x);
  return vowels == 1 && IsVowel(v) && !IsVowel(c) && !IsVowel(b) && c != 'x' &&
         c != 'w' && c != 'y';
}

}  // namespace

std::vector<std::string> VerbForms(absl::string_view phrase) {
  const size_t space = phrase.find(' ');
  const absl::string_view w = phrase.substr(0, space);
  const absl::string_view rest =
      space == absl::string_view::npos ? "" : phrase.substr(space);
  if (w.size() < 2) return {};
  std::string ed, ing;
  if (absl::EndsWith(w, "ie")) {
    ed = absl::StrCat(w, "d");
    ing = absl::StrCat(w.substr(0, w.size() - 2), "ying");
  } else if (w.back() == 'e' && !absl::EndsWith(w, "ee") &&
             !absl::EndsWith(w, "ye") && !absl::EndsWith(w, "oe")) {
    ed = absl::StrCat(w, "d");
    ing = absl::StrCat(w.substr(0, w.size() - 1), "ing");
  } else if (w.back() == 'e') {
    ed = absl::StrCat(w, "d");
    ing = absl::StrCat(w, "ing");
  } else if (ConsonantY(w)) {
    ed = absl::StrCat(w.substr(0, w.size() - 1), "ied");
    ing = absl::StrCat(w, "ing");
  } else {
    const absl::string_view twice = Doubles(w) ? w.substr(w.size() - 1) : "";
    ed = absl::StrCat(w, twice, "ed");
    ing = absl::StrCat(w, twice, "ing");
  }
  return {absl::StrCat(SForm(w), rest), absl::StrCat(ed, rest),
          absl::StrCat(ing, rest)};
}

std::vector<std::string> PluralForms(absl::string_view phrase) {
  const size_t space = phrase.rfind(' ');
  const size_t at = space == absl::string_view::npos ? 0 : space + 1;
  const absl::string_view head = phrase.substr(0, at), w = phrase.substr(at);
  if (w.size() < 2) return {};
  if (absl::EndsWith(w, "man") && w != "human" && w != "german") {
    return {absl::StrCat(head, w.substr(0, w.size() - 3), "men")};
  }
  return {absl::StrCat(head, SForm(w))};
}

}  // namespace claimcheck
