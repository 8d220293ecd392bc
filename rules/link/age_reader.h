#ifndef CLAIMCHECK_RULES_LINK_AGE_READER_H_
#define CLAIMCHECK_RULES_LINK_AGE_READER_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/story_context.h"

namespace claimcheck {

// How old a text says that somebody is, whom it names or calls by what only one in
// the story is: "Anna Lind, 34", "the 34-year-old bus driver".
struct Age {
  uint32_t entity = kNone;  // corpus-wide
  uint32_t surname = 0;     // hash of the last word of the name
  bool only_surname = false;  // "Mrs Lind", of whom the text has no more
  Entity::Gender gender = Entity::kNoGender;
  uint32_t role = kNone;    // token: "driver"; kNone: none, or not the only one
  uint32_t kind = 0;        // "bus" of "bus driver"; 0: none
  uint32_t sentence = 0;
  int years = 0;
  bool guessed = false;  // "the 38-year-old", behind a sentence on one person
  bool last = false;     // at which somebody died
  Span span;
  Span number;  // in it: "34", "34-year-old"
};

// The ages that document d tells: of names first, of roles last.
std::vector<Age> ReadAges(StoryContext* story, uint32_t d);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_AGE_READER_H_
