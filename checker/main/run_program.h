#ifndef CLAIMCHECK_CHECKER_MAIN_RUN_PROGRAM_H_
#define CLAIMCHECK_CHECKER_MAIN_RUN_PROGRAM_H_

#include <string>
#include <vector>

namespace claimcheck {

// What a run of the program did.
struct ProgramRun {
  int exit_code = -1;  // -1: ended by a signal
  int signal = 0;
  std::string out;
  std::string err;
};

struct ProgramSetting {
  std::string input;                     // for standard input
  std::vector<std::string> environment;  // "NAME=value"; nothing else is set
  std::string stdout_to;                 // a file instead of a pipe
  int close_descriptor = -1;             // closed before the start
};

// For tests: runs the program that the test has as data.
ProgramRun RunProgram(const std::vector<std::string>& arguments,
                      const ProgramSetting& setting = {});

// A file in the test's own folder.
std::string WriteTestFile(const std::string& name, const std::string& bytes);
std::string ReadTestFile(const std::string& path);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_RUN_PROGRAM_H_
