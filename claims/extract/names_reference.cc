#include "claims/extract/names_reference.h"

#include "absl/container/inlined_vector.h"

namespace claimcheck {
namespace {

// How many mentions back one looks for whom a word means.
constexpr uint32_t kReach = 40;

using Candidates = absl::InlinedVector<uint32_t, 8>;

void AddOnce(Candidates* list, uint32_t entity) {
  for (uint32_t e : *list) {
    if (e == entity) return;
  }
  list->push_back(entity);
}

class Resolver {
 public:
  Resolver(const NameEvidence& evidence, std::vector<NameDraft>* drafts,
           DocumentAnalysis* doc)
      : evidence_(evidence), drafts_(*drafts), doc_(*doc), text_(doc->text) {
    FindLeaders();
  }

  void Resolve() {
    for (uint32_t n = 0; n < drafts_.size(); ++n) {
      NameMention& mention = drafts_[n].mention;
      if (mention.form == NameMention::kPronoun) {
        mention.entity = Pronoun(n);
      } else if (mention.form == NameMention::kDescription) {
        if (drafts_[n].plural) {
          Two(n);
        } else {
          mention.entity = Description(n);
        }
      }
    }
  }

 private:
  const Entity& entity(uint32_t e) const { return doc_.entities[e]; }
  bool Quoted(uint32_t n) const {
    return evidence_.InQuote(drafts_[n].mention.tokens.begin);
  }

  // --- Pronouns

  bool Fits(uint32_t n, uint32_t e) const {
    const NameDraft& draft = drafts_[n];
    const Entity& candidate = entity(e);
    if (draft.gender == Entity::kNoGender) {  // "it"
      return candidate.type == NameType::kOrganisation || candidate.is_country;
    }
    if (candidate.type != NameType::kPerson) return false;
    return candidate.gender == Entity::kNoGender ||
           candidate.gender == draft.gender;
  }

  // Those of `sentence` whom mention `n` may mean and who are named before
  // mention `until`, in order.  `last` is the nearest mention of them.
  Candidates In(uint32_t sentence, uint32_t until, uint32_t n,
                uint32_t* last) const {
    Candidates found;
    *last = kNone;
    const bool quoted = Quoted(n);
    for (uint32_t m = until, steps = 0; m > 0 && steps < kReach; ++steps) {
      --m;
      if (drafts_[m].mention.sentence > sentence) continue;
      if (drafts_[m].mention.sentence < sentence) break;
      const uint32_t e = drafts_[m].mention.entity;
      if (e == kNone || drafts_[m].mention.entity2 != kNone) continue;
      if (Quoted(m) != quoted || !Fits(n, e)) continue;
      if (*last == kNone) *last = m;
      AddOnce(&found, e);
    }
    return found;
  }

  // Whether mention `m` may be the subject of its clause: no possessive, not
  // behind a preposition.
  bool Subject(uint32_t m) const {
    const NameMention& mention = drafts_[m].mention;
    if (mention.possessive || drafts_[m].possessive_form) return false;
    const uint32_t begin = mention.phrase.begin;
    if (begin == 0 || text_.sentence_of[begin - 1] != mention.sentence) {
      return true;
    }
    uint32_t before = begin - 1;
    if (text_.Folded(before) == "the" && before > 0) --before;
    return !doc_.lex.Has(before, Lex::kPreposition) ||
           doc_.lex.Has(before, Lex::kConjunction);
  }

  // A verb stands right behind mention `m`.
  bool BeforeVerb(uint32_t m) const {
    const uint32_t next = drafts_[m].mention.phrase.end;
    if (next >= text_.tokens.size()) return false;
    constexpr uint64_t kVerbs = Bit(Lex::kAuxiliary) | Bit(Lex::kEventVerb) |
                                Bit(Lex::kSayVerb) | Bit(Lex::kPlanCue) |
                                Bit(Lex::kPossibilityCue);
    if ((doc_.lex.Mask(next) & kVerbs) != 0) return true;
    const absl::string_view word = text_.Folded(next);
    return word.size() > 3 && word.substr(word.size() - 2) == "ed";
  }

  // The first subject of `sentence` outside quotation marks.
  uint32_t FirstSubject(uint32_t sentence, uint32_t until, uint32_t n) const {
    uint32_t found = kNone;
    for (uint32_t m = until, steps = 0; m > 0 && steps < kReach; ++steps) {
      --m;
      if (drafts_[m].mention.sentence > sentence) continue;
      if (drafts_[m].mention.sentence < sentence) break;
      const uint32_t e = drafts_[m].mention.entity;
      if (e == kNone || drafts_[m].mention.entity2 != kNone || Quoted(m)) {
        continue;
      }
      if (Fits(n, e) && Subject(m)) found = e;
    }
    return found;
  }

  uint32_t Pronoun(uint32_t n) const {
    const NameDraft& draft = drafts_[n];
    if (draft.plural) return kNone;  // "they": crowds have no names here
    const uint32_t s = draft.mention.sentence;
    uint32_t last = kNone;
    const Candidates here = In(s, n, n, &last);
    if (here.size() == 1) {
      // A name that only owns something is a weak pointer for "it".
      return here[0];
    }
    if (here.size() > 1) {
      // "where Xi stayed during his visit": the nearest, when it is a subject.
      return Subject(last) && BeforeVerb(last) ? drafts_[last].mention.entity
                                               : kNone;
    }
    if (draft.gender == Entity::kNoGender) return Neuter(n, s);
    if (const uint32_t ahead = Ahead(n); ahead != kNone) return ahead;
    for (uint32_t back = 1; back <= 2 && back <= s; ++back) {
      const Candidates before = In(s - back, n, n, &last);
      if (before.empty()) continue;
      if (before.size() == 1) return before[0];
      // Subjects stay subjects: "Hollis met Pike.  He said ..."
      const bool head = !draft.possessive_form && AtHead(n);
      return head && back == 1 ? FirstSubject(s - 1, n, n) : kNone;
    }
    return kNone;
  }

  // "it" of a body named once in the sentence before.
  uint32_t Neuter(uint32_t n, uint32_t s) const {
    if (s == 0 || !AtHead(n)) return kNone;
    uint32_t last = kNone;
    const Candidates before = In(s - 1, n, n, &last);
    return before.size() == 1 && Subject(last) ? before[0] : kNone;
  }

  // Nothing but small words stands before the mention in its sentence, or nothing
  // but what is quoted: "“...,” he said".
  bool AtHead(uint32_t n) const {
    const NameMention& mention = drafts_[n].mention;
    const uint32_t begin = text_.sentences[mention.sentence].tokens.begin;
    if (mention.tokens.begin <= begin + 1) return true;
    constexpr uint32_t kMarks = 3;  // a comma and the marks
    for (uint32_t t = mention.tokens.begin; t-- > begin;) {
      // A new paragraph goes back to whom the one before was of.
      if (evidence_.InQuote(t)) {
        return evidence_.InQuote(begin + 1) && mention.sentence > 0 &&
               text_.sentences[mention.sentence - 1].paragraph ==
                   text_.sentences[mention.sentence].paragraph;
      }
      if (mention.tokens.begin - t >= kMarks || text_.tokens[t].kind == TokenKind::kWord) {
        return false;
      }
    }
    return false;
  }

  // "Before his arrival, Hollis wrote": a possessive at the head of the sentence
  // means the subject that follows.
  uint32_t Ahead(uint32_t n) const {
    const NameDraft& draft = drafts_[n];
    if (!draft.possessive_form) return kNone;
    const uint32_t begin = text_.sentences[draft.mention.sentence].tokens.begin;
    if (draft.mention.tokens.begin > begin + 16 ||
        !doc_.lex.Has(begin, Lex::kPreposition)) {
      return kNone;
    }
    for (uint32_t t = begin; t < draft.mention.tokens.begin; ++t) {
      if (text_.IsChar(t, ',')) return kNone;
    }
    for (uint32_t m = n + 1; m < drafts_.size() && m < n + 4; ++m) {
      const NameMention& mention = drafts_[m].mention;
      if (mention.sentence != draft.mention.sentence) return kNone;
      if (mention.tokens.begin > draft.mention.tokens.begin + 16) return kNone;
      if (mention.form != NameMention::kName || mention.entity == kNone) {
        continue;
      }
      if (entity(mention.entity).type == NameType::kPlace) {
        // "Before his arrival in Seoul, ..." goes on; a country as the subject
        // ends the search.
        if (Subject(m) && BeforeVerb(m)) return kNone;
        continue;
      }
      const uint32_t before = mention.phrase.begin - 1;
      if (!text_.IsChar(before, ',') || !Fits(n, mention.entity) ||
          mention.possessive) {
        return kNone;
      }
      return mention.entity;
    }
    return kNone;
  }

  // --- Descriptions

  bool Matches(const NameDraft& draft, uint32_t e) const {
    const Entity& candidate = entity(e);
    if (draft.type == NameType::kPerson) {
      if (candidate.type != NameType::kPerson) return false;
      if (draft.gender != Entity::kNoGender &&
          candidate.gender != Entity::kNoGender &&
          candidate.gender != draft.gender) {
        return false;
      }
      if (!draft.country.empty() && candidate.country != draft.country) {
        return false;
      }
      if (draft.role == "man" || draft.role == "woman") {
        return candidate.gender == draft.gender;
      }
      return candidate.role == draft.role ||
             (draft.leader && draft.role == "leader" && leads_[e]);
    }
    if (draft.type == NameType::kPlace) return candidate.is_country;
    return candidate.type == NameType::kOrganisation &&
           candidate.role == draft.role &&
           (draft.country.empty() || candidate.country == draft.country);
  }

  uint32_t Description(uint32_t n) const {
    const NameDraft& draft = drafts_[n];
    const uint32_t s = draft.mention.sentence;
    if (draft.type == NameType::kPlace || draft.role == "man" ||
        draft.role == "woman") {
      return Near(n, s);
    }
    // An office has one holder; two in the document leave it open.
    Candidates found;
    for (uint32_t e : holders_) {
      if (entity(e).first_mention < n && Matches(draft, e)) AddOnce(&found, e);
      if (found.size() > 1) break;
    }
    if (found.size() == 1) return found[0];
    if (found.size() > 1 && draft.country.empty()) return Near(n, s);
    return kNone;
  }

  // The only one in this sentence and the one before that the words fit.
  uint32_t Near(uint32_t n, uint32_t s) const {
    Candidates found;
    const bool quoted = Quoted(n);
    for (uint32_t m = n, steps = 0; m > 0 && steps < kReach; ++steps) {
      --m;
      if (drafts_[m].mention.sentence + 1 < s) break;
      const uint32_t e = drafts_[m].mention.entity;
      if (e == kNone || Quoted(m) != quoted) continue;
      if (Matches(drafts_[n], e)) AddOnce(&found, e);
      // A nationality is a mention of its country too.
      if (drafts_[n].type == NameType::kPlace && !entity(e).is_country &&
          !entity(e).country.empty() && !found.empty() &&
          entity(found[0]).country != entity(e).country) {
        return kNone;
      }
    }
    return found.size() == 1 ? found[0] : kNone;
  }

  // --- Pairs

  void FindLeaders() {
    leads_.assign(doc_.entities.size(), 0);
    for (const NameDraft& draft : drafts_) {
      if (draft.mention.form == NameMention::kName && draft.leader &&
          draft.mention.entity != kNone) {
        leads_[draft.mention.entity] = 1;
      }
    }
    for (uint32_t e = 0; e < doc_.entities.size(); ++e) {
      if (!entity(e).role.empty() && holders_.size() < kMaxHolders) {
        holders_.push_back(e);
      }
    }
    // The two persons and the two countries named most.
    for (int kind = 0; kind < 2; ++kind) {
      uint32_t* top = kind == 0 ? persons_ : countries_;
      for (uint32_t e = 0; e < doc_.entities.size(); ++e) {
        const Entity& candidate = entity(e);
        const bool fits = kind == 0 ? candidate.type == NameType::kPerson
                                    : candidate.is_country;
        if (!fits) continue;
        for (int place = 0; place < 3; ++place) {
          if (top[place] != kNone &&
              entity(top[place]).mentions >= candidate.mentions) {
            continue;
          }
          for (int lower = 2; lower > place; --lower)
            top[lower] = top[lower - 1];
          top[place] = e;
          break;
        }
      }
    }
  }

  // "the two leaders", "the two men", "both countries".
  void Two(uint32_t n) {
    NameDraft& draft = drafts_[n];
    const bool people = draft.type == NameType::kPerson;
    if (!people && draft.type != NameType::kPlace) return;
    uint32_t a = kNone, b = kNone;
    // Two named in this sentence and the one before, and no third.
    Candidates near;
    for (uint32_t m = n, steps = 0; m > 0 && steps < kReach; ++steps) {
      --m;
      if (drafts_[m].mention.sentence + 1 < draft.mention.sentence) break;
      const uint32_t e = drafts_[m].mention.entity;
      if (e == kNone) continue;
      const bool fits =
          people ? entity(e).type == NameType::kPerson : entity(e).is_country;
      if (!fits) continue;
      // Countries are named all over the text: only those of this sentence.
      if (!people && drafts_[m].mention.sentence != draft.mention.sentence) {
        continue;
      }
      AddOnce(&near, e);
    }
    const uint32_t* top = people ? persons_ : countries_;
    if (near.size() == 2 &&
        (!draft.leader || (leads_[near[0]] && leads_[near[1]]))) {
      a = near[0];
      b = near[1];
    } else if (near.size() <= 2 && top[1] != kNone) {
      // The two whom the document is about: leaders by office, and clear of the
      // third.
      const bool office = !draft.leader || (leads_[top[0]] && leads_[top[1]]);
      const bool clear =
          top[2] == kNone ||
          entity(top[2]).mentions * 2 <= entity(top[1]).mentions ||
          (draft.leader && !leads_[top[2]]);
      bool among = true;
      for (uint32_t e : near) among &= e == top[0] || e == top[1];
      const bool kin = draft.role != "leader" && people && !draft.leader;
      if (office && clear && among && !kin) {
        a = top[0];
        b = top[1];
      }
    }
    if (a == kNone) return;
    draft.mention.entity = a < b ? a : b;
    draft.mention.entity2 = a < b ? b : a;
  }

  // A document with more offices is no news story.
  static constexpr size_t kMaxHolders = 256;

  const NameEvidence& evidence_;
  std::vector<NameDraft>& drafts_;
  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  std::vector<uint8_t> leads_;  // entities with an office that leads a country
  std::vector<uint32_t> holders_;  // entities of which an office is known
  uint32_t persons_[3] = {kNone, kNone, kNone};
  uint32_t countries_[3] = {kNone, kNone, kNone};
};

}  // namespace

void ResolveReferences(const NameEvidence& evidence,
                       std::vector<NameDraft>* drafts, DocumentAnalysis* doc) {
  Resolver(evidence, drafts, doc).Resolve();
}

}  // namespace claimcheck
