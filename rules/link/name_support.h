#ifndef CLAIMCHECK_RULES_LINK_NAME_SUPPORT_H_
#define CLAIMCHECK_RULES_LINK_NAME_SUPPORT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "rules/link/draft_sources.h"

namespace claimcheck {

// How the sources hold a name of a draft.
enum class NameHeld : uint8_t {
  kHeld,        // all of it, in these words or in others
  kGivenAdded,  // a known surname has got a first name that no source has
  kRecombined,  // its parts stand in the sources, but never side by side
  kPart,        // a part of it stands in no source
  kNowhere,     // nothing of it does
};

// A name, and the part that decides.
struct NameVerdict {
  NameHeld held = NameHeld::kHeld;
  TokenRange name;
  TokenRange decisive;  // the part that no source has; the name when none
};

// The names of the sources, to ask whether one of a draft stands in any of
// them.  Spelling variants, acronyms, nationalities for countries and countries
// for their cities are held.
class NameSupport {
 public:
  explicit NameSupport(const DraftSources& sources);

  // What is to be said of the names of a sentence of a draft, held ones left
  // out, in order.
  std::vector<NameVerdict> Judge(SentenceRef draft) const;

  // Whether one word of a name stands in the sources, in this form or another.
  bool HoldsWord(const DocumentAnalysis& draft, const DraftWord& word,
                 uint32_t token) const;

 private:
  void AddSource(uint32_t document);
  void AddAcronyms(const DocumentAnalysis& doc);
  NameVerdict JudgeRun(const DocumentAnalysis& draft, const DraftWords& words,
                       TokenRange run) const;
  bool IsAddedGivenName(const DocumentAnalysis& draft, TokenRange run) const;
  bool StandsTogether(const DraftWords& words, TokenRange run) const;
  bool HoldsAlias(const DocumentAnalysis& draft, TokenRange run) const;
  bool HoldsSpelling(absl::string_view word) const;

  const DraftSources& sources_;
  absl::flat_hash_set<uint32_t> words_;  // folded words and stems
  // Surnames before which a source has a first name.
  absl::flat_hash_set<uint32_t> named_in_full_;
  // Capitalised words and what stands up to three words behind them.
  absl::flat_hash_set<uint64_t> together_;
  absl::flat_hash_set<uint32_t> acronyms_;      // of names written in full
  absl::flat_hash_set<std::string> countries_;  // named or meant
  absl::flat_hash_set<std::string> organisations_;
  // Long words by their first letter, for spelling variants.
  absl::flat_hash_map<char, std::vector<absl::string_view>> spellings_;
};

// The runs of capitalised words of a sentence that name something: weekdays,
// months, titles and words that are capital for their place are none.
std::vector<TokenRange> NameRuns(const DocumentAnalysis& doc,
                                 const DraftWords& words, uint32_t sentence);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_NAME_SUPPORT_H_
