#ifndef CLAIMCHECK_CLAIMS_LEXICON_COMPILE_WORD_SETS_H_
#define CLAIMCHECK_CLAIMS_LEXICON_COMPILE_WORD_SETS_H_

#include <string>
#include <vector>

#include "claimcheck/v1/lexicon.pb.h"

namespace claimcheck {

// What is wrong with a set by itself, "" when nothing is.
std::string WordSetMistake(const v1::WordSet& set);

// claims/lexicon/word_sets.h and word_sets.cc: a constant for each set
// (word_set.h), in namespace words.  The sets are without mistakes and have
// different ids.
struct WordSetSources {
  std::string header, source;
};
WordSetSources CompileWordSets(const std::vector<v1::WordSet>& sets);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_COMPILE_WORD_SETS_H_
