// The times of a draft.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"
#include "rules/link/time_atoms.h"
#include "rules/link/worked_out.h"
#include "rules/link/worked_out_apart.h"

namespace claimcheck {
namespace {

// Of two times: told of other acts, and of one.
constexpr int kMostOfOtherAct = 30, kLeastOfSameAct = 60;

// The months of a season, as widely as people speak of it; of the northern half
// of the world.
struct SeasonMonths {
  absl::string_view season;
  uint32_t first, last;
};
constexpr SeasonMonths kSeasons[] = {
    {"SP", 3, 6}, {"SU", 6, 9}, {"FA", 9, 12}, {"WI", 12, 15}};

bool IsMonthOf(const TimeAtom& month, const TimeAtom& season) {
  if (month.kind != TimeAtom::kMonth && month.kind != TimeAtom::kMonthDay) {
    return false;
  }
  const uint32_t number =
      month.kind == TimeAtom::kMonth ? month.value : month.value / 100;
  for (const SeasonMonths& months : kSeasons) {
    if (WordHash(months.season) != season.value) continue;
    return (number >= months.first && number <= months.last) ||
           number + 12 <= months.last;
  }
  return false;
}

}  // namespace

void DraftReader::ReadTime(uint32_t unit) {
  const uint32_t time = here_.units[unit].mention;
  bool loose = false;
  const std::vector<TokenRange> missing =
      values_.MissingTimes(doc(), time, &loose);
  // "In spring", of what a source tells of May.
  if (missing.size() == 1 && HoldsMonthOfSeason(time)) return;
  TokenRange tokens = doc().times[time].tokens;
  Detail detail = Start(DetailKind::kTime, tokens);
  if (!missing.empty()) {
    detail.held = DetailHeld::kNowhere;
    tokens = {missing.front().begin, missing.back().end};
    detail.span = doc().text.SpanOf(tokens);
  } else if (!NamesADay(time)) {
    // Years and quarters are taken over from the sentences before.
    detail.held = DetailHeld::kSomewhere;
  } else {
    detail.held = DetailHeld::kElsewhere;
    const auto places = values_.PlacesOfTime(doc(), time, kMostPlaces);
    if (places.empty()) detail.held = DetailHeld::kSomewhere;
    for (const SentenceRef place : places) {
      const UnitSentence& sentence =
          SentenceOf(place.document, place.sentence);
      for (uint32_t j = 0; j < sentence.units.size(); ++j) {
        if (sentence.units[j].kind != SentenceUnit::kTime ||
            UnitSupport(sources_, draft_.document, here_.units[unit],
                        sentence.at.document, sentence.units[j]) == 0) {
          continue;
        }
        NoteSame(sentence, j, SharedContext(sources_, here_, unit, sentence, j),
                 &detail);
      }
    }
  }
  FindOtherValue(unit, {}, &detail);
  if (detail.held == DetailHeld::kNowhere) FindValueOfTheSame(unit, &detail);
  FindSlotValue(unit, &detail);
  // "Left in 2009", "joined in 2001".
  if (detail.clean &&
      IsOfOppositeAct(unit, {detail.source, detail.source_sentence},
                      detail.counterpart)) {
    detail.clean = false;
    detail.departure = Departure::kNone;
  }
  if (missing.empty() && !detail.clean) FindTimeOfOtherAct(unit, &detail);
  if (loose && !detail.clean) detail.held = DetailHeld::kSomewhere;
  if (detail.held == DetailHeld::kNowhere &&
      (IsWorkedOutTime(sources_, here_, unit, near_) ||
       IsTimeWorkedOutApart(sources_, here_, unit, near_))) {
    return;
  }
  NarrowToDifference(&detail);
  out_.push_back(detail);
}

bool DraftReader::HoldsMonthOfSeason(uint32_t time) const {
  for (const TimeAtom& season : ReadTimeAtoms(doc(), doc().times[time])) {
    if (season.kind != TimeAtom::kSeason) continue;
    for (const UnitSentence& sentence : near_) {
      const DocumentAnalysis& source = sources_.document(sentence.at.document);
      for (const SentenceUnit& unit : sentence.units) {
        if (unit.kind != SentenceUnit::kTime) continue;
        for (const TimeAtom& month :
             ReadTimeAtoms(source, source.times[unit.mention])) {
          if (IsMonthOf(month, season)) return true;
        }
      }
    }
  }
  return false;
}

void DraftReader::FindTimeOfOtherAct(uint32_t unit, Detail* detail) const {
  const SentenceUnit& mine = here_.units[unit];
  const auto acts = [](const ValueFrame& frame) {
    return std::any_of(frame.parts.begin(), frame.parts.end(),
                       [](const ValueFrame::Part& part) {
                         return part.role == ValueFrame::kPredicate;
                       });
  };
  if (doc().times[mine.mention].value.amount ||
      !acts(frames_.FrameOf(here_, unit))) {
    return;
  }
  const auto places = values_.PlacesOfTime(doc(), mine.mention, kMostPlaces);
  for (const SentenceRef place : places) {
    const UnitSentence& sentence = SentenceOf(place.document, place.sentence);
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      if (sentence.units[j].kind != SentenceUnit::kTime ||
          UnitSupport(sources_, draft_.document, mine, place.document,
                      sentence.units[j]) == 0) {
        continue;
      }
      // Told of the same act, or of none: a date line.
      if (!acts(frames_.FrameOf(sentence, j)) ||
          frames_.Link(here_, unit, sentence, j) > kMostOfOtherAct) {
        return;
      }
    }
  }
  int best = kLeastOfSameAct - 1;
  for (const UnitSentence& sentence : near_) {
    // In one sentence two acts are told apart by their times.
    if (std::find(places.begin(), places.end(), sentence.at) == places.end()) {
      continue;
    }
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      const SentenceUnit& other = sentence.units[j];
      if (!ValuesDiffer(doc(), mine, sources_.document(sentence.at.document),
                        other) ||
          DraftHasValue(sentence.at.document, other)) {
        continue;
      }
      const int link = frames_.Link(here_, unit, sentence, j);
      if (link <= best) continue;
      best = link;
      detail->held = DetailHeld::kElsewhere;
      detail->departure = Departure::kValue;
      detail->same_context = 0;
      detail->like = kNone;
      detail->other_context = 100;
      SetCounterpart(sentence.at, other.tokens, detail);
    }
  }
}

bool DraftReader::NamesADay(uint32_t time) const {
  for (const TimeAtom& atom : ReadTimeAtoms(doc(), doc().times[time])) {
    if (atom.kind != TimeAtom::kYear && atom.kind != TimeAtom::kQuarter &&
        atom.kind != TimeAtom::kHalf && atom.kind != TimeAtom::kSpan &&
        atom.kind != TimeAtom::kDecade && !atom.loose()) {
      return true;
    }
  }
  return false;
}

}  // namespace claimcheck
