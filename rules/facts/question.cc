#include "rules/facts/question.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace claimcheck {
namespace {

using Words = std::vector<absl::string_view>;

bool IsYear(absl::string_view word) {
  return word.size() == 4 &&
         std::all_of(word.begin(), word.end(), [](char c) {
           return absl::ascii_isdigit(static_cast<unsigned char>(c));
         });
}

// How many words all of them end with, leaving one of each at least.
size_t SharedEnd(const std::vector<Words>& values) {
  size_t shared = 0;
  for (;; ++shared) {
    for (const Words& words : values) {
      if (words.size() < shared + 2 ||
          words[words.size() - 1 - shared] !=
              values[0][values[0].size() - 1 - shared]) {
        return shared;
      }
    }
  }
}

}  // namespace

std::string JoinAlternatives(std::vector<std::string> values,
                             Alternatives kind) {
  std::vector<std::string> kept;
  for (std::string& value : values) {
    if (std::find(kept.begin(), kept.end(), value) == kept.end()) {
      kept.push_back(std::move(value));
    }
  }
  if (kept.size() < 2 || kind == Alternatives::kOther) {
    return absl::StrJoin(kept, " or ");
  }
  std::vector<Words> words;
  for (const std::string& value : kept) {
    words.push_back(absl::StrSplit(value, ' ', absl::SkipEmpty()));
    if (words.back().empty()) return absl::StrJoin(kept, " or ");
  }
  size_t shared = SharedEnd(words);
  if (kind == Alternatives::kTimes) {
    // A lone "12" beside "early morning of 13 September" is no day to a reader:
    // of dates that differ in more than a word only the year stands once.
    const bool single = std::all_of(
        words.begin(), words.end(),
        [&](const Words& w) { return w.size() == shared + 1; });
    if (!single) shared = shared > 0 && IsYear(words[0].back()) ? 1 : 0;
  }
  // In "about seven or four hours" the hedge would be of both.
  if (kind == Alternatives::kAmounts &&
      std::any_of(words.begin(), words.end() - 1, [&](const Words& w) {
        return w.size() > words.back().size();
      })) {
    shared = 0;
  }
  std::vector<std::string> parts;
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    parts.push_back(absl::StrJoin(words[i].begin(),
                                  words[i].end() - static_cast<long>(shared),
                                  " "));
  }
  parts.push_back(kept.back());
  return absl::StrJoin(parts, " or ");
}

absl::string_view PrepositionOf(absl::string_view place) {
  for (absl::string_view site :
       {"Airport", "Stadium", "Station", "University", "Spaceport",
        "Cosmodrome", "Palace", "Hotel", "Airfield", "Arena"}) {
    if (absl::EndsWithIgnoreCase(place, site)) return "at";
  }
  return "in";
}

}  // namespace claimcheck
