// The command-line contract: streams, exit codes, names of fields.

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checker/input/json_reader.h"
#include "checker/main/run_program.h"
#include "claimcheck/v1/finding.pb.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kText[] =
    "The ferry left Arlen on 3 May 2024 with 212 passengers.\n"
    "\"It was late,\" Ada Pike said.\n";

int Lines(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

ProgramSetting Input(const std::string& input) {
  ProgramSetting setting;
  setting.input = input;
  return setting;
}

v1::Report ReadReport(const std::string& json) {
  v1::Report report;
  const absl::Status status = ReadJson(json, 64, &report);
  EXPECT_TRUE(status.ok()) << status << "\n" << json;
  return report;
}

TEST(ContractTest, EveryCommandTellsItsFlags) {
  EXPECT_EQ(RunProgram({"--help"}).exit_code, 0);
  EXPECT_THAT(RunProgram({"--version"}).out, StartsWith("claimcheck "));
  EXPECT_THAT(RunProgram({"--print-limits"}).out, HasSubstr("max-file-bytes"));
  for (const char* command :
       {"compare", "check", "extract", "explain", "rules"}) {
    const ProgramRun run = RunProgram({command, "--help"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, StartsWith(std::string("usage: claimcheck ") + command));
    EXPECT_THAT(run.out, HasSubstr("--format"));
    EXPECT_THAT(run.out, HasSubstr(std::string("for example:\n  claimcheck ") +
                                   command));
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(RunProgram({"help", command}).out, run.out);
  }
}

TEST(ContractTest, WrongUseIsOneLineAndCode2) {
  const std::string a = WriteTestFile("use.txt", kText);
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"cmpare"},
      {"compare"},
      {"compare", "--fromat=json", a},
      {"compare", "--format=xml", a},
      {"compare", "--format"},
      {"compare", "-v", a},
      {"compare", "--against", a, a},
      {"compare", "--show-unchecked=1", a},
      {"compare", "--input=rtf", a},
      {"compare", "--encoding=no-such", a},
      {"compare", "--stdin-filename=", a},
      {"compare", "--severity=never", a},
      {"compare", "--fail-on=fatal", a},
      {"compare", "--color=red", a},
      {"compare", "--jobs=0", a},
      {"compare", "--jobs=9999999999999999999999", a},
      {"compare", "--width=10", a},
      {"compare", "--max-file-bytes=-1", a},
      {"compare", "--date=2024-06-18", a},
      {"compare", "--date=use.txt=2024-02-30", a},
      {"compare", "--date=other.txt=2024-02-28", a},
      {"compare", "--only=no.such_rule", a},
      {"compare", "--rules=/no/such/folder", a},
      {"compare", "--out=/no/such/folder/out.json", a},
      {"compare", "--out=" + a, a},
      {"check"},
      {"check", a},
      {"check", a, a, "--against", a},
      {"check", "--against", a},
      {"check", "--input=jsonl", a, "--against", a},
      {"extract"},
      {"extract", "--format=short", a},
      {"extract", "--rules=x", a},
      {"text"},
      {"text", "--format=json", a},
      {"explain", a},
      {"explain", "8c1e"},
      {"explain", "--against", a, "--", "8c1e"},
      {"baseline"},
      {"baseline", "write", a},
      {"compare", "--baseline=/no/such/file", a},
      {"compare", "--today=soon", a},
      {"rules"},
      {"rules", "dance"},
      {"rules", "show"},
  };
  for (const auto& arguments : wrong) {
    const ProgramRun run = RunProgram(arguments);
    std::string line;
    for (const std::string& a : arguments) line += " " + a;
    EXPECT_EQ(run.exit_code, 2) << line;
    EXPECT_EQ(run.out, "") << line;
    EXPECT_EQ(Lines(run.err), 1) << line << "\n" << run.err;
  }
  EXPECT_EQ(ReadTestFile(a), kText) << "an input was overwritten";
}

TEST(ContractTest, TheFlagThatWasMeantIsNamed) {
  EXPECT_THAT(RunProgram({"compare", "--fromat=json", "-"}).err,
              HasSubstr("did you mean --format?"));
  EXPECT_THAT(RunProgram({"cmpare"}).err, HasSubstr("did you mean compare?"));
}

TEST(ContractTest, ExtractAnswersEachLineInOrder) {
  std::string input;
  for (int i = 0; i < 500; ++i) {
    input += "{\"id\":\"d" + std::to_string(i) + "\",\"text\":\"On 3 May " +
             std::to_string(1500 + i) + " it rained.\"}\n";
  }
  std::string first;
  for (const char* jobs : {"--jobs=1", "--jobs=2", "--jobs=7"}) {
    const ProgramRun run = RunProgram(
        {"extract", "--input=jsonl", "--format=jsonl", jobs, "-"}, Input(input));
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(Lines(run.out), 500);
    EXPECT_THAT(run.out, StartsWith("{\"id\":\"d0\""));
    if (first.empty()) first = run.out;
    EXPECT_EQ(run.out, first);
  }
  size_t from = 0;
  for (int i = 0; i < 500; ++i) {
    from = first.find("{\"id\":\"d" + std::to_string(i) + "\"", from);
    ASSERT_NE(from, std::string::npos) << i;
  }
}

TEST(ContractTest, ExtractJsonIsOneArray) {
  const std::string a = WriteTestFile("one.txt", kText);
  const ProgramRun two = RunProgram({"extract", "--format=json", a, a});
  v1::CheckRequest ignored;
  EXPECT_TRUE(
      ReadJson("{\"unknown\":" + two.out + "}", 64, &ignored).ok());
  EXPECT_EQ(RunProgram({"extract", "--format=json", "--input=jsonl", "-"}).out,
            "[]\n");
}

TEST(ContractTest, WhatCannotBeReadIsToldAndTheRestIsUsed) {
  const std::string good = WriteTestFile("good.txt", kText);
  const std::string binary =
      WriteTestFile("binary.txt", std::string("\x7f" "ELF\0\0\0\0", 8));
  const std::string wide =
      WriteTestFile("wide.txt", std::string("\xFF\xFE\0\0h\0\0\0", 8));
  const std::string folder = WriteTestFile("x", "") + ".d";
  mkdir(folder.c_str(), 0700);
  const std::string loop = folder + "/loop";
  (void)!symlink(loop.c_str(), loop.c_str());
  for (const std::string& bad : std::vector<std::string>{
           "/no/such/file.txt", folder, binary, wide, loop, "/dev/zero",
           WriteTestFile("a.warc", "x"), WriteTestFile("a.pb", "")}) {
    const ProgramRun run = RunProgram({"compare", "--format=json",
                                       "--max-file-bytes=100000", bad, good});
    EXPECT_EQ(run.exit_code, 3) << bad;
    EXPECT_EQ(Lines(run.err), 1) << run.err;
    EXPECT_THAT(run.err, StartsWith(bad + ": error: "));
    const v1::Report report = ReadReport(run.out);
    EXPECT_FALSE(report.complete());
    ASSERT_EQ(report.skipped_size(), 1) << bad;
    EXPECT_EQ(report.skipped(0).document_id(), bad);
    ASSERT_EQ(report.documents_size(), 1) << bad;
    EXPECT_EQ(report.documents(0).id(), good);
    EXPECT_EQ(report.documents(0).text(), "");
  }
  EXPECT_TRUE(
      ReadReport(RunProgram({"compare", "--format=json", good}).out).complete());
}

TEST(ContractTest, BadLinesAreNumberedAndTheOthersRead) {
  const std::string input =
      "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}\r\n\n{\"id\":\"b\",}\n"
      "{\"id\":\"c\",\"text\":\"y\"}\nnull\n{\"id\":\"d\",\"te";
  const ProgramRun run = RunProgram(
      {"extract", "--input=jsonl", "--format=jsonl", "-"}, Input(input));
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(Lines(run.out), 2);
  EXPECT_EQ(Lines(run.err), 3);
  EXPECT_THAT(run.err, HasSubstr("-:3:11: error: "));
  EXPECT_THAT(run.err, HasSubstr("-:5:1: error: "));
  EXPECT_THAT(run.err, HasSubstr("-:6:14: error: "));
  EXPECT_THAT(run.err, HasSubstr("interrupted"));
}

TEST(ContractTest, ManyBadLinesAreCountedNotListed) {
  std::string input;
  for (int i = 0; i < 1000; ++i) input += "bad\n";
  const ProgramRun run =
      RunProgram({"compare", "--input=jsonl", "--format=json", "-"}, Input(input));
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_LE(Lines(run.err), 10);
  EXPECT_THAT(run.err, HasSubstr("and 995 more"));
}

TEST(ContractTest, CheckAnswersEachRequestWithItsId) {
  std::string input;
  for (int i = 0; i < 100; ++i) {
    input += "{\"id\":\"r" + std::to_string(i) +
             "\",\"draft\":{\"text\":\"It rained.\"},\"sources\":[{\"text\":\"It "
             "snowed.\"},{\"text\":\"x\"}]}\n";
  }
  input += "{\"id\":\"no draft\"}\n";
  std::string first;
  for (const char* jobs : {"--jobs=1", "--jobs=3"}) {
    const ProgramRun run =
        RunProgram({"check", "--input=jsonl", "--format=jsonl",
                    "--fail-on=never", jobs, "-"},
                   Input(input));
    EXPECT_EQ(run.exit_code, 3);
    EXPECT_EQ(Lines(run.out), 100);
    EXPECT_THAT(run.err, HasSubstr("-:101: error: "));
    if (first.empty()) first = run.out;
    EXPECT_EQ(run.out, first);
  }
  const v1::Report report = ReadReport(first.substr(0, first.find('\n')));
  EXPECT_EQ(report.id(), "r0");
  EXPECT_TRUE(report.complete());
  ASSERT_EQ(report.documents_size(), 3);
  EXPECT_EQ(report.documents(0).id(), "draft");
  EXPECT_EQ(report.documents(1).id(), "source");
  EXPECT_EQ(report.documents(2).id(), "source#2");
}

TEST(ContractTest, OutputErrorsAreCode2) {
  const std::string a = WriteTestFile("full.txt", kText);
  ProgramSetting full;
  full.stdout_to = "/dev/full";
  ProgramSetting closed;
  closed.close_descriptor = 1;
  for (const ProgramSetting& setting : {full, closed}) {
    for (const char* command : {"compare", "extract"}) {
      const ProgramRun run = RunProgram({command, a}, setting);
      EXPECT_EQ(run.exit_code, 2) << command;
      EXPECT_THAT(run.err, HasSubstr("cannot write standard output"));
    }
    EXPECT_EQ(RunProgram({"--help"}, setting).exit_code, 2);
  }
}

TEST(ContractTest, ClosedDescriptorsAreNotReused) {
  const std::string a = WriteTestFile("closed.txt", kText);
  ProgramSetting setting;
  setting.close_descriptor = 0;
  EXPECT_EQ(RunProgram({"compare", a}, setting).exit_code, 0);
  const ProgramRun run = RunProgram({"compare", "-"}, setting);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("standard input is closed"));
  setting.close_descriptor = 2;
  EXPECT_EQ(RunProgram({"compare", a}, setting).exit_code, 0);
}

TEST(ContractTest, OutIsReplacedWholeOrNotAtAll) {
  const std::string a = WriteTestFile("in.txt", kText);
  const std::string out = WriteTestFile("result.json", "old");
  EXPECT_EQ(RunProgram({"compare", "--format=json", "--out", out, a}).exit_code,
            0);
  EXPECT_THAT(ReadTestFile(out), EndsWith("}\n"));
  WriteTestFile("result.json", "old");
  EXPECT_EQ(RunProgram({"compare", "--out", out, "--rules=/no/such", a})
                .exit_code,
            2);
  EXPECT_EQ(ReadTestFile(out), "old");
}

TEST(ContractTest, SurroundingsChangeNothing) {
  const std::string a = WriteTestFile("env.txt", kText);
  const std::string b =
      WriteTestFile("env2.txt", "On 4 May 2024 the ferry left Arlen.\n");
  for (const char* format : {"text", "short", "json"}) {
    const std::vector<std::string> arguments = {
        "compare", std::string("--format=") + format, a, b};
    const ProgramRun plain = RunProgram(arguments);
    for (const char* variable :
         {"TZ=Pacific/Kiritimati", "TZ=:/no/such", "LC_ALL=tr_TR.UTF-8",
          "LC_ALL=de_DE.UTF-8", "COLUMNS=40", "HOME=/nonexistent",
          "TERM=dumb"}) {
      ProgramSetting setting;
      setting.environment = {variable};
      const ProgramRun run = RunProgram(arguments, setting);
      EXPECT_EQ(run.out, plain.out) << variable;
      EXPECT_EQ(run.exit_code, plain.exit_code);
    }
  }
}

TEST(ContractTest, ColourOnlyWhenAskedFor) {
  const std::string a = WriteTestFile("colour.txt", kText);
  auto has_escape = [&](std::vector<std::string> arguments,
                        std::vector<std::string> environment) {
    ProgramSetting setting;
    setting.environment = std::move(environment);
    return RunProgram(arguments, setting).out.find('\x1b') !=
           std::string::npos;
  };
  EXPECT_FALSE(has_escape({"extract", a}, {}));
  EXPECT_TRUE(has_escape({"extract", "--color=always", a}, {}));
  EXPECT_TRUE(has_escape({"extract", a}, {"CLICOLOR_FORCE=1"}));
  EXPECT_FALSE(has_escape({"extract", a}, {"CLICOLOR_FORCE=0"}));
  EXPECT_FALSE(has_escape({"extract", a}, {"CLICOLOR_FORCE=1", "NO_COLOR=1"}));
  EXPECT_FALSE(has_escape({"extract", "--color=never", a},
                          {"CLICOLOR_FORCE=1"}));
  EXPECT_TRUE(has_escape({"extract", "--color=always", a}, {"NO_COLOR=1"}));
}

TEST(ContractTest, OddBytesAreToldAndReadAround) {
  const std::string a =
      WriteTestFile("odd.txt", std::string("One.\n\xC3\xA9 caf\xE9 two \xE9.\n"));
  const ProgramRun run = RunProgram({"extract", "--format=jsonl", a});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, StartsWith(a + ":2:6: note: 2 places are not UTF-8"));
  v1::Extraction extraction;
  EXPECT_TRUE(ReadJson(run.out, 64, &extraction).ok()) << run.out;
}

TEST(ContractTest, DatesGivenAreUsed) {
  const std::string a = WriteTestFile("dated.txt", "It rained yesterday.\n");
  const ProgramRun run =
      RunProgram({"compare", "--format=json", "--date=dated.txt=2024-05-15", a});
  const v1::Report report = ReadReport(run.out);
  EXPECT_THAT(report.documents(0).published(), StartsWith("2024-05-15"));
  EXPECT_EQ(report.documents(0).published_source(), v1::GIVEN);
}

TEST(ContractTest, NamesAfterTwoDashesMayBeginWithADash) {
  const std::string a = WriteTestFile("-rf.txt", kText);
  EXPECT_EQ(RunProgram({"compare", "--", a}).exit_code, 0);
}

TEST(ContractTest, EveryFormatOfReportsIsOneOfTheProgram) {
  const std::string a = WriteTestFile("format_a.txt", kText);
  for (const char* format :
       {"html", "sarif", "rdjsonl", "github", "junit", "markdown", "csv",
        "sheet", "annotations", "pb"}) {
    const ProgramRun run =
        RunProgram({"compare", std::string("--format=") + format,
                    "--severity=note", a});
    EXPECT_EQ(run.exit_code, 0) << format << run.err;
    EXPECT_NE(run.out, "") << format;
    EXPECT_EQ(run.err, "") << format;
    for (const char* command : {"extract", "rules"}) {
      const ProgramRun refused = RunProgram(
          {command, std::string("--format=") + format,
           std::string(command) == "rules" ? "list" : a});
      EXPECT_EQ(refused.exit_code, 2) << command << " " << format;
      EXPECT_EQ(Lines(refused.err), 1);
    }
  }
}

TEST(ContractTest, AFormatForOneReportTakesNoStream) {
  const std::string request =
      "{\"id\": \"1\", \"draft\": {\"text\": \"A.\"}, \"sources\": []}\n";
  for (const char* format : {"html", "sarif", "junit", "csv"}) {
    const ProgramRun run = RunProgram({"check", "--input=jsonl",
                                       std::string("--format=") + format, "-"},
                                      Input(request));
    EXPECT_EQ(run.exit_code, 2) << format;
    EXPECT_EQ(run.out, "");
  }
  EXPECT_EQ(RunProgram({"check", "--input=jsonl", "--format=rdjsonl", "-"},
                       Input(request))
                .exit_code,
            0);
}

TEST(ContractTest, ASheetThatCannotBeReadStopsBeforeTheWork) {
  const std::string a = WriteTestFile("sheet_a.txt", kText);
  const std::string bad = WriteTestFile("bad.csv", "fingerprint,tick\n\"1,x\n");
  const std::string good = WriteTestFile("good.csv", "fingerprint,tick\n1,x\n");
  ProgramRun run =
      RunProgram({"compare", "--format=html", "--sheet=" + bad, a});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("bad.csv: line 2:"));
  EXPECT_EQ(RunProgram({"compare", "--format=html", "--sheet=/none.csv", a})
                .exit_code,
            2);
  run = RunProgram({"compare", "--format=json", "--sheet=" + good, a});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("means nothing to --format=json"));
  // A sheet is an input: it must not be written over.
  EXPECT_EQ(RunProgram({"compare", "--format=sheet", "--sheet=" + good,
                        "--out=" + good, a})
                .exit_code,
            2);
  EXPECT_EQ(ReadTestFile(good), "fingerprint,tick\n1,x\n");
}

TEST(ContractTest, WithoutARatingThereIsNoReview) {
  const std::string a = WriteTestFile("review_a.txt", kText);
  const std::string sheet =
      WriteTestFile("unrated.csv", "fingerprint,rating\n1,\n");
  const ProgramRun run = RunProgram(
      {"compare", "--format=claimreview", "--sheet=" + sheet,
       "--review-author=Desk", "--review-url=https://example.org/", a});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("the program rates nothing"));
  EXPECT_EQ(run.out, "");
}

TEST(ContractTest, FilesWithoutACommandAreAskedAbout) {
  const ProgramRun run = RunProgram({WriteTestFile("first.txt", kText)});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(Lines(run.err), 1);
  EXPECT_THAT(run.err, HasSubstr("claimcheck compare"));
}

TEST(ContractTest, SettingsHoldUnlessAFlagSaysOtherwise) {
  const std::string text = WriteTestFile("settings.txt", kText);
  const std::string file =
      WriteTestFile("house.textproto", "format: \"json\"\nwidth: 50\n");
  const ProgramRun json = RunProgram({"compare", "--config=" + file, text});
  EXPECT_EQ(json.exit_code, 0) << json.err;
  ReadReport(json.out);
  EXPECT_THAT(RunProgram({"compare", "--config", file, "--format=text", text}).out,
              HasSubstr("1 document, "));
  ProgramSetting setting;
  setting.environment = {"CLAIMCHECK_CONFIG=" + file, "CLAIMCHECK_FORMAT=csv"};
  EXPECT_THAT(RunProgram({"compare", text}, setting).out,
              StartsWith("fingerprint,"));
  // Rules are listed for people all the same.
  EXPECT_THAT(RunProgram({"rules", "list"}, setting).out,
              HasSubstr("dates.event_date"));

  const std::string broken =
      WriteTestFile("broken.textproto", "width: 3\nfromat: \"json\"\n");
  const ProgramRun refused = RunProgram({"compare", "--config=" + broken, text});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_THAT(refused.err, HasSubstr("broken.textproto:1:1: error: "));
  EXPECT_THAT(refused.err, HasSubstr("broken.textproto:2:"));
  // Help is to be had whatever the settings.
  EXPECT_EQ(RunProgram({"compare", "--config=" + broken, "--help"}).exit_code, 0);
  EXPECT_EQ(RunProgram({"compare", "--config=none", text}).exit_code, 0);
  EXPECT_EQ(RunProgram({"compare", "--config=missing.textproto", text}).exit_code,
            2);

  setting.environment = {"CLAIMCHECK_FAILON=error"};
  const ProgramRun unknown = RunProgram({"compare", text}, setting);
  EXPECT_EQ(unknown.exit_code, 0);
  EXPECT_THAT(unknown.err, HasSubstr("CLAIMCHECK_FAILON is no setting"));
}

TEST(ContractTest, PartialInputMayBeAllowed) {
  const std::string text = WriteTestFile("partial.txt", kText);
  const std::vector<std::string> arguments = {"compare", text, "no-such-file"};
  EXPECT_EQ(RunProgram(arguments).exit_code, 3);
  std::vector<std::string> allowed = arguments;
  allowed.push_back("--allow-partial");
  const ProgramRun run = RunProgram(allowed);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, HasSubstr("no-such-file"));
  EXPECT_THAT(run.out, HasSubstr("incomplete"));
}

TEST(ContractTest, DoctorChecksItself) {
  ProgramSetting setting;
  setting.environment = {"PATH=/nowhere", "CLAIMCHECK_WIDTH=90"};
  const ProgramRun run = RunProgram({"doctor", "--config=none"}, setting);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("self-check  passed"));
  EXPECT_THAT(run.out, HasSubstr("--width=90  (environment)"));
  EXPECT_THAT(run.out, HasSubstr("git         not found"));
  const std::string broken = WriteTestFile("doctor.textproto", "jobs: \"x\"");
  const ProgramRun ill = RunProgram({"doctor", "--config=" + broken});
  EXPECT_EQ(ill.exit_code, 2);
  EXPECT_THAT(ill.err, HasSubstr("doctor.textproto:1:7: error"));
}

TEST(ContractTest, ManualAndCompletionAreWrittenFromTheFlags) {
  EXPECT_THAT(RunProgram({"man"}).out, StartsWith(".TH CLAIMCHECK 1"));
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const ProgramRun run = RunProgram({"completion", shell});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("changed-since"));
  }
  EXPECT_EQ(RunProgram({"completion"}).exit_code, 2);
  EXPECT_EQ(RunProgram({"completion", "csh"}).exit_code, 2);
  EXPECT_EQ(RunProgram({"man", "page"}).exit_code, 2);
}

TEST(ContractTest, ChangedSinceIsForFilesOfARepository) {
  const std::string text = WriteTestFile("outside.txt", kText);
  ProgramSetting setting;
  setting.input = kText;
  setting.environment = {"PATH=/usr/bin:/bin", "GIT_CEILING_DIRECTORIES=/"};
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{
           {"compare", "--changed-since=HEAD", "-"},
           {"compare", "--changed-since=", text},
           {"check", "--input=jsonl", "--changed-since=HEAD", text}}) {
    const ProgramRun run = RunProgram(arguments, setting);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("--changed-since"));
  }
  setting.environment = {"PATH=/nowhere"};
  EXPECT_THAT(RunProgram({"compare", "--changed-since=HEAD", text}, setting).err,
              HasSubstr("needs git"));
}

}  // namespace
}  // namespace claimcheck
