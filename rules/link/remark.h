#ifndef CLAIMCHECK_RULES_LINK_REMARK_H_
#define CLAIMCHECK_RULES_LINK_REMARK_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/story_context.h"
#include "rules/link/word_alignment.h"

namespace claimcheck {

// A word as it was said: contractions written out, without what the writer put in.
struct SaidWord {
  AlignWord word;
  uint32_t token = 0;
  bool negation = false;
  bool light = false;  // a, the, that, and
};

// A sentence of a quotation, or several together.
struct Remark {
  // What of a quotation is held against others.
  enum class Extent : uint8_t { kAll, kSentence, kSentences };

  Extent extent = Extent::kSentence;
  uint32_t parts = 0;  // of several sentences: how many remarks before it
  uint32_t sentence = 0;
  uint32_t speaker = kNone;
  Span name;  // of the speaker, where the text has it beside the words
  TokenRange tokens;
  std::vector<uint32_t> content;  // tokens
  std::vector<SaidWord> said;

  bool OfSentences() const { return extent == Extent::kSentences; }
};

// What a text quotes, in order; before several sentences together each of them.
std::vector<Remark> ReadRemarks(const StoryContext& story, uint32_t d);

// Of two people, as far as both are told.
bool AreOtherSpeakers(const StoryContext& story, const Remark& a, const Remark& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_REMARK_H_
