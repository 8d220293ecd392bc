#ifndef CLAIMCHECK_RULES_LINK_GENERATED_CORPUS_H_
#define CLAIMCHECK_RULES_LINK_GENERATED_CORPUS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "bench/corpus_generator.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/link/corpus.h"

namespace claimcheck {

// Generated articles, read as the program reads them.  Of each `undated_every`
// of them, when that is not 0, one has no date.
class GeneratedCorpus {
 public:
  GeneratedCorpus(size_t articles, const CorpusOptions& options,
                  size_t undated_every = 0) {
    const Extractor extractor(EmbeddedLexicon());
    std::vector<const DocumentAnalysis*> finished;
    for (const GeneratedArticle& article : GenerateArticles(articles, options)) {
      stories_.push_back(article.story);
      documents_.push_back(std::make_unique<v1::Document>());
      documents_.back()->set_id(article.id);
      if (undated_every == 0 || documents_.size() % undated_every != 0) {
        documents_.back()->set_published(article.published);
      }
      documents_.back()->set_text(article.text);
      analyses_.push_back(std::make_unique<DocumentAnalysis>());
      extractor.Analyze(*documents_.back(), Depth::kClaims,
                        analyses_.back().get());
      finished.push_back(analyses_.back().get());
    }
    corpus_ = std::make_unique<Corpus>(finished);
  }

  const Corpus& corpus() const { return *corpus_; }
  // The number of the story that a document tells.
  uint32_t story(uint32_t document) const { return stories_[document]; }

 private:
  std::vector<uint32_t> stories_;  // by document
  std::vector<std::unique_ptr<v1::Document>> documents_;
  std::vector<std::unique_ptr<DocumentAnalysis>> analyses_;
  std::unique_ptr<Corpus> corpus_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_GENERATED_CORPUS_H_
