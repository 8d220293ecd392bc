// Compiles word lists to C++:
//   lexicon_compiler --out FILE.cc FILE.textproto...
// Checks each entry, makes the inflections that its tags ask for, and writes
// the lists as one serialized LexiconBundle inside a function.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claims/base/stable_hash.h"
#include "claims/base/text_proto.h"
#include "claims/lexicon/inflect.h"

namespace claimcheck {
namespace {

// Adds the regular inflections that tags ask for; phrases stay unique.
void Inflect(v1::LexiconEntry* entry) {
  bool verb = false, noun = false;
  for (const std::string& tag : entry->tag()) {
    verb |= tag == "verb";
    noun |= tag == "noun";
  }
  std::set<std::string> seen(entry->phrase().begin(), entry->phrase().end());
  const std::vector<std::string> written(entry->phrase().begin(),
                                         entry->phrase().end());
  for (const std::string& phrase : written) {
    std::vector<std::string> forms;
    if (verb) forms = VerbForms(phrase);
    if (noun) {
      for (std::string& form : PluralForms(phrase)) forms.push_back(form);
    }
    for (const std::string& form : forms) {
      if (seen.insert(form).second) entry->add_phrase(form);
    }
  }
}

std::string Check(const v1::LexiconEntry& entry) {
  if (entry.class_() == v1::LexiconEntry::CLASS_UNSPECIFIED) {
    return "an entry has no class";
  }
  if (entry.phrase().empty()) {
    return absl::StrCat("entry \"", entry.id(), "\" has no phrase");
  }
  for (const std::string& phrase : entry.phrase()) {
    if (phrase.empty() || absl::ascii_isspace(phrase.front()) ||
        absl::ascii_isspace(phrase.back()) ||
        absl::StrContains(phrase, "  ")) {
      return absl::StrCat("phrase \"", phrase, "\" has stray blanks");
    }
  }
  return "";
}

int Run(const std::string& out, const std::vector<std::string>& files) {
  v1::LexiconBundle bundle;
  bool good = true;
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    v1::LexiconFile list;
    for (const TextProtoIssue& issue : LoadTextProto(text, &list)) {
      std::fputs(FormatIssue(file, issue, text).c_str(), stderr);
      good &= issue.warning;
    }
    for (const v1::LexiconEntry& written : list.entry()) {
      v1::LexiconEntry* entry = bundle.add_entry();
      *entry = written;
      Inflect(entry);
      const std::string mistake = Check(*entry);
      if (!mistake.empty()) {
        std::fprintf(stderr, "%s:1:1: error: %s\n", file.c_str(),
                     mistake.c_str());
        good = false;
      }
    }
  }
  if (!good) return 1;
  StableHash hash;
  hash.Add(bundle.SerializeAsString());
  bundle.set_fingerprint(hash.Hex());
  std::ofstream cc(out, std::ios::binary);
  cc << "// Written by lexicon_compiler.\n"
        "#include \"absl/strings/string_view.h\"\n\n"
        "namespace claimcheck {\n\n"
        "absl::string_view EmbeddedLexiconBytes() {\n"
        "  static const unsigned char kBytes[] = {";
  const std::string bytes = bundle.SerializeAsString();
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
