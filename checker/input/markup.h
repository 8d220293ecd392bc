#ifndef CLAIMCHECK_CHECKER_INPUT_MARKUP_H_
#define CLAIMCHECK_CHECKER_INPUT_MARKUP_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "claims/text/span.h"

namespace claimcheck {

// Names and values as the document has them, character references resolved.
using MarkupAttributes = std::vector<std::pair<std::string, std::string>>;

// The value of an attribute; "" when it is absent.  Names are ASCII.
absl::string_view AttributeOf(const MarkupAttributes& attributes,
                              absl::string_view name);

// Receives a document as its parser sees it.  Elements of HTML have lower-case
// names and come balanced or not; those of XML are balanced.  Prefixes of
// namespaces are taken off names: "w:p" is "p".
class MarkupHandler {
 public:
  virtual ~MarkupHandler() = default;
  virtual void Start(absl::string_view name,
                     const MarkupAttributes& attributes) = 0;
  virtual void End(absl::string_view name) = 0;
  // `text` stands for `source`, a stretch of the bytes parsed.  `verbatim`: it
  // is those very bytes.
  virtual void Text(absl::string_view text, Span source, bool verbatim) = 0;
  // The content of <script> and <style>.
  virtual void Raw(absl::string_view text) {}
  // The parser went deeper than `depth` and forgot what is open.
  virtual void Reset() {}
};

// Parses HTML as browsers do: nothing is an error.  `html` must be valid UTF-8
// without NUL (see encoding.h).  Never recurses: elements nested deeper than
// `depth` are read as if they stood at the top.
void ParseHtml(absl::string_view html, uint32_t depth, MarkupHandler* handler);

// Parses XML, also valid UTF-8.  Entities of the document are not expanded,
// nothing outside it is opened, and what is nested deeper than libxml2's limit
// (256) is an error.  The status says where: "line 3: ...".  What was read
// before an error has been handled.
absl::Status ParseXml(absl::string_view xml, MarkupHandler* handler);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_MARKUP_H_
