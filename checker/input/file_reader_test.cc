#include "checker/input/file_reader.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string Write(const std::string& bytes) {
  const std::string path = std::string(getenv("TEST_TMPDIR")) + "/lines";
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

struct Got {
  std::vector<std::string> lines;
  std::vector<uint64_t> too_long;  // their numbers
  bool last_ended = true;
};

Got ReadLines(const std::string& bytes, uint64_t limit = 1 << 20) {
  LineReader reader(*InputFile::Open(Write(bytes)), limit);
  LineReader::Line line;
  Got got;
  while (reader.Next(&line)) {
    if (line.too_long) {
      got.too_long.push_back(line.number);
    } else {
      got.lines.emplace_back(line.text);
    }
    got.last_ended = line.ended;
  }
  EXPECT_TRUE(reader.status().ok());
  return got;
}

using Strings = std::vector<std::string>;

TEST(LineReaderTest, CutsLines) {
  EXPECT_EQ(ReadLines("").lines, Strings{});
  EXPECT_EQ(ReadLines("a\n").lines, Strings({"a"}));
  EXPECT_EQ(ReadLines("a\nb").lines, Strings({"a", "b"}));
  EXPECT_EQ(ReadLines("a\r\n\r\n\nb\r\n").lines, Strings({"a", "", "", "b"}));
  EXPECT_EQ(ReadLines(std::string("a\0b\n", 4)).lines,
            Strings({std::string("a\0b", 3)}));
  EXPECT_TRUE(ReadLines("a\n").last_ended);
  EXPECT_FALSE(ReadLines("a\nb").last_ended);
}

TEST(LineReaderTest, LinesAcrossBlocksAreWhole) {
  // Around the size of a block and many blocks long.
  Strings want;
  std::string bytes;
  uint64_t state = 1;
  for (size_t size : {262143u, 262144u, 262145u, 1u, 0u, 700000u, 3u, 524288u}) {
    std::string line(size, 'x');
    for (char& c : line) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      c = static_cast<char>('a' + (state >> 60));
    }
    bytes += line + "\n";
    want.push_back(line);
  }
  EXPECT_EQ(ReadLines(bytes).lines, want);
}

TEST(LineReaderTest, LongLinesAreDroppedAndTheNextIsRight) {
  const std::string big(1000000, 'x');
  const Got got = ReadLines("a\n" + big + "\nb\n" + big + "\n" + big, 1000);
  EXPECT_EQ(got.lines, Strings({"a", "b"}));
  EXPECT_EQ(got.too_long, std::vector<uint64_t>({2, 4, 5}));
  const std::string fits(1000, 'x'), over(1001, 'x');
  const Got edge = ReadLines(fits + "\n" + over + "\n" + fits, 1000);
  EXPECT_EQ(edge.lines, Strings({fits, fits}));
  EXPECT_EQ(edge.too_long, std::vector<uint64_t>({2}));
}

TEST(ReadWholeFileTest, LimitIsExact) {
  const std::string path = Write(std::string(1000, 'x'));
  EXPECT_EQ(ReadWholeFile(path, 1000)->size(), 1000u);
  EXPECT_FALSE(ReadWholeFile(path, 999).ok());
  EXPECT_EQ(*ReadWholeFile(Write(""), 1), "");
  // Without a size to go by.
  EXPECT_FALSE(ReadWholeFile("/dev/zero", 100000).ok());
  EXPECT_EQ(*ReadWholeFile("/dev/null", 10), "");
}

TEST(ReadWholeFileTest, ReadErrorsAreNoEmptyFile) {
  EXPECT_FALSE(ReadWholeFile("/proc/self/mem", 1000).ok());
  EXPECT_FALSE(ReadWholeFile("/", 1000).ok());
  EXPECT_FALSE(ReadWholeFile("/no/such", 1000).ok());
}

}  // namespace
}  // namespace claimcheck
