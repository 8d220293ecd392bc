#include "claims/text/abbreviations.h"

#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"

namespace claimcheck {
namespace {

constexpr Abbreviation kTitle = Abbreviation::kTitle;
constexpr Abbreviation kNumbered = Abbreviation::kNumbered;
constexpr Abbreviation kDay = Abbreviation::kDay;
constexpr Abbreviation kEither = Abbreviation::kEither;
constexpr Abbreviation kNever = Abbreviation::kNever;

constexpr WordTable<Abbreviation, 256>::Entry kAbbreviationWords[] = {
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

constexpr absl::string_view kStarterWords[] = {
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

constexpr absl::string_view kSayVerbWords[] = {
    "added",     "admitted", "announced", "argued",  "asked",  "asks",
    "called",    "claimed",  "cried",     "declared", "demanded", "exclaimed",
    "joked",     "noted",    "remarked",  "replied", "said",   "says",
    "shouted",   "stated",   "told",      "tweeted", "warned", "wondered",
    "wrote",     "yelled",
};

constexpr absl::string_view kDomainWords[] = {
    "ai",  "app", "au", "ca", "cn", "co", "com", "de", "edu", "eu",  "fr",
    "gov", "info", "int", "io", "jp", "js", "kr", "mil", "net", "org", "ru",
    "tv",  "ua",  "uk", "us",
};

constexpr WordTable<Abbreviation, 256> kAbbreviations(kAbbreviationWords);
constexpr WordList<256> kSentenceStarters(kStarterWords);
constexpr WordList<64> kSayVerbs(kSayVerbWords);
constexpr WordList<64> kTopLevelDomains(kDomainWords);

}  // namespace

Abbreviation AbbreviationKind(uint32_t word) {
  const Abbreviation* kind = kAbbreviations.Find(word);
  return kind != nullptr ? *kind : Abbreviation::kNone;
}

bool StartsSentences(uint32_t word) { return kSentenceStarters.Has(word); }

bool IsSayVerb(uint32_t word) { return kSayVerbs.Has(word); }

bool IsTopLevelDomain(uint32_t word) { return kTopLevelDomains.Has(word); }

}  // namespace claimcheck
