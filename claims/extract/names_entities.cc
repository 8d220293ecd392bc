#include "claims/extract/names_entities.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "claims/extract/names_forms.h"

namespace claimcheck {
namespace {

constexpr uint32_t kIn = WordHash("in", 2), kAt = WordHash("at", 2),
                   kFrom = WordHash("from", 4), kTo = WordHash("to", 2),
                   kNear = WordHash("near", 4), kThe = WordHash("the", 3);

class Merger {
 public:
  Merger(std::vector<NameDraft>* drafts, DocumentAnalysis* doc)
      : drafts_(*drafts), doc_(*doc), text_(doc->text), forms_(*doc) {}

  void Merge() {
    // Longer names first, so that shorter forms find what they are short for.
    for (NameDraft& draft : drafts_) {
      if (IsName(draft) && draft.listed != nullptr && !MayBePerson(draft)) {
        AssignListed(&draft);
      }
    }
    for (int words = 3; words >= 2; --words) {
      for (NameDraft& draft : drafts_) {
        if (!IsName(draft) || draft.mention.entity != kNone) continue;
        const bool fits = words == 3 ? draft.words >= 3 : draft.words == 2;
        if (fits) AssignLong(&draft);
      }
      forms_.Index(drafts_);
    }
    AssignShort();
    for (uint32_t n = 0; n < drafts_.size(); ++n) Count(n);
  }

 private:
  static bool IsName(const NameDraft& draft) {
    return draft.mention.form == NameMention::kName;
  }
  // "Washington", "Austin": a listed place that may be somebody's surname.
  static bool MayBePerson(const NameDraft& draft) {
    return draft.words == 1 && draft.listed->cls != Lex::kCountry &&
           draft.listed->cls != Lex::kOrganisation &&
           draft.listed->cls != Lex::kMetonym;
  }

  uint32_t Make(const NameDraft& draft, std::string key) {
    const uint64_t hash = Hash(key);
    auto [it, is_new] =
        by_key_.emplace(hash, static_cast<uint32_t>(doc_.entities.size()));
    if (!is_new) return it->second;
    Entity entity;
    entity.type = draft.type;
    entity.name = draft.mention.span;
    entity.key = std::move(key);
    doc_.entities.push_back(std::move(entity));
    return it->second;
  }

  // Of 64 bits: no two keys of a document share one.
  static uint64_t Hash(absl::string_view key) {
    WordHasher hasher;
    hasher.Add(key.size());
    for (size_t i = 0; i < key.size(); i += 8) {
      uint64_t chunk = 0;
      std::memcpy(&chunk, key.data() + i, std::min<size_t>(8, key.size() - i));
      hasher.Add(chunk);
    }
    return hasher.state;
  }

  void AssignListed(NameDraft* draft) {
    const LexEntry& entry = *draft->listed;
    const bool named_by_value = entry.cls == Lex::kCountry ||
                                entry.cls == Lex::kCapital ||
                                entry.cls == Lex::kMetonym;
    const absl::string_view name = named_by_value && !entry.value_text.empty()
                                       ? entry.value_text
                                       : entry.id;
    draft->mention.entity = Make(*draft, std::string(name));
    Entity& entity = doc_.entities[draft->mention.entity];
    entity.is_country |= entry.cls == Lex::kCountry;
    if (entry.cls == Lex::kOrganisation && draft->words > 1) {
      const uint32_t e = draft->mention.entity;
      if (draft->alias != 0) aliases_.emplace(draft->alias, e);
      NameWords words;
      ReadNameWords(doc_, *draft, &words);
      forms_.AddInitials(words, e);
    }
  }

  // A name of two words or more.
  void AssignLong(NameDraft* draft) {
    if (draft->listed != nullptr) {
      AssignListed(draft);
      return;
    }
    NameWords words;
    ReadNameWords(doc_, *draft, &words);
    const bool place = draft->type == NameType::kPlace;
    if (words.empty()) return;
    const bool may_be_person =
        draft->type == NameType::kPerson || draft->type == NameType::kUnknown;
    // "John F. Kennedy" and "John Kennedy"; "Nasir Khan" in "Omar Nasir Khan".
    if (may_be_person) {
      if (const uint32_t known = forms_.PersonOf(words); known != kNone) {
        draft->mention.entity = known;
        Strengthen(*draft, known);
        return;
      }
    } else if (const uint32_t known = forms_.BodyOf(words, draft->type);
               known != kNone) {
      draft->mention.entity = known;
      return;
    }
    // What a company or a place may leave out.
    if (draft->type == NameType::kOrganisation && words.size() > 1 &&
        IsCompanyWord(words.back().token)) {
      words.pop_back();
    }
    if (place && words.size() > 1 && IsAreaWord(words.back().token)) {
      words.pop_back();
    }
    if (words.front().word == kThe && words.size() > 1) {
      words.erase(words.begin());
    }
    draft->mention.entity = Make(*draft, KeyOf(words));
    Strengthen(*draft, draft->mention.entity);
    if (draft->alias != 0)
      aliases_.emplace(draft->alias, draft->mention.entity);
    if (draft->type == NameType::kOrganisation ||
        draft->type == NameType::kUnknown) {
      forms_.AddInitials(words, draft->mention.entity);
    }
  }

  bool IsCompanyWord(uint32_t token) const {
    const LexHit* hit = doc_.lex.Find(token, Lex::kOrgNoun);
    return hit != nullptr && hit->entry->HasTag("company");
  }
  bool IsAreaWord(uint32_t token) const {
    const LexHit* hit = doc_.lex.Find(token, Lex::kPlaceNoun);
    return hit != nullptr && hit->entry->HasTag("area") &&
           !hit->entry->HasTag("settlement");
  }

  // A title makes the bearer a person, whatever the words look like.
  void Strengthen(const NameDraft& draft, uint32_t e) {
    Entity& entity = doc_.entities[e];
    if (draft.titled || entity.type == NameType::kUnknown) {
      entity.type = draft.type != NameType::kUnknown ? draft.type : entity.type;
    }
    const Span span = draft.mention.span;
    // "KALVIK" of a dateline is called as the text calls it else.
    if (span.size() > entity.name.size() ||
        (span.size() == entity.name.size() && IsInCapitals(entity.name) &&
         !IsInCapitals(span))) {
      entity.name = span;
    }
  }

  bool IsInCapitals(Span span) const {
    const absl::string_view text = doc_.text.Text(span);
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return absl::ascii_islower(c); });
  }

  // The entities so far by their last and first words.
  // Single words, in the order of the text.
  void AssignShort() {
    last_paragraph_.assign(doc_.entities.size(), kNone);
    last_place_.assign(doc_.entities.size(), 0);
    long_count_.assign(doc_.entities.size(), 0);
    gender_.assign(doc_.entities.size(), Entity::kNoGender);
    for (const NameDraft& draft : drafts_) {
      const uint32_t e = draft.mention.entity;
      if (e == kNone) continue;
      ++long_count_[e];
      if (gender_[e] == Entity::kNoGender) gender_[e] = draft.gender;
    }
    for (uint32_t n = 0; n < drafts_.size(); ++n) {
      NameDraft& draft = drafts_[n];
      if (!IsName(draft)) continue;
      if (draft.mention.entity == kNone) AssignWord(&draft);
      const uint32_t e = draft.mention.entity;
      if (e == kNone || e >= last_paragraph_.size()) continue;
      last_paragraph_[e] = text_.sentences[draft.mention.sentence].paragraph;
      last_place_[e] = n + 1;
    }
  }

  void AssignWord(NameDraft* draft) {
    NameWords words;
    ReadNameWords(doc_, *draft, &words);
    if (words.empty()) return;
    const uint32_t word = words.front().word;
    const uint32_t written = text_.tokens[draft->mention.tokens.begin].word;
    const bool place_like = draft->listed != nullptr;
    if (!place_like || !AfterPlacePreposition(*draft)) {
      if (const uint32_t e = Bearer(word, *draft); e != kNone) {
        draft->mention.entity = e;
        draft->mention.metonym = false;
        Strengthen(*draft, e);
        return;
      }
    }
    if (place_like) {
      AssignListed(draft);
      return;
    }
    if (auto it = aliases_.find(written); it != aliases_.end()) {
      draft->mention.entity = it->second;
      return;
    }
    if (const uint32_t e = forms_.OfInitials(written);
        e != kNone &&
        text_.tokens[draft->mention.tokens.begin].Is(Token::kAllCaps)) {
      draft->mention.entity = e;
      return;
    }
    if (const uint32_t e = forms_.PlaceCalled(word);
        e != kNone && draft->type == NameType::kUnknown) {
      draft->mention.entity = e;
      return;
    }
    draft->mention.entity = Make(*draft, KeyOf(words));
    Strengthen(*draft, draft->mention.entity);
  }

  bool AfterPlacePreposition(const NameDraft& draft) const {
    const uint32_t begin = draft.mention.phrase.begin;
    if (begin == 0 || text_.sentence_of[begin - 1] != draft.mention.sentence) {
      return false;
    }
    const uint32_t word = text_.tokens[begin - 1].word;
    return word == kIn || word == kAt || word == kFrom || word == kTo ||
           word == kNear;
  }

  // The person whom a single word names: who was last called so in this
  // paragraph, else who is called so most.
  uint32_t Bearer(uint32_t word, const NameDraft& draft) const {
    if (draft.type == NameType::kOrganisation) return kNone;
    const NameForms::Bucket candidates = forms_.PersonsCalled(word);
    if (candidates.empty()) return kNone;
    const uint32_t paragraph =
        text_.sentences[draft.mention.sentence].paragraph;
    // "Omar Khan, Khan's uncle": who is explained by a name is another.
    uint32_t explained = kNone;
    const uint32_t n = static_cast<uint32_t>(&draft - drafts_.data());
    if (n > 0 && draft.mention.possessive && candidates.size() > 1 &&
        drafts_[n - 1].mention.tokens.end + 1 == draft.mention.tokens.begin &&
        text_.IsChar(draft.mention.tokens.begin - 1, ',')) {
      explained = drafts_[n - 1].mention.entity;
    }
    uint32_t best = kNone, recent = kNone;
    for (uint32_t e : candidates) {
      if (e == explained || IsOtherGender(draft, e)) continue;
      if (last_paragraph_[e] == paragraph &&
          (recent == kNone || last_place_[e] > last_place_[recent])) {
        recent = e;
      }
      if (best == kNone || long_count_[e] > long_count_[best]) best = e;
    }
    return recent != kNone ? recent : best;
  }

  // "Mr Lind", not Anna Lind.
  bool IsOtherGender(const NameDraft& draft, uint32_t e) const {
    return draft.gender != Entity::kNoGender && gender_[e] != Entity::kNoGender &&
           draft.gender != gender_[e];
  }

  // Adds a mention to what is known of its entity.
  void Count(uint32_t n) {
    NameDraft& draft = drafts_[n];
    const uint32_t e = draft.mention.entity;
    if (e == kNone || !IsName(draft)) return;
    Entity& entity = doc_.entities[e];
    ++entity.mentions;
    if (entity.first_mention == kNone) entity.first_mention = n;
    if (entity.country.empty()) entity.country = draft.country;
    if (entity.gender == Entity::kNoGender) entity.gender = draft.gender;
    // "leader" says less than "president".
    if (entity.type != NameType::kPerson || entity.role.empty() ||
        (entity.role == "leader" && !draft.role.empty())) {
      if (!draft.role.empty()) entity.role = draft.role;
    }
    entity.facility |= draft.facility;
    entity.city |= draft.city;
  }

  std::vector<NameDraft>& drafts_;
  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  absl::flat_hash_map<uint64_t, uint32_t> by_key_;
  absl::flat_hash_map<uint32_t, uint32_t> aliases_;
  NameForms forms_;
  std::vector<uint32_t> last_paragraph_;  // where each was last named
  std::vector<uint32_t> last_place_;
  std::vector<uint32_t> long_count_;  // how often by a longer form
  std::vector<Entity::Gender> gender_;  // by a longer form
};

}  // namespace

void MergeNames(std::vector<NameDraft>* drafts, DocumentAnalysis* doc) {
  Merger(drafts, doc).Merge();
}

}  // namespace claimcheck
