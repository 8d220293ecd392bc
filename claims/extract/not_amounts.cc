#include "claims/extract/not_amounts.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

constexpr uint32_t kClitic = W("'s");

constexpr uint64_t kFunctionWords =
    Bit(Lex::kPreposition) | Bit(Lex::kConjunction) | Bit(Lex::kPronoun) |
    Bit(Lex::kAuxiliary) | Bit(Lex::kDeterminer);

// Words that are capitalised for what they are, not as part of a name that a
// number belongs to: "In 5".
constexpr uint64_t kNoNameBeforeNumber =
    kFunctionWords | Bit(Lex::kMonth) | Bit(Lex::kWeekday) |
    Bit(Lex::kDemonym) | Bit(Lex::kHedge) | Bit(Lex::kSayVerb) |
    Bit(Lex::kChange) | Bit(Lex::kCardinal) | Bit(Lex::kScale) |
    Bit(Lex::kNonName) | Bit(Lex::kEventVerb) | Bit(Lex::kStopWord);

constexpr uint64_t kPlaces = Bit(Lex::kCountry) | Bit(Lex::kCapital) |
                             Bit(Lex::kCity) | Bit(Lex::kRegion);

bool IsCapital(const Passage& p, uint32_t t) {
  return p.IsPlainWord(t) && p.text.tokens[t].Is(Token::kCapital);
}

// A name by its capital, in the middle of a sentence.
bool IsNameWord(const Passage& p, uint32_t t, const WordsBefore& before) {
  return IsCapital(p, t) && !p.Has(t, kNoNameBeforeNumber) &&
         !before.TitleCase(p);
}

// Figures joined to what stands before them.
bool IsJoinedToOther(const Passage& p, const Amount& a, const Amount& last,
                     const WordsBefore& before) {
  if (!p.Joined(a.begin)) return false;
  const uint32_t q = a.begin - 1;
  if (p.IsPlainWord(a.begin)) {  // "high-five"
    return !last.measured() && p.IsChar(q, '-') && p.Joined(q) &&
           p.IsPlainWord(q - 1) && !p.Has(q - 1, Bit(Lex::kCardinal)) &&
           !before.HedgeEndsAt(a.begin);
  }
  if (p.IsChar(a.begin, '.')) return p.IsPlainWord(q);  // "No.1"
  if (!p.IsDigits(a.number.tokens.begin)) return false;
  if (p.text.tokens[q].kind == TokenKind::kQuote && p.Joined(q) &&
      p.IsChar(q - 1, '=')) {
    return true;  // id="4711"
  }
  // "A320", "x10"; "USD10" is read from its code on.
  if (p.IsPlainWord(q) || p.IsDigits(q)) return true;
  if (p.IsChar(q, '#')) return !a.number.scaled;
  if (p.IsChar(q, '-')) {
    if (!p.Joined(q)) return false;
    if (p.IsDigits(q - 1)) return true;
    if (!p.IsPlainWord(q - 1)) return false;
    // "sub-7 nanometre", "magnitude-6.1"
    if (before.HedgeEndsAt(a.begin) || UnitNameBefore(p, a.begin) != nullptr) {
      return false;
    }
    // "COVID-19 cases", "F-16 jets", "scp-173m"; but "now-18 months".
    return !last.measured() || IsCapital(p, q - 1) ||
           last.unit.entry->HasTag("symbol");
  }
  for (char c : {'/', '_', '@', '&', '?', '.', ':', '%', '\\', ')', ']'}) {
    if (p.IsChar(q, c)) return true;
  }
  return false;
}

// "2006b": a year and a letter that tells works apart.
bool IsYearWithLetter(const Passage& p, const Amount& a) {
  const Numeral& n = a.number;
  return n.form == Numeral::kDigits && !n.grouped && !n.point &&
         a.before.entry == nullptr && p.Size(n.tokens.begin) == 4 &&
         p.IsDigits(n.tokens.begin) && p.Joined(n.tokens.begin + 1) &&
         p.IsPlainWord(n.tokens.begin + 1) && p.Size(n.tokens.begin + 1) == 1 &&
         p.text.Folded(n.tokens.begin)[0] <= '2' &&
         p.text.Folded(n.tokens.begin)[0] >= '1' &&
         !p.IsWholeText(a.begin, a.end) &&
         !(a.measured() && a.unit.entry->factor);
}

// Figures joined to what stands behind them: "737s", "5G", "13F", "3D";
// "3-1-4".
bool IsJoinedToNext(const Passage& p, const Amount& last) {
  const uint32_t end = last.end;
  if (last.number.form != Numeral::kDigits || last.number.ordinal ||
      !p.Joined(end)) {
    return false;
  }
  if (p.IsChar(end, '-') && p.IsDigits(end + 1) && p.Joined(end + 1))
    return true;
  if (last.measured()) return false;
  if (p.IsPlainWord(end) && !last.number.scaled) return true;
  return p.IsChar(end, '_') || p.IsChar(end, '@') || p.IsChar(end, '=');
}

// Figures at `t` that are no count of their own: "18 777s", "4000 3 hundred"
// are two things.
bool IsFiguresAlone(const Passage& p, uint32_t t) {
  return p.IsDigits(t) && !p.Has(t + 1, Bit(Lex::kScale)) &&
         !(p.Joined(t + 1) && p.IsPlainWord(t + 1));
}

// "+44 20 7946", "1300 477 722": figures after figures.
bool IsPhoneNumber(const Passage& p, const Amount& a, const Amount& last,
                   bool counted) {
  if (!a.measured() && !last.measured() && !counted && !a.number.scaled &&
      p.IsDigits(a.begin) && !p.Joined(a.begin) &&
      (p.IsDigits(a.begin - 1) || IsFiguresAlone(p, last.end))) {
    return true;
  }
  return a.plus && !a.measured() &&
         (p.IsDigits(last.end) || p.Has(a.begin - 1, Bit(Lex::kTimeZone)));
}

// "1." or "2)" at the start of a line with text behind it; "2)" anywhere when
// nothing is open.
bool IsListMark(const Passage& p, const Amount& a, const WordsBefore& before) {
  if (a.number.form != Numeral::kDigits || a.measured() ||
      a.number.tokens.size() != 1) {
    return false;
  }
  const TokenizedText& text = p.text;
  if (!before.parenthesis && p.IsChar(a.end, ')') && p.Joined(a.end))
    return true;
  if (!text.tokens[a.begin].Is(Token::kLineStart)) return false;
  const uint32_t t = a.end;
  if (!(text.IsChar(t, '.') || text.IsChar(t, ')')) || !text.Adjacent(t)) {
    return false;
  }
  return t + 1 < text.tokens.size() &&
         text.tokens[t + 1].Is(Token::kSpaceBefore) &&
         !text.tokens[t + 1].Is(Token::kLineStart);
}

// Four plain digits that may be a year.
bool LooksLikeYear(const Passage& p, const Amount& a) {
  const Numeral& n = a.number;
  return n.form == Numeral::kDigits && !n.grouped && !n.point && !n.scaled &&
         !a.negative && !a.plus && n.tokens.size() == 1 &&
         p.Size(n.tokens.begin) == 4 && Decimal{1299, 0} < n.value &&
         n.value < Decimal{2201, 0};
}

bool IsYear(const Passage& p, const Amount& a, const Amount* b, bool counted,
            const WordsBefore& before) {
  if (!LooksLikeYear(p, a) || a.number.ordinal) return false;
  if (b != nullptr && LooksLikeYear(p, *b)) return true;
  // "the 2018 sales" against "1500 people".
  if (Decimal{1899, 0} < a.number.value && a.number.value < Decimal{2036, 0}) {
    return true;
  }
  return !counted && !before.HedgeEndsAt(a.begin);
}

// "Route 66", "chapter three", "Figures 5A and 5B", "Eq. (11)".
bool IsLabelled(const Passage& p, const Amount& a, const Amount& last,
                bool counted, const WordsBefore& before) {
  const TokenRange label = before.label;
  if (label.empty()) return false;
  if (label.end != a.begin &&
      !(label.end + 1 == a.begin && p.IsChar(a.begin - 1, '('))) {
    return false;
  }
  // A letter behind the figures is no unit there.
  bool letter = last.number.letter;
  if (last.measured()) {
    const uint32_t unit = last.unit.tokens.begin;
    letter =
        last.unit.tokens.size() == 1 && p.Size(unit) == 1 &&
        absl::ascii_isalpha(static_cast<unsigned char>(p.text.Folded(unit)[0]));
  }
  const bool amount = last.measured() || a.measured() || a.number.scaled ||
                      a.number.form == Numeral::kVague;
  if (amount && !letter) return false;
  if (before.label_alone) return !counted && !before.HedgeEndsAt(a.begin);
  if (a.number.form == Numeral::kDigits) return !a.number.grouped;
  return a.number.form == Numeral::kWords && !before.label_digits && !counted;
}

// "In Kilbane", "near Kilbane", "in the province of Kilbane".
bool LeadsToPlace(const Passage& p, uint32_t t) {
  static constexpr uint32_t kWhere[] = {W("in"),     W("near"),    W("at"),
                                        W("around"), W("outside"), W("across")};
  static constexpr uint32_t kRegions[] = {W("province"), W("city"),   W("town"),
                                          W("state"),    W("region"), W("county"),
                                          W("district"), W("village"), W("island")};
  for (const uint32_t word : kWhere) {
    if (p.IsWord(t, word)) return true;
  }
  for (const uint32_t word : kRegions) {
    if (p.IsWord(t, W("of")) && p.IsWord(t - 1, word)) return true;
  }
  return false;
}

bool ArePeople(const Passage& p, uint32_t noun) {
  return p.Has(noun, Bit(Lex::kRoleNoun)) || p.IsWord(noun, W("people"));
}

// "iPhone 11", "Big Three", "Group of Seven".
bool IsPartOfName(const Passage& p, const Amount& a, bool counted,
                  const WordsBefore& before) {
  const uint32_t t = a.begin;
  if (t <= p.tokens.begin || p.Joined(t)) return false;
  const Token& number = p.text.tokens[t];
  if (a.number.form == Numeral::kDigits) {
    if (a.number.grouped || !IsNameWord(p, t - 1, before)) return false;
    // "In Germany 5 people", "near Kilbane 30 workers"; but "France 24 reports", "for
    // Apollo 11 astronauts".
    if (counted && p.Has(t - 2, Bit(Lex::kPreposition)) &&
        (p.Has(t - 1, kPlaces) || (LeadsToPlace(p, t - 2) && ArePeople(p, a.end)))) {
      return false;
    }
    const bool sentence_start = t - 1 == p.tokens.begin ||
                                p.text.tokens[t - 1].Is(Token::kSentenceStart);
    return !sentence_start || !counted;
  }
  return number.kind == TokenKind::kWord && number.Is(Token::kCapital) &&
         !number.Is(Token::kAllCaps) && p.IsPlainWord(t - 1) &&
         !before.TitleCase(p);
}

// The word that names a street after `t`, past a few capitals and the letter of
// a direction: "358 El Brillo Way", "9 E 71st St".
bool IsStreetNumber(const Passage& p, const Amount& a) {
  constexpr uint32_t kWindow = 4;
  if (a.number.form != Numeral::kDigits || a.number.grouped || a.number.point ||
      a.measured() || p.Joined(a.end)) {
    return false;
  }
  for (uint32_t t = a.end; t < a.end + kWindow && p.Holds(t); ++t) {
    if (p.IsDigits(t)) {  // "71st"
      if (!p.Joined(t + 1) || !p.IsPlainWord(t + 1)) return false;
      ++t;
      continue;
    }
    if (!IsCapital(p, t)) return false;
    const LexHit* hit = p.Find(t, Lex::kNotAQuantity);
    // "30 Wall Street traders" are people.
    if ((t > a.end || a.number.ordinal) && hit != nullptr &&
        hit->entry->HasTag("street")) {
      return !p.IsPlainWord(t + 1) || IsCapital(p, t + 1) ||
             p.Has(t + 1, kFunctionWords);
    }
  }
  return false;
}

// A thing called by a number, told from the words around: "its 777 airliner",
// "358 El Brillo Way", "(3)", "[12, 14]".
bool IsCalledByNumber(const Passage& p, const Amount& a, uint32_t end,
                      const WordsBefore& before) {
  const Numeral& n = a.number;
  if (n.form != Numeral::kDigits || n.grouped || n.point || n.ordinal) {
    return false;
  }
  const uint32_t t = a.begin;
  if (before.bracket) return true;
  if (p.IsChar(t - 1, '(') && p.IsChar(end, ')')) return true;
  if (before.HedgeEndsAt(t)) return false;
  if (!p.Joined(end) && IsNameWord(p, end, before)) return true;
  if (p.IsWord(t - 1, kClitic)) return true;  // "Boeing's 787"
  const LexHit* pronoun = p.Find(t - 1, Lex::kPronoun);
  const bool determiner =
      p.Has(t - 1, Bit(Lex::kDeterminer)) ||
      (pronoun != nullptr && pronoun->entry->HasTag("possessive"));
  if (!determiner || n.value < Decimal{1, 2}) return false;
  // "the 787", "the 717 jet"; "the 250 required" are amounts.
  if (!p.IsPlainWord(end)) return true;
  const absl::string_view next = p.text.Folded(end);
  return !absl::EndsWith(next, "ed") && !absl::EndsWith(next, "en") &&
         !p.Has(end, kFunctionWords);
}

// "third-party", "second largest", "a second one", "71st Street"; and "first"
// and "second", which order things and seldom number them.
bool IsIdleOrdinal(const Passage& p, const Amount& a,
                   const WordsBefore& before) {
  if (!a.number.ordinal) return false;
  const uint32_t end = a.end;
  // "the third last": a place counted from the other end
  if (const LexHit* place = p.Find(a.begin, Lex::kIdentityCue);
      place != nullptr && place->entry->value &&
      a.begin + place->tokens > end) {
    return true;
  }
  if (a.number.form == Numeral::kWords && a.number.value < Decimal{3, 0}) {
    return p.tokens.size() > 2;
  }
  if (p.SkipHyphen(end) != end) return true;
  if (a.number.form == Numeral::kWords && p.IsArticle(a.begin - 1)) return true;
  if (!p.IsPlainWord(end)) return false;
  const absl::string_view next = p.text.Folded(end);
  return next == "most" || (next.size() > 4 && absl::EndsWith(next, "est")) ||
         IsNameWord(p, end, before);
}

// "Won 3 - 1", as texts cut into words have it: the number on either side.
bool IsSpacedScore(const Passage& p, const Amount& a, const Amount* b,
                   bool counted) {
  constexpr size_t kMostDigits = 3;
  const Amount& last = b == nullptr ? a : *b;
  const auto small = [&](uint32_t t) {
    return p.IsDigits(t) && p.Size(t) <= kMostDigits && !p.Joined(t);
  };
  if (counted || a.measured() || !small(a.begin) || p.Joined(last.end)) {
    return false;
  }
  const bool opens = p.IsChar(a.end, '-') && !p.Joined(a.end) &&
                     a.end == a.begin + 1 && small(a.end + 1) &&
                     !p.Joined(a.end + 2);
  if (b != nullptr) return opens && !b->measured() && last.end == a.end + 2;
  return opens || (p.IsChar(a.begin - 1, '-') && !p.Joined(a.begin - 1) &&
                   a.begin >= 2 && small(a.begin - 2));
}

// "won 3-1", "voted 5-4", "2013-14": two figures that nothing follows.
bool IsScore(const Passage& p, const Amount& a, const Amount* b, bool counted,
             const WordsBefore& before) {
  if (b == nullptr || a.number.form != Numeral::kDigits || a.number.point ||
      !p.IsChar(a.end, '-') || !p.Joined(a.end)) {
    return false;
  }
  if (LooksLikeYear(p, a)) return true;
  return !counted && !a.unit.money() && !before.HedgeEndsAt(a.begin) && !a.number.scaled &&
         !b->number.scaled && !a.number.grouped;
}

}  // namespace

bool IsNoAmount(const Passage& p, const Amount& a, const Amount* b,
                bool counted, const WordsBefore& before) {
  const Amount& last = b == nullptr ? a : *b;
  if (IsJoinedToOther(p, a, last, before) || IsJoinedToNext(p, last) ||
      IsYearWithLetter(p, a) || IsListMark(p, a, before) ||
      IsPhoneNumber(p, a, last, counted) || IsStreetNumber(p, a) ||
      IsIdleOrdinal(p, a, before) || IsLabelled(p, a, last, counted, before)) {
    return true;
  }
  if (a.measured() || last.measured()) return false;
  if (IsScore(p, a, b, counted, before) || IsSpacedScore(p, a, b, counted) ||
      IsYear(p, a, b, counted, before)) {
    return true;
  }
  if (a.number.scaled || a.number.form == Numeral::kVague) return false;
  if (b != nullptr && a.number.point) return false;  // "CI 1.66-4.88"
  return IsPartOfName(p, a, counted, before) ||
         (!counted && b == nullptr && IsCalledByNumber(p, a, last.end, before));
}

}  // namespace claimcheck
