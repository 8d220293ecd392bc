#include "rules/link/quote_subject.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/span.h"
#include "claims/text/tokens.h"

namespace claimcheck {
namespace {

// How many auxiliaries and adverbs may stand between a subject and the words
// said of it: "have not always been".
constexpr uint32_t kMaxBetween = 4;

bool IsBe(absl::string_view word) {
  static constexpr absl::string_view kForms[] = {
      "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "remain",
      "remains", "remained"};
  return std::find(std::begin(kForms), std::end(kForms), word) !=
         std::end(kForms);
}

bool IsAuxiliary(const DocumentAnalysis& doc, uint32_t token) {
  if (IsBe(doc.text.Folded(token))) return true;
  return token < doc.lex.size() && doc.lex.Has(token, Lex::kAuxiliary);
}

bool IsAdverb(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "not", "n't", "now", "still", "also", "both", "all", "always", "never"};
  return (word.size() > 4 && word.substr(word.size() - 2) == "ly") ||
         std::find(std::begin(kWords), std::end(kWords), word) !=
             std::end(kWords);
}

// The first name of `doc` that begins at or behind `token`.
size_t FirstNameFrom(const DocumentAnalysis& doc, uint32_t token) {
  return static_cast<size_t>(
      std::lower_bound(doc.names.begin(), doc.names.end(), token,
                       [](const NameMention& name, uint32_t t) {
                         return name.tokens.begin < t;
                       }) -
      doc.names.begin());
}

TokenRange PhraseOf(const NameMention& name) {
  return name.phrase.empty() ? name.tokens : name.phrase;
}

bool SharesWord(absl::string_view a, absl::string_view b) {
  while (!a.empty()) {
    const size_t space = std::min(a.find(' '), a.size());
    const absl::string_view word = a.substr(0, space);
    a.remove_prefix(std::min(space + 1, a.size()));
    if (word.size() < 3) continue;
    for (size_t at = b.find(word); at != absl::string_view::npos;
         at = b.find(word, at + 1)) {
      const size_t end = at + word.size();
      if ((at == 0 || b[at - 1] == ' ') && (end == b.size() || b[end] == ' ')) {
        return true;
      }
    }
  }
  return false;
}

const Entity* EntityOf(const DocumentAnalysis& doc, const QuoteSubject& s) {
  if (s.name == kNone) return nullptr;
  const uint32_t entity = doc.names[s.name].entity;
  return entity < doc.entities.size() ? &doc.entities[entity] : nullptr;
}

}  // namespace

QuoteSubject SubjectBefore(const DocumentAnalysis& doc, const Quote& quote) {
  QuoteSubject subject;
  if (quote.tokens.begin < 3) return subject;
  const TokenizedText& text = doc.text;
  const uint32_t sentence = text.sentence_of[quote.tokens.begin];
  const uint32_t first = text.sentences[sentence].tokens.begin;
  // `end`: behind the subject.
  uint32_t end = quote.tokens.begin - 1;  // the opening mark
  bool be = false;
  for (uint32_t n = 0; end > first && n < kMaxBetween; ++n) {
    const absl::string_view word = text.Folded(end - 1);
    if (IsBe(word)) {
      be = true;
    } else if (!IsAdverb(word) && !IsAuxiliary(doc, end - 1)) {
      break;
    }
    --end;
  }
  if (!be || end <= first) return subject;
  for (size_t n = FirstNameFrom(doc, end > 12 ? end - 12 : 0);
       n < doc.names.size() && doc.names[n].tokens.begin < end; ++n) {
    const NameMention& name = doc.names[n];
    if (name.sentence != sentence || name.possessive) continue;
    if (std::max(PhraseOf(name).end, name.tokens.end) != end) continue;
    const TokenRange phrase = PhraseOf(name);
    subject.span = text.SpanOf({phrase.begin, end});
    subject.name = static_cast<uint32_t>(n);
    subject.both = name.entity2 != kNone;
  }
  // "the two", "both", "both sides".
  const auto is = [&](uint32_t back, absl::string_view word) {
    return end >= first + back && text.Folded(end - back) == word;
  };
  if (is(2, "the") && is(1, "two")) {
    subject = {text.SpanOf({end - 2, end}), subject.name, true};
  } else if (end < quote.tokens.begin - 1 && is(1, "both")) {
    subject = {text.SpanOf({end - 1, end}), subject.name, true};
  } else if (is(3, "the") && is(2, "two")) {
    subject = {text.SpanOf({end - 3, end}), subject.name, true};
  } else if (is(2, "both")) {
    subject = {text.SpanOf({end - 2, end}), subject.name, true};
  }
  return subject;
}

QuoteSubject SubjectWithin(const DocumentAnalysis& doc, const Quote& quote,
                           uint32_t token) {
  QuoteSubject subject;
  const TokenizedText& text = doc.text;
  const uint32_t sentence = text.sentence_of[token];
  const uint32_t first =
      std::max(quote.tokens.begin, text.sentences[sentence].tokens.begin);
  for (size_t n = FirstNameFrom(doc, first); n < doc.names.size(); ++n) {
    const NameMention& name = doc.names[n];
    if (name.tokens.begin >= token) break;
    if (name.possessive) continue;
    const TokenRange phrase = PhraseOf(name);
    if (phrase.begin > first) {
      const absl::string_view before = text.Folded(phrase.begin - 1);
      if (doc.lex.size() > phrase.begin &&
          doc.lex.Has(phrase.begin - 1, Lex::kPreposition)) {
        continue;  // "with the port": no subject
      }
      // "our partner": a possessive pronoun names somebody else's.
      if (name.form == NameMention::kPronoun && before == "of") continue;
    }
    const absl::string_view own = text.Folded(name.tokens.begin);
    if (name.form == NameMention::kPronoun &&
        (own == "our" || own == "my" || own == "their" || own == "his" ||
         own == "its" || own == "your")) {
      continue;
    }
    if (subject.name != kNone) return {};  // two: which one is not certain
    subject.name = static_cast<uint32_t>(n);
    subject.span = text.SpanOf(phrase);
    subject.both = name.entity2 != kNone;
  }
  if (subject.name == kNone) return {};
  const NameMention& name = doc.names[subject.name];
  if (name.form == NameMention::kPronoun) return {};
  const uint32_t next = std::max(PhraseOf(name).end, name.tokens.end);
  if (PhraseOf(name).begin > first + 2 || next >= token ||
      !IsAuxiliary(doc, next)) {
    return {};
  }
  return subject;
}

bool SubjectsDiffer(const DocumentAnalysis& left_doc, const QuoteSubject& left,
                    const DocumentAnalysis& right_doc,
                    const QuoteSubject& right) {
  if (left.span.empty() || right.span.empty()) return false;
  const Entity* a = EntityOf(left_doc, left);
  const Entity* b = EntityOf(right_doc, right);
  if (left.both != right.both) {
    const Entity* single = left.both ? b : a;
    return single != nullptr && !single->plural;
  }
  if (a == nullptr || b == nullptr || left.both) return false;
  if (a->key == b->key || SharesWord(a->key, b->key)) return false;
  if (!a->country.empty() && a->country == b->country) return false;
  return true;
}

}  // namespace claimcheck
