#include "claims/syntax/roles.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace claimcheck {
namespace syntax {
namespace {

// A chain of verbs longer than this says nothing.
constexpr int kMaxChain = 8;

bool IsValid(const ParsedSentence& s, int word) {
  return word >= 0 && word < s.size();
}

bool IsSubject(Relation relation) {
  return relation == Relation::kNsubj || relation == Relation::kNsubjPass ||
         relation == Relation::kCsubj || relation == Relation::kCsubjPass;
}

int OwnSubject(const ParsedSentence& s, int verb) {
  for (int i = s.words[verb].begin; i < s.words[verb].end; ++i) {
    if (s.words[i].head == verb && IsSubject(s.words[i].relation)) return i;
  }
  return kNoWord;
}

bool IsRelativePronoun(const ParsedSentence& s, int word) {
  const Xpos xpos = s.words[word].xpos;
  return xpos == Xpos::kWDT || xpos == Xpos::kWP;
}

bool IsClause(Relation relation) {
  switch (relation) {
    case Relation::kRoot:
    case Relation::kCcomp:
    case Relation::kXcomp:
    case Relation::kAdvcl:
    case Relation::kAdvclRelcl:
    case Relation::kAcl:
    case Relation::kAclRelcl:
    case Relation::kParataxis:
    case Relation::kCsubj:
    case Relation::kCsubjPass:
    case Relation::kCsubjOuter:
      return true;
    default:
      return false;
  }
}

}  // namespace

int ChildOf(const ParsedSentence& s, int head, Relation relation) {
  if (!IsValid(s, head)) return kNoWord;
  for (int i = s.words[head].begin; i < s.words[head].end; ++i) {
    if (s.words[i].head == head && s.words[i].relation == relation) return i;
  }
  return kNoWord;
}

WordRange SubtreeOf(const ParsedSentence& s, int word) {
  if (!IsValid(s, word)) return {};
  return {s.words[word].begin, s.words[word].end};
}

bool IsPassive(const ParsedSentence& s, int verb) {
  return ChildOf(s, verb, Relation::kAuxPass) != kNoWord ||
         ChildOf(s, verb, Relation::kNsubjPass) != kNoWord ||
         ChildOf(s, verb, Relation::kOblAgent) != kNoWord;
}

int SubjectOf(const ParsedSentence& s, int verb) {
  for (int step = 0; step < kMaxChain && IsValid(s, verb); ++step) {
    const ParsedWord& word = s.words[verb];
    const int own = OwnSubject(s, verb);
    if (own != kNoWord) {
      // "who left": the noun before.
      if (IsRelativePronoun(s, own) && word.relation == Relation::kAclRelcl) {
        return word.head;
      }
      return own;
    }
    if (word.relation == Relation::kXcomp) {
      // "asked him to leave": he leaves.
      const int object = ChildOf(s, word.head, Relation::kObj);
      if (object != kNoWord && object < verb) return object;
    } else if (word.relation != Relation::kConj) {
      return kNoWord;
    }
    verb = word.head;
  }
  return kNoWord;
}

int ObjectOf(const ParsedSentence& s, int verb) {
  return ChildOf(s, verb, Relation::kObj);
}

int AgentOf(const ParsedSentence& s, int verb) {
  if (!IsValid(s, verb)) return kNoWord;
  return IsPassive(s, verb) ? ChildOf(s, verb, Relation::kOblAgent)
                            : SubjectOf(s, verb);
}

int PatientOf(const ParsedSentence& s, int verb) {
  if (!IsValid(s, verb)) return kNoWord;
  return IsPassive(s, verb) ? SubjectOf(s, verb) : ObjectOf(s, verb);
}

int ObliqueOf(const ParsedSentence& s, int verb,
              absl::string_view preposition) {
  if (!IsValid(s, verb)) return kNoWord;
  for (int i = s.words[verb].begin; i < s.words[verb].end; ++i) {
    const ParsedWord& word = s.words[i];
    if (word.head != verb || (word.relation != Relation::kObl &&
                              word.relation != Relation::kOblAgent)) {
      continue;
    }
    const int adposition = ChildOf(s, i, Relation::kCase);
    if (adposition != kNoWord &&
        absl::EqualsIgnoreCase(s.forms[adposition], preposition)) {
      return i;
    }
  }
  return kNoWord;
}

int CountedNounOf(const ParsedSentence& s, int number) {
  for (int step = 0; step < kMaxChain && IsValid(s, number); ++step) {
    const ParsedWord& word = s.words[number];
    if (word.relation == Relation::kNummod) return word.head;
    // "dozens of people", "3 million of them".
    for (int i = number + 1; i < word.end; ++i) {
      const ParsedWord& child = s.words[i];
      if (child.head != number || child.relation != Relation::kNmod) continue;
      const int of = ChildOf(s, i, Relation::kCase);
      if (of != kNoWord && absl::EqualsIgnoreCase(s.forms[of], "of")) return i;
    }
    // "3" of "3 million".
    if (word.head == kNoWord || s.words[word.head].upos != Upos::kNum) break;
    if (word.relation != Relation::kCompound &&
        word.relation != Relation::kFlat) {
      break;
    }
    number = word.head;
  }
  return kNoWord;
}

int PredicateOf(const ParsedSentence& s, int word) {
  for (int step = 0; step < s.size() && IsValid(s, word); ++step) {
    const ParsedWord& w = s.words[word];
    if (IsClause(w.relation)) return word;
    if (w.relation == Relation::kConj &&
        (w.upos == Upos::kVerb || OwnSubject(s, word) != kNoWord)) {
      return word;
    }
    word = w.head;
  }
  return kNoWord;
}

WordRange ReportedClauseOf(const ParsedSentence& s, int say_verb) {
  if (!IsValid(s, say_verb)) return {};
  for (Relation relation : {Relation::kCcomp, Relation::kParataxis}) {
    const int clause = ChildOf(s, say_verb, relation);
    if (clause == kNoWord) continue;
    WordRange range = SubtreeOf(s, clause);
    // A verb of saying inside its own complement: '"Yes," he said, "..."'.
    if (range.begin < say_verb && say_verb < range.end) return {};
    return range;
  }
  const ParsedWord& verb = s.words[say_verb];
  // What comes before without a conjunction is reported, whatever the parser
  // calls it: "The bridge fell, he said."
  for (int i = verb.begin; i < say_verb; ++i) {
    if (s.words[i].head != say_verb) continue;
    if (s.words[i].relation == Relation::kAdvcl &&
        OwnSubject(s, i) != kNoWord &&
        ChildOf(s, i, Relation::kMark) == kNoWord) {
      return SubtreeOf(s, i);
    }
  }
  if (verb.relation == Relation::kParataxis && verb.head != kNoWord) {
    const ParsedWord& head = s.words[verb.head];
    if (verb.head < say_verb) {
      return {head.begin, std::max<int>(head.begin, verb.begin)};
    }
    return {std::min<int>(verb.end, head.end), head.end};
  }
  return {};
}

bool IsNegated(const ParsedSentence& s, int word) {
  if (!IsValid(s, word)) return false;
  for (int i = s.words[word].begin; i < s.words[word].end; ++i) {
    if (s.words[i].head != word) continue;
    if (IsNegation(s.forms[i])) return true;
  }
  return false;
}

bool IsNegation(absl::string_view form) {
  for (absl::string_view no : {"not", "n't", "n\xE2\x80\x99t", "never", "no",
                               "neither", "without"}) {
    if (absl::EqualsIgnoreCase(form, no)) return true;
  }
  return false;
}

}  // namespace syntax
}  // namespace claimcheck
