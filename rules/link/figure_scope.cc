#include "rules/link/figure_scope.h"

#include <algorithm>
#include <cstdint>

#include "claims/text/word_table.h"
#include "claims/value/decimal.h"

namespace claimcheck {
namespace {

// Tokens from a figure to "by dusk".
constexpr uint32_t kMomentReach = 8;

bool IsNumber(const DocumentAnalysis& doc, uint32_t token) {
  return doc.text.tokens[token].kind == TokenKind::kNumber ||
         doc.lex.Has(token, Lex::kCardinal);
}

// "15 of the 18 crew" beside "18 crew".
bool IsPartOf(const DocumentAnalysis& doc, const QuantityMention& part,
              const DocumentAnalysis& whole_doc, const QuantityMention& whole) {
  const uint32_t number = whole_doc.text.tokens[whole.tokens.begin].word;
  const uint32_t end = std::max(part.tokens.end, part.counted.end);
  for (uint32_t t = part.tokens.begin; t < end; ++t) {
    if (doc.text.tokens[t].span.begin >= part.number.end && IsNumber(doc, t) &&
        doc.text.tokens[t].word == number) {
      return true;
    }
  }
  return false;
}

// The word that says as of when: of "by dusk", "by Saturday noon", "at the time"; 0: none.
uint32_t MomentOf(const DocumentAnalysis& doc, const QuantityMention& figure) {
  constexpr FewWords kMoments({"dusk", "dawn", "nightfall", "daybreak", "sunset", "sunrise",
                               "noon", "midday", "midnight"});
  const uint32_t end = std::min(doc.text.sentences[figure.sentence].tokens.end,
                                figure.tokens.end + kMomentReach);
  for (uint32_t t = figure.tokens.end; t + 1 < end; ++t) {
    if (doc.text.IsChar(t, ',') || doc.text.IsChar(t, ';')) break;
    // "40 staff at the time": no longer.
    if (t + 2 < end && doc.text.Folded(t) == "at" && doc.text.Folded(t + 1) == "the" &&
        doc.text.Folded(t + 2) == "time") {
      return doc.text.tokens[t + 2].word;
    }
    if (doc.text.Folded(t) != "by") continue;
    const uint32_t word = doc.text.tokens[t + 1].word;
    const bool time =
        kMoments.Contains(word) ||
        std::any_of(doc.times.begin(), doc.times.end(), [&](const TimeMention& mention) {
          return mention.tokens.begin == t + 1 && mention.value.kind != TimeKind::kDuration;
        });
    if (time) return word;
  }
  return 0;
}

// "Came first with 44 percent".
bool IsGotten(const DocumentAnalysis& doc, const QuantityMention& figure) {
  return figure.value.dimension == "percent" && figure.tokens.begin > 0 &&
         doc.text.Folded(figure.tokens.begin - 1) == "with";
}

// "Can take 56 passengers", "a capacity of 56": how many there may be.
bool IsCapacity(const DocumentAnalysis& doc, const QuantityMention& figure) {
  constexpr uint32_t kReach = 5;
  constexpr FewWords kAllowed({"capacity", "licensed", "licence", "license", "certified",
                               "approved", "room", "space"});
  constexpr FewWords kMay({"can", "could", "designed", "built"});
  constexpr FewWords kTaking({"take", "carry", "hold", "accommodate", "seat", "sleep", "fit"});
  const uint32_t first = doc.text.sentences[figure.sentence].tokens.begin;
  const uint32_t begin = figure.tokens.begin;
  bool taking = false;
  for (uint32_t t = begin; t > first && begin - t < kReach; --t) {
    const uint32_t word = doc.text.tokens[t - 1].word;
    if (kAllowed.Contains(word)) return true;
    if (taking && kMay.Contains(word)) return true;
    taking |= kTaking.Contains(word);
  }
  return false;
}

bool IsOfThem(const DocumentAnalysis& doc, const QuantityMention& figure) {
  const uint32_t end = figure.tokens.end;
  return figure.head == kNone && end + 1 < doc.text.tokens.size() &&
         doc.text.Folded(end) == "of" && doc.text.Folded(end + 1) == "them";
}

// "140 children", "2,100 hours, 1,400 of them at night": of a time that stands before it.
bool IsOfHours(const DocumentAnalysis& doc, const QuantityMention& figure) {
  if (!IsOfThem(doc, figure)) return false;
  const TimeMention* time = nullptr;
  for (const TimeMention& other : doc.times) {
    if (other.sentence == figure.sentence && other.tokens.end <= figure.tokens.begin &&
        other.value.kind == TimeKind::kDuration) {
      time = &other;
    }
  }
  return time != nullptr &&
         std::none_of(doc.quantities.begin(), doc.quantities.end(),
                      [&](const QuantityMention& other) {
                        return other.tokens.begin >= time->tokens.end &&
                               other.tokens.end <= figure.tokens.begin;
                      });
}

// "They call for one latrine for 20 people", "there should be": no such thing is.
bool IsDemanded(const DocumentAnalysis& doc, const QuantityMention& figure) {
  const uint32_t first = doc.text.sentences[figure.sentence].tokens.begin;
  for (uint32_t t = first; t + 1 < figure.tokens.begin; ++t) {
    if (doc.text.Folded(t) == "should" ||
        ((doc.text.Folded(t) == "call" || doc.text.Folded(t) == "calls") &&
         doc.text.Folded(t + 1) == "for")) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool HoldsBare(const DocumentAnalysis& doc, const QuantityValue& figure) {
  constexpr Decimal kMany = {100, 0};
  return kMany < figure.written &&
         std::any_of(doc.quantities.begin(), doc.quantities.end(),
                     [&](const QuantityMention& other) {
                       return other.value.dimension.empty() && other.value.unit.empty() &&
                              !other.value.ordinal && other.value.written == figure.written;
                     });
}

bool OfOtherScopes(const DocumentAnalysis& doc, const QuantityMention& figure,
                   const DocumentAnalysis& other_doc, const QuantityMention& other) {
  return IsPartOf(doc, figure, other_doc, other) || IsPartOf(other_doc, other, doc, figure) ||
         MomentOf(doc, figure) != MomentOf(other_doc, other) ||
         IsGotten(doc, figure) != IsGotten(other_doc, other) ||
         IsCapacity(doc, figure) != IsCapacity(other_doc, other) ||
         IsOfHours(doc, figure) != IsOfHours(other_doc, other) ||
         IsDemanded(doc, figure) != IsDemanded(other_doc, other);
}

}  // namespace claimcheck
