#include "checker/main/changed_lines.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/main/child_process.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

// A repository of its own for each test, by the real Git.
class ChangedLinesTest : public testing::Test {
 protected:
  void SetUp() override {
    if (absl::IsNotFound(RunChild({"git", "--version"}, {}).status())) {
      GTEST_SKIP() << "git is not installed";
    }
    folder_ = absl::StrCat(
        getenv("TEST_TMPDIR"), "/",
        testing::UnitTest::GetInstance()->current_test_info()->name());
    mkdir(folder_.c_str(), 0700);
    Git({"init", "--quiet"});
  }

  std::string Path(const std::string& name) const {
    return absl::StrCat(folder_, "/", name);
  }
  void Write(const std::string& name, const std::string& text) {
    std::ofstream(Path(name), std::ios::binary) << text;
  }
  void Git(std::vector<std::string> words) {
    words.insert(words.begin(),
                 {"git", "-C", folder_, "-c", "user.name=A", "-c",
                  "user.email=a@example.org", "-c", "commit.gpgsign=false"});
    absl::StatusOr<ChildResult> result = RunChild(
        words, {"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1"});
    ASSERT_TRUE(result.ok()) << result.status();
    ASSERT_EQ(result->exit_code, 0) << result->err;
  }
  void Commit() {
    Git({"add", "--all"});
    Git({"commit", "--quiet", "--message=x"});
  }
  ChangedLines Since(const std::string& revision,
                     const std::vector<std::string>& names) {
    std::vector<std::string> files;
    for (const std::string& name : names) files.push_back(Path(name));
    absl::StatusOr<ChangedLines> lines = ChangedLines::Since(revision, files);
    EXPECT_TRUE(lines.ok()) << lines.status();
    return lines.ok() ? *lines : ChangedLines();
  }
  std::string Error(const std::string& revision, const std::string& path) {
    return std::string(
        ChangedLines::Since(revision, {path}).status().message());
  }

  std::string folder_;
};

TEST_F(ChangedLinesTest, LinesThatDifferFromTheRevision) {
  Write("a.txt", "one\ntwo\nthree\nfour\nfive\nsix\n");
  Write("b.txt", "alone\n");
  Commit();
  Write("a.txt", "one\nTWO\nthree\nfive\nsix\nseven\neight\n");
  const ChangedLines lines = Since("HEAD", {"a.txt", "b.txt"});
  EXPECT_FALSE(lines.Touches(Path("a.txt"), 1, 1));
  EXPECT_TRUE(lines.Touches(Path("a.txt"), 2, 2));
  EXPECT_TRUE(lines.Touches(Path("a.txt"), 1, 4)) << "a place of several lines";
  EXPECT_FALSE(lines.Touches(Path("a.txt"), 3, 5)) << "a line went, none came";
  EXPECT_TRUE(lines.Touches(Path("a.txt"), 6, 6));
  EXPECT_TRUE(lines.Touches(Path("a.txt"), 7, 9));
  EXPECT_FALSE(lines.Touches(Path("a.txt"), 8, 9));
  EXPECT_FALSE(lines.Touches(Path("b.txt"), 1, 1));
  EXPECT_FALSE(lines.Touches("other.txt", 1, 1));
}

TEST_F(ChangedLinesTest, NewFilesAreChangedAsAWhole) {
  Write("a.txt", "one\n");
  Commit();
  Write("added.txt", "one\n");
  Git({"add", "added.txt"});
  Write("unknown to git.txt", "one\n");
  const ChangedLines lines = Since("HEAD", {"added.txt", "unknown to git.txt"});
  EXPECT_TRUE(lines.Touches(Path("added.txt"), 1, 1));
  EXPECT_TRUE(lines.Touches(Path("unknown to git.txt"), 1, 1));
}

TEST_F(ChangedLinesTest, OfARenamedFileTheLinesThatDiffer) {
  Write("old.txt", "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n");
  Commit();
  Git({"mv", "old.txt", "new.txt"});
  Write("new.txt", "one\ntwo\nthree\nfour\nfive\nsix\nseven\nEIGHT\n");
  Git({"add", "new.txt"});
  const ChangedLines lines = Since("HEAD", {"new.txt"});
  EXPECT_FALSE(lines.Touches(Path("new.txt"), 1, 7));
  EXPECT_TRUE(lines.Touches(Path("new.txt"), 8, 8));
}

TEST_F(ChangedLinesTest, WhatOthersChangedMeanwhileDoesNotCount) {
  Write("a.txt", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");
  Commit();
  Git({"branch", "story"});
  Write("a.txt", "ONE\ntwo\nthree\nfour\nfive\nsix\nseven\n");
  Commit();
  Git({"branch", "desk"});
  Git({"checkout", "--quiet", "story"});
  Write("a.txt", "one\ntwo\nthree\nfour\nfive\nsix\nSEVEN\n");
  Commit();
  const ChangedLines lines = Since("desk", {"a.txt"});
  EXPECT_FALSE(lines.Touches(Path("a.txt"), 1, 1));
  EXPECT_TRUE(lines.Touches(Path("a.txt"), 7, 7));
}

TEST_F(ChangedLinesTest, NamesMayHoldAnything) {
  const std::string odd = "-x :(glob)*\t\"ü\n.txt";
  Write(odd, "one\ntwo\n");
  Commit();
  Write(odd, "one\nTWO\n");
  const ChangedLines lines = Since("HEAD", {odd});
  EXPECT_FALSE(lines.Touches(Path(odd), 1, 1));
  EXPECT_TRUE(lines.Touches(Path(odd), 2, 2));
}

TEST_F(ChangedLinesTest, BinaryFilesAreChangedAsAWhole) {
  Write("a.txt", std::string("one\0two\n", 8));
  Commit();
  Write("a.txt", std::string("one\0TWO\nthree\n", 14));
  EXPECT_TRUE(Since("HEAD", {"a.txt"}).Touches(Path("a.txt"), 5, 5));
}

TEST_F(ChangedLinesTest, SaysWhatIsWrong) {
  Write("a.txt", "one\n");
  Commit();
  EXPECT_THAT(Error("nowhere", Path("a.txt")), HasSubstr("no such revision"));
  EXPECT_THAT(Error("--all", Path("a.txt")), HasSubstr("no such revision"));
  // Another history.
  Git({"branch", "first"});
  Git({"checkout", "--quiet", "--orphan", "other"});
  Write("a.txt", "another\n");
  Commit();
  Git({"branch", "kept"});
  Git({"checkout", "--quiet", "first"});
  EXPECT_THAT(Error("kept", Path("a.txt")), HasSubstr("no commit in common"));

  const std::string outside = absl::StrCat(getenv("TEST_TMPDIR"), "/outside");
  mkdir(outside.c_str(), 0700);
  std::ofstream(outside + "/a.txt") << "one\n";
  // Above the test's folder there may be a repository; then there is no error.
  setenv("GIT_CEILING_DIRECTORIES", getenv("TEST_TMPDIR"), 1);
  EXPECT_THAT(Error("HEAD", outside + "/a.txt"),
              HasSubstr("not a git repository"));
}

TEST(RunChild, ReadsBothStreamsHoweverLong) {
  absl::StatusOr<ChildResult> result = RunChild(
      {"sh", "-c",
       "i=0; while [ $i -lt 20000 ]; do echo $X; echo err >&2; i=$((i+1)); "
       "done; read line || echo none; exit 7"},
      {"X=out"});
  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->exit_code, 7);
  EXPECT_EQ(result->out.size(), 20000 * 4u + 5);
  EXPECT_EQ(result->err.size(), 20000 * 4u);
  EXPECT_TRUE(absl::IsNotFound(RunChild({"no-such-program"}, {}).status()));
}

}  // namespace
}  // namespace claimcheck
