#ifndef CLAIMCHECK_RULES_LINK_VALUE_FRAME_H_
#define CLAIMCHECK_RULES_LINK_VALUE_FRAME_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claims/syntax/syntax.h"
#include "rules/link/attachment.h"

namespace claimcheck {

// What an amount or a time of a sentence belongs to, from the tree: the noun it
// counts, the predicate, who does it, to whom, where.
struct ValueFrame {
  enum Role : uint8_t {
    kCounted,    // "people" of "three people"; what a sum is for
    kPredicate,  // the verb, or the noun or adjective in its place
    kSubject,
    kObject,
    kModifier,   // of the counted noun or of the subject
    kOther,      // what else hangs on the predicate
  };
  struct Part {
    Role role;
    uint32_t token;
  };
  std::vector<Part> parts;
  // The word that leads to it: "to" of "rose to 5"; 0: none.
  uint32_t preposition = 0;
  bool negated = false;  // the predicate
};

// Parses sentences when they are asked for, and keeps the trees.  Not
// thread-safe.
class FrameReader {
 public:
  explicit FrameReader(const DraftSources& sources) : sources_(sources) {}

  // The frame of a unit of a sentence.
  const ValueFrame& FrameOf(const UnitSentence& sentence, uint32_t unit);

  // How far what the draft's value belongs to is what the source's value
  // belongs to, in hundredths.  A part in the same role counts in full, in
  // another role or outside of the frame for less.
  int Link(const UnitSentence& draft, uint32_t draft_unit,
           const UnitSentence& source, uint32_t source_unit);

  // The like for two words: how much of what hangs together with the draft's
  // word in the tree hangs together with the source's word, in hundredths; 0
  // where they are of different parts of speech.
  int LinkWords(SentenceRef draft, uint32_t token, SentenceRef source,
                uint32_t source_token);

  // The tree of a sentence.
  const syntax::ParsedSentence& Tree(SentenceRef at);

 private:
  const DraftSources& sources_;
  syntax::SyntaxScratch scratch_;
  // Looked up, never iterated.
  absl::flat_hash_map<uint64_t, std::unique_ptr<syntax::ParsedSentence>> trees_;
  absl::flat_hash_map<uint64_t, std::unique_ptr<ValueFrame>> frames_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_VALUE_FRAME_H_
