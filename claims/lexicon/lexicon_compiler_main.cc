// Compiles word lists to C++:
//   lexicon_compiler --entries FILE.cc --sets FILE.h FILE.cc LIST.textproto...
// The entries become one serialized LexiconBundle inside a function, the word sets
// constants that the header declares.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claims/base/text_proto.h"
#include "claims/lexicon/compile.h"
#include "claims/lexicon/compile_word_sets.h"

namespace claimcheck {
namespace {

struct Lists {
  std::vector<v1::LexiconEntry> entries;
  std::vector<v1::WordSet> sets;
};

// Reads the lists; tells of mistakes on stderr and returns false for them.
bool Read(const std::vector<std::string>& files, Lists* lists) {
  std::set<std::string> ids;
  bool good = true;
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    v1::LexiconFile list;
    google::protobuf::TextFormat::ParseInfoTree tree;
    std::vector<TextProtoIssue> issues = LoadTextProto(text, &list, &tree);
    const auto note = [&](const char* field, int i, std::string mistake) {
      if (mistake.empty()) return;
      const auto place = tree.GetLocation(
          v1::LexiconFile::descriptor()->FindFieldByName(field), i);
      TextProtoIssue issue;
      issue.message = std::move(mistake);
      issue.line = place.line + 1;
      issue.column = place.column + 1;
      issues.push_back(issue);
    };
    for (int i = 0; i < list.entry_size(); ++i) {
      note("entry", i, LexiconEntryMistake(list.entry(i)));
    }
    for (int i = 0; i < list.set_size(); ++i) {
      const v1::WordSet& set = list.set(i);
      note("set", i, WordSetMistake(set));
      if (!ids.insert(set.id()).second) {
        note("set", i, absl::StrCat("there are two sets \"", set.id(), "\""));
      }
    }
    for (const TextProtoIssue& issue : issues) {
      std::fputs(FormatIssue(file, issue, text).c_str(), stderr);
      good &= issue.warning;
    }
    lists->entries.insert(lists->entries.end(), list.entry().begin(),
                          list.entry().end());
    lists->sets.insert(lists->sets.end(), list.set().begin(),
                       list.set().end());
  }
  return good;
}

bool Write(const std::string& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  return static_cast<bool>(out);
}

std::string EntriesSource(const std::vector<v1::LexiconEntry>& entries) {
  const std::string bytes = CompileLexicon(entries)->SerializeAsString();
  std::string cc =
      "// Written by lexicon_compiler.\n"
      "#include \"absl/strings/string_view.h\"\n\n"
      "namespace claimcheck {\n\n"
      "absl::string_view EmbeddedLexiconBytes() {\n"
      "  static const unsigned char kBytes[] = {";
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i % 32 == 0) cc += '\n';
    absl::StrAppend(&cc, static_cast<unsigned char>(bytes[i]), ",");
  }
  cc += "};\n  return {reinterpret_cast<const char*>(kBytes), "
        "sizeof(kBytes)};\n}\n\n}  // namespace claimcheck\n";
  return cc;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  claimcheck::SilenceProtobufLogging();
  std::string entries_file, sets_header, sets_source;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--entries" && i + 1 < argc) {
      entries_file = argv[++i];
    } else if (arg == "--sets" && i + 2 < argc) {
      sets_header = argv[++i];
      sets_source = argv[++i];
    } else {
      files.push_back(arg);
    }
  }
  if (entries_file.empty() || sets_header.empty() || files.empty()) {
    std::fputs(
        "usage: lexicon_compiler --entries FILE.cc --sets FILE.h FILE.cc "
        "LIST.textproto...\n",
        stderr);
    return 2;
  }
  claimcheck::Lists lists;
  if (!claimcheck::Read(files, &lists)) return 1;
  const auto sets = claimcheck::CompileWordSets(lists.sets);
  const bool written =
      claimcheck::Write(entries_file,
                        claimcheck::EntriesSource(lists.entries)) &&
      claimcheck::Write(sets_header, sets.header) &&
      claimcheck::Write(sets_source, sets.source);
  return written ? 0 : 1;
}
