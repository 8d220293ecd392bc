#include "claims/extract/names_runs.h"

#include "absl/strings/ascii.h"
#include "claims/extract/names_units.h"

namespace claimcheck {
namespace {

constexpr uint32_t kOf = WordHash("of", 2), kThe = WordHash("the", 3),
                   kWho = WordHash("who", 3), kA = WordHash("a", 1),
                   kAn = WordHash("an", 2), kTwo = WordHash("two", 3),
                   kBoth = WordHash("both", 4), kThis = WordHash("this", 4),
                   kThose = WordHash("those", 5), kThese = WordHash("these", 5);

Entity::Gender GenderOf(const LexEntry* entry) {
  if (entry == nullptr) return Entity::kNoGender;
  if (entry->HasTag("male")) return Entity::kMale;
  if (entry->HasTag("female")) return Entity::kFemale;
  return Entity::kNoGender;
}

// The country that a listed name lies in or stands for.
absl::string_view CountryOf(const LexEntry& entry) {
  switch (entry.cls) {
    case Lex::kCountry:
    case Lex::kCapital:
    case Lex::kMetonym:
    case Lex::kDemonym:
      return entry.id;
    case Lex::kCity:
    case Lex::kRegion:
      return entry.value_text;
    default:
      return {};
  }
}

// What the words to the left of a name say of it.
struct Office {
  uint32_t begin = kNone;  // first token of the phrase
  const LexEntry* role = nullptr;
  absl::string_view country;
};

class RunFinder {
 public:
  RunFinder(const DocumentAnalysis& doc, const NameEvidence& evidence,
            std::vector<NameDraft>* out)
      : doc_(doc), text_(doc.text), evidence_(evidence), units_(doc, evidence),
        out_(*out) {}

  void Find() {
    uint32_t token = 0;
    const uint32_t count = static_cast<uint32_t>(text_.tokens.size());
    UnitRun run;
    while (token < count) {
      if (text_.tokens[token].kind != TokenKind::kWord) {
        ++token;
        continue;
      }
      if (Pronoun(token)) {
        ++token;
        continue;
      }
      if (const uint32_t end = Description(token); end != 0) {
        token = end;
        continue;
      }
      if (units_.IsCapitalWord(token)) {
        units_.ReadRun(token, &run);
        if (!run.empty()) {
          Segment(run);
          token = run.back().tokens.end;
          continue;
        }
        // "Cold War": no name begins within.
        const NameUnit unit = units_.ReadUnit(token);
        if (unit.weak && unit.Has(Lex::kNonName) && unit.tokens.size() > 1) {
          token = unit.tokens.end;
          continue;
        }
      }
      ++token;
    }
  }

 private:
  // --- Pronouns

  bool Pronoun(uint32_t token) {
    if (!doc_.lex.Has(token, Lex::kPronoun)) return false;
    const LexEntry& entry = *doc_.lex.Find(token, Lex::kPronoun)->entry;
    const bool person = entry.id == "he" || entry.id == "she";
    if (!person && entry.id != "they" && entry.id != "it") return false;
    if (text_.tokens[token].Is(Token::kAllCaps)) return false;  // "IT"
    NameDraft draft = Make({token, token + 1}, NameMention::kPronoun);
    draft.gender = GenderOf(&entry);
    draft.plural = entry.HasTag("plural");
    draft.possessive_form = entry.HasTag("possessive") &&
                            !(entry.HasTag("object") && !NounFollows(token));
    if (person) draft.type = NameType::kPerson;
    draft.mention.possessive = draft.possessive_form;
    out_.push_back(draft);
    return true;
  }

  // "her visit" against "met her on": something that a possessive may stand
  // before, not a function word or the end.
  bool NounFollows(uint32_t token) const {
    const uint32_t next = token + 1;
    if (next >= SentenceEnd(token)) return false;
    if (text_.tokens[next].kind != TokenKind::kWord) return false;
    constexpr uint64_t kNot = Bit(Lex::kPreposition) | Bit(Lex::kDeterminer) |
                              Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
                              Bit(Lex::kPronoun);
    return (doc_.lex.Mask(next) & kNot) == 0;
  }

  // --- Descriptions

  // "the Russian president", "the two leaders", "the ministry": reads one at
  // `token` and returns the token behind it, or 0.
  uint32_t Description(uint32_t token) {
    const uint32_t word = text_.tokens[token].word;
    if (word != kThe && word != kThis && word != kBoth && word != kThese &&
        word != kThose) {
      return 0;
    }
    const uint32_t end = SentenceEnd(token);
    bool two = word == kBoth;
    const LexEntry* demonym = nullptr;
    const LexEntry* head = nullptr;
    uint32_t at = token + 1;
    for (int parts = 0; parts < 5 && at < end; ++parts) {
      if (text_.tokens[at].word == kTwo) {
        two = true;
        ++at;
        continue;
      }
      const NameUnit unit = units_.ReadUnit(at);
      if (unit.tokens.end > end) return 0;
      if (unit.demonym != nullptr && units_.IsCapitalWord(at)) {
        demonym = unit.demonym;
        at = unit.tokens.end;
        continue;
      }
      const bool person = unit.role != nullptr && unit.role->cls == Lex::kRoleNoun;
      const bool body = unit.noun != nullptr &&
                        unit.noun->cls == Lex::kOrgNoun &&
                        !unit.noun->HasTag("name");
      if ((person || body) && !unit.IsListed()) {
        head = person ? unit.role : unit.noun;
        at = unit.tokens.end;
        break;
      }
      if (!unit.modifier) return 0;
      at = unit.tokens.end;
    }
    if (head == nullptr || (head->HasTag("plural") && !two)) return 0;
    if (at < end) {
      // Not the whole: "the ministry spokesman", "the president of Chile",
      // "the President Hotel", "the Russian President Vladimir Putin".
      const Token& next = text_.tokens[at];
      if (next.word == kOf || text_.IsChar(at, '-')) return 0;
      // "the Institute for Peace" is a name.
      if (units_.IsCapitalWord(at - 1) && doc_.lex.Has(at, Lex::kPreposition) &&
          at + 2 < end &&
          (units_.IsCapitalWord(at + 1) || units_.IsCapitalWord(at + 2))) {
        return 0;
      }
      if (next.kind == TokenKind::kWord && next.Is(Token::kCapital) &&
          !evidence_.InTime(at)) {
        return 0;
      }
      const NameUnit follower = units_.ReadUnit(at);
      if (follower.role != nullptr || follower.noun != nullptr) return 0;
    }
    NameDraft draft = Make({token, at}, NameMention::kDescription);
    draft.type = head->cls == Lex::kRoleNoun ? NameType::kPerson
                 : head->id == "country"     ? NameType::kPlace
                                             : NameType::kOrganisation;
    draft.role = head->id;
    draft.leader = head->HasTag("leader");
    draft.gender = GenderOf(head);
    if (demonym != nullptr) draft.country = demonym->id;
    const absl::string_view last = text_.Folded(at - 1);
    draft.plural = two;
    // A crowd is nobody: "the soldiers".
    if (!two && last.size() > 3 && last.back() == 's' &&
        last[last.size() - 2] != 's') {
      return 0;
    }
    draft.mention.possessive = Possessive(at);
    out_.push_back(draft);
    return at;
  }

  // --- Names

  // Cuts a run into the names in it: "Germanwings CEO Thomas Winkelmann" is a
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
    while (first > begin && (run[first - 1].modifier || IsOffice(run[first - 1]))) {
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

  // Cuts run[begin, end) where two places meet ("U.S. Pyongyang") and emits the
  // parts as names.
  void Cut(const UnitRun& run, size_t begin, size_t end, const Office& office) {
    size_t from = begin;
    const bool headed = run[end - 1].noun != nullptr;
    for (size_t u = begin + 1; u < end && !headed; ++u) {
      const bool places = run[u - 1].place != nullptr &&
                          run[u].place != nullptr && !run[u].connector;
      // "AP Emilio Morenatti", "Air France Concorde".
      const bool body = run[u - 1].org != nullptr && u - 1 == from &&
                        !run[u].connector;
      if ((places || body) && run[u - 1].given == nullptr) {
        Emit(run, from, u, office);
        from = u;
      }
    }
    Emit(run, from, end, office);
  }

  void Emit(const UnitRun& run, size_t begin, size_t end, const Office& office) {
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
      --end;  // "Germanwings Flight"
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
    NameDraft draft = Make({first.tokens.begin, last.tokens.end},
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
    Look(office, person, &draft);
    out_.push_back(draft);
  }

  static bool IsIdle(const NameUnit& unit) {
    return unit.weak && unit.classes == Bit(Lex::kNonName);
  }
  static bool IsParticle(const NameUnit& unit) {
    return unit.classes == Bit(Lex::kNonName) && !unit.weak &&
           !unit.telling;
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
        if (run[u].org != nullptr && u == begin &&
            noun->cls == Lex::kOrgNoun) {
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

  // --- The neighbours of a name

  // What stands to the left and right of the name: offices, kinds of place, a
  // short form in brackets, whose it is.
  void Look(Office office, bool person, NameDraft* draft) {
    const uint32_t begin = draft->mention.phrase.begin;
    const uint32_t sentence_begin =
        text_.sentences[draft->mention.sentence].tokens.begin;
    const uint32_t end = SentenceEnd(draft->mention.tokens.begin);
    if (office.role == nullptr && draft->type != NameType::kPlace &&
        draft->type != NameType::kOrganisation) {
      office = OfficeBefore(begin, sentence_begin);
    } else if (office.role != nullptr && office.country.empty()) {
      OwnerBefore(office.begin, sentence_begin, &office);
    }
    if (office.role != nullptr) {
      draft->type = NameType::kPerson;
      person = true;
      TakeOffice(office, draft);
    }
    const uint32_t after = draft->mention.tokens.end;
    if (draft->type == NameType::kUnknown || person) {
      person |= OfficeAfter(after, end, draft);
    }
    if (draft->type == NameType::kUnknown) PlaceByNeighbours(begin, after, draft);
    if (draft->type == NameType::kPlace || draft->type == NameType::kUnknown ||
        (person && !draft->titled)) {
      NounAfter(after, end, draft);
      person &= draft->type == NameType::kPerson;
    }
    if (draft->type == NameType::kUnknown && after + 1 < end &&
        text_.tokens[after].kind == TokenKind::kWord &&
        !text_.tokens[after].Is(Token::kCapital)) {
      const NameUnit unit = units_.ReadUnit(after);
      if (unit.noun != nullptr && unit.noun->cls == Lex::kOrgNoun &&
          !unit.noun->HasTag("group")) {
        draft->type = NameType::kOrganisation;  // "Bild newspaper"
      } else if (unit.role != nullptr && draft->words == 1) {
        draft->type = NameType::kOrganisation;  // "Germanwings spokesman"
      }
    }
    ShortForm(draft->mention.tokens.end, end, draft);
    draft->mention.possessive = Possessive(draft->mention.tokens.end);
    if (person && draft->country.empty() && draft->titled) {
      OfOwner(draft->mention.tokens.end, end, draft);
    }
  }

  void TakeOffice(const Office& office, NameDraft* draft) const {
    draft->titled = true;
    if (office.role->cls == Lex::kRoleNoun || !office.role->HasTag("address")) {
      draft->role = office.role->id;
    }
    draft->leader |= office.role->HasTag("leader");
    if (const Entity::Gender gender = GenderOf(office.role);
        gender != Entity::kNoGender) {
      draft->gender = gender;
    }
    if (!office.country.empty()) draft->country = office.country;
    if (office.begin < draft->mention.phrase.begin) {
      draft->mention.phrase.begin = office.begin;
    }
  }

  // An office in small letters that ends before `token`: "North Korean leader
  // Kim", "his new defense minister, Andrei".
  Office OfficeBefore(uint32_t token, uint32_t sentence_begin) const {
    Office office;
    uint32_t at = token;
    bool comma = false;
    if (at > sentence_begin && text_.IsChar(at - 1, ',')) {
      comma = true;
      --at;
    }
    const LexEntry* role = nullptr;
    uint32_t begin = at;
    // The longest office that ends here.
    for (uint32_t length = 1; length <= 4 && at >= sentence_begin + length;
         ++length) {
      for (const LexHit& hit : doc_.lex.At(at - length)) {
        if (hit.tokens == length && hit.cls == Lex::kRoleNoun) {
          role = hit.entry;
          begin = at - length;
        }
      }
    }
    if (role == nullptr) return office;
    // "The soldiers, Khan said": a crowd before a comma is another.  Of a comma
    // only an office with its owner, or one of "a", "the", tells.
    const absl::string_view last = text_.Folded(at - 1);
    const bool crowd = !last.empty() && last.back() == 's' && role->HasTag("noun");
    if (crowd) return office;
    office.role = role;
    office.begin = begin;
    for (int words = 0; words < 4 && office.begin > sentence_begin; ++words) {
      const LexHit* hit = doc_.lex.Find(office.begin - 1, Lex::kTitle);
      if (hit == nullptr || hit->tokens != 1 ||
          !(hit->entry->HasTag("modifier") || hit->entry->HasTag("field"))) {
        break;
      }
      --office.begin;
    }
    const bool owned = OwnerBefore(office.begin, sentence_begin, &office);
    if (comma && !owned) {
      const uint32_t word =
          office.begin > sentence_begin ? Word(office.begin - 1) : 0;
      const bool possessive =
          office.begin > sentence_begin &&
          (doc_.lex.Has(office.begin - 1, Lex::kPronoun) ||
           (office.begin > sentence_begin + 1 &&
            doc_.lex.Has(office.begin - 2, Lex::kPronoun)));
      if (word != kA && word != kAn && word != kThe && !possessive) {
        return Office();
      }
    }
    return office;
  }

  // "Russian", "Russia's", "U.S. State Department" before an office that begins
  // at `token`.
  bool OwnerBefore(uint32_t token, uint32_t sentence_begin,
                   Office* office) const {
    uint32_t at = token;
    // Adjectives between: "Germany's powerful", at most two.
    for (int skip = 0; skip < 3 && at > sentence_begin; ++skip) {
      if (text_.Folded(at - 1) == "'s" || text_.IsChar(at - 1, '\'')) --at;
      if (at <= sentence_begin) return false;
      // The last name drafted may end here.
      if (!out_.empty() && out_.back().mention.form == NameMention::kName &&
          out_.back().mention.tokens.end == at) {
        if (out_.back().type == NameType::kPerson) {
          // "Putin's adviser": the country is the boss's.
          office->begin = out_.back().mention.phrase.begin;
          return true;
        }
        office->country = out_.back().country;
        office->begin = out_.back().mention.phrase.begin;
        return true;
      }
      for (uint32_t length = 1; length <= 3 && at >= sentence_begin + length;
           ++length) {
        for (const LexHit& hit : doc_.lex.At(at - length)) {
          if (hit.tokens == length && hit.cls == Lex::kDemonym &&
              units_.IsCapitalWord(at - length)) {
            office->country = hit.entry->id;
            office->begin = at - length;
          }
        }
      }
      if (office->begin < token) return true;
      const Token& before = text_.tokens[at - 1];
      constexpr uint64_t kStops =
          Bit(Lex::kPreposition) | Bit(Lex::kConjunction) |
          Bit(Lex::kAuxiliary) | Bit(Lex::kPronoun) | Bit(Lex::kDeterminer) |
          Bit(Lex::kEventVerb) | Bit(Lex::kSayVerb);
      if (before.kind != TokenKind::kWord ||
          (doc_.lex.Mask(at - 1) & kStops) != 0) {
        return false;
      }
      --at;
    }
    return false;
  }

  // ", a professor of ...", ", Russia's president", ", head of": an apposition
  // behind the name; and signs of a person: ", 48,", "who".
  bool OfficeAfter(uint32_t token, uint32_t end, NameDraft* draft) const {
    if (token >= end) return false;
    if (Word(token) == kWho) {
      draft->type = NameType::kPerson;
      return true;
    }
    if (!text_.IsChar(token, ',') || token + 1 >= end) return false;
    uint32_t at = token + 1;
    if (Word(at) == kWho) {
      draft->type = NameType::kPerson;
      return true;
    }
    if (text_.tokens[at].kind == TokenKind::kNumber) {
      if (text_.tokens[at].folded_size <= 2 && at + 1 < end &&
          text_.IsChar(at + 1, ',') && draft->words > 1) {
        draft->type = NameType::kPerson;
        return true;
      }
    }
    const bool determined = Word(at) == kA || Word(at) == kAn || Word(at) == kThe;
    absl::string_view country;
    bool owned = false;
    for (int words = 0; words < 7 && at < end; ++words) {
      if (text_.tokens[at].kind == TokenKind::kPunctuation &&
          !text_.IsChar(at, '-')) {
        return false;
      }
      const NameUnit unit = units_.ReadUnit(at);
      if (unit.role != nullptr && unit.role->cls == Lex::kRoleNoun &&
          !unit.IsListed()) {
        // "Putin, Kim and President Xi": an office of the next in a list.
        const uint32_t next = unit.tokens.end;
        if (next < end && units_.IsCapitalWord(next) &&
            !evidence_.InTime(next)) {
          return false;
        }
        const absl::string_view last = text_.Folded(next - 1);
        if (last.back() == 's' && unit.role->HasTag("noun")) return false;
        const bool of = next < end && Word(next) == kOf;
        if (!determined && !owned && !of && country.empty() &&
            !(next < end && text_.IsChar(next, ','))) {
          return false;
        }
        draft->type = NameType::kPerson;
        if (draft->role.empty()) {
          draft->role = unit.role->id;
          draft->leader = unit.role->HasTag("leader");
        }
        if (const Entity::Gender gender = GenderOf(unit.role);
            gender != Entity::kNoGender) {
          draft->gender = gender;
        }
        if (draft->country.empty()) draft->country = country;
        return true;
      }
      constexpr uint64_t kStops = Bit(Lex::kPreposition) |
                                  Bit(Lex::kConjunction) |
                                  Bit(Lex::kAuxiliary) | Bit(Lex::kSayVerb);
      if ((doc_.lex.Mask(at) & kStops) != 0 && !unit.IsListed()) return false;
      if (unit.place != nullptr && units_.IsCapitalWord(at)) {
        country = CountryOf(*unit.place);
        owned = true;
      }
      if (unit.demonym != nullptr && units_.IsCapitalWord(at)) {
        country = unit.demonym->id;
        owned = true;
      }
      at = unit.tokens.end;
    }
    return false;
  }

  // "President Vladimir Putin of Russia", "Mayor X of Y".
  void OfOwner(uint32_t token, uint32_t end, NameDraft* draft) const {
    if (token + 1 >= end || Word(token) != kOf) return;
    uint32_t at = token + 1;
    if (Word(at) == kThe && at + 1 < end) ++at;
    if (!units_.IsCapitalWord(at)) return;
    const NameUnit unit = units_.ReadUnit(at);
    if (unit.place != nullptr) draft->country = CountryOf(*unit.place);
  }

  // "village of X", "in X".
  void PlaceByNeighbours(uint32_t begin, uint32_t after, NameDraft* draft) const {
    if (begin == 0 || text_.sentence_of[begin - 1] != draft->mention.sentence) {
      return;
    }
    if (Word(begin - 1) == kOf && begin >= 2) {
      const NameUnit unit = units_.ReadUnit(begin - 2);
      if (unit.noun != nullptr && unit.noun->cls == Lex::kPlaceNoun &&
          unit.noun->HasTag("area") && unit.tokens.end == begin - 1) {
        draft->type = NameType::kPlace;
        draft->city = unit.noun->HasTag("settlement");
        return;
      }
    }
    // "south of X"; "in nearby X".
    if (begin >= 2) {
      const LexHit* hit = doc_.lex.Find(begin - 2, Lex::kPreposition);
      if (hit != nullptr && hit->tokens == 2 && Word(begin - 1) == kOf) {
        draft->type = NameType::kPlace;
        return;
      }
    }
    uint32_t at = begin - 1;
    if (at > 0 && doc_.lex.Mask(at) == 0 &&
        text_.tokens[at].kind == TokenKind::kWord &&
        !text_.tokens[at].Is(Token::kCapital)) {
      --at;
    }
    const absl::string_view before = text_.Folded(at);
    if ((before == "in" || before == "near" || before == "outside") &&
        !Possessive(after) && draft->words <= 3 && draft->gender ==
        Entity::kNoGender) {
      draft->type = NameType::kPlace;
    }
  }

  // "Aceh province", "Vostochny cosmodrome": the kind of place behind a name.
  // That of a built place belongs to the name.
  void NounAfter(uint32_t after, uint32_t end, NameDraft* draft) const {
    if (after >= end || draft->facility ||
        text_.tokens[after].kind != TokenKind::kWord ||
        text_.tokens[after].Is(Token::kCapital)) {
      return;
    }
    const NameUnit unit = units_.ReadUnit(after);
    if (unit.tokens.end > end || unit.noun == nullptr ||
        unit.noun->cls != Lex::kPlaceNoun) {
      return;
    }
    const absl::string_view last = text_.Folded(unit.tokens.end - 1);
    if (last.back() == 's') return;  // "Cape Cod beaches"
    // The noun must end its phrase: no "Barcelona airport staff".
    if (unit.tokens.end < end) {
      const uint32_t next = unit.tokens.end;
      constexpr uint64_t kEnds =
          Bit(Lex::kPreposition) | Bit(Lex::kConjunction) |
          Bit(Lex::kAuxiliary) | Bit(Lex::kPronoun) | Bit(Lex::kDeterminer) |
          Bit(Lex::kEventVerb) | Bit(Lex::kSayVerb);
      if (text_.tokens[next].kind == TokenKind::kWord &&
          (doc_.lex.Mask(next) & kEnds) == 0 && !evidence_.InTime(next) &&
          text_.Folded(next) != "'s") {
        return;
      }
    }
    if (unit.noun->HasTag("area")) {
      if (draft->type == NameType::kUnknown) {
        draft->type = NameType::kPlace;
        draft->city = unit.noun->HasTag("settlement");
      }
      return;
    }
    if (!unit.noun->HasTag("facility")) return;
    if (draft->listed != nullptr) {
      // "Barcelona airport" is another place than Barcelona.
      draft->listed = nullptr;
      draft->mention.metonym = false;
    }
    draft->type = NameType::kPlace;
    draft->facility = true;
    draft->city = false;
    draft->role = unit.noun->id;
    draft->mention.tokens.end = unit.tokens.end;
    draft->mention.phrase.end = unit.tokens.end;
    draft->mention.span = text_.SpanOf(draft->mention.tokens);
    draft->words += unit.tokens.size();
  }

  // "International Criminal Court (ICC)".
  void ShortForm(uint32_t after, uint32_t end, NameDraft* draft) const {
    if (draft->words < 2 || after + 2 >= end || !text_.IsChar(after, '(') ||
        !text_.IsChar(after + 2, ')')) {
      return;
    }
    const Token& token = text_.tokens[after + 1];
    if (token.kind != TokenKind::kWord || !token.Is(Token::kCapital)) return;
    const absl::string_view form = text_.Folded(after + 1);
    // Its letters in order among the first letters of the words.
    size_t letter = 0;
    for (uint32_t t = draft->mention.tokens.begin;
         t < draft->mention.tokens.end && letter < form.size(); ++t) {
      const absl::string_view word = text_.Folded(t);
      if (!word.empty() && word[0] == form[letter]) ++letter;
    }
    if (letter == form.size()) draft->alias = token.word;
  }

  // --- Small things

  NameDraft Make(TokenRange tokens, NameMention::Form form) const {
    NameDraft draft;
    draft.mention.tokens = tokens;
    draft.mention.phrase = tokens;
    draft.mention.span = text_.SpanOf(tokens);
    draft.mention.sentence = text_.sentence_of[tokens.begin];
    draft.mention.form = form;
    return draft;
  }

  bool Possessive(uint32_t after) const {
    return after < text_.tokens.size() && text_.Adjacent(after) &&
           (text_.Folded(after) == "'s" || text_.IsChar(after, '\''));
  }

  uint32_t CountWords(TokenRange tokens) const {
    uint32_t words = 0;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      words += text_.tokens[t].kind == TokenKind::kWord;
    }
    return words;
  }

  uint32_t Word(uint32_t token) const { return text_.tokens[token].word; }
  uint32_t SentenceEnd(uint32_t token) const {
    return text_.sentences[text_.sentence_of[token]].tokens.end;
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const NameEvidence& evidence_;
  const UnitReader units_;
  std::vector<NameDraft>& out_;
};

}  // namespace

void FindNameRuns(const DocumentAnalysis& doc, const NameEvidence& evidence,
                  std::vector<NameDraft>* out) {
  RunFinder(doc, evidence, out).Find();
}

}  // namespace claimcheck
