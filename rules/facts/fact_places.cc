#include "rules/facts/fact_places.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "claims/value/time_value.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/hit_groups.h"

namespace claimcheck {
namespace {

// How surely an agreeing claim must be of the same event to join a fact.
constexpr int kLeastVoiceScore = 65;

}  // namespace

FactPlaces::FactPlaces(const Corpus& corpus, absl::Span<const ClaimLink> links)
    : corpus_(corpus), links_(links) {
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

void FactPlaces::AddVoices(std::vector<ClaimRef>* places) const {
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

bool FactPlaces::SameValue(const ClaimLink& link) const {
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

void FactPlaces::Order(std::vector<ClaimRef>* refs) const {
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

}  // namespace claimcheck
