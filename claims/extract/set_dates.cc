#include "claims/extract/set_dates.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// Persons and organisations that two documents must share.
constexpr int kSharedNames = 2;

// What is named often enough to be what the document is about.
absl::flat_hash_set<absl::string_view> Subjects(const DocumentAnalysis& doc) {
  absl::flat_hash_set<absl::string_view> keys;
  for (const Entity& e : doc.entities) {
    if (e.type == NameType::kPerson || e.type == NameType::kOrganisation) {
      keys.insert(e.key);
    }
  }
  return keys;
}

bool Related(const absl::flat_hash_set<absl::string_view>& subjects,
             const DocumentAnalysis& other) {
  int shared = 0;
  for (const Entity& e : other.entities) {
    if ((e.type == NameType::kPerson || e.type == NameType::kOrganisation) &&
        subjects.contains(e.key) && ++shared >= kSharedNames) {
      return true;
    }
  }
  return false;
}

using Day = std::tuple<int32_t, int8_t, int8_t>;

// An event is covered for a few days; older texts are background.
constexpr int64_t kCoverageDays = 3;

int64_t NumberOf(const Day& day) {
  return DayNumber(std::get<0>(day), std::get<1>(day), std::get<2>(day))
      .value_or(0);
}

Day DayOf(const DocumentDate& date) {
  return {date.year, date.month, date.day};
}

}  // namespace

void DateUndated(const Extractor& extractor, Depth depth,
                 absl::Span<DocumentAnalysis* const> documents) {
  std::vector<std::pair<DocumentAnalysis*, DocumentDate>> guesses;
  for (DocumentAnalysis* doc : documents) {
    if (doc->date.known) continue;
    const auto subjects = Subjects(*doc);
    std::vector<Day> days;
    for (const DocumentAnalysis* other : documents) {
      if (other->date.known && Related(subjects, *other)) {
        days.push_back(DayOf(other->date));
      }
    }
    if (days.empty()) continue;
    std::sort(days.begin(), days.end());
    Day common = days.front();
    size_t most = 0;
    for (size_t i = 0; i < days.size();) {
      size_t j = i;
      while (j < days.size() && days[j] == days[i]) ++j;
      if (j - i > most) {
        most = j - i;
        common = days[i];
      }
      i = j;
    }
    // The first day of the coverage around the most common one.
    Day best = common;
    for (const Day& day : days) {
      if (day < best && NumberOf(common) - NumberOf(day) <= kCoverageDays) {
        best = day;
      }
    }
    DocumentDate date;
    date.known = true;
    std::tie(date.year, date.month, date.day) = best;
    date.source = DateSource::kOtherDocuments;
    guesses.emplace_back(doc, date);
  }
  // After all guesses are made: a guess is no evidence for another.
  for (auto& [doc, date] : guesses) extractor.Redate(date, depth, doc);
}

}  // namespace claimcheck
