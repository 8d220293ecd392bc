#ifndef CLAIMCHECK_RULES_FACTS_DETAIL_QUESTION_H_
#define CLAIMCHECK_RULES_FACTS_DETAIL_QUESTION_H_

#include <string>

#include "rules/engine/hit_writer.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"

namespace claimcheck {

// Of the words `shown` of two sides those that decide, without what both begin and
// end with: of "The bridge passed its test" and "The bridge failed its test" the
// verbs; of persons their ages.
ShownSpans DecisiveWords(const Corpus& corpus, const Detail& detail,
                         const ShownSpans& shown);

// The question that a detail raises which two texts of a story tell differently,
// after the words around it in the first: "carried about … of explosives: 300
// pounds or 300 kilograms?", "“We are looking at ...”: said by Roe or Lind?".
// `shown` are the decisive words of the two sides.
std::string DetailQuestion(const Corpus& corpus, const Detail& detail,
                           const ShownSpans& shown);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_DETAIL_QUESTION_H_
