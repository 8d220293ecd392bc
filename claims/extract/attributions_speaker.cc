#include "claims/extract/attributions_speaker.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

// Noun phrases and what stands between commas are no longer than this.
constexpr uint32_t kMaxPhrase = 30;
// Appositions between a subject and its verb.
constexpr int kMaxAppositions = 3;

bool IsNominal(RoleTag tag) {
  return tag == RoleTag::kWord || tag == RoleTag::kNumber ||
         tag == RoleTag::kClitic || tag == RoleTag::kPossessive ||
         tag == RoleTag::kDeterminer || tag == RoleTag::kSymbol;
}

// "Ada", "Kim", but not "The".
bool NameWord(const AttributionContext& context, uint32_t t) {
  return context.Tag(t) == RoleTag::kWord && context.Capital(t);
}

// True when all words of the range are parts of a name.
bool AllNames(const AttributionContext& context, uint32_t begin, uint32_t end) {
  if (begin >= end) return false;
  for (uint32_t t = begin; t < end; ++t) {
    if (!NameWord(context, t) && !context.Is(t, ".") && !context.Is(t, "of") &&
        !context.Is(t, "de") && !context.Is(t, "al") && !context.Is(t, "-")) {
      return false;
    }
  }
  return NameWord(context, begin);
}

// "4,200" is one figure.
bool InFigure(const AttributionContext& context, uint32_t comma) {
  return context.Tag(comma) == RoleTag::kComma &&
         context.Tag(comma - 1) == RoleTag::kNumber &&
         context.Tag(comma + 1) == RoleTag::kNumber &&
         context.text().Adjacent(comma) && context.text().Adjacent(comma + 1);
}

// The first token of the noun phrase whose last is before `end`.
uint32_t PhraseBegin(const AttributionContext& context, uint32_t begin,
                     uint32_t end) {
  uint32_t i = end;
  const uint32_t stop = end > begin + kMaxPhrase ? end - kMaxPhrase : begin;
  while (i > stop) {
    const RoleTag tag = context.Tag(i - 1);
    if (IsNominal(tag) || (i - 1 > stop && InFigure(context, i - 1))) {
      --i;
    } else if (tag == RoleTag::kPronoun) {
      return i - 1;
    } else if (tag == RoleTag::kPreposition) {
      // "an official in the ministry": the phrase goes on before it; but a
      // phrase does not begin with a preposition.
      if (i - 1 <= stop || !IsNominal(context.Tag(i - 2))) break;
      --i;
    } else if (tag == RoleTag::kTo && i < end && i > stop + 1 &&
               (context.Has(i - 2, Lex::kRoleNoun) ||
                context.Has(i - 2, Lex::kAnonymousSource) ||
                context.Is(i - 2, "close"))) {
      // "an adviser to the mayor", "a source close to the ministry"
      i -= context.Is(i - 2, "close") ? 2 : 1;
    } else if (tag == RoleTag::kCoordinator) {
      // "Ada Roe and Bert Poe".
      if (i - 1 <= stop || i >= end || !IsNominal(context.Tag(i - 2)) ||
          context.Is(i - 1, "but")) {
        break;
      }
      const bool names = NameWord(context, i) && NameWord(context, i - 2);
      const bool nouns = context.Tag(i - 2) == RoleTag::kWord &&
                         context.Tag(i) == RoleTag::kWord &&
                         !context.Capital(i) && !context.Capital(i - 2);
      const bool described = context.Tag(i) == RoleTag::kDeterminer &&
                             context.Tag(i - 2) == RoleTag::kWord;
      if (!names && !nouns && !described) break;
      --i;
    } else if (tag == RoleTag::kAdverb && i < end && i - 1 > stop &&
               (context.Tag(i - 2) == RoleTag::kDeterminer ||
                context.Is(i - 1, "more") || context.Is(i - 1, "most"))) {
      --i;  // "a highly placed source"
    } else {
      break;
    }
  }
  // A phrase does not begin with what ties it to a word before it.
  while (i < end &&
         (context.Tag(i) == RoleTag::kClitic ||
          context.Tag(i) == RoleTag::kPreposition ||
          context.Tag(i) == RoleTag::kCoordinator || context.Is(i, "-"))) {
    ++i;
  }
  // "Mr. Roe": the stop belongs to what is before it.
  if (i < end && i > begin && context.Is(i, ".")) --i;
  return i;
}

// "In March the minister said": the phrase behind the adverbial.
uint32_t SkipAdverbial(const AttributionContext& context, uint32_t sentence,
                       uint32_t begin, uint32_t end) {
  if (begin <= sentence || context.Tag(begin - 1) != RoleTag::kPreposition) {
    return begin;
  }
  // The last determiner or capital that opens a phrase of its own.
  uint32_t best = begin;
  for (uint32_t t = begin + 1; t < end; ++t) {
    const bool opens = context.Tag(t) == RoleTag::kDeterminer ||
                       (NameWord(context, t) && !NameWord(context, t - 1) &&
                        context.Tag(t - 1) != RoleTag::kDeterminer);
    if (opens && context.Tag(t - 1) != RoleTag::kPreposition) best = t;
  }
  return best;
}

}  // namespace

Speaker SubjectBefore(const AttributionContext& context, uint32_t begin,
                      uint32_t end) {
  Speaker speaker;
  uint32_t i = end;
  uint32_t apposition = end;
  TokenRange named;
  for (int n = 0; n <= kMaxAppositions; ++n) {
    if (i <= begin) return speaker;
    RoleTag tag = context.Tag(i - 1);
    if (tag == RoleTag::kCloseParen) {
      // "Ada Roe (R-Ohio) said".
      const uint32_t stop = i > begin + kMaxPhrase ? i - kMaxPhrase : begin;
      uint32_t k = i - 1;
      while (k > stop && context.Tag(k) != RoleTag::kOpenParen) --k;
      if (context.Tag(k) != RoleTag::kOpenParen) return speaker;
      i = k;
      continue;
    }
    if (tag != RoleTag::kComma && tag != RoleTag::kBreak) break;
    // Something between two commas, and the subject before the first.
    const uint32_t stop = i > begin + kMaxPhrase ? i - kMaxPhrase : begin;
    uint32_t k = i - 1;
    while (k > stop &&
           (context.Tag(k - 1) != tag || InFigure(context, k - 1))) {
      --k;
    }
    if (k <= stop) return speaker;
    if (n == 0 && tag == RoleTag::kComma && AllNames(context, k, i - 1)) {
      named = {k, i - 1};
    }
    if (apposition == end) apposition = i;
    i = k - 1;
  }
  const uint32_t first = PhraseBegin(context, begin, i);
  uint32_t start = SkipAdverbial(context, begin, first, i);
  if (start >= i) {
    if (i > begin && context.Tag(i - 1) == RoleTag::kRelative) {
      // "the mayor, who said": of whom the pronoun speaks.
      uint32_t noun = i - 1;
      if (noun > begin && context.Tag(noun - 1) == RoleTag::kComma) --noun;
      const uint32_t antecedent = PhraseBegin(context, begin, noun);
      speaker.tokens = {i - 1, i};
      speaker.head =
          antecedent < noun ? TokenRange{antecedent, noun} : speaker.tokens;
      speaker.left = i - 1;
      return speaker;
    }
    return speaker;
  }
  while (start + 1 < i && context.Tag(start) == RoleTag::kTime) ++start;
  speaker.tokens = {start, i};
  speaker.left = start;
  speaker.head = speaker.tokens;
  if (!named.empty() && !AllNames(context, start, i)) {
    speaker.tokens.end = named.end;
    speaker.head = named;
  }
  return speaker;
}

Speaker PhraseFrom(const AttributionContext& context, uint32_t t,
                   uint32_t limit) {
  Speaker speaker;
  limit = std::min(limit, t + kMaxPhrase);
  if (t >= limit) return speaker;
  if (context.Tag(t) == RoleTag::kPronoun) {
    speaker.tokens = speaker.head = {t, t + 1};
    speaker.left = t;
    return speaker;
  }
  const bool described =
      context.Tag(t) == RoleTag::kDeterminer || !context.Capital(t);
  uint32_t i = t;
  for (; i < limit; ++i) {
    const RoleTag tag = context.Tag(i);
    if (IsNominal(tag) || (i > t && InFigure(context, i))) {
      // "said the minister two days later" is beyond what words can tell.
      continue;
    }
    if (tag == RoleTag::kPreposition && i > t &&
        IsNominal(context.Tag(i + 1))) {
      if (context.Is(i, "of") || context.Is(i, "for") ||
          (described && (context.Is(i, "in") || context.Is(i, "at") ||
                         context.Is(i, "from") || context.Is(i, "with")))) {
        continue;
      }
    }
    if (tag == RoleTag::kCoordinator && context.Is(i, "and") && i > t &&
        NameWord(context, i - 1) && NameWord(context, i + 1)) {
      continue;
    }
    break;
  }
  while (i > t && (context.Tag(i - 1) == RoleTag::kDeterminer ||
                   context.Tag(i - 1) == RoleTag::kClitic)) {
    --i;
  }
  if (i == t) return speaker;
  speaker.tokens = speaker.head = {t, i};
  speaker.left = t;
  // "the mayor, Ada Roe, ..."
  if (described && context.Tag(i) == RoleTag::kComma) {
    uint32_t k = i + 1;
    while (k < limit &&
           (NameWord(context, k) ||
            (context.Tag(k) == RoleTag::kWord && context.Is(k, ".")))) {
      ++k;
    }
    if (k > i + 1 && (k >= limit || IsPunctuation(context.Tag(k)))) {
      speaker.tokens.end = k;
      speaker.head = {i + 1, k};
    }
  }
  return speaker;
}

Speaker MainSubject(const AttributionContext& context, uint32_t t) {
  const TokenRange sentence = context.Sentence(t);
  // The first finite verb with a noun phrase before it.
  const uint32_t limit = std::min(t, sentence.begin + 60);
  bool quoted = false;
  for (uint32_t i = sentence.begin; i < limit; ++i) {
    const RoleTag tag = context.Tag(i);
    if (tag == RoleTag::kOpenQuote) quoted = true;
    if (tag == RoleTag::kCloseQuote) quoted = false;
    if (quoted || i == sentence.begin) continue;
    if (tag != RoleTag::kVerb && tag != RoleTag::kAuxiliary) continue;
    uint32_t end = i;
    while (end > sentence.begin && context.Tag(end - 1) == RoleTag::kAdverb) {
      --end;
    }
    const RoleTag before = context.Tag(end - 1);
    if (before == RoleTag::kRelative || before == RoleTag::kTo) continue;
    Speaker speaker = SubjectBefore(context, sentence.begin, end);
    if (!speaker.empty()) return speaker;
  }
  return Speaker();
}

uint32_t NameOf(const AttributionContext& context, const Speaker& speaker) {
  const auto& names = context.doc.names;
  if (speaker.empty()) return kNone;
  auto it =
      std::lower_bound(names.begin(), names.end(),
                       speaker.head.begin > 16 ? speaker.head.begin - 16 : 0,
                       [](const NameMention& name, uint32_t t) {
                         return name.tokens.begin < t;
                       });
  // The head noun is the last word before a preposition.
  uint32_t head = speaker.head.end;
  for (uint32_t t = speaker.head.begin; t < speaker.head.end; ++t) {
    if (context.Tag(t) == RoleTag::kPreposition && t > speaker.head.begin) {
      head = t;
      break;
    }
  }
  uint32_t best = kNone;
  for (; it != names.end() && it->tokens.begin < speaker.head.end; ++it) {
    if (it->possessive) continue;
    const TokenRange phrase = it->phrase.empty() ? it->tokens : it->phrase;
    const uint32_t end = std::max(phrase.end, it->tokens.end);
    const bool holds = std::min(phrase.begin, it->tokens.begin) < head &&
                       end >= head && it->tokens.begin < head;
    if (holds) best = static_cast<uint32_t>(it - names.begin());
  }
  return best;
}

AttributionKind KindOf(const AttributionContext& context,
                       const Speaker& speaker, AttributionKind otherwise) {
  if (speaker.empty()) return otherwise;
  const TokenRange head = speaker.head;
  bool document = false, anonymous = false, named = false;
  for (uint32_t t = head.begin; t < head.end; ++t) {
    const RoleTag tag = context.Tag(t);
    // What follows a preposition or a clitic's noun says more of the head.
    if (t > head.begin && tag == RoleTag::kPreposition) break;
    if (tag == RoleTag::kClitic) {
      document = anonymous = named = false;
      continue;
    }
    const LexHit* hit = context.Find(t, Lex::kDocumentNoun);
    document = hit != nullptr || (document && tag != RoleTag::kWord);
    hit = context.Find(t, Lex::kAnonymousSource);
    anonymous |= hit != nullptr;
    named |= tag == RoleTag::kWord && context.Capital(t) && t > head.begin;
  }
  if (document) return AttributionKind::kDocument;
  if (anonymous && !named) return AttributionKind::kAnonymous;
  return otherwise;
}

}  // namespace claimcheck
