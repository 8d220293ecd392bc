#include "checker/main/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <exception>

#include "claims/base/text_proto.h"

// Sanitizers report what these signals stand for by themselves.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CLAIMCHECK_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CLAIMCHECK_SANITIZED 1
#endif

namespace claimcheck {
namespace {

// Only what is allowed in a signal handler.
void ReportBugAndExit(const char* what) {
  constexpr char kStart[] = "claimcheck: internal error: ";
  constexpr char kEnd[] =
      "; please report it with the command and its input\n";
  (void)!write(STDERR_FILENO, kStart, sizeof(kStart) - 1);
  (void)!write(STDERR_FILENO, what, strlen(what));
  (void)!write(STDERR_FILENO, kEnd, sizeof(kEnd) - 1);
  _exit(kExitInternal);
}

#ifndef CLAIMCHECK_SANITIZED
void OnSignal(int number) {
  ReportBugAndExit(number == SIGSEGV || number == SIGBUS ? "a bad access"
                   : number == SIGABRT                   ? "aborted"
                                                         : "a bad operation");
}

void CatchSignals() {
  // The handler needs a stack of its own when the stack is what ran out.
  static char stack[64 * 1024];
  stack_t alternative = {};
  alternative.ss_sp = stack;
  alternative.ss_size = sizeof(stack);
  sigaltstack(&alternative, nullptr);
  struct sigaction action = {};
  action.sa_handler = OnSignal;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  for (int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    sigaction(number, &action, nullptr);
  }
}
#endif

}  // namespace

void PrepareProcess() {
  // A closed descriptor is filled with one that fails in the same way: reading
  // standard input or writing standard output then gives EBADF.
  for (int fd = 0; fd <= 2; ++fd) {
    if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    const int flags = fd == STDOUT_FILENO ? O_RDONLY : O_WRONLY;
    if (open("/dev/null", flags) != fd) _exit(kExitUnusable);
  }
  signal(SIGXFSZ, SIG_IGN);
  std::set_terminate([] { ReportBugAndExit("an exception"); });
#ifndef CLAIMCHECK_SANITIZED
  CatchSignals();
#endif
  SilenceProtobufLogging();
}

Surroundings LookAround() {
  Surroundings around;
  around.stdout_is_terminal = isatty(STDOUT_FILENO) == 1;
  if (around.stdout_is_terminal) {
    winsize size = {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
      around.terminal_width = size.ws_col;
    }
  }
  const char* no_color = getenv("NO_COLOR");
  around.no_color = no_color != nullptr && no_color[0] != '\0';
  const char* term = getenv("TERM");
  around.dumb_terminal = term != nullptr && strcmp(term, "dumb") == 0;
  const char* force = getenv("CLICOLOR_FORCE");
  around.force_color =
      force != nullptr && force[0] != '\0' && strcmp(force, "0") != 0;
  around.stderr_is_terminal = isatty(STDERR_FILENO) == 1;
  const char* ci = getenv("CI");
  around.ci = ci != nullptr && ci[0] != '\0' && strcmp(ci, "false") != 0;
  if (char* folder = getcwd(nullptr, 0); folder != nullptr) {
    around.working_folder = folder;
    free(folder);
  }
  constexpr absl::string_view kPrefix = "CLAIMCHECK_";
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const absl::string_view text = *variable;
    if (text.substr(0, kPrefix.size()) != kPrefix) continue;
    const size_t equals = text.find('=');
    if (equals == absl::string_view::npos) continue;
    around.variables.emplace_back(text.substr(0, equals),
                                  text.substr(equals + 1));
  }
  // The order of the environment is nobody's choice.
  std::sort(around.variables.begin(), around.variables.end());
  return around;
}

void PrintError(absl::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = write(STDERR_FILENO, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return;
    text.remove_prefix(static_cast<size_t>(wrote));
  }
}

}  // namespace claimcheck
