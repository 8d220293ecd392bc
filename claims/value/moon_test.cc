#include "claims/value/moon.h"

#include <cmath>

#include "claims/value/calendar.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

double Moment(int year, int month, int day, double hour) {
  return static_cast<double>(*DayNumber(year, month, day)) + hour / 24;
}

// The worked examples of Meeus, chapters 25 and 47.
TEST(Moon, StandsWhereTheTextbookSays) {
  EXPECT_NEAR(SunLongitude(Moment(1992, 10, 13, 0)), 199.907, 0.01);
  EXPECT_NEAR(MoonLongitude(Moment(1992, 4, 12, 0)), 133.163, 0.03);
  EXPECT_NEAR(MoonLatitude(Moment(1992, 4, 12, 0)), -3.229, 0.03);
}

TEST(Moon, IsNewWhenTheSunIsEclipsed) {
  // 21 August 2017, 18:30; 11 August 1999, 11:09; 29 May 1919, 13:06.
  EXPECT_NEAR(NewMoonAtOrBefore(Moment(2017, 9, 1, 0)),
              Moment(2017, 8, 21, 18.5), 0.01);
  EXPECT_NEAR(NewMoonAtOrBefore(Moment(1999, 9, 9, 0)),
              Moment(1999, 8, 11, 11.15), 0.01);
  EXPECT_NEAR(NewMoonAtOrBefore(Moment(1919, 6, 1, 0)),
              Moment(1919, 5, 29, 13.1), 0.01);
}

TEST(Moon, LastNewMoonIsNeverAheadNorAMonthBehind) {
  for (double at = Moment(1990, 1, 1, 0); at < Moment(2030, 1, 1, 0); at += 5) {
    const double moon = NewMoonAtOrBefore(at);
    EXPECT_LE(moon, at);
    EXPECT_LT(at - moon, 29.9);
  }
}

TEST(Moon, SunSetsLateInSummer) {
  // London, 21 June 2020: 20:21 universal time.
  const Sunset sunset = SunsetAt(Moment(2020, 6, 21, 0), 51.5, -0.13);
  EXPECT_NEAR(sunset.moment, Moment(2020, 6, 21, 20.36), 0.005);
}

TEST(Moon, SunReachesTheEquinox) {
  EXPECT_NEAR(MomentOfSun(Moment(2024, 3, 10, 0), 0), Moment(2024, 3, 20, 3.1),
              0.02);
}

}  // namespace
}  // namespace claimcheck
