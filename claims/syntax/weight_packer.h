#ifndef CLAIMCHECK_CLAIMS_SYNTAX_WEIGHT_PACKER_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_WEIGHT_PACKER_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/perceptron.h"
#include "claims/syntax/weight_table.h"

namespace claimcheck {
namespace syntax {

// Writes what weight_table.h reads.  `weights` are sorted by key and output.
// Those nearer to zero than `least`, in 1/256 of an update, are left out.
std::string PackSparse(const std::vector<AveragedWeight>& weights, int least);

// The weights of outputs 1 and 2 less that of output 0.
std::string PackPairs(const std::vector<AveragedWeight>& weights, int least);

std::string PackWords(const std::vector<WordEntry>& words);

// A file of sections.
std::string PackFile(const std::vector<std::string>& sections);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_WEIGHT_PACKER_H_
