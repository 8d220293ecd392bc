#include "claims/extract/events_arguments.h"

#include <algorithm>

#include "claims/extract/fill.h"

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = WordHash("and", 3), kBy = WordHash("by", 2),
                   kOf = WordHash("of", 2), kWith = WordHash("with", 4),
                   kBetween = WordHash("between", 7), kWho = WordHash("who", 3),
                   kFor = WordHash("for", 3), kFrom = WordHash("from", 4);

// Bounds of the look-around, in tokens.
constexpr uint32_t kPhraseReach = 16;
constexpr uint32_t kListReach = 8;

void AddOnce(uint32_t value, MentionList* list) {
  if (std::find(list->begin(), list->end(), value) == list->end()) {
    list->push_back(value);
  }
}

}  // namespace

void ArgumentReader::Begin(const DocumentAnalysis& doc,
                           const SentenceSyntax& syntax) {
  doc_ = &doc;
  syntax_ = &syntax;
  const auto begins = [&](uint32_t token) {
    return static_cast<uint32_t>(
        std::lower_bound(doc.names.begin(), doc.names.end(), token,
                         [](const NameMention& name, uint32_t t) {
                           return name.tokens.begin < t;
                         }) -
        doc.names.begin());
  };
  FillWithNone(syntax.tags.size(), &phrase_at_);
  const uint32_t end_name = begins(syntax.end());
  for (uint32_t m = begins(syntax.begin); m < end_name; ++m) {
    // A possessor that opens another's phrase gives way: the holder counts.
    const uint32_t at = doc.names[m].phrase.begin;
    if (syntax.Contains(at)) phrase_at_[at - syntax.begin] = m;
  }
  subjects_.assign(syntax.groups.size(), MentionList());
  FillWithNone(syntax.groups.size(), &heads_);
  // Finite verbs first: the others take their subjects over.
  for (uint32_t g = 0; g < syntax.groups.size(); ++g) {
    if (syntax.groups[g].kind == VerbGroup::kFinite) ReadSubject(g);
  }
  for (uint32_t g = 0; g < syntax.groups.size(); ++g) {
    if (syntax.groups[g].kind != VerbGroup::kFinite) ReadSubject(g);
  }
}

bool ArgumentReader::IsPerson(uint32_t m) const {
  const uint32_t e = doc_->names[m].entity;
  return e != kNone && doc_->entities[e].type == NameType::kPerson;
}

bool ArgumentReader::IsPlace(uint32_t m) const {
  const uint32_t e = doc_->names[m].entity;
  return e != kNone && doc_->entities[e].type == NameType::kPlace;
}

uint32_t ArgumentReader::MentionFrom(uint32_t token) const {
  if (token >= syntax_->end()) return kNone;
  const uint32_t m = phrase_at_[token - syntax_->begin];
  if (m != kNone || token + 1 >= syntax_->end()) return m;
  const WordTag tag = syntax_->tag(token);
  return tag == WordTag::kDeterminer || tag == WordTag::kAdverb
             ? phrase_at_[token + 1 - syntax_->begin]
             : kNone;
}

uint32_t ArgumentReader::MentionEndingAt(uint32_t token) const {
  if (!syntax_->Contains(token - 1) || token <= syntax_->begin) return kNone;
  const uint32_t m = syntax_->MentionAt(token - 1);
  return m != kNone && doc_->names[m].tokens.end == token ? m : kNone;
}

void ArgumentReader::CoordinatedRight(uint32_t m, MentionList* out) const {
  AddOnce(m, out);
  for (uint32_t n = 0; n < kListReach; ++n) {
    uint32_t t = std::max(doc_->names[m].tokens.end, doc_->names[m].phrase.end);
    if (t >= syntax_->end()) return;
    bool joined = false;
    if (syntax_->tag(t) == WordTag::kComma) {
      ++t;
      // ", Y and Z" needs its "and"; ", Russia's president," has none.
      uint32_t next = MentionFrom(t);
      if (t < syntax_->end() && syntax_->tag(t) == WordTag::kCoordinator &&
          doc_->text.tokens[t].word == kAnd) {
        joined = true;
        ++t;
      } else if (next != kNone && !doc_->names[next].possessive) {
        uint32_t u = doc_->names[next].phrase.end;
        if (u < syntax_->end() && syntax_->tag(u) == WordTag::kComma) ++u;
        joined = u < syntax_->end() && doc_->text.tokens[u].word == kAnd;
        // "Okafor, Haddad sign": a headline saves its "and".
        joined |= u < syntax_->end() && IsPerson(m) && IsPerson(next) &&
                  doc_->names[m].phrase.begin == syntax_->begin &&
                  (syntax_->tag(u) == WordTag::kVerb ||
                   syntax_->tag(u) == WordTag::kTo);
      }
    } else if (doc_->text.tokens[t].word == kAnd) {
      ++t;
      joined = true;
    }
    if (!joined) return;
    const uint32_t next = MentionFrom(t);
    if (next == kNone || doc_->names[next].possessive) return;
    AddOnce(next, out);
    m = next;
  }
}

void ArgumentReader::CoordinatedLeft(uint32_t m, uint32_t floor,
                                     MentionList* out) const {
  bool list = false;  // an "and" was seen: commas go on with the list
  for (uint32_t n = 0; n < kListReach; ++n) {
    uint32_t t = doc_->names[m].phrase.begin;
    if (t <= floor) return;
    bool joined = false;
    if (doc_->text.tokens[t - 1].word == kAnd) {
      --t;
      joined = list = true;
      if (t > floor && syntax_->tag(t - 1) == WordTag::kComma) --t;
    } else if (list && syntax_->tag(t - 1) == WordTag::kComma) {
      --t;
      joined = true;
    }
    if (!joined || t <= floor) return;
    const uint32_t before = MentionEndingAt(t);
    if (before == kNone || doc_->names[before].possessive) return;
    // "visited Rome and": what stands behind a preposition is no subject.
    const uint32_t begin = doc_->names[before].phrase.begin;
    if (begin > syntax_->begin &&
        syntax_->tag(begin - 1) == WordTag::kPreposition) {
      return;
    }
    AddOnce(before, out);
    m = before;
  }
}

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
                          tag == WordTag::kTo ||
                          (tag == WordTag::kVerb && !syntax_->forms.empty());
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

MentionList ArgumentReader::Object(uint32_t g) const {
  MentionList object;
  const VerbGroup& group = syntax_->groups[g];
  if (group.verb == kNone) return object;
  uint32_t from = group.verb_end;
  while (from < syntax_->end() && syntax_->tag(from) == WordTag::kAdverb) {
    ++from;
  }
  // "announced | Okafor would come": not the object but the next subject.
  if (from >= syntax_->end() || syntax_->ClauseOf(from) != group.clause) {
    return object;
  }
  const uint32_t m = MentionFrom(from);
  if (m != kNone) {
    const NameMention& name = doc_->names[m];
    if (name.possessive) {
      // "Ghana's Okafor": the name inside the phrase that ends it.
      const uint32_t end = NounPhraseEnd(*syntax_, from);
      const uint32_t last = MentionEndingAt(end);
      if (last != kNone && !doc_->names[last].possessive) {
        CoordinatedRight(last, &object);
      }
      return object;
    }
    // "Kremlin officials": a noun behind the name is the object.
    if (NounPhraseEnd(*syntax_, name.tokens.end) > name.tokens.end &&
        name.phrase.end <= name.tokens.end &&
        syntax_->tag(name.tokens.end) != WordTag::kTime &&
        syntax_->tag(name.tokens.end) != WordTag::kPronoun &&
        syntax_->tag(name.tokens.end) != WordTag::kNumber &&
        syntax_->tag(name.tokens.end) != WordTag::kDeterminer) {
      return object;
    }
    CoordinatedRight(m, &object);
    return object;
  }
  // "met the country's then-leader, Omar Haddad": an apposition to the object.
  const uint32_t end = NounPhraseEnd(*syntax_, from);
  if (end < syntax_->end() && syntax_->tag(end) == WordTag::kComma) {
    const uint32_t last =
        end + 1 < syntax_->end() ? syntax_->MentionAt(end + 1) : kNone;
    if (last != kNone && doc_->names[last].phrase.begin < end &&
        doc_->names[last].phrase.begin >= from) {
      object.push_back(last);
    }
  }
  return object;
}

MentionList ArgumentReader::Agent(uint32_t g) const {
  MentionList agents;
  const VerbGroup& group = syntax_->groups[g];
  const uint32_t t = group.verb_end;
  if (t + 1 < syntax_->end() && doc_->text.tokens[t].word == kBy) {
    const uint32_t m = MentionFrom(t + 1);
    if (m != kNone && !doc_->names[m].possessive) CoordinatedRight(m, &agents);
  }
  return agents;
}

MentionList ArgumentReader::Companions(uint32_t g) const {
  MentionList found;
  const VerbGroup& group = syntax_->groups[g];
  const uint32_t clause = group.clause;
  for (uint32_t t = group.verb_end;
       t < syntax_->end() && t < group.verb_end + kPhraseReach; ++t) {
    const WordTag tag = syntax_->tag(t);
    if (syntax_->ClauseOf(t) != clause || tag == WordTag::kVerb ||
        tag == WordTag::kComma || tag == WordTag::kEventNoun) {
      break;
    }
    if (doc_->text.tokens[t].word == kWith) {
      const uint32_t m = MentionFrom(t + 1);
      if (m != kNone && !doc_->names[m].possessive) CoordinatedRight(m, &found);
      break;
    }
  }
  return found;
}

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
