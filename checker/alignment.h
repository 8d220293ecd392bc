#ifndef CLAIMCHECK_CHECKER_ALIGNMENT_H_
#define CLAIMCHECK_CHECKER_ALIGNMENT_H_

#include <cstdint>
#include <vector>

#include "claims/text/span.h"

namespace claimcheck {

// Where each byte of a text stands in the source that it was taken from: a list
// of pieces, in the order of the text.  A piece is either verbatim (as many
// bytes, one for one) or stands for its stretch of the source as a whole, like
// "é" for "&eacute;".  Pieces that nothing of the source stands for (a line
// break between paragraphs) have an empty stretch.
//
// Without pieces, text and source are the same.  Const access is thread-safe.
class Alignment {
 public:
  bool same() const { return pieces_.empty(); }

  // `text_size` bytes that stand for `source`, after those added before.
  void Add(uint32_t text_size, Span source, bool verbatim);

  // The stretch of the source that a stretch of the text was taken from.  A
  // piece that is no copy is taken whole, so that the result never begins or
  // ends within a character reference.
  Span ToSource(Span text) const;

  // The first byte of the text that was taken from `source_byte` or, where
  // that one was left out or is inside of a piece that is no copy, from behind
  // it.  The pieces must be in the order of the source too.
  uint32_t ToText(uint32_t source_byte) const;

 private:
  struct Piece {
    uint32_t text_begin = 0;
    Span source;
    bool verbatim = false;
  };
  const Piece& At(uint32_t text_byte) const;

  std::vector<Piece> pieces_;
  uint32_t text_size_ = 0;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_ALIGNMENT_H_
