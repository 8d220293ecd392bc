#include "claims/syntax/parser_state.h"

namespace claimcheck {
namespace syntax {

void ParserState::Start(const TaggedWords& words) {
  size_ = words.size;
  next_ = 0;
  stack_.clear();
  nodes_.resize(size_ + 2);
  Node empty;
  empty.left1 = empty.left2 = empty.right1 = empty.right2 =
      static_cast<int16_t>(none());
  for (int i = 0; i < size_; ++i) {
    nodes_[i] = empty;
    nodes_[i].begin = static_cast<int16_t>(i);
    nodes_[i].end = static_cast<int16_t>(i + 1);
    nodes_[i].word = words.words()[i].folded;
    nodes_[i].tag = words.tags()[i];
    nodes_[i].second = words.seconds()[i];
  }
  empty.second = kOutside;
  empty.relation = kRelationCount;
  nodes_[root()] = nodes_[none()] = empty;
  nodes_[root()].word = 3;
  nodes_[root()].tag = kOutside - 1;
  nodes_[none()].word = 4;
  nodes_[none()].tag = kOutside;
}

uint32_t ParserState::Moves() const {
  if (stack_.empty()) return 1u << kShift;
  const bool at_root = next_ == size_;
  if (stack_.size() == 1) {
    return at_root ? 1u << kLeft : 1u << kShift | 1u << kLeft;
  }
  return at_root ? 1u << kRight : 1u << kShift | 1u << kLeft | 1u << kRight;
}

void ParserState::Attach(Move move, Relation relation) {
  const int16_t dependant = stack_.back();
  const int head = Head(move);
  stack_.pop_back();
  Node& d = nodes_[dependant];
  Node& h = nodes_[head];
  d.head = static_cast<int16_t>(head);
  d.relation = static_cast<uint8_t>(relation);
  // All that depends on the dependant is known: arcs do not cross.
  if (d.begin < h.begin) h.begin = d.begin;
  if (d.end > h.end) h.end = d.end;
  const uint64_t bit = uint64_t{1} << static_cast<int>(relation);
  if (move == kLeft) {
    // Left children come from the inside out.
    h.left2 = h.left1;
    h.left1 = dependant;
    h.left_set |= bit;
    if (h.left_count < 15) ++h.left_count;
  } else {
    h.right2 = h.right1;
    h.right1 = dependant;
    h.right_set |= bit;
    if (h.right_count < 15) ++h.right_count;
  }
}

}  // namespace syntax
}  // namespace claimcheck
