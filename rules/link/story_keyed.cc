// Figures, spans and times that two texts give to one thing, known by the words
// around them that no other value of the kind has in either text: "turnout",
// "premium", "built".

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/event_days.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {
namespace {

// Tenths of idf: of all that is shared by two values, and where the values are
// nothing like each other.
constexpr int kLeastShared = 75;
constexpr int kUnlikeShared = 130;
constexpr int kClockShared = 45;
constexpr int kMonthShared = 55;
constexpr int kYearShared = 110;
constexpr int kCountShared = 100;
// Where two digits changed places or a zero is missing.
constexpr int kSlipShared = 40;
constexpr int kOpening = 45;

// What two values have around them that no other of the kind has.
struct SharedKeys {
  int weight = 0;
  bool event = false;
};

bool HasKey(const KeyedValue& item, uint32_t id) {
  const auto at = std::lower_bound(
      item.keys.begin(), item.keys.end(), id,
      [](const ValueKey& key, uint32_t wanted) { return key.id < wanted; });
  return at != item.keys.end() && at->id == id;
}

bool Disjoint(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](uint32_t x) {
    return std::binary_search(b.begin(), b.end(), x);
  });
}

Decimal Hours(const TimeValue& span) {
  // Months and years as calendars have them on the whole.
  static constexpr struct {
    Grain unit;
    int64_t hours;
  } kUnits[] = {{Grain::kHour, 1},         {Grain::kDay, 24},
                {Grain::kWeek, 24 * 7},    {Grain::kMonth, 730},
                {Grain::kYear, 8766},      {Grain::kDecade, 87660}};
  for (const auto& unit : kUnits) {
    if (unit.unit != span.unit) continue;
    const auto hours = Multiply(*span.amount, Decimal{unit.hours, 0});
    if (hours.ok()) return *hours;
  }
  return Decimal{0, 0};
}

// Neither is more than `tenths` tenths of the other.
bool WithinTenths(const Decimal& a, const Decimal& b, int64_t tenths) {
  const auto more_a = Multiply(a, Decimal{tenths, -1});
  const auto more_b = Multiply(b, Decimal{tenths, -1});
  return more_a.ok() && more_b.ok() && !(*more_a < b) && !(*more_b < a);
}

std::array<int, 10> Digits(const Decimal& value) {
  std::array<int, 10> digits{};
  for (int64_t v = value.significand < 0 ? -value.significand
                                         : value.significand;
       v > 0; v /= 10) {
    ++digits[static_cast<size_t>(v % 10)];
  }
  return digits;
}

// The same digits in another order, or a zero more or less.
bool IsSlip(const Decimal& a, const Decimal& b) {
  if (a.significand == b.significand) return a.exponent != b.exponent;
  return a.significand >= 10 && a.exponent == b.exponent &&
         Digits(a) == Digits(b);
}

class PairReader {
 public:
  PairReader(StoryContext* story, const StoryPair& pair,
             std::vector<Detail>* out)
      : story_(*story),
        pair_(pair),
        left_(story->document(pair.left)),
        right_(story->document(pair.right)),
        out_(*out) {}

  void Compare() {
    if (!story_.OfOneState(pair_) || !OneSubject(/*places=*/true)) return;
    const auto read = [this](uint32_t d) -> const std::vector<KeyedValue>& {
      return story_.Once<std::vector<KeyedValue>>(
          d, [&] { return ReadKeyedValues(story_, d); });
    };
    const std::vector<KeyedValue>& left = read(pair_.left);
    const std::vector<KeyedValue>& right = read(pair_.right);
    struct Match {
      uint32_t left, right;
      int shared;
    };
    std::vector<Match> matches;
    std::vector<int> best_left(left.size(), 0), best_right(right.size(), 0);
    for (uint32_t i = 0; i < left.size(); ++i) {
      for (uint32_t j = 0; j < right.size(); ++j) {
        if (!Comparable(left[i], right[j])) continue;
        const SharedKeys keys = Shared(left, i, right, j);
        const int shared = keys.weight;
        if (shared == 0) continue;
        best_left[i] = std::max(best_left[i], shared);
        best_right[j] = std::max(best_right[j], shared);
        // What is done at one time of a night says nothing of what else is.
        if (left[i].kind == ValueKind::kClock && !keys.event) continue;
        matches.push_back({i, j, shared});
      }
    }
    for (const Match& match : matches) {
      const KeyedValue& a = left[match.left];
      const KeyedValue& b = right[match.right];
      if (match.shared < best_left[match.left] ||
          match.shared < best_right[match.right] ||
          !Differ(a, b, match.shared) ||
          story_.NamesDiffer(a.names, b.names) ||
          (Uncertain(left_, a) != Uncertain(right_, b) && !Slipped(a, b)) ||
          Told(right, right_, a, left_) || Told(left, left_, b, right_) ||
          OtherTimes(a, b) || AlreadyTold(a, b) ||
          OfPoll(left_, a.at.sentence) || OfPoll(right_, b.at.sentence) ||
          (IsPrice(a) && !OneSubject(/*places=*/false)) ||
          // "Today" and "today", of two days.
          left_.text.Text(a.span) == right_.text.Text(b.span)) {
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
  const QuantityValue& Figure(const DocumentAnalysis& doc,
                              const KeyedValue& item) const {
    return doc.quantities[item.mention].value;
  }
  const TimeValue& Time(const DocumentAnalysis& doc, const KeyedValue& item) const {
    return doc.times[item.mention].value;
  }

  // Values of one kind, equal or not.  Of "350,000 homes" and "530,000
  // households" the digits say that they are.
  bool Comparable(const KeyedValue& a, const KeyedValue& b) const {
    if (OneKind(left_, a, right_, b)) return true;
    if (a.kind != ValueKind::kFigure || b.kind != ValueKind::kFigure) {
      return false;
    }
    const QuantityValue& x = Figure(left_, a);
    const QuantityValue& y = Figure(right_, b);
    return x.dimension == "count" && y.dimension == "count" &&
           !x.ordinal && !y.ordinal && Slipped(a, b) &&
           std::llabs(x.written.significand) >= 10;
  }
  bool OneKind(const DocumentAnalysis& doc_a, const KeyedValue& a,
               const DocumentAnalysis& doc_b, const KeyedValue& b) const {
    if (a.kind != b.kind) return false;
    if (a.kind != ValueKind::kFigure) {
      return Time(doc_a, a).mod == Time(doc_b, b).mod;
    }
    const QuantityValue& x = Figure(doc_a, a);
    const QuantityValue& y = Figure(doc_b, b);
    return x.dimension == y.dimension && x.ordinal == y.ordinal &&
           x.per == y.per && x.change == y.change &&
           (x.dimension == "count" || x.dimension.empty()
                ? x.counted == y.counted
                : x.unit == y.unit || (x.factor && y.factor));
  }

  // What both are surrounded by and no other value of the kind is.
  SharedKeys Shared(const std::vector<KeyedValue>& left, uint32_t i,
                    const std::vector<KeyedValue>& right, uint32_t j) const {
    const KeyedValue& a = left[i];
    const KeyedValue& b = right[j];
    SharedKeys out;
    std::array<uint16_t, kMostKeys> of_word{};
    for (size_t x = 0, y = 0; x < a.keys.size() && y < b.keys.size();) {
      if (a.keys[x].id < b.keys[y].id) {
        ++x;
      } else if (b.keys[y].id < a.keys[x].id) {
        ++y;
      } else {
        const ValueKey& key = a.keys[x];
        if (key.word < kMostKeys && of_word[key.word] == 0 &&
            Unique(left_, left, i, key.id) && Unique(right_, right, j, key.id)) {
          of_word[key.word] = std::min(key.weight, b.keys[y].weight);
          out.event |= key.event && b.keys[y].event;
        }
        ++x;
      }
    }
    for (const uint16_t weight : of_word) out.weight += weight;
    // What the first sentences give as the sum or the number of the story.
    if (out.weight > 0 && a.kind == ValueKind::kFigure && Opens(a) && Opens(b) &&
        a.names.close && b.names.close) {
      out.weight += kOpening;
    }
    return out;
  }

  static bool Opens(const KeyedValue& item) { return item.at.sentence < 2; }

  bool Unique(const DocumentAnalysis& doc, const std::vector<KeyedValue>& items,
              uint32_t i, uint32_t id) const {
    for (uint32_t k = 0; k < items.size(); ++k) {
      if (k == i || !HasKey(items[k], id) ||
          !OneKind(doc, items[k], doc, items[i])) {
        continue;
      }
      if (!SameValue(doc, items[k], doc, items[i])) return false;
    }
    return true;
  }

  bool SameValue(const DocumentAnalysis& doc_a, const KeyedValue& a,
                 const DocumentAnalysis& doc_b, const KeyedValue& b) const {
    if (a.kind == ValueKind::kFigure) {
      ToleranceSpec tolerance;
      tolerance.rounding = true;
      const auto relation = RelateQuantities(
          Figure(doc_a, a), Figure(doc_b, b), tolerance, /*usual=*/true);
      return relation && *relation != RangeRelation::kDisjoint;
    }
    const TimeValue& x = Time(doc_a, a);
    const TimeValue& y = Time(doc_b, b);
    if (a.kind == ValueKind::kSpan) {
      if (x.unit == y.unit) return *x.amount == *y.amount;
      // "Two weeks" may be 15 days, "a month" four weeks.
      return WithinTenths(Hours(x), Hours(y), 12);
    }
    if (a.kind == ValueKind::kClock) return Minute(x) == Minute(y);
    const auto relation = RelateTimes(x, y);
    return relation && *relation != RangeRelation::kDisjoint;
  }

  // Of its day, which the text need not give.
  static int64_t Minute(const TimeValue& time) {
    const int64_t second = time.range.first.value_or(0) % kSecondsPerDay;
    return (second + kSecondsPerDay) % kSecondsPerDay / 60;
  }

  // An hour at most, or whole hours.
  static bool ClockSlip(int64_t a, int64_t b) {
    const int64_t apart = std::llabs(a - b);
    return apart <= 60 || apart % 60 == 0;
  }

  bool Differ(const KeyedValue& a, const KeyedValue& b, int shared) const {
    if (a.kind == ValueKind::kFigure) {
      const QuantityValue& x = Figure(left_, a);
      const QuantityValue& y = Figure(right_, b);
      ToleranceSpec tolerance;
      tolerance.rounding = true;
      const auto relation =
          RelateQuantities(x, y, tolerance, /*usual=*/true);
      if (!relation || *relation != RangeRelation::kDisjoint) return false;
      // What "more than 300" and "350" say may both hold.
      const auto literal =
          RelateQuantities(x, y, tolerance, /*usual=*/false);
      if (!literal || *literal != RangeRelation::kDisjoint) return false;
      if (Slipped(a, b)) {
        return shared >= kSlipShared ||
               (shared > 0 && x.written.significand >= kManyDigits);
      }
      if ((x.unit.empty() && x.counted.empty()) || Grew(a, b)) {
        return false;
      }
      // What is counted is one of the words.
      const bool counted = x.dimension == "count";
      return shared >= (WithinTenths(x.written, y.written, 20)
                            ? (counted ? kCountShared : kLeastShared)
                            : kUnlikeShared);
    }
    const TimeValue& x = Time(left_, a);
    const TimeValue& y = Time(right_, b);
    if (a.kind == ValueKind::kSpan) {
      if (SameValue(left_, a, right_, b) || Hours(x).significand == 0 ||
          Hours(y).significand == 0) {
        return false;
      }
      return shared >= (WithinTenths(Hours(x), Hours(y), 20) ? kLeastShared
                                                             : kUnlikeShared);
    }
    if (SameValue(left_, a, right_, b) ||
        TwoDaysOfNews(left_, left_.times[a.mention], right_,
                      right_.times[b.mention])) {
      return false;
    }
    const auto days = DaysApart(x, y);
    switch (a.kind) {
      case ValueKind::kClock:
        return x.zone_known == y.zone_known && x.has_zone == y.has_zone &&
               days && *days <= 1 && shared >= kClockShared &&
               ClockSlip(Minute(x), Minute(y));
      case ValueKind::kYear:
        return shared >= kYearShared;
      default:
        // "November" and "this November": of whatever year.
        return shared >= kMonthShared &&
               (x.year_written || y.year_written ||
                DateOfDay(*x.range.first / kSecondsPerDay).month !=
                    DateOfDay(*y.range.first / kSecondsPerDay).month);
    }
  }

  // A number of people, houses or cases that a later text has higher, or that
  // two texts of one day have from other hours.
  bool Grew(const KeyedValue& a, const KeyedValue& b) const {
    const QuantityValue& x = Figure(left_, a);
    const QuantityValue& y = Figure(right_, b);
    if (x.dimension != "count" || x.ordinal) return false;
    const auto day_a = story_.Day(pair_.left), day_b = story_.Day(pair_.right);
    if (day_a && day_b && *day_a != *day_b &&
        (*day_a < *day_b) == (x.written < y.written) &&
        (OfPeople(left_, a) || OfPeople(right_, b))) {
      return true;
    }
    return IsStillCounted(x.counted);
  }

  // "72 Germans", "12 doctors".
  static bool OfPeople(const DocumentAnalysis& doc, const KeyedValue& item) {
    const uint32_t head = doc.quantities[item.mention].head;
    return head != kNone && (doc.lex.Has(head, Lex::kDemonym) ||
                             doc.lex.Has(head, Lex::kRoleNoun));
  }

  // Said of what may be or is planned.
  bool Uncertain(const DocumentAnalysis& doc, const KeyedValue& item) const {
    const TokenRange tokens = doc.text.sentences[item.at.sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (doc.text.tokens[t].span.begin > item.span.end) break;
      const absl::string_view word = doc.text.Folded(t);
      if (word == "could" || word == "would" || word == "might" ||
          word == "may" || word == "if" || word == "not" ||
          word == "n't") {
        return true;
      }
    }
    return false;
  }

  // The text has the other one's value too, somewhere.
  bool Told(const std::vector<KeyedValue>& items, const DocumentAnalysis& doc,
            const KeyedValue& item, const DocumentAnalysis& its) const {
    if (item.kind == ValueKind::kFigure) {
      for (const QuantityMention& q : doc.quantities) {
        if (q.value.unit == Figure(its, item).unit &&
            q.value.written == Figure(its, item).written &&
            q.value.ordinal == Figure(its, item).ordinal) {
          return true;
        }
      }
      return false;
    }
    return std::any_of(items.begin(), items.end(), [&](const KeyedValue& other) {
      return OneKind(doc, other, its, item) && SameValue(doc, other, its, item);
    });
  }

  // Each sentence has a time of its own: another quarter, another year.
  bool OtherTimes(const KeyedValue& a, const KeyedValue& b) const {
    if (a.kind != ValueKind::kFigure && a.kind != ValueKind::kSpan) {
      return false;
    }
    if (story_.PastYear(a.at) != story_.PastYear(b.at) ||
        OtherQuarters(left_, a.at.sentence, right_, b.at.sentence)) {
      return true;
    }
    bool apart = false;
    for (const TimeMention& x : left_.times) {
      if (x.sentence != a.at.sentence || IsReference(left_, x)) continue;
      for (const TimeMention& y : right_.times) {
        if (y.sentence != b.at.sentence || IsReference(right_, y)) continue;
        // A weekday by itself may be of this week or the last.
        if (x.value.weekday != 0 && x.value.weekday == y.value.weekday) {
          return false;
        }
        const auto relation = RelateTimes(x.value, y.value);
        if (relation && *relation != RangeRelation::kDisjoint) return false;
        // A day off is a slip, unless it is the day of a price.
        const auto days = DaysApart(x.value, y.value);
        apart |= relation.has_value() && (IsPrice(a) || !days || *days > 0);
      }
    }
    return apart;
  }

  bool Slipped(const KeyedValue& a, const KeyedValue& b) const {
    if (a.kind != ValueKind::kFigure) return false;
    const QuantityValue& x = Figure(left_, a);
    const QuantityValue& y = Figure(right_, b);
    return x.unit == y.unit && IsSlip(x.written, y.written);
  }

  bool IsPrice(const KeyedValue& item) const {
    if (item.kind != ValueKind::kFigure) return false;
    const QuantityValue& value =
        story_.document(item.at.document).quantities[item.mention].value;
    return value.dimension == "money" || value.dimension == "percent";
  }

  // Both speak of somebody or something at the beginning or again and again.
  bool OneSubject(bool places) const {
    const std::vector<uint32_t> left = Subjects(pair_.left, places);
    const std::vector<uint32_t> right = Subjects(pair_.right, places);
    return !left.empty() && !right.empty() && !Disjoint(left, right);
  }
  std::vector<uint32_t> Subjects(uint32_t d, bool places) const {
    const DocumentAnalysis& doc = story_.document(d);
    std::vector<uint32_t> subjects;
    for (const NameMention& name : doc.names) {
      if (name.entity != kNone &&
          (places || doc.entities[name.entity].type != NameType::kPlace) &&
          (doc.entities[name.entity].mentions > 1 ||
                                   story_.InLead({d, name.sentence}))) {
        subjects.push_back(story_.corpus().GlobalEntity(d, name.entity));
      }
    }
    std::sort(subjects.begin(), subjects.end());
    return subjects;
  }

  // By another finder.
  bool AlreadyTold(const KeyedValue& a, const KeyedValue& b) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Detail& detail) {
      return detail.document == a.at.document &&
             detail.source == b.at.document && detail.span.Overlaps(a.span) &&
             detail.counterpart.Overlaps(b.span);
    });
  }

  StoryContext& story_;
  const StoryPair& pair_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  std::vector<Detail>& out_;
};

}  // namespace

void CompareKeyed(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  PairReader(story, pair, out).Compare();
}

}  // namespace claimcheck
