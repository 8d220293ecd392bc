// Event nouns: the noun phrase about one, and who takes part by it.

#include <algorithm>

#include "claims/extract/events_arguments.h"

namespace claimcheck {
namespace {

constexpr uint32_t kBy = WordHash("by", 2), kOf = WordHash("of", 2),
                   kWith = WordHash("with", 4),
                   kBetween = WordHash("between", 7);

}  // namespace

EventPhrase ArgumentReader::ReadPhrase(TokenRange noun,
                                       const LexEntry& entry) const {
  EventPhrase phrase;
  phrase.noun = noun;
  phrase.entry = &entry;
  phrase.begin = noun.begin;
  bool owned = false;
  while (phrase.begin > syntax_->begin &&
         noun.begin - phrase.begin < kPhraseReach) {
    const uint32_t t = phrase.begin - 1;
    const WordTag tag = syntax_->tag(t);
    if (tag == WordTag::kDeterminer) {
      const LexHit* hit = doc_->lex.Find(t, Lex::kDeterminer);
      const bool definite = hit != nullptr && (hit->entry->id == "the" ||
                                               hit->entry->id == "this");
      phrase.definite |= definite || owned;
      phrase.begin = t;
      break;
    }
    if (tag == WordTag::kPossessive) {
      phrase.definite = true;
      phrase.begin = t;
      if (syntax_->MentionAt(t) != kNone) break;  // "his"
      owned = true;
      continue;
    }
    if (tag == WordTag::kName || tag == WordTag::kOther ||
        tag == WordTag::kNumber || tag == WordTag::kTime ||
        tag == WordTag::kEventNoun || (tag == WordTag::kAdverb && !owned)) {
      // A mark that is no word ends the phrase; a hyphen does not.
      if (doc_->text.tokens[t].kind == TokenKind::kSymbol) break;
      phrase.begin = t;
      continue;
    }
    break;
  }
  // Which verb it hangs on.
  const uint32_t clause = syntax_->ClauseOf(noun.begin);
  uint32_t before = kNone, direct = kNone;
  const auto after =
      std::upper_bound(syntax_->groups.begin(), syntax_->groups.end(),
                       noun.begin, [](uint32_t token, const VerbGroup& group) {
                         return token < group.tokens.begin;
                       });
  uint32_t g = static_cast<uint32_t>(after - syntax_->groups.begin());
  for (uint32_t back = 0; g > 0 && back < kListReach; ++back) {
    const VerbGroup& group = syntax_->groups[--g];
    if (group.tokens.end == phrase.begin) direct = g;
    if (group.clause == clause) {
      before = g;
      break;
    }
  }
  const uint32_t finite = syntax_->clauses[clause].group;
  if (direct != kNone) {
    phrase.host = direct;
    phrase.object = true;
  } else if (finite != kNone &&
             syntax_->groups[finite].tokens.begin >= noun.end) {
    phrase.host = finite;
    phrase.subject = heads_[finite] != kNone && noun.Contains(heads_[finite]);
  } else {
    phrase.host = before;
  }
  return phrase;
}

void ArgumentReader::PhraseRoles(const EventPhrase& phrase, MentionList* agents,
                                 MentionList* patients,
                                 MentionList* places) const {
  const bool undergoes = phrase.entry->HasTag("patientsubject");
  const bool mutual = phrase.entry->HasTag("mutual");
  const bool motion =
      phrase.entry->HasTag("motion") || phrase.entry->HasTag("objplace");
  MentionList* owners = undergoes ? patients : agents;
  // Before the noun.
  for (uint32_t t = phrase.noun.begin; t > phrase.begin; --t) {
    const uint32_t m = syntax_->MentionAt(t - 1);
    if (m == kNone) continue;
    const NameMention& name = doc_->names[m];
    if (name.possessive) {
      if (owners->empty() && name.tokens.end <= phrase.noun.begin) {
        if (undergoes && IsPlace(m)) {
          places->push_back(m);
        } else {
          owners->push_back(m);
        }
      }
    } else if (name.form == NameMention::kName &&
               name.tokens.end == phrase.noun.begin) {
      // "the Chad-Libya summit", "the Lagos summit".
      const uint32_t hyphen = name.tokens.begin - 1;
      if (name.tokens.begin > phrase.begin + 1 &&
          doc_->text.IsChar(hyphen, '-')) {
        const uint32_t other = MentionEndingAt(hyphen);
        if (other != kNone && mutual) {
          AddOnce(other, agents);
          AddOnce(m, agents);
        }
      } else if (IsPlace(m)) {
        AddOnce(m, places);
      }
    }
  }
  // Behind it.
  uint32_t t = phrase.noun.end;
  for (int phrases = 0; phrases < 5 && t + 1 < syntax_->end(); ++phrases) {
    if (syntax_->tag(t) == WordTag::kTime) {
      while (t < syntax_->end() && syntax_->tag(t) == WordTag::kTime) ++t;
      if (t + 1 >= syntax_->end()) return;
    }
    if (syntax_->tag(t) != WordTag::kPreposition) return;
    const uint32_t word = doc_->text.tokens[t].word;
    uint32_t from = t + 1;
    const uint32_t m = MentionFrom(from);
    if (m != kNone && !doc_->names[m].possessive) {
      const NameMention& name = doc_->names[m];
      if (word == kBetween) {
        if (mutual || name.entity2 != kNone) {
          CoordinatedRight(m, agents);
        }
      } else if (word == kWith && mutual) {
        CoordinatedRight(m, agents);
      } else if (word == kBy) {
        CoordinatedRight(m, agents);
      } else if (word == kOf && phrases == 0 && owners->empty()) {
        const bool agent = motion && !IsPlace(m);
        if (mutual) {
          CoordinatedRight(m, agents);
        } else if (agent || undergoes) {
          CoordinatedRight(m, owners);
        } else {
          CoordinatedRight(m, patients);
        }
      }
      MentionList list;
      CoordinatedRight(m, &list);
      t = std::max(name.tokens.end, doc_->names[list.back()].tokens.end);
      // "Okafor of Ghana": the owner's own phrase goes on.
    } else {
      t = NounPhraseEnd(*syntax_, from);
    }
    if (t <= from && m == kNone) return;
  }
}

}  // namespace claimcheck
