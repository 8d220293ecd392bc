#include "checker/input/name_list.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class NameListTest : public ::testing::Test {
 protected:
  NameListTest() {
    folder_ = ::testing::TempDir() + "/names-" +
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    mkdir(folder_.c_str(), 0755);
  }
  void Touch(const std::string& name) {
    std::FILE* file = std::fopen((folder_ + "/" + name).c_str(), "w");
    ASSERT_NE(file, nullptr);
    std::fclose(file);
  }
  std::vector<std::string> Expand(const std::string& name) {
    std::vector<std::string> files = ExpandNames({name}, &problems_);
    for (std::string& file : files) {
      if (file.rfind(folder_, 0) == 0) file = file.substr(folder_.size());
    }
    return files;
  }

  std::string folder_;
  InputProblems problems_{5};
};

TEST_F(NameListTest, AFolderIsItsFilesInOrder) {
  mkdir((folder_ + "/sub").c_str(), 0755);
  for (const char* name :
       {"b.txt", "a.html", "sub/c.md", ".hidden.txt", "picture.jpg"}) {
    Touch(name);
  }
  ASSERT_EQ(symlink(folder_.c_str(), (folder_ + "/loop.txt").c_str()), 0);
  EXPECT_THAT(Expand(folder_),
              ElementsAre("/a.html", "/b.txt", "/sub/c.md"));
  EXPECT_EQ(problems_.lost(), 0u);
  EXPECT_THAT(problems_.TakeText(true), HasSubstr("2 files in it left out"));
}

TEST_F(NameListTest, AnEmptyFolderIsAProblem) {
  Touch("picture.jpg");
  EXPECT_THAT(Expand(folder_), ElementsAre());
  EXPECT_EQ(problems_.lost(), 1u);
}

TEST_F(NameListTest, APatternIsTheFilesThatMatch) {
  for (const char* name : {"b.txt", "a.txt", "c.md", "d[1].txt"}) Touch(name);
  EXPECT_THAT(Expand(folder_ + "/?.txt"), ElementsAre("/a.txt", "/b.txt"));
  // A file of that very name is meant first.
  EXPECT_THAT(Expand(folder_ + "/d[1].txt"), ElementsAre("/d[1].txt"));
  EXPECT_EQ(problems_.lost(), 0u);
  EXPECT_THAT(Expand(folder_ + "/*.pdf"), ElementsAre());
  EXPECT_EQ(problems_.lost(), 1u);
}

TEST_F(NameListTest, OtherNamesAreLeft) {
  EXPECT_THAT(Expand("-"), ElementsAre("-"));
  EXPECT_THAT(Expand("no-such-file"), ElementsAre("no-such-file"));
}

}  // namespace
}  // namespace claimcheck
