#include "rules/engine/rule_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxDepth = 16;
constexpr uintmax_t kMaxFileBytes = 64 << 20;

bool IsRuleFile(const fs::path& path) {
  return path.extension() == ".textproto" || path.extension() == ".binpb";
}

// False, and a problem, when the file cannot be read.
bool ReadRuleFile(const fs::path& path, RuleFile* file,
                  std::vector<std::string>* problems) {
  std::error_code error;
  const uintmax_t size = fs::file_size(path, error);
  if (error) {
    problems->push_back(absl::StrCat("cannot be read: ", error.message()));
    return false;
  }
  if (size > kMaxFileBytes) {
    problems->push_back(absl::StrCat(path.string(), " has ", size,
                                     " bytes, the limit is ", kMaxFileBytes));
    return false;
  }
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  if (!in) {
    // An empty file sets the fail bit of `bytes`, not of `in`.
    problems->push_back(absl::StrCat("cannot read ", path.string()));
    return false;
  }
  file->path = path.string();
  file->bytes = bytes.str();
  file->is_bundle = path.extension() == ".binpb";
  const fs::path full = fs::absolute(path, error).lexically_normal();
  file->id = absl::StrCat(full.parent_path().filename().string(), ".",
                          full.stem().string());
  return true;
}

}  // namespace

std::vector<RuleFile> FindRuleFiles(const std::string& path,
                                    std::vector<std::string>* problems) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  std::vector<fs::path> paths;
  if (!fs::exists(status)) {
    problems->push_back("there is no such file or folder");
    return {};
  }
  if (fs::is_directory(status)) {
    // Links to folders are not followed, so the walk ends.
    fs::recursive_directory_iterator it(path, error);
    for (; !error && it != fs::recursive_directory_iterator();
         it.increment(error)) {
      if (it.depth() >= kMaxDepth) it.disable_recursion_pending();
      if (IsRuleFile(it->path()) && it->is_regular_file(error)) {
        paths.push_back(it->path());
      }
    }
    if (error) {
      problems->push_back(absl::StrCat("cannot be read: ", error.message()));
    }
    if (paths.empty()) {
      problems->push_back("the folder holds no .textproto and no .binpb file");
    }
    std::sort(paths.begin(), paths.end());
  } else if (!fs::is_regular_file(status)) {
    problems->push_back("neither a file nor a folder");
  } else if (!IsRuleFile(path)) {
    problems->push_back("rules are in files named *.textproto or *.binpb");
  } else {
    paths.push_back(path);
  }
  std::vector<RuleFile> files;
  for (const fs::path& found : paths) {
    RuleFile file;
    if (ReadRuleFile(found, &file, problems)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace claimcheck
