#ifndef CLAIMCHECK_CHECKER_INPUT_FILE_READER_H_
#define CLAIMCHECK_CHECKER_INPUT_FILE_READER_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace claimcheck {

// An open file descriptor that closes itself (standard input stays open).
class InputFile {
 public:
  // Opens `path`, "-" being standard input.  The status says what is wrong and
  // what to do about it: missing, unreadable, a directory, a device.
  static absl::StatusOr<InputFile> Open(const std::string& path);

  // A file in memory that holds `bytes`.
  static absl::StatusOr<InputFile> OfBytes(absl::string_view bytes);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  // Reads up to `size` bytes; 0 at the end.
  absl::StatusOr<size_t> Read(char* data, size_t size);

  // The size of a regular file, else 0.
  uint64_t size_hint() const { return size_hint_; }

 private:
  InputFile() = default;
  int fd_ = -1;
  bool owned_ = false;
  uint64_t size_hint_ = 0;
};

// The whole of `path`.  Read into memory and never mapped: a file that is cut
// while it is read gives an error or fewer bytes, not a signal.
absl::StatusOr<std::string> ReadWholeFile(const std::string& path,
                                          uint64_t max_bytes);

// Cuts a file into lines without holding more than one line and one block.
class LineReader {
 public:
  struct Line {
    absl::string_view text;  // without LF or CRLF; valid until the next call
    uint64_t number = 0;     // from 1
    bool too_long = false;   // over the limit: `text` is a part of it
    bool ended = true;       // false: the last line has no line end
  };

  LineReader(InputFile file, uint64_t max_line_bytes);

  // False at the end, or on a read error, which `status` then tells.
  bool Next(Line* line);
  const absl::Status& status() const { return status_; }

 private:
  // Makes room behind the bytes not yet given out and reads.  False at the end.
  bool Fill();

  InputFile file_;
  uint64_t max_line_bytes_;
  std::string buffer_;
  size_t begin_ = 0;  // of the bytes not yet given out
  size_t end_ = 0;
  uint64_t number_ = 0;
  bool at_end_ = false;
  absl::Status status_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_FILE_READER_H_
