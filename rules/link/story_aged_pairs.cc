// Two who are told of in one breath, each by an age: "a woman of 81 and a man of 67".
// Where another text has one of the two with the same age, the other is the same person
// too.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

constexpr int kSure = 90;

struct Aged {
  absl::string_view noun;  // "woman"
  int years = 0;
  Span span;
};

struct AgedPair {
  SentenceRef at;
  Aged first, second;
};

// "A woman of 81", "a man aged 67" at the noun; no years: it is none.
Aged ReadAged(const DocumentAnalysis& doc, uint32_t t, uint32_t end) {
  Aged aged;
  if (t + 2 >= end ||
      !IsOneOf(doc.text.Folded(t), {"man", "woman", "boy", "girl"}) ||
      !IsOneOf(doc.text.Folded(t + 1), {"of", "aged"}) ||
      doc.text.tokens[t + 2].kind != TokenKind::kNumber) {
    return aged;
  }
  const absl::string_view digits = doc.text.Folded(t + 2);
  if (digits.size() > 2 || !std::all_of(digits.begin(), digits.end(), [](char c) {
        return c >= '0' && c <= '9';
      })) {
    return aged;
  }
  for (const char c : digits) aged.years = aged.years * 10 + (c - '0');
  aged.noun = doc.text.Folded(t);
  aged.span = doc.text.SpanOf({t, t + 3});
  return aged;
}

std::vector<AgedPair> ReadAgedPairs(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  std::vector<AgedPair> pairs;
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    if (!UsableSentence(doc, s)) continue;
    const TokenRange sentence = doc.text.sentences[s].tokens;
    for (uint32_t t = sentence.begin; t + 7 < sentence.end; ++t) {
      // "Woman of 81 and a man of 67".
      if (doc.text.Folded(t + 3) != "and") continue;
      const Aged first = ReadAged(doc, t, sentence.end);
      const Aged second = ReadAged(doc, t + 5, sentence.end);
      if (first.years == 0 || second.years == 0 || first.noun == second.noun) {
        continue;
      }
      pairs.push_back({{d, s}, first, second});
    }
  }
  return pairs;
}

}  // namespace

void CompareAgedPairs(StoryContext* story, const StoryPair& pair,
                      std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<AgedPair>& {
    return story->Once<std::vector<AgedPair>>(
        d, [&] { return ReadAgedPairs(*story, d); });
  };
  const auto compare = [&](const AgedPair& a, const AgedPair& b, const Aged& same_a,
                           const Aged& same_b, const Aged& x, const Aged& y) {
    if (same_a.noun != same_b.noun || same_a.years != same_b.years ||
        x.noun != y.noun || x.years == y.years) {
      return;
    }
    out->push_back(StoryDetail(DetailKind::kAge, Departure::kValue, a.at, x.span,
                               b.at, y.span, kSure));
  };
  for (const AgedPair& a : read(pair.left)) {
    for (const AgedPair& b : read(pair.right)) {
      compare(a, b, a.first, b.first, a.second, b.second);
      compare(a, b, a.second, b.second, a.first, b.first);
      compare(a, b, a.first, b.second, a.second, b.first);
      compare(a, b, a.second, b.first, a.first, b.second);
    }
  }
}

}  // namespace claimcheck
