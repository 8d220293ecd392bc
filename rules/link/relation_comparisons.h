#ifndef CLAIMCHECK_RULES_LINK_RELATION_COMPARISONS_H_
#define CLAIMCHECK_RULES_LINK_RELATION_COMPARISONS_H_

#include <vector>

#include "rules/link/relation_status.h"
#include "rules/link/relation_tree.h"

namespace claimcheck {

// Who has more of something than whom: "Oslo is bigger than Bergen", "Lind earns more
// than Moe", "the firm grew faster than its rival".
class Comparisons : public RelationTree {
 public:
  using RelationTree::RelationTree;

  // In the order of the words.  Where only part of one is compared ("higher than in
  // Sweden", "more than ever") there is none.
  std::vector<Relation> Read() const;

 private:
  // The comparative that "than" belongs to.
  int ComparativeBefore(int than) const;
  // Whoever is named right behind "than".
  int NounBehind(int than) const;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATION_COMPARISONS_H_
