#include "claims/extract/times_style.h"

#include <algorithm>
#include <cstdint>

#include "claims/extract/times_tense.h"

namespace claimcheck {
namespace {

// Fewer tokens than this are a message or a phrase, not an article.
constexpr size_t kFewTokens = 40;

// A tale of former times names its time at once, within this many tokens.
constexpr uint32_t kOpening = 100;

// And fewer than this without a full stop a phrase, not a sentence.
constexpr size_t kFewestOfSentence = 6;

// "The president is expected to arrive", "Hollis will visit Norway": what a
// report says of others, not what one says to another.
bool TellsOfAPlan(const DocumentAnalysis& doc, TokenRange sentence) {
  constexpr uint64_t kOthers = Bit(Lex::kCountry) | Bit(Lex::kDemonym) |
                               Bit(Lex::kCapital) | Bit(Lex::kRoleNoun) |
                               Bit(Lex::kTitle) | Bit(Lex::kOrganisation) |
                               Bit(Lex::kOrgNoun) | Bit(Lex::kMetonym);
  bool others = false, plan = false;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    others |= (doc.lex.Mask(t) & kOthers) != 0;
    plan |= doc.lex.Has(t, Lex::kPlanCue);
  }
  return others && plan;
}

// A short text is a message ("lunch on Tuesday", "Are you free in May?") unless
// it tells of others and of what was, in a whole sentence: that is a piece of
// news.
bool IsMessage(const DocumentAnalysis& doc, TimeReader reader) {
  if (!IsShortText(doc)) return false;
  const uint32_t count = static_cast<uint32_t>(doc.text.tokens.size());
  if (count == 0 || !doc.text.tokens[0].Is(Token::kCapital)) return true;
  if (!doc.text.IsChar(count - 1, '.') &&
      (count < kFewestOfSentence || doc.text.IsChar(count - 1, '?'))) {
    return true;
  }
  for (uint32_t t = 0; t < count; ++t) {
    const LexHit* pronoun = doc.lex.Find(t, Lex::kPronoun);
    if (pronoun != nullptr &&
        (pronoun->entry->HasTag("first") || doc.text.Folded(t) == "you")) {
      return true;
    }
  }
  for (const Sentence& sentence : doc.text.sentences) {
    reader.Enter(sentence.tokens);
    if (HasPastVerb(reader) || TellsOfAPlan(doc, sentence.tokens)) return false;
  }
  return true;
}

}  // namespace

bool IsShortText(const DocumentAnalysis& doc) {
  return doc.text.tokens.size() < kFewTokens;
}

TimeResolver::Style StyleOf(const DocumentAnalysis& doc, TimeReader reader) {
  if (IsMessage(doc, reader)) return TimeResolver::Style::kMessage;
  reader.Enter({0, static_cast<uint32_t>(doc.text.tokens.size())});
  constexpr uint64_t kNear = Bit(Lex::kWeekday) | Bit(Lex::kTimeDeictic);
  const int here = doc.date.known ? doc.date.year : 2100;
  const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
  uint32_t far_years = 0, first_far = size;
  const auto add = [&](uint32_t i) {
    ++far_years;
    first_far = std::min(first_far, i);
  };
  for (uint32_t i : doc.text.numbers) {
    // "490 BC"
    if (reader.IsAny(i + 1, Id("bc"), Id("bce"), Id("b.c."))) add(i);
    if (reader.Digits(i) != 4) continue;
    const int year = reader.Figure(i);
    if (year >= 1000 && year <= here - 2) add(i);
  }
  if (far_years < 3) return TimeResolver::Style::kNews;
  uint32_t near_words = 0;
  const uint64_t* const masks = doc.lex.masks();
  for (uint32_t i = 0; i < size; ++i) {
    if ((masks[i] & kNear) == 0) continue;
    near_words += doc.text.tokens[i].kind != TokenKind::kNumber;
  }
  const uint32_t weight = first_far < kOpening ? 2 : 3;
  return far_years > weight * near_words ? TimeResolver::Style::kNarrative
                                         : TimeResolver::Style::kNews;
}

}  // namespace claimcheck
