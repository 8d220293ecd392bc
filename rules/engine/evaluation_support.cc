// Rules on what supports a claim: how many voices say the same.

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "rules/engine/evaluation.h"

namespace claimcheck {
namespace {

using v1::Finding;

}  // namespace

void Evaluation::RunSupport(const CompiledRule& rule) {
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

std::vector<Evaluation::Evidence> Evaluation::GatherEvidence(
    const CompiledRule& rule, ClaimRef claim,
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

std::pair<uint32_t, uint32_t> Evaluation::CountVoices(
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

void Evaluation::JudgeSupport(const CompiledRule& rule, ClaimRef claim,
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

void Evaluation::MakeLinksOfClaims() {
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

}  // namespace claimcheck
