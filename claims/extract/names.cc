// FindNames: runs of capitals, who they are, and who is meant by the words that
// stand for them.

#include <algorithm>

#include "claims/extract/finders.h"
#include "claims/extract/names_entities.h"
#include "claims/extract/names_evidence.h"
#include "claims/extract/names_places.h"
#include "claims/extract/names_reference.h"
#include "claims/extract/names_runs.h"

namespace claimcheck {
namespace {

// What one document leaves to the next of its thread: memory only.
struct Scratch {
  NameEvidence evidence;
  std::vector<NameDraft> drafts;
};

}  // namespace

void FindNames(const Lexicon&, DocumentAnalysis* doc) {
  thread_local Scratch scratch;
  scratch.evidence.Read(*doc);
  const NameEvidence& evidence = scratch.evidence;
  std::vector<NameDraft>& drafts = scratch.drafts;
  drafts.clear();
  FindNameRuns(*doc, evidence, &drafts);
  MergeNames(&drafts, doc);
  NestPlaces(drafts, doc);
  ResolveReferences(evidence, &drafts, doc);
  doc->names.reserve(drafts.size());
  for (const NameDraft& draft : drafts) doc->names.push_back(draft.mention);
}

}  // namespace claimcheck
