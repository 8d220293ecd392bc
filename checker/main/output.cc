#include "checker/main/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr size_t kBuffer = 64 * 1024;

absl::Status WriteError(absl::string_view path, int error) {
  const std::string where =
      path.empty() ? "standard output" : absl::StrCat("--out=", path);
  if (error == EPIPE) return absl::CancelledError("the reader is gone");
  const char* what = error == ENOSPC || error == EDQUOT ? "the disk is full"
                     : error == EFBIG    ? "the file size limit is reached"
                     : error == EBADF    ? "it is closed"
                     : error == EACCES   ? "permission denied"
                     : error == ENOENT   ? "no such folder"
                     : error == EISDIR   ? "it is a folder"
                     : error == EROFS    ? "the disk is read-only"
                                         : nullptr;
  if (what != nullptr) {
    return absl::DataLossError(absl::StrCat("cannot write ", where, ": ", what));
  }
  return absl::DataLossError(
      absl::StrCat("cannot write ", where, ": error ", error));
}

bool SameFile(const struct stat& a, const std::string& path) {
  struct stat b;
  return path != "-" && stat(path.c_str(), &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

}  // namespace

absl::StatusOr<Output> Output::Open(const std::string& path,
                                    const std::vector<std::string>& inputs) {
  Output out;
  out.path_ = path;
  if (path.empty()) {
    out.fd_ = STDOUT_FILENO;
    return out;
  }
  struct stat info;
  if (stat(path.c_str(), &info) == 0) {
    if (S_ISDIR(info.st_mode)) return WriteError(path, EISDIR);
    for (const std::string& input : inputs) {
      if (SameFile(info, input)) {
        return absl::InvalidArgumentError(
            absl::StrCat("--out=", path, " would overwrite an input"));
      }
    }
    if (!S_ISREG(info.st_mode)) {  // a pipe or a device: nothing to replace
      out.fd_ = open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
      if (out.fd_ < 0) return WriteError(path, errno);
      return out;
    }
  }
  out.temporary_ = absl::StrCat(path, ".XXXXXX");
  out.fd_ = mkostemp(&out.temporary_[0], O_CLOEXEC);
  if (out.fd_ < 0) {
    out.temporary_.clear();
    return WriteError(path, errno);
  }
  // mkostemp makes files for the owner only; a new file is as umask has it.
  const mode_t mask = umask(0);
  umask(mask);
  (void)!fchmod(out.fd_, 0666 & ~mask);
  return out;
}

Output::Output(Output&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::exchange(other.path_, std::string())),
      temporary_(std::exchange(other.temporary_, std::string())),
      buffer_(std::move(other.buffer_)) {}

Output::~Output() {
  if (fd_ > STDERR_FILENO) close(fd_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

absl::Status Output::Write(absl::string_view text) {
  buffer_.append(text.data(), text.size());
  return buffer_.size() < kBuffer ? absl::OkStatus() : Flush();
}

absl::Status Output::Flush() {
  size_t done = 0;
  while (done < buffer_.size()) {
    const ssize_t wrote =
        write(fd_, buffer_.data() + done, buffer_.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return WriteError(path_, wrote < 0 ? errno : EIO);
    done += static_cast<size_t>(wrote);
  }
  buffer_.clear();
  return absl::OkStatus();
}

absl::Status Output::Close() {
  const absl::Status flushed = Flush();
  if (!flushed.ok()) return flushed;
  if (!temporary_.empty() && fsync(fd_) != 0) return WriteError(path_, errno);
  // Some file systems tell of a full disk only now.
  if (close(std::exchange(fd_, -1)) != 0) return WriteError(path_, errno);
  if (temporary_.empty()) return absl::OkStatus();
  if (rename(temporary_.c_str(), path_.c_str()) != 0) {
    return WriteError(path_, errno);
  }
  temporary_.clear();
  return absl::OkStatus();
}

bool Output::IsReaderGone(const absl::Status& status) {
  return absl::IsCancelled(status);
}

}  // namespace claimcheck
