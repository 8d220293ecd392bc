#include "claims/extract/names_forms.h"

#include <algorithm>
#include <string>

namespace claimcheck {

void ReadNameWords(const DocumentAnalysis& doc, const NameDraft& draft,
                   NameWords* words) {
  words->clear();
  for (uint32_t t = draft.mention.tokens.begin; t < draft.mention.tokens.end;
       ++t) {
    const Token& token = doc.text.tokens[t];
    if (token.kind != TokenKind::kWord || token.folded_size == 0) continue;
    NameWord word{token.word, doc.text.Folded(t), t};
    if (draft.type == NameType::kPerson || draft.type == NameType::kUnknown) {
      if (const LexHit* hit = doc.lex.Find(t, Lex::kGivenName);
          hit != nullptr && hit->tokens == 1) {
        word.text = hit->entry->id;
        word.word = WordHash(word.text);
      }
      // "Jr", "Sr" and single letters do not part two names; a possessive
      // clitic is none of its words.
      if (word.text == "'s") continue;
    }
    words->push_back(word);
    if (words->size() == 8) return;
  }
}

std::string KeyOf(const NameWords& words) {
  std::string key;
  for (const NameWord& word : words) {
    if (word.text == "'s") {
      key.append(word.text.data(), word.text.size());
      continue;
    }
    if (!key.empty()) key += ' ';
    key.append(word.text.data(), word.text.size());
  }
  return key;
}

void NameForms::Index(const std::vector<NameDraft>& drafts) {
  long_forms_.resize(doc_.entities.size());
  NameWords words;
  for (const NameDraft& draft : drafts) {
    const uint32_t e = draft.mention.entity;
    if (e == kNone || draft.mention.form != NameMention::kName ||
        draft.words < 2) {
      continue;
    }
    if (long_forms_[e].size != 0) continue;
    ReadNameWords(doc_, draft, &words);
    if (words.empty()) continue;
    long_forms_[e] = {static_cast<uint32_t>(long_words_.size()),
                      static_cast<uint32_t>(words.size())};
    long_words_.insert(long_words_.end(), words.begin(), words.end());
    Put(&by_last_, words.back().word, e);
    Put(&by_first_, words.front().word, e);
  }
}

void NameForms::Put(absl::flat_hash_map<uint32_t, Bucket>* index,
                    uint32_t word, uint32_t entity) {
  Bucket& bucket = (*index)[word];
  if (bucket.size() < kMaxNamesakes) bucket.push_back(entity);
}

void NameForms::AddInitials(const NameWords& words, uint32_t entity) {
  char initials[8];
  size_t size = 0;
  for (const NameWord& word : words) {
    if (!doc_.text.tokens[word.token].Is(Token::kCapital)) continue;
    if (size == sizeof(initials)) return;
    initials[size++] = word.text[0];
  }
  if (size < 3) return;
  const uint32_t alias = WordHash(initials, size);
  auto [it, is_new] = initials_.emplace(alias, entity);
  // two may be meant
  if (!is_new && it->second != entity) it->second = kNone;
}

uint32_t NameForms::PersonOf(const NameWords& words) const {
  auto it = by_last_.find(words.back().word);
  if (it == by_last_.end()) return kNone;
  uint32_t found = kNone;
  for (uint32_t e : it->second) {
    const Entity& entity = doc_.entities[e];
    if (entity.type != NameType::kPerson &&
        entity.type != NameType::kUnknown) {
      continue;
    }
    const absl::Span<const NameWord> known = LongForm(e);
    if (known.size() < words.size()) continue;
    const bool ends = std::equal(words.rbegin(), words.rend(), known.rbegin(),
                                 [](const NameWord& a, const NameWord& b) {
                                   return a.word == b.word;
                                 });
    const bool frame =
        words.size() == 2 && known.front().word == words.front().word;
    if (!ends && !frame) continue;
    if (found != kNone) return kNone;  // two may be meant
    found = e;
  }
  return found;
}

uint32_t NameForms::BodyOf(const NameWords& words, NameType type) const {
  if (words.size() < 2) return kNone;
  auto it = by_last_.find(words.back().word);
  if (it == by_last_.end()) return kNone;
  uint32_t found = kNone;
  for (uint32_t e : it->second) {
    if (doc_.entities[e].type != type) continue;
    const absl::Span<const NameWord> known = LongForm(e);
    if (known.size() < words.size()) continue;
    if (!std::equal(words.rbegin(), words.rend(), known.rbegin(),
                    [](const NameWord& a, const NameWord& b) {
                      return a.word == b.word;
                    })) {
      continue;
    }
    if (known.size() == words.size()) return e;
    if (found != kNone) return kNone;
    found = e;
  }
  return found;
}

uint32_t NameForms::OfInitials(uint32_t word) const {
  auto it = initials_.find(word);
  return it != initials_.end() ? it->second : kNone;
}

uint32_t NameForms::PlaceCalled(uint32_t word) const {
  if (auto it = by_first_.find(word);
      it != by_first_.end() && it->second.size() == 1 &&
      doc_.entities[it->second[0]].type == NameType::kPlace &&
      (doc_.entities[it->second[0]].is_country ||
       doc_.entities[it->second[0]].facility) &&
      long_forms_[it->second[0]].size == 2) {
    return it->second[0];
  }
  return kNone;
}

NameForms::Bucket NameForms::PersonsCalled(uint32_t word) const {
  Bucket persons;
  for (const auto* index : {&by_last_, &by_first_}) {
    auto it = index->find(word);
    if (it == index->end()) continue;
    for (uint32_t e : it->second) {
      if (doc_.entities[e].type != NameType::kPerson &&
          !(doc_.entities[e].type == NameType::kUnknown &&
            index == &by_last_)) {
        continue;
      }
      if (std::find(persons.begin(), persons.end(), e) == persons.end()) {
        persons.push_back(e);
      }
    }
  }
  return persons;
}

}  // namespace claimcheck
