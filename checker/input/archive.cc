#include "checker/input/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr uint64_t kFreeBytes = 1 << 20;  // before the ratio counts
constexpr size_t kBlock = 64 * 1024;

absl::Status Broken(archive* reader, absl::string_view what) {
  const char* const error = archive_error_string(reader);
  // Some of its messages end in a line end.
  const absl::string_view why =
      absl::StripAsciiWhitespace(error == nullptr ? "" : error);
  return absl::InvalidArgumentError(absl::StrCat(
      what, why.empty() ? "" : ": ", why, "; save the document again"));
}

absl::Status ReadEntries(archive* reader, absl::string_view zip,
                         const std::vector<std::string>& names,
                         const ReadLimits& limits,
                         std::vector<std::string>* out) {
  const uint64_t most = std::min<uint64_t>(
      limits.max_bytes,
      std::max<uint64_t>(kFreeBytes, uint64_t{limits.ratio} * zip.size()));
  archive_read_support_format_zip(reader);
  if (archive_read_open_memory(reader, zip.data(), zip.size()) != ARCHIVE_OK) {
    return Broken(reader, "the zip archive cannot be opened");
  }
  uint64_t bytes = 0;
  size_t found = 0;
  for (uint32_t entries = 0; found < names.size(); ++entries) {
    archive_entry* entry = nullptr;
    const int next = archive_read_next_header(reader, &entry);
    if (next == ARCHIVE_EOF) break;
    if (next != ARCHIVE_OK && next != ARCHIVE_WARN) {
      return Broken(reader, "the zip archive is broken");
    }
    if (entries == limits.archive_entries) {
      return absl::ResourceExhaustedError(
          absl::StrCat("holds more than ", limits.archive_entries, " files"));
    }
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) continue;
    const auto wanted = std::find(names.begin(), names.end(), name);
    if (wanted == names.end()) continue;
    std::string& content = (*out)[wanted - names.begin()];
    // A second file of one name would be read by some programs and not others.
    if (!content.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat("holds ", *wanted, " twice; save the document again"));
    }
    if (archive_entry_is_encrypted(entry)) {
      return absl::InvalidArgumentError(
          "is encrypted; save it without a password");
    }
    for (;;) {
      char block[kBlock];
      const la_ssize_t got = archive_read_data(reader, block, sizeof(block));
      if (got == 0) break;
      if (got < 0) return Broken(reader, absl::StrCat(*wanted, " is broken"));
      bytes += static_cast<uint64_t>(got);
      if (bytes > most) {
        return absl::ResourceExhaustedError(
            absl::StrCat("unpacks to more than ", most, " bytes"));
      }
      content.append(block, static_cast<size_t>(got));
    }
    ++found;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<std::string>> ReadZipEntries(
    absl::string_view zip, const std::vector<std::string>& names,
    const ReadLimits& limits) {
  archive* reader = archive_read_new();
  if (reader == nullptr) return absl::ResourceExhaustedError("out of memory");
  std::vector<std::string> out(names.size());
  absl::Status status = ReadEntries(reader, zip, names, limits, &out);
  archive_read_free(reader);
  if (!status.ok()) return status;
  return out;
}

bool IsZip(absl::string_view bytes) {
  return absl::StartsWith(bytes, "PK\x03\x04");
}

}  // namespace claimcheck
