#include "checker/input/gunzip.h"

#include <zlib.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr uint64_t kFreeBytes = 1 << 20;  // before the ratio counts
constexpr size_t kBlock = 64 * 1024;
constexpr int kGzipWindow = 15 + 16;  // the largest, with gzip's header

// Unpacks the member at the beginning of `bytes`, and takes it off them.
absl::Status UnpackMember(absl::string_view* bytes, uint64_t most,
                          std::string* out) {
  z_stream stream = {};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) {
    return absl::ResourceExhaustedError("out of memory");
  }
  // The caller's limit keeps the size below 2^32.
  stream.next_in =
      const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes->data()));
  stream.avail_in = static_cast<uInt>(bytes->size());
  absl::Status status;
  for (int result = Z_OK; result != Z_STREAM_END;) {
    char block[kBlock];
    stream.next_out = reinterpret_cast<Bytef*>(block);
    stream.avail_out = sizeof(block);
    result = inflate(&stream, Z_NO_FLUSH);
    const size_t got = sizeof(block) - stream.avail_out;
    if (out->size() + got > most) {
      status = absl::ResourceExhaustedError(absl::StrCat(
          "unpacks to more than ", most, " bytes; unpack it first (gunzip)"));
      break;
    }
    out->append(block, got);
    if (result == Z_OK) continue;
    if (result == Z_BUF_ERROR) {
      status = absl::InvalidArgumentError(
          "the gzip data is cut off; fetch the file again");
      break;
    }
    if (result != Z_STREAM_END) {
      status = absl::InvalidArgumentError(
          "the gzip data is broken; fetch the file again");
      break;
    }
  }
  bytes->remove_prefix(bytes->size() - stream.avail_in);
  inflateEnd(&stream);
  return status;
}

}  // namespace

bool IsGzip(absl::string_view bytes) {
  return absl::StartsWith(bytes, "\x1F\x8B");
}

absl::StatusOr<std::string> Gunzip(absl::string_view bytes,
                                   const ReadLimits& limits) {
  const uint64_t most = std::min<uint64_t>(
      limits.max_bytes,
      std::max<uint64_t>(kFreeBytes, uint64_t{limits.ratio} * bytes.size()));
  std::string out;
  while (!bytes.empty()) {
    if (!IsGzip(bytes)) {
      return absl::InvalidArgumentError(
          "something follows the gzip data; unpack it first (gunzip)");
    }
    absl::Status status = UnpackMember(&bytes, most, &out);
    if (!status.ok()) return status;
  }
  return out;
}

}  // namespace claimcheck
