#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_END_WEIGHTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_END_WEIGHTS_H_

#include <cstdint>

#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_features.h"
#include "claims/extract/linear_model.h"

namespace claimcheck {

// Features of an end that know nothing but tags and small numbers.
inline constexpr FeatureName kEndKind("e.kind");
inline constexpr FeatureName kEndUsual("e.usual");
inline constexpr FeatureName kEndLength("e.length");
inline constexpr FeatureName kEndLengthTag("e.lengtht");
inline constexpr FeatureName kEndCommas("e.commas");
inline constexpr FeatureName kEndRest("e.rest");
inline constexpr FeatureName kEndOpens("e.opens");
inline constexpr FeatureName kEndSpeaker("e.speaker");
// Features of the whole that count what is in it.
inline constexpr FeatureName kWholeLength("a.length");
inline constexpr FeatureName kWholeVerbs("a.verbs");
inline constexpr FeatureName kWholeQuotes("a.quotes");

// The most that those three can add to a candidate of that kind.
int64_t MostOfCounts(const LinearModel& model, FeatureValue kind);

// A place where a content may end, by small numbers.
struct SmallEnd {
  int kind = 0;    // KindIndex()
  int tag = 0;     // FeatureValues::TagIndex() of the token at the end
  int opens = 0;   // that of the sentence's first token
  int speaker = -1;  // that of the speaker's first token; -1: there is none
  int usual = 0;   // 1: the rules would end it here
  int verbs = 0;   // in the content: to 2
  int commas = 0;  // to 3
  int length = 0;  // a Bucket()
  int rest = 0;    // a Bucket()
};

inline constexpr int kForms = static_cast<int>(ContentForm::kPhrase) + 1;
inline constexpr int kKinds = (static_cast<int>(Frame::kColon) + 1) * kForms;
inline int KindIndex(Frame frame, ContentForm form) {
  return static_cast<int>(frame) * kForms + static_cast<int>(form);
}
// The text of the feature value of a kind.
struct KindText {
  explicit KindText(int kind)
      : text{static_cast<char>('A' + kind / kForms),
             static_cast<char>('a' + kind % kForms)} {}
  absl::string_view view() const { return {text, 2}; }
  const char text[2];
};

// The weights of these features as tables: a look-up for each in the model is
// most of what an end costs.  Thread-safe.
class EndWeights {
 public:
  explicit EndWeights(const LinearModel& model);

  // What their weights add up to.
  int64_t Sum(const SmallEnd& e) const {
    return int64_t{usual_[e.kind][e.usual][e.tag]} +
           commas_[e.kind][e.commas][e.tag] + length_[e.kind][e.length] +
           length_tag_[e.length][e.tag] + rest_[e.rest][e.tag] +
           opens_[e.opens][e.commas][e.tag] +
           (e.speaker < 0 ? 0 : speaker_[e.speaker][e.verbs][e.tag]);
  }

  int64_t MostOfCounts(int kind) const { return most_of_counts_[kind]; }

 private:
  static constexpr int kTags = FeatureValues::kTagIndices;
  static constexpr int kBuckets = kMostBucket + 1;

  int32_t usual_[kKinds][2][kTags];  // and kEndKind
  int32_t commas_[kKinds][4][kTags];
  int32_t length_[kKinds][kBuckets];
  int32_t length_tag_[kBuckets][kTags];
  int32_t rest_[kBuckets][kTags];
  int32_t opens_[kTags][4][kTags];
  int32_t speaker_[kTags][3][kTags];
  int64_t most_of_counts_[kKinds];
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_END_WEIGHTS_H_
