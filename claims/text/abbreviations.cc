#include "claims/text/abbreviations.h"

#include <algorithm>
#include <iterator>

namespace claimcheck {
namespace {

struct Entry {
  absl::string_view word;
  Abbreviation kind;
};

constexpr Abbreviation kTitle = Abbreviation::kTitle;
constexpr Abbreviation kNumbered = Abbreviation::kNumbered;
constexpr Abbreviation kDay = Abbreviation::kDay;
constexpr Abbreviation kEither = Abbreviation::kEither;
constexpr Abbreviation kNever = Abbreviation::kNever;

// Sorted by word.
constexpr Entry kAbbreviations[] = {
    {"adm", kTitle},
    {"amb", kTitle},
    {"apr", kDay},
    {"art", kNumbered},
    {"assn", kEither},
    {"asst", kTitle},
    {"atty", kTitle},
    {"aug", kDay},
    {"ave", kEither},
    {"blvd", kEither},
    {"brig", kTitle},
    {"bros", kEither},
    {"ca", kNumbered},
    {"capt", kTitle},
    {"cf", kNever},
    {"ch", kNumbered},
    {"chap", kNumbered},
    {"cie", kEither},
    {"cmdr", kTitle},
    {"co", kEither},
    {"col", kTitle},
    {"comdr", kTitle},
    {"cong", kTitle},
    {"corp", kEither},
    {"cpl", kTitle},
    {"dec", kDay},
    {"dept", kEither},
    {"det", kTitle},
    {"dr", kTitle},
    {"e.g", kNever},
    {"e.g.", kNever},
    {"esp", kNever},
    {"esq", kEither},
    {"etc", kEither},
    {"feb", kDay},
    {"fig", kNumbered},
    {"figs", kNumbered},
    {"fr", kTitle},
    {"fri", kDay},
    {"ft", kEither},
    {"gen", kTitle},
    {"gov", kTitle},
    {"govs", kTitle},
    {"hon", kTitle},
    {"hwy", kNumbered},
    {"i.e", kNever},
    {"i.e.", kNever},
    {"inc", kEither},
    {"insp", kTitle},
    {"jan", kDay},
    {"jr", kEither},
    {"jul", kDay},
    {"jun", kDay},
    {"lt", kTitle},
    {"ltd", kEither},
    {"maj", kTitle},
    {"messrs", kTitle},
    {"mfg", kEither},
    {"mgr", kTitle},
    {"mlle", kTitle},
    {"mme", kTitle},
    {"mon", kDay},
    {"mr", kTitle},
    {"mrs", kTitle},
    {"ms", kTitle},
    {"msgr", kTitle},
    {"mt", kEither},
    {"mx", kTitle},
    {"no", kNumbered},
    {"nos", kNumbered},
    {"nov", kDay},
    {"oct", kDay},
    {"ofc", kTitle},
    {"p", kNumbered},
    {"para", kNumbered},
    {"pfc", kTitle},
    {"plc", kEither},
    {"pp", kNumbered},
    {"pres", kTitle},
    {"prof", kTitle},
    {"profs", kTitle},
    {"pte", kEither},
    {"pty", kEither},
    {"pvt", kTitle},
    {"rd", kEither},
    {"rep", kTitle},
    {"reps", kTitle},
    {"ret", kEither},
    {"rev", kTitle},
    {"rs", kNumbered},
    {"rt", kTitle},
    {"sat", kDay},
    {"sec", kTitle},
    {"sect", kNumbered},
    {"sen", kTitle},
    {"sens", kTitle},
    {"sep", kDay},
    {"sept", kDay},
    {"sgt", kTitle},
    {"sr", kEither},
    {"st", kEither},
    {"ste", kEither},
    {"sun", kDay},
    {"supt", kTitle},
    {"thu", kDay},
    {"thur", kDay},
    {"thurs", kDay},
    {"treas", kTitle},
    {"tue", kDay},
    {"tues", kDay},
    {"univ", kEither},
    {"viz", kNever},
    {"vol", kNumbered},
    {"vols", kNumbered},
    {"vs", kNever},
    {"wed", kDay},
};

// Sorted.
constexpr absl::string_view kSentenceStarters[] = {
    "a",       "about",    "according", "after",   "all",     "also",
    "although", "an",      "and",      "another", "as",
    "at",      "because",  "before",   "both",    "but",     "by",
    "despite", "during",   "each",     "earlier", "even",    "few",
    "for",     "from",     "had",      "he",      "her",     "here",
    "his",     "how",      "however",  "i",       "if",      "in",
    "instead", "is",       "it",       "its",     "last",    "later",
    "many",    "meanwhile", "more",    "most",    "my",      "neither",
    "no",      "nor",      "not",      "now",     "of",      "on",
    "once",    "one",      "only",     "or",      "other",   "others",
    "our",     "over",     "several",  "she",     "since",   "so",
    "some",    "such",     "that",     "the",     "their",   "then",
    "there",   "these",    "they",     "this",    "those",   "though",
    "through", "to",       "today",    "two",     "under",   "until",
    "we",      "what",     "when",     "where",   "whether", "which",
    "while",   "who",      "why",      "with",    "you",     "your",
};

// Sorted.
constexpr absl::string_view kSayVerbs[] = {
    "added",     "admitted", "announced", "argued",  "asked",  "asks",
    "called",    "claimed",  "cried",     "declared", "demanded", "exclaimed",
    "joked",     "noted",    "remarked",  "replied", "said",   "says",
    "shouted",   "stated",   "told",      "tweeted", "warned", "wondered",
    "wrote",     "yelled",
};

// Sorted.
constexpr absl::string_view kTopLevelDomains[] = {
    "ai",  "app", "au", "ca", "cn", "co", "com", "de", "edu", "eu",  "fr",
    "gov", "info", "int", "io", "jp", "js", "kr", "mil", "net", "org", "ru",
    "tv",  "ua",  "uk", "us",
};

template <typename Table, typename Word>
bool In(const Table& table, Word word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

template <typename Table>
constexpr bool Sorted(const Table& table) {
  for (size_t i = 1; i < std::size(table); ++i) {
    if (!(table[i - 1] < table[i])) return false;
  }
  return true;
}

constexpr bool operator<(const Entry& a, const Entry& b) {
  return a.word < b.word;
}

static_assert(Sorted(kAbbreviations), "looked up by bisection");
static_assert(Sorted(kSayVerbs), "looked up by bisection");
static_assert(Sorted(kTopLevelDomains), "looked up by bisection");
static_assert(Sorted(kSentenceStarters), "looked up by bisection");

}  // namespace

Abbreviation AbbreviationKind(absl::string_view folded) {
  if (folded.size() > 6) return Abbreviation::kNone;
  const Entry* it = std::lower_bound(
      std::begin(kAbbreviations), std::end(kAbbreviations), folded,
      [](const Entry& entry, absl::string_view word) {
        return entry.word < word;
      });
  return it != std::end(kAbbreviations) && it->word == folded
             ? it->kind
             : Abbreviation::kNone;
}

bool StartsSentences(absl::string_view folded) {
  return folded.size() <= 9 && In(kSentenceStarters, folded);
}

bool IsSayVerb(absl::string_view folded) { return In(kSayVerbs, folded); }

bool IsTopLevelDomain(absl::string_view folded) {
  return folded.size() <= 4 && In(kTopLevelDomains, folded);
}

}  // namespace claimcheck
