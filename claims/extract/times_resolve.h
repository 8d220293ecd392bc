#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RESOLVE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RESOLVE_H_

#include <cstdint>
#include <optional>

#include "claims/extract/analysis.h"
#include "claims/extract/times_calendar.h"
#include "claims/extract/times_parts.h"
#include "claims/extract/times_tense.h"
#include "claims/value/time_value.h"

namespace claimcheck {

// Gives time expressions their values, in the order of the text: each may refer
// to the ones before it.  One object for one document.
class TimeResolver {
 public:
  // A document's way of speaking of time.
  enum class Style : uint8_t {
    kNews,       // of what is around the day of publication
    kNarrative,  // of the past, dates going on from one another
    kMessage,    // a few words that look ahead
  };

  TimeResolver(const DocumentDate& date, Style style);

  // The value of `parts`, and the context for those that follow; `aside` when
  // it is no part of that ("well into 1941").
  TimeValue Resolve(const TimeParts& parts, Tense tense, bool aside = false);

  // Forgets what was spoken of: another part of the text begins.
  void ForgetContext() { context_ = Context(); }

  // `count` units from a day that is known: "two months after <event>".
  TimeValue CountFromDay(int64_t day, Grain unit, int32_t count,
                         TimeAnchor anchor) const;

 private:
  // The latest periods spoken of, each at its grain or finer.
  struct Context {
    std::optional<DayRange> day;
    std::optional<DayRange> week;
    std::optional<DayRange> month;
    std::optional<DayRange> quarter;
    std::optional<DayRange> year;
    std::optional<DayRange> any;
    std::optional<DayRange> report;  // the quarter reported on
  };

  struct Draft;

  void ResolvePoint(const TimeParts& p, Tense tense, TimeValue* out);
  void ResolveAmount(const TimeParts& p, TimeValue* out) const;
  bool ResolveStretch(const TimeParts& p, TimeValue* out) const;
  void ResolveSet(const TimeParts& p, TimeValue* out) const;

  // Which stretch: times_resolve_base.cc.
  bool Coarse(const TimeParts& p, Tense tense, Draft* draft,
              TimeValue* out) const;
  void Decade(const TimeParts& p, Draft* draft) const;
  void CountHours(const TimeParts& p, Draft* draft, TimeValue* out) const;
  // The period that "last week" or "two days later" gives; false if unknown.
  bool Base(const TimeParts& p, Tense tense, Draft* draft) const;
  void NearDay(const TimeParts& p, Draft* draft, TimeValue* out) const;
  void Shift(const TimeParts& p, Draft* draft, TimeValue* out) const;
  void CountedDay(const TimeParts& p, Draft* draft) const;

  // Which of the periods of a report: times_resolve_report.cc.
  bool ComparedPeriod(const TimeParts& p, Draft* draft, TimeValue* out) const;

  // Which part of it: times_resolve_day.cc.
  void Finer(const TimeParts& p, Tense tense, Draft* draft,
             TimeValue* out) const;
  void MonthDate(const TimeParts& p, Tense tense, Draft* draft,
                 TimeValue* out) const;
  void Nth(const TimeParts& p, Draft* draft, TimeValue* out) const;
  void SeasonOrQuarter(const TimeParts& p, Tense tense, Draft* draft) const;
  void DayOfMonth(const TimeParts& p, Tense tense, Draft* draft,
                  TimeValue* out) const;
  void NamedWeekday(const TimeParts& p, Tense tense, Draft* draft,
                    TimeValue* out) const;

  // Which days a holiday is: times_resolve_holiday.cc.
  void Holiday(const TimeParts& p, Tense tense, Draft* draft) const;
  std::optional<int32_t> HolidayYear(const TimeParts& p, int64_t today) const;

  // Which of the years or weeks: times_resolve_nearest.cc.
  bool InferYear(const TimeParts& p, int month, int day, Tense tense,
                 int32_t* year, TimeAnchor* anchor) const;
  bool Weekday(const TimeParts& p, Tense tense, Draft* draft) const;

  // Which part of the day: times_resolve_clock.cc.
  void ClockAlone(const TimeParts& p, Tense tense, Draft* draft) const;
  void AddClock(const TimeParts& p, Draft* draft, TimeValue* out) const;

  // What messages make of it: times_resolve_message.cc.
  bool PartOfPeriod(const TimeParts& p, Draft* draft, TimeValue* out) const;
  bool RestOfPeriod(Draft* draft, TimeValue* out) const;
  bool AstronomicalSeason(const TimeParts& p, TimeValue* out) const;
  void MomentOfWriting(TimeValue* out) const;
  bool ClockStretch(const TimeParts& p, TimeValue* out) const;

  void Remember(const DayRange& range);

  const DocumentDate& date_;
  const Style style_;
  std::optional<int64_t> today_;
  Context context_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_RESOLVE_H_
