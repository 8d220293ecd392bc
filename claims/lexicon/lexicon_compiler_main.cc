// Compiles word lists to C++:
//   lexicon_compiler --out FILE.cc FILE.textproto...
// The lists become one serialized LexiconBundle inside a function.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claims/base/text_proto.h"
#include "claims/lexicon/compile.h"

namespace claimcheck {
namespace {

int Run(const std::string& out, const std::vector<std::string>& files) {
  std::vector<v1::LexiconEntry> entries;
  bool good = true;
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    v1::LexiconFile list;
    google::protobuf::TextFormat::ParseInfoTree tree;
    std::vector<TextProtoIssue> issues = LoadTextProto(text, &list, &tree);
    const auto* field = v1::LexiconFile::descriptor()->FindFieldByName("entry");
    for (int i = 0; i < list.entry_size(); ++i) {
      TextProtoIssue issue;
      issue.message = LexiconEntryMistake(list.entry(i));
      if (issue.message.empty()) continue;
      const auto place = tree.GetLocation(field, i);
      issue.line = place.line + 1;
      issue.column = place.column + 1;
      issues.push_back(issue);
    }
    for (const TextProtoIssue& issue : issues) {
      std::fputs(FormatIssue(file, issue, text).c_str(), stderr);
      good &= issue.warning;
    }
    entries.insert(entries.end(), list.entry().begin(), list.entry().end());
  }
  if (!good) return 1;
  const auto bundle = CompileLexicon(entries);
  std::ofstream cc(out, std::ios::binary);
  cc << "// Written by lexicon_compiler.\n"
        "#include \"absl/strings/string_view.h\"\n\n"
        "namespace claimcheck {\n\n"
        "absl::string_view EmbeddedLexiconBytes() {\n"
        "  static const unsigned char kBytes[] = {";
  const std::string bytes = bundle->SerializeAsString();
  std::string line;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i % 32 == 0) absl::StrAppend(&line, "\n");
    absl::StrAppend(&line, static_cast<unsigned char>(bytes[i]), ",");
  }
  cc << line
     << "};\n  return {reinterpret_cast<const char*>(kBytes), "
        "sizeof(kBytes)};\n}\n\n}  // namespace claimcheck\n";
  cc.close();
  return cc ? 0 : 1;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  claimcheck::SilenceProtobufLogging();
  std::string out;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--out" && i + 1 < argc) {
      out = argv[++i];
    } else {
      files.push_back(arg);
    }
  }
  if (out.empty() || files.empty()) {
    std::fputs("usage: lexicon_compiler --out FILE.cc FILE.textproto...\n",
               stderr);
    return 2;
  }
  return claimcheck::Run(out, files);
}
