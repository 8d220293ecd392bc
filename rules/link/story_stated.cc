// Values of which the words right beside them say what they are of, whichever words
// a text takes: "a reward of £20,000" and "the £25,000 reward".

#include <algorithm>
#include <vector>

#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/figure_scope.h"
#include "rules/link/keyed_difference.h"
#include "rules/link/same_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/stated_values.h"
#include "rules/link/story_context.h"
#include "rules/link/story_subjects.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Tenths: values that are further apart are of two things.
constexpr int64_t kMostApart = 40;
// Of what is hedged on a side.
constexpr int64_t kAboutApart = 12;
// What a text may state of something else as well: "two", "three years".
const Decimal kCommon = {10, 0};

class PairReader {
 public:
  PairReader(StoryContext* story, const StoryPair& pair,
             std::vector<Detail>* out)
      : story_(*story),
        pair_(pair),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)),
        out_(*out),
        told_(*out) {}

  void Compare() {
    const std::vector<StatedValue>& left = Read(pair_.left);
    const std::vector<StatedValue>& right = Read(pair_.right);
    for (const StatedValue& a : left) {
      for (const StatedValue& b : right) {
        if (!OneFacet(a, b) || Same(a, b) || !OfOneStory(a, b) ||
            !Only(left, right, a, b) || !OneThing(a, b) || !OneState(a, b) ||
            told_.Tells(pair_.left, a.where, pair_.right, b.where)) {
          continue;
        }
        constexpr int kSure = 85;
        out_.push_back(StoryDetail(DetailKind::kFigure, Departure::kValue, a.at,
                                   a.where, b.at, b.where, kSure));
      }
    }
  }

 private:
  // Both speak of one person or organisation at the beginning or again and again.
  bool OneSubject() {
    const std::vector<uint32_t>& left = SubjectsOfText(&story_, pair_.left).no_places;
    const std::vector<uint32_t>& right =
        SubjectsOfText(&story_, pair_.right).no_places;
    return Meet(left, right);
  }

  const std::vector<StatedValue>& Read(uint32_t d) {
    return story_.Once<std::vector<StatedValue>>(
        d, [&] { return ReadStatedValues(story_, d); });
  }

  // "Jana Holmes" and "Jane Holmes" too.
  bool MeetNames(const NamesNear::Ids& a, const NamesNear::Ids& b) const {
    return Meet(a, b) || std::any_of(a.begin(), a.end(), [&](uint32_t x) {
             return std::any_of(b.begin(), b.end(), [&](uint32_t y) {
               return story_.OnePerson(x, y);
             });
           });
  }

  // Where there may be several, both are about one person or firm, or name one there.
  bool OfOneStory(const StatedValue& a, const StatedValue& b) {
    if (!pair_.loose && !a.facet->few) return true;
    const bool by_sum = a.span && a.anchor != 0;  // that both sentences give
    return by_sum || MeetNames(a.names.sentence, b.names.sentence) ||
           MeetNames(a.names.ids, b.names.ids) || OneSubject();
  }

  // Neither text has another value of the kind, nor the number of the other one.
  bool Only(const std::vector<StatedValue>& left,
            const std::vector<StatedValue>& right, const StatedValue& a,
            const StatedValue& b) const {
    if (pair_.left == pair_.right) return Repeats(left, a, b);
    return Alone(left, a) && Alone(right, b) && !Told(right_, a, left_) &&
           !Told(left_, b, right_);
  }

  static bool OneFacet(const StatedValue& a, const StatedValue& b) {
    return a.facet->id == b.facet->id && a.anchor == b.anchor;
  }

  const QuantityValue& Figure(const StatedValue& v) const {
    return story_.document(v.at.document).quantities[v.mention].value;
  }

  // May be one number, or are of two currencies.
  bool Same(const StatedValue& a, const StatedValue& b) const {
    if (a.number == b.number) return true;
    if (a.about || b.about) return WithinTenths(a.number, b.number, kAboutApart);
    if (a.mention == kNone || b.mention == kNone) return false;
    if (a.span) {
      const TimeValue& x = story_.document(a.at.document).times[a.mention].value;
      const TimeValue& y = story_.document(b.at.document).times[b.mention].value;
      return x.unit != y.unit && WithinTenths(a.number, b.number, kAboutApart);
    }
    QuantityValue x = Figure(a), y = Figure(b);
    if (a.facet->of == ValueFacet::kCount) {
      // "Matches" and "games": one thing by its facet.
      for (QuantityValue* value : {&x, &y}) {
        value->unit = value->counted = absl::string_view();
        value->dimension = "count";
        value->factor.reset();
      }
    } else if (x.unit != y.unit && !(x.factor && y.factor)) {
      return true;
    }
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation = RelateQuantities(x, y, tolerance, /*usual=*/true);
    return !relation || *relation != RangeRelation::kDisjoint;
  }

  // Its text gives no other value of the kind.
  bool Alone(const std::vector<StatedValue>& values, const StatedValue& v) const {
    return std::all_of(values.begin(), values.end(), [&](const StatedValue& w) {
      return !OneFacet(v, w) || w.number == v.number;
    });
  }

  // One text speaks again of what it told of: "was fined 25,000 euros", "the
  // 20,000-euro fine".
  bool Repeats(const std::vector<StatedValue>& values, const StatedValue& a,
               const StatedValue& b) const {
    if (a.at.sentence >= b.at.sentence || !b.definite || !a.facet->lasting ||
        a.span) {
      return false;
    }
    return std::count_if(values.begin(), values.end(), [&](const StatedValue& v) {
             return OneFacet(a, v);
           }) == 2;
  }

  // Names that both texts know do not part them.
  bool OneThing(const StatedValue& a, const StatedValue& b) const {
    if (!WithinTenths(a.number, b.number, a.span ? 200 : kMostApart)) return false;
    const NamesNear x = KnownIn(pair_.right, a.names);
    const NamesNear y = KnownIn(pair_.left, b.names);
    // Of two that neither text knows of the other: two companies of a market.
    // Whom sentences before name says nothing of what a story has one of.
    const auto owned = [&](const StatedValue& v) {
      return !v.names.ids.empty() && (v.names.close || v.facet->few);
    };
    if (owned(a) && owned(b) && x.ids.empty() && y.ids.empty()) return false;
    return !story_.NamesDiffer(x, y);
  }
  NamesNear KnownIn(uint32_t d, NamesNear names) const {
    const DocumentAnalysis& doc = story_.document(d);
    names.ids.erase(
        std::remove_if(names.ids.begin(), names.ids.end(),
                       [&](uint32_t id) {
                         return std::none_of(
                             doc.names.begin(), doc.names.end(),
                             [&](const NameMention& name) {
                               return name.entity != kNone &&
                                      story_.corpus().GlobalEntity(
                                          d, name.entity) == id;
                             });
                       }),
        names.ids.end());
    names.close &= !names.ids.empty();
    return names;
  }

  // "275 employees in Arlen": a part of them, or none, lies elsewhere.
  bool OneScope(const StatedValue& a, const StatedValue& b) const {
    if (Tokens(a).empty() || Tokens(b).empty()) return true;
    if (OfOtherScopes(left_, left_.quantities[a.mention], right_,
                      right_.quantities[b.mention])) {
      return false;
    }
    const uint32_t x = PlaceBehind(a), y = PlaceBehind(b);
    if (x != kNone && y != kNone) {
      return x == y || story_.corpus().RelatePlaces(x, y) != RangeRelation::kDisjoint;
    }
    return x == y || (x == kNone ? story_.Names(a.at, y) : story_.Names(b.at, x));
  }
  // Of the place right behind it, corpus-wide.
  uint32_t PlaceBehind(const StatedValue& v) const {
    const TokenRange tokens = Tokens(v);
    const DocumentAnalysis& doc = story_.document(v.at.document);
    for (const NameMention& name : MentionsIn(doc.names, v.at.sentence)) {
      if (name.phrase.begin == tokens.end + 1 &&
          name.entity != kNone && doc.text.Folded(tokens.end) == "in" &&
          doc.entities[name.entity].type == NameType::kPlace) {
        return story_.corpus().GlobalEntity(v.at.document, name.entity);
      }
    }
    return kNone;
  }
  TokenRange Tokens(const StatedValue& v) const {
    if (v.mention == kNone || v.span) return {};
    return story_.document(v.at.document).quantities[v.mention].tokens;
  }

  bool OneState(const StatedValue& a, const StatedValue& b) const {
    if (!a.facet->planned && a.in_doubt != b.in_doubt) return false;
    if (!OneScope(a, b)) return false;
    const int32_t x = story_.PastYear(a.at), y = story_.PastYear(b.at);
    if (a.facet->lasting) return x == y || x == 0 || y == 0;
    if (x != y) return false;
    if (!a.facet->grows) return story_.OfOneState(pair_);
    // A later text has the lower number.
    const auto day_a = story_.Day(pair_.left), day_b = story_.Day(pair_.right);
    return day_a && day_b && *day_a != *day_b &&
           (*day_a < *day_b) == (b.number < a.number) && !a.about && !b.about;
  }

  // The other text has the number too, of whatever: of a small one that says
  // nothing.
  bool Told(const DocumentAnalysis& other, const StatedValue& v,
            const DocumentAnalysis& doc) const {
    if (v.mention == kNone) return false;
    if (v.span) {
      const TimeValue& value = doc.times[v.mention].value;
      return value.amount && !(*value.amount < kCommon) &&
             std::any_of(other.times.begin(), other.times.end(),
                         [&](const TimeMention& t) {
                           return t.value.kind == TimeKind::kDuration &&
                                  t.value.amount && t.value.unit == value.unit &&
                                  *t.value.amount == *value.amount;
                         });
    }
    const QuantityValue& value = doc.quantities[v.mention].value;
    return !(value.written < kCommon) &&
           std::any_of(other.quantities.begin(), other.quantities.end(),
                       [&](const QuantityMention& q) {
                         return q.value.written == value.written &&
                                q.value.unit == value.unit;
                       });
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  std::vector<Detail>& out_;
  ToldPlaces told_;
};

}  // namespace

void CompareStated(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  PairReader(story, pair, out).Compare();
}

}  // namespace claimcheck
