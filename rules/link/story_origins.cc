// What is so of somebody or something once and for all: where a person was born, when a
// firm was founded, until when a contract runs.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "claims/lexicon/lexicon.h"
#include "rules/link/story_context.h"
#include "rules/link/told_origins.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

struct Origins {
  std::vector<Origin> all;
};

class PairReader {
 public:
  PairReader(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out)
      : story_(*story), pair_(pair), out_(*out), told_(*out) {}

  void Compare() {
    const std::vector<Origin>& left = Read(pair_.left);
    if (left.empty()) return;
    const std::vector<Origin>& right = Read(pair_.right);
    for (const Origin& a : left) {
      for (const Origin& b : right) {
        if (a.fact != b.fact || !OfOne(a, b) || !Differ(a, b) || Holds(right, a) ||
            Holds(left, b) || told_.Tells(pair_.left, a.span, pair_.right, b.span)) {
          continue;
        }
        out_.push_back(StoryDetail(
            IsPlace(a.fact) ? DetailKind::kWhere : DetailKind::kWhen,
            Departure::kValue, a.at, a.span, b.at, b.span, 100));
      }
    }
  }

 private:
  const std::vector<Origin>& Read(uint32_t d) const {
    return story_
        .Once<Origins>(d, [&] { return Origins{ReadOrigins(story_, d)}; })
        .all;
  }

  // Of one person; of one firm, where both name one.
  bool OfOne(const Origin& a, const Origin& b) const {
    const bool the_firm = a.of[0] == kTheFirm;
    if (the_firm || b.of[0] == kTheFirm) return the_firm && a.of[0] == b.of[0];
    const auto meet = [&](bool persons) {
      bool mine = false, theirs = false, one = false;
      const auto is_person = [&](uint32_t id) {
        return story_.corpus().EntityType(id) == NameType::kPerson;
      };
      for (const uint32_t y : b.of) theirs |= is_person(y) == persons;
      for (const uint32_t x : a.of) {
        if (is_person(x) != persons) continue;
        mine = true;
        for (const uint32_t y : b.of) {
          one |= is_person(y) == persons && story_.OnePerson(x, y);
        }
      }
      return std::make_pair(mine && theirs, one);
    };
    if (a.fact == OriginKind::kBased) return a.of[0] == b.of[0];
    if (a.fact != OriginKind::kFounded) {
      return story_.OnePerson(a.of[0], b.of[0]) && (!IsTenure(a.fact) || ShareWhat(a, b));
    }
    const auto firms = meet(/*persons=*/false);
    return firms.first ? firms.second : meet(/*persons=*/true).second;
  }

  static bool IsTenure(OriginKind fact) {
    return fact == OriginKind::kLeads || fact == OriginKind::kServes ||
           fact == OriginKind::kHolds;
  }
  // "The museum" and "the Museum of Arlen"; "in charge" of what a text does not say again.
  static bool ShareWhat(const Origin& a, const Origin& b) {
    return (a.fact != OriginKind::kServes && (a.what.empty() || b.what.empty())) ||
           std::any_of(a.what.begin(), a.what.end(), [&](uint32_t stem) {
      return std::find(b.what.begin(), b.what.end(), stem) != b.what.end();
    });
  }

  bool Differ(const Origin& a, const Origin& b) const {
    if (IsPlace(a.fact)) return PlacesDiffer(a, b);
    // "For ten years" may be nine and a half.
    constexpr int32_t kRounded = 1;
    const int32_t apart = a.year > b.year ? a.year - b.year : b.year - a.year;
    return apart > (a.rounded || b.rounded ? kRounded : 0);
  }

  // Two towns.  Where no list knows one of them, neither text may name the other's.
  bool PlacesDiffer(const Origin& a, const Origin& b) const {
    if (a.place == kNone || b.place == kNone) {
      return !a.nation.empty() && !b.nation.empty() && a.nation != b.nation;
    }
    const DocumentAnalysis& left = story_.document(pair_.left);
    const DocumentAnalysis& right = story_.document(pair_.right);
    const NameMention& x = left.names[a.place];
    const NameMention& y = right.names[b.place];
    const uint32_t mine = story_.corpus().GlobalEntity(pair_.left, x.entity);
    const uint32_t theirs = story_.corpus().GlobalEntity(pair_.right, y.entity);
    if (mine == theirs) return false;
    const auto relation = story_.corpus().RelatePlaces(mine, theirs);
    if (relation) return *relation == RangeRelation::kDisjoint;
    const Entity& here = left.entities[x.entity];
    const Entity& there = right.entities[y.entity];
    return IsTown(left, x, here) && IsTown(right, y, there) && !Names(right, left, x) && !Names(left, right, y);
  }
  // No list has it as a country or a region.
  static bool IsTown(const DocumentAnalysis& doc, const NameMention& name,
                     const Entity& place) {
    return !place.is_country && !doc.lex.Has(name.tokens.begin, Lex::kRegion);
  }
  static bool Names(const DocumentAnalysis& doc, const DocumentAnalysis& of,
                    const NameMention& name) {
    for (uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
      const uint32_t word = of.text.tokens[t].word;
      for (const NameMention& other : doc.names) {
        for (uint32_t u = other.tokens.begin; u < other.tokens.end; ++u) {
          if (doc.text.tokens[u].word == word) return true;
        }
      }
    }
    return false;
  }

  // The text tells the same of it too, or gives the year anywhere.
  bool Holds(const std::vector<Origin>& told, const Origin& of) const {
    for (const Origin& other : told) {
      if (other.fact == of.fact && OfOne(of, other) &&
          (IsPlace(of.fact) ? !(of.at.document == pair_.left ? PlacesDiffer(of, other)
                                                          : PlacesDiffer(other, of))
                                  : !Differ(of, other))) {
        return true;
      }
    }
    if (IsPlace(of.fact)) return false;
    const uint32_t d = of.at.document == pair_.left ? pair_.right : pair_.left;
    for (const TimeMention& time : story_.document(d).times) {
      if (time.value.year_written && YearOfOrigin(time) == of.year) {
        return true;
      }
    }
    return false;
  }

  StoryContext& story_;
  const StoryPair& pair_;
  std::vector<Detail>& out_;
  ToldPlaces told_;
};

}  // namespace

void CompareOrigins(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  PairReader(story, pair, out).Compare();
}

}  // namespace claimcheck
