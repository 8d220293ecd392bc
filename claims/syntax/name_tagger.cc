#include "claims/syntax/name_tagger.h"

#include <algorithm>

#include "claims/syntax/hashing.h"

namespace claimcheck {
namespace syntax {
namespace {

constexpr uint64_t kNameNames = 600;

bool IsConnector(const WordFeatures& word) {
  static const uint32_t kConnectors[] = {FoldedHash("of"), FoldedHash("the"),
                                         FoldedHash("&"), FoldedHash("and"),
                                         FoldedHash("for")};
  return std::find(std::begin(kConnectors), std::end(kConnectors),
                   word.folded) != std::end(kConnectors);
}

}  // namespace

NameLabel BestLabel(const int32_t* scores, NameLabel before) {
  NameLabel best = kNoName;
  int32_t most = scores[kNoName] + scores[PlaceOutput(kNoName)];
  for (int l = 1; l < kNameLabels; ++l) {
    const NameLabel label = static_cast<NameLabel>(l);
    if (!MayFollow(before, label)) continue;
    const int32_t score = scores[label] + scores[PlaceOutput(label)];
    if (score > most) {
      most = score;
      best = label;
    }
  }
  return best;
}

void NameRuns::Read(const TaggedWords& words, const Tagger& tagger) {
  begin.resize(words.size);
  end.resize(words.size);
  const auto is_name = [&](int i) {
    return tagger.upos(words.tags()[i]) == Upos::kPropn;
  };
  int i = 0;
  while (i < words.size) {
    int stop = i + 1;
    if (is_name(i)) {
      while (stop < words.size && is_name(stop)) ++stop;
    }
    for (int k = i; k < stop; ++k) {
      begin[k] = static_cast<int16_t>(i);
      end[k] = static_cast<int16_t>(stop);
    }
    i = stop;
  }
}

void AddNameKeys(const TaggedWords& sentence, const NameRuns& runs, int i,
                 NameLabel before, NameLabel before_that, KeyList* out) {
  const WordFeatures* words = sentence.words();
  const JointTag* tags = sentence.tags();
  const WordFeatures& w0 = words[i];
  const WordFeatures& p1 = words[i - 1];
  const WordFeatures& n1 = words[i + 1];
  const WordFeatures& n2 = words[i + 2];
  const int begin = runs.begin[i], end = runs.end[i];
  const WordFeatures& run_first = words[begin];
  const WordFeatures& run_last = words[end - 1];
  const WordFeatures& ahead = words[begin - 1];
  const WordFeatures& behind = words[end];
  const uint64_t length = std::min(end - begin, 5);
  const uint64_t place = static_cast<uint64_t>(i == begin) * 2 +
                         static_cast<uint64_t>(i == end - 1);
  uint64_t name = kNameNames;
  const auto add = [&](uint64_t a, uint64_t b = 0, uint64_t c = 0,
                       uint64_t d = 0) {
    out->Add(FeatureKey(name++, a, b, c, d));
  };
  add(1);
  add(before);
  add(before, before_that);
  add(tags[i], before);
  add(tags[i], tags[i - 1], before);
  add(tags[i], tags[i + 1], before);
  add(tags[i - 1], tags[i], tags[i + 1], before);
  add(w0.folded);
  add(w0.raw, tags[i]);
  add(w0.folded, before);
  add(p1.folded, tags[i]);
  add(n1.folded, tags[i]);
  add(p1.folded, w0.folded);
  add(w0.folded, n1.folded);
  add(words[i - 2].folded, p1.folded, tags[i]);
  add(n1.folded, n2.folded, tags[i]);
  for (int s = 1; s < 5; ++s) add(w0.suffix[s], s, tags[i]);
  for (int s = 1; s < 3; ++s) add(w0.prefix[s], s, tags[i]);
  add(w0.shape, tags[i], before);
  add(w0.shape, n1.shape, before);
  add(w0.capital, p1.capital, n1.capital, static_cast<uint64_t>(sentence.mode));
  add(w0.lexicon, tags[i]);
  add(w0.lexicon, before, place);
  add(w0.lexicon, n1.lexicon, before);
  add(p1.lexicon, w0.lexicon, before);
  add(n1.lexicon, n2.lexicon, tags[i], before);
  // The run of proper nouns in which the word stands.
  add(run_first.folded, place, before);
  add(run_last.folded, place, before);
  add(run_first.lexicon, run_last.lexicon, length, place);
  add(run_last.suffix[2], place);
  add(ahead.folded, place, length);
  add(behind.folded, place, length);
  add(ahead.folded, behind.folded, place);
  add(ahead.lexicon, run_first.lexicon, place);
  add(tags[begin - 1], tags[end], place, length);
  add(length, place, before);
  // Beyond "of" and "&" a name may go on.
  if (IsConnector(w0)) {
    add(w0.folded, tags[i - 1], tags[i + 1], before);
    add(w0.folded, p1.lexicon, n1.lexicon, before);
    add(w0.folded, p1.folded, before);
  }
}

bool NameTagger::Open(absl::string_view weights) {
  return labels_.Open(SectionOf(weights, 0));
}

void NameTagger::Find(const TaggedWords& words, const Tagger& tagger,
                      NameRuns* runs, int offset,
                      std::vector<NameSpan>* names) const {
  runs->Read(words, tagger);
  NameLabel before = kNoName, before_that = kNoName;
  for (int i = 0; i < words.size; ++i) {
    KeyList keys;
    AddNameKeys(words, *runs, i, before, before_that, &keys);
    int32_t scores[256] = {};
    labels_.AddScores(keys.keys, keys.count, scores);
    const NameLabel best = BestLabel(scores, before);
    if (best != kNoName) {
      if (best % 2 == 1) {
        const NameType type = static_cast<NameType>((best - 1) / 2);
        names->push_back({offset + i, offset + i, type});
      }
      names->back().end = offset + i + 1;
    }
    before_that = before;
    before = best;
  }
}

}  // namespace syntax
}  // namespace claimcheck
