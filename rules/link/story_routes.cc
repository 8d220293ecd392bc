// Where a voyage went from and to: "from Mumbai to Durban", "left Durban for Mumbai".

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens from a preposition to the name it leads to, and from one place to the other.
constexpr uint32_t kNameReach = 7;
constexpr uint32_t kOtherReach = 6;

struct Route {
  SentenceRef at;
  uint32_t from = kNone, to = kNone;  // corpus-wide
  Span span;
};
struct Routes {
  std::vector<Route> all;
};

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  std::vector<Route> Read() const {
    std::vector<Route> routes;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      const auto names = MentionsIn(doc_.names, s);
      if (names.size() < 2 || !UsableSentence(doc_, s)) continue;
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      bool voyage = false;
      if (!IsOneWay(tokens, &voyage)) continue;
      for (uint32_t t = tokens.begin; t + 2 < tokens.end; ++t) {
        const absl::string_view word = doc_.text.Folded(t);
        Route route;
        route.at = {d_, s};
        if (word == "from" && voyage) {
          ReadPair(names, t, {"to", "for", "towards", "toward"}, /*turned=*/false, &route);
        } else if (IsOneOf(word, {"left", "leaving", "departed", "leaves"})) {
          ReadPair(names, t, {"for", "to"}, /*turned=*/false, &route);
        } else if (word == "for" && t > 0 && IsOneOf(doc_.text.Folded(t - 1), {"bound", "left", "sailed", "leaving"})) {
          ReadPair(names, t, {"from"}, /*turned=*/true, &route);
        } else if (word == "to" && voyage) {
          ReadPair(names, t, {"from"}, /*turned=*/true, &route);
        }
        if (route.from != kNone && route.from != route.to) routes.push_back(route);
      }
    }
    return routes;
  }

 private:
  // Not there and back; `voyage`: something is under way.
  bool IsOneWay(TokenRange tokens, bool* voyage) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const uint32_t word = doc_.text.tokens[t].word;
      if (words::kBackWords.Contains(word)) return false;
      *voyage |= words::kVoyageWords.Contains(word);
    }
    return true;
  }

  // The name that a preposition leads to: "the island of Ilaya".
  const NameMention* Led(absl::Span<const NameMention> names, uint32_t preposition) const {
    for (const NameMention& name : names) {
      if (name.tokens.begin <= preposition || name.form != NameMention::kName) continue;
      if (name.tokens.begin > preposition + kNameReach || name.entity == kNone ||
          doc_.entities[name.entity].type == NameType::kPerson) {
        return nullptr;
      }
      for (uint32_t t = preposition + 1; t < name.tokens.begin; ++t) {
        if (doc_.text.tokens[t].kind == TokenKind::kPunctuation && !doc_.text.IsChar(t, '-')) {
          return nullptr;
        }
        if (doc_.lex.Has(t, Lex::kPreposition) && doc_.text.Folded(t) != "of") return nullptr;
      }
      return &name;
    }
    return nullptr;
  }

  void ReadPair(absl::Span<const NameMention> names, uint32_t first,
                std::initializer_list<absl::string_view> second, bool turned,
                Route* route) const {
    const NameMention* const a = Led(names, first);
    if (a == nullptr) return;
    for (uint32_t t = a->tokens.end; t <= a->tokens.end + kOtherReach; ++t) {
      if (t >= doc_.text.sentences[a->sentence].tokens.end ||
          doc_.text.IsChar(t, ';') || doc_.text.Folded(t) == "and") {
        return;
      }
      if (!IsOneOf(doc_.text.Folded(t), second)) continue;
      const NameMention* const b = Led(names, t);
      if (b == nullptr) return;
      route->from = story_.corpus().GlobalEntity(d_, (turned ? b : a)->entity);
      route->to = story_.corpus().GlobalEntity(d_, (turned ? a : b)->entity);
      route->span = doc_.text.tokens[first].span.Hull(b->span);
      return;
    }
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

}  // namespace

namespace {

// One end is the same and the other another town, and neither text tells of a third
// place: a voyage has legs.
bool OtherEnd(const Corpus& corpus, const std::vector<Route>& left, const Route& a,
              const std::vector<Route>& right, const Route& b) {
  if ((a.from == b.from) == (a.to == b.to)) return false;
  const auto only = [](const std::vector<Route>& routes, const Route& of) {
    return std::all_of(routes.begin(), routes.end(), [&](const Route& route) {
      return route.from == of.from && route.to == of.to;
    });
  };
  if (!only(left, a) || !only(right, b)) return false;
  const auto relation = a.from == b.from ? corpus.RelatePlaces(a.to, b.to)
                                         : corpus.RelatePlaces(a.from, b.from);
  return relation && *relation == RangeRelation::kDisjoint;
}

}  // namespace

void CompareRoutes(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [&](uint32_t d) -> const std::vector<Route>& {
    return story->Once<Routes>(d, [&] { return Routes{Reader(*story, d).Read()}; }).all;
  };
  const auto tells = [](const std::vector<Route>& routes, uint32_t from, uint32_t to) {
    return std::any_of(routes.begin(), routes.end(), [&](const Route& route) {
      return route.from == from && route.to == to;
    });
  };
  const std::vector<Route>& left = read(pair.left);
  if (left.empty()) return;
  const std::vector<Route>& right = read(pair.right);
  for (const Route& a : left) {
    for (const Route& b : right) {
      const bool turned = a.from == b.to && a.to == b.from;
      // Who tells of both ways tells of two voyages.
      if (!turned && !OtherEnd(story->corpus(), left, a, right, b)) continue;
      if (tells(left, b.from, b.to) || tells(right, a.from, a.to) ||
          story->PastYear(a.at) != story->PastYear(b.at)) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kWhere, Departure::kValue, a.at, a.span, b.at,
                                 b.span, 100));
    }
  }
}

}  // namespace claimcheck
