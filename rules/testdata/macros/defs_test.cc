// Tests made by the macros that must fail do, with what helps; and what accepts
// the new state writes it.

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr char kFolder[] = "rules/testdata/macros";

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

struct Outcome {
  int status = -1;
  std::string output;
};

Outcome RunScript(const std::string& name, const std::string& arguments = "") {
  const std::string root = std::getenv("TEST_TMPDIR");
  // What `bazel run` says: the source tree, here a copy of nothing.
  const std::string sources = absl::StrCat(root, "/sources");
  std::filesystem::create_directories(sources + "/" + kFolder);
  const int status = std::system(
      absl::StrCat("BUILD_WORKSPACE_DIRECTORY=", sources, " ", kFolder, "/", name,
                   ".sh ", arguments, " >", root, "/out 2>&1")
          .c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          ReadFile(absl::StrCat(root, "/out"))};
}

std::string Written(const std::string& file) {
  return ReadFile(absl::StrCat(std::getenv("TEST_TMPDIR"), "/sources/", kFolder,
                               "/", file));
}

TEST(ConsistencyTest, ShowsTheDifferenceAndHowToAcceptIt) {
  const Outcome outcome = RunScript("wrong_golden_test");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(
      outcome.output,
      AllOf(HasSubstr("+error[macros.weekday]"),
            HasSubstr("bazel run //rules/testdata/macros:wrong_golden_test.update")));
}

TEST(ConsistencyTest, UpdateWritesWhatIsFound) {
  const Outcome outcome = RunScript("wrong_golden_test.update");
  EXPECT_EQ(outcome.status, 0) << outcome.output;
  EXPECT_THAT(Written("empty.report"), HasSubstr("error[macros.weekday]"));
}

TEST(StoryTest, FailsOnErrorsAndSaysHowToAcceptThem) {
  const Outcome outcome = RunScript("wrong_story_test");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(
      outcome.output,
      AllOf(HasSubstr("[macros.weekday "), HasSubstr("wrong_story_test.accept")));
}

TEST(StoryTest, AcceptWritesTheBaseline) {
  const Outcome none = RunScript("wrong_story_test.accept");
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.output, HasSubstr("needs --reason=TEXT"));
  // A baseline of its own: the tests run in any order.
  const Outcome outcome =
      RunScript("accepted_story_test.accept", "--reason='the minutes say so'");
  EXPECT_EQ(outcome.status, 0) << outcome.output;
  EXPECT_THAT(
      Written("accepted.baseline"),
      AllOf(HasSubstr("rule_id: \"macros.weekday\""),
            HasSubstr("reason: \"the minutes say so\"")));
}

}  // namespace
}  // namespace claimcheck
