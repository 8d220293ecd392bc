#include "rules/engine/evaluator.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "rules/engine/conditions.h"
#include "rules/engine/link_step.h"
#include "rules/engine/selection.h"
#include "rules/link/details.h"

namespace claimcheck {
namespace {

using v1::Finding;
using v1::Rule;

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

  void Run(absl::Span<const CompiledRule* const> rules) {
    std::vector<OneRun> of_documents = RunOnDocuments(rules);
    auto next = of_documents.begin();
    for (const CompiledRule* rule : rules) {
      if (next != of_documents.end() && next->rule == rule) {
        counts_.rules.push_back(std::move(next->count));
        const size_t first = hits_.size();
        std::move(next->hits.begin(), next->hits.end(),
                  std::back_inserter(hits_));
        Order(first);
        ++next;
      } else {
        Run(*rule);
      }
    }
  }

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

  static bool LooksAtOneDocument(const CompiledRule& rule) {
    const auto body = rule.rule->body_case();
    return body != Rule::kPair && body != Rule::kSupport &&
           body != Rule::kDetail;
  }

  // All rules on some documents at a time, whose claims are in the cache then.
  std::vector<OneRun> RunOnDocuments(
      absl::Span<const CompiledRule* const> rules) {
    constexpr uint32_t kAtOnce = 16;
    std::vector<OneRun> runs;
    for (const CompiledRule* rule : rules) {
      if (!LooksAtOneDocument(*rule)) continue;
      runs.emplace_back();
      runs.back().rule = rule;
      runs.back().count.set_rule_id(rule->id());
    }
    for (uint32_t begin = 0; begin < corpus_.size(); begin += kAtOnce) {
      const uint32_t end = std::min(begin + kAtOnce, corpus_.size());
      flaws_.clear();
      for (OneRun& run : runs) {
        into_ = &run.hits;
        count_ = &run.count;
        if (run.rule->rule->body_case() == Rule::kSentence) {
          RunSentences(*run.rule, begin, end);
        } else {
          RunOne(*run.rule, end, &run.next);
        }
      }
    }
    return runs;
  }

  void Run(const CompiledRule& rule) {
    counts_.rules.emplace_back();
    counts_.rules.back().set_rule_id(rule.id());
    const size_t first = hits_.size();
    into_ = &hits_;
    count_ = &counts_.rules.back();
    left_.Begin(rule.left);
    right_.Begin(rule.right);
    switch (rule.rule->body_case()) {
      case Rule::kPair:
        RunPair(rule);
        break;
      case Rule::kSupport:
        RunSupport(rule);
        break;
      default:
        RunDetail(rule);
        break;
    }
    Order(first);
  }

  // The hits of a rule, from `first` on.
  void Order(size_t first) {
    const auto by_claims = [](const RuleHit& a, const RuleHit& b) {
      return std::lexicographical_compare(a.claims.begin(), a.claims.end(),
                                          b.claims.begin(), b.claims.end());
    };
    // They mostly are found in order, and are large.
    if (!std::is_sorted(hits_.begin() + first, hits_.end(), by_claims)) {
      std::stable_sort(hits_.begin() + first, hits_.end(), by_claims);
    }
  }

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
  const std::vector<ScoredLink>& LinksOfKind(LinkKind kind) {
    if (links_of_kind_.empty()) {
      links_of_kind_.resize(v1::Link::Kind_ARRAYSIZE);
      for (uint32_t i = 0; i < links_.size(); ++i) {
        if (links_[i].veto != nullptr) continue;
        links_of_kind_[static_cast<size_t>(links_[i].kind)].push_back(
            {i, links_[i].score});
      }
    }
    return links_of_kind_[static_cast<size_t>(kind)];
  }

  RuleSides Sides(ClaimRef left, ClaimRef right, const ClaimLink* link) const {
    RuleSides sides;
    sides.corpus = &corpus_;
    sides.left = left;
    sides.right = right;
    sides.link = link;
    return sides;
  }

  // `kind`: what the finding is where the rule does not say it.
  RuleHit& AddHit(const CompiledRule& rule, Finding::Kind kind) {
    RuleHit& hit = into_->emplace_back();
    hit.rule = rule.rule;
    hit.kind = rule.rule->finding() == Finding::KIND_UNSPECIFIED
                   ? kind
                   : rule.rule->finding();
    return hit;
  }

  void RunPair(const CompiledRule& rule) {
    const LinkKind kind = static_cast<LinkKind>(rule.link);
    for (const auto& [i, score] : LinksOfKind(kind)) {
      if (!Fits(rule, kind, score)) continue;
      const ClaimLink& link = links_[i];
      if (check_ && !Checked(link.left) && !Checked(link.right)) continue;
      Truth truth = Truth::kNo;
      bool selected = false;
      RuleSides fitting;
      for (const bool mirrored : {false, true}) {
        if (mirrored && rule.rule->pair().ordered()) break;
        const RuleSides sides = mirrored ? Sides(link.right, link.left, &link)
                                         : Sides(link.left, link.right, &link);
        if (!left_.Takes(sides.left) || !right_.Takes(sides.right)) {
          continue;
        }
        selected = true;
        const Truth one = EvaluateCondition(rule.when, sides, &scratch_);
        truth = Or(truth, one);
        if (one == Truth::kYes) {
          fitting = sides;
          break;
        }
      }
      if (!selected) continue;
      Count(truth);
      CountLink(i, truth);
      if (truth != Truth::kYes) continue;
      RuleHit& hit = AddHit(rule, link.left.document == link.right.document
                                      ? Finding::SELF_INCONSISTENT
                                      : Finding::CONTRADICTION);
      hit.claims = {fitting.left, fitting.right};
      hit.link = fitting.link;
    }
  }

  // Claim and passage rules: one claim at a time, from the `next` of its kinds on
  // in documents before `end`.
  void RunOne(const CompiledRule& rule, uint32_t end, size_t* next) {
    const std::vector<ClaimRef>& claims = ClaimsOfKinds(rule.left);
    for (; *next < claims.size() && claims[*next].document < end; ++*next) {
      const ClaimRef ref = claims[*next];
      if (!Selects(rule.left, corpus_, ref)) continue;
      const RuleSides sides = Sides(ref, ref, nullptr);
      const Truth truth = EvaluateCondition(rule.when, sides, &scratch_);
      Count(truth);
      if (truth == Truth::kYes) {
        AddHit(rule, Finding::SELF_INCONSISTENT).claims.push_back(ref);
      }
    }
  }

  // The claims of the kinds that a selector takes, in documents that are looked
  // at, in order.
  const std::vector<ClaimRef>& ClaimsOfKinds(const CompiledSelector& selector) {
    const auto [it, added] = claims_of_kinds_.try_emplace(selector.kinds);
    if (!added) return it->second;
    for (uint32_t d = 0; d < corpus_.size(); ++d) {
      if (check_ && !corpus_.document(d).checked) continue;
      for (uint32_t c = 0; c < corpus_.document(d).claims.size(); ++c) {
        if (OfKind(selector, corpus_.claim({d, c}))) {
          it->second.push_back({d, c});
        }
      }
    }
    return it->second;
  }

  // Details of drafts or stories, read when the first rule asks for them.
  void RunDetail(const CompiledRule& rule) {
    if (!details_read_) {
      details_read_ = true;
      for (Detail& detail : ReadDetails(corpus_, check_, options_.for_each)) {
        details_.push_back(std::make_shared<const Detail>(detail));
      }
    }
    for (const auto& detail : details_) {
      if (!Takes(rule, corpus_, *detail)) continue;
      RuleSides sides;
      sides.corpus = &corpus_;
      sides.detail = detail.get();
      const Truth truth = EvaluateCondition(rule.when, sides, &scratch_);
      Count(truth);
      if (truth != Truth::kYes) continue;
      AddHit(rule, !detail->story ? Finding::UNSUPPORTED
                   : detail->document == detail->source
                       ? Finding::SELF_INCONSISTENT
                       : Finding::CONTRADICTION)
          .detail = detail;
    }
  }

  // Sentences of the documents that are checked, with their flaws.
  void RunSentences(const CompiledRule& rule, uint32_t begin, uint32_t end) {
    if (flaws_.empty()) {
      for (uint32_t d = begin; d < end; ++d) {
        flaws_.push_back(FindFlaws(corpus_.document(d)));
      }
    }
    for (uint32_t d = begin; d < end; ++d) {
      if (check_ && !corpus_.document(d).checked) continue;
      const std::vector<TextFlaw>& flaws = flaws_[d - begin];
      ForEachSentence(rule, corpus_, flaws, d, [&](SentencePlace place) {
        RuleSides sides;
        sides.corpus = &corpus_;
        sides.place = &place;
        scratch_.flaws.clear();
        const Truth truth = EvaluateCondition(rule.when, sides, &scratch_);
        Count(truth);
        if (truth == Truth::kYes) AddSentenceHits(rule, place);
      });
    }
  }

  // One for each flaw that the rule accepts, else one for the sentence.
  void AddSentenceHits(const CompiledRule& rule, const SentencePlace& place) {
    RuleSides sides;
    sides.corpus = &corpus_;
    sides.place = &place;
    // Visits all conditions, where an evaluation stops at the first that is
    // enough.
    v1::Step condition;
    scratch_.flaws.clear();
    ProveCondition(rule.when, sides, &scratch_, &condition);
    std::vector<TextFlaw> flaws = scratch_.flaws;
    if (flaws.empty()) flaws.emplace_back();
    for (const TextFlaw& flaw : flaws) {
      SentenceHit words;
      words.document = place.document;
      words.sentence = place.sentence;
      words.span = flaw.kind != FlawKind::kNone
                       ? flaw.span
                       : corpus_.document(place.document)
                             .text.sentences[place.sentence]
                             .span;
      words.other = flaw.other;
      words.flaws.assign(place.flaws.begin(), place.flaws.end());
      AddHit(rule, Finding::HYGIENE).sentence =
          std::make_shared<const SentenceHit>(std::move(words));
    }
  }

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

  void RunSupport(const CompiledRule& rule) {
    if (links_of_claim_.first.empty()) MakeLinksOfClaims();
    for (const ClaimRef ref : ClaimsOfKinds(rule.left)) {
      if (!left_.Takes(ref)) continue;
      const size_t claim = left_.IndexOf(ref);
      const size_t begin = links_of_claim_.first[claim];
      const auto links = absl::MakeConstSpan(links_of_claim_.links)
                             .subspan(begin, links_of_claim_.first[claim + 1] -
                                                 begin);
      JudgeSupport(rule, ref, GatherEvidence(rule, ref, links));
    }
  }

  std::vector<Evidence> GatherEvidence(const CompiledRule& rule, ClaimRef claim,
                                       absl::Span<const LinkOfClaim> links) {
    const DocumentAnalysis& doc = corpus_.document(claim.document);
    std::vector<Evidence> gathered;
    for (const LinkOfClaim& entry : links) {
      const ClaimRef other = entry.other;
      if (!Fits(rule, entry.kind, entry.score) || !right_.Takes(other)) {
        continue;
      }
      const ClaimLink& link = links_[entry.link];
      const DocumentAnalysis& source = corpus_.document(other.document);
      Evidence evidence;
      evidence.origin = corpus_.Origin(other.document);
      // A copy of the draft proves nothing about it.  Among documents that are
      // held against each other, neither does one of the same origin.
      const bool one_voice =
          other.document == claim.document ||
          (!doc.id.empty() && source.derived_from == doc.id) ||
          (!check_ && evidence.origin == corpus_.Origin(claim.document));
      if (one_voice) continue;
      evidence.claim = other;
      evidence.link = &link;
      evidence.truth =
          EvaluateCondition(rule.when, Sides(claim, other, &link), &scratch_);
      CountLink(entry.link, evidence.truth);
      gathered.push_back(evidence);
    }
    std::sort(
        gathered.begin(), gathered.end(),
        [](const Evidence& a, const Evidence& b) { return a.claim < b.claim; });
    return gathered;
  }

  // How many independent voices say yes, and how many may.
  static std::pair<uint32_t, uint32_t> CountVoices(
      const std::vector<Evidence>& gathered) {
    std::vector<std::pair<uint32_t, bool>> voices;  // origin, not sure
    for (const Evidence& evidence : gathered) {
      if (evidence.truth == Truth::kNo) continue;
      voices.emplace_back(evidence.origin, evidence.truth != Truth::kYes);
    }
    std::sort(voices.begin(), voices.end());
    uint32_t sure = 0, possible = 0;
    for (size_t i = 0; i < voices.size(); ++i) {
      if (i > 0 && voices[i].first == voices[i - 1].first) continue;
      ++(voices[i].second ? possible : sure);
    }
    return {sure, possible};
  }

  void JudgeSupport(const CompiledRule& rule, ClaimRef claim,
                    const std::vector<Evidence>& gathered) {
    const v1::SupportRule& support = rule.rule->support();
    const auto [sure, possible] = CountVoices(gathered);
    const bool agreement = support.corroborated_by() > 0;
    const uint32_t wanted = agreement ? support.corroborated_by()
                                      : std::max(1u, support.at_least());
    Truth enough = sure >= wanted              ? Truth::kYes
                   : sure + possible >= wanted ? Truth::kUnknown
                                               : Truth::kNo;
    const Truth fires = agreement ? enough : Not(enough);
    Count(fires);
    if (fires != Truth::kYes) return;
    RuleHit& hit = AddHit(rule, agreement ? Finding::AGREEMENT
                                : check_  ? Finding::UNSUPPORTED
                                          : Finding::SINGLE_SOURCE);
    hit.claims.push_back(claim);
    for (const Evidence& evidence : gathered) {
      hit.evidence.push_back(evidence.link);
      if (evidence.truth == Truth::kYes) hit.claims.push_back(evidence.claim);
    }
  }

  void MakeLinksOfClaims() {
    std::vector<size_t>& first = links_of_claim_.first;
    first.assign(left_.claims() + 1, 0);
    for (const ClaimLink& link : links_) {
      for (const ClaimRef ref : {link.left, link.right}) {
        first[left_.IndexOf(ref) + 1] += link.veto == nullptr;
      }
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    links_of_claim_.links.resize(first.back());
    std::vector<size_t> next = first;
    for (uint32_t i = 0; i < links_.size(); ++i) {
      const ClaimLink& link = links_[i];
      if (link.veto != nullptr) continue;
      const uint8_t score = static_cast<uint8_t>(link.score);
      links_of_claim_.links[next[left_.IndexOf(link.left)]++] = {
          link.right, i, link.kind, score};
      links_of_claim_.links[next[left_.IndexOf(link.right)]++] = {
          link.left, i, link.kind, score};
    }
  }

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

}  // namespace

std::vector<RuleHit> Evaluate(const RuleSet& rules, const Corpus& corpus,
                              absl::Span<const ClaimLink> links,
                              const EvaluateOptions& options,
                              RuleCounts* counts) {
  Evaluation evaluation(rules, corpus, links, options);
  evaluation.Run(rules.Choose(options.choice));
  if (counts != nullptr) *counts = evaluation.TakeCounts();
  return evaluation.TakeHits();
}

}  // namespace claimcheck
