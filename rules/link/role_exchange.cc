#include "rules/link/role_exchange.h"

#include <algorithm>

#include "claims/syntax/roles.h"
#include "rules/link/predicate_roles.h"

namespace claimcheck {
namespace {

using syntax::kNoWord;
using syntax::ParsedSentence;

// Where nobody else takes part the rest of the sentences has to agree this much.
constexpr int kSameRest = 60;
// Verbs as alike as this are one.
constexpr int kSameVerb = 75;
// Places of a name that are looked at.
constexpr size_t kMostPlaces = 32;

class Finder {
 public:
  Finder(const DraftSources& sources, const SentenceAlignment& alignment,
         FrameReader* frames)
      : sources_(sources),
        alignment_(alignment),
        frames_(*frames),
        words_(sources.words(alignment.draft.document)),
        others_(sources.words(alignment.source.document)) {}

  std::vector<RoleExchange> Find() {
    std::vector<RoleExchange> found;
    if (!HasStrayName()) return found;
    const ParsedSentence& here = frames_.Tree(alignment_.draft);
    const ParsedSentence& there = frames_.Tree(alignment_.source);
    for (size_t i = 0; i < alignment_.draft_units.size(); ++i) {
      const uint32_t j = alignment_.partner[i];
      if (j == kNone) continue;
      const SentenceUnit& unit = alignment_.draft_units[i];
      const SentenceUnit& other = alignment_.source_units[j];
      if (unit.kind != SentenceUnit::kWord ||
          !words_.words[unit.tokens.begin].Is(DraftWord::kContent)) {
        continue;
      }
      const uint32_t token = unit.tokens.begin;
      const PredicateMatch match = ComparePredicates(
          sources_, alignment_.draft, token, alignment_.source,
          other.tokens.begin, &frames_);
      const bool agent = match.agent == RoleMatch::kOther;
      const bool patient = match.patient == RoleMatch::kOther;
      if (agent == patient) continue;
      const RoleMatch rest = agent ? match.patient : match.agent;
      if (rest != RoleMatch::kSame && alignment_.covered < kSameRest) continue;
      const int a = here.WordOf(token);
      const int b = there.WordOf(other.tokens.begin);
      RoleExchange exchange;
      exchange.draft = NameIn(
          here, words_,
          agent ? syntax::AgentOf(here, a) : syntax::PatientOf(here, a));
      exchange.source = NameIn(
          there, others_,
          agent ? syntax::AgentOf(there, b) : syntax::PatientOf(there, b));
      if (exchange.draft.empty() || exchange.source.empty() ||
          IsSaidOf(exchange.draft, words_.words[token])) {
        continue;
      }
      found.push_back(exchange);
    }
    return found;
  }

 private:
  // A name of the draft that sources have, but the sentence beside it does not
  // in that place.
  bool HasStrayName() const {
    for (size_t i = 0; i < alignment_.draft_units.size(); ++i) {
      const SentenceUnit& unit = alignment_.draft_units[i];
      const DraftWord& word = words_.words[unit.tokens.begin];
      if (unit.kind == SentenceUnit::kWord &&
          alignment_.partner[i] == kNone && word.Is(DraftWord::kContent) &&
          word.Is(DraftWord::kCapital) &&
          !sources_.Holding(word.stem).empty()) {
        return true;
      }
    }
    return false;
  }

  // The name that ends with `head`; empty: it is none.
  static TokenRange NameIn(const ParsedSentence& tree, const DraftWords& words,
                           int head) {
    if (head == kNoWord || tree.words[head].upos != syntax::Upos::kPropn) {
      return {};
    }
    const auto token = [&](int word) { return tree.source[word].tokens.begin; };
    const auto capital = [&](int word) {
      return word >= 0 && word < tree.size() &&
             tree.words[word].upos == syntax::Upos::kPropn &&
             words.words[token(word)].Is(DraftWord::kContent);
    };
    int begin = head, end = head + 1;
    while (capital(begin - 1)) --begin;
    while (end < tree.size() && capital(end)) ++end;
    return {token(begin), tree.source[end - 1].tokens.end};
  }

  // Whether a source has one of the words of the name with the verb elsewhere; or
  // has none of them, or an acronym, which the other name may be in full.
  bool IsSaidOf(TokenRange name, const DraftWord& verb) const {
    const TokenizedText& text =
        sources_.document(alignment_.draft.document).text;
    bool known = false;
    for (uint32_t t = name.begin; t < name.end; ++t) {
      const DraftWord& word = words_.words[t];
      if (!word.Is(DraftWord::kContent)) continue;
      bool beside = false;
      size_t seen = 0;
      for (const SentenceRef at : sources_.Holding(word.stem)) {
        if (++seen > kMostPlaces) return true;
        known = true;
        if (at == alignment_.source) {
          beside = true;
          continue;
        }
        const DraftWords& there = sources_.words(at.document);
        const TokenRange tokens = sources_.Tokens(at);
        for (uint32_t s = tokens.begin; s < tokens.end; ++s) {
          if (WordSupport(words_, verb, there, there.words[s],
                          Synonyms::kListed) >= kSameVerb) {
            return true;
          }
        }
      }
      if (text.tokens[t].Is(Token::kAllCaps) && !beside) return true;
    }
    return !known;
  }

  const DraftSources& sources_;
  const SentenceAlignment& alignment_;
  FrameReader& frames_;
  const DraftWords& words_;
  const DraftWords& others_;
};

}  // namespace

std::vector<RoleExchange> FindRoleExchanges(const DraftSources& sources,
                                            const SentenceAlignment& alignment,
                                            FrameReader* frames) {
  return Finder(sources, alignment, frames).Find();
}

}  // namespace claimcheck
