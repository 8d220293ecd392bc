#include "rules/link/relation_nouns.h"

#include <algorithm>

#include "claims/lexicon/word_sets.h"

namespace claimcheck {

// The role that ends with `w`, and the word where it begins.
std::string NounParties::OfficeAt(int w, int* first) const {
  constexpr int kMostWords = 4;
  for (int begin = std::max(0, w - kMostWords + 1); begin <= w; ++begin) {
    const uint32_t token = TokenOf(begin);
    const LexHit* hit = doc_.lex.Find(token, Lex::kRoleNoun);
    if (hit == nullptr ||
        token + hit->tokens != s_.source[w].tokens.end ||
        hit->entry->HasTag("plural")) {
      continue;
    }
    if (!words::kUniqueRoles.Contains(hit->entry->id)) return {};
    // A vice president, an ex-king.
    if (begin > 0 &&
        (doc_.lex.Has(TokenOf(begin - 1), Lex::kTitle) ||
         doc_.text.IsChar(token - 1, '-'))) {
      return {};
    }
    // "Co-chairman", "deputy mayor" are other offices under one name.
    const absl::string_view form = doc_.text.Folded(token);
    if (form == "deputy" || form == "vice" || form == "lieutenant" ||
        form == "lt." || form == "co") {
      return {};
    }
    *first = begin;
    return std::string(hit->entry->id);
  }
  return {};
}

int NounParties::Holder(int w) const {
  if (syntax::ChildOf(s_, w, SyntaxRelation::kCop) != kNoWord) {
    return syntax::ChildOf(s_, w, SyntaxRelation::kNsubj);
  }
  for (const SyntaxRelation relation :
       {SyntaxRelation::kAppos, SyntaxRelation::kFlat}) {
    const int child = syntax::ChildOf(s_, w, relation);
    if (IsName(child)) return child;
  }
  const int next = NameBehind(w);
  if (next != kNoWord) return next;
  // "The governor of Ohio, Jan Krol, ...".
  if (w + 2 < s_.size() && Form(w + 1) == "of") {
    int end = w + 2;
    while (end < s_.size() && (IsName(end) || At(end).upos == Upos::kDet)) {
      ++end;
    }
    if (end > w + 2 && end < s_.size() && Form(end) == ",") {
      int last = end + 1;
      while (last < s_.size() && IsName(last)) ++last;
      if (last > end + 1 && last < s_.size() &&
          At(last).upos == Upos::kPunct) {
        return Top(end + 1, last);
      }
    }
  }
  const int head = At(w).head;
  if (head == kNoWord) return kNoWord;
  switch (At(w).relation) {
    case SyntaxRelation::kAppos:
      return head;
    case SyntaxRelation::kCompound:
    case SyntaxRelation::kFlat:
    case SyntaxRelation::kNmodDesc:
    case SyntaxRelation::kNmodUnmarked:
      return IsName(head) && head > w ? head : kNoWord;
    case SyntaxRelation::kXcomp:
      return syntax::SubjectOf(s_, head);
    default:
      return kNoWord;
  }
}

// Of whom or what; `first` is where the words of the role begin.
int NounParties::Of(int w, int first, int holder) const {
  const int owner = syntax::ChildOf(s_, w, SyntaxRelation::kNmodPoss);
  if (owner != kNoWord) {
    if (At(owner).xpos == Xpos::kWPS) {
      // "Whose successor": the noun before.
      for (int step = 0, up = w; step < kMaxChain && up != kNoWord; ++step) {
        if (At(up).relation == SyntaxRelation::kAclRelcl) return At(up).head;
        up = At(up).head;
      }
      return NameBefore(owner);
    }
    if (At(owner).upos == Upos::kPron) return OnlyOtherName(w, holder);
    return owner;
  }
  for (int i = w + 1; i < At(w).end; ++i) {
    if (At(i).head != w || At(i).relation != SyntaxRelation::kNmod) continue;
    const int preposition = syntax::ChildOf(s_, i, SyntaxRelation::kCase);
    if (preposition == kNoWord) continue;
    const absl::string_view form = Form(preposition);
    if (form == "of" || form == "to" || form == "at") return i;
  }
  for (int i = At(w).begin; i < first; ++i) {
    if (At(i).head == w && i != holder && IsContent(i) &&
        (At(i).relation == SyntaxRelation::kCompound ||
         At(i).relation == SyntaxRelation::kAmod ||
         At(i).relation == SyntaxRelation::kNmodUnmarked) &&
        words_.words[TokenOf(i)].Is(DraftWord::kCapital)) {
      return i;
    }
  }
  // "Tarn Airlines' chief executive".
  if (first > 1 && (Form(first - 1) == "'s" || Form(first - 1) == "'" ||
                    Form(first - 1) == "\xE2\x80\x99s" ||
                    Form(first - 1) == "\xE2\x80\x99")) {
    const int name = NameBefore(first - 1);
    if (name != kNoWord) return name;
  }
  // "The chief executive of Tarn Airlines", wherever it hangs.
  if (w + 2 < s_.size() && Form(w + 1) == "of") {
    int begin = w + 2;
    if (At(begin).upos == Upos::kDet) ++begin;
    int end = begin;
    while (end < s_.size() && IsName(end)) ++end;
    if (end > begin) return Top(begin, end);
  }
  // "President Silva of Norland".
  if (IsName(holder) && holder > w) {
    for (int i = holder + 1; i < At(holder).end; ++i) {
      if (At(i).head != holder ||
          At(i).relation != SyntaxRelation::kNmod) {
        continue;
      }
      const int preposition = syntax::ChildOf(s_, i, SyntaxRelation::kCase);
      if (preposition != kNoWord && Form(preposition) == "of") return i;
    }
  }
  return kNoWord;
}

// The name right behind, or behind a comma: "her predecessor, the late Peter
// Lang".
int NounParties::NameBehind(int w) const {
  int i = w + 1;
  if (i < s_.size() && Form(i) == ",") ++i;
  while (i < s_.size() && i <= w + 4 &&
         (At(i).upos == Upos::kDet || At(i).upos == Upos::kAdj)) {
    ++i;
  }
  if (i >= s_.size() || !IsName(i) || i == w) return kNoWord;
  while (At(i).head > i && At(i).head < s_.size() &&
         At(i).relation == SyntaxRelation::kCompound && IsName(At(i).head)) {
    i = At(i).head;
  }
  return i;
}

// The name that ends right before a word, a comma between them or none.
int NounParties::NameBefore(int w) const {
  int end = w;
  if (end > 0 && Form(end - 1) == ",") --end;
  int begin = end;
  while (begin > 0 && IsName(begin - 1)) --begin;
  return begin == end ? kNoWord : Top(begin, end);
}

// "Her predecessor, Peter Lang": of the one who else is named before.
int NounParties::OnlyOtherName(int w, int holder) const {
  int found = kNoWord;
  for (int i = 0; i < w; ++i) {
    if (!IsName(i) || i == holder || At(i).relation == SyntaxRelation::kFlat ||
        At(i).relation == SyntaxRelation::kCompound) {
      continue;
    }
    if (found != kNoWord) return kNoWord;
    found = i;
  }
  return found;
}

}  // namespace claimcheck
