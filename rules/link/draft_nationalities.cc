// The country that a draft says somebody or a firm is of, where its sources have another.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/countries.h"
#include "rules/link/draft_reader.h"
#include "rules/link/nationality.h"

namespace claimcheck {

bool DraftReader::TellsCountry(SentenceRef at, absl::string_view country) const {
  const DocumentAnalysis& source = sources_.document(at.document);
  const TokenRange tokens = sources_.Tokens(at);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const absl::string_view here = CountryOf(source, t);
    if (here.empty() || !OneCountry(here, country)) continue;
    // "Canada" of "Air Canada".
    const bool in_name = std::any_of(
        source.names.begin(), source.names.end(), [&](const NameMention& name) {
          return name.sentence == at.sentence && name.tokens.Contains(t) &&
                 name.tokens.size() > 1 && name.entity != kNone &&
                 source.entities[name.entity].type != NameType::kPlace;
        });
    if (!in_name) return true;
  }
  return false;
}

void DraftReader::ReadNationalities() {
  const std::vector<Nationality> told = claimcheck::ReadNationalities(
      doc(), draft_.sentence, frames_.Tree(draft_));
  for (const Nationality& mine : told) {
    const uint32_t entity =
        sources_.corpus().GlobalEntity(draft_.document, mine.entity);
    SentenceRef found_at;
    TokenRange found;
    bool elsewhere = false, agreed = false;
    absl::string_view other;
    for (const uint32_t d : sources_.sources()) {
      const DocumentAnalysis& source = sources_.document(d);
      for (uint32_t s = 0; s < source.text.sentences.size() && !agreed; ++s) {
        const SentenceRef at = {d, s};
        const bool tells_mine = TellsCountry(at, mine.country);
        elsewhere |= tells_mine;
        if (!Names(at, sources_.Tokens(at), entity)) continue;
        agreed = tells_mine;
        for (const Nationality& theirs :
             claimcheck::ReadNationalities(source, s, frames_.Tree(at))) {
          if (sources_.corpus().GlobalEntity(d, theirs.entity) != entity) {
            continue;
          }
          // Of two countries.
          agreed |= found.size() > 0 && !OneCountry(other, theirs.country);
          if (found.size() > 0) continue;
          other = theirs.country;
          found_at = at;
          found = theirs.tokens;
        }
      }
    }
    if (agreed || found.size() == 0 || OneCountry(other, mine.country) ||
        TellsCountry(draft_, other)) {
      continue;
    }
    AddRelation(DetailKind::kName, mine.tokens, Departure::kName, found_at,
                found);
    out_.back().held = elsewhere ? DetailHeld::kElsewhere : DetailHeld::kNowhere;
  }
}

}  // namespace claimcheck
