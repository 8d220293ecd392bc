// How a vote ended, told by two texts: "221-206", "by 221 votes to 208".

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens between a tally and the word that says it is of a vote.
constexpr uint32_t kReach = 8;
// Fewer vote in no parliament that a story would be about.
constexpr int kLeastVotes = 20;
// Two tallies of one vote differ by a few, or in one of their numbers only.
constexpr int kMostApart = 6;

struct Tally {
  uint32_t sentence = 0;
  int yes = 0, no = 0;
  Span span;
};

struct Tallies {
  std::vector<Tally> all;
};

class Reader {
 public:
  explicit Reader(const DocumentAnalysis& doc) : doc_(doc) {}

  Tallies Read() const {
    Tallies read;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (!UsableSentence(doc_, s)) continue;
      const TokenRange sentence = doc_.text.sentences[s].tokens;
      for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
        Tally tally;
        tally.sentence = s;
        if (ReadOne(sentence, t, &tally)) read.all.push_back(tally);
      }
    }
    return read;
  }

 private:
  // 2 to 3 digits; 0: something else.
  int Votes(uint32_t t) const {
    const absl::string_view word = doc_.text.Folded(t);
    int votes = 0;
    return doc_.text.tokens[t].kind == TokenKind::kNumber && word.size() >= 2 &&
                   word.size() <= 3 && absl::SimpleAtoi(word, &votes)
               ? votes
               : 0;
  }

  // "221-206", "221 to 208", "221 votes to 208".
  bool ReadOne(TokenRange sentence, uint32_t t, Tally* out) const {
    out->yes = Votes(t);
    if (out->yes == 0) return false;
    uint32_t k = t + 1;
    if (k < sentence.end && doc_.text.Folded(k) == "votes") ++k;
    if (k + 1 >= sentence.end ||
        !(doc_.text.IsChar(k, '-') || doc_.text.Folded(k) == "–" ||
          doc_.text.Folded(k) == "to")) {
      return false;
    }
    out->no = Votes(++k);
    if (out->no == 0 || out->yes + out->no < kLeastVotes) return false;
    const uint32_t from =
        t > sentence.begin + kReach ? t - kReach : sentence.begin;
    const uint32_t to = std::min(sentence.end, k + 1 + kReach);
    for (uint32_t w = from; w < to; ++w) {
      if (!words::kVoteWords.Contains(doc_.text.tokens[w].word)) continue;
      out->span = doc_.text.SpanOf({t, k + 1});
      return true;
    }
    return false;
  }

  const DocumentAnalysis& doc_;
};

bool Same(const Tally& a, const Tally& b) {
  return (a.yes == b.yes && a.no == b.no) || (a.yes == b.no && a.no == b.yes);
}

bool OfOneVote(const Tally& a, const Tally& b) {
  const int yes = std::abs(a.yes - b.yes), no = std::abs(a.no - b.no);
  return yes <= kMostApart && no <= kMostApart;
}

bool Holds(const Tallies& tallies, const Tally& tally) {
  return std::any_of(tallies.all.begin(), tallies.all.end(),
                     [&](const Tally& other) { return Same(other, tally); });
}

}  // namespace

void CompareVotes(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (!story->OfOneState(pair)) return;
  const auto read = [story](uint32_t d) -> const Tallies& {
    return story->Once<Tallies>(d,
                                [&] { return Reader(story->document(d)).Read(); });
  };
  const Tallies& left = read(pair.left);
  const Tallies& right = read(pair.right);
  const bool one = pair.left == pair.right;
  for (const Tally& a : left.all) {
    if (!one && Holds(right, a)) continue;
    for (const Tally& b : right.all) {
      if (!OfOneVote(a, b) || Same(a, b) ||
          (one ? a.span.begin >= b.span.begin : Holds(left, b))) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, 90));
    }
  }
}

}  // namespace claimcheck
