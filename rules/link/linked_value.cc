#include "rules/link/linked_value.h"

#include <algorithm>

namespace claimcheck {
namespace {

// From how much on a value of a source is the one in the draft's place: of what
// is around it, of what it belongs to by grammar, and of the rest of the draft
// sentence, where names and values are the same or a few are not.
constexpr int kLeastContext = 40, kSureContext = 60, kSameContext = 90;
constexpr int kLeastLink = 40, kSureLink = 70;
constexpr int kLeastRest = 60, kSureRest = 75;
// What the rest weighs at least, in tenths of a bit.
constexpr int kLeastRestWeight = 120;
// Names and values besides it that may differ too.
constexpr int kMostMissing = 1;
constexpr int kAllOfIt = 90;
// Two sentences that say this much of each other tell of the same, though the
// verbs be others; of their values a few more may differ then.
constexpr int kLeastMutual = 60;
constexpr int kMostMutualMissing = 3;
constexpr int kLeastMutualWords = 2;
// In a slot the words beside it are the same.
constexpr int kLeastSlotLink = 20;

// What a source sentence has of the draft's besides one unit.
struct Rest {
  int few = 0;  // what is covered where little is said
  int words = 0;
  int covered = 0;       // in hundredths by weight; 0: hardly anything is said
  int missing = 0;       // names and values that it does not have
  bool renamed = false;  // a name or an ordinal is among them
  bool redated = false;    // it has another time
  bool recounted = false;  // other things are counted
};

// The noun inside of an amount that it counts, or kNone.
uint32_t CountedBy(const DocumentAnalysis& doc, const SentenceUnit& unit) {
  if (unit.kind != SentenceUnit::kAmount) return kNone;
  const uint32_t head = doc.quantities[unit.mention].head;
  return head != kNone && unit.tokens.Contains(head) ? head : kNone;
}

Rest CompareRest(const DraftSources& sources, const UnitSentence& draft,
                 uint32_t unit, const UnitSentence& source, uint32_t j) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const DraftWords& words = sources.words(draft.at.document);
  Rest rest;
  int total = 0, shared = 0;
  for (uint32_t u = 0; u < draft.units.size(); ++u) {
    const SentenceUnit& mine = draft.units[u];
    const bool is_word = mine.kind == SentenceUnit::kWord;
    const DraftWord& word = words.words[mine.tokens.begin];
    if (u == unit || (is_word && !word.Is(DraftWord::kContent))) continue;
    int best = 0;
    for (uint32_t k = 0; k < source.units.size() && best < 100; ++k) {
      best = std::max(best, SupportOf(sources, draft, u, source, k,
                                      Synonyms::kWordNet));
    }
    const int weight = UnitWeight(sources, draft.at.document, mine);
    ++rest.words;
    total += weight;
    shared += weight * best / 100;
    const bool name = is_word ? word.Is(DraftWord::kCapital)
                              : mine.kind == SentenceUnit::kAmount &&
                                    doc.quantities[mine.mention].value.ordinal;
    if (best > 0 || (is_word && !name)) continue;
    ++rest.missing;
    rest.renamed |= name;
    for (const SentenceUnit& other : source.units) {
      rest.redated |=
          mine.kind == SentenceUnit::kTime &&
          ValuesDiffer(doc, mine, sources.document(source.at.document), other);
    }
  }
  // What is counted is told with the number.
  const uint32_t counted = CountedBy(doc, draft.units[unit]);
  const DocumentAnalysis& other = sources.document(source.at.document);
  const uint32_t theirs = CountedBy(other, source.units[j]);
  if (counted != kNone && theirs != kNone) {
    const DraftWords& others = sources.words(source.at.document);
    const int weight = words.words[counted].idf;
    const int support =
        WordSupport(words, words.words[counted], others, others.words[theirs]);
    rest.recounted = support == 0;
    total += weight;
    shared += weight * support / 100;
  }
  // A word or two may be said of anything.
  rest.few = total == 0 ? 0 : 100 * shared / total;
  rest.covered = total < kLeastRestWeight ? 0 : 100 * shared / total;
  return rest;
}

// Whether two verbs are known to tell of different events: "founded", "sold".
bool AreOtherEvents(const DraftSources& sources, const UnitSentence& draft,
                    uint32_t unit, const UnitSentence& source, uint32_t j,
                    FrameReader* frames) {
  const DocumentAnalysis& doc = sources.document(draft.at.document);
  const DocumentAnalysis& other = sources.document(source.at.document);
  const DraftWords& words = sources.words(draft.at.document);
  const DraftWords& others = sources.words(source.at.document);
  for (const ValueFrame::Part& mine : frames->FrameOf(draft, unit).parts) {
    if (mine.role != ValueFrame::kPredicate) continue;
    for (const ValueFrame::Part& theirs :
         frames->FrameOf(source, j).parts) {
      if (theirs.role != ValueFrame::kPredicate) continue;
      const LexHit* a = doc.lex.Find(mine.token, Lex::kEventVerb);
      const LexHit* b = other.lex.Find(theirs.token, Lex::kEventVerb);
      if ((a != nullptr && b != nullptr && a->entry->id != b->entry->id) ||
          FindContrast(words, words.words[mine.token], others,
                       others.words[theirs.token]) != nullptr) {
        return true;
      }
    }
  }
  return false;
}

// Whether a sentence that says as much as `rest` of the draft's says nothing
// else, or hardly anything: then the values side by side are of one thing,
// however it is put.
bool SayTheSame(const DraftSources& sources, const UnitSentence& draft,
                uint32_t unit, const UnitSentence& source, uint32_t j,
                const Rest& rest, FrameReader* frames) {
  const auto whole = [](const Rest& r) {
    return r.missing == 0 && r.few >= kAllOfIt;
  };
  const auto much = [](const Rest& r) {
    return !r.renamed && r.missing <= kMostMutualMissing &&
           r.words >= kLeastMutualWords && r.covered >= kLeastMutual;
  };
  // What is counted in another year may well be another number.
  const bool amount = draft.units[unit].kind == SentenceUnit::kAmount;
  if (rest.recounted || (rest.redated && amount) ||
      (!whole(rest) && !much(rest))) {
    return false;
  }
  const Rest back = CompareRest(sources, source, j, draft, unit);
  return ((whole(rest) && whole(back)) || (much(rest) && much(back))) &&
         !AreOtherEvents(sources, draft, unit, source, j, frames);
}

// Whether another value of the draft sentence is the one of the source.
bool IsTaken(const DraftSources& sources, const UnitSentence& draft,
             uint32_t unit, const UnitSentence& source, uint32_t j) {
  for (uint32_t u = 0; u < draft.units.size(); ++u) {
    if (u != unit && draft.units[u].kind == source.units[j].kind &&
        UnitSupport(sources, draft.at.document, draft.units[u],
                    source.at.document, source.units[j]) > 0) {
      return true;
    }
  }
  return false;
}

// The unit of the evidence that is of the same as the draft's and that
// `differs` calls another.
template <typename Differs>
std::optional<LinkedValue> FindLinked(const DraftSources& sources,
                                      const UnitSentence& draft, uint32_t unit,
                                      absl::Span<const UnitSentence> evidence,
                                      Differs differs, bool short_too,
                                      FrameReader* frames) {
  std::optional<LinkedValue> found;
  int best = 0;
  for (const UnitSentence& sentence : evidence) {
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      if (!differs(sentence, j)) continue;
      if (IsTaken(sources, draft, unit, sentence, j)) continue;
      const int context = SharedContext(sources, draft, unit, sentence, j);
      Rest rest = CompareRest(sources, draft, unit, sentence, j);
      if (!short_too &&
          SayTheSame(sources, draft, unit, sentence, j, rest, frames)) {
        const int link = std::max(kLeastLink, frames->Link(draft, unit, sentence, j));
        if (link <= best) continue;
        best = link;
        found = {sentence.at, sentence.units[j].tokens,
                 std::max(context, kLeastContext)};
        continue;
      }
      if (context < kLeastContext) continue;
      const int link = frames->Link(draft, unit, sentence, j);
      // Two words of a short sentence, both of them said.
      if (rest.covered == 0 && rest.words >= 2 && rest.few >= kAllOfIt &&
          (short_too || (context >= kSameContext && link >= kSureLink))) {
        rest.covered = rest.few;
      }
      if (rest.covered == 0 ||
          (rest.covered < kLeastRest && context < kSameContext)) {
        continue;
      }
      if (link <= best || link < kLeastLink) continue;
      const bool same = rest.missing == 0 ||
                        (!rest.renamed &&
                         (context >= kSameContext ||
                          (link >= kSureLink && context >= kSureContext &&
                           rest.covered >= kSureRest)));
      if (!same) continue;
      best = link;
      found = {sentence.at, sentence.units[j].tokens, context};
    }
  }
  return found;
}

// A place by its words: its own name and the country where it lies.
struct Place {
  absl::string_view name;
  absl::string_view country;
  bool is_country = false;
};

Place PlaceAt(const DocumentAnalysis& doc, uint32_t token) {
  Place place;
  if (!doc.text.tokens[token].Is(Token::kCapital)) return place;
  for (const LexHit& hit : doc.lex.At(token)) {
    switch (hit.cls) {
      case Lex::kCountry:
      case Lex::kDemonym:
        return {hit.entry->id, hit.entry->id, true};
      case Lex::kCapital:
        place = {hit.entry->value_text, hit.entry->id, false};
        break;
      case Lex::kCity:
      case Lex::kRegion:
        place = {hit.entry->id, hit.entry->value_text, false};
        break;
      default:
        break;
    }
  }
  return place;
}

// Neither lies in the other.
bool PlacesDiffer(const Place& a, const Place& b) {
  if (a.country.empty() || b.country.empty()) return false;
  if (a.country != b.country) return true;
  return !a.is_country && !b.is_country && a.name != b.name;
}

}  // namespace

std::optional<LinkedValue> FindLinkedValue(
    const DraftSources& sources, const UnitSentence& draft, uint32_t unit,
    absl::Span<const UnitSentence> evidence, FrameReader* frames) {
  return FindLinked(
      sources, draft, unit, evidence,
      [&](const UnitSentence& sentence, uint32_t j) {
        return ValuesDiffer(
            sources.document(draft.at.document), draft.units[unit],
            sources.document(sentence.at.document), sentence.units[j]);
      },
      false, frames);
}

std::optional<LinkedValue> FindLinkedPlace(
    const DraftSources& sources, const UnitSentence& draft, uint32_t unit,
    absl::Span<const UnitSentence> evidence, FrameReader* frames) {
  const Place here = PlaceAt(sources.document(draft.at.document),
                             draft.units[unit].tokens.begin);
  if (here.country.empty()) return std::nullopt;
  return FindLinked(
      sources, draft, unit, evidence,
      [&](const UnitSentence& sentence, uint32_t j) {
        return sentence.units[j].kind == SentenceUnit::kWord &&
               PlacesDiffer(here,
                            PlaceAt(sources.document(sentence.at.document),
                                    sentence.units[j].tokens.begin));
      },
      true, frames);
}

bool IsOfTheSame(const DraftSources& sources, const UnitSentence& draft,
                 uint32_t unit, const UnitSentence& source,
                 uint32_t source_unit, FrameReader* frames) {
  const Rest rest = CompareRest(sources, draft, unit, source, source_unit);
  return rest.covered > 0 && rest.missing <= kMostMissing && !rest.renamed &&
         frames->Link(draft, unit, source, source_unit) >= kLeastSlotLink;
}

}  // namespace claimcheck
