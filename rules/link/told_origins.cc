#include "rules/link/told_origins.h"

#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/origin_places.h"
#include "rules/link/origin_tenures.h"
#include "rules/link/origin_text.h"
#include "rules/link/origin_years.h"

namespace claimcheck {

std::optional<int32_t> YearOfOrigin(const TimeMention& time) {
  const auto second = time.value.range.first ? time.value.range.first
                                             : time.value.range.last;
  if (!second) return std::nullopt;
  return DateOfDay(DayOfSecond(*second)).year;
}

std::vector<Origin> ReadOrigins(const StoryContext& story, uint32_t d) {
  OriginText text(story, d);
  for (uint32_t s = 0; s < text.doc().text.sentences.size(); ++s) {
    if (!UsableSentence(text.doc(), s)) continue;
    ReadOriginPlaces(s, &text);
    ReadOriginTenures(s, &text);
    ReadOriginYears(s, &text);
  }
  return text.Take();
}

}  // namespace claimcheck
