#include "claims/value/moon.h"

#include <cmath>

namespace claimcheck {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kDegree = kPi / 180;
// 2000-01-01T12:00, and how far the even time of astronomy is ahead of clocks.
constexpr double kEpoch = 10957.5;
constexpr double kDeltaT = 66.0 / 86400;
constexpr double kElongationADay = 12.190749;
constexpr double kSunADay = 0.985647;

double Sin(double degrees) { return std::sin(degrees * kDegree); }
double Cos(double degrees) { return std::cos(degrees * kDegree); }

// 0..360
double Turn(double degrees) {
  const double rest = std::fmod(degrees, 360.0);
  return rest < 0 ? rest + 360.0 : rest;
}

// -180..180
double Signed(double degrees) {
  const double turn = Turn(degrees);
  return turn > 180 ? turn - 360 : turn;
}

double Centuries(double moment) { return (moment + kDeltaT - kEpoch) / 36525; }

// Mean angles of the Moon's motion.
struct Angles {
  double longitude, elongation, sun, moon, node;
};

Angles AnglesAt(double t) {
  return {218.3164477 + 481267.88123421 * t - 0.0015786 * t * t,
          297.8501921 + 445267.1114034 * t - 0.0018819 * t * t,
          357.5291092 + 35999.0502909 * t - 0.0001536 * t * t,
          134.9633964 + 477198.8675055 * t + 0.0087414 * t * t,
          93.2720950 + 483202.0175233 * t - 0.0036539 * t * t};
}

// Multiples of elongation, Sun's and Moon's anomaly and node, and the size in
// millionths of a degree.
struct Term {
  int elongation, sun, moon, node, size;
};

constexpr Term kLongitude[] = {
    {0, 0, 1, 0, 6288774}, {2, 0, -1, 0, 1274027}, {2, 0, 0, 0, 658314},
    {0, 0, 2, 0, 213618},  {0, 1, 0, 0, -185116},  {0, 0, 0, 2, -114332},
    {2, 0, -2, 0, 58793},  {2, -1, -1, 0, 57066},  {2, 0, 1, 0, 53322},
    {2, -1, 0, 0, 45758},  {0, 1, -1, 0, -40923},  {1, 0, 0, 0, -34720},
    {0, 1, 1, 0, -30383},  {2, 0, 0, -2, 15327},   {0, 0, 1, 2, -12528},
    {0, 0, 1, -2, 10980},  {4, 0, -1, 0, 10675},   {0, 0, 3, 0, 10034},
    {4, 0, -2, 0, 8548},   {2, 1, -1, 0, -7888},   {2, 1, 0, 0, -6766},
    {1, 0, -1, 0, -5163},  {1, 1, 0, 0, 4987},     {2, -1, 1, 0, 4036},
    {2, 0, 2, 0, 3994},    {4, 0, 0, 0, 3861},     {2, 0, -3, 0, 3665}};

constexpr Term kLatitude[] = {
    {0, 0, 0, 1, 5128122}, {0, 0, 1, 1, 280602}, {0, 0, 1, -1, 277693},
    {2, 0, 0, -1, 173237}, {2, 0, -1, 1, 55413}, {2, 0, -1, -1, 46271},
    {2, 0, 0, 1, 32573},   {0, 0, 2, 1, 17198},  {2, 0, 1, -1, 9266},
    {0, 0, 2, -1, 8822},   {2, -1, 0, -1, 8216}, {2, 0, -2, -1, 4324}};

template <size_t N>
double Sum(const Term (&terms)[N], const Angles& a, double t) {
  // The Earth's orbit grows rounder.
  const double round = 1 - 0.002516 * t;
  double sum = 0;
  for (const Term& term : terms) {
    const double angle = term.elongation * a.elongation + term.sun * a.sun +
                         term.moon * a.moon + term.node * a.node;
    const double size = term.sun == 0 ? term.size : term.size * round;
    sum += size * Sin(angle);
  }
  return sum * 1e-6;
}

// Of the ecliptic to the equator.
constexpr double kObliquity = 23.4393;

double RightAscension(double longitude, double latitude) {
  return std::atan2(Sin(longitude) * Cos(kObliquity) -
                        std::tan(latitude * kDegree) * Sin(kObliquity),
                    Cos(longitude)) /
         kDegree;
}

double Declination(double longitude, double latitude) {
  return std::asin(Sin(latitude) * Cos(kObliquity) +
                   Cos(latitude) * Sin(kObliquity) * Sin(longitude)) /
         kDegree;
}

}  // namespace

double SunLongitude(double moment) {
  const double t = Centuries(moment);
  const double anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  return Turn(280.46646 + 36000.76983 * t + 0.0003032 * t * t +
              (1.914602 - 0.004817 * t) * Sin(anomaly) +
              0.019993 * Sin(2 * anomaly) + 0.000289 * Sin(3 * anomaly) -
              0.00569);
}

double MoonLongitude(double moment) {
  const double t = Centuries(moment);
  const Angles a = AnglesAt(t);
  return Turn(a.longitude + Sum(kLongitude, a, t));
}

double MoonLatitude(double moment) {
  const double t = Centuries(moment);
  const Angles a = AnglesAt(t);
  return Sum(kLatitude, a, t);
}

double MoonElongation(double moment) {
  return Turn(MoonLongitude(moment) - SunLongitude(moment));
}

double NewMoonAtOrBefore(double moment) {
  double at = moment - MoonElongation(moment) / kElongationADay;
  for (int n = 0; n < 6; ++n) {
    at -= Signed(MoonElongation(at)) / kElongationADay;
  }
  // The Moon's uneven pace may have led to a neighbour.
  if (at > moment) return NewMoonAtOrBefore(at - 15);
  if (moment - at > 29.9) return NewMoonAtOrBefore(at + 31);
  return at;
}

double MomentOfElongation(double new_moon, double elongation) {
  double at = new_moon + elongation / kElongationADay;
  for (int n = 0; n < 6; ++n) {
    at -= Signed(MoonElongation(at) - elongation) / kElongationADay;
  }
  return at;
}

double MomentOfSun(double near, double longitude) {
  double at = near;
  for (int n = 0; n < 6; ++n) {
    at -= Signed(SunLongitude(at) - longitude) / kSunADay;
  }
  return at;
}

Sunset SunsetAt(double day, double north, double east) {
  Sunset sunset;
  sunset.moment = day + 0.75 - east / 360;
  for (int n = 0; n < 3; ++n) {
    const double sun = SunLongitude(sunset.moment);
    const double declination = Declination(sun, 0);
    const double cosine = (Sin(-0.833) - Sin(north) * Sin(declination)) /
                          (Cos(north) * Cos(declination));
    const double hour_angle = cosine >= 1    ? 0
                              : cosine <= -1 ? 180
                                             : std::acos(cosine) / kDegree;
    const double sidereal =
        280.46061837 + 360.98564736629 * (sunset.moment - kEpoch) + east;
    const double here = Signed(sidereal - RightAscension(sun, 0));
    sunset.moment += Signed(hour_angle - here) / 360.9856;
  }
  const double longitude = MoonLongitude(sunset.moment);
  const double latitude = MoonLatitude(sunset.moment);
  const double declination = Declination(longitude, latitude);
  const double sidereal =
      280.46061837 + 360.98564736629 * (sunset.moment - kEpoch) + east;
  const double hour_angle = sidereal - RightAscension(longitude, latitude);
  sunset.moon_altitude =
      std::asin(Sin(north) * Sin(declination) +
                Cos(north) * Cos(declination) * Cos(hour_angle)) /
      kDegree;
  return sunset;
}

}  // namespace claimcheck
