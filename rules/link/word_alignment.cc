#include "rules/link/word_alignment.h"

#include <algorithm>

#include "claims/text/span.h"

namespace claimcheck {
namespace {

// Scores.  A content word outweighs the opening of a gap, a function word does
// not: so "of the" alone never ties unrelated words together.
constexpr int32_t kContent = 24, kFunction = 8, kStemmed = 20, kSynonym = 14;
constexpr int32_t kOther = -7;  // one word for another
constexpr int32_t kOpenGap = 9, kLongerGap = 1;
constexpr int32_t kNever = -1000000000;

int32_t Score(const AlignWord& a, const AlignWord& b) {
  switch (CompareWords(a, b)) {
    case WordMatch::kSame:
      return a.content && b.content ? kContent : kFunction;
    case WordMatch::kStem:
      return a.content && b.content ? kStemmed : kFunction;
    case WordMatch::kNear:
      return kSynonym;
    case WordMatch::kNone:
      break;
  }
  return kOther;
}

// The trace of a cell: where each of its three states comes from.
enum : uint8_t {
  kPairFromPair = 0,
  kPairFromLeft = 1,
  kPairFromRight = 2,
  kPairStart = 3,
  kPairMask = 3,
  kLeftExtends = 4,    // the left word goes unmatched, as the one before it
  kRightExtends = 8,   // likewise the right word
  kRightAfterLeft = 16 // a gap of the right opened behind one of the left
};

}  // namespace

WordMatch CompareWords(const AlignWord& a, const AlignWord& b) {
  if (a.key == b.key) return WordMatch::kSame;
  if (a.stem == b.stem) return WordMatch::kStem;
  if ((a.family != 0 && a.family == b.family) ||
      (a.group != 0 && a.group == b.group)) {
    return WordMatch::kNear;
  }
  return WordMatch::kNone;
}

void AlignWords(absl::Span<const AlignWord> left,
                absl::Span<const AlignWord> right, AlignScratch* scratch,
                std::vector<AlignStep>* out) {
  out->clear();
  left = left.subspan(0, kMaxAlignedWords);
  right = right.subspan(0, kMaxAlignedWords);
  const uint32_t m = static_cast<uint32_t>(left.size());
  const uint32_t n = static_cast<uint32_t>(right.size());
  if (m == 0 || n == 0) return;

  // Cell (i, j) has i words of the left and j of the right behind it.  Of the
  // three states, `pair` ends with words i-1 and j-1 side by side, `lone_left`
  // with word i-1 alone, `lone_right` with word j-1 alone.
  const uint32_t width = n + 1;
  scratch->rows.assign(3 * width, kNever);
  scratch->trace.assign(static_cast<size_t>(m + 1) * width, kPairStart);
  int32_t* pair = scratch->rows.data();
  int32_t* lone_left = pair + width;
  int32_t* lone_right = lone_left + width;
  int32_t best = 0;
  uint32_t best_i = 0, best_j = 0;
  for (uint32_t i = 1; i <= m; ++i) {
    int32_t diagonal_pair = pair[0], diagonal_left = lone_left[0],
            diagonal_right = lone_right[0];
    pair[0] = lone_left[0] = lone_right[0] = kNever;
    const bool left_gap = i < m && left[i].gap_before;
    uint8_t* trace = scratch->trace.data() + static_cast<size_t>(i) * width;
    for (uint32_t j = 1; j <= n; ++j) {
      const int32_t above_pair = pair[j], above_left = lone_left[j],
                    above_right = lone_right[j];
      uint8_t from = kPairStart;
      int32_t before = 0;
      if (diagonal_pair > before) before = diagonal_pair, from = kPairFromPair;
      if (diagonal_left > before) before = diagonal_left, from = kPairFromLeft;
      if (diagonal_right > before) {
        before = diagonal_right, from = kPairFromRight;
      }
      const int32_t here = before + Score(left[i - 1], right[j - 1]);
      // Left word i-1 has no partner: free where the right shows an ellipsis.
      const bool right_gap = j < n && right[j].gap_before;
      const int32_t open_left = above_pair - (right_gap ? 0 : kOpenGap);
      const int32_t longer_left = above_left - (right_gap ? 0 : kLongerGap);
      const int32_t alone_left = std::max(open_left, longer_left);
      if (longer_left > open_left) from |= kLeftExtends;
      const int32_t cost = left_gap ? 0 : kOpenGap;
      int32_t open_right = pair[j - 1] - cost;
      if (lone_left[j - 1] - cost > open_right) {
        open_right = lone_left[j - 1] - cost;
        from |= kRightAfterLeft;
      }
      const int32_t longer_right =
          lone_right[j - 1] - (left_gap ? 0 : kLongerGap);
      const int32_t alone_right = std::max(open_right, longer_right);
      if (longer_right > open_right) from |= kRightExtends;
      trace[j] = from;
      diagonal_pair = above_pair;
      diagonal_left = above_left;
      diagonal_right = above_right;
      pair[j] = here;
      lone_left[j] = alone_left;
      lone_right[j] = alone_right;
      if (here > best) best = here, best_i = i, best_j = j;
    }
  }
  if (best == 0) return;

  enum State { kPair, kLoneLeft, kLoneRight } state = kPair;
  for (uint32_t i = best_i, j = best_j; i > 0 && j > 0;) {
    const uint8_t from = scratch->trace[static_cast<size_t>(i) * width + j];
    if (state == kPair) {
      --i, --j;
      out->push_back({i, j, CompareWords(left[i], right[j])});
      const uint8_t source = from & kPairMask;
      if (source == kPairStart) break;
      state = source == kPairFromLeft    ? kLoneLeft
              : source == kPairFromRight ? kLoneRight
                                         : kPair;
    } else if (state == kLoneLeft) {
      out->push_back({--i, kNone, WordMatch::kNone});
      if (!(from & kLeftExtends)) state = kPair;
    } else {
      out->push_back({kNone, --j, WordMatch::kNone});
      if (from & kRightExtends) {
        state = kLoneRight;
      } else {
        state = from & kRightAfterLeft ? kLoneLeft : kPair;
      }
    }
  }
  std::reverse(out->begin(), out->end());
}

}  // namespace claimcheck
