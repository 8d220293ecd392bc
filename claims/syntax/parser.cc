#include "claims/syntax/parser.h"

namespace claimcheck {
namespace syntax {

bool Parser::Open(absl::string_view weights) {
  return moves_.Open(SectionOf(weights, kMoveSection)) &&
         relations_.Open(SectionOf(weights, kRelationSection));
}

Move Parser::ChooseMove(const ParserState& state) const {
  const uint32_t possible = state.Moves();
  if (possible == 1u << kShift) return kShift;
  if (possible == 1u << kLeft) return kLeft;
  if (possible == 1u << kRight) return kRight;
  KeyList keys;
  AddMoveKeys(state, &keys);
  int32_t scores[kMoveCount] = {0, 0, 0};
  moves_.AddScores(keys.keys, keys.count, scores + 1);
  Move best = kShift;
  if ((possible & 1u << kLeft) && scores[kLeft] > scores[best]) best = kLeft;
  if ((possible & 1u << kRight) && scores[kRight] > scores[best]) best = kRight;
  return best;
}

Relation Parser::ChooseRelation(const ParserState& state, Move move) const {
  const int head = state.Head(move);
  if (head == state.root()) return Relation::kRoot;
  KeyList keys;
  AddRelationKeys(state, head, state.Dependant(), &keys);
  int32_t scores[256] = {};
  relations_.AddScores(keys.keys, keys.count, scores);
  int best = 0;
  for (int r = 1; r < kRelationCount; ++r) {
    if (scores[r] > scores[best]) best = r;
  }
  return static_cast<Relation>(best);
}

void Parser::Parse(const TaggedWords& words, ParserState* state) const {
  state->Start(words);
  while (!state->Done()) {
    const Move move = ChooseMove(*state);
    if (move == kShift) {
      state->Shift();
    } else {
      state->Attach(move, ChooseRelation(*state, move));
    }
  }
}

}  // namespace syntax
}  // namespace claimcheck
