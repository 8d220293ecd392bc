#ifndef CLAIMCHECK_CLAIMS_BASE_CHECK_H_
#define CLAIMCHECK_CLAIMS_BASE_CHECK_H_

#include <cstdio>
#include <cstdlib>

// Ends the program when `condition` is false: for our own mistakes only, never
// for anything that input can cause (that is an absl::Status).
#define CLAIMCHECK_CHECK(condition)                                         \
  do {                                                                      \
    if (!(condition)) {                                                     \
      std::fprintf(stderr, "claimcheck: internal error: %s:%d: %s\n",       \
                   __FILE__, __LINE__, #condition);                         \
      std::exit(70);                                                        \
    }                                                                       \
  } while (false)

#endif  // CLAIMCHECK_CLAIMS_BASE_CHECK_H_
