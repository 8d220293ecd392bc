#include "rules/link/parties.h"

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/roles.h"
#include "rules/link/countries.h"

namespace claimcheck {
namespace {

using syntax::kNoWord;
using syntax::ParsedSentence;
using SyntaxRelation = syntax::Relation;
using syntax::Upos;

// What is further below than this belongs to no name.
constexpr int kMaxChain = 6;

// The words that a party is called by: those of its name, or its noun.
struct Called {
  std::vector<uint32_t> names, titles;
  uint32_t noun = kNone;
};

Called CalledBy(const PartySide& side, int head) {
  Called called;
  const ParsedSentence& s = side.tree;
  if (head == kNoWord || s.words[head].upos == Upos::kPron) return called;
  const auto add = [&](int w) {
    const uint32_t token = s.source[w].tokens.begin;
    const DraftWord& word = side.words.words[token];
    if (!word.Is(DraftWord::kContent)) return;
    const uint64_t mask = side.doc.lex.Mask(token);
    if ((mask & (Bit(Lex::kTitle) | Bit(Lex::kRoleNoun))) != 0 ||
        side.doc.text.tokens[token].folded_size < 3) {
      called.titles.push_back(token);
    } else if (s.words[w].upos == Upos::kPropn ||
               word.Is(DraftWord::kCapital) ||
               (mask & (Bit(Lex::kCountry) | Bit(Lex::kDemonym))) != 0) {
      called.names.push_back(token);
    }
  };
  add(head);
  for (int i = s.words[head].begin; i < s.words[head].end; ++i) {
    if (i == head) continue;
    // What is part of the name, at most two steps below.
    int up = i, steps = 0;
    bool part = true;
    while (up != head && part && steps < 3) {
      switch (s.words[up].relation) {
        case SyntaxRelation::kCompound:
        case SyntaxRelation::kFlat:
        case SyntaxRelation::kAppos:
        case SyntaxRelation::kNmodDesc:
        case SyntaxRelation::kAmod:
        case SyntaxRelation::kNmodUnmarked:
          up = s.words[up].head;
          ++steps;
          break;
        default:
          part = false;
      }
    }
    if (part && up == head) add(i);
  }
  if (s.words[head].upos == Upos::kNoun || called.names.empty()) {
    const uint32_t token = s.source[head].tokens.begin;
    if (side.words.words[token].Is(DraftWord::kContent) ||
        s.words[head].upos == Upos::kNoun) {
      called.noun = token;
    }
  }
  std::sort(called.names.begin(), called.names.end());
  return called;
}

// Whether `w` belongs to what `head` is called, or to one named beside it; not
// to what is told of it.
bool IsInName(const ParsedSentence& s, int w, int head) {
  for (int step = 0; w != head && step < kMaxChain; ++step) {
    switch (s.words[w].relation) {
      case SyntaxRelation::kAppos:
      case SyntaxRelation::kAcl:
      case SyntaxRelation::kAclRelcl:
      case SyntaxRelation::kParataxis:
        return false;
      default:
        w = s.words[w].head;
    }
    if (w == kNoWord) return false;
  }
  return w == head;
}

// The countries that the words mean: "Norwegian", "Norway"; or for which they may
// stand: "Oslo".
template <typename Country>
std::vector<absl::string_view> CountriesOf(const PartySide& side,
                                           const std::vector<uint32_t>& names,
                                           Country country) {
  std::vector<absl::string_view> countries;
  for (const uint32_t token : names) {
    const absl::string_view found = country(side.doc, token);
    if (!found.empty()) countries.push_back(found);
  }
  return countries;
}

}  // namespace

TokenRange PartyTokens(const PartySide& side, int head) {
  const ParsedSentence& s = side.tree;
  int begin = head, end = head + 1;
  const auto part = [&](int w) {
    return w >= 0 && w < s.size() && s.words[w].upos == Upos::kPropn &&
           side.words.words[s.source[w].tokens.begin].Is(DraftWord::kContent);
  };
  if (s.words[head].upos == Upos::kPropn) {
    while (part(begin - 1)) --begin;
    while (part(end)) ++end;
  }
  return {s.source[begin].tokens.begin, s.source[end - 1].tokens.end};
}

uint32_t OtherNationality(const PartySide& draft, int a,
                          const PartySide& source, int b) {
  if (a == kNoWord || b == kNoWord ||
      draft.tree.words[a].upos != Upos::kNoun ||
      source.tree.words[b].upos != Upos::kNoun) {
    return kNone;
  }
  const Called mine = CalledBy(draft, a), theirs = CalledBy(source, b);
  if (mine.noun == kNone || theirs.noun == kNone ||
      WordSupport(draft.words, draft.words.words[mine.noun], source.words,
                  source.words.words[theirs.noun], Synonyms::kListed) < 75) {
    return kNone;
  }
  const auto here = CountriesOf(draft, mine.names, NationOf);
  const auto there = CountriesOf(source, theirs.names, NationOf);
  if (here.size() != 1 || there.size() != 1 || OneCountry(here[0], there[0])) {
    return kNone;
  }
  for (const uint32_t token : mine.names) {
    if (!NationOf(draft.doc, token).empty()) return token;
  }
  return kNone;
}

bool IsNamed(const PartySide& side, int head) {
  return head != kNoWord && side.tree.words[head].upos == Upos::kPropn &&
         !CalledBy(side, head).names.empty();
}

SameParty CompareParties(const PartySide& draft, int a, const PartySide& source,
                         int b) {
  const Called mine = CalledBy(draft, a), theirs = CalledBy(source, b);
  const bool named = !mine.names.empty(), other_named = !theirs.names.empty();
  if ((!named && mine.noun == kNone) ||
      (!other_named && theirs.noun == kNone)) {
    return SameParty::kUnknown;
  }
  const auto alike = [&](uint32_t x, uint32_t y) {
    return WordSupport(draft.words, draft.words.words[x], source.words,
                       source.words.words[y], Synonyms::kListed) >= 75;
  };
  if (named && other_named) {
    size_t common = 0;
    for (const uint32_t x : mine.names) {
      common += std::any_of(theirs.names.begin(), theirs.names.end(),
                            [&](uint32_t y) { return alike(x, y); });
    }
    if (common == mine.names.size() || common >= theirs.names.size()) {
      return SameParty::kSame;
    }
    if (common > 0) return SameParty::kUnknown;
    for (const absl::string_view x : CountriesOf(draft, mine.names, CountryOf)) {
      for (const absl::string_view y : CountriesOf(source, theirs.names, CountryOf)) {
        if (x == y) return SameParty::kSame;
      }
    }
    // "The ministry of Norland" and "Norland"; one of several who did it.
    for (const PartySide* side : {&draft, &source}) {
      const bool is_draft = side == &draft;
      const int head = is_draft ? a : b;
      const syntax::WordRange all = syntax::SubtreeOf(side->tree, head);
      for (int w = all.begin; w < all.end; ++w) {
        if (!IsInName(side->tree, w, head)) continue;
        const uint32_t token = side->tree.source[w].tokens.begin;
        for (const uint32_t name : is_draft ? theirs.names : mine.names) {
          if (is_draft ? alike(token, name) : alike(name, token)) {
            return SameParty::kUnknown;
          }
        }
      }
    }
    // Short for the other: "Hibs" and "Hibernian".
    for (const uint32_t x : mine.names) {
      for (const uint32_t y : theirs.names) {
        constexpr size_t kPrefix = 3;
        const absl::string_view p = draft.doc.text.Folded(x);
        const absl::string_view q = source.doc.text.Folded(y);
        if (p.substr(0, kPrefix) == q.substr(0, kPrefix)) {
          return SameParty::kUnknown;
        }
      }
    }
    // Acronyms of names that the other side writes out.
    for (const PartySide* side : {&draft, &source}) {
      for (const uint32_t t : side == &draft ? mine.names : theirs.names) {
        if (side->doc.text.tokens[t].Is(Token::kAllCaps)) {
          return SameParty::kUnknown;
        }
      }
    }
    return SameParty::kOther;
  }
  // "The minister" and "Minister Dahl".
  if (mine.noun != kNone || theirs.noun != kNone) {
    std::vector<uint32_t> x = mine.titles, y = theirs.titles;
    if (mine.noun != kNone) x.push_back(mine.noun);
    if (theirs.noun != kNone) y.push_back(theirs.noun);
    for (const uint32_t i : x) {
      for (const uint32_t j : y) {
        if (alike(i, j)) return SameParty::kSame;
      }
    }
    // A name that begins a sentence may look like another word.
    for (const uint32_t name : mine.names) {
      if (theirs.noun != kNone && alike(name, theirs.noun)) {
        return SameParty::kSame;
      }
    }
    for (const uint32_t name : theirs.names) {
      if (mine.noun != kNone && alike(mine.noun, name)) return SameParty::kSame;
    }
  }
  if (named || other_named) return SameParty::kUnknown;
  const WordRelation relation = RelateWords(draft.words.words[mine.noun],
                                            source.words.words[theirs.noun]);
  return relation == WordRelation::kNone || relation == WordRelation::kSister ||
                 relation == WordRelation::kOpposite
             ? SameParty::kOther
             : SameParty::kUnknown;
}

}  // namespace claimcheck
