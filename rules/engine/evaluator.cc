#include "rules/engine/evaluator.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>

#include "rules/engine/conditions.h"
#include "rules/engine/evaluation.h"
#include "rules/engine/selection.h"
#include "rules/link/details.h"

namespace claimcheck {
namespace {

using v1::Finding;
using v1::Rule;

}  // namespace

void Evaluation::Run(absl::Span<const CompiledRule* const> rules) {
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

void Evaluation::Run(const CompiledRule& rule) {
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

void Evaluation::Order(size_t first) {
  const auto by_claims = [](const RuleHit& a, const RuleHit& b) {
    return std::lexicographical_compare(a.claims.begin(), a.claims.end(),
                                        b.claims.begin(), b.claims.end());
  };
  // They mostly are found in order, and are large.
  if (!std::is_sorted(hits_.begin() + first, hits_.end(), by_claims)) {
    std::stable_sort(hits_.begin() + first, hits_.end(), by_claims);
  }
}

const std::vector<Evaluation::ScoredLink>& Evaluation::LinksOfKind(
    LinkKind kind) {
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

RuleHit& Evaluation::AddHit(const CompiledRule& rule, Finding::Kind kind) {
  RuleHit& hit = into_->emplace_back();
  hit.rule = rule.rule;
  hit.kind = rule.rule->finding() == Finding::KIND_UNSPECIFIED
                 ? kind
                 : rule.rule->finding();
  return hit;
}

const std::vector<ClaimRef>& Evaluation::ClaimsOfKinds(
    const CompiledSelector& selector) {
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

void Evaluation::RunPair(const CompiledRule& rule) {
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

void Evaluation::RunDetail(const CompiledRule& rule) {
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
