#include "claims/wordnet/wordnet_compiler.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "claims/wordnet/wordnet_table.h"

namespace claimcheck {
namespace {

// Meanings of a word that count, by part of speech.  WordNet lists the most
// frequent first.
constexpr size_t kMostSenses = 4;

constexpr absl::string_view kParts[] = {"noun", "verb", "adj", "adv"};

// Meaning: part of speech and offset in its file.
using Sense = std::pair<char, uint32_t>;

struct Pointer {
  absl::string_view symbol;
  Sense target;
  uint32_t from = 0, to = 0;  // words, from 1 on; 0: the whole meaning
};

struct Synset {
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
};

bool IsSingleWord(absl::string_view lemma) {
  return lemma.size() >= 2 &&
         std::all_of(lemma.begin(), lemma.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

// Satellite adjectives lie with the others.
char PartOf(absl::string_view letter) {
  return letter == "s" ? 'a' : letter.empty() ? '?' : letter[0];
}

// In lower case; "afraid(p)" without its mark.
std::string WordOf(absl::string_view text) {
  std::string word(text.substr(0, text.find('(')));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

class Compiler {
 public:
  explicit Compiler(const std::map<std::string, std::string>& files)
      : files_(files) {}

  absl::StatusOr<std::vector<uint32_t>> Compile() {
    for (const absl::string_view part : kParts) {
      absl::Status status =
          ForLines(absl::StrCat("data.", part),
                   [&](const std::vector<absl::string_view>& fields) {
                     return AddSynset(fields);
                   });
      if (status.ok()) {
        status = ForLines(absl::StrCat("index.", part),
                          [&](const std::vector<absl::string_view>& fields) {
                            return AddWord(fields);
                          });
      }
      if (!status.ok()) return status;
    }
    for (const absl::string_view part : kParts) {
      const absl::Status status =
          ForLines(absl::StrCat(part, ".exc"),
                   [&](const std::vector<absl::string_view>& fields) {
                     return AddIrregular(fields);
                   });
      if (!status.ok()) return status;
    }
    for (const auto& [stem, senses] : irregular_) {
      if (words_.count(stem) == 0) extra_[stem] = senses;
    }
    Link();
    return Write();
  }

 private:
  struct Word {
    std::set<uint32_t> senses;
    std::set<uint32_t> opposites, derived;  // stems
  };

  template <typename Visit>
  absl::Status ForLines(const std::string& name, Visit visit) {
    const auto it = files_.find(name);
    if (it == files_.end()) {
      return absl::InvalidArgumentError(absl::StrCat(
          name, ": error: not given; it is part of WordNet (wordnet-base)"));
    }
    int number = 0;
    for (absl::string_view line : absl::StrSplit(it->second, '\n')) {
      ++number;
      // The licence stands first, indented.
      if (line.empty() || line[0] == ' ') continue;
      line = line.substr(0, line.find(" | "));
      if (!visit(absl::StrSplit(line, ' ', absl::SkipEmpty()))) {
        return absl::InvalidArgumentError(
            absl::StrCat(name, ":", number, ":1: error: no line of WordNet"));
      }
    }
    return absl::OkStatus();
  }

  static bool ReadOffset(absl::string_view text, uint32_t* offset) {
    return absl::SimpleAtoi(text, offset);
  }
  static bool ReadHex(absl::string_view text, uint32_t* number) {
    return absl::SimpleHexAtoi(text, number);
  }

  bool AddSynset(const std::vector<absl::string_view>& f) {
    uint32_t offset = 0, words = 0, pointers = 0;
    if (f.size() < 6 || !ReadOffset(f[0], &offset) || !ReadHex(f[3], &words) ||
        f.size() < 5 + 2 * words ||
        !absl::SimpleAtoi(f[4 + 2 * words], &pointers) ||
        f.size() < 5 + 2 * words + 4 * pointers) {
      return false;
    }
    Synset synset;
    for (uint32_t w = 0; w < words; ++w) {
      synset.words.push_back(WordOf(f[4 + 2 * w]));
    }
    for (uint32_t p = 0; p < pointers; ++p) {
      const size_t at = 5 + 2 * words + 4 * p;
      Pointer pointer;
      pointer.symbol = f[at];
      pointer.target.first = PartOf(f[at + 2]);
      if (f[at + 3].size() != 4 || !ReadOffset(f[at + 1], &pointer.target.second) ||
          !ReadHex(f[at + 3].substr(0, 2), &pointer.from) ||
          !ReadHex(f[at + 3].substr(2), &pointer.to)) {
        return false;
      }
      synset.pointers.push_back(pointer);
    }
    synsets_[{PartOf(f[2]), offset}] = std::move(synset);
    return true;
  }

  bool AddWord(const std::vector<absl::string_view>& f) {
    uint32_t senses = 0, pointers = 0;
    if (f.size() < 6 || !absl::SimpleAtoi(f[2], &senses) ||
        !absl::SimpleAtoi(f[3], &pointers) ||
        f.size() < 6 + pointers + senses) {
      return false;
    }
    if (!IsSingleWord(f[0])) return true;
    Word& word = words_[StemHash(f[0])];
    for (size_t s = 0; s < senses && s < kMostSenses; ++s) {
      uint32_t offset = 0;
      if (!ReadOffset(f[6 + pointers + s], &offset)) return false;
      const Sense sense = {PartOf(f[1]), offset};
      const auto it = synsets_.find(sense);
      if (it == synsets_.end()) return false;
      // Names of single people and places say nothing about words.
      const bool instance = std::any_of(
          it->second.pointers.begin(), it->second.pointers.end(),
          [](const Pointer& p) { return p.symbol == "@i"; });
      if (instance) continue;
      word.senses.insert(IdOf(sense));
      common_.insert({StemHash(f[0]), sense});
    }
    return true;
  }

  bool AddIrregular(const std::vector<absl::string_view>& f) {
    if (f.size() < 2) return false;
    if (!IsSingleWord(f[0])) return true;
    for (size_t i = 1; i < f.size(); ++i) {
      irregular_[StemHash(f[0])].insert(StemHash(f[i]));
    }
    return true;
  }

  uint32_t IdOf(const Sense& sense) {
    return ids_.emplace(sense, static_cast<uint32_t>(ids_.size()))
        .first->second;
  }

  // Between words: opposites and derived ones.
  void Link() {
    for (const auto& [sense, synset] : synsets_) {
      for (const Pointer& pointer : synset.pointers) {
        const bool opposite = pointer.symbol == "!";
        if (!opposite && pointer.symbol != "+" && pointer.symbol != "\\") {
          continue;
        }
        const auto target = synsets_.find(pointer.target);
        if (target == synsets_.end() || pointer.from == 0 || pointer.to == 0 ||
            pointer.from > synset.words.size() ||
            pointer.to > target->second.words.size()) {
          continue;
        }
        const uint32_t from = StemHash(synset.words[pointer.from - 1]);
        const uint32_t to = StemHash(target->second.words[pointer.to - 1]);
        if (from == to || words_.count(from) == 0 || words_.count(to) == 0) {
          continue;
        }
        if (opposite) {
          // Of common meanings of both.
          if (common_.count({from, sense}) == 0 ||
              common_.count({to, pointer.target}) == 0) {
            continue;
          }
          words_[from].opposites.insert(to);
        } else {
          words_[from].derived.insert(to);
          words_[to].derived.insert(from);
        }
      }
    }
  }

  static void Append(const std::vector<uint32_t>& array,
                     std::vector<uint32_t>* out) {
    out->push_back(static_cast<uint32_t>(array.size()));
    out->insert(out->end(), array.begin(), array.end());
  }

  std::vector<uint32_t> Write() {
    // Irregular forms are words too, with what the base forms have.
    std::map<uint32_t, Word> all = words_;
    for (const auto& [stem, bases] : extra_) {
      Word word;
      for (const uint32_t base : bases) {
        const auto it = words_.find(base);
        if (it == words_.end()) continue;
        word.senses.insert(it->second.senses.begin(), it->second.senses.end());
        word.opposites.insert(it->second.opposites.begin(),
                              it->second.opposites.end());
        word.derived.insert(it->second.derived.begin(),
                            it->second.derived.end());
        word.derived.insert(base);
      }
      if (word.senses.empty()) continue;
      for (const uint32_t other : word.opposites) {
        all[other].opposites.insert(stem);
      }
      for (const uint32_t other : word.derived) all[other].derived.insert(stem);
      all[stem] = std::move(word);
    }
    std::vector<uint32_t> stems;
    std::map<uint32_t, uint32_t> index;
    for (const auto& [stem, word] : all) {
      index[stem] = static_cast<uint32_t>(stems.size());
      stems.push_back(stem);
    }
    std::vector<uint32_t> buckets((size_t{1} << kWordNetBucketBits) + 1, 0);
    for (const uint32_t stem : stems) {
      ++buckets[(stem >> (32 - kWordNetBucketBits)) + 1];
    }
    for (size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];

    std::vector<uint32_t> starts[3] = {{0}, {0}, {0}}, lists[3];
    for (const auto& [stem, word] : all) {
      const auto add = [&](int which, const std::set<uint32_t>& stems_of) {
        std::set<uint32_t> indices;
        for (const uint32_t s : stems_of) indices.insert(index.at(s));
        lists[which].insert(lists[which].end(), indices.begin(), indices.end());
      };
      lists[0].insert(lists[0].end(), word.senses.begin(), word.senses.end());
      add(1, word.opposites);
      add(2, word.derived);
      for (int i = 0; i < 3; ++i) {
        starts[i].push_back(static_cast<uint32_t>(lists[i].size()));
      }
    }
    // Parents may be meanings of several words, or rare ones: they get their
    // numbers now.
    std::vector<std::vector<uint32_t>> parents;
    for (size_t done = 0; done < ids_.size();) {
      std::vector<Sense> senses(ids_.size());
      for (const auto& [sense, id] : ids_) senses[id] = sense;
      for (; done < senses.size(); ++done) {
        std::set<uint32_t> of;
        for (const Pointer& pointer : synsets_[senses[done]].pointers) {
          // Of an adjective, the one that it is like.
          if (pointer.symbol == "@" || pointer.symbol == "&") {
            of.insert(IdOf(pointer.target));
          }
        }
        parents.emplace_back(of.begin(), of.end());
      }
    }
    std::vector<uint32_t> parent_starts = {0}, parent_list;
    for (const std::vector<uint32_t>& of : parents) {
      parent_list.insert(parent_list.end(), of.begin(), of.end());
      parent_starts.push_back(static_cast<uint32_t>(parent_list.size()));
    }

    std::vector<uint32_t> out = {kWordNetMagic};
    Append(buckets, &out);
    Append(stems, &out);
    for (int i = 0; i < 3; ++i) {
      Append(starts[i], &out);
      Append(lists[i], &out);
    }
    Append(parent_starts, &out);
    Append(parent_list, &out);
    return out;
  }

  const std::map<std::string, std::string>& files_;
  std::map<Sense, Synset> synsets_;
  std::map<uint32_t, Word> words_;  // by stem
  std::set<std::pair<uint32_t, Sense>> common_;
  std::map<uint32_t, std::set<uint32_t>> irregular_, extra_;
  std::map<Sense, uint32_t> ids_;
};

}  // namespace

absl::StatusOr<std::vector<uint32_t>> CompileWordNet(
    const std::map<std::string, std::string>& files) {
  return Compiler(files).Compile();
}

}  // namespace claimcheck
