// "The largest dam", of which the sources have that it is the second-largest, or one of
// the largest.

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "rules/link/draft_reader.h"
#include "rules/link/superlative.h"

namespace claimcheck {
namespace {

// "Largest", "worst"; "most" says by the next word what it is of.
bool SaysWhat(absl::string_view word) {
  return absl::EndsWith(word, "est") || word == "worst";
}

}  // namespace

void DraftReader::ReadSuperlatives() {
  const TokenRange tokens = sources_.Tokens(draft_);
  const DraftWords& words = sources_.words(draft_.document);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const auto mine = ReadSuperlative(doc(), words, tokens, t);
    if (!mine || mine->among || mine->noun == 0 ||
        !SaysWhat(doc().text.Folded(mine->cue))) {
      continue;
    }
    t = mine->cue;
    SentenceRef found;
    TokenRange theirs;
    bool other = false, same = false;
    for (const SentenceRef at : sources_.Holding(mine->word)) {
      const DocumentAnalysis& source = sources_.document(at.document);
      const TokenRange there = sources_.Tokens(at);
      for (uint32_t s = there.begin; s < there.end; ++s) {
        const auto told = ReadSuperlative(
            source, sources_.words(at.document), there, s);
        if (!told || told->word != mine->word) continue;
        s = told->cue;
        if (told->noun != mine->noun) continue;
        if (!told->among && told->place == mine->place) same = true;
        // Of several that are told of, which is meant is open.
        other |= !theirs.empty();
        found = at;
        theirs = told->tokens;
      }
    }
    if (same || other || theirs.empty()) continue;
    Detail detail = Start(DetailKind::kWords, mine->tokens);
    detail.departure = Departure::kModifier;
    SetCounterpart(found, theirs, &detail);
    out_.push_back(detail);
  }
}

}  // namespace claimcheck
