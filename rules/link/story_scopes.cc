// Places that became parties: "its customers in Norway", "its customers, Norway".

#include <vector>

#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

constexpr int kLeastCommon = 4;

// A noun, a place, and whether the place says where the noun is.
struct Placed {
  uint32_t noun = 0;    // stem
  uint32_t place = 0;   // stem of its first word
  bool within = false;
  uint32_t sentence = 0;
  Span span;
};

std::vector<Placed> ReadPlaced(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  std::vector<Placed> placed;
  for (uint32_t t = 0; t + 3 < doc.text.tokens.size(); ++t) {
    const DraftWord& noun = words.words[t];
    if (!noun.Is(DraftWord::kContent) || noun.Is(DraftWord::kCapital) ||
        noun.Is(DraftWord::kAmount) || noun.Is(DraftWord::kTime)) {
      continue;
    }
    const bool within = doc.text.Folded(t + 1) == "in";
    if (!within && !doc.text.IsChar(t + 1, ',')) continue;
    const DraftWord& place = words.words[t + 2];
    if (!place.Is(DraftWord::kCapital) ||
        doc.text.sentence_of[t] != doc.text.sentence_of[t + 3]) {
      continue;
    }
    // A list of parties: "its customers, Norway, and Iceland".
    if (!within && !doc.text.IsChar(t + 3, ',') &&
        doc.text.Folded(t + 3) != "and") {
      continue;
    }
    placed.push_back({noun.stem, place.stem, within, doc.text.sentence_of[t],
                      doc.text.SpanOf({t, t + 3})});
  }
  return placed;
}

}  // namespace

void CompareScopes(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<Placed>& {
    return story->Once<std::vector<Placed>>(
        d, [&] { return ReadPlaced(*story, d); });
  };
  for (const Placed& a : read(pair.left)) {
    for (const Placed& b : read(pair.right)) {
      if (a.noun != b.noun || a.place != b.place || a.within == b.within) {
        continue;
      }
      // Told in a like sentence, not a list that happens to name both.
      if (story->Common(a.sentence, b.sentence) < kLeastCommon) continue;
      out->push_back(StoryDetail(DetailKind::kScope, Departure::kContrast,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, 80));
    }
  }
}

}  // namespace claimcheck
