#include "rules/link/story_years.h"

#include <algorithm>

#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// Fewer years prove nothing: an event and some that it is compared with.
constexpr size_t kManyYears = 12;
// Of the years of the text with fewer, in hundredths, that the other has too.
constexpr size_t kLeastShared = 25;

}  // namespace

std::vector<int32_t> WrittenYears(const DocumentAnalysis& doc) {
  std::vector<int32_t> years;
  for (const TimeMention& time : doc.times) {
    if (!time.value.year_written || !time.value.range.first) continue;
    years.push_back(DateOfDay(DayOfSecond(*time.value.range.first)).year);
  }
  std::sort(years.begin(), years.end());
  return years;
}

bool OfOtherYears(const std::vector<int32_t>& a,
                  const std::vector<int32_t>& b) {
  const size_t fewer = std::min(a.size(), b.size());
  if (fewer < kManyYears) return false;
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      ++shared, ++i, ++j;
    }
  }
  return shared * 100 < fewer * kLeastShared;
}

}  // namespace claimcheck
