// Figures, spans and times that two texts give to one thing, known by the words
// around them that no other value of the kind has in either text: "turnout",
// "premium", "built".

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "rules/link/aftershocks.h"
#include "rules/link/figure_kinds.h"
#include "rules/link/keyed_difference.h"
#include "rules/link/keyed_names.h"
#include "rules/link/keyed_times.h"
#include "rules/link/same_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"
#include "rules/link/story_keys.h"
#include "rules/link/story_subjects.h"
#include "rules/link/story_values.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Of texts that hang together loosely.
constexpr int kLooseShared = 110;
// Somebody or something is named beside both times.
constexpr int kNamed = 25;
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
        names_(story, pair, values_),
        times_(*story, pair, values_),
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
          KeyedDifference::MeetClose(a, b)) {
        match.shared += kNamed;
      }
    }
    // What both texts give alike says nothing of what else stands beside it.
    std::vector<bool> same;  // of each match
    for (const KeyMatch& match : matches) {
      same.push_back(SameValue(story_, left[match.left], right[match.right]));
    }
    const std::vector<bool> settled_left = Settled(matches, same, left.size(), true);
    const std::vector<bool> settled_right = Settled(matches, same, right.size(), false);
    std::vector<int> best_left(left.size(), 0), best_right(right.size(), 0);
    for (size_t m = 0; m < matches.size(); ++m) {
      const KeyMatch& match = matches[m];
      if (!same[m] && (settled_left[match.left] || settled_right[match.right])) {
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
      if (!one_state && !times_.OfOnePast(a, b) &&
          ((a.kind != ValueKind::kYear &&
            a.kind != ValueKind::kClock) ||
           !match.event || times_.OfTheDay(a, b))) {
        continue;
      }
      if (pair_.loose && a.kind != ValueKind::kClock &&
          a.kind != ValueKind::kYear &&
          (match.shared < (Slipped(story_, a, b) || names_.OfOneName(a, b)
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
          (!(a.once && b.once) && names_.Differ(a, b, match.shared)) ||
          (a.kind == ValueKind::kYear && names_.OtherPlaces(a, b)) ||
          ((IsAge(story_, a) || a.group == ChildrenGroup()) && names_.OtherPerson(a, b)) ||
          (values_.IsLength(a) &&
           (names_.OfAnother(a, pair_.right) || names_.OfAnother(b, pair_.left))) ||
          (Uncertain(left_, a) != Uncertain(right_, b) &&
           !Slipped(story_, a, b)) ||
          OfOtherIncidents(a, b) ||
          Told(right, right_, a) || Told(left, left_, b) || values_.IsUpdate(a, b) ||
          times_.OtherTimes(a, b, match.shared) || AlreadyTold(a, b) ||
          OfPoll(left_, a.at.sentence) || OfPoll(right_, b.at.sentence) ||
          (a.kind >= ValueKind::kClock && (TellsPoll(left_) || TellsPoll(right_))) ||
          OtherBase(a, b) || IsNew(left_, a) != IsNew(right_, b) ||
          (values_.IsPrice(a) && !match.framed &&
           (OtherOwners(&story_, pair_) ||
            (!values_.OfOneThing(a, b) &&
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

  static bool IsCounted(const QuantityMention& figure) {
    const QuantityValue& value = figure.value;
    return !value.ordinal && (value.dimension.empty() || value.dimension == "count");
  }
  // "In August 71 were found dead", "in March eleven were found": months of two things.
  bool OfOtherIncidents(const KeyedValue& a, const KeyedValue& b) const {
    if (a.kind != ValueKind::kMonth) return false;
    bool differ = false;
    for (const QuantityMention& x : MentionsIn(left_.quantities, a.at.sentence)) {
      for (const QuantityMention& y : MentionsIn(right_.quantities, b.at.sentence)) {
        if (!IsCounted(x) || !IsCounted(y)) continue;
        if (x.value.written == y.value.written) return false;
        differ = true;
      }
    }
    return differ;
  }

  // Of the values of one side those that share most with one that says the same.
  std::vector<bool> Settled(const std::vector<KeyMatch>& matches,
                            const std::vector<bool>& same, size_t values,
                            bool of_left) const {
    std::vector<int> most(values, 0);
    std::vector<bool> settled(values, false);
    for (size_t m = 0; m < matches.size(); ++m) {
      const KeyMatch& match = matches[m];
      const uint32_t at = of_left ? match.left : match.right;
      if (match.shared > most[at] || (match.shared == most[at] && same[m])) {
        most[at] = match.shared;
        settled[at] = same[m];
      }
    }
    return settled;
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

  // "Up from 37 percent in January", in the text of a poll.
  static bool TellsPoll(const DocumentAnalysis& doc) {
    return OfPoll(doc, 0) || (doc.text.sentences.size() > 1 && OfPoll(doc, 1));
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
  const KeyedNames names_;
  const KeyedTimes times_;
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
