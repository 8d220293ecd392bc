#ifndef CLAIMCHECK_CLAIMS_VALUE_MOON_H_
#define CLAIMCHECK_CLAIMS_VALUE_MOON_H_

// Where Sun and Moon stand, as well as calendars need it: the larger terms of
// Jean Meeus, Astronomical Algorithms (2nd edition), chapters 25 and 47.  A few
// hundredths of a degree, some minutes of time, for the years 1800 to 2200.
// Moments are days of universal time from 1970-01-01T00:00, as in calendar.h
// with a fraction; angles are degrees.
namespace claimcheck {

// Along the ecliptic from the equinox of the date, 0..360.
double SunLongitude(double moment);
double MoonLongitude(double moment);
double MoonLatitude(double moment);

// How far the Moon is ahead of the Sun, 0..360: 0 is new, 180 full.
double MoonElongation(double moment);

// The new moon at the moment or the last one before it.
double NewMoonAtOrBefore(double moment);

// The moment behind the new moon when the Moon is `elongation` ahead, 0..360.
double MomentOfElongation(double new_moon, double elongation);

// The moment nearest to `near` when the Sun has that longitude.
double MomentOfSun(double near, double longitude);

// The height of the Moon's centre above the horizon when the Sun sets, and the
// moment of that sunset, for a day at a place (degrees north and east).
struct Sunset {
  double moment = 0;
  double moon_altitude = 0;
};
Sunset SunsetAt(double day, double north, double east);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_VALUE_MOON_H_
