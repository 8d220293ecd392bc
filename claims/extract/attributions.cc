// FindAttributions: who says what.  Quotations are given their cue and speaker
// first; then every verb, preposition and noun of saying that is left is read
// for reported speech; then the links between the two are made.

#include "claims/extract/attributions_end_weights.h"
#include "claims/extract/attributions_trace.h"
#include "claims/extract/attributions_weights.h"
#include "claims/extract/attributions_work.h"
#include "claims/extract/finders.h"

namespace claimcheck {

namespace {

void Find(const LinearModel& model, const EndWeights* end_weights,
          std::string* trace, DocumentAnalysis* doc) {
  static thread_local AttributionScratch scratch;
  AttributionWork work(doc, &scratch, model, end_weights, trace);
  FindQuotedSpeech(&work);
  FindReportedSpeech(&work);
  FindSpeechWithoutCue(&work);
  LinkAttributions(&work);
}

}  // namespace

void TraceAttributions(const LinearModel& model, std::string* trace,
                       DocumentAnalysis* doc) {
  Find(model, nullptr, trace, doc);
}

void FindAttributions(const Lexicon& /*lexicon*/, DocumentAnalysis* doc) {
  static const auto* const end_weights = new EndWeights(AttributionWeights());
  Find(AttributionWeights(), end_weights, nullptr, doc);
}

}  // namespace claimcheck
