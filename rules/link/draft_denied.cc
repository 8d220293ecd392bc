// What a source denies and nothing else tells: "no", and verbs that it has negated only.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/syntax/syntax.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// A word that sources have in more places is not spoken of once.
constexpr size_t kMostDenials = 3;
// How much of the rest of the denial the draft has, in hundredths.
constexpr int kSameDenial = 60;
// A word of one root or of one group.
constexpr int kSameWord = 75;

// The verb of which a noun is the subject or the object.
int HeadVerb(const syntax::ParsedSentence& tree, uint32_t noun) {
  const int word = tree.WordOf(noun);
  if (word == syntax::kNoWord ||
      (tree.words[word].relation != syntax::Relation::kObj &&
       tree.words[word].relation != syntax::Relation::kNsubj &&
       tree.words[word].relation != syntax::Relation::kNsubjPass)) {
    return syntax::kNoWord;
  }
  const int head = tree.words[word].head;
  return head != syntax::kNoWord && tree.words[head].upos == syntax::Upos::kVerb
             ? head
             : syntax::kNoWord;
}

// What is told under such a word is neither done nor denied.
bool IsOpenWord(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {
      "if",    "whether", "until", "unless", "before", "may",   "might",
      "could", "would",   "only",  "should", "than",   "yet"};
  return std::find(std::begin(kWords), std::end(kWords), word) !=
         std::end(kWords);
}

}  // namespace

uint32_t DraftReader::NoneOf(uint32_t unit) const {
  const SentenceUnit& no = here_.units[unit];
  if (no.kind != SentenceUnit::kWord ||
      doc().text.Folded(no.tokens.begin) != "no" || unit + 1 == here_.units.size()) {
    return kNone;
  }
  const SentenceUnit& noun = here_.units[unit + 1];
  return noun.kind == SentenceUnit::kWord &&
                 Word(draft_.document, noun).Is(DraftWord::kContent)
             ? noun.tokens.begin
             : kNone;
}

void DraftReader::ReadNone(uint32_t unit) {
  const uint32_t noun = NoneOf(unit);
  if (noun == kNone) return;
  const DraftWords& words = sources_.words(draft_.document);
  const syntax::ParsedSentence& here = frames_.Tree(draft_);
  const int mine = HeadVerb(here, noun);
  if (mine == syntax::kNoWord) return;
  for (const UnitSentence& sentence : near_) {
    const DraftWords& others = sources_.words(sentence.at.document);
    for (uint32_t j = 0; j < sentence.units.size(); ++j) {
      const uint32_t counted = CountedBy(sentence, j);
      if (counted == kNone || Negated(sentence, j) ||
          WordSupport(words, words.words[noun], others,
                      others.words[counted]) < kSameWord) {
        continue;
      }
      const syntax::ParsedSentence& there = frames_.Tree(sentence.at);
      const int theirs = HeadVerb(there, counted);
      if (theirs == syntax::kNoWord ||
          WordSupport(words, words.words[here.source[mine].tokens.begin],
                      others,
                      others.words[there.source[theirs].tokens.begin]) <
              kSameWord) {
        continue;
      }
      Detail detail =
          Start(DetailKind::kWords, here_.units[unit].tokens);
      detail.departure = Departure::kNegation;
      detail.other_context = 100;
      SetCounterpart(sentence.at, sentence.units[j].tokens, &detail);
      out_.push_back(detail);
      return;
    }
  }
}

void DraftReader::ReadDeniedOnly() {
  if (IsTurnedAlready()) return;
  for (uint32_t u = 0; u < here_.units.size(); ++u) ReadNone(u);
  const TokenizedText& text = doc().text;
  for (uint32_t u = 0; u < here_.units.size(); ++u) {
    const SentenceUnit& unit = here_.units[u];
    if (unit.kind != SentenceUnit::kWord) continue;
    // What may be or is denied is not told as done; what "would" be is, as a
    // rule, what somebody said of the future.
    const absl::string_view word = text.Folded(unit.tokens.begin);
    if (Word(draft_.document, unit).Is(DraftWord::kNegation) ||
        DeniesWhatFollows(Word(draft_.document, unit).stem) ||
        (IsOpenWord(word) && word != "would") ||
        Ends(draft_.document, here_.units, u, u + 1)) {
      return;
    }
  }
  for (uint32_t u = 0; u < here_.units.size(); ++u) ReadDeniedOnly(u);
}

void DraftReader::ReadDeniedOnly(uint32_t unit) {
  const SentenceUnit& mine = here_.units[unit];
  const DraftWord& word = Word(draft_.document, mine);
  if (mine.kind != SentenceUnit::kWord || !word.Is(DraftWord::kContent) ||
      word.Is(DraftWord::kCapital)) {
    return;
  }
  const absl::Span<const SentenceRef> places = sources_.Holding(word.stem);
  if (places.empty() || places.size() > kMostDenials) return;
  const syntax::ParsedSentence& tree = frames_.Tree(draft_);
  const int node = tree.WordOf(mine.tokens.begin);
  if (node == syntax::kNoWord ||
      tree.words[node].upos != syntax::Upos::kVerb) {
    return;
  }
  const UnitSentence* denial = nullptr;
  uint32_t at = 0;
  for (const SentenceRef place : places) {
    const UnitSentence* const sentence =
        &SentenceOf(place.document, place.sentence);
    for (uint32_t j = 0; j < sentence->units.size(); ++j) {
      const SentenceUnit& other = sentence->units[j];
      if (other.kind != SentenceUnit::kWord ||
          Word(place.document, other).stem != word.stem) {
        continue;
      }
      if (!Negated(*sentence, j)) return;
      denial = sentence;
      at = j;
    }
  }
  if (denial == nullptr ||
      std::none_of(near_.begin(), near_.end(), [&](const UnitSentence& near) {
        return near.at == denial->at;
      })) {
    return;
  }
  // All that is denied with it.
  const TokenizedText& source = sources_.document(denial->at.document).text;
  int total = 0, shared = 0;
  for (uint32_t j = 0; j < denial->units.size(); ++j) {
    const SentenceUnit& other = denial->units[j];
    if (other.kind == SentenceUnit::kWord) {
      if (IsOpenWord(source.Folded(other.tokens.begin))) return;
      if (j == at || !Word(denial->at.document, other).Is(DraftWord::kContent)) {
        continue;
      }
    }
    const int weight = UnitWeight(sources_, denial->at.document, other);
    int best = 0;
    for (uint32_t u = 0; u < here_.units.size() && best < 100; ++u) {
      best = std::max(best, SupportOf(sources_, here_, u, *denial, j,
                                      Synonyms::kWordNet));
    }
    total += weight;
    shared += weight * best / 100;
  }
  if (total > 0 && shared * 100 < total * kSameDenial) return;
  Detail detail = Start(DetailKind::kWords, mine.tokens);
  detail.departure = Departure::kNegation;
  detail.other_context = 100;
  SetCounterpart(denial->at, denial->units[at].tokens, &detail);
  out_.push_back(detail);
}

bool DraftReader::IsDeniedOfOther(uint32_t noun) const {
  const syntax::ParsedSentence& tree = frames_.Tree(best_.source);
  const auto& there = best_.source_units;
  const int head = HeadVerb(tree, there[noun].tokens.begin);
  if (head == syntax::kNoWord) return false;
  for (uint32_t k = 0; k < there.size(); ++k) {
    if (there[k].tokens.Contains(tree.source[head].tokens.begin)) {
      return Word(best_.source.document, there[k]).Is(DraftWord::kContent) &&
             std::find(best_.partner.begin(), best_.partner.end(), k) ==
                 best_.partner.end();
    }
  }
  return false;
}

}  // namespace claimcheck
