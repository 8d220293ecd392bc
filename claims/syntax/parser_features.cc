// What the parser looks at.  The order of the features is their name: a change
// asks for new training.

#include "claims/syntax/hashing.h"
#include "claims/syntax/parser_state.h"

namespace claimcheck {
namespace syntax {
namespace {

using Node = ParserState::Node;

constexpr uint64_t kMoveNames = 300;
constexpr uint64_t kRelationNames = 500;

// Gives each feature the next name.
class Adder {
 public:
  Adder(uint64_t first, KeyList* out) : name_(first), out_(*out) {}
  void operator()(uint64_t a, uint64_t b = 0, uint64_t c = 0, uint64_t d = 0) {
    out_.Add(FeatureKey(name_++, a, b, c, d));
  }

 private:
  uint64_t name_;
  KeyList& out_;
};

// Distances in ten steps.
uint64_t Distance(int from, int to) {
  const int distance = to > from ? to - from : from - to;
  if (distance <= 5) return distance;
  if (distance <= 7) return 6;
  if (distance <= 10) return 7;
  return distance <= 20 ? 8 : 9;
}

// A word and its tag as one value.
uint64_t Both(const Node& node) {
  return static_cast<uint64_t>(node.word) << 8 | node.tag;
}

}  // namespace

void AddMoveKeys(const ParserState& state, KeyList* out) {
  const int i0 = state.Stack(0), i1 = state.Stack(1), i2 = state.Stack(2);
  const int j0 = state.Buffer(0), j1 = state.Buffer(1), j2 = state.Buffer(2);
  const Node& s0 = state.node(i0);
  const Node& s1 = state.node(i1);
  const Node& s2 = state.node(i2);
  const Node& b0 = state.node(j0);
  const Node& b1 = state.node(j1);
  const Node& b2 = state.node(j2);
  Adder add(kMoveNames, out);

  // Single words.
  for (const Node* x : {&s0, &s1, &b0, &b1}) {
    add(x->word);
    add(x->tag);
    add(Both(*x));
  }
  add(s2.tag);
  add(b2.tag);
  add(b2.word);
  add(s2.word);
  // Pairs.
  add(Both(s0), Both(b0));
  add(Both(s0), b0.word);
  add(s0.word, Both(b0));
  add(Both(s0), b0.tag);
  add(s0.tag, Both(b0));
  add(s0.word, b0.word);
  add(s0.tag, b0.tag);
  add(Both(s1), s0.tag);
  add(s1.tag, Both(s0));
  add(s1.word, s0.word);
  add(s1.tag, s0.tag);
  add(s1.word, b0.word);
  add(Both(s1), b0.tag);
  add(s1.tag, Both(b0));
  add(s1.tag, b0.tag);
  add(b0.tag, b1.tag);
  add(Both(b0), b1.tag);
  add(b0.tag, Both(b1));
  add(s0.tag, b1.word);
  // Three and more.
  add(s1.tag, s0.tag, b0.tag);
  add(s0.tag, b0.tag, b1.tag);
  add(s2.tag, s1.tag, s0.tag);
  add(b0.tag, b1.tag, b2.tag);
  add(s0.tag, b0.tag, b1.tag, b2.tag);
  add(s1.tag, s0.tag, b0.tag, b1.tag);
  add(s2.tag, s1.tag, s0.tag, b0.tag);
  add(s0.word, s1.tag, b0.tag);
  add(s1.word, s0.tag, b0.tag);
  add(b0.word, s1.tag, s0.tag);
  add(s0.word, b0.tag, b1.tag);
  add(b0.word, s0.tag, b1.tag);
  add(s1.word, b0.word, s0.tag);
  add(s0.word, b0.word, s1.tag);
  add(b1.word, s0.tag, b0.tag);
  // Children.
  const Node& s0l1 = state.node(s0.left1);
  const Node& s0l2 = state.node(s0.left2);
  const Node& s0r1 = state.node(s0.right1);
  const Node& s0r2 = state.node(s0.right2);
  const Node& s1l1 = state.node(s1.left1);
  const Node& s1r1 = state.node(s1.right1);
  const Node& s1r2 = state.node(s1.right2);
  const Node& b0l1 = state.node(b0.left1);
  const Node& b0l2 = state.node(b0.left2);
  add(s0.tag, s0l1.tag, b0.tag);
  add(s0.tag, s0r1.tag, b0.tag);
  add(s0.tag, s0l2.tag, b0.tag, s0l1.tag);
  add(s0.tag, s0r2.tag, b0.tag, s0r1.tag);
  add(s1.tag, s0.tag, s1l1.tag);
  add(s1.tag, s0.tag, s1r1.tag);
  add(s1.tag, s0.tag, s1r2.tag, s1r1.tag);
  add(s1.tag, s0.tag, s0l1.tag);
  add(s1.tag, s0.tag, s0r1.tag);
  add(s0.tag, b0.tag, b0l1.tag);
  add(s0.tag, b0.tag, b0l2.tag, b0l1.tag);
  add(s0.tag, s0l1.relation, b0.tag);
  add(s0.tag, s0r1.relation, b0.tag);
  add(s1.tag, s1r1.relation, s0.tag);
  add(s1.tag, s1l1.relation, s0.tag);
  add(b0.tag, b0l1.relation, s0.tag);
  add(s0.word, s0l1.relation, s0r1.relation);
  add(s1.word, s1l1.relation, s1r1.relation);
  add(s0.tag, s0l1.word, b0.tag);
  add(s0.tag, s0r1.word, b0.tag);
  add(s1.tag, s1r1.word, s0.tag);
  add(b0.tag, b0l1.word, s0.tag);
  // Sets of children.
  add(s0.tag, s0.left_set);
  add(s0.word, s0.left_set);
  add(s0.tag, s0.right_set);
  add(s0.word, s0.right_set);
  add(s0.tag, s0.right_set, b0.tag);
  add(s0.tag, s0.left_set, b0.tag);
  add(s1.tag, s1.right_set, s0.tag);
  add(s1.tag, s1.left_set, s0.tag);
  add(s1.word, s1.right_set);
  add(b0.tag, b0.left_set);
  add(b0.tag, b0.left_set, s0.tag);
  // How many there are.
  add(s0.tag, s0.left_count);
  add(s0.word, s0.left_count);
  add(s0.tag, s0.right_count);
  add(s0.word, s0.right_count);
  add(s1.tag, s1.right_count);
  add(b0.tag, b0.left_count);
  // Distances.
  const uint64_t near = Distance(i0, j0), below = Distance(i1, i0);
  add(s0.tag, b0.tag, near);
  add(s0.word, near);
  add(b0.word, near);
  add(s1.tag, s0.tag, below);
  add(s1.word, below);
  add(s0.word, below);
  // Prepositions: what is attached where.
  add(s0l1.word, s1.word);
  add(s0l1.word, s1.tag, s2.tag);
  add(s0l1.word, s0.word, s1.tag);
  add(s0l1.word, s1.word, s0.tag, s2.tag);
  // The tagger's doubts.
  add(s0.second, s0.tag, b0.tag);
  add(b0.second, b0.tag, s0.tag);
  add(s1.second, s1.tag, s0.tag);
}

void AddRelationKeys(const ParserState& state, int head, int dependant,
                     KeyList* out) {
  const Node& h = state.node(head);
  const Node& d = state.node(dependant);
  const uint64_t side = head > dependant ? 1 : 0;
  const uint64_t distance = Distance(head, dependant) * 2 + side;
  const int none = state.none();
  const Node& before = state.node(dependant > 0 ? dependant - 1 : none);
  const Node& after =
      state.node(dependant + 1 < state.size() ? dependant + 1 : none);
  const Node& dl1 = state.node(d.left1);
  const Node& dl2 = state.node(d.left2);
  const Node& dr1 = state.node(d.right1);
  const Node& hl1 = state.node(h.left1);
  const Node& hr1 = state.node(h.right1);
  const Node& next = state.node(state.Buffer(0));
  Adder add(kRelationNames, out);

  add(side, h.tag);
  add(side, d.tag);
  add(side, h.word);
  add(side, d.word);
  add(side, h.tag, d.tag);
  add(side, Both(h), d.tag);
  add(side, h.tag, Both(d));
  add(side, h.word, d.word);
  add(distance, h.tag, d.tag);
  add(distance, d.word);
  // What introduces the dependant.
  add(side, dl1.word, d.tag, h.tag);
  add(side, dl1.word, h.word);
  add(side, dl1.word, d.word);
  add(side, dl2.word, d.tag, h.tag);
  add(side, dl1.tag, d.tag, h.tag);
  add(side, dl1.relation, dl2.relation, d.tag);
  add(side, dr1.tag, dr1.relation, d.tag);
  add(side, d.left_set, d.tag, h.tag);
  add(side, d.right_set, d.tag, h.tag);
  add(side, d.left_set, d.word);
  // What the head has already.
  add(side, h.left_set, h.tag, d.tag);
  add(side, h.right_set, h.tag, d.tag);
  add(side, h.left_set, h.right_set, d.tag);
  add(side, h.left_set, h.word, d.tag);
  add(side, h.right_set, h.word, d.tag);
  add(side * 64 + hl1.relation, hr1.relation, h.tag, d.tag);
  add(side, hr1.word, h.tag, d.tag);
  // Neighbours.
  add(side, before.tag, d.tag, after.tag);
  add(side, before.word, d.tag);
  add(side, after.word, d.tag);
  add(side, before.tag, d.word);
  add(side, after.tag, d.word);
  add(side, next.tag, h.tag, d.tag);
  add(side, d.second, d.tag, h.tag);
  add(side, h.second, h.tag, d.tag);
}

}  // namespace syntax
}  // namespace claimcheck
