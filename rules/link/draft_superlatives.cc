// "The largest dam", of which the sources have that it is the second-largest, or one of
// the largest.

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "rules/link/draft_reader.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/superlative.h"

namespace claimcheck {
namespace {

// Tokens behind the noun in which it may be said of what: "dam in the country".
constexpr uint32_t kScopeReach = 5;

// "Largest", "worst"; "most" says by the next word what it is of.
bool SaysWhat(absl::string_view word) {
  return absl::EndsWith(word, "est") || word == "worst";
}

// The words behind a preposition that say of what something is the largest, as stems,
// ascending.
std::vector<uint32_t> ScopeOf(const DocumentAnalysis& doc, const DraftWords& words,
                              TokenRange sentence, const Superlative& of) {
  std::vector<uint32_t> scope;
  if (of.behind >= sentence.end || !doc.lex.Has(of.behind, Lex::kPreposition)) {
    return scope;
  }
  const uint32_t end = std::min(sentence.end, of.behind + kScopeReach);
  for (uint32_t t = of.behind;
       t < end && doc.text.tokens[t].kind != TokenKind::kPunctuation; ++t) {
    if (words.words[t].Is(DraftWord::kContent)) scope.push_back(words.words[t].stem);
  }
  std::sort(scope.begin(), scope.end());
  return scope;
}

}  // namespace

bool DraftReader::ShareBefore(uint32_t token, uint32_t document, TokenRange there) const {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(document);
  bool any = false;
  for (uint32_t t = sources_.Tokens(draft_).begin; t < token; ++t) {
    if (!words.words[t].Is(DraftWord::kContent)) continue;
    any = true;
    for (uint32_t s = there.begin; s < there.end; ++s) {
      if (others.words[s].stem == words.words[t].stem) return true;
    }
  }
  return !any;  // "It is the largest"
}

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
    const std::vector<uint32_t> scope = ScopeOf(doc(), words, tokens, *mine);
    const UnitSentence* found = nullptr;
    Superlative theirs;
    bool only = true;
    for (const UnitSentence& sentence : near_) {
      const uint32_t document = sentence.at.document;
      const DocumentAnalysis& source = sources_.document(document);
      const TokenRange there = sources_.Tokens(sentence.at);
      for (uint32_t s = there.begin; s < there.end; ++s) {
        const auto told =
            ReadSuperlative(source, sources_.words(document), there, s);
        if (!told || told->noun != mine->noun) continue;
        s = told->cue;
        // The same in other words: "the biggest dam".
        if (told->word != mine->word) {
          only &= told->among || told->place != mine->place;
          continue;
        }
        // One of several, or the same.
        only &= (told->among || told->place != mine->place) &&
                (found == nullptr ||
                 (told->among == theirs.among && told->place == theirs.place));
        const std::vector<uint32_t> of =
            ScopeOf(source, sources_.words(document), there, *told);
        if (Disjoint(scope, of) ||
            !ShareBefore(mine->tokens.begin, document,
                         {there.begin, told->tokens.begin})) {
          continue;
        }
        found = &sentence;
        theirs = *told;
      }
    }
    if (found == nullptr || !only || HasOtherTime(*found)) continue;
    Detail detail = Start(DetailKind::kWords, mine->tokens);
    detail.departure = Departure::kModifier;
    SetCounterpart(found->at, theirs.tokens, &detail);
    out_.push_back(detail);
  }
}

}  // namespace claimcheck
