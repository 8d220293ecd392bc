#include "rules/link/age_phrase.h"

#include "absl/strings/string_view.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"

namespace claimcheck {
int AgeAt(const DocumentAnalysis& doc, uint32_t t, uint32_t end) {
  if (t >= end || doc.text.tokens[t].kind != TokenKind::kNumber) return 0;
  const absl::string_view digits = doc.text.Folded(t);
  if (digits.size() != 2 || digits[0] == '0') return 0;
  // "18.5", "18-19", "18:00", "18 %".
  if (t + 1 < end && doc.text.Adjacent(t + 1) &&
      !doc.text.IsChar(t + 1, ',') && !doc.text.IsChar(t + 1, ')') &&
      !doc.text.IsChar(t + 1, '.') && !doc.text.IsChar(t + 1, ';')) {
    return 0;
  }
  if (t + 2 < end && doc.text.IsChar(t + 1, '.') && doc.text.Adjacent(t + 2)) {
    return 0;
  }
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

bool IsAge(const QuantityMention& q) {
  return q.value.dimension == "age" && !q.value.written_high &&
         q.value.hedge == HedgeKind::kNone && q.value.written.exponent == 0 &&
         q.value.written.significand >= kLeastAge && q.value.written.significand < 100;
}

bool OnlyWords(const DocumentAnalysis& doc, uint32_t begin, uint32_t end) {
  for (uint32_t t = begin; t < end; ++t) {
    if (doc.text.tokens[t].kind == TokenKind::kPunctuation &&
        !doc.text.IsChar(t, '-')) {
      return false;
    }
  }
  return true;
}

int AgeBehind(const DocumentAnalysis& doc, const NameMention& name,
              TokenRange sentence) {
  const uint32_t t = name.tokens.end;
  if (t + 1 >= sentence.end ||
      (!doc.text.IsChar(t, ',') && !doc.text.IsChar(t, '('))) {
    return 0;
  }
  const bool ends =
      t + 2 >= sentence.end || doc.text.IsChar(t + 2, ',') ||
      doc.text.IsChar(t + 2, ')') || doc.text.IsChar(t + 2, '.') ||
      doc.text.IsChar(t + 2, ';') ||
      (doc.text.IsChar(t, ',') && t + 3 < sentence.end &&
       doc.text.Folded(t + 2) == "and");
  return ends ? AgeAt(doc, t + 1, sentence.end) : 0;
}

namespace {

// "Nayeli Ruiz, a girl of six": the number; 0: there is none.
int AgeOfNoun(const DocumentAnalysis& doc, uint32_t last, uint32_t sentence,
              Span* span) {
  constexpr uint32_t kReach = 5;
  if (last + 4 >= doc.text.sentences[sentence].tokens.end ||
      !doc.text.IsChar(last + 1, ',')) {
    return 0;
  }
  for (const QuantityMention& q : MentionsIn(doc.quantities, sentence)) {
    const uint32_t t = q.tokens.begin;
    if (t < last + 4 || t > last + 1 + kReach || !IsAge(q) ||
        doc.text.Folded(t - 1) != "of" || !OnlyWords(doc, last + 2, t)) {
      continue;
    }
    *span = doc.text.SpanOf({last, t + 1});
    return static_cast<int>(q.value.written.significand);
  }
  return 0;
}

// "Petrie, who is 62, has said": the bare number; 0: there is none.
int AgeInClause(const DocumentAnalysis& doc, uint32_t last, uint32_t end,
                Span* span) {
  const uint32_t t = last + 4;
  if (t + 1 >= end || !doc.text.IsChar(last + 1, ',') ||
      doc.text.Folded(last + 2) != "who" ||
      !IsOneOf(doc.text.Folded(last + 3), {"is", "was", "turned"}) ||
      (!doc.text.IsChar(t + 1, ',') && !doc.text.IsChar(t + 1, '.') &&
       doc.text.Folded(t + 1) != "and")) {
    return 0;
  }
  *span = doc.text.SpanOf({last, t + 1});
  return AgeAt(doc, t, end);
}

}  // namespace

int AgeTold(const DocumentAnalysis& doc, uint32_t last, uint32_t sentence,
            Span* span) {
  constexpr uint32_t kMostBetween = 4;
  for (const QuantityMention& q : MentionsIn(doc.quantities, sentence)) {
    const uint32_t begin = q.tokens.begin;
    const bool age = IsAge(q) || (q.value.unit == "year" &&
                                  q.tokens.end < doc.text.tokens.size() &&
                                  doc.text.Folded(q.tokens.end - 1) == "old");
    if (!age || begin <= last ||
        begin > last + kMostBetween || q.value.written.exponent != 0) {
      continue;
    }
    bool told = begin > last + 1;
    for (uint32_t t = last + 1; t < begin; ++t) {
      told &= doc.text.IsChar(t, ',') ||
              IsOneOf(doc.text.Folded(t), {"was", "is", "aged", "who", "a", "an"});
    }
    if (!told) continue;
    *span = doc.text.SpanOf({last, q.tokens.end});
    return static_cast<int>(q.value.written.significand);
  }
  const int of_noun = AgeOfNoun(doc, last, sentence, span);
  return of_noun != 0 ? of_noun
                      : AgeInClause(doc, last,
                                    doc.text.sentences[sentence].tokens.end, span);
}

}  // namespace claimcheck
