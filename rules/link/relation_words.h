#ifndef CLAIMCHECK_RULES_LINK_RELATION_WORDS_H_
#define CLAIMCHECK_RULES_LINK_RELATION_WORDS_H_

#include <cstdint>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "rules/link/relations.h"

namespace claimcheck {

// Words that tell relations, by stem.  Immutable and thread-safe.

// Words that tell a relation of their own; reversed: the patient is the first.
struct Normal {
  Relation::Kind kind;
  bool reversed;
};
const absl::flat_hash_map<uint32_t, Normal>& NormalVerbs();
const absl::flat_hash_map<uint32_t, Normal>& NormalNouns();

// What A does with B, B does with A.
const absl::flat_hash_set<uint32_t>& MutualVerbs();

// What hangs on these is not so, or may be so.
const absl::flat_hash_set<uint32_t>& DenyingWords();
const absl::flat_hash_set<uint32_t>& OpenWords();

// Roles that one holds at a time.
bool IsUniqueRole(absl::string_view id);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATION_WORDS_H_
