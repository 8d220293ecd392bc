// Writes the pairs of values that differ between the texts of stories, for training.
//
//   value_pairs_trace < documents > pairs
//
// Standard input: documents as JSON (claimcheck.v1.Document), one a line; an empty
// line ends a story.  Standard output: first a line "# NAME ..." of the features,
// then a line for each pair: story (from 0), left id, begin and end in bytes, right
// id, begin and end, and the features.

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/extract/set_dates.h"
#include "claims/lexicon/lexicon.h"
#include "google/protobuf/util/json_util.h"
#include "rules/link/corpus.h"
#include "rules/link/story_context.h"
#include "rules/link/value_pairs.h"

namespace claimcheck {
namespace {

void TraceStory(const Extractor& extractor,
                const std::vector<v1::Document>& documents, int number) {
  std::vector<std::unique_ptr<DocumentAnalysis>> analyses;
  std::vector<DocumentAnalysis*> to_date;
  for (const v1::Document& document : documents) {
    analyses.push_back(std::make_unique<DocumentAnalysis>());
    extractor.Analyze(document, Depth::kClaims, analyses.back().get());
    to_date.push_back(analyses.back().get());
  }
  DateUndated(extractor, Depth::kClaims, absl::MakeSpan(to_date));
  const std::vector<const DocumentAnalysis*> finished(to_date.begin(),
                                                      to_date.end());
  const Corpus corpus(finished);
  std::vector<uint32_t> all;
  for (uint32_t d = 0; d < corpus.size(); ++d) all.push_back(d);
  StoryContext story(corpus, /*syntax=*/true);
  story.Open(all);
  for (const StoryPair& pair : corpus.stories()) {
    story.Begin(pair);
    for (const ValuePair& values : ReadValuePairs(&story, pair)) {
      std::cout << number << "\t" << documents[pair.left].id() << "\t"
                << values.left->span.begin << "\t" << values.left->span.end
                << "\t" << documents[pair.right].id() << "\t"
                << values.right->span.begin << "\t" << values.right->span.end;
      for (const int32_t feature : values.features) std::cout << "\t" << feature;
      std::cout << "\n";
    }
  }
}

int Main() {
  std::ios::sync_with_stdio(false);
  std::cout << "#";
  for (size_t f = 0; f < kPairFeatures; ++f) {
    std::cout << " " << NameOf(static_cast<PairFeature>(f));
  }
  std::cout << "\n";
  const Extractor extractor(EmbeddedLexicon());
  std::vector<v1::Document> documents;
  int story = 0;
  std::string line;
  while (std::getline(std::cin, line)) {
    if (!line.empty()) {
      documents.emplace_back();
      if (!google::protobuf::util::JsonStringToMessage(line, &documents.back())
               .ok()) {
        std::cerr << "value_pairs_trace: not a document\n";
        return 1;
      }
      continue;
    }
    TraceStory(extractor, documents, story++);
    documents.clear();
  }
  TraceStory(extractor, documents, story);
  return 0;
}

}  // namespace
}  // namespace claimcheck

int main() { return claimcheck::Main(); }
