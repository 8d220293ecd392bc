#ifndef CLAIMCHECK_CLAIMS_LEXICON_COMPILE_H_
#define CLAIMCHECK_CLAIMS_LEXICON_COMPILE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "claimcheck/v1/lexicon.pb.h"

namespace claimcheck {

// Makes the flat tables of a bundle from entries: inflects what is tagged `verb`
// or `noun`, cuts phrases as texts are cut, and builds the phrase trie.  The same
// entries in the same order give the same bytes.  InvalidArgument names the entry
// that has no class, no phrase, or a phrase with stray blanks.
absl::StatusOr<v1::LexiconBundle> CompileLexicon(
    const std::vector<v1::LexiconEntry>& entries);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_COMPILE_H_
