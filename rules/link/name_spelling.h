#ifndef CLAIMCHECK_RULES_LINK_NAME_SPELLING_H_
#define CLAIMCHECK_RULES_LINK_NAME_SPELLING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/corpus.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// How a name is written, and whether two ways to write one may be of one person.

// The name of a claim of kind kName.
const NameMention& NameOfClaim(const Corpus& corpus, ClaimRef ref);

// The words of a name as written, folded, without hyphens and full stops.
std::vector<std::string> WrittenWords(const Corpus& corpus, ClaimRef ref);

// Each as NormalizeName has it (entity_table.h).
std::vector<std::string> NormalizedWords(std::vector<std::string> words);

// Letters to be changed, added, dropped or swapped, up to `limit` + 1.
size_t EditsBetween(absl::string_view a, absl::string_view b, size_t limit);

// Without the "e" of umlauts: "mueller" and "muller" are one way to write it.
// `undouble`: nor the second of two equal letters.
std::string WithoutUmlauts(const std::string& word, bool undouble);

// A slip of the pen, not another word: the same first letter, and one letter
// off, or two in a long word.
bool IsNameSlip(const std::string& a, const std::string& b);

// As IsNameSlip, of one word of two that are off, or of one whose first letter is.
bool MayBeNameSlip(const std::string& a, const std::string& b);

// "II" of "Nicholas II".
bool IsRegnalNumber(absl::string_view word);

// "Karim L.": the rest is left out on purpose.
bool IsInitial(const std::string& word);

// One person with a letter or two astray: corpus-wide ids of two persons whose
// names have the same words but for one, which looks like a slip.  To be asked of
// texts of one story only, where "Elin Wark" and "Elin Warck" are hardly two.
bool SlippedName(const Corpus& corpus, uint32_t a, uint32_t b);

// One person of whom one name has more: "Ana Quiroga", "Ana Quiroga Solis".  Of
// corpus-wide ids; the shorter one has two words at least.
bool FullerName(const Corpus& corpus, uint32_t a, uint32_t b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_NAME_SPELLING_H_
