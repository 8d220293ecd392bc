#include "rules/facts/facts.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claims/text/span.h"
#include "rules/engine/hit_writer.h"
#include "rules/facts/detail_findings.h"
#include "rules/facts/evidence.h"
#include "rules/facts/fact_places.h"
#include "rules/facts/fact_writer.h"
#include "rules/facts/hit_groups.h"
#include "rules/facts/sentence_findings.h"
#include "rules/facts/story_findings.h"
#include "rules/facts/title.h"
#include "rules/facts/value_elsewhere.h"

namespace claimcheck {
namespace {

// A finding lists at most this many places; the rest is counted in a note.
constexpr size_t kMaxPlaces = 100;

class Folder {
 public:
  Folder(const RuleSet& rules, const Corpus& corpus,
         absl::Span<const RuleHit> hits, absl::Span<const ClaimLink> links,
         const FoldOptions& options)
      : corpus_(corpus),
        hits_(hits),
        options_(options),
        evidence_writer_(corpus),
        hit_writer_(rules, corpus, options.trace),
        fact_places_(corpus, links),
        fact_writer_(corpus, links, options.in_full, &hit_writer_,
                     &evidence_writer_) {
    ValuesElsewhere elsewhere(corpus);
    for (const RuleHit& hit : hits) {
      if (!hit.claims.empty() && !elsewhere.StandThereToo(hit)) {
        sorted_.push_back(&hit);
      }
    }
    sorted_ = InOrderOfSpeaking(sorted_);
    for (const RuleHit* hit : sorted_) {
      for (ClaimRef ref : hit->claims) claims_.push_back(ref);
    }
    SortUnique(&claims_);
  }

  Facts Fold() {
    std::vector<FactDraft> drafts;
    std::vector<bool> disputed(claims_.size(), false);
    for (const bool disagreements : {true, false}) {
      std::vector<const RuleHit*> chosen;
      for (const RuleHit* hit : sorted_) {
        if (SidesDisagree(hit->kind) != disagreements) continue;
        const bool told =
            !disagreements && hit->claims.size() > 0 &&
            (hit->kind == v1::Finding::UNSUPPORTED ||
             hit->kind == v1::Finding::SINGLE_SOURCE ||
             hit->kind == v1::Finding::AGREEMENT) &&
            std::any_of(hit->claims.begin(), hit->claims.end(),
                        [&](ClaimRef r) { return disputed[Index(r)]; });
        if (!told) chosen.push_back(hit);
      }
      for (HitGroup& group : GroupHits(chosen, claims_)) {
        if (disagreements) {
          for (const RuleHit* hit : group) {
            for (ClaimRef ref : hit->claims) disputed[Index(ref)] = true;
          }
        }
        drafts.push_back(Begin(std::move(group)));
      }
    }
    AddDetails(&drafts);
    for (const RuleHit& hit : hits_) {
      if (hit.sentence == nullptr) continue;
      AddWritten(
          SentenceFinding(corpus_, hit, &hit_writer_, &evidence_writer_),
          hit.sentence->document, &drafts);
    }
    Facts facts;
    const std::vector<FactDraft*> order = InOrder(&drafts);
    facts.left_out = drafts.size() - order.size();
    facts.findings.reserve(order.size());
    for (FactDraft* draft : order) {
      facts.findings.push_back(fact_writer_.Finish(draft));
    }
    return facts;
  }

 private:
  static const std::string& RuleId(const FactDraft& draft) {
    return draft.finding ? draft.finding->rule_id()
                         : draft.group.front()->rule->id();
  }

  // Those that are to be written.
  std::vector<FactDraft*> InOrder(std::vector<FactDraft>* drafts) const {
    std::vector<FactDraft*> order;
    order.reserve(drafts->size());
    for (FactDraft& draft : *drafts) order.push_back(&draft);
    const size_t kept = std::min(order.size(), options_.max_findings);
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
        order.end(), [this](const FactDraft* a, const FactDraft* b) {
          if (a->severity != b->severity) return a->severity > b->severity;
          if (!(a->first == b->first)) return a->first < b->first;
          if (a->begin != b->begin) return a->begin < b->begin;
          if (RuleId(*a) != RuleId(*b)) return RuleId(*a) < RuleId(*b);
          return fact_writer_.Fingerprint(*a) < fact_writer_.Fingerprint(*b);
        });
    order.resize(kept);
    return order;
  }

  static void AddWritten(v1::Finding finding, uint32_t document,
                         std::vector<FactDraft>* drafts) {
    FactDraft draft;
    draft.severity = finding.severity();
    draft.first = {document, kNone};
    draft.begin = static_cast<uint32_t>(finding.evidence(0).span().begin());
    draft.finding = std::make_unique<v1::Finding>(std::move(finding));
    drafts->push_back(std::move(draft));
  }

  // What rules say of details of drafts, behind what they say of claims.
  void AddDetails(std::vector<FactDraft>* drafts) {
    std::vector<ToldPlace> told;
    std::vector<std::vector<ToldPlace>> told_together;
    for (const FactDraft& draft : *drafts) {
      const RuleHit& main = *draft.group.front();
      if (main.kind == v1::Finding::AGREEMENT) continue;
      told_together.emplace_back();
      const auto tell = [&](uint32_t document, Span span) {
        told.push_back({document, span});
        told_together.back().push_back(told.back());
      };
      for (const ClaimRef ref : draft.places) {
        tell(ref.document, corpus_.claim(ref).span);
      }
      if (draft.text == nullptr) continue;
      for (const Span span : draft.text->context) {
        tell(main.claims[0].document, span);
      }
    }
    absl::flat_hash_map<absl::string_view, uint32_t> documents;
    for (uint32_t d = 0; d < corpus_.size(); ++d) {
      documents.emplace(corpus_.document(d).id, d);
    }
    const auto add = [&](std::vector<v1::Finding> findings) {
      for (v1::Finding& finding : findings) {
        const auto it = documents.find(finding.evidence(0).document_id());
        AddWritten(std::move(finding), it->second, drafts);
      }
    };
    add(StoryFindings(corpus_, hits_, told_together, &hit_writer_,
                      &evidence_writer_));
    add(DetailFindings(corpus_, hits_, told, &hit_writer_, &evidence_writer_));
  }

  size_t Index(ClaimRef ref) const { return IndexOf(ref, claims_); }

  // What has to be known before the findings are put in order.
  FactDraft Begin(HitGroup group) {
    const RuleHit& main = *group.front();
    FactDraft draft;
    draft.severity = main.rule->severity();
    for (const RuleHit* hit : group) {
      draft.places.insert(draft.places.end(), hit->claims.begin(),
                          hit->claims.end());
    }
    SortUnique(&draft.places);
    if (SidesDisagree(main.kind) && main.rule->has_pair()) {
      fact_places_.AddVoices(&draft.places);
    }
    draft.first = draft.places.front();
    if (draft.places.size() > kMaxPlaces) {
      draft.more_places = draft.places.size() - kMaxPlaces;
      draft.places.resize(kMaxPlaces);
    }
    if (main.kind != v1::Finding::AGREEMENT) fact_places_.Order(&draft.places);
    draft.begin = corpus_.claim(draft.places.front()).span.begin;
    // Rules on one claim may point at other places.
    if (main.link == nullptr && !main.rule->has_support()) {
      draft.text = std::make_unique<HitText>(hit_writer_.Write(main));
    }
    draft.group = std::move(group);
    return draft;
  }

  const Corpus& corpus_;
  const absl::Span<const RuleHit> hits_;
  const FoldOptions& options_;
  EvidenceWriter evidence_writer_;
  HitWriter hit_writer_;
  const FactPlaces fact_places_;
  FactWriter fact_writer_;
  std::vector<const RuleHit*> sorted_;
  std::vector<ClaimRef> claims_;
};

}  // namespace

Facts FoldFacts(const RuleSet& rules, const Corpus& corpus,
                absl::Span<const RuleHit> hits,
                absl::Span<const ClaimLink> links, const FoldOptions& options) {
  return Folder(rules, corpus, hits, links, options).Fold();
}

}  // namespace claimcheck
