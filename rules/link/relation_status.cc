#include "rules/link/relation_status.h"

#include <algorithm>

#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/text/word_table.h"

namespace claimcheck {

// How it is told.
void RelationStatus::Judge(Relation* relation) const {
  int node = relation->word;
  // "Ruled out buying it", whatever the parser made of it.
  const uint32_t token = TokenOf(node);
  if (token >= 2 && doc_.text.Folded(token - 1) == "out" &&
      StemHash(doc_.text.Folded(token - 2)) == StemHash("rule")) {
    relation->negated = !relation->negated;
  }
  // "None of those survived", "has no plans".
  for (int i = At(node).begin; i < At(node).end; ++i) {
    const bool part = At(i).head == node &&
                      (At(i).relation == SyntaxRelation::kNsubj ||
                       At(i).relation == SyntaxRelation::kNsubjPass ||
                       At(i).relation == SyntaxRelation::kObj);
    if (!part) continue;
    if (words_.words[TokenOf(i)].Is(DraftWord::kNegation)) {
      relation->negated = !relation->negated;
      continue;
    }
    for (int k = At(i).begin; k < i; ++k) {
      if (At(k).head == i && At(k).relation == SyntaxRelation::kDet &&
          words_.words[TokenOf(k)].Is(DraftWord::kNegation)) {
        relation->negated = !relation->negated;
      }
    }
  }
  bool shared = false;  // of a conjunct: only what all share
  for (int step = 0; step < kMaxChain; ++step) {
    const bool before = relation->negated;
    ReadCues(node, shared, step == 0, relation);
    // "No plans to raise prices".
    if (relation->negated != before) relation->deep = false;
    const int head = At(node).head;
    if (head == kNoWord) return;
    const bool infinitive = HasMark(node, "to") ||
                            At(node).xpos == Xpos::kVBG || IsHaving(node);
    switch (At(node).relation) {
      case SyntaxRelation::kConj:
        if (HasOwnSubject(node)) return;
        shared = true;
        node = head;
        continue;
      case SyntaxRelation::kXcomp:
        // "Who could not swim drowned": two verbs, told as one.
        if ((At(node).xpos == Xpos::kVBD || At(node).xpos == Xpos::kVBN) &&
            !HasMark(node, "to") && !IsHaving(node)) {
          return;
        }
        break;
      case SyntaxRelation::kCcomp:
        relation->reported = true;
        // "Wrongly assumed that it had leaked".
        if (IsWrong(head)) relation->negated = !relation->negated;
        ReadGovernor(head, relation);
        return;
      case SyntaxRelation::kAcl:
      case SyntaxRelation::kAdvcl:
      case SyntaxRelation::kCsubj:
        if (!infinitive) return;
        // "Left to work there", "after buying it".
        if (At(node).relation == SyntaxRelation::kAdvcl &&
            At(head).upos == Upos::kVerb && !IsOpen(head)) {
          return;
        }
        break;
      case SyntaxRelation::kObj:
      case SyntaxRelation::kNsubjPass:
      case SyntaxRelation::kNmod:
        if (step > 0 || At(node).upos == Upos::kVerb || relation->nominal) {
          ReadGovernor(head, relation);
          return;
        }
        return;
      default:
        return;
    }
    relation->deep |= At(head).upos == Upos::kNoun && !IsLet(node);
    // "Allowed the king to return": what is allowed.
    const int governor = IsLet(node) ? At(head).head : head;
    ReadGovernor(governor, relation);
    shared = false;
    node = governor;
  }
}

void RelationStatus::ReadGovernor(int w, Relation* relation) const {
  const uint32_t token = TokenOf(w);
  if (words::kDenyingWords.ContainsStem(StemOf(w))) {
    relation->negated = !relation->negated;
    return;
  }
  if (words::kOpenWords.ContainsStem(StemOf(w))) {
    // Who was allowed to leave has left, as a rule.
    const bool let = (IsVerb(w, "allow") || IsVerb(w, "permit")) &&
                     syntax::IsPassive(s_, w);
    relation->possible |= !let;
    return;
  }
  if (doc_.lex.Has(token, Lex::kPlanCue)) relation->planned = true;
}

void RelationStatus::ReadCues(int node, bool shared, bool own,
                              Relation* relation) const {
  for (int i = At(node).begin; i < At(node).end; ++i) {
    if (At(i).head != node) continue;
    const uint32_t token = TokenOf(i);
    switch (At(i).relation) {
      case SyntaxRelation::kAux:
      case SyntaxRelation::kAdvmod:
      case SyntaxRelation::kMark:
      case SyntaxRelation::kDet:
      case SyntaxRelation::kCc:
      case SyntaxRelation::kCcPreconj:
      case SyntaxRelation::kAmod:
      case SyntaxRelation::kCase:
        break;
      default:
        continue;
    }
    if (!shared && words_.words[token].Is(DraftWord::kNegation) &&
        NoVerbBetween(i, node)) {
      relation->negated = !relation->negated;
    }
    if (At(i).relation == SyntaxRelation::kCase) continue;
    const uint64_t mask = doc_.lex.Mask(token);
    if ((mask & (Bit(Lex::kPossibilityCue) | Bit(Lex::kConditionCue))) != 0) {
      relation->possible = true;
    }
    relation->planned |= (mask & Bit(Lex::kPlanCue)) != 0;
  }
  // "The ferry nearly sank".
  constexpr FewWords kNearly({"nearly", "almost"});
  if (own && node > 0 && words::kAvertedActs.ContainsStem(StemOf(node)) &&
      kNearly.Contains(doc_.text.tokens[TokenOf(node - 1)].word)) {
    relation->negated = !relation->negated;
    relation->averted = true;
  }
  // What is to be done is not said to be done: "to open in May", as headlines
  // have it.
  if (own && HasMark(node, "to")) relation->planned = true;
}

// "Wrongly assumed".
bool RelationStatus::IsWrong(int w) const {
  constexpr FewWords kWrongly({"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"});
  for (int i = At(w).begin; i < At(w).end; ++i) {
    if (At(i).head == w && At(i).relation == SyntaxRelation::kAdvmod &&
        kWrongly.Contains(doc_.text.tokens[TokenOf(i)].word)) {
      return true;
    }
  }
  return false;
}

// "Having killed".
bool RelationStatus::IsHaving(int w) const {
  const int aux = syntax::ChildOf(s_, w, SyntaxRelation::kAux);
  return aux != kNoWord && At(aux).xpos == Xpos::kVBG;
}

// Whether no other verb stands between two words.
bool RelationStatus::NoVerbBetween(int a, int b) const {
  for (int i = std::min(a, b) + 1; i < std::max(a, b); ++i) {
    if (At(i).upos == Upos::kVerb) return false;
  }
  return true;
}

}  // namespace claimcheck
