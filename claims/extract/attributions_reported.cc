// Reported speech: each verb, preposition and noun of saying that no quotation
// took is read for who says what by it.

#include "claims/extract/attributions_taker.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {
namespace {

// More cues in one sentence than this are a list of words, no speech.
constexpr uint32_t kMaxCues = 40;

void TakeCue(AttributionWork* work, CandidateTaker* taker, uint32_t t) {
  const AttributionContext& c = work->c;
  if (c.Has(t, Lex::kSayPreposition)) {
    TakePreposition(work, taker, t);
    return;
  }
  VerbCue cue;
  if (ReadVerbCue(c, t, &cue) && cue.group >= taker->sentence().begin &&
      TakeVerb(work, taker, cue)) {
    return;
  }
  TakeNoun(work, taker, t);
}

}  // namespace

void FindReportedSpeech(AttributionWork* work) {
  constexpr uint64_t kCues =
      Bit(Lex::kSayVerb) | Bit(Lex::kSayPreposition) | Bit(Lex::kSayNoun);
  const DocumentAnalysis& doc = work->doc;
  const TokenizedText& text = work->text;
  CandidateTaker taker(work);
  uint32_t q = 0;
  for (const Sentence& sentence : text.sentences) {
    if (sentence.tokens.empty()) continue;
    taker.BeginSentence(sentence.tokens);
    TakeSentence(work, &taker);
    if (sentence.zone == Sentence::kFurniture) continue;
    uint32_t cues = 0;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (!(doc.lex.Mask(t) & kCues) || work->s.used[t]) continue;
      while (q < doc.quotes.size() &&
             (doc.quotes[q].nested || doc.quotes[q].tokens.end <= t)) {
        ++q;
      }
      // Quoted words are their speaker's; what he says of others is his too.
      if (q < doc.quotes.size() && !doc.quotes[q].title &&
          doc.quotes[q].tokens.Contains(t)) {
        continue;
      }
      if (++cues <= kMaxCues) TakeCue(work, &taker, t);
    }
  }
}

}  // namespace claimcheck
