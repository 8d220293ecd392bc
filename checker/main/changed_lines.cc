#include "checker/main/changed_lines.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "checker/main/child_process.h"

namespace claimcheck {
namespace {

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string BaseOf(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// Runs git in `folder`.  Names in arguments are names, not patterns.
absl::StatusOr<ChildResult> Git(const std::string& folder,
                                std::vector<std::string> arguments) {
  std::vector<std::string> words = {"git", "--literal-pathspecs", "-C", folder};
  for (std::string& argument : arguments) words.push_back(std::move(argument));
  // Looking takes no lock that could be in the way of somebody's commit.
  absl::StatusOr<ChildResult> result =
      RunChild(words, {"GIT_OPTIONAL_LOCKS=0", "LC_ALL=C"});
  if (absl::IsNotFound(result.status())) {
    return absl::NotFoundError("--changed-since needs git, which is not installed");
  }
  return result;
}

// The last line of what git said, without its own "fatal: ".
std::string LastLine(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  text = text.substr(text.rfind('\n') + 1);
  absl::ConsumePrefix(&text, "fatal: ");
  return std::string(text);
}

// One line of output without its end.
std::string Line(absl::string_view text) {
  absl::ConsumeSuffix(&text, "\n");
  return std::string(text);
}

absl::Status Failed(const std::string& revision, absl::string_view what) {
  return absl::InvalidArgumentError(
      absl::StrCat("--changed-since=", revision, ": ", what));
}

// How a file of the working tree came out of the revision.
struct Change {
  char how = 'M';  // as git's --raw has it: A M R C T ...
  std::string old_name;
};

// A working tree with what was changed in it.
struct Repository {
  std::string base;                       // the commit that counts
  std::map<std::string, Change> changes;  // by the name from the top
};

// ":100644 100644 SHA SHA R086" NUL old NUL new NUL ...
std::map<std::string, Change> ParseRaw(absl::string_view raw) {
  std::map<std::string, Change> changes;
  const std::vector<std::string> parts = absl::StrSplit(raw, '\0');
  for (size_t i = 0; i + 1 < parts.size();) {
    const size_t how = parts[i].rfind(' ');
    if (!absl::StartsWith(parts[i], ":") || how == std::string::npos ||
        how + 1 >= parts[i].size()) {
      break;
    }
    Change change;
    change.how = parts[i][how + 1];
    change.old_name = parts[i + 1];
    std::string name = change.old_name;
    i += 2;
    if ((change.how == 'R' || change.how == 'C') && i < parts.size()) {
      name = parts[i++];
    }
    changes.emplace(std::move(name), std::move(change));
  }
  return changes;
}

absl::StatusOr<Repository> OpenRepository(const std::string& top,
                                          const std::string& revision) {
  absl::StatusOr<ChildResult> commit =
      Git(top, {"rev-parse", "--verify", "--quiet", "--end-of-options",
                absl::StrCat(revision, "^{commit}")});
  if (!commit.ok()) return commit.status();
  if (commit->exit_code != 0) {
    return Failed(revision, absl::StrCat("no such revision in ", top,
                                         "; in a clone for CI it may have to be "
                                         "fetched first"));
  }
  absl::StatusOr<ChildResult> base =
      Git(top, {"merge-base", Line(commit->out), "HEAD"});
  if (!base.ok()) return base.status();
  if (base->exit_code != 0) {
    return Failed(revision,
                  "has no commit in common with HEAD; a shallow clone holds too "
                  "little history for that (fetch-depth: 0)");
  }
  Repository repository;
  repository.base = Line(base->out);
  absl::StatusOr<ChildResult> raw =
      Git(top, {"diff", "--raw", "-z", "-M", "--no-ext-diff",
                "--ignore-submodules", repository.base, "--"});
  if (!raw.ok()) return raw.status();
  if (raw->exit_code != 0) return Failed(revision, LastLine(raw->err));
  repository.changes = ParseRaw(raw->out);
  return repository;
}

}  // namespace

ChangedLines::Lines ChangedLines::ParseHunks(absl::string_view diff) {
  Lines lines;
  for (absl::string_view line : absl::StrSplit(diff, '\n')) {
    // Lines of the files begin with "+", "-" or a blank.
    if (absl::StartsWith(line, "Binary files ")) lines.all = true;
    if (!absl::StartsWith(line, "@@ -")) continue;
    const size_t plus = line.find(" +");
    if (plus == absl::string_view::npos) continue;
    const absl::string_view range =
        line.substr(plus + 2, line.find(' ', plus + 2) - plus - 2);
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(range, absl::MaxSplits(',', 1));
    uint32_t first = 0, count = 1;
    if (!absl::SimpleAtoi(parts.first, &first) ||
        (!parts.second.empty() && !absl::SimpleAtoi(parts.second, &count))) {
      continue;
    }
    // Where lines were only taken out, none is left to be changed.
    if (count > 0) lines.ranges.emplace_back(first, first + count - 1);
  }
  return lines;
}

absl::StatusOr<ChangedLines> ChangedLines::Since(
    const std::string& revision, const std::vector<std::string>& files) {
  ChangedLines out;
  std::map<std::string, std::string> tops;  // of folders
  std::map<std::string, Repository> repositories;
  for (const std::string& file : files) {
    const std::string folder = FolderOf(file);
    auto top = tops.find(folder);
    if (top == tops.end()) {
      absl::StatusOr<ChildResult> found =
          Git(folder, {"rev-parse", "--show-toplevel"});
      if (!found.ok()) return found.status();
      if (found->exit_code != 0) {
        return Failed(revision, absl::StrCat("the folder of ", file, ": ",
                                             LastLine(found->err)));
      }
      top = tops.emplace(folder, Line(found->out)).first;
    }
    auto repository = repositories.find(top->second);
    if (repository == repositories.end()) {
      absl::StatusOr<Repository> opened = OpenRepository(top->second, revision);
      if (!opened.ok()) return opened.status();
      repository =
          repositories.emplace(top->second, *std::move(opened)).first;
    }
    absl::StatusOr<ChildResult> tracked =
        Git(folder, {"ls-files", "--full-name", "-z", "--", BaseOf(file)});
    if (!tracked.ok()) return tracked.status();
    const std::string name = tracked->out.substr(0, tracked->out.find('\0'));
    Lines& lines = out.files_[file];
    if (name.empty()) {
      lines.all = true;
      continue;
    }
    const auto change = repository->second.changes.find(name);
    if (change == repository->second.changes.end()) continue;
    const char how = change->second.how;
    if (how != 'M' && how != 'R' && how != 'C') {
      lines.all = true;
      continue;
    }
    std::vector<std::string> words = {
        "diff",          "--unified=0", "-M", "--no-color",
        "--no-ext-diff", "--no-textconv", repository->second.base, "--",
        change->second.old_name};
    if (name != change->second.old_name) words.push_back(name);
    absl::StatusOr<ChildResult> diff = Git(top->second, std::move(words));
    if (!diff.ok()) return diff.status();
    if (diff->exit_code != 0) return Failed(revision, LastLine(diff->err));
    lines = ParseHunks(diff->out);
  }
  return out;
}

bool ChangedLines::Touches(const std::string& file, uint32_t first,
                           uint32_t last) const {
  const auto found = files_.find(file);
  if (found == files_.end()) return false;
  if (found->second.all) return true;
  return std::any_of(found->second.ranges.begin(), found->second.ranges.end(),
                     [&](const std::pair<uint32_t, uint32_t>& range) {
                       return range.first <= last && first <= range.second;
                     });
}

bool ChangedLines::Touches(const v1::Finding& finding) const {
  return std::any_of(finding.evidence().begin(), finding.evidence().end(),
                     [&](const v1::Evidence& evidence) {
                       return evidence.part() != v1::Evidence::CONTEXT &&
                              Touches(evidence.document_id(),
                                      evidence.start().line(),
                                      evidence.end().line());
                     });
}

}  // namespace claimcheck
