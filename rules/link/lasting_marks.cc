#include "rules/link/lasting_marks.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "rules/link/aftershocks.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// What lasted some time, by whichever of its names.
struct Lasting {
  absl::string_view id;
  const WordSet* words;
};
constexpr Lasting kLasting[] = {
    {"lasting:gathering", &words::kLastingGathering},
    {"lasting:visit", &words::kLastingVisit},
    {"lasting:siege", &words::kLastingSiege},
    {"lasting:strike", &words::kLastingStrike},
    {"lasting:flight", &words::kLastingFlight},
    {"lasting:trial", &words::kLastingTrial},
    {"lasting:search", &words::kLastingSearch},
    {"lasting:truce", &words::kLastingTruce},
    {"lasting:fight", &words::kLastingFight},
    {"lasting:talks", &words::kLastingTalks},
};

}  // namespace

void AddLasting(const DocumentAnalysis& doc, TokenRange sentence,
                TokenRange value, KeyedValue* item) {
  constexpr uint32_t kNounReach = 4;   // behind "two-week"
  constexpr uint32_t kLastReach = 4;   // "lasted for nearly"
  constexpr uint32_t kSubjectReach = 8;
  constexpr uint16_t kLastingWeight = 80;
  static constexpr std::initializer_list<absl::string_view> kParts = {
      "first", "last", "final", "next", "past", "opening", "closing"};
  if (item->kind != ValueKind::kSpan) return;
  const auto add = [item](absl::string_view id) {
    item->keys.push_back({WordHash(id), kFrameWord, kLastingWeight,
                          /*event=*/false});
    item->once = true;
  };
  const auto lasting = [&](uint32_t t) -> absl::string_view {
    for (const Lasting& what : kLasting) {
      if (what.words->Contains(doc.text.tokens[t].word)) return what.id;
    }
    return "";
  };
  const Grain unit = doc.times[item->mention].value.unit;
  if (unit <= Grain::kMinute && !OfAftershock(doc, item->at.sentence)) {
    // "It lasted ten seconds".
    if (unit == Grain::kSecond && value.begin > sentence.begin &&
        (words::kLastVerbs.Contains(doc.text.tokens[value.begin - 1].word) ||
         words::kLastVerbs.Contains(
             doc.text.tokens[value.begin - std::min(2u, value.begin)].word))) {
      add("lasting:shaking");
      return;
    }
    for (uint32_t t = value.begin;
         t > sentence.begin && value.begin - t < kSubjectReach; --t) {
      if (!words::kFrameShaking.Contains(doc.text.tokens[t - 1].word)) continue;
      add("lasting:shaking");
      return;
    }
  }
  // Up to what belongs to the noun no longer.
  for (uint32_t t = value.end;
       t < std::min(sentence.end, value.end + kNounReach); ++t) {
    // "Six hours of debate", not "the first six hours of debate".
    if (t == value.end && doc.text.Folded(t) == "of") {
      if (IsOneOf(doc.text.Folded(value.begin), kParts) ||
          (value.end > value.begin + 1 &&
           IsOneOf(doc.text.Folded(value.begin + 1), kParts)) ||
          (value.begin > sentence.begin &&
           IsOneOf(doc.text.Folded(value.begin - 1), kParts))) {
        break;
      }
      continue;
    }
    if (!lasting(t).empty()) {
      add(lasting(t));
      return;
    }
    if (!doc.text.IsChar(t, '-') &&
        (doc.text.tokens[t].kind != TokenKind::kWord ||
         doc.lex.Has(t, Lex::kPreposition) || doc.lex.Has(t, Lex::kAuxiliary) ||
         doc.lex.Has(t, Lex::kConjunction) || doc.lex.Has(t, Lex::kDeterminer))) {
      break;
    }
  }
  for (uint32_t t = value.begin;
       t > sentence.begin && value.begin - t < kLastReach; --t) {
    if (!words::kLastVerbs.Contains(doc.text.tokens[t - 1].word)) continue;
    for (uint32_t k = t - 1;
         k > sentence.begin && t - k < kSubjectReach; --k) {
      if (lasting(k - 1).empty()) continue;
      add(lasting(k - 1));
      return;
    }
  }
}

}  // namespace claimcheck
