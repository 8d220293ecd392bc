#ifndef CLAIMCHECK_RULES_LINK_QUOTE_WORDS_H_
#define CLAIMCHECK_RULES_LINK_QUOTE_WORDS_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/word_alignment.h"

namespace claimcheck {

// What is known of a word of a quotation besides its identity.
struct QuoteWordInfo {
  uint32_t token = 0;           // of the document
  bool negation = false;        // not, never, no ...
  bool light = false;           // a, the, that, and: often lost in translation
  bool sentence_start = false;  // first word of a sentence of the quotation
  bool clause_start = false;    // first, or behind a comma, dash, colon ...
};

// The speaker's words in a quotation, in order.  Not among them: punctuation;
// what stands in square brackets, which is the writer's ("[the firm]"; but
// "[W]e" is "we"); the writer's "[sic]".  Contractions are written out
// ("didn't": did, not), small numbers in words are digits, "%" is "percent".
struct QuoteWords {
  std::vector<AlignWord> words;
  std::vector<QuoteWordInfo> info;  // as many
  bool gap_at_end = false;          // ends with an ellipsis
  bool stop_at_end = false;         // the last mark inside is a full stop, ! or ?
};
void ReadQuoteWords(const DocumentAnalysis& doc, const Quote& quote,
                    QuoteWords* out);

// True when two words spelt differently are one word in one form: "defence",
// "defense"; "settlement", "settlements".  Their stems are known to agree.
bool SameButSpelling(absl::string_view a, absl::string_view b);

// True when one word is the other with a prefix that turns it round: "legal",
// "illegal".
bool AreOpposites(absl::string_view a, absl::string_view b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_QUOTE_WORDS_H_
