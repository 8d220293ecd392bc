// The figures of a draft: counts, sums of money, scores.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/quantity.h"
#include "rules/link/amount_support.h"
#include "rules/link/attachment.h"
#include "rules/link/draft_reader.h"
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

}  // namespace claimcheck
