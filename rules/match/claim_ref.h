#ifndef CLAIMCHECK_RULES_MATCH_CLAIM_REF_H_
#define CLAIMCHECK_RULES_MATCH_CLAIM_REF_H_

#include <cstdint>

namespace claimcheck {

// A claim of a set of documents.
struct ClaimRef {
  uint32_t document = 0;
  uint32_t claim = 0;
  friend bool operator==(ClaimRef a, ClaimRef b) {
    return a.document == b.document && a.claim == b.claim;
  }
  friend bool operator<(ClaimRef a, ClaimRef b) {
    return a.document != b.document ? a.document < b.document
                                    : a.claim < b.claim;
  }
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_MATCH_CLAIM_REF_H_
