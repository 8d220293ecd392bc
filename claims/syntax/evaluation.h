#ifndef CLAIMCHECK_CLAIMS_SYNTAX_EVALUATION_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_EVALUATION_H_

#include <map>
#include <string>
#include <vector>

#include "claims/syntax/conllu.h"
#include "claims/syntax/syntax.h"

namespace claimcheck {
namespace syntax {

// Found, gold and both, for an F1.
struct Counts {
  int gold = 0;
  int found = 0;
  int right = 0;
  double F1() const {
    return gold + found == 0 ? 0 : 200.0 * right / (gold + found);
  }
};

// What the models reach on a treebank, with its own words.
struct Figures {
  int tokens = 0;
  int upos_right = 0;
  int both_right = 0;  // UPOS and XPOS
  // Without punctuation, full labels.
  int arcs = 0;
  int heads_right = 0;
  int labelled_right = 0;
  std::map<Relation, Counts> relations;
  Counts negation;  // arcs of "not", "never", "no"
  // People, organisations and places.
  Counts name_spans;
  Counts names;
  std::map<NameType, Counts> name_types;

  double Upos() const { return Percent(upos_right, tokens); }
  double BothTags() const { return Percent(both_right, tokens); }
  double Uas() const { return Percent(heads_right, arcs); }
  double Las() const { return Percent(labelled_right, arcs); }
  static double Percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
};

Figures Evaluate(const Syntax& syntax,
                 const std::vector<TreebankSentence>& treebank);

// How often our own words are the treebank's: words whose both ends agree, over
// the text of each sentence.
Counts EvaluateWords(const std::vector<TreebankSentence>& treebank);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_EVALUATION_H_
