// How many died, were hurt or are missing: counts of people in a draft, by what
// became of them.

#include <optional>
#include <vector>

#include "claims/value/truth.h"
#include "rules/link/draft_reader.h"
#include "rules/link/people_outcome.h"

namespace claimcheck {
namespace {

bool AllAtLarge(const DocumentAnalysis& doc, const OutcomeCount& count) {
  for (const uint32_t t : count.group) {
    if (!IsPeopleAtLarge(doc, count, t)) return false;
  }
  return true;
}

}  // namespace

bool DraftReader::NamesAYear(SentenceRef at) const {
  for (const TimeMention& time : sources_.document(at.document).times) {
    if (time.sentence == at.sentence && time.value.year_written) return true;
  }
  return false;
}

Truth DraftReader::HasOutcomeOf(
    uint32_t quantity,
    const std::vector<ValueSupport::Figure>& places) const {
  OutcomeCount mine;
  if (!ReadOutcome(doc(), quantity, &mine) || mine.rest) return Truth::kUnknown;
  Truth same = Truth::kNo;
  for (const ValueSupport::Figure& place : places) {
    OutcomeCount theirs;
    if (!ReadOutcome(sources_.document(place.document), place.quantity,
                     &theirs) ||
        theirs.rest) {
      same = Truth::kUnknown;
    } else if (theirs.outcome == mine.outcome) {
      return Truth::kYes;
    }
  }
  return same;
}

void DraftReader::FindOtherOutcome(uint32_t unit, Detail* detail) const {
  const uint32_t quantity = here_.units[unit].mention;
  OutcomeCount mine;
  if (!ReadOutcome(doc(), quantity, &mine) || mine.rest || !AllAtLarge(doc(), mine) ||
      NamesAYear(draft_)) {
    return;
  }
  const UnitSentence* at = nullptr;
  uint32_t found = 0;
  for (const UnitSentence& sentence : near_) {
    const DocumentAnalysis& source = sources_.document(sentence.at.document);
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      OutcomeCount theirs;
      if (sentence.units[j].kind != SentenceUnit::kAmount ||
          !ReadOutcome(source, sentence.units[j].mention, &theirs) ||
          theirs.rest || theirs.outcome != mine.outcome) {
        continue;
      }
      // Another number of the same, of which there is no third.
      if (!ValuesDiffer(doc(), here_.units[unit], source, sentence.units[j]) ||
          !AllAtLarge(source, theirs) ||
          NamesAYear(sentence.at) ||
          (at != nullptr &&
           !(source.quantities[sentence.units[j].mention].value.written ==
             sources_.document(at->at.document)
                 .quantities[at->units[found].mention]
                 .value.written))) {
        return;
      }
      if (at == nullptr) {
        at = &sentence;
        found = j;
      }
    }
  }
  if (at == nullptr) return;
  detail->clean = true;
  detail->departure = Departure::kValue;
  detail->same_context = 0;
  detail->like = kNone;
  detail->other_context = 100;
  SetCounterpart(at->at, at->units[found].tokens, detail);
}

}  // namespace claimcheck
