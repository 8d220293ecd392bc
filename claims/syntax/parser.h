#ifndef CLAIMCHECK_CLAIMS_SYNTAX_PARSER_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_PARSER_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/syntax/parser_state.h"
#include "claims/syntax/weight_table.h"

namespace claimcheck {
namespace syntax {

// A greedy dependency parser: two moves a word, each chosen by the best score;
// the relation of an arc is chosen when it is made.  Immutable, thread-safe.
class Parser {
 public:
  enum Section { kMoveSection, kRelationSection, kSections };

  // `weights` must outlive the parser.  False when they cannot be used.
  bool Open(absl::string_view weights);

  // Parses the tagged words; `state` holds the tree afterwards.
  void Parse(const TaggedWords& words, ParserState* state) const;

 private:
  Move ChooseMove(const ParserState& state) const;
  Relation ChooseRelation(const ParserState& state, Move move) const;

  PairTable moves_;
  SparseTable relations_;
};

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_PARSER_H_
