#include "claims/extract/events_arguments.h"

#include <algorithm>

#include "claims/extract/fill.h"

namespace claimcheck {
namespace {

constexpr uint32_t kAnd = WordHash("and", 3), kBy = WordHash("by", 2),
                   kWith = WordHash("with", 4);

}  // namespace

void ArgumentReader::Begin(const DocumentAnalysis& doc,
                           const SentenceSyntax& syntax) {
  doc_ = &doc;
  syntax_ = &syntax;
  FillWithNone(doc.text.tokens.size(), &phrase_at_);
  for (uint32_t m = 0; m < doc.names.size(); ++m) {
    // A possessor that opens another's phrase gives way: the holder counts.
    const NameMention& name = doc.names[m];
    const uint32_t at = name.phrase.begin;
    if (doc.text.sentence_of[at] ==
        doc.text.sentence_of[name.tokens.begin]) {
      phrase_at_[at] = m;
    }
  }
}

void ArgumentReader::BeginSentence() {
  const SentenceSyntax& syntax = *syntax_;
  const size_t groups = syntax.groups.size();
  if (heads_.size() < groups) {
    subjects_.resize(groups);
    heads_.resize(groups);
  }
  for (size_t g = 0; g < groups; ++g) {
    subjects_[g].clear();
    heads_[g] = kNone;
  }
  // Finite verbs first: the others take their subjects over.
  for (uint32_t g = 0; g < syntax.groups.size(); ++g) {
    if (syntax.groups[g].kind == VerbGroup::kFinite) ReadSubject(g);
  }
  for (uint32_t g = 0; g < syntax.groups.size(); ++g) {
    if (syntax.groups[g].kind != VerbGroup::kFinite) ReadSubject(g);
  }
}

void ArgumentReader::AddOnce(uint32_t value, MentionList* list) {
  if (std::find(list->begin(), list->end(), value) == list->end()) {
    list->push_back(value);
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
  const uint32_t m = phrase_at_[token];
  if (m != kNone || token + 1 >= syntax_->end()) return m;
  const WordTag tag = syntax_->tag(token);
  return tag == WordTag::kDeterminer || tag == WordTag::kAdverb
             ? phrase_at_[token + 1]
             : kNone;
}

uint32_t ArgumentReader::MentionEndingAt(uint32_t token) const {
  if (token <= syntax_->begin || token > syntax_->end()) return kNone;
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

}  // namespace claimcheck
