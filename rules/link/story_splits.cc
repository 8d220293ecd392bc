// The dead by sex and age, and how many died: "five of the dead were women and three
// were men", where the text has seven dead.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/value/decimal.h"
#include "rules/link/people_outcome.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

constexpr int kSure = 90;
// Tokens from a number to the word that says whom it counts: "five of the dead were
// women".
constexpr uint32_t kReach = 6;

// Numbers of a sentence, each of women, of men, of children.
struct Split {
  uint32_t sentence = 0;
  Decimal sum;
  bool whole = false;  // "the dead are four women and three men": nobody else
  std::vector<uint32_t> quantities;
  Span span;
};

// A plain number of the text.
bool IsPlain(const QuantityMention& mention) {
  return mention.kind == QuantityKind::kNumber && !mention.value.ordinal &&
         !mention.value.written_high &&
         mention.value.hedge == HedgeKind::kNone &&
         mention.value.written.exponent == 0;
}

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : doc_(story.document(d)) {}

  std::vector<Split> Read() const {
    std::vector<Split> splits;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      Split split;
      if (ReadSentence(s, &split) && UsableSentence(doc_, s)) {
        splits.push_back(std::move(split));
      }
    }
    return splits;
  }

 private:
  bool ReadSentence(uint32_t s, Split* split) const {
    const absl::Span<const QuantityMention> numbers = MentionsIn(doc_.quantities, s);
    if (numbers.size() < 2) return false;
    std::vector<uint32_t> whom;
    for (const QuantityMention& mention : numbers) {
      const uint32_t of = WhomOf(mention);
      // Another number, or more of the same: "two women from Arlen and three women".
      if (!IsPlain(mention) || of == 0 ||
          std::find(whom.begin(), whom.end(), of) != whom.end()) {
        return false;
      }
      const auto sum = Add(split->sum, mention.value.written);
      if (!sum.ok()) return false;
      split->sum = *sum;
      split->span = whom.empty() ? mention.span : split->span.Hull(mention.span);
      split->quantities.push_back(
          static_cast<uint32_t>(&mention - doc_.quantities.data()));
      whom.push_back(of);
    }
    split->sentence = s;
    split->whole = BeginsWithTheDead(s);
    return whom.size() >= 2 && SpeaksOfDeadAlone(s);
  }

  // The word behind a number that says whom it counts, as one for women and girls; 0:
  // none before the next number or mark.
  uint32_t WhomOf(const QuantityMention& mention) const {
    const uint32_t end =
        std::min(doc_.text.sentences[mention.sentence].tokens.end,
                 mention.tokens.begin + kReach);
    for (uint32_t t = mention.tokens.begin + 1; t < end; ++t) {
      if (doc_.text.tokens[t].kind != TokenKind::kWord) return 0;
      const absl::string_view word = doc_.text.Folded(t);
      if (IsOneOf(word, {"woman", "women"})) return WordHash("women");
      if (IsOneOf(word, {"man", "men"})) return WordHash("men");
      if (IsOneOf(word, {"child", "children", "boy", "boys", "girl", "girls"})) {
        return WordHash(word);
      }
      if (!IsOneOf(word, {"of", "the", "dead", "victims", "those", "killed", "them",
                          "were", "was", "are"})) {
        return 0;
      }
    }
    return 0;
  }

  bool SpeaksOfDeadAlone(uint32_t s) const {
    const TokenRange sentence = doc_.text.sentences[s].tokens;
    bool dead = false;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const absl::string_view word = doc_.text.Folded(t);
      dead |= IsOneOf(word, {"dead", "victims", "killed", "died"});
      if (IsOneOf(word, {"injured", "wounded", "hurt", "missing", "aboard", "survived",
                         "rescued", "hospital", "among", "including"})) {
        return false;
      }
    }
    return dead;
  }

  bool BeginsWithTheDead(uint32_t s) const {
    const TokenRange sentence = doc_.text.sentences[s].tokens;
    return sentence.size() > 3 && doc_.text.Folded(sentence.begin) == "the" &&
           IsOneOf(doc_.text.Folded(sentence.begin + 1), {"dead", "victims"}) &&
           IsOneOf(doc_.text.Folded(sentence.begin + 2), {"are", "were"});
  }

  const DocumentAnalysis& doc_;
};

}  // namespace

void CompareSplits(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  if (pair.left != pair.right) return;
  const uint32_t d = pair.left;
  const DocumentAnalysis& doc = story->document(d);
  for (const Split& split : Reader(*story, d).Read()) {
    const QuantityMention* toll = nullptr;
    bool told = false;
    for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
      const QuantityMention& mention = doc.quantities[q];
      OutcomeCount count;
      if (mention.sentence == split.sentence || !ReadOutcome(doc, q, &count) ||
          count.outcome != Outcome::kDead || count.rest || !IsPlain(mention) ||
          story->PastYear({d, mention.sentence}) !=
              story->PastYear({d, split.sentence})) {
        continue;
      }
      const bool all = std::all_of(
          count.group.begin(), count.group.end(),
          [&](uint32_t t) { return IsPeopleAtLarge(doc, count, t); });
      if (!all) continue;
      told |= mention.value.written == split.sum ||
              (!split.whole && split.sum < mention.value.written);
      if (toll == nullptr) toll = &mention;
    }
    if (toll == nullptr || told) continue;
    out->push_back(StoryDetail(DetailKind::kPeople, Departure::kValue,
                               {d, toll->sentence}, toll->span,
                               {d, split.sentence}, split.span, kSure));
  }
}

}  // namespace claimcheck
