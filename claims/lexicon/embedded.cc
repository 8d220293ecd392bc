#include "absl/strings/string_view.h"
#include "claims/base/check.h"
#include "claims/lexicon/lexicon.h"

namespace claimcheck {

// Written by lexicon_compiler at build time.
absl::string_view EmbeddedLexiconBytes();

const std::shared_ptr<const Lexicon>& EmbeddedLexicon() {
  static const auto* const lexicon = [] {
    auto loaded = Lexicon::FromBundle(EmbeddedLexiconBytes());
    CLAIMCHECK_CHECK(loaded.ok());
    return new std::shared_ptr<const Lexicon>(*std::move(loaded));
  }();
  return *lexicon;
}

}  // namespace claimcheck
