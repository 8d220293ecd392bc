#ifndef CLAIMCHECK_CHECKER_INPUT_PAGE_METADATA_H_
#define CLAIMCHECK_CHECKER_INPUT_PAGE_METADATA_H_

#include <string>

#include "absl/strings/string_view.h"
#include "checker/input/markup.h"
#include "claimcheck/v1/document.pb.h"

namespace claimcheck {

// What a web page says of itself.  Where several places tell one thing, JSON-LD
// is believed before meta tags, and those before the page's own elements.
class PageMetadata {
 public:
  // A start tag, anywhere in the page.
  void Tag(absl::string_view name, const MarkupAttributes& attributes);
  // The content of <script type="application/ld+json">.
  void JsonLd(absl::string_view json);
  // The text of <title>.
  void Title(absl::string_view text);

  // Sets title, publisher, published, url and language.  Dates are normalised
  // to ISO 8601; one that cannot be read is left out.
  void Set(v1::Document* document) const;

 private:
  // The best that is known of one thing.
  struct Known {
    std::string value;
    int weight = 0;
    void Offer(absl::string_view value, int weight);
  };
  Known title_, publisher_, published_, url_, language_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_PAGE_METADATA_H_
