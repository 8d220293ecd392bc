#include "claims/lexicon/compile_word_sets.h"

#include <cstdint>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claims/lexicon/word_set.h"
#include "claims/text/stem.h"
#include "claims/text/tokens.h"

namespace claimcheck {
namespace {

// "happens-once": kHappensOnce.  "" for an id that makes no name.
std::string ConstantName(const std::string& id) {
  std::string name = "k";
  bool begins = true;
  for (const char c : id) {
    if (c == '-' && !begins) {
      begins = true;
    } else if (absl::ascii_islower(c)) {
      name += begins ? absl::ascii_toupper(c) : c;
      begins = false;
    } else {
      return "";
    }
  }
  return begins ? "" : name;
}

uint32_t IdOf(const v1::WordSet& set, const std::string& word) {
  return set.key() == v1::WordSet::STEM ? StemHash(word) : WordHash(word);
}

// What a WordSet is made of.
struct Table {
  std::vector<uint32_t> slots;
  uint64_t bits = 0;
};

Table MakeTable(const v1::WordSet& set) {
  uint32_t size = 2;
  while (size < set.word_size() * 2) size *= 2;
  Table table;
  table.slots.resize(size);
  for (const std::string& word : set.word()) {
    const uint32_t id = IdOf(set, word);
    uint32_t slot = WordSet::FirstSlot(id, size - 1);
    while (table.slots[slot] != 0) slot = (slot + 1) & (size - 1);
    table.slots[slot] = id;
    table.bits |= WordBit(id);
  }
  return table;
}

}  // namespace

std::string WordSetMistake(const v1::WordSet& set) {
  if (ConstantName(set.id()).empty()) {
    return absl::StrCat("set \"", set.id(),
                        "\": an id is lower-case words with hyphens between");
  }
  if (set.about().empty() || set.word().empty()) {
    return absl::StrCat("set \"", set.id(), "\" has no ",
                        set.word().empty() ? "word" : "about");
  }
  std::set<uint32_t> seen;
  for (const std::string& word : set.word()) {
    if (word.empty() || absl::AsciiStrToLower(word) != word ||
        absl::StripAsciiWhitespace(word) != word) {
      return absl::StrCat("word \"", word,
                          "\" is not in lower case or has stray blanks");
    }
    if (set.key() != v1::WordSet::NAME &&
        word.find(' ') != std::string::npos) {
      return absl::StrCat("\"", word, "\" is more than one word");
    }
    const uint32_t id = IdOf(set, word);
    if (id == 0 || !seen.insert(id).second) {
      return absl::StrCat("word \"", word, "\" stands here twice",
                          set.key() == v1::WordSet::STEM
                              ? ", perhaps in another form"
                              : "");
    }
  }
  return "";
}

WordSetSources CompileWordSets(const std::vector<v1::WordSet>& sets) {
  std::string declared, defined, all;
  for (const v1::WordSet& set : sets) {
    const std::string name = ConstantName(set.id());
    const bool stems = set.key() == v1::WordSet::STEM;
    const char* const type = stems ? "StemSet " : "WordSet ";
    const Table table = MakeTable(set);
    absl::StrAppend(&declared, "// ", set.about(), "\nextern const ", type,
                    name, ";\n");
    absl::StrAppend(&defined, "constexpr uint32_t ", name, "Slots[] = {",
                    absl::StrJoin(table.slots, "u, "), "u};\n");
    absl::StrAppend(&defined, "constexpr ", type, name, "{WordSet(",
                    table.bits, "u, ", name, "Slots, ", table.slots.size() - 1,
                    "u)};\n\n");
    absl::StrAppend(&all, "      {\"", set.id(), "\", ",
                    set.key() == v1::WordSet::FORM ? "&" + name : "nullptr",
                    ", ", stems ? "&" + name : "nullptr", ", ",
                    set.key() == v1::WordSet::NAME ? "&" + name : "nullptr",
                    "},\n");
  }
  WordSetSources out;
  out.header = absl::StrCat(
      "// Written by lexicon_compiler.\n"
      "#ifndef CLAIMCHECK_CLAIMS_LEXICON_WORD_SETS_H_\n"
      "#define CLAIMCHECK_CLAIMS_LEXICON_WORD_SETS_H_\n\n"
      "#include \"absl/strings/string_view.h\"\n"
      "#include \"absl/types/span.h\"\n"
      "#include \"claims/lexicon/word_set.h\"\n\n"
      "namespace claimcheck {\nnamespace words {\n\n",
      declared,
      "\n// All of them, for tests; one of the pointers is set.\n"
      "struct Named {\n"
      "  absl::string_view id;\n"
      "  const WordSet* forms;\n"
      "  const StemSet* stems;\n"
      "  const WordSet* names;\n"
      "};\n"
      "absl::Span<const Named> All();\n\n"
      "}  // namespace words\n}  // namespace claimcheck\n\n"
      "#endif  // CLAIMCHECK_CLAIMS_LEXICON_WORD_SETS_H_\n");
  out.source = absl::StrCat(
      "// Written by lexicon_compiler.\n"
      "#include \"claims/lexicon/word_sets.h\"\n\n"
      "namespace claimcheck {\nnamespace words {\n\n",
      defined, "absl::Span<const Named> All() {\n",
      "  static constexpr Named kAll[] = {\n", all,
      "  };\n  return kAll;\n}\n\n"
      "}  // namespace words\n}  // namespace claimcheck\n");
  return out;
}

}  // namespace claimcheck
