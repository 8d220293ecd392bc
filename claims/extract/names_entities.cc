#include "claims/extract/names_entities.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/ascii.h"

namespace claimcheck {
namespace {

// Namesakes beyond this many are not told apart: the short form then stays with
// the first ones.
constexpr size_t kMaxNamesakes = 4;

constexpr uint32_t kIn = WordHash("in", 2), kAt = WordHash("at", 2),
                   kFrom = WordHash("from", 4), kTo = WordHash("to", 2),
                   kNear = WordHash("near", 4), kThe = WordHash("the", 3);

// A word of a name as it is compared: the one spelling of a given name.
struct NameWord {
  uint32_t word = 0;
  absl::string_view text;
  uint32_t token = 0;
};
using NameWords = absl::InlinedVector<NameWord, 8>;

class Merger {
 public:
  Merger(std::vector<NameDraft>* drafts, DocumentAnalysis* doc)
      : drafts_(*drafts), doc_(*doc), text_(doc->text) {}

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
      Index();
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

  // The words of a name, apart from the small ones.
  void Words(const NameDraft& draft, NameWords* words) const {
    words->clear();
    for (uint32_t t = draft.mention.tokens.begin; t < draft.mention.tokens.end;
         ++t) {
      const Token& token = text_.tokens[t];
      if (token.kind != TokenKind::kWord || token.folded_size == 0) continue;
      NameWord word{token.word, text_.Folded(t), t};
      if (draft.type == NameType::kPerson || draft.type == NameType::kUnknown) {
        if (const LexHit* hit = doc_.lex.Find(t, Lex::kGivenName);
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

  std::string Key(const NameWords& words) const {
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

  static uint64_t Hash(absl::string_view key) {
    uint64_t h = 0xcbf29ce484222325u;
    for (char c : key) h = (h ^ static_cast<uint8_t>(c)) * 0x100000001b3u;
    return h;
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
      Words(*draft, &words);
      AddInitials(words, e);
    }
  }

  // A name of two words or more.
  void AssignLong(NameDraft* draft) {
    if (draft->listed != nullptr) {
      AssignListed(draft);
      return;
    }
    NameWords words;
    Words(*draft, &words);
    const bool place = draft->type == NameType::kPlace;
    if (words.empty()) return;
    const bool may_be_person =
        draft->type == NameType::kPerson || draft->type == NameType::kUnknown;
    // "John F. Kennedy" and "John Kennedy"; "Nasir Khan" in "Omar Nasir Khan".
    if (may_be_person) {
      if (const uint32_t known = Known(words); known != kNone) {
        draft->mention.entity = known;
        Strengthen(*draft, known);
        return;
      }
    } else if (const uint32_t known = KnownBody(words, *draft);
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
    draft->mention.entity = Make(*draft, Key(words));
    Strengthen(*draft, draft->mention.entity);
    if (draft->alias != 0)
      aliases_.emplace(draft->alias, draft->mention.entity);
    if (draft->type == NameType::kOrganisation ||
        draft->type == NameType::kUnknown) {
      AddInitials(words, draft->mention.entity);
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

  // A person known already under a longer or shorter form: same first and last
  // word, or the words are the end of a known name.
  uint32_t Known(const NameWords& words) const {
    auto it = by_last_.find(words.back().word);
    if (it == by_last_.end()) return kNone;
    uint32_t found = kNone;
    for (uint32_t e : it->second) {
      const Entity& entity = doc_.entities[e];
      if (entity.type != NameType::kPerson &&
          entity.type != NameType::kUnknown) {
        continue;
      }
      const NameWords& known = long_forms_[e];
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

  // "Civil Aviation Authority" for "French Civil Aviation Authority".
  uint32_t KnownBody(const NameWords& words, const NameDraft& draft) const {
    if (words.size() < 2) return kNone;
    auto it = by_last_.find(words.back().word);
    if (it == by_last_.end()) return kNone;
    uint32_t found = kNone;
    for (uint32_t e : it->second) {
      if (doc_.entities[e].type != draft.type) continue;
      const NameWords& known = long_forms_[e];
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

  // "DEA" for "Drug Enforcement Administration".
  void AddInitials(const NameWords& words, uint32_t entity) {
    char initials[8];
    size_t size = 0;
    for (const NameWord& word : words) {
      if (!text_.tokens[word.token].Is(Token::kCapital)) continue;
      if (size == sizeof(initials)) return;
      initials[size++] = word.text[0];
    }
    if (size < 3) return;
    const uint32_t alias = WordHash(initials, size);
    auto [it, is_new] = initials_.emplace(alias, entity);
    // two may be meant
    if (!is_new && it->second != entity) it->second = kNone;
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
  void Index() {
    long_forms_.resize(doc_.entities.size());
    for (NameDraft& draft : drafts_) {
      const uint32_t e = draft.mention.entity;
      if (e == kNone || !IsName(draft) || draft.words < 2) continue;
      if (!long_forms_[e].empty()) continue;
      Words(draft, &long_forms_[e]);
      if (long_forms_[e].empty()) continue;
      Put(&by_last_, long_forms_[e].back().word, e);
      Put(&by_first_, long_forms_[e].front().word, e);
    }
  }

  using Bucket = absl::InlinedVector<uint32_t, kMaxNamesakes>;
  static void Put(absl::flat_hash_map<uint32_t, Bucket>* index, uint32_t word,
                  uint32_t entity) {
    Bucket& bucket = (*index)[word];
    if (bucket.size() < kMaxNamesakes) bucket.push_back(entity);
  }

  // Single words, in the order of the text.
  void AssignShort() {
    last_paragraph_.assign(doc_.entities.size(), kNone);
    last_place_.assign(doc_.entities.size(), 0);
    long_count_.assign(doc_.entities.size(), 0);
    for (const NameDraft& draft : drafts_) {
      if (draft.mention.entity != kNone) ++long_count_[draft.mention.entity];
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
    Words(*draft, &words);
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
    if (auto it = initials_.find(written);
        it != initials_.end() && it->second != kNone &&
        text_.tokens[draft->mention.tokens.begin].Is(Token::kAllCaps)) {
      draft->mention.entity = it->second;
      return;
    }
    // "Arlen" for "Arlen Cosmodrome".
    if (auto it = by_first_.find(word);
        it != by_first_.end() && it->second.size() == 1 &&
        doc_.entities[it->second[0]].type == NameType::kPlace &&
        (doc_.entities[it->second[0]].is_country ||
         doc_.entities[it->second[0]].facility) &&
        long_forms_[it->second[0]].size() == 2 &&
        draft->type == NameType::kUnknown) {
      draft->mention.entity = it->second[0];
      return;
    }
    draft->mention.entity = Make(*draft, Key(words));
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
    Bucket candidates;
    for (const auto* index : {&by_last_, &by_first_}) {
      auto it = index->find(word);
      if (it == index->end()) continue;
      for (uint32_t e : it->second) {
        if (doc_.entities[e].type != NameType::kPerson &&
            !(doc_.entities[e].type == NameType::kUnknown &&
              index == &by_last_)) {
          continue;
        }
        if (draft.type == NameType::kOrganisation) continue;
        if (std::find(candidates.begin(), candidates.end(), e) ==
            candidates.end()) {
          candidates.push_back(e);
        }
      }
    }
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
      if (e == explained) continue;
      if (last_paragraph_[e] == paragraph &&
          (recent == kNone || last_place_[e] > last_place_[recent])) {
        recent = e;
      }
      if (best == kNone || long_count_[e] > long_count_[best]) best = e;
    }
    return recent != kNone ? recent : best;
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
  absl::flat_hash_map<uint32_t, Bucket> by_last_, by_first_;
  absl::flat_hash_map<uint32_t, uint32_t> aliases_, initials_;
  std::vector<NameWords> long_forms_;     // of entities
  std::vector<uint32_t> last_paragraph_;  // where each was last named
  std::vector<uint32_t> last_place_;
  std::vector<uint32_t> long_count_;  // how often by a longer form
};

bool IsPlace(const DocumentAnalysis& doc, const NameDraft& draft) {
  return draft.mention.form == NameMention::kName &&
         draft.mention.entity != kNone &&
         doc.entities[draft.mention.entity].type == NameType::kPlace;
}

}  // namespace

void MergeNames(std::vector<NameDraft>* drafts, DocumentAnalysis* doc) {
  Merger(drafts, doc).Merge();
}

void NestPlaces(const std::vector<NameDraft>& drafts, DocumentAnalysis* doc) {
  const TokenizedText& text = doc->text;
  for (size_t n = 0; n + 1 < drafts.size(); ++n) {
    const NameDraft& first = drafts[n];
    const NameDraft& second = drafts[n + 1];
    if (first.mention.sentence != second.mention.sentence ||
        !IsPlace(*doc, first) || !IsPlace(*doc, second)) {
      continue;
    }
    const uint32_t gap_begin = first.mention.tokens.end;
    const uint32_t gap_end = second.mention.tokens.begin;
    if (gap_end <= gap_begin || gap_end - gap_begin > 7) continue;
    uint32_t inner = kNone, outer = kNone;
    if (text.Folded(gap_begin) == "'s") {
      // "Indonesia's Aceh": nothing but adjectives between.
      bool plain = true;
      for (uint32_t t = gap_begin + 1; t < gap_end; ++t) {
        constexpr uint64_t kStops = Bit(Lex::kPreposition) |
                                    Bit(Lex::kConjunction) |
                                    Bit(Lex::kEventVerb) | Bit(Lex::kAuxiliary);
        const bool of = text.Folded(t) == "of";  // "Turkey's city of Van"
        plain &= text.tokens[t].kind == TokenKind::kWord &&
                 (of || (doc->lex.Mask(t) & kStops) == 0);
      }
      if (plain) {
        inner = second.mention.entity;
        outer = first.mention.entity;
      }
    } else {
      // "Hyannis, Mass.", "the stadium in the northern city of Kano".
      uint32_t t = gap_begin;
      const bool comma = text.IsChar(t, ',') && t + 1 == gap_end;
      const bool in = text.tokens[t].word == kIn || text.tokens[t].word == kAt;
      bool plain = in;
      for (++t; t < gap_end && plain; ++t) {
        constexpr uint64_t kStops = Bit(Lex::kConjunction) |
                                    Bit(Lex::kAuxiliary) | Bit(Lex::kEventVerb);
        const bool of = text.Folded(t) == "of";
        plain &=
            (text.tokens[t].kind == TokenKind::kWord || text.IsChar(t, '-')) &&
            (of || (doc->lex.Mask(t) & (kStops | Bit(Lex::kPreposition))) == 0);
      }
      const Entity& a = doc->entities[first.mention.entity];
      const Entity& b = doc->entities[second.mention.entity];
      // "Germany, Spain and France" is a list, not a nest.
      const bool finer = (a.facility && !b.facility) ||
                         (!a.is_country && b.is_country) ||
                         (!a.is_country && !b.is_country && !b.city &&
                          !b.facility && !b.country.empty() &&
                          (a.country.empty() || a.country == b.country)) ||
                         (in && !a.is_country);
      if ((comma || plain) && finer) {
        inner = first.mention.entity;
        outer = second.mention.entity;
      }
    }
    if (inner == kNone || inner == outer) continue;
    Entity& place = doc->entities[inner];
    if (doc->entities[outer].within == inner) continue;  // no circles
    if (place.within == kNone) place.within = outer;
    if (place.country.empty()) place.country = doc->entities[outer].country;
  }
}

}  // namespace claimcheck
