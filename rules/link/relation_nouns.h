#ifndef CLAIMCHECK_RULES_LINK_RELATION_NOUNS_H_
#define CLAIMCHECK_RULES_LINK_RELATION_NOUNS_H_

#include <string>

#include "rules/link/relation_tree.h"

namespace claimcheck {

// Who is what of whom, by a noun: offices, successors, kin.
class NounParties : public RelationTree {
 public:
  using RelationTree::RelationTree;

  // The office that ends with word `w`, and in `first` the word where it begins;
  // empty: none that one person alone holds.
  std::string OfficeAt(int w, int* first) const;
  // Who is that.
  int Holder(int w) const;
  // Of whom or what; `first` is where the words of the role begin.
  int Of(int w, int first, int holder) const;

 private:
  int NameBehind(int w) const;
  int NameBefore(int w) const;
  int OnlyOtherName(int w, int holder) const;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATION_NOUNS_H_
