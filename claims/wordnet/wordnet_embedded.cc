#include "claims/base/check.h"
#include "claims/wordnet/wordnet.h"

extern "C" {
extern const uint32_t claimcheck_wordnet[];
extern const uint32_t claimcheck_wordnet_end[];
}

namespace claimcheck {

const WordNet& WordNet::Embedded() {
  static const WordNet& net = *[] {
    auto* made = new WordNet;
    const bool opened = made->Open(absl::MakeConstSpan(
        claimcheck_wordnet,
        static_cast<size_t>(claimcheck_wordnet_end - claimcheck_wordnet)));
    CLAIMCHECK_CHECK(opened);
    return made;
  }();
  return net;
}

}  // namespace claimcheck
