// One number that befell two things: 2,900 houses damaged in one text and flattened in
// another, 38 people hurt and 38 dead.

#include <algorithm>
#include <vector>

#include "claims/lexicon/word_sets.h"
#include "claims/value/decimal.h"
#include "rules/link/people_outcome.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

constexpr int kSure = 80;
// Smaller numbers stand for two things by chance.
const Decimal kLeast = {20, 0};
// Tokens around a number in which its fate stands.
constexpr uint32_t kReach = 6;

enum class Fate : uint8_t { kDestroyed, kDamaged, kDead, kInjured };

struct Told {
  uint32_t quantity = 0;
  uint32_t sentence = 0;
  Fate fate = Fate::kDamaged;
  uint32_t said = kNone;  // token of the word that tells it
};

struct Fates {
  std::vector<Told> told;
};

bool IsOfHouses(Fate fate) { return fate <= Fate::kDamaged; }

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  Fates Read() const {
    Fates fates;
    for (uint32_t q = 0; q < doc_.quantities.size(); ++q) {
      const QuantityMention& mention = doc_.quantities[q];
      if (mention.kind != QuantityKind::kNumber || mention.value.ordinal ||
          mention.value.written_high || mention.value.written < kLeast ||
          !UsableSentence(doc_, mention.sentence) ||
          story_.PastYear({d_, mention.sentence}) != 0) {
        continue;
      }
      Told told;
      told.quantity = q;
      told.sentence = mention.sentence;
      if (ReadHouses(mention, &told) || ReadPeople(q, &told)) {
        fates.told.push_back(told);
      }
    }
    return fates;
  }

 private:
  // "Destroyed 41 homes", "2,900 houses were damaged", "another 2,900 damaged".
  bool ReadHouses(const QuantityMention& mention, Told* told) const {
    const TokenRange sentence = doc_.text.sentences[mention.sentence].tokens;
    bool houses = false;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      houses |= words::kBuiltNouns.Contains(doc_.text.tokens[t].word);
    }
    if (!houses) return false;
    const bool counts_houses =
        std::any_of(doc_.text.tokens.begin() + mention.tokens.begin,
                    doc_.text.tokens.begin() +
                        std::min(sentence.end, mention.tokens.end + 2),
                    [](const Token& token) {
                      return words::kBuiltNouns.Contains(token.word);
                    });
    // Behind the number, up to the next one; else right before it.
    for (uint32_t t = mention.tokens.end;
         t < std::min(sentence.end, mention.tokens.end + kReach); ++t) {
      if (doc_.text.tokens[t].kind != TokenKind::kWord) break;
      if (FateAt(t, told)) return counts_houses || t <= mention.tokens.end + 1;
      if (doc_.lex.Has(t, Lex::kConjunction)) break;
    }
    if (!counts_houses) return false;
    const uint32_t first =
        std::max(sentence.begin + kReach, mention.tokens.begin) - kReach;
    for (uint32_t t = mention.tokens.begin; t-- > first;) {
      if (doc_.text.tokens[t].kind != TokenKind::kWord) return false;
      if (FateAt(t, told)) return true;
    }
    return false;
  }

  bool FateAt(uint32_t t, Told* told) const {
    const uint32_t word = doc_.text.tokens[t].word;
    const bool damaged = words::kDamagedWords.Contains(word);
    if (!damaged && !words::kDestroyedWords.Contains(word)) return false;
    told->fate = damaged ? Fate::kDamaged : Fate::kDestroyed;
    told->said = t;
    return true;
  }

  bool ReadPeople(uint32_t q, Told* told) const {
    OutcomeCount count;
    if (!ReadOutcome(doc_, q, &count)) return false;
    if (count.outcome != Outcome::kDead && count.outcome != Outcome::kInjured) {
      return false;
    }
    told->fate = count.outcome == Outcome::kDead ? Fate::kDead : Fate::kInjured;
    told->said = count.said;
    return true;
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

}  // namespace

void CompareFates(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right || pair.loose || !story->OfOneState(pair)) return;
  const auto read = [&](uint32_t d) -> const std::vector<Told>& {
    return story->Once<Fates>(d, [&] { return Reader(*story, d).Read(); }).told;
  };
  const std::vector<Told>& left = read(pair.left);
  if (left.empty()) return;
  const std::vector<Told>& right = read(pair.right);
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  const auto number = [](const DocumentAnalysis& doc, const Told& told) {
    return doc.quantities[told.quantity].value.written;
  };
  const auto span = [](const DocumentAnalysis& doc, const Told& told) {
    const Span of_number = doc.quantities[told.quantity].span;
    return told.said == kNone ? of_number
                              : of_number.Hull(doc.text.tokens[told.said].span);
  };
  // A text has the number with the other fate too.
  const auto knows = [&](const DocumentAnalysis& doc, const std::vector<Told>& all,
                         const Decimal& written, Fate fate) {
    return std::any_of(all.begin(), all.end(), [&](const Told& told) {
      return told.fate == fate && number(doc, told) == written;
    });
  };
  ToldPlaces already(*out);
  for (const Told& a : left) {
    for (const Told& b : right) {
      const Decimal written = number(doc_left, a);
      if (a.fate == b.fate || IsOfHouses(a.fate) != IsOfHouses(b.fate) ||
          written != number(doc_right, b) ||
          knows(doc_left, left, written, b.fate) ||
          knows(doc_right, right, written, a.fate)) {
        continue;
      }
      const Span x = span(doc_left, a), y = span(doc_right, b);
      if (already.Tells(pair.left, x, pair.right, y)) continue;
      out->push_back(StoryDetail(DetailKind::kWords, Departure::kContrast,
                                 {pair.left, a.sentence}, x,
                                 {pair.right, b.sentence}, y, kSure));
      return;
    }
  }
}

}  // namespace claimcheck
