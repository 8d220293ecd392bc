#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_NEIGHBOURS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_NEIGHBOURS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/names_evidence.h"
#include "claims/extract/names_runs.h"
#include "claims/extract/names_units.h"

namespace claimcheck {

// What the words to the left of a name say of it.
struct Office {
  uint32_t begin = kNone;  // first token of the phrase
  const LexEntry* role = nullptr;
  absl::string_view country;
};

// A possessive mark stands at token `after`, right behind what it marks.
bool IsPossessive(const TokenizedText& text, uint32_t after);

// Reads what stands to the left and right of a name: offices, kinds of place, a
// short form in brackets, whose it is.  Every look is bounded.
class NeighbourReader {
 public:
  // `drafts` are the mentions found so far; the owner of an office is one.
  NeighbourReader(const DocumentAnalysis& doc, const NameEvidence& evidence,
                  const std::vector<NameDraft>& drafts)
      : doc_(doc),
        text_(doc.text),
        evidence_(evidence),
        units_(doc, evidence),
        out_(drafts) {}

  // Completes `draft`.  `office`: one inside its run; `person`: its own words
  // make it one.
  void Look(Office office, bool person, NameDraft* draft) const;

 private:
  void TakeOffice(const Office& office, NameDraft* draft) const;
  bool DescribedBefore(uint32_t token, uint32_t sentence_begin) const;
  Office OfficeBefore(uint32_t token, uint32_t sentence_begin) const;
  bool OwnerBefore(uint32_t token, uint32_t sentence_begin,
                   Office* office) const;
  bool OfficeAfter(uint32_t token, uint32_t end, NameDraft* draft) const;
  void OfOwner(uint32_t token, uint32_t end, NameDraft* draft) const;
  bool OpensDateline(uint32_t token, uint32_t sentence) const;
  void PlaceByNeighbours(uint32_t begin, uint32_t after,
                         NameDraft* draft) const;
  void NounAfter(uint32_t after, uint32_t end, NameDraft* draft) const;
  void ShortForm(uint32_t after, uint32_t end, NameDraft* draft) const;
  bool Possessive(uint32_t after) const { return IsPossessive(text_, after); }
  uint32_t Word(uint32_t token) const { return text_.tokens[token].word; }
  uint32_t SentenceEnd(uint32_t token) const {
    return text_.sentences[text_.sentence_of[token]].tokens.end;
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const NameEvidence& evidence_;
  const UnitReader units_;
  const std::vector<NameDraft>& out_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_NEIGHBOURS_H_
