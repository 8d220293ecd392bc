#include "checker/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace claimcheck {

void ParallelFor(size_t count, int jobs,
                 const std::function<void(size_t index, int worker)>& work) {
  std::atomic<size_t> next{0};
  auto run = [&](int worker) {
    for (;;) {
      const size_t index = next.fetch_add(1, std::memory_order_relaxed);
      if (index >= count) return;
      work(index, worker);
    }
  };
  std::vector<std::thread> threads;
  for (int worker = 1; worker < jobs; ++worker) {
    // std::thread tells of a lack of threads by an exception and no other way.
    try {
      threads.emplace_back(run, worker);
    } catch (const std::system_error&) {
      break;
    }
  }
  run(0);
  for (std::thread& thread : threads) thread.join();
}

int JobsFor(int asked, size_t count) {
  size_t jobs = asked > 0 ? static_cast<size_t>(asked)
                          : std::max(1u, std::thread::hardware_concurrency());
  return static_cast<int>(std::max<size_t>(1, std::min(jobs, count)));
}

}  // namespace claimcheck
