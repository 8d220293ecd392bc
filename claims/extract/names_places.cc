#include "claims/extract/names_places.h"

namespace claimcheck {
namespace {

constexpr uint32_t kIn = WordHash("in", 2), kAt = WordHash("at", 2);

bool IsPlace(const DocumentAnalysis& doc, const NameDraft& draft) {
  return draft.mention.form == NameMention::kName &&
         draft.mention.entity != kNone &&
         doc.entities[draft.mention.entity].type == NameType::kPlace;
}

}  // namespace

void NestPlaces(const std::vector<NameDraft>& drafts, DocumentAnalysis* doc) {
  const TokenizedText& text = doc->text;
  for (size_t n = 0; n + 1 < drafts.size(); ++n) {
    const NameDraft& first = drafts[n];
    const NameDraft& second = drafts[n + 1];
    if (first.mention.sentence != second.mention.sentence ||
        !IsPlace(*doc, first) || !IsPlace(*doc, second)) {
      continue;
    }
    const uint32_t gap_begin = first.mention.tokens.end;
    const uint32_t gap_end = second.mention.tokens.begin;
    if (gap_end <= gap_begin || gap_end - gap_begin > 7) continue;
    uint32_t inner = kNone, outer = kNone;
    if (text.Folded(gap_begin) == "'s") {
      // "Indonesia's Aceh": nothing but adjectives between.
      bool plain = true;
      for (uint32_t t = gap_begin + 1; t < gap_end; ++t) {
        constexpr uint64_t kStops = Bit(Lex::kPreposition) |
                                    Bit(Lex::kConjunction) |
                                    Bit(Lex::kEventVerb) | Bit(Lex::kAuxiliary);
        const bool of = text.Folded(t) == "of";  // "Turkey's city of Van"
        plain &= text.tokens[t].kind == TokenKind::kWord &&
                 (of || (doc->lex.Mask(t) & kStops) == 0);
      }
      if (plain) {
        inner = second.mention.entity;
        outer = first.mention.entity;
      }
    } else {
      // "Hyannis, Mass.", "the stadium in the northern city of Kano".
      uint32_t t = gap_begin;
      const bool comma = text.IsChar(t, ',') && t + 1 == gap_end;
      const bool in = text.tokens[t].word == kIn || text.tokens[t].word == kAt;
      bool plain = in;
      for (++t; t < gap_end && plain; ++t) {
        constexpr uint64_t kStops = Bit(Lex::kConjunction) |
                                    Bit(Lex::kAuxiliary) | Bit(Lex::kEventVerb);
        const bool of = text.Folded(t) == "of";
        plain &=
            (text.tokens[t].kind == TokenKind::kWord || text.IsChar(t, '-')) &&
            (of || (doc->lex.Mask(t) & (kStops | Bit(Lex::kPreposition))) == 0);
      }
      const Entity& a = doc->entities[first.mention.entity];
      const Entity& b = doc->entities[second.mention.entity];
      // "Germany, Spain and France" is a list, not a nest.
      const bool finer = (a.facility && !b.facility) ||
                         (!a.is_country && b.is_country) ||
                         (!a.is_country && !b.is_country && !b.city &&
                          !b.facility && !b.country.empty() &&
                          (a.country.empty() || a.country == b.country)) ||
                         (in && !a.is_country);
      if ((comma || plain) && finer) {
        inner = first.mention.entity;
        outer = second.mention.entity;
      }
    }
    if (inner == kNone || inner == outer) continue;
    Entity& place = doc->entities[inner];
    if (doc->entities[outer].within == inner) continue;  // no circles
    if (place.within == kNone) place.within = outer;
    if (place.country.empty()) place.country = doc->entities[outer].country;
  }
}

}  // namespace claimcheck
