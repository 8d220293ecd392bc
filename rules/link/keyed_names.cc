#include "rules/link/keyed_names.h"

#include <algorithm>

#include "rules/link/sorted_ids.h"

namespace claimcheck {
namespace {

// What like values share where names that only one text has do not part them.
constexpr int kSharedOfNames = 80;
constexpr int kFewOfNames = 150;

}  // namespace

bool KeyedNames::Differ(const KeyedValue& a, const KeyedValue& b, int shared) const {
  if (pair_.loose || a.kind == ValueKind::kYear ||
      shared < (values_.IsFew(a) ? kFewOfNames : kSharedOfNames) ||
      !values_.Alike(a, b)) {
    return story_.NamesDiffer(a.names, b.names);
  }
  const bool places =
      a.kind == ValueKind::kSpan || a.kind == ValueKind::kFigure;
  return story_.NamesDiffer(KnownIn(pair_.right, a.names, places),
                            KnownIn(pair_.left, b.names, places));
}

NamesNear KeyedNames::KnownIn(uint32_t d, NamesNear names, bool places) const {
  names.ids.erase(
      std::remove_if(names.ids.begin(), names.ids.end(),
                     [&](uint32_t id) {
                       // "In Oklahoma", "in Arkansas": so long or so many
                       // elsewhere, or of another house.
                       const NameType type = story_.corpus().EntityType(id);
                       return !(places && (type == NameType::kPlace ||
                                           type == NameType::kOrganisation)) &&
                              !Names({id}, d);
                     }),
      names.ids.end());
  names.close &= !names.ids.empty();
  return names;
}

bool KeyedNames::OtherPlaces(const KeyedValue& a, const KeyedValue& b) const {
  const auto places = [this](const KeyedValue& item) {
    NamesNear::Ids ids = item.names.sentence;
    ids.erase(std::remove_if(ids.begin(), ids.end(),
                             [this](uint32_t id) {
                               return story_.corpus().EntityType(id) !=
                                      NameType::kPlace;
                             }),
              ids.end());
    return ids;
  };
  return Disjoint(places(a), places(b));
}

bool KeyedNames::OtherPerson(const KeyedValue& a, const KeyedValue& b) const {
  const bool named = !a.names.ids.empty() && !b.names.ids.empty() &&
                     !Disjoint(a.names.ids, b.names.ids);
  return !named && !(story_.InLead(a.at) && story_.InLead(b.at)) &&
         !OfSubject(left_, a, b.names, pair_.left) &&
         !OfSubject(right_, b, a.names, pair_.right);
}

bool KeyedNames::OfSubject(const DocumentAnalysis& doc, const KeyedValue& age,
                           const NamesNear& other, uint32_t d) const {
  const uint32_t t = doc.quantities[age.mention].tokens.begin;
  return t > 0 && doc.text.Folded(t - 1) == "the" && other.close &&
         !Disjoint(other.ids, SubjectsOf(d, /*places=*/false));
}

bool KeyedNames::OfAnother(const KeyedValue& item, uint32_t other) const {
  return item.names.close && !Names(item.names.ids, other);
}

bool KeyedNames::OfOneName(const KeyedValue& a, const KeyedValue& b) const {
  return a.kind == ValueKind::kSpan && KeyedDifference::MeetClose(a, b);
}

}  // namespace claimcheck
