// Which country a firm, a ship or a team is of, as two texts of a story have it: "the Swiss
// rival Orla Group", "Germany's Orla Group"; "the Danish vessel Costana".

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "rules/link/background_idf.h"
#include "rules/link/countries.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

struct OfNation {
  SentenceRef at;
  uint32_t entity = kNone;  // corpus-wide
  absl::string_view country;
  Span span;  // what tells it and the name
};

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  std::vector<OfNation> Read() const {
    std::vector<OfNation> found;
    for (const NameMention& name : doc_.names) {
      if (name.form != NameMention::kName || name.entity == kNone ||
          !UsableSentence(doc_, name.sentence)) {
        continue;
      }
      const NameType type = doc_.entities[name.entity].type;
      if ((type != NameType::kOrganisation && type != NameType::kUnknown) ||
          !IsOwn(name)) {
        continue;
      }
      const TokenRange sentence = doc_.text.sentences[name.sentence].tokens;
      uint32_t told = Before(name, sentence.begin);
      if (told == kNone) told = Behind(name, sentence.end);
      if (told == kNone) continue;
      found.push_back({{d_, name.sentence},
                       story_.corpus().GlobalEntity(d_, name.entity),
                       NationOf(doc_, told),
                       doc_.text.tokens[told].span.Hull(name.span)});
    }
    return found;
  }

 private:
  static constexpr uint32_t kMostBetween = 4;  // tokens

  // A name that no other bears: not "the Foreign Ministry", "the Social Democrats".
  bool IsOwn(const NameMention& name) const {
    const DraftWords& words = story_.words(d_);
    for (uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
      if (words.words[t].idf >= kUnlistedIdf && !doc_.lex.Has(t, Lex::kOrgNoun)) return true;
    }
    return false;
  }

  bool Is(uint32_t t, absl::string_view word) const { return doc_.text.Folded(t) == word; }
  // "Danish", and no part of a name or of "Anglo-Danish".
  bool IsDemonym(uint32_t t) const {
    const LexHit* const hit = doc_.lex.Find(t, Lex::kDemonym);
    if (hit == nullptr || hit->entry->HasTag("person") || NationOf(doc_, t).empty() ||
        IsInName(t)) {
      return false;
    }
    return t == 0 || !doc_.text.IsChar(t - 1, '-');
  }
  bool IsInName(uint32_t t) const {
    return std::any_of(doc_.names.begin(), doc_.names.end(), [&](const NameMention& name) {
      return name.form == NameMention::kName && name.tokens.size() > 1 &&
             name.tokens.Contains(t);
    });
  }
  // What may stand between "Danish" and a name: "supply ship", not "police searched", of
  // which the last word happens.
  bool Describes(uint32_t t, bool last) const {
    const bool happens = last && std::any_of(
        doc_.events.begin(), doc_.events.end(),
        [&](const Event& event) { return event.tokens.begin == t; });
    const bool joined = t > 0 && doc_.text.IsChar(t - 1, '-');
    return doc_.text.tokens[t].kind == TokenKind::kWord && !happens &&
           (joined || !absl::EndsWith(doc_.text.Folded(t), "ed")) &&
           !doc_.text.tokens[t].Is(Token::kCapital) && !doc_.lex.Has(t, Lex::kPreposition) &&
           !doc_.lex.Has(t, Lex::kConjunction) && !doc_.lex.Has(t, Lex::kAuxiliary) &&
           !doc_.lex.Has(t, Lex::kDeterminer) && !doc_.lex.Has(t, Lex::kPronoun) &&
           !doc_.lex.Has(t, Lex::kSayVerb) && !doc_.lex.Has(t, Lex::kStopWord);
  }

  // The token that names a nation before the name.
  uint32_t Before(const NameMention& name, uint32_t first) const {
    uint32_t t = name.tokens.begin;
    // "Germany's Orla Group".
    if (t > first + 1 && Is(t - 1, "'s") && doc_.lex.Has(t - 2, Lex::kCountry) &&
        !IsInName(t - 2)) {
      return t - 2;
    }
    // "A Korean bidder, Orla Bus", "an Argentine icebreaker, the Costana".
    uint32_t between = 0;
    bool apposed = false;
    if (t > first + 2 && Is(t - 1, "the") && doc_.text.IsChar(t - 2, ',')) --t;
    if (t > first + 1 && doc_.text.IsChar(t - 1, ',')) {
      --t;
      apposed = true;
    }
    // "Norwegian-registered".
    for (; t > first && between <= kMostBetween; ++between) {
      --t;
      if (IsDemonym(t)) {
        const bool hyphen = doc_.text.IsChar(t + 1, '-');
        if (hyphen && !Is(t + 2, "registered") && !Is(t + 2, "flagged")) return kNone;
        // "Danish Orla" is no description; "a ship of the Danish, Orla".
        return between > 0 && (!apposed || BeginsWithArticle(t, first)) ? t : kNone;
      }
      if (doc_.text.IsChar(t, '-') && t > first + 1 && IsDemonym(t - 1)) continue;
      if (!Describes(t, /*last=*/between == 0)) return kNone;
    }
    return kNone;
  }
  bool BeginsWithArticle(uint32_t t, uint32_t first) const {
    return t > first && (Is(t - 1, "a") || Is(t - 1, "an"));
  }

  // "Orla Metals of Australia", "the Costana, a Danish vessel".
  uint32_t Behind(const NameMention& name, uint32_t end) const {
    uint32_t t = name.tokens.end;
    if (t + 1 < end && Is(t, "of") && doc_.lex.Has(t + 1, Lex::kCountry) &&
        !IsInName(t + 1)) {
      return t + 1;
    }
    if (t + 3 < end && doc_.text.IsChar(t, ',') && (Is(t + 1, "a") || Is(t + 1, "an")) &&
        IsDemonym(t + 2) && Describes(t + 3, /*last=*/false)) {
      return t + 2;
    }
    return kNone;
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

}  // namespace

void CompareNations(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [story](uint32_t d) -> const std::vector<OfNation>& {
    return story->Once<std::vector<OfNation>>(d, [&] { return Reader(*story, d).Read(); });
  };
  const std::vector<OfNation>& left = read(pair.left);
  const std::vector<OfNation>& right = read(pair.right);
  // A text that names the other country beside it knows of both.
  const auto tells = [&](const std::vector<OfNation>& others, const OfNation& one) {
    return std::any_of(others.begin(), others.end(), [&](const OfNation& other) {
      return other.entity == one.entity && OneCountry(other.country, one.country);
    });
  };
  ToldPlaces told(*out);
  for (const OfNation& a : left) {
    for (const OfNation& b : right) {
      if (a.entity != b.entity || OneCountry(a.country, b.country) || tells(right, a) ||
          tells(left, b) ||
          told.Tells(a.at.document, a.span, b.at.document, b.span)) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kName, Departure::kContrast, a.at, a.span,
                                 b.at, b.span, 80));
    }
  }
}

}  // namespace claimcheck
