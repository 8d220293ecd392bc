// How a vote ended, told by two texts: "221-206", "by 221 votes to 208"; and how many of
// so many: "94 of the 212 pages", "49 of 212 pages".

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens between a tally and the word that says it is of a vote.
constexpr uint32_t kReach = 8;
// Fewer may be goals: the word has to stand near by.
constexpr int kLeastVotes = 20;
constexpr uint32_t kNearVote = 3;
// How far two tallies of one vote are apart at most, in each number: of few votes and
// of many.
constexpr int kSmallApart = 2;
constexpr int kMostApart = 6;
// "One of the two men" is any of them.
constexpr int kLeastPart = 5;

// What two numbers are of.
enum class Kind : uint8_t { kVote, kPart };

struct Tally {
  Kind kind = Kind::kVote;
  uint32_t noun = 0;  // of a part: what is counted
  uint32_t sentence = 0;
  int yes = 0, no = 0;  // of a part: it and the whole
  TokenRange tokens;
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
        const int votes = Votes(t);
        if (votes == 0) continue;
        Tally tally;
        tally.sentence = s;
        tally.yes = votes;
        if (ReadOne(sentence, t, &tally) || ReadPart(sentence, t, &tally)) {
          read.all.push_back(tally);
        }
      }
    }
    return read;
  }

 private:
  // Up to three digits, or one small number in words; 0: something else.
  int Votes(uint32_t t) const {
    constexpr int64_t kMostInWords = 12;
    int votes = 0;
    if (doc_.text.tokens[t].kind == TokenKind::kNumber) {
      const absl::string_view word = doc_.text.Folded(t);
      return word.size() <= 3 && absl::SimpleAtoi(word, &votes) ? votes : 0;
    }
    if (!doc_.lex.Has(t, Lex::kCardinal)) return 0;
    const LexHit* hit = doc_.lex.Find(t, Lex::kCardinal);
    if (hit == nullptr || hit->tokens != 1 || !hit->entry->value ||
        hit->entry->value->exponent != 0 ||
        hit->entry->value->significand > kMostInWords) {
      return 0;
    }
    return static_cast<int>(hit->entry->value->significand);
  }

  // `yes` of the tally is read.  "94 of the 212 pages".
  bool ReadPart(TokenRange sentence, uint32_t t, Tally* out) const {
    if (out->yes < kLeastPart || t + 3 >= sentence.end ||
        doc_.text.Folded(t + 1) != "of") {
      return false;
    }
    uint32_t k = t + 2;
    if (doc_.lex.Has(k, Lex::kDeterminer) || doc_.lex.Has(k, Lex::kPronoun)) ++k;
    if (k + 1 >= sentence.end) return false;
    out->no = Votes(k);
    if (out->no <= out->yes ||
        doc_.text.tokens[k + 1].kind != TokenKind::kWord) {
      return false;
    }
    out->kind = Kind::kPart;
    out->noun = StemHash(doc_.text.Folded(k + 1));
    out->tokens = {t, k + 2};
    out->span = doc_.text.SpanOf(out->tokens);
    return true;
  }

  // "221-206", "221 to 208", "221 votes to 208".
  bool ReadOne(TokenRange sentence, uint32_t t, Tally* out) const {
    uint32_t k = t + 1;
    if (k < sentence.end && doc_.text.Folded(k) == "votes") ++k;
    if (k + 1 >= sentence.end ||
        !(doc_.text.IsChar(k, '-') || doc_.text.Folded(k) == "–" ||
          doc_.text.Folded(k) == "to")) {
      return false;
    }
    out->no = Votes(++k);
    if (out->no == 0) return false;
    const bool few = out->yes + out->no < kLeastVotes;
    const uint32_t reach = few ? kNearVote : kReach;
    const uint32_t from = t > sentence.begin + reach ? t - reach : sentence.begin;
    const uint32_t to = std::min(sentence.end, k + 1 + reach);
    for (uint32_t w = from; w < to; ++w) {
      const absl::string_view word = doc_.text.Folded(w);
      if (few ? !absl::StartsWith(word, "vote")
              : !words::kVoteWords.Contains(doc_.text.tokens[w].word)) {
        continue;
      }
      out->tokens = {t, k + 1};
      out->span = doc_.text.SpanOf(out->tokens);
      return true;
    }
    return false;
  }

  const DocumentAnalysis& doc_;
};

bool Same(const Tally& a, const Tally& b) {
  if (a.kind != b.kind || a.noun != b.noun) return false;
  return (a.yes == b.yes && a.no == b.no) || (a.yes == b.no && a.no == b.yes);
}

bool OfOneVote(const Tally& a, const Tally& b) {
  if (a.kind != b.kind || a.noun != b.noun) return false;
  if (a.kind == Kind::kPart) return a.no == b.no;
  const int yes = std::abs(a.yes - b.yes), no = std::abs(a.no - b.no);
  // One number at least is the same, or as many voted: on two matters of one day
  // neither is.
  if (yes != 0 && no != 0 && a.yes + a.no != b.yes + b.no) return false;
  if (a.yes + a.no < kLeastVotes || b.yes + b.no < kLeastVotes) {
    return yes <= kSmallApart && no <= kSmallApart;
  }
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
      // A text that counts on tells several stages.
      if ((one && (a.kind == Kind::kPart ||
                   // On one matter, a number at least stands both times.
                   (a.yes != b.yes && a.no != b.no))) ||
          !OfOneVote(a, b) || Same(a, b) ||
          (one ? a.span.begin >= b.span.begin : Holds(left, b)) ||
          // "In the council of Arlen", "in the council of Corva".
          story->NamesDiffer(
              story->NamesAround({pair.left, a.sentence}, a.tokens),
              story->NamesAround({pair.right, b.sentence}, b.tokens))) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kFigure, Departure::kValue,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, 90));
    }
  }
}

}  // namespace claimcheck
