#include "checker/input/name_list.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <sys/stat.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/document_reader.h"

namespace claimcheck {
namespace {

// Folders within folders.
constexpr int kMostDepth = 64;

bool IsFolder(const std::string& name) {
  struct stat info;
  return stat(name.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool Exists(const std::string& name) {
  struct stat info;
  return lstat(name.c_str(), &info) == 0;
}

class Walk {
 public:
  Walk(std::vector<std::string>* files, InputProblems* problems)
      : files_(*files), problems_(*problems) {}

  uint64_t left_out() const { return left_out_; }

  void Folder(const std::string& folder, int depth) {
    if (depth == 0) {
      problems_.Lost(folder, 0, 0, "is too deep in folders; name it itself");
      return;
    }
    DIR* dir = opendir(folder.c_str());
    if (dir == nullptr) {
      problems_.Lost(folder, 0, 0,
                     errno == EACCES
                         ? "permission denied; make it readable (chmod u+rx)"
                         : "cannot be read; check the name");
      return;
    }
    std::vector<std::string> names;
    while (const dirent* entry = readdir(dir)) {
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    closedir(dir);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      const std::string path = absl::EndsWith(folder, "/")
                                   ? absl::StrCat(folder, name)
                                   : absl::StrCat(folder, "/", name);
      struct stat info;
      if (lstat(path.c_str(), &info) != 0) continue;
      if (S_ISDIR(info.st_mode)) {
        Folder(path, depth - 1);
      } else if (HasKnownEnding(name) &&
                 (S_ISREG(info.st_mode) || S_ISLNK(info.st_mode)) &&
                 !IsFolder(path)) {
        files_.push_back(path);
      } else {
        ++left_out_;
      }
    }
  }

 private:
  std::vector<std::string>& files_;
  InputProblems& problems_;
  uint64_t left_out_ = 0;
};

void ExpandFolder(const std::string& folder, std::vector<std::string>* files,
                  InputProblems* problems) {
  const size_t before = files->size();
  const uint64_t lost = problems->lost();
  Walk walk(files, problems);
  walk.Folder(folder, kMostDepth);
  if (files->size() == before && problems->lost() == lost) {
    std::string endings;
    for (const InputFormatInfo& format : AllInputFormats()) {
      for (const char* ending : format.endings) {
        absl::StrAppend(&endings, " .", ending);
      }
    }
    problems->Lost(folder, 0, 0,
                   absl::StrCat("is a folder without a file to read; known are",
                                endings));
  } else if (walk.left_out() > 0) {
    problems->Notice(folder, 0, 0,
                     absl::StrCat(walk.left_out(),
                                  walk.left_out() == 1 ? " file" : " files",
                                  " in it left out, not known by the ending; "
                                  "name a file to have it read"));
  }
}

}  // namespace

std::vector<std::string> ExpandNames(const std::vector<std::string>& names,
                                     InputProblems* problems) {
  std::vector<std::string> files;
  for (const std::string& name : names) {
    if (name == "-" || (Exists(name) && !IsFolder(name))) {
      files.push_back(name);
    } else if (IsFolder(name)) {
      ExpandFolder(name, &files, problems);
    } else if (name.find_first_of("*?[") != std::string::npos) {
      glob_t found = {};
      const int result = glob(name.c_str(), GLOB_ERR, nullptr, &found);
      if (result == 0) {
        // glob sorts by the locale, which is never set here: by bytes.
        for (size_t i = 0; i < found.gl_pathc; ++i) {
          const std::string path = found.gl_pathv[i];
          if (IsFolder(path)) {
            ExpandFolder(path, &files, problems);
          } else {
            files.push_back(path);
          }
        }
      } else {
        problems->Lost(name, 0, 0, "no file matches; check the pattern");
      }
      globfree(&found);
    } else {
      files.push_back(name);  // opening it tells what is wrong
    }
  }
  return files;
}

}  // namespace claimcheck
