// Compiles WordNet to the table that the program has in it:
//   wordnet_compiler --out FILE.S data.noun index.noun noun.exc ...
// The table becomes an assembler file, which builds in no time.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "claims/wordnet/wordnet_compiler.h"

namespace claimcheck {
namespace {

int Run(const std::string& out, const std::map<std::string, std::string>& files) {
  const auto table = CompileWordNet(files);
  if (!table.ok()) {
    std::fprintf(stderr, "%s\n", std::string(table.status().message()).c_str());
    return 1;
  }
  std::string text =
      "// Written by wordnet_compiler.\n"
      "  .section .rodata\n"
      "  .globl claimcheck_wordnet\n"
      "  .globl claimcheck_wordnet_end\n"
      "  .balign 64\n"
      "claimcheck_wordnet:";
  for (size_t i = 0; i < table->size(); ++i) {
    absl::StrAppend(&text, i % 16 == 0 ? "\n  .long " : ",", (*table)[i]);
  }
  absl::StrAppend(&text,
                  "\nclaimcheck_wordnet_end:\n"
                  "  .section .note.GNU-stack, \"\", %progbits\n");
  std::ofstream file(out, std::ios::binary);
  file << text;
  file.close();
  return file ? 0 : 1;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  std::string out;
  std::map<std::string, std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--out" && i + 1 < argc) {
      out = argv[++i];
      continue;
    }
    std::ifstream in(arg, std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "%s: error: cannot be read\n", arg.c_str());
      return 1;
    }
    files[arg.substr(arg.rfind('/') + 1)] =
        std::string((std::istreambuf_iterator<char>(in)), {});
  }
  if (out.empty() || files.empty()) {
    std::fputs("usage: wordnet_compiler --out FILE.S FILE...\n", stderr);
    return 2;
  }
  return claimcheck::Run(out, files);
}
