#include "checker/input/pdf_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "claims/text/utf8.h"

namespace claimcheck {
namespace {

constexpr rlim_t kMostMemory = rlim_t{2} << 30;
constexpr rlim_t kMostSeconds = 60;  // of processor time

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { Close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  void Close() {
    if (fd_ >= 0) close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

bool WriteAll(int fd, absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
  return lseek(fd, 0, SEEK_SET) == 0;
}

// Starts pdftotext with `in` as its standard input and `out` as its output.
// Returns errno.
int Start(int in, int out, pid_t* pid) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  // The child gets back the signals that this program ignores.
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  char* const arguments[] = {
      const_cast<char*>("pdftotext"), const_cast<char*>("-q"),
      const_cast<char*>("-nopgbrk"),  const_cast<char*>("-enc"),
      const_cast<char*>("UTF-8"),     const_cast<char*>("-eol"),
      const_cast<char*>("unix"),      const_cast<char*>("/dev/stdin"),
      const_cast<char*>("-"),         nullptr};
  const int error = posix_spawnp(pid, "pdftotext", &actions, &attributes,
                                 arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

absl::StatusOr<Reading> ReadPdf(absl::string_view bytes,
                                const ReadLimits& limits) {
  Descriptor file(memfd_create("claimcheck-pdf", MFD_CLOEXEC));
  if (file.get() < 0 || !WriteAll(file.get(), bytes)) {
    return absl::UnavailableError("no memory to hand the PDF to pdftotext in");
  }
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return absl::ResourceExhaustedError(
        "too many open files; raise the limit (ulimit -n)");
  }
  Descriptor from(ends[0]), to(ends[1]);
  pid_t pid = 0;
  const int error = Start(file.get(), to.get(), &pid);
  if (error == ENOENT) {
    return absl::UnimplementedError(
        "is a PDF, which needs the program pdftotext; install poppler-utils "
        "(apt-get install poppler-utils), or export the text");
  }
  if (error != 0) {
    return absl::UnavailableError(
        absl::StrCat("pdftotext cannot be started (errno ", error, ")"));
  }
  const rlimit memory = {kMostMemory, kMostMemory};
  const rlimit seconds = {kMostSeconds, kMostSeconds};
  prlimit(pid, RLIMIT_AS, &memory, nullptr);
  prlimit(pid, RLIMIT_CPU, &seconds, nullptr);
  to.Close();
  Reading reading;
  reading.extracted = true;
  std::string& text = *reading.document.mutable_text();
  bool too_large = false;
  for (;;) {
    char block[64 * 1024];
    const ssize_t got = read(from.get(), block, sizeof(block));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    if (text.size() + static_cast<size_t>(got) > limits.max_bytes) {
      too_large = true;
      kill(pid, SIGKILL);
      break;
    }
    text.append(block, static_cast<size_t>(got));
  }
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (too_large) {
    return absl::ResourceExhaustedError(
        absl::StrCat("holds more than ", limits.max_bytes,
                     " bytes of text; split it or raise --max-file-bytes"));
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return absl::InvalidArgumentError(
        "pdftotext cannot read this PDF (broken, or with a password); export "
        "its text");
  }
  if (!IsValidUtf8(text)) {
    return absl::InvalidArgumentError("pdftotext gave no valid UTF-8");
  }
  if (absl::StripAsciiWhitespace(text).empty()) {
    reading.notices.push_back(
        "has no text in it, only pictures; run it through text recognition "
        "(ocrmypdf) first");
  }
  return reading;
}

}  // namespace claimcheck
