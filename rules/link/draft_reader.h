#ifndef CLAIMCHECK_RULES_LINK_DRAFT_READER_H_
#define CLAIMCHECK_RULES_LINK_DRAFT_READER_H_

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claims/value/truth.h"
#include "rules/link/clause_coverage.h"
#include "rules/link/detail.h"
#include "rules/link/draft_sources.h"
#include "rules/link/name_support.h"
#include "rules/link/relations.h"
#include "rules/link/respective_lists.h"
#include "rules/link/slot_alignment.h"
#include "rules/link/value_frame.h"
#include "rules/link/value_support.h"

namespace claimcheck {

// A draft sentence follows a source sentence that says this much of it.
constexpr int kFollows = 45;
// And a clause one that says this much of it, what differs aside.
constexpr int kClauseFollows = 60;
// The units of a slot that may differ, both sides together.
constexpr uint32_t kCleanSlot = 3;
// And those that may stand in the place of an opposite.
constexpr uint32_t kOppositeSlot = 6;
// Places of one figure or word in the sources that are looked at.
constexpr size_t kMostPlaces = 32;

// Reads the details of the sentences of drafts, one after another: the figures
// (draft_figures.cc), the times (draft_times.cc) and what stands in the place of
// either (draft_values.cc), the clauses (draft_details.cc), the names that no source has
// (draft_names.cc), that are those of others (draft_names_of_others.cc) or changed places
// (draft_exchanged_names.cc), the words that exclude each other (draft_contrasts.cc) unless
// both may be so (draft_compatible.cc), that stand in the slots of their opposites
// (draft_opposites.cc), that no source has (draft_replaced.cc), that belong to
// something else (draft_pairs.cc), happened elsewhere (draft_once.cc) or changed
// places (draft_turned.cc), the negations (draft_negations.cc; in slots,
// draft_negated_slots.cc; what is denied only, draft_denied.cc), what stands before
// nouns (draft_modifiers.cc), who is of which country (draft_nationalities.cc), who does
// what to whom (draft_relations.cc) and what is told of several respectively
// (draft_respective.cc).  Clauses are aligned by themselves in draft_clauses.cc.  Not
// thread-safe.
class DraftReader {
 public:
  DraftReader(const Corpus& corpus, std::vector<Detail>* out)
      : sources_(corpus),
        out_(*out),
        values_(sources_),
        names_(sources_),
        frames_(sources_) {}

  // Whom the sources know by a name.
  struct Named {
    uint32_t entity = kNone;  // of the corpus
    NameType type = NameType::kUnknown;
    absl::string_view name;  // its longest form
  };

  bool empty() const { return sources_.empty(); }
  const DraftSources& sources() const { return sources_; }

  // Adds the details of a sentence, by place.
  void Read(SentenceRef draft);

 private:
  const DocumentAnalysis& doc() const {
    return sources_.document(draft_.document);
  }
  const DraftWord& Word(uint32_t document, const SentenceUnit& unit) const {
    return sources_.words(document).words[unit.tokens.begin];
  }
  Span SpanOf(uint32_t document, TokenRange tokens) const {
    return sources_.document(document).text.SpanOf(tokens);
  }

  // The alignments with the passages, and the one with that which says most.
  void Align();
  std::vector<ClauseCoverage> Cover();
  Detail Start(DetailKind kind, TokenRange tokens) const;
  void SetCounterpart(SentenceRef at, TokenRange tokens,
                      Detail* detail) const;
  // A source has it, in surroundings that are like its own so far.
  void NoteSame(const UnitSentence& sentence, uint32_t unit, int context,
                Detail* detail) const;
  // Adds what stands in the place of `other` in a passage that the sentence
  // follows.
  void AddInPlace(DetailKind kind, TokenRange tokens, DetailHeld held,
                  Departure departure, const SentenceAlignment& alignment,
                  TokenRange other);
  // A source sentence, read once however many details ask for it.
  const UnitSentence& SentenceOf(uint32_t document, uint32_t sentence) const;

  // Of "May 27" beside "May 25" the number decides: what is marked is what the
  // value and its counterpart do not share.
  void NarrowToDifference(Detail* detail) const;
  // The tokens of a sentence that lie in the span.
  TokenRange TokensIn(SentenceRef at, Span span) const;
  // What stands around the value in the draft, around like values that differ.
  bool DraftHasValue(uint32_t source, const SentenceUnit& other) const;
  using Places = std::vector<std::pair<const UnitSentence*, uint32_t>>;
  // Of a figure that the sources have at `held_at`, what counts something else
  // or is told of another year is left out.
  void FindOtherValue(uint32_t unit, const Places& held_at,
                      Detail* detail) const;
  // The event of the day is not told with a year of its own.
  bool NamesAYear(SentenceRef at) const;
  // Whether the two amounts count the same: "11 concerts", "eleven concerts".
  Truth CountTheSame(uint32_t unit, const UnitSentence& sentence,
                     uint32_t j) const;
  // Of a value that no source has: what a source gives to the same thing.
  void FindValueOfTheSame(uint32_t unit, Detail* detail) const;
  // The value that stands alone in its slot beside this one, of the sentence or of its
  // clause.
  void FindSlotValue(uint32_t unit, Detail* detail) const;
  void TakeSlotValue(const SentenceAlignment& alignment, const Slot& slot, int covered,
                     uint32_t unit, Detail* detail) const;
  // "One" is a figure only where a source has another number in its slot.
  void ReadOne(uint32_t unit, const QuantityMention& mention);
  // "Dozens" are a figure only where a source has hundreds.
  void ReadVague(uint32_t unit, const QuantityMention& mention);
  // The score of a match or a vote, where sources have one.
  void ReadResult(uint32_t unit);
  // Where the trees tie what the draft's figure belongs to to another figure,
  // much more than to any place of the same: the words around those are no
  // evidence for it.
  void FindBetterLink(uint32_t unit, const Places& places,
                      Detail* detail) const;
  // "300 boys" where the sources have 300 girls and another number of boys.
  void FindExchanged(uint32_t unit, const Places& places,
                     Detail* detail) const;
  // The token of the noun in an amount that it counts, or kNone.
  uint32_t CountedBy(const UnitSentence& sentence, uint32_t unit) const;
  // Counts of people: whether a place of the same figure tells that the same
  // became of them (unknown when a place does not say), and another figure of
  // whom it is told.
  Truth HasOutcomeOf(uint32_t quantity,
                    const std::vector<ValueSupport::Figure>& places) const;
  void FindOtherOutcome(uint32_t unit, Detail* detail) const;
  void ReadFigure(uint32_t unit);
  void ReadTime(uint32_t unit);
  // A passage names a month of the season.
  bool HoldsMonthOfSeason(uint32_t time) const;
  // Of a time that the sources have: where the trees tie what the draft tells of
  // it to another time, and to this one another act alone, in one sentence.
  void FindTimeOfOtherAct(uint32_t unit, Detail* detail) const;
  bool NamesADay(uint32_t time) const;

  void ReadNames();
  void FindSlotName(const NameVerdict& verdict, Detail* detail) const;
  // A name that the sources have elsewhere, in the place of another.
  void ReadNameOfAnother(const SentenceAlignment& alignment, const Slot& slot);
  // A passage has nearly all of the sentence, a name apart.
  bool TellsAllBut(const SentenceAlignment& alignment, TokenRange name) const;
  // Whether a source tells of somebody what one of the verbs of the units says.
  bool IsToldOf(uint32_t entity, const std::vector<SentenceUnit>& units,
                uint32_t begin, uint32_t end) const;
  // The passage up to the last word that the draft follows.
  TokenRange FollowedPart(const SentenceAlignment& alignment,
                          TokenRange there) const;
  // A name that the sources have elsewhere, where the same is said of another.
  void ReadNamesOfOthers();
  // Two names that changed places, where all else is the same.
  bool ReadExchangedNames(const SentenceAlignment& alignment);
  // Whoever is named in a sentence of a source says what it tells and does nothing.
  bool OnlySpeaks(SentenceRef at, uint32_t entity) const;
  void ReadNameInRole(const SentenceAlignment& alignment);
  Named NamedInSources(TokenRange tokens) const;
  Named NamedBy(uint32_t document, const NameMention& name) const;
  // Whether the tokens name somebody, or stand for his name.
  bool Names(SentenceRef at, TokenRange tokens, uint32_t entity) const;
  // Of a place that no source has: where else a source has the same happen.
  void FindOtherPlace(const NameVerdict& verdict, Detail* detail) const;
  void ReadClauses();

  // What the draft sentence says of two beside what the sources say of them.
  void CompareRelations();
  void CompareRelation(const Relation& mine);
  const std::vector<Relation>& RelationsOf(SentenceRef at);
  // The source sentences that may tell the relation.
  std::vector<SentenceRef> Telling(const Relation& mine) const;
  // One verb says the opposite of the other.
  bool AreOpposed(const Relation& mine, SentenceRef at,
                  const Relation& other) const;
  // Both hang on verbs that exclude each other.
  bool HangOnOpposed(const Relation& mine, SentenceRef at, const Relation& other);
  // Whether a sentence has the verb, or one that says the opposite: cheaper to
  // ask than its tree.
  bool HasVerb(const Relation& mine, SentenceRef at) const;
  bool SameRelation(const Relation& mine, SentenceRef at,
                    const Relation& other) const;
  // How much of the draft sentence a source sentence says, a word left out, in
  // hundredths by weight.
  int CoveredBy(SentenceRef at, uint32_t without) const;
  // A word of the sentence is known to turn it round.
  bool IsTurnedAlready() const;
  void AddRelation(DetailKind kind, TokenRange tokens, Departure departure,
                   SentenceRef at, TokenRange other);

  // "A Danish bank", of which a source has "the Dutch bank".
  void ReadNationalities();
  // Whether a sentence has a word for a country or a part of it, not within a name.
  bool TellsCountry(SentenceRef at, absl::string_view country) const;

  // "Jailed for two years", of one of two who were jailed for three and two years,
  // respectively.
  void ReadRespective();
  bool SameEntry(const RespectiveLists::Entry& mine, uint32_t source,
                 const RespectiveLists::Entry& other) const;

  static Departure DepartureOf(const WordClass& cls);
  // Whether two words that exclude each other are said of the same.
  bool AreOfTheSame(const WordClass* cls, uint32_t unit,
                    const UnitSentence& source, uint32_t j) const;
  // Whether two verbs, of which of one thing only one holds, tell what was done to
  // somebody who is named with both.
  bool BefellOne(const WordClass& cls, uint32_t unit, const UnitSentence& source,
                 uint32_t j) const;
  // Whether two auxiliaries are of verbs that have nothing in common, nor those
  // who do it.
  bool AreOfOtherVerbs(uint32_t unit, const UnitSentence& source,
                       uint32_t j) const;
  // Whether two nouns are those who do things that have nothing in common.
  bool DoOtherThings(uint32_t unit, const UnitSentence& source,
                     uint32_t j) const;
  // A source speaks of somebody of this sex by pronouns.
  bool SpeaksOf(const WordClass& cls, uint32_t document) const;
  // Whether another word of the draft sentence says what a word of the source
  // says, in surroundings that are like it at least as much.
  bool HasBetterMatch(uint32_t unit, const UnitSentence& source, uint32_t j,
                      int context) const;
  // A noun that looks like a form of a verb: "building".
  bool IsThing(SentenceRef at, const SentenceUnit& unit) const;
  // "In his late thirties".
  bool IsAgeOf(SentenceRef at, const SentenceUnit& unit) const;
  // Whether the source sentence says what the draft's word says besides its own
  // word, and the draft sentence what the source's word says.
  bool HasBoth(uint32_t unit, const UnitSentence& source, uint32_t j) const;
  // Whether a word of the draft sentence says what a word of the source says.
  bool DraftHas(uint32_t source, const SentenceUnit& other) const;
  // "Older children": the draft has a source's word before the same word too, and the
  // opposite before another.
  bool SaysOfTheSame(uint32_t unit, const UnitSentence& source, uint32_t j) const;
  bool Negated(const UnitSentence& sentence, uint32_t unit) const;
  // "Lost her sight", "without hope": the word is of what is not there.
  bool Lost(const UnitSentence& sentence, uint32_t unit) const;
  // The word beside which a source has one that excludes it, in the same
  // surroundings.
  void ReadContrast(uint32_t unit);
  // A sentence whose time no source has may tell of another event: of the
  // details from `first` on, drops the words in the place of which a source has
  // their opposite, unless all else there is the same.
  void DropContrastsOfOtherTimes(size_t first);
  // Drops opposites of which each is told from its own side: older and younger, shut
  // for an hour and open after it.
  void DropCompatibleOpposites(size_t first);
  // Where else the sources have the word, or another that says the same.
  void FindSame(uint32_t unit, const DraftWord& word,
                Detail* detail) const;
  // "Crewed" beside "uncrewed", "victory" beside "defeat".
  bool TurnedRound(const SentenceUnit& unit, uint32_t source,
                   const SentenceUnit& other) const;
  void ReadSlots();
  void ReadDenial(const Slot& slot);

  // Each clause beside the passage that says most of it.  Units of other clauses have no
  // partner.
  void AlignClauses();
  SentenceAlignment AlignClause(TokenRange clause, const UnitSentence& source) const;
  // How much of a clause is said there, a slot of it aside, in hundredths by weight.
  int CoveredBeside(const SentenceAlignment& clause, const Slot& slot) const;
  // Opposites and negations of the clauses, whatever the rest of the sentence says.
  void ReadSlotsOfClauses();

  // The adjectives and nouns before nouns that no source has there, where one
  // has a word that excludes them.
  void ReadModifiers();
  void ReadModifier(TokenRange tokens, uint32_t noun);
  // Another country, or a word that says the opposite or excludes it.
  bool ExcludesModifier(uint32_t token, uint32_t document,
                        uint32_t other) const;
  // Whether a sentence has the word, or one that says the same.
  bool HoldsModifier(uint32_t token, SentenceRef at) const;
  // Whether sources have a country or a place in a row before a synonym of the
  // noun.
  bool HoldsOfSynonym(const DraftWord& head, uint32_t token) const;
  // Whether names follow two nouns, and other ones.
  bool AreOfOtherNames(uint32_t noun, uint32_t document, uint32_t other) const;
  // Whether the draft sentence has a word of this stem.
  bool HasStem(uint32_t stem) const;
  // "Before" in the draft and "after" in the source, of different things.
  bool IsOtherOrder(const WordClass& cls, uint32_t unit,
                    const UnitSentence& source, uint32_t j) const;
  // Whether a word of the slot excludes one on the other side of it.
  bool HoldsOpposites(const Slot& slot) const;
  // The same where neither is negated, or both are.
  bool ReadOpposite(const Slot& slot);
  // What is told of the source's value is the opposite of what is told of the
  // draft's: "left in 2009", "joined in 2001".
  bool IsOfOppositeAct(uint32_t unit, SentenceRef source,
                       Span counterpart) const;
  // The sentence and the source sentence each name a time, and not the same.
  bool AreAtOtherTimes(SentenceRef source) const;
  // The one content word of a side of a slot, where nothing but articles stands
  // with it; kNone: there is none, or more.
  uint32_t OnlyContent(uint32_t document,
                       const std::vector<SentenceUnit>& units, uint32_t begin,
                       uint32_t end) const;
  // No source has the word, nor another of its groups.
  bool StandsNowhere(const DraftWord& word) const;
  // A part of the world, or of a country.
  bool IsRegion(SentenceRef at, const SentenceUnit& unit) const;
  // A noun that no source has in the place of a noun, an adjective in that of an
  // adjective, a name's word in that of another's, where the two are no
  // relatives.  (Of verbs too many say the same without WordNet's knowing.)
  bool ReadReplaced(const Slot& slot);
  // What only moved to another place of the draft sentence was not replaced.
  bool Moved(const SentenceUnit& other) const;
  // "All of its shops", where the source has 62 of them.
  bool ReadWhole(const Slot& slot);
  // Whether a noun that the sources have, of something else, may be blamed where
  // a passage has another in its place.
  bool IsNounOfStory(const SentenceUnit& unit) const;
  // "340 soldiers", where the source has 340 firefighters.
  void ReadCounted();
  void ReadCountedBy(uint32_t unit);

  // A figure beside the time that a source sentence has beside another one:
  // "0.9 percent in 2021" of "0.9 percent this year, after 2.7 percent in 2021".
  void FindCrossed(uint32_t unit, Detail* detail) const;
  // "Born in Halm", of whom a source has that he was born in Orla.
  void ReadPlaceOfOnce(uint32_t unit);
  // The name behind "in", "at" or "of" that follows a verb.
  TokenRange PlaceBehind(SentenceRef at, uint32_t token) const;
  // "Finished second", of whom a source has "was third".
  void ReadPlaceInRow();
  // Whether the draft sentence has a time that the source sentence has not.
  bool HasOtherTime(const UnitSentence& source) const;
  // The last word of a name before a token, or kNone.
  uint32_t NameBefore(SentenceRef at, uint32_t token) const;
  // "The largest dam", of which a source has "the second-largest dam".
  void ReadSuperlatives();
  // Some tokens of a source have a word that the draft sentence has before a token; or
  // it has none there.
  bool ShareBefore(uint32_t token, uint32_t document, TokenRange there) const;
  // "His wife Petra Ahl", of whom a source has "his lawyer".
  void ReadKin();
  // The word that tells what a name is to somebody: "lawyer"; kNone: none.
  uint32_t WhoseOf(uint32_t document, TokenRange name) const;
  // Two things that changed places around "from ... to" or "rather than".
  void ReadTurnedAround();
  // Whether some tokens of a source have the word of a token.
  bool HasWordOf(uint32_t token, uint32_t document, TokenRange tokens) const;
  // Whether one of the draft's words stands in the first range, not in the
  // second.
  bool HasOnlyIn(TokenRange mine, uint32_t document, TokenRange in,
                 TokenRange out) const;

  // A verb or another word that is negated on one side only, though the words
  // next to the negation need not be the same.
  void ReadPolarity();
  // Aligned words that are one by our own lists: what is distantly alike may be
  // negated on one side and not on the other.
  bool SameWord(uint32_t unit, uint32_t source_unit) const;
  // Whether a figure of the draft sentence is not in the source sentence: "three
  // of ten have power", "seven of ten have none".
  bool HasOtherFigure(SentenceRef source) const;
  // "Has not scored since May" is "last scored in May"; who is the first to do it has
  // nobody before him, and what is done until 1990 stops then.
  bool TellsOtherEnd(SentenceRef source) const;
  // Of a source noun behind "no": what it is denied of is another verb than any
  // of the draft's: "no messages were lost", "messages were safe".
  bool IsDeniedOfOther(uint32_t noun) const;
  // "Neither Oslo nor Bergen" and "nobody" deny what comes behind them; the
  // source may deny it by any word.
  bool IsToldOtherwise(uint32_t unit) const;
  // The noun behind a "no", or kNone.
  uint32_t NoneOf(uint32_t unit) const;
  // "Brought no applications", of which a source has that it brought 67.
  void ReadNone(uint32_t unit);
  // What the draft tells as done where the sources speak of it to deny it only:
  // "several were hurt", "no one was hurt".
  void ReadDeniedOnly();
  void ReadDeniedOnly(uint32_t unit);
  void AddPolarity(uint32_t begin, uint32_t end, uint32_t source_unit);
  // Whether one of the units says that something ends or is refused.
  bool Ends(uint32_t document, const std::vector<SentenceUnit>& units,
            uint32_t begin, uint32_t end) const;
  void ReadNegation(const Slot& slot);
  // `here` or `there`: the unit of the one negation in the slot, the other kNone.
  bool SaysOtherwise(const Slot& slot, uint32_t here, uint32_t there) const;

  DraftSources sources_;
  // Looked up, never iterated.
  mutable absl::flat_hash_map<uint64_t, std::unique_ptr<UnitSentence>> read_;
  // Looked up, never iterated.
  absl::flat_hash_map<uint64_t, std::unique_ptr<std::vector<Relation>>>
      relations_;
  std::vector<Detail>& out_;
  ValueSupport values_;
  NameSupport names_;
  mutable FrameReader frames_;
  SentenceRef draft_;
  std::vector<Passage> passages_;
  std::vector<UnitSentence> near_;
  UnitSentence here_;
  std::vector<SentenceAlignment> alignments_;  // with each passage
  SentenceAlignment best_;
  std::vector<SentenceAlignment> aligned_clauses_;  // of a sentence of several
  std::vector<ClauseCoverage> clauses_;
  int sentence_covered_ = 100;
  bool exchanged_ = false;  // two names of the sentence changed places
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DRAFT_READER_H_
