#ifndef CLAIMCHECK_CHECKER_ORIGINAL_H_
#define CLAIMCHECK_CHECKER_ORIGINAL_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "checker/alignment.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claims/text/source_text.h"
#include "claims/text/span.h"
#include "google/protobuf/message.h"

namespace claimcheck {

// The file that a document was read from, where that is more than its text:
// HTML, Markdown, a text in another encoding, an office document.
//
// A file is decoded to UTF-8, and the text of the document is taken from that.
// Spans of the text lead back through both.  Where the file has no text to point
// into (DOCX, PDF), they are left as they are: `extracted` is true.
//
// Immutable, and thread-safe.
class Original {
 public:
  // `decoded` is what `text` points into; empty when the bytes are UTF-8
  // themselves.  `decoding` leads from it to the bytes.
  Original(std::string media_type, std::string bytes, std::string decoded,
           Alignment decoding, Alignment text);
  // Of a file without text of its own.
  Original(std::string media_type, std::string bytes);

  Original(const Original&) = delete;
  Original& operator=(const Original&) = delete;

  absl::string_view media_type() const { return media_type_; }
  absl::string_view bytes() const { return bytes_; }
  bool extracted() const { return extracted_; }

  // A span of the document's text as bytes of the file; itself when extracted.
  Span InFile(Span text) const;
  // Where a span of the document's text begins and ends in the decoded file.
  // Only when not extracted.
  std::pair<Position, Position> PositionsOf(Span text) const;
  // The byte of the document's text at the beginning of a line of the file.
  uint32_t TextAtLine(uint32_t line) const;
  // The column of a span's begin and end in bytes of the file, from 1.
  std::pair<uint32_t, uint32_t> ByteColumnsOf(Span text) const;

 private:
  absl::string_view decoded() const {
    return decoded_.empty() ? absl::string_view(bytes_)
                            : absl::string_view(decoded_);
  }

  const std::string media_type_;
  const std::string bytes_;
  const std::string decoded_;
  const Alignment decoding_;
  const Alignment text_;
  const bool extracted_;
  const SourceText lines_;  // of decoded()
};

// The originals of documents, each beside the document of its index; null for
// those that are their own text.
using Originals = std::vector<std::shared_ptr<const Original>>;

// Sets the lines and columns of all evidence in `report` to those of the files.
// Spans stay those of the texts.  `originals` belongs to `documents`.
void SetPositionsInFiles(const std::vector<v1::Document>& documents,
                         const Originals& originals, v1::Report* report);

// Turns every Span in `message`, and in the messages within it, into bytes of
// the file.  All of them must be of the document that `original` belongs to.
void SetSpansInFile(const Original& original,
                    google::protobuf::Message* message);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_ORIGINAL_H_
