// Writes the weights of FindAttributions as tables of C++, one for each name of
// a feature, with a place for all values that it may have.
//
//   attributions_weights_compiler WEIGHTS.tsv OUT.h OUT.cc
//
// Values that are texts are numbered by vocabularies: 0 is what the weights do
// not know.  Weights of other names or with other values than listed here can
// decide nothing and are left out.

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/extract/attributions_feature_texts.h"
#include "claims/extract/attributions_vocabulary.h"
#include "claims/text/tokens.h"

namespace claimcheck {
namespace {

struct Feature {
  const char* name;
  // What its values are: a vocabulary, "tag", or how many numbers from 0 on.
  const char* places;
};
constexpr Feature kFeatures[] = {
    // Of an end.
    {"e.word", "kind key"},
    {"e.words", "key key"},
    {"e.tags", "tag tag tag"},
    {"e.kwords", "kind key tag"},
    {"e.last", "key tag"},
    {"e.usualw", "2 key"},
    {"e.verbs", "3 key kind"},
    {"e.lex", "lex key"},
    {"e.own", "3 key 3"},
    {"e.owntag", "3 tag tag kind"},
    {"e.kind", "kind tag"},
    {"e.usual", "kind 2 tag"},
    {"e.length", "kind 11"},
    {"e.lengtht", "11 tag"},
    {"e.commas", "4 tag kind"},
    {"e.rest", "11 tag"},
    {"e.opens", "tag tag 4"},
    {"e.speaker", "tag tag 3"},
    // Of the whole.
    {"a.bias", ""},
    {"a.kind", "kind"},
    {"a.lex", "lex"},
    {"a.lexkind", "lex kind"},
    {"a.lexframe", "lex 11"},
    {"a.lexform", "lex form"},
    {"a.form", "form kind"},
    {"a.tag", "entrytag kind"},
    {"a.tagform", "entrytag form"},
    {"a.tagsort", "entrytag sort"},
    {"a.sort", "sort kind"},
    {"a.lexsort", "lex sort"},
    {"a.speaker", "speaker"},
    {"a.firsttags", "tag tag kind"},
    {"a.next", "key kind"},
    {"a.lexnext", "lex key"},
    {"a.before", "key kind"},
    {"a.beforeform", "key form"},
    {"a.auxiliary", "key key"},
    {"a.left", "key"},
    {"a.size", "11 sort"},
    {"a.fixed", "11 kind"},
    {"a.zone", "7"},
    {"a.within", "within kind"},
    {"a.place", "11 kind"},
    {"a.first", "key kind"},
    {"a.lexfirst", "lex key"},
    {"a.length", "11 kind"},
    {"a.verbs", "3 kind"},
    {"a.quotes", "2 kind"},
    {"a.end", "key"},
};

// The numbers of the texts of one vocabulary.
struct Numbers {
  std::map<std::string, uint16_t> of;
  uint16_t size = 1;

  void Add(absl::string_view text) {
    if (of.emplace(text, size).second) ++size;
  }
};

struct Weight {
  std::vector<std::string> values;
  int weight;
};

class Compiler {
 public:
  Compiler() {
    for (int key = 1; key < kFixedKeys; ++key) {
      vocabularies_["key"].Add(FixedKeyText(key));
    }
  }

  bool Read(std::istream& lines) {
    std::string line;
    while (std::getline(lines, line)) {
      const std::pair<absl::string_view, absl::string_view> parts =
          absl::StrSplit(line, absl::MaxSplits('\t', 1));
      const std::vector<absl::string_view> feature =
          absl::StrSplit(parts.first, absl::MaxSplits('=', 1));
      Weight weight;
      if (!absl::SimpleAtoi(parts.second, &weight.weight) ||
          weight.weight != static_cast<int16_t>(weight.weight)) {
        return false;
      }
      if (feature.size() > 1) weight.values = absl::StrSplit(feature[1], '|');
      weights_[std::string(feature[0])].push_back(weight);
    }
    for (const Feature& feature : kFeatures) AddTexts(feature);
    return true;
  }

  void Write(std::string* header, std::string* source) const {
    *header =
        "// Written by attributions_weights_compiler.\n"
        "#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TABLES_H_\n"
        "#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TABLES_H_\n\n"
        "#include <cstdint>\n\n"
        "#include \"claims/extract/attributions_vocabulary.h\"\n\n"
        "namespace claimcheck {\nnamespace attribution_tables {\n\n";
    *source =
        "// Written by attributions_weights_compiler.\n"
        "#include \"claims/extract/attributions_tables.h\"\n\n"
        "namespace claimcheck {\nnamespace attribution_tables {\n\n";
    for (const auto& [name, numbers] : vocabularies_) {
      WriteVocabulary(name, numbers, header, source);
    }
    for (const Feature& feature : kFeatures) {
      WriteTable(feature, header, source);
    }
    const char* const end =
        "\n}  // namespace attribution_tables\n}  // namespace claimcheck\n";
    absl::StrAppend(
        header, end,
        "\n#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_TABLES_H_\n");
    absl::StrAppend(source, end);
  }

 private:
  static std::vector<std::string> PlacesOf(const Feature& feature) {
    return absl::StrSplit(feature.places, ' ', absl::SkipEmpty());
  }
  static bool IsVocabulary(absl::string_view place) {
    int number = 0;
    return place != "tag" && !absl::SimpleAtoi(place, &number);
  }

  void AddTexts(const Feature& feature) {
    const std::vector<std::string> places = PlacesOf(feature);
    for (const std::string& place : places) {
      if (IsVocabulary(place)) vocabularies_[place];  // if only 0 is in it
    }
    for (const Weight& weight : weights_[feature.name]) {
      if (weight.values.size() != places.size()) continue;
      for (size_t i = 0; i < places.size(); ++i) {
        if (!IsVocabulary(places[i])) continue;
        vocabularies_[places[i]].Add(weight.values[i]);
      }
    }
  }

  size_t SizeOf(const std::string& place) const {
    size_t size = kTags;
    if (IsVocabulary(place)) {
      size = vocabularies_.at(place).size;
    } else if (place != "tag") {
      (void)absl::SimpleAtoi(place, &size);
    }
    return size;
  }

  // The number of a value, or -1.
  int NumberOf(const std::string& place, const std::string& value) const {
    if (IsVocabulary(place)) return vocabularies_.at(place).of.at(value);
    int number = -1;
    if (place == "tag") {
      for (int tag = 0; tag < kTags; ++tag) {
        if (kTagTexts[tag] == value) number = tag;
      }
    } else if (absl::SimpleAtoi(value, &number) &&
               number >= static_cast<int>(SizeOf(place))) {
      number = -1;
    }
    return number;
  }

  void WriteVocabulary(const std::string& name, const Numbers& numbers,
                       std::string* header, std::string* source) const {
    uint32_t mask = 1;
    while (mask < 2 * static_cast<uint32_t>(numbers.size)) mask = 2 * mask + 1;
    std::vector<VocabularySlot> slots(mask + 1);
    for (const auto& [text, number] : numbers.of) {
      const uint32_t hash = WordHash(text);
      uint32_t slot = Vocabulary::FirstSlot(hash, mask);
      while (slots[slot].number != 0) slot = (slot + 1) & mask;
      slots[slot] = {hash, number};
    }
    absl::StrAppend(header, "extern const Vocabulary ", name, ";\n");
    absl::StrAppend(source, "constexpr VocabularySlot ", name, "_slots[] = {",
                    absl::StrJoin(slots, ",",
                                  [](std::string* out, VocabularySlot slot) {
                                    absl::StrAppend(out, "{", slot.word, "u,",
                                                    slot.number, "}");
                                  }),
                    "};\nconst Vocabulary ", name, "{", name, "_slots, ", mask,
                    "u};\n");
  }

  // "{1,2}" or "{{1,2},{3,4}}": as an initializer of an array of `sizes`.
  static std::string Braces(absl::Span<const int> table,
                            absl::Span<const size_t> sizes) {
    if (sizes.empty()) return absl::StrCat(table[0]);
    const size_t part = table.size() / sizes[0];
    std::vector<std::string> parts;
    for (size_t i = 0; i < sizes[0]; ++i) {
      parts.push_back(Braces(table.subspan(i * part, part), sizes.subspan(1)));
    }
    return absl::StrCat("{", absl::StrJoin(parts, ","), "}");
  }

  void WriteTable(const Feature& feature, std::string* header,
                  std::string* source) const {
    const std::vector<std::string> places = PlacesOf(feature);
    std::vector<size_t> sizes;
    size_t size = 1;
    for (const std::string& place : places) {
      sizes.push_back(SizeOf(place));
      size *= sizes.back();
    }
    std::vector<int> table(size);
    const auto weights = weights_.find(feature.name);
    if (weights != weights_.end()) {
      for (const Weight& weight : weights->second) {
        if (weight.values.size() != places.size()) continue;
        size_t at = 0;
        bool known = true;
        for (size_t i = 0; i < places.size(); ++i) {
          const int number = NumberOf(places[i], weight.values[i]);
          known &= number >= 0;
          at = at * sizes[i] + static_cast<size_t>(number);
        }
        if (known) table[at] = weight.weight;
      }
    }
    std::string type = absl::StrCat(
        "const int16_t ", absl::StrReplaceAll(feature.name, {{".", "_"}}));
    for (size_t n : sizes) absl::StrAppend(&type, "[", n, "]");
    absl::StrAppend(header, "extern ", type, ";\n");
    absl::StrAppend(source, type, " = ", Braces(table, sizes), ";\n");
  }

  std::map<std::string, std::vector<Weight>> weights_;  // by name
  std::map<std::string, Numbers> vocabularies_;
};

bool WriteFile(const char* file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  return static_cast<bool>(out);
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs(
        "usage: attributions_weights_compiler WEIGHTS.tsv OUT.h OUT.cc\n",
        stderr);
    return 2;
  }
  std::ifstream lines(argv[1]);
  claimcheck::Compiler compiler;
  if (!lines || !compiler.Read(lines)) {
    std::fprintf(stderr, "%s: no weights of 16 bits\n", argv[1]);
    return 1;
  }
  std::string header, source;
  compiler.Write(&header, &source);
  return claimcheck::WriteFile(argv[2], header) &&
                 claimcheck::WriteFile(argv[3], source)
             ? 0
             : 1;
}
