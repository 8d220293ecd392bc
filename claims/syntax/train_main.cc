// Trains the weights that are built into the program:
//
//   bazel run --config=release //claims/syntax:train --
//       --treebank DIR --out claims/syntax/weights
//
// DIR holds the training parts of the treebanks, *-train.conllu; see
// weights/README.md.  The word lists and WordNet are read from the runfiles.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/base/text_proto.h"
#include "claims/syntax/dictionary_words.h"
#include "claims/syntax/training.h"
#include "claims/syntax/word_groups.h"

namespace claimcheck {
namespace syntax {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

// The files of `directory` that end in `end`, by name.
std::vector<std::string> FilesIn(const std::string& directory,
                                 absl::string_view end) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& file :
       std::filesystem::directory_iterator(directory, error)) {
    if (absl::EndsWith(file.path().string(), end)) {
      files.push_back(file.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool Write(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  std::printf("%s: %zu bytes\n", path.c_str(), bytes.size());
  return out.good();
}

int Run(const std::string& treebank, const std::string& out,
        const std::string& word_lists, const std::string& dictionary) {
  std::vector<TreebankSentence> sentences;
  for (const std::string& file : FilesIn(treebank, "-train.conllu")) {
    for (TreebankSentence& sentence : ReadConllu(ReadFile(file))) {
      sentences.push_back(std::move(sentence));
    }
  }
  std::map<std::string, uint16_t> groups;
  for (const std::string& file : FilesIn(word_lists, ".textproto")) {
    v1::LexiconFile list;
    LoadTextProto(ReadFile(file), &list);
    AddWordGroups(list, &groups);
  }
  std::map<std::string, uint16_t> words;
  for (const absl::string_view name :
       {"data.noun", "data.verb", "data.adj", "data.adv", "noun.exc",
        "verb.exc", "adj.exc", "adv.exc"}) {
    AddDictionaryWords(name, ReadFile(absl::StrCat(dictionary, "/", name)),
                       &words);
  }
  if (sentences.empty() || groups.empty() || words.empty()) {
    std::fprintf(stderr,
                 "train: no *-train.conllu in %s, no lists in %s or no WordNet "
                 "in %s\n",
                 treebank.c_str(), word_lists.c_str(), dictionary.c_str());
    return 2;
  }
  std::printf("%zu sentences, %zu words of the lists, %zu of WordNet\n",
              sentences.size(), groups.size(), words.size());
  const TrainedWeights weights = Train(sentences, groups, words, {});
  return Write(out + "/tagger.bin", weights.tagger) &&
                 Write(out + "/parser.bin", weights.parser) &&
                 Write(out + "/names.bin", weights.names)
             ? 0
             : 1;
}

// Paths are those of the place where the command was given.
std::string FromCaller(const std::string& path) {
  const char* directory = std::getenv("BUILD_WORKING_DIRECTORY");
  if (directory == nullptr || (!path.empty() && path[0] == '/')) return path;
  return std::string(directory) + "/" + path;
}

}  // namespace
}  // namespace syntax
}  // namespace claimcheck

int main(int argc, char** argv) {
  std::string treebank, out, word_lists = "claims/lexicon/data",
                             dictionary = "../wordnet";
  for (int i = 1; i + 1 < argc; i += 2) {
    const absl::string_view flag = argv[i];
    if (flag == "--treebank") {
      treebank = claimcheck::syntax::FromCaller(argv[i + 1]);
    } else if (flag == "--out") {
      out = claimcheck::syntax::FromCaller(argv[i + 1]);
    } else if (flag == "--word_lists") {
      word_lists = claimcheck::syntax::FromCaller(argv[i + 1]);
    } else if (flag == "--dictionary") {
      dictionary = claimcheck::syntax::FromCaller(argv[i + 1]);
    }
  }
  if (treebank.empty() || out.empty()) {
    std::fputs(
        "usage: train --treebank DIR --out DIR [--word_lists DIR] "
        "[--dictionary DIR]\n",
        stderr);
    return 2;
  }
  return claimcheck::syntax::Run(treebank, out, word_lists, dictionary);
}
