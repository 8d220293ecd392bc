#include "claims/syntax/tags.h"

#include <cstddef>

namespace claimcheck {
namespace syntax {
namespace {

// In the order of the enumerations.
constexpr absl::string_view kUposNames[] = {
    "X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
    "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};

constexpr absl::string_view kXposNames[] = {
    "_",    "CC",  "CD",  "DT",  "EX",   "FW",    "IN",    "JJ",  "JJR", "JJS",
    "LS",   "MD",  "NN",  "NNP", "NNPS", "NNS",   "PDT",   "POS", "PRP", "PRP$",
    "RB",   "RBR", "RBS", "RP",  "SYM",  "TO",    "UH",    "VB",  "VBD", "VBG",
    "VBN",  "VBP", "VBZ", "WDT", "WP",   "WP$",   "WRB",   "ADD", "AFX", "GW",
    "HYPH", "NFP", ",",   ".",   ":",    "-LRB-", "-RRB-", "``",  "''",  "$"};

constexpr absl::string_view kRelationNames[] = {
    "dep",           "acl",   "acl:relcl",   "advcl",        "advcl:relcl",
    "advmod",        "amod",  "appos",       "aux",          "aux:pass",
    "case",          "cc",    "cc:preconj",  "ccomp",        "compound",
    "compound:prt",  "conj",  "cop",         "csubj",        "csubj:outer",
    "csubj:pass",    "det",   "det:predet",  "discourse",    "dislocated",
    "expl",          "fixed", "flat",        "goeswith",     "iobj",
    "list",          "mark",  "nmod",        "nmod:desc",    "nmod:poss",
    "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",           "obl",   "obl:agent",   "obl:unmarked", "orphan",
    "parataxis",     "punct", "reparandum",  "root",         "vocative",
    "xcomp"};

static_assert(sizeof(kUposNames) / sizeof(kUposNames[0]) == kUposCount, "");
static_assert(sizeof(kXposNames) / sizeof(kXposNames[0]) == kXposCount, "");
static_assert(sizeof(kRelationNames) / sizeof(kRelationNames[0]) ==
                  kRelationCount,
              "");

template <typename Enum, size_t kSize>
Enum Parse(const absl::string_view (&names)[kSize], absl::string_view name) {
  for (size_t i = 0; i < kSize; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return static_cast<Enum>(0);
}

}  // namespace

absl::string_view UposName(Upos upos) {
  return kUposNames[static_cast<int>(upos)];
}
absl::string_view XposName(Xpos xpos) {
  return kXposNames[static_cast<int>(xpos)];
}
absl::string_view RelationName(Relation relation) {
  return kRelationNames[static_cast<int>(relation)];
}

Upos ParseUpos(absl::string_view name) { return Parse<Upos>(kUposNames, name); }
Xpos ParseXpos(absl::string_view name) { return Parse<Xpos>(kXposNames, name); }
Relation ParseRelation(absl::string_view name) {
  return Parse<Relation>(kRelationNames, name);
}

}  // namespace syntax
}  // namespace claimcheck
