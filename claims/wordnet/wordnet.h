#ifndef CLAIMCHECK_CLAIMS_WORDNET_WORDNET_H_
#define CLAIMCHECK_CLAIMS_WORDNET_WORDNET_H_

#include <cstdint>

#include "absl/types/span.h"

namespace claimcheck {

// What one word says beside another.
enum class WordRelation : uint8_t {
  kNone,
  kSynonym,   // one meaning of both is the same
  kDerived,   // one is formed from the other: death, die
  kNarrower,  // the second is a kind of the first: dog, poodle
  kBroader,   // the first is a kind of the second
  kSister,    // two kinds of one thing: poodle, beagle
  kOpposite,  // antonyms: rise, fall
};

// WordNet 3.0 as far as comparing two words needs it, for single words.  Read
// from Debian's wordnet-base when the program is built (wordnet_compiler) and
// part of it.  Of each word only its most frequent meanings count, since rare
// ones make strangers relatives.  Immutable and thread-safe.
//
//   const WordNet& net = WordNet::Embedded();
//   const uint32_t die = net.Find(StemHash("die"));
//   net.Relate(die, net.Find(StemHash("death")));  // kDerived
class WordNet {
 public:
  // No word of WordNet.
  static constexpr uint32_t kUnknown = 0xFFFFFFFFu;

  static const WordNet& Embedded();

  // A table as CompileWordNet() writes it, which must outlive this; false: it
  // is none.
  bool Open(absl::Span<const uint32_t> table);

  // The word whose forms have this stem (stem.h).
  uint32_t Find(uint32_t stem) const;

  // The closest relation of two words; kSynonym for a word and itself, kNone
  // when either is kUnknown.  An opposite is an opposite even where the two
  // are relatives otherwise.
  WordRelation Relate(uint32_t a, uint32_t b) const;
  // The same where the second word can say what the first does or denies it:
  // kNone for kBroader and kSister too, which take longest to find.
  WordRelation RelateClosely(uint32_t a, uint32_t b) const;

  uint32_t size() const { return static_cast<uint32_t>(stems_.size()); }

 private:
  // A meaning of the first word is a kind of one of the second.
  bool Below(uint32_t low, uint32_t high) const;
  // The lists of `all` that belong to `item`.
  static absl::Span<const uint32_t> ListOf(absl::Span<const uint32_t> starts,
                                           absl::Span<const uint32_t> all,
                                           uint32_t item) {
    return all.subspan(starts[item], starts[item + 1] - starts[item]);
  }

  absl::Span<const uint32_t> buckets_;  // by the upper bits of the stem
  absl::Span<const uint32_t> stems_;    // of each word, ascending
  absl::Span<const uint32_t> sense_starts_, senses_;      // word -> meanings
  absl::Span<const uint32_t> opposite_starts_, opposites_;  // word -> words
  absl::Span<const uint32_t> derived_starts_, derived_;     // word -> words
  absl::Span<const uint32_t> parent_starts_, parents_;  // meaning -> meanings
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_WORDNET_WORDNET_H_
