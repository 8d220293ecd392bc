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
  if (c.FindVerb(t) != nullptr && ReadVerbCue(c, t, &cue) &&
      cue.group >= taker->sentence().begin && TakeVerb(work, taker, cue)) {
    return;
  }
  if (c.FindNoun(t) != nullptr) TakeNoun(work, taker, t);
}

}  // namespace

void FindReportedSpeech(AttributionWork* work) {
  constexpr uint64_t kCues =
      Bit(Lex::kSayVerb) | Bit(Lex::kSayPreposition) | Bit(Lex::kSayNoun);
  const DocumentAnalysis& doc = work->doc;
  const TokenizedText& text = work->text;
  CandidateTaker taker(work);
  uint32_t q = 0, sentence = kNone, cues = 0;
  for (uint32_t t = 0; t < work->c.size() && t < doc.lex.size(); ++t) {
    while (q < doc.quotes.size() &&
           (doc.quotes[q].nested || doc.quotes[q].tokens.end <= t)) {
      ++q;
    }
    if (text.sentence_of[t] != sentence) {
      sentence = text.sentence_of[t];
      cues = 0;
      taker.BeginSentence(text.sentences[sentence].tokens);
      TakeSentence(work, &taker);
    }
    if (!(doc.lex.Mask(t) & kCues) || work->s.used[t]) continue;
    if (text.sentences[sentence].zone == Sentence::kFurniture) continue;
    // Quoted words are their speaker's; what he says of others is his too.
    if (q < doc.quotes.size() && !doc.quotes[q].title &&
        doc.quotes[q].tokens.Contains(t)) {
      continue;
    }
    if (++cues <= kMaxCues) TakeCue(work, &taker, t);
  }
}

}  // namespace claimcheck
