#include "checker/main/progress.h"

#include <mutex>
#include <string>
#include <thread>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// Collects what is written, from whatever thread.
class Terminal {
 public:
  Progress::Write Writer() {
    return [this](absl::string_view text) {
      std::lock_guard<std::mutex> lock(mutex_);
      text_.append(text.data(), text.size());
    };
  }
  std::string text() {
    std::lock_guard<std::mutex> lock(mutex_);
    return text_;
  }

 private:
  std::mutex mutex_;
  std::string text_;
};

TEST(Progress, SaysWhereItIsAndCleansUp) {
  Terminal terminal;
  {
    Progress progress(true, terminal.Writer(), std::chrono::milliseconds(1));
    progress.Observer()(Stage::kReading, 3, 20);
    while (terminal.text().empty()) std::this_thread::yield();
  }
  EXPECT_THAT(terminal.text(), StartsWith("\r\x1b[Kreading: 3 of 20 documents"));
  EXPECT_THAT(terminal.text(), EndsWith("\r\x1b[K"));
}

TEST(Progress, AShortRunShowsNothing) {
  Terminal terminal;
  {
    Progress progress(true, terminal.Writer(), std::chrono::hours(1));
    progress.Observer()(Stage::kReading, 1, 2);
  }
  EXPECT_EQ(terminal.text(), "");
}

TEST(Progress, OffIsOff) {
  Terminal terminal;
  Progress progress(false, terminal.Writer(), std::chrono::milliseconds(0));
  EXPECT_EQ(progress.Observer(), nullptr);
  progress.Stop();
  EXPECT_EQ(terminal.text(), "");
}

TEST(Progress, NamesTheStages) {
  EXPECT_EQ(DescribeStage(Stage::kReading, 0, 1), "reading: 0 of 1 document");
  EXPECT_THAT(DescribeStage(Stage::kReading, 5, 5), HasSubstr("comparing 5"));
  EXPECT_EQ(DescribeStage(Stage::kJudging, 0, 0), "applying the rules");
}

}  // namespace
}  // namespace claimcheck
