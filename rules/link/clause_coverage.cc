#include "rules/link/clause_coverage.h"

#include <algorithm>

namespace claimcheck {
namespace {

// Fewer content words are no clause.
constexpr uint32_t kLeastWords = 3;

constexpr uint32_t Hash(absl::string_view word) {
  return WordHash(word.data(), word.size());
}

bool OpensClause(uint32_t word) {
  static constexpr uint32_t kOpeners[] = {
      Hash("who"),   Hash("which"), Hash("that"),   Hash("because"),
      Hash("while"), Hash("when"),  Hash("where"),  Hash("although"),
      Hash("but"),   Hash("after"), Hash("before"), Hash("as"),
      Hash("and"),   Hash("since"), Hash("whose"),  Hash("until")};
  return std::find(std::begin(kOpeners), std::end(kOpeners), word) !=
         std::end(kOpeners);
}

uint32_t CountContent(const DraftWords& words, TokenRange tokens) {
  uint32_t count = 0;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    count += words.words[t].Is(DraftWord::kContent);
  }
  return count;
}

}  // namespace

std::vector<TokenRange> CutClauses(const DocumentAnalysis& doc,
                                   const DraftWords& words, TokenRange tokens) {
  std::vector<TokenRange> clauses;
  uint32_t begin = tokens.begin;
  for (uint32_t t = tokens.begin + 1; t <= tokens.end; ++t) {
    const bool last = t == tokens.end;
    if (!last) {
      const Token& token = doc.text.tokens[t];
      const bool mark = token.kind == TokenKind::kPunctuation &&
                        (doc.text.IsChar(t, ',') || doc.text.IsChar(t, ';') ||
                         doc.text.IsChar(t, ':') || doc.text.IsChar(t, '('));
      if (!mark && !OpensClause(token.word)) continue;
      if (words.words[t].Is(DraftWord::kAmount) ||
          words.words[t].Is(DraftWord::kTime)) {
        continue;
      }
    }
    if (CountContent(words, {begin, t}) < kLeastWords) {
      if (!last) continue;
      if (!clauses.empty())
        clauses.back().end = t;
      else
        clauses.push_back({begin, t});
      break;
    }
    clauses.push_back({begin, t});
    begin = t;
  }
  return clauses;
}

std::vector<ClauseCoverage> CoverClauses(
    const DraftSources& sources, SentenceRef draft,
    absl::Span<const SentenceRef> evidence) {
  const DocumentAnalysis& doc = sources.document(draft.document);
  const DraftWords& words = sources.words(draft.document);
  std::vector<ClauseCoverage> out;
  for (const TokenRange clause :
       CutClauses(doc, words, sources.Tokens(draft))) {
    ClauseCoverage coverage;
    coverage.tokens = coverage.uncovered = clause;
    uint32_t first = kNone, last = kNone;
    int total = 0, covered = 0;
    for (uint32_t t = clause.begin; t < clause.end; ++t) {
      const DraftWord& word = words.words[t];
      if (!word.Is(DraftWord::kContent) || word.Is(DraftWord::kAmount) ||
          word.Is(DraftWord::kTime)) {
        continue;
      }
      ++coverage.words;
      total += word.idf;
      int best = 0;
      for (const SentenceRef at : evidence) {
        const TokenRange range = sources.Tokens(at);
        const DraftWords& others = sources.words(at.document);
        for (uint32_t s = range.begin; s < range.end && best < 100; ++s) {
          // A source on China does not tell what is Chinese.
          if (word.Is(DraftWord::kNation) && others.words[s].stem != word.stem) {
            continue;
          }
          best =
              std::max(best, WordSupport(words, word, others, others.words[s]));
        }
      }
      covered += word.idf * best / 100;
      if (best > 0) {
        coverage.related += word.idf;
        continue;
      }
      if (first == kNone) first = t;
      last = t;
    }
    if (first != kNone) coverage.uncovered = {first, last + 1};
    coverage.covered = total == 0 ? 100 : covered * 100 / total;
    coverage.weight = total;
    out.push_back(coverage);
  }
  return out;
}

int RelatedShare(absl::Span<const ClauseCoverage> clauses) {
  int total = 0, related = 0;
  for (const ClauseCoverage& clause : clauses) {
    total += clause.weight;
    related += clause.related;
  }
  return total == 0 ? 100 : 100 * related / total;
}

}  // namespace claimcheck
