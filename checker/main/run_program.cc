#include "checker/main/run_program.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace claimcheck {
namespace {

constexpr char kProgram[] = "checker/main/claimcheck";

std::string TestFolder() {
  const char* folder = getenv("TEST_TMPDIR");
  return folder != nullptr ? folder : "/tmp";
}

}  // namespace

std::string WriteTestFile(const std::string& name, const std::string& bytes) {
  const std::string path = TestFolder() + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string ReadTestFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

ProgramRun RunProgram(const std::vector<std::string>& arguments,
                      const ProgramSetting& setting) {
  // Files, not pipes: nothing has to be read while the program runs.
  const std::string base = TestFolder() + "/run" + std::to_string(getpid());
  const std::string in = base + ".in", err = base + ".err";
  const std::string out =
      setting.stdout_to.empty() ? base + ".out" : setting.stdout_to;
  std::ofstream(in, std::ios::binary) << setting.input;
  std::vector<char*> argv = {const_cast<char*>(kProgram)};
  for (const std::string& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  std::vector<char*> environment;
  for (const std::string& variable : setting.environment) {
    environment.push_back(const_cast<char*>(variable.c_str()));
  }
  environment.push_back(nullptr);
  const int create = O_WRONLY | O_CREAT | O_TRUNC;
  const pid_t child = fork();
  if (child == 0) {
    dup2(open(in.c_str(), O_RDONLY), 0);
    dup2(open(out.c_str(), setting.stdout_to.empty() ? create : O_WRONLY, 0600),
         1);
    dup2(open(err.c_str(), create, 0600), 2);
    for (int fd = 3; fd < 20; ++fd) close(fd);
    if (setting.close_descriptor >= 0) close(setting.close_descriptor);
    execve(kProgram, argv.data(), environment.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ProgramRun run;
  if (WIFEXITED(status)) run.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
  if (setting.stdout_to.empty()) run.out = ReadTestFile(out);
  run.err = ReadTestFile(err);
  return run;
}

}  // namespace claimcheck
