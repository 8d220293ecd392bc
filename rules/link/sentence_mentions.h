#ifndef CLAIMCHECK_RULES_LINK_SENTENCE_MENTIONS_H_
#define CLAIMCHECK_RULES_LINK_SENTENCE_MENTIONS_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace claimcheck {

// Those of the names, times or quantities of a document that stand in one sentence.
// They are kept in the order of the text, so that a long text takes no longer.
template <typename Mention>
absl::Span<const Mention> MentionsIn(const std::vector<Mention>& mentions,
                                     uint32_t sentence) {
  const auto begin = std::lower_bound(
      mentions.begin(), mentions.end(), sentence,
      [](const Mention& m, uint32_t s) { return m.sentence < s; });
  auto end = begin;
  while (end != mentions.end() && end->sentence == sentence) ++end;
  return absl::MakeConstSpan(mentions).subspan(
      static_cast<size_t>(begin - mentions.begin()),
      static_cast<size_t>(end - begin));
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_SENTENCE_MENTIONS_H_
