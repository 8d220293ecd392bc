#ifndef CLAIMCHECK_RULES_LINK_SLOT_ALIGNMENT_H_
#define CLAIMCHECK_RULES_LINK_SLOT_ALIGNMENT_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "rules/link/draft_sources.h"

namespace claimcheck {

// A word, or an amount, a time or a score as a whole, of a sentence.
struct SentenceUnit {
  TokenRange tokens;
  // Scores are of matches and votes: "won 3-1".
  enum Kind : uint8_t { kWord, kAmount, kTime, kScore } kind = kWord;
  // Of an amount or a time; of a score its key.
  uint32_t mention = kNone;
};

// The units of a sentence; punctuation is none.
std::vector<SentenceUnit> ReadUnits(const DraftSources& sources,
                                    SentenceRef at);

// Word for word the same.
bool SameWords(const TokenizedText& x, TokenRange a, const TokenizedText& y,
               TokenRange b);

// How far one unit says what another says, in hundredths.
int UnitSupport(const DraftSources& sources, uint32_t draft,
                const SentenceUnit& a, uint32_t source, const SentenceUnit& b,
                Synonyms synonyms = Synonyms::kWordNet);
// What a unit weighs in an alignment, in tenths.
int UnitWeight(const DraftSources& sources, uint32_t document,
               const SentenceUnit& unit);

// Two amounts of one dimension, or two times, that cannot be one.
bool ValuesDiffer(const DocumentAnalysis& draft, const SentenceUnit& a,
                  const DocumentAnalysis& source, const SentenceUnit& b);

// A place where a draft sentence departs from the source sentence that it
// follows: words side by side that have no equal on the other side, between
// words that have.
struct Slot {
  uint32_t draft_begin = 0;  // units
  uint32_t draft_end = 0;
  uint32_t source_begin = 0;
  uint32_t source_end = 0;
  bool anchored = false;  // content words are aligned close to both ends

  uint32_t size() const {
    return draft_end - draft_begin + source_end - source_begin;
  }
};

// A sentence of a draft beside a source sentence.
struct SentenceAlignment {
  SentenceRef draft;
  SentenceRef source;
  std::vector<SentenceUnit> draft_units;
  std::vector<SentenceUnit> source_units;
  // Of each draft unit the source unit beside it, kNone: none.
  std::vector<uint32_t> partner;
  std::vector<Slot> slots;
  int weight = 0;   // of the draft's units
  int covered = 0;  // of that weight, in hundredths
};

// Aligns them in order, such that what is said on both sides weighs most.
// Sentences of more than some hundred words are cut.
SentenceAlignment AlignSentences(const DraftSources& sources, SentenceRef draft,
                                 SentenceRef source);
// The same where the units of both have been read.  `of_clause`: they are those of a
// clause, which may begin with a small word: "has not asked".
SentenceAlignment AlignUnits(const DraftSources& sources, SentenceRef draft,
                             std::vector<SentenceUnit> draft_units,
                             SentenceRef source,
                             std::vector<SentenceUnit> source_units,
                             bool of_clause = false);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SLOT_ALIGNMENT_H_
