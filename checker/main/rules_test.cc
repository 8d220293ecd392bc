// claimcheck rules, as somebody uses it who writes a first rule: also the wrong
// turns.

#include <sys/stat.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/main/run_program.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr char kText[] =
    "Arlen, 13 May 2024\n\nThe fair in Arlen drew 300 visitors on Sunday.\n\nOn "
    "Sunday the fair in Arlen drew 500 visitors.\n";

class RulesCommand : public testing::Test {
 protected:
  RulesCommand() {
    const std::string base = WriteTestFile("base", "");
    folder_ = base.substr(0, base.size() - 4) + "house";
    mkdir(folder_.c_str(), 0700);
    text_ = WriteTestFile("text.txt", kText);
  }

  // What `rules new` writes, filled in, as house/fair.textproto.
  std::string FilledIn() const {
    return absl::StrReplaceAll(RunProgram({"rules", "new", "house.fair"}).out,
                               {{"FILL IN: ", ""}, {"EXPERIMENTAL", "STABLE"}});
  }
  std::string WriteRule(const std::string& text,
                        const std::string& name = "fair.textproto") const {
    return WriteTestFile("house/" + name, text);
  }

  std::string folder_, text_;
};

TEST_F(RulesCommand, ANewRuleIsSoundOnceItIsFilledIn) {
  const ProgramRun made = RunProgram({"rules", "new", "house.fair"});
  EXPECT_EQ(made.exit_code, 0);
  EXPECT_THAT(made.out, HasSubstr("# Save as house/fair.textproto"));
  WriteRule(made.out);
  const ProgramRun lint = RunProgram({"rules", "lint", folder_});
  EXPECT_EQ(lint.exit_code, 1);
  EXPECT_THAT(lint.out,
              HasSubstr("house/fair.textproto:5:1: error: title is still to be "
                        "filled in; name the mistake in one line\n  | title: "));
  WriteRule(FilledIn());
  const ProgramRun again = RunProgram({"rules", "lint", folder_});
  EXPECT_EQ(again.exit_code, 0) << again.out;
  EXPECT_EQ(again.out, "1 rule, 0 warnings\n");
  const ProgramRun test = RunProgram({"rules", "test", folder_});
  EXPECT_EQ(test.exit_code, 0) << test.out;
  EXPECT_EQ(test.out, "2 of 2 examples as expected\n");
}

TEST_F(RulesCommand, RulesAreFilesFoldersAndBundles) {
  const std::string file = WriteRule(FilledIn());
  const std::string bundle = WriteTestFile("house.binpb", "");
  ASSERT_EQ(std::system(absl::StrCat("rules/engine/rule_compiler --out ", bundle,
                                     " ", file)
                            .c_str()),
            0);
  const std::string expected =
      RunProgram({"compare", "--rules", file, text_}).out;
  EXPECT_THAT(expected, HasSubstr("warning[house.fair]"));
  EXPECT_EQ(RunProgram({"compare", "--rules", folder_, text_}).out, expected);
  EXPECT_EQ(RunProgram({"compare", "--rules", bundle, text_}).out, expected);
  EXPECT_EQ(RunProgram({"rules", "test", bundle}).exit_code, 0);
  // Two sets of rules together; one rule twice is a mistake.
  const ProgramRun twice =
      RunProgram({"compare", "--rules", file, "--rules", bundle, text_});
  EXPECT_EQ(twice.exit_code, 2);
  EXPECT_THAT(twice.err, HasSubstr("id \"house.fair\" is also used in"));
}

TEST_F(RulesCommand, TestsShowWhereTheChainParts) {
  WriteRule(absl::StrReplaceAll(FilledIn(), {{"[[500 visitors]]", "[[300 visitors]]"}}));
  const ProgramRun test = RunProgram({"rules", "test", folder_});
  EXPECT_EQ(test.exit_code, 1);
  EXPECT_THAT(test.out,
              AllOf(StartsWith("FAIL house.fair/what must be found"),
                    HasSubstr("expected a finding, found none\n"),
                    HasSubstr("NO pair.when.all.of[1].values: "),
                    HasSubstr("    expect: FIRES_SOMEDAY\n")));
}

TEST_F(RulesCommand, CoverageCanBeAskedFor) {
  WriteRule(FilledIn());
  const ProgramRun low =
      RunProgram({"rules", "test", "--min-coverage=100", folder_});
  EXPECT_EQ(low.exit_code, 1);
  EXPECT_THAT(low.out,
              AllOf(HasSubstr("pair.when.all.of[0].factuality was never NO"),
                    HasSubstr("below --min-coverage=100")));
  EXPECT_EQ(RunProgram({"rules", "test", "--min-coverage=50", folder_}).exit_code,
            0);
}

TEST_F(RulesCommand, ListAndShowTellWhatThereIs) {
  const ProgramRun list = RunProgram({"rules", "list"});
  EXPECT_THAT(list.out, AllOf(HasSubstr("dates.event_date "), HasSubstr(" error "),
                              HasSubstr("(experimental)")));
  const ProgramRun show = RunProgram({"rules", "show", "dates.event_date"});
  EXPECT_THAT(show.out,
              AllOf(StartsWith("dates.event_date\n"), HasSubstr("severity "),
                    HasSubstr("stage "), HasSubstr("\nwhy "), HasSubstr("\ndo "),
                    HasSubstr(" examples as expected; "), HasSubstr("\nsilent ")));
  WriteRule(FilledIn());
  EXPECT_THAT(RunProgram({"rules", "list", "--rules", folder_}).out,
              StartsWith("house.fair "));
}

TEST_F(RulesCommand, WrongTurnsAreToldInOneLine) {
  WriteRule(FilledIn());
  struct Case {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Case cases[] = {
      {{"rules", "new"}, "rules new needs an id: folder.file, in small letters"},
      {{"rules", "new", "fair"}, "rules new needs an id: folder.file"},
      {{"rules", "new", "House.Fair"}, "rules new needs an id: folder.file"},
      {{"rules", "new", "house.fair", "more"}, "rules new needs an id"},
      {{"rules", "lint"}, "rules lint needs a file or a folder"},
      {{"rules", "test"}, "rules test needs a file or a folder"},
      {{"rules", "tset", folder_}, "rules tset is not known"},
      {{"rules", "show"}, "rules show needs the id of one rule"},
      {{"rules", "show", "dates.event_dat"}, "did you mean dates.event_date?"},
      {{"rules", "list", "--rules", "/no/such"}, "no such file or folder"},
      {{"compare", "--only=house.fair", text_}, "no such rule"},
  };
  for (const Case& c : cases) {
    const ProgramRun run = RunProgram(c.arguments);
    EXPECT_EQ(run.exit_code, 2) << c.message;
    EXPECT_THAT(run.err, HasSubstr(c.message));
    EXPECT_EQ(run.out, "");
  }
  // What lint and test find wrong in a path is their result.
  const ProgramRun missing = RunProgram({"rules", "lint", "/no/such"});
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.out, HasSubstr("there is no such file or folder"));
}

}  // namespace
}  // namespace claimcheck
