#include "checker/input/file_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr size_t kBlock = 256 * 1024;

// What errno means, in words that do not depend on the locale, and what to do.
absl::Status SystemError(absl::string_view doing, int error) {
  switch (error) {
    case ENOENT:
      return absl::NotFoundError("no such file; check the name");
    case EACCES:
    case EPERM:
      return absl::PermissionDeniedError(
          "permission denied; make it readable (chmod u+r)");
    case ELOOP:
      return absl::FailedPreconditionError(
          "a loop of symbolic links; name the file itself");
    case ENOTDIR:
      return absl::NotFoundError(
          "a part of the path is no directory; check the name");
    case EISDIR:
      return absl::FailedPreconditionError(
          "is a directory; name the files in it");
    case ENAMETOOLONG:
      return absl::InvalidArgumentError("the name is too long");
    case EMFILE:
    case ENFILE:
      return absl::ResourceExhaustedError(
          "too many open files; raise the limit (ulimit -n)");
    case ENXIO:
      return absl::FailedPreconditionError(
          "is a socket or a device that is not there; name a file");
    default:
      return absl::UnavailableError(
          absl::StrCat("cannot ", doing, " (errno ", error, ", ",
                       strerrorname_np(error) ? strerrorname_np(error) : "?",
                       "); check the disk and try again"));
  }
}

}  // namespace

absl::StatusOr<InputFile> InputFile::Open(const std::string& path) {
  InputFile file;
  if (path == "-") {
    file.fd_ = STDIN_FILENO;
  } else {
    do {
      file.fd_ = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    } while (file.fd_ < 0 && errno == EINTR);
    if (file.fd_ < 0) return SystemError("open", errno);
    file.owned_ = true;
  }
  struct stat info;
  if (fstat(file.fd_, &info) != 0) return SystemError("open", errno);
  if (S_ISDIR(info.st_mode)) return SystemError("read", EISDIR);
  if (S_ISBLK(info.st_mode)) {
    return absl::FailedPreconditionError("is a block device; name a file");
  }
  if (S_ISREG(info.st_mode)) {
    file.size_hint_ = static_cast<uint64_t>(info.st_size);
  }
  return file;
}

absl::StatusOr<InputFile> InputFile::OfBytes(absl::string_view bytes) {
  InputFile file;
  file.fd_ = memfd_create("claimcheck-input", MFD_CLOEXEC);
  if (file.fd_ < 0) return SystemError("unpack", errno);
  file.owned_ = true;
  file.size_hint_ = bytes.size();
  while (!bytes.empty()) {
    const ssize_t wrote = write(file.fd_, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return SystemError("unpack", errno);
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
  if (lseek(file.fd_, 0, SEEK_SET) != 0) return SystemError("unpack", errno);
  return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      owned_(std::exchange(other.owned_, false)),
      size_hint_(other.size_hint_) {}

InputFile::~InputFile() {
  if (owned_ && fd_ >= 0) close(fd_);
}

absl::StatusOr<size_t> InputFile::Read(char* data, size_t size) {
  for (;;) {
    const ssize_t got = read(fd_, data, size);
    if (got >= 0) return static_cast<size_t>(got);
    if (errno == EINTR) continue;
    if (errno == EBADF && !owned_) {
      return absl::FailedPreconditionError("standard input is closed");
    }
    return SystemError("read", errno);
  }
}

absl::StatusOr<std::string> ReadWholeFile(const std::string& path,
                                          uint64_t max_bytes) {
  absl::StatusOr<InputFile> file = InputFile::Open(path);
  if (!file.ok()) return file.status();
  const absl::Status too_large = absl::ResourceExhaustedError(
      absl::StrCat("larger than ", max_bytes,
                   " bytes; split it or raise --max-file-bytes"));
  if (file->size_hint() > max_bytes) return too_large;
  std::string data;
  // One more byte than the file holds, so that its end is seen at once.
  data.resize(std::max<uint64_t>(file->size_hint() + 1, 16 * 1024));
  size_t used = 0;
  for (;;) {
    if (used == data.size()) {
      data.resize(std::min<uint64_t>(data.size() * 2, max_bytes + 1));
    }
    absl::StatusOr<size_t> got = file->Read(&data[used], data.size() - used);
    if (!got.ok()) return got.status();
    if (*got == 0) break;
    used += *got;
    if (used > max_bytes) return too_large;
  }
  data.resize(used);
  return data;
}

LineReader::LineReader(InputFile file, uint64_t max_line_bytes)
    : file_(std::move(file)), max_line_bytes_(max_line_bytes) {}

bool LineReader::Fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    memmove(&buffer_[0], buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < kBlock) {
    buffer_.resize(std::max(buffer_.size() * 2, end_ + kBlock));
  }
  absl::StatusOr<size_t> got =
      file_.Read(&buffer_[end_], buffer_.size() - end_);
  if (!got.ok()) {
    status_ = got.status();
    at_end_ = true;
    return false;
  }
  if (*got == 0) {
    at_end_ = true;
    return false;
  }
  end_ += *got;
  return true;
}

bool LineReader::Next(Line* line) {
  *line = Line();
  size_t searched = 0;  // bytes of the line known to hold no line end
  for (;;) {
    const void* lf = begin_ + searched < end_
                         ? memchr(buffer_.data() + begin_ + searched, '\n',
                                  end_ - begin_ - searched)
                         : nullptr;
    const size_t size =
        lf != nullptr
            ? static_cast<const char*>(lf) - (buffer_.data() + begin_)
            : end_ - begin_;
    if (size > max_line_bytes_ && lf == nullptr) {
      // Drop the rest of it, a block at a time.
      line->too_long = true;
      begin_ = end_;
      searched = 0;
      if (Fill()) continue;
      line->number = ++number_;
      line->ended = false;
      return status_.ok();
    }
    if (lf != nullptr || !Fill()) {
      if (lf == nullptr) {
        if (!status_.ok()) return false;
        if (size == 0 && !line->too_long) return false;
        line->ended = false;
      }
      line->too_long |= size > max_line_bytes_;
      line->text = absl::string_view(buffer_.data() + begin_, size);
      if (!line->text.empty() && line->text.back() == '\r') {
        line->text.remove_suffix(1);
      }
      begin_ += size + (lf != nullptr ? 1 : 0);
      line->number = ++number_;
      return true;
    }
    searched = size;
  }
}

}  // namespace claimcheck
