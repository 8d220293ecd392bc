#include "rules/facts/facts.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claims/base/stable_hash.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/detail_findings.h"
#include "rules/facts/sentence_findings.h"
#include "rules/facts/evidence.h"
#include "rules/facts/question.h"
#include "rules/facts/story_findings.h"
#include "rules/facts/value_elsewhere.h"
#include "rules/link/quote_alignment.h"

namespace claimcheck {
namespace {

// A finding lists at most this many places; the rest is counted in a note.
constexpr size_t kMaxPlaces = 100;

// How surely an agreeing claim must be of the same event to join a fact.
constexpr int kLeastVoiceScore = 65;

bool IsDisagreement(v1::Finding::Kind kind) {
  return kind == v1::Finding::CONTRADICTION ||
         kind == v1::Finding::SELF_INCONSISTENT ||
         kind == v1::Finding::QUOTE_VARIATION ||
         kind == v1::Finding::OVERTAKEN || kind == v1::Finding::DISPUTE;
}

// Most severe first, then by rule id: the order in which a finding's hits speak.
bool SpeaksFirst(const RuleHit* a, const RuleHit* b) {
  if (a->rule->severity() != b->rule->severity()) {
    return a->rule->severity() > b->rule->severity();
  }
  if (a->rule->id() != b->rule->id()) return a->rule->id() < b->rule->id();
  return std::lexicographical_compare(a->claims.begin(), a->claims.end(),
                                      b->claims.begin(), b->claims.end());
}

void SortUnique(std::vector<ClaimRef>* refs) {
  std::sort(refs->begin(), refs->end());
  refs->erase(std::unique(refs->begin(), refs->end()), refs->end());
}

class Folder {
 public:
  Folder(const Corpus& corpus, absl::Span<const RuleHit> hits,
         absl::Span<const ClaimLink> links)
      : corpus_(corpus), hits_(hits), links_(links), writer_(corpus) {
    ValuesElsewhere elsewhere(corpus);
    for (const RuleHit& hit : hits) {
      if (!hit.claims.empty() && !elsewhere.StandThereToo(hit)) {
        sorted_.push_back(&hit);
      }
    }
    std::sort(sorted_.begin(), sorted_.end(), SpeaksFirst);
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

  std::vector<v1::Finding> Fold() {
    std::vector<std::pair<v1::Finding, ClaimRef>> findings;
    std::vector<bool> disputed(claims_.size(), false);
    for (const bool disagreements : {true, false}) {
      std::vector<const RuleHit*> chosen;
      for (const RuleHit* hit : sorted_) {
        if (IsDisagreement(hit->kind) != disagreements) continue;
        const bool told =
            !disagreements && hit->claims.size() > 0 &&
            (hit->kind == v1::Finding::UNSUPPORTED ||
             hit->kind == v1::Finding::SINGLE_SOURCE ||
             hit->kind == v1::Finding::AGREEMENT) &&
            std::any_of(hit->claims.begin(), hit->claims.end(),
                        [&](ClaimRef r) { return disputed[Index(r)]; });
        if (!told) chosen.push_back(hit);
      }
      for (std::vector<const RuleHit*>& group : Connect(chosen)) {
        findings.push_back(Write(group));
        if (!disagreements) continue;
        for (const RuleHit* hit : group) {
          for (ClaimRef ref : hit->claims) disputed[Index(ref)] = true;
        }
      }
    }
    AddDetails(&findings);
    for (const RuleHit& hit : hits_) {
      if (hit.sentence == nullptr) continue;
      findings.emplace_back(SentenceFinding(corpus_, hit, &writer_),
                            ClaimRef{hit.sentence->document, kNone});
    }
    return InOrder(&findings);
  }

 private:
  // Messages are not moved while they are put in order.
  static std::vector<v1::Finding> InOrder(
      std::vector<std::pair<v1::Finding, ClaimRef>>* findings) {
    std::vector<std::pair<v1::Finding, ClaimRef>*> order;
    order.reserve(findings->size());
    for (auto& finding : *findings) order.push_back(&finding);
    std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
      if (a->first.severity() != b->first.severity()) {
        return a->first.severity() > b->first.severity();
      }
      if (!(a->second == b->second)) return a->second < b->second;
      const uint32_t begin_a = a->first.evidence(0).span().begin();
      const uint32_t begin_b = b->first.evidence(0).span().begin();
      if (begin_a != begin_b) return begin_a < begin_b;
      if (a->first.rule_id() != b->first.rule_id()) {
        return a->first.rule_id() < b->first.rule_id();
      }
      return a->first.fingerprint() < b->first.fingerprint();
    });
    std::vector<v1::Finding> out;
    out.reserve(order.size());
    for (auto* finding : order) out.push_back(std::move(finding->first));
    return out;
  }

  // What rules say of details of drafts, behind what they say of claims.
  void AddDetails(std::vector<std::pair<v1::Finding, ClaimRef>>* findings) {
    std::vector<ToldPlace> told;
    std::vector<std::vector<ToldPlace>> told_together;
    absl::flat_hash_map<absl::string_view, uint32_t> documents;
    for (uint32_t d = 0; d < corpus_.size(); ++d) {
      documents.emplace(corpus_.document(d).id, d);
    }
    for (const auto& entry : *findings) {
      if (entry.first.kind() == v1::Finding::AGREEMENT) continue;
      told_together.emplace_back();
      for (const v1::Evidence& evidence : entry.first.evidence()) {
        const auto it = documents.find(evidence.document_id());
        if (it == documents.end()) continue;
        told.push_back({it->second,
                        {static_cast<uint32_t>(evidence.span().begin()),
                         static_cast<uint32_t>(evidence.span().end())}});
        told_together.back().push_back(told.back());
      }
    }
    for (v1::Finding& finding :
         StoryFindings(corpus_, hits_, told_together, &writer_)) {
      const auto it = documents.find(finding.evidence(0).document_id());
      findings->emplace_back(std::move(finding), ClaimRef{it->second, kNone});
    }
    for (v1::Finding& finding :
         DetailFindings(corpus_, hits_, told, &writer_)) {
      const auto it = documents.find(finding.evidence(0).document_id());
      findings->emplace_back(std::move(finding),
                             ClaimRef{it->second, kNone});
    }
  }

  size_t Index(ClaimRef ref) const {
    return std::lower_bound(claims_.begin(), claims_.end(), ref) -
           claims_.begin();
  }

  // Groups of hits that share claims, each in the order of SpeaksFirst.  What
  // one claim says by itself (a wrong weekday) is never joined with another
  // rule's hit on the same words.
  std::vector<std::vector<const RuleHit*>> Connect(
      const std::vector<const RuleHit*>& hits) {
    std::vector<size_t> parent(claims_.size());
    for (size_t i = 0; i < parent.size(); ++i) parent[i] = i;
    auto root = [&](size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (const RuleHit* hit : hits) {
      if (!IsDisagreement(hit->kind) && hit->kind != v1::Finding::AGREEMENT) {
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
    std::vector<std::vector<const RuleHit*>> groups;
    for (const RuleHit* hit : hits) {
      if (hit->claims.empty()) continue;
      const bool joins =
          (IsDisagreement(hit->kind) || hit->kind == v1::Finding::AGREEMENT) &&
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

  // "Hollis arrives in Norway: 18 or 19 June 2024?"
  std::string Title(const RuleHit& main,
                    const std::vector<ClaimRef>& places) const {
    const std::string subject = ClaimSubject(corpus_, main.claims[0]);
    const ClaimKind kind = corpus_.claim(main.claims[0]).kind;
    if (!IsDisagreement(main.kind) || main.claims.size() < 2) return subject;
    if (kind == ClaimKind::kQuotation) {
      return QuotationQuestion(main, places);
    }
    if (kind == ClaimKind::kStatement) {
      return absl::StrCat("Who says ", subject, "?");
    }
    std::vector<ClaimRef> claims(main.claims.begin(), main.claims.end());
    Alternatives alternatives = Alternatives::kOther;
    if (kind == ClaimKind::kEventTime) {
      // As a calendar has them.
      alternatives = Alternatives::kTimes;
      std::stable_sort(claims.begin(), claims.end(),
                       [&](ClaimRef a, ClaimRef b) { return IsBefore(a, b); });
    } else if (kind == ClaimKind::kQuantity || kind == ClaimKind::kDuration) {
      alternatives = Alternatives::kAmounts;
    }
    std::vector<std::string> values;
    for (const ClaimRef ref : claims) {
      values.push_back(ClaimValue(corpus_, ref));
    }
    if (std::count(values.begin(), values.end(), values[0]) ==
        static_cast<std::ptrdiff_t>(values.size())) {
      return subject;
    }
    return absl::StrCat(subject, ": ",
                        JoinAlternatives(std::move(values), alternatives), "?");
  }

  bool IsBefore(ClaimRef a, ClaimRef b) const {
    const auto start = [this](ClaimRef ref) -> std::optional<int64_t> {
      if (corpus_.claim(ref).time == kNone) return std::nullopt;
      return corpus_.time(ref)->value.range.first;
    };
    return start(a) < start(b);
  }

  std::string Subject(ClaimRef quotation, Span words) const {
    constexpr size_t kMostWords = 40;
    return Shorten(corpus_.document(quotation.document).text.Text(words),
                   kMostWords);
  }

  // "Hollis: “We will develop ...”: 3 wordings", of which one that differs in its
  // marks alone is none of its own; "“ready to ...”: said of “the two” or
  // “Oslo”?"
  std::string QuotationQuestion(const RuleHit& main,
                                const std::vector<ClaimRef>& places) const {
    if (main.link != nullptr && main.link->quotes != nullptr) {
      const QuoteComparison& quotes = *main.link->quotes;
      if (std::find(quotes.differences.begin(), quotes.differences.end(),
                    QuoteDifference::kSubjectGrafted) !=
          quotes.differences.end()) {
        // The longer wording begins with its own subject.
        const ClaimRef shorter = corpus_.Text(main.link->left).size() <
                                         corpus_.Text(main.link->right).size()
                                     ? main.link->left
                                     : main.link->right;
        const std::string left = Subject(main.link->left, quotes.left_subject);
        const std::string right =
            Subject(main.link->right, quotes.right_subject);
        return absl::StrCat(
            ClaimSubject(corpus_, shorter), ": said of ",
            left.empty() || right.empty()
                ? "whom"
                : absl::StrCat("“", left, "” or “", right, "”"),
            "?");
      }
    }
    std::vector<std::string> wordings;
    for (const ClaimRef ref : places) {
      wordings.push_back(Letters(corpus_.Text(ref)));
    }
    std::sort(wordings.begin(), wordings.end());
    const size_t count =
        std::unique(wordings.begin(), wordings.end()) - wordings.begin();
    return absl::StrCat(ClaimSubject(corpus_, main.claims[0]), ": ",
                        count < 2 ? absl::StrCat("in ", places.size(), " places")
                                  : absl::StrCat(count, " wordings"));
  }

  std::pair<v1::Finding, ClaimRef> Write(
      const std::vector<const RuleHit*>& group) {
    const RuleHit& main = *group.front();
    std::vector<ClaimRef> places;
    std::vector<std::string> also, notes;
    bool across = false;
    for (const RuleHit* hit : group) {
      places.insert(places.end(), hit->claims.begin(), hit->claims.end());
      if (hit->rule->id() != main.rule->id()) {
        if (std::find(also.begin(), also.end(), hit->rule->id()) ==
            also.end()) {
          also.push_back(hit->rule->id());
        }
      } else if (hit->kind == v1::Finding::CONTRADICTION) {
        across = true;
      }
    }
    SortUnique(&places);
    if (IsDisagreement(main.kind) && main.rule->has_pair()) {
      AddVoices(&places);
    }
    const ClaimRef first = places.front();
    StableHash fingerprint;
    fingerprint.Add(main.rule->id());
    std::vector<std::string> keys;
    for (ClaimRef ref : main.claims) keys.push_back(ClaimKey(corpus_, ref));
    std::sort(keys.begin(), keys.end());
    for (const std::string& key : keys) fingerprint.Add(key);
    if (places.size() > kMaxPlaces) {
      notes.push_back(absl::StrCat("and ", places.size() - kMaxPlaces,
                                   " more places"));
      places.resize(kMaxPlaces);
    }
    if (main.kind != v1::Finding::AGREEMENT) OrderPlaces(&places);

    v1::Finding out;
    out.set_kind(main.kind == v1::Finding::SELF_INCONSISTENT && across
                     ? v1::Finding::CONTRADICTION
                     : main.kind);
    out.set_severity(main.rule->severity());
    out.set_rule_id(main.rule->id());
    out.set_title(Title(main, places));
    out.set_message(main.message);
    out.set_why(main.why);
    for (ClaimRef ref : places) {
      *out.add_evidence() = writer_.Write(ref, PartOf(main, ref));
    }
    for (const Span span : main.context) {
      *out.add_evidence() = writer_.WriteContext(main.claims[0].document, span);
    }
    AddDiffs(places, &out);
    std::sort(also.begin(), also.end());
    for (std::string& id : also) out.add_also_rule_ids(std::move(id));
    for (std::string& note : notes) out.add_notes(std::move(note));
    out.set_fingerprint(fingerprint.Hex());
    *out.mutable_explanation() = main.proof;
    return {std::move(out), first};
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
        writer_.WriteDiff(*link->quotes, link->right == places[i], places[i],
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
  EvidenceWriter writer_;
  std::vector<const RuleHit*> sorted_;
  std::vector<ClaimRef> claims_;
  // The links between events that are surely one, by each of their claims.
  std::vector<std::pair<ClaimRef, size_t>> event_links_;
};

}  // namespace

std::vector<v1::Finding> FoldFacts(const Corpus& corpus,
                                   absl::Span<const RuleHit> hits,
                                   absl::Span<const ClaimLink> links) {
  return Folder(corpus, hits, links).Fold();
}

}  // namespace claimcheck
