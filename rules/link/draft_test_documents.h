#ifndef CLAIMCHECK_RULES_LINK_DRAFT_TEST_DOCUMENTS_H_
#define CLAIMCHECK_RULES_LINK_DRAFT_TEST_DOCUMENTS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "rules/link/corpus.h"
#include "rules/link/draft_details.h"

namespace claimcheck {

// A draft and its sources, read as the program reads them.
class DraftDocuments {
 public:
  DraftDocuments(const std::string& draft,
                 const std::vector<std::string>& sources) {
    const Extractor extractor(EmbeddedLexicon());
    Add("draft", draft, v1::Document::CHECKED);
    for (const std::string& source : sources) {
      Add("source", source, v1::Document::REFERENCE);
    }
    std::vector<const DocumentAnalysis*> finished;
    for (const auto& document : documents_) {
      analyses_.push_back(std::make_unique<DocumentAnalysis>());
      extractor.Analyze(*document, Depth::kClaims, analyses_.back().get());
      finished.push_back(analyses_.back().get());
    }
    corpus_ = std::make_unique<Corpus>(finished);
  }

  const Corpus& corpus() const { return *corpus_; }
  const DocumentAnalysis& draft() const { return *analyses_[0]; }

  // The words of `detail` in the draft, and what the source has for them.
  std::string Words(const Detail& detail) const {
    return std::string(
        corpus_->document(detail.document).text.Text(detail.span));
  }
  std::string Counterpart(const Detail& detail) const {
    if (detail.source == kNone || detail.counterpart.empty()) return "";
    return std::string(
        corpus_->document(detail.source).text.Text(detail.counterpart));
  }
  // The detail of a kind that points at `words`, or null.
  const Detail* Find(DetailKind kind, absl::string_view words) {
    if (!read_) details_ = ReadDraftDetails(*corpus_);
    read_ = true;
    for (const Detail& detail : details_) {
      if (detail.kind == kind && Words(detail) == words) return &detail;
    }
    return nullptr;
  }

 private:
  void Add(const std::string& id, const std::string& text,
           v1::Document::Role role) {
    documents_.push_back(std::make_unique<v1::Document>());
    documents_.back()->set_id(id);
    documents_.back()->set_text(text);
    documents_.back()->set_role(role);
  }

  std::vector<std::unique_ptr<v1::Document>> documents_;
  std::vector<std::unique_ptr<DocumentAnalysis>> analyses_;
  std::unique_ptr<Corpus> corpus_;
  std::vector<Detail> details_;
  bool read_ = false;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_DRAFT_TEST_DOCUMENTS_H_
