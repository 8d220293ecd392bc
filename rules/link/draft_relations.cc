// Who does what to whom, in a draft and in its sources; and what one of them
// tells as done and the other as planned, possible or not done.

#include <algorithm>
#include <vector>

#include "absl/types/span.h"
#include "claims/lexicon/word_sets.h"
#include "rules/link/draft_reader.h"
#include "rules/link/parties.h"

namespace claimcheck {
namespace {

using syntax::kNoWord;

// Two verbs as alike as this are one.
constexpr int kSameVerb = 75;
// What else the source sentence has to say of the draft's, in hundredths.
constexpr int kEnoughRest = 50;

enum class Way : uint8_t { kNone, kFrom, kTo };

// Which way somebody moves whom a relation names with a place: "left Arlen", "flew
// from Arlen", "left for Arlen".
Way WayOf(const PartySide& side, const Relation& relation) {
  const DraftWord& verb = side.words.words[relation.token];
  if (relation.kind != Relation::kAct || relation.nominal ||
      relation.second == kNoWord ||
      !words::kMovingVerbs.ContainsStem(verb.stem)) {
    return Way::kNone;
  }
  if (relation.preposition == 0) {
    return words::kDepartingVerbs.ContainsStem(verb.stem) ? Way::kFrom
                                                        : Way::kNone;
  }
  if (words::kOriginPrepositions.Contains(relation.preposition)) return Way::kFrom;
  return words::kGoalPrepositions.Contains(relation.preposition) ? Way::kTo
                                                                : Way::kNone;
}

// From a place and to it.
bool AreOtherWays(const PartySide& here, const Relation& mine,
                  const PartySide& there, const Relation& other) {
  const Way a = WayOf(here, mine), b = WayOf(there, other);
  return a != Way::kNone && b != Way::kNone && a != b && IsNamed(here, mine.second) &&
         CompareParties(here, mine.second, there, other.second) ==
             SameParty::kSame;
}

// "Roe gave it to Lind", "Lind gave it to Roe".
bool GaveAndGot(const PartySide& here, const Relation& mine, const PartySide& there,
                const Relation& other) {
  return IsNamed(here, mine.first) && IsNamed(here, mine.recipient) &&
         CompareParties(here, mine.first, there, other.recipient) == SameParty::kSame &&
         CompareParties(here, mine.recipient, there, other.first) == SameParty::kSame;
}

}  // namespace

const std::vector<Relation>& DraftReader::RelationsOf(SentenceRef at) {
  std::unique_ptr<std::vector<Relation>>& kept =
      relations_[static_cast<uint64_t>(at.document) << 32 | at.sentence];
  if (kept == nullptr) {
    kept = std::make_unique<std::vector<Relation>>(
        ReadRelations(sources_.document(at.document),
                      sources_.words(at.document), frames_.Tree(at)));
  }
  return *kept;
}

std::vector<SentenceRef> DraftReader::Telling(const Relation& mine) const {
  std::vector<SentenceRef> found;
  for (const UnitSentence& sentence : near_) found.push_back(sentence.at);
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWord& word = words.words[mine.token];
  std::vector<uint32_t> keys = {word.stem};
  for (const WordClass& cls : words.Classes(word)) keys.push_back(cls.member);
  for (const uint32_t key : keys) {
    size_t seen = 0;
    for (const SentenceRef at : sources_.Holding(key)) {
      if (++seen > kMostPlaces) break;
      found.push_back(at);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool DraftReader::AreOpposed(const Relation& mine, SentenceRef at,
                             const Relation& other) const {
  if (mine.kind != Relation::kAct || other.kind != Relation::kAct ||
      other.nominal || mine.particle != other.particle) {
    return false;
  }
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(at.document);
  const WordClass* cls = FindContrast(words, words.words[mine.token], others,
                                      others.words[other.token]);
  return cls != nullptr && cls->entry->HasTag("opposite");
}

// "Sent threatening letters", "received threatening letters", as the parser has them.
bool DraftReader::HangOnOpposed(const Relation& mine, SentenceRef at,
                                const Relation& other) {
  const auto governor = [](const syntax::ParsedSentence& tree, const Relation& relation) {
    const syntax::ParsedWord& word = tree.words[relation.word];
    return word.relation == syntax::Relation::kXcomp ? word.head : kNoWord;
  };
  const syntax::ParsedSentence& here = frames_.Tree(draft_);
  const syntax::ParsedSentence& there = frames_.Tree(at);
  const int a = governor(here, mine), b = governor(there, other);
  if (a == kNoWord || b == kNoWord) return false;
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(at.document);
  return FindContrast(words, words.words[here.source[a].tokens.begin], others,
                      others.words[there.source[b].tokens.begin]) != nullptr;
}

bool DraftReader::HasVerb(const Relation& mine, SentenceRef at) const {
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(at.document);
  const DraftWord& word = words.words[mine.token];
  const TokenRange tokens = sources_.Tokens(at);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (WordSupport(words, word, others, others.words[t], Synonyms::kListed) >=
            kSameVerb ||
        FindContrast(words, word, others, others.words[t]) != nullptr) {
      return true;
    }
  }
  return false;
}

bool DraftReader::SameRelation(const Relation& mine, SentenceRef at,
                               const Relation& other) const {
  if (mine.kind != other.kind) return false;
  if (mine.kind == Relation::kOffice) return mine.office == other.office;
  const bool compared = mine.kind == Relation::kComparison;
  if (mine.kind != Relation::kAct && !compared) return true;
  if (compared && mine.particle != other.particle) return false;
  const DraftWords& words = sources_.words(draft_.document);
  const DraftWords& others = sources_.words(at.document);
  // To end up is not to finish.
  if (mine.particle != other.particle &&
      words.words[mine.token].stem != others.words[other.token].stem) {
    return false;
  }
  return WordSupport(words, words.words[mine.token], others,
                     others.words[other.token], Synonyms::kListed) >=
         (other.nominal ? 100 : kSameVerb);
}

int DraftReader::CoveredBy(SentenceRef at, uint32_t without) const {
  const UnitSentence& source = SentenceOf(at.document, at.sentence);
  int total = 0, shared = 0;
  for (uint32_t u = 0; u < here_.units.size(); ++u) {
    const SentenceUnit& mine = here_.units[u];
    if (mine.tokens.Contains(without) ||
        (mine.kind == SentenceUnit::kWord &&
         !Word(draft_.document, mine).Is(DraftWord::kContent))) {
      continue;
    }
    int best = 0;
    for (const SentenceUnit& other : source.units) {
      best = std::max(best, UnitSupport(sources_, draft_.document, mine,
                                        at.document, other));
      if (best == 100) break;
    }
    const int weight = UnitWeight(sources_, draft_.document, mine);
    total += weight;
    shared += weight * best / 100;
  }
  return total == 0 ? 0 : 100 * shared / total;
}

bool DraftReader::TellsOtherEnd(SentenceRef source) const {
  const auto holds = [&](SentenceRef at, const auto& is_one) {
    const TokenizedText& text = sources_.document(at.document).text;
    const TokenRange tokens = sources_.Tokens(at);
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (is_one(text.tokens[t].word)) return true;
    }
    return false;
  };
  const auto is = [](absl::string_view word) {
    return [hash = WordHash(word)](uint32_t other) { return other == hash; };
  };
  const auto in = [](const auto& set) {
    return [&set](uint32_t word) { return set.Contains(word); };
  };
  const auto told = [&](SentenceRef a, SentenceRef b) {
    return (holds(a, is("since")) && holds(b, is("last"))) ||
           (holds(a, is("first")) && holds(b, in(words::kUntilNowWords))) ||
           ((holds(a, is("until")) || holds(a, is("till"))) &&
            holds(b, in(words::kStoppingWords)));
  };
  return told(draft_, source) || told(source, draft_);
}

void DraftReader::AddRelation(DetailKind kind, TokenRange tokens,
                              Departure departure, SentenceRef at,
                              TokenRange other) {
  Detail detail = Start(kind, tokens);
  detail.held = DetailHeld::kSomewhere;
  detail.departure = departure;
  detail.clean = true;
  SetCounterpart(at, other, &detail);
  out_.push_back(detail);
}

bool DraftReader::IsTurnedAlready() const {
  for (size_t i = out_.size(); i > 0; --i) {
    const Detail& detail = out_[i - 1];
    if (detail.document != draft_.document ||
        detail.sentence != draft_.sentence) {
      return false;
    }
    if (detail.departure == Departure::kNegation ||
        (detail.departure == Departure::kOpposite && detail.clean)) {
      return true;
    }
  }
  return false;
}

void DraftReader::CompareRelations() {
  // A copy: the sentences of sources are read into the same table.
  const std::vector<Relation> all = RelationsOf(draft_);
  for (const Relation& relation : all) {
    if (relation.nominal || sources_.words(draft_.document)
                                .words[relation.token]
                                .Is(DraftWord::kCapital)) {
      continue;
    }
    if (relation.first != kNoWord || relation.second != kNoWord) {
      CompareRelation(relation);
    }
  }
}

void DraftReader::CompareRelation(const Relation& mine) {
  const PartySide here = {doc(), sources_.words(draft_.document),
                          frames_.Tree(draft_)};
  struct Found {
    SentenceRef at;
    const Relation* relation = nullptr;
  };
  Found exchanged, other_first, other_second, turned, open, other_kin, opposite, other_nation;
  TokenRange nation_tokens, nation_there;
  for (const SentenceRef at : Telling(mine)) {
    if (mine.kind == Relation::kAct && !HasVerb(mine, at)) continue;
    const PartySide there = {sources_.document(at.document),
                             sources_.words(at.document), frames_.Tree(at)};
    for (const Relation& other : RelationsOf(at)) {
      if (AreOtherKin(mine, other)) {
        const auto same = [&](int a, int b) {
          return CompareParties(here, a, there, b) == SameParty::kSame;
        };
        if (!mine.negated && !other.negated &&
            ((same(mine.first, other.first) &&
              same(mine.second, other.second)) ||
             (same(mine.first, other.second) &&
              same(mine.second, other.first)))) {
          other_kin = {at, &other};
        }
        continue;
      }
      const bool opposed = AreOpposed(mine, at, other);
      if (!opposed && !SameRelation(mine, at, other)) continue;
      if (HangOnOpposed(mine, at, other)) continue;
      const SameParty first =
          CompareParties(here, mine.first, there, other.first);
      const SameParty second =
          mine.preposition != other.preposition
              ? SameParty::kUnknown
              : CompareParties(here, mine.second, there, other.second);
      const bool same_first = first == SameParty::kSame;
      const bool same_second = second == SameParty::kSame;
      if (!opposed && !mine.negated && !other.negated && mine.fact() && other.fact() &&
          AreOtherWays(here, mine, there, other)) {
        if (same_first && CoveredBy(at, mine.token) >= kEnoughRest) {
          opposite = {at, &other};
        }
        continue;
      }
      if (first != SameParty::kOther && second != SameParty::kOther &&
          (same_first || same_second || other.nominal)) {
        const bool turns = (mine.negated != other.negated) != opposed;
        const bool told = !turns && (!mine.fact() || other.fact());
        // What a source says as the draft does, or may say, is no matter.
        if (told && (same_first || same_second)) return;
        if (CoveredBy(at, mine.token) < kEnoughRest) continue;
        // "Since a victory in May" says nothing of "has not won".
        if (other.nominal && !other.negated && !other.possible) continue;
        if (opposed) {
          if (turns && same_first && same_second && other.fact()) {
            opposite = {at, &other};
          }
        } else if (turns) {
          if (!(other.negated && other.possible) && !mine.deep && !other.deep &&
              !HasOtherFigure(at) && !TellsOtherEnd(at)) {
            turned = {at, &other};
          }
        } else if (other.possible && !other.negated) {
          open = {at, &other};
        }
        continue;
      }
      if (opposed || mine.negated || other.negated || mine.nominal || other.nominal) {
        continue;
      }
      const bool mutual = mine.mutual || mine.kind == Relation::kSpouse ||
                          mine.kind == Relation::kSibling;
      // "Ahead of Moe", "behind Lind".
      if (!mutual && mine.preposition == other.preposition &&
          mine.first != kNoWord && mine.second != kNoWord && !same_first && !same_second &&
          CompareParties(here, mine.first, there, other.second) ==
              SameParty::kSame &&
          CompareParties(here, mine.second, there, other.first) ==
              SameParty::kSame) {
        exchanged = {at, &other};
        continue;
      }
      if (!mutual && GaveAndGot(here, mine, there, other)) {
        exchanged = {at, &other};
        continue;
      }
      // "Roe was sentenced", "Roe sentenced Lind".
      if (!mutual && mine.kind == Relation::kAct && other.kind == Relation::kAct &&
          mine.first == kNoWord && IsNamed(here, mine.second) && other.first != kNoWord &&
          IsNamed(there, other.second) &&
          CompareParties(here, mine.second, there, other.first) == SameParty::kSame &&
          second == SameParty::kOther &&
          CoveredBy(at, here.tree.source[mine.second].tokens.begin) >= kEnoughRest) {
        exchanged = {at, &other};
        continue;
      }
      // "Two German climbers were rescued", "two Austrian climbers".
      const bool alone_first =
          mine.second == kNoWord && other.second == kNoWord;
      const bool alone_second = mine.first == kNoWord && other.first == kNoWord;
      const uint32_t nation_first =
          same_second || alone_first
              ? OtherNationality(here, mine.first, there, other.first)
              : kNone;
      const uint32_t nation_second =
          same_first || alone_second
              ? OtherNationality(here, mine.second, there, other.second)
              : kNone;
      const uint32_t nation =
          nation_first != kNone ? nation_first : nation_second;
      if (nation != kNone && CoveredBy(at, nation) >= kEnoughRest) {
        const int party = nation_first != kNone ? other.first : other.second;
        other_nation = {at, &other};
        nation_tokens = {nation, nation + 1};
        nation_there = PartyTokens(there, party);
        continue;
      }
      const bool named_first =
          IsNamed(here, mine.first) && IsNamed(there, other.first);
      const bool named_second =
          IsNamed(here, mine.second) && IsNamed(there, other.second);
      const int needed = mine.kind == Relation::kOffice ? 0 : kEnoughRest;
      if ((mine.kind != Relation::kAct && mine.kind != Relation::kOffice &&
           mine.kind != Relation::kSuccession) ||
          mine.mutual) {
        continue;
      }
      if (first == SameParty::kOther && same_second && named_first &&
          CoveredBy(at, here.tree.source[mine.first].tokens.begin) >= needed) {
        other_first = {at, &other};
      }
      if (second == SameParty::kOther && same_first && named_second &&
          CoveredBy(at, here.tree.source[mine.second].tokens.begin) >= needed) {
        other_second = {at, &other};
      }
    }
  }
  const auto word = [](const PartySide& side, int w) {
    return side.tree.source[w].tokens;
  };
  const auto told = [&](const PartySide& side, const Relation& relation) {
    TokenRange tokens = word(side, relation.word);
    tokens.begin -= relation.averted;
    return tokens;
  };
  const auto there_of = [&](SentenceRef at) {
    return PartySide{sources_.document(at.document),
                     sources_.words(at.document), frames_.Tree(at)};
  };
  if (exchanged.relation != nullptr) {
    AddRelation(DetailKind::kWords, word(here, mine.word), Departure::kName,
                exchanged.at,
                word(there_of(exchanged.at), exchanged.relation->word));
  } else if (opposite.relation != nullptr && !IsTurnedAlready()) {
    AddRelation(DetailKind::kWords, word(here, mine.word),
                Departure::kOpposite, opposite.at,
                word(there_of(opposite.at), opposite.relation->word));
  } else if (other_kin.relation != nullptr) {
    AddRelation(DetailKind::kWords, word(here, mine.word),
                Departure::kContrast, other_kin.at,
                word(there_of(other_kin.at), other_kin.relation->word));
  } else if (turned.relation != nullptr && !IsTurnedAlready()) {
    AddRelation(DetailKind::kWords, told(here, mine), Departure::kNegation,
                turned.at, told(there_of(turned.at), *turned.relation));
  } else if (open.relation != nullptr && mine.fact() && !mine.reported) {
    AddRelation(DetailKind::kWords, word(here, mine.word),
                Departure::kNegation, open.at,
                word(there_of(open.at), open.relation->word));
    out_.back().clean = false;
    out_.back().held = DetailHeld::kPart;
  } else if (other_nation.relation != nullptr) {
    AddRelation(DetailKind::kName, nation_tokens, Departure::kName,
                other_nation.at, nation_there);
  } else if (other_first.relation != nullptr) {
    AddRelation(DetailKind::kName, PartyTokens(here, mine.first),
                Departure::kName, other_first.at,
                PartyTokens(there_of(other_first.at),
                            other_first.relation->first));
  } else if (other_second.relation != nullptr) {
    AddRelation(DetailKind::kName, PartyTokens(here, mine.second),
                Departure::kName, other_second.at,
                PartyTokens(there_of(other_second.at),
                            other_second.relation->second));
  }
}

}  // namespace claimcheck
