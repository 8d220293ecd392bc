#ifndef CLAIMCHECK_CLAIMS_SYNTAX_PARSER_STATE_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_PARSER_STATE_H_

#include <cstdint>
#include <vector>

#include "claims/syntax/tagger.h"
#include "claims/syntax/tags.h"

namespace claimcheck {
namespace syntax {

// The moves of an arc-hybrid parser.
enum Move : uint8_t {
  kShift,  // the next word goes onto the stack
  kLeft,   // the top of the stack becomes a dependant of the next word
  kRight,  // ... of the word below it on the stack
};
inline constexpr int kMoveCount = 3;

// A sentence while it is parsed.  The root is a node after the last word, so
// that it is never on the stack: it takes the last word left there, and there
// is exactly one.  Reusable.
class ParserState {
 public:
  struct Node {
    uint32_t word = 0;
    uint8_t tag = 0;
    uint8_t second = 0;  // second best tag when close
    uint8_t relation = 0;
    uint8_t left_count = 0;
    uint8_t right_count = 0;
    int16_t head = -1;
    int16_t begin = 0, end = 0;  // the words below it, once it has a head
    // Outermost children and those next to them; none() when there are none.
    int16_t left1 = 0, left2 = 0, right1 = 0, right2 = 0;
    uint64_t left_set = 0;  // bits of the relations of the children
    uint64_t right_set = 0;
  };

  void Start(const TaggedWords& words);

  bool Done() const { return next_ == size_ && stack_.empty(); }
  // Which moves are possible, a bit each; never 0 before Done().
  uint32_t Moves() const;
  void Shift() { stack_.push_back(static_cast<int16_t>(next_++)); }
  // The arc that kLeft or kRight would make.
  int Dependant() const { return stack_.back(); }
  int Head(Move move) const { return move == kLeft ? next_ : Stack(1); }
  void Attach(Move move, Relation relation);

  int size() const { return size_; }
  int root() const { return size_; }
  int none() const { return size_ + 1; }
  const Node& node(int index) const { return nodes_[index]; }
  // The word `depth` below the top of the stack, or none().
  int Stack(int depth) const {
    const int at = static_cast<int>(stack_.size()) - 1 - depth;
    return at >= 0 ? stack_[at] : none();
  }
  // The word `ahead` after the next one, the root, or none().
  int Buffer(int ahead) const {
    return next_ + ahead <= size_ ? next_ + ahead : none();
  }
  const std::vector<int16_t>& stack() const { return stack_; }
  int next() const { return next_; }

 private:
  int size_ = 0;
  int next_ = 0;
  std::vector<int16_t> stack_;
  std::vector<Node> nodes_;
};

// Features of a state, to choose the move.
void AddMoveKeys(const ParserState& state, KeyList* out);
// Features of an arc about to be made, to choose its relation.
void AddRelationKeys(const ParserState& state, int head, int dependant,
                     KeyList* out);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_PARSER_STATE_H_
