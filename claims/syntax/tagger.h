#ifndef CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/syntax/tagger_features.h"
#include "claims/syntax/tags.h"
#include "claims/syntax/weight_table.h"
#include "claims/syntax/word_features.h"

namespace claimcheck {
namespace syntax {

// The words of a sentence as the models see them, with their tags.  Reusable.
struct TaggedWords {
  // Two more on either side, for what lies outside.
  std::vector<WordFeatures> padded_words;
  std::vector<JointTag> padded_tags;
  std::vector<JointTag> padded_seconds;  // the next best, where it is close
  CaseMode mode = CaseMode::kNormal;
  int size = 0;

  WordFeatures* words() { return padded_words.data() + 2; }
  const WordFeatures* words() const { return padded_words.data() + 2; }
  JointTag* tags() { return padded_tags.data() + 2; }
  const JointTag* tags() const { return padded_tags.data() + 2; }
  JointTag* seconds() { return padded_seconds.data() + 2; }
  const JointTag* seconds() const { return padded_seconds.data() + 2; }

  // Reads the words; `table` says what is known of them.
  void Read(absl::Span<const absl::string_view> words, const WordTable& table);
};

// Tags words from left to right, then looks at the doubtful ones again with the
// tags on both sides.  Immutable, thread-safe.
class Tagger {
 public:
  // The sections of a tagger's weights.
  enum Section { kWords, kTags, kFirstPass, kSecondPass, kSections };

  // `weights` must outlive the tagger.  False when they cannot be used.
  bool Open(absl::string_view weights);

  const WordTable& words() const { return words_; }
  int tag_count() const { return tag_count_; }
  Upos upos(JointTag tag) const { return static_cast<Upos>(tags_[tag * 2]); }
  Xpos xpos(JointTag tag) const {
    return static_cast<Xpos>(tags_[tag * 2 + 1]);
  }

  // Fills the tags of the words that `sentence` holds.
  void Tag(TaggedWords* sentence) const;
  // The first pass alone, for training.
  void TagOnce(TaggedWords* sentence) const;

 private:
  WordTable words_;
  SparseTable first_;
  SparseTable second_;
  const uint8_t* tags_ = nullptr;
  int tag_count_ = 0;
};

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_TAGGER_H_
