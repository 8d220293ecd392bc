// The left or the right one of what comes in twos: "a broken left collarbone", "the
// right collarbone, broken as well".  A story seldom has two people hurt in the same
// part, so that a text which has only one side speaks of him whom the other has.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Sentences before that may name whose part it is.
constexpr uint32_t kNameReach = 2;

struct Sided {
  bool left = false;
  uint32_t part = 0;  // stem
  uint32_t sentence = 0;
  Span span;  // "left collarbone"
  std::vector<uint32_t> persons;  // ids of those named there or just before, ascending
};

struct SidedParts {
  std::vector<Sided> parts;
};

// Of whom a sentence may speak.
std::vector<uint32_t> PersonsAround(const Corpus& corpus, SentenceRef at) {
  std::vector<uint32_t> persons;
  const DocumentAnalysis& doc = corpus.document(at.document);
  const uint32_t first = at.sentence > kNameReach ? at.sentence - kNameReach : 0;
  for (uint32_t s = first; s <= at.sentence; ++s) {
    for (const NameMention& name : MentionsIn(doc.names, s)) {
      const uint32_t entity = corpus.GlobalEntity(at.document, name.entity);
      if (entity != kNone && doc.entities[name.entity].type == NameType::kPerson) {
        persons.push_back(entity);
      }
    }
  }
  std::sort(persons.begin(), persons.end());
  return persons;
}

bool TellsHarm(const DocumentAnalysis& doc, TokenRange tokens) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (words::kHarmToABody.Contains(doc.text.tokens[t].word)) return true;
  }
  return false;
}

SidedParts ReadSided(const Corpus& corpus, uint32_t d) {
  SidedParts read;
  const DocumentAnalysis& doc = corpus.document(d);
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    if (!UsableSentence(doc, s)) continue;
    const TokenRange tokens = doc.text.sentences[s].tokens;
    for (uint32_t t = tokens.begin; t + 1 < tokens.end; ++t) {
      const bool left = doc.text.Folded(t) == "left";
      if ((!left && doc.text.Folded(t) != "right") ||
          !words::kPartsInTwos.Contains(doc.text.tokens[t + 1].word) ||
          !TellsHarm(doc, tokens)) {
        continue;
      }
      read.parts.push_back({left, StemHash(doc.text.Folded(t + 1)), s,
                            doc.text.SpanOf({t, t + 2}), PersonsAround(corpus, {d, s})});
    }
  }
  return read;
}

}  // namespace

void CompareSides(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<Sided>& {
    return story
        ->Once<SidedParts>(d, [&] { return ReadSided(story->corpus(), d); })
        .parts;
  };
  const std::vector<Sided>& left = read(pair.left);
  const std::vector<Sided>& right = read(pair.right);
  // A text that has both sides tells of two.
  const auto other_side = [](const std::vector<Sided>& parts, const Sided& one) {
    return std::any_of(parts.begin(), parts.end(), [&](const Sided& other) {
      return other.part == one.part && other.left != one.left;
    });
  };
  ToldPlaces told(*out);
  for (const Sided& a : left) {
    for (const Sided& b : right) {
      if (a.part != b.part || a.left == b.left || other_side(left, a) ||
          other_side(right, b) || told.Tells(pair.left, a.span, pair.right, b.span)) {
        continue;
      }
      if (Disjoint(a.persons, b.persons)) continue;
      constexpr int kSure = 80;
      out->push_back(StoryDetail(DetailKind::kWords, Departure::kOpposite,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, kSure));
    }
  }
}

}  // namespace claimcheck
