// Subjects: found before their verb, shared with another verb, or its object.

#include <algorithm>

#include "claims/extract/events_arguments.h"

namespace claimcheck {
namespace {

constexpr uint32_t kWho = WordHash("who", 3), kFor = WordHash("for", 3),
                   kFrom = WordHash("from", 4);

}  // namespace

bool ArgumentReader::IsVehicle(uint32_t token) const {
  for (const LexHit& hit : doc_->lex.At(token)) {
    if (hit.cls == Lex::kNonName && hit.entry->HasTag("vehicle")) return true;
  }
  return false;
}

// Past what stands before the subject: "In July, for example,", "On Monday".
uint32_t ArgumentReader::SkipIntroduction(uint32_t from, uint32_t to) const {
  while (from < to) {
    const WordTag tag = syntax_->tag(from);
    if (tag == WordTag::kCoordinator || tag == WordTag::kSubordinator ||
        tag == WordTag::kAdverb || tag == WordTag::kQuote ||
        tag == WordTag::kComma || tag == WordTag::kBreak ||
        tag == WordTag::kRelative ||
        (tag == WordTag::kOther &&
         doc_->text.tokens[from].kind != TokenKind::kWord)) {
      ++from;  // a bullet is a symbol
      continue;
    }
    break;
  }
  if (from >= to) return to;
  const WordTag tag = syntax_->tag(from);
  uint32_t colon = kNone, comma = kNone;
  for (uint32_t t = from; t < to; ++t) {
    if (doc_->text.IsChar(t, ':')) colon = t;
    // "LAGOS, Nigeria -- The plane": a dateline.
    if (syntax_->tag(t) == WordTag::kBreak && doc_->text.IsChar(t, '-') &&
        t < syntax_->begin + kListReach) {
      colon = t;
    }
    if (syntax_->tag(t) == WordTag::kComma) comma = t;
  }
  if (colon != kNone) return SkipIntroduction(colon + 1, to);
  const bool introduces = tag == WordTag::kPreposition ||
                          tag == WordTag::kEither || tag == WordTag::kTime ||
                          tag == WordTag::kTo || tag == WordTag::kVerb;
  if (!introduces &&
      (comma == kNone || !IsParticiple(*doc_, *syntax_, from))) {
    return from;
  }
  if (comma != kNone && comma + 1 < to) {
    return SkipIntroduction(comma + 1, to);
  }
  // "On Tuesday Okafor left": past the time.
  uint32_t t = from;
  while (t < to && (syntax_->tag(t) == WordTag::kPreposition ||
                    syntax_->tag(t) == WordTag::kTime)) {
    ++t;
  }
  if (t > from && t < to && syntax_->tag(t - 1) == WordTag::kTime) return t;
  return to;
}

// The subject in [from, to): the mention that heads its first noun phrase.
void ArgumentReader::NounPhraseSubject(uint32_t from, uint32_t to,
                                       MentionList* subject,
                                       uint32_t* head) const {
  from = SkipIntroduction(from, to);
  if (from >= to) return;
  uint32_t end = std::min(NounPhraseEnd(*syntax_, from), to);
  if (end <= from) return;
  // "Ada Okafor , Ghana 's president": the phrase of a name may hold commas.
  const uint32_t first = MentionFrom(from);
  if (first != kNone && doc_->names[first].tokens.end > end) {
    end = std::min(doc_->names[first].tokens.end, to);
  }
  uint32_t m = MentionEndingAt(end);
  if (m != kNone && doc_->names[m].possessive) m = kNone;
  if (m == kNone) {
    // "Hollis's plane": what goes where its owner goes.
    if (IsVehicle(end - 1)) {
      for (uint32_t t = end - 1; t > from; --t) {
        if (syntax_->tag(t) != WordTag::kPossessive) continue;
        uint32_t owner = syntax_->MentionAt(t);          // "his"
        if (owner == kNone) owner = MentionEndingAt(t);  // "Hollis 's"
        if (owner != kNone) AddOnce(owner, subject);
        break;
      }
    }
    if (syntax_->tag(end - 1) == WordTag::kEventNoun) *head = end - 1;
    // "the Okafor brothers": no mention heads the phrase.
    return;
  }
  // A mention that is the whole head: nothing but its phrase and small words
  // before it.
  CoordinatedLeft(m, from, subject);
  CoordinatedRight(m, subject);
}

void ArgumentReader::Antecedent(uint32_t before, MentionList* subject) const {
  uint32_t t = before;
  while (t > syntax_->begin &&
         (syntax_->tag(t - 1) == WordTag::kComma ||
          syntax_->tag(t - 1) == WordTag::kRelative ||
          syntax_->tag(t - 1) == WordTag::kSubordinator)) {
    --t;
  }
  const uint32_t m = MentionEndingAt(t);
  if (m == kNone || doc_->names[m].possessive) return;
  // "Tampa, Fla., who organised it": no place is "who".
  if (t < before && doc_->text.tokens[before - 1].word == kWho && IsPlace(m)) {
    return;
  }
  subject->push_back(m);
}

// The group whose subject a verb without one shares.
uint32_t ArgumentReader::Controller(uint32_t g) const {
  const VerbGroup& group = syntax_->groups[g];
  if (group.shares != kNone) return group.shares;
  if (group.kind == VerbGroup::kInfinitive && g > 0 &&
      syntax_->groups[g - 1].clause == group.clause) {
    return g - 1;
  }
  const uint32_t finite = syntax_->clauses[group.clause].group;
  if (finite != kNone) return finite;
  if (g > 0 && syntax_->groups[g - 1].clause == group.clause) return g - 1;
  // "Before flying out, she ..."
  if (g + 1 < syntax_->groups.size() &&
      syntax_->groups[g + 1].kind == VerbGroup::kFinite) {
    return g + 1;
  }
  return kNone;
}

void ArgumentReader::ReadSubject(uint32_t g) {
  const VerbGroup& group = syntax_->groups[g];
  const Clause& clause = syntax_->clauses[group.clause];
  MentionList* subject = &subjects_[g];
  if (group.kind == VerbGroup::kFinite && clause.group == g) {
    if (clause.opener == Clause::kShared && clause.outer != kNone) {
      const uint32_t host = syntax_->clauses[clause.outer].group;
      if (host != kNone && host < g) {
        *subject = subjects_[host];
        heads_[g] = heads_[host];
      }
      return;
    }
    // An interrupted clause has its subject in its first part.
    const uint32_t to = std::min(group.tokens.begin,
                                 std::max(clause.head_end, clause.opener_end));
    NounPhraseSubject(clause.opener_end, to, subject, &heads_[g]);
    if (subject->empty() && heads_[g] == kNone &&
        clause.opener == Clause::kRelative) {
      Antecedent(clause.opener_end, subject);
    }
    return;
  }
  if (group.kind == VerbGroup::kParticiple) {
    Antecedent(group.tokens.begin, subject);
    return;
  }
  const uint32_t controller = Controller(g);
  if (controller == kNone) {
    // A headline: "Okafor to visit Lagos".
    if (group.kind == VerbGroup::kInfinitive) {
      NounPhraseSubject(syntax_->clauses[group.clause].opener_end,
                        group.tokens.begin, subject, &heads_[g]);
    }
    return;
  }
  // "was hit by a storm, killing": not who was hit.
  if (group.kind == VerbGroup::kGerund && syntax_->groups[controller].passive &&
      controller < g) {
    return;
  }
  // "asked Okafor to leave", "thanked Okafor for coming": the object's.
  bool by_object = group.kind == VerbGroup::kInfinitive;
  if (group.kind == VerbGroup::kGerund && group.tokens.begin > syntax_->begin) {
    const uint32_t word = doc_->text.tokens[group.tokens.begin - 1].word;
    by_object = word == kFor || word == kFrom;
  }
  if (by_object && controller < g) {
    const MentionList object = Object(controller);
    const VerbGroup& host = syntax_->groups[controller];
    if (!object.empty() && !host.passive) {
      const uint32_t end = doc_->names[object.back()].tokens.end;
      if (end + 1 >= group.tokens.begin) {
        *subject = object;
        return;
      }
    }
  }
  if (controller != g) {
    *subject = subjects_[controller];
    heads_[g] = heads_[controller];
  }
}

}  // namespace claimcheck
