#ifndef CLAIMCHECK_RULES_ENGINE_SELECTION_H_
#define CLAIMCHECK_RULES_ENGINE_SELECTION_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "rules/engine/compiled_rule.h"
#include "rules/engine/conditions.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// What rules look at: the claims that a selector takes, the details of a kind,
// sentences.

// Whether a detail rule looks at a detail of this kind and place.
bool Takes(const CompiledRule& rule, const Corpus& corpus,
           const Detail& detail);

// Whether a selector takes claims of this kind.
bool OfKind(const CompiledSelector& selector, const ClaimRecord& claim);

// Whether a selector takes a claim.
bool Selects(const CompiledSelector& selector, const Corpus& corpus,
             ClaimRef ref);

// Tells a step of an explanation whether the selectors took the claims.
void DescribeSelection(bool selected, v1::Step* step);

// What a selector takes; asks it once for each claim.  Not thread-safe.
class Selection {
 public:
  explicit Selection(const Corpus& corpus) : corpus_(corpus) {
    first_.push_back(0);
    for (uint32_t d = 0; d < corpus.size(); ++d) {
      first_.push_back(first_.back() + corpus.document(d).claims.size());
    }
  }
  void Begin(const CompiledSelector& selector) {
    selector_ = &selector;
    answers_.assign(first_.back(), Answer::kNotAsked);
  }
  // All claims of the corpus in a row.
  size_t claims() const { return first_.back(); }
  size_t IndexOf(ClaimRef ref) const {
    return first_[ref.document] + ref.claim;
  }
  bool Takes(ClaimRef ref) {
    Answer& answer = answers_[IndexOf(ref)];
    if (answer == Answer::kNotAsked) {
      answer = Selects(*selector_, corpus_, ref) ? Answer::kYes : Answer::kNo;
    }
    return answer == Answer::kYes;
  }

 private:
  enum class Answer : uint8_t { kNotAsked, kNo, kYes };
  const Corpus& corpus_;
  std::vector<size_t> first_;  // of each document: its claims' place
  const CompiledSelector* selector_ = nullptr;
  std::vector<Answer> answers_;
};

// Calls `use` for each sentence that a sentence rule looks at.
template <typename Use>
void ForEachSentence(const CompiledRule& rule, const Corpus& corpus,
                     absl::Span<const TextFlaw> flaws, uint32_t document,
                     Use use) {
  const DocumentAnalysis& doc = corpus.document(document);
  size_t next = 0;
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    const size_t first = next;
    while (next < flaws.size() && flaws[next].sentence == s) ++next;
    if ((rule.left.not_in >> ZoneOf(doc, s) & 1) != 0) continue;
    SentencePlace place;
    place.document = document;
    place.sentence = s;
    place.flaws = flaws.subspan(first, next - first);
    use(place);
  }
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_SELECTION_H_
