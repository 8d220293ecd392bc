#ifndef CLAIMCHECK_CLAIMS_LEXICON_LEXICON_H_
#define CLAIMCHECK_CLAIMS_LEXICON_LEXICON_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/attributes.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/lexicon/tag_key.h"
#include "claims/text/tokens.h"
#include "claims/value/decimal.h"

namespace claimcheck {

// What a phrase is to the extractor: the numbers of
// claimcheck.v1.LexiconEntry.Class, which has the meaning of each.
enum class Lex : uint8_t {
  kNone = 0,
  kCardinal = 1,
  kOrdinal = 2,
  kScale = 3,
  kFraction = 4,
  kMultiple = 5,
  kVagueNumber = 6,
  kHedge = 7,
  kUnit = 8,
  kCurrency = 9,
  kChange = 10,
  kNotAQuantity = 11,
  kMonth = 12,
  kWeekday = 13,
  kTimeUnit = 14,
  kPartOfDay = 15,
  kSeason = 16,
  kHoliday = 17,
  kTimeDeictic = 18,
  kTimeModifier = 19,
  kTimeDirection = 20,
  kTimeZone = 21,
  kTimeRef = 22,
  kTimeSet = 23,
  kSayVerb = 24,
  kSayNoun = 25,
  kSayPreposition = 26,
  kDocumentNoun = 27,
  kAnonymousSource = 28,
  kGivenName = 29,
  kTitle = 30,
  kRoleNoun = 31,
  kCountry = 32,
  kDemonym = 33,
  kCapital = 34,
  kCity = 35,
  kRegion = 36,
  kPlaceNoun = 37,
  kOrgNoun = 38,
  kOrganisation = 39,
  kMetonym = 40,
  kEventVerb = 41,
  kEventNoun = 42,
  kPlanCue = 43,
  kPossibilityCue = 44,
  kNegationCue = 45,
  kConditionCue = 46,
  kSuperlativeCue = 47,
  kIdentityCue = 48,
  kStopWord = 49,
  kPronoun = 50,
  kPreposition = 51,
  kDeterminer = 52,
  kConjunction = 53,
  kAuxiliary = 54,
  kAbbreviation = 55,
  kFurniture = 56,
  kSynonym = 57,
  kNonName = 58,
  kLemma = 59,
  kCountedNoun = 60,
  kMoneyCue = 61,
  kContrast = 62,
  kParaphrase = 63,
};

// One entry, compiled.  Views point into the Lexicon.
struct LexEntry {
  Lex cls = Lex::kNone;
  uint64_t tag_bits = 0;  // TagBit() of all tags
  const uint64_t* tag_keys = nullptr;  // TagKey() of each
  absl::string_view id;
  absl::string_view dimension;
  absl::string_view value_text;
  std::optional<Decimal> value;   // when value_text is a decimal
  std::optional<Decimal> factor;
  absl::Span<const absl::string_view> tags;

  ABSL_ATTRIBUTE_ALWAYS_INLINE bool HasTag(absl::string_view tag) const {
    const uint64_t key = TagKey(tag);
    if (!__builtin_constant_p(key)) return FindTag(key);
    return (tag_bits & TagBit(key)) != 0 &&
           (OwnTagBit(key) >= 0 || FindTag(key));
  }

 private:
  bool FindTag(uint64_t key) const;
};

// A phrase of the lexicon found in a text.
struct LexHit {
  const LexEntry* entry = nullptr;
  uint16_t tokens = 1;  // how many
  Lex cls = Lex::kNone;
};

// All hits of one text, by first token, longest first.  Reusable.
class LexHits {
 public:
  // A bit for each class of which a hit begins at `token`.
  uint64_t Mask(uint32_t token) const { return masks_[token]; }
  // Those of all tokens, for loops over many.
  const uint64_t* masks() const { return masks_.data(); }
  bool Has(uint32_t token, Lex cls) const {
    return (masks_[token] >> static_cast<int>(cls)) & 1;
  }
  // The longest hit of `cls` that begins at `token`, or null.
  const LexHit* Find(uint32_t token, Lex cls) const {
    if (token >= masks_.size() || !Has(token, cls)) return nullptr;
    return FindHit(token, cls);
  }
  // What the word is by itself in the closed lists of grammar: bits of
  // closed_parts.h.
  uint16_t Parts(uint32_t token) const { return places_[token].parts; }
  absl::Span<const LexHit> At(uint32_t token) const {
    const Place place = places_[token];
    return {place.own ? own_.data() + place.first : listed_ + place.first,
            place.size};
  }
  // The hits at `token` where they are those of its word in every text, else null: what
  // is made of them alone is the same wherever this is.
  const LexHit* Listed(uint32_t token) const {
    return places_[token].own ? nullptr : listed_ + places_[token].first;
  }
  uint32_t size() const { return static_cast<uint32_t>(masks_.size()); }

 private:
  friend class Lexicon;
  // Where the hits of a token are: the lexicon has those of most words ready.
  struct Place {
    uint32_t first;
    uint16_t size : 15;
    uint16_t own : 1;  // in `own_`, else in `listed_`
    uint16_t parts;
  };
  const LexHit* FindHit(uint32_t token, Lex cls) const {
    for (const LexHit& hit : At(token)) {
      if (hit.cls == cls) return &hit;
    }
    return nullptr;
  }

  std::vector<uint64_t> masks_;
  std::vector<Place> places_;
  std::vector<LexHit> own_;  // of phrases, and of words whose case matters
  const LexHit* listed_ = nullptr;  // of the lexicon
};

// A mask of one class, to be or-ed: Bit(Lex::kMonth) | Bit(Lex::kWeekday).
constexpr uint64_t Bit(Lex cls) { return uint64_t{1} << static_cast<int>(cls); }

// The word lists, compiled to one phrase trie over word ids.  Immutable and
// thread-safe; share one between all workers.
//
//   std::shared_ptr<const Lexicon> lexicon = EmbeddedLexicon();
//   LexHits hits;
//   lexicon->Annotate(text, &hits);
//   if (const LexHit* m = hits.Find(i, Lex::kMonth)) ...
class Lexicon {
 public:
  // Reads a serialized claimcheck.v1.LexiconBundle, as lexicon_compiler writes
  // it.  InvalidArgument for bytes that are none.
  static absl::StatusOr<std::shared_ptr<const Lexicon>> FromBundle(
      absl::string_view bytes);
  ~Lexicon();

  // Finds all phrases, one trie walk from each token; linear in the tokens.
  void Annotate(const TokenizedText& text, LexHits* hits) const;

  // Entries of a single folded word, for tests and look-ups outside a text.
  std::vector<const LexEntry*> Lookup(absl::string_view phrase) const;

  // The entry of `cls` called `id`, or null.
  const LexEntry* ById(Lex cls, absl::string_view id) const;

  absl::string_view fingerprint() const;

 private:
  Lexicon();
  void Walk(const TokenizedText& text, uint32_t token, uint32_t node,
            LexHits* hits) const;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The lists compiled into the program (//claims/lexicon:embedded).
const std::shared_ptr<const Lexicon>& EmbeddedLexicon();

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_LEXICON_H_
