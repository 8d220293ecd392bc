// Checks rules and writes them as one bundle:
//
//   rule_compiler --out FILE [--symbol NAME] FILE_OR_FOLDER...
//
// With --symbol the output is C++ that defines absl::string_view
// claimcheck::NAME(), the bundle's bytes.  Exits 0, or 2 when a rule has a
// mistake or the output cannot be written.

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rules/engine/rule_set.h"

namespace claimcheck {
namespace {

constexpr char kUsage[] =
    "usage: rule_compiler --out FILE [--symbol NAME] FILE_OR_FOLDER...\n";

bool IsIdentifier(const std::string& name) {
  if (name.empty() || absl::ascii_isdigit(name[0])) return false;
  for (char c : name) {
    if (!absl::ascii_isalnum(c) && c != '_') return false;
  }
  return true;
}

// An array of numbers: string literals of this length are not portable.
std::string ToSource(const std::string& symbol, const std::string& bytes) {
  std::string out = absl::StrCat(
      "// Written by rule_compiler.\n"
      "#include \"absl/strings/string_view.h\"\n\n"
      "namespace claimcheck {\n"
      "namespace {\n\n"
      "constexpr unsigned char kBytes[] = {");
  for (size_t i = 0; i < bytes.size(); ++i) {
    absl::StrAppend(&out, i % 16 == 0 ? "\n    " : " ",
                    static_cast<int>(static_cast<unsigned char>(bytes[i])),
                    ",");
  }
  absl::StrAppend(&out,
                  "\n};\n\n"
                  "}  // namespace\n\n"
                  "absl::string_view ",
                  symbol,
                  "();\n"
                  "absl::string_view ",
                  symbol,
                  "() {\n"
                  "  return {reinterpret_cast<const char*>(kBytes), "
                  "sizeof(kBytes)};\n"
                  "}\n\n"
                  "}  // namespace claimcheck\n");
  return out;
}

int Run(const std::vector<std::string>& arguments) {
  std::string out_path, symbol;
  std::vector<std::string> paths;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--out" || argument == "--symbol") {
      if (i + 1 == arguments.size()) {
        std::cerr << kUsage;
        return 2;
      }
      (argument == "--out" ? out_path : symbol) = arguments[++i];
    } else if (absl::StartsWith(argument, "-")) {
      std::cerr << kUsage;
      return 2;
    } else {
      paths.push_back(argument);
    }
  }
  if (out_path.empty() || paths.empty() ||
      (!symbol.empty() && !IsIdentifier(symbol))) {
    std::cerr << kUsage;
    return 2;
  }
  const LoadResult loaded = RuleSet::FromFiles(paths);
  std::cerr << loaded.Describe();
  if (!loaded.ok()) return 2;
  const std::string bundle = loaded.rules->ToBundle();
  std::ofstream out(out_path, std::ios::binary);
  out << (symbol.empty() ? bundle : ToSource(symbol, bundle));
  if (!out.flush()) {
    std::cerr << "rule_compiler: error: cannot write " << out_path << "\n";
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  return claimcheck::Run(std::vector<std::string>(argv + 1, argv + argc));
}
