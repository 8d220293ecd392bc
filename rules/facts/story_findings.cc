#include "rules/facts/story_findings.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "claims/base/stable_hash.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/place_index.h"
#include "rules/facts/detail_question.h"
#include "rules/link/detail.h"

namespace claimcheck {
namespace {

// Longer words are no value in a table; they stand for themselves.
constexpr size_t kMostValue = 60;

struct Place {
  uint32_t document = 0;
  uint32_t sentence = 0;
  Span span;
  Span shown;  // the words that differ
  bool Meets(const Place& other) const {
    return document == other.document && span.Overlaps(other.span);
  }
};

Place LeftOf(const Detail& detail) {
  return {detail.document, detail.sentence, detail.span, {}};
}
Place RightOf(const Detail& detail) {
  return {detail.source, detail.source_sentence, detail.counterpart, {}};
}

// Of two kinds ("Roe, 48" as an age and "48" as a figure): they share both.
bool MeetThroughout(const Detail& a, const Detail& b) {
  return (LeftOf(a).Meets(LeftOf(b)) && RightOf(a).Meets(RightOf(b))) ||
         (LeftOf(a).Meets(RightOf(b)) && RightOf(a).Meets(LeftOf(b)));
}

bool Holds(const std::vector<ToldPlace>& places, const Place& place) {
  return std::any_of(places.begin(), places.end(), [&](const ToldPlace& told) {
    return told.document == place.document && told.span.Overlaps(place.span);
  });
}

// More severe first, then the surer link, then by rule and place.
bool SpeaksFirst(const RuleHit* a, const RuleHit* b) {
  if (a->rule->severity() != b->rule->severity()) {
    return a->rule->severity() > b->rule->severity();
  }
  if (a->rule->id() != b->rule->id()) return a->rule->id() < b->rule->id();
  const Detail& x = *a->detail;
  const Detail& y = *b->detail;
  if (x.other_context != y.other_context) {
    return x.other_context > y.other_context;
  }
  if (x.document != y.document) return x.document < y.document;
  if (x.span != y.span) return x.span < y.span;
  if (x.source != y.source) return x.source < y.source;
  return x.counterpart < y.counterpart;
}

class Groups {
 public:
  explicit Groups(size_t size) : parent_(size) {
    for (size_t i = 0; i < size; ++i) parent_[i] = i;
  }
  size_t Root(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) {
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

// What is told differently: of a remark its words or whose they are.
std::pair<DetailKind, bool> FactKind(const Detail& detail) {
  return {detail.kind,
          detail.kind == DetailKind::kSaid && detail.departure == Departure::kName};
}

// Hits are one fact that share a place, if they are of one kind, or both places.
Groups JoinHits(const std::vector<const RuleHit*>& hits) {
  std::map<std::pair<DetailKind, bool>, PlaceIndex> of_kind;
  for (uint32_t i = 0; i < hits.size(); ++i) {
    const Detail& detail = *hits[i]->detail;
    const Place left = LeftOf(detail), right = RightOf(detail);
    PlaceIndex& places = of_kind[FactKind(detail)];
    places.Add(left.document, left.span, i);
    places.Add(right.document, right.span, i);
  }
  Groups groups(hits.size());
  for (auto& [kind, places] : of_kind) {
    places.Sort();
    places.ForChains([&](uint32_t i, uint32_t j) { groups.Join(i, j); });
  }
  for (uint32_t i = 0; i < hits.size(); ++i) {
    const Detail& detail = *hits[i]->detail;
    for (const auto& [kind, places] : of_kind) {
      if (kind == FactKind(detail)) continue;
      places.AnyOverlapping(
          detail.document, detail.span, [&](uint32_t j) {
            if (MeetThroughout(detail, *hits[j]->detail)) groups.Join(i, j);
            return false;
          });
    }
  }
  return groups;
}

// The two places of a hit, with what the message shows of them.
std::pair<Place, Place> PlacesOf(const Corpus& corpus, const RuleHit& hit,
                                 const HitWriter& writer) {
  std::pair<Place, Place> places = {LeftOf(*hit.detail), RightOf(*hit.detail)};
  const ShownSpans shown =
      DecisiveWords(corpus, *hit.detail, writer.Shown(hit));
  places.first.shown = shown.left;
  places.second.shown = shown.right;
  return places;
}

// What stands at each place, as the first place that has it writes it; places that
// say the same come together.
std::vector<std::string> GroupByValue(const Corpus& corpus,
                                      std::vector<Place>* places) {
  struct Version {
    std::string value;
    std::vector<Place> places;
  };
  std::vector<Version> versions;
  for (const Place& place : *places) {
    std::string value = Shorten(
        corpus.document(place.document).text.Text(place.shown), kMostValue);
    auto same = std::find_if(
        versions.begin(), versions.end(), [&](const Version& version) {
          return absl::EqualsIgnoreCase(version.value, value);
        });
    if (same == versions.end()) {
      versions.push_back({std::move(value), {}});
      same = versions.end() - 1;
    }
    same->places.push_back(place);
  }
  const bool too_long = std::any_of(
      places->begin(), places->end(),
      [](const Place& place) { return place.shown.size() > kMostValue; });
  std::vector<std::string> values;
  places->clear();
  for (const Version& version : versions) {
    for (const Place& place : version.places) {
      places->push_back(place);
      values.push_back(too_long ? "" : version.value);
    }
  }
  return values;
}

}  // namespace

std::vector<v1::Finding> StoryFindings(
    const Corpus& corpus, absl::Span<const RuleHit> hits,
    absl::Span<const std::vector<ToldPlace>> told, HitWriter* hit_writer,
    EvidenceWriter* writer) {
  PlaceIndex told_places;
  for (uint32_t t = 0; t < told.size(); ++t) {
    for (const ToldPlace& place : told[t]) {
      told_places.Add(place.document, place.span, t);
    }
  }
  told_places.Sort();
  std::vector<const RuleHit*> order;
  for (const RuleHit& hit : hits) {
    if (hit.detail == nullptr || !hit.detail->story) continue;
    const Place left = LeftOf(*hit.detail), right = RightOf(*hit.detail);
    // How the name is written is no word of the age or the office beside it.
    const bool told_already =
        hit.detail->kind != DetailKind::kAge && hit.detail->kind != DetailKind::kName &&
        told_places.AnyOverlapping(
            left.document, left.span,
            [&](uint32_t t) { return Holds(told[t], right); });
    if (!told_already) order.push_back(&hit);
  }
  std::sort(order.begin(), order.end(), SpeaksFirst);
  Groups groups = JoinHits(order);
  std::vector<std::vector<size_t>> members(order.size());  // of each first one
  for (size_t i = 0; i < order.size(); ++i) {
    if (groups.Root(i) != i) members[groups.Root(i)].push_back(i);
  }
  std::vector<std::pair<Place, v1::Finding>> written;
  for (size_t i = 0; i < order.size(); ++i) {
    if (groups.Root(i) != i) continue;
    const RuleHit& hit = *order[i];
    const auto [left, right] = PlacesOf(corpus, hit, *hit_writer);
    std::vector<Place> places = {left, right};
    std::vector<std::string> also;
    const auto add = [&](const Place& place) {
      for (const Place& known : places) {
        if (known.Meets(place)) return;
      }
      places.push_back(place);
    };
    for (const size_t j : members[i]) {
      if (order[j]->rule->id() != hit.rule->id()) {
        also.push_back(order[j]->rule->id());
      }
      const auto [one, other] = PlacesOf(corpus, *order[j], *hit_writer);
      add(one);
      add(other);
    }
    v1::Finding finding;
    finding.set_kind(hit.kind);
    finding.set_severity(hit.rule->severity());
    finding.set_rule_id(hit.rule->id());
    HitText said = hit_writer->Write(hit);
    finding.set_title(DetailQuestion(corpus, *hit.detail, {left.shown, right.shown}));
    finding.set_message(std::move(said.message));
    finding.set_why(std::move(said.why));
    StableHash fingerprint;
    fingerprint.Add(hit.rule->id());
    for (const Place& place : {left, right}) {
      fingerprint.Add(absl::AsciiStrToLower(
          corpus.document(place.document).text.Text(place.span)));
    }
    const std::vector<std::string> values = GroupByValue(corpus, &places);
    for (size_t p = 0; p < places.size(); ++p) {
      const Place& place = places[p];
      v1::Evidence* const evidence = finding.add_evidence();
      *evidence = writer->WriteWords(
          place.document, place.sentence, place.span,
          corpus.document(place.document).checked
              ? v1::Evidence::CHECKED_CLAIM
              : v1::Evidence::CONFLICTING_CLAIM);
      evidence->set_value(values[p]);
    }
    std::sort(also.begin(), also.end());
    also.erase(std::unique(also.begin(), also.end()), also.end());
    for (std::string& id : also) finding.add_also_rule_ids(std::move(id));
    finding.set_fingerprint(fingerprint.Hex());
    *finding.mutable_explanation() = std::move(said.proof);
    written.emplace_back(left, std::move(finding));
  }
  std::stable_sort(written.begin(), written.end(),
                   [](const auto& a, const auto& b) {
                     if (a.first.document != b.first.document) {
                       return a.first.document < b.first.document;
                     }
                     return a.first.span < b.first.span;
                   });
  std::vector<v1::Finding> out;
  for (auto& entry : written) out.push_back(std::move(entry.second));
  return out;
}

}  // namespace claimcheck
