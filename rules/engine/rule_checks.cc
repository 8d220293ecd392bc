#include "rules/engine/rule_checks.h"

namespace claimcheck {

using v1::Claim;

uint32_t KindsOf(const v1::Selector& selector) {
  uint32_t kinds = 0;
  for (int kind : selector.kind()) kinds |= uint32_t{1} << (kind & 31);
  return kinds == 0 ? kAllKinds : kinds;
}

std::string KindNames(uint32_t kinds) {
  std::string names;
  for (int kind = 1; kind < 32; ++kind) {
    if ((kinds >> kind & 1) == 0 || !Claim::Kind_IsValid(kind)) continue;
    absl::StrAppend(&names, names.empty() ? "" : ", ",
                    Claim::Kind_Name(static_cast<Claim::Kind>(kind)));
  }
  return names;
}

}  // namespace claimcheck
