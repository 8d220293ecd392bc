#include "checker/main/settings.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <fstream>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "claimcheck/v1/settings.pb.h"
#include "gmock/gmock.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string Folder(const std::string& name) {
  const std::string path = absl::StrCat(getenv("TEST_TMPDIR"), "/", name);
  mkdir(path.c_str(), 0700);
  return path;
}

void Write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// "name=value" of each, in order.
std::vector<std::string> Shown(const FlagValues& values) {
  std::vector<std::string> out;
  for (const auto& [flag, value] : values) {
    out.push_back(absl::StrCat(flag->name, "=", value));
  }
  return out;
}

TEST(Settings, EachFieldIsAFlagAndEachFlagOfTheTableAField) {
  std::set<std::string> fields, flags;
  const google::protobuf::Descriptor* message = v1::Settings::descriptor();
  for (int i = 0; i < message->field_count(); ++i) {
    fields.insert(message->field(i)->name());
    // Without presence, "false" could not be told from nothing.
    EXPECT_TRUE(message->field(i)->is_repeated() ||
                message->field(i)->has_presence())
        << message->field(i)->name();
  }
  for (const Flag& flag : AllFlags()) {
    EXPECT_EQ(flag.settings & ~flag.commands, 0u) << flag.name;
    if (flag.settings == 0) continue;
    flags.insert(absl::StrReplaceAll(flag.name, {{"-", "_"}}));
  }
  EXPECT_EQ(fields, flags);
}

TEST(Settings, ReadsAllKindsOfValues) {
  absl::StatusOr<FlagValues> values = ParseSettings("claimcheck.textproto", R"(
      # of the desk
      fail_on: "warning"
      skip: ["dates", "quotes.wording"]
      experimental: false
      width: 100
      rules: "rules"
      rules: "/etc/rules")");
  ASSERT_TRUE(values.ok()) << values.status();
  EXPECT_THAT(Shown(*values),
              ElementsAre("rules=rules", "rules=/etc/rules", "skip=dates",
                          "skip=quotes.wording", "experimental=false",
                          "fail-on=warning", "width=100"));
}

TEST(Settings, PathsBeginAtTheFolderOfTheFile) {
  absl::StatusOr<FlagValues> values =
      ParseSettings("/desk/claimcheck.textproto", "rules: \"ours\"");
  ASSERT_TRUE(values.ok());
  EXPECT_THAT(Shown(*values), ElementsAre("rules=/desk/ours"));
}

TEST(Settings, TellsEveryMistakeWithItsPlace) {
  absl::StatusOr<FlagValues> values = ParseSettings("a/claimcheck.textproto",
                                                    "failon: \"error\"\n"
                                                    "severity: \"fatal\"\n"
                                                    "  width: 3\n"
                                                    "date: \"a.txt=2024-01-01\"\n"
                                                    "skip: \"dates\" colour: 1\n");
  ASSERT_FALSE(values.ok());
  const std::string lines(values.status().message());
  EXPECT_THAT(lines, HasSubstr("a/claimcheck.textproto:1:"));
  EXPECT_THAT(lines, HasSubstr("did you mean fail_on?"));
  EXPECT_THAT(lines, HasSubstr("a/claimcheck.textproto:2:1: error: severity=fatal "
                               "is not known"));
  EXPECT_THAT(lines, HasSubstr("a/claimcheck.textproto:3:3: error: width=3: write"));
  EXPECT_THAT(lines, HasSubstr("date is for the command line alone: --date"));
  EXPECT_THAT(lines, HasSubstr("a/claimcheck.textproto:5:"));
  EXPECT_THAT(lines, HasSubstr("did you mean color?"));
}

TEST(Settings, TellsWhereTheSyntaxEnds) {
  absl::StatusOr<FlagValues> values =
      ParseSettings("c", "fail_on: \"oops\"\nskip: [\"a\"\n");
  ASSERT_FALSE(values.ok());
  EXPECT_THAT(std::string(values.status().message()), HasSubstr("c:1:1: error"));
  EXPECT_THAT(std::string(values.status().message()), HasSubstr("c:3:1: error"));
}

TEST(Settings, HostileTextStaysOnItsLine) {
  absl::StatusOr<FlagValues> values =
      ParseSettings("x\x1b[2J\ny", "severity: \"\\x1b[31m\\nerror: gone\"");
  ASSERT_FALSE(values.ok());
  const std::string lines(values.status().message());
  EXPECT_EQ(lines.find('\x1b'), std::string::npos);
  EXPECT_EQ(lines.find("\nerror: gone"), std::string::npos);
}

TEST(Settings, TheNearestFileUpwardsIsTheOne) {
  const std::string top = Folder("top");
  const std::string middle = Folder("top/middle");
  const std::string low = Folder("top/middle/low");
  Write(top + "/claimcheck.textproto", "");
  EXPECT_EQ(FindSettingsFile(low), top + "/claimcheck.textproto");
  Write(middle + "/claimcheck.textproto", "");
  EXPECT_EQ(FindSettingsFile(low), middle + "/claimcheck.textproto");
  EXPECT_EQ(FindSettingsFile(middle + "/"), middle + "/claimcheck.textproto");
  // A folder of that name is none.
  mkdir((low + "/claimcheck.textproto").c_str(), 0700);
  EXPECT_EQ(FindSettingsFile(low), middle + "/claimcheck.textproto");
  EXPECT_EQ(FindSettingsFile(""), "");
}

TEST(Settings, TheEnvironmentNamesFlagsInCapitals) {
  Surroundings around;
  around.variables = {{"CLAIMCHECK_EXPERIMENTAL", "1"},
                      {"CLAIMCHECK_FAIL_ON", "note"},
                      {"CLAIMCHECK_NOTHING", "x"},
                      {"CLAIMCHECK_SKIP", "dates,quotes"},
                      {"CLAIMCHECK_WIDTH", ""}};
  std::vector<std::string> unknown;
  absl::StatusOr<FlagValues> values = ReadEnvironment(around, &unknown);
  ASSERT_TRUE(values.ok()) << values.status();
  EXPECT_THAT(Shown(*values), ElementsAre("experimental=true", "fail-on=note",
                                          "skip=dates", "skip=quotes"));
  EXPECT_THAT(unknown, ElementsAre("CLAIMCHECK_NOTHING"));

  around.variables = {{"CLAIMCHECK_EXPERIMENTAL", "yes"},
                      {"CLAIMCHECK_JOBS", "many"}};
  values = ReadEnvironment(around, &unknown);
  ASSERT_FALSE(values.ok());
  EXPECT_THAT(std::string(values.status().message()),
              HasSubstr("claimcheck: CLAIMCHECK_EXPERIMENTAL=yes: write 1 or 0\n"));
  EXPECT_THAT(std::string(values.status().message()),
              HasSubstr("claimcheck: CLAIMCHECK_JOBS=many: write a whole"));
}

TEST(Settings, FlagsAreStrongerThanTheEnvironmentAndThatThanTheFile) {
  const std::string folder = Folder("order");
  Write(folder + "/claimcheck.textproto",
        "fail_on: \"warning\" skip: \"dates\" width: 100 format: \"sarif\"");
  Surroundings around;
  around.working_folder = folder;
  around.variables = {{"CLAIMCHECK_SKIP", "quotes"}, {"CLAIMCHECK_WIDTH", "90"}};
  // Read from the working folder, which a test cannot change for all.
  absl::StatusOr<Settings> settings =
      LoadSettings(around, folder + "/claimcheck.textproto");
  ASSERT_TRUE(settings.ok()) << settings.status();
  const CommandInfo& compare = *FindCommand("compare");
  absl::StatusOr<Arguments> arguments =
      ParseArguments(compare, {"a.txt", "--width=80"});
  ASSERT_TRUE(arguments.ok());
  ApplySettings(*settings, compare, &*arguments);
  EXPECT_THAT(Shown(arguments->flags),
              ElementsAre("format=sarif", "fail-on=warning", "skip=quotes",
                          "width=80"));
  // What the command has no use for is not given to it.
  arguments = ParseArguments(*FindCommand("extract"), {"a.txt"});
  ApplySettings(*settings, *FindCommand("extract"), &*arguments);
  EXPECT_THAT(Shown(arguments->flags), ElementsAre("width=90"));
}

TEST(Settings, NoneIsNoFile) {
  const std::string folder = Folder("none");
  Write(folder + "/claimcheck.textproto", "fail_on: \"broken");
  Surroundings around;
  around.working_folder = folder;
  absl::StatusOr<Settings> settings = LoadSettings(around, "none");
  ASSERT_TRUE(settings.ok());
  EXPECT_THAT(settings->file, IsEmpty());
  EXPECT_FALSE(LoadSettings(around, folder + "/missing.textproto").ok());
}

}  // namespace
}  // namespace claimcheck
