#ifndef CLAIMCHECK_RULES_LINK_RELATIONS_H_
#define CLAIMCHECK_RULES_LINK_RELATIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/syntax/syntax.h"
#include "rules/link/draft_words.h"

namespace claimcheck {

// What a sentence says of two who take part in something, by its tree: who does
// what to whom, who came after whom, who beat whom, who holds an office.
struct Relation {
  enum Kind : uint8_t {
    kAct,         // a verb: who does it, to whom or what
    kSuccession,  // who came after whom, however told: predecessor, precede
    kVictory,     // who beat whom: beat, lose to
    kParent,      // whose child: son, father
    kSpouse,
    kSibling,
    kOwner,       // who owns what
    kOffice,      // who is president of what
    kComparison,  // who is older, or has more, than whom
  };
  Kind kind = kAct;
  uint32_t token = 0;  // the word that says so
  int word = syntax::kNoWord;
  // The two, as words of the tree; kNoWord: unknown.
  int first = syntax::kNoWord;
  int second = syntax::kNoWord;
  int recipient = syntax::kNoWord;  // "gave it to Roe", beside what is given
  std::string office;    // the role, of kOffice
  bool mutual = false;   // what one does to the other the other does too
  bool ended = false;    // of kin: "ex-husband"
  // What it is told as: a plan or a possibility is no fact.
  bool negated = false;
  bool averted = false;  // by the word right before: "nearly sank"
  bool planned = false;
  bool possible = false;

  bool nominal = false;   // a noun for what is done: "his visit to Rome"
  bool deep = false;      // in what hangs on a noun: "funds to repay"
  bool reported = false;  // somebody is said to say so
  // Of what only hangs on the verb: "in" of "lives in Rome"; 0: the second is
  // its object.
  uint32_t preposition = 0;
  // "Up" of "end up"; of a comparison the stem of what there is more of; 0: none.
  uint32_t particle = 0;

  bool fact() const { return !planned && !possible; }
};

// Whether what hangs on a word with this stem is not so, or is not done: refuse,
// fail, stop, bypass.
bool DeniesWhatFollows(uint32_t stem);

// The relations of a sentence, in the order of its words, comparisons last.
std::vector<Relation> ReadRelations(const DocumentAnalysis& doc,
                                    const DraftWords& words,
                                    const syntax::ParsedSentence& tree);

// Whether two are kin in ways that exclude each other, if they are the same two:
// wife and sister, wife and ex-wife.
bool AreOtherKin(const Relation& a, const Relation& b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_RELATIONS_H_
