#include "rules/link/slot_fillers.h"

#include <algorithm>

namespace claimcheck {
namespace {

SlotFillers ReadFillers(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  SlotFillers read;
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityValue& value = doc.quantities[q].value;
    if (!value.counted.empty() || !value.unit.empty()) {
      read.amounts.push_back({doc.quantities[q].sentence, q, SlotFillers::KindOf(value)});
    }
  }
  for (uint32_t t = 0; t < doc.times.size(); ++t) {
    if (doc.times[t].value.amount) {
      read.spans.push_back({doc.times[t].sentence, t});
    }
  }
  read.amounts_by_kind = read.amounts;
  std::sort(read.amounts_by_kind.begin(), read.amounts_by_kind.end(),
            [](const SlotFillers::Filler& a, const SlotFillers::Filler& b) {
              return a.kind != b.kind ? a.kind < b.kind : a.index < b.index;
            });
  read.sentences.resize(doc.text.sentences.size() + 1);
  const auto begin = [&](std::vector<SlotFillers::Filler>* fillers,
                         uint32_t SlotFillers::Sentence::*first) {
    std::stable_sort(fillers->begin(), fillers->end(),
                     [](const SlotFillers::Filler& a, const SlotFillers::Filler& b) {
                       return a.sentence < b.sentence;
                     });
    for (const SlotFillers::Filler& filler : *fillers) {
      ++(read.sentences[filler.sentence + 1].*first);
      read.sentences[filler.sentence].kinds |=
          uint64_t{1} << (filler.kind * 0x9E3779B9u >> 26);
    }
    for (size_t s = 1; s < read.sentences.size(); ++s) {
      read.sentences[s].*first += read.sentences[s - 1].*first;
    }
  };
  begin(&read.amounts, &SlotFillers::Sentence::amounts);
  begin(&read.spans, &SlotFillers::Sentence::spans);
  return read;
}

}  // namespace

uint32_t SlotFillers::KindOf(const QuantityValue& value) {
  return WordHash(value.counted) * 31 + WordHash(value.unit);
}

const SlotFillers& SlotFillersOf(StoryContext* story, uint32_t d) {
  return story->Once<SlotFillers>(d, [&] { return ReadFillers(*story, d); });
}

}  // namespace claimcheck
