// The tutorial of docs/writing_rules.md, done as it says: its files are written,
// its commands run, and they print what it shows.  A line of the manual that is
// "..." stands for any lines, "..." at the end of a line for the rest of it.

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> Lines(const std::string& text) {
  return absl::StrSplit(absl::StripSuffix(text, "\n"), '\n');
}

// A fenced block: a file to write or commands to run.
struct Block {
  std::string file;  // "": commands
  std::vector<std::string> lines;
};

std::vector<Block> BlocksOf(const std::string& manual) {
  std::vector<Block> blocks;
  std::string file;
  bool inside = false, wanted = false;
  for (const std::string& line : Lines(manual)) {
    if (inside) {
      if (line == "```") {
        inside = false;
      } else if (wanted) {
        blocks.back().lines.push_back(line);
      }
      continue;
    }
    absl::string_view rest = line;
    if (absl::ConsumePrefix(&rest, "<!-- file: ") &&
        absl::ConsumeSuffix(&rest, " -->")) {
      file = std::string(rest);
    } else if (absl::StartsWith(line, "```")) {
      inside = true;
      wanted = !file.empty() || line == "```console";
      if (wanted) blocks.push_back({file, {}});
      file.clear();
    }
  }
  return blocks;
}

// Whether output is what the manual shows.
bool Fits(const std::vector<std::string>& shown, size_t i,
          const std::vector<std::string>& lines, size_t k) {
  if (i == shown.size()) return k == lines.size();
  if (shown[i] == "...") {
    for (size_t next = k; next <= lines.size(); ++next) {
      if (Fits(shown, i + 1, lines, next)) return true;
    }
    return false;
  }
  if (k == lines.size()) return false;
  absl::string_view line = shown[i];
  const bool fits = absl::ConsumeSuffix(&line, "...")
                        ? absl::StartsWith(lines[k], line)
                        : lines[k] == line;
  return fits && Fits(shown, i + 1, lines, k + 1);
}

class Tutorial : public testing::Test {
 protected:
  Tutorial()
      : program_(fs::absolute("checker/main/claimcheck").string()),
        manual_(ReadAll("docs/writing_rules.md")),
        folder_(fs::path(std::getenv("TEST_TMPDIR")) / "desk") {
    fs::create_directories(folder_ / "bin");
    fs::remove(folder_ / "bin/claimcheck");
    fs::create_symlink(program_, folder_ / "bin/claimcheck");
  }

  std::string RunShell(const std::string& command) {
    const fs::path out = folder_ / "bin/out";
    std::ofstream(folder_ / "bin/command") << command << "\n";
    const int status = std::system(
        absl::StrCat("cd ", folder_.string(), " && PATH=", folder_.string(),
                     "/bin:$PATH sh bin/command > bin/out 2>&1")
            .c_str());
    (void)status;  // findings are an exit code too
    return ReadAll(out);
  }

  const std::string program_;
  const std::string manual_;
  const fs::path folder_;
};

TEST_F(Tutorial, ComesOutAsItSays) {
  const size_t end = manual_.find("## When something goes wrong");
  ASSERT_NE(end, std::string::npos);
  int commands = 0;
  for (const Block& block : BlocksOf(manual_.substr(0, end))) {
    if (!block.file.empty()) {
      const fs::path path = folder_ / block.file;
      fs::create_directories(path.parent_path());
      std::ofstream(path) << absl::StrJoin(block.lines, "\n") << "\n";
      continue;
    }
    for (size_t i = 0; i < block.lines.size();) {
      absl::string_view line = block.lines[i++];
      ASSERT_TRUE(absl::ConsumePrefix(&line, "$ ")) << line;
      std::string command(line);
      for (; i < block.lines.size() && absl::StartsWith(block.lines[i], "> ");
           ++i) {
        absl::StrAppend(&command, "\n", block.lines[i].substr(2));
      }
      std::vector<std::string> shown;
      for (; i < block.lines.size() && !absl::StartsWith(block.lines[i], "$ ");
           ++i) {
        shown.push_back(block.lines[i]);
      }
      ++commands;
      // A build in a build; examples/newsroom does this part.
      if (absl::StartsWith(command, "bazel ")) continue;
      const std::string out = RunShell(command);
      EXPECT_TRUE(
          Fits(shown, 0, out.empty() ? std::vector<std::string>() : Lines(out), 0))
          << "$ " << command << "\n" << out;
    }
  }
  EXPECT_GE(commands, 6);
  EXPECT_LT(commands, 10) << "a rule takes fewer than ten commands";
}

// The table of wrong turns quotes messages that there are.
TEST_F(Tutorial, WrongTurnsHaveTheirMessages) {
  std::string messages;
  for (const auto& entry :
       fs::directory_iterator("rules/engine/testdata/bad_rules")) {
    if (entry.path().extension() == ".expected") {
      absl::StrAppend(&messages, ReadAll(entry.path()));
    }
  }
  fs::create_directories(folder_ / "wrong");
  for (const char* command :
       {"claimcheck rules lint nowhere", "touch a.rule; claimcheck rules lint a.rule",
        "claimcheck compare --only=nobody bin/command"}) {
    absl::StrAppend(&messages, RunShell(command));
  }
  // Examples that do not come out as they say.
  const auto rule = [&](const std::string& name, const std::string& expect,
                        const std::string& text) {
    std::ofstream(folder_ / "wrong" / absl::StrCat(name, ".textproto"))
        << "id: \"wrong." << name
        << "\" title: \"t\" rationale: \"r\" severity: NOTE stage: STABLE "
           "message: \"{left.text}\" claim { claim { kind: EVENT_TIME } when { not "
           "{ date_exists {} } } }\n"
           "examples { name: \"a\" expect: FIRES texts { text: \"It opened on [[31 "
           "April 2024]].\" } }\n"
           "examples { name: \"b\" expect: SILENT texts { text: \"It opened.\" } }\n"
           "examples { name: \"c\" expect: "
        << expect << " texts { text: \"" << text << "\" } }\n";
  };
  rule("miss", "FIRES", "It [[opened]] late.");
  rule("alarm", "SILENT", "It opened on 31 June 2024.");
  rule("elsewhere", "FIRES", "On 31 June 2024 it [[opened]].");
  rule("someday", "FIRES_SOMEDAY", "It opened on [[31 June 2024]].");
  absl::StrAppend(&messages, RunShell("claimcheck rules test wrong"));
  fs::create_directories(folder_ / "twice/wrong");
  fs::copy_file(folder_ / "wrong/miss.textproto",
                folder_ / "twice/wrong/miss.textproto",
                fs::copy_options::overwrite_existing);
  absl::StrAppend(&messages, RunShell("claimcheck rules lint wrong twice"));

  const std::string table =
      manual_.substr(manual_.find("## When something goes wrong"));
  int rows = 0;
  for (const std::string& line : Lines(table.substr(0, table.find("\n## A rule")))) {
    if (!absl::StartsWith(line, "| `")) continue;
    const std::string message = line.substr(3, line.find('`', 3) - 3);
    ++rows;
    EXPECT_TRUE(absl::StrContains(messages, message)) << message;
  }
  EXPECT_GE(rows, 20);
}

}  // namespace
}  // namespace claimcheck
