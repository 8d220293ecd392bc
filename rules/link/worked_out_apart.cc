// An amount that two ages or two counts of sources make.

#include "rules/link/worked_out_apart.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/decimal.h"
#include "rules/link/worked_out_numbers.h"

namespace claimcheck {
namespace {

// Where a noun may stand behind the number that counts it, in tokens.
constexpr uint32_t kNounReach = 5;
// A word of one root or of one group.
constexpr int kSameNoun = 75;

// The words that may be the noun of what stands behind a number.
bool SharesNoun(const DraftSources& sources, uint32_t draft, uint32_t here,
                TokenRange mine, uint32_t source, uint32_t there,
                TokenRange theirs) {
  const DraftWords& words = sources.words(draft);
  const DraftWords& others = sources.words(source);
  const uint32_t end = std::min(mine.end, here + kNounReach);
  const uint32_t other_end = std::min(theirs.end, there + kNounReach);
  for (uint32_t t = here; t < end; ++t) {
    if (!words.words[t].Is(DraftWord::kContent)) continue;
    for (uint32_t s = there; s < other_end; ++s) {
      if (others.words[s].Is(DraftWord::kContent) &&
          WordSupport(words, words.words[t], others, others.words[s]) >=
              kSameNoun) {
        return true;
      }
    }
  }
  return false;
}

bool IsPlainCount(const QuantityValue& value) {
  return !value.ordinal && !value.written_high &&
         value.hedge != HedgeKind::kVague &&
         (value.unit.empty() || value.dimension == "count");
}

// One amount of a source.
struct Place {
  const UnitSentence* sentence;
  const QuantityMention* mention;
};

std::vector<Place> CountsOf(const DraftSources& sources,
                            absl::Span<const UnitSentence> evidence) {
  std::vector<Place> places;
  for (const UnitSentence& other : evidence) {
    const DocumentAnalysis& source = sources.document(other.at.document);
    for (const SentenceUnit& unit : other.units) {
      if (unit.kind != SentenceUnit::kAmount) continue;
      const QuantityMention& mention = source.quantities[unit.mention];
      if (IsPlainCount(mention.value)) places.push_back({&other, &mention});
    }
  }
  return places;
}

// The number within what is counted: 34 of "nine of the train's 34 wagons".
std::optional<Decimal> NumberWithin(const DocumentAnalysis& doc,
                                    TokenRange counted) {
  for (uint32_t t = counted.begin; t < counted.end; ++t) {
    const LexHit* cardinal = doc.lex.Find(t, Lex::kCardinal);
    if (cardinal != nullptr && cardinal->entry->value) {
      return *cardinal->entry->value;
    }
    if (doc.text.tokens[t].kind == TokenKind::kNumber) {
      const auto number = ParseDecimal(doc.text.Folded(t));
      if (number.ok()) return *number;
    }
  }
  return std::nullopt;
}

bool IsRestWithin(const DraftSources& sources, const UnitSentence& draft,
                  const QuantityMention& mention, const Place& part) {
  const SentenceRef at = part.sentence->at;
  const DocumentAnalysis& source = sources.document(at.document);
  const TokenRange counted = {part.mention->tokens.begin + 1,
                              part.mention->tokens.end};
  const auto whole = NumberWithin(source, counted);
  return whole && part.mention->value.written < *whole &&
         SharesNoun(sources, draft.at.document, mention.tokens.begin + 1,
                    sources.Tokens(draft.at), at.document, counted.begin + 1,
                    {counted.begin, counted.end}) &&
         MakesDifference(mention.value, part.mention->value, *whole,
                         part.mention->value.written);
}

// "Nine of the wagons", of 34: what the others are.
bool IsRest(const DraftSources& sources, const UnitSentence& draft,
            const QuantityMention& mention, const Place& part,
            const Place& whole) {
  if (!(part.mention->value.written < whole.mention->value.written)) {
    return false;
  }
  const SentenceRef at = part.sentence->at, of = whole.sentence->at;
  const DocumentAnalysis& source = sources.document(at.document);
  const uint32_t end = part.mention->tokens.begin + 1;
  const TokenRange tokens = sources.Tokens(at);
  uint32_t behind = end;
  while (behind < end + 2 && WordAt(source.text, tokens, behind) != "of") {
    ++behind;
  }
  if (WordAt(source.text, tokens, behind) != "of") return false;
  const TokenRange here = sources.Tokens(draft.at);
  const uint32_t whole_noun = whole.mention->tokens.begin + 1;
  return SharesNoun(sources, draft.at.document, mention.tokens.begin + 1, here,
                    of.document, whole_noun, sources.Tokens(of)) &&
         SharesNoun(sources, of.document, whole_noun, sources.Tokens(of),
                    at.document, behind + 1, tokens) &&
         MakesDifference(mention.value, whole.mention->value,
                         whole.mention->value.written,
                         part.mention->value.written);
}

// "Two dairies, down from seven": five fewer.
bool IsChange(const DraftSources& sources, const UnitSentence& draft,
              const QuantityMention& mention, const Place& now,
              const Place& before) {
  const uint32_t from = before.mention->tokens.begin - 1;
  const SentenceRef at = now.sentence->at;
  const TokenRange tokens = sources.Tokens(at);
  const TokenizedText& text = sources.document(at.document).text;
  static constexpr absl::string_view kWays[] = {"down", "up"};
  if (now.sentence != before.sentence ||
      before.mention->tokens.begin < now.mention->tokens.end ||
      WordAt(text, tokens, from) != "from" ||
      !IsAnyOf(WordAt(text, tokens, from - 1), kWays)) {
    return false;
  }
  return SharesNoun(sources, draft.at.document, mention.tokens.begin + 1,
                    sources.Tokens(draft.at), at.document,
                    now.mention->tokens.begin + 1, tokens) &&
         MakesDifference(mention.value, now.mention->value,
                         now.mention->value.written,
                         before.mention->value.written);
}

}  // namespace

bool IsWorkedOutApart(const DraftSources& sources, const UnitSentence& draft,
                      uint32_t unit, absl::Span<const UnitSentence> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const QuantityMention& mention = doc.quantities[draft.units[unit].mention];
  const int number = SmallNumber(mention.value.written);
  if (number > 0 && number < kOldest && TellsAge(doc, mention)) {
    for (const UnitSentence& other : evidence) {
      const std::vector<int> years =
          YearsIn(sources.document(other.at.document), other);
      for (size_t i = 0; i < years.size(); ++i) {
        for (size_t j = i + 1; j < years.size(); ++j) {
          const int apart = std::abs(years[i] - years[j]);
          // Before the birthday of that year one is a year younger.
          if (apart == number || apart == number + 1) return true;
        }
      }
    }
  }
  static constexpr absl::string_view kCompared[] = {"older", "younger",
                                                    "senior", "junior"};
  const TokenRange here = sources.Tokens(draft.at);
  for (uint32_t t = mention.tokens.begin; t < mention.tokens.end + 2; ++t) {
    if (IsAnyOf(WordAt(doc.text, here, t), kCompared) && number > 0 &&
        AgesApart(sources, evidence, number)) {
      return true;
    }
  }
  if (!IsPlainCount(mention.value)) return false;
  const std::vector<Place> places = CountsOf(sources, evidence);
  for (const Place& a : places) {
    if (IsRestWithin(sources, draft, mention, a)) return true;
    for (const Place& b : places) {
      if (a.mention != b.mention &&
          (IsRest(sources, draft, mention, a, b) ||
           IsChange(sources, draft, mention, a, b))) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace claimcheck
