#include "rules/link/origin_text.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "rules/link/countries.h"

namespace claimcheck {

uint32_t OriginText::MostNamed(bool persons) const {
  if (!persons) return MostNamed(NameType::kOrganisation);
  const bool known = std::any_of(
      doc_.entities.begin(), doc_.entities.end(),
      [](const Entity& entity) { return entity.type == NameType::kPerson; });
  return MostNamed(known ? NameType::kPerson : NameType::kUnknown);
}

uint32_t OriginText::MostNamed(NameType type) const {
  uint32_t best = kNone, most = 1;
  for (uint32_t e = 0; e < doc_.entities.size(); ++e) {
    const Entity& entity = doc_.entities[e];
    if (entity.mentions < most || entity.type != type) continue;
    best = entity.mentions == most ? kNone : e;
    most = entity.mentions;
  }
  return best;
}

Origin* OriginText::Add(uint32_t s, OriginKind fact, std::vector<uint32_t> of, uint32_t place,
                        int32_t year, Span span) {
  if (of.empty()) return nullptr;
  const absl::string_view nation =
      place == kNone ? absl::string_view()
                     : CountryOf(doc_, doc_.names[place].tokens.begin);
  found_.push_back({{d_, s}, fact, std::move(of), place, nation, year, /*rounded=*/false, span, {}});
  return &found_.back();
}

}  // namespace claimcheck
