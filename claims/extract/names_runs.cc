#include "claims/extract/names_runs.h"

#include "claims/extract/names_neighbours.h"
#include "claims/extract/names_standins.h"
#include "claims/extract/names_units.h"

namespace claimcheck {
namespace {

class RunFinder {
 public:
  RunFinder(const DocumentAnalysis& doc, const NameEvidence& evidence,
            std::vector<NameDraft>* out)
      : text_(doc.text),
        lex_(doc.lex),
        evidence_(evidence),
        units_(doc, evidence),
        neighbours_(doc, evidence, *out),
        stand_ins_(doc, evidence),
        out_(*out) {}

  void Find() {
    uint32_t token = 0;
    const uint32_t count = static_cast<uint32_t>(text_.tokens.size());
    const Token* const tokens = text_.tokens.data();
    UnitRun run;
    while (token < count) {
      const Token& first = tokens[token];
      if (first.kind != TokenKind::kWord) {
        ++token;
        continue;
      }
      const uint64_t classes = lex_.Mask(token);
      if (StandInFinder::MayBegin(first, classes)) {
        if ((classes & Bit(Lex::kPronoun)) != 0 &&
            stand_ins_.Pronoun(token, &out_)) {
          ++token;
          continue;
        }
        if (const uint32_t end = stand_ins_.Description(token, &out_);
            end != 0) {
          token = end;
          continue;
        }
      }
      if (first.Is(Token::kCapital)) {
        units_.ReadRun(token, &run);
        if (!run.empty()) {
          Segment(run);
          token = run.back().tokens.end;
          continue;
        }
        if (lex_.Has(token, Lex::kNonName)) {
          // "Cold War": no name begins within.
          const NameUnit unit = units_.ReadUnit(token);
          if (unit.weak && unit.Has(Lex::kNonName) && unit.tokens.size() > 1) {
            token = unit.tokens.end;
            continue;
          }
        }
      }
      ++token;
    }
  }

 private:
  // Cuts a run into the names in it: "Nordwind CEO Lars Holm" is a
  // company, an office and a person.
  void Segment(UnitRun& run) {
    size_t begin = 0, size = run.size();
    // "In", "Two": what only stands at the head of a sentence.
    while (begin < size && run[begin].weak && !run[begin].IsListed() &&
           run[begin].given == nullptr && run[begin].noun == nullptr &&
           run[begin].role == nullptr && !run[begin].modifier &&
           run[begin].demonym == nullptr) {
      ++begin;
    }
    while (begin < size && run[size - 1].connector) --size;
    if (begin >= size) return;
    const bool headed = run[size - 1].noun != nullptr && size - begin > 1;
    size_t block_end = begin, block_begin = begin;
    if (!headed) FindOffice(run, begin, size, &block_begin, &block_end);
    if (block_end == begin) {
      Cut(run, begin, size, Office());
      return;
    }
    Office office;
    office.role = run[block_end - 1].role;
    for (size_t u = block_begin; u < block_end; ++u) {
      if (run[u].role != nullptr && office.role == nullptr) {
        office.role = run[u].role;
      }
    }
    office.begin = run[block_begin].tokens.begin;
    size_t left = block_begin;
    while (left > begin && run[left - 1].demonym != nullptr &&
           !run[left - 1].IsListed()) {
      --left;
      office.country = run[left].demonym->id;
      office.begin = run[left].tokens.begin;
    }
    if (left > begin) {
      const size_t before = out_.size();
      Cut(run, begin, left, Office());
      if (office.country.empty() && out_.size() > before) {
        office.country = out_.back().country;
        office.begin = out_.back().mention.phrase.begin;
      }
    }
    if (block_end < size) {
      Cut(run, block_end, size, office);
    }
  }

  // The last office or title of run[begin, size) with the words that belong to
  // it: [*from, *to).
  void FindOffice(const UnitRun& run, size_t begin, size_t size, size_t* from,
                  size_t* to) const {
    size_t last = size;
    for (size_t u = begin; u < size; ++u) {
      if (run[u].role == nullptr || run[u].IsListed()) continue;
      // "Martin Luther King": behind a given name it is a surname.
      if (u > begin && u + 1 == size && run[u].tokens.size() == 1 &&
          (run[u - 1].given != nullptr || IsBareWord(run[u - 1])) &&
          run[begin].given != nullptr) {
        continue;
      }
      last = u;
    }
    if (last == size) return;
    size_t first = last, behind = last + 1;
    while (first > begin &&
           (run[first - 1].modifier || IsOffice(run[first - 1]))) {
      --first;
    }
    // "Minister of State Security".
    while (behind < size && (run[behind].connector || run[behind].field)) {
      ++behind;
    }
    *from = first;
    *to = behind;
  }

  static bool IsOffice(const NameUnit& unit) {
    return unit.role != nullptr && !unit.IsListed();
  }
  static bool IsBareWord(const NameUnit& unit) {
    return unit.classes == 0 && !unit.connector;
  }

  // Cuts run[begin, end) where two places meet ("U.S. Oslo") and emits the
  // parts as names.
  void Cut(const UnitRun& run, size_t begin, size_t end, const Office& office) {
    size_t from = begin;
    const bool headed = run[end - 1].noun != nullptr;
    for (size_t u = begin + 1; u < end && !headed; ++u) {
      const bool places = run[u - 1].place != nullptr &&
                          run[u].place != nullptr && !run[u].connector;
      // "AP Ines Duarte".
      const bool body =
          run[u - 1].org != nullptr && u - 1 == from && !run[u].connector;
      if ((places || body) && run[u - 1].given == nullptr) {
        Emit(run, from, u, office);
        from = u;
      }
    }
    Emit(run, from, end, office);
  }

  void Emit(const UnitRun& run, size_t begin, size_t end,
            const Office& office) {
    // A nationality before a person is no part of the name.
    const LexEntry* demonym = nullptr;
    const size_t whole = begin;
    const bool headed = run[end - 1].noun != nullptr;
    while (begin < end && run[begin].demonym != nullptr &&
           !run[begin].IsListed() && !headed) {
      demonym = run[begin].demonym;
      ++begin;
    }
    while (begin < end && run[begin].modifier && !headed &&
           run[begin].given == nullptr && !run[begin].IsListed()) {
      ++begin;
    }
    while (end > begin && (run[end - 1].connector || IsParticle(run[end - 1]) ||
                           (end - begin > 1 && IsIdle(run[end - 1])))) {
      --end;  // "Nordwind Flight"
    }
    if (begin >= end) return;
    // "Province of Aceh" is Aceh.
    if (end - begin == 3 && run[begin].noun != nullptr &&
        run[begin].noun->HasTag("area") && run[begin + 1].connector) {
      begin += 2;
    }
    const bool one = end - begin == 1;
    const NameUnit& first = run[begin];
    const NameUnit& last = run[end - 1];
    // A lone letter is no name.
    if (one && first.tokens.size() == 1 &&
        text_.tokens[first.tokens.begin].folded_size < 2) {
      return;
    }
    // A lone noun is a name only where its capital tells: "Congress".
    if (one && !first.IsListed() && first.given == nullptr) {
      if (first.noun != nullptr &&
          !(first.telling && first.noun->HasTag("government") &&
            !evidence_.SeenSmall(Word(first.tokens.begin)))) {
        return;
      }
      if (first.weak || first.demonym != nullptr ||
          (first.role != nullptr && office.role == nullptr)) {
        return;
      }
    }
    NameDraft draft = MakeDraft(text_, {first.tokens.begin, last.tokens.end},
                                NameMention::kName);
    draft.mention.phrase.begin = run[whole].tokens.begin;
    for (size_t u = begin; u < end; ++u) {
      draft.words += CountWords(run[u].tokens);
    }
    if (one && first.place != nullptr) draft.listed = first.place;
    if (one && first.org != nullptr && first.place == nullptr) {
      draft.listed = first.org;
    }
    if (demonym != nullptr) draft.country = demonym->id;
    const bool person = Classify(run, begin, end, office, &draft);
    neighbours_.Look(office, person, &draft);
    out_.push_back(draft);
  }

  static bool IsIdle(const NameUnit& unit) {
    return unit.weak && unit.classes == Bit(Lex::kNonName);
  }
  static bool IsParticle(const NameUnit& unit) {
    return unit.classes == Bit(Lex::kNonName) && !unit.weak && !unit.telling;
  }

  // The type by the words of the name alone.  True for a person.
  bool Classify(const UnitRun& run, size_t begin, size_t end,
                const Office& office, NameDraft* draft) const {
    const NameUnit& first = run[begin];
    const NameUnit& last = run[end - 1];
    const bool one = end - begin == 1;
    if (office.role != nullptr) {
      draft->type = NameType::kPerson;
      draft->titled = true;
      if (draft->listed != nullptr && draft->listed->cls == Lex::kCountry) {
        draft->type = NameType::kPlace;  // "President of ... France": no person
        draft->titled = false;
      }
      GivenGender(first, draft);
      return draft->titled;
    }
    if (draft->listed != nullptr) {
      const bool place = draft->listed == first.place;
      draft->type = place ? NameType::kPlace : NameType::kOrganisation;
      draft->country = CountryOf(*draft->listed);
      draft->city = place && (draft->listed->cls == Lex::kCapital ||
                              draft->listed->cls == Lex::kCity);
      draft->mention.metonym = draft->listed->cls == Lex::kCapital ||
                               draft->listed->cls == Lex::kMetonym;
      // "Victoria", "Austin": what it is the document has to tell.
      if (first.given != nullptr && draft->listed->cls != Lex::kCountry) {
        GivenGender(first, draft);
      }
      return false;
    }
    const LexEntry* noun = nullptr;
    for (size_t u = begin; u + 1 < end && noun == nullptr; ++u) {
      // "Ministry of Defence", "House of Commons": the head stands before.
      if (run[u].noun != nullptr && run[u + 1].connector) noun = run[u].noun;
    }
    if (noun == nullptr) noun = last.noun;
    if (noun == nullptr && first.noun != nullptr && !one &&
        first.noun->HasTag("first")) {
      noun = first.noun;  // "Camp Edwards", "Lake Victoria"
    }
    if (noun != nullptr) {
      for (size_t u = begin; u < end; ++u) {
        if (run[u].demonym != nullptr) draft->country = run[u].demonym->id;
        if (run[u].place != nullptr) draft->country = CountryOf(*run[u].place);
        if (run[u].org != nullptr && u == begin && noun->cls == Lex::kOrgNoun) {
          draft->country = CountryOf(*run[u].org);
        }
      }
      draft->type = noun->cls == Lex::kOrgNoun ? NameType::kOrganisation
                                               : NameType::kPlace;
      draft->facility = noun->HasTag("facility");
      draft->city = noun->HasTag("settlement");
      draft->role = noun->id;
      return false;
    }
    if (first.given != nullptr && !one && !HasListed(run, begin, end)) {
      draft->type = NameType::kPerson;
      GivenGender(first, draft);
      return true;
    }
    if (first.given != nullptr) GivenGender(first, draft);
    if (one && first.given == nullptr && last.telling &&
        text_.tokens[first.tokens.begin].Is(Token::kAllCaps) &&
        first.tokens.size() == 1) {
      draft->type = NameType::kOrganisation;  // an acronym
    }
    return false;
  }

  static bool HasListed(const UnitRun& run, size_t begin, size_t end) {
    for (size_t u = begin + 1; u < end; ++u) {
      if (run[u].IsListed() && run[u].given == nullptr &&
          run[u].tokens.size() > 1) {
        return true;
      }
    }
    return false;
  }

  static void GivenGender(const NameUnit& unit, NameDraft* draft) {
    if (unit.given != nullptr && draft->gender == Entity::kNoGender) {
      draft->gender = GenderOf(unit.given);
    }
  }

  uint32_t CountWords(TokenRange tokens) const {
    uint32_t words = 0;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      words += text_.tokens[t].kind == TokenKind::kWord;
    }
    return words;
  }

  uint32_t Word(uint32_t token) const { return text_.tokens[token].word; }

  const TokenizedText& text_;
  const LexHits& lex_;
  const NameEvidence& evidence_;
  const UnitReader units_;
  const NeighbourReader neighbours_;
  const StandInFinder stand_ins_;
  std::vector<NameDraft>& out_;
};

}  // namespace

NameDraft MakeDraft(const TokenizedText& text, TokenRange tokens,
                    NameMention::Form form) {
  NameDraft draft;
  draft.mention.tokens = tokens;
  draft.mention.phrase = tokens;
  draft.mention.span = text.SpanOf(tokens);
  draft.mention.sentence = text.sentence_of[tokens.begin];
  draft.mention.form = form;
  return draft;
}

void FindNameRuns(const DocumentAnalysis& doc, const NameEvidence& evidence,
                  std::vector<NameDraft>* out) {
  RunFinder(doc, evidence, out).Find();
}

}  // namespace claimcheck
