#include "rules/link/copied_fillers.h"

#include <utility>
#include <vector>

#include "rules/link/slot_alignment.h"
#include "rules/link/story_units.h"

namespace claimcheck {
namespace {

using Filler = CopiedFiller;

class FillerReader {
 public:
  FillerReader(StoryContext* story, uint32_t d)
      : story_(*story),
        d_(d),
        doc_(story->document(d)),
        words_(story->words(d)),
        units_(StoryUnitsOf(story, d)) {}

  CopiedFillers Read() {
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      out_.first.push_back(static_cast<uint32_t>(out_.fillers.size()));
      if (UsableSentence(doc_, s)) ReadSentence(s);
    }
    out_.first.push_back(static_cast<uint32_t>(out_.fillers.size()));
    ReadWordsAround();
    return std::move(out_);
  }

 private:
  void ReadWordsAround() {
    out_.masks.resize(doc_.text.sentences.size(), 0);
    for (uint32_t s = 0; s < out_.masks.size(); ++s) {
      if (out_.first[s] == out_.first[s + 1]) continue;
      const std::vector<SentenceUnit>& units = UnitsOf(&story_, {d_, s}, &units_);
      for (uint32_t i = out_.first[s]; i < out_.first[s + 1]; ++i) {
        Filler& filler = out_.fillers[i];
        const auto word = [&](uint32_t u) {
          return units[u].kind == SentenceUnit::kWord
                     ? doc_.text.tokens[units[u].tokens.begin].word
                     : Filler::kValue;
        };
        if (filler.begin > 0) filler.before = word(filler.begin - 1);
        if (filler.end < units.size()) filler.behind = word(filler.end);
        for (uint32_t back = 1; back <= kUnitsOfLead && back <= filler.begin; ++back) {
          filler.lead = filler.lead * 31 + word(filler.begin - back);
        }
        const uint32_t hash = (filler.before * 8 + filler.kind) * 0x9E3779B9u >> 26;
        filler.bit = filler.kind == Filler::kNegation ? CopiedFillers::kNegates
                                                      : uint64_t{2} << (hash % 63);
        out_.masks[s] |= filler.bit;
      }
    }
  }

  void ReadSentence(uint32_t s) {
    const std::vector<SentenceUnit>& units = UnitsOf(&story_, {d_, s}, &units_);
    for (uint32_t u = 0; u < units.size(); ++u) {
      const SentenceUnit& unit = units[u];
      const uint32_t t = unit.tokens.begin;
      switch (unit.kind) {
        case SentenceUnit::kAmount:
          out_.fillers.push_back({u, u + 1, Filler::kAmount, unit.mention});
          break;
        case SentenceUnit::kTime:
          out_.fillers.push_back({u, u + 1, Filler::kTime, unit.mention});
          break;
        case SentenceUnit::kWord:
          if (words_.words[t].Is(DraftWord::kNegation)) {
            out_.fillers.push_back({u, u + 1, Filler::kNegation, t});
          }
          if (doc_.lex.Has(t, Lex::kDemonym)) {
            out_.fillers.push_back({u, u + 1, Filler::kNation, t});
          } else if (const uint32_t sense = SenseOf(t); sense != 0) {
            out_.fillers.push_back({u, u + 1, Filler::kContrast, t});
            out_.fillers.back().sense = sense;
          }
          ReadPlace(s, units, u);
          break;
        case SentenceUnit::kScore:
          break;
      }
    }
  }

  // What a word with opposites says, of all sets that have it; 0: it has none.
  uint32_t SenseOf(uint32_t t) const {
    if (words_.words[t].class_count == 0 && !doc_.lex.Has(t, Lex::kContrast)) return 0;
    const LexEntry* const kin = KinAt(doc_, t);
    uint32_t sense = kin == nullptr ? 0 : WordHash(kin->value_text);
    for (const WordClass& cls : words_.Classes(words_.words[t])) {
      if (cls.set != 0) sense = sense * 31 + cls.member;
    }
    return sense;
  }

  // A name that begins with the unit, with capitals before it: "A Coruna".
  void ReadPlace(uint32_t s, const std::vector<SentenceUnit>& units, uint32_t u) {
    const uint32_t t = units[u].tokens.begin;
    while (name_ < doc_.names.size() && doc_.names[name_].tokens.begin < t) ++name_;
    if (name_ == doc_.names.size()) return;
    const NameMention& name = doc_.names[name_];
    if (name.tokens.begin != t || name.sentence != s ||
        name.form != NameMention::kName || name.entity == kNone) {
      return;
    }
    Filler place = {u, u, Filler::kPlace, static_cast<uint32_t>(name_)};
    while (place.end < units.size() &&
           units[place.end].tokens.begin < name.tokens.end) {
      ++place.end;
    }
    while (place.begin > 0 && units[place.begin - 1].kind == SentenceUnit::kWord &&
           words_.words[units[place.begin - 1].tokens.begin].Is(
               DraftWord::kCapital)) {
      --place.begin;
    }
    const NameType type = doc_.entities[name.entity].type;
    // A town that nobody knows: "in Corva".
    if (type == NameType::kPlace ||
        (type != NameType::kPerson && place.begin > 0 &&
         IsOneOf(doc_.text.Folded(units[place.begin - 1].tokens.begin),
                 {"in", "at", "near", "from", "to", "outside"}))) {
      out_.fillers.push_back(place);
    }
  }

  StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
  StoryUnits& units_;
  size_t name_ = 0;  // those before it are done with
  CopiedFillers out_;
};

}  // namespace

const LexEntry* KinAt(const DocumentAnalysis& doc, uint32_t token) {
  if (!doc.lex.Has(token, Lex::kContrast)) return nullptr;
  for (const LexHit& hit : doc.lex.At(token)) {
    if (hit.cls == Lex::kContrast && hit.entry->HasTag("kin")) return hit.entry;
  }
  return nullptr;
}

const CopiedFillers& CopiedFillersOf(StoryContext* story, uint32_t d) {
  return story->Once<CopiedFillers>(
      d, [&] { return FillerReader(story, d).Read(); });
}

}  // namespace claimcheck
