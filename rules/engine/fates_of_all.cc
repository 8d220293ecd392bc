#include "rules/engine/fates_of_all.h"

#include <array>
#include <cstdint>

#include "rules/link/people_outcome.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Nobody is two of these, but for those who die later.
constexpr std::array<Outcome, 3> kFates = {Outcome::kDead, Outcome::kMissing,
                                           Outcome::kRescued};

bool IsExact(const QuantityMention& mention) {
  const QuantityValue& value = mention.value;
  return mention.kind == QuantityKind::kNumber && !value.written_high &&
         !value.ordinal && value.written.exponent >= 0 &&
         (value.hedge == HedgeKind::kNone || value.hedge == HedgeKind::kExactly ||
          value.hedge == HedgeKind::kAtLeast);
}

// "Two of those rescued died in hospital": who is in two numbers.
bool DiedLater(const DocumentAnalysis& doc) {
  for (uint32_t t = 1; t < doc.text.tokens.size(); ++t) {
    const absl::string_view word = doc.text.Folded(t);
    if ((word == "later" || word == "hospital" || word == "wounds" ||
         word == "injuries") &&
        doc.text.sentences[doc.text.sentence_of[t]].IsProse()) {
      const TokenRange all = doc.text.sentences[doc.text.sentence_of[t]].tokens;
      for (uint32_t k = all.begin; k < t; ++k) {
        if (doc.text.Folded(k) == "died" || doc.text.Folded(k) == "dying") return true;
      }
    }
  }
  return false;
}

}  // namespace

PartsOfTotal FindFatesOfAll(const DocumentAnalysis& doc, const QuantityMention& total) {
  const auto index = static_cast<uint32_t>(&total - doc.quantities.data());
  OutcomeCount all;
  if (!IsExact(total) || total.value.hedge == HedgeKind::kAtLeast ||
      !ReadOutcome(doc, index, &all) || all.outcome != Outcome::kAboard) {
    return {};
  }
  std::array<const QuantityMention*, kFates.size()> of_fate{};
  for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
    const QuantityMention& mention = doc.quantities[q];
    OutcomeCount count;
    if (q == index) continue;
    if (mention.value.counted == "survivor") {
      count.outcome = Outcome::kRescued;
    } else if (!ReadOutcome(doc, q, &count)) {
      continue;
    }
    if (count.outcome == Outcome::kAboard &&
        mention.value.written != total.value.written) {
      return {};
    }
    for (size_t f = 0; f < kFates.size(); ++f) {
      if (kFates[f] != count.outcome) continue;
      if (!IsExact(mention) || count.rest ||
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
