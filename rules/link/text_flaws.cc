#include "rules/link/text_flaws.h"

#include <algorithm>
#include <tuple>

#include "rules/link/headline_figures.h"

namespace claimcheck {

std::vector<TextFlaw> FindTextFlaws(const DocumentAnalysis& doc) {
  std::vector<TextFlaw> flaws = FindFlaws(doc);
  for (const TextFlaw& flaw : FindHeadlineFigures(doc)) flaws.push_back(flaw);
  std::sort(flaws.begin(), flaws.end(), [](const TextFlaw& a, const TextFlaw& b) {
    return std::make_tuple(a.sentence, a.span.begin, a.kind) <
           std::make_tuple(b.sentence, b.span.begin, b.kind);
  });
  return flaws;
}

}  // namespace claimcheck
