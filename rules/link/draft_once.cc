// Where what happens to somebody once took place: born, died, buried.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// Where the place of such a verb may stand behind it, in tokens.
constexpr uint32_t kPlaceReach = 9;

bool IsOfOnce(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"born", "died", "buried",
                                                 "baptised", "baptized"};
  return std::find(std::begin(kWords), std::end(kWords), word) !=
         std::end(kWords);
}

bool LeadsToPlace(absl::string_view word) {
  return word == "in" || word == "at" || word == "near" || word == "of";
}

}  // namespace

TokenRange DraftReader::PlaceBehind(SentenceRef at, uint32_t token) const {
  const TokenizedText& text = sources_.document(at.document).text;
  const DraftWords& words = sources_.words(at.document);
  const TokenRange sentence = sources_.Tokens(at);
  const uint32_t end = std::min(sentence.end, token + kPlaceReach);
  for (uint32_t t = token + 1; t < end; ++t) {
    if (text.IsChar(t, ',') || text.IsChar(t, ';')) break;
    if (!text.tokens[t].Is(Token::kCapital) ||
        words.words[t].Is(DraftWord::kTime) ||
        !LeadsToPlace(text.Folded(t - 1))) {
      continue;
    }
    uint32_t last = t + 1;
    while (last < sentence.end && text.tokens[last].Is(Token::kCapital)) ++last;
    return {t, last};
  }
  return {};
}

void DraftReader::ReadPlaceOfOnce(uint32_t unit) {
  const uint32_t verb = here_.units[unit].tokens.begin;
  const TokenizedText& text = doc().text;
  if (here_.units[unit].kind != SentenceUnit::kWord ||
      !IsOfOnce(text.Folded(verb))) {
    return;
  }
  const TokenRange mine = PlaceBehind(draft_, verb);
  if (mine.empty()) return;
  const auto names = [&](const TokenizedText& other, TokenRange in,
                         uint32_t word) {
    for (uint32_t t = in.begin; t < in.end; ++t) {
      if (other.tokens[t].word == word) return true;
    }
    return false;
  };
  SentenceRef found;
  TokenRange theirs;
  for (const SentenceRef at :
       sources_.Holding(Word(draft_.document, here_.units[unit]).stem)) {
    const DocumentAnalysis& source = sources_.document(at.document);
    const TokenRange sentence = sources_.Tokens(at);
    // The place is named there, in whatever way.
    for (uint32_t t = mine.begin; t < mine.end; ++t) {
      if (names(source.text, sentence, text.tokens[t].word)) return;
    }
    // Nobody is named there but whom the draft names.
    for (const NameMention& name : source.names) {
      if (!sentence.Contains(name.tokens.begin) ||
          name.form != NameMention::kName || name.entity == kNone ||
          source.entities[name.entity].type != NameType::kPerson) {
        continue;
      }
      if (!names(text, sources_.Tokens(draft_),
                 source.text.tokens[name.tokens.end - 1].word)) {
        return;
      }
    }
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (source.text.tokens[t].word != text.tokens[verb].word) continue;
      const TokenRange place = PlaceBehind(at, t);
      if (place.empty()) continue;
      // Two were born.
      if (!theirs.empty()) return;
      found = at;
      theirs = place;
    }
  }
  if (theirs.empty()) return;
  // The sources have the draft's place elsewhere: what none has is told already.
  const auto places = sources_.Holding(sources_.words(draft_.document)
                                           .words[mine.end - 1]
                                           .stem);
  if (places.empty()) return;
  Detail detail = Start(DetailKind::kName, mine);
  detail.held = DetailHeld::kElsewhere;
  detail.clean = true;
  detail.departure = Departure::kName;
  detail.other_context = 100;
  SetCounterpart(found, theirs, &detail);
  out_.push_back(detail);
}

}  // namespace claimcheck
