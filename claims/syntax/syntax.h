#ifndef CLAIMCHECK_CLAIMS_SYNTAX_SYNTAX_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_SYNTAX_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/syntax/name_tagger.h"
#include "claims/syntax/parser.h"
#include "claims/syntax/syntax_words.h"
#include "claims/syntax/tagger.h"
#include "claims/syntax/tags.h"
#include "claims/text/tokens.h"

namespace claimcheck {
namespace syntax {

// No word: the head of the root, or "unknown".
inline constexpr int kNoWord = -1;

// A word of a parsed sentence.
struct ParsedWord {
  Upos upos = Upos::kX;
  Xpos xpos = Xpos::kNone;
  Relation relation = Relation::kDep;
  int32_t head = kNoWord;  // index of the word that it depends on
  // The word with all that depends on it: trees have no crossing arcs.
  int32_t begin = 0;
  int32_t end = 0;
};

// A sentence with its tree.  A parse is evidence, not fact: in news about one
// arc in six is wrong.  Reusable: vectors keep their memory.
struct ParsedSentence {
  std::vector<absl::string_view> forms;
  std::vector<ParsedWord> words;
  std::vector<NameSpan> names;
  // Where the words come from; empty when they were given as forms.
  std::vector<SyntaxWord> source;
  // As the tagger left them, for AddTree.
  std::vector<JointTag> tags, second_tags;

  int size() const { return static_cast<int>(words.size()); }
  // The word that holds `token` of the text, or kNoWord.  Logarithmic.
  int WordOf(uint32_t token) const;
};

// Working memory, to be reused.  One for each thread.
struct SyntaxScratch {
  TaggedWords tagged;
  ParserState state;
  NameRuns runs;
};

// What to do; tags are always found.
struct SyntaxOptions {
  bool tree = true;  // without: heads and relations are unknown
  bool names = true;
};

// Tagger, parser and name recogniser with the weights that are built into the
// program.  Immutable and thread-safe.  Costs no allocation once `scratch` and
// `out` have grown.
//
//   const Syntax& syntax = Syntax::Embedded();
//   SyntaxScratch scratch;
//   ParsedSentence sentence;
//   syntax.Parse(text, text.sentences[0].tokens, &scratch, &sentence);
//   const int verb = ...; const int who = SubjectOf(sentence, verb);
class Syntax {
 public:
  // Longer sentences are parsed in pieces, cut behind a mark where there is
  // one; the root of a later piece hangs on that of the first.
  static constexpr int kMaxWords = 200;

  static const Syntax& Embedded();

  // For weights that lie elsewhere; they must outlive this.  False when they
  // cannot be used.
  bool Open(absl::string_view tagger, absl::string_view parser,
            absl::string_view names);

  // Parses the sentence whose tokens are `range` of `text`, which must outlive
  // the use of `out`.
  void Parse(const TokenizedText& text, TokenRange range,
             SyntaxScratch* scratch, ParsedSentence* out) const {
    Parse(text, range, {}, scratch, out);
  }
  void Parse(const TokenizedText& text, TokenRange range,
             const SyntaxOptions& options, SyntaxScratch* scratch,
             ParsedSentence* out) const;
  // Parses words that are cut as the treebanks cut them.
  void Parse(absl::Span<const absl::string_view> forms, SyntaxScratch* scratch,
             ParsedSentence* out) const;

  // Adds the tree to a sentence that was parsed without: what Parse finds with
  // one, but the words are not tagged again.
  void AddTree(SyntaxScratch* scratch, ParsedSentence* out) const;

  const Tagger& tagger() const { return tagger_; }

 private:
  void ParseForms(const SyntaxOptions& options, SyntaxScratch* scratch,
                  ParsedSentence* out) const;
  // The tree of one piece, from word `begin` on, whose words and tags are in
  // `scratch`.  `first_root` is the root of the first piece, or kNoWord.
  void ParsePiece(int begin, SyntaxScratch* scratch, ParsedSentence* out,
                  int* first_root) const;

  Tagger tagger_;
  Parser parser_;
  NameTagger names_;
};

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_SYNTAX_H_
