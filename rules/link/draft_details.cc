#include "rules/link/draft_details.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claims/value/quantity.h"
#include "rules/link/attachment.h"
#include "rules/link/clause_coverage.h"
#include "rules/link/draft_sources.h"
#include "rules/link/linked_value.h"
#include "rules/link/name_support.h"
#include "rules/link/quote_words.h"
#include "rules/link/slot_alignment.h"
#include "rules/link/value_frame.h"
#include "rules/link/value_support.h"

namespace claimcheck {
namespace {

constexpr size_t kPassages = 4;
constexpr size_t kUnionPassages = 3;
// Places of one figure in the sources that are looked at.
constexpr size_t kMostPlaces = 32;
// A draft sentence follows a source sentence that says this much of it.
constexpr int kFollows = 45;
// The units of a slot that may differ, both sides together.
constexpr uint32_t kCleanSlot = 3;
constexpr uint32_t kOppositeSlot = 6;
// Surroundings of a word, where the grammar says the same and where it need not;
// what hangs together with it on both sides.
constexpr int kLinkedContext = 35, kEnoughContext = 60;
constexpr int kSameNeighbours = 80;
// A clause of fewer content words says too little to miss.
constexpr uint32_t kLeastClauseWords = 4;
constexpr int kMostCovered = 60;

class Reader {
 public:
  Reader(const Corpus& corpus, std::vector<DraftDetail>* out)
      : sources_(corpus), out_(*out), values_(sources_), names_(sources_), frames_(sources_) {}

  bool empty() const { return sources_.empty(); }
  const DraftSources& sources() const { return sources_; }

  void Read(SentenceRef draft) {
    draft_ = draft;
    passages_ = sources_.BestPassages(draft, kPassages);
    near_.clear();
    for (const SentenceRef at :
         sources_.Surroundings(absl::MakeConstSpan(passages_).first(
             std::min(passages_.size(), kUnionPassages)))) {
      near_.push_back({at, ReadUnits(sources_, at)});
    }
    here_ = {draft, ReadUnits(sources_, draft)};
    Align();
    clauses_ = Cover();
    const size_t first = out_.size();
    for (uint32_t unit = 0; unit < here_.units.size(); ++unit) {
      if (here_.units[unit].kind == SentenceUnit::kAmount) ReadFigure(unit);
      if (here_.units[unit].kind == SentenceUnit::kTime) ReadTime(unit);
      if (here_.units[unit].kind == SentenceUnit::kWord) ReadContrast(unit);
    }
    ReadNames();
    ReadClauses();
    ReadSlots();
    ReadPolarity();
    std::stable_sort(out_.begin() + first, out_.end(),
                     [](const DraftDetail& a, const DraftDetail& b) {
                       return a.span < b.span;
                     });
  }

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

  // The alignment with the passage that says most of the sentence.
  void Align() {
    best_ = SentenceAlignment();
    for (const Passage& passage : passages_) {
      SentenceAlignment alignment =
          AlignSentences(sources_, draft_, passage.at);
      if (alignment.covered > best_.covered) best_ = std::move(alignment);
    }
  }

  std::vector<ClauseCoverage> Cover() {
    std::vector<SentenceRef> evidence;
    for (const UnitSentence& sentence : near_) evidence.push_back(sentence.at);
    return CoverClauses(sources_, draft_, evidence);
  }

  DraftDetail Start(DetailKind kind, TokenRange tokens) const {
    DraftDetail detail;
    detail.kind = kind;
    detail.document = draft_.document;
    detail.sentence = draft_.sentence;
    detail.span = detail.whole = doc().text.SpanOf(tokens);
    for (const ClauseCoverage& clause : clauses_) {
      if (clause.tokens.Contains(tokens.begin)) {
        detail.covered = clause.covered;
      }
    }
    if (!passages_.empty()) {
      const SentenceRef at = best_.covered > 0 ? best_.source : passages_[0].at;
      detail.source = at.document;
      detail.source_sentence = at.sentence;
    }
    return detail;
  }

  void SetCounterpart(SentenceRef at, TokenRange tokens,
                      DraftDetail* detail) const {
    detail->source = at.document;
    detail->source_sentence = at.sentence;
    detail->counterpart = SpanOf(at.document, tokens);
  }

  // --- Values

  // What stands around the value in the draft, around like values that differ.
  void FindOtherValue(uint32_t unit, DraftDetail* detail) const {
    for (const UnitSentence& sentence : near_) {
      const DocumentAnalysis& source = sources_.document(sentence.at.document);
      for (uint32_t j = 0; j < sentence.units.size(); ++j) {
        if (!ValuesDiffer(doc(), here_.units[unit], source,
                          sentence.units[j])) {
          continue;
        }
        const int context = SharedContext(sources_, here_, unit, sentence, j,
                                          Synonyms::kListed);
        if (context <= detail->other_context) continue;
        detail->other_context = context;
        detail->departure = Departure::kValue;
        SetCounterpart(sentence.at, sentence.units[j].tokens, detail);
      }
    }
  }

  // Of a value that no source has: what a source gives to the same thing.
  void FindValueOfTheSame(uint32_t unit, DraftDetail* detail) const {
    const auto found =
        FindLinkedValue(sources_, here_, unit, near_, &frames_);
    if (!found) return;
    detail->clean = true;
    detail->departure = Departure::kValue;
    detail->other_context = std::max(detail->other_context, found->context);
    SetCounterpart(found->at, found->tokens, detail);
  }

  // The value that stands alone in its slot beside this one.
  void FindSlotValue(uint32_t unit, DraftDetail* detail) const {
    if (best_.covered < kFollows) return;
    for (const Slot& slot : best_.slots) {
      if (unit < slot.draft_begin || unit >= slot.draft_end) continue;
      if (!slot.anchored || slot.size() > kCleanSlot) return;
      uint32_t values = 0, at = kNone;
      for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
        if (best_.source_units[j].kind == SentenceUnit::kWord) continue;
        ++values;
        at = j;
      }
      if (values != 1 || !ValuesDiffer(doc(), here_.units[unit],
                                       sources_.document(best_.source.document),
                                       best_.source_units[at])) {
        return;
      }
      // Where much else differs another event is spoken of.
      if (!IsOfTheSame(
              sources_, here_, unit,
              SentenceOf(best_.source.document, best_.source.sentence), at,
              &frames_)) {
        return;
      }
      detail->clean = true;
      detail->departure = Departure::kValue;
      detail->other_context = std::max(detail->other_context, best_.covered);
      SetCounterpart(best_.source, best_.source_units[at].tokens, detail);
      return;
    }
  }

  void ReadFigure(uint32_t unit) {
    const uint32_t q = here_.units[unit].mention;
    const QuantityMention& mention = doc().quantities[q];
    const absl::string_view words = doc().text.Text(mention.number);
    if (words == "one" || words == "One" || words == "a" || words == "an") {
      return;
    }
    // "Dozens" and "several" are no figures to be looked up.
    if (mention.value.hedge == HedgeKind::kVague) return;
    DraftDetail detail = Start(DetailKind::kFigure, mention.tokens);
    // A sum with its currency, of other amounts the number.
    if (mention.value.dimension == "money") {
      detail.span = mention.span;
    } else if (!mention.number.empty()) {
      detail.span = mention.number;
    }
    const bool held = values_.HoldsFigure(doc(), q);
    detail.held = held ? DetailHeld::kSomewhere : DetailHeld::kNowhere;
    if (held) {
      const auto places = values_.PlacesOf(doc(), q, kMostPlaces);
      // Held in words that are no amount: nothing to compare.
      if (places.empty()) return;
      for (const ValueSupport::Figure& place : places) {
        const QuantityMention& other =
            sources_.document(place.document).quantities[place.quantity];
        const UnitSentence& sentence =
            SentenceOf(place.document, other.sentence);
        for (uint32_t j = 0; j < sentence.units.size(); ++j) {
          if (sentence.units[j].kind != SentenceUnit::kAmount ||
              sentence.units[j].mention != place.quantity) {
            continue;
          }
          detail.same_context =
              std::max(detail.same_context,
                       SharedContext(sources_, here_, unit, sentence, j));
        }
      }
      detail.held = DetailHeld::kElsewhere;
    }
    FindOtherValue(unit, &detail);
    if (detail.held == DetailHeld::kNowhere) FindValueOfTheSame(unit, &detail);
    FindSlotValue(unit, &detail);
    out_.push_back(detail);
  }

  // A source sentence, read once however many details ask for it.
  const UnitSentence& SentenceOf(uint32_t document, uint32_t sentence) const {
    std::unique_ptr<UnitSentence>& kept =
        read_[static_cast<uint64_t>(document) << 32 | sentence];
    if (kept == nullptr) {
      const SentenceRef at = {document, sentence};
      kept = std::make_unique<UnitSentence>();
      kept->at = at;
      kept->units = ReadUnits(sources_, at);
    }
    return *kept;
  }

  void ReadTime(uint32_t unit) {
    const uint32_t time = here_.units[unit].mention;
    const std::vector<TokenRange> missing = values_.MissingTimes(doc(), time);
    TokenRange tokens = doc().times[time].tokens;
    DraftDetail detail = Start(DetailKind::kTime, tokens);
    if (!missing.empty()) {
      detail.held = DetailHeld::kNowhere;
      tokens = {missing.front().begin, missing.back().end};
      detail.span = doc().text.SpanOf(tokens);
    } else if (!NamesADay(time)) {
      // Years and quarters are taken over from the sentences before.
      detail.held = DetailHeld::kSomewhere;
    } else {
      detail.held = DetailHeld::kElsewhere;
      const auto places = values_.PlacesOfTime(doc(), time, kMostPlaces);
      if (places.empty()) detail.held = DetailHeld::kSomewhere;
      for (const SentenceRef place : places) {
        const UnitSentence& sentence =
            SentenceOf(place.document, place.sentence);
        for (uint32_t j = 0; j < sentence.units.size(); ++j) {
          if (sentence.units[j].kind != SentenceUnit::kTime ||
              UnitSupport(sources_, draft_.document, here_.units[unit],
                          sentence.at.document, sentence.units[j]) == 0) {
            continue;
          }
          detail.same_context =
              std::max(detail.same_context,
                       SharedContext(sources_, here_, unit, sentence, j));
        }
      }
    }
    FindOtherValue(unit, &detail);
    if (detail.held == DetailHeld::kNowhere) FindValueOfTheSame(unit, &detail);
    FindSlotValue(unit, &detail);
    out_.push_back(detail);
  }

  bool NamesADay(uint32_t time) const {
    for (const TimeAtom& atom : ReadTimeAtoms(doc(), doc().times[time])) {
      if (atom.kind != TimeAtom::kYear && atom.kind != TimeAtom::kQuarter &&
          atom.kind != TimeAtom::kSpan && atom.kind != TimeAtom::kDecade) {
        return true;
      }
    }
    return false;
  }

  // --- Names

  void ReadNames() {
    for (const NameVerdict& verdict : names_.Judge(draft_)) {
      DraftDetail detail = Start(DetailKind::kName, verdict.decisive);
      detail.held = verdict.held == NameHeld::kNowhere ? DetailHeld::kNowhere
                    : verdict.held == NameHeld::kGivenAdded ? DetailHeld::kAdded
                    : verdict.held == NameHeld::kRecombined
                        ? DetailHeld::kElsewhere
                        : DetailHeld::kPart;
      FindSlotName(verdict, &detail);
      out_.push_back(detail);
    }
  }

  void FindSlotName(const NameVerdict& verdict, DraftDetail* detail) const {
    if (best_.covered < kFollows) return;
    const DocumentAnalysis& source = sources_.document(best_.source.document);
    const std::vector<TokenRange> runs = NameRuns(
        source, sources_.words(best_.source.document), best_.source.sentence);
    for (const Slot& slot : best_.slots) {
      if (slot.draft_begin == slot.draft_end ||
          slot.source_begin == slot.source_end || !slot.anchored) {
        continue;
      }
      const uint32_t begin = best_.draft_units[slot.draft_begin].tokens.begin;
      const uint32_t end = best_.draft_units[slot.draft_end - 1].tokens.end;
      if (verdict.decisive.begin < begin || verdict.decisive.end > end ||
          end - begin > verdict.decisive.size() + 1) {
        continue;
      }
      const TokenRange other = {
          best_.source_units[slot.source_begin].tokens.begin,
          best_.source_units[slot.source_end - 1].tokens.end};
      for (const TokenRange run : runs) {
        if (!run.Overlaps(other) || other.size() > run.size() + 1) continue;
        detail->clean = true;
        detail->departure = Departure::kName;
        detail->other_context = best_.covered;
        SetCounterpart(best_.source, other, detail);
        return;
      }
    }
  }

  // --- Clauses

  void ReadClauses() {
    for (const ClauseCoverage& clause : clauses_) {
      if (clause.covered > kMostCovered || clause.words < kLeastClauseWords) {
        continue;
      }
      DraftDetail detail = Start(DetailKind::kClause, clause.tokens);
      detail.span = SpanOf(draft_.document, clause.uncovered);
      detail.held =
          clause.covered == 0 ? DetailHeld::kNowhere : DetailHeld::kPart;
      detail.covered = clause.covered;
      out_.push_back(detail);
    }
  }

  // --- Words that exclude each other

  static Departure DepartureOf(const WordClass& cls) {
    return cls.entry->HasTag("opposite") ? Departure::kOpposite
                                         : Departure::kContrast;
  }

  bool Negated(const UnitSentence& sentence, uint32_t unit) const {
    const uint32_t begin = unit > 4 ? unit - 4 : 0;
    bool negated = false;
    for (uint32_t u = begin; u < unit; ++u) {
      if (sentence.units[u].kind == SentenceUnit::kWord &&
          Word(sentence.at.document, sentence.units[u])
              .Is(DraftWord::kNegation)) {
        negated = !negated;
      }
    }
    return negated;
  }

  // The word beside which a source has one that excludes it, in the same
  // surroundings.
  void ReadContrast(uint32_t unit) {
    const DraftWords& words = sources_.words(draft_.document);
    const DraftWord& word = Word(draft_.document, here_.units[unit]);
    if (!word.Is(DraftWord::kContent) && word.class_count == 0) return;
    if (word.Is(DraftWord::kPhraseRest)) return;
    DraftDetail detail = Start(DetailKind::kWords, here_.units[unit].tokens);
    const bool negated = Negated(here_, unit);
    for (const UnitSentence& sentence : near_) {
      const DraftWords& others = sources_.words(sentence.at.document);
      for (uint32_t j = 0; j < sentence.units.size(); ++j) {
        if (sentence.units[j].kind != SentenceUnit::kWord) continue;
        const DraftWord& other = Word(sentence.at.document, sentence.units[j]);
        const WordClass* cls = FindContrast(words, word, others, other);
        const bool turned = cls == nullptr &&
                            TurnedRound(here_.units[unit], sentence.at.document,
                                        sentence.units[j]);
        const bool same = cls == nullptr && !turned &&
                          WordSupport(words, word, others, other) > 0;
        if (cls == nullptr && !turned && !same) continue;
        int context =
            SharedContext(sources_, here_, unit, sentence, j,
                          same ? Synonyms::kWordNet : Synonyms::kListed);
        if (same || Negated(sentence, j) != negated) {
          detail.same_context = std::max(detail.same_context, context);
          continue;
        }
        // Where all that it hangs together with is the same, less around it is
        // enough.
        if (context >= kLinkedContext && context < kEnoughContext &&
            frames_.LinkWords(draft_, here_.units[unit].tokens.begin,
                              sentence.at, sentence.units[j].tokens.begin) >=
                kSameNeighbours) {
          context = kEnoughContext;
        }
        if (context <= detail.other_context) continue;
        detail.other_context = context;
        detail.departure = turned ? Departure::kOpposite : DepartureOf(*cls);
        SetCounterpart(sentence.at, sentence.units[j].tokens, &detail);
      }
    }
    if (detail.departure == Departure::kNone) return;
    FindSame(unit, word, &detail);
    out_.push_back(detail);
  }

  // Where else the sources have the word, or another that says the same.
  void FindSame(uint32_t unit, const DraftWord& word,
                DraftDetail* detail) const {
    const DraftWords& words = sources_.words(draft_.document);
    detail->held = DetailHeld::kNowhere;
    std::vector<uint32_t> keys = {word.stem};
    for (const WordClass& cls : words.Classes(word)) keys.push_back(cls.member);
    for (const uint32_t key : keys) {
      size_t seen = 0;
      for (const SentenceRef at : sources_.Holding(key)) {
        detail->held = DetailHeld::kElsewhere;
        if (++seen > kMostPlaces) break;
        const UnitSentence& sentence = SentenceOf(at.document, at.sentence);
        const DraftWords& others = sources_.words(at.document);
        for (uint32_t j = 0; j < sentence.units.size(); ++j) {
          if (sentence.units[j].kind != SentenceUnit::kWord ||
              WordSupport(words, word, others,
                          Word(at.document, sentence.units[j])) == 0) {
            continue;
          }
          detail->same_context =
              std::max(detail->same_context,
                       SharedContext(sources_, here_, unit, sentence, j));
        }
      }
    }
  }

  // "Crewed" beside "uncrewed", "victory" beside "defeat".
  bool TurnedRound(const SentenceUnit& unit, uint32_t source,
                   const SentenceUnit& other) const {
    const TokenizedText& text = sources_.document(source).text;
    return AreOpposites(doc().text.Folded(unit.tokens.begin),
                        text.Folded(other.tokens.begin)) ||
           RelateWords(Word(draft_.document, unit), Word(source, other)) ==
               WordRelation::kOpposite;
  }

  void ReadSlots() {
    if (best_.covered < kFollows) return;
    for (const Slot& slot : best_.slots) {
      if (!slot.anchored || slot.size() > kOppositeSlot) continue;
      if (ReadOpposite(slot)) continue;
      if (slot.size() <= kCleanSlot) ReadNegation(slot);
    }
  }

  // A word of the slot that excludes one on the other side of it.
  bool ReadOpposite(const Slot& slot) {
    const DraftWords& words = sources_.words(draft_.document);
    const DraftWords& others = sources_.words(best_.source.document);
    for (uint32_t i = slot.draft_begin; i < slot.draft_end; ++i) {
      const SentenceUnit& unit = best_.draft_units[i];
      if (unit.kind != SentenceUnit::kWord) continue;
      for (uint32_t j = slot.source_begin; j < slot.source_end; ++j) {
        const SentenceUnit& other = best_.source_units[j];
        if (other.kind != SentenceUnit::kWord) continue;
        const WordClass* cls =
            FindContrast(words, words.words[unit.tokens.begin], others,
                         others.words[other.tokens.begin]);
        const bool prefix =
            cls == nullptr && TurnedRound(unit, best_.source.document, other);
        if (cls == nullptr && !prefix) continue;
        DraftDetail detail = Start(DetailKind::kWords, unit.tokens);
        detail.clean = true;
        detail.departure = prefix ? Departure::kOpposite : DepartureOf(*cls);
        detail.other_context = best_.covered;
        SetCounterpart(best_.source, other.tokens, &detail);
        FindSame(i, words.words[unit.tokens.begin], &detail);
        out_.push_back(detail);
        return true;
      }
    }
    return false;
  }

  // A verb or another word that is negated on one side only, though the words
  // next to the negation need not be the same.
  void ReadPolarity() {
    if (best_.covered < kFollows) return;
    const auto& here = best_.draft_units;
    const auto& there = best_.source_units;
    const uint32_t n = static_cast<uint32_t>(here.size());
    std::vector<uint32_t> back(there.size(), kNone);
    for (uint32_t i = 0; i < n; ++i) {
      if (best_.partner[i] != kNone) back[best_.partner[i]] = i;
    }
    const auto negation = [&](uint32_t document,
                              const std::vector<SentenceUnit>& units,
                              uint32_t u) {
      return units[u].kind == SentenceUnit::kWord &&
             Word(document, units[u]).Is(DraftWord::kNegation);
    };
    const auto near = [&](uint32_t document,
                          const std::vector<SentenceUnit>& units, uint32_t u) {
      const uint32_t begin = u > 5 ? u - 5 : 0;
      const uint32_t end =
          std::min<uint32_t>(u + 3, static_cast<uint32_t>(units.size()));
      for (uint32_t k = begin; k < end; ++k) {
        if (negation(document, units, k)) return true;
      }
      return false;
    };
    const auto negated_word = [&](uint32_t document,
                                  const std::vector<SentenceUnit>& units,
                                  uint32_t u) {
      for (uint32_t k = u + 1; k < units.size() && k <= u + 3; ++k) {
        if (negation(document, units, k)) return kNone;
        if (units[k].kind == SentenceUnit::kWord &&
            Word(document, units[k]).Is(DraftWord::kContent)) {
          return k;
        }
      }
      return kNone;
    };
    for (uint32_t i = 0; i < n; ++i) {
      if (!negation(draft_.document, here, i) || best_.partner[i] != kNone) {
        continue;
      }
      const uint32_t verb = negated_word(draft_.document, here, i);
      if (verb == kNone || best_.partner[verb] == kNone ||
          !SameWord(verb, best_.partner[verb]) ||
          near(best_.source.document, there, best_.partner[verb])) {
        continue;
      }
      AddPolarity(i, i + 1, best_.partner[verb]);
    }
    for (uint32_t j = 0; j < there.size(); ++j) {
      if (!negation(best_.source.document, there, j) || back[j] != kNone) {
        continue;
      }
      const uint32_t verb = negated_word(best_.source.document, there, j);
      if (verb == kNone || back[verb] == kNone ||
          !SameWord(back[verb], verb) ||
          near(draft_.document, here, back[verb])) {
        continue;
      }
      AddPolarity(back[verb], back[verb] + 1, j);
    }
  }

  // Aligned words that are one by our own lists: what is distantly alike may be
  // negated on one side and not on the other.
  bool SameWord(uint32_t unit, uint32_t source_unit) const {
    return UnitSupport(sources_, draft_.document, best_.draft_units[unit],
                       best_.source.document, best_.source_units[source_unit],
                       Synonyms::kListed) > 0;
  }

  void AddPolarity(uint32_t begin, uint32_t end, uint32_t source_unit) {
    DraftDetail detail =
        Start(DetailKind::kWords, {best_.draft_units[begin].tokens.begin,
                                   best_.draft_units[end - 1].tokens.end});
    detail.departure = Departure::kNegation;
    detail.other_context = best_.covered;
    SetCounterpart(best_.source, best_.source_units[source_unit].tokens,
                   &detail);
    out_.push_back(detail);
  }

  void ReadNegation(const Slot& slot) {
    const auto count = [&](uint32_t document,
                           const std::vector<SentenceUnit>& units,
                           uint32_t begin, uint32_t end, uint32_t* at) {
      int negations = 0;
      for (uint32_t u = begin; u < end; ++u) {
        if (units[u].kind == SentenceUnit::kWord &&
            Word(document, units[u]).Is(DraftWord::kNegation)) {
          ++negations;
          *at = u;
        }
      }
      return negations;
    };
    uint32_t here = kNone, there = kNone;
    const int a = count(draft_.document, best_.draft_units, slot.draft_begin,
                        slot.draft_end, &here);
    const int b = count(best_.source.document, best_.source_units,
                        slot.source_begin, slot.source_end, &there);
    if (a % 2 == b % 2) return;
    // Where the draft lost it, what stands around the gap is pointed at.
    uint32_t begin = slot.draft_begin, end = slot.draft_end;
    if (begin == end) {
      begin = begin == 0 ? 0 : begin - 1;
      end = std::min<uint32_t>(end + 1,
                               static_cast<uint32_t>(best_.draft_units.size()));
    }
    if (here != kNone) {
      begin = here;
      end = here + 1;
    }
    DraftDetail detail =
        Start(DetailKind::kWords, {best_.draft_units[begin].tokens.begin,
                                   best_.draft_units[end - 1].tokens.end});
    detail.clean = true;
    detail.departure = Departure::kNegation;
    detail.other_context = best_.covered;
    const uint32_t source_unit =
        there != kNone
            ? there
            : std::min<uint32_t>(
                  slot.source_begin,
                  static_cast<uint32_t>(best_.source_units.size() - 1));
    SetCounterpart(best_.source, best_.source_units[source_unit].tokens,
                   &detail);
    out_.push_back(detail);
  }

  DraftSources sources_;
  // Looked up, never iterated.
  mutable absl::flat_hash_map<uint64_t, std::unique_ptr<UnitSentence>> read_;
  std::vector<DraftDetail>& out_;
  ValueSupport values_;
  NameSupport names_;
  mutable FrameReader frames_;
  SentenceRef draft_;
  std::vector<Passage> passages_;
  std::vector<UnitSentence> near_;
  UnitSentence here_;
  SentenceAlignment best_;
  std::vector<ClauseCoverage> clauses_;
};

}  // namespace

std::vector<DraftDetail> ReadDraftDetails(const Corpus& corpus) {
  std::vector<DraftDetail> details;
  bool drafts = false, sources = false;
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    const DocumentAnalysis& doc = corpus.document(d);
    drafts |= doc.checked && !doc.reference;
    sources |= doc.reference && !doc.checked;
  }
  if (!drafts || !sources) return details;
  Reader reader(corpus, &details);
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    if (!reader.sources().IsDraft(d)) continue;
    const TokenizedText& text = corpus.document(d).text;
    for (uint32_t s = 0; s < text.sentences.size(); ++s) {
      if (text.sentences[s].zone == Sentence::kFurniture) continue;
      reader.Read({d, s});
    }
  }
  return details;
}

}  // namespace claimcheck
