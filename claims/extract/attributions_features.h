#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_feature_texts.h"
#include "claims/extract/attributions_tables.h"
#include "claims/extract/attributions_work.h"
#include "claims/extract/linear_model.h"

// What the features of a candidate are made of, twice: as numbers, by which
// their weights stand in tables, and as texts, for training.  The questions are
// written once, for either (attributions_decide.cc).
namespace claimcheck {

// A feature: its name, and the weights of its values.
template <typename Table>
struct Feature : FeatureName {
  constexpr Feature(absl::string_view name, const Table& weights)
      : FeatureName(name), table(weights) {}
  const Table& table;
};

// The text of the kind of a candidate.
struct KindText {
  KindText(Frame frame, ContentForm form)
      : text{static_cast<char>('A' + static_cast<int>(frame)),
             static_cast<char>('a' + static_cast<int>(form))} {}
  absl::string_view view() const { return {text, 2}; }
  const char text[2];
};

// A length as one of a few: 0 to 4 as they are, then by doubling.
struct Buckets {
  static constexpr uint32_t kTold = 41;  // lengths from there on are alike
  uint8_t of[kTold] = {};

  constexpr Buckets() {
    for (uint32_t n = 0; n < kTold; ++n) {
      of[n] = static_cast<uint8_t>(n < 5 ? n : 5);
      for (uint32_t top = 8; n >= top; top += top / 2) ++of[n];
    }
  }
};
inline constexpr Buckets kBuckets;
inline constexpr uint32_t kMostBucket = kBuckets.of[Buckets::kTold - 1];
static_assert(kMostBucket == 10);
inline uint32_t Bucket(uint32_t n) {
  return n < Buckets::kTold ? kBuckets.of[n] : kMostBucket;
}

// Texts that code knows.
class FixedText {
 public:
  constexpr explicit FixedText(absl::string_view text)
      : text_(text), word_(WordHash(text.data(), text.size())) {}
  constexpr absl::string_view text() const { return text_; }
  constexpr uint32_t word() const { return word_; }

 private:
  absl::string_view text_;
  uint32_t word_;
};

// What the values of tokens of one sentence are, in either form.
class TokenValues {
 public:
  TokenValues(const AttributionWork& work, TokenRange sentence)
      : w_(work), begin_(sentence.begin), size_(sentence.size()) {}

 protected:
  bool Holds(uint32_t t) const { return t - begin_ < size_; }
  // The coarse part of speech of a token.
  int TagIndex(uint32_t t) const {
    return Holds(t) ? static_cast<int>(w_.s.tags[t]) : kEndTag;
  }
  // A token of the sentence as far as grammar goes: function words are kept as
  // they are, the rest by their tag or ending.
  int FixedKeyOf(uint32_t t) const;

  const AttributionWork& w_;

 private:
  const uint32_t begin_, size_;  // of the sentence
};

// Values as numbers, to be looked up in tables.
class NumberValues : public TokenValues {
 public:
  using TokenValues::TokenValues;

  uint32_t Tag(uint32_t t) const { return static_cast<uint32_t>(TagIndex(t)); }
  // Made once for each token of a document.
  uint32_t Key(uint32_t t) const {
    if (!Holds(t)) return kEndKey;
    const uint32_t made = w_.s.keys[t];
    return made != 0 ? made - 1 : MakeKey(t);
  }
  uint32_t NoKey() const { return kNothingKey; }
  uint32_t Number(uint32_t n) const { return n; }
  uint32_t Kind(absl::string_view text) const {
    return attribution_tables::kind.NumberOf(WordHash(text));
  }
  uint32_t Lex(absl::string_view id) const {
    return attribution_tables::lex.NumberOf(WordHash(id));
  }
  uint32_t VerbForm(absl::string_view text) const {
    return attribution_tables::form.NumberOf(WordHash(text));
  }
  uint32_t EntryTag(absl::string_view text) const {
    return attribution_tables::entrytag.NumberOf(WordHash(text));
  }
  uint32_t Sort(FixedText text) const {
    return attribution_tables::sort.NumberOf(text.word());
  }
  uint32_t SortByWord(uint32_t t) const {
    return attribution_tables::sort.NumberOf(w_.text.tokens[t].word);
  }
  uint32_t SpeakerWord(uint32_t t) const {
    return attribution_tables::speaker.NumberOf(w_.text.tokens[t].word);
  }
  uint32_t Within(FixedText text) const {
    return attribution_tables::within.NumberOf(text.word());
  }

 private:
  uint32_t MakeKey(uint32_t t) const;
};

// The sum of the weights of features whose values are such numbers.
class TableSum {
 public:
  template <typename Table, typename... Values>
  void Add(const Feature<Table>& feature, Values... values) {
    sum_ += At(feature.table, values...);
  }
  int64_t sum() const { return sum_; }

 private:
  static int64_t At(int16_t weight) { return weight; }
  template <typename Table, typename... Rest>
  static int64_t At(const Table& table, uint32_t place, Rest... rest) {
    return At(table[place], rest...);
  }
  int64_t sum_ = 0;
};

// Values by their texts, which are kept to be written down.
class TextValues : public TokenValues {
 public:
  using TokenValues::TokenValues;

  FeatureValue Tag(uint32_t t) const { return Text(kTagTexts[TagIndex(t)]); }
  FeatureValue Key(uint32_t t) const;
  FeatureValue NoKey() const { return Text(FixedKeyText(kNothingKey)); }
  FeatureValue Number(uint32_t n) const;
  FeatureValue Kind(absl::string_view text) const { return Text(text); }
  FeatureValue Lex(absl::string_view id) const { return Text(id); }
  FeatureValue VerbForm(absl::string_view text) const { return Text(text); }
  FeatureValue EntryTag(absl::string_view text) const { return Text(text); }
  FeatureValue Sort(FixedText text) const { return Text(text.text()); }
  FeatureValue SortByWord(uint32_t t) const { return Word(t); }
  FeatureValue SpeakerWord(uint32_t t) const { return Word(t); }
  FeatureValue Within(FixedText text) const { return Text(text.text()); }

 private:
  FeatureValue Text(absl::string_view text) const { return w_.texts.Add(text); }
  FeatureValue Word(uint32_t t) const { return Text(w_.text.Folded(t)); }
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_FEATURES_H_
