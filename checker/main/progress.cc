#include "checker/main/progress.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace claimcheck {
namespace {

constexpr std::chrono::milliseconds kBetween(100);

}  // namespace

std::string DescribeStage(Stage stage, size_t done, size_t total) {
  switch (stage) {
    case Stage::kReading:
      return done < total ? absl::StrCat("reading: ", done, " of ", total,
                                         total == 1 ? " document" : " documents")
                          : absl::StrCat("comparing ", total,
                                         total == 1 ? " document" : " documents");
    case Stage::kJudging: return "applying the rules";
  }
  return "";
}

Progress::Progress(bool on, Write write, std::chrono::milliseconds wait)
    : write_(std::move(write)) {
  if (on) thread_ = std::thread([this, wait] { Run(wait); });
}

std::function<void(Stage, size_t, size_t)> Progress::Observer() {
  if (!thread_.joinable()) return nullptr;
  return [this](Stage stage, size_t done, size_t total) {
    std::string text = DescribeStage(stage, done, total);
    std::lock_guard<std::mutex> lock(mutex_);
    text_ = std::move(text);
  };
}

void Progress::Stop() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Progress::Run(std::chrono::milliseconds wait) {
  std::string shown;
  std::unique_lock<std::mutex> lock(mutex_);
  while (!wake_.wait_for(lock, shown.empty() ? wait : kBetween,
                         [this] { return stop_; })) {
    if (text_ == shown) continue;
    shown = text_;
    // Back to the first column; what stood there is cleared.
    write_(absl::StrCat("\r\x1b[K", shown));
  }
  if (!shown.empty()) write_("\r\x1b[K");
}

}  // namespace claimcheck
