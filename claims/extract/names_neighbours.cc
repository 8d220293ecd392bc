#include "claims/extract/names_neighbours.h"

#include "claims/lexicon/word_sets.h"
#include "claims/text/dateline.h"

namespace claimcheck {
namespace {

constexpr uint32_t kOf = WordHash("of", 2), kThe = WordHash("the", 3),
                   kWho = WordHash("who", 3), kA = WordHash("a", 1),
                   kAn = WordHash("an", 2), kAs = WordHash("as", 2),
                   kNamed = WordHash("named", 5),
                   kIdentified = WordHash("identified", 10),
                   kAged = WordHash("aged", 4), kYear = WordHash("year", 4);

bool IsDistance(absl::string_view word) {
  return word == "kilometres" || word == "kilometers" || word == "km" ||
         word == "kms" || word == "miles" || word == "mile";
}

}  // namespace

bool IsPossessive(const TokenizedText& text, uint32_t after) {
  return after < text.tokens.size() && text.Adjacent(after) &&
         (text.Folded(after) == "'s" || text.IsChar(after, '\''));
}

// What stands to the left and right of the name: offices, kinds of place, a
// short form in brackets, whose it is.
void NeighbourReader::Look(Office office, bool person, NameDraft* draft) const {
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
  // "Eight kilometres from X, the local newspaper ...": no person.
  if (draft->type == NameType::kUnknown && begin >= sentence_begin + 2 &&
      text_.Folded(begin - 1) == "from" && IsDistance(text_.Folded(begin - 2))) {
    draft->type = NameType::kPlace;
  }
  const uint32_t after = draft->mention.tokens.end;
  if (draft->type == NameType::kUnknown && draft->words > 1 && after < end &&
      text_.IsChar(after, ',') && DescribedBefore(begin, sentence_begin)) {
    draft->type = NameType::kPerson;
    person = true;
  }
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
      units_.HasNoun(after) && text_.tokens[after].kind == TokenKind::kWord &&
      !text_.tokens[after].Is(Token::kCapital)) {
    const NameUnit unit = units_.ReadUnit(after);
    if (unit.noun != nullptr && unit.noun->cls == Lex::kOrgNoun &&
        !unit.noun->HasTag("group")) {
      draft->type = NameType::kOrganisation;  // "Kurier newspaper"
    } else if (unit.role != nullptr && draft->words == 1) {
      draft->type = NameType::kOrganisation;  // "Nordwind spokesman"
    }
  }
  ShortForm(draft->mention.tokens.end, end, draft);
  draft->mention.possessive = Possessive(draft->mention.tokens.end);
  if (person && draft->country.empty() && draft->titled) {
    OfOwner(draft->mention.tokens.end, end, draft);
  }
}

void NeighbourReader::TakeOffice(const Office& office, NameDraft* draft) const {
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
Office NeighbourReader::OfficeBefore(uint32_t token,
                                     uint32_t sentence_begin) const {
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
  const bool crowd =
      !last.empty() && last.back() == 's' && role->HasTag("noun");
  if (crowd) return office;
  office.role = role;
  office.begin = begin;
  for (int words = 0; words < 4 && office.begin > sentence_begin; ++words) {
    // "then-leader"
    if (office.begin > sentence_begin + 1 &&
        text_.IsChar(office.begin - 1, '-') &&
        doc_.lex.Has(office.begin - 2, Lex::kTitle)) {
      office.begin -= 2;
      continue;
    }
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
    const bool possessive = office.begin > sentence_begin &&
                            (doc_.lex.Has(office.begin - 1, Lex::kPronoun) ||
                             (office.begin > sentence_begin + 1 &&
                              (doc_.lex.Has(office.begin - 2, Lex::kPronoun) ||
                               // "The city's mayor, Ada Lind".
                               text_.Folded(office.begin - 1) == "'s")));
    if (word != kA && word != kAn && word != kThe && !possessive) {
      return Office();
    }
  }
  return office;
}

// "The head of the safety bureau, Ada Lind,", "the driver of the train, identified
// as Ada Lind": in front of `token` stands what somebody is.
bool NeighbourReader::DescribedBefore(uint32_t token,
                                      uint32_t sentence_begin) const {
  constexpr uint32_t kReach = 10;
  uint32_t at = token;
  if (at > sentence_begin + 1 && Word(at - 1) == kAs &&
      (Word(at - 2) == kNamed || Word(at - 2) == kIdentified)) {
    at -= 2;
  }
  if (at <= sentence_begin || !text_.IsChar(at - 1, ',')) return false;
  const uint32_t comma = --at;
  for (; at > sentence_begin && comma - at < kReach; --at) {
    if (text_.tokens[at - 1].kind != TokenKind::kWord ||
        doc_.lex.Has(at - 1, Lex::kConjunction)) {
      return false;
    }
    if (!doc_.lex.Has(at - 1, Lex::kRoleNoun) &&
        !words::kOneOfAStory.Contains(text_.tokens[at - 1].word)) {
      continue;
    }
    // What he is the head or the driver of, and nothing else.
    const bool of = at == comma || Word(at) == kOf;
    const bool begins = at > sentence_begin + 1 &&
                        (doc_.lex.Has(at - 2, Lex::kDeterminer) ||
                         (at > sentence_begin + 2 &&
                          doc_.lex.Has(at - 3, Lex::kDeterminer)));
    return of && begins;
  }
  return false;
}

// "Russian", "Russia's", "U.S. State Department" before an office that begins
// at `token`.
bool NeighbourReader::OwnerBefore(uint32_t token, uint32_t sentence_begin,
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
        // "Hollis's adviser": the country is the boss's.
        office->begin = out_.back().mention.phrase.begin;
        return true;
      }
      office->country = out_.back().country;
      office->begin = out_.back().mention.phrase.begin;
      return true;
    }
    if (!out_.empty() &&
        out_.back().mention.form == NameMention::kDescription &&
        out_.back().mention.tokens.end == at) {
      office->begin = out_.back().mention.tokens.begin;  // "the country's"
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
    constexpr uint64_t kStops = Bit(Lex::kPreposition) |
                                Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
                                Bit(Lex::kPronoun) | Bit(Lex::kDeterminer) |
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
bool NeighbourReader::OfficeAfter(uint32_t token, uint32_t end,
                                  NameDraft* draft) const {
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
  // ", aged 34", ", a 34-year-old teacher".
  const uint32_t age = at + (determined || Word(at) == kAged);
  if (age > at && age + 1 < end && draft->words > 1 &&
      text_.tokens[age].kind == TokenKind::kNumber &&
      (Word(at) == kAged ||
       (text_.IsChar(age + 1, '-') && age + 2 < end && Word(age + 2) == kYear))) {
    draft->type = NameType::kPerson;
    return true;
  }
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
      // "Hollis, Pike and President Ode": an office of the next in a list.
      const uint32_t next = unit.tokens.end;
      if (next < end && units_.IsCapitalWord(next) && !evidence_.InTime(next)) {
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
                                Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
                                Bit(Lex::kSayVerb);
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

// "President Peter Hollis of Norway", "Mayor X of Y".
void NeighbourReader::OfOwner(uint32_t token, uint32_t end,
                              NameDraft* draft) const {
  if (token + 1 >= end || Word(token) != kOf) return;
  uint32_t at = token + 1;
  if (Word(at) == kThe && at + 1 < end) ++at;
  if (!units_.IsCapitalWord(at)) return;
  const NameUnit unit = units_.ReadUnit(at);
  if (unit.place != nullptr) draft->country = CountryOf(*unit.place);
}

// "village of X", "in X".
// "KALVIK, 14 May (Newswire) -": where the report was written.
bool NeighbourReader::OpensDateline(uint32_t token, uint32_t sentence) const {
  constexpr uint32_t kLongest = 20;
  const TokenRange tokens = text_.sentences[sentence].tokens;
  // The dash ends the sentence; behind it the report begins.
  return token == tokens.begin && tokens.size() <= kLongest &&
         tokens.end < text_.tokens.size() &&
         text_.IsChar(tokens.end - 1, '-') &&
         DatelineEnd(text_, {tokens.begin, tokens.end + 1},
                     /*near_top=*/true) == tokens.end;
}

void NeighbourReader::PlaceByNeighbours(uint32_t begin, uint32_t after,
                                        NameDraft* draft) const {
  if (OpensDateline(begin, draft->mention.sentence)) {
    draft->type = NameType::kPlace;
    return;
  }
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
  // "shares in X", "a stake in X" are of a firm.
  if (before == "in" && at > 0) {
    const absl::string_view held = text_.Folded(at - 1);
    if (held == "shares" || held == "stake" || held == "stakes" ||
        held == "shareholder" || held == "shareholders" || held == "investor" ||
        held == "investors") {
      draft->type = NameType::kOrganisation;
      return;
    }
  }
  if ((before == "in" || before == "near" || before == "outside") &&
      !Possessive(after) && draft->words <= 3 &&
      draft->gender == Entity::kNoGender) {
    draft->type = NameType::kPlace;
  }
}

// "Aceh province", "Arlen cosmodrome": the kind of place behind a name.
// That of a built place belongs to the name.
void NeighbourReader::NounAfter(uint32_t after, uint32_t end,
                                NameDraft* draft) const {
  if (after >= end || draft->facility || !units_.HasNoun(after) ||
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
    constexpr uint64_t kEnds = Bit(Lex::kPreposition) | Bit(Lex::kConjunction) |
                               Bit(Lex::kAuxiliary) | Bit(Lex::kPronoun) |
                               Bit(Lex::kDeterminer) | Bit(Lex::kEventVerb) |
                               Bit(Lex::kSayVerb);
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
void NeighbourReader::ShortForm(uint32_t after, uint32_t end,
                                NameDraft* draft) const {
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

}  // namespace claimcheck
