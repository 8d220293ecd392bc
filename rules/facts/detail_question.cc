#include "rules/facts/detail_question.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "claims/extract/analysis.h"
#include "claims/text/tokens.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/question.h"
#include "rules/facts/words_around.h"
#include "rules/link/word_alignment.h"

namespace claimcheck {
namespace {

constexpr size_t kMostValue = 60;
constexpr size_t kMostRemark = 40;
// More words than these are a clause, of which no one word decides.
constexpr uint32_t kMostDecisive = 3;

// The first words within quotation marks, or the first of all.
absl::string_view RemarkIn(const TokenizedText& text, Span span) {
  const TokenRange range = text.TokensIn(span);
  for (uint32_t t = range.begin; t < range.end; ++t) {
    if (text.tokens[t].quote != QuoteSide::kOpen) continue;
    uint32_t end = t + 1;
    while (end < range.end && text.tokens[end].quote != QuoteSide::kClose) ++end;
    return text.Text(text.SpanOf({t + 1, end}));
  }
  return text.Text(span);
}

Alternatives AlternativesOf(DetailKind kind) {
  switch (kind) {
    case DetailKind::kFigure:
    case DetailKind::kPeople:
    case DetailKind::kMeasure:
    case DetailKind::kAge:
      return Alternatives::kAmounts;
    case DetailKind::kTime:
    case DetailKind::kWhen:
      return Alternatives::kTimes;
    default:
      return Alternatives::kOther;
  }
}

// A number that begins its sentence begins none in a question.
std::string ValueText(const DocumentAnalysis& doc, Span span, bool amount) {
  std::string out = Shorten(doc.text.Text(span), kMostValue);
  if (amount && out.size() > 1 && absl::ascii_islower(out[1])) {
    out[0] = absl::ascii_tolower(out[0]);
  }
  return out;
}

std::vector<AlignWord> WordsToAlign(const TokenizedText& text,
                                    TokenRange range) {
  std::vector<AlignWord> words;
  for (uint32_t t = range.begin; t < range.end; ++t) {
    AlignWord word;
    word.key = word.stem = static_cast<uint32_t>(WordHash(text.Folded(t)));
    word.content = text.tokens[t].IsWordOrNumber();
    words.push_back(word);
  }
  return words;
}

// How many words both begin with, leaving one of each.
uint32_t SharedStart(const TokenizedText& left, TokenRange mine,
                     const TokenizedText& right, TokenRange theirs) {
  const uint32_t most = std::min(mine.size(), theirs.size());
  uint32_t same = 0;
  while (same + 1 < most && left.Folded(mine.begin + same) ==
                                right.Folded(theirs.begin + same)) {
    ++same;
  }
  return same;
}

// Words that both begin with and that tell something, "landed at", once are enough.
Span WithoutShared(const Corpus& corpus, const Detail& detail,
                   const ShownSpans& shown) {
  const TokenizedText& left = corpus.document(detail.document).text;
  const TokenizedText& right = corpus.document(detail.source).text;
  const TokenRange theirs = right.TokensIn(shown.right);
  const uint32_t same =
      SharedStart(left, left.TokensIn(shown.left), right, theirs);
  const Span shared = right.SpanOf({theirs.begin, theirs.begin + same});
  if (corpus.WordsIn(detail.source, shared).empty()) return shown.right;
  return right.SpanOf({theirs.begin + same, theirs.end});
}

// Of "Roe, 48" who it is; empty when an age stands alone.
std::string Aged(const TokenizedText& text, const Detail& detail) {
  absl::string_view who = text.Text(detail.whole);
  const absl::string_view years = text.Text(detail.span);
  if (!absl::ConsumeSuffix(&who, years)) absl::ConsumePrefix(&who, years);
  while (absl::EndsWith(who, " ") || absl::EndsWith(who, ",")) {
    who.remove_suffix(1);
  }
  return Shorten(absl::StripLeadingAsciiWhitespace(who), kMostValue);
}

}  // namespace

ShownSpans DecisiveWords(const Corpus& corpus, const Detail& detail,
                         const ShownSpans& shown) {
  // Who is so old is what the two have in common.
  if (detail.kind == DetailKind::kAge) return {detail.span, detail.counterpart};
  if ((detail.kind != DetailKind::kWords && detail.kind != DetailKind::kName) ||
      detail.departure == Departure::kNegation) {  // of the clause as a whole
    return shown;
  }
  const TokenizedText& left = corpus.document(detail.document).text;
  const TokenizedText& right = corpus.document(detail.source).text;
  const TokenRange mine = left.TokensIn(shown.left);
  const TokenRange theirs = right.TokensIn(shown.right);
  AlignScratch scratch;
  std::vector<AlignStep> steps;
  AlignWords(WordsToAlign(left, mine), WordsToAlign(right, theirs), &scratch,
             &steps);
  // What stands between words that both have, and before and after them: the first
  // that tells something in both, or the first.
  ShownSpans decisive;
  const auto consider = [&](TokenRange a, TokenRange b) {
    while (!a.empty() && !left.tokens[a.end - 1].IsWordOrNumber()) --a.end;
    while (!b.empty() && !right.tokens[b.end - 1].IsWordOrNumber()) --b.end;
    if (a.empty() || b.empty() || a.size() > kMostDecisive ||
        b.size() > kMostDecisive) {
      return false;
    }
    const ShownSpans spans = {left.SpanOf(a), right.SpanOf(b)};
    if (decisive.left.empty()) decisive = spans;
    const bool tells = !corpus.WordsIn(detail.document, spans.left).empty() &&
                       !corpus.WordsIn(detail.source, spans.right).empty();
    if (tells) decisive = spans;
    return tells;
  };
  uint32_t a = mine.begin, b = theirs.begin;
  bool found = false;
  for (size_t i = 0; i < steps.size() && !found; ++i) {
    if (steps[i].match != WordMatch::kSame) continue;
    const uint32_t one = mine.begin + steps[i].left;
    const uint32_t other = theirs.begin + steps[i].right;
    found = consider({a, one}, {b, other});
    a = one + 1;
    b = other + 1;
  }
  if (!found && !steps.empty()) consider({a, mine.end}, {b, theirs.end});
  return decisive.left.empty() ? shown : decisive;
}

std::string DetailQuestion(const Corpus& corpus, const Detail& detail,
                       const ShownSpans& shown) {
  const DocumentAnalysis& left = corpus.document(detail.document);
  const DocumentAnalysis& right = corpus.document(detail.source);
  if (detail.kind == DetailKind::kSaid) {
    const std::string remark = absl::StrCat(
        "“", Shorten(RemarkIn(left.text, detail.span), kMostRemark), "”: ");
    if (detail.departure != Departure::kName) {
      return absl::StrCat(remark, "2 wordings");
    }
    return absl::StrCat(remark, "said by ", ValueText(left, shown.left, false),
                        " or ", ValueText(right, shown.right, false), "?");
  }
  const bool words = detail.kind == DetailKind::kWords;
  const Alternatives kind = AlternativesOf(detail.kind);
  const bool amount = kind == Alternatives::kAmounts;
  std::string mine = ValueText(left, shown.left, amount);
  std::string theirs = ValueText(
      right,
      kind == Alternatives::kTimes ? WithoutShared(corpus, detail, shown)
                                   : shown.right,
      amount);
  if (words) {
    mine = absl::StrCat("“", mine, "”");
    theirs = absl::StrCat("“", theirs, "”");
  }
  if (detail.departure == Departure::kNegation) {
    return absl::StrCat(mine, ", or not?");
  }
  std::string topic =
      detail.kind == DetailKind::kAge ? Aged(left.text, detail) : "";
  if (topic.empty()) {
    topic = WordsAround(corpus, detail.document, detail.sentence, shown.left);
  }
  return absl::StrCat(
      topic, topic.empty() ? "" : ": ",
      JoinAlternatives({std::move(mine), std::move(theirs)}, kind), "?");
}

}  // namespace claimcheck
