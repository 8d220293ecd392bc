// Accepting findings from end to end: written, applied, noticed as stale, pruned.

#include <cstdio>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/main/run_program.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kStory[] =
    "Arlen, 3 May 2024\n\nThe bridge at Arlen was closed on Monday, 14 May "
    "2024.\n";  // a Tuesday

class BaselineCommand : public testing::Test {
 protected:
  BaselineCommand()
      : story_(WriteTestFile("story.txt", kStory)),
        baseline_(WriteTestFile("desk.baseline", "")),
        flag_("--baseline=" + baseline_) {
    remove(baseline_.c_str());
  }

  ProgramRun Write(const std::string& reason = "the town's own words") {
    return RunProgram(
        {"baseline", "write", flag_, "--reason=" + reason, story_});
  }

  const std::string story_, baseline_, flag_;
};

TEST_F(BaselineCommand, WhatIsWrittenIsAccepted) {
  EXPECT_EQ(RunProgram({"compare", "--fail-on=warning", story_}).exit_code, 1);
  const ProgramRun written = Write();
  EXPECT_EQ(written.exit_code, 0) << written.err;
  EXPECT_THAT(written.out, AllOf(StartsWith("accepted "),
                                 HasSubstr("dates.weekday_of_date: "),
                                 HasSubstr("desk.baseline: 1 entry\n")));
  const ProgramRun run =
      RunProgram({"compare", "--fail-on=warning", flag_, story_});
  EXPECT_EQ(run.exit_code, 0) << run.out;
  EXPECT_EQ(run.err, "");
  EXPECT_THAT(run.out, HasSubstr("hidden: 1 accepted (--show-accepted)"));
  EXPECT_THAT(RunProgram({"compare", flag_, "--show-accepted", story_}).out,
              HasSubstr("accepted: the town's own words"));
  // Written again it stays as it is.
  const std::string file = ReadTestFile(baseline_);
  EXPECT_THAT(Write("another reason").out, Not(HasSubstr("accepted")));
  EXPECT_EQ(ReadTestFile(baseline_), file);
}

TEST_F(BaselineCommand, EditsElsewhereLeaveItAndANewMistakeIsFound) {
  Write();
  WriteTestFile("story.txt",
                absl::StrCat("Arlen, 3 May 2024\n\nA new first paragraph.\n\n",
                             std::string(kStory).substr(19)));
  EXPECT_EQ(RunProgram({"compare", "--fail-on=warning", flag_, story_}).exit_code, 0);
  WriteTestFile("story.txt",
                absl::StrCat(kStory, "\nIt opens on Friday, 4 July 2024.\n"));
  const ProgramRun run =
      RunProgram({"compare", "--fail-on=warning", flag_, story_});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.out, AllOf(HasSubstr("4 July 2024"), HasSubstr("1 accepted")));
}

TEST_F(BaselineCommand, AStaleEntryIsToldAndPruned) {
  Write();
  WriteTestFile("story.txt", "Arlen, 3 May 2024\n\nThe bridge is open.\n");
  const ProgramRun run = RunProgram({"compare", flag_, story_});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, AllOf(HasSubstr("desk.baseline:5:1: note: nothing is "
                                       "found any more for "),
                             HasSubstr("claimcheck baseline prune drops it")));
  // A run that did not look for it says nothing of it, and drops nothing.
  EXPECT_EQ(RunProgram({"compare", "--only=quotes", flag_, story_}).err, "");
  EXPECT_THAT(
      RunProgram({"baseline", "prune", "--only=quotes", flag_, story_}).out,
      StartsWith("nothing to drop\n"));
  const ProgramRun pruned = RunProgram({"baseline", "prune", flag_, story_});
  EXPECT_EQ(pruned.exit_code, 0) << pruned.err;
  EXPECT_THAT(pruned.out,
              AllOf(StartsWith("dropped "), HasSubstr(": 0 entries\n")));
  EXPECT_EQ(RunProgram({"compare", flag_, story_}).err, "");
}

TEST_F(BaselineCommand, AnEntryEndsOnItsDay) {
  RunProgram({"baseline", "write", flag_, "--reason=asked", "--until=2024-05-10",
              story_});
  const auto code = [&](const std::string& flag) {
    return RunProgram({"compare", "--fail-on=warning", flag_, flag, story_})
        .exit_code;
  };
  EXPECT_EQ(code("--jobs=1"), 0) << "the text is of 3 May";
  EXPECT_EQ(code("--today=2024-05-10"), 0);
  EXPECT_EQ(code("--today=2024-05-11"), 1);
  EXPECT_EQ(code("--date=story.txt=2024-05-11"), 1);
  EXPECT_THAT(
      RunProgram({"compare", flag_, "--today=2024-05-11", story_}).err,
      HasSubstr("note: accepted until 2024-05-10, which is over"));
  // Accepted anew, with the day and reason of today.
  RunProgram({"baseline", "write", flag_, "--reason=asked again",
              "--today=2024-05-11", story_});
  EXPECT_EQ(code("--today=2024-05-11"), 0);
  EXPECT_THAT(ReadTestFile(baseline_), AllOf(HasSubstr("asked again"),
                                             Not(HasSubstr("2024-05-10"))));
}

TEST_F(BaselineCommand, OneFindingIsAcceptedByItsName) {
  WriteTestFile("story.txt",
                absl::StrCat(kStory, "\nIt opens on Friday, 4 July 2024.\n"));
  const std::string text = RunProgram({"compare", story_}).out;
  const std::string name =
      text.substr(text.find("date] ") + 6, text.find("  ", text.find("date] ")) -
                                               text.find("date] ") - 6);
  const ProgramRun one = RunProgram({"baseline", "write", flag_, "--reason=r",
                                     "--finding=" + name, story_});
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(one.out, HasSubstr(": 1 entry\n"));
  const ProgramRun none = RunProgram({"baseline", "write", flag_, "--reason=r",
                                      "--finding=0000", story_});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("none of the 2 findings is called so"));
}

TEST_F(BaselineCommand, DraftsHaveBaselinesToo) {
  const std::string draft = WriteTestFile(
      "draft.txt", "Arlen, 3 May 2024\n\nThe fair in Arlen drew 900 visitors on Sunday, "
                   "Ada Pike said.\n");
  const std::string source = WriteTestFile(
      "source.txt", "Arlen, 3 May 2024\n\nThe fair in Arlen drew 300 visitors on Sunday, "
                    "Ada Pike said.\n");
  const ProgramRun before = RunProgram(
      {"check", "--fail-on=warning", draft, "--against", source});
  EXPECT_EQ(before.exit_code, 1) << before.out;
  const ProgramRun written =
      RunProgram({"baseline", "write", flag_, "--reason=counted by hand", draft,
                  "--against", source});
  EXPECT_EQ(written.exit_code, 0) << written.err;
  const ProgramRun run = RunProgram(
      {"check", "--fail-on=warning", flag_, draft, "--against", source});
  EXPECT_EQ(run.exit_code, 0) << run.out;
  EXPECT_THAT(run.out, HasSubstr("accepted"));
}

TEST_F(BaselineCommand, MachinesAreToldWhatIsAccepted) {
  Write();
  EXPECT_THAT(RunProgram({"compare", flag_, "--format=json", story_}).out,
              HasSubstr("\"suppressedBy\": \"the town's own words\""));
  const std::string sarif =
      RunProgram({"compare", flag_, "--format=sarif", story_}).out;
  EXPECT_THAT(
      sarif,
      AllOf(HasSubstr("\"baselineState\":\"unchanged\""),
            HasSubstr("\"suppressions\":[{\"kind\":\"external\",\"status\":"
                      "\"accepted\",\"justification\":\"the town's own "
                      "words\"}]")));
  EXPECT_THAT(RunProgram({"compare", "--format=sarif", story_}).out,
              Not(HasSubstr("baselineState")));
  EXPECT_THAT(RunProgram({"compare", flag_, "--format=github", story_}).out,
              Not(HasSubstr("::warning")));
}

TEST_F(BaselineCommand, WrongUseIsOneLineAndChangesNothing) {
  Write();
  const std::string file = ReadTestFile(baseline_);
  struct Case {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Case cases[] = {
      {{"baseline"}, "baseline write or baseline prune"},
      {{"baseline", "wrte", flag_, story_}, "baseline write or baseline prune"},
      {{"baseline", "write", "--reason=x", story_}, "needs --baseline=FILE"},
      {{"baseline", "write", flag_, story_}, "needs --reason=TEXT"},
      {{"baseline", "write", flag_, "--reason= ", story_}, "needs --reason=TEXT"},
      {{"baseline", "write", flag_, "--reason=x"}, "needs the documents"},
      {{"baseline", "write", flag_, "--reason=x", "--until=soon", story_},
       "--until=soon is no day; write 2024-06-18"},
      {{"baseline", "write", flag_, "--reason=x", "--finding=8c", story_},
       "write four letters or more"},
      {{"baseline", "prune", "--baseline=/no/such.baseline", story_},
       "no such file"},
      {{"baseline", "prune", flag_, "--reason=x", story_},
       "are for baseline write"},
      {{"compare", "--baseline=/no/such.baseline", story_}, "no such file"},
      {{"compare", "--baseline=" + story_, story_}, "story.txt:1:"},
      {{"compare", flag_, "--today=tomorrow", story_}, "is no day"},
      {{"baseline", "write", "--baseline=" + story_, "--reason=x", story_},
       "story.txt:1:"},
  };
  for (const Case& c : cases) {
    const ProgramRun run = RunProgram(c.arguments);
    EXPECT_EQ(run.exit_code, 2) << c.message << run.out;
    EXPECT_THAT(run.err, HasSubstr(c.message));
    EXPECT_EQ(run.out, "");
  }
  EXPECT_EQ(ReadTestFile(baseline_), file);
  EXPECT_EQ(ReadTestFile(story_), kStory);
}

TEST_F(BaselineCommand, WhatCannotBeReadChangesNothing) {
  Write();
  const std::string file = ReadTestFile(baseline_);
  const ProgramRun run = RunProgram(
      {"baseline", "prune", flag_, story_, story_ + ".missing"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(ReadTestFile(baseline_), file);
}

}  // namespace
}  // namespace claimcheck
