#include "rules/link/remark_things.h"

#include <algorithm>

#include "claims/lexicon/lexicon.h"
#include "claims/syntax/syntax.h"
#include "claims/wordnet/wordnet.h"
#include "rules/link/draft_words.h"

namespace claimcheck {
namespace {

// With so much in common a remark may name another thing.
constexpr int kThings = 3;
constexpr int kFewerThings = 2;
constexpr int kWordsOfFewer = 8;

bool Related(const DraftWords& words, const DraftWord& x, const DraftWords& others,
             const DraftWord& y) {
  constexpr int kRelative = 50;
  // "In one night", "in a single evening".
  return WordSupport(words, x, others, y) >= kRelative ||
         WordSupport(others, y, words, x) >= kRelative ||
         RelateWords(x, y) == WordRelation::kSister;
}

bool HasThingOfItsOwn(StoryContext* story, uint32_t d, const Remark& remark,
                      uint32_t other, const Remark& against) {
  const DraftWords& words = story->words(d);
  const DraftWords& others = story->words(other);
  for (const uint32_t t : remark.content) {
    const bool told = std::any_of(
        against.content.begin(), against.content.end(), [&](uint32_t u) {
          return Related(words, words.words[t], others, others.words[u]);
        });
    if (told) continue;
    const syntax::ParsedSentence& tags =
        story->Tagged({d, story->document(d).text.sentence_of[t]});
    const int word = tags.WordOf(t);
    if (word == syntax::kNoWord) continue;
    const syntax::Upos upos = tags.words[word].upos;
    if (upos == syntax::Upos::kNoun || upos == syntax::Upos::kPropn) return true;
  }
  return false;
}

// The first place in a row that is named, as a word; 0: none.
uint32_t PlaceInRow(const DocumentAnalysis& doc, const Remark& remark) {
  for (uint32_t t = remark.tokens.begin; t < remark.tokens.end; ++t) {
    if (doc.lex.Has(t, Lex::kOrdinal)) return doc.text.tokens[t].word;
  }
  return 0;
}

}  // namespace

bool SwapThings(StoryContext* story, const StoryPair& pair, const Remark& a,
                const Remark& b) {
  return HasThingOfItsOwn(story, pair.left, a, pair.right, b) &&
         HasThingOfItsOwn(story, pair.right, b, pair.left, a);
}

bool OfOtherPlacesInRow(const StoryContext& story, const StoryPair& pair,
                        const Remark& a, const Remark& b) {
  const uint32_t left = PlaceInRow(story.document(pair.left), a);
  const uint32_t right = PlaceInRow(story.document(pair.right), b);
  return left != 0 && right != 0 && left != right;
}

bool OfOtherThings(StoryContext* story, const StoryPair& pair, const Remark& a,
                   const Remark& b, const WordingLikeness& wording) {
  const bool much =
      wording.things >= kThings ||
      (wording.things >= kFewerThings && wording.words >= kWordsOfFewer);
  return !much && SwapThings(story, pair, a, b);
}

}  // namespace claimcheck
