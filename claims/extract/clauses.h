#ifndef CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "claims/extract/analysis.h"

// The skeleton of a sentence, found without a parser: what part each word plays
// as far as closed word lists and its neighbours tell, groups of verbs, and the
// clauses about them.
namespace claimcheck {

enum class WordTag : uint8_t {
  kOther,  // a noun, an adjective, what no list knows
  kName,   // part of a name
  kNumber,
  kTime,  // part of a time expression
  kDeterminer,
  kPossessive,  // 's, his
  kPronoun,     // he, it, they, someone
  kPreposition,
  kEither,        // "after", "before": preposition or conjunction
  kTo,            // before an infinitive
  kCoordinator,   // and, or, but
  kSubordinator,  // that, when, because, if
  kRelative,      // who, which, whose
  kAuxiliary,
  kNegation,
  kAdverb,
  kVerb,
  kParticle,  // a further word of a verb: touched *down*
  kEventNoun,
  kComma,
  kBreak,  // ; : ( ) and dashes between words
  kQuote,
  kStop,  // . ! ?
};

enum class VerbForm : uint8_t {
  kBase,
  kS,
  kPast,  // surely finite
  kEd,    // past or participle
  kParticiple,
  kGerund,
};

// Auxiliaries, adverbs and a verb that belong together.
struct VerbGroup {
  enum Kind : uint8_t { kFinite, kInfinitive, kGerund, kParticiple };
  TokenRange tokens;
  uint32_t verb = kNone;  // its main verb; kNone for a copula
  uint32_t verb_end = 0;  // behind the last word of the verb: "touched down"
  const LexEntry* entry = nullptr;  // EVENT_VERB, else null
  bool say = false;                 // the verb is a SAY_VERB
  Kind kind = kFinite;
  VerbForm form = VerbForm::kBase;
  bool passive = false;
  bool negated = false;
  uint32_t shares = kNone;  // the group whose auxiliary it shares: "and sign"
  uint32_t modal = kNone;   // token of "will", "may"
  uint32_t clause = 0;      // index into SentenceSyntax::clauses
};

struct Clause {
  enum Opener : uint8_t {
    kStart,
    kRelative,     // who, which, that + verb
    kSubordinate,  // that, when, because
    kCondition,    // if, unless, whether
    kBare,         // "said | he came": nothing but the verb before it
    kCoordinate,   // and, but; a comma, a semicolon
    kShared,       // "and left": the subject is that of `outer`
  };
  TokenRange tokens;        // first to last; what is embedded in it included
  uint32_t group = kNone;   // its finite group
  uint32_t outer = kNone;   // the clause it hangs on
  uint32_t opener_end = 0;  // where the words after the opener begin
  uint32_t head_end = 0;  // where its first part ends, when it was interrupted
  Opener opener = kStart;
};

// One sentence after another of a document.
struct SentenceSyntax {
  uint32_t begin = 0;  // first token of the sentence
  uint32_t behind = 0;  // behind its last
  // Of all tokens of the document, by token.
  std::vector<WordTag> tags;
  std::vector<const LexHit*> verbs;  // of kVerb tokens: the hit, may be null
  std::vector<VerbForm> forms;
  std::vector<uint32_t> mention;  // index into names that covers the token
  std::vector<uint32_t> clause_of;
  // Of the sentence.
  absl::Span<const uint32_t> verbal;  // auxiliaries, verbs, "to", event nouns
  std::vector<VerbGroup> groups;  // by token
  std::vector<Clause> clauses;
  // Where clauses begin and go on: token, clause.
  std::vector<std::pair<uint32_t, uint32_t>> starts;
  // Room for the tokens of any sentence: of `verbal`, and of those that are still
  // to be tagged.
  std::vector<uint32_t> verbal_room, untold_room;

  uint32_t end() const { return behind; }
  WordTag tag(uint32_t token) const { return tags[token]; }
  uint32_t ClauseOf(uint32_t token) const { return clause_of[token]; }
  uint32_t MentionAt(uint32_t token) const { return mention[token]; }
};

// Makes room for all tokens of `doc` and marks those of its names and times.
void BeginSyntax(const DocumentAnalysis& doc, SentenceSyntax* out);

// Tags the words of `sentence` and finds its verb groups and clauses.  Each
// sentence is read at most once.
void ReadSyntax(const DocumentAnalysis& doc, uint32_t sentence,
                SentenceSyntax* out);

// The parts of ReadSyntax.
void TagWords(const DocumentAnalysis& doc, uint32_t sentence,
              SentenceSyntax* out);
void FindVerbGroups(const DocumentAnalysis& doc, SentenceSyntax* out);
void FindClauses(const DocumentAnalysis& doc, SentenceSyntax* out);

// Whether `token` can be the participle that an introduction begins with:
// "Built in 1911, the bridge ...".
bool IsParticiple(const DocumentAnalysis& doc, const SentenceSyntax& syntax,
                  uint32_t token);

// The first token at or behind `token` that ends a noun phrase: a preposition,
// a mark, a verb, a conjunction.
uint32_t NounPhraseEnd(const SentenceSyntax& syntax, uint32_t token);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_CLAUSES_H_
