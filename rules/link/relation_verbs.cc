#include "rules/link/relation_verbs.h"

#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"

namespace claimcheck {

int VerbParties::Agent(int verb) const {
  if (IsPassive(verb)) {
    for (int step = 0, w = verb; step < 2 && w != kNoWord; ++step) {
      int by = syntax::ChildOf(s_, w, SyntaxRelation::kOblAgent);
      if (by != kNoWord && IsAmount(by)) by = kNoWord;
      if (by == kNoWord) by = By(w);
      if (by != kNoWord) return by;
      // "Was found and bought by ..." says both of one.
      int next = kNoWord;
      for (int i = w + 1; i < At(w).end; ++i) {
        if (At(i).head == w && At(i).relation == SyntaxRelation::kConj &&
            At(i).xpos == Xpos::kVBN && !HasOwnSubject(i)) {
          next = i;
        }
      }
      w = next;
    }
    return kNoWord;
  }
  if (At(verb).relation == SyntaxRelation::kAcl &&
      At(verb).xpos == Xpos::kVBG) {
    return At(verb).head;
  }
  const int subject = syntax::SubjectOf(s_, verb);
  // "She patrolled the coast until departing for Corva"; of "since replacing him
  // they have won" somebody else is the subject as often.
  if (subject == kNoWord && At(verb).relation == SyntaxRelation::kAdvcl &&
      At(verb).xpos == Xpos::kVBG && At(verb).head != kNoWord &&
      At(verb).head < verb && !HasMark(verb, "since")) {
    const int of_head = syntax::SubjectOf(s_, At(verb).head);
    if (of_head != kNoWord) return Resolved(At(verb).head, of_head);
  }
  if (subject == kNoWord) return SubjectInHeadline(verb);
  return Resolved(verb, subject);
}

int VerbParties::Patient(int verb) const {
  if (IsPassive(verb)) {
    if (At(verb).relation == SyntaxRelation::kAcl && !HasOwnSubject(verb)) {
      return At(verb).head;
    }
    return syntax::SubjectOf(s_, verb);
  }
  const int given = syntax::ChildOf(s_, verb, SyntaxRelation::kIobj);
  if (given != kNoWord) return given;
  const int name = NameBehindVerb(verb);
  if (name != kNoWord) return name;
  const int object = syntax::ObjectOf(s_, verb);
  if (object != kNoWord) {
    return IsRelativePronoun(object) && IsAcl(verb) ? At(verb).head : object;
  }
  // "Are searching for the suspect".
  if (words::kSeekingVerbs.ContainsStem(StemOf(verb))) {
    return syntax::ObliqueOf(s_, verb, "for");
  }
  return kNoWord;
}

// The one name that hangs on a verb with a preposition.
int VerbParties::NameWith(int verb, uint32_t* preposition) const {
  int found = kNoWord;
  for (int i = verb + 1; i < At(verb).end; ++i) {
    if (At(i).head != verb || !IsName(i) ||
        (At(i).relation != SyntaxRelation::kObl &&
         At(i).relation != SyntaxRelation::kNmod)) {
      continue;
    }
    const int word = syntax::ChildOf(s_, i, SyntaxRelation::kCase);
    if (word == kNoWord || words_.words[TokenOf(i)].Is(DraftWord::kTime)) {
      continue;
    }
    if (found != kNoWord) return kNoWord;
    found = i;
    *preposition = words_.words[TokenOf(word)].word;
  }
  return found;
}

int VerbParties::Recipient(int verb, int agent, int patient) const {
  if (patient == kNoWord) return kNoWord;
  for (int i = verb + 1; i < s_.size(); ++i) {
    if (At(i).head == kNoWord ||
        (At(i).head != verb && At(i).head != agent && At(i).head != patient)) {
      continue;
    }
    if (Form(At(i).begin) == "to" && i > At(i).begin && !IsAmount(i)) {
      return NamedWithin(i);
    }
  }
  return kNoWord;
}

// "The young poet Mateus Kiala": the name in apposition.
int VerbParties::NamedWithin(int w) const {
  if (IsName(w)) return w;
  const int name = syntax::ChildOf(s_, w, SyntaxRelation::kAppos);
  return name != kNoWord && IsName(name) ? name : w;
}

int VerbParties::NamedBehind(int w) const {
  if (w == kNoWord || At(w).upos != Upos::kNoun || !doc_.lex.Has(TokenOf(w), Lex::kRoleNoun)) {
    return w;
  }
  int i = w + 1;
  if (i < s_.size() && Form(i) == "of") {
    ++i;
    while (i < s_.size() && IsName(i)) ++i;
  }
  if (i + 1 >= s_.size() || Form(i) != ",") return w;
  int end = i + 1;
  while (end < s_.size() && IsName(end)) ++end;
  // Two words at least: "the mayor, Paris and ...".
  if (end < i + 3 || end >= s_.size() || At(end).upos != Upos::kPunct) return w;
  return Top(i + 1, end);
}

absl::string_view VerbParties::ParticleOf(int w) const {
  const int particle =
      syntax::ChildOf(s_, w, SyntaxRelation::kCompoundPrt);
  return particle == kNoWord ? absl::string_view() : Form(particle);
}

bool VerbParties::IsPassive(int verb) const {
  if (syntax::IsPassive(s_, verb)) return true;
  if (At(verb).xpos != Xpos::kVBN || HasOwnSubject(verb) ||
      syntax::ChildOf(s_, verb, SyntaxRelation::kAux) != kNoWord) {
    return false;
  }
  // "A firm bought by ...", "was found and bought by ...".
  return At(verb).relation == SyntaxRelation::kAcl ||
         (At(verb).relation == SyntaxRelation::kConj &&
          syntax::IsPassive(s_, At(verb).head));
}

// "Atlantis docks with ...": of a short sentence the noun before its verb,
// whatever the parser made of it; "allowed the king to return": the king;
// "Weber, who runs it, hired ...": Weber.
int VerbParties::SubjectInHeadline(int verb) const {
  if (At(verb).relation == SyntaxRelation::kRoot && verb > 0 &&
      At(verb - 1).head == verb &&
      (At(verb - 1).upos == Upos::kNoun ||
       At(verb - 1).upos == Upos::kPropn || IsCapital(verb - 1) ||
       (verb == 1 && IsContent(0)))) {
    return verb - 1;
  }
  for (int i = 0; i < verb; ++i) {
    if (At(i).head != verb || At(i).relation != SyntaxRelation::kAdvcl) {
      continue;
    }
    int first = kNoWord;
    for (int k = At(i).begin; k < i; ++k) {
      if (At(k).head != i || At(k).relation != SyntaxRelation::kNsubj) {
        continue;
      }
      if (first != kNoWord && IsRelativePronoun(k)) return first;
      first = k;
    }
  }
  return IsLet(verb) ? At(verb).head : kNoWord;
}

// "Harlow said it had bought ...": who says so, where a pronoun is subject of
// what is said.
int VerbParties::Resolved(int verb, int subject) const {
  if (subject == kNoWord || At(subject).upos != Upos::kPron) return subject;
  if (IsRelativePronoun(subject) ||
      At(verb).relation != SyntaxRelation::kCcomp) {
    return kNoWord;
  }
  const int sayer = syntax::SubjectOf(s_, At(verb).head);
  return sayer != kNoWord && At(sayer).upos != Upos::kPron ? sayer : kNoWord;
}

// "By Governor Hale", wherever the preposition hangs.
int VerbParties::By(int verb) const {
  for (int i = verb + 1; i < At(verb).end; ++i) {
    if (At(i).head != verb || (At(i).relation != SyntaxRelation::kObl &&
                               At(i).relation != SyntaxRelation::kNmod)) {
      continue;
    }
    // "Rose by 5 percent"
    if (Form(At(i).begin) == "by" && !IsAmount(i)) return i;
  }
  return kNoWord;
}

// A name right behind an active verb is its object, whatever the parser made
// of it: "paid Medix 3 million".
int VerbParties::NameBehindVerb(int verb) const {
  int end = verb + 1;
  while (end < s_.size() && IsCapital(end)) ++end;
  if (end == verb + 1) return kNoWord;
  if (end < s_.size()) {
    switch (At(end).upos) {
      case Upos::kNoun:
      case Upos::kPropn:
      case Upos::kAdj:
      case Upos::kPart:
        return kNoWord;
      default:
        break;
    }
  }
  return Top(verb + 1, end);
}

}  // namespace claimcheck
