#ifndef CLAIMCHECK_RULES_FACTS_CLAIM_TEXT_H_
#define CLAIMCHECK_RULES_FACTS_CLAIM_TEXT_H_

#include <string>

#include "rules/link/corpus.h"

namespace claimcheck {

// The value of a claim for people: "19 June 2024", "Bergen", "more than 24
// delegations", the quoted words.
std::string ClaimValue(const Corpus& corpus, ClaimRef ref);

// What the claim is about, without its value: "Hollis arrives in Norway",
// "delegations", "Hollis: “We will develop ...”".
std::string ClaimSubject(const Corpus& corpus, ClaimRef ref);

// The claim as words that stay the same when text around it changes: kind, event,
// participants and normalised value.  For fingerprints.
std::string ClaimKey(const Corpus& corpus, ClaimRef ref);

// The letters and digits of `text`, small: what two wordings are told apart by.
std::string Letters(absl::string_view text);

// `text` cut to at most `limit` bytes at a word, with an ellipsis; line breaks
// become blanks.
std::string Shorten(absl::string_view text, size_t limit);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_FACTS_CLAIM_TEXT_H_
