#ifndef CLAIMCHECK_RULES_LINK_STORY_TEST_DOCUMENTS_H_
#define CLAIMCHECK_RULES_LINK_STORY_TEST_DOCUMENTS_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "claimcheck/v1/document.pb.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/link/corpus.h"
#include "rules/link/story_details.h"

namespace claimcheck {

// Texts with the day each was published, read as the program reads them.
class Story {
 public:
  explicit Story(
      const std::vector<std::pair<std::string, std::string>>& texts) {
    const Extractor extractor(EmbeddedLexicon());
    std::vector<const DocumentAnalysis*> finished;
    for (const auto& [published, text] : texts) {
      documents_.push_back(std::make_unique<v1::Document>());
      documents_.back()->set_id(std::to_string(documents_.size()));
      documents_.back()->set_text(text);
      documents_.back()->set_published(published);
      analyses_.push_back(std::make_unique<DocumentAnalysis>());
      extractor.Analyze(*documents_.back(), Depth::kClaims,
                        analyses_.back().get());
      finished.push_back(analyses_.back().get());
    }
    corpus_ = std::make_unique<Corpus>(finished);
  }

  const Corpus& corpus() const { return *corpus_; }

  // "left / right" of each detail of a kind.
  std::vector<std::string> Details(DetailKind kind) const {
    std::vector<std::string> out;
    for (const Detail& detail : ReadStoryDetails(*corpus_)) {
      if (detail.kind != kind) continue;
      const auto text = [&](uint32_t d, Span span) {
        return std::string(corpus_->document(d).text.Text(span));
      };
      out.push_back(text(detail.document, detail.span) + " / " +
                    text(detail.source, detail.counterpart));
    }
    return out;
  }
  Departure DepartureOf(DetailKind kind) const {
    for (const Detail& detail : ReadStoryDetails(*corpus_)) {
      if (detail.kind == kind) return detail.departure;
    }
    return Departure::kNone;
  }

 private:
  std::vector<std::unique_ptr<v1::Document>> documents_;
  std::vector<std::unique_ptr<DocumentAnalysis>> analyses_;
  std::unique_ptr<Corpus> corpus_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_TEST_DOCUMENTS_H_
