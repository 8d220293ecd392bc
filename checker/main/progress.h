#ifndef CLAIMCHECK_CHECKER_MAIN_PROGRESS_H_
#define CLAIMCHECK_CHECKER_MAIN_PROGRESS_H_

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "absl/strings/string_view.h"
#include "checker/checker.h"

namespace claimcheck {

// Tells on one line of a terminal what a long run is at, and takes the line away
// in the end.  A run that is over soon shows nothing.
//
//   Progress progress(options.progress, PrintError);
//   checker_options.progress = progress.Observer();
class Progress {
 public:
  using Write = std::function<void(absl::string_view)>;

  // `on`: false does nothing at all.  `wait`: how long a run stays silent.
  Progress(bool on, Write write,
           std::chrono::milliseconds wait = std::chrono::milliseconds(500));
  ~Progress() { Stop(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // What the checker calls, from any thread; null when this is off.
  std::function<void(Stage, size_t, size_t)> Observer();

  // Takes the line away.  Call before anything else is written.
  void Stop();

 private:
  void Run(std::chrono::milliseconds wait);

  const Write write_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::string text_;   // guarded by mutex_
  bool stop_ = false;  // guarded by mutex_
  std::thread thread_;
};

// "reading: 34 of 200 documents".
std::string DescribeStage(Stage stage, size_t done, size_t total);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_MAIN_PROGRESS_H_
