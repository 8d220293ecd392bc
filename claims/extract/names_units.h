#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_UNITS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_UNITS_H_

#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/names_evidence.h"

namespace claimcheck {

// A word or a phrase of the word lists, as part of a run of capitals.
struct NameUnit {
  TokenRange tokens;
  uint64_t classes = 0;             // of the hits that are exactly this long
  const LexEntry* place = nullptr;  // COUNTRY, CAPITAL, CITY or REGION
  const LexEntry* org = nullptr;    // ORGANISATION or METONYM
  const LexEntry* demonym = nullptr;
  const LexEntry* role = nullptr;   // ROLE_NOUN, or TITLE of address or rank
  const LexEntry* noun = nullptr;   // ORG_NOUN or PLACE_NOUN
  const LexEntry* given = nullptr;  // GIVEN_NAME
  bool modifier = false;            // "Deputy", "Foreign": belongs to an office
  bool field = false;      // of the modifiers those that say what it is for
  bool weak = false;       // a capital that proves nothing
  bool connector = false;  // "of", "the", "and" inside a name
  bool telling = false;

  bool Has(Lex cls) const { return (classes >> static_cast<int>(cls)) & 1; }
  bool IsListed() const { return place != nullptr || org != nullptr; }
};

// Longer runs are cut: no name has more parts.
inline constexpr uint32_t kMaxUnits = 16;
using UnitRun = absl::InlinedVector<NameUnit, kMaxUnits>;

inline constexpr uint64_t kPlaceNames = Bit(Lex::kCountry) |
                                        Bit(Lex::kCapital) | Bit(Lex::kCity) |
                                        Bit(Lex::kRegion);

// What a given name, a title or an office tells of its bearer.
Entity::Gender GenderOf(const LexEntry* entry);

// The country that a listed name lies in or stands for.
absl::string_view CountryOf(const LexEntry& entry);

// Cuts runs of capitals into units.
class UnitReader {
 public:
  UnitReader(const DocumentAnalysis& doc, const NameEvidence& evidence)
      : doc_(doc), evidence_(evidence) {}

  // The run that begins at `token`; empty when none does.  The end of its last
  // unit is where to read on.
  void ReadRun(uint32_t token, UnitRun* run) const;

  // The unit at `token`, as far as the word lists go.
  NameUnit ReadUnit(uint32_t token) const;

  // False when its unit has neither a role, a modifier nor a noun.
  bool HasNoun(uint32_t token) const {
    constexpr uint64_t kNouns = Bit(Lex::kTitle) | Bit(Lex::kRoleNoun) |
                                Bit(Lex::kOrgNoun) | Bit(Lex::kPlaceNoun);
    return (doc_.lex.Mask(token) & kNouns) != 0;
  }

  bool IsCapitalWord(uint32_t token) const {
    const Token& t = doc_.text.tokens[token];
    return t.kind == TokenKind::kWord && t.Is(Token::kCapital);
  }

 private:
  bool FitsBehind(uint32_t token, uint32_t end) const;
  bool LooksLikeSurname(uint32_t token) const;
  bool MayBeginOrGoOn(const NameUnit& unit, const UnitRun& run,
                      bool counted) const;
  bool ExtendByHyphen(NameUnit* unit, uint32_t end) const;
  uint32_t Connect(const UnitRun& run, uint32_t token, uint32_t end,
                   UnitRun* connectors) const;

  const DocumentAnalysis& doc_;
  const NameEvidence& evidence_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_UNITS_H_
