#include "rules/link/countries.h"

#include <utility>

#include "absl/strings/match.h"

namespace claimcheck {
namespace {

constexpr uint64_t kNation = Bit(Lex::kCountry) | Bit(Lex::kDemonym);
constexpr uint64_t kPlace = kNation | Bit(Lex::kCapital) | Bit(Lex::kMetonym) |
                            Bit(Lex::kCity) | Bit(Lex::kRegion);
// Those of which the lexicon has the country as a value.
constexpr uint64_t kWithin = Bit(Lex::kCity) | Bit(Lex::kRegion);

absl::string_view Find(const DocumentAnalysis& doc, uint32_t token,
                       uint64_t classes) {
  if ((doc.lex.Mask(token) & classes) == 0) return {};
  for (const LexHit& hit : doc.lex.At(token)) {
    if ((Bit(hit.cls) & classes) == 0) continue;
    return (Bit(hit.cls) & kWithin) != 0 ? hit.entry->value_text
                                         : hit.entry->id;
  }
  return {};
}

}  // namespace

absl::string_view NationOf(const DocumentAnalysis& doc, uint32_t token) {
  return Find(doc, token, kNation);
}

absl::string_view CountryOf(const DocumentAnalysis& doc, uint32_t token) {
  return Find(doc, token, kPlace);
}

bool OneCountry(absl::string_view a, absl::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return absl::StartsWith(b, a) && (a.size() == b.size() || b[a.size()] == '-');
}

bool MayBeOneCountry(const DocumentAnalysis& a, uint32_t token,
                     const DocumentAnalysis& b, uint32_t other) {
  const absl::string_view country = CountryOf(a, token), there = CountryOf(b, other);
  return !country.empty() && !there.empty() && OneCountry(country, there) &&
         !(NationOf(a, token).empty() && NationOf(b, other).empty());
}

}  // namespace claimcheck
