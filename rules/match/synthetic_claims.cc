#include "rules/match/synthetic_claims.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace claimcheck {
namespace {

enum Space : uint64_t { kClass = 1, kEntity = 2, kWord = 3 };

MatchToken Token(Space space, uint64_t number, uint32_t weight) {
  return MakeMatchToken(static_cast<uint32_t>(
                            SplitMix(space << 56 | number).Next() >> 32),
                        weight);
}

class Generator {
 public:
  Generator(size_t claims, const SyntheticOptions& options)
      : claims_(claims),
        options_(options),
        random_(options.seed),
        entities_(4 * std::pow(static_cast<double>(claims), 0.65)),
        words_(20 * std::pow(static_cast<double>(claims), 0.6)) {}

  SyntheticClaims Make() {
    std::vector<std::pair<ClaimRow, uint32_t>> rows;
    const size_t hot = claims_ * options_.hot_story_percent / 100;
    uint32_t fact = 0;
    const Story hot_story = MakeStory();
    while (rows.size() < claims_) {
      const bool is_hot = rows.size() < hot;
      const Story story = is_hot ? hot_story : MakeStory();
      const uint32_t facts = 1 + random_.Below(12);
      for (uint32_t f = 0; f < facts && rows.size() < claims_; ++f, ++fact) {
        const ClaimRow told = MakeFact(story);
        for (uint32_t m = Mentions(); m > 0 && rows.size() < claims_; --m) {
          rows.push_back({Retell(told), fact});
        }
      }
    }
    for (size_t i = rows.size(); i > 1; --i) {
      std::swap(rows[i - 1], rows[random_.Below(static_cast<uint32_t>(i))]);
    }
    SyntheticClaims out;
    for (size_t i = 0; i < rows.size(); ++i) {
      rows[i].first.ref = {static_cast<uint32_t>(i / 16),
                           static_cast<uint32_t>(i % 16)};
      out.rows.push_back(std::move(rows[i].first));
      out.facts.push_back(rows[i].second);
    }
    return out;
  }

 private:
  struct Story {
    std::vector<MatchToken> entities;
    std::vector<MatchToken> words;
  };

  Story MakeStory() {
    Story story;
    for (uint32_t n = 2 + random_.Below(3); n > 0; --n) {
      const uint32_t entity = options_.zipf_entities ? Zipf(entities_, 2)
                                                     : random_.Below(entities_);
      story.entities.push_back(Token(kEntity, entity, 8));
    }
    for (int n = 0; n < 6; ++n) story.words.push_back(Word());
    return story;
  }

  ClaimRow MakeFact(const Story& story) {
    ClaimRow row;
    row.group = 1 + random_.Below(12);
    row.tokens.push_back(Token(kClass, random_.Below(60), 10));
    const size_t entities = story.entities.size();
    for (uint32_t n = 1 + random_.Below(2); n > 0; --n) {
      row.tokens.push_back(
          story.entities[random_.Below(static_cast<uint32_t>(entities))]);
    }
    for (uint32_t n = 1 + random_.Below(2); n > 0; --n) {
      row.tokens.push_back(story.words[random_.Below(6)]);
    }
    for (uint32_t n = 1 + random_.Below(3); n > 0; --n) {
      row.tokens.push_back(Word());
    }
    return row;
  }

  ClaimRow Retell(const ClaimRow& fact) {
    ClaimRow row;
    row.group = fact.group;
    for (MatchToken token : fact.tokens) {
      if (!random_.Chance(17)) row.tokens.push_back(token);
    }
    for (uint32_t n = random_.Below(4); n > 0; --n) {
      row.tokens.push_back(Word());
    }
    return row;
  }

  // A word of the language; the frequent ones weigh less.
  MatchToken Word() {
    const uint32_t rank = Zipf(words_, 20);
    return Token(kWord, rank, rank < 200 ? 2 : rank < 1000 ? 3 : 4);
  }

  // Rank r comes up as often as 1 / (r + offset): Zipf's law, as Mandelbrot
  // corrected it for the most frequent ones.
  uint32_t Zipf(uint32_t n, double offset) {
    const double rank =
        offset * std::exp(random_.Unit() * std::log(n / offset + 1)) - offset;
    return std::min(static_cast<uint32_t>(rank), n - 1);
  }

  // P(m or more) falls as m to the power of 1.25.
  uint32_t Mentions() {
    const double m = std::pow(1 - random_.Unit(), -0.8);
    return static_cast<uint32_t>(std::min(m, 50.0));
  }

  const size_t claims_;
  const SyntheticOptions options_;
  SplitMix random_;
  const uint32_t entities_;
  const uint32_t words_;
};

}  // namespace

SyntheticClaims MakeSyntheticClaims(size_t claims,
                                    const SyntheticOptions& options) {
  return Generator(claims, options).Make();
}

}  // namespace claimcheck
