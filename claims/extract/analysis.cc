#include "claims/extract/analysis.h"

namespace claimcheck {

void DocumentAnalysis::Clear() {
  id.clear();
  publisher.clear();
  derived_from.clear();
  checked = true;
  reference = true;
  text.Clear();
  date = DocumentDate();
  times.clear();
  quantities.clear();
  names.clear();
  entities.clear();
  quotes.clear();
  attributions.clear();
  events.clear();
  claims.clear();
}

}  // namespace claimcheck
