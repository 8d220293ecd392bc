#ifndef CLAIMCHECK_CLAIMS_LEXICON_COMPILE_H_
#define CLAIMCHECK_CLAIMS_LEXICON_COMPILE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "claimcheck/v1/lexicon.pb.h"

namespace claimcheck {

// What is wrong with an entry by itself: it has no class, no phrase, a phrase with
// stray blanks, or one phrase twice.  "" when nothing is.
std::string LexiconEntryMistake(const v1::LexiconEntry& entry);

// Makes the flat tables of a bundle from entries: inflects what is tagged `verb`
// or `noun`, cuts phrases as texts are cut, and builds the phrase trie.  The same
// entries in the same order give the same bytes.  InvalidArgument for the first
// mistake of an entry, and for two tags that have one key (tag_key.h).
absl::StatusOr<v1::LexiconBundle> CompileLexicon(
    const std::vector<v1::LexiconEntry>& entries);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_COMPILE_H_
