#include "checker/main/child_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

// Both ends of a pipe, closed at the end.
struct Pipe {
  int read = -1;
  int write = -1;

  ~Pipe() {
    if (read >= 0) close(read);
    CloseWrite();
  }
  bool Open() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    read = ends[0];
    write = ends[1];
    return true;
  }
  void CloseWrite() {
    if (write >= 0) close(write);
    write = -1;
  }
};

// Reads both pipes until both are at their end.
void Drain(Pipe* out, Pipe* err, ChildResult* result) {
  pollfd files[2] = {{out->read, POLLIN, 0}, {err->read, POLLIN, 0}};
  std::string* texts[2] = {&result->out, &result->err};
  char buffer[16 * 1024];
  while (files[0].fd >= 0 || files[1].fd >= 0) {
    if (poll(files, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    for (int i = 0; i < 2; ++i) {
      if (files[i].fd < 0 || files[i].revents == 0) continue;
      const ssize_t got = read(files[i].fd, buffer, sizeof(buffer));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) {
        files[i].fd = -1;  // poll passes it over
      } else {
        texts[i]->append(buffer, static_cast<size_t>(got));
      }
    }
  }
}

}  // namespace

absl::StatusOr<ChildResult> RunChild(const std::vector<std::string>& words,
                                     const std::vector<std::string>& settings) {
  Pipe out, err;
  if (!out.Open() || !err.Open()) {
    return absl::ResourceExhaustedError("no pipe could be opened");
  }
  std::vector<char*> arguments, environment;
  for (const std::string& word : words) {
    arguments.push_back(const_cast<char*>(word.c_str()));
  }
  arguments.push_back(nullptr);
  for (const std::string& setting : settings) {
    environment.push_back(const_cast<char*>(setting.c_str()));
  }
  for (char** variable = environ; *variable != nullptr; ++variable) {
    environment.push_back(*variable);
  }
  environment.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY,
                                   0);
  posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.write, STDERR_FILENO);
  pid_t child = 0;
  const int error = posix_spawnp(&child, arguments[0], &actions, nullptr,
                                 arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error == ENOENT) {
    return absl::NotFoundError(absl::StrCat(words[0], " is not installed"));
  }
  if (error != 0) {
    return absl::UnavailableError(
        absl::StrCat(words[0], " cannot be started: error ", error));
  }
  out.CloseWrite();
  err.CloseWrite();
  ChildResult result;
  Drain(&out, &err, &result);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  return result;
}

}  // namespace claimcheck
