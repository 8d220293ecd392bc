// Names of a draft that its sources have elsewhere: what the draft tells of somebody, the
// sources tell of somebody else.

#include <algorithm>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/syntax/roles.h"
#include "rules/link/countries.h"
#include "rules/link/draft_reader.h"
#include "rules/link/parties.h"
#include "rules/link/predicate_roles.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Names that begin with so many letters alike may be one.
constexpr size_t kSameStart = 3;
// What a passage must have of a sentence, a name apart, in hundredths.
constexpr int kAllElse = 80;
// How far from a name the verb may stand that tells what it did.
constexpr uint32_t kVerbReach = 3;
// What that must weigh, to be more than a word.
constexpr int kLeastElse = 100;

// "England" of "the Bank of England".
bool IsPartOfName(const TokenizedText& text, TokenRange name) {
  return name.begin >= 2 && text.Folded(name.begin - 1) == "of" &&
         text.tokens[name.begin - 2].Is(Token::kCapital);
}

// Two names of the sources that may belong to one.
bool MayBeOne(const DraftReader::Named& a, const DraftReader::Named& b) {
  if (a.type != b.type) return true;
  const std::vector<absl::string_view> first = absl::StrSplit(a.name, ' ');
  const std::vector<absl::string_view> second = absl::StrSplit(b.name, ' ');
  // "Davina" may be Ayrton's first name.
  if (a.type == NameType::kPerson && (first.size() < 2 || second.size() < 2)) {
    return true;
  }
  // "Hibs" is Hibernian.
  for (const absl::string_view x : first) {
    for (const absl::string_view y : second) {
      if (x.substr(0, kSameStart) == y.substr(0, kSameStart)) return true;
    }
  }
  return false;
}

}  // namespace

DraftReader::Named DraftReader::NamedInSources(TokenRange tokens) const {
  Named found;
  for (const uint32_t d : sources_.sources()) {
    const DocumentAnalysis& source = sources_.document(d);
    for (const NameMention& name : source.names) {
      if (name.form != NameMention::kName || name.entity == kNone ||
          name.tokens.size() < tokens.size()) {
        continue;
      }
      // "Ferrant" of "Danilo Ferrant".
      if (name.tokens.size() > tokens.size() &&
          source.entities[name.entity].type != NameType::kPerson) {
        continue;
      }
      bool same = true;
      const uint32_t first = name.tokens.end - tokens.size();
      for (uint32_t i = 0; i < tokens.size() && same; ++i) {
        same = source.text.tokens[first + i].word ==
               doc().text.tokens[tokens.begin + i].word;
      }
      if (same) return NamedBy(d, name);
    }
  }
  return found;
}

DraftReader::Named DraftReader::NamedBy(uint32_t document,
                                        const NameMention& name) const {
  const DocumentAnalysis& source = sources_.document(document);
  const Entity& entity = source.entities[name.entity];
  return {sources_.corpus().GlobalEntity(document, name.entity), entity.type,
          source.text.Text(entity.name)};
}

bool DraftReader::Names(SentenceRef at, TokenRange tokens,
                        uint32_t entity) const {
  const DocumentAnalysis& source = sources_.document(at.document);
  const absl::Span<const NameMention> names = MentionsIn(source.names, at.sentence);
  return std::any_of(
      names.begin(), names.end(), [&](const NameMention& name) {
        return name.entity != kNone &&
               tokens.Overlaps(name.tokens) &&
               sources_.corpus().GlobalEntity(at.document, name.entity) ==
                   entity;
      });
}

bool DraftReader::TellsAllBut(const SentenceAlignment& alignment,
                              TokenRange name) const {
  int total = 0, shared = 0;
  for (uint32_t u = 0; u < alignment.draft_units.size(); ++u) {
    if (alignment.draft_units[u].tokens.Overlaps(name)) continue;
    const int weight =
        UnitWeight(sources_, draft_.document, alignment.draft_units[u]);
    total += weight;
    if (alignment.partner[u] != kNone) shared += weight;
  }
  return total >= kLeastElse && shared * 100 >= total * kAllElse;
}

TokenRange DraftReader::FollowedPart(const SentenceAlignment& alignment,
                                     TokenRange there) const {
  TokenRange part = {alignment.source_units.front().tokens.begin, there.end};
  for (const uint32_t partner : alignment.partner) {
    if (partner == kNone) continue;
    part.end = std::max(part.end, alignment.source_units[partner].tokens.end);
  }
  return part;
}

bool DraftReader::IsToldOf(uint32_t entity,
                           const std::vector<SentenceUnit>& units,
                           uint32_t begin, uint32_t end) const {
  const syntax::ParsedSentence& tree = frames_.Tree(draft_);
  end = std::min(end, static_cast<uint32_t>(units.size()));
  for (uint32_t u = begin; u < end; ++u) {
    const int word = tree.WordOf(units[u].tokens.begin);
    if (word == syntax::kNoWord ||
        tree.words[word].upos != syntax::Upos::kVerb) {
      continue;
    }
    for (const SentenceRef at :
         sources_.Holding(Word(draft_.document, units[u]).stem)) {
      if (Names(at, sources_.Tokens(at), entity)) return true;
    }
  }
  return false;
}

void DraftReader::ReadNameOfAnother(const SentenceAlignment& alignment,
                                    const Slot& slot) {
  if (!slot.anchored || slot.draft_begin == slot.draft_end ||
      slot.source_begin == slot.source_end) {
    return;
  }
  const SentenceRef at = alignment.source;
  TokenRange here = {alignment.draft_units[slot.draft_begin].tokens.begin,
                     alignment.draft_units[slot.draft_end - 1].tokens.end};
  const TokenRange there = {
      alignment.source_units[slot.source_begin].tokens.begin,
      alignment.source_units[slot.source_end - 1].tokens.end};
  if (!TellsAllBut(alignment, here)) return;
  // "The builder" of "the builder Skanor" is no part of the name.
  while (here.size() > 1 &&
         !doc().text.tokens[here.begin].Is(Token::kCapital)) {
    ++here.begin;
  }
  for (uint32_t t = here.begin; t < here.end; ++t) {
    if (!doc().text.tokens[t].Is(Token::kCapital)) return;
  }
  // Its title and the like may stand before the other: "owner Oskar Brandl".
  const DocumentAnalysis& source = sources_.document(at.document);
  const NameMention* other = nullptr;
  for (const NameMention& name : source.names) {
    if (name.sentence != at.sentence || !there.Overlaps(name.tokens) ||
        name.form != NameMention::kName) {
      continue;
    }
    if (other != nullptr || name.entity == kNone ||
        name.tokens.begin < there.begin || name.tokens.end != there.end) {
      return;
    }
    other = &name;
  }
  if (other == nullptr) return;
  if (IsPartOfName(doc().text, here)) return;
  const Named mine = NamedInSources(here);
  const Named instead = NamedBy(at.document, *other);
  if (mine.entity == kNone || mine.entity == instead.entity ||
      MayBeOne(mine, instead) ||
      MayBeOneCountry(doc(), here.begin, source, other->tokens.begin)) {
    return;
  }
  const TokenRange followed = FollowedPart(alignment, there);
  // Of two that it names one may have moved.
  if (Names(at, followed, mine.entity) ||
      Names(draft_, sources_.Tokens(draft_), instead.entity)) {
    return;
  }
  if (IsToldOf(mine.entity, alignment.draft_units,
               slot.draft_begin - std::min(slot.draft_begin, kVerbReach),
               slot.draft_end + kVerbReach)) {
    return;
  }
  AddInPlace(DetailKind::kName, here, DetailHeld::kElsewhere, Departure::kName,
             alignment, other->tokens);
}

bool DraftReader::OnlySpeaks(SentenceRef at, uint32_t entity) const {
  const DocumentAnalysis& source = sources_.document(at.document);
  bool speaks = false;
  for (const NameMention& name : source.names) {
    if (name.sentence != at.sentence || name.entity == kNone ||
        sources_.corpus().GlobalEntity(at.document, name.entity) != entity) {
      continue;
    }
    speaks = std::any_of(source.attributions.begin(), source.attributions.end(),
                         [&](const Attribution& attribution) {
                           return attribution.speaker.Contains(name.span);
                         });
    if (!speaks) return false;
  }
  return speaks;
}

void DraftReader::ReadNameInRole(const SentenceAlignment& alignment) {
  const SentenceRef at = alignment.source;
  const DocumentAnalysis& source = sources_.document(at.document);
  for (uint32_t i = 0; i < alignment.draft_units.size(); ++i) {
    const uint32_t j = alignment.partner[i];
    if (j == kNone || alignment.draft_units[i].kind != SentenceUnit::kWord ||
        !Word(draft_.document, alignment.draft_units[i])
             .Is(DraftWord::kContent)) {
      continue;
    }
    const uint32_t verb = alignment.draft_units[i].tokens.begin;
    const PredicateMatch match =
        ComparePredicates(sources_, draft_, verb, at,
                          alignment.source_units[j].tokens.begin, &frames_);
    const bool introduced = match.agent.introduced;
    if (!match.AnyOther() && !introduced) continue;
    const syntax::ParsedSentence& here = frames_.Tree(draft_);
    const syntax::ParsedSentence& there = frames_.Tree(at);
    const PredicateMatch::Role& role =
        introduced || match.agent.match == RoleMatch::kOther ? match.agent
                                                             : match.patient;
    const TokenRange name = PartyTokens(
        {doc(), sources_.words(draft_.document), here}, role.draft);
    // "Director Hugo Lanz" is the phrase of the other.
    const syntax::WordRange phrase = syntax::SubtreeOf(there, role.source);
    const TokenRange other_phrase = {
        there.source[phrase.begin].tokens.begin,
        there.source[phrase.end - 1].tokens.end};
    const Named mine = NamedInSources(name);
    const NameMention* theirs = nullptr;
    int within = 0;
    for (const NameMention& mention : source.names) {
      if (mention.sentence == at.sentence && mention.entity != kNone &&
          mention.tokens.Overlaps(other_phrase) &&
          mention.form == NameMention::kName) {
        theirs = &mention;
        ++within;
      }
    }
    if (mine.entity == kNone || within > 1) continue;
    if (within == 0) {
      // "A review found it, according to the agency": not the agency did.
      if (!introduced || !OnlySpeaks(at, mine.entity) ||
          !TellsAllBut(alignment, name)) {
        continue;
      }
      AddInPlace(DetailKind::kName, name, DetailHeld::kElsewhere, Departure::kName,
                 alignment, other_phrase);
      return;
    }
    const Named of_theirs = NamedBy(at.document, *theirs);
    if (mine.entity == of_theirs.entity || MayBeOne(mine, of_theirs) ||
        MayBeOneCountry(doc(), name.begin, source, theirs->tokens.begin) ||
        Names(at, FollowedPart(alignment, theirs->tokens), mine.entity) ||
        Names(draft_, sources_.Tokens(draft_), of_theirs.entity) ||
        !TellsAllBut(alignment, name)) {
      continue;
    }
    if (IsToldOf(mine.entity, alignment.draft_units, i, i + 1)) continue;
    AddInPlace(DetailKind::kName, name, DetailHeld::kElsewhere,
               Departure::kName, alignment, theirs->tokens);
    return;
  }
}

void DraftReader::ReadNamesOfOthers() {
  const size_t first = out_.size();
  for (const SentenceAlignment& alignment : alignments_) {
    exchanged_ = ReadExchangedNames(alignment);
    if (exchanged_) return;
    for (const Slot& slot : alignment.slots) {
      ReadNameOfAnother(alignment, slot);
    }
    if (out_.size() == first) ReadNameInRole(alignment);
    if (out_.size() > first) return;
  }
}

}  // namespace claimcheck
