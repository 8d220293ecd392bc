// Where noun phrases end and which words introduce a sentence.

#include "absl/strings/match.h"
#include "claims/extract/clauses.h"

namespace claimcheck {

bool IsParticiple(const DocumentAnalysis& doc, const SentenceSyntax& syntax,
                  uint32_t token) {
  const WordTag tag = syntax.tag(token);
  if (tag == WordTag::kVerb) return true;
  if (tag != WordTag::kOther || token + 1 >= syntax.end()) return false;
  const WordTag next = syntax.tag(token + 1);
  if (next != WordTag::kPreposition && next != WordTag::kTime &&
      next != WordTag::kAdverb) {
    return false;
  }
  const absl::string_view word = doc.text.Folded(token);
  const LexHit* lemma = doc.lex.Find(token, Lex::kLemma);
  return absl::EndsWith(word, "ed") || word == "born" ||
         (lemma != nullptr && lemma->entry->HasTag("irregular_verb"));
}

uint32_t NounPhraseEnd(const SentenceSyntax& syntax, uint32_t token) {
  for (; token < syntax.end(); ++token) {
    switch (syntax.tag(token)) {
      case WordTag::kOther:
      case WordTag::kName:
      case WordTag::kNumber:
      case WordTag::kTime:
      case WordTag::kDeterminer:
      case WordTag::kPossessive:
      case WordTag::kPronoun:
      case WordTag::kEventNoun:
        continue;
      default:
        return token;
    }
  }
  return token;
}

}  // namespace claimcheck
