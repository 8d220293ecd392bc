#include "claims/extract/set_dates.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// Persons and organisations that two documents must share.
constexpr uint32_t kSharedNames = 2;

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

// Who and what a document speaks of: its persons and organisations, sorted.
std::vector<absl::string_view> Subjects(const DocumentAnalysis& doc) {
  std::vector<absl::string_view> keys;
  for (const Entity& e : doc.entities) {
    if (e.type == NameType::kPerson || e.type == NameType::kOrganisation) {
      keys.push_back(e.key);
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// The dated documents by what they speak of: an undated one meets those that
// share a subject with it, not all.
class DatedDocuments {
 public:
  explicit DatedDocuments(absl::Span<DocumentAnalysis* const> documents) {
    for (const DocumentAnalysis* doc : documents) {
      if (!doc->date.known) continue;
      const std::vector<absl::string_view> subjects = Subjects(*doc);
      if (subjects.size() < kSharedNames) continue;
      for (absl::string_view key : subjects) {
        by_subject_[key].push_back(static_cast<uint32_t>(days_.size()));
      }
      days_.push_back(DayOf(doc->date));
    }
    shared_.resize(days_.size());
  }

  // The days of those that share enough with `subjects`, sorted.
  std::vector<Day> Related(const std::vector<absl::string_view>& subjects) {
    std::vector<Day> days;
    if (days_.empty() || subjects.size() < kSharedNames) return days;
    std::vector<uint32_t> met;
    for (absl::string_view key : subjects) {
      const auto it = by_subject_.find(key);
      if (it == by_subject_.end()) continue;
      for (uint32_t d : it->second) {
        if (++shared_[d] == 1) met.push_back(d);
        if (shared_[d] == kSharedNames) days.push_back(days_[d]);
      }
    }
    for (uint32_t d : met) shared_[d] = 0;
    std::sort(days.begin(), days.end());
    return days;
  }

 private:
  absl::flat_hash_map<absl::string_view, std::vector<uint32_t>> by_subject_;
  std::vector<Day> days_;
  std::vector<uint32_t> shared_;  // subjects, while one document is looked at
};

}  // namespace

void DateUndated(const Extractor& extractor, Depth depth,
                 absl::Span<DocumentAnalysis* const> documents) {
  std::vector<std::pair<DocumentAnalysis*, DocumentDate>> guesses;
  DatedDocuments dated(documents);
  // Copies of one text speak of the same, and are looked up once.
  absl::flat_hash_map<std::vector<absl::string_view>, std::vector<Day>> known;
  for (DocumentAnalysis* doc : documents) {
    if (doc->date.known) continue;
    std::vector<absl::string_view> subjects = Subjects(*doc);
    if (subjects.size() < kSharedNames) continue;
    auto [it, is_new] = known.try_emplace(std::move(subjects));
    if (is_new) it->second = dated.Related(it->first);
    const std::vector<Day>& days = it->second;
    if (days.empty()) continue;
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
