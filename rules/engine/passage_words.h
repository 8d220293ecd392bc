#ifndef CLAIMCHECK_RULES_ENGINE_PASSAGE_WORDS_H_
#define CLAIMCHECK_RULES_ENGINE_PASSAGE_WORDS_H_

#include <initializer_list>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// Reading the words around a claim, for the passage conditions.

// True when `token` is in the document and is one of these folded words.
bool IsWord(const DocumentAnalysis& doc, uint32_t token,
            std::initializer_list<absl::string_view> words);

// True when one of these folded words stands in `range`.
bool HasWord(const DocumentAnalysis& doc, TokenRange range,
             std::initializer_list<absl::string_view> words);

// The tokens of a sentence and of its neighbours: running text only, and no
// further than `before` and `after` sentences.  The first entry is the sentence
// itself, then those before it, nearest first, then those after it.
std::vector<TokenRange> SentencesAround(const DocumentAnalysis& doc,
                                        uint32_t sentence, uint32_t before,
                                        uint32_t after);

// The items of a list, as "A, B and C" or "A; B, of b; and C".
struct WordList {
  std::vector<TokenRange> items;
  uint32_t end = 0;  // the first token behind the list
};

// Reads the list that begins at `token` and runs to the end of its sentence, to
// a dash or to the bracket that closes it.  Nothing (no items) when it need not
// be complete ("including", "among others", no "and" before the last item), or
// cannot be taken apart surely ("and" inside an item, quotations, brackets).
WordList ReadList(const DocumentAnalysis& doc, uint32_t token);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_PASSAGE_WORDS_H_
