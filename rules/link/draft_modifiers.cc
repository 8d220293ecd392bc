// What stands beside a noun of a draft and beside the same noun of its sources:
// "Danish carriers", where they speak of Swedish ones.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "rules/link/countries.h"
#include "rules/link/draft_reader.h"
#include "rules/link/quote_words.h"

namespace claimcheck {
namespace {

// What a thing has only one of: a country that it comes from, a place in a row.
struct Attribute {
  enum Kind : uint8_t { kNone, kCountry, kPlaceInRow } kind = kNone;
  absl::string_view value;  // a country's id; "3"

  bool operator==(const Attribute& other) const {
    return kind == other.kind && value == other.value;
  }
};

Attribute AttributeOf(const DocumentAnalysis& doc, uint32_t token) {
  const absl::string_view nation = NationOf(doc, token);
  if (!nation.empty()) return {Attribute::kCountry, nation};
  if (doc.lex.Has(token, Lex::kOrdinal)) {
    for (const LexHit& hit : doc.lex.At(token)) {
      if (hit.cls == Lex::kOrdinal) {
        return {Attribute::kPlaceInRow, hit.entry->value_text};
      }
    }
  }
  if (doc.text.tokens[token].kind == TokenKind::kNumber &&
      token + 1 < doc.text.tokens.size() &&
      !doc.text.tokens[token + 1].Is(Token::kSpaceBefore)) {
    const absl::string_view suffix = doc.text.Folded(token + 1);  // "3rd"
    if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
      return {Attribute::kPlaceInRow, doc.text.Folded(token)};
    }
  }
  return {};
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
  const Attribute mine = AttributeOf(doc(), token);
  const Attribute theirs = AttributeOf(source, other);
  if (mine.kind != Attribute::kNone && mine.kind == theirs.kind) {
    return mine.value != theirs.value;
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
  const Attribute attribute = AttributeOf(doc(), token);
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(at.document);
  const TokenRange tokens = sources_.Tokens(at);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (attribute.kind == Attribute::kNone
            ? WordSupport(words, words.words[token], others,
                          others.words[t]) > 0
            : AttributeOf(source, t) == attribute) {
      return true;
    }
  }
  return false;
}

bool DraftReader::HoldsOfSynonym(const DraftWord& head, uint32_t token) const {
  const Attribute attribute = AttributeOf(doc(), token);
  for (const WordClass& cls : sources_.words(draft_.document).Classes(head)) {
    size_t seen = 0;
    for (const SentenceRef at : sources_.Holding(cls.member)) {
      if (++seen > kMostPlaces) break;
      const syntax::ParsedSentence& tree = frames_.Tree(at);
      const DraftWords& words = sources_.words(at.document);
      for (int w = 0; w < tree.size(); ++w) {
        if (!IsModifier(tree, w) ||
            !(AttributeOf(sources_.document(at.document), TokenOf(tree, w)) ==
              attribute)) {
          continue;
        }
        const DraftWord& noun =
            words.words[TokenOf(tree, tree.words[w].head)];
        for (const WordClass& other : words.Classes(noun)) {
          if (other.member == cls.member) return true;
        }
      }
    }
  }
  return false;
}

bool DraftReader::AreOfOtherNames(uint32_t noun, uint32_t document,
                                  uint32_t other) const {
  const auto named = [](const DocumentAnalysis& doc, const DraftWords& words,
                        uint32_t token) {
    return token + 1 < words.words.size() &&
           doc.text.tokens[token + 1].kind == TokenKind::kWord &&
           words.words[token + 1].Is(DraftWord::kCapital) &&
           words.words[token + 1].Is(DraftWord::kContent);
  };
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(document);
  return named(doc(), words, noun) &&
         named(sources_.document(document), others, other) &&
         words.words[noun + 1].stem != others.words[other + 1].stem;
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
    if (AttributeOf(doc(), token).kind == Attribute::kNone &&
        (!word.Is(DraftWord::kContent) || word.Is(DraftWord::kAmount) ||
         word.Is(DraftWord::kTime) || doc().text.IsChar(token - 1, '-'))) {
      continue;
    }
    ReadModifier(tree.source[w].tokens, TokenOf(tree, tree.words[w].head));
  }
}

void DraftReader::ReadModifier(TokenRange tokens, uint32_t noun) {
  const uint32_t token = tokens.begin;
  const DraftWord& head = sources_.words(draft_.document).words[noun];
  // "The third time" counts what happened, and is no thing.
  if (!head.Is(DraftWord::kContent) || doc().text.Folded(noun) == "time") {
    return;
  }
  if (passages_.empty()) return;
  const Attribute attribute = AttributeOf(doc(), token);
  const bool only_one = attribute.kind != Attribute::kNone;
  Detail detail = Start(DetailKind::kWords, tokens);
  size_t seen = 0;
  for (const SentenceRef at : sources_.Holding(head.stem)) {
    if (++seen > kMostPlaces) return;
    const bool holds = HoldsModifier(token, at);
    if (holds && !only_one) return;
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
      if (only_one &&
          AttributeOf(sources_.document(at.document), other) == attribute) {
        return;
      }
      if (!ExcludesModifier(token, at.document, other)) continue;
      // "Polish author Wanda Ryba" beside "Irish author Dermot Keane".
      if (attribute.kind == Attribute::kCountry &&
          AreOfOtherNames(noun, at.document,
                          TokenOf(tree, tree.words[w].head))) {
        continue;
      }
      // The draft speaks of both.
      if (HasStem(words.words[other].stem)) return;
      ++excluding;
      if (detail.departure != Departure::kNone) continue;
      detail.departure = Departure::kModifier;
      detail.whole = SpanOf(draft_.document, {token, noun + 1});
      SetCounterpart(at, {other, TokenOf(tree, tree.words[w].head) + 1},
                     &detail);
    }
    // A country, or a place in a row, of the sentence may be told of the noun,
    // unless that has another.  The passage that says most of the draft speaks
    // of its thing, be it without the word.
    if ((holds || at == passages_[0].at) && excluding < nouns) return;
  }
  if (detail.departure == Departure::kNone) return;
  // "The first Polish writer" is a Polish author.
  if (only_one && HoldsOfSynonym(head, token)) return;
  out_.push_back(detail);
}

}  // namespace claimcheck
