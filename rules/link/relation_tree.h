#ifndef CLAIMCHECK_RULES_LINK_RELATION_TREE_H_
#define CLAIMCHECK_RULES_LINK_RELATION_TREE_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"
#include "claims/syntax/syntax.h"
#include "claims/text/stem.h"
#include "rules/link/draft_words.h"
#include "rules/link/relation_words.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {

// The tree of a sentence with its words, as the readers of relations ask for
// them: words are numbered as in the tree.  A view: the document, its words and
// the tree must outlive it.  For the readers of relations.h alone.
class RelationTree {
 public:
  RelationTree(const DocumentAnalysis& doc, const DraftWords& words,
               const syntax::ParsedSentence& tree)
      : doc_(doc), words_(words), s_(tree) {}

 protected:
  using SyntaxRelation = syntax::Relation;
  using Upos = syntax::Upos;
  using Xpos = syntax::Xpos;
  static constexpr int kNoWord = syntax::kNoWord;
  // A chain of verbs longer than this says nothing.
  static constexpr int kMaxChain = 6;

  const syntax::ParsedWord& At(int w) const { return s_.words[w]; }
  uint32_t TokenOf(int w) const { return s_.source[w].tokens.begin; }
  uint32_t StemOf(int w) const { return words_.words[TokenOf(w)].stem; }
  absl::string_view Form(int w) const { return doc_.text.Folded(TokenOf(w)); }
  bool IsContent(int w) const {
    return words_.words[TokenOf(w)].Is(DraftWord::kContent);
  }
  bool IsRelativePronoun(int w) const {
    return At(w).xpos == Xpos::kWDT || At(w).xpos == Xpos::kWP;
  }
  bool IsAcl(int w) const {
    return At(w).relation == SyntaxRelation::kAcl ||
           At(w).relation == SyntaxRelation::kAclRelcl;
  }
  bool IsName(int w) const {
    return w != kNoWord && At(w).upos == Upos::kPropn && IsContent(w);
  }
  bool IsCapital(int w) const {
    return IsContent(w) && words_.words[TokenOf(w)].Is(DraftWord::kCapital) &&
           (At(w).upos == Upos::kPropn || At(w).upos == Upos::kAdj ||
            At(w).upos == Upos::kNoun);
  }
  bool IsVerb(int w, absl::string_view verb) const {
    return StemOf(w) == StemHash(verb);
  }
  bool IsOpen(int w) const {
    return words::kOpenWords.ContainsStem(StemOf(w)) ||
           words::kDenyingWords.ContainsStem(StemOf(w));
  }
  bool HasMark(int w, absl::string_view mark) const {
    for (int i = At(w).begin; i < At(w).end; ++i) {
      if (At(i).head == w && At(i).relation == SyntaxRelation::kMark &&
          Form(i) == mark) {
        return true;
      }
    }
    return false;
  }
  bool HasOwnSubject(int verb) const {
    for (const SyntaxRelation relation :
         {SyntaxRelation::kNsubj, SyntaxRelation::kNsubjPass}) {
      if (syntax::ChildOf(s_, verb, relation) != kNoWord) return true;
    }
    return false;
  }
  // "5 percent", "a third", "$2", "a quarter": how much, which nobody is who does
  // something.
  bool IsAmount(int w) const {
    const uint32_t token = TokenOf(w);
    if (words_.words[token].Is(DraftWord::kTime)) return true;
    for (const QuantityMention& q :
         MentionsIn(doc_.quantities, doc_.text.sentence_of[token])) {
      if (q.tokens.Contains(token)) return q.counted.empty();
    }
    return false;
  }
  // An infinitive that hangs on the object of another verb: that one does it.
  bool IsLet(int verb) const {
    if (At(verb).relation != SyntaxRelation::kAcl || !HasMark(verb, "to")) {
      return false;
    }
    const SyntaxRelation relation = At(At(verb).head).relation;
    return (relation == SyntaxRelation::kObj ||
            relation == SyntaxRelation::kIobj) &&
           IsOpen(At(At(verb).head).head);
  }
  // The word of a run on which the others hang.
  int Top(int begin, int end) const {
    for (int i = begin; i < end; ++i) {
      if (At(i).head < begin || At(i).head >= end) return i;
    }
    return begin;
  }

  const DocumentAnalysis& doc_;
  const DraftWords& words_;
  const syntax::ParsedSentence& s_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATION_TREE_H_
