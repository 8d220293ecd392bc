#ifndef CLAIMCHECK_RULES_LINK_DRAFT_WORDS_H_
#define CLAIMCHECK_RULES_LINK_DRAFT_WORDS_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/wordnet/wordnet.h"

namespace claimcheck {

// What a word shares with other words besides its stem: a group of synonyms or
// paraphrases, or a member of a set of words that exclude each other.
struct WordClass {
  uint32_t set = 0;     // hash of a CONTRAST set; 0: a mere group
  uint32_t member = 0;  // equal: says the same
  const LexEntry* entry = nullptr;
  bool either = false;  // of the set one thing has one member only
};

// A token as comparing a draft with its sources sees it.
struct DraftWord {
  enum Flag : uint8_t {
    kContent = 1,      // carries meaning by itself
    kNegation = 2,     // not, never, no, without
    kCapital = 4,      // and not for its place at the start of a sentence
    kAmount = 8,       // part of a quantity
    kTime = 16,        // part of a time expression
    kPhraseRest = 32,  // later word of a listed phrase: "out" of "carry out"
    kNation = 64,      // a country, or what is of it
  };
  uint32_t word = 0;     // of the folded form
  uint32_t stem = 0;     // of the dictionary form
  uint32_t family = 0;   // what words of one root share; 0: too short to tell
  uint32_t classes = 0;  // index into DraftWords::classes
  uint16_t class_count = 0;
  uint16_t idf = 0;          // tenths; 0 unless kContent
  uint32_t mention = kNone;  // index into quantities or times
  uint32_t net = WordNet::kUnknown;  // in WordNet; names are not looked up
  uint8_t flags = 0;

  bool Is(Flag flag) const { return (flags & flag) != 0; }
};

// The tokens of a document, read once.
struct DraftWords {
  std::vector<DraftWord> words;  // one a token
  std::vector<WordClass> classes;

  absl::Span<const WordClass> Classes(const DraftWord& word) const {
    return absl::MakeConstSpan(classes).subspan(word.classes, word.class_count);
  }
};

// What is known of words wherever they stand, kept from text to text.
struct KnownWords {
  struct Stem {
    uint16_t idf = 0;
    uint32_t net = WordNet::kUnknown;
  };
  struct Form {
    uint64_t letters = 0;  // tells words of one hash apart
    uint32_t stem = 0;
    uint32_t family = 0;
    Stem of_stem;
    // Where the word stands for itself, by what the lexicon lists for it: null when it is
    // not known, or when the words around it matter.
    const LexHit* listed = nullptr;
    uint32_t listed_stem = 0;
    uint32_t listed_classes = 0;  // index into listed_classes
    uint16_t listed_class_count = 0;
    uint8_t listed_flags = 0;
  };
  absl::flat_hash_map<uint32_t, Form> forms;  // by Token::word
  std::vector<WordClass> listed_classes;      // of the forms
  absl::flat_hash_map<uint32_t, Stem> stems;
  absl::flat_hash_map<std::pair<const LexEntry*, int>, WordClass> classes;
  absl::flat_hash_map<const LexEntry*, uint32_t> lemmas;  // their stems
};

DraftWords ReadDraftWords(const DocumentAnalysis& doc, KnownWords* known);

// WordNet's relation of two words.
WordRelation RelateWords(const DraftWord& x, const DraftWord& y);

// How far a word of a source says what a word of the draft says, in
// hundredths: 100 the same, 80 of one root, 75 synonyms by our lists, 70 by
// WordNet, 50 a narrower word ("poodle" for "dog"), 0 nothing.  Numbers and
// times are compared by value elsewhere; here by their words.
// Without WordNet where what is found is to count against the draft.
enum class Synonyms : uint8_t { kListed, kWordNet };
int SupportOfOther(const DraftWords& draft, const DraftWord& a,
                   const DraftWords& source, const DraftWord& b,
                   Synonyms synonyms);  // of two words that are not the same
inline int WordSupport(const DraftWords& draft, const DraftWord& a,
                       const DraftWords& source, const DraftWord& b,
                       Synonyms synonyms = Synonyms::kWordNet) {
  if (a.word == b.word || a.stem == b.stem) return 100;
  // Most words have nothing by which they could support each other.
  const bool related =
      (a.class_count != 0 && b.class_count != 0) ||
      (a.family != 0 && a.family == b.family) ||
      (synonyms == Synonyms::kWordNet && a.net != WordNet::kUnknown &&
       b.net != WordNet::kUnknown);
  return related ? SupportOfOther(draft, a, source, b, synonyms) : 0;
}

// "Denied", "rejected": what follows is said not to be.
bool IsDenialCue(const DocumentAnalysis& doc, uint32_t token);

// The contrast in which two words stand: the class of `a` when a set holds both
// as different members and no group holds both; null: none.
const WordClass* FindContrast(const DraftWords& draft, const DraftWord& a,
                              const DraftWords& source, const DraftWord& b);

// "Voted against", where it is the phrase that excludes another: the tokens of the
// longest that begins with those of a word.
TokenRange ContrastPhrase(const DocumentAnalysis& doc, TokenRange word);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DRAFT_WORDS_H_
