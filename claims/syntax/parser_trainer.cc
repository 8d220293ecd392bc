#include "claims/syntax/parser_trainer.h"

#include <algorithm>

#include "claims/syntax/parser_state.h"
#include "claims/syntax/perceptron.h"
#include "claims/syntax/weight_packer.h"

namespace claimcheck {
namespace syntax {
namespace {

// From the second epoch on the parser goes on from its own choice, right or
// wrong, nine times in ten: it learns to make the best of a mistake.
constexpr uint32_t kExploreInTen = 9;

// The first word whose arc crosses another one and that is the shorter of the
// two, or -1.
int CrossingWord(const std::vector<int>& heads) {
  const int size = static_cast<int>(heads.size());
  for (int d = 0; d < size; ++d) {
    const int h = heads[d] < 0 ? size : heads[d];
    const int low = std::min(d, h), high = std::max(d, h);
    for (int between = low + 1; between < high; ++between) {
      const int other = heads[between] < 0 ? size : heads[between];
      if (other >= low && other <= high) continue;
      // The root's arc cannot be lifted.
      if (heads[d] < 0) return between;
      if (heads[between] < 0) return d;
      const int length = std::max(between, other) - std::min(between, other);
      return length < high - low ? between : d;
    }
  }
  return -1;
}

// How many gold arcs each move makes impossible.
class Oracle {
 public:
  Oracle(const std::vector<int>& heads)
      : size_(static_cast<int>(heads.size())), heads_(heads) {
    for (int& head : heads_) {
      if (head < 0) head = size_;
    }
  }

  // Moves without cost among the possible ones; at least one.
  uint32_t Good(const ParserState& state) const {
    const uint32_t possible = state.Moves();
    int cost[kMoveCount] = {1 << 20, 1 << 20, 1 << 20};
    const std::vector<int16_t>& stack = state.stack();
    const int next = state.next();
    if (possible & 1u << kShift) {
      cost[kShift] = 0;
      for (size_t i = 0; i < stack.size(); ++i) {
        if (heads_[stack[i]] == next) ++cost[kShift];
        if (heads_[next] == stack[i] && i + 1 < stack.size()) ++cost[kShift];
      }
    }
    if (!stack.empty()) {
      const int top = stack.back();
      int children = 0;  // still to come
      for (int b = next; b < size_; ++b) children += heads_[b] == top;
      const int head = heads_[top];
      const int below = state.Stack(1);
      if (possible & 1u << kLeft) {
        cost[kLeft] = children + (head > next || head == below ? 1 : 0);
      }
      if (possible & 1u << kRight) {
        cost[kRight] = children + (head >= next ? 1 : 0);
      }
    }
    const int least = std::min({cost[0], cost[1], cost[2]});
    uint32_t good = 0;
    for (int m = 0; m < kMoveCount; ++m) {
      if (cost[m] == least) good |= 1u << m;
    }
    return good & possible;
  }
  int head(int word) const { return heads_[word]; }

 private:
  int size_;
  std::vector<int> heads_;
};

int BestOf(const int32_t* scores, int count, uint64_t allowed) {
  int best = -1;
  for (int i = 0; i < count; ++i) {
    if ((allowed >> i & 1) && (best < 0 || scores[i] > scores[best])) best = i;
  }
  return best;
}

class Run {
 public:
  Run(const std::vector<TrainingSentence>& sentences,
      const std::vector<Oracle>& oracles, uint64_t seed)
      : sentences_(sentences),
        oracles_(oracles),
        random_(seed),
        moves_(kMoveCount),
        relations_(kRelationCount) {}

  void Epoch(bool explore, std::vector<uint32_t>* order) {
    random_.Shuffle(order);
    for (uint32_t s : *order) Learn(s, explore);
  }
  std::vector<AveragedWeight> Moves() const { return moves_.Averages(); }
  std::vector<AveragedWeight> Relations() const {
    return relations_.Averages();
  }

 private:
  void Learn(uint32_t s, bool explore) {
    state_.Start(sentences_[s].words);
    const Oracle& oracle = oracles_[s];
    int32_t scores[kMoveCount];
    while (!state_.Done()) {
      const uint32_t possible = state_.Moves();
      int move = BestOf(scores, kMoveCount, 0);
      if ((possible & (possible - 1)) == 0) {
        move = possible == 1u << kShift  ? kShift
               : possible == 1u << kLeft ? kLeft
                                         : kRight;
      } else {
        KeyList keys;
        AddMoveKeys(state_, &keys);
        moves_.Score(keys.keys, keys.count, scores);
        const uint32_t good = oracle.Good(state_);
        const int best = BestOf(scores, kMoveCount, possible);
        const int right = BestOf(scores, kMoveCount, good);
        if (!(good >> best & 1)) moves_.Update(right, best);
        moves_.Tick();
        move = explore && random_.Below(10) < kExploreInTen ? best : right;
      }
      if (move == kShift) {
        state_.Shift();
      } else {
        const Move arc = static_cast<Move>(move);
        state_.Attach(arc, LearnRelation(s, arc));
      }
    }
  }

  Relation LearnRelation(uint32_t s, Move arc) {
    const int head = state_.Head(arc), dependant = state_.Dependant();
    if (head == state_.root()) return Relation::kRoot;
    KeyList keys;
    AddRelationKeys(state_, head, dependant, &keys);
    int32_t scores[kRelationCount];
    relations_.Score(keys.keys, keys.count, scores);
    const int best =
        BestOf(scores, kRelationCount, (uint64_t{1} << kRelationCount) - 1);
    // A wrong arc has no right relation.
    if (oracles_[s].head(dependant) == head) {
      const int gold = static_cast<int>(sentences_[s].relations[dependant]);
      if (gold != best) relations_.Update(gold, best);
      relations_.Tick();
    }
    return static_cast<Relation>(best);
  }

  const std::vector<TrainingSentence>& sentences_;
  const std::vector<Oracle>& oracles_;
  Random random_;
  Perceptron moves_;
  Perceptron relations_;
  ParserState state_;
};

}  // namespace

void MakeProjective(std::vector<int>* heads) {
  // Every step moves a word nearer to the root.
  for (int word = CrossingWord(*heads); word >= 0;
       word = CrossingWord(*heads)) {
    (*heads)[word] = (*heads)[(*heads)[word]];
  }
}

std::string TrainParser(const std::vector<TrainingSentence>& sentences,
                        const ParserOptions& options) {
  std::vector<Oracle> oracles;
  std::vector<uint32_t> all;
  for (const TrainingSentence& sentence : sentences) {
    std::vector<int> heads = sentence.heads;
    MakeProjective(&heads);
    all.push_back(static_cast<uint32_t>(oracles.size()));
    oracles.emplace_back(heads);
  }
  std::vector<std::vector<AveragedWeight>> moves, relations;
  for (int r = 0; r < options.runs; ++r) {
    Run run(sentences, oracles, 400 + r);
    std::vector<uint32_t> order = all;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
      run.Epoch(epoch > 0, &order);
    }
    moves.push_back(run.Moves());
    relations.push_back(run.Relations());
  }
  return PackFile({PackPairs(MeanOf(moves), options.least_move),
                   PackSparse(MeanOf(relations), options.least_relation)});
}

}  // namespace syntax
}  // namespace claimcheck
