// What stands beside a noun of a draft and beside the same noun of its sources:
// "Danish carriers", where they speak of Swedish ones.

#include <algorithm>
#include <string>
#include <vector>

#include "rules/link/draft_reader.h"
#include "rules/link/quote_words.h"

namespace claimcheck {
namespace {

constexpr uint64_t kGeographic = Bit(Lex::kCountry) | Bit(Lex::kDemonym);

// The country that a word names or is the adjective of; empty: none.
absl::string_view CountryOf(const DocumentAnalysis& doc, uint32_t token) {
  if ((doc.lex.Mask(token) & kGeographic) == 0) return "";
  for (const LexHit& hit : doc.lex.At(token)) {
    if ((Bit(hit.cls) & kGeographic) != 0 && hit.tokens == 1) {
      return hit.entry->id;
    }
  }
  return "";
}

// Whether a word stands before the noun that it belongs to.
bool IsModifier(const syntax::ParsedSentence& tree, int word) {
  const syntax::ParsedWord& w = tree.words[word];
  return w.head > word && (w.relation == syntax::Relation::kAmod ||
                           w.relation == syntax::Relation::kCompound);
}

uint32_t TokenOf(const syntax::ParsedSentence& tree, int word) {
  return tree.source[word].tokens.begin;
}

}  // namespace

bool DraftReader::ExcludesModifier(uint32_t token, uint32_t document,
                                   uint32_t other) const {
  const DocumentAnalysis& source = sources_.document(document);
  const absl::string_view mine = CountryOf(doc(), token);
  const absl::string_view theirs = CountryOf(source, other);
  if (!mine.empty() || !theirs.empty()) {
    return !mine.empty() && !theirs.empty() && mine != theirs;
  }
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(document);
  return FindContrast(words, words.words[token], others,
                      others.words[other]) != nullptr ||
         AreOpposites(doc().text.Folded(token), source.text.Folded(other)) ||
         RelateWords(words.words[token], others.words[other]) ==
             WordRelation::kOpposite;
}

bool DraftReader::HoldsModifier(uint32_t token, SentenceRef at) const {
  const DocumentAnalysis& source = sources_.document(at.document);
  const absl::string_view country = CountryOf(doc(), token);
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(at.document);
  const TokenRange tokens = sources_.Tokens(at);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (country.empty() ? WordSupport(words, words.words[token], others,
                                      others.words[t]) > 0
                        : CountryOf(source, t) == country) {
      return true;
    }
  }
  return false;
}

bool DraftReader::HasStem(uint32_t stem) const {
  const DraftWords& words = sources_.words(draft_.document);
  const TokenRange tokens = sources_.Tokens(draft_);
  return std::any_of(
      words.words.begin() + tokens.begin, words.words.begin() + tokens.end,
      [&](const DraftWord& word) { return word.stem == stem; });
}

void DraftReader::ReadModifiers() {
  const syntax::ParsedSentence& tree = frames_.Tree(draft_);
  for (int w = 0; w < tree.size(); ++w) {
    if (!IsModifier(tree, w)) continue;
    const uint32_t token = TokenOf(tree, w);
    const DraftWord& word = sources_.words(draft_.document).words[token];
    if (CountryOf(doc(), token).empty() &&
        (!word.Is(DraftWord::kContent) || word.Is(DraftWord::kAmount) ||
         word.Is(DraftWord::kTime) || doc().text.IsChar(token - 1, '-'))) {
      continue;
    }
    ReadModifier(token, TokenOf(tree, tree.words[w].head));
  }
}

void DraftReader::ReadModifier(uint32_t token, uint32_t noun) {
  const DraftWord& head = sources_.words(draft_.document).words[noun];
  if (!head.Is(DraftWord::kContent)) return;
  const bool country = !CountryOf(doc(), token).empty();
  Detail detail = Start(DetailKind::kWords, {token, token + 1});
  size_t seen = 0;
  for (const SentenceRef at : sources_.Holding(head.stem)) {
    if (++seen > kMostPlaces) return;
    const bool holds = HoldsModifier(token, at);
    if (holds && !country) return;
    const DraftWords& words = sources_.words(at.document);
    const syntax::ParsedSentence& tree = frames_.Tree(at);
    int nouns = 0, excluding = 0;
    for (int w = 0; w < tree.size(); ++w) {
      nouns += words.words[TokenOf(tree, w)].stem == head.stem;
    }
    for (int w = 0; w < tree.size(); ++w) {
      if (!IsModifier(tree, w) ||
          words.words[TokenOf(tree, tree.words[w].head)].stem != head.stem) {
        continue;
      }
      const uint32_t other = TokenOf(tree, w);
      if (country && CountryOf(doc(), token) ==
                         CountryOf(sources_.document(at.document), other)) {
        return;
      }
      if (!ExcludesModifier(token, at.document, other)) continue;
      // The draft speaks of both.
      if (HasStem(words.words[other].stem)) return;
      ++excluding;
      if (detail.departure != Departure::kNone) continue;
      detail.departure = Departure::kModifier;
      detail.whole = SpanOf(draft_.document, {token, noun + 1});
      SetCounterpart(at, {other, TokenOf(tree, tree.words[w].head) + 1},
                     &detail);
    }
    // A country of the sentence may be told of the noun, unless that is
    // another country's.
    if (holds && excluding < nouns) return;
  }
  if (detail.departure != Departure::kNone) out_.push_back(detail);
}

}  // namespace claimcheck
