#include "claims/extract/attributions_end_weights.h"

#include <algorithm>

namespace claimcheck {

int64_t MostOfCounts(const LinearModel& model, FeatureValue kind) {
  const auto most = [&](const FeatureName& name, int last) {
    int64_t found = INT64_MIN;
    for (int n = 0; n <= last; ++n) {
      found = std::max<int64_t>(
          found, model.Weight(name.Key(kFeatureTables.numbers[n], kind)));
    }
    return found;
  };
  return most(kWholeLength, kMostBucket) + most(kWholeVerbs, 2) +
         most(kWholeQuotes, 1);
}

EndWeights::EndWeights(const LinearModel& model) {
  const auto number = [](int n) { return kFeatureTables.numbers[n]; };
  const auto tag_value = [](int tag) { return FeatureValues::TagAt(tag); };
  for (int kind = 0; kind < kKinds; ++kind) {
    most_of_counts_[kind] =
        claimcheck::MostOfCounts(model, WordHash(KindText(kind).view()));
  }
  for (int tag = 0; tag < kTags; ++tag) {
    const FeatureValue t = tag_value(tag);
    for (int kind = 0; kind < kKinds; ++kind) {
      const FeatureValue k = WordHash(KindText(kind).view());
      for (int usual = 0; usual < 2; ++usual) {
        usual_[kind][usual][tag] =
            model.Weight(kEndKind.Key(k, t)) +
            model.Weight(kEndUsual.Key(k, number(usual), t));
      }
      for (int commas = 0; commas < 4; ++commas) {
        commas_[kind][commas][tag] =
            model.Weight(kEndCommas.Key(number(commas), t, k));
      }
      for (int length = 0; length < kBuckets; ++length) {
        length_[kind][length] =
            model.Weight(kEndLength.Key(k, number(length)));
      }
    }
    for (int n = 0; n < kBuckets; ++n) {
      length_tag_[n][tag] = model.Weight(kEndLengthTag.Key(number(n), t));
      rest_[n][tag] = model.Weight(kEndRest.Key(number(n), t));
    }
    for (int other = 0; other < kTags; ++other) {
      const FeatureValue o = tag_value(other);
      for (int commas = 0; commas < 4; ++commas) {
        opens_[other][commas][tag] =
            model.Weight(kEndOpens.Key(o, t, number(commas)));
      }
      for (int verbs = 0; verbs < 3; ++verbs) {
        speaker_[other][verbs][tag] =
            model.Weight(kEndSpeaker.Key(o, t, number(verbs)));
      }
    }
  }
}

}  // namespace claimcheck
