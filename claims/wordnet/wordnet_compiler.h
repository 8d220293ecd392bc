#ifndef CLAIMCHECK_CLAIMS_WORDNET_WORDNET_COMPILER_H_
#define CLAIMCHECK_CLAIMS_WORDNET_WORDNET_COMPILER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace claimcheck {

// The table of WordNet (wordnet.h) from WordNet's files, by name ("data.noun",
// "index.verb", "adj.exc" ...) with their contents.  The same bytes each time.
// InvalidArgument with file and line where one is not as wndb(5WN) says, or is
// missing.
absl::StatusOr<std::vector<uint32_t>> CompileWordNet(
    const std::map<std::string, std::string>& files);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_WORDNET_WORDNET_COMPILER_H_
