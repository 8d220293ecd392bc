#include "claims/extract/names_units.h"

#include "absl/strings/match.h"

namespace claimcheck {
namespace {

constexpr uint64_t kUnitClasses = kPlaceNames | Bit(Lex::kOrganisation) |
                                  Bit(Lex::kMetonym) | Bit(Lex::kDemonym) |
                                  Bit(Lex::kTitle) | Bit(Lex::kRoleNoun) |
                                  Bit(Lex::kOrgNoun) | Bit(Lex::kPlaceNoun) |
                                  Bit(Lex::kGivenName) | Bit(Lex::kNonName);

constexpr uint64_t kFunctionClasses =
    Bit(Lex::kPronoun) | Bit(Lex::kPreposition) | Bit(Lex::kDeterminer) |
    Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) | Bit(Lex::kStopWord);

constexpr uint32_t kOf = WordHash("of", 2), kFor = WordHash("for", 3),
                   kThe = WordHash("the", 3), kAnd = WordHash("and", 3),
                   kOn = WordHash("on", 2);

bool In(uint64_t mask, Lex cls) { return (mask >> static_cast<int>(cls)) & 1; }

}  // namespace

Entity::Gender GenderOf(const LexEntry* entry) {
  if (entry == nullptr) return Entity::kNoGender;
  if (entry->HasTag("male")) return Entity::kMale;
  if (entry->HasTag("female")) return Entity::kFemale;
  return Entity::kNoGender;
}

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

NameUnit UnitReader::ReadUnit(uint32_t token) const {
  NameUnit unit;
  unit.tokens = {token, token + 1};
  unit.telling = evidence_.Telling(token);
  uint32_t longest = 1;
  for (const LexHit& hit : doc_.lex.At(token)) {
    if ((Bit(hit.cls) & kUnitClasses) == 0) continue;
    longest = hit.tokens;  // the longest come first
    break;
  }
  unit.tokens.end = token + longest;
  for (const LexHit& hit : doc_.lex.At(token)) {
    if (hit.tokens != longest) continue;
    unit.classes |= Bit(hit.cls);
    switch (hit.cls) {
      case Lex::kCountry:
      case Lex::kCapital:
      case Lex::kCity:
      case Lex::kRegion:
        // "Mexico" before "Mexico City"; a country before a city of that name.
        if (unit.place == nullptr || hit.cls < unit.place->cls) {
          unit.place = hit.entry;
        }
        break;
      case Lex::kOrganisation:
      case Lex::kMetonym:
        unit.org = hit.entry;
        break;
      case Lex::kDemonym:
        unit.demonym = hit.entry;
        break;
      case Lex::kRoleNoun:
        unit.role = hit.entry;
        break;
      case Lex::kTitle:
        if (hit.entry->HasTag("modifier") || hit.entry->HasTag("field")) {
          unit.modifier = true;
          unit.field |= hit.entry->HasTag("field");
        } else if (unit.role == nullptr) {
          unit.role = hit.entry;
        }
        break;
      case Lex::kOrgNoun:
      case Lex::kPlaceNoun:
        if (unit.noun == nullptr || hit.cls == Lex::kOrgNoun) {
          unit.noun = hit.entry;
        }
        break;
      case Lex::kGivenName:
        unit.given = hit.entry;
        break;
      case Lex::kNonName:
        unit.weak = !hit.entry->HasTag("particle");
        break;
      default:
        break;
    }
  }
  // "M." in the midst of a name.
  const TokenizedText& text = doc_.text;
  if (longest == 1 && text.tokens[token].folded_size == 1 &&
      token + 1 < text.tokens.size() && text.IsChar(token + 1, '.') &&
      text.Adjacent(token + 1)) {
    unit.tokens.end = token + 2;
    unit.weak = true;
  }
  return unit;
}

// No plural, no noun of quality, no adverb or form of a verb by its ending.
bool UnitReader::LooksLikeSurname(uint32_t token) const {
  const absl::string_view word = doc_.text.Folded(token);
  if (word.size() < 4) return false;
  for (absl::string_view ending :
       {"s", "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "ism",
        "ance", "ence", "ship", "age", "ice", "ure", "ics", "y"}) {
    if (absl::EndsWith(word, ending)) return false;
  }
  return true;
}

// What may stand behind a name that a sentence begins with: a verb, a mark, a
// small word; not a noun ("Safety experts").
bool UnitReader::FitsBehind(uint32_t token, uint32_t end) const {
  if (token >= end || doc_.text.tokens[token].kind != TokenKind::kWord ||
      doc_.text.tokens[token].Is(Token::kCapital)) {
    return true;
  }
  constexpr uint64_t kFit = Bit(Lex::kEventVerb) | Bit(Lex::kSayVerb);
  return (doc_.lex.Mask(token) & (kFit | kFunctionClasses)) != 0 ||
         doc_.text.Folded(token) == "'s" || evidence_.InTime(token);
}

// Whether the word belongs to a run of names.  `counted`: the run has a part
// already whose capital tells.
bool UnitReader::MayBeginOrGoOn(const NameUnit& unit, const UnitRun& run,
                                bool counted) const {
  const bool first = run.empty();
  const uint32_t next = unit.tokens.end;
  const uint32_t end =
      doc_.text.sentences[doc_.text.sentence_of[unit.tokens.begin]].tokens.end;
  const uint32_t token = unit.tokens.begin;
  const uint64_t mask = doc_.lex.Mask(token);
  if (evidence_.InTime(token)) return false;
  if (In(unit.classes, Lex::kNonName) && unit.weak && !unit.IsListed()) {
    const LexHit* hit = doc_.lex.Find(token, Lex::kNonName);
    if (hit->entry->HasTag("time") || hit->entry->HasTag("function")) {
      // "Jan", "Will" as a person's name need their surname with them.
      return unit.given != nullptr && unit.telling &&
             (counted ||
              (next < end && IsCapitalWord(next) && evidence_.Telling(next)));
    }
    if (unit.tokens.size() > 1) return false;  // "Cold War"
  }
  if (unit.telling) {
    return (mask & kFunctionClasses) == 0 || unit.IsListed() ||
           (unit.role != nullptr && unit.role->HasTag("address"));  // "Mr"
  }
  if (unit.IsListed() || unit.demonym != nullptr || unit.role != nullptr ||
      unit.modifier) {
    return true;
  }
  if (unit.given != nullptr && !unit.given->HasTag("word")) return true;
  if ((mask & kFunctionClasses) != 0) return false;
  const uint32_t word = doc_.text.tokens[token].word;
  if (evidence_.SeenCapital(word)) {
    return first ? !evidence_.SeenSmall(word) && FitsBehind(next, end) : true;
  }
  // A surname in a headline: "Jane Okafor".
  if (!first && run.back().given != nullptr && mask == 0 &&
      !run.back().given->HasTag("word") && !evidence_.SeenSmall(word)) {
    return true;
  }
  // The head of a sentence before a word whose capital tells: "Tayfun Bora
  // said".  Not when the word is one that the lists know as something else.
  if (!first || evidence_.SeenSmall(word)) {
    return unit.noun != nullptr && counted;
  }
  if (evidence_.style(doc_.text.sentence_of[token]) !=
      NameEvidence::Style::kProse) {
    return unit.noun != nullptr && counted;
  }
  constexpr uint64_t kWords =
      Bit(Lex::kEventVerb) | Bit(Lex::kEventNoun) | Bit(Lex::kSayVerb) |
      Bit(Lex::kSayNoun) | Bit(Lex::kCardinal) | Bit(Lex::kVagueNumber) |
      Bit(Lex::kHedge) | Bit(Lex::kUnit) | Bit(Lex::kTimeUnit) |
      Bit(Lex::kOrgNoun) | Bit(Lex::kPlaceNoun) | Bit(Lex::kSayPreposition);
  if ((mask & (kWords | Bit(Lex::kDocumentNoun) | Bit(Lex::kNonName))) != 0) {
    // "Camp Edwards": a noun may begin the name of a place.
    return unit.noun != nullptr && next < end && IsCapitalWord(next) &&
           evidence_.Telling(next);
  }
  if (next >= end || !IsCapitalWord(next) || !evidence_.Telling(next)) {
    // A word in no list and never written small, which owns something or does
    // what persons do ("smoke" neither says nor visits nor meets).
    if (next >= end || unit.classes != 0 ||
        doc_.text.tokens[next].Is(Token::kCapital)) {
      return false;
    }
    if (doc_.text.Folded(next) == "'s") {
      return doc_.text.tokens[token].folded_size >= 4;
    }
    if (!LooksLikeSurname(token)) return false;
    if (doc_.lex.Has(next, Lex::kSayVerb)) {
      return true;
    }
    const LexHit* verb = doc_.lex.Find(next, Lex::kEventVerb);
    return verb != nullptr &&
           (verb->entry->HasTag("mutual") || verb->entry->HasTag("objplace") ||
            verb->entry->HasTag("objevent"));
  }
  const NameUnit follower = ReadUnit(next);
  return !follower.IsListed() && follower.demonym == nullptr &&
         !follower.weak && !evidence_.InTime(next);
}

// "Frank-Walter", "Jong-un", "Villars-les-Bois".  False when a hyphen follows
// that joins two names: "Russia-Ukraine", or a word that is none: "U.S.-led".
bool UnitReader::ExtendByHyphen(NameUnit* unit, uint32_t end) const {
  const TokenizedText& text = doc_.text;
  bool extended = false;
  for (int parts = 0; parts < 6; ++parts) {
    const uint32_t hyphen = unit->tokens.end;
    const uint32_t next = hyphen + 1;
    if (next >= end || !text.IsChar(hyphen, '-') || !text.Adjacent(hyphen) ||
        !text.Adjacent(next)) {
      return true;
    }
    const Token& after = text.tokens[next];
    if (after.kind != TokenKind::kWord) return false;
    if (after.Is(Token::kCapital)) {
      const NameUnit second = ReadUnit(next);
      if ((unit->IsListed() || unit->demonym != nullptr) && !extended &&
          (second.IsListed() || second.demonym != nullptr)) {
        return false;
      }
      unit->tokens.end = second.tokens.end;
    } else {
      const LexHit* word = doc_.lex.Find(next, Lex::kNonName);
      const bool particle = word != nullptr &&
                            word->entry->HasTag("particle") && next + 1 < end &&
                            text.IsChar(next + 1, '-');
      const bool syllable =
          after.folded_size <= 5 && !evidence_.SeenSmall(after.word) &&
          (doc_.lex.Mask(next) & ~Bit(Lex::kGivenName)) == 0 &&
          !unit->IsListed() && unit->demonym == nullptr;
      if (!particle && !syllable) return false;
      unit->tokens.end = next + 1;
    }
    // It is no longer the word that the lists know.
    const LexEntry* given = unit->given;
    const TokenRange tokens = unit->tokens;
    const bool telling = unit->telling;
    *unit = NameUnit();
    unit->tokens = tokens;
    unit->given = given;
    unit->telling = telling;
    if (given != nullptr) unit->classes = Bit(Lex::kGivenName);
    extended = true;
  }
  return true;
}

// What may stand in small letters between two parts of a name, from `token` on.
// Returns where the next part begins, 0 when the run ends.
uint32_t UnitReader::Connect(const UnitRun& run, uint32_t token, uint32_t end,
                             UnitRun* connectors) const {
  const TokenizedText& text = doc_.text;
  const NameUnit& last = run.back();
  const auto capital = [&](uint32_t t) {
    return t < end && IsCapitalWord(t) && !evidence_.InTime(t);
  };
  const uint32_t word = text.tokens[token].word;
  if (word == kOf || word == kFor || word == kOn) {
    // "Ministry of Defence", "Institute for the Study of ..."; and an office:
    // "Minister of State Security".
    uint32_t next = token + 1;
    if (next < end && text.tokens[next].word == kThe) ++next;
    if (!capital(next)) return 0;
    const NameUnit unit = ReadUnit(next);
    const bool office = last.role != nullptr && last.noun == nullptr;
    // "Institute for the Study of Rivers" goes on.
    const bool goes_on =
        !office && word == kOf && run.size() >= 3 &&
        (run[run.size() - 2].connector || run[run.size() - 3].connector) &&
        !last.IsListed() && last.given == nullptr;
    if (office ? !unit.field : last.noun == nullptr && !goes_on) return 0;
    if (!office && !goes_on && last.noun->HasTag("area") && word != kOf) {
      return 0;
    }
    if (!office && word == kOn) return 0;
    // "Airport of Rome" would be two names; a body's field is one.
    if (!office && unit.role != nullptr && !unit.field) return 0;
    if (run.size() == 1 && !last.telling &&
        evidence_.SeenSmall(text.tokens[last.tokens.begin].word)) {
      return 0;
    }
    for (uint32_t t = token; t < next; ++t) {
      NameUnit unit_of;
      unit_of.tokens = {t, t + 1};
      unit_of.connector = true;
      connectors->push_back(unit_of);
    }
    return next;
  }
  if (word == kAnd || text.IsChar(token, '&')) {
    if (!capital(token + 1)) return 0;
    const NameUnit next = ReadUnit(token + 1);
    bool field = false;
    for (const NameUnit& unit : run) field |= unit.connector;
    if (word == kAnd && (!field || !(next.field || next.weak) ||
                         next.role != nullptr || last.IsListed())) {
      return 0;
    }
    NameUnit unit;
    unit.tokens = {token, token + 1};
    unit.connector = true;
    connectors->push_back(unit);
    return token + 1;
  }
  // "Ursula von der Leyen".
  uint32_t next = token;
  while (next < end && next < token + 3 &&
         text.tokens[next].kind == TokenKind::kWord &&
         !text.tokens[next].Is(Token::kCapital)) {
    const LexHit* hit = doc_.lex.Find(next, Lex::kNonName);
    if (hit == nullptr || !hit->entry->HasTag("particle")) return 0;
    ++next;
  }
  // "Hassan al-Amari"
  const uint32_t hyphen = next;
  const bool joined = next > token && next + 1 < end && text.IsChar(next, '-') &&
                      text.Adjacent(next) && text.Adjacent(next + 1);
  if (joined) ++next;
  if (next == token || !capital(next) || last.IsListed() ||
      last.demonym != nullptr || last.role != nullptr ||
      !(last.telling || last.given != nullptr)) {
    return 0;
  }
  for (uint32_t t = token; t < hyphen; ++t) {
    NameUnit unit;
    unit.tokens = {t, t + 1};
    connectors->push_back(unit);
  }
  if (joined) connectors->back().tokens.end = next;
  return next;
}

void UnitReader::ReadRun(uint32_t token, UnitRun* run) const {
  run->clear();
  const TokenizedText& text = doc_.text;
  const uint32_t end = text.sentences[text.sentence_of[token]].tokens.end;
  uint32_t at = token;
  bool counted = false;
  UnitRun pending;  // connectors, taken when a part follows them
  while (at < end && run->size() + pending.size() < kMaxUnits) {
    if (!IsCapitalWord(at)) return;
    NameUnit unit = ReadUnit(at);
    if (unit.tokens.end > end) return;
    if (!MayBeginOrGoOn(unit, *run, counted)) return;
    const bool joins = ExtendByHyphen(&unit, end);
    for (const NameUnit& connector : pending) run->push_back(connector);
    pending.clear();
    counted |= unit.telling || unit.IsListed() || unit.given != nullptr;
    run->push_back(unit);
    at = unit.tokens.end;
    if (!joins || at >= end) return;
    const Token& next = text.tokens[at];
    if (next.kind == TokenKind::kWord && next.Is(Token::kCapital)) {
      // "Lauren’sFriend" is no name; a space parts the words of one.
      if (!next.Is(Token::kSpaceBefore)) return;
      continue;
    }
    if (next.folded_size <= 2 && text.Adjacent(at) &&
        (text.Folded(at) == "'s" || text.IsChar(at, '\''))) {
      // "Workers' Party", "Children's Hospital", but not "Hollis's Visit".
      if (unit.role == nullptr || at + 1 >= end || !IsCapitalWord(at + 1) ||
          !evidence_.Telling(at + 1)) {
        return;
      }
      const NameUnit head = ReadUnit(at + 1);
      if (head.noun == nullptr) return;
      NameUnit clitic;
      clitic.tokens = {at, at + 1};
      clitic.connector = true;
      pending.push_back(clitic);
      ++at;
      continue;
    }
    if (next.kind != TokenKind::kWord && !text.IsChar(at, '&')) return;
    at = Connect(*run, at, end, &pending);
    if (at == 0) return;
  }
}

}  // namespace claimcheck
