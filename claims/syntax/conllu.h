#ifndef CLAIMCHECK_CLAIMS_SYNTAX_CONLLU_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_CONLLU_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/tags.h"

namespace claimcheck {
namespace syntax {

// What a treebank says of one word.
struct TreebankWord {
  std::string form;
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kNone;
  Relation relation = Relation::kDep;
  int head = -1;  // index into the sentence; -1 is the root
  bool space_after = true;
};

// A span of words that the treebank says refers to something.
struct TreebankEntity {
  int begin = 0;
  int end = 0;
  int head = 0;
  std::string type;  // "person", "organization", "place", ...
};

struct TreebankSentence {
  std::string document;  // "# newdoc id"
  std::string text;      // "# text"
  std::vector<TreebankWord> words;
  std::vector<TreebankEntity> entities;
};

// Reads a file in CoNLL-U.  Ranges ("1-2") and empty nodes ("1.1") are left
// out; lines that cannot be read are dropped.  Entities are those of GUM's
// `Entity=` that end in the sentence in which they begin.
std::vector<TreebankSentence> ReadConllu(absl::string_view bytes);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_CONLLU_H_
