#include "rules/engine/never_holds.h"

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/message_differencer.h"

namespace claimcheck {
namespace {

using google::protobuf::util::MessageDifferencer;
using v1::Condition;
using v1::Side;

// True when some claim is looked at by both.  A `side` that is not named is
// LEFT; EITHER may be the other one each time.
bool LookAtOneClaim(Side::Kind a, Side::Kind b) {
  if (a == Side::EITHER || b == Side::EITHER) return false;
  const auto mask = [](Side::Kind side) {
    return side == Side::BOTH ? 3 : side == Side::RIGHT ? 2 : 1;
  };
  return (mask(a) & mask(b)) != 0;
}

template <typename List>
bool ShareOne(const List& a, const List& b) {
  for (int x : a) {
    for (int y : b) {
      if (x == y) return true;
    }
  }
  return false;
}

template <typename List, typename NameOf>
std::string Names(const List& list, NameOf name_of) {
  std::string out;
  for (int value : list) {
    absl::StrAppend(&out, out.empty() ? "" : " or ", name_of(value));
  }
  return out;
}

std::string RelationName(int value) {
  return v1::Relation::Kind_Name(static_cast<v1::Relation::Kind>(value));
}

// Two conditions on how the same ranges lie to each other.
template <typename Ranges>
std::string RangesExclude(const Ranges& a, const Ranges& b) {
  if (a.or_absent() && b.or_absent()) return "";
  if (a.relation().empty() || b.relation().empty() ||
      ShareOne(a.relation(), b.relation())) {
    return "";
  }
  return absl::StrCat("they are not both ", Names(a.relation(), RelationName),
                      " and ", Names(b.relation(), RelationName));
}

std::string DocumentsExclude(const Condition::Documents& a,
                             const Condition::Documents& b) {
  const bool same = (a.has_same() && a.same()) || (b.has_same() && b.same());
  const bool other = (a.has_same() && !a.same()) || (b.has_same() && !b.same());
  if (same && other) return "it is not both one document and two";
  if (same && ((a.has_independent() && a.independent()) ||
               (b.has_independent() && b.independent()))) {
    return "one document is not independent of itself";
  }
  if (same && ((a.has_left_is_newer() && a.left_is_newer()) ||
               (b.has_left_is_newer() && b.left_is_newer()))) {
    return "one document is not newer than itself";
  }
  return "";
}

bool IsOpposite(const Condition& a, const Condition& b) {
  return a.has_not_() && MessageDifferencer::Equals(a.not_(), b);
}

}  // namespace

std::string Excludes(const Condition& a, const Condition& b) {
  if (IsOpposite(a, b) || IsOpposite(b, a)) {
    return "one asks for the opposite of the other";
  }
  if (a.kind_case() != b.kind_case()) return "";
  switch (a.kind_case()) {
    case Condition::kFactuality:
      if (LookAtOneClaim(a.factuality().side(), b.factuality().side()) &&
          !ShareOne(a.factuality().status(), b.factuality().status())) {
        const auto name = [](int value) {
          return v1::Factuality::Status_Name(
              static_cast<v1::Factuality::Status>(value));
        };
        return absl::StrCat("one claim is not both ",
                            Names(a.factuality().status(), name), " and ",
                            Names(b.factuality().status(), name));
      }
      return "";
    case Condition::kInZone:
      return LookAtOneClaim(a.in_zone().side(), b.in_zone().side()) &&
                     !ShareOne(a.in_zone().kind(), b.in_zone().kind())
                 ? "one sentence stands in one zone"
                 : "";
    case Condition::kAttribution:
      return LookAtOneClaim(a.attribution().side(), b.attribution().side()) &&
                     a.attribution().has_present() &&
                     b.attribution().has_present() &&
                     a.attribution().present() != b.attribution().present()
                 ? "somebody is named as the source, or not"
                 : "";
    case Condition::kDocuments:
      return DocumentsExclude(a.documents(), b.documents());
    case Condition::kValues: {
      // Tolerances and readings that differ may give two answers.
      Condition::Values x = a.values(), y = b.values();
      x.clear_relation();
      y.clear_relation();
      return MessageDifferencer::Equals(x, y)
                 ? RangesExclude(a.values(), b.values())
                 : "";
    }
    case Condition::kTimes:
      return a.times().zone_days() == b.times().zone_days()
                 ? RangesExclude(a.times(), b.times())
                 : "";
    case Condition::kPlaces: return RangesExclude(a.places(), b.places());
    default: return "";
  }
}

}  // namespace claimcheck
