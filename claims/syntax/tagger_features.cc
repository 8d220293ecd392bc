#include "claims/syntax/tagger_features.h"

#include "claims/syntax/hashing.h"

namespace claimcheck {
namespace syntax {

void AddWordKeys(const WordFeatures* words, int i, bool first, CaseMode mode,
                 KeyList* out) {
  const WordFeatures& w0 = words[i];
  const WordFeatures& p1 = words[i - 1];
  const WordFeatures& p2 = words[i - 2];
  const WordFeatures& n1 = words[i + 1];
  const WordFeatures& n2 = words[i + 2];
  const uint64_t place = (first ? 1 : 0) + 2 * static_cast<uint64_t>(mode);
  uint64_t name = 0;
  const auto add = [&](uint64_t a, uint64_t b = 0, uint64_t c = 0,
                       uint64_t d = 0) {
    out->Add(FeatureKey(name++, a, b, c, d));
  };
  add(1);
  // Words.
  add(w0.folded);
  add(w0.raw, place);
  add(p1.folded);
  add(p2.folded);
  add(n1.folded);
  add(n2.folded);
  add(p1.folded, w0.folded);
  add(w0.folded, n1.folded);
  add(p1.folded, n1.folded);
  add(p2.folded, p1.folded);
  add(n1.folded, n2.folded);
  // Endings and beginnings.
  for (int s = 0; s < 5; ++s) add(w0.suffix[s], s);
  for (int s = 0; s < 3; ++s) add(w0.prefix[s], s);
  add(w0.suffix[2], w0.shape, place);
  add(p1.suffix[2]);
  add(n1.suffix[2]);
  add(w0.suffix[1], n1.suffix[1]);
  add(w0.suffix[2], p1.folded);
  add(w0.suffix[2], n1.folded);
  add(w0.suffix[2], p1.ambiguity);
  add(w0.suffix[2], n1.ambiguity);
  add(w0.ambiguity, p1.suffix[2]);
  add(w0.ambiguity, n1.suffix[2]);
  add(p2.folded, w0.folded);
  // Shapes and capitals.
  add(w0.shape, place);
  add(w0.shape, n1.shape, place);
  add(p1.shape, w0.shape, place);
  add(w0.capital, p1.capital, n1.capital, place);
  // What the words were in training, and in the word lists.
  add(w0.ambiguity);
  add(w0.ambiguity, w0.capital, place);
  add(w0.ambiguity, n1.ambiguity);
  add(p1.ambiguity, w0.ambiguity);
  add(w0.ambiguity, n1.ambiguity, n2.ambiguity);
  add(p1.ambiguity, w0.ambiguity, n1.ambiguity);
  add(w0.lexicon, w0.capital, place);
  add(w0.lexicon, p1.lexicon, w0.capital, p1.capital);
  add(w0.lexicon, n1.lexicon, w0.capital, n1.capital);
  add(p1.lexicon, n1.lexicon, w0.shape);
  add(w0.ambiguity, w0.lexicon, w0.suffix[1]);
}

void AddHistoryKeys(const WordFeatures* words, int i, const JointTag* tags,
                    KeyList* out) {
  const WordFeatures& w0 = words[i];
  const WordFeatures& n1 = words[i + 1];
  const uint64_t t1 = tags[i - 1];
  const uint64_t t2 = tags[i - 2];
  uint64_t name = 100;
  const auto add = [&](uint64_t a, uint64_t b = 0, uint64_t c = 0,
                       uint64_t d = 0) {
    out->Add(FeatureKey(name++, a, b, c, d));
  };
  add(t1);
  add(t1, t2);
  add(t1, w0.folded);
  add(t1, t2, w0.folded);
  add(t1, w0.suffix[2]);
  add(t1, w0.suffix[1], n1.suffix[1]);
  add(t1, w0.shape);
  add(t1, w0.ambiguity, n1.ambiguity);
  add(t1, t2, w0.ambiguity);
  add(t1, n1.ambiguity);
  add(t1, n1.folded);
  add(t1, words[i - 1].folded, w0.ambiguity);
  add(t1, w0.lexicon, w0.capital);
}

void AddContextKeys(const WordFeatures* words, int i, const JointTag* tags,
                    KeyList* out) {
  const WordFeatures& w0 = words[i];
  const uint64_t t0 = tags[i], l1 = tags[i - 1], l2 = tags[i - 2],
                 r1 = tags[i + 1], r2 = tags[i + 2];
  uint64_t name = 200;
  const auto add = [&](uint64_t a, uint64_t b = 0, uint64_t c = 0,
                       uint64_t d = 0) {
    out->Add(FeatureKey(name++, a, b, c, d));
  };
  add(t0);
  add(t0, w0.folded);
  add(t0, l1, r1);
  add(l1);
  add(l2, l1);
  add(r1);
  add(r1, r2);
  add(l1, r1);
  add(l1, r1, w0.folded);
  add(l1, w0.folded);
  add(r1, w0.folded);
  add(l2, l1, w0.folded);
  add(r1, r2, w0.folded);
  add(l2, l1, r1);
  add(l1, r1, r2);
  add(l2, l1, r1, r2);
  add(l1, r1, w0.suffix[2]);
  add(l1, w0.suffix[2]);
  add(r1, w0.suffix[2]);
  add(l1, r1, w0.ambiguity);
  add(l2, l1, w0.ambiguity);
  add(r1, r2, w0.ambiguity);
  add(l1, w0.shape, r1);
  add(l1, w0.lexicon, w0.capital, r1);
  add(l1, words[i + 1].folded, w0.ambiguity);
  add(r1, words[i - 1].folded, w0.ambiguity);
}

}  // namespace syntax
}  // namespace claimcheck
