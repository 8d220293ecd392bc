#ifndef CLAIMCHECK_RULES_ENGINE_EVALUATION_H_
#define CLAIMCHECK_RULES_ENGINE_EVALUATION_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/extract/flaws.h"
#include "claims/value/truth.h"
#include "rules/engine/conditions.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/link_step.h"
#include "rules/engine/rule_set.h"
#include "rules/engine/selection.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// One run of rules over a corpus: of those that look at each document alone
// (evaluation_documents.cc), at pairs or details (evaluator.cc), at what supports a
// claim (evaluation_support.cc).  Not thread-safe.
class Evaluation {
 public:
  Evaluation(const RuleSet& rules, const Corpus& corpus,
             absl::Span<const ClaimLink> links, const EvaluateOptions& options)
      : corpus_(corpus),
        links_(links),
        options_(options),
        check_(options.choice.mode == RuleChoice::Mode::kCheck),
        scratch_(rules.patterns()),
        left_(corpus),
        right_(corpus),
        link_states_(links.size(), LinkState::kNotSeen) {}

  void Run(absl::Span<const CompiledRule* const> rules);

  std::vector<RuleHit> TakeHits() { return std::move(hits_); }
  RuleCounts TakeCounts() {
    for (LinkState state : link_states_) {
      counts_.undecided += state == LinkState::kUndecided;
    }
    return std::move(counts_);
  }

 private:
  enum class LinkState : uint8_t { kNotSeen, kUndecided, kDecided };

  // A rule that looks at each document alone: on claims, passages or sentences.
  struct OneRun {
    const CompiledRule* rule = nullptr;
    size_t next = 0;  // of the claims of its kinds
    std::vector<RuleHit> hits;
    v1::RuleCount count;
  };

  // All rules on some documents at a time, whose claims are in the cache then.
  std::vector<OneRun> RunOnDocuments(
      absl::Span<const CompiledRule* const> rules);
  // Claim and passage rules: one claim at a time, from the `next` of its kinds on
  // in documents before `end`.
  void RunOne(const CompiledRule& rule, uint32_t end, size_t* next);
  // Sentences of the documents that are checked, with their flaws.
  void RunSentences(const CompiledRule& rule, uint32_t begin, uint32_t end);
  // One for each flaw that the rule accepts, else one for the sentence.
  void AddSentenceHits(const CompiledRule& rule, const SentencePlace& place);

  // A rule on pairs, support or details.
  void Run(const CompiledRule& rule);
  void RunPair(const CompiledRule& rule);
  // Details of drafts or stories, read when the first rule asks for them.
  void RunDetail(const CompiledRule& rule);
  // The hits of a rule, from `first` on.
  void Order(size_t first);

  bool Checked(ClaimRef ref) const {
    return corpus_.document(ref.document).checked;
  }

  void Count(Truth truth) {
    v1::RuleCount& count = *count_;
    if (truth == Truth::kYes) count.set_yes(count.yes() + 1);
    if (truth == Truth::kNo) count.set_no(count.no() + 1);
    if (truth == Truth::kUnknown) count.set_unknown(count.unknown() + 1);
  }

  void CountLink(size_t link, Truth truth) {
    if (truth != Truth::kUnknown) {
      link_states_[link] = LinkState::kDecided;
    } else if (link_states_[link] == LinkState::kNotSeen) {
      link_states_[link] = LinkState::kUndecided;
    }
  }

  // A link that a rule may look at: of its kind and strong enough.
  static bool Fits(const CompiledRule& rule, LinkKind kind, int score) {
    return static_cast<int>(kind) == static_cast<int>(rule.link) &&
           score >= static_cast<int>(LeastScore(rule));
  }

  // A link with what most rules refuse it by.
  struct ScoredLink {
    uint32_t link = 0;
    int score = 0;
  };
  // The links of a kind that nothing forbids, in order.
  const std::vector<ScoredLink>& LinksOfKind(LinkKind kind);

  RuleSides Sides(ClaimRef left, ClaimRef right, const ClaimLink* link) const {
    RuleSides sides;
    sides.corpus = &corpus_;
    sides.left = left;
    sides.right = right;
    sides.link = link;
    return sides;
  }

  // `kind`: what the finding is where the rule does not say it.
  RuleHit& AddHit(const CompiledRule& rule, v1::Finding::Kind kind);

  // The claims of the kinds that a selector takes, in documents that are looked
  // at, in order.
  const std::vector<ClaimRef>& ClaimsOfKinds(const CompiledSelector& selector);

  // What a piece of evidence says, and from whom.
  struct Evidence {
    uint32_t origin = 0;
    Truth truth = Truth::kNo;
    ClaimRef claim;
    const ClaimLink* link = nullptr;
  };

  // A link of a claim, as far as it tells whether a rule looks at it.
  struct LinkOfClaim {
    ClaimRef other;
    uint32_t link = 0;  // index
    LinkKind kind = LinkKind::kNone;
    uint8_t score = 0;
  };

  void RunSupport(const CompiledRule& rule);
  // What the links of a claim bring for a rule or against it, by claim.
  std::vector<Evidence> GatherEvidence(const CompiledRule& rule, ClaimRef claim,
                                       absl::Span<const LinkOfClaim> links);
  // How many independent voices say yes, and how many may.
  static std::pair<uint32_t, uint32_t> CountVoices(
      const std::vector<Evidence>& gathered);
  void JudgeSupport(const CompiledRule& rule, ClaimRef claim,
                    const std::vector<Evidence>& gathered);
  void MakeLinksOfClaims();

  const Corpus& corpus_;
  const absl::Span<const ClaimLink> links_;
  const EvaluateOptions& options_;
  const bool check_;
  EvaluationScratch scratch_;
  Selection left_, right_;  // of the rule at hand
  std::vector<RuleHit> hits_;
  RuleCounts counts_;
  // Where hits of the rule at hand go, and what it finds is counted.
  std::vector<RuleHit>* into_ = nullptr;
  v1::RuleCount* count_ = nullptr;
  std::vector<LinkState> link_states_;
  bool details_read_ = false;
  std::vector<std::shared_ptr<const Detail>> details_;
  // Of the documents that are looked at together, when a rule asks for them.
  std::vector<std::vector<TextFlaw>> flaws_;
  // Made when a support rule asks for them.
  struct LinksOfClaims {
    std::vector<size_t> first;  // of each claim: where its links begin
    std::vector<LinkOfClaim> links;
  } links_of_claim_;
  // By CompiledSelector::kinds, made when a rule asks for them.
  absl::flat_hash_map<uint32_t, std::vector<ClaimRef>> claims_of_kinds_;
  // Made when a pair rule asks for them.
  std::vector<std::vector<ScoredLink>> links_of_kind_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_EVALUATION_H_
