#ifndef CLAIMCHECK_CHECKER_PARALLEL_H_
#define CLAIMCHECK_CHECKER_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace claimcheck {

// Calls work(index, worker) once for each index below `count`, on up to `jobs`
// threads, the caller's among them; `worker` is below `jobs` and tells the
// threads apart, so each can keep memory of its own.  Returns when all is done.
// Which worker gets which index is left open: results go into slots by index,
// and then no output depends on it.
//
// `work` must not throw.  When the system gives no thread, the others do it.
void ParallelFor(size_t count, int jobs,
                 const std::function<void(size_t index, int worker)>& work);

// The number of threads for `asked` (0: as many as there are processors) and
// `count` pieces of work: at least 1.
int JobsFor(int asked, size_t count);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_PARALLEL_H_
