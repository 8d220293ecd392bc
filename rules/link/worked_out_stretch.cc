// A stretch of years or decades that two years or ages of sources lie apart.

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/time_atoms.h"
#include "rules/link/worked_out_apart.h"
#include "rules/link/worked_out_numbers.h"

namespace claimcheck {
namespace {

// So many years may lie between the last year that a source names and the day
// on which it was written.
constexpr int kSinceLastYear = 12;

// The years that a stretch of time is long, and how many it may be off: "some
// seven decades" are five more or less.
struct Stretch {
  int years = -1;
  int off = 0;
};

Stretch LengthOf(const DocumentAnalysis& doc, const TimeMention& time) {
  if (time.value.amount) {
    const int count = SmallNumber(*time.value.amount);
    if (count < 0) return {};
    if (time.value.unit == Grain::kYear) {
      return {count, time.value.mod == "APPROX" ? count / 20 + 1 : 0};
    }
    if (time.value.unit == Grain::kDecade && count < 50) {
      return {count * 10, std::min(count, 5)};
    }
    if (time.value.unit == Grain::kCentury && count < 20) {
      return {count * 100, 12};
    }
    return {};
  }
  for (const TimeAtom& atom : ReadTimeAtoms(doc, time)) {
    if (atom.kind != TimeAtom::kSpan) continue;
    for (uint32_t years = 1; years < 200; ++years) {
      if (atom.value == SpanKey("year", years)) {
        return {static_cast<int>(years), 0};
      }
    }
  }
  return {};
}

bool AreApart(int a, int b, const Stretch& stretch) {
  return std::abs(std::abs(a - b) - stretch.years) <= stretch.off;
}

// The last year that a source names.
int LastYear(const DocumentAnalysis& doc) {
  int last = 0;
  for (const TimeMention& time : doc.times) {
    for (const TimeAtom& atom : ReadTimeAtoms(doc, time)) {
      if (atom.kind == TimeAtom::kYear) {
        last = std::max(last, static_cast<int>(atom.value));
      }
    }
  }
  return last;
}

// Years that lie between two events: "two years after", "it took him 17 years".
bool CountsYears(const TokenizedText& text, TokenRange sentence) {
  static constexpr absl::string_view kCues[] = {
      "after", "before", "later", "earlier", "took", "take", "takes", "until"};
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (IsAnyOf(text.Folded(t), kCues)) return true;
  }
  return false;
}

// The years that a source names first: of what it tells.
std::vector<int> FirstYears(const DocumentAnalysis& doc) {
  std::vector<int> years;
  for (const TimeMention& time : doc.times) {
    if (time.sentence > 1) break;
    for (const TimeAtom& atom : ReadTimeAtoms(doc, time)) {
      if (atom.kind == TimeAtom::kYear) {
        years.push_back(static_cast<int>(atom.value));
      }
    }
  }
  return years;
}

// "For the first time since 1954": how long that is, the day of writing tells.
bool IsSince(const DraftSources& sources, const UnitSentence& other,
             const Stretch& stretch) {
  const DocumentAnalysis& doc = sources.document(other.at.document);
  const TokenRange tokens = sources.Tokens(other.at);
  for (const SentenceUnit& unit : other.units) {
    if (unit.kind != SentenceUnit::kTime) continue;
    const TokenRange at = doc.times[unit.mention].tokens;
    if (WordAt(doc.text, tokens, at.begin) != "since" &&
        WordAt(doc.text, tokens, at.begin - 1) != "since") {
      continue;
    }
    const int last = LastYear(doc);
    for (const TimeAtom& atom : ReadTimeAtoms(doc, doc.times[unit.mention])) {
      if (atom.kind != TimeAtom::kYear) continue;
      const int since = static_cast<int>(atom.value);
      const int now = since + stretch.years;
      if (since == last) return true;
      if (now + stretch.off >= last - 1 &&
          now - stretch.off <= last + kSinceLastYear) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool IsTimeWorkedOutApart(const DraftSources& sources,
                          const UnitSentence& draft, uint32_t unit,
                          absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const Stretch stretch =
      LengthOf(doc, doc.times[draft.units[unit].mention]);
  if (stretch.years < 0) return false;
  if (AgesApart(sources, evidence, stretch.years)) return true;
  const std::vector<int> mine = YearsIn(doc, draft);
  const bool counted = CountsYears(doc.text, sources.Tokens(draft.at));
  for (size_t i = 0; i < evidence.size(); ++i) {
    const DocumentAnalysis& source =
        sources.document(evidence[i].at.document);
    if (IsSince(sources, evidence[i], stretch)) return true;
    const std::vector<int> theirs = YearsIn(source, evidence[i]);
    for (const int year : theirs) {
      for (const int later : theirs) {
        if (year != later && AreApart(year, later, stretch)) return true;
      }
      // "Two years after the fire", of which the source told the year before.
      for (size_t k = 0; counted && k < evidence.size(); ++k) {
        for (const int later :
             YearsIn(sources.document(evidence[k].at.document), evidence[k])) {
          if (year != later && AreApart(year, later, stretch)) return true;
        }
      }
      for (const int first : FirstYears(source)) {
        if (counted && year != first && AreApart(year, first, stretch)) {
          return true;
        }
      }
      // Of two sentences where the draft names one of the years itself.
      for (const int named : mine) {
        if (year != named && AreApart(year, named, stretch)) return true;
      }
    }
  }
  return false;
}

}  // namespace claimcheck
