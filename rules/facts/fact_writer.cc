#include "rules/facts/fact_writer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/base/stable_hash.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/title.h"
#include "rules/link/quote_alignment.h"

namespace claimcheck {

std::string FactWriter::Fingerprint(const FactDraft& draft) const {
  if (draft.finding) return draft.finding->fingerprint();
  const RuleHit& main = *draft.group.front();
  StableHash fingerprint;
  fingerprint.Add(main.rule->id());
  std::vector<std::string> keys;
  for (ClaimRef ref : main.claims) keys.push_back(ClaimKey(corpus_, ref));
  std::sort(keys.begin(), keys.end());
  for (const std::string& key : keys) fingerprint.Add(key);
  return fingerprint.Hex();
}

v1::Evidence::Part FactWriter::PartOf(const RuleHit& main,
                                      ClaimRef ref) const {
  if (main.kind == v1::Finding::AGREEMENT && !(ref == main.claims[0])) {
    return v1::Evidence::SUPPORTING_CLAIM;
  }
  return corpus_.document(ref.document).checked
             ? v1::Evidence::CHECKED_CLAIM
             : v1::Evidence::CONFLICTING_CLAIM;
}

void FactWriter::AddPlace(uint32_t document, Span span,
                          v1::Finding* out) const {
  v1::Evidence* place = out->add_evidence();
  place->set_document_id(corpus_.document(document).id);
  place->mutable_span()->set_begin(span.begin);
  place->mutable_span()->set_end(span.end);
}

v1::Finding FactWriter::Finish(FactDraft* draft) {
  if (draft->finding == nullptr) return Write(draft);
  if (draft->severity >= in_full_) return std::move(*draft->finding);
  v1::Finding out;
  out.set_kind(draft->finding->kind());
  out.set_severity(draft->severity);
  out.set_rule_id(draft->finding->rule_id());
  out.set_fingerprint(draft->finding->fingerprint());
  for (const v1::Evidence& evidence : draft->finding->evidence()) {
    v1::Evidence* place = out.add_evidence();
    place->set_document_id(evidence.document_id());
    *place->mutable_span() = evidence.span();
  }
  return out;
}

v1::Finding FactWriter::Write(FactDraft* draft) {
  const RuleHit& main = *draft->group.front();
  std::vector<std::string> also;
  bool across = false;
  for (const RuleHit* hit : draft->group) {
    if (hit->rule->id() == main.rule->id()) {
      across |= hit->kind == v1::Finding::CONTRADICTION;
    } else if (std::find(also.begin(), also.end(), hit->rule->id()) ==
               also.end()) {
      also.push_back(hit->rule->id());
    }
  }
  v1::Finding out;
  out.set_kind(main.kind == v1::Finding::SELF_INCONSISTENT && across
                   ? v1::Finding::CONTRADICTION
                   : main.kind);
  out.set_severity(main.rule->severity());
  out.set_rule_id(main.rule->id());
  out.set_fingerprint(Fingerprint(*draft));
  if (draft->severity < in_full_) {
    for (const ClaimRef ref : draft->places) {
      AddPlace(ref.document, corpus_.claim(ref).span, &out);
    }
    if (draft->text == nullptr) return out;
    for (const Span span : draft->text->context) {
      AddPlace(main.claims[0].document, span, &out);
    }
    return out;
  }
  HitText text = draft->text != nullptr ? std::move(*draft->text)
                                        : hit_writer_.Write(main);
  out.set_title(FindingTitle(corpus_, main, draft->places));
  out.set_message(std::move(text.message));
  out.set_why(std::move(text.why));
  for (ClaimRef ref : draft->places) {
    *out.add_evidence() = evidence_writer_.Write(ref, PartOf(main, ref));
  }
  for (const Span span : text.context) {
    *out.add_evidence() =
        evidence_writer_.WriteContext(main.claims[0].document, span);
  }
  AddDiffs(draft->places, &out);
  std::sort(also.begin(), also.end());
  for (std::string& id : also) out.add_also_rule_ids(std::move(id));
  if (draft->more_places > 0) {
    out.add_notes(absl::StrCat("and ", draft->more_places, " more places"));
  }
  *out.mutable_explanation() = std::move(text.proof);
  return out;
}

void FactWriter::AddDiffs(const std::vector<ClaimRef>& places,
                          v1::Finding* out) {
  if (corpus_.claim(places[0]).kind != ClaimKind::kQuotation) return;
  for (size_t i = 1; i < places.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const ClaimLink* link = LinkOf(places[j], places[i]);
      if (link == nullptr) continue;
      v1::Evidence* evidence = out->mutable_evidence(static_cast<int>(i));
      evidence_writer_.WriteDiff(*link->quotes, link->right == places[i],
                                 places[i], places[j], evidence);
      evidence->set_diff_against(static_cast<uint32_t>(j));
      break;
    }
  }
}

const ClaimLink* FactWriter::LinkOf(ClaimRef a, ClaimRef b) const {
  if (b < a) std::swap(a, b);
  const auto found = std::lower_bound(
      links_.begin(), links_.end(), std::make_pair(a, b),
      [](const ClaimLink& link, const std::pair<ClaimRef, ClaimRef>& pair) {
        return link.left == pair.first ? link.right < pair.second
                                       : link.left < pair.first;
      });
  const bool is_it = found != links_.end() && found->left == a &&
                     found->right == b && found->quotes != nullptr;
  return is_it ? &*found : nullptr;
}

}  // namespace claimcheck
