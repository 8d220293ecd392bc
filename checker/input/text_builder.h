#ifndef CLAIMCHECK_CHECKER_INPUT_TEXT_BUILDER_H_
#define CLAIMCHECK_CHECKER_INPUT_TEXT_BUILDER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "checker/input/reading.h"
#include "claimcheck/v1/document.pb.h"
#include "claims/text/span.h"

namespace claimcheck {

// Puts the text of a marked-up document together, and its alignment with the
// source.  Each paragraph becomes a line, with a blank line between two; runs of
// white space become one blank.  Cheap: a paragraph without markup is one copy.
class TextBuilder {
 public:
  // `source` must outlive the builder.
  explicit TextBuilder(absl::string_view source) : source_(source) {}

  // Words as they stand in the source.
  void Words(Span source);
  // `text` for a stretch of the source: a character reference, an escape.
  void Instead(absl::string_view text, Span source);
  // The next words begin a new paragraph, or a new line of this one.
  void EndParagraph();
  void EndLine();

  // Zones hold the paragraphs between Open and Close, and may lie in each other.
  void OpenZone(v1::Zone::Kind kind);
  void CloseZone();

  uint32_t text_size() const { return static_cast<uint32_t>(text_.size()); }
  // Whether the paragraph has words already.
  bool in_paragraph() const { return !at_start_; }

  // Moves text, zones and alignment to `reading`.
  void Finish(Reading* reading);

 private:
  struct Zone {
    v1::Zone::Kind kind;
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  // Writes the blank or the break that is due before words.
  void BeforeWords(uint32_t source_begin);
  void Blank(Span source);
  void Copy(Span source);

  const absl::string_view source_;
  std::string text_;
  Alignment alignment_;
  std::vector<Zone> zones_;    // in the order of their beginnings
  std::vector<size_t> open_;   // indices into zones_
  bool at_start_ = true;       // of a paragraph
  bool line_due_ = false;
  bool blank_due_ = false;
  Span blank_;                 // the white space that it stands for
  uint32_t source_end_ = 0;    // of the words written last
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_TEXT_BUILDER_H_
