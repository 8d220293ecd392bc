#ifndef CLAIMCHECK_CHECKER_VERSION_H_
#define CLAIMCHECK_CHECKER_VERSION_H_

#include <cstdint>

namespace claimcheck {

inline constexpr char kVersion[] = "0.1.0";

// Of the JSON reports: raised when a field changes its meaning.
inline constexpr uint32_t kSchemaVersion = 1;

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_VERSION_H_
