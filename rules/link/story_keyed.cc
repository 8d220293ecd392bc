// Figures, spans and times that two texts give to one thing, known by the words
// around them that no other value of the kind has in either text: "turnout",
// "premium", "built".

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/calendar.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/aftershocks.h"
#include "rules/link/event_days.h"
#include "rules/link/figure_kinds.h"
#include "rules/link/keyed_difference.h"
#include "rules/link/same_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_context.h"
#include "rules/link/story_keys.h"
#include "rules/link/story_subjects.h"
#include "rules/link/story_values.h"
#include "rules/link/time_atoms.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Of texts that hang together loosely.
constexpr int kLooseShared = 110;
// Somebody or something is named beside both times.
constexpr int kNamed = 25;
// What like values share where names that only one text has do not part them.
constexpr int kSharedOfNames = 80;
constexpr int kFewOfNames = 150;
// Of counts that no news changes, for another day beside them to be no matter.
constexpr int kLastingShared = 45;
// Tokens from a negation to what it may be of.
constexpr uint32_t kNotReach = 4;

class PairReader {
 public:
  PairReader(StoryContext* story, const StoryPair& pair,
             std::vector<Detail>* out)
      : story_(*story),
        pair_(pair),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)),
        values_(*story, pair),
        out_(*out),
        told_(*out) {}

  void Compare() {
    if (!OneSubject(&story_, pair_, /*places=*/true)) return;
    const bool one_state = story_.OfOneState(pair_);
    const auto read = [this](uint32_t d) -> const KeyedText& {
      return story_.Once<KeyedText>(d, [&] { return ReadKeyedText(story_, d); });
    };
    const std::vector<KeyedValue>& left = read(pair_.left).values;
    const std::vector<KeyedValue>& right = read(pair_.right).values;
    std::vector<KeyMatch> matches =
        MatchKeys(story_, read(pair_.left), read(pair_.right));
    // Of whom there is one time, there may be many figures.
    for (KeyMatch& match : matches) {
      const KeyedValue& a = left[match.left];
      const KeyedValue& b = right[match.right];
      if ((a.kind >= ValueKind::kDay ||
           (a.kind == ValueKind::kSpan && match.event) || values_.IsLength(a)) &&
          a.names.close && b.names.close &&
          !Disjoint(a.names.ids, b.names.ids)) {
        match.shared += kNamed;
      }
    }
    // What both texts give alike says nothing of what else stands beside it.
    const std::vector<bool> settled_left = Settled(matches, left, right, true);
    const std::vector<bool> settled_right = Settled(matches, left, right, false);
    std::vector<int> best_left(left.size(), 0), best_right(right.size(), 0);
    for (const KeyMatch& match : matches) {
      const bool same = SameValue(story_, left[match.left], right[match.right]);
      if (!same && (settled_left[match.left] || settled_right[match.right])) {
        continue;
      }
      int& of_left = best_left[match.left];
      int& of_right = best_right[match.right];
      of_left = std::max(of_left, match.shared);
      of_right = std::max(of_right, match.shared);
    }
    for (const KeyMatch& match : matches) {
      const KeyedValue& a = left[match.left];
      const KeyedValue& b = right[match.right];
      // Of a year with two digits exchanged its digits say so.
      const bool slip = a.kind == ValueKind::kYear && match.event &&
                        b.kind == ValueKind::kYear &&
                        SlippedYear(TimeOf(story_, a), TimeOf(story_, b));
      // When something happened is no matter of the day's news.
      if (!one_state && !OfOnePast(a, b) &&
          ((a.kind != ValueKind::kYear &&
            a.kind != ValueKind::kClock) ||
           !match.event || OfTheDay(a, b))) {
        continue;
      }
      if (pair_.loose && a.kind != ValueKind::kClock &&
          a.kind != ValueKind::kYear &&
          (match.shared < (Slipped(story_, a, b) || OfOneName(a, b)
                               ? kLeastShared
                               : kLooseShared) ||
           values_.IsPrice(a) || values_.IsFew(a))) {
        continue;
      }
      if ((!slip && (match.shared < best_left[match.left] ||
                     match.shared < best_right[match.right])) ||
          // What is done at one time of a night says nothing of what else is.
          ((a.kind == ValueKind::kClock || a.kind == ValueKind::kDay) &&
           !match.event && !values_.SlippedDay(a, b, match.shared)) ||
          // "Today" and "today", of two days.
          left_.text.Text(a.span) == right_.text.Text(b.span) ||
          // "The quake lasted 40 seconds", "an aftershock lasted ten".
          (a.kind == ValueKind::kSpan &&
           OfAftershock(left_, a.at.sentence) !=
               OfAftershock(right_, b.at.sentence)) ||
          values_.OfAftershocks(a, b) ||
          !values_.Differ(a, b, match.shared, match.event) ||
          (!(a.once && b.once) && NamesDiffer(a, b, match.shared)) ||
          (a.kind == ValueKind::kYear && OtherPlaces(a, b)) ||
          ((IsAge(story_, a) || a.group == ChildrenGroup()) && OtherPerson(a, b)) ||
          (values_.IsLength(a) &&
           (OfAnother(a, pair_.right) || OfAnother(b, pair_.left))) ||
          (Uncertain(left_, a) != Uncertain(right_, b) &&
           !Slipped(story_, a, b)) ||
          Told(right, right_, a) || Told(left, left_, b) || IsUpdate(a, b) ||
          OtherTimes(a, b, match.shared) || AlreadyTold(a, b) ||
          OfPoll(left_, a.at.sentence) || OfPoll(right_, b.at.sentence) ||
          (a.kind >= ValueKind::kClock && (TellsPoll(left_) || TellsPoll(right_))) ||
          OtherBase(a, b) || IsNew(left_, a) != IsNew(right_, b) ||
          (values_.IsPrice(a) && !match.framed &&
           (OtherOwners(&story_, pair_) ||
            (!OfOneThing(a, b) &&
             !OneSubject(&story_, pair_, /*places=*/false))))) {
        continue;
      }
      out_.push_back(StoryDetail(
          a.kind == ValueKind::kFigure || a.kind == ValueKind::kSpan
              ? DetailKind::kFigure
              : DetailKind::kWhen,
          Departure::kValue, a.at, a.span, b.at, b.span,
          std::min(100, match.shared)));
    }
  }

 private:
  // Of an earlier year, which no news of the day changes.
  bool OfOnePast(const KeyedValue& a, const KeyedValue& b) const {
    const int32_t year = story_.YearHere(a.at);
    return year != 0 && year == story_.YearHere(b.at);
  }

  // Spans beside one name: how long somebody has been somewhere.
  bool OfOneName(const KeyedValue& a, const KeyedValue& b) const {
    return a.kind == ValueKind::kSpan && KeyedDifference::MeetClose(a, b);
  }

  // "Now expects to lose 240 million", a day later.
  bool IsUpdate(const KeyedValue& a, const KeyedValue& b) const {
    const auto day_a = story_.Day(pair_.left), day_b = story_.Day(pair_.right);
    if (a.kind != ValueKind::kFigure || !day_a || !day_b || *day_a == *day_b) {
      return false;
    }
    const KeyedValue& later = *day_a < *day_b ? b : a;
    const DocumentAnalysis& doc = *day_a < *day_b ? right_ : left_;
    const TokenRange tokens = doc.text.sentences[later.at.sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsOneOf(doc.text.Folded(t), {"now", "revised"})) return true;
    }
    return false;
  }

  // "27 new clinics", of 800; "another 1.3 million".
  static bool IsNew(const DocumentAnalysis& doc, const KeyedValue& item) {
    if (item.kind != ValueKind::kFigure) return false;
    const QuantityMention& mention = doc.quantities[item.mention];
    if (IsRestOfACount(doc, mention)) return true;
    const TokenRange counted = mention.counted;
    for (uint32_t t = counted.begin; t < counted.end; ++t) {
      if (words::kRestOfACount.Contains(doc.text.tokens[t].word) ||
          doc.text.Folded(t) == "new") {
        return true;
      }
    }
    return false;
  }

  // "Of 1,546 farmers 26 percent", "of 810 farmers 43 percent": of two polls.
  bool OtherBase(const KeyedValue& a, const KeyedValue& b) const {
    if (!values_.IsPrice(a)) return false;
    for (const QuantityMention& x : MentionsIn(left_.quantities, a.at.sentence)) {
      if (x.value.dimension != "count" || x.value.written < kMany) continue;
      for (const QuantityMention& y :
           MentionsIn(right_.quantities, b.at.sentence)) {
        if (y.value.counted == x.value.counted && !(y.value.written < kMany) &&
            y.value.written != x.value.written) {
          return true;
        }
      }
    }
    return false;
  }

  // Of the values of one side those that share most with one that says the same.
  std::vector<bool> Settled(const std::vector<KeyMatch>& matches,
                            const std::vector<KeyedValue>& left,
                            const std::vector<KeyedValue>& right,
                            bool of_left) const {
    std::vector<int> most(of_left ? left.size() : right.size(), 0);
    std::vector<bool> settled(most.size(), false);
    for (const KeyMatch& match : matches) {
      const uint32_t at = of_left ? match.left : match.right;
      const bool same = SameValue(story_, left[match.left], right[match.right]);
      if (match.shared > most[at] || (match.shared == most[at] && same)) {
        most[at] = match.shared;
        settled[at] = same;
      }
    }
    return settled;
  }

  // Values of two people or places.  Where the words around two like values are
  // the same, only names that both texts know part them.
  // "In 2013, off Arlen", "in 2016, near Kilbane": each sentence has a place, and none
  // is in both.
  bool OtherPlaces(const KeyedValue& a, const KeyedValue& b) const {
    const auto places = [this](const KeyedValue& item) {
      std::vector<uint32_t> ids = item.names.sentence;
      ids.erase(std::remove_if(ids.begin(), ids.end(),
                               [this](uint32_t id) {
                                 return story_.corpus().EntityType(id) !=
                                        NameType::kPlace;
                               }),
                ids.end());
      return ids;
    };
    return Disjoint(places(a), places(b));
  }

  bool NamesDiffer(const KeyedValue& a, const KeyedValue& b, int shared) const {
    if (pair_.loose || a.kind == ValueKind::kYear ||
        shared < (values_.IsFew(a) ? kFewOfNames : kSharedOfNames) ||
        !values_.Alike(a, b)) {
      return story_.NamesDiffer(a.names, b.names);
    }
    const bool places =
        a.kind == ValueKind::kSpan || a.kind == ValueKind::kFigure;
    return story_.NamesDiffer(KnownIn(pair_.right, a.names, places),
                              KnownIn(pair_.left, b.names, places));
  }
  NamesNear KnownIn(uint32_t d, NamesNear names, bool places) const {
    names.ids.erase(
        std::remove_if(names.ids.begin(), names.ids.end(),
                       [&](uint32_t id) {
                         // "In Oklahoma", "in Arkansas": so long or so many
                         // elsewhere, or of another house.
                         const NameType type = story_.corpus().EntityType(id);
                         return !(places && (type == NameType::kPlace ||
                                             type == NameType::kOrganisation)) &&
                                !Names({id}, d);
                       }),
        names.ids.end());
    names.close &= !names.ids.empty();
    return names;
  }

  // One of the years is that of its text.
  bool OfTheDay(const KeyedValue& a, const KeyedValue& b) const {
    const auto of_text = [&](const DocumentAnalysis& doc, const KeyedValue& item) {
      return item.kind == ValueKind::kYear && doc.date.known &&
             DateOfDay(DayOfSecond(*TimeOf(story_, item).range.first))
                     .year == doc.date.year;
    };
    return of_text(left_, a) || of_text(right_, b);
  }

  // Said of what may be or is planned.
  bool Uncertain(const DocumentAnalysis& doc, const KeyedValue& item) const {
    const TokenRange tokens = doc.text.sentences[item.at.sentence].tokens;
    // "She said it would open" is "it will open, she said".
    bool said = false;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (doc.text.tokens[t].span.begin > item.span.end) break;
      const absl::string_view word = doc.text.Folded(t);
      said |= doc.lex.Has(t, Lex::kSayVerb);
      // "Two handguns that were not used and 200 rounds": not of them.
      const bool denies =
          (word == "not" || word == "n't") &&
          doc.text.tokens[std::min(t + kNotReach, tokens.end - 1)].span.end >=
              item.span.begin;
      if (word == "could" || (word == "would" && !said) || word == "might" ||
          word == "may" || word == "if" || denies) {
        return true;
      }
    }
    return false;
  }

  // The text has the other one's value too, somewhere.
  bool Told(const std::vector<KeyedValue>& items, const DocumentAnalysis& doc,
            const KeyedValue& item) const {
    if (item.kind == ValueKind::kFigure) {
      const QuantityValue& value = FigureOf(story_, item);
      for (const QuantityMention& q : doc.quantities) {
        if (q.value.written == value.written && q.value.unit == value.unit &&
            q.value.ordinal == value.ordinal) {
          return true;
        }
      }
      return false;
    }
    return std::any_of(items.begin(), items.end(), [&](const KeyedValue& other) {
      return OneKind(story_, other, item) && SameValue(story_, other, item);
    });
  }

  // Each sentence has a time of its own: another quarter, another year.
  bool OtherTimes(const KeyedValue& a, const KeyedValue& b, int shared) const {
    if ((a.kind != ValueKind::kFigure && a.kind != ValueKind::kSpan) ||
        a.group != 0 || IsAge(story_, a) || (IsPhysical(a) && shared >= kMuchShared) ||
        (a.kind == ValueKind::kSpan && Slipped(story_, a, b))) {
      return false;
    }
    if (OnOneDay(a, b)) return false;
    // "Recorded 14 albums" is so whenever it is told, but for two years' numbers.
    if (shared >= kLastingShared && values_.IsLasting(a, b)) {
      const int32_t year = story_.YearHere(a.at), other = story_.YearHere(b.at);
      return year != 0 && other != 0 && year != other;
    }
    const bool past =
        shared >= kMuchShared && (!values_.IsPrice(a) || OfOneThing(a, b))
            ? story_.YearHere(a.at) != story_.YearHere(b.at)
            : story_.PastYear(a.at) != story_.PastYear(b.at);
    if (past ||
        OtherQuarters(left_, a.at.sentence, right_, b.at.sentence)) {
      return true;
    }
    bool apart = false;
    for (const TimeMention& x : MentionsIn(left_.times, a.at.sentence)) {
      if (IsReference(left_, x)) continue;
      for (const TimeMention& y : MentionsIn(right_.times, b.at.sentence)) {
        if (IsReference(right_, y)) continue;
        // A weekday by itself may be of this week or the last.
        if (x.value.weekday != 0 && x.value.weekday == y.value.weekday) {
          return false;
        }
        const auto relation = RelateTimes(x.value, y.value);
        if (relation && *relation != RangeRelation::kDisjoint) return false;
        // A day off is a slip, unless it is the day of a price.
        const auto days = DaysApart(x.value, y.value);
        apart |= relation.has_value() && (values_.IsPrice(a) || !days || *days > 0);
      }
    }
    return apart;
  }

  // "On the evening of March 2", "on March 2, 2018": which year the first is of is a
  // guess.
  bool OnOneDay(const KeyedValue& a, const KeyedValue& b) const {
    for (const TimeMention& x : MentionsIn(left_.times, a.at.sentence)) {
      for (const TimeMention& y : MentionsIn(right_.times, b.at.sentence)) {
        if (x.value.year_written && y.value.year_written) continue;
        const auto atoms = ReadTimeAtoms(left_, x);
        const auto others = ReadTimeAtoms(right_, y);
        for (const TimeAtom& atom : atoms) {
          for (const TimeAtom& other : others) {
            if (atom.kind == TimeAtom::kMonthDay && atom.Key() == other.Key()) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  // What is told of a thing whenever it is told.
  bool IsPhysical(const KeyedValue& item) const {
    if (item.kind != ValueKind::kFigure) return false;
    const absl::string_view dimension = FigureOf(story_, item).dimension;
    return IsMeasured(dimension) && dimension != "speed";
  }

  // "The sister ship Costabel, 253 metres long": the other text does not name it.
  bool OfAnother(const KeyedValue& item, uint32_t other) const {
    return item.names.close && !Names(item.names.ids, other);
  }

  // Neither named around both ages, nor told of by both at the beginning.
  bool OtherPerson(const KeyedValue& a, const KeyedValue& b) const {
    const bool named = !a.names.ids.empty() && !b.names.ids.empty() &&
                       !Disjoint(a.names.ids, b.names.ids);
    return !named && !(story_.InLead(a.at) && story_.InLead(b.at)) &&
           !OfSubject(left_, a, b.names, pair_.left) &&
           !OfSubject(right_, b, a.names, pair_.right);
  }
  // "The 69-year-old": of whom his text speaks, and the other beside its age.
  bool OfSubject(const DocumentAnalysis& doc, const KeyedValue& age,
                 const NamesNear& other, uint32_t d) const {
    const uint32_t t = doc.quantities[age.mention].tokens.begin;
    return t > 0 && doc.text.Folded(t - 1) == "the" && other.close &&
           !Disjoint(other.ids, SubjectsOf(d, /*places=*/false));
  }

  // "Up from 37 percent in January", in the text of a poll.
  static bool TellsPoll(const DocumentAnalysis& doc) {
    return OfPoll(doc, 0) || (doc.text.sentences.size() > 1 && OfPoll(doc, 1));
  }

  // "Two thirds of trains", "half of all trains".
  bool OfOneThing(const KeyedValue& a, const KeyedValue& b) const {
    return !FigureOf(story_, a).counted.empty() &&
           FigureOf(story_, a).counted == FigureOf(story_, b).counted;
  }

  bool Names(const std::vector<uint32_t>& subjects, uint32_t d) const {
    return NamesAny(story_, d, subjects);
  }
  const std::vector<uint32_t>& SubjectsOf(uint32_t d, bool places) const {
    const Subjects& read = SubjectsOfText(&story_, d);
    return places ? read.all : read.no_places;
  }

  // By another finder.
  bool AlreadyTold(const KeyedValue& a, const KeyedValue& b) {
    return told_.Tells(a.at.document, a.span, b.at.document, b.span);
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const KeyedDifference values_;
  std::vector<Detail>& out_;
  ToldPlaces told_;
};

}  // namespace

void CompareKeyed(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  PairReader(story, pair, out).Compare();
}

}  // namespace claimcheck
