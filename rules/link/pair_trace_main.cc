// Writes the pairs of two texts of one story that the program weighs, for training.
//
//   pair_trace values|remarks < documents > pairs
//
// values: figures and times that differ; remarks: quotations that have something in
// common.  Standard input: documents as JSON (claimcheck.v1.Document), one a line; an
// empty line ends a story.  Standard output: first a line "# NAME ..." of the features,
// then a line for each pair: story (from 0), left id, begin and end in bytes, right
// id, begin and end, and the features.

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/extract/set_dates.h"
#include "claims/lexicon/lexicon.h"
#include "google/protobuf/util/json_util.h"
#include "rules/link/corpus.h"
#include "rules/link/remark_pairs.h"
#include "rules/link/story_context.h"
#include "rules/link/value_pairs.h"

namespace claimcheck {
namespace {

class Trace {
 public:
  // False: there is no such kind of pairs.
  bool Begin(absl::string_view kind) {
    remarks_ = kind == "remarks";
    if (!remarks_ && kind != "values") return false;
    std::cout << "#";
    if (remarks_) {
      WriteNames<RemarkFeature>(kRemarkFeatures);
    } else {
      WriteNames<PairFeature>(kPairFeatures);
    }
    std::cout << "\n";
    return true;
  }

  void WriteStory(const std::vector<v1::Document>& documents) {
    std::vector<std::unique_ptr<DocumentAnalysis>> analyses;
    std::vector<DocumentAnalysis*> to_date;
    for (const v1::Document& document : documents) {
      analyses.push_back(std::make_unique<DocumentAnalysis>());
      extractor_.Analyze(document, Depth::kClaims, analyses.back().get());
      to_date.push_back(analyses.back().get());
    }
    DateUndated(extractor_, Depth::kClaims, absl::MakeSpan(to_date));
    const std::vector<const DocumentAnalysis*> finished(to_date.begin(),
                                                        to_date.end());
    const Corpus corpus(finished);
    std::vector<uint32_t> all;
    for (uint32_t d = 0; d < corpus.size(); ++d) all.push_back(d);
    StoryContext story(corpus, /*syntax=*/true);
    story.Open(all);
    for (const StoryPair& pair : corpus.stories()) {
      story.Begin(pair);
      if (remarks_) {
        WriteRemarks(documents, &story, pair);
      } else {
        WriteValues(documents, &story, pair);
      }
    }
    ++number_;
  }

 private:
  template <typename Feature>
  static void WriteNames(size_t count) {
    for (size_t f = 0; f < count; ++f) {
      std::cout << " " << NameOf(static_cast<Feature>(f));
    }
  }

  void WriteValues(const std::vector<v1::Document>& documents, StoryContext* story,
                   const StoryPair& pair) const {
    for (const ValuePair& values : ReadValuePairs(story, pair, PairsAsked::kAll)) {
      Write(documents[pair.left], values.left->span, documents[pair.right],
            values.right->span, values.features);
    }
  }

  void WriteRemarks(const std::vector<v1::Document>& documents, StoryContext* story,
                    const StoryPair& pair) const {
    const auto span = [&](uint32_t d, uint32_t remark) {
      return story->document(d).text.SpanOf(RemarksOf(story, d)[remark].tokens);
    };
    for (const RemarkPair& remarks : ReadRemarkPairs(story, pair)) {
      Write(documents[pair.left], span(pair.left, remarks.left),
            documents[pair.right], span(pair.right, remarks.right),
            remarks.features);
    }
  }

  void Write(const v1::Document& left, Span mine, const v1::Document& right,
             Span theirs, absl::Span<const int32_t> features) const {
    std::cout << number_ << "\t" << left.id() << "\t" << mine.begin << "\t"
              << mine.end << "\t" << right.id() << "\t" << theirs.begin << "\t"
              << theirs.end;
    for (const int32_t feature : features) std::cout << "\t" << feature;
    std::cout << "\n";
  }

  const Extractor extractor_{EmbeddedLexicon()};
  bool remarks_ = false;
  int number_ = 0;
};

int Main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  Trace trace;
  if (argc != 2 || !trace.Begin(argv[1])) {
    std::cerr << "usage: pair_trace values|remarks < documents > pairs\n";
    return 2;
  }
  std::vector<v1::Document> documents;
  std::string line;
  while (std::getline(std::cin, line)) {
    if (!line.empty()) {
      documents.emplace_back();
      if (!google::protobuf::util::JsonStringToMessage(line, &documents.back())
               .ok()) {
        std::cerr << "pair_trace: not a document\n";
        return 1;
      }
      continue;
    }
    trace.WriteStory(documents);
    documents.clear();
  }
  trace.WriteStory(documents);
  return 0;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) { return claimcheck::Main(argc, argv); }
