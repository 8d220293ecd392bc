// Where one thing happened, told by two texts that need not name who took part: "the
// two policemen were found in Corva", "they were found in Arlen".

#include <algorithm>
#include <vector>

#include "claims/lexicon/word_sets.h"
#include "claims/value/time_value.h"
#include "rules/link/story_context.h"
#include "rules/link/timed_facts.h"

namespace claimcheck {
namespace {

// Where something happened is asked only of those who are surely the same.
constexpr int kSureLink = 75;

// The events of a document whose place can be held against another's.
struct PlacedEvents {
  std::vector<uint32_t> events;
};

// "Arrested on Thursday in Corva", "In Corva, police arrested him": not "the owner of a
// shop in Corva was arrested".
bool StandsForEvent(const DocumentAnalysis& doc, const Event& event) {
  constexpr uint32_t kPlaceReach = 12;
  const TokenRange place = doc.names[event.places[0]].phrase;
  const uint32_t first = doc.text.sentences[event.sentence].tokens.begin;
  return (place.begin >= event.tokens.end &&
          place.begin < event.tokens.end + kPlaceReach) ||
         place.begin <= first + 2;
}

PlacedEvents ReadPlacedEvents(const DocumentAnalysis& doc) {
  PlacedEvents placed;
  for (uint32_t e = 0; e < doc.events.size(); ++e) {
    const Event& event = doc.events[e];
    if (event.typed && !event.nominal && event.status == Status::kFact &&
        !event.places.empty() && words::kHappensOnce.Contains(event.cls) &&
        StandsForEvent(doc, event)) {
      placed.events.push_back(e);
    }
  }
  return placed;
}

// "It had been stolen in Corva": nothing else is stolen in either text.
bool OnlyOnes(const DocumentAnalysis& left, const Event& a, const TimedFact& fact_a,
              const DocumentAnalysis& right, const Event& b,
              const TimedFact& fact_b) {
  const auto only = [](const DocumentAnalysis& doc, const Event& event) {
    return std::count_if(doc.events.begin(), doc.events.end(),
                         [&](const Event& other) {
                           return other.typed && other.cls == event.cls;
                         }) == 1;
  };
  return (!fact_a.patient.known || !fact_b.patient.known) && only(left, a) &&
         only(right, b);
}

}  // namespace

void ComparePlaces(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->syntax()) return;
  const Corpus& corpus = story->corpus();
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  const auto read = [&](uint32_t d) -> const std::vector<uint32_t>& {
    return story
        ->Once<PlacedEvents>(
            d, [&] { return ReadPlacedEvents(story->document(d)); })
        .events;
  };
  // Some two places of them exclude each other and no two agree.
  const auto apart = [&](const Event& a, const Event& b) {
    bool disjoint = false;
    for (const uint32_t x : a.places) {
      for (const uint32_t y : b.places) {
        const uint32_t entity_x =
            corpus.GlobalEntity(pair.left, doc_left.names[x].entity);
        const uint32_t entity_y =
            corpus.GlobalEntity(pair.right, doc_right.names[y].entity);
        if (entity_x == kNone || entity_y == kNone) return false;
        const auto relation = corpus.RelatePlaces(entity_x, entity_y);
        if (!relation || *relation != RangeRelation::kDisjoint) return false;
        // "75 miles from Corva" and "in Corva".
        if (story->Names({pair.left, a.sentence}, entity_y) ||
            story->Names({pair.right, b.sentence}, entity_x)) {
          return false;
        }
        disjoint = true;
      }
    }
    return disjoint;
  };
  const auto when_differs = [&](const Event& a, const Event& b) {
    for (const uint32_t x : a.times) {
      for (const uint32_t y : b.times) {
        const auto relation =
            RelateTimes(doc_left.times[x].value, doc_right.times[y].value);
        if (relation && *relation == RangeRelation::kDisjoint) return true;
      }
    }
    return false;
  };
  for (const uint32_t i : read(pair.left)) {
    const Event& a = doc_left.events[i];
    for (const uint32_t j : read(pair.right)) {
      const Event& b = doc_right.events[j];
      if (a.cls != b.cls || !apart(a, b) || when_differs(a, b)) continue;
      TimedFact left, right;
      if (!ReadPlacedFact(story, pair.left, a, &left) ||
          !ReadPlacedFact(story, pair.right, b, &right) ||
          (LinkFacts(*story, left, right, /*clock=*/false) < kSureLink &&
           !OnlyOnes(doc_left, a, left, doc_right, b, right))) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kWhere, Departure::kValue,
                                 left.at, left.span, right.at, right.span,
                                 kSureLink));
    }
  }
}

}  // namespace claimcheck
