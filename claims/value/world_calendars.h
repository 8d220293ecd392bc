#ifndef CLAIMCHECK_CLAIMS_VALUE_WORLD_CALENDARS_H_
#define CLAIMCHECK_CLAIMS_VALUE_WORLD_CALENDARS_H_

#include <cstdint>
#include <optional>

// Days of other calendars that fall in a year of ours, numbered as in
// calendar.h.  None when there is no such day in that year; the first one when
// there are two.
namespace claimcheck {

// The Jewish calendar; months from Nisan (1), Tishri is 7, Adar 12: the second
// one in years that have two.  The daylight day; it begins the evening before.
std::optional<int64_t> HebrewDay(int32_t year, int month, int day);

// The Islamic calendar as computed for Mecca: a month begins the day after the
// first sunset behind the new moon that the Moon outlasts (the rule of Umm
// al-Qura).  Elsewhere it may be a day later.
std::optional<int64_t> IslamicDay(int32_t year, int month, int day);

// The Indian lunisolar calendar with months from new moon to new moon, Chaitra
// 1; `tithi` 1..30 is a thirtieth of the month, 16..30 of the waning Moon.  The
// day is the first one on which the tithi is current at that hour (0..24, mean
// time of Ujjain): 6 for what sunrise decides, 18 sunset, 24 midnight.
std::optional<int64_t> HinduDay(int32_t year, int month, int tithi, int hour);

// The day when the Sun enters a sign of the Indian zodiac, Mesha 1 (mid-April),
// Makara 10 (mid-January); after sunset, the next one.
std::optional<int64_t> SankrantiDay(int32_t year, int sign);

// The day in the Sun's month of that sign when the Moon stands in a nakshatra,
// one of 27, at sunrise.
std::optional<int64_t> NakshatraDay(int32_t year, int sign, int nakshatra);

// The Chinese calendar, by new moons and solar terms at Beijing; a month is
// numbered by the term that falls in it.  (In 2033-34, when a term shares its
// month with another, it is a month early.)
std::optional<int64_t> ChineseDay(int32_t year, int month, int day);

// The calendar of the Parsis: years of 365 days throughout; months of 30.
std::optional<int64_t> ParsiDay(int32_t year, int month, int day);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_WORLD_CALENDARS_H_
