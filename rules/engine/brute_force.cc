#include "rules/engine/brute_force.h"

#include <utility>

namespace claimcheck {

std::vector<ClaimLink> LinkByBruteForce(const Corpus& corpus) {
  std::vector<ClaimRef> claims;
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    for (uint32_t c = 0; c < corpus.document(d).claims.size(); ++c) {
      claims.push_back({d, c});
    }
  }
  std::vector<ClaimLink> links;
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (corpus.claim(claims[i]).kind != corpus.claim(claims[j]).kind) {
        continue;
      }
      ClaimLink link = ScoreLink(corpus, claims[i], claims[j]);
      if (link.veto == nullptr && link.score >= kLeastLinkScore) {
        links.push_back(std::move(link));
      }
    }
  }
  return links;
}

}  // namespace claimcheck
