#include "checker/report/sha256.h"

#include <string>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// The examples of FIPS 180-4, and lengths around the end of a block.
TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(Sha256Hex(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(
      Sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Sha256Hex(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, EveryLengthHasItsOwn) {
  std::string last;
  for (size_t size = 54; size < 130; ++size) {
    const std::string hash = Sha256Hex(std::string(size, 'x'));
    EXPECT_EQ(hash.size(), 64u);
    EXPECT_NE(hash, last);
    last = hash;
  }
}

TEST(Sha256, WritesTheSourceOfAPolicy) {
  EXPECT_EQ(Sha256Source(""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

}  // namespace
}  // namespace claimcheck
