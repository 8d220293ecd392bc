#include "rules/engine/fates_of_all.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "rules/link/people_outcome.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Nobody is two of these, but for those who die later.
constexpr std::array<Outcome, 3> kFates = {Outcome::kDead, Outcome::kMissing,
                                           Outcome::kRescued};

// "41", "at least 41": there are no fewer.
bool IsLowerBound(const QuantityMention& mention) {
  const QuantityValue& value = mention.value;
  return mention.kind == QuantityKind::kNumber && !value.written_high &&
         !value.ordinal && value.written.exponent >= 0 &&
         (value.hedge == HedgeKind::kNone || value.hedge == HedgeKind::kExactly ||
          value.hedge == HedgeKind::kAtLeast);
}

// "Two of those rescued died in hospital": who is in two numbers.
bool DiedLater(const DocumentAnalysis& doc) {
  uint32_t died_in = kNone;  // the last sentence with "died"
  for (uint32_t t = 0; t < doc.text.tokens.size(); ++t) {
    const absl::string_view word = doc.text.Folded(t);
    if (word == "died" || word == "dying") died_in = doc.text.sentence_of[t];
    if (died_in == doc.text.sentence_of[t] &&
        words::kDyingLater.Contains(doc.text.tokens[t].word)) {
      return true;
    }
  }
  return false;
}

// The missing are found dead, and are in two numbers until somebody counts again.
bool TellsOfBodies(const DocumentAnalysis& doc) {
  return std::any_of(
      doc.text.tokens.begin(), doc.text.tokens.end(), [](const Token& token) {
        return words::kDeadBodies.Contains(token.word);
      });
}

// "In 2009 74 people died when another ferry sank".
bool TellsOfAnotherYear(const DocumentAnalysis& doc, uint32_t sentence) {
  const auto times = MentionsIn(doc.times, sentence);
  return std::any_of(times.begin(), times.end(), [](const TimeMention& time) {
    return time.value.year_written || time.value.grain == Grain::kYear;
  });
}

}  // namespace

PartsOfTotal FindFatesOfAll(const DocumentAnalysis& doc, const QuantityMention& total) {
  const auto index = static_cast<uint32_t>(&total - doc.quantities.data());
  OutcomeCount all;
  if (!IsLowerBound(total) || total.value.hedge == HedgeKind::kAtLeast ||
      !ReadOutcome(doc, index, &all) || all.outcome != Outcome::kAboard) {
    return {};
  }
  std::array<const QuantityMention*, kFates.size()> of_fate{};
  const bool bodies = TellsOfBodies(doc);
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityMention& mention = doc.quantities[q];
    OutcomeCount count;
    if (q == index || TellsOfAnotherYear(doc, mention.sentence)) continue;
    if (mention.value.counted == "survivor") {
      count.outcome = Outcome::kRescued;
    } else if (!ReadOutcome(doc, q, &count)) {
      continue;
    }
    // Told again; or another number.
    if (count.outcome == Outcome::kAboard &&
        (q < index || mention.value.written != total.value.written)) {
      return {};
    }
    if (count.outcome == Outcome::kMissing && bodies) continue;
    for (size_t f = 0; f < kFates.size(); ++f) {
      if (kFates[f] != count.outcome) continue;
      if (!IsLowerBound(mention) || count.rest ||
          (of_fate[f] != nullptr &&
           of_fate[f]->value.written != mention.value.written)) {
        return {};
      }
      if (of_fate[f] == nullptr) of_fate[f] = &mention;
    }
  }
  PartsOfTotal out;
  Decimal sum;
  for (const QuantityMention* part : of_fate) {
    if (part == nullptr) continue;
    const auto more = Add(sum, part->value.written);
    // One fate that is all of them may be told of those on the shore.
    if (!more.ok() || !(part->value.written < total.value.written)) return {};
    sum = *more;
    out.parts.push_back({part->value.written, part->value.last_digit});
    out.place = out.parts.size() == 1 ? part->number : out.place.Hull(part->number);
  }
  if (out.parts.size() < 2 || !(total.value.written < sum) || DiedLater(doc)) return {};
  return out;
}

}  // namespace claimcheck
