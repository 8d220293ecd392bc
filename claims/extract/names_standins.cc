#include "claims/extract/names_standins.h"

#include "claims/extract/names_neighbours.h"

namespace claimcheck {
namespace {

constexpr uint32_t kOf = WordHash("of", 2), kThe = WordHash("the", 3),
                   kTwo = WordHash("two", 3), kBoth = WordHash("both", 4),
                   kThis = WordHash("this", 4), kThose = WordHash("those", 5),
                   kThese = WordHash("these", 5);

}  // namespace

bool StandInFinder::Pronoun(uint32_t token, std::vector<NameDraft>* out) const {
  if (!doc_.lex.Has(token, Lex::kPronoun)) return false;
  const LexEntry& entry = *doc_.lex.Find(token, Lex::kPronoun)->entry;
  const bool person = entry.id == "he" || entry.id == "she";
  if (!person && entry.id != "they" && entry.id != "it") return false;
  if (text_.tokens[token].Is(Token::kAllCaps)) return false;  // "IT"
  NameDraft draft = MakeDraft(text_, {token, token + 1}, NameMention::kPronoun);
  draft.gender = GenderOf(&entry);
  draft.plural = entry.HasTag("plural");
  draft.possessive_form = entry.HasTag("possessive") &&
                          !(entry.HasTag("object") && !NounFollows(token));
  if (person) draft.type = NameType::kPerson;
  draft.mention.possessive = draft.possessive_form;
  out->push_back(draft);
  return true;
}

// "her visit" against "met her on": something that a possessive may stand
// before, not a function word or the end.
bool StandInFinder::NounFollows(uint32_t token) const {
  const uint32_t next = token + 1;
  if (next >= SentenceEnd(token)) return false;
  if (text_.tokens[next].kind != TokenKind::kWord) return false;
  constexpr uint64_t kNot = Bit(Lex::kPreposition) | Bit(Lex::kDeterminer) |
                            Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
                            Bit(Lex::kPronoun);
  return (doc_.lex.Mask(next) & kNot) == 0;
}

// "the Russian president", "the two leaders", "the ministry": reads one at
// `token` and returns the token behind it, or 0.
uint32_t StandInFinder::Description(uint32_t token,
                                    std::vector<NameDraft>* out) const {
  const uint32_t word = text_.tokens[token].word;
  const uint32_t end = SentenceEnd(token);
  bool two = word == kBoth;
  const LexEntry* demonym = nullptr;
  const LexEntry* head = nullptr;
  uint32_t at = token + 1;
  if (word != kThe && word != kThis && word != kBoth && word != kThese &&
      word != kThose) {
    // "Peruvian president to visit": at the head of a headline.
    if (!text_.tokens[token].Is(Token::kSentenceStart) ||
        !doc_.lex.Has(token, Lex::kDemonym)) {
      return 0;
    }
    at = token;
  }
  for (int parts = 0; parts < 5 && at < end; ++parts) {
    if (text_.tokens[at].word == kTwo) {
      two = true;
      ++at;
      continue;
    }
    if (!units_.HasNoun(at) && !doc_.lex.Has(at, Lex::kDemonym)) return 0;
    const NameUnit unit = units_.ReadUnit(at);
    if (unit.tokens.end > end) return 0;
    if (unit.demonym != nullptr && units_.IsCapitalWord(at)) {
      demonym = unit.demonym;
      at = unit.tokens.end;
      continue;
    }
    const bool person =
        unit.role != nullptr && unit.role->cls == Lex::kRoleNoun;
    const bool body = unit.noun != nullptr && unit.noun->cls == Lex::kOrgNoun &&
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
    // "the President Hotel", "the Norwegian President Peter Hollis".
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
    if (units_.HasNoun(at)) {
      const NameUnit follower = units_.ReadUnit(at);
      if (follower.role != nullptr || follower.noun != nullptr) return 0;
    }
  }
  NameDraft draft = MakeDraft(text_, {token, at}, NameMention::kDescription);
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
  draft.mention.possessive = IsPossessive(text_, at);
  out->push_back(draft);
  return at;
}

}  // namespace claimcheck
