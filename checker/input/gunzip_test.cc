#include "checker/input/gunzip.h"

#include <zlib.h>

#include <string>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string Gzip(const std::string& bytes) {
  z_stream stream = {};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in =
      const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(&out[0]);
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(GunzipTest, UnpacksAllMembers) {
  const std::string packed = Gzip("The fund held ") + Gzip("40 coins.");
  EXPECT_TRUE(IsGzip(packed));
  absl::StatusOr<std::string> bytes = Gunzip(packed, ReadLimits());
  ASSERT_TRUE(bytes.ok()) << bytes.status();
  EXPECT_EQ(*bytes, "The fund held 40 coins.");
  EXPECT_EQ(*Gunzip(Gzip(""), ReadLimits()), "");
}

TEST(GunzipTest, HalfAFileIsNone) {
  const std::string packed = Gzip(std::string(1000, 'a') + "b");
  for (size_t size = 2; size < packed.size(); ++size) {
    EXPECT_FALSE(Gunzip(packed.substr(0, size), ReadLimits()).ok()) << size;
  }
  EXPECT_FALSE(Gunzip(packed + "x", ReadLimits()).ok());
  std::string changed = packed;
  changed[changed.size() - 6] ^= 1;  // of the checksum
  EXPECT_FALSE(Gunzip(changed, ReadLimits()).ok());
}

TEST(GunzipTest, ABombIsRefused) {
  const std::string bomb = Gzip(std::string(64 << 20, '\0'));
  EXPECT_FALSE(Gunzip(bomb, ReadLimits()).ok());
  // A file that packs well, but is small, is none.
  EXPECT_TRUE(Gunzip(Gzip(std::string(1 << 20, ' ')), ReadLimits()).ok());
  ReadLimits small;
  small.max_bytes = 10;
  EXPECT_FALSE(Gunzip(Gzip("more than ten"), small).ok());
}

}  // namespace
}  // namespace claimcheck
