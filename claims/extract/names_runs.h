#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_RUNS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_RUNS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/names_evidence.h"

namespace claimcheck {

// A mention with what its own words and their neighbours tell of it, before it
// is known who else it is.
struct NameDraft {
  NameMention mention;
  NameType type = NameType::kUnknown;
  const LexEntry* listed = nullptr;  // when the whole name is in the word lists
  absl::string_view role;  // of a person: "president"; of a description's head
  absl::string_view country;  // of a person's office, an organisation, a place
  Entity::Gender gender = Entity::kNoGender;
  bool leader = false;  // an office that may stand for a country
  bool titled = false;  // a title or office stands with it: surely a person
  bool facility = false;
  bool city = false;
  bool plural = false;  // a description of two: "the two leaders"
  uint32_t alias = 0;   // word of a short form in brackets: "(ICC)"
  uint32_t words = 0;   // how many words the name has
  // Pronouns.
  bool possessive_form = false;  // "his"
};

// A mention of `tokens`, nothing else known.
NameDraft MakeDraft(const TokenizedText& text, TokenRange tokens,
                    NameMention::Form form);

// Finds names, pronouns and descriptions ("the ministry", "the two leaders") in
// the order of the text.
void FindNameRuns(const DocumentAnalysis& doc, const NameEvidence& evidence,
                  std::vector<NameDraft>* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_RUNS_H_
