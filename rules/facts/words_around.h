#ifndef CLAIMCHECK_RULES_FACTS_WORDS_AROUND_H_
#define CLAIMCHECK_RULES_FACTS_WORDS_AROUND_H_

#include <cstdint>
#include <string>

#include "claims/text/span.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// What a value is about, as its own clause puts it: up to four words before it and
// four after, an ellipsis for the value, "had carried about … of lead".  Empty when
// nothing stands beside it.
std::string WordsAround(const Corpus& corpus, uint32_t document,
                        uint32_t sentence, Span span);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_WORDS_AROUND_H_
