// What a draft and a source put in the places of each other: "from Arlen to
// Corley", "in Arlen rather than in Corley".

#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// How far the two sides reach from the words between them.
constexpr uint32_t kReach = 6;
constexpr int kSameWord = 75;

// Two sides of a phrase that are not alike: where from and where to, what was
// chosen and what was not.
struct Sides {
  TokenRange first;
  TokenRange second;
  bool chosen = false;  // the second was not
};

bool EndsPhrase(const TokenizedText& text, uint32_t t) {
  return text.tokens[t].kind != TokenKind::kWord &&
         text.tokens[t].kind != TokenKind::kNumber &&
         !text.IsChar(t, '-') && !text.IsChar(t, '\'');
}

// The tokens before `end`, or from `begin` on, up to a mark.
TokenRange Before(const TokenizedText& text, uint32_t first, uint32_t end) {
  uint32_t begin = end;
  while (begin > first && end - begin < kReach && !EndsPhrase(text, begin - 1)) {
    --begin;
  }
  return {begin, end};
}

TokenRange Behind(const DocumentAnalysis& doc, const DraftWords& words,
                  uint32_t begin, uint32_t last) {
  constexpr uint64_t kNextPhrase = Bit(Lex::kPreposition) |
                                   Bit(Lex::kConjunction) |
                                   Bit(Lex::kPronoun) | Bit(Lex::kAuxiliary);
  uint32_t end = begin;
  bool content = false;
  while (end < last && end - begin < kReach && !EndsPhrase(doc.text, end)) {
    if (content && (doc.lex.Mask(end) & kNextPhrase) != 0) break;
    content |= words.words[end].Is(DraftWord::kContent);
    ++end;
  }
  return {begin, end};
}

std::vector<Sides> ReadSides(const DocumentAnalysis& doc,
                             const DraftWords& words, TokenRange sentence) {
  const TokenizedText& text = doc.text;
  std::vector<Sides> found;
  for (uint32_t t = sentence.begin; t + 1 < sentence.end; ++t) {
    const absl::string_view word = text.Folded(t);
    const absl::string_view next = text.Folded(t + 1);
    if ((word == "rather" && next == "than") ||
        (word == "instead" && next == "of")) {
      found.push_back({Before(text, sentence.begin, t),
                       Behind(doc, words, t + 2, sentence.end), true});
    }
    if (word != "from") continue;
    for (uint32_t to = t + 2; to < sentence.end && to - t <= kReach; ++to) {
      if (EndsPhrase(text, to)) break;
      if (text.Folded(to) != "to") continue;
      found.push_back(
          {{t + 1, to}, Behind(doc, words, to + 1, sentence.end), false});
      break;
    }
  }
  return found;
}

}  // namespace

bool DraftReader::HasWordOf(uint32_t token, uint32_t document,
                            TokenRange tokens) const {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(document);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (others.words[t].Is(DraftWord::kContent) &&
        WordSupport(words, words.words[token], others, others.words[t],
                    Synonyms::kListed) >= kSameWord) {
      return true;
    }
  }
  return false;
}

bool DraftReader::HasOnlyIn(TokenRange mine, uint32_t document, TokenRange in,
                            TokenRange out) const {
  const DraftWords& words = sources_.words(draft_.document);
  bool found = false;
  for (uint32_t t = mine.begin; t < mine.end; ++t) {
    if (!words.words[t].Is(DraftWord::kContent)) continue;
    found |= HasWordOf(t, document, in) && !HasWordOf(t, document, out);
  }
  return found;
}

void DraftReader::ReadTurnedAround() {
  const std::vector<Sides> here =
      ReadSides(doc(), sources_.words(draft_.document),
                sources_.Tokens(draft_));
  for (const UnitSentence& sentence : near_) {
    const uint32_t d = sentence.at.document;
    const std::vector<Sides> there =
        ReadSides(sources_.document(d), sources_.words(d),
                  sources_.Tokens(sentence.at));
    for (const Sides& theirs : there) {
      for (const Sides& mine : here) {
        if (mine.chosen != theirs.chosen ||
            !HasOnlyIn(mine.first, d, theirs.second, theirs.first) ||
            !HasOnlyIn(mine.second, d, theirs.first, theirs.second) ||
            HasOnlyIn(mine.second, d, theirs.second, theirs.first)) {
          continue;
        }
        AddRelation(DetailKind::kWords,
                    {mine.first.begin, mine.second.begin + 1},
                    Departure::kOpposite, sentence.at,
                    {theirs.first.begin, theirs.second.begin + 1});
        return;
      }
    }
  }
}

}  // namespace claimcheck
