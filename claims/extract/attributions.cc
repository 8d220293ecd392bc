// FindAttributions: who says what.  Quotations are given their cue and speaker
// first; then every verb, preposition and noun of saying that is left is read
// for reported speech; then the links between the two are made.

#include "claims/extract/attributions_trace.h"
#include "claims/extract/attributions_work.h"
#include "claims/extract/finders.h"

namespace claimcheck {

namespace {

void Find(const LinearModel* model, std::string* trace, DocumentAnalysis* doc) {
  static thread_local AttributionScratch scratch;
  AttributionWork work(doc, &scratch, model, trace);
  FindQuotedSpeech(&work);
  FindReportedSpeech(&work);
  FindSpeechWithoutCue(&work);
  LinkAttributions(&work);
}

}  // namespace

void TraceAttributions(const LinearModel& model, std::string* trace,
                       DocumentAnalysis* doc) {
  Find(&model, trace, doc);
}

void FindAttributions(const Lexicon& /*lexicon*/, DocumentAnalysis* doc) {
  Find(nullptr, nullptr, doc);
}

}  // namespace claimcheck
