#include "rules/facts/facts.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/str_cat.h"
#include "claims/base/stable_hash.h"
#include "claims/text/span.h"
#include "claims/value/time_value.h"
#include "rules/engine/hit_writer.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/detail_findings.h"
#include "rules/facts/evidence.h"
#include "rules/facts/sentence_findings.h"
#include "rules/facts/story_findings.h"
#include "rules/facts/title.h"
#include "rules/facts/value_elsewhere.h"
#include "rules/link/quote_alignment.h"

namespace claimcheck {
namespace {

// A finding lists at most this many places; the rest is counted in a note.
constexpr size_t kMaxPlaces = 100;

// How surely an agreeing claim must be of the same event to join a fact.
constexpr int kLeastVoiceScore = 65;

bool ByClaims(const RuleHit* a, const RuleHit* b) {
  return std::lexicographical_compare(a->claims.begin(), a->claims.end(),
                                      b->claims.begin(), b->claims.end());
}

// The order in which the hits of a finding speak: the most severe first, then by
// rule id, then by claims.
std::vector<const RuleHit*> InOrderOfSpeaking(
    const std::vector<const RuleHit*>& hits) {
  absl::flat_hash_map<const v1::Rule*, std::vector<const RuleHit*>> by_rule;
  for (const RuleHit* hit : hits) by_rule[hit->rule].push_back(hit);
  std::vector<const v1::Rule*> rules;
  for (const auto& entry : by_rule) rules.push_back(entry.first);
  std::sort(rules.begin(), rules.end(),
            [](const v1::Rule* a, const v1::Rule* b) {
              if (a->severity() != b->severity()) {
                return a->severity() > b->severity();
              }
              return a->id() < b->id();
            });
  std::vector<const RuleHit*> order;
  order.reserve(hits.size());
  for (const v1::Rule* rule : rules) {
    std::vector<const RuleHit*>& own = by_rule[rule];
    // As the evaluation leaves them.
    if (!std::is_sorted(own.begin(), own.end(), ByClaims)) {
      std::sort(own.begin(), own.end(), ByClaims);
    }
    order.insert(order.end(), own.begin(), own.end());
  }
  return order;
}

void SortUnique(std::vector<ClaimRef>* refs) {
  std::sort(refs->begin(), refs->end());
  refs->erase(std::unique(refs->begin(), refs->end()), refs->end());
}

// Hits that speak of one fact, in the order of speaking.  Mostly one.
using Group = absl::InlinedVector<const RuleHit*, 1>;

// A finding before it is written: where it stands among the others, and what it
// is made of.
struct Draft {
  v1::Severity::Level severity = v1::Severity::LEVEL_UNSPECIFIED;
  ClaimRef first;      // of a detail or sentence the document alone
  uint32_t begin = 0;  // of what is shown first
  // Of claims:
  Group group;
  std::vector<ClaimRef> places;  // in the order in which they are shown
  size_t more_places = 0;
  std::unique_ptr<HitText> text;  // of the first hit, where that is known
  // Of a detail or sentence: it is written.
  std::unique_ptr<v1::Finding> finding;
};

class Folder {
 public:
  Folder(const RuleSet& rules, const Corpus& corpus,
         absl::Span<const RuleHit> hits, absl::Span<const ClaimLink> links,
         const FoldOptions& options)
      : corpus_(corpus),
        hits_(hits),
        links_(links),
        options_(options),
        evidence_writer_(corpus),
        hit_writer_(rules, corpus, options.trace) {
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
    for (size_t i = 0; i < links.size(); ++i) {
      if (links[i].kind != LinkKind::kEvent ||
          links[i].score < kLeastVoiceScore) {
        continue;
      }
      event_links_.emplace_back(links[i].left, i);
      event_links_.emplace_back(links[i].right, i);
    }
    std::sort(event_links_.begin(), event_links_.end());
  }

  Facts Fold() {
    std::vector<Draft> drafts;
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
      for (Group& group : Connect(chosen)) {
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
    const std::vector<Draft*> order = InOrder(&drafts);
    facts.left_out = drafts.size() - order.size();
    facts.findings.reserve(order.size());
    for (Draft* draft : order) facts.findings.push_back(Finish(draft));
    return facts;
  }

 private:
  static const std::string& RuleId(const Draft& draft) {
    return draft.finding ? draft.finding->rule_id()
                         : draft.group.front()->rule->id();
  }

  std::string Fingerprint(const Draft& draft) const {
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

  // Those that are to be written.
  std::vector<Draft*> InOrder(std::vector<Draft>* drafts) const {
    std::vector<Draft*> order;
    order.reserve(drafts->size());
    for (Draft& draft : *drafts) order.push_back(&draft);
    const size_t kept = std::min(order.size(), options_.max_findings);
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
        order.end(), [this](const Draft* a, const Draft* b) {
          if (a->severity != b->severity) return a->severity > b->severity;
          if (!(a->first == b->first)) return a->first < b->first;
          if (a->begin != b->begin) return a->begin < b->begin;
          if (RuleId(*a) != RuleId(*b)) return RuleId(*a) < RuleId(*b);
          return Fingerprint(*a) < Fingerprint(*b);
        });
    order.resize(kept);
    return order;
  }

  static void AddWritten(v1::Finding finding, uint32_t document,
                         std::vector<Draft>* drafts) {
    Draft draft;
    draft.severity = finding.severity();
    draft.first = {document, kNone};
    draft.begin = static_cast<uint32_t>(finding.evidence(0).span().begin());
    draft.finding = std::make_unique<v1::Finding>(std::move(finding));
    drafts->push_back(std::move(draft));
  }

  // What rules say of details of drafts, behind what they say of claims.
  void AddDetails(std::vector<Draft>* drafts) {
    std::vector<ToldPlace> told;
    std::vector<std::vector<ToldPlace>> told_together;
    for (const Draft& draft : *drafts) {
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

  size_t Index(ClaimRef ref) const {
    return std::lower_bound(claims_.begin(), claims_.end(), ref) -
           claims_.begin();
  }

  // Groups of hits that share claims, each in the order of speaking.  What
  // one claim says by itself (a wrong weekday) is never joined with another
  // rule's hit on the same words.
  std::vector<Group> Connect(
      const std::vector<const RuleHit*>& hits) {
    std::vector<size_t> parent(claims_.size());
    for (size_t i = 0; i < parent.size(); ++i) parent[i] = i;
    auto root = [&](size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (const RuleHit* hit : hits) {
      if (!SidesDisagree(hit->kind) && hit->kind != v1::Finding::AGREEMENT) {
        continue;
      }
      if (hit->rule->has_claim() || hit->rule->has_passage()) continue;
      for (size_t i = 1; i < hit->claims.size(); ++i) {
        const size_t a = root(Index(hit->claims[0]));
        const size_t b = root(Index(hit->claims[i]));
        parent[std::max(a, b)] = std::min(a, b);
      }
    }
    std::vector<std::pair<size_t, const RuleHit*>> keyed;
    std::vector<Group> groups;
    for (const RuleHit* hit : hits) {
      if (hit->claims.empty()) continue;
      const bool joins =
          (SidesDisagree(hit->kind) || hit->kind == v1::Finding::AGREEMENT) &&
          !hit->rule->has_claim() && !hit->rule->has_passage();
      if (joins) {
        keyed.emplace_back(root(Index(hit->claims[0])), hit);
      } else {
        groups.push_back({hit});
      }
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) {
                       return a.first < b.first;
                     });
    for (size_t i = 0; i < keyed.size(); ++i) {
      if (i == 0 || keyed[i].first != keyed[i - 1].first) groups.emplace_back();
      groups.back().push_back(keyed[i].second);
    }
    return groups;
  }

  v1::Evidence::Part PartOf(const RuleHit& main, ClaimRef ref) const {
    if (main.kind == v1::Finding::AGREEMENT && !(ref == main.claims[0])) {
      return v1::Evidence::SUPPORTING_CLAIM;
    }
    return corpus_.document(ref.document).checked
               ? v1::Evidence::CHECKED_CLAIM
               : v1::Evidence::CONFLICTING_CLAIM;
  }

  // Facts first, then by value in order of the documents.
  void OrderPlaces(std::vector<ClaimRef>* refs) const {
    if (refs->size() < 2) return;
    auto rank = [&](ClaimRef r) {
      return corpus_.claim(r).status == Status::kFact ? 0 : 1;
    };
    std::stable_sort(refs->begin(), refs->end(), [&](ClaimRef a, ClaimRef b) {
      return rank(a) < rank(b);
    });
    // Equal values stand together, in the order in which each first appears.
    std::vector<std::string> seen;
    std::vector<std::pair<size_t, ClaimRef>> keyed;
    for (ClaimRef r : *refs) {
      const std::string value = absl::StrCat(rank(r), ClaimValue(corpus_, r));
      size_t at = std::find(seen.begin(), seen.end(), value) - seen.begin();
      if (at == seen.size()) seen.push_back(value);
      keyed.emplace_back(at, r);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) {
                       return a.first < b.first;
                     });
    for (size_t i = 0; i < keyed.size(); ++i) (*refs)[i] = keyed[i].second;
  }

  // What has to be known before the findings are put in order.
  Draft Begin(Group group) {
    const RuleHit& main = *group.front();
    Draft draft;
    draft.severity = main.rule->severity();
    for (const RuleHit* hit : group) {
      draft.places.insert(draft.places.end(), hit->claims.begin(),
                          hit->claims.end());
    }
    SortUnique(&draft.places);
    if (SidesDisagree(main.kind) && main.rule->has_pair()) {
      AddVoices(&draft.places);
    }
    draft.first = draft.places.front();
    if (draft.places.size() > kMaxPlaces) {
      draft.more_places = draft.places.size() - kMaxPlaces;
      draft.places.resize(kMaxPlaces);
    }
    if (main.kind != v1::Finding::AGREEMENT) OrderPlaces(&draft.places);
    draft.begin = corpus_.claim(draft.places.front()).span.begin;
    // Rules on one claim may point at other places.
    if (main.link == nullptr && !main.rule->has_support()) {
      draft.text = std::make_unique<HitText>(hit_writer_.Write(main));
    }
    draft.group = std::move(group);
    return draft;
  }

  void AddPlace(uint32_t document, Span span, v1::Finding* out) const {
    v1::Evidence* place = out->add_evidence();
    place->set_document_id(corpus_.document(document).id);
    place->mutable_span()->set_begin(span.begin);
    place->mutable_span()->set_end(span.end);
  }

  v1::Finding Finish(Draft* draft) {
    if (draft->finding == nullptr) return Write(draft);
    if (draft->severity >= options_.in_full) return std::move(*draft->finding);
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

  v1::Finding Write(Draft* draft) {
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
    if (draft->severity < options_.in_full) {
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

  // Claims that are linked as one event with a place of the fact and give the
  // same place or the same day.  `places` are sorted, each once.
  void AddVoices(std::vector<ClaimRef>* places) const {
    const std::vector<ClaimRef> told = *places;
    for (const ClaimRef ref : told) {
      auto it = std::lower_bound(event_links_.begin(), event_links_.end(),
                                 std::make_pair(ref, size_t{0}));
      for (; it != event_links_.end() && it->first == ref; ++it) {
        const ClaimLink& link = links_[it->second];
        const ClaimRef voice = link.left == ref ? link.right : link.left;
        if (!std::binary_search(told.begin(), told.end(), voice) &&
            SameValue(link)) {
          places->push_back(voice);
        }
      }
    }
    SortUnique(places);
  }

  bool SameValue(const ClaimLink& link) const {
    const ClaimRecord& a = corpus_.claim(link.left);
    const ClaimRecord& b = corpus_.claim(link.right);
    if (a.status != b.status) return false;
    std::optional<RangeRelation> relation;
    if (a.kind == ClaimKind::kEventPlace) {
      relation = corpus_.RelatePlaces(
          corpus_.GlobalEntity(link.left.document,
                               corpus_.place(link.left)->entity),
          corpus_.GlobalEntity(link.right.document,
                               corpus_.place(link.right)->entity));
    } else if (a.kind == ClaimKind::kEventTime) {
      relation = RelateTimes(corpus_.time(link.left)->value,
                             corpus_.time(link.right)->value);
    }
    return relation && *relation == RangeRelation::kEqual;
  }

  // Each wording against the first one before it that it was compared with; what
  // was compared with none of them stands as it is.
  void AddDiffs(const std::vector<ClaimRef>& places, v1::Finding* out) {
    if (corpus_.claim(places[0]).kind != ClaimKind::kQuotation) return;
    for (size_t i = 1; i < places.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        const ClaimLink* link = LinkOf(places[j], places[i]);
        if (link == nullptr) continue;
        v1::Evidence* evidence = out->mutable_evidence(static_cast<int>(i));
        evidence_writer_.WriteDiff(*link->quotes, link->right == places[i], places[i],
                          places[j], evidence);
        evidence->set_diff_against(static_cast<uint32_t>(j));
        break;
      }
    }
  }

  // The link between two quotations; null: none.  Links are in the order of
  // their claims.
  const ClaimLink* LinkOf(ClaimRef a, ClaimRef b) const {
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

  const Corpus& corpus_;
  absl::Span<const RuleHit> hits_;
  absl::Span<const ClaimLink> links_;
  const FoldOptions& options_;
  EvidenceWriter evidence_writer_;
  HitWriter hit_writer_;
  std::vector<const RuleHit*> sorted_;
  std::vector<ClaimRef> claims_;
  // The links between events that are surely one, by each of their claims.
  std::vector<std::pair<ClaimRef, size_t>> event_links_;
};

}  // namespace

Facts FoldFacts(const RuleSet& rules, const Corpus& corpus,
                absl::Span<const RuleHit> hits,
                absl::Span<const ClaimLink> links, const FoldOptions& options) {
  return Folder(rules, corpus, hits, links, options).Fold();
}

}  // namespace claimcheck
