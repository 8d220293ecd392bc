#ifndef CLAIMCHECK_CLAIMS_EXTRACT_EVENTS_ARGUMENTS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_EVENTS_ARGUMENTS_H_

#include <cstdint>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "claims/extract/analysis.h"
#include "claims/extract/clauses.h"

namespace claimcheck {

using MentionList = absl::InlinedVector<uint32_t, 4>;

// An event noun with the noun phrase about it.
struct EventPhrase {
  TokenRange noun;     // "summit meeting"
  uint32_t begin = 0;  // of the phrase, determiner included
  const LexEntry* entry = nullptr;
  bool definite = false;  // "the", "his", "Lagos's"
  uint32_t host = kNone;  // verb group of which it is object or subject
  bool object = false;    // of `host`
  bool subject = false;
};

// Reads who does and undergoes what off one sentence.  Names in prepositional
// phrases, in appositions and before another noun are nobody's subject.
class ArgumentReader {
 public:
  // Reads the sentences of `doc` as they come into `syntax`; reuses the memory
  // of the document before.
  void Begin(const DocumentAnalysis& doc, const SentenceSyntax& syntax);
  void BeginSentence();

  // The subject of group `g`, by control where it has none of its own: "wants |
  // to leave".  Indices into names.
  const MentionList& Subject(uint32_t g) const { return subjects_[g]; }
  // The event noun that is the subject's head, a token; kNone when it is none.
  uint32_t SubjectHead(uint32_t g) const { return heads_[g]; }

  // What stands right behind the verb as its object.
  MentionList Object(uint32_t g) const;
  // "by X" right behind the verb.
  MentionList Agent(uint32_t g) const;
  // "with X" in the verb's own phrase.
  MentionList Companions(uint32_t g) const;

  // The noun phrase of the event noun at `noun`.
  EventPhrase ReadPhrase(TokenRange noun, const LexEntry& entry) const;
  // Who takes part in it by its own phrase: possessors, "between A and B".
  void PhraseRoles(const EventPhrase& phrase, MentionList* agents,
                   MentionList* patients, MentionList* places) const;

 private:
  // Bounds of the look-around, in tokens.
  static constexpr uint32_t kPhraseReach = 16;
  static constexpr uint32_t kListReach = 8;

  static void AddOnce(uint32_t value, MentionList* list);
  void ReadSubject(uint32_t g);
  void NounPhraseSubject(uint32_t from, uint32_t to, MentionList* subject,
                         uint32_t* head) const;
  uint32_t SkipIntroduction(uint32_t from, uint32_t to) const;
  uint32_t Controller(uint32_t g) const;
  void Antecedent(uint32_t before, MentionList* subject) const;
  // The mention whose phrase begins at or right behind `token`.
  uint32_t MentionFrom(uint32_t token) const;
  uint32_t MentionEndingAt(uint32_t token) const;
  // Mention `m` with those joined to it by "and" and commas on its right.
  void CoordinatedRight(uint32_t m, MentionList* out) const;
  void CoordinatedLeft(uint32_t m, uint32_t floor, MentionList* out) const;
  bool IsVehicle(uint32_t token) const;
  bool IsPerson(uint32_t m) const;
  bool IsPlace(uint32_t m) const;

  const DocumentAnalysis* doc_ = nullptr;
  const SentenceSyntax* syntax_ = nullptr;
  // token -> mention whose phrase begins there
  std::vector<uint32_t> phrase_at_;
  // Of the groups of the sentence, or more.
  std::vector<MentionList> subjects_;
  std::vector<uint32_t> heads_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_EVENTS_ARGUMENTS_H_
