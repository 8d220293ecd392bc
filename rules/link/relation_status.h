#ifndef CLAIMCHECK_RULES_LINK_RELATION_STATUS_H_
#define CLAIMCHECK_RULES_LINK_RELATION_STATUS_H_

#include "rules/link/relation_tree.h"
#include "rules/link/relations.h"

namespace claimcheck {

// Whether what a relation says is a fact.
class RelationStatus : public RelationTree {
 public:
  using RelationTree::RelationTree;

  // How a relation is told: as not so, as planned, as possible, as said by
  // somebody.
  void Judge(Relation* relation) const;
  // What the word does to that on which a relation hangs: refuse, plan, allow.
  void ReadGovernor(int w, Relation* relation) const;

 private:
  bool IsWrong(int w) const;
  bool IsHaving(int w) const;
  bool NoVerbBetween(int a, int b) const;
  void ReadCues(int node, bool shared, bool own, Relation* relation) const;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATION_STATUS_H_
