// The figures and times of a draft.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/quantity.h"
#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"
#include "rules/link/linked_value.h"
#include "rules/link/worked_out.h"
#include "rules/link/worked_out_apart.h"

namespace claimcheck {
namespace {

// A figure is another's: from how much on of what is around it is around the
// other, and how much the trees tie it to that, and more than to its own.
constexpr int kLinkedOther = 40, kLeastOtherLink = 40, kMuchMore = 30;
// What the source says of the rest of the sentence, in hundredths.
constexpr int kAllElse = 75;
// The noun counted is the same, and how much else ties the figures together.
constexpr int kSameCounted = 75, kLeastExchangedLink = 70;

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

// "Half", "two thirds" and "twice" are what a writer makes of other figures.
bool IsWorkedOut(const DocumentAnalysis& doc, const QuantityMention& mention) {
  if (mention.value.unit == "time") return true;
  if (!mention.value.unit.empty() || !(mention.value.written < Decimal{1, 0})) {
    return false;
  }
  for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    if (doc.text.tokens[t].kind == TokenKind::kNumber) return false;
  }
  return true;
}

}  // namespace

TokenRange DraftReader::TokensIn(SentenceRef at, Span span) const {
  const TokenizedText& text = sources_.document(at.document).text;
  TokenRange tokens = sources_.Tokens(at);
  while (!tokens.empty() && text.tokens[tokens.begin].span.begin < span.begin) {
    ++tokens.begin;
  }
  while (!tokens.empty() && text.tokens[tokens.end - 1].span.end > span.end) {
    --tokens.end;
  }
  return tokens;
}

void DraftReader::NarrowToDifference(Detail* detail) const {
  if (!detail->clean || detail->departure != Departure::kValue) return;
  TokenRange mine = TokensIn(draft_, detail->span);
  TokenRange theirs = TokensIn({detail->source, detail->source_sentence},
                               detail->counterpart);
  const TokenizedText& text = doc().text;
  const TokenizedText& other = sources_.document(detail->source).text;
  // The sign of a currency is no part of the number.
  while (!theirs.empty() &&
         other.tokens[theirs.begin].kind != TokenKind::kWord &&
         other.tokens[theirs.begin].kind != TokenKind::kNumber) {
    ++theirs.begin;
  }
  while (mine.size() > 1 && !theirs.empty() &&
         text.Folded(mine.end - 1) == other.Folded(theirs.end - 1)) {
    --mine.end;
    --theirs.end;
  }
  while (mine.size() > 1 && !theirs.empty() &&
         text.Folded(mine.begin) == other.Folded(theirs.begin)) {
    ++mine.begin;
    ++theirs.begin;
  }
  const auto is_word = [&](uint32_t t) {
    return text.tokens[t].kind == TokenKind::kWord ||
           text.tokens[t].kind == TokenKind::kNumber;
  };
  while (mine.size() > 1 && !is_word(mine.begin)) ++mine.begin;
  while (mine.size() > 1 && !is_word(mine.end - 1)) --mine.end;
  if (!mine.empty()) detail->span = text.SpanOf(mine);
}

bool DraftReader::DraftHasValue(uint32_t source,
                                const SentenceUnit& other) const {
  return std::any_of(here_.units.begin(), here_.units.end(),
                     [&](const SentenceUnit& mine) {
                       return mine.kind == other.kind &&
                              UnitSupport(sources_, draft_.document, mine,
                                          source, other) > 0;
                     });
}

void DraftReader::FindOtherValue(uint32_t unit, const Places& held_at,
                                 Detail* detail) const {
  const bool counted =
      std::any_of(held_at.begin(), held_at.end(), [&](const auto& place) {
        return CountTheSame(unit, *place.first, place.second) == Truth::kYes;
      });
  const bool of_the_day =
      !held_at.empty() && !NamesAYear(draft_);
  for (const UnitSentence& sentence : near_) {
    const DocumentAnalysis& source = sources_.document(sentence.at.document);
    // "In 1998, when 21 people died" is of another outbreak.
    if (of_the_day && NamesAYear(sentence.at)) continue;
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      if (!ValuesDiffer(doc(), here_.units[unit], source,
                        sentence.units[j])) {
        continue;
      }
      if (counted && CountTheSame(unit, sentence, j) != Truth::kYes) continue;
      // "Two of the five": the draft has both.
      if (DraftHasValue(sentence.at.document, sentence.units[j])) continue;
      const int context = SharedContext(sources_, here_, unit, sentence, j,
                                        Synonyms::kListed);
      if (context <= detail->other_context) continue;
      detail->other_context = context;
      detail->departure = Departure::kValue;
      SetCounterpart(sentence.at, sentence.units[j].tokens, detail);
    }
  }
}

void DraftReader::FindValueOfTheSame(uint32_t unit, Detail* detail) const {
  const auto found =
      FindLinkedValue(sources_, here_, unit, near_, &frames_);
  if (!found) return;
  detail->clean = true;
  detail->departure = Departure::kValue;
  detail->other_context = std::max(detail->other_context, found->context);
  SetCounterpart(found->at, found->tokens, detail);
}

void DraftReader::FindSlotValue(uint32_t unit, Detail* detail) const {
  if (best_.covered < kFollows) return;
  for (const Slot& slot : best_.slots) {
    if (unit < slot.draft_begin || unit >= slot.draft_end) continue;
    if (!slot.anchored || slot.size() > kCleanSlot) return;
    uint32_t values = 0, at = kNone;
    for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
      if (best_.source_units[j].kind == SentenceUnit::kWord) continue;
      ++values;
      at = j;
    }
    if (values != 1 || !ValuesDiffer(doc(), here_.units[unit],
                                     sources_.document(best_.source.document),
                                     best_.source_units[at])) {
      return;
    }
    // Where much else differs another event is spoken of.
    if (!IsOfTheSame(
            sources_, here_, unit,
            SentenceOf(best_.source.document, best_.source.sentence), at,
            &frames_)) {
      return;
    }
    detail->clean = true;
    detail->departure = Departure::kValue;
    detail->other_context = std::max(detail->other_context, best_.covered);
    SetCounterpart(best_.source, best_.source_units[at].tokens, detail);
    return;
  }
}

void DraftReader::ReadOne(uint32_t unit, const QuantityMention& mention) {
  Detail detail = Start(DetailKind::kFigure, mention.tokens);
  detail.span = mention.number;
  FindSlotValue(unit, &detail);
  if (detail.clean) out_.push_back(detail);
}

void DraftReader::ReadVague(uint32_t unit, const QuantityMention& mention) {
  if (values_.HoldsFigure(doc(), here_.units[unit].mention)) return;
  Detail detail = Start(DetailKind::kFigure, mention.tokens);
  if (!mention.number.empty()) detail.span = mention.number;
  FindValueOfTheSame(unit, &detail);
  FindSlotValue(unit, &detail);
  if (detail.clean) out_.push_back(detail);
}

void DraftReader::ReadResult(uint32_t unit) {
  const uint32_t key = here_.units[unit].mention;
  if (values_.HoldsScore(key) || values_.MayHaveStood(key)) return;
  Detail detail = Start(DetailKind::kFigure, here_.units[unit].tokens);
  detail.held = DetailHeld::kNowhere;
  FindValueOfTheSame(unit, &detail);
  FindSlotValue(unit, &detail);
  // What sources tell in prose, or not at all, is not looked for.
  if (detail.clean) out_.push_back(detail);
}

void DraftReader::FindBetterLink(uint32_t unit, const Places& places,
                                 Detail* detail) const {
  if (detail->departure != Departure::kValue ||
      detail->other_context < kLinkedOther ||
      detail->other_context < detail->same_context) {
    return;
  }
  const QuantityValue& value =
      doc().quantities[here_.units[unit].mention].value;
  int other_link = kLeastOtherLink - 1;
  const UnitSentence* at = nullptr;
  uint32_t other = 0;
  for (const UnitSentence& sentence : near_) {
    const DocumentAnalysis& source = sources_.document(sentence.at.document);
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      if (!ValuesDiffer(doc(), here_.units[unit], source, sentence.units[j]) ||
          !OfOneOrder(value,
                      source.quantities[sentence.units[j].mention].value) ||
          SharedContext(sources_, here_, unit, sentence, j,
                        Synonyms::kListed) < kLinkedOther) {
        continue;
      }
      const int link = frames_.Link(here_, unit, sentence, j);
      if (link <= other_link) continue;
      other_link = link;
      at = &sentence;
      other = j;
    }
  }
  if (at == nullptr) return;
  for (const auto& [sentence, j] : places) {
    if (other_link - frames_.Link(here_, unit, *sentence, j) < kMuchMore) {
      return;
    }
  }
  detail->same_context = 0;
  detail->like = kNone;
  SetCounterpart(at->at, at->units[other].tokens, detail);
}

uint32_t DraftReader::CountedBy(const UnitSentence& sentence,
                                uint32_t unit) const {
  const SentenceUnit& of = sentence.units[unit];
  if (of.kind != SentenceUnit::kAmount) return kNone;
  const uint32_t head =
      sources_.document(sentence.at.document).quantities[of.mention].head;
  return head != kNone && of.tokens.Contains(head) ? head : kNone;
}

Truth DraftReader::CountTheSame(uint32_t unit, const UnitSentence& sentence,
                                uint32_t j) const {
  const uint32_t mine = CountedBy(here_, unit), theirs = CountedBy(sentence, j);
  if (mine == kNone || theirs == kNone) return Truth::kUnknown;
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(sentence.at.document);
  const int support =
      WordSupport(words, words.words[mine], others, others.words[theirs]);
  return support >= kSameCounted ? Truth::kYes
         : support == 0          ? Truth::kNo
                                 : Truth::kUnknown;
}

void DraftReader::FindExchanged(uint32_t unit, const Places& places,
                                Detail* detail) const {
  // What the sources count with it the draft counts with another figure.
  for (const auto& [sentence, j] : places) {
    if (CountTheSame(unit, *sentence, j) != Truth::kNo) return;
    bool exchanged = false;
    for (uint32_t u = 0; u < here_.units.size(); ++u) {
      exchanged |= u != unit &&
                   CountTheSame(u, *sentence, j) == Truth::kYes;
    }
    if (!exchanged) return;
  }
  int best = kLeastExchangedLink - 1;
  for (const UnitSentence& sentence : near_) {
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      if (CountTheSame(unit, sentence, j) != Truth::kYes ||
          !ValuesDiffer(doc(), here_.units[unit],
                        sources_.document(sentence.at.document),
                        sentence.units[j])) {
        continue;
      }
      const int link = frames_.Link(here_, unit, sentence, j);
      if (link <= best) continue;
      best = link;
      detail->departure = Departure::kValue;
      detail->same_context = 0;
      detail->like = kNone;
      detail->other_context = std::max(detail->other_context, link);
      SetCounterpart(sentence.at, sentence.units[j].tokens, detail);
    }
  }
}

void DraftReader::ReadFigure(uint32_t unit) {
  const uint32_t q = here_.units[unit].mention;
  const QuantityMention& mention = doc().quantities[q];
  const absl::string_view words = doc().text.Text(mention.number);
  if (words == "a" || words == "an") return;
  if (words == "one" || words == "One") {
    ReadOne(unit, mention);
    return;
  }
  // "Dozens" and "several" are no figures to be looked up.
  if (mention.value.hedge == HedgeKind::kVague ||
      IsWorkedOut(doc(), mention)) {
    ReadVague(unit, mention);
    return;
  }
  Detail detail = Start(DetailKind::kFigure, mention.tokens);
  // A sum with its currency, of other amounts the number.
  if (mention.value.dimension == "money") {
    detail.span = mention.span;
  } else if (!mention.number.empty()) {
    detail.span = mention.number;
  }
  const bool held = values_.HoldsFigure(doc(), q);
  detail.held = held ? DetailHeld::kSomewhere : DetailHeld::kNowhere;
  Places linked;
  // Of a figure that no source has, nothing of the sort is told.
  Truth same_outcome = Truth::kNo;
  if (held) {
    const auto places = values_.PlacesOf(doc(), q, kMostPlaces);
    // Held in words that are no amount: nothing to compare.
    if (places.empty()) return;
    for (const ValueSupport::Figure& place : places) {
      const QuantityMention& other =
          sources_.document(place.document).quantities[place.quantity];
      const UnitSentence& sentence =
          SentenceOf(place.document, other.sentence);
      for (uint32_t j = 0; j < sentence.units.size(); ++j) {
        if (sentence.units[j].kind != SentenceUnit::kAmount ||
            sentence.units[j].mention != place.quantity) {
          continue;
        }
        linked.emplace_back(&sentence, j);
        NoteSame(sentence, j, SharedContext(sources_, here_, unit, sentence, j),
                 &detail);
      }
    }
    detail.held = DetailHeld::kElsewhere;
    same_outcome = HasOutcomeOf(q, places);
  }
  FindOtherValue(unit, linked, &detail);
  if (held) {
    FindBetterLink(unit, linked, &detail);
    FindExchanged(unit, linked, &detail);
  }
  if (detail.held == DetailHeld::kNowhere) FindValueOfTheSame(unit, &detail);
  FindSlotValue(unit, &detail);
  // "Leaves 18 dead" where 18 people were killed, whatever stands around it.
  if (same_outcome == Truth::kYes) {
    detail.same_context = 100;
  } else if (same_outcome == Truth::kNo && !detail.clean) {
    FindOtherOutcome(unit, &detail);
  }
  if (IsSumOrDifference(sources_, here_, unit, near_)) return;
  if (detail.held == DetailHeld::kNowhere && !detail.clean &&
      (IsPercentApart(sources_, here_, unit, near_) ||
       IsCountOfOthers(sources_, here_, unit, near_))) {
    return;
  }
  // Where all else is the same, the same is told of the rest.
  const bool all_else =
      detail.clean && CoveredBy({detail.source, detail.source_sentence},
                                mention.tokens.begin) >= kAllElse;
  if (!all_else && (IsRestOfWhole(sources_, here_, unit, near_) ||
                    (!held && IsProductOfTwo(sources_, here_, unit, near_)) ||
                    IsWorkedOutApart(sources_, here_, unit, near_))) {
    return;
  }
  FindCrossed(unit, &detail);
  NarrowToDifference(&detail);
  out_.push_back(detail);
}

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
