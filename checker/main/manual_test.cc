#include "checker/main/manual.h"

#include <stdlib.h>

#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "checker/main/child_process.h"
#include "checker/main/flags.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

std::string WriteFile(const std::string& name, const std::string& text) {
  const std::string path = absl::StrCat(getenv("TEST_TMPDIR"), "/", name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string Script(const std::string& shell) {
  absl::StatusOr<std::string> script = CompletionScript(shell);
  EXPECT_TRUE(script.ok()) << script.status();
  return script.ok() ? *script : "";
}

// What the shell answers to `words`, of which the last is being written; one a
// line.
std::string CompleteInBash(const std::string& words) {
  const std::string script = WriteFile("complete.bash", Script("bash"));
  absl::StatusOr<ChildResult> result = RunChild(
      {"bash", "--norc", "-c",
       absl::StrCat("source '", script, "'; COMP_WORDS=(", words,
                    "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _claimcheck; "
                    "printf '%s\\n' \"${COMPREPLY[@]}\"")},
      {});
  EXPECT_TRUE(result.ok()) << result.status();
  if (!result.ok()) return "";
  EXPECT_EQ(result->err, "");
  return result->out;
}

TEST(ManualPage, HasEveryFlagAndEveryCommand) {
  const std::string page = ManualPage();
  for (const CommandInfo& command : AllCommands()) {
    EXPECT_THAT(page, HasSubstr(absl::StrCat(".SS ", command.name)));
  }
  for (const Flag& flag : AllFlags()) {
    std::string name = flag.name;
    for (size_t at = 0; (at = name.find('-', at)) != std::string::npos; at += 2) {
      name.insert(at, "\\");
    }
    EXPECT_THAT(page, HasSubstr(absl::StrCat(".B \\-\\-", name)));
  }
}

TEST(ManualPage, ManReadsItWithoutComplaint) {
  const std::string page = WriteFile("claimcheck.1", ManualPage());
  absl::StatusOr<ChildResult> result =
      RunChild({"man", "--warnings", "-l", page},
               {"LC_ALL=C.UTF-8", "MANROFFSEQ=", "MANWIDTH=80", "PAGER=cat"});
  if (!result.ok() || result->exit_code == 16 || result->out.empty()) {
    // A container often has a stand-in that only says that pages are left out.
    GTEST_SKIP() << "man is not installed";
  }
  EXPECT_EQ(result->err, "");
  if (result->out.find("minimized") != std::string::npos) {
    GTEST_SKIP() << "man is left out of this system";
  }
  EXPECT_THAT(result->out, HasSubstr("a linter for facts"));
  EXPECT_THAT(result->out, HasSubstr("--changed-since"));
}

TEST(ManualPage, TextIsNoCommandOfTroff) {
  // No line of text may begin with a dot or an apostrophe.
  const std::string page = ManualPage();
  for (size_t at = page.find("\n."); at != std::string::npos;
       at = page.find("\n.", at + 1)) {
    const std::string macro = page.substr(at + 2, page.find_first_of(" \n", at + 2) - at - 2);
    EXPECT_THAT(macro, testing::AnyOf("SH", "SS", "TP", "B", "I", "RI", "br", "PP",
                                      "RS", "RE", "nf", "fi"));
  }
  EXPECT_EQ(page.find("\n'"), std::string::npos);
}

TEST(Completion, BashReadsItAndCompletes) {
  absl::StatusOr<ChildResult> result =
      RunChild({"bash", "-n", WriteFile("c.bash", Script("bash"))}, {});
  if (!result.ok()) GTEST_SKIP() << "bash is not installed";
  EXPECT_EQ(result->err, "");
  EXPECT_EQ(result->exit_code, 0);
  EXPECT_EQ(CompleteInBash("claimcheck comp"), "compare\ncompletion\n");
  EXPECT_EQ(CompleteInBash("claimcheck compare --changed"),
            "--changed-since=\n");
  EXPECT_EQ(CompleteInBash("claimcheck compare --fail-on = w"), "warning\n");
  EXPECT_EQ(CompleteInBash("claimcheck compare --severity = ''"),
            "note\nwarning\nerror\n");
  EXPECT_EQ(CompleteInBash("claimcheck compare --severity ="),
            "note\nwarning\nerror\n");
  EXPECT_EQ(CompleteInBash("claimcheck completion ''"), "bash\nzsh\nfish\n");
  EXPECT_EQ(CompleteInBash("claimcheck rules li"), "list\nlint\n");
  EXPECT_EQ(CompleteInBash("claimcheck baseline ''"), "write\nprune\n");
  // Flags of other commands are not offered.
  EXPECT_EQ(CompleteInBash("claimcheck extract --fail"), "\n");
}

TEST(Completion, ZshAndFishReadTheirs) {
  for (const std::string shell : {"zsh", "fish"}) {
    const std::string script = Script(shell);
    for (const Flag& flag : AllFlags()) EXPECT_THAT(script, HasSubstr(flag.name));
    for (const CommandInfo& command : AllCommands()) {
      EXPECT_THAT(script, HasSubstr(command.name));
    }
    absl::StatusOr<ChildResult> result =
        RunChild({shell, "-n", WriteFile("c." + shell, script)}, {});
    if (!result.ok()) continue;  // not installed; the words are checked above
    EXPECT_EQ(result->err, "");
    EXPECT_EQ(result->exit_code, 0);
  }
}

TEST(Completion, OtherShellsAreNamed) {
  EXPECT_FALSE(CompletionScript("").ok());
  EXPECT_FALSE(CompletionScript("csh").ok());
}

TEST(Flags, ChoicesAreThoseOfTheHelp) {
  for (const Flag& flag : AllFlags()) {
    std::string word;
    for (const char c : std::string(flag.choices) + " ") {
      if (c != ' ') {
        word.push_back(c);
      } else if (!word.empty()) {
        EXPECT_THAT(flag.help, HasSubstr(word)) << flag.name;
        word.clear();
      }
    }
  }
}

}  // namespace
}  // namespace claimcheck
