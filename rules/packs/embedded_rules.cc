#include "rules/packs/embedded_rules.h"

#include "absl/strings/string_view.h"
#include "claims/base/check.h"

namespace claimcheck {

// Written by rule_compiler at build time.
absl::string_view NewsRules();

const std::shared_ptr<const RuleSet>& EmbeddedRules() {
  static const auto* const rules = [] {
    const LoadResult loaded = RuleSet::FromBundle(NewsRules(), "built-in rules");
    CLAIMCHECK_CHECK(loaded.ok());
    return new std::shared_ptr<const RuleSet>(loaded.rules);
  }();
  return *rules;
}

}  // namespace claimcheck
