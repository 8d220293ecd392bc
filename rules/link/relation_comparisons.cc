#include "rules/link/relation_comparisons.h"

#include <algorithm>

#include "claims/text/word_table.h"

namespace claimcheck {
namespace {

// "More likely than", "more new jobs than".
constexpr int kMostBetween = 4;

constexpr FewWords kDegrees({"more", "less", "fewer"});

}  // namespace

std::vector<Relation> Comparisons::Read() const {
  std::vector<Relation> out;
  for (int than = 1; than + 1 < s_.size(); ++than) {
    if (Form(than) != "than") continue;
    const int degree = ComparativeBefore(than);
    if (degree == kNoWord) continue;
    Relation relation;
    relation.kind = Relation::kComparison;
    relation.token = TokenOf(degree);
    relation.word = degree;
    // "More profitable", "more inhabitants": of what.
    if (kDegrees.Contains(doc_.text.tokens[TokenOf(degree)].word) &&
        degree + 1 < than) {
      relation.particle = StemOf(than - 1);
    }
    relation.first = syntax::SubjectOf(s_, syntax::PredicateOf(s_, degree));
    relation.second = NounBehind(than);
    if (relation.first == kNoWord || relation.first > degree ||
        relation.second == kNoWord) {
      continue;
    }
    RelationStatus(doc_, words_, s_).Judge(&relation);
    out.push_back(relation);
  }
  return out;
}

int Comparisons::ComparativeBefore(int than) const {
  for (int w = than - 1; w >= std::max(0, than - 1 - kMostBetween); --w) {
    if (At(w).xpos == Xpos::kJJR || At(w).xpos == Xpos::kRBR ||
        kDegrees.Contains(doc_.text.tokens[TokenOf(w)].word)) {
      // "More than 300 people".
      const bool counts = w + 1 == than && IsAmount(than + 1);
      return counts ? kNoWord : w;
    }
    if (At(w).upos == Upos::kPunct || At(w).upos == Upos::kAdp) return kNoWord;
  }
  return kNoWord;
}

int Comparisons::NounBehind(int than) const {
  int begin = than + 1;
  while (begin < s_.size() &&
         (At(begin).upos == Upos::kDet || At(begin).upos == Upos::kAdj)) {
    ++begin;
  }
  int end = begin;
  while (end < s_.size() &&
         (At(end).upos == Upos::kNoun || At(end).upos == Upos::kPropn)) {
    ++end;
  }
  if (begin == end || IsAmount(begin)) return kNoWord;
  // "Than Norway's": of what it has.
  if (end < s_.size() && At(end).upos == Upos::kPart) return kNoWord;
  return Top(begin, end);
}

}  // namespace claimcheck
